/* What commands tell about an event, a schedule, and one against the other. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"is missing, and %s; expected %s",
     "入力がありません。%s。%sを書いてください。",
     "valeur manquante : %s ; attendu : %s"},
    {"is missing, and %s: 'solve', 'export' and 'send' refuse the event without "
     "it; expected %s",
     "入力がありません。%s（ないと「solve」「export」「send」は実行できません）。%"
     "sを書いてください。",
     "valeur manquante : %s ; sans cela, « solve », « export » et « send » "
     "refusent l’événement ; attendu : %s"},
    {"calendars need the address of an organiser",
     "カレンダーには主催者のアドレスが必要です",
     "les calendriers demandent l’adresse d’un organisateur"},
    {"calendar entries need identifiers in a domain",
     "カレンダーの予定には、ドメインの付いた識別子が必要です",
     "les entrées de calendrier demandent des identifiants dans un domaine"},
    {"event.organizer with \"name\" and \"email\"",
     "event.organizer に \"name\" と \"email\"",
     "event.organizer avec \"name\" et \"email\""},
    {"a row 'Organizer email' among the event's, and 'Organizer' with the name",
     "イベントの表に「主催者メールアドレス」（Organizer "
     "email）の行と、名前の「主催者」（Organizer）の行",
     "une ligne « Organizer email » parmi celles de l’événement, et « Organizer » "
     "avec le nom"},
    {"a domain of the organiser's, like \"example.org\"",
     "\"example.org\" のような主催者のドメイン",
     "un domaine de l’organisateur, comme \"example.org\""},
    {"a row 'Domain' among the event's, with one of the organiser's, like "
     "example.org",
     "イベントの表に「ドメイン」（Domain）の行と、example."
     "orgのような主催者のドメイン",
     "une ligne « Domain » parmi celles de l’événement, avec un domaine de "
     "l’organisateur, comme example.org"},
    {"the event has changed since this schedule was made; %s",
     "この日程を作成した後でイベントが変更されています。%s。",
     "l’événement a changé depuis que ce planning a été fait ; %s"},
    {"names, contacts and reasons are those of the event as it is now",
     "名前・連絡先・理由は現在のイベントのものです",
     "les noms, contacts et raisons sont ceux de l’événement actuel"},
    {"reasons are those of the schedule, all else is of the event as it is now; "
     "solve it again first",
     "理由は日程のもの、それ以外は現在のイベントのものです。先に「solve」を実行し直"
     "してください",
     "les raisons sont celles du planning, tout le reste vient de l’événement "
     "actuel ; refaites d’abord un « solve »"},
    {"it is recorded as sent as it is", "このまま送付済みとして記録します",
     "il est noté comme envoyé tel quel"},
    {"the event has changed since this schedule was made; it breaks no rule, but "
     "'solve' with --previous may find a better one",
     "この日程を作成した後でイベントが変更されています。規則違反はありませんが、「s"
     "olve」に --previous "
     "を付けて実行すると、より良い日程が見つかるかもしれません。",
     "l’événement a changé depuis que ce planning a été fait ; aucune règle n’est "
     "enfreinte, mais « solve » avec --previous peut en trouver un meilleur"},
    {"the event has changed since this schedule was made, or is another one with "
     "the same id '%s'; what follows may come from that; expected the event as it "
     "was, or a new schedule, by 'solve' with --previous",
     "この日程を作成した後でイベントが変更されたか、同じID「%"
     "s」の別のイベントです。以下はそのためかもしれません。元のイベントに戻すか、「"
     "solve」に --previous を付けて日程を作り直してください。",
     "l’événement a changé depuis que ce planning a été fait, ou c’en est un autre "
     "avec le même identifiant « %s » ; ce qui suit peut en venir ; attendu : "
     "l’événement d’alors, ou un nouveau planning, par « solve » avec --previous"},
    {"the event has changed since this schedule was made, which breaks its rules "
     "now, %s. Make a new one from it, 'matchday solve %s -o OUT --previous %s', "
     "and take that; or put the event back as it was. In %d place%s it does not "
     "fit any more ('matchday verify' lists them), first: %s",
     "この日程を作成した後でイベントが変更され、規則に合わなくなったため、%1$"
     "s。「matchday solve %2$s -o OUT --previous "
     "%3$"
     "s」で作り直した日程を使うか、イベントを元に戻してください。合わなくなった箇所"
     "は%4$dか所%5$.0sです（「matchday "
     "verify」で一覧を表示できます）。最初のもの：%6$s",
     "l’événement a changé depuis que ce planning a été fait, et en enfreint "
     "maintenant les règles, %1$s. Faites-en un nouveau avec « matchday solve %2$s "
     "-o OUT --previous %3$s » et prenez celui-là ; ou remettez l’événement comme "
     "il était. Endroits où il ne convient plus : %4$d%5$.0s (« matchday verify » "
     "les liste), dont d’abord : %6$s"},
    {"so that nothing is sent", "送信を中止しました",
     "si bien que rien n’est envoyé"},
    {"so that nothing is written", "書き出しを中止しました",
     "si bien que rien n’est écrit"},
    {"so that it is not recorded as sent (--unjudged does it all the same)",
     "送付済みとして記録しませんでした（--unjudged を付けると記録します）",
     "si bien qu’il n’est pas noté comme envoyé (--unjudged le fait malgré tout)"},
    {"'%s' was in %d meetings at a time when '%s' began, and may be in %d; "
     "expected %d, as it was until then; keep it, and where two of the meetings to "
     "come are at a time, let 'matchday move' lock one elsewhere",
     "「%3$s」の開始時に「%1$s」は同時に%2$"
     "d件の面談に入っていましたが、現在の設定は%4$d件です。それまでのとおり%5$"
     "d件にしてください。今後の面談が重なる場合は、「matchday "
     "move」で一方を別の枠に固定してください。",
     "« %s » avait %d rendez-vous à la fois quand « %s » a commencé, et peut en "
     "avoir %d ; attendu : %d, comme jusque-là ; gardez-le, et si deux rendez-vous "
     "à venir se chevauchent, fixez-en un ailleurs avec « matchday move »"},
    {"no slot '%s' is where meeting '%s' was, which has begun; expected sessions "
     "as they were until then: end that one there, and put the new times into a "
     "session of their own; or, to plan such meetings anew, --freeze-before with "
     "an earlier time",
     "すでに始まった面談「%2$s」のあった時間枠「%1$"
     "s」がなくなっています。そこまでのセッションは元のままとし、新しい時間は別のセ"
     "ッションにしてください。そのような面談も組み直すには、もっと早い時刻の "
     "--freeze-before を付けてください。",
     "il n’y a plus de créneau « %s » là où était le rendez-vous « %s », qui a "
     "commencé ; attendu : les sessions comme elles étaient jusque-là ; finissez "
     "celle-ci là, et mettez les nouvelles heures dans une session à part ; ou, "
     "pour replanifier aussi ces rendez-vous, --freeze-before avec une heure plus "
     "tôt"},
    {"the locks of this event cannot all hold; expected locks that can be kept "
     "together",
     "このイベントの固定は同時には成り立ちません。両立するように変更してください。",
     "les verrous de cet événement ne peuvent pas tous tenir ; attendu : des "
     "verrous compatibles"},
    {"this lock (%s) cannot hold, whatever else is scheduled%s%s; expected one "
     "that the limits of its people and the meetings which it has to follow allow; "
     "release it",
     "この固定（%s）は、ほかの日程に関係なく成り立ちません%s%"
     "s。参加者の上限や前後関係に合うようにするか、解除してください。",
     "ce verrou (%s) ne peut pas tenir, quoi qu’on planifie d’autre%s%s ; "
     "attendu : un verrou que permettent les limites de ses participants et les "
     "rendez-vous qu’il doit suivre ; retirez-le"},
    {"this lock (%s) cannot hold together with the %d other lock%s named here%s%s; "
     "expected locks that leave everybody a free slot, a room and an interpreter; "
     "release one of them",
     "この固定（%1$s）は、ここに挙げたほかの固定%2$d件%3$.0sとは両立しません%4$s%5$"
     "s。全員に空いた時間枠・会場・通訳者が残るように、いずれかを解除してください"
     "。",
     "ce verrou (%1$s) ne peut pas tenir avec les autres verrous nommés ici "
     "(%2$d)%3$.0s%4$s%5$s ; attendu : des verrous qui laissent à chacun un "
     "créneau libre, une salle et un interprète ; retirez-en un"},
    {": ", "：", " : "},
    {"%s have to follow %s, who cannot meet",
     "%sは%sの後でなければなりませんが、後者は面談できません",
     "%s doivent suivre %s, qui ne peuvent se rencontrer"},
    {"no slot is left for %s", "%sに残る時間枠がありません",
     "il ne reste aucun créneau pour %s"},
    {"%s would have %d meetings and may have %d",
     "%sの面談が%d件になりますが、上限は%d件です",
     "%s aurait %d rendez-vous et peut en avoir %d"},
    {"%d meeting%s of %s %s only %s, where %d can take place",
     "%3$sの面談%1$d件%2$.0s%4$.0sは%5$sにしか入れませんが、そこに入るのは%6$"
     "d件です",
     "%1$d rendez-vous%2$.0s de %3$s ne peuvent être%4$.0s que dans %5$s, où %6$d "
     "ont place"},
    {"%s would be in more than %d meeting%s without a break",
     "%1$sの面談が休みなしで%2$d件を超えて%3$.0s続きます",
     "%1$s aurait plus de rendez-vous sans pause que permis (%2$d)%3$.0s"},
    {"%d meetings have only %s, where there %s %d %s%s for them",
     "面談%1$d件は%2$sにしか入れませんが、%3$.0sそこで使える%5$sは%4$dです%6$.0s",
     "%1$d rendez-vous n’ont que %2$s, où%3$.0s il y a pour eux : %5$s, "
     "%4$d%6$.0s"},
    {"no schedule that keeps all locks was found %s, and none was proven "
     "impossible; expected %s",
     "%s、すべての固定を守る日程が見つかりませんでした（不可能とも証明されていませ"
     "ん）。%sが必要です。",
     "aucun planning gardant tous les verrous n’a été trouvé %s, et rien ne prouve "
     "qu’il n’y en ait pas ; attendu : %s"},
    {"in all that the search tries", "探索した範囲では",
     "dans tout ce que la recherche essaie"},
    {"before the interruption", "中断までに", "avant l’interruption"},
    {"within the time limit", "制限時間内に", "dans le temps imparti"},
    {"fewer locks, or another course of the search (--seed)",
     "固定を減らすか、別の探索（--seed）",
     "moins de verrous, ou une autre recherche (--seed)"},
    {"more time, or fewer locks", "時間を増やすか、固定を減らすこと",
     "plus de temps, ou moins de verrous"},
    {"more time (--time-limit), or fewer locks",
     "時間（--time-limit）を増やすか、固定を減らすこと",
     "plus de temps (--time-limit), ou moins de verrous"},
    {" (besides %d that %s possible no more)",
     "（ほかに実現できなくなったもの%1$d件%2$.0s）",
     " (outre %1$d%2$.0s désormais impossibles)"},
    {"at least %d meeting of the schedule before cannot stay as it was%s, and at "
     "most %d may change; expected --max-moves %d or more",
     "前の日程の面談のうち少なくとも%d件はそのままにできません%s。変更できるのは%"
     "d件までのため、--max-moves %d 以上を指定してください。",
     "au moins %d rendez-vous du planning précédent ne peut rester tel quel%s, et "
     "%d au plus peuvent changer ; attendu : --max-moves %d ou plus"},
    {"at least %d meetings of the schedule before cannot stay as they were%s, and "
     "at most %d may change; expected --max-moves %d or more",
     "前の日程の面談のうち少なくとも%d件はそのままにできません%s。変更できるのは%"
     "d件までのため、--max-moves %d 以上を指定してください。",
     "au moins %d rendez-vous du planning précédent ne peuvent rester tels "
     "quels%s, et %d au plus peuvent changer ; attendu : --max-moves %d ou plus"},
    {"'stability' is measured against a schedule, and none is given; expected "
     "--previous, or another level beside it",
     "「stability」は前の日程と比べる目標ですが、前の日程がありません。--previous "
     "を付けるか、ほかの目標も書いてください。",
     "« stability » se mesure à un planning, et aucun n’est donné ; attendu : "
     "--previous, ou un autre objectif à côté"},
    {"'now' is %s, by the variable SOURCE_DATE_EPOCH; unset it to go by the clock",
     "変数SOURCE_DATE_EPOCHにより「now」は%"
     "sです。実際の時刻を使うには、この変数を取り除いてください。",
     "« now » est %s, d’après la variable SOURCE_DATE_EPOCH ; retirez-la pour "
     "suivre l’horloge"},
    {"what begins before %s had begun when this schedule was made, and stays as it "
     "is; if more has begun since, pass --freeze-before now; with an earlier time "
     "it is planned anew",
     "%sより前に始まるものは、この日程の作成時にすでに始まっていたため、そのままと"
     "します。その後に始まったものがあれば --freeze-before now "
     "を付けてください。もっと早い時刻を指定すると組み直します。",
     "ce qui commence avant %s avait commencé quand ce planning a été fait et "
     "reste tel quel ; si d’autres ont commencé depuis, ajoutez --freeze-before "
     "now ; avec une heure plus tôt, c’est replanifié"},
    {"nothing begins before that time: the first slot does at %s",
     "その時刻より前に始まるものはありません。最初の時間枠は%sからです。",
     "rien ne commence avant cette heure : le premier créneau est à %s"},
    {"all slots begin before that time, and nothing can be added or moved any "
     "more; expected a time until %s, when the last one begins",
     "すべての時間枠がその時刻より前に始まるため、追加も移動もできません。最後の枠"
     "が始まる%sまでの時刻にしてください。",
     "tous les créneaux commencent avant cette heure : rien ne peut plus être "
     "ajouté ni déplacé ; attendu : une heure jusqu’à %s, début du dernier"},
    {"this schedule is recorded as sent; expected no --previous after 'publish', "
     "as it is for a draft and what 'solve' made it from",
     "この日程は送付済みとして記録されています。--previous "
     "は下書きとその元の日程に使うもので、「publish」の後には付けないでください。",
     "ce planning est noté comme envoyé ; pas de --previous après « publish » : il "
     "sert pour un projet et ce dont « solve » l’a tiré"},
    {"this value was not judged, as it counts against a schedule that was not "
     "given; expected the one before (--previous)",
     "前の日程が指定されていないため、この値は確認していません。前の日程（--"
     "previous）を指定してください。",
     "cette valeur n’a pas été jugée, faute du planning auquel elle se mesure ; "
     "indiquez le précédent (--previous)"},
    {"%s is not scheduled; expected a meeting that is; 'matchday move' puts one "
     "into a slot",
     "%sは日程に入っていません。日程にある面談を指定してください。「matchday "
     "move」で時間枠に入れることができます。",
     "%s n’est pas planifié ; attendu : un rendez-vous qui l’est ; « matchday "
     "move » en place un dans un créneau"},
    {"is in slot '%s', which the event does not have any more; expected a slot and "
     "room of the event; solve again",
     "時間枠「%"
     "s」に入っていますが、イベントにはもうありません。「solve」を実行し直してくだ"
     "さい。",
     "est dans le créneau « %s », que l’événement n’a plus ; attendu : un créneau "
     "et une salle de l’événement ; refaites un « solve »"},
    {"is in room '%s', which the event does not have any more; expected a slot and "
     "room of the event; solve again",
     "会場「%"
     "s」に入っていますが、イベントにはもうありません。「solve」を実行し直してくだ"
     "さい。",
     "est dans la salle « %s », que l’événement n’a plus ; attendu : un créneau et "
     "une salle de l’événement ; refaites un « solve »"},
    {"%s is locked to room '%s' already; name another ROOM to change that",
     "%sはすでに会場「%"
     "s」に固定されています。変更するには別の会場を指定してください。",
     "%s est déjà verrouillé dans la salle « %s » ; nommez une autre salle pour "
     "changer cela"},
    {"had begun when this schedule was made, and stays as it is; expected a "
     "meeting that is to come; 'matchday solve --previous' with an earlier "
     "--freeze-before plans it anew",
     "この日程の作成時にすでに始まっていたため、そのままとします。これから始まる面"
     "談を指定してください。「matchday solve --previous」にもっと早い "
     "--freeze-before を付けると組み直せます。",
     "avait commencé quand ce planning a été fait et reste tel quel ; attendu : un "
     "rendez-vous à venir ; « matchday solve --previous » avec un --freeze-before "
     "plus tôt le replanifie"},
    {"%s would have to give way%s", "%sが動く必要があります%s",
     "%s devrait laisser la place%s"},
    {"one of %s would have to give way%s", "%sのいずれかが動く必要があります%s",
     "l’un de %s devrait laisser la place%s"},
    {"; unlock first what is locked", "。先に固定を解除してください",
     " ; déverrouillez d’abord ce qui est verrouillé"},
    {"; with --make-way it is locked all the same, and the next solve finds the "
     "fewest changes",
     "。--make-way "
     "を付けるとそれでも固定し、次の「solve」で変更が最も少なくなるようにします",
     " ; avec --make-way il est verrouillé malgré tout, et le prochain « solve » "
     "trouve le moins de changements"},
    {", locked", "、固定", ", verrouillé"},
    {"not in the event any more", "イベントにもうありません",
     "n’est plus dans l’événement"},
    {"without touching others it fits in %s", "ほかを動かさずに入る時間枠：%s",
     "sans toucher aux autres, il tient dans %s"},
    {"no other slot takes it without touching others",
     "ほかを動かさずに入る時間枠はほかにありません。",
     "aucun autre créneau ne le prend sans toucher aux autres"},
    {"%s is there, and this event does not name it; expected \"locks\": \"%s\" in "
     "the event, or no such file; name it or move it away",
     "%sがありますが、イベントで指定されていません。イベントに \"locks\": \"%s\" "
     "と書くか、ファイルを移動してください。",
     "%s existe, et cet événement ne le nomme pas ; attendu : \"locks\": \"%s\" "
     "dans l’événement, ou pas de tel fichier ; nommez-le ou déplacez-le"},
    {"the locks stand in the event itself, where only you can change them; "
     "expected the name of a table; move them into %s, with the columns request, "
     "participants, topic, slot, room, kind, and write \"locks\": \"%s\"",
     "固定がイベントのファイルに直接書かれているため、変更できません。request、part"
     "icipants、topic、slot、room、kind の列のある%sに移し、\"locks\": \"%s\" "
     "と書いてください。",
     "les verrous sont dans l’événement même, où vous seul pouvez les changer ; "
     "mettez-les dans %s, avec les colonnes request, participants, topic, slot, "
     "room, kind, et écrivez \"locks\": \"%s\""},
    {"is a workbook, which only you can change; expected a CSV file; save the "
     "locks as %s",
     "Excelブックのため変更できません。固定を%sとして保存してください。",
     "c’est un classeur, que vous seul pouvez changer ; enregistrez les verrous "
     "dans le fichier CSV %s"},
    {"is a workbook, which only you can change; expected the lock in its sheet "
     "'Locks', in the columns participants, topic, slot, room, kind",
     "Excelブックのため変更できません。「固定」（Locks）シートの "
     "participants、topic、slot、room、kind の列に入力してください。",
     "c’est un classeur, que vous seul pouvez changer ; mettez le verrou dans sa "
     "feuille « Locks » (« Verrous »), colonnes participants, topic, slot, room, "
     "kind"},
    {"is not UTF-8, so that only you can change it; expected a CSV file saved as "
     "'CSV UTF-8'",
     "UTF-8ではないため変更できません。「CSV UTF-8」形式で保存してください。",
     "ce fichier n’est pas en UTF-8 : vous seul pouvez le changer ; enregistrez-le "
     "au format « CSV UTF-8 »"},
    {"knows nothing of %d meeting%s that people were sent by %s, and can neither "
     "update nor cancel %s in their calendars; expected a schedule made by 'solve "
     "--previous %s'",
     "%3$sで送付された面談%1$d件%2$."
     "0sの記録がないため、参加者のカレンダーを更新も取消もできません%4$."
     "0s。「solve --previous %5$s」で作成した日程を指定してください。",
     "ignore des rendez-vous (%1$d)%2$.0s envoyés avec %3$s, et ne peut ni les "
     "mettre à jour ni les annuler%4$.0s dans les calendriers ; attendu : un "
     "planning fait par « solve --previous %5$s »"},
    {"%s: cannot be written: %s", "%s：書き込めません。%s",
     "%s : écriture impossible : %s"},
    {"%s: %d agenda item%s in it %s published, which would be forgotten; expected "
     "--previous %s, or another folder",
     "%1$s：ここには送付済みのプログラム項目が%2$d件%3$.0s%4$."
     "0sあり、その記録が失われます。--previous %5$s "
     "を付けるか、別のフォルダーを指定してください。",
     "%1$s : points du programme déjà publiés ici : %2$d%3$.0s%4$.0s, qui seraient "
     "oubliés ; ajoutez --previous %5$s, ou choisissez un autre dossier"},
    {"%s: %d meeting%s in it %s published, which would be forgotten; expected "
     "--previous %s, or another folder",
     "%1$s：ここには送付済みの面談が%2$d件%3$.0s%4$.0sあり、その記録が失われます。-"
     "-previous %5$s を付けるか、別のフォルダーを指定してください。",
     "%1$s : rendez-vous déjà publiés ici : %2$d%3$.0s%4$.0s, qui seraient "
     "oubliés ; ajoutez --previous %5$s, ou choisissez un autre dossier"},
    {"%s: 'matchday send' has begun to mail it, and who has a mail would be "
     "forgotten; expected --previous %s, or another folder",
     "%s：「matchday "
     "send」が送信を始めており、送信先の記録が失われます。--previous %s "
     "を付けるか、別のフォルダーを指定してください。",
     "%s : « matchday send » a commencé à l’envoyer, et l’on oublierait qui l’a "
     "reçu ; ajoutez --previous %s, ou choisissez un autre dossier"},
    {"%s: this is the folder of the event itself; expected another one for what is "
     "written, such as '%s'",
     "%s：イベントそのもののフォルダーです。書き出し先には「%"
     "s」など別のフォルダーを指定してください。",
     "%s : c’est le dossier de l’événement même ; choisissez-en un autre pour ce "
     "qui est écrit, comme « %s »"},
    {"%s: is there already; expected another name, so that nothing is lost",
     "%s：すでにあります。失われるものがないように、別の名前を指定してください。",
     "%s : existe déjà ; choisissez un autre nom, pour que rien ne se perde"},
    {"--date: '%s' is no date; expected one like 2027-05-18",
     "--date：「%s」は日付ではありません。2027-05-18の形で指定してください。",
     "--date : « %s » n’est pas une date ; attendu : la forme 2027-05-18"},
    {"--date: '%s' is not after '%s', which ends on %04d-%02d-%02d; expected a "
     "later date",
     "--date：「%s」は「%s」の終了（%04d-%02d-%"
     "02d）より後ではありません。もっと後の日付にしてください。",
     "--date : « %s » n’est pas après « %s », qui finit le %04d-%02d-%02d ; "
     "choisissez une date plus tardive"},
    {"--date: there is no such day in %s; expected another one",
     "--date：%sにその日は存在しません。別の日にしてください。",
     "--date : ce jour n’existe pas à %s ; choisissez-en un autre"},
    {"--start: '%s' is no half hour of %s; expected a time like 09:00 or 09:30",
     "--start：「%s」は%sの30分単位の時刻ではありません。09:00や09:"
     "30のように指定してください。",
     "--start : « %s » n’est pas une demi-heure de %s ; attendu : une heure comme "
     "09:00 ou 09:30"},
    {"--zones: '%s' names no zone; expected IANA names with commas between them: "
     "Europe/Brussels,Asia/Tokyo",
     "--zones：「%"
     "s」はタイムゾーンではありません。IANA名をコンマで区切って指定してください：Eu"
     "rope/Brussels,Asia/Tokyo",
     "--zones : « %s » ne nomme aucun fuseau ; attendu : des noms IANA séparés par "
     "des virgules : Europe/Paris,Asia/Tokyo"},
    {"--delimiter: '%s' is none; expected , or ; or tab",
     "--delimiter：「%s」は区切り文字として使えません。「,」「;"
     "」または「tab」を指定してください。",
     "--delimiter : « %s » n’en est pas un ; attendu : la virgule, le "
     "point-virgule ou tab"},
    {"--output-encoding: '%s' is no encoding; expected 'utf-8', 'cp932' or "
     "'cp1252'",
     "--output-encoding：「%s」という文字コードはありません。「utf-"
     "8」「cp932」「cp1252」のいずれかを指定してください。",
     "--output-encoding : « %s » n’est pas un codage ; attendu : « utf-8 », "
     "« cp932 » ou « cp1252 »"},
    {"SOURCE_DATE_EPOCH: '%s' is no time; expected seconds since 1970, like "
     "1621324800",
     "SOURCE_DATE_EPOCH：「%"
     "s」は時刻ではありません。1621324800のように、1970年からの秒数を指定してくださ"
     "い。",
     "SOURCE_DATE_EPOCH : « %s » n’est pas une heure ; attendu : des secondes "
     "depuis 1970, comme 1621324800"},
    {"slot '%s' has %d rooms and %d people with addresses, and no zoom/%s.csv is "
     "written: Zoom assigns at most %d rooms and %d people; expected fewer, or a "
     "meeting for each part of the rooms",
     "時間枠「%s」には会場が%d室、アドレスのある人が%d名あるため、zoom/"
     "%s.csvを作成しません。Zoomで割り当てられるのは%d室・%"
     "d名までです。減らすか、会場を分けて複数のミーティングにしてください。",
     "le créneau « %s » a %d salles et %d personnes avec adresse : zoom/%s.csv "
     "n’est pas écrit, car Zoom affecte au plus %d salles et %d personnes ; "
     "réduisez, ou faites une réunion pour chaque partie des salles"},
    {"slot '%s' has %d rooms and %d people with addresses: Zoom assigns more than "
     "%d rooms or %d people only for some accounts; expected fewer, or one that "
     "allows it: ask Zoom before the day",
     "時間枠「%s」には会場が%d室、アドレスのある人が%d名あります。%d室または%"
     "d名を超える割り当てはZoomの一部の契約でしかできません。減らすか、対応する契約"
     "かどうかを事前にZoomにご確認ください。",
     "le créneau « %s » a %d salles et %d personnes avec adresse : au-delà de %d "
     "salles ou %d personnes, Zoom ne les affecte que pour certains comptes ; "
     "réduisez, ou demandez à Zoom avant le jour"},
};
const struct message_list messages_commands = {message,
                                               sizeof message / sizeof *message};
