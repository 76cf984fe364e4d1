#include "scheduler/base/findings.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"

static char *printed(struct arena *arena, const struct findings *findings)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    findings_print(findings, out);
    fclose(out);
    char *text = arena_strndup(arena, bytes, len);
    free(bytes);
    return text;
}

static void test_place_and_severity(struct arena *arena)
{
    static const struct {
        enum severity severity;
        struct place place;
        const char *expected;
    } row[] = {
        {SEVERITY_ERROR,
         {.file = "a.csv", .line = 3, .field = "email"},
         "a.csv:3: email: bad\n"},
        {SEVERITY_WARNING,
         {.file = "a.csv", .line = 3, .field = "email"},
         "a.csv:3: warning: email: bad\n"},
        {SEVERITY_NOTE,
         {.file = "a.csv", .line = 3, .field = "email"},
         "a.csv:3: note: email: bad\n"},
        {SEVERITY_ERROR,
         {.file = "a.csv", .line = 0, .field = "email"},
         "a.csv: email: bad\n"},
        {SEVERITY_ERROR,
         {.file = "a.csv", .line = 3, .field = NULL},
         "a.csv:3: bad\n"},
        {SEVERITY_WARNING,
         {.file = NULL, .line = 0, .field = "email"},
         "warning: email: bad\n"},
        {SEVERITY_ERROR, {.file = NULL, .line = 7, .field = NULL}, "bad\n"},
        {SEVERITY_ERROR,
         {.file = "a.xlsx",
          .line = 3,
          .field = "email",
          .sheet = "People",
          .column = 28},
         "a.xlsx: People!AB3: email: bad\n"},
        {SEVERITY_NOTE,
         {.file = "a.xlsx", .line = 3, .sheet = "People"},
         "a.xlsx: People!3: note: bad\n"},
        {SEVERITY_ERROR,
         {.file = "a.xlsx", .sheet = "People"},
         "a.xlsx: People: bad\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct findings findings;
        findings_init(&findings, arena);
        CHECK(!findings_add(&findings, row[i].severity, row[i].place, "%s", "bad"));
        CHECK_TEXT(printed(arena, &findings), row[i].expected);
        CHECK(findings_has_errors(&findings) ==
              (row[i].severity == SEVERITY_ERROR));
    }
}

static void test_order(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    findings_add(&findings, SEVERITY_NOTE, (struct place){.file = "z", .line = 1},
                 "n1");
    findings_add(&findings, SEVERITY_ERROR, (struct place){.file = "z", .line = 9},
                 "e9");
    findings_add(&findings, SEVERITY_WARNING,
                 (struct place){.file = "a", .line = 1}, "w1");
    findings_add(&findings, SEVERITY_ERROR, (struct place){.file = "a", .line = 2},
                 "second");
    findings_add(&findings, SEVERITY_ERROR, (struct place){.file = "a", .line = 2},
                 "third");
    findings_add(&findings, SEVERITY_ERROR, (struct place){.file = "a", .line = 1},
                 "first");
    findings_add(&findings, SEVERITY_ERROR, (struct place){.file = "z", .line = 2},
                 "e2");
    CHECK_TEXT(printed(arena, &findings),
               "z:2: e2\nz:9: e9\na:1: first\na:2: second\n"
               "a:2: third\na:1: warning: w1\nz:1: note: n1\n");
    CHECK_INT(findings.n_errors, 5);
    CHECK_INT(findings.n_warnings, 1);
}

static void test_same_is_kept_once(struct arena *arena)
{
    struct findings findings;
    const struct place place = {.file = "a.csv", .line = 3, .field = "email"};
    char file[] = "a.csv"; /* the same text elsewhere in memory */
    findings_init(&findings, arena);
    findings_add(&findings, SEVERITY_ERROR, place, "no address");
    findings_add(&findings, SEVERITY_ERROR,
                 (struct place){.file = file, .line = 3, .field = "email"},
                 "no address");
    CHECK_INT(findings.n_findings, 1);
    CHECK_INT(findings.n_errors, 1);
    findings_add(&findings, SEVERITY_WARNING, place, "no address");
    findings_add(&findings, SEVERITY_ERROR, place, "other");
    findings_add(&findings, SEVERITY_ERROR,
                 (struct place){.file = "a.csv", .line = 4, .field = "email"},
                 "no address");
    findings_add(&findings, SEVERITY_ERROR,
                 (struct place){.file = "a.csv", .line = 3}, "no address");
    findings_add(&findings, SEVERITY_ERROR,
                 (struct place){.line = 3, .field = "email"}, "no address");
    CHECK_INT(findings.n_findings, 6);
}

static void test_many_errors(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    for (int i = 1; i <= FINDINGS_MAX_ERRORS + 7; i++) {
        findings_add(&findings, SEVERITY_ERROR,
                     (struct place){.file = "a", .line = i}, "bad");
    }
    findings_add(&findings, SEVERITY_WARNING,
                 (struct place){.file = "a", .line = 1}, "odd");
    CHECK_INT(findings.n_errors, FINDINGS_MAX_ERRORS + 7);
    CHECK_INT(findings.n_findings, FINDINGS_MAX_ERRORS + 1);
    const char *text = printed(arena, &findings);
    CHECK(strstr(text,
                 arena_printf(arena,
                              "a:50: bad\na:1: warning: odd\n"
                              "%d more errors are not shown\n",
                              FINDINGS_MAX_ERRORS + 7 - FINDINGS_ERRORS_PRINTED)));
    for (int i = 1; i <= FINDINGS_MAX_OTHERS + 7; i++) {
        findings_add(&findings, SEVERITY_WARNING,
                     (struct place){.file = "b", .line = i}, "odd");
    }
    CHECK_INT(findings.n_warnings, FINDINGS_MAX_OTHERS + 8);
    CHECK_INT(findings.n_findings, FINDINGS_MAX_ERRORS + FINDINGS_MAX_OTHERS);
}

/* A file that has all of them is named, unless even that has not. */
static void test_where_the_rest_is(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    findings.all_are_in = "out/error_rows.csv";
    for (int i = 1; i <= FINDINGS_ERRORS_PRINTED + 1; i++) {
        findings_add(&findings, SEVERITY_ERROR,
                     (struct place){.file = "a", .line = i}, "bad");
    }
    CHECK(strstr(printed(arena, &findings),
                 "a:50: bad\n1 more error is not shown; all are in "
                 "out/error_rows.csv\n"));
    for (int i = 1; i <= FINDINGS_MAX_ERRORS; i++) {
        findings_add(&findings, SEVERITY_ERROR,
                     (struct place){.file = "b", .line = i}, "bad");
    }
    CHECK(!strstr(printed(arena, &findings), "all are in"));
}

/* What strangers wrote can neither fake a line nor command the terminal. */
static void test_hostile_text(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    findings_add(&findings, SEVERITY_ERROR,
                 (struct place){.file = "a\x1b[2J", .line = 1, .field = "f\r"},
                 "%s",
                 "x\ny\x07\xff\xe2\x80\xae \xe5\xb2\x90\xe9\x98\x9c\t\xc2\x85");
    CHECK_TEXT(printed(arena, &findings),
               "a\\u001b[2J:1: f\\u000d: x\\ny\\u0007\\xff\\u202e "
               "\xe5\xb2\x90\xe9\x98\x9c\t\\u0085\n");
}

static void test_nothing(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    CHECK(!findings_has_errors(&findings));
    CHECK_TEXT(printed(arena, &findings), "");
}

/* Few notes stand beside errors, so that these are seen; none where nobody wants
 * any. */
static void test_notes_beside_errors(struct arena *arena)
{
    struct findings findings;
    findings_init(&findings, arena);
    for (int k = 1; k <= FINDINGS_NOTES_BESIDE_ERRORS + 2; k++) {
        findings_add(&findings, SEVERITY_NOTE, (struct place){.line = k}, "%d", k);
    }
    CHECK(strstr(printed(arena, &findings), "note: 10\n"));
    CHECK(!strstr(printed(arena, &findings), "no errors"));
    findings_add(&findings, SEVERITY_ERROR, (struct place){.line = 1}, "bad");
    CHECK_TEXT(
        printed(arena, &findings),
        "bad\nnote: 1\nnote: 2\nnote: 3\nnote: 4\nnote: 5\nnote: 6\n"
        "note: 7\nnote: 8\n2 more notes are shown once there are no errors\n");
    findings.without_notes = true;
    CHECK_TEXT(printed(arena, &findings), "bad\n");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_place_and_severity(&arena);
    test_order(&arena);
    test_same_is_kept_once(&arena);
    test_many_errors(&arena);
    test_where_the_rest_is(&arena);
    test_hostile_text(&arena);
    test_nothing(&arena);
    test_notes_beside_errors(&arena);
    arena_finish(&arena);
    return check_report();
}
