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

/* What is found in a table of people, without the warning that nobody wants to meet. */
static const char *found_in(struct arena *arena, const char *people,
                            struct event *event)
{
    static const char no_wish[] =
        "event.json:5: warning: requests: is empty, so nobody meets; expected who "
        "wants to meet whom\n";
    event_folder_put("people.csv", people);
    const char *found = event_folder_read(arena, day, event);
    CHECK(strstr(found, no_wish) != NULL);
    return event_folder_change(arena, found, no_wish, "");
}

/* A question that only looks like one about times is told like those that are. */
static void test_answers_nobody_reads(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        found_in(arena,
                 "id,Lunch?,free at 16:00?,Colour,Hotel 2h away,9時\n"
                 "a,×,late,red,far,\nb,○,,blue,near,\n",
                 &event),
        "people.csv:1: warning: 4 columns look like answers about times, and were "
        "ignored: 'Lunch?', 'free at 16:00?', 'Hotel 2h away', '9時'; expected as "
        "each heading when a slot begins, such as '16:00', '16:00-16:20' or "
        "'2026-05-19 16:00', or the slot's id, such as 'am-01'\n"
        "people.csv:1: note: ignored what is not known: 'Colour'\n");
    CHECK(strstr(found_in(arena,
                          "id,1h,2h,3h,4h,5h,6h,7h,8h,9h,10h,11h,12h,13h,14h\n"
                          "a,1,,,,,,,,,,,,,1\n",
                          &event),
                 "14 columns look like answers about times, and were ignored: "
                 "'1h', '2h', "));
    CHECK(strstr(found_in(arena,
                          "id,1h,2h,3h,4h,5h,6h,7h,8h,9h,10h,11h,12h,13h,14h\n"
                          "a,1,,,,,,,,,,,,,1\n",
                          &event),
                 "'11h', '12h' and 2 more; expected as each heading"));
}

static void test_homes(struct arena *arena)
{
    static const struct {
        const char *people, *found;
    } row[] = {
        {"id,country,time_zone\na,FR,\nb,Germany,\nc,JP,Asia/Tokyo\nd,,\n"
         "e,Atlantis,\n",
         ""}, /* clocks that agree, and what nobody knows */
        {"id,country\na,jp\n",
         "people.csv:2: warning: time_zone: 1 participant of another country (jp: "
         "Asia/Tokyo) has no time zone and is taken to live by the clock of "
         "Europe/Brussels; expected 'time_zone'\n"},
        {"id,country,time_zone\na,BE,\nb,日本,\nc,日本,\nd,United States,\n"
         "e,Finlande,\n",
         "people.csv:3: warning: time_zone: 4 participants of other countries "
         "(日本: "
         "Asia/Tokyo, United States, Finlande: Europe/Helsinki) have no time "
         "zone and are taken to live by the clock of Europe/Brussels; expected "
         "'time_zone' of each\n"},
    };
    struct event event;
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(found_in(arena, row[k].people, &event), row[k].found);
    }
}

static void test_languages(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        found_in(arena,
                 "id,languages,contact_email,contact_language\n"
                 "a,ja,a@x.org,ja\nb,ja;en-gb,b@x.org,\nc,de,c@x.org,\n"
                 "d,fr;ja,d@x.org,\ne,ja,e@x.org,\nf,ja,,\n",
                 &event),
        "people.csv:5: note: contact_email: 2 contacts, whose languages do not "
        "include English, are written to in English; their language (in tables "
        "'contact_language': en, ja or fr) says otherwise\n");
    CHECK_TEXT(event.participant[3].contact[0].language, "");
}

static void test_titles_of_address(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(found_in(arena,
                        "id,organisation,contact_name\na,岐阜県庁 御中,山田太郎様\n"
                        "b,御中,鈴木　先生\nc,C,鵜殿\nd,D,佐藤花子殿\n",
                        &event),
               "people.csv:2: note: organisation: read '岐阜県庁 御中' as "
               "'岐阜県庁'\n"
               "people.csv:2: note: contact_name: read '山田太郎様' as '山田太郎', "
               "and 2 more cells of this column\n");
    CHECK_TEXT(event.participant[0].contact[0].name, "山田太郎");
    CHECK_TEXT(event.participant[1].contact[0].name, "鈴木");
    CHECK_TEXT(event.participant[1].organisation, "御中");
    CHECK_TEXT(event.participant[2].contact[0].name, "鵜殿");
    CHECK_TEXT(event.participant[3].contact[0].name, "佐藤花子");
}

static void test_names_in_two(struct arena *arena)
{
    static const struct {
        const char *people, *name, *found;
    } row[] = {
        {"id,Prénom,Nom\na,Inès,Garnier\n", "Inès Garnier",
         "people.csv:1: note: 'Prénom' and 'Nom' were read as one name, such as "
         "'Inès Garnier'\n"},
        {"id,Last name,First name *\na,Garnier,Inès\n", "Inès Garnier",
         "people.csv:1: note: 'First name *' and 'Last name' were read as one "
         "name, such as 'Inès Garnier'\n"},
        {"id,姓,名\na,佐藤,花子\n", "佐藤 花子",
         "people.csv:1: note: '名' and '姓' were read as one name, such as '佐藤 "
         "花子'\n"},
        {"id,First name / 名,Last name / 姓\na,花子,佐藤\n", "佐藤 花子",
         "people.csv:1: note: 'First name / 名' and 'Last name / 姓' were read as "
         "one name, such as '佐藤 花子'\n"},
        {"id,Prénom,Nom\na,Inès\n", "Inès",
         "people.csv:1: note: 'Prénom' and 'Nom' were read as one name, such as "
         "'Inès'\n"},
        {"id,contact_name,Prénom,Surname\na,I. Garnier,Inès,Garnier\n",
         "I. Garnier",
         "people.csv:1: note: ignored what is not known: 'Prénom', 'Surname'\n"},
    };
    struct event event;
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(found_in(arena, row[k].people, &event), row[k].found);
        CHECK_TEXT(event.participant[0].contact[0].name, row[k].name);
    }
}

static void test_ends(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        found_in(arena,
                 "organisation,people\nTotal Energies,2\n計画研究所,1\n"
                 "* Plus Co,1\n合計,3社\n※ 確認してください\n"
                 "* Please update\n計\n",
                 &event),
        "people.csv:5: warning: '合計' looks like a sum or the end of the list, "
        "and "
        "its row was left out; expected rows of the list alone\n"
        "people.csv:6: warning: '※ 確認してください' looks like a remark, and its "
        "row was left out; expected rows of the list alone\n"
        "people.csv:7: warning: '* Please update' looks like a remark, and its row "
        "was left out; expected rows of the list alone\n"
        "people.csv:8: warning: '計' looks like a sum or the end of the list, and "
        "its row was left out; expected rows of the list alone\n"
        "people.csv:1: note: 3 participants without id are called after the name, "
        "as '計画研究所' is 'id-9042886b'; such ids name files and links: fill in "
        "a "
        "column 'id', in Latin letters, to read them\n");
    CHECK_INT(event.n_participants, 3);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_late_names(&arena);
    test_names_of_one_id(&arena);
    test_answers_nobody_reads(&arena);
    test_homes(&arena);
    test_languages(&arena);
    test_titles_of_address(&arena);
    test_names_in_two(&arena);
    test_ends(&arena);
    return event_tests_end(&folder, &arena);
}
