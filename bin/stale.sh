# shellcheck shell=bash
# Tells whether a built jar is out of date. To be sourced, with root set to the checkout.

# is_older_than_sources JAR FOLDER...: whether a source or build file below the folders of
# the checkout is newer than the jar.
is_older_than_sources() {
  local jar=$1
  shift
  # shellcheck disable=SC2154 # root is set by who sources this
  [ -n "$(cd "$root" && find pom.xml "$@" -name target -prune -o \
    \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$jar" -print 2>/dev/null | head -n 1)" ]
}
