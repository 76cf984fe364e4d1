# Messages in Japanese and French: which language counts, that no English is left in
# them, and that nothing but messages changes.
. "$(dirname "$0")/lib.sh"
unset MATCHDAY_LANGUAGE

# The option, the variable, and what is no language.
run 3 check no-such-folder
says stderr 'No such file'
run 3 check --language ja no-such-folder
says stderr 'ファイルまたはフォルダーが見つかりません'
run 3 check no-such-folder --language=fr
says stderr 'fichier ou dossier introuvable'
MATCHDAY_LANGUAGE=ja
export MATCHDAY_LANGUAGE
run 3 check no-such-folder
says stderr '見つかりません'
run 3 check --language en no-such-folder
says stderr 'No such file'
MATCHDAY_LANGUAGE=de
run 2 check "$tiny"
says stderr "MATCHDAY_LANGUAGE: there are no messages in 'de'; expected en, ja or fr"
unset MATCHDAY_LANGUAGE
run 2 check "$tiny" --language de
says stderr "language: there are no messages in 'de'"
LC_ALL=ja_JP.UTF-8 LANG=ja_JP.UTF-8 run 3 check no-such-folder
says stderr 'No such file'

# Severities and places.
mkdir day
cat >day/event.csv <<'EOF2'
Field,Value
name,Open Day
time zone,Europe/Paris
Organizer email,o@example.org
Domain,example.org
rooms,2
EOF2
cat >day/sessions.csv <<'EOF2'
id,date,start,end,meeting minutes
am,19.05.2026,09:00,10:00,20
EOF2
cat >day/participants.csv <<'EOF2'
会社名,メールアドレス,言語
岐阜県,gifu@example,日本語
Région Sud,sud@example.org,fr
EOF2
cat >day/requests.csv <<'EOF2'
希望元,希望先
岐阜県,Region Sud
岐阜,
EOF2
for language in en ja fr; do
    run 1 check --language $language day -o checked-$language
    cp stderr $language.txt
    run 1 check --language $language --json day
    cp stdout $language.json
done
says ja.txt "^day/participants.csv:2: 警告："
says ja.txt "^day/requests.csv:2: to: 「Region Sud」という参加者はありません。「Région Sud」のことでしょうか。$"
says fr.txt "^day/requests.csv:2: to: « Region Sud » est inconnu \(participant\) ; vouliez-vous dire « Région Sud » \?$"
says ja.json '"text":"「Region Sud」という参加者は'
says ja.json '"severity":"error"'
says checked-ja/error_rows.csv '"理由","ファイル","シート","行"'
says checked-fr/error_rows.csv '"motif","fichier","feuille","ligne"'
says checked-fr/error_rows.csv 'vouliez-vous dire'
for language in ja fr; do
    holds [ "$(wc -l <en.txt)" = "$(wc -l <$language.txt)" ]
    holds [ "$(grep -cxFf en.txt $language.txt)" = 0 ]
done

# Numbers, dates and verdicts.
run 0 check "$tiny" --language ja
says stdout '^  希望されている面談8件、可能な面談6件。会場は全時間枠で延べ8件分$'
says stdout '^  時間枠       Brussels Tokyo   参加者   会場        通訳者   可能面談$'
says stdout 'iwateの20分（am-01、5月19日\(火\) 09:00 Brussels、16:00 Tokyo）'
run 0 check "$tiny" --language fr
says stdout '^  créneau      Brussels Tokyo présents salles   interprètes  possibles$'
says stdout '20 minutes de iwate dans am-01, mardi 19 mai 09:00 Brussels'

# A table that is called nearly as it should be, and one whose encoding is in doubt, are
# told of once.
mkdir hostile
cp day/event.csv day/sessions.csv hostile
cp day/participants.csv hostile/particpants.csv
printf 'D\351but;Fin\n' >hostile/requests.csv
run 1 check hostile
says stderr "particpants.csv: warning: is called after no list, .* mean 'participants.csv'"
says stderr 'requests.csv:1: is not UTF-8, and could be cp932'
holds [ "$(grep -c 'requests.csv' stderr)" = 1 ]

# Below a title the header of error_rows.csv is the table's.
mkdir titled
cp day/event.csv day/sessions.csv day/participants.csv titled
printf 'Liste des souhaits,\nDemandeur,Partenaire,Priority\nRegion Sud,Region Sud,high\n' >titled/requests.csv
run 1 check titled -o titled-rows
says stderr "priority: found 'high'; expected a whole number from 1 to 5, 5 for what is essential"
says titled-rows/error_rows.csv '"reason","file","sheet","row","Demandeur","Partenaire"'
run 1 check titled --language fr
says stderr 'de 1 à 5, 5 pour ce qui est essentiel'

# The same schedule, whatever the language.
run 0 solve "$tiny" -o out-en
run 0 solve "$tiny" -o out-ja --language ja
run 0 solve "$tiny" -o out-fr --language fr
holds diff -r out-en out-ja
holds diff -r out-en out-fr

end_tests
