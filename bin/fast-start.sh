# shellcheck shell=bash
# How a built app is laid out so that it starts fast. To be sourced, with root set to the
# checkout, JAVA_HOME to a JDK, module to the app's module, flags to the options of its JVM,
# and a function "practise FOLDER OPTION" that runs it for a moment with one option more.

# shellcheck disable=SC2154 # root and module are set by who sources this
target=$root/$module/target
layout=$target/run
cache=$layout/$module.aot

# The repackaged jar, if it was built.
built_jar() {
  local jar
  for jar in "$target/$module"-*-exec.jar; do
    if [ -f "$jar" ]; then printf '%s\n' "$jar"; fi
    return
  done
}

# Libraries as plain files: the embedded broker reads its own resources by URLs that do
# not reach into a jar within a jar, and the JVM starts faster.
extract() {
  local jar
  jar=$(built_jar)
  if [ -z "$jar" ]; then
    echo "The build made no $module-*-exec.jar in $target." >&2
    exit 1
  fi
  application=$layout/$(basename "$jar")
  if [ "$application" -nt "$jar" ]; then return; fi
  rm -rf "$layout"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$layout" >&2
  touch "$application"
}

# Keeps what the JVM learns in a run, for the starts to come: they take a third of the
# time. Bound to this JDK, these flags and this build; the JVM ignores it where it does
# not fit. AOT_CACHE=off does without.
learn() {
  if [ "${AOT_CACHE:-on}" = off ] || [ -e "$cache" ] || [ -e "$cache.failed" ]; then return; fi
  echo "Preparing fast starts of $module (once for each build; AOT_CACHE=off does without)..." >&2
  local scratch
  scratch=$(mktemp -d)
  # shellcheck disable=SC2064 # the values of now
  trap "kill -9 \$practising 2>/dev/null; rm -rf '$scratch'; exit 130" INT TERM HUP
  practise "$scratch" "-XX:AOTCacheOutput=$cache.part" || true
  trap - INT TERM HUP
  if [ -s "$cache.part" ]; then
    mv "$cache.part" "$cache"
  else
    touch "$cache.failed"
    echo "That did not work, so starts take longer:" >&2
    tail -n 5 "$scratch/log" >&2
  fi
  rm -rf "$scratch"
}

# Adds the option that starts fast, if there is what was learnt.
use_what_was_learnt() {
  if [ -e "$cache" ] && [ "${AOT_CACHE:-on}" != off ]; then flags+=("-XX:AOTCache=$cache"); fi
}
