# One workbook is an event, however it was written; tables alone are one too.
. "$(dirname "$0")/lib.sh"

maker=$source_root/tests/support/workbooks.py
book() {
    python3 "$maker" "$1" "${2:-sheets}" "$1.xlsx"
}

mkdir sheets
cat >sheets/event.csv <<'END'
Field,Value,Help
name,Tiny day,the title
organizer,Desk
organizer email,desk@example.org
domain,example.org
Time zone,Europe/Brussels
rooms,2
social hours,09:00-18:00=0; JP 08:00-20:00=1; 07:00-21:00=3
weights rank,9;5
END
cat >sheets/sessions.csv <<'END'
id,date,start,end,meeting_minutes,changeover_minutes
am,2026-05-19,09:00,10:35,20,5
END
cat >sheets/participants.csv <<'END'
Organisation,Side,Languages,Time zone,Name,Email
Gifu Prefecture,JP,ja;en,Asia/Tokyo,佐藤 花子,s@example.org
Vitagora,EU,fr;en,Europe/Paris,Inès Garnier,i@example.org
Košice Region,EU,sk;en,Europe/Bratislava,Ján Kováč,j@example.org
END
cat >sheets/wishes.csv <<'END'
From,To,Priority
Gifu Prefecture,Vitagora,4
Vitagora,Gifu Prefecture,5
Košice Region,Gifu Prefecture,3
END
cat >sheets/availability.csv <<'END'
participant,start,end
Gifu Prefecture,2026-05-19T16:00,2026-05-19T17:00
END

# Tables alone, and every kind of workbook: the same event.
run 0 check sheets --normalised tables
says stdout 'tiny-day: 3 participants with 3 contacts'
says stderr "sheets/event\.csv:2: note: event\.id: .*called 'tiny-day' after its name"
holds [ "$(grep -o '"cost"' tables/event.json | wc -l)" -eq 3 ]
run 0 check sheets/event.csv
cp -r sheets slips
cp -r sheets shared
printf 'min meetngs,2,\ncolour,red,\n# a comment,1,\n' >>slips/event.csv
run 0 check slips
says stderr "slips/event\.csv:10: warning: 'min meetngs' is no setting and was ignored; did you mean 'min meetings'\?"
says stderr "slips/event\.csv:11: warning: 'colour' is no setting and was ignored; expected one such as 'time zone'"
holds [ "$(grep -c 'no setting' stderr)" -eq 2 ]

# Organisers of sides, however the side is written behind.
cp -r sheets sides
cat >>sides/event.csv <<'EOF'
Organizer (JP),Kagawa Desk
Organizer email JP,kagawa@example.org
主催者：EU,Brussels Desk
主催者メール（EU）,brussels@example.org
EOF
run 0 check sides --normalised sided
says sided/event.json '"organizers":\{"EU":\{"name":"Brussels Desk","email":"brussels@example.org"\},"JP":\{"name":"Kagawa Desk","email":"kagawa@example.org"\}\}'
printf 'organiser (JP),Again\nOrganizer email (XX),x@example.org\nOrganizer emial,y@example.org\n' >>sides/event.csv
run 1 check sides
says stderr 'sides/event\.csv:14: organizer_name \(JP\): stands here a second time'
says stderr "sides/event\.csv:15: warning: .*no participant is of side 'XX'"
says stderr "sides/event\.csv:16: warning: 'Organizer emial' is no setting and was ignored; did you mean 'organizer email'"
run 2 solve slips -o slips
says stderr "^slips: this is the folder of the event itself; expected another one for what is written, such as 'slips/out'$"
holds [ ! -e slips/schedule.json ]
for kind in plain inline dates dates1904 japanese sparse; do
    book $kind
    run 0 check $kind.xlsx --normalised $kind
    same tables/event.json $kind/event.json
done
says stderr 'sparse\.xlsx: wishes!1: note: columns were read'
run 0 solve plain.xlsx -o out --quiet
run 0 verify plain.xlsx out
run 0 verify tables out
run 1 lock plain.xlsx out m0001
says stderr "plain\.xlsx: is a workbook, which only you can change; .*sheet 'Locks'"

# Wishes in columns, with the cell of one at fault.
cp -r sheets chosen
rm chosen/wishes.csv
sed -e '1s/$/,Wish 1,Choix 2/' -e '2s/$/,Vitagora,/' -e '3s/$/,Gifu Prefecture,Kosice Regio/' \
    -e '4s/$/,Gifu Prefecture,/' sheets/participants.csv >chosen/participants.csv
book plain chosen
run 1 check plain.xlsx -o checked
says stderr "^plain\.xlsx: participants!H3: Choix 2: there is no participant 'Kosice Regio'; did you mean 'kosice-region'"
holds [ -e checked/checked.xlsx ]
change chosen/participants.csv '3s/Kosice Regio/Košice Region/'
book plain chosen
run 0 check plain.xlsx
says stdout '  4 requests, 4 of them count; they make 3 meetings'
rm -r checked

