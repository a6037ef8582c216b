# shellcheck shell=bash
# Finds a JDK that can build and run the pipeline. To be sourced; then
#   find_jdk
# sets JAVA_HOME, or says what was looked at and returns 1.

REQUIRED_JAVA=25

# The version that a JDK's own "release" file states, without starting it: 25, or nothing.
jdk_feature_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Prints the places where a JDK may be, most wanted first.
jdk_candidates() {
  local java_on_path
  if [ -n "${JAVA_HOME:-}" ]; then printf '%s\n' "$JAVA_HOME"; fi
  java_on_path=$(command -v java 2>/dev/null) || java_on_path=
  if [ -n "$java_on_path" ]; then
    # bin/java may be a chain of links into the JDK.
    (cd -P "$(dirname "$(resolve_links "$java_on_path")")/.." 2>/dev/null && pwd -P)
  fi
  local candidate
  for candidate in /usr/lib/jvm/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -d "$candidate" ]; then printf '%s\n' "$candidate"; fi
  done
}

# readlink -f, which older systems lack.
resolve_links() {
  local file=$1 target
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
  done
  printf '%s\n' "$file"
}

find_jdk() {
  local candidate version looked_at=
  while IFS= read -r candidate; do
    version=$(jdk_feature_version "$candidate")
    if [ -x "$candidate/bin/javac" ] && [ "${version:-0}" -ge "$REQUIRED_JAVA" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
    looked_at="$looked_at
  $candidate (${version:+Java }${version:-no JDK})"
  done < <(jdk_candidates)
  cat >&2 <<MESSAGE
No JDK $REQUIRED_JAVA or newer was found. Looked at:${looked_at:-
  nothing: no JAVA_HOME, no java on the PATH, none in the usual folders}

Install one, for example from https://adoptium.net/temurin/releases/?version=$REQUIRED_JAVA
or with "sdk install java $REQUIRED_JAVA-tem", or set JAVA_HOME to where it is.
MESSAGE
  return 1
}

# find_older_java FROM TO: sets OLDER_JAVA_HOME to a Java of these versions, for servers that
# do not run on a newer one, or says what was looked at and returns 1. The environment's
# DATAFLOW_JAVA_HOME is looked at first.
find_older_java() {
  local candidate version looked_at=
  while IFS= read -r candidate; do
    version=$(jdk_feature_version "$candidate")
    if [ -x "$candidate/bin/java" ] && [ "${version:-0}" -ge "$1" ] && [ "${version:-0}" -le "$2" ]; then
      OLDER_JAVA_HOME=$candidate
      return 0
    fi
    looked_at="$looked_at
  $candidate (${version:+Java }${version:-no Java})"
  done < <(
    if [ -n "${DATAFLOW_JAVA_HOME:-}" ]; then printf '%s\n' "$DATAFLOW_JAVA_HOME"; fi
    jdk_candidates
  )
  cat >&2 <<MESSAGE
No Java $1 to $2 was found, which the Data Flow servers need. Looked at:${looked_at:- nothing}

Install one (on Debian: apt-get install openjdk-17-jre-headless), or set DATAFLOW_JAVA_HOME.
MESSAGE
  return 1
}
