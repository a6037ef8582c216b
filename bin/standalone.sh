# shellcheck shell=bash
# Where the built standalone lies and how it is started. To be sourced, with root set to the
# checkout and JAVA_HOME to a JDK.

# Photos are worked on in processes of their own, so this heap holds no pixels. Free heap is
# given back soon, and what uploads hold for a moment survives among the young: a flood of them
# leaves nothing behind.
# The JVM's own warnings go to standard error: standard output is for the Ready line.
flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms96m -Xmn24m -XX:SurvivorRatio=4 -Xmx512m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr)
# The optimizing compiler takes only what is called five times as often as by default: in the
# first minutes it spent more on a photo than the broker, for code that was no faster then.
flags+=(-XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=3000 -XX:Tier4CompileThreshold=75000)
# What native code has freed goes back every five seconds; only glibc can do that.
if [ "$(uname)" = Linux ]; then flags+=(-XX:TrimNativeHeapInterval=5000); fi

# Takes some photos through it, so that it learns more than to start.
take_photos() {
  local scratch=$1 base token number left=300
  command -v curl >/dev/null || return 0
  base=$(sed -n 's|^Ready: \(http://[^/]*\)/.*|\1|p' "$scratch/out")
  token=$(sed -n 's|^Ready: .*#token=||p' "$scratch/out")
  for number in {1..40}; do
    # Bytes behind the end make each a photo of its own, and as large as one.
    { cat "${root:?}/libraries/image-engine/src/main/resources/org/imageingest/engine/samples/sample.jpg"
      head -c 1000000 /dev/zero; echo "$number"; } >"$scratch/photo.jpg"
    curl -fsS -o /dev/null -H "Authorization: Bearer $token" -F "image=@$scratch/photo.jpg" "$base/api/v1/ingest/upload" || return 0
  done
  while [ "$left" -gt 0 ] && curl -fsS -H "Authorization: Bearer $token" "$base/api/v1/ingest/jobs?status=processing" | grep -q '"jobId"'; do
    sleep 0.2
    left=$((left - 1))
  done
}

# Starts it and lets it work for a moment.
practise() {
  local scratch=$1 tries=600
  # It is looked at before the JVM has written anything.
  : >"$scratch/out"
  "$JAVA_HOME/bin/java" "${flags[@]}" "$2" -jar "$application" --port 0 --data "$scratch/data" \
    >"$scratch/out" 2>"$scratch/log" &
  practising=$!
  while [ "$tries" -gt 0 ] && kill -0 "$practising" 2>/dev/null && ! grep -q '^Ready' "$scratch/out"; do
    sleep 0.2
    tries=$((tries - 1))
  done
  take_photos "$scratch"
  kill "$practising" 2>/dev/null || true
  wait "$practising"
}

# shellcheck disable=SC2034 # read by fast-start.sh
module=standalone
# shellcheck source=bin/fast-start.sh
. "${root:?}/bin/fast-start.sh"