# Locks of tables alone go beside them.
cp -R sheets locked
run 0 lock locked out m0001
says locked/locks.csv 'gifu-prefecture;vitagora,,am-0[1-4],R0[12],lock'
run 0 lock locked out m0002
holds [ "$(wc -l <locked/locks.csv)" -eq 3 ]

# A mistake has its sheet and cell.
cp -R sheets wrong
change wrong/wishes.csv '4s/Gifu Prefecture/Gifu Prefectur/'
change wrong/participants.csv '3s/Europe\/Paris/CET/'
book plain wrong
run 1 check plain.xlsx
says stderr "^plain\.xlsx: wishes!B4: to: there is no participant 'Gifu Prefectur'; did you mean 'Gifu Prefecture'\?"
says stderr "^plain\.xlsx: participants!D3: time_zone: .*CET"
run 1 check plain.xlsx --json
says stdout '"sheet":"wishes"'
says stdout '"column":"B"'

# The rows at fault with their reasons, and the workbook with its faulty cells red.
run 1 check plain.xlsx -o checked
says checked/error_rows.csv '^"to: there is no participant .*","plain\.xlsx","wishes","4","Košice Region","Gifu Prefectur","3"'
says checked/error_rows.csv '"reason","file","sheet","row","From","To","Priority"'
holds [ "$(wc -l <checked/error_rows.csv)" -eq 4 ]
sed -e 's/^plain/checked\/checked/' stderr >expected
run 1 check checked/checked.xlsx
same expected stderr
python3 -c 'import sys, zipfile
for name in (book := zipfile.ZipFile("checked/checked.xlsx")).namelist():
    if "comments" in name: print(book.read(name).decode())' >comments
says comments 'ref="B4".*no participant'
says comments 'ref="D3".*CET'
run 1 check wrong -o checked
says checked/error_rows.csv '"wrong/participants\.csv",,"3","Vitagora"'
holds [ ! -e checked/checked.xlsx ]

# Of thousands of faults some are shown, and all stand in the files; the header is that
# of the table, not its title; settings have none.
cp -R sheets many
{
    printf 'Wishes,,\n'
    cat sheets/wishes.csv
    for i in $(seq 60); do printf 'Nobody %d,Vitagora,1\n' "$i"; done
} >many/wishes.csv
sed -i 's/^rooms,2/rooms,some/' many/event.csv
book plain many
run 1 check plain.xlsx
says stderr '^11 more errors are not shown$'
run 1 check plain.xlsx -o many-checked
says stderr '^11 more errors are not shown; all are in many-checked/error_rows\.csv$'
says many-checked/error_rows.csv '"reason","file","sheet","row","From","To","Priority"'
holds [ "$(grep -c 'Nobody' many-checked/error_rows.csv)" -eq 60 ]
run 1 check plain.xlsx --json
says stdout '"errors": 61'
holds [ "$(grep -o '"severity":"error"' stdout | wc -l)" -eq 61 ]

# What several rows have in common in one cell is said by each of them.
cp -R sheets common
cat >common/participants.csv <<'END'
Organisation,Side,Languages,Time zone,Name,Email
Gifu Prefecture,JP,ja;en,Asia/Tokyo,佐藤 花子,s@example.org
Vitagora,EU,fr;en,Europe/Paris,Inès Garnier,i@example.org
,,,,Luc Petit,l@example.org
Košice Region,EU,sk;en,Europe/Bratislava,Ján Kováč,j@example.org
END
book merged common
run 0 check merged.xlsx
says stdout '3 participants with 4 contacts'
book plain common
run 1 check plain.xlsx
says stderr 'participants!A4: organisation: is missing'

# Where settings stand, and the cells of doubts.
cp -R sheets cells
sed -i -e 's/^rooms,2/rooms,many/' -e '$a max meetings,few' cells/event.csv
sed -i 's/^Košice Region,EU/Košice Region,eu/' cells/participants.csv
for n in 1 2 3; do
    printf 'Town %s,EU,sk;en,Europe/Bratislava,Jo %s,jo%s@example.org\n' $n $n $n
done >>cells/participants.csv
printf 'From,To,Rank\nVitagora,Gifu Prefecture,3\nVitagora,Košice Region,3\n' >cells/wishes.csv
book plain cells
run 1 check plain.xlsx -o cells-checked
says stderr "^plain\.xlsx: event!B7: rooms: found 'many'; expected the number of rooms"
says stderr "^plain\.xlsx: event!B10: rules\.max_meetings: found 'few'"
says stderr "^plain\.xlsx: participants!B4: warning: side: 'eu' stands here"
says cells-checked/error_rows.csv '^"rooms: .*","plain\.xlsx","event","7","rooms","many"'
sed -i -e 's/^rooms,many/rooms,2室/' -e '$d' cells/event.csv
book plain cells
run 0 check plain.xlsx
says stderr "^plain\.xlsx: wishes!C3: warning: .*both have rank 3"

