# Strings that mean something elsewhere - calendars, mail, HTML, formulas, shells,
# terminals - in every text of an event, as JSON, tables and a workbook, and in what
# people send back: no output is more or less than with plain texts, by a parser of its
# kind, and what could do harm is refused.
#
# Each run tries a few rounds. MATCHDAY_INJECT=SEED tries every string in every field,
# in an order of that seed, which takes an hour.
. "$(dirname "$0")/lib.sh"

skipped=
python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import openpyxl' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { skipped="$skipped python3-openpyxl" && python=python3; }
modules=${MATCHDAY_NODE_MODULES:-$source_root/build/npm/node_modules}
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
[ -n "$chromium" ] || skipped="$skipped chromium"
command -v node >/dev/null && [ -d "$modules/puppeteer-core" ] || skipped="$skipped puppeteer-core"

rounds=2
[ -z "${MATCHDAY_INJECT-}" ] || rounds=0
# With other strings in the same form one can see what a list of one's own does.
strings=${MATCHDAY_STRINGS:-$source_root/tests/support/nasty_strings.json}
support=$source_root/tests/support
HOME=$work
export HOME
for form in json csv xlsx; do
    case $form,$skipped in
    xlsx,*openpyxl*) continue ;;
    esac
    mkdir $form
    n_checks=$((n_checks + 1))
    (cd $form && "$python" "$support/inject.py" "$program" "$strings" $form "${MATCHDAY_INJECT:-7}" $rounds) ||
        wrong "strings in texts, as $form"
    case $skipped in
    *chromium* | *puppeteer*) continue ;;
    esac
    holds node "$support/open_pages.mjs" "$modules" "$chromium" $form/out/*.html $form/later/*.html
done

[ -z "$skipped" ] || [ $n_wrong -gt 0 ] || {
    echo "skipped: missing are$skipped"
    exit 77
}
end_tests
