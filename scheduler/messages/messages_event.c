/* The event: its settings, ids, people, wishes and places. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"found '%s'; expected the number of rooms, such as 5, or a table of them",
     "「%"
     "s」と書かれています。部屋数（5など）を書くか、部屋の表を用意してください。",
     "trouvé : « %s » ; attendu : le nombre de salles, comme 5, ou un tableau des "
     "salles"},
    {"'%s' is no participant this time, and so in %d row%s, which bind nothing; "
     "did you mean '%s'?",
     "「%1$s」は今回の参加者ではありません。このような行が%2$d行あり%3$."
     "0s、使われません。「%4$s」のことでしょうか。",
     "« %1$s » ne participe pas cette fois, comme sur %2$d ligne%3$s, sans effet ; "
     "vouliez-vous dire « %4$s » ?"},
    {"'%s' is no participant this time, and so in %d row%s, which bind nothing",
     "「%1$s」は今回の参加者ではありません。このような行が%2$d行あり%3$."
     "0s、使われません。",
     "« %1$s » ne participe pas cette fois, comme sur %2$d ligne%3$s, sans effet"},
    {"'%s' is what the %s on line %d is called too; expected an id of its own for "
     "each",
     "「%1$s」は%3$d行目の%2$"
     "sの呼び名にもなっています。それぞれに別のIDを付けてください。",
     "« %1$s » désigne aussi l’élément de la ligne %3$d (%2$s) ; donnez à chacun "
     "son identifiant"},
    {"is the same request as on line %d; delete one of them, or tell them apart by "
     "a topic",
     "%d行目と同じ希望です。どちらかを削除するか、topicで区別してください。",
     "est la même demande qu’à la ligne %d ; supprimez l’une des deux, ou "
     "distinguez-les par un sujet (topic)"},
    {"\"all\", {\"side\": \"EU\"} or a list of ids",
     "\"all\"、{\"side\": \"EU\"} またはIDのリスト",
     "\"all\", {\"side\": \"EU\"} ou une liste d’identifiants"},
    {"'all', a side as in 'side:EU', or ids",
     "「all」、「side:EU」のような側、またはID",
     "« all », un camp comme dans « side:EU », ou des identifiants"},
    {"a side behind it: 'side:EU'", "「side:EU」のように側の名前",
     "un camp à la suite : « side:EU »"},
    {"a side such as 'EU'", "「EU」のような側の名前", "un camp comme « EU »"},
    {"\"matchday-event/1\"", "\"matchday-event/1\"", "\"matchday-event/1\""},
    {"columns were read as wishes of each row, ranked by their number: %s",
     "各行の希望として読んだ列（番号が希望順位）：%s",
     "colonnes lues comme les souhaits de chaque ligne, leur numéro étant le "
     "rang : %s"},
    {"the column '%s' stands beside '%s', and both are wish %d; expected one of "
     "them",
     "列「%s」と「%s」はどちらも第%d希望です。どちらか一方にしてください。",
     "la colonne « %s » est à côté de « %s », et toutes deux sont le souhait %d ; "
     "gardez-en une"},
    {"'%s' is a wish of '%s' already (%s), and this one was left out; expected "
     "each partner once",
     "「%s」は「%s」の希望にすでにあるため（%s）、この希望は除きました。"
     "相手は1回だけ書いてください。",
     "« %s » est déjà un souhait de « %s » (%s), et celui-ci a été omis ; indiquez "
     "chaque partenaire une fois"},
    {"'%s' has two wishes of rank %d, the other one is '%s' (%s); both count; "
     "expected one for each rank",
     "「%s」に第%d希望が2つあります。もう一つは「%s」（%s）です。"
     "どちらも有効ですが、希望順位ごとに1つにしてください。",
     "« %s » a deux souhaits de rang %d, l’autre étant « %s » (%s) ; les deux "
     "comptent ; indiquez-en un par rang"},
    {"%s, row %d", "%s、%d行目", "%s, ligne %d"},
    {"%d is more than max_meetings, which is %d; expected at most that",
     "%dはmax_meetingsの%dを超えています。それ以下の数にしてください。",
     "%d dépasse max_meetings, qui est de %d ; indiquez au plus ce nombre"},
    {"%d request without id is called after who asks whom, as '%s'",
     "IDのない希望%d件に、希望元と希望先からIDを付けました（例：「%s」）。",
     "%d demande sans identifiant en a reçu un d’après qui demande qui, comme "
     "« %s »"},
    {"%d requests without id are called after who asks whom, as '%s'",
     "IDのない希望%d件に、希望元と希望先からIDを付けました（例：「%s」）。",
     "%d demandes sans identifiant en ont reçu un d’après qui demande qui, comme "
     "« %s »"},
    {"%s: holds neither event.json nor event.csv; %s",
     "%s：event.jsonもevent.csvもありません。%s",
     "%s : ne contient ni event.json ni event.csv ; %s"},
    {"%s; did you mean '%s'?", "%s 「%s」のことでしょうか。",
     "%s ; vouliez-vous dire « %s » ?"},
    {"is no event; %s", "イベントとして読めません。%s",
     "ce n’est pas un événement ; %s"},
    {"an event is a workbook (.xlsx), or a folder with event.json, or that file, "
     "its tables (participants.csv, requests.csv) beside it and named in it; or a "
     "folder of tables alone, with event.csv and sessions.csv among them",
     "イベントは、Excelブック（.xlsx）、event."
     "jsonのあるフォルダーまたはそのファイル（表 participants.csv、requests.csv "
     "などを同じ場所に置き、その中で指定します）、あるいはevent.csvとsessions."
     "csvを含む表だけのフォルダーです。",
     "un événement est un classeur (.xlsx), ou un dossier avec event.json, ou ce "
     "fichier, ses tableaux (participants.csv, requests.csv) étant à côté et "
     "nommés dedans ; ou un dossier de tableaux seuls, avec event.csv et "
     "sessions.csv parmi eux"},
    {"found %s; expected an object with the event",
     "%sと書かれています。イベントのオブジェクトを書いてください。",
     "trouvé : %s ; attendu : un objet avec l’événement"},
    {"has no sheet 'Event'; expected one with the event's id, name and time_zone; "
     "'matchday init' makes an empty workbook",
     "「イベント」（Event）のシートがありません。イベントのid、name、time_"
     "zoneを書いたシートを追加してください。「matchday "
     "init」で空のブックを作成できます。",
     "il manque la feuille « Event » (« Événement »), avec id, name et time_zone "
     "de l’événement ; « matchday init » crée un classeur vide"},
    {"'%s' is a schedule; expected an event, '%s'",
     "「%s」は日程のファイルです。イベント（「%s」）を指定してください。",
     "« %s » est un planning ; attendu : un événement, « %s »"},
    {"'%s' is not known; expected '%s'",
     "「%s」という形式はありません。「%s」と書いてください。",
     "« %s » est inconnu ; attendu : « %s »"},
    {"make %d slots; expected at most %d",
     "時間枠が%d個になります。%d個以下にしてください。",
     "cela fait %d créneaux ; %d au plus sont possibles"},
    {"has %d rows; expected at most %d", "%d行あります。%d行以下にしてください。",
     "%d lignes ; %d au plus sont possibles"},
    {"are %d; expected at most %d", "%d件あります。%d件以下にしてください。",
     "%d ; %d au plus sont possibles"},
    {"a list, or the name of a CSV file", "リスト、またはCSVファイルの名前",
     "une liste, ou le nom d’un fichier CSV"},
    {"a number without quotes, a list, or the name of a CSV file",
     "引用符のない数値、リスト、またはCSVファイルの名前",
     "un nombre sans guillemets, une liste, ou le nom d’un fichier CSV"},
    {"'%s' is no plain file name; expected a CSV file beside the event, such as "
     "'%s.csv'",
     "「%"
     "s」は単純なファイル名ではありません。イベントと同じ場所にあるCSVファイル（「%"
     "s.csv」など）を指定してください。",
     "« %s » n’est pas un simple nom de fichier ; attendu : un fichier CSV à côté "
     "de l’événement, comme « %s.csv »"},
    {"'%s' is no plain file name; expected a file beside the event, such as "
     "'%s.ics'",
     "「%s」は単純なファイル名ではありません。イベントと同じ場所にあるファイル（「%"
     "s.ics」など）を指定してください。",
     "« %s » n’est pas un simple nom de fichier ; attendu : un fichier à côté de "
     "l’événement, comme « %s.ics »"},
    {"'%.*s' is somebody's address, and whoever gets this link reads it; expected "
     "a link without",
     "「%2$.*1$"
     "s」は個人のアドレスで、このリンクを受け取る人全員に見えてしまいます。アドレス"
     "を含まないリンクにしてください。",
     "« %2$.*1$s » est l’adresse de quelqu’un, que liront tous ceux qui reçoivent "
     "ce lien ; indiquez un lien sans adresse"},
    {"'%.*s' is somebody's address, which partners are not told: they see '…@…'; "
     "expected a text without",
     "「%2$.*1$s」は個人のアドレスです。相手には知らせないため「…@"
     "…」と表示されます。アドレスを含まない文にしてください。",
     "« %2$.*1$s » est l’adresse de quelqu’un ; elle n’est pas communiquée aux "
     "partenaires, qui voient « …@… » ; indiquez un texte sans adresse"},
    {"'%.60s' is no setting and was ignored; did you mean '%s'?",
     "「%.60s」という設定項目はないため、読み飛ばしました。「%"
     "s」のことでしょうか。",
     "« %.60s » n’est pas un réglage et a été ignoré ; vouliez-vous dire « %s » ?"},
    {"'%.60s' is no setting and was ignored; expected one such as 'time zone', "
     "'rooms' or 'max meetings' (a row that begins with # is a comment)",
     "「%.60s」という設定項目はないため、読み飛ばしました。「time "
     "zone」「rooms」「max meetings」などを書いてください（# "
     "で始まる行はコメントです）。",
     "« %.60s » n’est pas un réglage et a été ignoré ; attendu par exemple « time "
     "zone », « rooms » ou « max meetings » (une ligne qui commence par # est un "
     "commentaire)"},
    {"stands here a second time; expected it once",
     "同じ項目が2回書かれています。1回にしてください。",
     "figure ici une seconde fois ; une seule suffit"},
    {"is missing; the event is called '%s' after its name; leave it once calendars "
     "were sent",
     "入力がないため、名称からイベントのIDを「%"
     "s」としました。カレンダーを送付した後は変更しないでください。",
     "valeur manquante ; l’événement est appelé « %s » d’après son nom ; n’en "
     "changez plus une fois les calendriers envoyés"},
    {"'%s' is no address to open; expected one like 'https://example.org/room-1', "
     "without blanks",
     "「%s」は開けるアドレスではありません。「https://example.org/"
     "room-1」のような、空白のないURLを入力してください。",
     "« %s » n’est pas une adresse que l’on peut ouvrir ; attendu : une adresse "
     "comme « https://example.org/room-1 », sans espace"},
    {"'%s' is no domain; expected one of yours, like 'example.org'",
     "「%s」はドメインではありません。「example."
     "org」のような、主催者のドメインを入力してください。",
     "« %s » n’est pas un domaine ; attendu : l’un des vôtres, comme "
     "« example.org »"},
    {"has more than %d characters; expected a shorter domain of yours: calendars "
     "cut longer identities",
     "%d文字を超えています。長すぎるとカレンダーで切り捨てられるため、もっと短いド"
     "メインにしてください。",
     "plus de %d caractères ; indiquez un domaine plus court : les calendriers "
     "coupent les identités trop longues"},
    {"'%s' is no e-mail address; expected one like 'name@example.org'",
     "「%s」はメールアドレスではありません。「name@example."
     "org」の形で入力してください。",
     "« %s » n’est pas une adresse e-mail ; attendu : la forme "
     "« nom@example.org »"},
    {"'%s' ends without a domain such as '.org', so no mail reaches it; did you "
     "mean '%s.org'?",
     "「%s」は「.org」などのドメインで終わっていないため、メールが届きません。「%s."
     "org」のことでしょうか。",
     "« %s » ne finit pas par un domaine comme « .org » : aucun message n’y "
     "arrivera ; vouliez-vous dire « %s.org » ?"},
    {"is missing; expected an object with the event's id",
     "入力がありません。イベントのidを含むオブジェクトを書いてください。",
     "valeur manquante ; attendu : un objet avec l’identifiant de l’événement"},
    {"has a side whose name is empty or has control characters; expected names of "
     "sides such as 'JP'",
     "名前が空、または制御文字を含む側があります。「JP」のような側の名前を書いてく"
     "ださい。",
     "un camp a un nom vide ou avec des caractères de contrôle ; attendu : des "
     "noms de camps comme « JP »"},
    {"no participant is of side '%s'; expected a side of the participants as they "
     "write it",
     "側が「%"
     "s」の参加者はいません。参加者の表にあるとおりの側の名前を入力してください。",
     "aucun participant n’est du camp « %s » ; indiquez un camp tel que les "
     "participants l’écrivent"},
    {"'%s' is the side of this participant alone, beside %d others; expected one "
     "of theirs, unless it is meant so",
     "側が「%s」なのはこの参加者だけです（ほかに%"
     "d種類の側があります）。意図したものでなければ、ほかの参加者と同じ側にしてくだ"
     "さい。",
     "« %s » n’est le camp que de ce participant, à côté de %d autres camps ; "
     "indiquez l’un de ceux-là, sauf si c’est voulu"},
    {"'%s' stands here for %d participant; did you mean '%s', as %d have it?",
     "側が「%1$s」の参加者が%2$d名います。「%3$s」（%4$d名）のことでしょうか。",
     "« %s » est écrit pour %d participant ; vouliez-vous dire « %s », comme pour "
     "%d autres ?"},
    {"'%s' stands here for %d participants; did you mean '%s', as %d have it?",
     "側が「%1$s」の参加者が%2$d名います。「%3$s」（%4$d名）のことでしょうか。",
     "« %s » est écrit pour %d participants ; vouliez-vous dire « %s », comme pour "
     "%d autres ?"},
    {"'%s' is a slot on each of %d days; expected the date in front, or the id of "
     "a slot",
     "「%s」は%"
     "d日分の時間枠に当たります。前に日付を付けるか、時間枠のIDを書いてください。",
     "« %s » est un créneau de chacun des %d jours ; mettez la date devant, ou "
     "l’identifiant d’un créneau"},
    {"no slot begins at '%s' in %s, but one does in %s; expected '%s %s', or a "
     "column 'time_zone'",
     "「%1$s」に始まる時間枠は、%2$sの時刻ではありませんが、%3$"
     "sの時刻ではあります。「%4$s "
     "%5$s」と書くか、「time_zone」列を追加してください。",
     "aucun créneau ne commence à « %1$s », heure de %2$s, mais il y en a un à "
     "l’heure de %3$s ; écrivez « %4$s %5$s », ou ajoutez une colonne "
     "« time_zone »"},
    {"no slot begins at '%s' in %s; expected the start of a slot or its id, such "
     "as '%s'",
     "「%s」（%s）に始まる時間枠はありません。時間枠の開始時刻か、「%"
     "s」のようなIDを書いてください。",
     "aucun créneau ne commence à « %s », heure de %s ; indiquez le début d’un "
     "créneau ou son identifiant, comme « %s »"},
    {"the times in the header, such as '%s', are read on the clock of %s; a column "
     "'time_zone' says otherwise",
     "見出しの時刻（「%s」など）は%sの時刻として読みました。違う場合は「time_"
     "zone」列を追加してください。",
     "les heures de l’en-tête, comme « %s », sont lues à l’heure de %s ; sinon, "
     "ajoutez une colonne « time_zone »"},
    {"yes, maybe or no (\u25cb, \u25b3, \u00d7; 1, 0)",
     "○・△・×（yes・maybe・no、1・0も可）", "yes, maybe ou no (○, △, × ; 1, 0)"},
    {"'%s' cannot have met itself; expected another participant",
     "「%s」が自分自身と面談済みになっています。別の参加者を入力してください。",
     "« %s » ne peut pas s’être rencontré lui-même ; indiquez un autre "
     "participant"},
    {"stands beside request '%s'; expected one of the two",
     "希望「%s」と同時に指定されています。どちらか一方にしてください。",
     "figure à côté de la demande « %s » ; n’indiquez que l’un des deux"},
    {"'%s' is not the topic of request '%s', which is '%s'; expected the same, or "
     "none beside a request",
     "「%1$s」は希望「%2$s」のテーマ（「%3$"
     "s」）と違います。同じにするか、希望を指定する場合は空にしてください。",
     "« %s » n’est pas le sujet de la demande « %s », qui est « %s » ; indiquez le "
     "même, ou rien à côté d’une demande"},
    {"is missing, and so are the participants; expected one of them to say which "
     "meeting is meant",
     "希望も参加者も入力されていません。どの面談のことか分かるように、どちらかを入"
     "力してください。",
     "ni la demande ni les participants ne sont indiqués ; indiquez l’un des deux "
     "pour dire de quel rendez-vous il s’agit"},
    {"names a participant twice; expected each one once",
     "同じ参加者が2回書かれています。1回ずつにしてください。",
     "nomme deux fois le même participant ; nommez chacun une fois"},
    {"is too short a list; expected two or more ids",
     "IDが足りません。2つ以上入力してください。",
     "liste trop courte ; indiquez au moins deux identifiants"},
    {"is empty; expected those who want to meet",
     "空です。面談を希望する参加者を入力してください。",
     "est vide ; indiquez ceux qui veulent se rencontrer"},
    {"is missing; expected those who want to meet",
     "ありません。面談を希望する参加者の表を用意してください。",
     "est absent ; indiquez ceux qui veulent se rencontrer"},
    {"is missing, and so is the name; expected one of them for each contact",
     "メールアドレスも氏名も入力されていません。連絡先ごとにどちらかを入力してくだ"
     "さい。",
     "ni l’adresse ni le nom ne sont indiqués ; indiquez l’un des deux pour chaque "
     "contact"},
    {"participant '%s' has the contact '%s' twice; expected each contact once",
     "参加者「%s」に連絡先「%s」が2回書かれています。1回にしてください。",
     "le participant « %s » a deux fois le contact « %s » ; indiquez chaque "
     "contact une fois"},
    {"the columns 'contact_name' and 'contact_email', one contact a row",
     "「contact_name」列と「contact_email」列（1行に連絡先1件）",
     "les colonnes « contact_name » et « contact_email », un contact par ligne"},
    {"the columns 'available_start' and 'available_end', one window a row",
     "「available_start」列と「available_end」列（1行に時間帯1つ）",
     "les colonnes « available_start » et « available_end », une plage par ligne"},
    {"languages such as 'en', because the event has interpreters",
     "「en」のような言語（通訳者のいるイベントのため）",
     "des langues comme « en », car l’événement a des interprètes"},
    {"has no room, so nothing can be scheduled; expected one or more; leave it out "
     "for as many as participants",
     "会場が1つもないため、日程を組めません。1つ以上入力してください（書かなければ"
     "、参加者の数だけあるものとします）。",
     "aucune salle : rien ne peut être planifié ; indiquez-en au moins une, ou "
     "rien du tout pour en avoir autant que de participants"},
    {"stands beside a table of rooms; expected one of the two",
     "会場の表と同時に指定されています。どちらか一方にしてください。",
     "figure à côté d’un tableau des salles ; n’indiquez que l’un des deux"},
    {"is missing, so no meeting can have this interpreter; expected pairs such as "
     "'en-ja'",
     "入力がないため、この通訳者はどの面談も担当できません。「en-"
     "ja」のような言語の組を入力してください。",
     "valeur manquante : aucun rendez-vous ne peut avoir cet interprète ; indiquez "
     "des paires comme « en-ja »"},
    {"'%s' asks to meet itself; expected another participant",
     "「%s」が自分自身との面談を希望しています。別の参加者を入力してください。",
     "« %s » demande à se rencontrer lui-même ; indiquez un autre participant"},
    {"'%s' is in '%s' already; expected further participants",
     "「%s」はすでに「%s」に書かれています。それ以外の参加者を入力してください。",
     "« %s » figure déjà dans « %s » ; indiquez d’autres participants"},
    {"names the request itself; expected requests whose meetings come earlier",
     "その希望自身が指定されています。先に面談する希望を入力してください。",
     "désigne la demande elle-même ; indiquez des demandes dont le rendez-vous "
     "vient avant"},
    {"is missing; expected who wants to meet whom, or [] as long as nobody does",
     "入力がありません。誰が誰との面談を希望するかを書いてください（まだなければ "
     "[] と書きます）。",
     "valeur manquante ; indiquez qui veut rencontrer qui, ou [] tant que personne "
     "ne le demande"},
    {"is empty, so nobody meets; expected who wants to meet whom",
     "空のため、面談が1件もありません。誰が誰との面談を希望するかを入力してください"
     "。",
     "est vide : personne ne se rencontre ; indiquez qui veut rencontrer qui"},
    {"is missing; expected a whole number, 0 for hours that suit everybody",
     "入力がありません。整数を入力してください（誰にとっても都合のよい時間帯は0です"
     "）。",
     "valeur manquante ; attendu : un nombre entier, 0 pour des heures qui "
     "conviennent à tous"},
    {"'never' or a cost such as 5", "「never」、または5のような数値",
     "« never » ou un coût comme 5"},
    {"there is no level '%s'; did you mean '%s'?",
     "「%s」という目標はありません。「%s」のことでしょうか。",
     "il n’y a pas d’objectif « %s » ; vouliez-vous dire « %s » ?"},
    {"there is no level '%s'; expected some of guarantee, served, balance, "
     "stability, comfort, burden, compactness and rooms",
     "「%"
     "s」という目標はありません。guarantee、served、balance、stability、comfort、bu"
     "rden、compactness、rooms から選んでください。",
     "il n’y a pas d’objectif « %s » ; attendu : guarantee, served, balance, "
     "stability, comfort, burden, compactness, rooms"},
    {"names '%s' twice; expected each level once",
     "「%s」が2回書かれています。目標は1回ずつ書いてください。",
     "nomme deux fois « %s » ; nommez chaque objectif une fois"},
    {"is empty; expected at least one session in which meetings are held",
     "空です。面談を行うセッションを1つ以上入力してください。",
     "est vide ; indiquez au moins une session où se tiennent les rendez-vous"},
    {"is missing; expected at least one session in which meetings are held",
     "ありません。面談を行うセッションを1つ以上入力してください。",
     "est absent ; indiquez au moins une session où se tiennent les rendez-vous"},
    {"the length of a meeting in minutes", "面談時間（分）",
     "la durée d’un rendez-vous en minutes"},
    {"'%s' is no language tag; did you mean '%s'?",
     "「%s」は言語コードではありません。「%s」のことでしょうか。",
     "« %s » n’est pas un code de langue ; vouliez-vous dire « %s » ?"},
    {"'%s' is no language tag; expected one such as 'en', 'ja' or 'pt-BR'",
     "「%s」は言語コードではありません。「en」「ja」「pt-"
     "BR」のように入力してください。",
     "« %s » n’est pas un code de langue ; attendu par exemple « en », « ja » ou "
     "« pt-BR »"},
    {"'%s' is no pair of languages; did you mean '%s'?",
     "「%s」は言語の組ではありません。「%s」のことでしょうか。",
     "« %s » n’est pas une paire de langues ; vouliez-vous dire « %s » ?"},
    {"'%s' is no pair of languages; expected two that differ, like 'en-ja'",
     "「%s」は言語の組ではありません。「en-"
     "ja」のように、異なる2つの言語を入力してください。",
     "« %s » n’est pas une paire de langues ; attendu : deux langues différentes, "
     "comme « en-ja »"},
    {"'%s' is not the usual tag and counts as a language of its own; did you mean "
     "'%s'?",
     "「%s」は通常の言語コードではなく、別の言語として扱われます。「%"
     "s」のことでしょうか。",
     "« %s » n’est pas le code habituel et compte comme une langue à part ; "
     "vouliez-vous dire « %s » ?"},
    {"'%s' is several; expected ';' between them, as in '%s'",
     "「%s」は複数の値です。「%s」のように「;」で区切ってください。",
     "« %s » en contient plusieurs ; séparez-les par « ; », comme dans « %s »"},
    {"'%s' is several; expected a text for each, as in [\"%s\"]",
     "「%s」は複数の値です。[\"%s\"] のように1つずつ書いてください。",
     "« %s » en contient plusieurs ; un texte pour chacun, comme dans [\"%s\"]"},
    {"nothing can be written in '%s'; expected 'en', 'fr' or 'ja'",
     "「%"
     "s」で文書を作成することはできません。「en」「fr」「ja」のいずれかを入力してく"
     "ださい。",
     "rien ne peut être rédigé en « %s » ; attendu : « en », « fr » ou « ja »"},
    {"1 contact of an earlier event is still marked to be confirmed: %s; expected "
     "the mark taken out once they have said that name, address and language still "
     "hold",
     "前回のイベントから引き継いだ連絡先1件に、まだ確認の印が付いています（%"
     "s）。氏名・アドレス・言語が今も正しいと本人に確認できたら、印を消してください"
     "。",
     "1 contact d’un événement précédent est encore marqué à confirmer : %s ; "
     "retirez la marque quand cette personne a dit que son nom, son adresse et sa "
     "langue sont toujours valables"},
    {"%d contacts of an earlier event are still marked to be confirmed: %s; "
     "expected the mark taken out of each who has said that name, address and "
     "language still hold",
     "前回のイベントから引き継いだ連絡先%d件に、まだ確認の印が付いています（%"
     "s）。氏名・アドレス・言語が今も正しいと本人に確認できたものから、印を消してく"
     "ださい。",
     "%d contacts d’un événement précédent sont encore marqués à confirmer : %s ; "
     "retirez la marque de chaque personne qui a dit que son nom, son adresse et "
     "sa langue sont toujours valables"},
    {" and others", "ほか", " et d’autres"},
    {"what stands for the name", "名前の代わりの語", "ce qui remplace le nom"},
    {"who is behind it", "元の名前", "qui se cache derrière"},
    {"is missing; expected what the name is of",
     "入力がありません。何の名前かを書いてください。",
     "valeur manquante ; indiquez de quoi c’est le nom"},
    {"'%s' is no pseudonym of this kind; expected the file as 'anonymise' wrote it",
     "「%"
     "s」はこの種類の仮名ではありません。「anonymise」が書き出したままのファイルを"
     "使ってください。",
     "« %s » n’est pas un pseudonyme de ce genre ; attendu : le fichier tel que "
     "« anonymise » l’a écrit"},
    {"\"matchday-pseudonyms/1\"", "\"matchday-pseudonyms/1\"",
     "\"matchday-pseudonyms/1\""},
    {"'%s' counts as a participant, and looks like a sum or the end of a list; "
     "expected participants alone; delete the row, unless they are called so",
     "「%"
     "s」は参加者として数えられていますが、合計の行か名簿の終わりのようです。本当の"
     "名前でなければ、この行を削除してください。",
     "« %s » compte comme un participant, et ressemble à un total ou à une fin de "
     "liste ; supprimez la ligne, sauf si c’est vraiment son nom"},
    {"'%s' has the character U+%04X, which cannot be seen; expected a text "
     "without, unless it is meant",
     "「%s」に目に見えない文字U+%"
     "04Xが含まれています。意図したものでなければ取り除いてください。",
     "« %s » contient le caractère U+%04X, qui ne se voit pas ; retirez-le, sauf "
     "s’il est voulu"},
    {"'%s' is before %d; expected the day of the meetings",
     "「%s」は%d年より前です。面談を行う日を入力してください。",
     "« %s » est avant %d ; indiquez le jour des rendez-vous"},
    {"has %zu bytes; expected at most %d, shorten it",
     "%zuバイトあります。%dバイト以下に短くしてください。",
     "%zu octets ; %d au plus, raccourcissez"},
    {"a whole number from 1 to %d, %d for what is essential",
     "1から%dまでの整数（最も重要なものが%d）",
     "un nombre entier de 1 à %d, %d pour ce qui est essentiel"},
};
const struct message_list messages_event = {message,
                                            sizeof message / sizeof *message};
