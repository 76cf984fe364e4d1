# Mails: as files, shown, and sent to a server that does not always do as it should.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/lib_smtp.sh"

# As files: everybody's, drafts, the same bytes again, and none when all is sent.
mkdir event
cp "$tiny/event.json" event/
run 0 solve event -o out
holds [ "$(mails out/mail)" -eq 8 ]
read_mails out/mail/*.eml out/mail/*/*.eml
says mails '^misaki\.tanaka@gifu\.example\.org \| 【小さなマッチメイキング】面談日程のご案内 \| PUBLISH \| 3$'
says mails '^chloe\.marchal@grand-est\.example\.org \| A small matchmaking morning : vos rendez-vous \| PUBLISH \| 2$'
says out/mail/gifu-1.eml '^Date: Sun, 13 Sep 2020 12:26:40 \+0000'
holds [ "$(grep -c X-Unsent out/mail/gifu-1.eml)" -eq 0 ]
run 0 export event out/schedule.json -o again
same out/mail again/mail
run 0 export event out/schedule.json -o drafts --drafts
says drafts/mail/gifu-1.eml '^X-Unsent: 1'
read_mails drafts/mail/*.eml
for contact in 1 2; do
    holds [ -e out/mail/vitagora-$contact.eml ]
done
cp -r out published
run 0 publish event published/schedule.json
run 0 export event published/schedule.json -o published
holds [ ! -e published/mail ]
run 0 send event published/schedule.json
says stdout 'nobody has to be told anything, as nothing differs from what was sent'

# The wording can be replaced.
mkdir event/texts
cat >event/texts/mail.fr.txt <<'END'
Ceci est un commentaire {avec n'importe quoi}.
[agenda subject]
Votre journée {{1} à {event}

[agenda text]

Chère personne,

{meetings}

À bientôt, {organizer}
END
run 0 check event
run 0 export event out/schedule.json -o worded
read_mails worded/mail/*.eml
says mails '^chloe.* \| Votre journée \{1\} à A small matchmaking morning \| PUBLISH'
same out/mail/gifu-1.eml worded/mail/gifu-1.eml
change event/texts/mail.fr.txt 's/{organizer}/{organiser}/'
for command in "check event" "export event out/schedule.json -o no" \
    "solve event -o no" "send event out/schedule.json"; do
    # shellcheck disable=SC2086 # a list of words
    run 1 $command
    says stderr 'texts/mail\.fr\.txt:11: \{organiser\} stands for nothing here; expected'
done
holds [ ! -e no ]
rm -r event/texts

# Shown, not sent.
run 0 send event out/schedule.json
says stdout '^would send: agenda to misaki\.tanaka@gifu\.example\.org, from desk@example\.org: '
says stdout '^8 mails to send; nothing is sent without --really$'
run 0 send event out/schedule.json --invites
says stdout '^would send: invite m0001 to '
says stdout '^would send: agenda to naomi'
says stdout '^13 mails to send'
run 0 send event out/schedule.json --invites --agendas --dry-run
says stdout '^20 mails to send'
holds [ ! -e out/sent.ledger ]

# Who has no meetings gets what else there is on the day, in their language, and is told
# when it changes.
cp -r event guests
change guests/event.json 's/{"id": "sendai",/{"id": "guest", "side": "JP", "languages": ["ja"], "contacts": [{"name": "G", "email": "guest@example.org", "language": "ja"}]}, &/'
change guests/event.json 's/"uid_domain"/"alarm_minutes": 15, &/'
run 0 solve guests -o guests_out
"$python" -c 'import email, sys
for part in email.message_from_binary_file(open(sys.argv[1], "rb")).walk():
    if part.get_content_type() == "text/calendar":
        print(part.get_payload(decode=True).decode())' guests_out/mail/guest-1.eml >calendar
says calendar '^TRIGGER:-PT15M'
says guests_out/mail/guest-1.eml ' method=PUBLISH;'
run 0 send guests guests_out
says stdout '^would send: agenda to guest@example\.org, from .*プログラムのご案内$'
says stdout '^9 mails to send'
run 0 publish guests guests_out
change guests/event.json 's/"start": "2026-05-19T08:45"/"start": "2026-05-19T08:40"/'
run 0 solve guests -o guests_out --previous guests_out/schedule.json
run 0 send guests guests_out
says stdout '^would send: new agenda to guest@example\.org, from .*プログラム変更のご案内$'

run 0 publish guests guests_out
change guests/event.json 's#example.org/plenary"#example.org/plenary-2"#'
run 0 solve guests -o guests_out --previous guests_out/schedule.json
run 0 send guests guests_out
says stdout '^would send: new agenda to guest@example\.org, '
holds [ "$("$python" -c 'import email, email.policy, sys
print(email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
      .get_body(("plain",)).get_content())' guests_out/mail/guest-1.eml |
    grep -c '名称または参加用リンクに変更がございます')" -eq 1 ]

# Command lines that are wrong.
run 2 send event out/schedule.json --really
run 2 send event out/schedule.json --really --dry-run --server smtp://localhost
run 2 send event out/schedule.json --server smtp://desk:secret@localhost
says stderr 'a login does not belong into the URL'
run 2 send event out/schedule.json --server http://localhost
run 2 send event out/schedule.json --server smtp://localhost --password-file password
run 2 send event out/schedule.json --server smtp://localhost --user a \
    --password-file password --token-file password

"$program" send event out/schedule.json --really --server smtp://localhost:1 \
    --retries 0 2>stderr >stdout </dev/null
if grep -q 'built without libcurl' stderr; then
    [ $n_wrong -eq 0 ] || exit 1
    skip 'the program was built without libcurl; the files are right'
fi
rm -f out/sent.ledger

# Secrets that others can read, or that are missing.
start_server first starttls
chmod 644 password
send 3 event out/schedule.json
says stderr 'password: others can read this secret'
chmod 600 password
run 1 send event out/schedule.json --really --server "smtp://localhost:$port" --user desk
says stderr '^--user desk has no password'

# Nothing is sent to a server that cannot prove who it is, or does not encrypt, or
# does not know us; nobody is in doubt afterwards.
refused() {
    says stdout '^0 mails sent, 1 not sent, 7 not tried$'
    says stdout 'is not recorded as sent'
    says stderr "$1"
    holds [ "$(mails first)" -eq 0 ]
}
run 3 send event out/schedule.json --really --server "smtp://localhost:$port" \
    --user desk --password-file password
refused 'not sent, nor are the others: .*certificate'
run 3 send event out/schedule.json --really --server "smtp://127.0.0.1:$port" \
    --user desk --password-file password --cacert cert.pem
refused 'not sent, nor are the others: .*127\.0\.0\.1'
run 3 send event out/schedule.json --really --server "smtp://localhost:$port" \
    --user desk --password-file wrong_password --cacert cert.pem
refused 'not sent, nor are the others: 535'
start_server no_tls plain
send 3 event out/schedule.json
refused 'not sent, nor are the others: '
holds [ "$(mails no_tls)" -eq 0 ]
port=1
send 3 event out/schedule.json --retries 1
refused 'not sent, nor are the others: '
run 0 send event out/schedule.json
says stdout '^8 mails to send;'

# All is well: everybody once, as in the files, and it is recorded.
port=$(cat first/port)
cp -r out well
rm -f well/sent.ledger
send 0 event well/schedule.json
says stdout '^8 mails sent$'
says stdout 'well/schedule\.json: 5 meetings( and 1 agenda item)? are recorded as sent$'
holds [ "$(mails first)" -eq 8 ]
read_mails first/*.eml
says mails '^yui\.abe@sendai\.example\.org \| .* \| PUBLISH \| 3$'
n_checks=$((n_checks + 1))
grep -qxF 'misaki.tanaka@gifu.example.org' first/1.to &&
    cmp -s out/mail/gifu-1.eml first/1.eml ||
    wrong 'what arrived is not the file in mail/'
says first/logins '^[A-Z]* desk right-password$'
holds [ "$(grep -c '^attempt' well/sent.ledger)" -eq 8 ]
says well/sent.ledger '^done.*250 2\.0\.0 taken as number 8$'
says well/schedule.json '"state": *"confirmed"'
holds [ "$(grep -c right-password well/sent.ledger)" -eq 0 ]
send 0 event well/schedule.json
says stdout 'nobody has to be told anything, as nothing differs'
holds [ "$(mails first)" -eq 8 ]

# A change: only those concerned, with an update and a cancellation.
cp -r event changed
change changed/event.json 's/"id": "iwate", /&"status": "cancelled", /'
run 0 solve changed -o next --previous well/schedule.json
run 0 send changed next/schedule.json --invites --agendas
says stdout '^would send: new agenda to sota\.kikuchi@iwate'
says stdout '^would send: cancellation m[0-9]* to sota\.kikuchi@iwate'
holds [ "$(grep -c 'kosice\|grand-est' stdout)" -eq 0 ]
mkdir before_change_mails
mv first/*.eml first/*.to before_change_mails
send 0 changed next/schedule.json --invites --agendas
read_mails first/*.eml
says mails '^sota\.kikuchi@iwate\.example\.org \| .*中止.* \| CANCEL \| 1$'
says mails '^julien\.perrot@vitagora\.example\.org \| A small matchmaking morning : vos rendez-vous ont changé \| PUBLISH'
holds [ "$(grep -c 'kosice\|grand-est' mails)" -eq 0 ]

# One is refused, one comes later, one message is not wanted; all others get theirs.
start_server second starttls
cat >second/rules <<'END'
marek.hudak@kosice.example.org 550 1
sota.kikuchi@iwate.example.org 451 2
yui.abe@sendai.example.org after-554 1
END
cp -r out partly
rm -f partly/sent.ledger
send 3 event partly/schedule.json
says stdout '^6 mails sent, 2 not sent$'
says stderr 'agenda to marek\.hudak@kosice\.example\.org: not sent: 550 5\.1\.1 .*nobody of that name'
says stderr 'agenda to sota\.kikuchi@iwate\.example\.org: will be tried again in 0\.1 s: 451 4\.3\.0'
says stderr 'agenda to yui\.abe@sendai\.example\.org: not sent: 554 5\.7\.1'
says stdout 'partly/schedule\.json: 5 meetings( and 1 agenda item)? are recorded as sent$'
says stdout '^  but for what was refused: the next run tries it again'
holds [ "$(mails second)" -eq 6 ]
# Who is deferred holds nobody up.
holds [ "$(cat second/6.to)" = sota.kikuchi@iwate.example.org ]
run 0 send event partly/schedule.json
says stdout '^2 mails to send;'
send 0 event partly/schedule.json
says stdout '^2 mails sent$'
holds [ "$(mails second)" -eq 8 ]
holds [ "$(sort second/*.to | uniq -d | wc -l)" -eq 0 ]
says partly/schedule.json '"state": *"confirmed"'

# Who is refused an update or a cancellation has the old state still, and is told in the
# next run, also after another schedule; nobody else is.
cp -r changed refused_event
run 0 solve refused_event -o refused_out --previous partly/schedule.json
printf '%s 550 1\n' sota.kikuchi@iwate.example.org yui.abe@sendai.example.org >second/rules
send 3 refused_event refused_out/schedule.json
says stderr 'agenda to sota\.kikuchi@iwate\.example\.org: not sent: 550'
says stderr 'agenda to yui\.abe@sendai\.example\.org: not sent: 550'
says stdout 'refused_out/schedule\.json: .* recorded as sent$'
# Nobody is taken for told whom 'send' could not reach, but where that is said.
cp -r refused_out refused_published
run 1 publish refused_event refused_published
says stderr "schedule\.json: 'matchday send' could not reach 2 people: sota\.kikuchi@iwate\.example\.org, yui\.abe@sendai\.example\.org\. .*expected 'matchday send' once more, or --others-told"
same refused_out refused_published
# Nor where the address has been mended since.
cp -r refused_event mended_event
change mended_event/event.json 's/yui\.abe@/abe.yui@/'
run 1 publish mended_event refused_published --unjudged
says stderr 'could not reach 3 people: sota\.kikuchi@iwate\.example\.org, abe\.yui@sendai'
run 0 publish refused_event refused_published --others-told
run 0 send refused_event refused_published
says stdout 'nobody has to be told anything'
run 0 solve refused_event -o refused_again --previous refused_out/schedule.json
run 0 send refused_event refused_again
says stdout '^would send: new agenda to sota\.kikuchi@iwate'
says stdout '^would send: new agenda to yui\.abe@sendai'
says stdout '^2 mails to send'
mv second/*.eml second/*.to before_change_mails
send 0 refused_event refused_again/schedule.json
read_mails second/*.eml
says mails '^sota\.kikuchi@iwate\.example\.org \| .* \| PUBLISH \| '
run 0 send refused_event refused_again
says stdout 'nobody has to be told anything'

# A sender that the server does not take is nobody's refusal, and what comes later (4xx)
# to the end is not recorded.
cp -r out sender
rm -f sender/sent.ledger
echo 'from:desk@example.org 550 1' >second/rules
send 3 event sender/schedule.json
says stderr 'not sent, nor are the others: 550 5\.7\.60'
says stdout '^0 mails sent, 1 not sent, 7 not tried$'
echo 'yui.abe@sendai.example.org 451' >second/rules
send 3 event sender/schedule.json --retries 1
says stdout '^7 mails sent, 1 not sent$'
says stderr 'agenda to yui\.abe@sendai\.example\.org: will be tried again in 0\.1 s: 451'
says stdout 'sender/schedule\.json is not recorded as sent'
says sender/schedule.json '"sent": *null'
: >second/rules

# Invites alone do not tell of the plenary: that is still to be told.
cp -r out invited
rm -f invited/sent.ledger
send 0 event invited/schedule.json --invites
says stdout '^  7 people still have agenda items to hear of, which invites do not carry'
run 0 send event invited/schedule.json
says stdout '^would send: new agenda to misaki\.tanaka@gifu'
says stdout '^would send: new agenda to yui\.abe@sendai'
says stdout '^would send: new agenda to yui.*プログラムのご案内$'
says stdout '^would send: new agenda to julien.* : votre programme$'
holds [ "$(grep -c 'rendez-vous ont' stdout)" -eq 0 ]
run 0 send event invited/schedule.json --invites
says stdout '^invited/schedule.json: there is no invite to send, as no meeting differs'
says stdout '^  7 people still have agenda items to hear of, .* with --agendas mails them$'
run 0 diff event invited invited
says stdout '^7 people are to be told\.$'
send 0 event invited/schedule.json --agendas
says stdout '^7 mails sent$'
run 0 send event invited/schedule.json --invites
says stdout 'nobody has to be told anything'

# A server that never answers is the wrong one: nothing is tried twice, and none is sent.
cp -r out nowhere
rm -f nowhere/sent.ledger
right_port=$port
port=1
send 3 event nowhere/schedule.json
says stderr 'not sent, nor are the others: .*port 1'
holds [ "$(grep -c 'tried again' stderr)" -eq 0 ]
holds [ "$(grep -c '^attempt' nowhere/sent.ledger)" -eq 1 ]
says stdout '^0 mails sent, 1 not sent, 7 not tried$'
port=$right_port
run 1 publish event nowhere
says stderr "could not reach 1 person: "

# The connection ends before the answer: who knows? Not sent again unless wished so.
start_server third starttls
cat >third/rules <<'END'
marek.hudak@kosice.example.org cut 1
yui.abe@sendai.example.org cut-early 1
END
cp -r out cut
rm -f cut/sent.ledger
send 3 event cut/schedule.json
says stdout '^6 mails sent, 2 in doubt$'
says stderr 'agenda to marek\.hudak@kosice\.example\.org: in doubt, as the connection ended'
send 3 event cut/schedule.json
says stdout '^0 mails sent, 6 sent before, 2 in doubt$'
says stderr 'agenda to yui\.abe@sendai\.example\.org: in doubt since an earlier run'
run 0 send event cut/schedule.json
says stdout '^in doubt: agenda to yui'
# Recorded by other means, they are in no list any more, but still in doubt.
cp -r cut cut_published
run 1 publish event cut_published/schedule.json
says stderr 'schedule\.json: sending: .* mailed it to some only: 6 of 8 mails \(2 more in doubt\) went out'
says stderr "expected 'matchday send' once more, .* or --others-told, if they were told by other means"
holds [ -e cut_published/sending.json ]
run 0 publish event cut_published/schedule.json --others-told
holds [ ! -e cut_published/sending.json ]
run 0 send event cut_published/schedule.json
says stderr 'an older mail to marek\.hudak@kosice\.example\.org \(agenda:kosice\): in doubt since'
send 3 event cut_published/schedule.json
says stdout 'nobody has to be told anything'
says stderr 'an older mail to yui\.abe@sendai\.example\.org \(agenda:sendai\): in doubt since'
sed -n 's/.*<\(.*\)> to .*/done\t2026-05-01T00:00:00Z\t\1\tit is there/p' stderr \
    >>cut_published/sent.ledger
