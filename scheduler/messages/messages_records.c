/* Sending and its records, schedules that are read again, answers and feedback. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {" (%d more in doubt)", "（ほかに不明%d通）", " (%d autres en doute)"},
    {"%d of %d mail%s%s", "メール%2$d通のうち%1$d通%3$.0s%4$s",
     "%1$d message(s) sur %2$d%3$.0s%4$s"},
    {"'matchday send' could not reach %d %s: %s. Recorded as sent, nobody would "
     "mail them any more; expected 'matchday send' once more, or --others-told, if "
     "they were told by other means",
     "「matchday "
     "send」で送信できなかった宛先が%1$d件%2$.0sあります：%3$"
     "s。送付済みとして記録すると、以後はメールが送られません。もう一度「matchday "
     "send」を実行するか、別の方法で知らせた場合は --others-told "
     "を付けてください。",
     "« matchday send » n’a pas pu joindre %1$d personne(s)%2$.0s : %3$s. Notées "
     "comme prévenues, elles ne recevraient plus rien ; relancez « matchday "
     "send », ou ajoutez --others-told si elles ont été prévenues autrement"},
    {"'matchday send' has begun to mail this schedule, and %s, which says who has "
     "a mail, is not beside it or belongs to another one; expected the "
     "schedule.json beside which 'send' ran",
     "「matchday "
     "send」がこの日程の送信を始めていますが、送信先を記録した%"
     "sが同じ場所にないか、別の日程のものです。「send」を実行した場所のschedule."
     "jsonを指定してください。",
     "« matchday send » a commencé à envoyer ce planning, et %s, qui dit qui l’a "
     "reçu, n’est pas à côté ou appartient à un autre ; attendu : le schedule.json "
     "à côté duquel « send » a été lancé"},
    {"'matchday send' mailed it to some only: %s went out. Recorded as sent, "
     "nobody would mail it to the others any more; expected 'matchday send' once "
     "more, which sends the rest and records it; a new schedule, by 'solve' with "
     "--previous, if the event has changed; or --others-told, if they were told by "
     "other means",
     "「matchday "
     "send」は一部にしか送信していません（%"
     "sを送信済み）。送付済みとして記録すると、残りの方にはメールが送られません。も"
     "う一度「matchday "
     "send」を実行すると、残りを送信して記録します。イベントを変更した場合は「solve"
     "」に --previous を付けて作り直し、別の方法で知らせた場合は --others-told "
     "を付けてください。",
     "« matchday send » ne l’a envoyé qu’à certains : %s. Noté comme envoyé, plus "
     "personne ne l’enverrait aux autres ; relancez « matchday send », qui envoie "
     "le reste et le note ; ou faites un nouveau planning, par « solve » avec "
     "--previous, si l’événement a changé ; ou ajoutez --others-told s’ils ont été "
     "prévenus autrement"},
    {"'matchday send' mailed it to some only: %s went out. Whoever has one will be "
     "told what changes, all others get their first mail about it: send the new "
     "schedule, and this one no more",
     "「matchday "
     "send」は一部にしか送信していません（%"
     "sを送信済み）。受け取った方には変更点を、ほかの方には初めての案内を送ります。"
     "新しい日程を送信し、この日程はもう送信しないでください。",
     "« matchday send » ne l’a envoyé qu’à certains : %s. Ceux qui l’ont reçu "
     "apprendront ce qui change, les autres recevront leur premier message : "
     "envoyez le nouveau planning, et plus celui-ci"},
    {"%s went out before the event changed, and %d of them would not say the same "
     "now, so that nothing is sent. Make a new schedule from it, 'matchday solve "
     "%s -o OUT --previous %s', and send that: whoever has a mail is told what "
     "changed, all others get their first one",
     "イベントの変更前に%1$sを送信済みで、そのうち%2$"
     "d通は今の内容と異なるため、送信を中止しました。「matchday solve %3$s -o OUT "
     "--previous "
     "%4$"
     "s」で作り直し、その日程を送信してください。受け取った方には変更点を、ほかの方"
     "には初めての案内を送ります。",
     "%s partis avant le changement de l’événement, dont %d ne diraient plus la "
     "même chose : rien n’est envoyé. Faites un nouveau planning avec « matchday "
     "solve %s -o OUT --previous %s » et envoyez-le : ceux qui ont un message "
     "apprennent ce qui a changé, les autres reçoivent le premier"},
    {"%s: 'matchday send' is at work; wait for its end",
     "%s：「matchday send」が実行中です。終わるのをお待ちください。",
     "%s : « matchday send » est en cours ; attendez qu’il ait fini"},
    {"%s: another 'matchday send' is at work; wait for its end",
     "%s：別の「matchday send」が実行中です。終わるのをお待ちください。",
     "%s : un autre « matchday send » est en cours ; attendez qu’il ait fini"},
    {"%s:%d: contains a NUL byte; expected records only: take out the damaged "
     "lines, and add those of mails that were sent",
     "%s:%"
     "d：NULバイトがあります。壊れた行を取り除き、送信済みのメールの行を補ってくだ"
     "さい。",
     "%s:%d : octet nul ; attendu : seulement des enregistrements : retirez les "
     "lignes abîmées, et ajoutez celles des messages envoyés"},
    {"%s:%d: this is no record of a mail; expected a file that 'matchday send' "
     "wrote and nobody has changed",
     "%s:%d：メールの記録ではありません。「matchday "
     "send」が書いたままのファイルが必要です。",
     "%s:%d : ce n’est pas l’enregistrement d’un message ; attendu : un fichier "
     "écrit par « matchday send » et que personne n’a changé"},
    {"--server: '%s' is no mail server; expected smtp://HOST:587 (STARTTLS) or "
     "smtps://HOST:465 (TLS)",
     "--server：「%s」はメールサーバーではありません。smtp://"
     "HOST:587（STARTTLS）または smtps://HOST:465（TLS）を指定してください。",
     "--server : « %s » n’est pas un serveur de messagerie ; attendu : "
     "smtp://HOST:587 (STARTTLS) ou smtps://HOST:465 (TLS)"},
    {"--server: a login does not belong into the URL, where others can see it; "
     "expected --user, and the password in MATCHDAY_SMTP_PASSWORD or a file",
     "--server：ログイン情報をURLに書くと他人に見えてしまいます。--user "
     "を使い、パスワードはMATCHDAY_SMTP_PASSWORDまたはファイルに書いてください。",
     "--server : un identifiant n’a pas sa place dans l’URL, où d’autres peuvent "
     "le voir ; attendu : --user, et le mot de passe dans MATCHDAY_SMTP_PASSWORD "
     "ou un fichier"},
    {"--user %s has no password; expected one in MATCHDAY_SMTP_PASSWORD or "
     "--password-file, or a token in MATCHDAY_SMTP_TOKEN or --token-file",
     "--user %s のパスワードがありません。MATCHDAY_SMTP_PASSWORDまたは "
     "--password-file、トークンの場合はMATCHDAY_SMTP_TOKENまたは --token-file "
     "で指定してください。",
     "--user %s n’a pas de mot de passe ; attendu : un mot de passe dans "
     "MATCHDAY_SMTP_PASSWORD ou --password-file, ou un jeton dans "
     "MATCHDAY_SMTP_TOKEN ou --token-file"},
    {"this matchday was built without libcurl and cannot send mail; install "
     "libcurl4-openssl-dev and build it again, or send the files in mail/ from a "
     "mail program (--drafts)",
     "このmatchdayはlibcurlなしで作られているため、メールを送信できません。libcurl4"
     "-openssl-devを入れて作り直すか、mail/ "
     "のファイルをメールソフトから送信してください（--drafts）。",
     "ce matchday, compilé sans libcurl, ne peut pas envoyer de messages ; "
     "installez libcurl4-openssl-dev et recompilez-le, ou envoyez les fichiers de "
     "mail/ depuis un logiciel de messagerie (--drafts)"},
    {"%s stands for nothing here; expected %s, or {{ for a brace",
     "ここで「%s」は使えません。使えるのは%s、または波かっこそのものを表す {{ "
     "です。",
     "%s ne signifie rien ici ; attendu : %s, ou {{ pour une accolade"},
    {"'%s' is no part of a mail; expected [agenda subject], [agenda text], or the "
     "same with update, interpreter agenda, interpreter update, programme, "
     "programme update, invite, cancellation or handover",
     "「%s」というメールの部分はありません。[agenda subject]、[agenda "
     "text]、またはagendaをupdate、interpreter agenda、interpreter "
     "update、programme、programme "
     "update、invite、cancellation、handoverに替えたものを書いてください。",
     "« %s » n’est pas une partie d’un message ; attendu : [agenda subject], "
     "[agenda text], ou de même avec update, interpreter agenda, interpreter "
     "update, programme, programme update, invite, cancellation ou handover"},
    {"is not UTF-8 text; expected that encoding",
     "UTF-8の文字ではありません。UTF-8で保存してください。",
     "ce n’est pas du texte en UTF-8 ; enregistrez-le ainsi"},
    {"nothing stands below this heading; expected a wording, or no heading",
     "この見出しの下に何も書かれていません。文面を書くか、見出しを削除してください"
     "。",
     "rien ne figure sous ce titre ; attendu : une formulation, ou pas de titre"},
    {"this heading stands twice in the file; expected it once",
     "この見出しがファイルに2回あります。1回にしてください。",
     "ce titre figure deux fois dans le fichier ; une seule suffit"},
    {"this subject has several lines; expected one",
     "件名が複数行になっています。1行にしてください。",
     "cet objet a plusieurs lignes ; une seule est attendue"},
    {"this text has no {meetings}; expected it where the meetings belong",
     "この文面に {meetings} がありません。面談の一覧を入れる場所に書いてください。",
     "ce texte n’a pas {meetings} ; mettez-le là où vont les rendez-vous"},
    {"%.100s proposes another time, %s; somebody must answer",
     "%.100sさんから別の日時の提案がありました（%s）。ご返答ください。",
     "%.100s propose une autre heure, %s ; quelqu’un doit répondre"},
    {"by no clock that is known, so look into the file",
     "どの時刻か不明なため、ファイルをご確認ください",
     "d’après aucune horloge connue : regardez dans le fichier"},
    {"answers a meeting that is not in this schedule",
     "この日程にない面談への回答です",
     "répond à un rendez-vous qui n’est pas dans ce planning"},
    {"answers a meeting that was cancelled", "取り消された面談への回答です",
     "répond à un rendez-vous annulé"},
    {"answers a newer invitation than this schedule knows of; expected the "
     "schedule that was sent last",
     "この日程より新しい招待への回答です。最後に送付した日程を指定してください",
     "répond à une invitation plus récente que ce planning ; attendu : le planning "
     "envoyé en dernier"},
    {"answers an older invitation: the meeting has moved since",
     "古い招待への回答です（その後、面談の日時が変わっています）",
     "répond à une invitation plus ancienne : le rendez-vous a changé depuis"},
    {"answers one time of a series, which is not when the meeting is; expected an "
     "answer to the invitation itself, so ask what they mean",
     "面談の日時ではない、繰り返しの1回への回答です。招待そのものへの回答が必要なた"
     "め、本人にご確認ください",
     "répond à une occurrence d’une série, qui n’est pas l’heure du rendez-vous ; "
     "attendu : une réponse à l’invitation même, demandez ce qui est voulu"},
    {"comes from an address that nobody of the meeting has; expected that of one "
     "of its contacts",
     "面談の関係者にないアドレスからの回答です。連絡先のアドレスからの回答が必要で"
     "す",
     "vient d’une adresse que personne du rendez-vous n’a ; attendu : celle de "
     "l’un de ses contacts"},
    {"is older than another answer of the same person",
     "同じ人の別の回答より古いものです",
     "est plus ancienne qu’une autre réponse de la même personne"},
    {"was sent by a contact of another participant; expected somebody of their own",
     "別の参加者の連絡先から送られています。参加者自身からの回答が必要です",
     "a été envoyée par un contact d’un autre participant ; attendu : quelqu’un de "
     "chez eux"},
    {"the clocks change before %04d-%02d-%02d: session '%s' begins at %02d:%02d in "
     "%s, which is then %02d:%02d in %s, not %02d:%02d; expected that this suits "
     "everybody, or another --start",
     "%1$04d-%2$02d-%3$02dまでに時計の切り替えがあります。セッション「%4$s」の開始%"
     "5$02d:%6$02d（%7$s）は、%10$sでは%11$02d:%12$02dではなく%8$02d:%9$"
     "02dになります。全員に都合がよいかを確認するか、別の --start "
     "を指定してください。",
     "l’heure change avant le %04d-%02d-%02d : la session « %s » commence à "
     "%02d:%02d à %s, soit alors %02d:%02d à %s, et non %02d:%02d ; attendu : que "
     "cela convienne à tous, ou un autre --start"},
    {"%s %s cancelled in the next event too, so that %d request%s cannot be held; "
     "expected \"status\": \"registered\" there for whoever comes this time",
     "%1$sは次のイベントでも取りやめのままのため%2$.0s、希望%3$d件%4$."
     "0sを実現できません。今回参加する場合は、次のイベントで \"status\": "
     "\"registered\" としてください。",
     "annulé(s) aussi dans l’événement suivant : %1$s%2$.0s ; demandes "
     "impossibles : %3$d%4$.0s ; indiquez là-bas \"status\": \"registered\" pour "
     "qui vient cette fois"},
    {"%d absence for a whole day left out; hours are the same on the new dates",
     "終日の不在%d件を外しました。時刻の指定は新しい日付でも同じです。",
     "%d absence d’une journée entière laissée de côté ; les heures restent les "
     "mêmes aux nouvelles dates"},
    {"%d absences for a whole day left out; hours are the same on the new dates",
     "終日の不在%d件を外しました。時刻の指定は新しい日付でも同じです。",
     "%d absences d’une journée entière laissées de côté ; les heures restent les "
     "mêmes aux nouvelles dates"},
    {"%d item was of these days and left out",
     "この日程のプログラム項目%d件を外しました。",
     "%d point était de ces jours et a été laissé de côté"},
    {"%d items were of these days and left out",
     "この日程のプログラム項目%d件を外しました。",
     "%d points étaient de ces jours et ont été laissés de côté"},
    {"%d lock was of these slots and left out; what was forbidden altogether stays",
     "この時間枠の固定%d件を外しました。全面的な禁止は残ります。",
     "%d verrou était de ces créneaux et a été laissé de côté ; ce qui était tout "
     "à fait interdit le reste"},
    {"%d locks were of these slots and left out; what was forbidden altogether "
     "stays",
     "この時間枠の固定%d件を外しました。全面的な禁止は残ります。",
     "%d verrous étaient de ces créneaux et ont été laissés de côté ; ce qui était "
     "tout à fait interdit le reste"},
    {"%d request without 'earliest' and 'latest', which were of these days",
     "希望%d件から、この日程の「earliest」「latest」を外しました。",
     "%d demande sans « earliest » ni « latest », qui étaient de ces jours"},
    {"%d requests without 'earliest' and 'latest', which were of these days",
     "希望%d件から、この日程の「earliest」「latest」を外しました。",
     "%d demandes sans « earliest » ni « latest », qui étaient de ces jours"},
    {"%d request without some of 'after': those are served, or not wanted any more",
     "希望%d件から、実現済みまたは不要になった「after」を外しました。",
     "%d demande sans une partie de « after » : celles-là sont satisfaites ou ne "
     "sont plus souhaitées"},
    {"%d requests without some of 'after': those are served, or not wanted any "
     "more",
     "希望%d件から、実現済みまたは不要になった「after」を外しました。",
     "%d demandes sans une partie de « after » : celles-là sont satisfaites ou ne "
     "sont plus souhaitées"},
    {"%d wish to meet again left out, with somebody who is not in the event any "
     "more; put them back into it to keep those",
     "イベントにいなくなった相手との再面談の希望%"
     "d件を外しました。残すには、相手をイベントに戻してください。",
     "%d souhait de se revoir laissé de côté, avec quelqu’un qui n’est plus dans "
     "l’événement ; remettez-l’y pour le garder"},
    {"%d wishes to meet again left out, with somebody who is not in the event any "
     "more; put them back into it to keep those",
     "イベントにいなくなった相手との再面談の希望%"
     "d件を外しました。残すには、相手をイベントに戻してください。",
     "%d souhaits de se revoir laissés de côté, avec quelqu’un qui n’est plus dans "
     "l’événement ; remettez-l’y pour les garder"},
    {"%s/%s: has been changed since it was made; give what people filled in to "
     "--feedback, or choose another folder for new forms",
     "%s/%s：作成後に変更されています。記入された用紙は --feedback "
     "で読み込むか、新しい用紙には別のフォルダーを指定してください。",
     "%s/%s : a été modifié depuis sa création ; donnez à --feedback ce qui a été "
     "rempli, ou choisissez un autre dossier pour les nouveaux formulaires"},
    {"has no .csv file; expected forms that were filled in",
     ".csvファイルがありません。記入された用紙が必要です。",
     "ne contient aucun fichier .csv ; attendu : des formulaires remplis"},
    {"there is no answer in what --feedback names; expected a row of feedback at "
     "least, such as 'meeting,participant,held' and below it 'm0001,ID,yes'",
     "--feedback "
     "で指定したものに回答がありません。「meeting,participant,held」の下に「m0001,"
     "ID,yes」のように、1行以上の回答が必要です。",
     "aucune réponse dans ce que nomme --feedback ; attendu : au moins une ligne, "
     "comme « meeting,participant,held » et dessous « m0001,ID,yes »"},
    {"'%s' is another event; expected feedback on '%s'",
     "「%s」は別のイベントです。「%s」についての回答が必要です。",
     "« %s » est un autre événement ; attendu : des retours sur « %s »"},
    {"'%s' is not one of them; expected %s",
     "「%s」はこの面談の参加者ではありません。%sのいずれかを入力してください。",
     "« %s » n’en fait pas partie ; attendu : %s"},
    {"'%s' was called off, and no run on the day (--freeze-before) led to the "
     "schedule: it counts as a no-show; expected no row for it if its people knew "
     "before the day",
     "「%s」は取りやめになっていますが、当日の変更（--freeze-"
     "before）によるものではないため、無断欠席として扱います。事前に知らせていた場"
     "合は、この行を削除してください。",
     "« %s » a été annulé, et aucun calcul du jour même (--freeze-before) n’a mené "
     "au planning : il compte comme une absence ; pas de ligne si ses participants "
     "le savaient avant"},
    {"'%s' was cancelled before the event; expected a meeting that was to be held "
     "or that somebody did not come to, or no answers",
     "「%"
     "s」はイベント前に取り消されています。行われる予定だった面談か、欠席のあった面"
     "談を指定するか、回答を空にしてください。",
     "« %s » a été annulé avant l’événement ; attendu : un rendez-vous qui devait "
     "avoir lieu ou auquel quelqu’un n’est pas venu, ou pas de réponse"},
    {"'%s' was served by meeting %s; expected that in the column 'meeting'",
     "「%s」は面談%sで実現しています。「meeting」列にその面談を書いてください。",
     "« %s » a été satisfaite par le rendez-vous %s ; indiquez-le dans la colonne "
     "« meeting »"},
    {"answers for a meeting, and this wish had none; expected 'again' alone, "
     "whether it is still wanted",
     "面談についての回答ですが、この希望では面談がありませんでした。「again」（まだ"
     "希望するかどうか）だけを記入してください。",
     "répond pour un rendez-vous, et ce souhait n’en a pas eu ; attendu : "
     "« again » seul, s’il est encore voulu"},
    {"has no row below its heads; expected one for each meeting that somebody "
     "answers for",
     "見出しの下に行がありません。回答する面談ごとに1行必要です。",
     "n’a aucune ligne sous ses titres ; attendu : une par rendez-vous pour lequel "
     "quelqu’un répond"},
    {"is 'yes', but the meeting was called off, as somebody had cancelled; "
     "expected 'no', and in 'absent' who did not come",
     "「yes」となっていますが、取りやめのため面談は行われていません。「no」とし、「"
     "absent」に来なかった方を書いてください。",
     "est « yes », mais le rendez-vous a été annulé, quelqu’un s’étant désisté ; "
     "attendu : « no », et dans « absent » qui n’est pas venu"},
    {"is 'yes', but with the absent there were fewer than two of %d; expected "
     "'no', or fewer who were absent",
     "「yes」となっていますが、欠席者を除くと%"
     "d者のうち2者未満です。「no」とするか、欠席者を減らしてください。",
     "est « yes », mais avec les absents ils étaient moins de deux sur %d ; "
     "attendu : « no », ou moins d’absents"},
    {"is not filled in: of its %d row%s none has an answer; expected some under "
     "'held', 'rating', 'again' or 'outcome'",
     "記入されていません（%1$d行%2$."
     "0sのどれにも回答がありません）。「held」「rating」「again」「outcome」のいず"
     "れかに記入してください。",
     "n’est pas rempli : aucune réponse (lignes : %1$d%2$.0s) ; attendu : des "
     "réponses sous « held », « rating », « again » ou « outcome »"},
    {"names a request beside the meeting '%s'; expected one of both",
     "面談「%s」と希望の両方が書かれています。どちらか一方にしてください。",
     "nomme une demande à côté du rendez-vous « %s » ; l’un des deux seulement"},
    {"none, talks, project or agreement", "none、talks、project または agreement",
     "none, talks, project ou agreement"},
    {"the id of a meeting, or of a request in the column 'request'",
     "面談のID（または「request」列に希望のID）",
     "l’identifiant d’un rendez-vous, ou d’une demande dans la colonne "
     "« request »"},
    {"the id of who answers", "回答者のID", "l’identifiant de qui répond"},
    {"there is no meeting '%s' in the schedule; did you mean '%s'?",
     "日程に「%s」という面談はありません。「%s」のことでしょうか。",
     "il n’y a pas de rendez-vous « %s » dans le planning ; vouliez-vous dire "
     "« %s » ?"},
    {"there is no meeting '%s' in the schedule; expected an id of one, such as "
     "'m0001'",
     "日程に「%"
     "s」という面談はありません。「m0001」のような面談のIDを入力してください。",
     "il n’y a pas de rendez-vous « %s » dans le planning ; attendu : un "
     "identifiant comme « m0001 »"},
    {"there is no request '%s' in the event; expected the id of one",
     "イベントに「%s」という希望はありません。希望のIDを入力してください。",
     "il n’y a pas de demande « %s » dans l’événement ; attendu : l’identifiant "
     "d’une demande"},
    {"two columns are '%s', one of them as '%s'; expected one",
     "「%s」の列が2つあります（一方は「%s」）。1つにしてください。",
     "deux colonnes sont « %s », dont l’une écrite « %s » ; n’en gardez qu’une"},
    {"these are answers about the event '%s'; expected '%s'",
     "イベント「%s」への回答です。「%s」への回答が必要です。",
     "ces réponses portent sur l’événement « %s » ; attendu : « %s »"},
    {"\"matchday-replies/1\"", "\"matchday-replies/1\"", "\"matchday-replies/1\""},
    {"'confirmed' or 'cancelled'", "「confirmed」または「cancelled」",
     "« confirmed » ou « cancelled »"},
    {"'matchday-schedule/1'", "「matchday-schedule/1」", "« matchday-schedule/1 »"},
    {"'matchday-sending/1'", "「matchday-sending/1」", "« matchday-sending/1 »"},
    {"'all', an object with a side or a list of ids",
     "「all」、side を持つオブジェクト、またはIDのリスト",
     "« all », un objet avec un camp ou une liste d’identifiants"},
    {"a list of numbers of contacts", "連絡先の番号のリスト",
     "une liste de numéros de contacts"},
    {"a reason", "理由", "une raison"},
    {"a side", "側", "un camp"},
    {"a time zone", "タイムゾーン", "un fuseau horaire"},
    {"a whole number", "整数", "un nombre entier"},
    {"an address", "アドレス", "une adresse"},
    {"an address, or a name", "アドレスまたは名前", "une adresse, ou un nom"},
    {"an instant like '2021-05-18T07:00:00Z'", "「2021-05-18T07:00:00Z」の形の日時",
     "un instant comme « 2021-05-18T07:00:00Z »"},
    {"found %lld; expected a number from 0",
     "%lldと書かれています。0以上の数が必要です。",
     "trouvé : %lld ; attendu : un nombre à partir de 0"},
    {"found %s; expected an object with the format '%s'",
     "%sと書かれています。形式「%s」のオブジェクトが必要です。",
     "trouvé : %s ; attendu : un objet au format « %s »"},
    {"found '%s' in the list; expected ids",
     "リストに「%s」があります。IDを書いてください。",
     "trouvé dans la liste : « %s » ; attendu : des identifiants"},
    {"found '%s'; expected %d hexadecimal digits in lower case",
     "「%s」と書かれています。小文字の16進数%d桁が必要です。",
     "trouvé : « %s » ; attendu : %d chiffres hexadécimaux en minuscules"},
    {"found '%s'; expected '%.*s' as in the slot's id",
     "「%1$s」と書かれています。時間枠のIDのとおり「%3$.*2$s」が必要です。",
     "trouvé : « %1$s » ; attendu : « %3$.*2$s », comme dans l’identifiant du "
     "créneau"},
    {"found '%s'; expected '%s' for the level '%s'",
     "「%1$s」と書かれています。目標「%3$s」では「%2$s」が必要です。",
     "trouvé : « %s » ; attendu : « %s » pour l’objectif « %s »"},
    {"found '%s'; expected '%s', a schedule.json that 'solve' wrote",
     "「%s」と書かれています。「solve」が書いたschedule.json（「%s」）が必要です。",
     "trouvé : « %s » ; attendu : « %s », un schedule.json écrit par « solve »"},
    {"found '%s'; expected '%s', as 'send' wrote it",
     "「%s」と書かれています。「send」が書いた「%s」が必要です。",
     "trouvé : « %s » ; attendu : « %s », tel que « send » l’a écrit"},
    {"found '%s'; expected a level like 'served'",
     "「%s」と書かれています。「served」のような目標が必要です。",
     "trouvé : « %s » ; attendu : un objectif comme « served »"},
    {"found '%s'; expected a reason like 'no_common_slot'",
     "「%s」と書かれています。「no_common_slot」のような理由が必要です。",
     "trouvé : « %s » ; attendu : une raison comme « no_common_slot »"},
    {"found '%s'; expected an instant later than start",
     "「%s」と書かれています。startより後の日時が必要です。",
     "trouvé : « %s » ; attendu : un instant après start"},
    {"is empty; expected at least one id", "空です。IDが1つ以上必要です。",
     "est vide ; attendu : au moins un identifiant"},
    {"is missing; expected a list of ids", "ありません。IDのリストが必要です。",
     "manque ; attendu : une liste d’identifiants"},
    {"is missing; expected a list of objects",
     "ありません。オブジェクトのリストが必要です。",
     "manque ; attendu : une liste d’objets"},
    {"is missing; expected a whole number", "ありません。整数が必要です。",
     "manque ; attendu : un nombre entier"},
    {"is missing; expected what people were sent, as only such meetings are listed "
     "as cancelled",
     "ありません。取消に入るのは送付済みの面談だけのため、送付した内容が必要です。",
     "manque ; attendu : ce qui a été envoyé, car seuls de tels rendez-vous "
     "figurent comme annulés"},
    {"is missing; expected what was answered", "ありません。回答の内容が必要です。",
     "manque ; attendu : ce qui a été répondu"},
    {"is missing; expected when it was answered",
     "ありません。回答の日時が必要です。",
     "manque ; attendu : quand cela a été répondu"},
    {"is no participant of this meeting; expected one of them",
     "この面談の参加者ではありません。参加者のいずれかを書いてください。",
     "n’est pas un participant de ce rendez-vous ; attendu : l’un d’eux"},
    {"that of a mail", "メールのもの", "celui d’un message"},
    {"that of a meeting", "面談のもの", "celui d’un rendez-vous"},
    {"the id of a meeting, like 'm0001'", "「m0001」のような面談のID",
     "l’identifiant d’un rendez-vous, comme « m0001 »"},
    {"the id of a participant", "参加者のID", "l’identifiant d’un participant"},
    {"the id of a room", "会場のID", "l’identifiant d’une salle"},
    {"the id of a slot, like 'am-01'", "「am-01」のような時間枠のID",
     "l’identifiant d’un créneau, comme « am-01 »"},
    {"the id of an agenda item", "プログラム項目のID",
     "l’identifiant d’un point du programme"},
    {"the id of an event", "イベントのID", "l’identifiant d’un événement"},
    {"the id of the event", "イベントのID", "l’identifiant de l’événement"},
    {"the id of an interpreter", "通訳者のID", "l’identifiant d’un interprète"},
    {"the name of a level", "目標の名前", "le nom d’un objectif"},
    {"the name of a sending", "送信の名前", "le nom d’un envoi"},
    {"the number of a contact, from 1", "1から始まる連絡先の番号",
     "le numéro d’un contact, à partir de 1"},
    {"the schedule that is sent", "送信する日程", "le planning envoyé"},
    {"the uid of a calendar entry", "カレンダーの予定のuid",
     "l’uid d’une entrée de calendrier"},
    {"the pseudonym '%s' is not in the order of the names; expected the file as "
     "'anonymise' wrote it, or none, to make new pseudonyms",
     "仮名「%"
     "s」が名前の順に並んでいません。「anonymise」が書いたままのファイルを使うか、"
     "ファイルなしで新しい仮名を作成してください。",
     "le pseudonyme « %s » n’est pas dans l’ordre des noms ; attendu : le fichier "
     "tel que « anonymise » l’a écrit, ou aucun, pour faire de nouveaux "
     "pseudonymes"},
    {"%s: this libcurl cannot send mail safely (%s); expected one with TLS and "
     "SMTP",
     "%s：このlibcurlではメールを安全に送信できません（%"
     "s）。TLSとSMTPに対応したものが必要です。",
     "%s : cette libcurl ne peut pas envoyer de messages en sûreté (%s) ; il en "
     "faut une avec TLS et SMTP"},
    {"no TLS", "TLSなし", "sans TLS"},
};
const struct message_list messages_records = {message,
                                              sizeof message / sizeof *message};
