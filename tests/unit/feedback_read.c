/* What people fill in: each answer, and each thing that can be wrong with it. */

#include "io/feedback_read.h"

#include <stdio.h>
#include <string.h>

#include "io/feedback_form.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/mutate.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"
#include "tests/support/value_text.h"

/* m0001: a and b; m0002: a, c and d; m0009 was cancelled; r03, of b to c, is not
 * served. */
static void make_plan(struct arena *arena, struct tiny_plan *plan)
{
    static const struct schedule_meeting cancelled = {.id = "m0009"};
    tiny_round(plan, arena);
    plan->event->participant[1].organisation_ja = "岐阜県";
    plan->schedule.cancelled[plan->schedule.n_cancelled++] = cancelled;
}

static void add_sign(struct buf *buf, const char *word, int answer)
{
    static const char *const sign[] = {"", "-", "+"};
    if (answer) {
        buf_printf(buf, " %s%s", word, sign[answer]);
    }
}

static void add_row(struct buf *buf, const struct feedback *row)
{
    buf_printf(buf, "%s%d %c", row->k >= 0 ? "m" : "r",
               (row->k >= 0 ? row->k : row->request) + 1, 'a' + row->p);
    add_sign(buf, "held", row->held);
    for (int k = 0; k < row->n_absent; k++) {
        buf_printf(buf, " !%c", 'a' + row->absent[k]);
    }
    if (row->rating) {
        buf_printf(buf, " %d", row->rating);
    }
    add_sign(buf, "again", row->again);
    add_sign(buf, "share", row->share_contact);
    if (row->outcome) {
        buf_printf(buf, " %s", outcome_name(row->outcome));
    }
    if (row->next_step[0] != '\0') {
        buf_printf(buf, " '%s'", row->next_step);
    }
}

/* "m0001 a held- absent:b rating:4 again+ share+ talks 'Soba'; ...", then the
 * findings. */
static const char *rows_text(struct arena *arena, const struct feedback_list *list,
                             const struct findings *findings)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int n = 0; n < list->n; n++) {
        buf_add_text(&buf, n > 0 ? "; " : "");
        add_row(&buf, &list->row[n]);
    }
    const char *found = findings_text(arena, findings);
    buf_printf(&buf, "%s%s", list->n > 0 && *found != '\0' ? "\n" : "", found);
    return buf.data;
}

static const char *read_text(struct arena *arena, const char *text)
{
    struct tiny_plan plan;
    struct feedback_list list = {0};
    struct findings findings;
    const struct feedback_source source = {"f.csv", text, strlen(text)};
    findings_init(&findings, arena);
    make_plan(arena, &plan);
    feedback_read(arena, &source, plan.event, &plan.schedule, &list, &findings);
    return rows_text(arena, &list, &findings);
}

#define HEAD                                                                       \
    "meeting,participant,held,absent,rating,again,share_contact,outcome,next_"     \
    "step\n"

static void check_rows(struct arena scratch, const char *text, const char *expected)
{
    if (!CHECK_TEXT(read_text(&scratch, text), expected)) {
        printf("  in: %s\n", text);
    }
}

static void test_rows(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {HEAD "m0001,a,yes,,4,yes,no,talks,Soba\n",
         "m1 a held+ 4 again+ share- talks 'Soba'"},
        {HEAD "m0001,a,,,,,,,\nm0001,b,oui,,,はい,non,協議中,\"a\r\nb\"\n",
         "m1 b held+ again+ share- talks 'a\nb'"},
        /* who answers nothing is passed over, whatever else there is */
        {HEAD "m0077,x,,,,,,,\n",
         "f.csv: warning: is not filled in: of its 1 row none has an answer; "
         "expected some under 'held', 'rating', 'again' or 'outcome'\n"},
        {HEAD "M0002,C,Yes,D,,,,,\n", "m2 c held+ !d"},
        {HEAD "m0002,House c,no,House a [a]; d;d,,,,,\n", "m2 c held- !a !d"},
        {HEAD "m0001,岐阜県 [b],no,b,,,,,\n", "m1 b held- !b"},
        {HEAD "m0001,a,,岐阜県,,,,,\n", "m1 a held- !b"},
        /* one of three is missing: nothing follows for the meeting */
        {HEAD "m0002,a,,c,,,,,\n", "m2 a !c"},
        {"request,participant,again\nr03,b,no\nr03,c,no\n",
         "r3 b again-; r3 c again-"},
        {"sep=;\nA meeting [meeting];You [participant];Again? "
         "[again]\nm0001;a;yes\n",
         "m1 a again+"},
        {"event,meeting,participant,held\ntiny,m0001,a,yes\n", "m1 a held+"},
        {HEAD, "f.csv: warning: has no row below its heads; expected one for each "
               "meeting that somebody answers for\n"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        check_rows(scratch, row[k].text, row[k].expected);
    }
}

