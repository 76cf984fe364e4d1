#!/bin/sh
# All tests, in a normal build (build/test) and in one that watches memory and
# undefined behaviour (build/asan): sh tests/run.sh [MESON OPTION...]
#
# Installs what is missing first. The last line is "N passed, N failed", summed over
# both builds; exit status 1 if a test failed, a build failed or none ran.
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd -- "$top" || exit 1
. tests/support/packages.sh

passed=0
failed=0
skipped=0

# Meson writes one JSON object a line; quotes inside what a test printed are
# escaped there, so this finds nothing but the result itself.
count() {
    grep -cE "\"result\": \"($1)\"" "$2" || true
}

add_results() {
    all=$(count '[A-Z]+' "$1")
    good=$(count 'OK|EXPECTEDFAIL' "$1")
    left_out=$(count 'SKIP' "$1")
    passed=$((passed + good))
    skipped=$((skipped + left_out))
    failed=$((failed + all - good - left_out))
    [ "$all" -gt 0 ]
}

# set_up DIR OPTION...: also for a folder that another source tree or Meson made
set_up() {
    dir=$1
    shift
    if [ ! -f "$dir/meson-private/coredata.dat" ]; then
        meson setup "$dir" "$@"
    elif grep -qF "\"source\": \"$top\"" "$dir/meson-info/meson-info.json"; then
        meson setup --reconfigure "$dir" "$@"
    else
        meson setup --wipe "$dir" "$@"
    fi
}

# test_build DIR OPTION...
test_build() {
    printf '\n== %s\n' "$1"
    log=$1/meson-logs/testlog.json
    rm -f -- "$log"
    if ! set_up "$@" >"$1.log" 2>&1 || ! meson compile -C "$1" >>"$1.log" 2>&1; then
        tail -n 40 -- "$1.log"
        printf '%s could not be built\n' "$1"
        failed=$((failed + 1))
        return
    fi
    before=$failed
    meson test -C "$1" --no-rebuild --print-errorlogs
    status=$?
    if [ ! -f "$log" ] || ! add_results "$log" ||
        { [ $status -ne 0 ] && [ $failed -eq $before ]; }; then
        printf '%s: the tests could not be run\n' "$1"
        failed=$((failed + 1))
    fi
}

need_build_packages
need glpk-utils glpsol
need diffutils diff
need openssl openssl
need python3-aiosmtpd /usr/lib/python3/dist-packages/aiosmtpd
need python3-icalendar /usr/lib/python3/dist-packages/icalendar
need python3-vobject /usr/lib/python3/dist-packages/vobject
need radicale radicale
need khal khal
need nodejs node
need npm npm
install_missing || {
    printf '\n0 passed, 0 failed\n'
    exit 1
}

mkdir -p build
install_modules build/npm
ASAN_OPTIONS=detect_leaks=1:abort_on_error=1:strict_string_checks=1
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
test_build build/test "$@"
# GCC's warnings are not reliable with sanitizers: there none stops the build.
test_build build/asan "$@" -Db_sanitize=address,undefined -Db_lundef=false -Dwerror=false

[ $skipped -eq 0 ] || printf '\n%d left out\n' "$skipped"
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