send 0 event cut_published/schedule.json
holds [ "$(grep -c doubt stderr)" -eq 0 ]
holds [ "$(times_taken third marek.hudak@kosice.example.org)" -eq 1 ]
holds [ "$(times_taken third yui.abe@sendai.example.org)" -eq 0 ]
send 0 event cut/schedule.json --resend-in-doubt
says stdout '^2 mails sent, 6 sent before$'
holds [ "$(times_taken third yui.abe@sendai.example.org)" -eq 1 ]

# A connection that ends in the middle of a message which is too large to be on its
# way as a whole has delivered nothing: it is sent again at once.
python3 - "$tiny/event.json" >long.json <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    event = json.load(file)
for k in range(30):
    event["agenda"].append({
        "id": f"long-{k}", "title": "Fermented food, and what can be made of it. " * 2000,
        "start": f"2026-05-18T10:{k:02}", "end": f"2026-05-18T10:{k + 1:02}",
        "audience": ["gifu"]})
json.dump(event, sys.stdout)
END
run 0 solve long.json -o long
printf 'misaki.tanaka@gifu.example.org cut-early 1\n' >third/rules
mv third/*.eml third/*.to before_change_mails
port=$(cat third/port)
send 0 long.json long/schedule.json
says stderr 'agenda to misaki\.tanaka@gifu\.example\.org: will be tried again in 0\.1 s: '
holds [ "$(times_taken third misaki.tanaka@gifu.example.org)" -eq 1 ]
says stdout '^8 mails sent$'
n_checks=$((n_checks + 1))
arrived=$(grep -lxF misaki.tanaka@gifu.example.org third/*.to)
cmp -s long/mail/gifu-1.eml "${arrived%.to}.eml" || wrong 'the long message arrived otherwise'

# kill -9 while the server has the message and has not answered.
start_server fourth starttls
printf 'marek.hudak@kosice.example.org hang 1\n' >fourth/rules
cp -r out killed
rm -f killed/sent.ledger
start_send event killed
wait_for has_taken fourth marek.hudak@kosice.example.org
send 3 event killed/schedule.json
says stderr "sent\.ledger: another 'matchday send' is at work"
kill -9 $sender
wait $sender 2>/dev/null
send 3 event killed/schedule.json
says stdout '^4 mails sent, 3 sent before, 1 in doubt$'
says stderr 'agenda to marek\.hudak@kosice\.example\.org: in doubt since an earlier run'
holds [ "$(mails fourth)" -eq 8 ]
holds [ "$(sort fourth/*.to | uniq -d | wc -l)" -eq 0 ]

# kill -9 at any time: nobody twice, and everybody sent or in doubt in the end.
start_server fifth starttls
awk -F'"' '{ for (k = 1; k < NF; k++) if ($k == "email") print $(k + 2), "slow" }' \
    event/event.json >fifth/rules
holds [ "$(wc -l <fifth/rules)" -ge 8 ]
cp -r out often
rm -f often/sent.ledger
for pause in 0.15 0.4 0.55 0.7; do
    start_send event often
    sleep $pause
    kill -9 $sender 2>/dev/null
    wait $sender 2>/dev/null
done
# A record that was being written when the power went.
printf 'done\t2026-05-19T07:00' >>often/sent.ledger
"$program" send event often/schedule.json --really --server "smtp://localhost:$port" \
    --cacert cert.pem --user desk --password-file password --rate 60000 \
    >stdout 2>stderr </dev/null
n_doubt=$(grep -c 'in doubt since an earlier run' stderr)
n_done=$(grep -c '^done' often/sent.ledger)
holds [ $((n_done + n_doubt)) -eq 8 ]
holds [ "$(sort fifth/*.to | uniq -d | wc -l)" -eq 0 ]
n_taken=$(cat fifth/*.to | wc -l)
holds [ "$n_taken" -ge "$n_done" ]
holds [ "$n_taken" -le 8 ]

# A ledger that somebody edited is not guessed about.
printf 'done, I think\n' >>often/sent.ledger
send 1 event often/schedule.json
says stderr 'sent\.ledger:[0-9]*: this is no record of a mail'

# While it may hold a secret, the program leaves no core file; nor is the secret in
# what others can read of the process.
cp -r out hidden
rm -f hidden/sent.ledger
MATCHDAY_SMTP_PASSWORD=right-password "$program" send event hidden/schedule.json --really \
    --user desk --server "smtp://localhost:$port" --cacert cert.pem --rate 60 \
    >stdout 2>stderr </dev/null &
sender=$!
servers="$servers $sender"
wait_for [ -s hidden/sent.ledger ]
if [ -r "/proc/$sender/limits" ]; then
    says "/proc/$sender/limits" '^Max core file size +0 +0 '
    holds [ "$(tr '\0' '\n' <"/proc/$sender/environ" | grep -c right-password)" -eq 0 ]
    holds [ "$(grep -c right-password "/proc/$sender/cmdline")" -eq 0 ]
fi
kill -9 $sender

# TLS from the first byte, and a token; with the password from the environment.
start_server sixth tls
cp -r out token
rm -f token/sent.ledger
printf 'wrong-token\n' >token_file
chmod 600 token_file
run 3 send event token/schedule.json --really --server "smtps://localhost:$port" \
    --cacert cert.pem --user desk@example.org --token-file token_file --retries 0
holds [ "$(mails sixth)" -eq 0 ]
MATCHDAY_SMTP_TOKEN=right-token
export MATCHDAY_SMTP_TOKEN
run 0 send event token/schedule.json --really --server "smtps://localhost:$port" \
    --cacert cert.pem --user desk@example.org --rate 60000
unset MATCHDAY_SMTP_TOKEN
says sixth/logins '^XOAUTH2 user=desk@example\.org\|auth=Bearer right-token\|\|$'
holds [ "$(mails sixth)" -eq 8 ]
cp -r out environment
rm -f environment/sent.ledger
MATCHDAY_SMTP_PASSWORD=right-password
export MATCHDAY_SMTP_PASSWORD
run 0 send event environment/schedule.json --really --user desk \
    --server "smtps://localhost:$port" --cacert cert.pem --rate 60000 --invites
unset MATCHDAY_SMTP_PASSWORD
read_mails sixth/*.eml
holds [ "$(grep -c '| REQUEST | 1$' mails)" -eq 12 ]

# tenths: of a second, by a clock that nobody sets
tenths() {
    "$python" -c 'import time; print(int(time.monotonic() * 10))'
}

# A rate is kept: 150 a minute are 0.4 seconds apart.
cp -r out rated
rm -f rated/sent.ledger
port=$(cat second/port)
: >second/rules
cp rated/schedule.json unrated.json
begin=$(tenths)
"$program" send event rated/schedule.json --really --server "smtp://localhost:$port" \
    --cacert cert.pem --user desk --password-file password --rate 150 \
    >stdout 2>stderr </dev/null
end=$(tenths)
holds [ $((end - begin)) -ge 27 ]
# Attempts after a refusal count: 8 mails and 4 of them are 0.3 seconds apart.
rm -f rated/sent.ledger
cp unrated.json rated/schedule.json
echo 'misaki.tanaka@gifu.example.org 451 4' >second/rules
begin=$(tenths)
"$program" send event rated/schedule.json --really --server "smtp://localhost:$port" \
    --cacert cert.pem --user desk --password-file password --rate 200 --retries 5 \
    --retry-wait 0.01 >stdout 2>stderr </dev/null
end=$(tenths)
holds [ "$(grep -c '^attempt' rated/sent.ledger)" -eq 12 ]
holds [ $((end - begin)) -ge 32 ]
: >second/rules

# Each wait is twice as long as the one before: 0.5, 1 and 2 seconds.
rm -f rated/sent.ledger
cp unrated.json rated/schedule.json
echo 'misaki.tanaka@gifu.example.org 451 3' >second/rules
begin=$(tenths)
run 0 send event rated/schedule.json --really --server "smtp://localhost:$port" \
    --cacert cert.pem --user desk --password-file password --rate 60000 \
    --retry-wait 0.5
end=$(tenths)
holds [ "$(grep -c 'will be tried again' stderr)" -eq 3 ]
holds [ $((end - begin)) -ge 34 ]
: >second/rules

# Sides with an organiser of their own: who sends, and what cannot be written.
cp -r event sides
change sides/event.json 's/"uid_domain"/"organizers": {"JP": {"name": "事務局、\\"東京\\"\\nBcc: everybody", "email": "tokyo@example.org"}}, &/'
change sides/event.json 's/\("name": "Chlo[^"]*\)", "email": "[^"]*"/\1"/'
change sides/event.json 's/"email": "naomi[^"]*"/"note": "no address"/'
run 0 solve sides -o sides_out
run 0 send sides sides_out/schedule.json
says stdout 'agenda to sota\.kikuchi@iwate\.example\.org, from tokyo@example\.org'
says stdout 'agenda to marek\.hudak@kosice\.example\.org, from desk@example\.org'
says stderr '^grand-est has no e-mail address: it must be told by other means$'
says stderr '^interpreter I1 has no e-mail address: it must be told by other means$'
read_mails sides_out/mail/*.eml
holds [ "$(grep -ci '^bcc' sides_out/mail/gifu-1.eml)" -eq 0 ]

# A contact without an address who is alone in a meeting.
cat >two.json <<'END'
{"format": "matchday-event/1",
 "event": {"id": "two", "organizer": {"name": "Desk", "email": "desk@example.org"},
           "uid_domain": "example.org"},
 "sessions": [{"id": "s", "date": "2026-05-19", "start": "09:00", "end": "09:20",
               "meeting_minutes": 20}],
 "rooms": 2, "participants": [
    {"id": "a", "parallel": 2, "contacts": [{"name": "Ann", "email": "ann@example.org"}, {"name": "Bea"}]},
    {"id": "b", "contacts": [{"name": "Bob", "email": "bob@example.org"}, {"name": "Ben"}]},
    {"id": "c", "contacts": [{"name": "Cy", "email": "cy@example.org"}]}],
 "requests": [{"id": "r1", "from": "a", "to": "b"}, {"id": "r2", "from": "a", "to": "c"}]}
END
run 0 solve two.json -o two
run 0 send two.json two
says stdout '^3 mails to send'
says stderr '^a: Bea has no e-mail address: it must be told by other means$'
holds [ "$(grep -c 'told by other means' stderr)" -eq 1 ]

end_tests