static const struct {
    const char *text, *expected;
} faulty[] = {
    {HEAD "m0003,a,yes,,,,,,\n", "f.csv:2: meeting: there is no meeting "
                                 "'m0003' in the schedule; did you mean "
                                 "'m0001'?\n"},
    {HEAD "first,a,yes,,,,,,\n", "f.csv:2: meeting: there is no meeting "
                                 "'first' in the schedule; expected an "
                                 "id of one, such as 'm0001'\n"},
    {HEAD "m0009,a,yes,,,,,,\n", "f.csv:2: meeting: 'm0009' was cancelled "
                                 "before the event; expected a meeting "
                                 "that was to be held or that somebody did "
                                 "not come to, or no answers\n"},
    {HEAD ",a,yes,,,,,,\n", "f.csv:2: meeting: is missing; expected the id of "
                            "a meeting, or of a request "
                            "in the column 'request'\n"},
    {HEAD "m0001,,yes,,,,,,\n",
     "f.csv:2: participant: is missing; expected the id of who answers\n"},
    {HEAD "m0001,c,yes,,,,,,\n",
     "f.csv:2: participant: 'c' is not one of them; expected 'a' or 'b'\n"},
    {HEAD "m0002,b,yes,,,,,,\n", "f.csv:2: participant: 'b' is not one of "
                                 "them; expected 'a', 'c' or 'd'\n"},
    {HEAD "m0001,a,no,c,,,,,\n", "m1 a held-\nf.csv:2: absent: 'c' is not one "
                                 "of them; expected 'a' or 'b'\n"},
    {HEAD "m0001,a,yes,b,,,,,\n",
     "m1 a held+ !b\nf.csv:2: held: is 'yes', but with the absent there were "
     "fewer "
     "than two of 2; expected 'no', or fewer who were absent\n"},
    {HEAD "m0001,a,maybe,,,,,,\n",
     "m1 a\nf.csv:2: held: found 'maybe'; expected yes or no\n"},
    {HEAD "m0001,a,,,,never,,,\n",
     "m1 a\nf.csv:2: again: found 'never'; expected yes or no\n"},
    {HEAD "m0001,a,,,,,1,,\n",
     "m1 a\nf.csv:2: share_contact: found '1'; expected yes or no\n"},
    {HEAD "m0001,a,,,6,,,,\n",
     "m1 a\nf.csv:2: rating: found '6'; expected a whole number from 1 to 5\n"},
    {HEAD "m0001,a,,,,,,contract,\n",
     "m1 a\nf.csv:2: outcome: found 'contract'; expected none, talks, project "
     "or "
     "agreement\n"},
    {HEAD "m0001,a,,,,,,,\"x\001y\"\n", "m1 a\nf.csv:2: next_step: 'x\\u0001y' "
                                        "has control characters; expected text "
                                        "without them\n"},
    {"event,meeting,participant,held\nother,m0001,a,yes\n",
     "f.csv:2: event: 'other' is another event; expected feedback on 'tiny'\n"},
    {"meeting,request,participant,again\nm0001,r03,a,yes\n",
     "f.csv:2: request: names a request beside the meeting 'm0001'; expected "
     "one "
     "of both\n"},
    {"request,participant,again\nr09,b,no\n",
     "f.csv:2: request: there is no request 'r09' in the event; expected the "
     "id of "
     "one\n"},
    {"request,participant,again\nr01,b,no\n",
     "f.csv:2: request: 'r01' was served by meeting m0001; expected that in "
     "the "
     "column 'meeting'\n"},
    {"request,participant,again\nr03,a,no\n",
     "f.csv:2: participant: 'a' is not one of them; expected 'b' or 'c'\n"},
    {"request,participant,rating,again\nr03,b,3,no\n",
     "r3 b 3 again-\nf.csv:2: rating: answers for a meeting, and this wish had "
     "none; expected 'again' alone, whether it is still wanted\n"},
    {"meeting,participant,again,Again? [again]\nm0001,a,yes,no\n",
     "m1 a again+\nf.csv:1: two columns are 'again', one of them as 'Again? "
     "[again]'; expected one\n"},
    {"meeting,participant,held,absent\nm0001,a,,\nm0001,b,,\n",
     "f.csv: warning: is not filled in: of its 2 rows none has an answer; expected "
     "some under 'held', 'rating', 'again' or 'outcome'\n"},
    {"participant,held\na,yes\nb,yes\n",
     "f.csv:1: meeting: there is no such column; expected one with the id of a "
     "meeting, or of a request in the column 'request'\n"},
    {"meeting,participant,held,agian,note\nm0001,a,yes,no,x\n",
     "m1 a held+\nf.csv:1: warning: 'agian' is not known and was ignored; did "
     "you "
     "mean 'again'?\nf.csv:1: note: ignored what is not known: 'note'\n"},
};

