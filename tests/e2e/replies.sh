# Answers: what counts, what is kept, and the event made of what was declined.
. "$(dirname "$0")/lib.sh"

mkdir event
cp "$tiny/event.json" event/
run 0 solve event -o out
run 0 publish event out/schedule.json

# uid_of PARTICIPANT PARTICIPANT
uid_of() {
    sed -n "s/.*\"participants\":\\[\"$1\",\"$2\"\\].*\"uid\":\"\\([^\"]*\\)\".*/\\1/p" \
        out/schedule.json
}

# reply UID ADDRESS ANSWER [SEQUENCE [STAMP]]
reply() {
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:REPLY\r\n'
    printf 'BEGIN:VEVENT\r\nUID:%s\r\nSEQUENCE:%s\r\nDTSTAMP:%s\r\n' "$1" "${4-0}" \
        "${5-20260301T090000Z}"
    printf 'ATTENDEE;CN="X, Y";PARTSTAT=%s:%s\r\n' "$3" "$2"
    printf 'COMMENT:Sorry\\, no\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
}

gifu_kosice=$(uid_of gifu kosice)
gifu_vitagora=$(uid_of gifu vitagora)
kosice_sendai=$(uid_of kosice sendai)
holds [ -n "$gifu_kosice" ]
holds [ -n "$gifu_vitagora" ]

# One of each; the address in capitals is the same.
reply "$gifu_kosice" MAILTO:Misaki.Tanaka@GIFU.example.org ACCEPTED >yes.ics
reply "$kosice_sendai" mailto:yui.abe@sendai.example.org TENTATIVE >perhaps.ics
{
    printf 'From: Julien <julien.perrot@vitagora.example.org>\nSubject: No\n'
    printf 'Content-Type: multipart/alternative;\n\tboundary="b=1"\n\n--b=1\n'
    printf 'Content-Type: text/plain\n\nNo.\n--b=1\n'
    printf 'Content-Type: text/calendar; method=REPLY; charset=UTF-8\n'
    printf 'Content-Transfer-Encoding: base64\n\n'
    reply "$gifu_vitagora" mailto:julien.perrot@vitagora.example.org DECLINED | base64
    printf -- '--b=1--\n'
} >no.eml
run 0 replies event out/schedule.json yes.ics perhaps.ics no.eml -o declined
says stdout '^out/replies.json: 3 answers, 3 new: 1 accepted, 1 tentative, 1 declined, 0 with another time$'
says stdout '1 meeting is declined, as in the event in declined$'
says stdout '^    m0004  Gifu Prefecture; Vitagora, by julien\.perrot@vitagora\.example\.org$'
silent stderr
says out/replies.csv '"m0004","am-03","vitagora","Julien Perrot","julien.perrot@vitagora.example.org","declined",0,"2026-03-01T09:00:00Z",,,"Sorry, no",.?$'
says out/replies.csv '"vitagora","Inès Garnier","ines.garnier@vitagora.example.org",,,'
says out/replies.json '"email":"misaki.tanaka@gifu.example.org","answer":"accepted"'
holds [ "$(grep -c '"status":"declined"' declined/event.json)" -eq 3 ] # one was before


# Ready for a rerun: the meeting is cancelled, and why is said.
run 0 check declined
run 0 solve declined -o again --previous out/schedule.json
says again/schedule.json '"requests":\["r01","r02"\].*"reason":"declined"'
holds [ "$(grep -c METHOD:CANCEL again/invites/gifu/m0004.ics)" -eq 1 ]

