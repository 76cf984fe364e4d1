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

end_tests
