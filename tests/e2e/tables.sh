# Tables as organisers have them go to a schedule, and tables for people come out as their
# spreadsheet wants them; files for programs never change.
. "$(dirname "$0")/lib.sh"

convert() {
    iconv -f UTF-8 -t "$1" "$2" >"$2.new" && mv "$2.new" "$2"
}

mkdir day
cat >day/event.csv <<'END'
項目,値
イベント名日本語,商談会
名称,Day
主催者,Desk
主催者メール,desk@example.org
ドメイン,example.org
タイムゾーン,Asia/Tokyo
END
cat >day/sessions.csv <<'END'
id,日付,開始,終了,面談時間
am,2026年5月19日,16時,17時,20分
END
cat >day/参加者.csv <<'END'
会社名,氏名,メールアドレス,使用言語
岐阜県,佐藤,s@example.org,日本語
愛知県,鈴木,a@example.org,日本語
静岡県,高橋,t@example.org,日本語
END
cat >day/希望.csv <<'END'
希望元,希望先,希望順位,備考
岐阜県,愛知県,1,急ぎ
愛知県,静岡県,2,
END
run 0 check day --normalised plain

# Rows of a list in a second table, and a table that is none.
cp -R day parts
cp parts/希望.csv parts/wishes_jp.csv
cp parts/参加者.csv parts/参加者EU.csv
cp parts/希望.csv parts/old.csv
run 0 check parts
says stderr "parts/wishes_jp\.csv: warning: was ignored, and is called like a part of 'requests\.csv'; expected all rows"
says stderr "parts/参加者EU\.csv: warning: was ignored, and is called like a part of 'participants\.csv'"
says stderr 'parts/old\.csv: note: is called after no list'

