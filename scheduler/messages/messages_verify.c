/* The rules that a schedule is held against. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"%s '%s' has meetings in more than %d slot%s in a row; expected at most %d "
     "(max_consecutive)",
     "%1$s「%2$s」の面談が%3$d枠を超えて連続しています。%4$.0s%5$"
     "d枠以下にしてください（max_consecutive）。",
     "« %2$s » (%1$s) a des rendez-vous dans plus de créneaux de suite que permis "
     "(%3$d)%4$.0s ; %5$d au plus (max_consecutive)"},
    {"%s '%s' has more than %d gap%s between meetings; expected at most %d "
     "(max_gaps)",
     "%1$s「%2$s」の面談の間の空きが%3$d回を超えています。%4$.0s%5$"
     "d回以下にしてください（max_gaps）。",
     "« %2$s » (%1$s) a plus de trous entre ses rendez-vous que permis "
     "(%3$d)%4$.0s ; %5$d au plus (max_gaps)"},
    {"%s '%s' has more than %d meeting%s in slot '%s' (also in '%s'); expected at "
     "most %d at a time",
     "%1$s「%2$s」の面談が時間枠「%5$s」で%3$d件を超えています（「%6$"
     "s」もあります）。%4$.0s同時に%7$d件以下にしてください。",
     "« %2$s » (%1$s) a plus de %3$d rendez-vous%4$.0s dans le créneau « %5$s » "
     "(aussi dans « %6$s ») ; %7$d au plus à la fois"},
    {"%s '%s' has more than %d meeting%s; expected at most %d (max_meetings)",
     "%1$s「%2$s」の面談が%3$d件を超えています。%4$.0s%5$"
     "d件以下にしてください（max_meetings）。",
     "« %2$s » (%1$s) a plus de %3$d rendez-vous%4$.0s ; %5$d au plus "
     "(max_meetings)"},
    {"'%s' stands behind '%s'; expected %s by id",
     "「%s」が「%s」の後にあります。%sはID順に並べてください。",
     "« %s » est après « %s » ; attendu : %s par ordre d’identifiant"},
    {"participants", "参加者", "les participants"},
    {"requests", "希望", "les demandes"},
    {"a meeting which it has to follow is not scheduled",
     "先に行うべき面談が日程に入っていません",
     "un rendez-vous qu’elle doit suivre n’est pas planifié"},
    {"all that it has to follow is scheduled in time",
     "先に行うべき面談はすべて間に合うように日程に入っています",
     "tout ce qu’elle doit suivre est planifié à temps"},
    {"it has to follow no other meeting", "先に行うべき面談はありません",
     "elle ne doit suivre aucun autre rendez-vous"},
    {"it needs no interpreter", "通訳者は不要です",
     "elle n’a pas besoin d’interprète"},
    {"its participants have no meetings", "その参加者には面談がありません",
     "ses participants n’ont aucun rendez-vous"},
    {"no meeting is in any of its slots", "その時間枠に入っている面談がありません",
     "aucun rendez-vous n’occupe l’un de ses créneaux"},
    {"the meetings which it has to follow leave it no slot",
     "先に行うべき面談のため、残る時間枠がありません",
     "les rendez-vous qu’elle doit suivre ne lui laissent aucun créneau"},
    {"at least the value", "値以上", "au moins la valeur"},
    {"at most the value", "値以下", "au plus la valeur"},
    {"attendees of '%s' are chosen; expected none, as all its contacts attend",
     "「%"
     "s」の出席者が選ばれています。連絡先全員が出席するため、指定しないでください"
     "。",
     "des présents sont choisis pour « %s » ; aucun n’est attendu, tous ses "
     "contacts étant présents"},
    {"begins at %s, and was not there when that time came; expected a begin from "
     "%s on",
     "開始は%sですが、その時刻にはまだ日程にありませんでした。開始は%"
     "s以降にしてください。",
     "commence à %s, et n’existait pas à ce moment ; attendu : un début à partir "
     "de %s"},
    {"contact %d attends %d meetings and contact %d only %d; expected numbers that "
     "differ by at most one",
     "連絡先%dは%d件、連絡先%dは%d件だけに出席します。差は1件以内にしてください。",
     "le contact %d a %d rendez-vous et le contact %d seulement %d ; l’écart doit "
     "être d’un au plus"},
    {"contact %d of '%s' attends; expected numbers from 1 to %d",
     "連絡先%1$d（「%2$s」）が出席者になっています。1から%3$"
     "dまでの番号にしてください。",
     "le contact %d de « %s » est présent ; attendu : des numéros de 1 à %d"},
    {"contact %d of '%s' is in two meetings in slot '%s'; expected one at a time",
     "「%2$s」の連絡先%1$dが時間枠「%3$"
     "s」で2件の面談に入っています。同時に1件にしてください。",
     "le contact %d de « %s » a deux rendez-vous dans le créneau « %s » ; un seul "
     "à la fois"},
    {"contacts of '%s' attend, who is no participant of this meeting; expected "
     "attendees of its participants",
     "この面談の参加者ではない「%"
     "s」の連絡先が出席者になっています。参加者の連絡先にしてください。",
     "des contacts de « %s », qui n’est pas de ce rendez-vous, y sont présents ; "
     "attendu : des contacts de ses participants"},
    {"no contact of '%s' attends; expected at least one",
     "「%s」の連絡先が誰も出席しません。1名以上にしてください。",
     "aucun contact de « %s » n’est présent ; il en faut au moins un"},
    {"nothing tells which contacts of '%s' attend; expected their numbers, as it "
     "holds several meetings at a time",
     "「%"
     "s」のどの連絡先が出席するかが書かれていません。同時に複数の面談を行うため、番"
     "号を書いてください。",
     "rien ne dit quels contacts de « %s » sont présents ; attendu : leurs "
     "numéros, car il a plusieurs rendez-vous à la fois"},
    {"the attendees of '%s' are not in order; expected rising numbers",
     "「%s」の出席者の番号が順に並んでいません。小さい順に並べてください。",
     "les présents de « %s » ne sont pas dans l’ordre ; attendu : des numéros "
     "croissants"},
    {"the attendees of '%s' stand twice; expected them once",
     "「%s」の出席者が2回書かれています。1回にしてください。",
     "les présents de « %s » figurent deux fois ; une seule suffit"},
    {"has cancelled", "参加を取りやめています", "a annulé sa venue"},
    {"has no pair of languages for the participants",
     "参加者の言語の組に対応していません",
     "n’a pas de paire de langues pour les participants"},
    {"has no social hours then and did not offer that time",
     "勤務時間外で、対応可能とも書いていません",
     "est alors hors des heures ouvrables et n’a pas proposé cette heure"},
    {"is at an agenda item then", "プログラム項目に出席しています",
     "est alors à un point du programme"},
    {"is earlier than its requests allow", "希望で認められる時刻より前です",
     "est plus tôt que ses demandes ne le permettent"},
    {"is forbidden by a lock", "固定で禁止されています",
     "est interdit par un verrou"},
    {"is later than its requests allow", "希望で認められる時刻より後です",
     "est plus tard que ses demandes ne le permettent"},
    {"is not available then", "その時間は対応できません",
     "n’est pas disponible alors"},
    {"is not where it is locked", "固定された時間枠ではありません",
     "n’est pas là où il est verrouillé"},
    {"is not where the meeting is locked", "面談が固定された会場ではありません",
     "n’est pas là où le rendez-vous est verrouillé"},
    {"is reserved for others", "ほかの参加者専用です", "est réservée à d’autres"},
    {"is shorter than its requests want", "希望の時間より短い枠です",
     "est plus court que ses demandes ne le veulent"},
    {"is too small", "定員が足りません", "est trop petite"},
    {"is unavailable then", "その時間は都合がつきません",
     "n’est pas disponible alors"},
    {"lacks a feature that the meeting needs", "面談に必要な設備がありません",
     "n’a pas un équipement que le rendez-vous demande"},
    {"interpreter '%s' %s; expected an interpreter who fits",
     "通訳者「%s」は%s。適した通訳者にしてください。",
     "l’interprète « %s » %s ; attendu : un interprète qui convient"},
    {"room '%s' %s; expected a room that fits",
     "会場「%s」は%s。適した会場にしてください。",
     "la salle « %s » %s ; attendu : une salle qui convient"},
    {"slot '%s' %s; expected a slot that suits the meeting",
     "時間枠「%s」は%s。面談に合う時間枠にしてください。",
     "le créneau « %s » %s ; attendu : un créneau qui convient au rendez-vous"},
    {"slot '%s' does not suit participant '%s', who %s; expected a slot that suits "
     "all participants",
     "時間枠「%s」は参加者「%s」に合いません（%"
     "s）。全員に合う時間枠にしてください。",
     "le créneau « %s » ne convient pas au participant « %s », qui %s ; attendu : "
     "un créneau qui convient à tous"},
    {"no session of the event gives this slot; expected the slots of the event",
     "この時間枠はイベントのどのセッションにもありません。イベントの時間枠にしてく"
     "ださい。",
     "aucune session de l’événement ne donne ce créneau ; attendu : les créneaux "
     "de l’événement"},
    {"nobody asked for a meeting of these participants on the topic '%s'; expected "
     "a meeting that was asked for",
     "この参加者どうしのテーマ「%"
     "s」での面談は、誰も希望していません。希望された面談にしてください。",
     "personne n’a demandé de rendez-vous de ces participants au sujet de « %s » ; "
     "attendu : un rendez-vous demandé"},
    {"none of the requests for this meeting counts; expected at least one that is "
     "accepted",
     "この面談の希望はどれも有効ではありません。承諾された希望が1件以上必要です。",
     "aucune des demandes de ce rendez-vous ne compte ; il en faut au moins une "
     "acceptée"},
    {"nothing was sent", "まだ何も送付していません", "rien n’a été envoyé"},
    {"participant '%s' is named twice; expected each once",
     "参加者「%s」が2回書かれています。1回ずつにしてください。",
     "le participant « %s » est nommé deux fois ; une seule suffit"},
    {"participants of this meeting have met before; expected that it is not "
     "scheduled, or a follow-up request",
     "この面談の参加者は面談済みです。日程から外すか、継続面談（follow_"
     "up）の希望にしてください。",
     "les participants de ce rendez-vous se sont déjà rencontrés ; ne le planifiez "
     "pas, ou faites une demande de suivi"},
    {"request '%s' is not for a meeting of these participants on the topic '%s'; "
     "expected requests of this meeting",
     "希望「%s」は、この参加者どうしのテーマ「%"
     "s」での面談のものではありません。この面談の希望にしてください。",
     "la demande « %s » n’est pas pour un rendez-vous de ces participants au sujet "
     "de « %s » ; attendu : des demandes de ce rendez-vous"},
    {"request '%s' is to come after '%s', which is not scheduled; expected both or "
     "neither",
     "希望「%s」は「%"
     "s」の後に行うものですが、後者が日程に入っていません。両方入れるか、どちらも外"
     "してください。",
     "la demande « %s » doit venir après « %s », qui n’est pas planifiée ; "
     "planifiez les deux ou aucune"},
    {"request '%s' is to come after '%s', whose meeting '%s' is not earlier; "
     "expected it in an earlier slot",
     "希望「%s」は「%s」の後に行うものですが、その面談「%"
     "s」が前にありません。前の時間枠にしてください。",
     "la demande « %s » doit venir après « %s », dont le rendez-vous « %s » n’est "
     "pas plus tôt ; placez-le dans un créneau antérieur"},
    {"several meetings have this id; expected one of its own for each, cancelled "
     "ones included",
     "同じIDの面談が複数あります。取り消された面談を含め、それぞれ異なるIDにしてく"
     "ださい。",
     "plusieurs rendez-vous ont cet identifiant ; il en faut un propre à chacun, "
     "annulés compris"},
    {"the bound %lld contradicts the value %lld; expected %s",
     "限界%lldが値%lldと矛盾しています。%sにしてください。",
     "la borne %lld contredit la valeur %lld ; attendu : %s"},
    {"the event has no interpreter '%s'; expected one of its interpreters",
     "このイベントに「%s」という通訳者はいません。イベントの通訳者にしてください。",
     "l’événement n’a pas d’interprète « %s » ; attendu : l’un de ses interprètes"},
    {"the event has no participant '%s'; expected participants of the event",
     "このイベントに「%s」という参加者はいません。イベントの参加者にしてください。",
     "l’événement n’a pas de participant « %s » ; attendu : des participants de "
     "l’événement"},
    {"the event has no request '%s'; expected requests of the event",
     "このイベントに「%s」という希望はありません。イベントの希望にしてください。",
     "l’événement n’a pas de demande « %s » ; attendu : des demandes de "
     "l’événement"},
    {"the event has no room '%s'; expected one of its rooms",
     "このイベントに「%s」という会場はありません。イベントの会場にしてください。",
     "l’événement n’a pas de salle « %s » ; attendu : l’une de ses salles"},
    {"the event has no slot '%s'; expected one of its slots",
     "このイベントに「%"
     "s」という時間枠はありません。イベントの時間枠にしてください。",
     "l’événement n’a pas de créneau « %s » ; attendu : l’un de ses créneaux"},
    {"the meeting of this request is locked and not scheduled; expected that locks "
     "are kept",
     "この希望の面談は固定されていますが、日程に入っていません。固定を守ってくださ"
     "い。",
     "le rendez-vous de cette demande est verrouillé et n’est pas planifié ; les "
     "verrous doivent être respectés"},
    {"the reason '%s' does not hold, as %s; expected one that does",
     "理由「%s」は成り立ちません（%s）。成り立つ理由にしてください。",
     "la raison « %s » ne tient pas, car %s ; attendu : une raison qui tient"},
    {"the reason '%s' does not hold, as the meeting is possible; expected one that "
     "depends on the other meetings",
     "面談は可能なため、理由「%"
     "s」は成り立ちません。ほかの面談との関係による理由にしてください。",
     "la raison « %s » ne tient pas, car le rendez-vous est possible ; attendu : "
     "une raison qui dépend des autres rendez-vous"},
    {"the reason '%s' does not hold; expected '%s'",
     "理由「%s」は成り立ちません。「%s」としてください。",
     "la raison « %s » ne tient pas ; attendu : « %s »"},
    {"the reason names '%s'; expected a participant of the event",
     "理由に「%s」とあります。イベントの参加者を書いてください。",
     "la raison nomme « %s » ; attendu : un participant de l’événement"},
    {"the reason names '%s'; expected a request of the event",
     "理由に「%s」とあります。イベントの希望を書いてください。",
     "la raison nomme « %s » ; attendu : une demande de l’événement"},
    {"the reason names '%s'; expected a scheduled meeting's id",
     "理由に「%s」とあります。日程に入っている面談のIDを書いてください。",
     "la raison nomme « %s » ; attendu : l’identifiant d’un rendez-vous planifié"},
    {"the reason names '%s'; expected a slot of the event",
     "理由に「%s」とあります。イベントの時間枠を書いてください。",
     "la raison nomme « %s » ; attendu : un créneau de l’événement"},
    {"the reason says that '%s' has all its meetings, but it has %d; expected "
     "somebody with max_meetings",
     "理由では「%s」の面談数が上限に達していますが、実際は%"
     "d件です。上限に達している参加者を書いてください。",
     "la raison dit que « %s » a tous ses rendez-vous, mais il en a %d ; attendu : "
     "quelqu’un qui a atteint max_meetings"},
    {"the sequence is %d; expected %d, as %s",
     "sequenceが%dです。%dにしてください（%s）。",
     "sequence vaut %d ; attendu : %d, car %s"},
    {"the uid is '%s'; expected '%s', as in the schedule before",
     "uidが「%s」です。前の日程のとおり「%s」にしてください。",
     "l’uid est « %s » ; attendu : « %s », comme dans le planning précédent"},
    {"the uid is '%s'; expected '%s', which event, participants and topic give",
     "uidが「%s」です。イベント・参加者・テーマから決まる「%s」にしてください。",
     "l’uid est « %s » ; attendu : « %s », que donnent événement, participants et "
     "sujet"},
    {"the value is %lld; expected %lld, as the meetings give",
     "値が%lldです。面談から計算される%lldにしてください。",
     "la valeur est %lld ; attendu : %lld, que donnent les rendez-vous"},
    {"there are no levels; expected those of the objective",
     "目標の値がありません。目標ごとの値を書いてください。",
     "il n’y a pas de niveaux ; attendu : ceux de l’objectif"},
    {"this cancelled meeting stands behind '%s'; expected them by id",
     "取り消されたこの面談が「%s」の後にあります。ID順に並べてください。",
     "ce rendez-vous annulé est après « %s » ; attendu : par ordre d’identifiant"},
    {"this differs from what was sent", "送付した内容と異なります",
     "cela diffère de ce qui a été envoyé"},
    {"this is what was sent", "送付した内容と同じです",
     "c’est ce qui a été envoyé"},
    {"this entry names no request; expected at least one",
     "この項目に希望が書かれていません。1件以上書いてください。",
     "cette entrée ne nomme aucune demande ; il en faut au moins une"},
    {"this is a schedule of the event '%s'; expected one of '%s'",
     "イベント「%s」の日程です。「%s」の日程を指定してください。",
     "c’est un planning de l’événement « %s » ; attendu : un planning de « %s »"},
    {"this is no id of a meeting; expected 'm' and a number of at least four "
     "digits, as in 'm0001'",
     "面談のIDではありません。「m0001」のように、「m」と4桁以上の数字にしてください"
     "。",
     "ce n’est pas l’identifiant d’un rendez-vous ; attendu : « m » et un nombre "
     "d’au moins quatre chiffres, comme « m0001 »"},
    {"this is the id of a new meeting; expected the next free one, 'm%04ld'",
     "新しい面談のIDです。次の空き番号「m%04ld」にしてください。",
     "c’est l’identifiant d’un nouveau rendez-vous ; attendu : le prochain libre, "
     "« m%04ld »"},
    {"this level is called optimal, but its bound is not its value; expected "
     "feasible",
     "最適とされていますが、限界と値が一致しません。feasible としてください。",
     "ce niveau est dit optimal, mais sa borne n’est pas sa valeur ; attendu : "
     "feasible"},
    {"this level is missing; expected it, as there is a schedule before",
     "この目標の値がありません。前の日程があるため必要です。",
     "ce niveau manque ; il est attendu, car il y a un planning précédent"},
    {"this level stands twice; expected each at most once",
     "この目標が2回書かれています。1回以下にしてください。",
     "ce niveau figure deux fois ; une au plus"},
    {"this meeting had begun before %s and is not as it was; expected the same "
     "time, room and interpreter",
     "この面談は%"
     "sより前に始まっていましたが、内容が変わっています。時間・会場・通訳者を元のと"
     "おりにしてください。",
     "ce rendez-vous avait commencé avant %s et a changé ; attendu : la même "
     "heure, la même salle et le même interprète"},
    {"this meeting had the id '%s' in the schedule before; expected that it keeps "
     "it",
     "この面談のIDは、前の日程では「%s」でした。同じIDにしてください。",
     "ce rendez-vous avait l’identifiant « %s » dans le planning précédent ; il "
     "doit le garder"},
    {"this meeting has interpreter '%s'; expected none, as its participants need "
     "none",
     "この面談に通訳者「%"
     "s」が付いています。参加者に通訳は不要なため、外してください。",
     "ce rendez-vous a l’interprète « %s » ; aucun n’est attendu, ses participants "
     "n’en ayant pas besoin"},
    {"this meeting has no interpreter; expected one, as its participants need one",
     "この面談に通訳者が付いていません。参加者に通訳が必要です。",
     "ce rendez-vous n’a pas d’interprète ; il en faut un, ses participants en "
     "ayant besoin"},
    {"this meeting has the uid of '%s'; expected one of its own for each, "
     "cancelled ones included",
     "この面談のuidが「%"
     "s」と同じです。取り消された面談を含め、それぞれ異なるuidにしてください。",
     "ce rendez-vous a l’uid de « %s » ; il en faut un propre à chacun, annulés "
     "compris"},
    {"this meeting is cancelled and scheduled as '%s'; expected one of the two",
     "この面談は取り消されていますが、「%"
     "s」として日程に入っています。どちらか一方にしてください。",
     "ce rendez-vous est annulé et planifié comme « %s » ; l’un des deux "
     "seulement"},
    {"this meeting is cancelled and was never sent; expected only what people were "
     "told of",
     "この面談は取り消されていますが、送付されたことがありません。送付したものだけ"
     "を書いてください。",
     "ce rendez-vous est annulé et n’a jamais été envoyé ; attendu : seulement ce "
     "qui a été communiqué"},
    {"this meeting is confirmed; expected tentative, as all its requests are still "
     "pending",
     "この面談は確定とされています。希望がすべて未回答のため、仮（tentative）にして"
     "ください。",
     "ce rendez-vous est confirmé ; attendu : tentative, car toutes ses demandes "
     "sont en attente"},
    {"this meeting is tentative; expected confirmed, as a request of it is "
     "accepted",
     "この面談は仮とされています。承諾された希望があるため、確定（confirmed）にして"
     "ください。",
     "ce rendez-vous est provisoire ; attendu : confirmed, car l’une de ses "
     "demandes est acceptée"},
    {"this meeting is forbidden by a lock; expected that it is not scheduled",
     "この面談は固定で禁止されています。日程から外してください。",
     "ce rendez-vous est interdit par un verrou ; il ne doit pas être planifié"},
    {"this meeting is not in the schedule before and was sent; expected one that "
     "people know nothing of",
     "この面談は前の日程にありませんが、送付済みとされています。まだ知らせていない"
     "面談のはずです。",
     "ce rendez-vous n’est pas dans le planning précédent et a été envoyé ; "
     "attendu : un rendez-vous que personne ne connaît"},
    {"this meeting is scheduled already as '%s'; expected it once",
     "この面談はすでに「%s」として日程に入っています。1回にしてください。",
     "ce rendez-vous est déjà planifié comme « %s » ; une fois suffit"},
    {"this meeting lasts from %s to %s; expected the times of its slot '%s', %s to "
     "%s",
     "この面談は%s～%sです。時間枠「%s」の時刻（%s～%s）にしてください。",
     "ce rendez-vous va de %s à %s ; attendu : les heures de son créneau « %s », "
     "de %s à %s"},
    {"this meeting leaves out request '%s', which is called unscheduled; expected "
     "all requests that count with their meeting",
     "この面談に希望「%"
     "s」が含まれておらず、未実現とされています。有効な希望はすべてその面談に含めて"
     "ください。",
     "ce rendez-vous omet la demande « %s », dite non planifiée ; toutes les "
     "demandes qui comptent vont avec leur rendez-vous"},
    {"this meeting stands behind '%s'; expected meetings by start, then room",
     "この面談が「%s」の後にあります。開始時刻順、次に会場順に並べてください。",
     "ce rendez-vous est après « %s » ; attendu : par début, puis par salle"},
    {"this meeting was declined; expected that it is not scheduled",
     "この面談は辞退されています。日程から外してください。",
     "ce rendez-vous a été décliné ; il ne doit pas être planifié"},
    {"this meeting was sent and is neither scheduled nor cancelled now; expected "
     "it under cancelled",
     "この面談は送付済みですが、日程にも取消にもありません。取消（cancelled）に入れ"
     "てください。",
     "ce rendez-vous a été envoyé et n’est ni planifié ni annulé ; attendu : parmi "
     "les annulés"},
    {"this request stands in more than one place; expected it once, scheduled or "
     "unscheduled",
     "この希望が複数の場所にあります。実現・未実現のどちらか1か所にしてください。",
     "cette demande figure à plusieurs endroits ; une seule fois, planifiée ou "
     "non"},
    {"this request stands nowhere; expected every request either scheduled or "
     "unscheduled",
     "この希望がどこにもありません。すべての希望を実現・未実現のどちらかに入れてく"
     "ださい。",
     "cette demande ne figure nulle part ; chaque demande doit être planifiée ou "
     "non"},
    {"this slot lasts from %s to %s; expected %s to %s, as its session gives",
     "この時間枠は%s～%sです。セッションのとおり%s～%sにしてください。",
     "ce créneau va de %s à %s ; attendu : de %s à %s, comme le donne sa session"},
    {"this slot of the event is missing; expected all of them",
     "イベントのこの時間枠がありません。すべて書いてください。",
     "ce créneau de l’événement manque ; tous sont attendus"},
    {"this slot stands behind a later one; expected slots in the order of time",
     "この時間枠が、後の時間枠より後に書かれています。時刻順に並べてください。",
     "ce créneau est après un créneau plus tardif ; attendu : par ordre "
     "chronologique"},
    {"this slot stands twice; expected it once",
     "この時間枠が2回書かれています。1回にしてください。",
     "ce créneau figure deux fois ; une seule suffit"},
    {"this unscheduled request stands behind '%s'; expected them by their first "
     "request",
     "この未実現の希望が「%s」の後にあります。最初の希望の順に並べてください。",
     "cette demande non planifiée est après « %s » ; attendu : par première "
     "demande"},
    {"what was sent is not what the schedule before says; expected that it is "
     "carried on unchanged",
     "送付内容の記録が前の日程と異なります。変更せずに引き継いでください。",
     "ce qui a été envoyé n’est pas ce que dit le planning précédent ; attendu : "
     "repris tel quel"},
};
const struct message_list messages_verify = {message,
                                             sizeof message / sizeof *message};
