#include "io/headings.h"

#include <string.h>

#include "io/unicode.h"
#include "io/wish_heading.h"
#include "scheduler/base/text.h"
#include "tests/support/check.h"

static const struct {
    enum list list;
    const char *text, *field; /* "" = none */
} row[] = {
    {LIST_PARTICIPANTS, "contact_email", "contact_email"},
    {LIST_PARTICIPANTS, "Email Address", "contact_email"},
    {LIST_PARTICIPANTS, "ＥＭＡＩＬ", "contact_email"},
    {LIST_PARTICIPANTS, "メールアドレス", "contact_email"},
    {LIST_PARTICIPANTS, "ﾒｰﾙｱﾄﾞﾚｽ", "contact_email"},
    {LIST_PARTICIPANTS, "Email Address / メールアドレス", "contact_email"},
    {LIST_PARTICIPANTS, "メールアドレス（必須）", "contact_email"},
    {LIST_PARTICIPANTS, "Q3. Adresse e-mail *", "contact_email"},
    {LIST_PARTICIPANTS, "会社名", "organisation"},
    {LIST_PARTICIPANTS, "自治体名", "organisation"},
    {LIST_PARTICIPANTS, "名称", "organisation"},
    {LIST_REQUESTS, "自治体名", "from"},
    {LIST_PARTICIPANTS, "Organisation", "organisation"},
    {LIST_PARTICIPANTS, "Organization Name", "organisation"},
    {LIST_PARTICIPANTS, "会社名（日本語）", "organisation_ja"},
    {LIST_PARTICIPANTS, "Organisation (Japanese)", "organisation_ja"},
    {LIST_PARTICIPANTS, "Organisation (Japanese) / 団体名日本語",
     "organisation_ja"},
    {LIST_PARTICIPANTS, "Time Zone", "time_zone"},
    {LIST_PARTICIPANTS, "タイムゾーン", "time_zone"},
    {LIST_PARTICIPANTS, "Fuseau horaire", "time_zone"},
    {LIST_PARTICIPANTS, "Your time zone", "time_zone"},
    {LIST_PARTICIPANTS, "Votre fuseau horaire (obligatoire)", "time_zone"},
    {LIST_PARTICIPANTS, "Your", ""},
    {LIST_REQUESTS, "希望順位", "rank"},
    {LIST_REQUESTS, "De", "from"},
    {LIST_REQUESTS, "À", "to"},
    {LIST_ROOMS, "Capacité", "capacity"},
    {LIST_EVENT, "主催者メールアドレス", "organizer_email"},
    {LIST_PARTICIPANTS, "御社名", "organisation"},
    {LIST_PARTICIPANTS, "Raison sociale", "organisation"},
    {LIST_PARTICIPANTS, "Côté", "side"},
    {LIST_PARTICIPANTS, "ご使用言語", "languages"},
    {LIST_PARTICIPANTS, "希望面談数", "max_meetings"},
    {LIST_PARTICIPANTS, "Nb max de rendez-vous", "max_meetings"},
    {LIST_EVENT, "Nombre maximum de rendez-vous", "max_meetings"},
    {LIST_REQUESTS, "希望元企業名", "from"},
    {LIST_REQUESTS, "希望先企業名", "to"},
    {LIST_REQUESTS, "Partenaire souhaité", "to"},
    {LIST_SESSIONS, "セッション", "id"},
    {LIST_SESSIONS, "Séance", "id"},
    {LIST_SESSIONS, "Durée (min)", "meeting_minutes"},
    {LIST_SESSIONS, "入替（分）", "changeover_minutes"},
    {LIST_PARTICIPANTS, "Email / 会社名", ""},
    {LIST_PARTICIPANTS, "Organisation (head office)", ""},
    {LIST_PARTICIPANTS, "emial", ""},
    {LIST_PARTICIPANTS, "T-Shirt", ""},
    {LIST_PARTICIPANTS, "", ""},
    {LIST_PARTICIPANTS, "*", ""},
    {LIST_ROOMS, "contact_email", ""},
};

static const struct {
    const char *name, *list; /* "" = none */
} list_row[] = {
    {"Participants", "participants"},
    {"参加者", "participants"},
    {"Wishes", "requests"},
    {"希望", "requests"},
    {"Souhaits", "requests"},
    {"Rooms / 部屋", "rooms"},
    {"Event", "event"},
    {"Evénement", "event"},
    {"met_before", "met_before"},
    {"Met before", "met_before"},
    {"通訳", "interpreters"},
    {"イベント情報", "event"},
    {"日程", "sessions"},
    {"参加者一覧", "participants"},
    {"面談希望調査", "requests"},
    {"Help", ""},
    {"Sheet1", ""},
    {"", ""},
};

static const struct {
    const char *text;
    int rank; /* 0 = none */
} wish_row[] = {
    {"Wish 1", 1},
    {"wish2", 2},
    {"WISH No. 3", 3},
    {"1st choice", 1},
    {"Second choice", 2},
    {"Choice 10", 10},
    {"希望1", 1},
    {"第１希望", 1},
    {"第一希望", 1},
    {"第十希望", 10},
    {"面談希望先 2", 2},
    {"Vœu 1", 1},
    {"VOEU n° 2", 2},
    {"1er choix", 1},
    {"2ème souhait", 2},
    {"Deuxième choix", 2},
    {"Souhait 3 *", 3},
    {"Q5. 第1希望（必須）", 1},
    {"3) Wish 1", 1},
    {"Wish 2 / 第2希望", 2},
    {"Wish 2 / 第3希望", 0},
    {"Wish 1 (organisation)", 0},
    {"Wish", 0},
    {"Wish 0", 0},
    {"Wish 100", 0},
    {"希望順位", 0},
    {"希望言語1", 0},
    {"am-01", 0},
    {"16:00", 0},
    {"1", 0},
    {"", 0},
};

/* Names that are not as unicode_letters() makes them would never be found, and one
 * that two fields have is found for the first alone. */
static void check_names(struct arena *arena, const struct heading *heading)
{
    struct strings names = text_split(arena, heading->names, '|');
    for (int n = 0; n < names.n; n++) {
        const struct heading *found =
            heading_find(*arena, heading->list, names.text[n]);
        CHECK_TEXT(unicode_letters(arena, names.text[n]), names.text[n]);
        CHECK_TEXT(found ? found->field : "", heading->field);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        const struct heading *found = heading_find(arena, row[k].list, row[k].text);
        CHECK_TEXT(found ? found->field : "", row[k].field);
    }
    for (size_t k = 0; k < sizeof wish_row / sizeof *wish_row; k++) {
        CHECK_INT(wish_heading_rank(arena, wish_row[k].text), wish_row[k].rank);
    }
    for (size_t k = 0; k < sizeof list_row / sizeof *list_row; k++) {
        int list = heading_find_list(arena, list_row[k].name);
        CHECK_TEXT(list >= 0 ? list_names[list] : "", list_row[k].list);
    }
    for (int k = 0; k < n_headings; k++) {
        check_names(&arena, &headings[k]);
    }
    arena_finish(&arena);
    return check_report();
}
