# shellcheck shell=bash
# Where the built standalone lies and how it is started. To be sourced, with root set to the
# checkout and JAVA_HOME to a JDK.

# shellcheck disable=SC2154 # root is set by who sources this
target=$root/standalone/target
layout=$target/run
cache=$layout/standalone.aot

# Photos are worked on in processes of their own, so this heap holds no pixels. Free heap is
# given back soon: a flood of uploads leaves none behind.
# The JVM's own warnings go to standard error: standard output is for the Ready line.
flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms96m -Xmn32m -Xmx512m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr)

# The repackaged jar, if it was built.
built_jar() {
  local jar
  for jar in "$target"/standalone-*-exec.jar; do
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
    echo "The build made no standalone-*-exec.jar in $target." >&2
    exit 1
  fi
  application=$layout/$(basename "$jar")
  if [ "$application" -nt "$jar" ]; then return; fi
  rm -rf "$layout"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$layout" >&2
  touch "$application"
}

# Keeps what the JVM learns in a start, for the starts to come: they take a third of the
# time. Bound to this JDK, these flags and this build; the JVM ignores it where it does
# not fit. AOT_CACHE=off does without.
learn() {
  if [ "${AOT_CACHE:-on}" = off ] || [ -e "$cache" ] || [ -e "$cache.failed" ]; then return; fi
  echo "Preparing fast starts (part of each build; AOT_CACHE=off does without)..." >&2
  local scratch pid
  scratch=$(mktemp -d)
  "$JAVA_HOME/bin/java" "${flags[@]}" -XX:AOTCacheOutput="$cache.part" -jar "$application" \
    --port 0 --data "$scratch/data" >"$scratch/out" 2>"$scratch/log" &
  pid=$!
  # shellcheck disable=SC2064 # the values of now
  trap "kill -9 $pid 2>/dev/null; rm -rf '$scratch'; exit 130" INT TERM HUP
  local tries=600
  while [ "$tries" -gt 0 ] && kill -0 "$pid" 2>/dev/null && ! grep -q '^Ready' "$scratch/out"; do
    sleep 0.2
    tries=$((tries - 1))
  done
  kill "$pid" 2>/dev/null || true
  wait "$pid" || true
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
