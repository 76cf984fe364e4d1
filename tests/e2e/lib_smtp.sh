# What tests of mail begin with, behind lib.sh: an SMTP server on this machine that does
# not always do as it should (tests/support/smtp_server.py).

skip() {
    printf 'skipped: %s\n' "$1"
    exit 77
}

python=
for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import aiosmtpd' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || skip 'python3-aiosmtpd is missing'
command -v openssl >/dev/null || skip 'openssl is missing'
unset ALL_PROXY all_proxy HTTPS_PROXY https_proxy HTTP_PROXY http_proxy
unset SSL_CERT_FILE SSL_CERT_DIR MATCHDAY_SMTP_PASSWORD MATCHDAY_SMTP_TOKEN

servers=
trap 'for pid in $servers; do kill -9 "$pid" 2>/dev/null; done
      chmod -R u+w "$work"; rm -rf "$work"' EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout key.pem -out cert.pem 2>openssl_errors ||
    { cat openssl_errors >&2; exit 1; }

# wait_for CONDITION...: up to ten seconds
wait_for() {
    for _ in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    wrong "did not come true: $*"
}

# start_server FOLDER MODE: the port is in $port then
start_server() {
    mkdir "$1"
    "$python" "$source_root/tests/support/smtp_server.py" "$1" cert.pem key.pem "$2" \
        2>"$1/errors" &
    servers="$servers $!"
    wait_for [ -e "$1/port" ]
    port=$(cat "$1/port")
}

mails() {
    find "$1" -name '*.eml' | wc -l
}

# read_mails FILE...: what is in them, in the file "mails"
read_mails() {
    n_checks=$((n_checks + 1))
    "$python" "$source_root/tests/support/read_mails.py" "$@" >mails ||
        wrong "these mails are not as they should be: $*"
}

# times_taken FOLDER ADDRESS
times_taken() {
    cat "$1"/*.to 2>/dev/null | grep -cxF "$2"
}

# send STATUS EVENT SCHEDULE OPTION...
send() {
    wanted=$1
    shift
    run "$wanted" send "$@" --really --server "smtp://localhost:$port" \
        --cacert cert.pem --user desk --password-file password --rate 60000 \
        --retry-wait 0.1
}

# start_send EVENT FOLDER: in the background; its process is $sender
start_send() {
    "$program" send "$1" "$2/schedule.json" --really --server "smtp://localhost:$port" \
        --cacert cert.pem --user desk --password-file password --rate 60000 \
        >killed_stdout 2>killed_stderr </dev/null &
    sender=$!
}

# has_taken FOLDER ADDRESS: the server of that folder has a mail for them
has_taken() {
    [ "$(times_taken "$1" "$2")" -ge 1 ]
}

printf 'right-password\n' >password
printf 'wrong-password\n' >wrong_password
chmod 600 password wrong_password
