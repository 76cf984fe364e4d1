/* What is true by what people say, row by row. */

#include "scheduler/model/feedback.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* A row in short: "1a held=yes absent=b rating=4 again=no share=yes outcome=talks
 * next=Soba": about meeting 1 ("3" is request r03), by a. */
static struct feedback parse_row(struct arena *arena, const char *text, int line)
{
    struct strings part = text_split(arena, text, ' ');
    struct feedback row = {
        .place = {.file = "f.csv", .line = line},
        .k = text[0] == '3' ? -1 : text[0] - '1',
        .request = text[0] == '3' ? 2 : -1,
        .p = tiny_who(text + 1),
        .absent = arena_new(arena, 4, int),
        .next_step = "",
    };
    for (int n = 1; n < part.n; n++) {
        const char *value = strchr(part.text[n], '=') + 1;
        enum said said = value[0] == 'y' ? SAID_YES : SAID_NO;
        switch (part.text[n][1]) {
        case 'e': /* held, next */
            if (part.text[n][0] == 'h') {
                row.held = said;
            } else {
                row.next_step = value;
            }
            break;
        case 'b':
            for (; *value; value++) {
                row.absent[row.n_absent++] = tiny_who(value);
            }
            break;
        case 'a':
            row.rating = value[0] - '0';
            break;
        case 'g':
            row.again = said;
            break;
        case 'h':
            row.share_contact = said;
            break;
        case 'u':
            row.outcome = value[0] == 't' ? OUTCOME_TALKS : OUTCOME_PROJECT;
            break;
        }
    }
    return row;
}

/* Rows are separated by "|". */
static struct feedback_list parse_rows(struct arena *arena, const char *text)
{
    struct strings rows = text_split(arena, text, '|');
    struct feedback_list list = {0};
    for (int n = 0; n < rows.n; n++) {
        list.row =
            arena_grow(arena, list.row, list.n, &list.capacity, sizeof *list.row);
        list.row[list.n++] = parse_row(arena, rows.text[n], n + 2);
    }
    return list;
}

/* "held told no-show absent:b; ..." of each meeting, then the findings. */
static const char *facts_text(struct arena *arena,
                              const struct feedback_facts *facts,
                              const struct findings *findings)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < 2; k++) {
        const struct meeting_fact *fact = &facts->meeting[k];
        buf_printf(&buf, "%s%s%s%s", k > 0 ? "; " : "",
                   fact->is_held ? "held" : "not held",
                   fact->is_told ? " told" : "",
                   fact->has_no_show ? " no-show" : "");
        for (int n = 0; n < fact->n_participants; n++) {
            if (fact->was_absent[n]) {
                buf_printf(&buf, " -%c", 'a' + fact->participant[n]);
            }
        }
    }
    for (int n = 0; n < findings->n_findings; n++) {
        buf_printf(&buf, "\n%d:%s: %s", findings->finding[n].place.line,
                   findings->finding[n].place.field, findings->finding[n].text);
    }
    return buf.data;
}

static const char *judge(struct arena *arena, const char *rows,
                         struct feedback_facts *facts)
{
    struct tiny_plan *plan = arena_new(arena, 1, struct tiny_plan);
    struct findings findings;
    findings_init(&findings, arena);
    tiny_round(plan, arena);
    struct feedback_list list = parse_rows(arena, rows);
    feedback_merge(arena, &list, &findings);
    feedback_judge(arena, plan->event, &plan->schedule, &list, facts, &findings);
    return facts_text(arena, facts, &findings);
}