static void test_findings(struct arena scratch)
{
    for (size_t k = 0; k < sizeof faulty / sizeof *faulty; k++) {
        check_rows(scratch, faulty[k].text, faulty[k].expected);
    }
}

/* A form that comes back as it went out says nothing, which is told; with one answer it
 * says that. */
static void test_forms(struct arena arena)
{
    struct tiny_plan plan;
    struct output output;
    make_plan(&arena, &plan);
    plan.event->participant[1].contact[0].language = "ja";
    plan.event->participant[2].contact[0].language = "fr";
    output_init(&output, &arena);
    CHECK_INT(feedback_add_forms(&output, plan.event, &plan.schedule), 4);
    for (int k = 0; k < output.n_files; k++) {
        const char *form = output.file[k].content.bytes;
        CHECK(strncmp(read_text(&arena, form),
                      "f.csv: warning: is not filled in: of its ", 41) == 0);
        const char *commas = strstr(form, ",,,,,,,,\r\n");
        if (CHECK(commas != NULL)) {
            const char *filled = arena_printf(
                &arena, "%.*s,,はい%s", (int)(commas - form), form, commas + 2);
            const char *expected[] = {"m1 a held+", "m1 b held+", "m2 c held+",
                                      "m2 d held+"};
            CHECK_TEXT(read_text(&arena, filled), expected[k]);
        }
    }
}

/* Damage never passes for an answer of nobody, and always has a place. */
static void test_damage(struct arena scratch)
{
    static const char good[] = HEAD "m0001,a,yes,,4,yes,no,talks,Soba\n"
                                    "m0002,c,no,a;d,,no,,,\n";
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct feedback_list list = {0};
        struct findings findings;
        const struct buf bad = mutant(&arena, seed, ",;\"\n[]", good, strlen(good));
        const struct feedback_source source = {
            "f.csv", arena_strndup(&arena, bad.len > 0 ? bad.data : "", bad.len),
            bad.len};
        findings_init(&findings, &arena);
        make_plan(&arena, &plan);
        feedback_read(&arena, &source, plan.event, &plan.schedule, &list,
                      &findings);
        for (int n = 0; n < list.n; n++) {
            CHECK(list.row[n].p >= 0 && list.row[n].rating <= BEST_RATING);
            CHECK((list.row[n].k >= 0) != (list.row[n].request >= 0));
        }
        for (int n = 0; n < findings.n_findings; n++) {
            CHECK(findings.finding[n].place.line >= 0);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_rows(arena);
    test_findings(arena);
    test_forms(arena);
    test_damage(arena);
    arena_finish(&arena);
    return check_report();
}
