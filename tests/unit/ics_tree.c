/* Files as they are found in the world: ends of lines, folds, marks, and what is no
 * calendar at all. */

#include "io/ics_tree.h"

#include <string.h>

#include "io/ics_clean.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"

static void add_component(struct buf *buf, const struct ics_component *component)
{
    for (const struct ics_component *child = component->first; child;
         child = child->next) {
        buf_printf(buf, "%s%d(", child->name, child->line);
        for (int k = 0; k < child->n_properties; k++) {
            const struct ics_property *property = &child->property[k];
            buf_printf(buf, "%s%d", property->name, property->line);
            for (int n = 0; n < property->n_parameters; n++) {
                buf_printf(buf, ";%s=%s", property->parameter[n].name,
                           property->parameter[n].value);
            }
            buf_printf(buf, "=%s,", property->value);
        }
        add_component(buf, child);
        buf_add_text(buf, ")");
    }
}

/* The components, or what was found. */
static const char *tree_text(struct arena *arena, const char *text, size_t len)
{
    static const char *const wanted[] = {"UID", "SUMMARY", NULL};
    struct findings findings;
    struct ics_component root;
    struct buf buf;
    const struct ics_source source = {"a.ics", text, len};
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    findings_init(&findings, arena);
    bool ok = ics_tree_read(arena, &source, wanted, &root, &findings);
    CHECK_INT(ok, !findings_has_errors(&findings));
    for (int k = 0; k < findings.n_findings; k++) {
        const struct finding *finding = &findings.finding[k];
        buf_printf(&buf, "%s%d: %s", k > 0 ? "; " : "", finding->place.line,
                   finding->text);
    }
    if (ok) {
        add_component(&buf, &root);
    }
    return buf.data;
}

#define CALENDAR(body) "BEGIN:VCALENDAR\n" body "END:VCALENDAR\n"

static const struct {
    const char *text, *expected;
} reading_row[] = {
    {CALENDAR("UID:1\n"), "VCALENDAR1(UID2=1,)"},
    {"begin:vcalendar\r\nuid:1\r\nEnd:VCalendar", "VCALENDAR1(UID2=1,)"},
    {"BEGIN:VCALENDAR\rUID:1\rEND:VCALENDAR\r", "VCALENDAR1(UID2=1,)"},
    {"BEGIN:VCALENDAR\rUID:1\rEND:VCALENDAR\n", "VCALENDAR1(UID2=1,)"},
    {"BEGIN:VCALENDAR\r\rUID:1\r\nX:2\r\nEND:VCALENDAR", "VCALENDAR1(UID3=1,)"},
    {CALENDAR("X-A:1\rUID:2\n"), "VCALENDAR1(UID3=2,)"},
    {CALENDAR("SUMMARY:a\rb\nUID:1\n"), "VCALENDAR1(SUMMARY2=a\rb,UID3=1,)"},
    {"BEGIN:VCALENDAR\rUID:1\r\nSUMMARY:2\nEND:VCALENDAR\n",
     "VCALENDAR1(UID2=1,SUMMARY3=2,)"},
    {"BEGIN:VCALENDAR\r\r\nUID:1\r\r\nEND:VCALENDAR\r\r\n", "VCALENDAR1(UID2=1,)"},
    {"\xef\xbb\xbf\n" CALENDAR("\n  \nUID:1\n"), "VCALENDAR2(UID5=1,)"},
    {CALENDAR("UID:1\nUID:2\nX:3\n") CALENDAR("BEGIN:X-A\nEND:X-A\n"),
     "VCALENDAR1(UID2=1,UID3=2,)VCALENDAR6(X-A7())"},
    /* folds, two of them as libical 3.0.16 makes them */
    {CALENDAR("UID:1\r\n 2\r\n\t3\r\n"), "VCALENDAR1(UID2=123,)"},
    {CALENDAR("UID:1\r\r\n \n"), "VCALENDAR1(UID2=1,)"},
    {CALENDAR("UID:1\r\n \r\nSUMMARY:2\r\n"), "VCALENDAR1(UID2=1,SUMMARY4=2,)"},
    {CALENDAR("UID:\xe3\n \x81\x82\n"),
     "2: the file is not UTF-8 from here on; its times are read all the same"
     "VCALENDAR1(UID2=\xe3\x81\x82,)"},
    /* parameters */
    {CALENDAR("UID;A=b;c=\"d:;,e\",f:1:2\n"),
     "VCALENDAR1(UID2;A=b;C=d:;,e,f=1:2,)"},
    {CALENDAR("UID;A=:1\n"), "VCALENDAR1(UID2;A==1,)"},
    {CALENDAR("X;broken\"=:1\nX-BAD;;:2\nUID:1\n"), "VCALENDAR1(UID4=1,)"},
    /* broken */
    {"", "1: the file is empty; expected an iCalendar file, which begins with "
         "BEGIN:VCALENDAR"},
    {"\n\n", "1: the file is empty; expected an iCalendar file, which begins with "
             "BEGIN:VCALENDAR"},
    {"PK\x03\x04",
     "1: found 'PK\x03\x04'; expected an iCalendar file, which begins "
     "with BEGIN:VCALENDAR"},
    {"UID:1\n", "1: found 'UID:1'; expected an iCalendar file, which begins with "
                "BEGIN:VCALENDAR"},
    {"\xff\xfe"
     "B",
     "1: the file is UTF-16; expected UTF-8"},
    {"BEGIN:VEVENT\nEND:VEVENT\n",
     "1: found a component outside of any calendar; expected BEGIN:VCALENDAR "
     "before it"},
    {CALENDAR("BEGIN:VCALENDAR\n"), "2: found BEGIN:VCALENDAR inside a "
                                    "component; expected the END of what was "
                                    "begun before"},
    {CALENDAR("BEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\n"),
     "4: found END:VEVENT; expected END:VALARM, begun on line 3"},
    {"END:VCALENDAR\n",
     "1: found END:VCALENDAR; expected BEGIN:VCALENDAR before it"},
    {CALENDAR("") "UID:1\n",
     "3: found 'UID:1'; expected a property such as "
     "'DTSTART:20210518T090000Z', or "
     "a blank in front of the line if it goes on from the one before"},
    {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n",
     "4: the file ends inside of VEVENT, begun on line 2; expected the whole "
     "calendar"},
    {CALENDAR("SUMMARY:a\nand more of it, without its blank\n"),
     "3: found 'and more of it, without its blank'; expected a property such "
     "as "
     "'DTSTART:20210518T090000Z', or a blank in front of the line if it goes "
     "on "
     "from the one before"},
    {CALENDAR("UID;A=\"b:1\n"),
     "2: found 'UID;A=\"b:1'; expected a property such as "
     "'DTSTART:20210518T090000Z', or a blank in front of the line if it goes "
     "on "
     "from the one before"},
};

