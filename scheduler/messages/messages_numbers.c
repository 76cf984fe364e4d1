/* What check counts before anything is solved. */

#include "scheduler/messages/messages_parts.h"

static const struct message message[] = {
    {"%s: %d participant%s with %d contact%s\n",
     "%1$s：参加者%2$d名%3$.0s、連絡先%4$d件%5$.0s\n",
     "%1$s : participants %2$d%3$.0s, contacts %4$d%5$.0s\n"},
    {"  %d request%s, %d of them %s; they make %d meeting%s\n",
     "  希望%1$d件%2$.0s（うち有効%3$d件%4$.0s）、面談にして%5$d件%6$.0s\n",
     "  demandes : %1$d%2$.0s, dont %3$d comptent%4$.0s ; rendez-vous : "
     "%5$d%6$.0s\n"},
    {"  session %s, %04d-%02d-%02d: %d slot%s of %d minute%s",
     "  セッション%1$s、%2$04d-%3$02d-%4$02d：%7$d分の時間枠が%5$d枠%6$.0s%8$.0s",
     "  session %1$s, %2$04d-%3$02d-%4$02d, créneaux : %5$d%6$.0s de %7$d "
     "min%8$.0s"},
    {"  %d meeting%s wanted, ", "  希望されている面談%1$d件%2$.0s、",
     "  %1$d rendez-vous%2$.0s souhaités, "},
    {"%d possible; the rooms have %lld place%s over all slots",
     "可能な面談%1$d件。会場は全時間枠で延べ%2$lld件分%3$.0s",
     "%1$d possibles ; places en salle, tous créneaux compris : %2$lld%3$.0s"},
    {"%d possible; the interpreters have %lld place%s over all slots",
     "可能な面談%1$d件。通訳者は全時間枠で延べ%2$lld件分%3$.0s",
     "%1$d possibles ; places chez les interprètes, tous créneaux compris : "
     "%2$lld%3$.0s"},
    {", of which %lld can be used", "（使えるのは%lld件分）",
     ", dont %lld utilisables"},
    {", %lld too few", "、%lld件分不足", ", il en manque %lld"},
    {"  %d of them needs an interpreter, ", "  うち通訳者が必要な面談%d件、",
     "  %d d’entre eux demande un interprète, "},
    {"  %d of them need an interpreter, ", "  うち通訳者が必要な面談%d件、",
     "  %d d’entre eux demandent un interprète, "},
    {"  no interpreter has the languages of %d of these, such as ",
     "  このうち%d件は言語の合う通訳者がいません。例：",
     "  aucun interprète n’a les langues de %d d’entre eux, comme "},
    {"  no interpreter has the languages of %d of these: ",
     "  このうち%d件は言語の合う通訳者がいません：",
     "  aucun interprète n’a les langues de %d d’entre eux : "},
    {"people", "参加者", "présents"},
    {"rooms", "会場", "salles"},
    {"interpreters", "通訳者", "interprètes"},
    {"meetings", "可能面談", "possibles"},
    {"\n  %d change-over%s, at each up to %d meeting%s to end and as many to "
     "begin\n",
     "\n  "
     "入れ替えは%1$d回%2$.0sあり、毎回最大%3$d件%4$."
     "0sの面談が終わり、同じ数が始まります\n",
     "\n  changements : %1$d%2$.0s ; à chacun, jusqu’à %3$d rendez-vous%4$.0s "
     "finissent et autant commencent\n"},
    {" (%d of them only in ", "（うち%d件は次の枠のみ：",
     " (%d d’entre eux seulement dans "},
    {", where %d fit%s)", "、そこに入るのは%1$d件%2$.0s）",
     ", où %1$d tiennent%2$.0s)"},
    {"    for %d of them only ", "    うち%d件に使える会場は次のみ：",
     "    pour %d d’entre eux seulement "},
    {"    %d of them need ", "    うち%d件に必要な通訳者：",
     "    %d d’entre eux ont besoin de "},
    {" will do, which can take %d, %d too few", "。入るのは%d件で、%d件不足",
     " conviennent, pour %d au plus : il en manque %d"},
    {", who can take %d, %d too few", "。担当できるのは%d件で、%d件不足",
     ", pour %d au plus : il en manque %d"},
    {"  side %s: %d participant%s, wanted in %d meeting%s together, time for %d\n",
     "  側 "
     "%1$s：参加者%2$d名%3$.0s、合わせて面談%4$d件%5$.0sに希望され、時間は%6$"
     "d件分\n",
     "  camp %1$s : participants %2$d%3$.0s, rendez-vous souhaités %4$d%5$.0s en "
     "tout, temps pour %6$d\n"},
    {"\n  nobody is wanted in more meetings than they have time for\n",
     "\n  時間の足りない参加者はいません\n",
     "\n  personne n’est souhaité dans plus de rendez-vous qu’il n’a de temps\n"},
    {"\n  %d participant is wanted in more meetings than they have time for%s\n",
     "\n  希望されている面談に対して時間の足りない参加者が%d名います%s\n",
     "\n  %d participant est souhaité dans plus de rendez-vous qu’il n’a de "
     "temps%s\n"},
    {"\n  %d participants are wanted in more meetings than they have time for%s\n",
     "\n  希望されている面談に対して時間の足りない参加者が%d名います%s\n",
     "\n  %d participants sont souhaités dans plus de rendez-vous qu’ils n’ont de "
     "temps%s\n"},
    {"; the first:", "（先頭のみ）：", " ; les premiers :"},
    {":", "：", " :"},
    {"  %-24s %3d meeting%s possible, time for %d",
     "  %1$-24s 可能な面談%2$3d件%3$.0s、時間は%4$d件分",
     "  %1$-24s %2$3d rendez-vous%3$.0s possibles, temps pour %4$d"},
    {"\n  %d wanted meeting has no slot in which all are free; so much more time "
     "would give one%s\n",
     "\n  "
     "希望されている面談%"
     "d件には全員の空いている時間枠がありません。次の時間があれば可能です%s\n",
     "\n  %d rendez-vous souhaité n’a aucun créneau où tous sont libres ; ce temps "
     "en plus en donnerait un%s\n"},
    {"\n  %d wanted meetings have no slot in which all are free; so much more time "
     "would give one%s\n",
     "\n  "
     "希望されている面談%"
     "d件には全員の空いている時間枠がありません。次の時間があれば可能です%s\n",
     "\n  %d rendez-vous souhaités n’ont aucun créneau où tous sont libres ; ce "
     "temps en plus en donnerait un%s\n"},
    {"%lld of %s", "%2$sの%1$lld分", "%lld de %s"},
    {"%lld minute of %s", "%2$sの%1$lld分", "%lld minute de %s"},
    {"%lld minutes of %s", "%2$sの%1$lld分", "%lld minutes de %s"},
    {" in %s, %s", "（%s、%s）", " dans %s, %s"},
    {"more time would not do", "時間を増やしても可能になりません",
     "plus de temps n’y suffirait pas"},
};
const struct message_list messages_numbers = {message,
                                              sizeof message / sizeof *message};
