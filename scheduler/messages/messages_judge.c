/* What an event probably does not mean: times, languages, contacts, rooms, promises and locks. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {" (they do on '%s')", "（テーマ「%s」での希望はあります）",
     " (mais bien au sujet de « %s »)"},
    {" (they do without a topic)", "（テーマなしでの希望はあります）",
     " (mais bien sans sujet)"},
    {" and no slot suits", "されていますが、合う時間枠がありません",
     " et aucun créneau ne convient"},
    {" in room '%s' and no slot suits",
     "（会場「%s」）されていますが、合う時間枠がありません",
     " dans la salle « %s » et aucun créneau ne convient"},
    {" in slot '%s'", "（時間枠「%s」）されていますが、成り立ちません",
     " dans le créneau « %s »"},
    {"the meeting of %s is locked%s, but %s; expected a slot that suits%s; change "
     "or release the lock",
     "%1$sの面談は固定%2$s（理由：%3$s）。合う時間枠にするか%4$"
     "s、固定を解除してください。",
     "le rendez-vous de %s est verrouillé%s, mais %s ; attendu : un créneau qui "
     "convient%s ; changez ou retirez le verrou"},
    {"the meeting of %s is locked%s, but it has to follow request '%s', %s; "
     "expected a meeting that can come earlier; take '%s' out of `after`, or "
     "change or release the lock",
     "%1$sの面談は固定%2$s（理由：希望「%3$s」の後でなければならず、%4$"
     "s）。先の面談を早められるようにするか、`after` "
     "から「%5$s」を外すか、固定を変更または解除してください。",
     "le rendez-vous de %s est verrouillé%s, mais il doit suivre la demande "
     "« %s », %s ; attendu : un rendez-vous qui peut venir plus tôt ; retirez "
     "« %s » de `after`, ou changez ou retirez le verrou"},
    {"the meeting of %s is locked, but '%s' may have no meetings (`max_meetings` "
     "is 0); expected at least 1; raise it or release the lock",
     "%1$sの面談は固定されていますが、「%2$s」は面談できない設定です（`max_"
     "meetings` が0）。1以上にするか、固定を解除してください。",
     "le rendez-vous de %s est verrouillé, mais « %s » ne peut avoir aucun "
     "rendez-vous (`max_meetings` vaut 0) ; indiquez au moins 1, ou retirez le "
     "verrou"},
    {" on '%s'", "（テーマ「%s」）", " au sujet de « %s »"},
    {"elsewhere", "別の場所", "ailleurs"},
    {"%d during agenda items", "プログラム項目の時間が%d枠",
     "%d pendant des points du programme"},
    {"%d in `unavailable` rows", "「unavailable」の時間が%d枠",
     "%d dans des lignes `unavailable`"},
    {"%d outside social hours", "勤務時間外が%d枠", "%d hors des heures ouvrables"},
    {"%d outside the `available` rows", "「available」の時間外が%d枠",
     "%d hors des lignes `available`"},
    {"no slot suits '%s' (meetings asked for: %d): %s, in time zone %s; expected "
     "at least one slot that suits; add `available` rows or move a session",
     "「%s」に合う時間枠がありません（希望されている面談：%d件）。内訳は%"
     "sです（タイムゾーン：%"
     "s）。「available」の行を追加するか、セッションの時間を変更して、1つ以上の枠が"
     "合うようにしてください。",
     "aucun créneau ne convient à « %s » (rendez-vous demandés : %d) : %s, à "
     "l’heure de %s ; il en faut au moins un ; ajoutez des lignes `available` ou "
     "déplacez une session"},
    {"requests '%s' and '%s' of '%s' both have rank %d; expected one request per "
     "rank",
     "「%3$s」の希望「%1$s」と「%2$s」の順位がどちらも%4$"
     "dです。順位は希望ごとに変えてください。",
     "les demandes « %s » et « %s » de « %s » ont toutes deux le rang %d ; donnez "
     "un rang à chacune"},
    {"'%s' can be in %d meetings at a time and has %d contacts, so that nobody "
     "attends some of them; expected a contact per meeting; add contacts or lower "
     "`parallel`",
     "「%s」は同時に%d件の面談ができる設定ですが、連絡先は%"
     "d件しかなく、出席者のいない面談ができてしまいます。連絡先を追加するか、`"
     "parallel` を減らしてください。",
     "« %s » peut avoir %d rendez-vous à la fois et n’a que %d contacts : personne "
     "n’assisterait à certains ; ajoutez des contacts ou réduisez `parallel`"},
    {"'%s' after '%s'", "「%s」は「%s」の後", "« %s » après « %s »"},
    {"requests wait for each other (%s), so that none of their meetings can be "
     "scheduled; expected `after` to name requests of earlier meetings; take one "
     "of them out",
     "希望の前後関係が循環しているため（%s）、どの面談も日程に入れられません。`"
     "after` には先に行う面談の希望を書き、循環するものを1つ外してください。",
     "des demandes s’attendent l’une l’autre (%s) : aucun de leurs rendez-vous ne "
     "peut être planifié ; `after` doit nommer des rendez-vous antérieurs ; "
     "retirez l’une d’elles"},
    {"the meeting of %s needs an interpreter: %s",
     "%sの面談には通訳者が必要です。%s",
     "le rendez-vous de %s demande un interprète : %s"},
    {"%d meetings, such as that of %s, need an interpreter: %s",
     "%2$sなど%1$d件の面談には通訳者が必要です。%3$s",
     "%d rendez-vous, comme celui de %s, demandent un interprète : %s"},
    {"`interpreters` is empty, so that nothing of it can be scheduled; expected "
     "somebody; add them, or leave the list out to meet without",
     "通訳者の表（`interpreters`"
     "）が空のため、これらは日程に入りません。通訳者を追加するか、通訳なしで面談す"
     "る場合は表を削除してください。",
     "`interpreters` est vide : rien de cela ne peut être planifié ; ajoutez des "
     "interprètes, ou retirez la liste pour se rencontrer sans"},
    {"the event has no `interpreters`, so that nobody is planned for it; expected "
     "a list; add one, [] if there are none",
     "通訳者の表（`interpreters`"
     "）がないため、通訳者は割り当てられません。表を追加してください（通訳者がいな"
     "い場合は [] と書きます）。",
     "l’événement n’a pas de liste `interpreters` : personne n’est prévu ; "
     "ajoutez-en une, [] s’il n’y a pas d’interprète"},
    {"'%s' speaks only %s, which nobody else speaks and no interpreter has, so "
     "that its meetings cannot be held (wanted: %d); expected tags of BCP 47 as "
     "the others have them, such as 'en' and 'ja', or an interpreter's pair",
     "「%s」の言語は%"
     "sだけで、ほかの参加者も通訳者も使わないため、面談ができません（希望：%"
     "d件）。ほかの参加者と同じ「en」「ja」のような言語コード（BCP "
     "47）にするか、その言語の通訳者を追加してください。",
     "« %s » ne parle que %s, que personne d’autre ne parle ni n’interprète : ses "
     "rendez-vous ne peuvent avoir lieu (souhaités : %d) ; attendu : des codes BCP "
     "47 comme ceux des autres, tels que « en » et « ja », ou la paire d’un "
     "interprète"},
    {"nobody of %s gets an invite: no contact with an e-mail address; expected one "
     "for each participant; add `contacts` with `email`, or the column "
     "`contact_email`",
     "%sには、メールアドレスのある連絡先がないため、招待が届きません。参加者ごとに "
     "`contacts` の `email`、または `contact_email` "
     "列にアドレスを入力してください。",
     "personne ne reçoit d’invitation pour %s : aucun contact n’a d’adresse "
     "e-mail ; il en faut un pour chaque participant ; ajoutez `contacts` avec "
     "`email`, ou la colonne `contact_email`"},
    {"not every contact of %s gets an invite: some have no e-mail address; "
     "expected one for each; add `email`, or in a table `contact_email`",
     "%sの連絡先の一部にメールアドレスがなく、招待が届きません。連絡先ごとに "
     "`email`（表では `contact_email`）を入力してください。",
     "certains contacts de %s ne reçoivent pas d’invitation, faute d’adresse "
     "e-mail ; ajoutez à chacun `email`, ou dans un tableau `contact_email`"},
    {"'%s' has a contact '%s', as has '%s' (%s), so that one person may be in two "
     "meetings at a time; if they are the same, expected one of them; if not, an "
     "address for each",
     "「%1$s」の連絡先「%2$s」は「%3$s」（%4$"
     "s）の連絡先でもあるため、同じ人が同時に2つの面談に入る可能性があります。同じ"
     "参加者であればどちらかを削除し、別であればそれぞれのアドレスを入力してくださ"
     "い。",
     "« %s » a le contact « %s », comme « %s » (%s) : une même personne pourrait "
     "avoir deux rendez-vous à la fois ; si c’est le même participant, n’en gardez "
     "qu’un ; sinon, donnez à chacun son adresse"},
    {"this address of '%s' is that of a contact of '%s', too (%s)",
     "「%s」のこのアドレスは「%s」の連絡先でもあります（%s）。",
     "cette adresse de « %s » est aussi celle d’un contact de « %s » (%s)"},
    {"contacts of '%s' share the address '%s', which gets each invite once for "
     "each of them; expected an address each; leave out one",
     "「%s」の複数の連絡先が同じアドレス「%"
     "s」のため、同じ招待が人数分届きます。それぞれのアドレスにするか、1件にまとめ"
     "てください。",
     "des contacts de « %s » partagent l’adresse « %s », qui reçoit chaque "
     "invitation autant de fois ; donnez à chacun son adresse, ou retirez-en un"},
    {"request '%s' asks for a room with '%s', which no room has, so that its "
     "meeting cannot be scheduled; expected one of the rooms' `features`, as they "
     "write it",
     "希望「%1$s」は「%2$"
     "s」のある会場を必要としていますが、そのような会場がないため、日程に入りません"
     "。会場の `features` にあるとおりに書いてください。",
     "la demande « %s » veut une salle avec « %s », qu’aucune n’a : son "
     "rendez-vous ne peut être planifié ; indiquez l’un des `features` des salles, "
     "écrit comme elles"},
    {"no room has '%s', which meetings with an interpreter need (%d wanted now); "
     "expected one of the rooms' `features`, as they write it",
     "通訳付きの面談（現在%2$d件）に必要な「%1$s」のある会場がありません。会場の "
     "`features` にあるとおりに書いてください。",
     "aucune salle n’a « %s », nécessaire aux rendez-vous avec interprète (%d "
     "souhaités à ce jour) ; indiquez l’un des `features` des salles, écrit comme "
     "elles"},
    {"'%s' is promised %d meeting (`min_meetings`), and at most %d can be held; "
     "expected no more than that; add requests or times, or lower it",
     "「%s」には%d件の面談が約束されていますが（`min_meetings`）、最大でも%"
     "d件しかできません。希望や時間を増やすか、この数を減らしてください。",
     "« %s » s’est vu promettre %d rendez-vous (`min_meetings`), et %d au plus "
     "peuvent avoir lieu ; ajoutez des demandes ou des heures, ou réduisez ce "
     "nombre"},
    {"'%s' is promised %d meetings (`min_meetings`), and at most %d can be held; "
     "expected no more than that; add requests or times, or lower it",
     "「%s」には%d件の面談が約束されていますが（`min_meetings`）、最大でも%"
     "d件しかできません。希望や時間を増やすか、この数を減らしてください。",
     "« %s » s’est vu promettre %d rendez-vous (`min_meetings`), et %d au plus "
     "peuvent avoir lieu ; ajoutez des demandes ou des heures, ou réduisez ce "
     "nombre"},
    {"promises everybody %d meetings, and fewer can be held for %s; expected no "
     "more than can be; add requests or times, or lower it",
     "全員に%d件の面談を約束していますが、%"
     "sではそれだけの数ができません。希望や時間を増やすか、この数を減らしてください"
     "。",
     "promet %d rendez-vous à chacun, et moins peuvent avoir lieu pour %s ; "
     "ajoutez des demandes ou des heures, ou réduisez ce nombre"},
    {"request '%s' states the same wish as '%s' (%s) again; expected one request "
     "per side, partners and topic; delete one, or give it a topic of its own",
     "希望「%s」は「%s」（%"
     "s）と同じ内容です。同じ希望元・希望先・テーマの希望は1件にしてください。どち"
     "らかを削除するか、別のテーマを付けてください。",
     "la demande « %s » répète le souhait de « %s » (%s) ; une demande par camp, "
     "partenaires et sujet ; supprimez-en une, ou donnez-lui un sujet à elle"},
    {"%s the meeting of %s, against the lock at %s; expected locks of one meeting "
     "that can hold together; release one of the two",
     "%2$sの面談について%1$sが、%3$"
     "sの固定と矛盾しています。同じ面談の固定が両立するように、どちらかを解除してく"
     "ださい。",
     "ce verrou %s le rendez-vous de %s, contre le verrou %s ; les verrous d’un "
     "même rendez-vous doivent pouvoir tenir ensemble ; retirez l’un des deux"},
    {"wants another slot for", "別の時間枠が指定されています",
     "veut un autre créneau pour"},
    {"wants another room for", "別の会場が指定されています",
     "veut une autre salle pour"},
    {"forbids", "禁止が指定されています", "interdit"},
    {"forbids the slot of", "その時間枠の禁止が指定されています",
     "interdit le créneau pour"},
    {"forbids the room of", "その会場の禁止が指定されています",
     "interdit la salle pour"},
    {"forbids the slot and room of", "その時間枠と会場の禁止が指定されています",
     "interdit le créneau et la salle pour"},
    {"nobody asks for a meeting of %s%s; expected the participants and topic of a "
     "request; add a request or release the lock",
     "%s%"
     "sの面談を希望する人がいません。希望にある参加者とテーマにしてください。希望を"
     "追加するか、固定を解除してください。",
     "personne ne demande de rendez-vous de %s%s ; attendu : les participants et "
     "le sujet d’une demande ; ajoutez une demande ou retirez le verrou"},
    {"this lock has no effect on the meeting of %s: %s",
     "この固定は%sの面談に影響しません。%s",
     "ce verrou est sans effet sur le rendez-vous de %s : %s"},
    {"request '%s' is declined; release the lock or accept the request",
     "希望「%s」は辞退されています。固定を解除するか、希望を承諾にしてください。",
     "la demande « %s » est déclinée ; retirez le verrou ou acceptez la demande"},
    {"request '%s' is %s; release the lock or accept the request",
     "希望「%s」の状態が%sです。固定を解除するか、希望を承諾にしてください。",
     "la demande « %s » est à l’état %s ; retirez le verrou ou acceptez la "
     "demande"},
    {"they have met before; release the lock or say `follow_up` in a request",
     "すでに面談済みです。固定を解除するか、希望に `follow_up` を書いてください。",
     "ils se sont déjà rencontrés ; retirez le verrou ou indiquez `follow_up` dans "
     "une demande"},
    {"the lock at %s forbids it; release one of the two",
     "%sの固定で禁止されています。どちらかを解除してください。",
     "le verrou %s l’interdit ; retirez l’un des deux"},
    {"meeting '%s' has begun and stays as it was; its lock changes nothing any "
     "more",
     "面談「%"
     "s」はすでに始まっているため、そのままとします。固定しても変わりません。",
     "le rendez-vous « %s » a commencé et reste tel quel ; son verrou n’y change "
     "plus rien"},
    {", and ", "、", ", et "},
    {", such as %s", "（例：%s）", ", comme %s"},
    {"%s in %d of %d slots", "%1$s（%3$d枠中%2$d枠）",
     "%s dans %d des %d créneaux"},
    {"%s in all %d slots", "%s（全%d枠）", "%s dans tous les %d créneaux"},
    {"'%s' has cancelled", "「%s」は参加を取りやめています",
     "« %s » a annulé sa venue"},
    {"'%s' is unavailable", "「%s」は都合がつきません",
     "« %s » n’est pas disponible"},
    {"'%s' is at an agenda item", "「%s」はプログラム項目に出席します",
     "« %s » est à un point du programme"},
    {"'%s' is available at other times only", "「%s」の対応可能時間ではありません",
     "« %s » n’est disponible qu’à d’autres heures"},
    {"'%s' is outside social hours", "「%s」の勤務時間外です",
     "« %s » est hors des heures ouvrables"},
    {"it begins before `earliest`", "`earliest` より前に始まります",
     "il commence avant `earliest`"},
    {"it ends after `latest`", "`latest` より後に終わります",
     "il finit après `latest`"},
    {"it is shorter than `minutes`", "`minutes` より短い枠です",
     "il est plus court que `minutes`"},
    {"another lock forbids the slot", "別の固定でこの時間枠が禁止されています",
     "un autre verrou interdit ce créneau"},
    {"room '%s' has places for %d, not for %d",
     "会場「%s」の定員は%d名で、%d名は入れません",
     "la salle « %s » a %d places, et il en faut %d"},
    {"room '%s' has places for %d, not for %d with the interpreter",
     "会場「%s」の定員は%d名で、通訳者を含む%d名は入れません",
     "la salle « %s » a %d places, et il en faut %d avec l’interprète"},
    {"room '%s' lacks '%s'", "会場「%s」に「%s」がありません",
     "la salle « %s » n’a pas « %s »"},
    {"room '%s' is reserved for others", "会場「%s」はほかの参加者専用です",
     "la salle « %s » est réservée à d’autres"},
    {"room '%s' is closed or forbidden", "会場「%s」は使えないか、禁止されています",
     "la salle « %s » est fermée ou interdite"},
    {"there are no rooms", "会場がありません", "il n’y a pas de salle"},
    {"no room takes them (%d people%s)", "入れる会場がありません（%d名%s）",
     "aucune salle ne convient (%d personnes%s)"},
    {"no interpreter of their languages is there", "両者の言語の通訳者がいません",
     "aucun interprète de leurs langues n’est là"},
    {"whose meeting is declined", "その面談は辞退されています",
     "dont le rendez-vous est décliné"},
    {"whose people have met before", "その参加者どうしは面談済みです",
     "dont les participants se sont déjà rencontrés"},
    {"whose meeting a lock forbids", "その面談は固定で禁止されています",
     "dont un verrou interdit le rendez-vous"},
    {"which is %s", "その状態は%sです", "qui est à l’état %s"},
    {"whose meeting no slot suits", "その面談に合う時間枠がありません",
     "dont le rendez-vous n’a aucun créneau qui convient"},
    {"whose meeting needs '%s', who may have no meetings (`max_meetings` is 0)",
     "その面談の「%s」は面談できない設定です（`max_meetings` が0）",
     "dont le rendez-vous demande « %s », qui ne peut en avoir aucun "
     "(`max_meetings` vaut 0)"},
    {"which has to follow others in vain itself",
     "その面談自体、先に行うべき面談を待てません",
     "qui doit elle-même en suivre d’autres en vain"},
    {"whose meeting can be in '%s' at the earliest", "その面談は早くても「%s」です",
     "dont le rendez-vous peut être au plus tôt dans « %s »"},
    {"session '%s' begins before session '%s' ends; expected sessions that do not "
     "overlap",
     "セッション「%s」が、セッション「%"
     "s」の終わる前に始まります。重ならないようにしてください。",
     "la session « %s » commence avant la fin de la session « %s » ; les sessions "
     "ne doivent pas se chevaucher"},
    {"session '%s' has no room for a single meeting of %d minute%s; expected a "
     "longer session, shorter meetings or fewer breaks",
     "セッション「%1$s」には%2$d分の面談が1件も入りません。%3$."
     "0sセッションを長くするか、面談を短くするか、休憩を減らしてください。",
     "la session « %1$s » est trop courte pour un seul rendez-vous de %2$d "
     "min%3$.0s ; allongez-la, raccourcissez les rendez-vous ou réduisez les "
     "pauses"},
    {"session '%s' on %s would begin at %02d:%02d and end at %02d:%02d; expected "
     "an end after the start, within the day: look at --start and --end",
     "セッション「%s」（%s）が%02d:%02dに始まり%02d:%"
     "02dに終わることになります。同じ日の、開始より後に終わるようにしてください。--"
     "start と --end をご確認ください。",
     "la session « %s » du %s irait de %02d:%02d à %02d:%02d ; la fin doit suivre "
     "le début, le même jour : vérifiez --start et --end"},
    {"session '%s': %02d:%02d on %s comes twice in %s, where the clock is changed "
     "then; expected another date, or another --start",
     "セッション「%1$s」：%4$sの%2$02d:%3$02dは、%5$"
     "sでは時計の切り替えのため2回あります。別の日付または別の --start "
     "にしてください。",
     "session « %1$s » : %2$02d:%3$02d, le %4$s, existe deux fois à %5$s, où l’on "
     "change d’heure à ce moment ; choisissez une autre date, ou un autre --start"},
    {"session '%s': %02d:%02d on %s does not exist in %s, where the clock is "
     "changed then; expected another date, or another --start",
     "セッション「%1$s」：%4$sの%2$02d:%3$02dは、%5$"
     "sでは時計の切り替えのため存在しません。別の日付または別の --start "
     "にしてください。",
     "session « %1$s » : %2$02d:%3$02d, le %4$s, n’existe pas à %5$s, où l’on "
     "change d’heure à ce moment ; choisissez une autre date, ou un autre --start"},
    {"session '%s' would end after midnight",
     "セッション「%s」が真夜中を過ぎて終わることになります。",
     "la session « %s » finirait après minuit"},
    {"session '%s' would begin or end while clocks are changed",
     "セッション「%s」の開始または終了が、時計の切り替え中になります。",
     "la session « %s » commencerait ou finirait pendant un changement d’heure"},
    {"session '%s' has no %d slots before midnight",
     "セッション「%s」では、真夜中までに%d枠を取れません。",
     "la session « %s » n’a pas %d créneaux avant minuit"},
    {"a lock needs a room that is gone", "固定に必要な会場がなくなります。",
     "un verrou demande une salle qui n’existe plus"},
    {"a lock needs slot '%s', which is gone",
     "固定に必要な時間枠「%s」がなくなります。",
     "un verrou demande le créneau « %s », qui n’existe plus"},
    {"there is no interpreter that others could be like; expected one at least",
     "手本となる通訳者がいません。1名以上登録してください。",
     "il n’y a aucun interprète à prendre pour modèle ; il en faut au moins un"},
    {"contradicts %s:%d, where the same participant says something else about the "
     "same meeting; expected one answer",
     "%s（%"
     "d行目）と食い違っています。同じ参加者が同じ面談について別の回答をしています。"
     "回答は1つにしてください。",
     "contredit %s:%d, où le même participant dit autre chose du même "
     "rendez-vous ; une seule réponse est attendue"},
    {"'%s' says that %s was not held, '%s' says that it was (%s:%d); it counts as "
     "held; expected a word with both, and one answer changed",
     "「%s」は%sが行われなかったと回答し、「%s」は行われたと回答しています（%s:%"
     "d）。行われたものとして扱います。両者に確認し、どちらかの回答を修正してくださ"
     "い。",
     "« %s » dit que %s n’a pas eu lieu, « %s » dit que si (%s:%d) ; il compte "
     "comme tenu ; demandez aux deux, et changez l’une des réponses"},
};
const struct message_list messages_judge = {message,
                                            sizeof message / sizeof *message};
