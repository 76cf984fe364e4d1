/* Every language must have every text, with the same values in it. */

#include "io/texts.h"

#include <string.h>

#include "scheduler/base/text.h"
#include "tests/support/check.h"

/* One bit for each of {1} to {9} in the pattern; -1 if a brace stands for
 * nothing. */
static int values_of(const char *pattern)
{
    int values = 0;
    for (const char *c = pattern; *c; c++) {
        if (*c == '{') {
            if (c[1] < '1' || c[1] > '9' || c[2] != '}') {
                return -1;
            }
            values |= 1 << (c[1] - '1');
            c += 2;
        } else if (*c == '}') {
            return -1;
        }
    }
    return values;
}

static void test_values_of(void)
{
    static const struct {
        const char *pattern;
        int expected;
    } row[] = {
        {"", 0},       {"plain", 0}, {"{1}", 1},        {"{2} of {1}", 3},
        {"{3}{3}", 4}, {"{0}", -1},  {"{1", -1},        {"1}", -1},
        {"{}", -1},    {"{x}", -1},  {"{1} and {", -1}, {"{9}", 256},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_INT(values_of(row[k].pattern), row[k].expected);
    }
}

/* Patterns of mails have lines, and names in braces: unit/mail_words.c checks them. */
static bool is_mail_pattern(int id)
{
    return id >= TEXT_MAIL_AGENDA_SUBJECT && id <= TEXT_MAIL_HANDOVER_TEXT;
}

static void test_every_text_in_every_language(void)
{
    for (int id = 0; id < N_TEXTS; id++) {
        for (int language = 0; language < N_LANGUAGES; language++) {
            const char *text = texts_get((enum language)language, (enum text_id)id);
            if (!CHECK(text != NULL && text[0] != '\0')) {
                printf("  language %d has no text %d\n", language, id);
                continue;
            }
            CHECK_INT(text_utf8_check(text, strlen(text)), strlen(text));
            if (is_mail_pattern(id)) {
                continue;
            }
            const char *english = texts_get(LANGUAGE_EN, (enum text_id)id);
            CHECK_INT(values_of(text), values_of(english));
            CHECK(values_of(text) >= 0);
            CHECK(!text_has_controls(text) && !strchr(text, '\n'));
        }
    }
}

/* Weekdays and months are told from each other in each language. */
static void test_names_differ(void)
{
    for (int language = 0; language < N_LANGUAGES; language++) {
        for (int a = TEXT_SUNDAY; a <= TEXT_DECEMBER; a++) {
            for (int b = a + 1; b <= TEXT_DECEMBER; b++) {
                CHECK(strcmp(texts_get((enum language)language, (enum text_id)a),
                             texts_get((enum language)language, (enum text_id)b)) !=
                      0);
            }
        }
    }
}

static void test_languages(void)
{
    static const struct {
        const char *tag, *expected;
    } row[] = {
        {"en", "en"},    {"ja", "ja"},    {"fr", "fr"},     {"JA", "ja"},
        {"ja-JP", "ja"}, {"fr_CA", "fr"}, {"Fr-be", "fr"},  {"", "en"},
        {"de", "en"},    {"jav", "en"},   {"fro", "en"},    {"j", "en"},
        {"-", "en"},     {"en-GB", "en"}, {"日本語", "en"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        if (!CHECK_TEXT(language_tag(language_find(row[k].tag)), row[k].expected)) {
            printf("  tag '%s'\n", row[k].tag);
        }
    }
}

static void test_fill(struct arena *arena)
{
    CHECK_TEXT(texts_fill_one(arena, LANGUAGE_EN, TEXT_MEETING_WITH, "Vitagora"),
               "Meeting with Vitagora");
    CHECK_TEXT(texts_fill_one(arena, LANGUAGE_JA, TEXT_MEETING_WITH, "岐阜県"),
               "岐阜県との個別面談");
    CHECK_TEXT(texts_fill_one(arena, LANGUAGE_FR, TEXT_MESSAGE_FROM, "Vitagora"),
               "Vitagora vous écrit\xc2\xa0:");
    CHECK_TEXT(texts_fill(arena, LANGUAGE_JA, TEXT_DATE,
                          (const char *[]){"火", "18", "5月", "2021", NULL}),
               "2021年5月18日（火）");
    CHECK_TEXT(
        texts_fill(arena, LANGUAGE_EN, TEXT_LIST_SEPARATOR, (const char *[]){NULL}),
        ", ");
}

/* Values are values, whatever they look like. */
static void test_fill_takes_values_literally(struct arena *arena)
{
    CHECK_TEXT(
        texts_fill_one(arena, LANGUAGE_EN, TEXT_MEETING_WITH, "{1} %s %n {2} {"),
        "Meeting with {1} %s %n {2} {");
    CHECK_TEXT(texts_fill(arena, LANGUAGE_EN, TEXT_NAME_AND_OTHER,
                          (const char *[]){"{2}", "{1}", NULL}),
               "{2} ({1})");
    CHECK_TEXT(texts_fill_one(arena, LANGUAGE_EN, TEXT_MEETING_WITH, ""),
               "Meeting with ");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_values_of();
    test_every_text_in_every_language();
    test_names_differ();
    test_languages();
    test_fill(&arena);
    test_fill_takes_values_literally(&arena);
    arena_finish(&arena);
    return check_report();
}
