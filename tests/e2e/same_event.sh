# A property of tables: an event is the same in every encoding, with every separator, under
# other headings, by names in place of ids, and as a workbook. A seed that fails is told:
# python3 tests/support/random_tables.py SEED FOLDER writes its tables.
. "$(dirname "$0")/lib.sh"

makers=$source_root/tests/support
has_books=$("$program" init probe.xlsx >/dev/null 2>&1 && echo yes)

for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
    encoding=$(python3 "$makers/random_tables.py" $seed $seed) || wrong "no tables of seed $seed"
    run 0 check $seed/plain --normalised $seed/expected
    for form in sheets mark utf16 sep windows; do
        run 0 check $seed/$form --encoding "$encoding" --normalised $seed/got-$form
        same $seed/expected/event.json $seed/got-$form/event.json
    done
    for kind in ${has_books:+plain inline dates1904 sparse}; do
        python3 "$makers/workbooks.py" $kind $seed/sheets $seed/$kind.xlsx
        run 0 check $seed/$kind.xlsx --normalised $seed/got-$kind
        same $seed/expected/event.json $seed/got-$kind/event.json
    done
done

end_tests
