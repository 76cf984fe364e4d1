# The pages in a browser: no message on the console, nothing asked for from elsewhere,
# languages, zones, search, agendas by link, the grid, keys, print; nothing that axe-core
# finds, light and dark, wide and narrow. Left out without chromium, puppeteer-core and
# axe-core (tests/run.sh installs the last two where the first is there).
. "$(dirname "$0")/lib.sh"

modules=${MATCHDAY_NODE_MODULES:-$source_root/build/npm/node_modules}
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
missing=
[ -n "$chromium" ] || missing="$missing chromium"
command -v node >/dev/null || missing="$missing node"
for module in puppeteer-core axe-core; do
    [ -d "$modules/$module" ] || missing="$missing $module"
done
[ -z "$missing" ] || {
    echo "skipped: missing are$missing"
    exit 77
}

run 0 solve "$tiny" -o out
run 0 export "$source_root/examples/ejrc-2021" "$source_root/examples/ejrc-2021/expected/schedule.json" -o large
mkdir event
python3 "$source_root/tests/support/nasty_event.py" "$tiny/event.json" event/event.json
run 0 solve event -o nasty
HOME=$work
export HOME
n_checks=$((n_checks + 1))
node "$source_root/tests/support/browse.mjs" "$modules" "$chromium" out large nasty agendas.pdf ||
    wrong 'the pages in the browser'

# One agenda per page.
if command -v pdftotext >/dev/null; then
    holds [ "$(pdfinfo agendas.pdf | sed -n 's/^Pages: *//p')" -eq 6 ]
    page=0
    for name in 'City of Sendai' 'Gifu Prefecture' 'Grand Est' 'Iwate Prefecture' 'Košice Region' Vitagora; do
        page=$((page + 1))
        pdftotext -f $page -l $page agendas.pdf page.txt
        holds [ "$(head -1 page.txt)" = "$name" ]
    done
fi
end_tests
