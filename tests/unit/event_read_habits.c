/* What organisers put into tables out of habit, and a program must not misread. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_table.h"
#include "tests/support/event_text.h"

static const char day[] = EVENT_HEAD("2021-03-29") //
    "\"participants\": \"people.csv\", \"requests\": []}\n";

/* One more row moves nobody's id. */
static void test_late_names(struct arena *arena)
{
    static const char early[] = "organisation\n鈴木ABC\nABC株式会社\n";
    static const char late[] = "organisation\n鈴木ABC\nABC株式会社\n"
                               "田中ABC\nＡＢＣ\n";
    struct event event;
    event_folder_put("people.csv", early);
    event_folder_read(arena, day, &event);
    CHECK_INT(event.n_participants, 2);
    CHECK_TEXT(event.participant[0].id, "abc-6e59df60");
    CHECK_TEXT(event.participant[1].id, "abc-7e839926");
    event_folder_put("people.csv", late);
    event_folder_read(arena, day, &event);
    CHECK_INT(event.n_participants, 4);
    CHECK_TEXT(event.participant[0].id, "abc");
    CHECK_TEXT(event.participant[1].id, "abc-6e59df60");
    CHECK_TEXT(event.participant[2].id, "abc-7e839926");
    CHECK_TEXT(event.participant[3].id, "abc-fbbe9030");
}

static void test_names_of_one_id(struct arena *arena)
{
    struct event event;
    event_folder_put("people.csv", "organisation\nA-B Co\nA B Co\n");
    CHECK_TEXT(
        event_folder_read(arena, day, &event),
        "event.json:5: warning: requests: is empty, so nobody meets; expected who "
        "wants to meet whom\n"
        "people.csv:1: note: 2 participants without id are called after the name, "
        "as 'A B Co' is 'a-b-co-787869b8'; such ids name files and links: fill in "
        "a column 'id', in Latin letters, to read them\n"
        "people.csv:2: note: 'A-B Co' is called 'a-b-co-ca2ea162', with digits "
        "made of the whole name, as 'a-b-co' would stand for several; a column "
        "'id' gives each one of its own\n"
        "people.csv:3: note: 'A B Co' is called 'a-b-co-787869b8', with digits "
        "made of the whole name, as 'a-b-co' would stand for several; a column "
        "'id' gives each one of its own\n");
    CHECK_TEXT(event.participant[0].id, "a-b-co-787869b8");
    CHECK_TEXT(event.participant[1].id, "a-b-co-ca2ea162");
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_late_names(&arena);
    test_names_of_one_id(&arena);
    return event_tests_end(&folder, &arena);
}