# Who sends it is not who answers: an alias counts and is told, somebody else's
# contact does not count.
sed 's/^From: .*/From: "J. P." <j.p@vitagora.example.org>/' no.eml >alias.eml
cp -r out aliases
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json alias.eml
says stdout '1 meeting is declined'
says stderr 'the answer of julien\.perrot@vitagora\.example\.org was sent by j\.p@vitagora'
holds [ "$(grep -c 'was sent by' stderr)" -eq 1 ]
sed 's/^From: .*/From: misaki.tanaka@gifu.example.org (Misaki)/' no.eml >foreign.eml
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json foreign.eml
says stdout '0 meetings are declined'
says stderr 'was sent by a contact of another participant'
sed 's/^From: .*/From: =?utf-8?q?In=C3=A8s?= <ines.garnier@vitagora.example.org>/' no.eml >colleague.eml
run 0 replies event aliases/schedule.json colleague.eml
says stdout '1 meeting is declined'
reply "$gifu_vitagora" mailto:julien.perrot@vitagora.example.org 'DECLINED;SENT-BY="mailto:aide@vitagora.example.org"' >aide.ics
run 0 replies event aliases/schedule.json aide.ics
says stderr 'was sent by aide@vitagora\.example\.org'

# All mails of an mbox, whichever ends of lines.
reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org ACCEPTED >m.ics
{
    printf 'From a Mon Mar  2 09:00:00 2026\nFrom: misaki.tanaka@gifu.example.org\n'
    printf 'Content-Type: text/calendar\n\n'
    cat m.ics
    printf '\nFrom b Mon Mar  2 09:00:00 2026\n'
    cat no.eml
} >two.mbox
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json two.mbox
says stdout '2 answers, 2 new: 1 accepted, 0 tentative, 1 declined'
silent stderr
tr '\n' '\r' <no.eml >old_mac.eml
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json old_mac.eml
says stdout '1 answer, 1 new: 0 accepted, 0 tentative, 1 declined'

# The same answer, forwarded by somebody else's contact and sent by the person: the
# order does not matter.
{
    printf 'From a Mon Mar  2 09:00:00 2026\n'
    cat foreign.eml
    printf '\nFrom b Mon Mar  2 09:00:00 2026\n'
    cat no.eml
} >forwarded.mbox
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json forwarded.mbox
says stdout '^aliases/replies.json: 1 answer, 1 new: 0 accepted, 0 tentative, 1 declined'
says stdout '^  1 answer of this run does not count$'
says stderr 'was sent by a contact of another participant'

# Mail in which there is nothing but Outlook's own format.
{
    printf 'From: julien.perrot@vitagora.example.org\nContent-Type: multipart/mixed; boundary=b\n\n'
    printf -- '--b\nContent-Type: text/plain\n\nNo.\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n'
    printf 'Content-Transfer-Encoding: base64\n\neJ8+Ig==\n--b--\n'
} >winmail.eml
run 0 replies event aliases/schedule.json winmail.eml
says stderr "^winmail.eml:1: warning: has its calendar in Outlook's own format \(winmail.dat\), which only people can read"

# One time of a series is no answer to the meeting, unless it is the meeting's.
{
    reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org ACCEPTED | sed '/^END:VCALENDAR/d'
    reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org DECLINED |
        sed '1,/^METHOD/d; s/^SEQUENCE.*/&\nRECURRENCE-ID:20300101T000000Z\r/'
} >series.ics
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json series.ics
says stdout '1 answer, 1 new: 1 accepted, 0 tentative, 0 declined'
says stderr '^series.ics:12: warning: misaki.tanaka@gifu.example.org \(declined\) answers one time of a series, which is not when the meeting is'
sed 's/20300101T000000Z/20260519T072500Z/' series.ics >series_of_one.ics
says aliases/schedule.json '"participants":\["gifu","kosice"\].*"start":"2026-05-19T07:25:00Z"'
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json series_of_one.ics
says stdout '1 answer, [12] new: 0 accepted, 0 tentative, 1 declined'

# What is kept can always be read again.
reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org ACCEPTED 0 16010101T000000Z >zero.ics
rm -f aliases/replies.*
run 1 replies event aliases/schedule.json zero.ics
says stderr '^zero.ics:8: DTSTAMP: is no time in UTC since 1900; expected when they answered'
reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org ACCEPTED |
    sed 's/METHOD:REPLY/METHOD:COUNTER/; s/^COMMENT.*/DTSTART:99991231T000000Z\r\nDURATION:P30000D\r/' >late.ics
