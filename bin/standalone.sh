# shellcheck shell=bash
# Where the built standalone lies and how it is started. To be sourced, with root set to the
# checkout and JAVA_HOME to a JDK.

# Photos are worked on in processes of their own, so this heap holds no pixels. Free heap is
# given back soon: a flood of uploads leaves none behind.
# The JVM's own warnings go to standard error: standard output is for the Ready line.
flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms96m -Xmn32m -Xmx512m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr)
# What native code has freed goes back every five seconds; only glibc can do that.
if [ "$(uname)" = Linux ]; then flags+=(-XX:TrimNativeHeapInterval=5000); fi

# Starts it until it is ready.
practise() {
  local scratch=$1 tries=600
  "$JAVA_HOME/bin/java" "${flags[@]}" "$2" -jar "$application" --port 0 --data "$scratch/data" \
    >"$scratch/out" 2>"$scratch/log" &
  practising=$!
  while [ "$tries" -gt 0 ] && kill -0 "$practising" 2>/dev/null && ! grep -q '^Ready' "$scratch/out"; do
    sleep 0.2
    tries=$((tries - 1))
  done
  kill "$practising" 2>/dev/null || true
  wait "$practising"
}

# shellcheck disable=SC2034 # read by fast-start.sh
module=standalone
# shellcheck source=bin/fast-start.sh
. "${root:?}/bin/fast-start.sh"
