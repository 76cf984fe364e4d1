#!/bin/sh
# From a fresh Debian 12 to a schedule: installs what is missing, builds the program into
# build/, schedules examples/ejrc-2021 into out/ejrc-2021 and has the result checked. Can
# be run again; then only what changed is done. Where matchday has been installed
# (/usr/share/doc/matchday/examples/demo.sh) there is nothing to build, and out/ is made
# in the current folder.
set -eu

here=$(pwd -P)
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd -- "$top"

log=
fail() {
    [ -z "$log" ] || cat -- "$log" >&2
    printf 'demo.sh: %s\n' "$1" >&2
    exit 1
}

# A build folder that another place or another Meson made is of no use here.
is_ours() {
    [ -f build/build.ninja ] &&
        grep -qF "\"source\": \"$top\"" build/meson-info/meson-info.json
}

build() {
    printf 'Building into build/\n'
    mkdir -p build
    log=$top/build/demo.log
    if ! is_ours; then
        wipe=
        [ ! -f build/meson-private/coredata.dat ] || wipe=--wipe
        meson setup $wipe build >"$log" 2>&1 || fail 'the build could not be set up'
    fi
    meson compile -C build matchday >"$log" 2>&1 || fail 'the program could not be built'
    log=
}

if [ -f meson.build ]; then
    . tests/support/packages.sh
    need_build_packages
    install_missing
    build
    matchday=build/scheduler/matchday
    out=out
    where=" in $top"
else
    matchday=matchday
    command -v matchday >/dev/null || fail 'there is neither a program nor its source'
    out=$here/out
    where=
fi
printf 'Scheduling examples/ejrc-2021\n\n'
"$matchday" solve examples/ejrc-2021 -o "$out/ejrc-2021" ||
    fail 'the event was not scheduled'
checked=$("$matchday" verify examples/ejrc-2021 "$out/ejrc-2021/schedule.json") ||
    fail "the schedule breaks a rule: $checked"
printf '\nChecked again, without the solver:\n%s\n' "$checked" | head -3
cat <<END

In $(cd "$out" && pwd -P)/ejrc-2021, look first at
  meetings.csv         who meets whom, in the time of Brussels and of Tokyo
  unscheduled.csv      why the other requests are not served
  agendas/kosice.ics   one body's calendar, as it goes into any calendar program
What the day is about: $top/examples/ejrc-2021/README.md

For an event of your own (examples/README.md explains every field)$where:
  $matchday check FOLDER
  $matchday solve FOLDER -o OUT
END