# What nobody reads does no harm.
cp -R sheets beside
sed -i -e '1s/$/,Lookup/' -e '2s/$/,#N\/A,,see below/' beside/wishes.csv
book plain beside
run 0 check plain.xlsx
says stderr '^plain\.xlsx: wishes!F2: warning: stands beside the table, whose header has only 4 columns'
sed -i '3s/Gifu Prefecture/#N\/A/' beside/wishes.csv
book plain beside
run 1 check plain.xlsx
says stderr '^plain\.xlsx: wishes!B3: shows the error #N/A; expected what was meant'

# What is damaged, or made to do harm, is refused in one line.
for row in 'no_sheet:event: is not in the workbook' \
    'doctype:event: has a document type' 'bomb:event: is larger than any event' \
    'deep:event!2: has elements inside each other' 'wide:event!2: has cells out of order' \
    'truncated:cannot be read as a workbook' 'error_cell:event!B2: name: shows the error #N/A' \
    'no_value:event!B2: has a formula that was never computed' \
    'empty_value:event!B2: has a formula that was never computed' \
    'bad_text:event!B2: refers to a text' 'not_xml:event!1: is no XML: mismatched tag'; do
    book "${row%%:*}"
    run 1 check "${row%%:*}.xlsx"
    says stderr "^${row%%:*}\.xlsx: ${row#*:}"
done

# Two sheets of one list; a title above the names; sheets and rows that are no part.
cp sheets/wishes.csv sheets/requests.csv
book plain
run 1 check plain.xlsx
says stderr "wishes: is a second table of requests, beside 'requests'"
run 1 check sheets
says stderr "sheets/wishes\.csv: is a second table of requests"
rm sheets/requests.csv
sed -i -e '1i Our wishes,,\n,,' -e '2i # Gifu,Nobody,9' sheets/wishes.csv
echo 'x' >sheets/prices.csv
book plain
run 0 check plain.xlsx --normalised again
says stderr "plain\.xlsx: note: ignored sheets that are not known: 'prices'"
says stderr 'wishes!3: note: the names of columns were found here'
says stderr "wishes!4: note: left out 1 row that begins with '#'"
same tables/event.json again/event.json

# One address at two organisations is told once, at each of them, with its cell.
sed -i 's/i@example\.org/S@example.org/' shared/participants.csv
book shared shared
run 0 check shared.xlsx -o marked
says stderr "^shared\.xlsx: participants!F3: warning: contact_email: 'vitagora' has a contact 'S@example\.org', as has 'gifu-prefecture' \(participants!F2\), .*; if they are the same, "
says stderr "^shared\.xlsx: participants!F2: warning: contact_email: this address of 'gifu-prefecture' is that of a contact of 'vitagora', too \(participants!F3\)$"
holds [ "$(grep -ci 's@example\.org\|this address' stderr)" -eq 2 ]
holds [ "$(grep -c 'contact_email' marked/error_rows.csv)" -eq 2 ]

# Without organiser no calendars: in tables the row is named, and who refuses such an event.
sed '/^organizer email\|^domain/d' sheets/event.csv >shared/event.csv
book desk shared
for day in shared desk.xlsx; do
    run 0 check $day
    says stderr "^$day.*: warning: Organizer email: is missing, .*: 'solve', 'export' and 'send' refuse the event without it; expected a row 'Organizer email'"
    says stderr "^$day.*: warning: Domain: is missing, .*refuse the event without it; expected a row 'Domain'"
    run 1 solve $day -o none
    says stderr "^$day.*: Organizer email: is missing, .*; expected a row 'Organizer email'"
done

# An empty workbook is read back without a heading that is not understood.
run 0 init new.xlsx
says stdout "then 'matchday check new\.xlsx'"
run 3 init new.xlsx
run 1 check new.xlsx
says stderr 'new\.xlsx: participants: is empty'
says stderr 'Event \(イベント\)!1: event\.id: is missing'
holds [ "$(grep -c 'not known' stderr)" -eq 0 ]
run 1 check new.xlsx --json
holds [ "$(grep -c "left out\|by their meaning" stdout)" -eq 0 ]
run 0 init a/b/Other.XLSX
holds [ -f a/b/Other.XLSX ]
run 1 check a/b/Other.XLSX
run 0 init a/b/day.xlsx --date 2027-05-18
holds [ -s a/b/day.form.ja.txt ]
run 0 init other.xlsx
same new.xlsx other.xlsx
run 0 init new
run 1 check new
holds [ "$(grep -c "by their meaning" stderr)" -eq 0 ]
says stderr 'new/event\.csv: participants: is empty'
holds [ "$(grep -c 'not known' stderr)" -eq 0 ]

# A folder with one workbook is that event, also while a spreadsheet program has it open.
mkdir one
cp plain.xlsx one/day.xlsx
echo open >'one/~$day.xlsx'
run 0 check one
says stderr '^one/day.xlsx: '
run 0 check one -o one_checked
holds [ -s one_checked/checked.xlsx ]
cp plain.xlsx one/other.xlsx
run 3 check one
says stderr '^one: holds neither event.json nor event.csv'

end_tests
