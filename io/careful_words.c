#include "io/careful_words.h"

#include <stddef.h>
#include <string.h>

#include "scheduler/base/text.h"

struct word {
    enum list list;
    const char *field, *word, *others; /* letters alone, in lower case: "a|b" */
};

static const struct word words[] = {
    {LIST_REQUESTS, "status", "accepted",
     "accept|agreed|confirmed|ok|○|◯|〇|承諾|承諾済|承諾済み|受諾|承認|accepté|"
     "acceptée|"
     "confirmé"},
    {LIST_REQUESTS, "status", "pending",
     "open|noanswer|waiting|保留|未回答|検討中|回答待ち|enattente|sansréponse"},
    {LIST_REQUESTS, "status", "declined",
     "decline|refused|rejected|ng|×|辞退|拒否|不承諾|お断り|refusé|refusée|décliné|"
     "déclinée"},
    {LIST_REQUESTS, "status", "withdrawn",
     "withdraw|retracted|取下げ|取り下げ|撤回|retiré|retirée"},
    {LIST_REQUESTS, "follow_up", "yes",
     "y|はい|有|有り|あり|する|希望する|oui|vrai"},
    {LIST_REQUESTS, "follow_up", "no",
     "n|いいえ|無|無し|なし|しない|希望しない|non|faux"},
    {LIST_PARTICIPANTS, "status", "registered",
     "register|attending|participating|ok|○|◯|〇|登録|登録済|登録済み|参加|inscrit|"
     "inscrite"},
    {LIST_PARTICIPANTS, "status", "cancelled",
     "canceled|cancel|×|キャンセル|取消|取り消し|不参加|欠席|annulé|annulée"},
    {LIST_PARTICIPANTS, "interpreter", "auto",
     "automatic|asneeded|ifneeded|自動|必要に応じて|automatique|sibesoin"},
    {LIST_PARTICIPANTS, "interpreter", "always",
     "required|yes|常に|常時|必ず|必要|要|希望|希望する|有|有り|あり|はい|toujours|"
     "nécessaire|requis|oui"},
    {LIST_PARTICIPANTS, "interpreter", "never",
     "notneeded|不要|要らない|いらない|jamais|inutile"},
    {LIST_AVAILABILITY, "kind", "available",
     "free|yes|可|可能|参加可|参加可能|対応可|空き|disponible|libre|oui"},
    {LIST_AVAILABILITY, "kind", "unavailable",
     "busy|notavailable|no|不可|参加不可|対応不可|indisponible|occupé|non"},
    {LIST_AVAILABILITY, "kind", "avoid",
     "maybe|ifneedbe|ratheravoid|要相談|避けたい|できれば避けたい|peutêtre|éviter|"
     "àéviter"},
    {LIST_LOCKS, "kind", "lock",
     "fix|fixed|keep|固定|確定|verrou|fixer|fixé|bloqué"},
    {LIST_LOCKS, "kind", "forbid", "forbidden|never|禁止|不可|interdire|interdit"},
    {LIST_EVENT, "default_status", "accepted", "承諾|accepté|acceptée"},
    {LIST_EVENT, "default_status", "pending", "保留|未回答|enattente"},
    {LIST_EVENT, "pending", "schedule", "組む|対象にする|planifier"},
    {LIST_EVENT, "pending", "skip", "組まない|対象外|ignorer"},
    {LIST_EVENT, "met_before", "forbid", "禁止|interdire"},
    {LIST_EVENT, "met_before", "allow", "許可|autoriser"},
    {LIST_EVENT, "social_hours_otherwise", "never", "不可|jamais"},
};

const char *careful_word(const struct heading *heading, const char *letters)
{
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        const struct word *word = &words[k];
        if (word->list == heading->list &&
            strcmp(word->field, heading->field) == 0 &&
            (strcmp(word->word, letters) == 0 ||
             text_is_one_of(word->others, letters))) {
            return word->word;
        }
    }
    return NULL;
}
