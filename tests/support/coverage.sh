#!/bin/sh
# Which lines no test reaches: sh coverage.sh [MESON TEST OPTION...]
#
# Builds into build/cov, runs the tests there (all but suite "full" unless told otherwise)
# and prints what is reached, for each folder and each file, the least first. What was
# counted stays in build/cov/coverage.json, lines to look at in build/cov/coverage/*.html.
set -eu
cd -- "$(dirname -- "$0")/../.."
[ -f build/cov/build.ninja ] || meson setup build/cov -Db_coverage=true >build/cov.log
meson compile -C build/cov >>build/cov.log
[ $# -gt 0 ] || set -- --no-suite full
find build/cov -name '*.gcda' -delete
meson test -C build/cov --no-rebuild "$@" >>build/cov.log || tail -20 build/cov.log
mkdir -p build/cov/coverage
gcovr -r . build/cov -j 2 --filter scheduler/ --filter solver/ --filter io/ \
    --json-summary build/cov/coverage.json --html-details build/cov/coverage/index.html
python3 - build/cov/coverage.json <<'END'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    files = json.load(file)["files"]
for each in sorted(files, key=lambda each: each["line_percent"] or 0):
    if each["line_percent"] < 100:
        print(f"{each['line_percent']:5.1f} %  {each['line_covered']:4}"
              f"/{each['line_total']:<4}  {each['filename']}")
for folder in ("scheduler/", "solver/", "io/", ""):
    these = [each for each in files if each["filename"].startswith(folder)]
    lines = sum(each["line_total"] for each in these)
    branches = sum(each["branch_total"] for each in these)
    print(f"{folder or 'all':11} "
          f"{100 * sum(each['line_covered'] for each in these) / lines:5.1f} % of "
          f"{lines} lines, "
          f"{100 * sum(each['branch_covered'] for each in these) / max(branches, 1):5.1f} %"
          f" of {branches} branches")
END