run 0 replies event aliases/schedule.json late.ics
run 0 replies event aliases/schedule.json late.ics
says stdout '1 answer, 0 new: 0 accepted, 0 tentative, 0 declined, 1 with another time'
run 0 solve event -o later --previous aliases

# Programs get the answers, too.
rm -f aliases/replies.*
run 0 replies event aliases/schedule.json no.eml foreign.eml yes.ics --json
python3 - stdout "$gifu_vitagora" <<'END' || wrong 'the JSON is not as it should be'
import json, sys

result = json.load(open(sys.argv[1], encoding="utf-8"))
assert [r["answer"] for r in result["replies"] if r["uid"] == sys.argv[2]] == ["declined"]
assert len(result["replies"]) == 2
assert [u["why"][:17] for u in result["uncounted"]] == ["was sent by a con"], result
assert result["declined"] == ["m0004"]
assert result["warnings"] >= 1
END

# A comment in another encoding is kept as far as it goes, and the next run reads it;
# very many answers in one file take no long time.
rm -f aliases/replies.*
{
    printf 'From: julien.perrot@vitagora.example.org\nContent-Type: text/calendar; charset=ISO-8859-1\n\n'
    reply "$gifu_vitagora" mailto:julien.perrot@vitagora.example.org DECLINED |
        sed "s/Sorry.*no/$(printf 'D\351sol\351 \033[31m')/"
} >latin.eml
run 0 replies event aliases/schedule.json latin.eml
run 0 replies event aliases/schedule.json yes.ics
says stdout '2 answers, 1 new: 1 accepted, 0 tentative, 1 declined'
holds python3 -c 'import json; json.load(open("aliases/replies.json", encoding="utf-8"))'
awk -v uid="$gifu_vitagora" 'BEGIN {
    for (k = 0; k < 20000; k++) {
        printf "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:%s\nSEQUENCE:0\n", uid
        printf "DTSTAMP:202603%02dT%02d%02d%02dZ\n", 1 + k % 28, k % 24, k % 60, k % 59
        printf "ATTENDEE;PARTSTAT=ACCEPTED:mailto:julien.perrot@vitagora.example.org\n"
        printf "END:VEVENT\nEND:VCALENDAR\n"
    }
}' >many.ics
run 0 replies event aliases/schedule.json many.ics
says stdout '2 answers, 1 new: 2 accepted'

# What lies beside the event goes with it: calendars, which may still change, and
# the wording of mails.
cp -r event full
mkdir full/texts
printf '[agenda subject]\nOur day\n' >full/texts/mail.en.txt
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260519T080000Z\r\nDTEND:20260519T081000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' >full/gifu.ics
change full/event.json 's/"id": "gifu", /&"calendar": "gifu.ics", /'
run 0 solve full -o full_out
run 0 replies full full_out/schedule.json no.eml -o full_declined
same full/gifu.ics full_declined/gifu.ics
same full/texts full_declined/texts
says full_declined/event.json '"calendar":"gifu.ics"'
holds [ "$(grep -c '"kind":"unavailable"' full_declined/event.json)" -eq \
    "$(grep -c '"kind": *"unavailable"' full/event.json)" ]
run 0 solve full_declined -o full_again --previous full_out/schedule.json
run 0 check full --normalised plain
run 0 check full_declined --normalised plain_declined
sed 's/"declined"/"accepted"/' plain_declined/event.json >a
sed 's/"declined"/"accepted"/' plain/event.json >b
same a b

# The same again changes nothing.
cp out/replies.json before.json
run 0 replies event out/schedule.json no.eml yes.ics
same before.json out/replies.json
says stdout '3 answers, 0 new'

# A colleague accepts: somebody goes.
reply "$gifu_vitagora" mailto:ines.garnier@vitagora.example.org ACCEPTED >colleague.ics
run 0 replies event out/schedule.json colleague.ics -o declined
says stdout '^  0 meetings are declined'
holds [ "$(grep -c '"status":"declined"' declined/event.json)" -eq 1 ]

