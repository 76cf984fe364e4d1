/* The form of JSON files. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"column %d: %s", "%d文字目：%s", "colonne %d : %s"},
    {"'%.*s' stands a second time in one object, first on line %d; keep one of the "
     "two",
     "「%2$.*1$s」が同じオブジェクトに2回あります（最初は%3$"
     "d行目）。どちらか1つにしてください。",
     "« %2$.*1$s » figure une seconde fois dans un objet, d’abord ligne %3$d ; "
     "n’en gardez qu’un"},
    {"'%.6s' is half of a surrogate pair; expected both halves, or the character "
     "itself",
     "「%."
     "6s」はサロゲートペアの片方だけです。両方、または文字そのものを書いてください"
     "。",
     "« %.6s » est la moitié d’une paire de substitution ; attendu : les deux "
     "moitiés, ou le caractère même"},
    {"'%s' is no number; expected %s",
     "「%s」は数値ではありません。%sを書いてください。",
     "« %s » n’est pas un nombre ; attendu : %s"},
    {"'%s' is no value; a text stands in double quotes: \"%s\"",
     "「%s」は値ではありません。文字列は \"%s\" のように \" で囲んでください。",
     "« %s » n’est pas une valeur ; un texte se met entre guillemets : \"%s\""},
    {"'\\u' without four hexadecimal digits; expected one like \\u00e9 (a "
     "backslash itself is written \\\\)",
     "「\\u」の後に16進数4桁がありません。\\u00e9 の形で書いてください（\\ "
     "そのものは \\\\ と書きます）。",
     "« \\u » sans quatre chiffres hexadécimaux ; attendu : la forme \\u00e9 (une "
     "barre oblique inverse s’écrit \\\\)"},
    {"'\\u0000' is refused: no text here may hold a NUL; remove it",
     "「\\u0000」は使えません。削除してください。",
     "« \\u0000 » est refusé : aucun texte ne peut contenir un octet nul ; "
     "retirez-le"},
    {"\\n, \\t or \\u and four digits", "\\n、\\t、または \\u と4桁の数字",
     "\\n, \\t ou \\u et quatre chiffres"},
    {"a NUL byte; expected text in UTF-8, save the file as that",
     "NULバイトがあります。ファイルをUTF-8で保存してください。",
     "octet nul ; attendu : du texte en UTF-8, enregistrez le fichier ainsi"},
    {"a backslash that begins no escape; a backslash itself is written \\\\",
     "余分な \\ があります。\\ そのものは \\\\ と書いてください。",
     "une barre oblique inverse qui ne commence aucun échappement ; elle s’écrit "
     "\\\\"},
    {"a colon behind the name", "名前の後のコロン（:）",
     "deux-points après le nom"},
    {"a comma before %c; remove the comma",
     "%c の前に余分なコンマがあります。削除してください。",
     "une virgule avant %c ; retirez-la"},
    {"a comma is missing here; expected a comma or %c",
     "ここにコンマがありません。コンマまたは %c を書いてください。",
     "il manque ici une virgule ; attendu : une virgule ou %c"},
    {"a comma or ] (a \" inside a text is written \\\")",
     "コンマまたは ]（文字列の中の \" は \\\" と書きます）",
     "une virgule ou ] (dans un texte, \" s’écrit \\\")"},
    {"a comma or ]", "コンマまたは ]", "une virgule ou ]"},
    {"a comma or } (a \" inside a text is written \\\")",
     "コンマまたは }（文字列の中の \" は \\\" と書きます）",
     "une virgule ou } (dans un texte, \" s’écrit \\\")"},
    {"a comma or }", "コンマまたは }", "une virgule ou }"},
    {"a comment; JSON has none, remove it",
     "コメントがあります。JSONにコメントは書けないため、削除してください。",
     "un commentaire ; JSON n’en a pas, retirez-le"},
    {"a name in double quotes", "\" で囲んだ名前", "un nom entre guillemets \""},
    {"a number beyond 1e308; expected a smaller one",
     "数値が大きすぎます（1e308超）。小さくしてください。",
     "un nombre au-delà de 1e308 ; indiquez-en un plus petit"},
    {"a single quote; JSON wants double quotes: \"",
     "引用符が違います。JSONでは \" を使ってください。",
     "une apostrophe ; JSON veut des guillemets : \""},
    {"a value", "値", "une valeur"},
    {"digits without a leading zero, or a text in double quotes",
     "先頭に0のない数字、または \" で囲んだ文字列",
     "des chiffres sans zéro en tête, ou un texte entre guillemets \""},
    {"found %c; expected a comma or %c, which closes the %c of line %d",
     "%1$cがあります。コンマ、または%4$d行目の%3$cを閉じる%2$cを書いてください。",
     "trouvé : %c ; attendu : une virgule ou %c, qui ferme le %c de la ligne %d"},
    {"found '%.*s' (U+%04X); expected the plain character '%s'",
     "「%2$.*1$s」（U+%3$04X）が使われています。半角の「%4$s」にしてください。",
     "trouvé : « %2$.*1$s » (U+%3$04X) ; attendu : le caractère simple « %4$s »"},
    {"found '%s'; expected %s in small letters",
     "「%s」と書かれています。小文字で%sと書いてください。",
     "trouvé : « %s » ; attendu : %s en minuscules"},
    {"nested more than %d deep; expected a simpler file",
     "入れ子が%d段を超えています。もっと単純なファイルにしてください。",
     "plus de %d niveaux d’imbrication ; attendu : un fichier plus simple"},
    {"not JSON near byte %td", "%tdバイト目付近がJSONではありません。",
     "ce n’est pas du JSON vers l’octet %td"},
    {"nothing more: the JSON is complete",
     "これ以上は何も不要（JSONは完結しています）",
     "rien de plus : le JSON est complet"},
    {"one like 20, -3 or 0.5, or a text in double quotes",
     "20、-3、0.5のような数、または \" で囲んだ文字列",
     "un nombre comme 20, -3 ou 0.5, ou un texte entre guillemets \""},
    {"the byte 0x%02x is not UTF-8; save the file as UTF-8",
     "バイト0x%02xはUTF-8ではありません。ファイルをUTF-8で保存してください。",
     "l’octet 0x%02x n’existe pas en UTF-8 ; enregistrez le fichier en UTF-8"},
    {"the control character U+%04X inside a text; expected an escape: %s",
     "文字列の中に制御文字U+%04Xがあります。%sのように書いてください。",
     "le caractère de contrôle U+%04X dans un texte ; attendu : un échappement, "
     "%s"},
    {"the file ends here, but the %c of line %d is not closed; expected %s",
     "ファイルがここで終わっていますが、%2$d行目の%1$cが閉じられていません。%3$"
     "sが必要です。",
     "le fichier finit ici, mais le %c de la ligne %d n’est pas fermé ; attendu : "
     "%s"},
    {"the file ends here; expected %s",
     "ファイルがここで終わっています。%sが必要です。",
     "le fichier finit ici ; attendu : %s"},
    {"the file is UTF-16; expected UTF-8, save it as that",
     "UTF-16のファイルです。UTF-8で保存してください。",
     "le fichier est en UTF-16 ; enregistrez-le en UTF-8"},
    {"the number '%s' is too long; expected at most %d characters",
     "数値「%s」が長すぎます。%d文字以下にしてください。",
     "le nombre « %s » est trop long ; %d caractères au plus"},
    {"this text is not closed; expected a \" on the same line (a line break inside "
     "a text is written \\n)",
     "文字列が閉じられていません。同じ行に \" を書いてください（文字列の中の改行は "
     "\\n と書きます）。",
     "ce texte n’est pas fermé ; attendu : un \" sur la même ligne (un saut de "
     "ligne dans un texte s’écrit \\n)"},
    {"two commas in a row; remove one",
     "コンマが2つ続いています。1つ削除してください。",
     "deux virgules de suite ; retirez-en une"},
};
const struct message_list messages_json = {message,
                                           sizeof message / sizeof *message};
