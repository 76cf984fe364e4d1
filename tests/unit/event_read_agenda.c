/* The agenda: every message a row. */

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] = EVENT_HEAD(
    "2021-03-29") "\"participants\": [{\"id\": \"gifu\", \"side\": \"JP\", "
                  "\"time_zone\": \"Asia/Tokyo\"}, {\"id\": \"lyon\"}],\n"
                  "\"availability\": [],\n"
                  "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", \"to\": "
                  "\"lyon\"}]}\n";

#define ITEM(text)                                                                 \
    "\"agenda\": [{\"id\": \"a1\", \"start\": \"2021-03-29T08:00\", \"end\": "     \
    "\"2021-03-29T09:00\"" text "}], \"requests\""

static void test_agenda_is_read(struct arena *arena)
{
    static const struct {
        const char *fields, *line;
    } row[] = {
        {", \"audience\": \"all\", \"title\": \"Hi\", \"url\": "
         "\"https://example.org\"",
         "agenda a1 'Hi' 'https://example.org' "
         "2021-03-29T06:00:00Z/2021-03-29T07:00:00Z Europe/Brussels all  []"},
        {", \"audience\": {\"side\": \"JP\"}, \"time_zone\": \"Asia/Tokyo\"",
         "agenda a1 '' '' 2021-03-28T23:00:00Z/2021-03-29T00:00:00Z Asia/Tokyo "
         "side JP []"},
        {", \"audience\": \"side:JP\"",
         "agenda a1 '' '' 2021-03-29T06:00:00Z/2021-03-29T07:00:00Z "
         "Europe/Brussels side JP []"},
        {", \"audience\": [\"lyon\", \"gifu\", \"lyon\"]",
         "agenda a1 '' '' 2021-03-29T06:00:00Z/2021-03-29T07:00:00Z "
         "Europe/Brussels listed  [gifu lyon]"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        const char *item =
            event_folder_change(arena, ITEM("?"), "?", row[k].fields);
        const char *json = event_folder_change(arena, day, "\"requests\"", item);
        CHECK_TEXT(event_folder_read(arena, json, &event), "");
        CHECK_TEXT(event_text_line(arena, &event, "agenda"), row[k].line);
    }
}

static const struct event_change agenda_row[] = {
    {"\"requests\"", ITEM(""),
     "event.json:7: agenda[0].audience: is missing; expected 'all', a side as in "
     "'side:EU', or ids\n"},
    {"\"requests\"", ITEM(", \"audience\": []"),
     "event.json:7: agenda[0].audience: is missing; expected 'all', a side as in "
     "'side:EU', or ids\n"},
    {"\"requests\"", ITEM(", \"audience\": \"everybody\""),
     "event.json:7: agenda[0].audience: found the text 'everybody'; expected "
     "\"all\", {\"side\": \"EU\"} or a list of ids\n"},
    {"\"requests\"", ITEM(", \"audience\": 3"),
     "event.json:7: agenda[0].audience: found 3; expected a list of texts\n"},
    {"\"requests\"", ITEM(", \"audience\": \"side: \""),
     "event.json:7: agenda[0].audience: found the text 'side:'; expected a side "
     "behind it: 'side:EU'\n"
     "event.json:7: note: agenda[0].audience: left out the blanks around 'side: "
     "'\n"},
    {"\"requests\"", ITEM(", \"audience\": \"side:EU\""),
     "event.json:7: warning: agenda[0].audience: no participant is of side 'EU'; "
     "expected a side of the participants as they write it\n"},
    {"\"requests\"", ITEM(", \"audience\": {\"sides\": \"JP\"}"),
     "event.json:7: agenda[0].audience.side: is missing; expected a side such as "
     "'EU'\n"
     "event.json:7: warning: agenda[0].audience: 'sides' is not known and was "
     "ignored; did you mean 'side'?\n"},
    {"\"requests\"", ITEM(", \"audience\": [\"gifo\", \"nobody\"]"),
     "event.json:7: agenda[0].audience: there is no participant or interpreter "
     "'gifo'; did you mean 'gifu'?\n"
     "event.json:7: agenda[0].audience: there is no participant or interpreter "
     "'nobody'; expected the id of one\n"},
    {"\"requests\"", ITEM(", \"audience\": \"all\", \"url\": \"example.org\""),
     "event.json:7: agenda[0].url: 'example.org' is no address to open; expected "
     "one like 'https://example.org/room-1', without blanks\n"},
    {"\"requests\"", ITEM(", \"audience\": \"all\", \"tilte\": \"x\""),
     "event.json:7: warning: agenda[0]: 'tilte' is not known and was ignored; did "
     "you mean 'title'?\n"},
    {"\"requests\"",
     "\"agenda\": [{\"id\": \"a\", \"audience\": \"all\"}], \"requests\"",
     "event.json:7: agenda[0].start: is missing; expected a date and time like "
     "'2021-05-18T09:00'\n"
     "event.json:7: agenda[0].end: is missing; expected a date and time like "
     "'2021-05-18T09:00'\n"},
};

static void test_agenda(void)
{
    CHECK_CHANGES(day, agenda_row);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_agenda_is_read(&arena);
    test_agenda();
    return event_tests_end(&folder, &arena);
}
