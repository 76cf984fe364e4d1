#!/bin/sh
# The tests: sh tests/run.sh [--full] [MESON OPTION...]
#
# Without --full the core, in minutes: in a normal build (build/test) and in one that
# watches memory and undefined behaviour (build/asan). With it also what needs servers, a
# browser, an office program, other tools or a clean root folder, valgrind, what reads the
# sources for faults, and a build with Clang (build/clang).
#
# Installs what is missing first. What is skipped is said; the last line is
# "N passed, N failed, N skipped", summed over all builds. Exit status 1 if a test failed,
# a build failed or none ran.
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd -- "$top" || exit 1
. tests/support/packages.sh

full=false
if [ "${1:-}" = --full ]; then
    full=true
    shift
fi
passed=0
failed=0
skipped=0
told=build/skipped.txt

# Meson writes one JSON object a line; quotes inside what a test printed are
# escaped there, so this finds nothing but the result itself.
count() {
    grep -cE "\"result\": \"($1)\"" "$2" || true
}

# add_results LOG DIR
add_results() {
    all=$(count '[A-Z]+' "$1")
    good=$(count 'OK|EXPECTEDFAIL' "$1")
    left_out=$(count 'SKIP' "$1")
    passed=$((passed + good))
    skipped=$((skipped + left_out))
    failed=$((failed + all - good - left_out))
    grep '"result": "SKIP"' "$1" | sed "s|.*\"name\": \"[^\"]* / \([^\"]*\)\".*|$2: \1|" >>$told
    [ "$all" -gt 0 ]
}

fail() {
    printf '%s\n' "$1"
    failed=$((failed + 1))
}

# leave_out NAME WHY
leave_out() {
    printf '%s: %s\n' "$1" "$2" >>$told
    skipped=$((skipped + 1))
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

# make DIR OPTION...
make() {
    printf '\n== %s\n' "$1"
    if ! set_up "$@" >"$1.log" 2>&1 || ! meson compile -C "$1" >>"$1.log" 2>&1; then
        tail -n 40 -- "$1.log"
        fail "$1 could not be built"
        return 1
    fi
}

# run_tests DIR LOG OPTION...: the tests of a build; LOG is what Meson calls its log
run_tests() {
    dir=$1
    log=$dir/meson-logs/$2.json
    shift 2
    rm -f -- "$log"
    before=$failed
    meson test -C "$dir" --no-rebuild --print-errorlogs "$@"
    status=$?
    if [ ! -f "$log" ] || ! add_results "$log" "$dir" ||
        { [ $status -ne 0 ] && [ $failed -eq $before ]; }; then
        fail "$dir: the tests could not be run"
    fi
}

# analyse TOOL: what reads the sources for faults counts as a test
analyse() {
    sh tests/support/analyse.sh "$1" . build/test >"build/$1.log" 2>&1
    case $? in
    0) passed=$((passed + 1)) ;;
    77) leave_out "$1" "$(cat "build/$1.log")" ;;
    *)
        cat "build/$1.log"
        fail "$1 has found faults"
        ;;
    esac
}

need_build_packages
need glpk-utils glpsol
need diffutils diff
if ! install_missing; then
    printf '\n0 passed, 1 failed, 0 skipped\n'
    exit 1
fi
if $full; then
    need_full_packages
    install_missing || printf 'What needs them is skipped.\n'
fi

mkdir -p build
: >$told
[ $full = false ] || install_modules build/npm
ASAN_OPTIONS=detect_leaks=1:abort_on_error=1:strict_string_checks=1
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
not_core='--no-suite full'
not_again='--no-suite once'
# shellcheck disable=SC2086 # words of an option
{
    if make build/test "$@"; then
        if $full; then
            run_tests build/test testlog
            run_tests build/test testlog-valgrind --setup valgrind --suite watched
        else
            run_tests build/test testlog $not_core
        fi
    fi
    # GCC's warnings are not reliable with sanitizers: there none stops the build.
    if make build/asan "$@" -Db_sanitize=address,undefined -Db_lundef=false \
        -Dwerror=false; then
        if $full; then
            run_tests build/asan testlog $not_again
        else
            run_tests build/asan testlog $not_core
        fi
    fi
}
if $full && command -v clang >/dev/null 2>&1; then
    CC=clang
    export CC
    make build/clang "$@" &&
        run_tests build/clang testlog --suite unit --suite golden --suite fuzz
elif $full; then
    leave_out build/clang 'there is no clang'
fi
if $full; then
    printf '\n== analysis\n'
    for tool in cppcheck clang-tidy scan-build; do
        analyse $tool
    done
else
    meson test -C build/test --list --suite full >build/full.txt 2>/dev/null
    while IFS= read -r test; do
        case $test in
        *' / '*) leave_out "${test##* / }" 'with --full alone' ;;
        esac
    done <build/full.txt
    leave_out 'build/clang, valgrind, cppcheck, clang-tidy, scan-build' 'with --full alone'
fi

[ ! -s $told ] || {
    printf '\nSkipped:\n'
    cat $told
}
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
