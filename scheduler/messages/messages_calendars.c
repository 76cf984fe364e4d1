/* Calendars, and answers to invitations. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"%.100s answers '%.40s', which decides nothing; expected ACCEPTED, TENTATIVE "
     "or DECLINED",
     "%.100sさんの回答「%.40s」では決まりません。ACCEPTED、TENTATIVE または "
     "DECLINED が必要です。",
     "%.100s répond « %.40s », ce qui ne décide rien ; attendu : ACCEPTED, "
     "TENTATIVE ou DECLINED"},
    {"%.100s sends somebody else%s%.100s, which must be settled with them; "
     "expected ACCEPTED, TENTATIVE or DECLINED",
     "%.100sさんは代理の方を立てています%s%."
     "100s。本人とご調整ください。必要な回答はACCEPTED、TENTATIVE または DECLINED "
     "です。",
     "%.100s envoie quelqu’un d’autre%s%.100s, ce qui est à régler avec cette "
     "personne ; attendu : ACCEPTED, TENTATIVE ou DECLINED"},
    {"%s (calendar on line %d)", "%s（%d行目のカレンダー）",
     "%s (calendrier de la ligne %d)"},
    {"%s; expected %s", "%s。正しくは：%s", "%s ; attendu : %s"},
    {"%s ends before it begins", "%sは開始より前に終わっています",
     "%s finit avant de commencer"},
    {"%s is no such date", "%sは日付として読めません",
     "%s n’est pas une telle date"},
    {"%s is no such time", "%sは日時として読めません",
     "%s n’est pas une telle heure"},
    {"%s is no such length", "%sは長さとして読めません",
     "%s n’est pas une telle durée"},
    {"%s is no period", "%sは期間として読めません", "%s n’est pas une période"},
    {"'%.*s%s'", "「%2$.*1$s%3$s」", "« %2$.*1$s%3$s »"},
    {"a day like 20210518", "20210518の形の日付", "un jour comme 20210518"},
    {"one like 20210518T090000Z", "20210518T090000Zの形",
     "la forme 20210518T090000Z"},
    {"a date or time like 20210518T090000Z", "20210518T090000Zの形の日付または日時",
     "une date ou une heure comme 20210518T090000Z"},
    {"one like PT1H30M, of at most 100 years", "PT1H30Mの形（100年以内）",
     "la forme PT1H30M, d’au plus 100 ans"},
    {"stands there twice", "2回書かれています", "figure deux fois"},
    {"it once", "1回", "une seule fois"},
    {"stands there without DTSTART", "DTSTARTがありません", "figure sans DTSTART"},
    {"it after DTSTART", "DTSTARTの後", "après DTSTART"},
    {"both", "両方", "les deux"},
    {"both of one kind", "どちらも同じ種類", "les deux du même genre"},
    {"one of them", "どちらか一方", "l’un des deux"},
    {"stands beside DTEND", "DTENDと同時に書かれています",
     "figure à côté de DTEND"},
    {"the end is before the start", "終了が開始より前です",
     "la fin est avant le début"},
    {"DTSTART and DTEND are a day and a time",
     "DTSTARTとDTENDの一方が日付、他方が日時です",
     "DTSTART et DTEND sont l’un un jour, l’autre une heure"},
    {"DTSTART and RDATE are a day and a time",
     "DTSTARTとRDATEの一方が日付、他方が日時です",
     "DTSTART et RDATE sont l’un un jour, l’autre une heure"},
    {"a whole day lasts for hours and minutes",
     "終日の予定の長さが時間と分で書かれています",
     "une journée entière dure des heures et des minutes"},
    {"days, or a DTSTART with a time", "日数、または日時のDTSTART",
     "des jours, ou un DTSTART avec une heure"},
    {"is missing; expected when this begins", "ありません。開始日時が必要です。",
     "manque ; attendu : le moment où cela commence"},
    {"has no time zone, though DTSTART has one; it is read in that",
     "タイムゾーンがありません。DTSTARTのタイムゾーンで読みました。",
     "n’a pas de fuseau horaire, alors que DTSTART en a un ; lu dans celui-là"},
    {"a time in UTC ('Z') names the time zone '%s' as well; it is read as UTC",
     "UTC（「Z」）の日時にタイムゾーン「%"
     "s」も書かれています。UTCとして読みました。",
     "une heure en UTC (« Z ») nomme aussi le fuseau « %s » ; elle est lue en UTC"},
    {"what is repeated in this calendar takes more work than any calendar should; "
     "expected fewer repetitions, or the busy times alone (VFREEBUSY)",
     "このカレンダーの繰り返し予定が多すぎます。繰り返しを減らすか、予定のある時間"
     "だけ（VFREEBUSY）を書き出してください。",
     "ce qui se répète dans ce calendrier demande trop de travail ; attendu : "
     "moins de répétitions, ou les seules heures occupées (VFREEBUSY)"},
    {"is no number", "数字ではありません", "n’est pas un nombre"},
    {"is no priority", "優先度として読めません", "n’est pas une priorité"},
    {"one from 0 on", "0以上の数", "un nombre à partir de 0"},
    {"one from 0 to 9", "0から9までの数", "un nombre de 0 à 9"},
    {"is no number; expected one from 0 on",
     "数字ではありません。0以上の数が必要です。",
     "n’est pas un nombre ; attendu : un nombre à partir de 0"},
    {"RANGE=THISANDFUTURE, or each changed time as an event of its own",
     "RANGE=THISANDFUTURE、または変更した回ごとの予定",
     "RANGE=THISANDFUTURE, ou chaque heure changée comme un événement à part"},
    {"changes the times of RANGE=%.40s", "RANGE=%.40sの日時を変更しています",
     "change les heures de RANGE=%.40s"},
    {"changes all times from one on and repeats by itself",
     "ある回以降の日時をすべて変更し、さらに繰り返しもあります",
     "change toutes les heures à partir de l’une et se répète lui-même"},
    {"either, or two series", "どちらか一方、または2つの予定",
     "l’un ou l’autre, ou deux séries"},
    {"makes times of days, or days of times, from one on",
     "ある回以降、終日の予定と時刻のある予定が入れ替わっています",
     "fait des jours avec des heures, ou l’inverse, à partir de l’une"},
    {"DTSTART of the same kind, or two series",
     "同じ種類のDTSTART、または2つの予定",
     "un DTSTART du même genre, ou deux séries"},
    {"DTSTART is none of the times that this rule gives; it is taken for the first "
     "of them all the same",
     "DTSTARTがこの繰り返しの日時に含まれていません。最初の回として扱いました。",
     "DTSTART n’est aucune des heures que donne cette règle ; il est pris malgré "
     "tout pour la première"},
    {"whole days are repeated at hours of the day",
     "終日の予定が時刻ごとに繰り返されています",
     "des journées entières se répètent à des heures du jour"},
    {"no BYHOUR, BYMINUTE and BYSECOND", "BYHOUR、BYMINUTE、BYSECONDなし",
     "ni BYHOUR, ni BYMINUTE, ni BYSECOND"},
    {"names %.*s, when the event does not take place, so nothing is taken out; "
     "expected one of its times",
     "%2$.*1$"
     "sが除かれていますが、その日時に予定はないため何も変わりません。予定のある日時"
     "を書いてください。",
     "désigne %2$.*1$s, où l’événement n’a pas lieu : rien n’est retiré ; "
     "attendu : l’une de ses heures"},
    {"is an older version of the event on line %d, which counts",
     "%1$d行目の予定の古い版です。%1$d行目を使います。",
     "est une version plus ancienne de l’événement de la ligne %d, qui compte"},
    {"is an older version of the %s on line %d, which counts",
     "%2$d行目の%1$sの古い版です。%2$d行目を使います。",
     "est une version plus ancienne de %s, ligne %d, qui compte"},
    {"is an answer to an invitation, not a calendar; its events are ignored "
     "('matchday replies' reads answers)",
     "カレンダーではなく招待への回答のため、予定は使いません（回答は「matchday "
     "replies」で読みます）。",
     "c’est une réponse à une invitation, non un calendrier ; ses événements sont "
     "ignorés (« matchday replies » lit les réponses)"},
    {"asks somebody when they are busy, and tells nothing; expected the answer, "
     "with METHOD:REPLY or PUBLISH",
     "空き時間の問い合わせで、予定は書かれていません。その回答（METHOD:REPLY "
     "または PUBLISH）が必要です。",
     "demande à quelqu’un quand il est pris, et ne dit rien ; attendu : la "
     "réponse, avec METHOD:REPLY ou PUBLISH"},
    {"stands inside of %.40s; expected it in the calendar itself",
     "%.40sの中に書かれています。カレンダーの直下に必要です。",
     "se trouve dans %.40s ; attendu dans le calendrier même"},
    {"the calendar is empty, so nobody is busy by it; expected VEVENT, VFREEBUSY "
     "or VAVAILABILITY",
     "カレンダーが空のため、予定なしとして扱います。VEVENT、VFREEBUSY または "
     "VAVAILABILITY が必要です。",
     "le calendrier est vide : personne n’est pris ; attendu : VEVENT, VFREEBUSY "
     "ou VAVAILABILITY"},
    {"the file defines more than %d time zones; expected those that its events use",
     "タイムゾーンの定義が%d個を超えています。使うものだけにしてください。",
     "le fichier définit plus de %d fuseaux horaires ; attendu : ceux que ses "
     "événements emploient"},
    {"the file names too many time zones; expected at most %d",
     "タイムゾーンの種類が多すぎます。%d個以下にしてください。",
     "le fichier nomme trop de fuseaux horaires ; %d au plus"},
    {"the file defines '%s' as %s on %.10s, but %s has %s then, and that is used; "
     "expected the same",
     "ファイルでは「%1$s」が%3$.10sに%2$sとされていますが、%4$sは%5$"
     "sのため、後者を使います。同じ値であるべきです。",
     "le fichier donne à « %1$s » %2$s le %3$.10s, mais %4$s a alors %5$s, qui est "
     "employé ; les deux devraient être égaux"},
    {"time zone '%s' is not known, and %s", "タイムゾーン「%s」はありません（%s）",
     "le fuseau horaire « %s » est inconnu, et %s"},
    {"%s; or a VTIMEZONE in the file that defines '%s': export the calendar with "
     "its time zones, or in UTC",
     "%s "
     "または、ファイルに「%"
     "s」を定義するVTIMEZONEが必要です。タイムゾーン付き、またはUTCでカレンダーを書"
     "き出してください。",
     "%s ; ou un VTIMEZONE du fichier qui définisse « %s » : exportez le "
     "calendrier avec ses fuseaux horaires, ou en UTC"},
    {"its definition on line %d has %s", "%d行目の定義に問題があります：%s",
     "sa définition, ligne %d, a %s"},
    {"too many changes of the clock", "時計の切り替えが多すぎます",
     "trop de changements d’heure"},
    {"too many parts", "部分が多すぎます", "trop de parties"},
    {"an RDATE that is no time", "RDATEが日時ではありません",
     "un RDATE qui n’est pas une heure"},
    {"neither STANDARD nor DAYLIGHT in it", "STANDARDもDAYLIGHTもありません",
     "ni STANDARD ni DAYLIGHT"},
    {"no DTSTART that is a time", "日時のDTSTARTがありません",
     "aucun DTSTART qui soit une heure"},
    {"no TZOFFSETFROM and TZOFFSETTO like +0900",
     "+0900の形のTZOFFSETFROMとTZOFFSETTOがありません",
     "ni TZOFFSETFROM ni TZOFFSETTO comme +0900"},
    {"found %s=%.*s; expected %s",
     "%1$s=%3$.*2$sと書かれています。%4$sが必要です。",
     "trouvé : %1$s=%3$.*2$s ; attendu : %4$s"},
    {"found '%.*s'; expected parts such as FREQ=WEEKLY and BYDAY=MO",
     "「%2$.*1$s」と書かれています。FREQ=WEEKLY や BYDAY=MO "
     "のような項目が必要です。",
     "trouvé : « %2$.*1$s » ; attendu : des parties comme FREQ=WEEKLY et BYDAY=MO"},
    {"found %s without FREQ=YEARLY; expected them together",
     "FREQ=YEARLYなしで%sが書かれています。両方が必要です。",
     "trouvé : %s sans FREQ=YEARLY ; attendu : les deux ensemble"},
    {"found BYDAY with numbers such as 2MO; expected them with FREQ=MONTHLY or "
     "YEARLY and without BYWEEKNO",
     "2MOのような番号付きのBYDAYがあります。FREQ=MONTHLY または YEARLY "
     "で、BYWEEKNOなしの場合だけ使えます。",
     "trouvé : BYDAY avec des numéros comme 2MO ; attendu : avec FREQ=MONTHLY ou "
     "YEARLY et sans BYWEEKNO"},
    {"found BYMONTHDAY with FREQ=WEEKLY; expected BYDAY",
     "FREQ=WEEKLYにBYMONTHDAYがあります。BYDAYにしてください。",
     "trouvé : BYMONTHDAY avec FREQ=WEEKLY ; attendu : BYDAY"},
    {"found BYSETPOS alone; expected another part such as BYDAY that it chooses "
     "from",
     "BYSETPOSだけがあります。BYDAYなど、選ぶ元の項目が必要です。",
     "trouvé : BYSETPOS seul ; attendu : une autre partie comme BYDAY où il "
     "choisit"},
    {"found COUNT and UNTIL; expected one of them",
     "COUNTとUNTILの両方があります。どちらか一方にしてください。",
     "trouvé : COUNT et UNTIL ; attendu : l’un des deux"},
    {"FREQ is missing; expected a rule like FREQ=WEEKLY;BYDAY=MO",
     "FREQがありません。FREQ=WEEKLY;BYDAY=MOの形が必要です。",
     "FREQ manque ; attendu : une règle comme FREQ=WEEKLY;BYDAY=MO"},
    {"DAILY, WEEKLY, MONTHLY or YEARLY: what repeats within a day can be written "
     "as FREQ=DAILY with BYHOUR and BYMINUTE",
     "DAILY、WEEKLY、MONTHLY または YEARLY（1日の中の繰り返しは FREQ=DAILY に "
     "BYHOUR と BYMINUTE で書けます）",
     "DAILY, WEEKLY, MONTHLY ou YEARLY (ce qui se répète dans la journée peut "
     "s’écrire FREQ=DAILY avec BYHOUR et BYMINUTE)"},
    {"GREGORIAN, the only calendar that is read",
     "GREGORIAN（ほかの暦は読めません）", "GREGORIAN, le seul calendrier lu"},
    {"OMIT, the only way that is read", "OMIT（ほかの方法は読めません）",
     "OMIT, la seule manière lue"},
    {"a day of the week like MO", "MOのような曜日",
     "un jour de la semaine comme MO"},
    {"a whole number from 1", "1以上の整数", "un nombre entier à partir de 1"},
    {"a whole number from 1 to 1000000", "1から1000000までの整数",
     "un nombre entier de 1 à 1000000"},
    {"days from 1 to 31 or -1 to -31", "1から31、または-1から-31の日",
     "des jours de 1 à 31 ou de -1 à -31"},
    {"days from 1 to 366 or -1 to -366", "1から366、または-1から-366の日",
     "des jours de 1 à 366 ou de -1 à -366"},
    {"days of the week like MO or 2MO or -1FR", "MO、2MO、-1FRのような曜日",
     "des jours de la semaine comme MO, 2MO ou -1FR"},
    {"hours from 0 to 23", "0から23までの時", "des heures de 0 à 23"},
    {"minutes from 0 to 59", "0から59までの分", "des minutes de 0 à 59"},
    {"seconds from 0 to 59", "0から59までの秒", "des secondes de 0 à 59"},
    {"months from 1 to 12", "1から12までの月", "des mois de 1 à 12"},
    {"positions from 1 to 366 or -1 to -366", "1から366、または-1から-366の位置",
     "des positions de 1 à 366 ou de -1 à -366"},
    {"weeks from 1 to 53 or -1 to -53", "1から53、または-1から-53の週",
     "des semaines de 1 à 53 ou de -1 à -53"},
    {"BEGIN:VCALENDAR before it", "その前のBEGIN:VCALENDAR",
     "BEGIN:VCALENDAR avant"},
    {"END:%s, begun on line %d", "END:%s（%d行目で始まったもの）",
     "END:%s, commencé ligne %d"},
    {"found END:%s; expected %s", "END:%sと書かれています。必要なのは：%s",
     "trouvé : END:%s ; attendu : %s"},
    {"found '%s'; expected %s", "「%s」と書かれています。%sが必要です。",
     "trouvé : « %s » ; attendu : %s"},
    {"found '%s'; expected BEGIN: or END: and a name, without parameters",
     "「%s」と書かれています。パラメーターなしのBEGIN:またはEND:と名前が必要です。",
     "trouvé : « %s » ; attendu : BEGIN: ou END: et un nom, sans paramètres"},
    {"found BEGIN:VCALENDAR inside a component; expected the END of what was begun "
     "before",
     "部品の中にBEGIN:VCALENDARがあります。その前に始まったもののENDが必要です。",
     "trouvé : BEGIN:VCALENDAR dans un composant ; attendu : le END de ce qui a "
     "commencé avant"},
    {"found a component outside of any calendar; expected BEGIN:VCALENDAR before "
     "it",
     "カレンダーの外に部品があります。その前にBEGIN:VCALENDARが必要です。",
     "trouvé : un composant hors de tout calendrier ; attendu : BEGIN:VCALENDAR "
     "avant lui"},
    {"found a NUL byte; expected a calendar, which is text",
     "NULバイトがあります。カレンダーは文字のファイルです。",
     "octet nul ; un calendrier est du texte"},
    {"a property such as 'DTSTART:20210518T090000Z', or a blank in front of the "
     "line if it goes on from the one before",
     "「DTSTART:"
     "20210518T090000Z」のような項目、または前の行の続きであれば行頭の空白",
     "une propriété comme « DTSTART:20210518T090000Z », ou un espace en tête de "
     "ligne si elle continue la précédente"},
    {"an iCalendar file, which begins with BEGIN:VCALENDAR",
     "BEGIN:VCALENDARで始まるiCalendarファイル",
     "un fichier iCalendar, qui commence par BEGIN:VCALENDAR"},
    {"components are nested more than 16 deep; expected a calendar such as a "
     "calendar program writes",
     "入れ子が16段を超えています。カレンダーソフトが書き出した形のカレンダーが必要"
     "です。",
     "composants imbriqués sur plus de 16 niveaux ; attendu : un calendrier tel "
     "qu’un programme l’écrit"},
    {"the file ends inside of %s, begun on line %d; expected the whole calendar",
     "ファイルが%s（%d行目から）の途中で終わっています。カレンダー全体が必要です。",
     "le fichier finit à l’intérieur de %s, commencé ligne %d ; attendu : le "
     "calendrier entier"},
    {"the file is UTF-16; expected UTF-8",
     "UTF-16のファイルです。UTF-8で保存してください。",
     "le fichier est en UTF-16 ; attendu : UTF-8"},
    {"the file is empty; expected an iCalendar file, which begins with "
     "BEGIN:VCALENDAR",
     "ファイルが空です。BEGIN:VCALENDARで始まるiCalendarファイルが必要です。",
     "le fichier est vide ; attendu : un fichier iCalendar, qui commence par "
     "BEGIN:VCALENDAR"},
    {"the file is not UTF-8 from here on; its times are read all the same",
     "ここから先がUTF-8ではありませんが、日時は読みました。",
     "à partir d’ici le fichier n’est plus en UTF-8 ; ses heures sont lues malgré "
     "tout"},
    {"has its calendar in Outlook's own format (winmail.dat), which only people "
     "can read",
     "カレンダーがOutlook独自の形式（winmail."
     "dat）のため、読めません。メールをご確認ください。",
     "a son calendrier au format propre à Outlook (winmail.dat), que seule une "
     "personne peut lire"},
    {"has no calendar in it; somebody must read this mail",
     "カレンダーが含まれていません。メールをご確認ください。",
     "ne contient aucun calendrier ; quelqu’un doit lire ce message"},
    {"is neither a calendar nor a mail; expected an .ics or .eml file with an "
     "answer",
     "カレンダーでもメールでもありません。回答の .ics または .eml "
     "ファイルを指定してください。",
     "n’est ni un calendrier ni un message ; attendu : un fichier .ics ou .eml "
     "avec une réponse"},
    {"is nested deeper, or has more parts, than any answer; expected one mail a "
     "file",
     "入れ子または部分が多すぎます。1ファイルに1通のメールにしてください。",
     "plus imbriqué, ou en plus de parties, qu’aucune réponse ; attendu : un "
     "message par fichier"},
    {"has several PARTSTAT; expected one answer",
     "PARTSTATが複数あります。回答は1つにしてください。",
     "a plusieurs PARTSTAT ; une seule réponse est attendue"},
    {"is missing, so this answers nothing", "ないため、回答になっていません。",
     "manque : ceci ne répond à rien"},
    {"is missing; expected an answer to an invitation, which has one",
     "ありません。招待への回答には含まれているはずです。",
     "manque ; attendu : une réponse à une invitation, qui en a un"},
    {"is no address; expected one like mailto:name@example.org",
     "アドレスではありません。mailto:name@example.orgの形が必要です。",
     "n’est pas une adresse ; attendu : la forme mailto:nom@example.org"},
    {"is no time in UTC since 1900; expected when they answered, like "
     "20210518T090000Z; ask them to answer again",
     "1900年以降のUTCの日時ではありません。20210518T090000Zの形の回答日時が必要です"
     "。もう一度回答するよう依頼してください。",
     "n’est pas une heure UTC depuis 1900 ; attendu : le moment de la réponse, "
     "comme 20210518T090000Z ; demandez de répondre à nouveau"},
    {"stands there more than once; expected it once",
     "2回以上書かれています。1回にしてください。",
     "figure plusieurs fois ; une seule est attendue"},
    {"stands there more than once; expected one, of the person who answers",
     "2回以上書かれています。回答者本人の1件だけが必要です。",
     "figure plusieurs fois ; attendu : une seule, de la personne qui répond"},
    {"the answer of %.100s was sent by %.100s; expected it from themselves, so ask "
     "if you do not know why",
     "%.100sさんの回答が%."
     "100sから送られています。理由が分からない場合は本人にご確認ください。",
     "la réponse de %.100s a été envoyée par %.100s ; elle devrait venir de la "
     "personne même : demandez si vous ne savez pas pourquoi"},
    {"the proposed end is not behind the start, and is ignored; ask until when "
     "they mean",
     "提案された終了が開始より後ではないため、使いません。終了時刻をご確認ください"
     "。",
     "la fin proposée n’est pas après le début et est ignorée ; demandez jusqu’à "
     "quand"},
};
const struct message_list messages_calendars = {message,
                                                sizeof message / sizeof *message};
