/* The ids of an event's lists, and names in their place. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"an id", "ID", "un identifiant"},
    {"an id such as 'ejrc-2021'", "「ejrc-2021」のようなID",
     "un identifiant comme « ejrc-2021 »"},
    {"'%s' is no id and becomes '%s'; an id has at most 64 letters, digits, '.', "
     "'_' and '-'",
     "「%s」はIDとして使えないため、「%"
     "s」としました。IDに使えるのは64文字以内の英数字と「.」「_」「-」です。",
     "« %s » ne peut servir d’identifiant et devient « %s » ; un identifiant a au "
     "plus 64 lettres, chiffres, « . », « _ » et « - »"},
    {"'%s' is called '%s', with digits made of the whole name, as '%s' would stand "
     "for several; a column 'id' gives each one of its own",
     "「%s」のIDは、名前全体から作った数字を付けて「%s」としました（「%"
     "s」だけでは複"
     "数の行に当たるため）。「id」列があれば、それぞれのIDを決められます。",
     "« %s » s’appelle « %s », avec des chiffres tirés du nom entier, car « %s » "
     "désignerait plusieurs lignes ; une colonne « id » donne à chacune le sien"},
    {"'%s' is no id; expected 1 to 64 letters, digits, '.', '_' and '-', a letter "
     "or digit first, and no name of a device such as 'con'",
     "「%s」はIDとして使えません。英数字で始まる1～64文字の英数字と「.」「_」「-"
     "」にしてください（「con」のような装置名は使えません）。",
     "« %s » n’est pas un identifiant ; attendu : de 1 à 64 lettres, chiffres, "
     "« . », « _ » et « - », en commençant par une lettre ou un chiffre, et pas le "
     "nom d’un périphérique comme « con »"},
    {"'%s' comes again (first on line %d) without '%s'; expected one on each "
     "further row of the same id",
     "「%1$s」が再び出てきますが（最初は%2$d行目）、「%3$"
     "s」がありません。同じIDの2行目以降には「%3$s」を入力してください。",
     "« %1$s » revient (d’abord ligne %2$d) sans « %3$s » ; indiquez « %3$s » à "
     "chaque nouvelle ligne du même identifiant"},
    {"'%s' contradicts line %d, where the same %s has '%s'; expected the same or "
     "nothing",
     "「%1$s」が%2$d行目と食い違っています（同じ%3$sが「%4$"
     "s」となっています）。同じ内容にするか、空にしてください。",
     "« %1$s » contredit la ligne %2$d, où l’on lit « %4$s » pour la même rubrique "
     "(%3$s) ; indiquez la même chose ou rien"},
    {"'%s' differs only in case from '%s' (line %d); expected ids that differ "
     "whatever their case",
     "「%s」は「%s」（%"
     "d行目）と大文字・小文字しか違いません。大文字・小文字以外でも区別できるIDにし"
     "てください。",
     "« %s » ne diffère de « %s » (ligne %d) que par les majuscules ; donnez des "
     "identifiants qui diffèrent autrement"},
    {"'%s' is the id of another %s too (line %d); expected an id of its own",
     "「%1$s」は別の%2$sのIDにもなっています（%3$"
     "d行目）。重ならないIDにしてください。",
     "« %1$s » sert aussi d’identifiant ligne %3$d (%2$s) ; donnez un identifiant "
     "propre à chacun"},
    {"%d %s%s without id %s called after the name, as '%s' is '%s'",
     "IDのない%2$s%1$d件に、名前からIDを付けました（例：「%5$s」→「%6$s」）。%3$."
     "0s%4$.0s",
     "lignes sans identifiant (%2$s, %1$d) : elles en reçoivent un d’après le nom, "
     "ainsi « %5$s » devient « %6$s »%3$.0s%4$.0s"},
    {"%d %s%s without id %s called after the name, as '%s' is '%s'; such ids name "
     "files and links: fill in a column 'id', in Latin letters, to read them",
     "IDのない%2$s%1$d件に、名前からIDを付けました（例：「%5$s」→「%6$"
     "s」）。IDはファイル名やリンクに使われます。読みやすくするには「id」列にアルフ"
     "ァベットのIDを入力してください。%3$.0s%4$.0s",
     "lignes sans identifiant (%2$s, %1$d) : elles en reçoivent un d’après le nom, "
     "ainsi « %5$s » devient « %6$s » ; ces identifiants nomment des fichiers et "
     "des liens : pour les rendre lisibles, remplissez une colonne « id », en "
     "lettres latines%3$.0s%4$.0s"},
    {"the id of %s %s", "%2$sのID%1$.0s", "un identifiant (%2$s)%1$.0s"},
    {"the id or the name of %s %s", "%2$sのIDまたは名前%1$.0s",
     "un identifiant ou un nom (%2$s)%1$.0s"},
    {"the id or the name of a participant", "参加者のIDまたは名前",
     "l’identifiant ou le nom d’un participant"},
    {"there is no %s '%s'; did you mean '%s'?",
     "「%2$s」という%1$sはありません。「%3$s」のことでしょうか。",
     "« %2$s » est inconnu (%1$s) ; vouliez-vous dire « %3$s » ?"},
    {"there is no %s '%s'; expected the id of one",
     "「%2$s」という%1$sはありません。%1$sのIDを入力してください。",
     "« %2$s » est inconnu (%1$s) ; indiquez un identifiant qui existe"},
    {"there is no %s '%s'; expected the id or the name of one",
     "「%2$s」という%1$sはありません。%1$sのIDまたは名前を入力してください。",
     "« %2$s » est inconnu (%1$s) ; indiquez un identifiant ou un nom qui existe"},
    {"'%s' is the name of '%s' and of '%s'; expected the id of one of them",
     "「%s」という名前は「%s」と「%"
     "s」の両方に当たります。どちらかのIDを入力してください。",
     "« %s » est le nom de « %s » et de « %s » ; indiquez l’identifiant de l’un "
     "des deux"},
    {"left out the blanks around '%s'", "「%s」の前後の空白を取り除きました。",
     "les espaces autour de « %s » ont été retirés"},
    {"left out the blanks around '%s' and %d more id",
     "「%s」ほか%d個のIDの前後の空白を取り除きました。",
     "les espaces autour de « %s » et de %d autre identifiant ont été retirés"},
    {"left out the blanks around '%s' and %d more ids",
     "「%s」ほか%d個のIDの前後の空白を取り除きました。",
     "les espaces autour de « %s » et de %d autres identifiants ont été retirés"},
};
const struct message_list messages_ids = {message,
                                          sizeof message / sizeof *message};