static void test_reading(struct arena arena)
{
    for (size_t k = 0; k < sizeof reading_row / sizeof *reading_row; k++) {
        struct arena scratch = arena;
        CHECK_TEXT(
            tree_text(&scratch, reading_row[k].text, strlen(reading_row[k].text)),
            reading_row[k].expected);
    }
    CHECK_TEXT(tree_text(&arena, "BEGIN:VCALENDAR\nU\0ID:1\n", 23),
               "2: found a NUL byte; expected a calendar, which is text");
}

static void test_values(struct arena arena)
{
    const struct ics_property address = {.value = "MAILTO:a@b"};
    const struct ics_property plain = {.value = "a@b"};
    CHECK_TEXT(ics_address(&arena, &address), "a@b");
    CHECK_TEXT(ics_address(&arena, &plain), "a@b");
    const struct ics_property encoded = {.value = "mailto:a%2fb%C3%A9%4@b?x=y%20z"};
    CHECK_TEXT(ics_address(&arena, &encoded), "a/b\xc3\xa9%4@b");
    /* as we write it ourselves */
    const struct ics_property own = {.value = ics_mailto(&arena, "o/n=é@b")};
    CHECK_TEXT(ics_address(&arena, &own), "o/n=é@b");
    const struct ics_property ends = {.value = "mailto:a@b%00%4"};
    CHECK_TEXT(ics_address(&arena, &ends), "a@b%00%4");
    static const struct {
        const char *text;
        int64_t number; /* or -1 */
    } sequence[] = {{"0", 0},   {"12", 12}, {"9999999999", 9999999999},
                    {"", -1},   {"-1", -1}, {"10000000000", -1},
                    {"1a", -1}, {" 1", -1}};
    for (size_t k = 0; k < sizeof sequence / sizeof *sequence; k++) {
        int64_t number;
        bool is_one = ics_sequence_parse(sequence[k].text, &number);
        CHECK_INT(is_one ? number : -1, sequence[k].number);
    }
    CHECK_TEXT(ics_parameter(&plain, "CN"), "");
    CHECK_TEXT(ics_text(&arena, "a\\, b\\;\\\\c\\nd\\N\\"), "a, b;\\c\nd\n\\");
}

/* What nobody asks for takes no memory: 20 MB of it here, in lines long and short. */
static void test_memory(struct arena arena)
{
    enum { LONG = 10 * 1000 * 1000, SHORT = 500000 };
    struct buf text;
    buf_init(&text, &arena);
    buf_add_text(&text, "BEGIN:VCALENDAR\nDESCRIPTION:");
    for (int k = 0; k < LONG; k++) {
        buf_add_char(&text, 'x');
    }
    for (int k = 0; k < SHORT; k++) {
        buf_add_text(&text, "\nX-A:123456789012345");
    }
    buf_add_text(&text, "\nUID:1\nEND:VCALENDAR\n");
    const char *before = arena.at;
    CHECK_TEXT(tree_text(&arena, text.data, text.len),
               arena_printf(&arena, "VCALENDAR1(UID%d=1,)", SHORT + 3));
    CHECK(arena.at - before < 10000);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_reading(arena);
    test_values(arena);
    test_memory(arena);
    arena_finish(&arena);
    return check_report();
}
