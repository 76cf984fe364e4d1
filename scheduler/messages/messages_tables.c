/* Tables as organisers have them, and what is doubtful in them. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"%d column looks like answers about times, and was ignored: %s; expected as "
     "its heading when a slot begins, such as '16:00', '16:00-16:20' or "
     "'2026-05-19 16:00', or the slot's id, such as '%s'",
     "都合の回答のように見える列が%d列あり、読み飛ばしました：%s。見出しは「16:"
     "00」「16:00-16:20」「2026-05-19 "
     "16:00」のような枠の開始時刻か、「%s」のような枠のIDにしてください。",
     "%d colonne ressemble à des réponses sur des horaires et a été ignorée : %s ; "
     "son titre doit être le début d’un créneau, comme « 16:00 », « 16:00-16:20 » "
     "ou « 2026-05-19 16:00 », ou l’identifiant du créneau, comme « %s »"},
    {"%d columns look like answers about times, and were ignored: %s; expected as "
     "each heading when a slot begins, such as '16:00', '16:00-16:20' or "
     "'2026-05-19 16:00', or the slot's id, such as '%s'",
     "都合の回答のように見える列が%d列あり、読み飛ばしました：%s。見出しは「16:"
     "00」「16:00-16:20」「2026-05-19 "
     "16:00」のような枠の開始時刻か、「%s」のような枠のIDにしてください。",
     "%d colonnes ressemblent à des réponses sur des horaires et ont été "
     "ignorées : %s ; chaque titre doit être le début d’un créneau, comme "
     "« 16:00 », « 16:00-16:20 » ou « 2026-05-19 16:00 », ou l’identifiant du "
     "créneau, comme « %s »"},
    {"%d participant of another country (%s) has no time zone and is taken to live "
     "by the clock of %s; expected 'time_zone'",
     "ほかの国の参加者%d件（%s）にタイムゾーンがないため、%"
     "sの時刻で扱います。「time_zone」を入力してください。",
     "%d participant d’un autre pays (%s) n’a pas de fuseau horaire : l’heure de "
     "%s est prise pour la sienne ; indiquez « time_zone »"},
    {"%d participants of other countries (%s) have no time zone and are taken to "
     "live by the clock of %s; expected 'time_zone' of each",
     "ほかの国の参加者%d件（%s）にタイムゾーンがないため、%"
     "sの時刻で扱います。それぞれの「time_zone」を入力してください。",
     "%d participants d’autres pays (%s) n’ont pas de fuseau horaire : l’heure de "
     "%s est prise pour la leur ; indiquez « time_zone » pour chacun"},
    {"%d contact, whose languages do not include English, is written to in "
     "English; the contact's language (in tables 'contact_language': en, ja or fr) "
     "says otherwise",
     "言語に英語が含まれない担当者%"
     "d名に、英語でメールを書きます。変えるには担当者の連絡言語（表では「contact_"
     "language」：en、ja、fr）を入力してください。",
     "%d contact, dont les langues ne comprennent pas l’anglais, reçoit ses "
     "messages en anglais ; sa langue (dans les tableaux « contact_language » : "
     "en, ja ou fr) en décide autrement"},
    {"%d contacts, whose languages do not include English, are written to in "
     "English; their language (in tables 'contact_language': en, ja or fr) says "
     "otherwise",
     "言語に英語が含まれない担当者%"
     "d名に、英語でメールを書きます。変えるには担当者の連絡言語（表では「contact_"
     "language」：en、ja、fr）を入力してください。",
     "%d contacts, dont les langues ne comprennent pas l’anglais, reçoivent leurs "
     "messages en anglais ; leur langue (dans les tableaux « contact_language » : "
     "en, ja ou fr) en décide autrement"},
    {"'%s' and '%s' were read as one name, such as '%.80s'",
     "「%s」と「%s」を1つの名前として読みました（例：「%.80s」）。",
     "« %s » et « %s » ont été lus comme un seul nom, ainsi « %.80s »"},
    {"was ignored, and is called like a part of '%s%s'; expected all rows of that "
     "list in one table of that name",
     "「%s%"
     "s」の一部のような名前ですが、読み飛ばしました。すべての行を、その名前の1つの"
     "表にまとめてください。",
     "a été ignoré, et son nom ressemble à une partie de « %s%s » ; mettez toutes "
     "les lignes dans un seul tableau de ce nom"},
    {"'%.80s' looks like a sum or the end of the list, and its row was left out; "
     "expected rows of the list alone",
     "「%."
     "80s」は合計か一覧の終わりのように見えるため、この行を読み飛ばしました。表には"
     "一覧の行だけを入れてください。",
     "« %.80s » ressemble à un total ou à la fin de la liste ; sa ligne a été "
     "laissée de côté ; n’y mettez que des lignes de la liste"},
    {"'%.80s' looks like a remark, and its row was left out; expected rows of the "
     "list alone",
     "「%."
     "80s」は注記のように見えるため、この行を読み飛ばしました。表には一覧の行だけを"
     "入れてください。",
     "« %.80s » ressemble à une remarque ; sa ligne a été laissée de côté ; n’y "
     "mettez que des lignes de la liste"},
};
const struct message_list messages_tables = {message,
                                             sizeof message / sizeof *message};
