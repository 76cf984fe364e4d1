/* Dates, times and time zones. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"no slot begins at '%s' in %s, the row's time_zone, but one does in %s; "
     "expected '%s %s'",
     "行のtime_zoneである%2$sでは「%1$s」に始まる時間枠がありませんが、%3$"
     "sではあります。「%4$s %5$s」と書いてください。",
     "aucun créneau ne commence à « %s » à %s, le fuseau de la ligne, mais un "
     "commence à %s ; écrivez « %s %s »"},
    {"the times in the header, such as '%s', are read on the clock of the row's "
     "time_zone, first that of %s; write '%s ZONE' for one clock in all rows",
     "見出しの時刻（「%1$s」など）は、行のtime_zone（最初は%2$"
     "s）の時刻として読みました。すべての行で同じ時刻にするには「%3$s "
     "ZONE」のように書いてください。",
     "les heures de l’en-tête, comme « %s », sont lues à l’heure du time_zone de "
     "la ligne, d’abord %s ; écrivez « %s ZONE » pour une même heure à toutes les "
     "lignes"},
    {"date", "日付", "date"},
    {"date and time", "日時", "date avec heure"},
    {"time of a day", "時刻", "heure"},
    {"'%s' is no %s; did you mean '%s'?",
     "「%s」は%sとして読めません。「%s」のことでしょうか。",
     "« %s » n’est pas une %s ; vouliez-vous dire « %s » ?"},
    {"'%s' is no %s; expected %s",
     "「%s」は%sとして読めません。%sを入力してください。",
     "« %s » n’est pas une %s ; attendu : %s"},
    {"one like '2021-05-18'", "「2021-05-18」の形", "la forme « 2021-05-18 »"},
    {"one from '00:00' to '24:00'", "「00:00」から「24:00」まで",
     "de « 00:00 » à « 24:00 »"},
    {"one like '2021-05-18T09:00', with or without 'Z' or an offset like '+09:00' "
     "behind it",
     "「2021-05-18T09:00」の形（後に「Z」や「+09:00」を付けることもできます）",
     "la forme « 2021-05-18T09:00 », suivie ou non de « Z » ou d’un décalage comme "
     "« +09:00 »"},
    {"a date like '2021-05-18'", "「2021-05-18」の形の日付",
     "une date comme « 2021-05-18 »"},
    {"a time like '09:00'", "「09:00」の形の時刻", "une heure comme « 09:00 »"},
    {"a date and time like '2021-05-18T09:00'", "「2021-05-18T09:00」の形の日時",
     "une date avec l’heure comme « 2021-05-18T09:00 »"},
    {"'%s' comes twice in %s, where the clock is changed then: it could be '%s' or "
     "'%s'; expected %s",
     "「%s」は、%sでは時計の切り替えのため2回あります（「%s」または「%s」）。%"
     "sを入力してください。",
     "« %s » existe deux fois à %s, où l’on change d’heure à ce moment : « %s » ou "
     "« %s » ; indiquez %s"},
    {"'%s' does not exist in %s, where the clock is changed then: it could be '%s' "
     "or '%s'; expected %s",
     "「%s」は、%sでは時計の切り替えのため存在しません（近い時刻は「%s」または「%"
     "s」）。%sを入力してください。",
     "« %s » n’existe pas à %s, où l’on change d’heure à ce moment : ce pourrait "
     "être « %s » ou « %s » ; indiquez %s"},
    {"another time, or 'time_zone': 'UTC'",
     "別の時刻、または「time_zone」に「UTC」",
     "une autre heure, ou « UTC » comme « time_zone »"},
    {"one of these, or another time", "そのどちらか、または別の時刻",
     "l’une des deux, ou une autre heure"},
    {"'%s' is not after the %s '%s'; expected a later time",
     "「%1$s」は%2$sの「%3$"
     "s」より後ではありません。もっと遅い日時を入力してください。",
     "« %1$s » n’est pas après « %3$s » (%2$s) ; indiquez un moment plus tardif"},
    {"'%s' is not after the from '%s'; expected a later time",
     "「%s」はfromの「%s」より後ではありません。もっと遅い時刻を入力してください。",
     "« %s » n’est pas après « %s » (from) ; indiquez une heure plus tardive"},
    {"'%s' is not after earliest '%s'; expected a later time",
     "「%s」はearliestの「%"
     "s」より後ではありません。もっと遅い日時を入力してください。",
     "« %s » n’est pas après « %s » (earliest) ; indiquez un moment plus tardif"},
    {"'%s' is not after the start '%s'; expected a later time of the same day "
     "('24:00' at most), or two sessions",
     "「%s」は開始時刻「%s」より後ではありません。同じ日のもっと遅い時刻（「24:"
     "00」まで）にするか、セッションを2つに分けてください。",
     "« %s » n’est pas après le début, « %s » ; indiquez une heure plus tardive du "
     "même jour (« 24:00 » au plus), ou faites deux sessions"},
    {"time zone is not looked up any more after so many that are none",
     "誤ったタイムゾーン名が多すぎるため、これ以上は確認していません。",
     "trop de fuseaux horaires erronés ; celui-ci n’a plus été cherché"},
    {"time zone '%.200s' is a variant; expected '%.200s'",
     "タイムゾーン「%.200s」は別形です。「%.200s」と書いてください。",
     "le fuseau horaire « %.200s » est une variante ; écrivez « %.200s »"},
    {"time zone '%.200s' is unknown; expected an IANA name such as "
     "'Europe/Brussels'",
     "タイムゾーン「%.200s」はありません。「Asia/Tokyo」や「Europe/"
     "Brussels」のようなIANA名を入力してください。",
     "le fuseau horaire « %.200s » est inconnu ; attendu : un nom IANA comme "
     "« Europe/Paris »"},
    {"time zone '%s' depends on the machine; expected an IANA name such as "
     "'Europe/Brussels'",
     "タイムゾーン「%s」はパソコンによって変わります。「Asia/Tokyo」や「Europe/"
     "Brussels」のようなIANA名を入力してください。",
     "le fuseau horaire « %s » dépend de la machine ; attendu : un nom IANA comme "
     "« Europe/Paris »"},
    {"time zone '%s' is an abbreviation; expected an IANA name, probably %s",
     "タイムゾーン「%s」は略称です。IANA名（おそらく%s）を入力してください。",
     "le fuseau horaire « %s » est une abréviation ; attendu : un nom IANA, sans "
     "doute %s"},
    {"time zone '%s' is an offset; expected the IANA name of a place, such as "
     "'Asia/Tokyo' (or 'Etc/GMT%+d', whose sign is meant so)",
     "タイムゾーン「%s」は時差です。「Asia/"
     "Tokyo」のような地域のIANA名を入力してください（または「Etc/"
     "GMT%+d」。符号はこのとおりです）。",
     "le fuseau horaire « %s » est un décalage ; attendu : le nom IANA d’un lieu, "
     "comme « Europe/Paris » (ou « Etc/GMT%+d », dont le signe est bien celui-là)"},
    {"time zone '%s' is an offset; expected the IANA name of a place, such as "
     "'Asia/Tokyo', or 'UTC'",
     "タイムゾーン「%s」は時差です。「Asia/"
     "Tokyo」のような地域のIANA名、または「UTC」を入力してください。",
     "le fuseau horaire « %s » est un décalage ; attendu : le nom IANA d’un lieu, "
     "comme « Europe/Paris », ou « UTC »"},
    {"time zone '%s' is unknown; did you mean '%s'?",
     "タイムゾーン「%s」はありません。「%s」のことでしょうか。",
     "le fuseau horaire « %s » est inconnu ; vouliez-vous dire « %s » ?"},
    {"time zone '%s' is unknown; upper and lower case count: '%s'",
     "タイムゾーン「%s」はありません。大文字と小文字は区別されます：「%s」",
     "le fuseau horaire « %s » est inconnu ; majuscules et minuscules comptent : "
     "« %s »"},
    {"time zone database %s (Debian: package tzdata)",
     "タイムゾーンのデータベース%s（Debianではtzdataパッケージ）",
     "base des fuseaux horaires %s (Debian : paquet tzdata)"},
    {"time zone is empty; expected an IANA name such as 'Europe/Brussels'",
     "タイムゾーンが空です。「Asia/Tokyo」や「Europe/"
     "Brussels」のようなIANA名を入力してください。",
     "le fuseau horaire est vide ; attendu : un nom IANA comme « Europe/Paris »"},
    {"%s: is too large for a time zone",
     "%s：タイムゾーンのファイルとしては大きすぎます。",
     "%s : fichier trop grand pour un fuseau horaire"},
    {"counts leap seconds, which clocks here do not", "うるう秒が含まれています。",
     "compte les secondes intercalaires, ce que les horloges ne font pas ici"},
    {"has a change of the clock to nowhere", "時計の切り替え先がありません。",
     "contient un changement d’heure vers nulle part"},
    {"has a footer that is no POSIX TZ string",
     "末尾がPOSIXのTZ文字列ではありません。",
     "se termine par autre chose qu’une chaîne TZ de POSIX"},
    {"has an offset from UTC of more than a day",
     "UTCとの時差が1日を超えています。",
     "contient un décalage de plus d’un jour sur UTC"},
    {"has changes of the clock out of order",
     "時計の切り替えの順序が正しくありません。",
     "contient des changements d’heure en désordre"},
    {"has impossible counts in its header", "ヘッダーの数値が正しくありません。",
     "contient des nombres impossibles dans son en-tête"},
    {"has no footer", "末尾がありません。", "n’a pas de fin"},
    {"is cut off", "途中で切れています。", "est tronqué"},
    {"is not a TZif file", "TZifファイルではありません。",
     "n’est pas un fichier TZif"},
    {"the break from %02d:%02d to %02d:%02d does not end after its start; expected "
     "a later end",
     "休憩%02d:%02d～%02d:%"
     "02dの終了が開始より後ではありません。もっと遅い終了時刻にしてください。",
     "la pause de %02d:%02d à %02d:%02d ne finit pas après son début ; indiquez "
     "une fin plus tardive"},
    {"the break from %02d:%02d to %02d:%02d lies outside the session; expected one "
     "between %02d:%02d and %02d:%02d",
     "休憩%02d:%02d～%02d:%02dがセッションの外にあります。%02d:%02d～%02d:%"
     "02dの間にしてください。",
     "la pause de %02d:%02d à %02d:%02d est en dehors de la session ; placez-la "
     "entre %02d:%02d et %02d:%02d"},
    {"'%s' is no break; expected one like '10:15-10:30 Coffee'",
     "「%s」は休憩として読めません。「10:15-10:30 休憩」の形で入力してください。",
     "« %s » n’est pas une pause ; attendu : la forme « 10:15-10:30 Café »"},
    {"'%s' to '%s' in %s lies outside every session, so that it offers nothing; "
     "expected part of the session '%s', which is '%s' to '%s' there; look at the "
     "date and the time zone",
     "「%s」～「%s」（%"
     "s）はどのセッションにも重ならないため、使われません。セッション「%"
     "s」（現地時刻で「%s」～「%"
     "s」）に重なる時間にしてください。日付とタイムゾーンをご確認ください。",
     "de « %s » à « %s », heure de %s, on est en dehors de toute session, et cela "
     "n’offre rien ; attendu : une partie de la session « %s », qui va là-bas de "
     "« %s » à « %s » ; vérifiez la date et le fuseau horaire"},
    {"lies outside every session, like %d other windows; expected times of this "
     "event",
     "どのセッションにも重なりません（同様のものがほかに%"
     "d件あります）。このイベントの開催時間を入力してください。",
     "en dehors de toute session, comme %d autres plages ; indiquez des heures de "
     "cet événement"},
    {"'UTC', or 'Europe/London', which has summer time",
     "「UTC」、または夏時間のある「Europe/London」",
     "« UTC », ou « Europe/London », qui a une heure d’été"},
};
const struct message_list messages_times = {message,
                                            sizeof message / sizeof *message};
