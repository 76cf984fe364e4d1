#include "io/feedback_words.h"

#include <string.h>

#include "tests/support/check.h"

/* Whatever a form has for a head is found again, in each language. */
static void test_heads(struct arena arena)
{
    for (int language = 0; language < N_LANGUAGES; language++) {
        for (int column = 0; column < N_FEEDBACK_COLUMNS; column++) {
            const char *head = feedback_column_head(&arena, (enum language)language,
                                                    (enum feedback_column)column);
            CHECK_TEXT(feedback_column_of(&arena, head),
                       feedback_column_names[column]);
        }
    }
    CHECK_TEXT(feedback_column_head(&arena, LANGUAGE_EN, FEEDBACK_HELD),
               "Did you meet? yes or no [held]");
    CHECK(feedback_column_names[N_FEEDBACK_COLUMNS] == NULL);
}

static void test_names(struct arena arena)
{
    static const struct {
        const char *head, *expected;
    } row[] = {
        {"held", "held"},
        {"HELD", "held"},
        {"any words [ Held ]", "held"},
        {"[next_step]", "next_step"},
        {"x [y] [again]", "again"},
        {"helt", "helt"},
        {"words [helt]", "words [helt]"},
        {"held]", "held]"},
        {"", ""},
        {"[]", "[]"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(feedback_column_of(&arena, row[k].head), row[k].expected);
    }
}

static void test_words(void)
{
    static const struct {
        const char *word;
        enum said said;
        enum outcome outcome;
    } row[] = {
        {"yes", SAID_YES, OUTCOME_UNKNOWN},
        {"No", SAID_NO, OUTCOME_UNKNOWN},
        {"OUI", SAID_YES, OUTCOME_UNKNOWN},
        {"non", SAID_NO, OUTCOME_UNKNOWN},
        {"はい", SAID_YES, OUTCOME_UNKNOWN},
        {"いいえ", SAID_NO, OUTCOME_UNKNOWN},
        {"none", SAID_NOTHING, OUTCOME_NONE},
        {"aucun", SAID_NOTHING, OUTCOME_NONE},
        {"協議中", SAID_NOTHING, OUTCOME_TALKS},
        {"projet", SAID_NOTHING, OUTCOME_PROJECT},
        {"Agreement", SAID_NOTHING, OUTCOME_AGREEMENT},
        {"合意", SAID_NOTHING, OUTCOME_AGREEMENT},
        {"perhaps", SAID_NOTHING, OUTCOME_UNKNOWN},
        {"", SAID_NOTHING, OUTCOME_UNKNOWN},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_INT(feedback_said_find(row[k].word), row[k].said);
        CHECK_INT(feedback_outcome_find(row[k].word), row[k].outcome);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_heads(arena);
    test_names(arena);
    test_words();
    arena_finish(&arena);
    return check_report();
}