# What does not count is told.
reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org DECLINED 0 20260228T090000Z >older.ics
reply "$gifu_kosice" mailto:misaki.tanaka@gifu.example.org DECLINED 1 >ahead.ics
reply "$gifu_kosice" mailto:a.misaki.tanaka@gifu.example.org DECLINED >stranger.ics
reply nobody@example.org mailto:misaki.tanaka@gifu.example.org DECLINED >unknown.ics
reply "$gifu_kosice" mailto:marek.hudak@kosice.example.org DECLINED |
    sed 's/METHOD:REPLY/METHOD:COUNTER/; s/^COMMENT.*/DTSTART:20260519T081500Z\r/' >counter.ics
reply "$gifu_kosice" mailto:marek.hudak@kosice.example.org \
    'DELEGATED;DELEGATED-TO="mailto:aide@kosice.example.org"' >delegated.ics
sed 's/METHOD:REPLY/METHOD:REQUEST/' yes.ics >request.ics
printf 'From: a@example.org\nSubject: Re\n\nI cannot come.\n' >words.eml
run 0 replies event out/schedule.json older.ics ahead.ics stranger.ics unknown.ics \
    counter.ics delegated.ics request.ics words.eml
says stderr '^older.ics:5: warning: misaki.tanaka@gifu.example.org \(declined\) is older than another'
says stderr '^ahead.ics:5: warning: .* answers a newer invitation than this schedule knows'
says stderr '^stranger.ics:5: warning: .* comes from an address that nobody of the meeting has'
says stderr '^unknown.ics:5: warning: .* answers a meeting that is not in this schedule'
says stderr '^counter.ics:5: warning: .* proposes another time, 2026-05-19T08:15:00Z; somebody must answer'
says stderr "^delegated.ics:9: warning: ATTENDEE: .* sends somebody else, aide@kosice.example.org, which must be settled"
says stderr '^request.ics:4: warning: METHOD: is REQUEST, so this is no answer'
says stderr '^words.eml:1: warning: has no calendar in it; somebody must read this mail'
says stdout '  4 answers of this run do not count'
says out/replies.json '"email":"misaki.tanaka@gifu.example.org","answer":"accepted"'
says out/replies.json '"answer":"proposed".*"start":"2026-05-19T08:15:00Z"'
says out/replies.csv ',"a.misaki.tanaka@gifu.example.org","declined",0,.*nobody of the meeting'

# A proposal on a clock somewhere is told in UTC.
sed 's/^DTSTART.*/DTSTART;TZID=Tokyo Standard Time:20260519T172000\r\nDURATION:PT20M\r/' \
    counter.ics | sed 's/DTSTAMP:20260301/DTSTAMP:20260302/' >zoned.ics
run 0 replies event out/schedule.json zoned.ics
says stderr 'proposes another time, 2026-05-19T08:20:00Z; somebody must answer'
says out/replies.json '"start":"2026-05-19T08:20:00Z","end":"2026-05-19T08:40:00Z"'

# On a clock that nobody knows, until before it begins, and with colleagues named: the
# proposal is that of the sender.
sed 's/^DTSTART.*/DTSTART;TZID=Nowhere:20260519T172000\r/; s/DTSTAMP:20260301/DTSTAMP:20260303/' \
    counter.ics >nowhere.ics
run 0 replies event out/schedule.json nowhere.ics
says stderr 'proposes another time, by no clock that is known, so look into the file; somebody'
{
    printf 'From: marek.hudak@kosice.example.org\nContent-Type: text/calendar\n\n'
    sed 's/^DTSTART.*/&\nDTEND:20260519T080000Z\r/; s/DTSTAMP:20260301/DTSTAMP:20260304/
        s/^ATTENDEE.*/ATTENDEE:mailto:aide@kosice.example.org\r\n&/' counter.ics
} >both.eml
run 0 replies event out/schedule.json both.eml
says stderr 'DTEND: the proposed end is not behind the start, and is ignored'
says stderr 'marek.hudak@kosice.example.org proposes another time, 2026-05-19T08:15:00Z'

