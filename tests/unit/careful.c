#include "io/careful.h"

#include "tests/support/check.h"

static const struct {
    enum list list;
    const char *heading, *text, *meant;
} row[] = {
    {LIST_PARTICIPANTS, "organisation", "Ａ社、Ｂ社", "Ａ社、Ｂ社"},
    {LIST_REQUESTS, "from", "岐阜県、愛知県", "岐阜県、愛知県"},
    {LIST_REQUESTS, "also", "岐阜県、愛知県", "岐阜県;愛知県"},
    {LIST_REQUESTS, "status", "承諾", "accepted"},
    {LIST_REQUESTS, "status", "Acceptée", "accepted"},
    {LIST_REQUESTS, "status", "yes", "yes"},
    {LIST_REQUESTS, "follow_up", "はい", "yes"},
    {LIST_REQUESTS, "follow_up", "1", "1"},
    {LIST_PARTICIPANTS, "status", "Cancelled", "cancelled"},
    {LIST_PARTICIPANTS, "interpreter", "必要", "always"},
    {LIST_PARTICIPANTS, "interpreter", "希望する", "always"},
    {LIST_PARTICIPANTS, "interpreter", "No", "No"},
    {LIST_REQUESTS, "rank", "第３希望", "3"},
    {LIST_REQUESTS, "rank", "1st", "1"},
    {LIST_REQUESTS, "rank", "2e", "2"},
    {LIST_REQUESTS, "rank", "1.5", "1.5"},
    {LIST_REQUESTS, "rank", "1er choix", "1"},
    {LIST_REQUESTS, "rank", "2e choix", "2"},
    {LIST_REQUESTS, "rank", "n° 1", "1"},
    {LIST_REQUESTS, "rank", "一", "1"},
    {LIST_REQUESTS, "rank", "第二希望", "2"},
    {LIST_REQUESTS, "rank", "十二", "十二"},
    {LIST_REQUESTS, "rank", "一番星", "一番星"},
    {LIST_PARTICIPANTS, "max_meetings", "4,0", "4"},
    {LIST_PARTICIPANTS, "max_meetings", "4,5", "4,5"},
    {LIST_PARTICIPANTS, "max_meetings", "4,000", "4,000"},
    {LIST_PARTICIPANTS, "max_meetings", "３社", "3"},
    {LIST_SESSIONS, "meeting_minutes", "20 min.", "20"},
    {LIST_SESSIONS, "meeting_minutes", "20-30 min", "20-30 min"},
    {LIST_EVENT, "rooms", "5室", "5"},
    {LIST_REQUESTS, "status", "OK", "accepted"},
    {LIST_REQUESTS, "status", "○", "accepted"},
    {LIST_REQUESTS, "status", "△", "△"},
    {LIST_REQUESTS, "rank", "first", "first"},
    {LIST_REQUESTS, "minutes", "２０分", "20"},
    {LIST_ROOMS, "capacity", "8 people", "8"},
    {LIST_ROOMS, "capacity", "-8", "-8"},
    {LIST_SESSIONS, "date", "2026年5月19日（火）", "2026-05-19"},
    {LIST_SESSIONS, "date", "2026/5/19", "2026-05-19"},
    {LIST_SESSIONS, "date", "19.05.2026", "2026-05-19"},
    {LIST_SESSIONS, "date", "4/5/2026", "4/5/2026"},
    {LIST_SESSIONS, "date", "令和8年5月19日(火)", "2026-05-19"},
    {LIST_SESSIONS, "date", "令和元年５月１日", "2019-05-01"},
    {LIST_SESSIONS, "date", "R8.5.19", "2026-05-19"},
    {LIST_SESSIONS, "date", "R2026.5.19", "R2026.5.19"},
    {LIST_SESSIONS, "date", "令和", "令和"},
    {LIST_SESSIONS, "start", "９：００", "09:00"},
    {LIST_SESSIONS, "start", "9h30", "09:30"},
    {LIST_SESSIONS, "start", "9時", "09:00"},
    {LIST_SESSIONS, "start", "16時30分", "16:30"},
    {LIST_AVAILABILITY, "start", "2026-05-19T16:00", "2026-05-19T16:00"},
    {LIST_AVAILABILITY, "start", "2026-05-19T07:00Z", "2026-05-19T07:00Z"},
    {LIST_AVAILABILITY, "start", "2026/5/19 16:00", "2026-05-19T16:00"},
    {LIST_AVAILABILITY, "start", "2026年5月19日 16時30分", "2026-05-19T16:30"},
    {LIST_SESSIONS, "breaks", "10：15〜10：30 休憩", "10:15-10:30 休憩"},
    {LIST_PARTICIPANTS, "languages", "日本語、英語", "ja;en"},
    {LIST_PARTICIPANTS, "languages", "anglais et français", "en;fr"},
    {LIST_PARTICIPANTS, "languages", "Klingon", "Klingon"},
    {LIST_INTERPRETERS, "pairs", "英語⇔日本語, FR/JA", "en-ja;FR-JA"},
    {LIST_PARTICIPANTS, "themes", "AI, biotech", "AI; biotech"},
    {LIST_PARTICIPANTS, "time_zone", "東京", "Asia/Tokyo"},
    {LIST_PARTICIPANTS, "time_zone", "Ａｓｉａ／Ｔｏｋｙｏ", "Asia/Tokyo"},
    {LIST_PARTICIPANTS, "time_zone", "パリ", "Europe/Paris"},
    {LIST_PARTICIPANTS, "time_zone", "フランス", "フランス"},
    {LIST_PARTICIPANTS, "time_zone", "JST", "JST"},
    {LIST_PARTICIPANTS, "contact_email", "ａ＠example.org", "a@example.org"},
    {LIST_PARTICIPANTS, "contact_email", "mailto:a@x.org", "a@x.org"},
};

static const struct {
    const char *text;
    enum answer answer;
} answer_row[] = {
    {"Yes", ANSWER_YES},
    {"○", ANSWER_YES},
    {"◯", ANSWER_YES},
    {"〇", ANSWER_YES},
    {"◎", ANSWER_YES},
    {"１", ANSWER_YES},
    {"Oui", ANSWER_YES},
    {"可", ANSWER_YES},
    {"✔️", ANSWER_YES},
    {"no", ANSWER_NO},
    {"×", ANSWER_NO},
    {"0", ANSWER_NO},
    {"不可", ANSWER_NO},
    {"NON", ANSWER_NO},
    {"△", ANSWER_MAYBE},
    {"Maybe", ANSWER_MAYBE},
    {"Peut-être", ANSWER_MAYBE},
    {"ng", ANSWER_NO},
    {"対応可", ANSWER_YES},
    {"対応不可", ANSWER_NO},
    {"Ｏ", ANSWER_YES},
    {"x", ANSWER_UNKNOWN},
    {"X", ANSWER_UNKNOWN},
    {"2", ANSWER_UNKNOWN},
    {"after lunch", ANSWER_UNKNOWN},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        const struct heading *heading =
            heading_find(arena, row[k].list, row[k].heading);
        if (CHECK(heading)) {
            CHECK_TEXT(careful_text(&arena, heading, row[k].text), row[k].meant);
        }
    }
    for (size_t k = 0; k < sizeof answer_row / sizeof *answer_row; k++) {
        if (!CHECK_INT(careful_answer(arena, answer_row[k].text),
                       answer_row[k].answer)) {
            printf("  %s\n", answer_row[k].text);
        }
    }
    arena_finish(&arena);
    return check_report();
}