# In CP932, where the bytes can be nothing else or --encoding says so.
cp -R day windows
for file in windows/*.csv; do convert CP932 "$file"; done
run 0 check windows --normalised detected
says stderr "windows/event\.csv:1: note: is not UTF-8; read as cp932, in which this is '項目'"
same plain/event.json detected/event.json
printf '希望元,希望先\n' >windows/希望.csv
printf 'id,organisation\na,\212\362\225\214\214\247\n' >windows/参加者.csv
run 1 check windows
says stderr "参加者\.csv:2: is not UTF-8, and could be cp932 \('岐阜県'\) or cp1252 .*--encoding cp932"
# What could not be read is told, and nothing that would follow from it.
cp -R windows unread
printf 'id,date,start,end,meeting_minutes,title\nam,2026-05-19,16:00,17:00,20,\212\362\225\214\214\247\n' \
    >unread/sessions.csv
run 1 check unread
holds [ "$(grep -c 'sessions' stderr)" -eq 1 ]
printf 'Name,\212\362\225\214\214\247\nTime zone,Asia/Tokyo\n' >unread/event.csv
run 1 check unread
holds [ "$(grep -cv 'and could be cp932' stderr)" -eq 0 ]
run 0 check windows --encoding cp932 --normalised asked
says asked/event.json '岐阜県'
run 2 check windows --encoding cp933
says stderr "'cp933' is no encoding; expected 'utf-8', 'cp932' or 'cp1252'"

# What comes out.
run 0 solve day -o out --quiet
run 0 export day out -o tab --delimiter tab
says tab/meetings.csv "\"meeting\"$(printf '\t')\"status\""
same out/schedule.json tab/schedule.json
run 0 export day out -o sjis --delimiter ';' --encoding cp932
iconv -f CP932 -t UTF-8 sjis/meetings.csv >read
says read '"meeting";"status"'
says read '岐阜県; 愛知県'
iconv -f UTF-8 -t UTF-8 sjis/agendas/*.csv >/dev/null || wrong 'an agenda is not UTF-8'
for file in schedule.json event.ics agendas mail; do
    diff -r "out/$file" "sjis/$file" >/dev/null || wrong "$file differs"
done

# An encoding that a table of the event needs is for reading alone.
cp -R day mixed
convert CP932 mixed/参加者.csv
run 0 export mixed out -o mixed-out --encoding cp932
same out/meetings.csv mixed-out/meetings.csv

# A letter that the encoding does not have.
change day/参加者.csv 's/佐藤/佐藤 é/'
run 0 solve day -o accent --quiet
run 1 export day accent -o never --encoding cp932
says stderr "^meetings\.csv: 'é' of '.*佐藤 é.*' cannot be written in cp932; .*--output-encoding utf-8"
holds [ ! -e never ]
run 0 export day accent -o utf8 --encoding cp932 --output-encoding utf-8
same accent/meetings.csv utf8/meetings.csv
run 2 export day accent -o never --delimiter x
says stderr "delimiter: 'x' is none"
run 2 export day accent -o never --output-encoding x

# Every command that writes tables for people can.
run 0 solve "$tiny" -o sent --quiet
run 0 publish "$tiny" sent
says stdout '^sent/schedule\.json: 5 meetings and 1 agenda item are recorded as sent$'
run 0 diff "$tiny" sent sent -o told --delimiter ';'
says told/changes.csv '^[^,]*;[^,]*;'
run 0 followup "$tiny" sent --forms -o forms --delimiter tab
says forms/gifu.csv "^[^,]*$(printf '\t')"
run 1 followup "$tiny" sent --forms -o never --output-encoding cp932
says stderr "^gifu\.csv: 'š' of 'Košice Region \[kosice\]' cannot be written in cp932"
holds [ ! -e never ]
printf 'meeting,participant,held,share_contact\nm0001,kosice,yes,yes\n' >back.csv
run 0 followup "$tiny" sent --feedback back.csv -o next --date 2026-11-03 --delimiter ';'
says next/outcomes.csv '^[^,]*"meeting";"start";'
says next/contacts/sendai.csv '^[^,]*;[^,]*;'
cat >answer.ics <<'EOF'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
METHOD:REPLY
END:VCALENDAR
EOF
run 0 replies "$tiny" sent answer.ics --delimiter ';'
says sent/replies.csv '^[^,]*"meeting";"slot";'
run 2 replies "$tiny" sent answer.ics --delimiter x
says stderr "delimiter: 'x' is none"

# Wishes in columns: of people's own table, as forms make it, and of the requests.
mkdir wishes
printf 'name,A day\norganizer,Desk\norganizer email,desk@example.org\ndomain,example.org\nrooms,2\n' >wishes/event.csv
printf 'id,date,start,end,meeting_minutes\nam,2026-05-19,09:00,10:40,20\n' >wishes/sessions.csv
cat >wishes/participants.csv <<'EOF'
Timestamp,Organisation,Side,Email,第1希望,第2希望,Q7. Wish 3 (optional)
1,Gifu Prefecture,JP,g@example.org,Vitagora,Košice Region,-
2,Vitagora,EU,v@example.org,gifu prefecture,,
3,Košice Region,EU,k@example.org,Gifu Prefecture,なし,
EOF
run 0 check wishes --normalised wished
says stderr "^wishes/participants\.csv:1: note: columns were read as wishes of each row, ranked by their number: '第1希望', '第2希望', 'Q7\. Wish 3 \(optional\)'$"
says stderr "ignored what is not known: 'Timestamp'$"
cat >expected <<'EOF'
    {"id":"gifu-prefecture-kosice-region","from":"gifu-prefecture","to":"kosice-region","priority":3,"status":"accepted","rank":2,"follow_up":false},
    {"id":"gifu-prefecture-vitagora","from":"gifu-prefecture","to":"vitagora","priority":3,"status":"accepted","rank":1,"follow_up":false},
    {"id":"kosice-region-gifu-prefecture","from":"kosice-region","to":"gifu-prefecture","priority":3,"status":"accepted","rank":1,"follow_up":false},
    {"id":"vitagora-gifu-prefecture","from":"vitagora","to":"gifu-prefecture","priority":3,"status":"accepted","rank":1,"follow_up":false}
EOF
sed -n '/"requests"/,/\]/p' wished/event.json | grep '"from"' >found
same expected found

# Beside a table of requests, and in it; what is asked for twice counts once, and the
# place of each is the cell's.
cat >wishes/requests.csv <<'EOF'
From,To,Status,Vœu 1,Vœu 2
Gifu Prefecture,Vitagora,pending,,
Vitagora,,accepted,Košice Region,Gifu Prefecture
EOF
run 0 check wishes --normalised wished
says stderr "^wishes/participants\.csv:2: warning: 第1希望: 'Vitagora' is a wish of 'gifu-prefecture' already \(wishes/requests\.csv:2\), and this one was left out"
says stderr "^wishes/requests\.csv:3: warning: Vœu 2: 'Gifu Prefecture' is a wish of 'vitagora' already \(wishes/participants\.csv:3, '第1希望'\)"
says stderr "^wishes/requests\.csv:3: warning: Vœu 1: 'vitagora' has two wishes of rank 1, the other one is 'gifu prefecture' \(wishes/participants\.csv:3, '第1希望'\); both count"
holds [ "$(grep -c '"from"' wished/event.json)" -eq 6 ]
change wishes/participants.csv '4s/Gifu Prefecture/Gifu Prefectur/'
printf ',,,Vitagora,\nKošice Region,,,,Kosice\n' >>wishes/requests.csv
run 1 check wishes -o faults
says stderr "^wishes/participants\.csv:4: 第1希望: there is no participant 'Gifu Prefectur'; did you mean 'Gifu Prefecture'"
says stderr '^wishes/requests\.csv:4: from: is missing'
says stderr '^wishes/requests\.csv:5: Vœu 2: .*Kosice'
says faults/error_rows.csv '"Gifu Prefectur"'
change wishes/participants.csv '1s/第2希望/希望1/'
run 1 check wishes
says stderr "^wishes/participants\.csv:1: the column '希望1' stands beside '第1希望', and both are wish 1; expected one of them"

end_tests
