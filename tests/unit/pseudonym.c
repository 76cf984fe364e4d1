#include "scheduler/model/pseudonym.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/check.h"

static const char *find(const struct pseudonyms *pseudonyms, const char *name)
{
    return pseudonyms_find(pseudonyms, NAME_PARTICIPANT, name);
}

static bool assign(struct pseudonyms *pseudonyms)
{
    enum name_kind kind;
    int at;
    return pseudonyms_assign(pseudonyms, &kind, &at);
}

static void test_first(struct arena arena)
{
    struct pseudonyms pseudonyms;
    pseudonyms_init(&pseudonyms, &arena);
    pseudonyms_add(&pseudonyms, NAME_PARTICIPANT, "sendai");
    pseudonyms_add(&pseudonyms, NAME_PARTICIPANT, "gifu");
    pseudonyms_add(&pseudonyms, NAME_PARTICIPANT, "sendai");
    pseudonyms_add(&pseudonyms, NAME_PARTICIPANT, "");
    pseudonyms_add(&pseudonyms, NAME_ADDRESS, "gifu");
    CHECK(assign(&pseudonyms));
    CHECK_TEXT(find(&pseudonyms, "gifu"), "body1");
    CHECK_TEXT(find(&pseudonyms, "sendai"), "body2");
    CHECK_TEXT(find(&pseudonyms, ""), "");
    CHECK_TEXT(pseudonyms_find(&pseudonyms, NAME_ADDRESS, "gifu"),
               "mail1-@example.invalid");
    CHECK_INT(pseudonyms.list[NAME_PARTICIPANT].n, 2);
}

/* What comes in between gets the shortest number that is there. */
static void test_between(struct arena arena)
{
    struct pseudonyms pseudonyms;
    pseudonyms_init(&pseudonyms, &arena);
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "b", "body09"));
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "d", "body10"));
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "f", "body99"));
    const char *const added[] = {"a", "c", "e", "g", "b"};
    for (int k = 0; k < 5; k++) {
        pseudonyms_add(&pseudonyms, NAME_PARTICIPANT, added[k]);
    }
    CHECK(assign(&pseudonyms));
    CHECK_TEXT(find(&pseudonyms, "a"), "body04");
    CHECK_TEXT(find(&pseudonyms, "b"), "body09");
    CHECK_TEXT(find(&pseudonyms, "c"), "body095");
    CHECK_TEXT(find(&pseudonyms, "d"), "body10");
    CHECK_TEXT(find(&pseudonyms, "e"), "body5");
    CHECK_TEXT(find(&pseudonyms, "g"), "body995");
}

static void test_wrong(struct arena arena)
{
    static const struct {
        const char *alias[2]; /* of "a" and "b" */
        bool is_known[2], is_assigned;
    } row[] = {
        {{"body1", "body2"}, {true, true}, true},
        {{"body2", "body1"}, {true, true}, false},
        {{"body1", "body1"}, {true, true}, false},
        {{"body1", "body10"}, {true, true}, false}, /* nothing is between */
        {{"body1", "body100"}, {true, true}, false},
        {{"body01", "body1"}, {true, true}, true},
        {{"body", "body0"}, {false, false}, true},
        {{"body-1", "body1a"}, {false, false}, true},
        {{"", "Body1"}, {false, false}, true},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena again = arena;
        struct pseudonyms pseudonyms;
        pseudonyms_init(&pseudonyms, &again);
        for (int n = 0; n < 2; n++) {
            CHECK_INT(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT,
                                           n == 0 ? "a" : "b", row[k].alias[n]),
                      row[k].is_known[n]);
        }
        CHECK_INT(assign(&pseudonyms), row[k].is_assigned);
    }
    struct pseudonyms pseudonyms;
    pseudonyms_init(&pseudonyms, &arena);
    CHECK(!pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "", "body1"));
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "a", "body1"));
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_PARTICIPANT, "a", "body2"));
    CHECK(!assign(&pseudonyms)); /* one name, two pseudonyms */
    CHECK(pseudonyms_add_known(&pseudonyms, NAME_ADDRESS, "a",
                               "mail1-@example.invalid"));
    CHECK(!pseudonyms_add_known(&pseudonyms, NAME_ADDRESS, "a", "mail1"));
}

/* However often names are added, order and pseudonyms stay. */
static void test_grown(struct arena arena, uint64_t seed)
{
    enum { MOST = 300 };
    struct rng rng;
    rng_init(&rng, seed);
    struct pseudonym known[MOST];
    int n = 0;
    while (n < MOST) {
        struct pseudonyms pseudonyms;
        pseudonyms_init(&pseudonyms, &arena);
        for (int k = 0; k < n; k++) {
            CHECK(pseudonyms_add_known(&pseudonyms, NAME_ADDRESS, known[k].name,
                                       known[k].alias));
        }
        int n_new = 1 + (int)rng_below(&rng, 40);
        for (int k = 0; k < n_new; k++) {
            pseudonyms_add(&pseudonyms, NAME_ADDRESS,
                           arena_printf(&arena, "%d", (int)rng_below(&rng, 999)));
        }
        CHECK(assign(&pseudonyms));
        for (int k = 0; k < n; k++) {
            CHECK_TEXT(pseudonyms_find(&pseudonyms, NAME_ADDRESS, known[k].name),
                       known[k].alias);
        }
        const struct pseudonym_list *list = &pseudonyms.list[NAME_ADDRESS];
        for (int k = 1; k < list->n; k++) {
            CHECK(strcmp(list->pseudonym[k - 1].alias, list->pseudonym[k].alias) <
                  0);
        }
        n = list->n < MOST ? list->n : MOST;
        memcpy(known, list->pseudonym, (size_t)n * sizeof *known);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_first(arena);
    test_between(arena);
    test_wrong(arena);
    for (uint64_t seed = 1; seed <= 20; seed++) {
        test_grown(arena, seed);
    }
    for (enum name_kind kind = 0; kind < N_NAME_KINDS; kind++) {
        CHECK_INT(name_kind_find(name_kind_name(kind)), kind);
    }
    CHECK_INT(name_kind_find("town"), N_NAME_KINDS);
    arena_finish(&arena);
    return check_report();
}
