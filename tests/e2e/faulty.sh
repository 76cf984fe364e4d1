# Where calls fail, disks are full, processes are killed and two run at once: no file is
# damaged, nothing is lost, and the next run comes to what it should.
#
# MATCHDAY_FAULTS=all tries every call of every command; MATCHDAY_KILLS=1000 kills as
# often at random moments.
# Where nothing waits for a disk: the files are looked at, not the disk.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then
    TMPDIR=/dev/shm
    export TMPDIR
fi
faults=$(realpath "$3")
file_faults=$(realpath "$4")
. "$(dirname "$0")/lib.sh"

python=$(command -v python3) || { echo 'skipped: python3 is missing'; exit 77; }
faulty=$source_root/tests/support/faulty.py
all=
[ "${MATCHDAY_FAULTS:-}" = all ] && all=--all

# faulty ARGUMENT...: the report is shown
faulty() {
    n_checks=$((n_checks + 1))
    "$python" "$faulty" "$program" "$faults" "$source_root" "$@" >report 2>&1 ||
        wrong "faulty.py $*"
    cat report
}

faulty $all
faulty --kills "${MATCHDAY_KILLS:-40}"

# Nothing is forgotten where files cannot be read or written.
if command -v valgrind >/dev/null; then
    faulty --leaks "$file_faults" $all
else
    echo 'left out: valgrind is missing'
fi

# A disk with room for less than a run needs, more and more of it: as before, until
# there is enough.
run 0 solve "$tiny" -o before
cp -R "$tiny" changed
change changed/event.json 's#meet.example.org/1#meet.example.org/one#'
full_disk() {
    n_full=0
    for room in 450 500 550 600 650 700 800 900 1200; do
        mkdir -p disk
        mount -t tmpfs -o size=${room}k tmpfs disk || return 1
        if cp -R before disk/out 2>/dev/null && printf 'mine\n' 2>/dev/null >disk/out/notes; then
            cp -R disk/out was
            n_checks=$((n_checks + 1))
            "$program" solve changed -o disk/out -q >stdout 2>stderr
            status=$?
            if [ $status -eq 3 ]; then
                n_full=$((n_full + 1))
                says stderr 'disk/out.*No space left on device'
                same was disk/out
                holds [ ! -e disk/out.new ]
            elif [ $status -eq 0 ]; then
                holds grep -q 'meet\.example\.org/one' disk/out/agendas/gifu.ics
                holds [ "$(cat disk/out/notes)" = mine ]
            else
                wrong "on a disk of $room KiB the status is $status"
            fi
            rm -rf was
        fi
        umount disk
    done
    holds [ $n_full -ge 2 ]
}
# A folder that is a disk of its own cannot be exchanged, and is filled all the same.
mount_point() {
    mkdir -p disk
    mount -t tmpfs -o size=8m tmpfs disk || return 1
    cp -R before/. disk
    printf 'mine\n' >disk/notes
    run 0 solve changed -o disk -q
    holds [ "$(cat disk/notes)" = mine ]
    run 0 solve changed -o as_expected -q
    rm disk/notes
    same as_expected disk
    umount disk
}
if [ "$(id -u)" -eq 0 ] && mkdir -p disk && mount -t tmpfs -o size=1m tmpfs disk 2>/dev/null; then
    umount disk
    full_disk
    mount_point
else
    echo 'left out: a full disk, as nothing can be mounted here'
fi

# A folder that is closed stays as it is, also where it could be replaced, and where it
# cannot be replaced it is filled.
as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
if [ "$(id -u)" -ne 0 ] || command -v setpriv >/dev/null; then
    chmod 755 "$work"
    mkdir theirs
    cp -R before theirs/out
    cp -R changed theirs/event
    cp "$program" theirs/matchday
    [ "$(id -u)" -ne 0 ] || chown -R 65534:65534 theirs
    for closed in out out/agendas; do
        chmod 500 theirs/$closed
        n_checks=$((n_checks + 1))
        as_nobody theirs/matchday solve theirs/event -o theirs/out -q >stdout 2>stderr
        [ $? -eq 3 ] || wrong "into a closed folder: $(cat stderr)"
        says stderr 'theirs/out.*(cannot be written|nothing can be written)'
        chmod 700 theirs/$closed
        same before theirs/out
    done
    chmod 500 theirs
    n_checks=$((n_checks + 1))
    as_nobody theirs/matchday solve theirs/event -o theirs/out -q >stdout 2>stderr ||
        wrong "in a folder whose own folder is closed: $(cat stderr)"
    chmod 700 theirs
    run 0 solve changed -o as_expected -q
    same as_expected theirs/out
    holds [ ! -e theirs/out.new ]
else
    echo 'left out: closed folders, as setpriv is missing'
fi

# Two runs at once: one waits for the other, and what is there is of one of them, whole.
run 0 solve changed -o other -q
for _ in 1 2 3 4 5; do
    cp -R before both
    "$program" export "$tiny" before -o both >/dev/null 2>stderr_1 &
    one=$!
    "$program" export changed other -o both >/dev/null 2>stderr_2 &
    two=$!
    n_checks=$((n_checks + 2))
    wait $one || wrong "one of two runs: $(cat stderr_1)"
    wait $two || wrong "the other of two runs: $(cat stderr_2)"
    n_checks=$((n_checks + 1))
    diff -r before both >difference || diff -r other both >>difference ||
        wrong "two runs at once: $(head -5 difference)"
    "$program" export "$tiny" before -o fresh >/dev/null 2>stderr_1 &
    one=$!
    "$program" export changed other -o fresh >/dev/null 2>stderr_2 &
    two=$!
    wait $one || wrong "one of two first runs: $(cat stderr_1)"
    wait $two || wrong "the other of two first runs: $(cat stderr_2)"
    diff -r before fresh >difference || diff -r other fresh >difference ||
        wrong "two first runs at once: $(head -5 difference)"
    holds [ ! -e both.new ]
    holds [ ! -e fresh.new ]
    rm -rf both fresh
done

end_tests
