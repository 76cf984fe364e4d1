# Calendars on a CalDAV server: after every run they hold the last schedule, wherever
# its files are put, and each by itself.
. "$(dirname "$0")/lib.sh"
. "$source_root/tests/support/reruns.sh"

if ! command -v radicale >/dev/null; then
    echo 'skipped: radicale is missing'
    exit 77
fi
unset ALL_PROXY all_proxy HTTPS_PROXY https_proxy HTTP_PROXY http_proxy

server=
trap '[ -z "$server" ] || kill "$server"; chmod -R u+w "$work"; rm -rf "$work"' EXIT

cat >radicale.conf <<END_CONF
[server]
hosts = 127.0.0.1:0
[auth]
type = none
[storage]
filesystem_folder = $work/collections
[logging]
level = info
END_CONF
radicale -C radicale.conf >radicale.log 2>&1 &
server=$!
for _ in $(seq 200); do
    grep -q 'server ready' radicale.log && break
    sleep 0.1
done
port=$(sed -n "s/.*Listening on '.*:\([0-9]*\)'.*/\1/p" radicale.log)
[ -n "$port" ] || {
    cat radicale.log >&2
    wrong 'Radicale does not begin'
    exit 1
}

# caldav STATUS ARGUMENT...: what was found is in the file "found"
caldav() {
    wanted=$1
    shift
    n_checks=$((n_checks + 1))
    python3 "$source_root/tests/support/caldav.py" "http://127.0.0.1:$port" "$@" >found
    status=$?
    if [ $status -ne "$wanted" ]; then
        wrong "caldav.py $* ends with $status, not $wanted:"
        cat found >&2
    fi
}

make_reruns
before=
for out in run1 run2 run3 run4 run5 run6 run7 run8; do
    caldav 0 put $out
    says found '^[1-9][0-9]* requests, 0 wrong$'
    # shellcheck disable=SC2086 # none or one
    caldav 0 check $out $before
    says found '^[1-9][0-9][0-9] requests, 0 wrong$'
    before=$out
done

# The comparison is one: it sees that another schedule is another.
caldav 1 check run3 run5
says found '^agendas-[a-z-]* has [^ ]* [0-9TZ]* [0-9TZ]* CONFIRMED [0-9]$'
says found '^invites-gifu has not '
says found '^agendas-gifu from 20260519T[0-9]*Z to 20260519T[0-9]*Z has '

# Files that come in the wrong order would be noticed, too: the server takes what it
# gets.
caldav 0 put run2
caldav 1 check run8

end_tests