static void test_facts(struct arena scratch)
{
    static const struct {
        const char *rows, *expected;
    } row[] = {
        /* nobody says otherwise */
        {"", "held; held"},
        {"1a again=yes", "held told; held"},
        {"1a held=yes", "held told; held"},
        {"1a held=no", "not held told; held"},
        {"1a held=no absent=b", "not held told no-show -b; held"},
        {"1b held=no absent=b", "not held told no-show -b; held"},
        /* nobody came, so nobody was stood up */
        {"1a held=no absent=ab", "not held told -a -b; held"},
        {"1a held=no absent=b|1b held=no absent=a", "not held told -a -b; held"},
        /* three: held without one */
        {"2a held=yes absent=c", "held; held told -c"},
        {"2a absent=c", "held; held told -c"},
        {"2a held=no absent=cd", "held; not held told no-show -c -d"},
        /* who says that it was held was there */
        {"2a held=yes absent=c|2c held=yes", "held; held told"},
        {"1a held=no absent=b|1b held=yes",
         "held told; held\n2:held: 'a' says that m0001 was not held, 'b' says that "
         "it "
         "was (f.csv:3); it counts as held; expected a word with both, and one "
         "answer "
         "changed"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct feedback_facts facts;
        if (!CHECK_TEXT(judge(&arena, row[k].rows, &facts), row[k].expected)) {
            printf("  rows: %s\n", row[k].rows);
        }
    }
}

static void test_merging(struct arena scratch)
{
    static const struct {
        const char *rows, *expected;
    } row[] = {
        {"1a held=yes|1a again=yes|1a held=yes", "held told; held"},
        {"1a held=yes|1a held=no",
         "held told; held\n3:held: contradicts f.csv:2, where the same participant "
         "says something else about the same meeting; expected one answer"},
        {"1a again=no|1a again=yes",
         "held told; held\n3:again: contradicts f.csv:2, where the same "
         "participant "
         "says something else about the same meeting; expected one answer"},
        {"2a absent=c|2a absent=d",
         "held; held told -c\n3:absent: contradicts f.csv:2, where the same "
         "participant says something else about the same meeting; expected one "
         "answer"},
        {"1a outcome=talks|1a outcome=project",
         "held told; held\n3:outcome: contradicts f.csv:2, where the same "
         "participant "
         "says something else about the same meeting; expected one answer"},
        {"1a share=no|1a share=yes",
         "held told; held\n3:share_contact: contradicts f.csv:2, where the same "
         "participant says something else about the same meeting; expected one "
         "answer"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct feedback_facts facts;
        CHECK_TEXT(judge(&arena, row[k].rows, &facts), row[k].expected);
    }
    struct feedback_facts facts;
    judge(&scratch, "1a rating=5 next=Soba|1a rating=2 next=Tea|1a next=Soba",
          &facts);
    const struct feedback *by = meeting_fact_by(&facts.meeting[0], tiny_who("a"));
    if (CHECK(by != NULL)) {
        CHECK_INT(by->rating, 2);
        CHECK_TEXT(by->next_step, "Soba; Tea; Soba");
    }
    CHECK(meeting_fact_by(&facts.meeting[0], tiny_who("b")) == NULL);
    CHECK(meeting_fact_by(&facts.meeting[0], tiny_who("c")) == NULL);
}

static void test_wishes(struct arena scratch)
{
    static const struct {
        const char *rows;
        enum said wanted;
        bool refused;
    } row[] = {
        {"", SAID_NOTHING, false},
        {"3b again=yes", SAID_YES, false},
        {"3b again=no", SAID_NO, false},
        {"3c again=no", SAID_NOTHING, true},
        {"3c again=yes", SAID_NOTHING, false},
        {"3b again=yes|3c again=no", SAID_YES, true},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct feedback_facts facts;
        judge(&arena, row[k].rows, &facts);
        CHECK_INT(facts.wanted[2], row[k].wanted);
        CHECK(facts.refused[2] == row[k].refused);
    }
}

static void test_sharing(struct arena scratch)
{
    static const struct {
        const char *rows, *from, *to;
        bool shares;
    } row[] = {
        {"1a share=yes", "a", "b", true},
        {"1a share=yes", "b", "a", false},
        {"1a share=yes", "a", "c", false},
        {"2a share=yes", "a", "d", true},
        {"1a share=no", "a", "b", false},
        {"", "a", "b", false},
        {"1a share=yes|2a share=no", "a", "b", true},
        {"1a share=yes|2a share=no", "a", "c", false},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct feedback_facts facts;
        judge(&arena, row[k].rows, &facts);
        tiny_round(&plan, &arena);
        CHECK(feedback_shares_contact(&plan.schedule, &facts, tiny_who(row[k].from),
                                      tiny_who(row[k].to)) == row[k].shares);
    }
}

/* One no to the same partner is enough, whatever was said after another meeting. */
static void test_one_no_is_enough(struct arena arena)
{
    struct event *event = tiny_event(&arena, "ab", 3, 2);
    struct tiny_plan plan;
    struct feedback_facts facts;
    struct findings findings;
    findings_init(&findings, &arena);
    tiny_request(&arena, event, "ab");
    event->request[tiny_request(&arena, event, "ab")].topic = "tea";
    tiny_begin(&plan, &arena, event, tiny_eligibility(&arena, event));
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_meet(&plan, 1, 1, 0, -1);
    tiny_end(&plan);
    struct feedback_list list = parse_rows(&arena, "1a share=yes|2a share=no");
    feedback_merge(&arena, &list, &findings);
    feedback_judge(&arena, event, &plan.schedule, &list, &facts, &findings);
    CHECK(!feedback_shares_contact(&plan.schedule, &facts, 0, 1));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_facts(arena);
    test_merging(arena);
    test_wishes(arena);
    test_sharing(arena);
    test_one_no_is_enough(arena);
    CHECK_TEXT(outcome_name(OUTCOME_AGREEMENT), "agreement");
    CHECK_TEXT(outcome_name(OUTCOME_UNKNOWN), "");
    arena_finish(&arena);
    return check_report();
}
