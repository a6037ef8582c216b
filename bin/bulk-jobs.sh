# shellcheck shell=bash
# Where the built bulk jobs lie and how they are started. To be sourced, with root set to the
# checkout and JAVA_HOME to a JDK.

# A job runs for minutes or days, and its own work is to wait: only what is very hot is worth
# the optimising compiler.
flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=60000
  -XX:Tier4CompileThreshold=1500000 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
  -Xlog:disable -Xlog:all=warning:stderr)

# Imports small pictures into a folder of its own.
practise() {
  local scratch=$1 number sample
  sample=${root:?}/libraries/image-engine/src/main/resources/org/imageingest/engine/samples/sample.jpg
  mkdir "$scratch/pictures"
  for number in {1..24}; do
    # Bytes behind the end make each a picture of its own.
    { cat "$sample"; echo "$number"; } >"$scratch/pictures/$number.jpg"
  done
  "$JAVA_HOME/bin/java" "${flags[@]}" "$2" -jar "$application" import "$scratch/pictures" --owner practice \
    --data "$scratch/data" --bulk.report-directory="$scratch/reports" >"$scratch/out" 2>"$scratch/log" &
  practising=$!
  wait "$practising"
}

# shellcheck disable=SC2034 # read by fast-start.sh
module=bulk-jobs
# shellcheck source=bin/fast-start.sh
. "${root:?}/bin/fast-start.sh"
