# The whole program, each command once, under valgrind: nothing is read that was not
# written, nothing leaks. (The unit tests run so, too: meson test --setup valgrind.)
. "$(dirname "$0")/lib.sh"

if ! command -v valgrind >/dev/null 2>&1; then
    echo 'skipped: there is no valgrind here'
    exit 77
fi
if readelf -sW "$program" 2>/dev/null | grep -q __asan_init; then
    echo 'skipped: a sanitizer watches this build'
    exit 77
fi
real=$program
cat >watched <<END
#!/bin/sh
exec valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,possible \\
    --track-fds=no --child-silent-after-fork=yes "$real" "\$@"
END
chmod +x watched
program=$work/watched

mkdir event
cp "$tiny/event.json" event/
run 0 --version
run 0 check event --normalised normalised
run 0 solve event -o out --threads 2
run 0 verify event out
run 0 explain event out r08
run 0 explain event out r03 --for vitagora
run 0 whatif event --rooms 1..3
run 0 publish event out
change event/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve event -o rerun --previous out
run 0 diff event out rerun -o changes
run 0 export event rerun -o exported --previous out --drafts
run 0 send event rerun
run 0 move event rerun grand-est,sendai 09:50
run 0 lock event rerun m0001
run 0 unlock event rerun m0001
run 0 model event -o served.lp
run 0 anonymise event -o nobody
run 0 followup event rerun --forms -o forms
run 0 init tables --date 2027-05-18
printf '{"format": "matchday-event/1", "event": 3}' >broken.json
run 1 check broken.json
if [ -e "$source_root/examples/occitanie-mission/occitanie-mission.xlsx" ]; then
    "$program" check "$source_root/examples/occitanie-mission/occitanie-mission.xlsx" \
        >stdout 2>stderr
    holds [ $? -ne 99 ]
fi

end_tests
