#!/bin/sh
# What reads the sources for faults: sh analyse.sh TOOL SOURCE_ROOT BUILD
#
# TOOL is cppcheck, clang-tidy or scan-build; BUILD a build folder that has been set up.
# Silent, or each finding with its place and exit status 1; 77 where the tool is missing.
# Exceptions stand here, in .clang-tidy, and nowhere in the sources.
set -u
[ $# -eq 3 ] || {
    echo 'usage: analyse.sh cppcheck|clang-tidy|scan-build SOURCE_ROOT BUILD' >&2
    exit 2
}
tool=$1
build=$(CDPATH='' cd -- "$3" && pwd -P)
cd -- "$2" || exit 2
command -v "$tool" >/dev/null 2>&1 || {
    echo "skipped: there is no $tool here"
    exit 77
}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

case $tool in
cppcheck)
    # Style is the compilers' business; the pages' constants are made by the build.
    cppcheck --project="$build/compile_commands.json" --std=c11 --quiet -j 2 \
        --enable=warning,performance,portability --error-exitcode=1 \
        --suppress=missingIncludeSystem --suppress='*:*/tests/*' \
        --suppress='*:*/page_*.c' --template='{file}:{line}: {id}: {message}'
    ;;
clang-tidy)
    find scheduler solver io -name '*.c' ! -path 'io/pages/*' | sort |
        xargs -P 2 -n 8 clang-tidy --quiet -p "$build" 2>"$work/told"
    status=$?
    [ $status -eq 0 ] || grep -vE 'warnings? generated' "$work/told" >&2
    exit $status
    ;;
scan-build)
    # The program alone; Padding is no fault, and memcpy is what there is.
    scan-build --status-bugs --use-cc=clang -o "$work/report" \
        -disable-checker optin.performance.Padding \
        -disable-checker security.insecureAPI.DeprecatedOrUnsafeBufferHandling \
        sh -c "meson setup '$work/scanned' && ninja -C '$work/scanned' \
            scheduler/matchday" >"$work/told" 2>&1 || {
        grep -E '(warning|error):' "$work/told" || cat "$work/told"
        exit 1
    }
    ;;
*)
    echo "analyse.sh: $tool is not known" >&2
    exit 2
    ;;
esac