# Broken files: the rest counts, and the exit status tells.
reply "$kosice_sendai" mailto:marek.hudak@kosice.example.org ACCEPTED >good.ics
head -c 150 good.ics >cut.ics
: >empty.ics
printf '<html>\n' >page.eml
sed 's/^ATTENDEE.*/&\n&/' good.ics >two.ics
sed 's/^METHOD.*/&\nMETHOD:REQUEST\r/' good.ics >methods.ics
run 1 replies event out/schedule.json methods.ics
says stderr '^methods.ics:4: METHOD: stands there more than once; expected it once'
run 1 replies event out/schedule.json cut.ics good.ics empty.ics page.eml two.ics
says stderr '^cut.ics:[0-9]+: the file ends inside of VEVENT, begun on line 5; expected the whole'
says stderr '^empty.ics:1: the file is empty; expected an iCalendar file'
says stderr '^page.eml:1: is neither a calendar nor a mail'
says stderr '^two.ics:9: ATTENDEE: stands there more than once; expected one'
says out/replies.json '"email":"marek.hudak@kosice.example.org","answer":"accepted"'
run 1 replies event out/schedule.json cut.ics --json
says stdout '"errors": *1'
run 3 replies event out/schedule.json missing.ics
says stderr '^missing.ics: cannot be opened'
run 2 replies event out/schedule.json
says stderr 'something is missing; expected EVENT SCHEDULE FILE'

# attendee FILE: how its first attendee is written there
attendee() {
    tr -d '\r' <"$1" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | grep -m1 ^ATTENDEE
}

# Another room is no other appointment: who has accepted is not asked again, and what
# they answered still counts. Whoever has not answered is asked.
cp event/event.json before
change event/event.json 's/"id": "R2"/"id": "R3"/'
reply "$(uid_of grand-est sendai)" mailto:yui.abe@sendai.example.org ACCEPTED >room.ics
run 0 replies event out/schedule.json room.ics
run 0 solve event -o room --previous out/schedule.json
same out/replies.json room/replies.json
says room/schedule.json '"participants":\["grand-est","sendai"\].*"room":"R3".*"sequence":1,'
attendee room/invites/sendai/m0003.ics >line
says line ';PARTSTAT=ACCEPTED;LANGUAGE=ja:mailto:yui.abe'
attendee room/invites/grand-est/m0003.ics >line
says line ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE;'
run 0 publish event room/schedule.json
run 0 replies event room/schedule.json room.ics
says stdout ', 0 new: .* accepted'
silent stderr

# Answers that were read since for the folder are not lost when it is written anew.
reply "$(uid_of grand-est sendai)" mailto:yui.abe@sendai.example.org DECLINED 1 20260302T090000Z >no_room.ics
run 0 replies event room/schedule.json no_room.ics
run 0 solve event -o elsewhere --previous out/schedule.json
same out/replies.json elsewhere/replies.json
cp room/replies.json elsewhere/
run 0 solve event -o elsewhere --previous out/schedule.json
same room/replies.json elsewhere/replies.json
cp before event/event.json

# The meeting moves: what was answered before does not count any more.
change event/event.json 's/"start": "09:00", "end": "10:35"/"start": "09:05", "end": "10:40"/'
run 0 solve event -o moved --previous out/schedule.json
attendee moved/invites/sendai/m0003.ics >line
says line ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE;'
same out/replies.json moved/replies.json
run 0 publish event moved/schedule.json
run 0 replies event moved/schedule.json no.eml -o declined
says stderr 'no.eml \(calendar on line 14\):5: warning: .* answers an older invitation: the meeting has'
says stdout '^moved/replies.json: 0 answers, 0 new: 0 accepted'
says stdout '0 meetings are declined'
says moved/replies.csv 'accepted before the meeting was moved'

# Somebody else's answers, and a broken file of ours.
change moved/replies.json 's/"event": "tiny"/"event": "other"/'
run 1 replies event moved/schedule.json yes.ics
says stderr "moved/replies.json:3: event: these are answers about the event 'other'; expected 'tiny'"

end_tests
