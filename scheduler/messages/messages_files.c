/* What can be wrong with files: that they cannot be read or written, encodings, the form of tables and workbooks. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"stands beside the table, whose header has only %d columns, and was left out; "
     "name the column, or empty it",
     "見出しが%"
     "d列までの表の外にあるため、読み飛ばしました。列に名前を付けるか、空にしてくだ"
     "さい。",
     "se trouve à côté du tableau, dont l’en-tête n’a que %d colonnes, et n’a pas "
     "été lu ; nommez la colonne ou videz-la"},
    {"column %d has no name in the header, and was left out; name it, or empty it",
     "%d列目には見出しがないため、読み飛ばしました。名前を付けるか、空にしてくださ"
     "い。",
     "la colonne %d n’a pas de nom dans l’en-tête et n’a pas été lue ; nommez-la "
     "ou videz-la"},
    {"No such file or directory", "ファイルまたはフォルダーが見つかりません。",
     "fichier ou dossier introuvable"},
    {"Permission denied", "アクセスする権限がありません。", "accès refusé"},
    {"Not a directory", "フォルダーではありません。", "ce n’est pas un dossier"},
    {"Is a directory", "フォルダーが指定されています。", "c’est un dossier"},
    {"No space left on device", "ディスクの空き容量がありません。",
     "il n’y a plus de place sur le disque"},
    {"Read-only file system", "書き込みのできないディスクです。",
     "le disque est en lecture seule"},
    {"%s: cannot be read", "%s：読み込めません", "%s : lecture impossible"},
    {"%s: cannot be opened", "%s：開けません", "%s : ouverture impossible"},
    {"%s: cannot be written", "%s：書き込めません", "%s : écriture impossible"},
    {"%s: cannot be made", "%s：作成できません", "%s : création impossible"},
    {"%s: cannot be removed", "%s：削除できません", "%s : suppression impossible"},
    {"%s: cannot be flushed to the disk",
     "%s：ディスクへの書き込みを完了できません",
     "%s : l’écriture sur le disque n’a pas pu être achevée"},
    {"%s: nothing can be written there", "%s：ここには書き込めません",
     "%s : impossible d’y écrire"},
    {"%s: the folder cannot be made", "%s：フォルダーを作成できません",
     "%s : impossible de créer le dossier"},
    {"%s: is larger than %d MiB", "%s：サイズが%d MiBを超えています。",
     "%s : fichier de plus de %d Mio"},
    {"%s: is a file; expected a folder; move it away or choose another folder",
     "%s：フォルダーではなくファイルです。ファイルを移動するか、別のフォルダーを指"
     "定してください。",
     "%s : c’est un fichier et non un dossier ; déplacez-le ou choisissez un autre "
     "dossier"},
    {"%s: %s; move it away or choose another folder",
     "%s：%s。移動するか、別のフォルダーを指定してください。",
     "%s : %s ; déplacez-le ou choisissez un autre dossier"},
    {"%s: '%s' of '%s' cannot be written in %s; expected letters that it has, or "
     "tables in UTF-8, without --encoding or with --output-encoding utf-8",
     "%1$s：「%3$s」の「%2$s」は%4$sでは書き込めません。この文字を置き換えるか、--"
     "encoding を付けずに（または --output-encoding utf-8 "
     "を付けて）UTF-8の表にしてください。",
     "%1$s : « %2$s », dans « %3$s », ne peut pas s’écrire en %4$s ; remplacez ce "
     "caractère, ou faites écrire les tableaux en UTF-8, sans --encoding ou avec "
     "--output-encoding utf-8"},
    {"'%s' is no encoding; expected 'utf-8', 'cp932' or 'cp1252', for one table "
     "'rooms.csv=cp932'",
     "「%s」という文字コードはありません。「utf-"
     "8」「cp932」「cp1252」のいずれかを指定してください。表を1つだけ指定するには「"
     "rooms.csv=cp932」のように書きます。",
     "« %s » n’est pas un codage ; attendu : « utf-8 », « cp932 » ou « cp1252 », "
     "pour un seul tableau « rooms.csv=cp932 »"},
    {"is not UTF-8, and could be cp932 ('%s') or cp1252 ('%s'); say which with "
     "--encoding cp932 or --encoding cp1252, or save the file as 'CSV UTF-8'",
     "UTF-8ではありません。cp932（「%s」）ともcp1252（「%s」）とも読めます。--"
     "encoding cp932 または --encoding cp1252 で指定するか、ファイルを「CSV "
     "UTF-8」形式で保存してください。",
     "ce fichier n’est pas en UTF-8 ; il peut être en cp932 (« %s ») ou en cp1252 "
     "(« %s ») ; indiquez lequel avec --encoding cp932 ou --encoding cp1252, ou "
     "enregistrez-le au format « CSV UTF-8 »"},
    {"the byte 0x%02x is not %s; save the file as 'CSV UTF-8'",
     "バイト0x%02xは%sとして読めません。ファイルを「CSV "
     "UTF-8」形式で保存してください。",
     "l’octet 0x%02x n’existe pas en %s ; enregistrez le fichier au format « CSV "
     "UTF-8 »"},
    {"the byte 0x%02x is not UTF-8; save the file as 'CSV UTF-8'",
     "バイト0x%02xはUTF-8として読めません。ファイルを「CSV "
     "UTF-8」形式で保存してください。",
     "l’octet 0x%02x n’existe pas en UTF-8 ; enregistrez le fichier au format "
     "« CSV UTF-8 »"},
    {"is not UTF-8; read as %s, in which this is '%s'; if that is wrong, say "
     "--encoding, or save the file as 'CSV UTF-8'",
     "UTF-8ではないため、%sとして読みました（例：「%s」）。文字が違う場合は "
     "--encoding で指定するか、ファイルを「CSV UTF-8」形式で保存してください。",
     "ce fichier n’est pas en UTF-8 ; il a été lu en %s, ce qui donne par exemple "
     "« %s » ; si c’est faux, précisez --encoding ou enregistrez-le au format "
     "« CSV UTF-8 »"},
    {"the byte 0x%02x is not %s, which was asked for; expected another --encoding, "
     "or the file saved as 'CSV UTF-8'",
     "バイト0x%02xは、指定された%sとして読めません。--encoding "
     "を変更するか、ファイルを「CSV UTF-8」形式で保存してください。",
     "l’octet 0x%02x n’existe pas en %s, le codage demandé ; changez --encoding ou "
     "enregistrez le fichier au format « CSV UTF-8 »"},
    {"read as UTF-16", "UTF-16として読みました。", "lu en UTF-16"},
    {"begins as UTF-16 and is broken behind %zu bytes; save it as 'CSV UTF-8'",
     "UTF-16のファイルですが、%zuバイト目より後が壊れています。「CSV "
     "UTF-8」形式で保存してください。",
     "le fichier commence en UTF-16 et est abîmé après %zu octets ; enregistrez-le "
     "au format « CSV UTF-8 »"},
    {"text behind the closing \" of the cell that begins on line %d; a \" inside a "
     "quoted cell is written twice",
     "%d行目から始まるセルの閉じる引用符（\"）の後に文字があります。引用符で囲んだ"
     "セルの中の \" は2つ重ねて書いてください。",
     "du texte suit le \" qui ferme la cellule commencée à la ligne %d ; à "
     "l’intérieur d’une cellule entre guillemets, un \" s’écrit deux fois"},
    {"a \" inside a cell that does not begin with one; put the cell into double "
     "quotes and double those inside it",
     "\" で始まらないセルの中に \" があります。セル全体を \" で囲み、中の \" "
     "は2つ重ねて書いてください。",
     "un \" se trouve dans une cellule qui ne commence pas par là ; mettez la "
     "cellule entre \" et doublez ceux qu’elle contient"},
    {"the \" that opens a cell is not closed; expected a \" at its end",
     "セルを開く \" が閉じられていません。セルの終わりに \" を付けてください。",
     "le \" qui ouvre une cellule n’est pas fermé ; ajoutez un \" à la fin de la "
     "cellule"},
    {"the file is UTF-16; expected UTF-8, save it as 'CSV UTF-8'",
     "UTF-16のファイルです。「CSV UTF-8」形式で保存してください。",
     "le fichier est en UTF-16 ; enregistrez-le au format « CSV UTF-8 »"},
    {"the file is a workbook; expected a table, save the sheet as 'CSV UTF-8'",
     "CSVではなくExcelブックです。シートを「CSV UTF-8」形式で保存してください。",
     "le fichier est un classeur et non un tableau ; enregistrez la feuille au "
     "format « CSV UTF-8 »"},
    {"a NUL byte; expected text, save the file as 'CSV UTF-8'",
     "NULバイトがあり、文字として読めません。ファイルを「CSV "
     "UTF-8」形式で保存してください。",
     "octet nul, et non du texte ; enregistrez le fichier au format « CSV UTF-8 »"},
    {"a separator which is not known; expected sep=, or sep=; or sep= and a TAB",
     "知らない区切り文字です。「sep=,」「sep=;」または「sep="
     "」とTABを書いてください。",
     "séparateur inconnu ; attendu : sep=, ou sep=; ou sep= suivi d’une "
     "tabulation"},
    {"a TAB", "タブ", "une tabulation"},
    {"a ;", "セミコロン（;）", "un point-virgule (;)"},
    {"a comma", "コンマ（,）", "une virgule (,)"},
    {"the row has a column %d, the header only %d; a cell with %s in it stands in "
     "double quotes",
     "この行には%d列目がありますが、見出しは%d列しかありません。セルの中に%"
     "sがある場合は、セル全体を \" で囲んでください。",
     "la ligne a une colonne %d, l’en-tête n’en a que %d ; une cellule qui "
     "contient %s doit être entre guillemets \""},
    {"the name of column %d and of column %d; expected a different name for each, "
     "or one column less",
     "%d列目と%"
     "d列目の見出しが同じです。どちらかの見出しを変えるか、列を1つ削除してください"
     "。",
     "les colonnes %d et %d portent le même titre ; changez l’un des deux, ou "
     "supprimez une colonne"},
    {"the sheet is empty; expected a first line with the names of the columns",
     "シートが空です。1行目に列の見出しを書いてください。",
     "la feuille est vide ; sa première ligne doit donner les titres des colonnes"},
    {"the file is empty; expected a first line with the names of the columns",
     "ファイルが空です。1行目に列の見出しを書いてください。",
     "le fichier est vide ; sa première ligne doit donner les titres des colonnes"},
    {"cannot be read as a workbook: %s %s; save it again as .xlsx, or each sheet "
     "as 'CSV UTF-8'",
     "Excelブックとして読めません（%s：%s）。."
     "xlsx形式で保存し直すか、シートごとに「CSV UTF-8」形式で保存してください。",
     "lecture impossible en tant que classeur : %s %s ; enregistrez-le de nouveau "
     "en .xlsx, ou chaque feuille au format « CSV UTF-8 »"},
    {"is a workbook, which this build cannot read: it was made without libzip or "
     "expat; save each sheet as 'CSV UTF-8'",
     "このmatchdayはlibzipまたはexpatなしで作られているため、Excelブックを読めませ"
     "ん。シートごとに「CSV UTF-8」形式で保存してください。",
     "ce matchday, compilé sans libzip ou sans expat, ne lit pas les classeurs ; "
     "enregistrez chaque feuille au format « CSV UTF-8 »"},
    {"this build cannot read workbooks", "このmatchdayはExcelブックを読めません。",
     "ce matchday ne lit pas les classeurs"},
    {"this build cannot write workbooks: it was made without libxlsxwriter; "
     "expected a folder of tables",
     "このmatchdayはlibxlsxwriterなしで作られているため、Excelブックを書き出せませ"
     "ん。CSVのフォルダーを指定してください。",
     "ce matchday, compilé sans libxlsxwriter, n’écrit pas de classeurs ; indiquez "
     "un dossier de tableaux"},
    {"a sheet called '%s' cannot be written; expected a name of at most 31 "
     "characters, without / \\ ? * [ ] : and unlike the others",
     "「%s」という名前のシートは作成できません。31文字以内で、/ \\ ? * [ ] : "
     "を含まず、ほかのシートと異なる名前にしてください。",
     "impossible d’écrire une feuille nommée « %s » ; attendu : un nom d’au plus "
     "31 caractères, sans / \\ ? * [ ] ou deux-points, et différent des autres"},
    {"%s: the workbook could not be made: %s",
     "%s：Excelブックを作成できませんでした：%s",
     "%s : le classeur n’a pas pu être créé : %s"},
    {"%s; save the workbook again", "%s。Excelブックを保存し直してください。",
     "%s ; enregistrez de nouveau le classeur"},
    {"is missing", "見つかりません", "est absent"},
    {"is not in the workbook", "ブックの中に見つかりません",
     "ne se trouve pas dans le classeur"},
    {"names no workbook", "ブックの場所が書かれていません",
     "ne désigne aucun classeur"},
    {"names a sheet that is not there", "存在しないシートを指しています",
     "désigne une feuille qui n’existe pas"},
    {"has a text longer than a cell can hold",
     "セルに入らない長さの文字列があります",
     "contient un texte plus long qu’une cellule ne le permet"},
    {"has rows that are out of order", "行の順序が正しくありません",
     "contient des lignes en désordre"},
    {"has cells out of order, or beyond the last column",
     "セルの順序が正しくないか、最終列を超えています",
     "contient des cellules en désordre, ou au-delà de la dernière colonne"},
    {"has more cells than any event", "セルの数が多すぎます",
     "contient plus de cellules qu’aucun événement"},
    {"is larger than any event when unpacked", "展開後のサイズが大きすぎます",
     "est, une fois décompressé, plus grand qu’aucun événement"},
    {"is damaged or protected by a password",
     "壊れているか、パスワードで保護されています",
     "est abîmé ou protégé par un mot de passe"},
    {"is a damaged archive", "ファイルが壊れています", "est une archive abîmée"},
    {"has elements inside each other without end", "要素の入れ子が深すぎます",
     "contient des éléments imbriqués sans fin"},
    {"is not understood", "内容を解釈できません", "n’est pas compris"},
    {"has a document type, as no workbook has",
     "Excelブックにはない文書型宣言があります",
     "contient une déclaration de type, ce qu’aucun classeur n’a"},
    {"is no XML: %s on line %lu", "XMLとして読めません（%s、%lu行目）",
     "n’est pas du XML (%s, ligne %lu)"},
    {"has a formula that was never computed; open the workbook in a spreadsheet "
     "and save it",
     "計算されていない数式があります。表計算ソフトでブックを開き、保存し直してくだ"
     "さい。",
     "contient une formule jamais calculée ; ouvrez le classeur dans un tableur et "
     "enregistrez-le"},
    {"refers to a text that is not there; save it again",
     "存在しない文字列を参照しています。ブックを保存し直してください。",
     "renvoie à un texte qui n’existe pas ; enregistrez de nouveau le classeur"},
    {"shows the error %.20s; expected what was meant",
     "エラー値%.20sが表示されています。正しい値を入力してください。",
     "affiche l’erreur %.20s ; saisissez la valeur voulue"},
    {"ignored sheets that are not known: %s",
     "次のシートは使わないため、読み飛ばしました：%s",
     "feuilles inconnues, ignorées : %s"},
    {"%s: cannot be looked into", "%s：中を確認できません",
     "%s : impossible d’en lire le contenu"},
    {"%s: there are files in it already that 'anonymise' did not write; expected a "
     "new or an empty folder",
     "%s：「anonymise」が書き込んだものではないファイルがすでにあります。新しいフォ"
     "ルダー"
     "か空のフォルダーを指定してください。",
     "%s : ce dossier contient déjà des fichiers qui ne viennent pas de "
     "« anonymise » ; attendu : un dossier nouveau ou vide"},
    {"%s: was published meanwhile, or another command has written it and it knows "
     "of "
     "calendars that were sent; nothing is written, so that nobody is forgotten; "
     "run "
     "the same command again",
     "%s：この間に公開されたか、別のコマンドが書き換えたため、送信済みの予定が記録"
     "されて"
     "います。連絡漏れがないよう、何も書き込みませんでした。同じコマンドをもう一度"
     "実行し"
     "てください。",
     "%s : a été publié entre-temps, ou modifié par une autre commande, et connaît "
     "des agendas déjà envoyés ; rien n’est écrit, pour n’oublier personne ; "
     "relancez la même commande"},
    {"%s: got other answers meanwhile, which would be lost; nothing is written; "
     "run "
     "the same command again",
     "%s：この間に別の返答が届いており、このままでは失われます。何も書き込みません"
     "でした"
     "。同じコマンドをもう一度実行してください。",
     "%s : d’autres réponses sont arrivées entre-temps et seraient perdues ; rien "
     "n’est écrit ; relancez la même commande"},
    {"%s: another command has written it meanwhile, and nothing is recorded in it; "
     "run "
     "the same command again: nobody gets a mail twice",
     "%s：この間に別のコマンドが書き換えたため、何も記録しませんでした。同じコマン"
     "ドをも"
     "う一度実行してください。同じ人にメールが二度届くことはありません。",
     "%s : une autre commande l’a modifié entre-temps, et rien n’y est noté ; "
     "relancez la même commande : personne ne reçoit deux fois un courriel"},
    {"is called after no list, and was ignored",
     "ファイル名がどの表にも当たらないため、読み飛ばしました。",
     "ce nom de fichier ne correspond à aucun tableau ; il a été ignoré"},
    {"is a second table of %s, beside '%s'; expected one",
     "「%2$s」があるため、%1$sの表が2つになっています。1つにしてください。",
     "c’est un second tableau pour %s, à côté de « %s » ; n’en gardez qu’un"},
    {"left out %d row that begins with '#'",
     "「#」で始まる行を%d行読み飛ばしました。",
     "%d ligne commençant par « # » a été ignorée"},
    {"left out %d rows that begin with '#'",
     "「#」で始まる行を%d行読み飛ばしました。",
     "%d lignes commençant par « # » ont été ignorées"},
    {"the names of columns were found here; what stands above them was left out",
     "この行を列の見出しとして読みました。これより上の行は使いません。",
     "les titres des colonnes ont été trouvés ici ; ce qui est au-dessus n’est pas "
     "lu"},
    {"columns were read by their meaning: %s",
     "列の見出しを次のように解釈しました：%s",
     "titres des colonnes interprétés ainsi : %s"},
    {"'%s' as '%s'", "「%s」→「%s」", "« %s » = « %s »"},
    {"the column '%s' stands beside '%s', and both are '%s'; expected one of them",
     "「%s」の列と「%s」の列は、どちらも「%"
     "s」を表します。どちらか1つにしてください。",
     "les colonnes « %s » et « %s » désignent toutes deux « %s » ; n’en gardez "
     "qu’une"},
    {"read '%s' as '%s'", "「%s」を「%s」として読みました。",
     "« %s » a été lu comme « %s »"},
    {"read '%s' as '%s', and %d more cell of this column",
     "「%s」を「%s」として読みました。この列ではほかに%"
     "d個のセルを同じように読み替えました。",
     "« %s » a été lu comme « %s », et de même %d autre cellule de cette colonne"},
    {"read '%s' as '%s', and %d more cells of this column",
     "「%s」を「%s」として読みました。この列ではほかに%"
     "d個のセルを同じように読み替えました。",
     "« %s » a été lu comme « %s », et de même %d autres cellules de cette "
     "colonne"},
    {"read '%s' as '%s', and %d more name%s of %ss",
     "「%1$s」を「%2$s」として読みました。ほかに%3$d個の名前（%5$"
     "s）も同じようにIDに読み替えました。%4$.0s",
     "« %1$s » a été lu comme « %2$s », ainsi que d’autres noms (%5$s, "
     "%3$d)%4$.0s"},
    {"'%s' looks like letters lost when the table was saved without Japanese, in "
     "%d cell; expected it saved as 'CSV UTF-8' from where the letters are still "
     "there",
     "「%s」は、日本語を保存できない形式で保存したために失われた文字のようです（%"
     "dセル）。文字が残っている元の表から「CSV UTF-8」形式で保存し直してください。",
     "« %s » ressemble à des lettres perdues lors d’un enregistrement sans les "
     "caractères japonais, dans %d cellule ; enregistrez de nouveau, au format "
     "« CSV UTF-8 », le tableau où ces lettres existent encore"},
    {"'%s' looks like letters lost when the table was saved without Japanese, in "
     "%d cells; expected it saved as 'CSV UTF-8' from where the letters are still "
     "there",
     "「%s」は、日本語を保存できない形式で保存したために失われた文字のようです（%"
     "dセル）。文字が残っている元の表から「CSV UTF-8」形式で保存し直してください。",
     "« %s » ressemble à des lettres perdues lors d’un enregistrement sans les "
     "caractères japonais, dans %d cellules ; enregistrez de nouveau, au format "
     "« CSV UTF-8 », le tableau où ces lettres existent encore"},
    {"reason", "理由", "motif"},
    {"file", "ファイル", "fichier"},
    {"sheet", "シート", "feuille"},
    {": %s", "。%s", " : %s"},
    {"%s; %s", "%s %s", "%s ; %s"},
    {"%s: was removed; try again", "%s：削除されました。もう一度お試しください。",
     "%s : a été supprimé ; réessayez"},
    {"%s: another run of matchday%s is writing there; wait for its end and try "
     "again",
     "%1$s：別のmatchday%2$"
     "sがここに書き込んでいます。終わるのを待って、もう一度お試しください。",
     "%s : un autre matchday%s y écrit ; attendez qu’il ait fini et réessayez"},
    {"is called after no list, and was ignored; did you mean '%s%s'?",
     "名前がどの表にも当たらないため、読み飛ばしました。「%s%s」のことでしょうか。",
     "ce nom ne correspond à aucun tableau ; il a été ignoré ; vouliez-vous dire "
     "« %s%s » ?"},
    {"%s: there is no list of what was written there; expected a folder that was "
     "given to -o",
     "%s：書き出したものの一覧がありません。-o "
     "で指定したフォルダーを指定してください。",
     "%s : il n’y a pas de liste de ce qui y a été écrit ; attendu : un dossier "
     "donné à -o"},
    {"%s: is no folder; expected one that was given to -o",
     "%s：フォルダーではありません。-o で指定したフォルダーを指定してください。",
     "%s : ce n’est pas un dossier ; attendu : un dossier donné à -o"},
    {"has %d columns; expected at most %d",
     "%d列あります。%d列以下にしてください。",
     "%d colonnes ; %d au plus sont possibles"},
};
const struct message_list messages_files = {message,
                                            sizeof message / sizeof *message};
