#!/usr/bin/env bash
# Makes the built standalone ready to start fast: libraries as plain files, and a cache of
# what the JVM learns in a start. Part of the build; does nothing where all is up to date.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=bin/find-jdk.sh
. "$root/bin/find-jdk.sh"
find_jdk || exit 1
# shellcheck source=bin/standalone.sh
. "$root/bin/standalone.sh"

extract
learn
