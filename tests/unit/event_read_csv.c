/* Lists as CSV files, their conveniences and what can be wrong with them. */

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_table.h"
#include "tests/support/event_text.h"

/* The same list of participants in all ways to save it. */
static void test_ways_to_save(struct arena *arena)
{
    static const char *const same[] = {
        "id,side,languages,profile\ngifu,JP,ja;en,\"one\ntwo\"\nlyon,EU,fr,\n",
        "\xef\xbb\xbfid;side;languages;profile\r\ngifu;JP;\"ja;en\";"
        "\"one\r\ntwo\"\r\n"
        "lyon;EU;fr;\r\n",
        "id\tside\tlanguages\tprofile\ngifu\tJP\tja; EN "
        ";\t\"one\ntwo\"\n\nlyon\tEU\tfr",
        "sep=;\r\nside;profile;id;languages\r\n;;;\r\nEU;;lyon;fr\r\nJP;"
        "\"one\ntwo\";"
        "gifu;\"en;ja\"\r\n",
        "id,side,languages,profile\rlyon,EU,fr\rgifu,JP,\"en;ja\",\"one\rtwo\"\r",
    };
    for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
        struct event event;
        event_folder_put("people.csv", same[k]);
        CHECK_TEXT(event_folder_read(arena, event_table_day, &event),
                   event_table_no_requests);
        if (!CHECK_INT(event.n_participants, 2)) {
            continue;
        }
        CHECK_TEXT(event.participant[0].id, "gifu");
        CHECK_TEXT(event.participant[0].profile, "one\ntwo");
        CHECK_TEXT(event.participant[0].side, "JP");
        CHECK_INT(event.participant[0].languages.n, 2);
        CHECK_TEXT(event.participant[0].languages.text[1], "ja");
        CHECK_TEXT(event.participant[1].id, "lyon");
        CHECK_INT(event.participant[1].languages.n, 1);
    }
}

struct table {
    const char *text;     /* of the CSV file */
    const char *findings; /* of the file alone */
};

static void check_tables(const char *json, const struct table *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        struct arena arena;
        struct event event;
        arena_init(&arena);
        if (!CHECK_TEXT(event_table_read(&arena, json, row[k].text, &event),
                        row[k].findings)) {
            printf("  %s\n", row[k].text);
        }
        arena_finish(&arena);
    }
}

static void test_contacts_are_read(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        event_table_read(arena, event_table_with(arena, "participants"),
                         "id,organisation,max_meetings,contact_name,contact_email,"
                         "contact_language,contact_name_ja,contact_job_title\n"
                         "gifu,Gifu,4,Sato,s@x.org,JA,佐藤,Chief\n"
                         "lyon,,,,,,,\n"
                         "gifu,,4,Abe,,,,\n"
                         "gifu,Gifu,,,b@x.org,en,,\n"
                         "oulu,Oulu,2.0,Aalto,a@x.org,,,\n",
                         &event),
        "");
    CHECK_INT(event.n_participants, 3);
    CHECK_TEXT(event_text_line(arena, &event, "participant gifu 'Gifu'"),
               "participant gifu 'Gifu' ''   Europe/Brussels speaks[] "
               "interpretation 0 parallel 1 people 3 min 1 max 4 run -1 gaps -1 "
               "themes[] '' '' available[] unavailable[] avoid[]");
    CHECK_TEXT(event_text_line(arena, &event, "contact 1 of gifu"),
               "contact 1 of gifu 'Abe' '' <>  ''");
    CHECK_TEXT(event_text_line(arena, &event, "contact 2 of gifu"),
               "contact 2 of gifu '' '' <b@x.org> en ''");
    CHECK_TEXT(event_text_line(arena, &event, "contact 3 of gifu"),
               "contact 3 of gifu 'Sato' '佐藤' <s@x.org> ja 'Chief'");
    CHECK_INT(event.participant[1].n_contacts, 0);
    CHECK_INT(event.participant[1].people, 1);
    CHECK_INT(event.participant[2].max_meetings, 2);
}

static const struct table participants_row[] = {
    {"id,side,contact_name\ngifu,JP,A\ngifu,EU,B\n",
     "list.csv:3: side: 'EU' contradicts line 2, where the same participant has "
     "'JP'; expected the same or nothing\n"},
    {"id,contact_name,phone\ngifu,A,1\ngifu,B,2\n",
     "list.csv:1: note: ignored what is not known: 'phone'\n"},
    {"id,contact_name\ngifu,A\nlyon,\nlyon,\n",
     "list.csv:4: id: 'lyon' comes again (first on line 3) without "
     "'contact_email'; expected one on each further row of the same id\n"},
    {"id,contact_name\ngifu,A\nGifu,B\n",
     "list.csv:3: id: 'Gifu' differs only in case from 'gifu' (line 2); expected "
     "ids that differ whatever their case\n"},
    {"id,side\ngifu,JP\n,JP\n",
     "list.csv:3: id: is missing; expected an id, organisation or "
     "organisation_ja\n"},
    {"who,side\ngifu,JP\noulu,EU\n",
     "list.csv:1: id: there is no such column; expected one with an id, "
     "organisation or organisation_ja; these were not recognised: 'who'\n"
     "list.csv:1: note: ignored what is not known: 'who'\n"},
    {"id,email\ngifu,a@x.org\n", "list.csv:1: note: columns were read by their "
                                 "meaning: 'email' as 'contact_email'\n"},
    {"id,contact_emial,Time Zone,T-Shirt\ngifu,,,\nlyon,a@x.org,Asia/Tokyo,XL\n",
     "list.csv:1: warning: 'contact_emial' is not known and was ignored; did you "
     "mean 'contact_email'?\n"
     "list.csv:1: note: columns were read by their meaning: 'Time Zone' as "
     "'time_zone'\n"
     "list.csv:1: note: ignored what is not known: 'T-Shirt'\n"},
    {"id,time zone\ngifu,Asia/Tokyo\n",
     "list.csv:1: note: columns were read by their meaning: 'time zone' as "
     "'time_zone'\n"},
    {"id,contacts\ngifu,Sato\n",
     "list.csv:2: contacts: found 'Sato'; expected the columns 'contact_name' and "
     "'contact_email', one contact a row\n"},
    {"id,contact_language,contact_email\ngifu,en,\n",
     "list.csv:2: contact_email: is missing, and so is the name; expected one of "
     "them for each contact\n"},
    {"id,contact_name,contact_email\ngifu,A,a@x.org\nlyon,B,b\ngifu,A,a@x.org\n",
     "list.csv:2: participant 'gifu' has the contact 'a@x.org' twice; expected "
     "each contact once\n"
     "list.csv:3: contact_email: 'b' is no e-mail address; expected one like "
     "'name@example.org'\n"},
    {"id,parallel,people,min_meetings,max_gaps\ngifu,two,1.5,-1,2e0\n",
     "list.csv:2: parallel: found 'two'; expected a whole number from 1 to "
     "1000000\n"
     "list.csv:2: people: found '1.5'; expected a whole number from 1 to 1000000\n"
     "list.csv:2: min_meetings: found '-1'; expected a whole number from 0 to "
     "1000000\n"
     "list.csv:2: max_gaps: found '2e0'; expected a whole number from 0 to "
     "1000000\n"},
    {"id,max_gaps\ngifu,12345678901234567890\n",
     "list.csv:2: max_gaps: found '12345678901234567890'; expected a whole number "
     "from 0 to 1000000\n"},
    {"id\n",
     "event.json:5: participants: is empty; expected those who want to meet\n"},
};

static void test_participants(struct arena *arena)
{
    check_tables(event_table_with(arena, "participants"), participants_row,
                 sizeof participants_row / sizeof *participants_row);
}

static void test_derived_ids(struct arena *arena)
{
    struct event event;
    event_folder_put("people.csv",
                     "id\nÎle-de-France (FR)\n岐阜県\nile_de france fr\n"
                     "lyon\nile-de-france-fr-2\nLYÖN\n");
    event_folder_put("list.csv", "id,from,to\nwish 1,岐阜県,Île-de-France (FR)\n"
                                 "r2,ile_de france fr,lyon\nr3,lyon,LYÖN\n"
                                 "r4,ile-de-france-fr,lyoen\n");
    CHECK_TEXT(
        event_folder_read(arena, event_table_with(arena, "requests"), &event),
        "people.csv:2: note: id: 'Île-de-France (FR)' is no id and becomes "
        "'ile-de-france-fr'; an id has at most 64 letters, digits, '.', '_' and "
        "'-'\n"
        "people.csv:3: note: id: '岐阜県' is no id and becomes 'id-0e7e1fa1'; an "
        "id has at most 64 letters, digits, '.', '_' and '-'\n"
        "people.csv:4: note: id: 'ile_de france fr' is no id and becomes "
        "'ile_de-france-fr'; an id has at most 64 letters, digits, '.', '_' and "
        "'-'\n"
        "people.csv:7: note: id: 'LYÖN' is no id and becomes 'lyoen'; an id has at "
        "most 64 letters, digits, '.', '_' and '-'\n"
        "list.csv:2: note: id: 'wish 1' is no id and becomes 'wish-1'; an id has "
        "at most 64 letters, digits, '.', '_' and '-'\n");
    CHECK_TEXT(event.participant[event.request[3].from].id, "id-0e7e1fa1");
    CHECK_TEXT(event.request[3].id, "wish-1");
    CHECK_TEXT(event.participant[event.request[3].to].id, "ile-de-france-fr");
    CHECK_TEXT(event.participant[event.request[0].from].id, "ile_de-france-fr");
    CHECK_TEXT(event.participant[event.request[1].to].id, "lyoen");
    CHECK_TEXT(event.participant[event.request[2].from].id, "ile-de-france-fr");
    CHECK_TEXT(event.participant[event.request[2].to].id, "lyoen");
}

/* Derived ids that would be the same get digits, whatever the order of rows. */
static void test_derived_ids_differ(struct arena *arena)
{
    static const char *const same[] = {"id\na b\na/b\na,b\nA-B\na-b-2\n",
                                       "id\na-b-2\na/b\nA-B\n\"a,b\"\na b\n"};
    struct event event;
    event_folder_put("people.csv",
                     event_folder_change(arena, same[0], "a,b", "\"a,b\""));
    event_folder_read(arena, event_table_day, &event);
    const char *text = event_text(arena, &event);
    CHECK_INT(event.n_participants, 5);
    CHECK_TEXT(event.participant[0].id, "A-B");
    CHECK_TEXT(event.participant[1].id, "a-b-1eb7c54d"); /* 'a,b' */
    CHECK_TEXT(event.participant[2].id, "a-b-2");
    CHECK_TEXT(event.participant[3].id, "a-b-c14cddc0"); /* 'a/b' */
    CHECK_TEXT(event.participant[4].id, "a-b-c8687a08"); /* 'a b' */
    event_folder_put("people.csv", same[1]);
    event_folder_read(arena, event_table_day, &event);
    CHECK_TEXT(event_text(arena, &event), text);
}

static const struct table rooms_row[] = {
    {"id,name\nR1,A\nR1,A\n",
     "list.csv:3: id: 'R1' comes again (first on line 2) without "
     "'available_start'; expected one on each further row of the same id\n"},
    {"id,available\nR1,09:00-10:00\n",
     "list.csv:2: available: found '09:00-10:00'; expected the columns "
     "'available_start' and 'available_end', one window a row\n"},
    {"id,available_start\nR1,2021-03-29T09:00\nR2,2021-03-29T09:00\n",
     "list.csv:1: available_end: there is no such column; expected one with a date "
     "and time like '2021-05-18T09:00'\n"},
    {"id,available_start,available_end\nR1,2021-03-29T09:00,\n",
     "list.csv:2: available_end: is missing; expected a date and time like "
     "'2021-05-18T09:00'\n"},
    {"id,available_start,available_end\nR1,2021-03-29T09:00,2021-03-29T09:00\n",
     "list.csv:2: available_end: '2021-03-29T09:00' is not after the "
     "available_start '2021-03-29T09:00'; expected a later time\n"},
    {"id,capacity\nR1,many\n", "list.csv:2: capacity: found 'many'; expected a "
                               "whole number from 1 to 1000000\n"},
    {"id\n",
     "event.json:5: warning: rooms: has no room, so nothing can be scheduled; "
     "expected one or more; leave it out for as many as participants\n"},
};

static void test_rooms(struct arena *arena)
{
    struct event event;
    const char *json = event_table_with(arena, "rooms");
    CHECK_TEXT(
        event_table_read(
            arena, json,
            "id,name,features,reserved_for,available_start,available_end,time_"
            "zone\n"
            "R2,Two,b;a,lyon;gifu,2021-03-29T16:00,2021-03-29T17:00,Asia/Tokyo\n"
            "R1,,,,,,\n"
            "R2,,,,2021-03-29T07:30,2021-03-29T08:30,UTC\n"
            "R2,Two,,,2021-03-29T16:45,2021-03-29T17:45,\n",
            &event),
        "");
    CHECK_TEXT(event_text_line(arena, &event, "room R2"),
               "room R2 'Two' '' for -1 [a b] reserved[gifu lyon] at[ "
               "2021-03-29T07:00:00Z/2021-03-29T08:00:00Z "
               "2021-03-29T07:30:00Z/2021-03-29T08:30:00Z "
               "2021-03-29T07:45:00Z/2021-03-29T08:45:00Z]");
    check_tables(json, rooms_row, sizeof rooms_row / sizeof *rooms_row);
}

static void test_interpreters(struct arena *arena)
{
    struct event event;
    const char *json = event_table_with(arena, "interpreters");
    event_folder_put("people.csv", "id,languages\ngifu,ja\n");
    event_folder_put(
        "list.csv", "id,pairs,time_zone,available_start,available_end\n"
                    "I1,en-ja; fr-ja,Asia/Tokyo,2021-03-29T16:00,2021-03-29T17:00\n"
                    "I1,,,2021-03-29T16:45,2021-03-29T17:45\n");
    CHECK_TEXT(event_folder_read(arena, json, &event), event_table_no_requests);
    CHECK_TEXT(event_text_line(arena, &event, "interpreter I1"),
               "interpreter I1 '' <> [en-ja fr-ja] Asia/Tokyo max -1 run -1 at[ "
               "2021-03-29T07:00:00Z/2021-03-29T08:00:00Z "
               "2021-03-29T07:45:00Z/2021-03-29T08:45:00Z]");
    event_folder_put("list.csv", "id,pairs\n");
    CHECK_TEXT(event_folder_read(arena, json, &event), event_table_no_requests);
    CHECK(event.has_interpreters);
    CHECK_INT(event.n_interpreters, 0);
}

static const struct table requests_row[] = {
    {"id,from,to\nr1,gifu,lyon\nr1,gifu,oulu\n",
     "list.csv:3: id: 'r1' is the id of another request too (line 2); expected an "
     "id of its own\n"},
    {"id,from,to,follow_up\nr1,gifu,lyon,maybe\n",
     "list.csv:2: follow_up: found 'maybe'; expected yes or no\n"},
    {"id,from,to,also\nr1,gifu,lyon,oulu;oulu\n",
     "list.csv:2: also: names a participant twice; expected each one once\n"},
    {"id,from,to,status,priority\nr1,gifu,lyno,Accepted,high\n",
     "list.csv:2: to: there is no participant 'lyno'; did you mean 'lyon'?\n"
     "list.csv:2: priority: found 'high'; expected a whole number from 1 to 5, 5 "
     "for "
     "what is essential\n"},
    {"id,from,to,status\nr1,gifu,lyon,yes\n",
     "list.csv:2: status: found 'yes'; expected 'accepted', 'pending', 'declined' "
     "or 'withdrawn'\n"},
    /* A column that is not there is told once, at the header. */
    {"From,TO,id\ngifu,,r1\noulu,lyon,\n",
     "list.csv:2: to: is missing; expected the id or the name of a participant\n"
     "list.csv:1: note: columns were read by their meaning: 'From' as 'from', "
     "'TO' as 'to'\n"
     "list.csv:1: note: 1 request without id is called after who asks whom, as "
     "'oulu-lyon'\n"},
    {"id,from,too\nr1,gifu,lyon\nr2,gifu,oulu\n",
     "list.csv:1: to: there is no such column; expected one with the id or the "
     "name of a participant; these were not recognised: 'too'; is it 'too'?\n"
     "list.csv:1: note: ignored what is not known: 'too'\n"},
    {"von,nach,prio\ngifu,lyon,1\noulu,lyon,2\n",
     "list.csv:1: the names of columns were looked for and not recognised: 'von', "
     "'nach', 'prio'; expected for instance 'from', 'to', 'also' or 'topic'\n"},
    {"from,too\ngifu,lyon\n",
     "list.csv:1: to: there is no such column; expected one with the id or the "
     "name of a participant; these were not recognised: 'too'; is it 'too'?\n"
     "list.csv:1: note: ignored what is not known: 'too'\n"},
    {"from,to\ngifu,\n,\n",
     "list.csv:2: to: is missing; expected the id or the name of a participant\n"
     "list.csv:1: note: 1 request without id is called after who asks whom, as "
     "'gifu-'\n"},
    {"id,from,to\nr1,gifu,lyon,oulu\n",
     "list.csv:2: the row has a column 4, the header only 3; a cell with a comma "
     "in it stands in double quotes\n"},
};

/* Organisations go by their names; who writes one nearly, or a file's, is told what
 * was meant. */
static void test_names_for_ids(struct arena *arena)
{
    struct event event;
    const char *json = event_table_with(arena, "requests");
    event_folder_put(
        "people.csv",
        "id,organisation,organisation_ja\ngifu,Gifu Prefecture,岐阜県\n"
        "lyon,Lyon Biopôle,\n");
    event_folder_put("list.csv", "id,from,to\nr1,Gifu prefecture,lyon\n"
                                 "r2,lyon,岐阜県\nr3,Lyon Biopole,Gifu City\n");
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "list.csv:4: from: there is no participant 'Lyon Biopole'; did you mean "
        "'Lyon Biopôle'?\n"
        "list.csv:4: to: there is no participant 'Gifu City'; expected the id or "
        "the name of one\n"
        "list.csv:2: note: from: read 'Gifu prefecture' as 'gifu', and 1 more name "
        "of participants\n");
    event_folder_put("people.csv",
                     "id,organisation\n,Naruto City\n,Région A\n"
                     "x,Twins of Kobe\ny,Twins of Kobe\n,鳴門市役所\n");
    event_folder_put("list.csv", "id,from,to\nr1,Naruto,Region A\nr2,City,鳴門\n"
                                 "r3,Twins,Naruto City Office\nr4,Nar,鳴\n");
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "list.csv:2: from: there is no participant 'Naruto'; did you mean 'Naruto "
        "City'?\n"
        "list.csv:2: to: there is no participant 'Region A'; did you mean 'Région "
        "A'?\n"
        "list.csv:3: from: there is no participant 'City'; did you mean 'Naruto "
        "City'?\n"
        "list.csv:3: to: there is no participant '鳴門'; did you mean "
        "'鳴門市役所'?\n"
        "list.csv:4: from: there is no participant 'Twins'; expected the id or the "
        "name of one\n"
        "list.csv:4: to: there is no participant 'Naruto City Office'; did you "
        "mean "
        "'Naruto City'?\n"
        "list.csv:5: from: there is no participant 'Nar'; expected the id or the "
        "name of one\n"
        "list.csv:5: to: there is no participant '鳴'; expected the id or the name "
        "of one\n"
        "people.csv:1: note: 3 participants without id are called after the name, "
        "as '鳴門市役所' is 'id-6cc10cf8'; such ids name files and links: fill in "
        "a "
        "column 'id', in Latin letters, to read them\n");
    json = event_folder_change(arena, json, "people.csv", "People.csv");
    event_folder_put("list.csv", "id,from,to\nr1,gifu,lyon\n");
    event_folder_put("guests.csv.txt", "id\ngifu\nlyon\n");
    const char *other =
        event_folder_change(arena, json, "People.csv", "guests.csv");
    CHECK_TEXT(event_folder_read(arena, other, &event),
               "event.json:5: participants: guests.csv: cannot be opened: No such "
               "file or directory; did you mean 'guests.csv.txt'?\n");
    CHECK_TEXT(event_folder_read(arena, json, &event),
               "event.json:5: participants: People.csv: cannot be opened: No such "
               "file or directory; did you mean 'people.csv'?\n");
}

static void test_requests(struct arena *arena)
{
    static const char *const yes[] = {"yes", "YES",   "true", "1",
                                      "no",  "false", "0",    ""};
    struct event event;
    const char *json = event_table_with(arena, "requests");
    check_tables(json, requests_row, sizeof requests_row / sizeof *requests_row);
    for (int k = 0; k < 8; k++) {
        const char *text = arena_printf(
            arena,
            "id,from,to,follow_up,also,after\nr1,gifu,lyon,%s,oulu,r2; r3\n"
            "r2,gifu,lyon,,,\nr3,lyon,oulu,,,\n",
            yes[k]);
        CHECK_TEXT(event_table_read(arena, json, text, &event), "");
        CHECK(event.request[0].follow_up == (k < 4));
        CHECK_INT(event.request[0].n_also, 1);
        CHECK_INT(event.request[0].n_after, 2);
    }
}

static void test_agenda_and_sessions(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "agenda"),
                                "id,start,end,audience\n"
                                "a,2021-03-29T08:00,2021-03-29T09:00,all\n"
                                "b,2021-03-29T08:00,2021-03-29T09:00,side:EU\n"
                                "c,2021-03-29T08:00,2021-03-29T09:00,oulu; gifu\n"
                                "d,2021-03-29T08:00,2021-03-29T09:00,gifu\n",
                                &event),
               "");
    CHECK_INT(event.agenda[0].audience, AUDIENCE_ALL);
    CHECK_INT(event.agenda[1].audience, AUDIENCE_SIDE);
    CHECK_TEXT(event.agenda[1].side, "EU");
    CHECK_INT(event.agenda[2].n_participants, 2);
    CHECK_INT(event.agenda[3].n_participants, 1);
    const char *json = event_folder_change(
        arena, event_table_day,
        "[{\"id\": \"am\", \"date\": \"2021-03-29\", \"start\": \"09:00\",\n"
        "  \"end\": \"10:00\", \"meeting_minutes\": 20}]",
        "\"list.csv\"\n");
    CHECK_TEXT(event_table_read(
                   arena, json,
                   "id,date,start,end,meeting_minutes,breaks\n"
                   "x,2021-03-29,09:00,11:00,20,10:00-10:10 Tea;10:40-10:50\n",
                   &event),
               "");
    CHECK_INT(event.session[0].n_breaks, 2);
    CHECK_TEXT(event.session[0].break_time[0].title, "Tea");
    CHECK_INT(event.n_slots, 4);
    CHECK_TEXT(
        event_table_read(arena, json, "id,date,start,end,meeting_minutes\n",
                         &event),
        "event.json:3: sessions: is empty; expected at least one session in which "
        "meetings are held\n");
}

static void test_locks_and_others(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, event_table_with(arena, "locks"), "[]}",
        "[{\"id\": \"r1\", \"from\": \"gifu\", \"to\": \"lyon\"}]}");
    CHECK_TEXT(
        event_table_read(arena, json,
                         "request,participants,slot,room,kind\nr1,,am-02,R01,\n"
                         ",lyon;gifu,am-01,,forbid\n",
                         &event),
        "");
    CHECK_INT(event.n_locks, 2);
    CHECK_TEXT(event_text_line(arena, &event, "lock"),
               "lock r1 [gifu lyon] '' slot am-02 'am-02' room R01");
    CHECK_TEXT(event_text_line(arena, &event, "forbid"),
               "forbid - [gifu lyon] '' slot am-01 'am-01' room -");
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "met_before"),
                                "a,b\nlyon,gifu\n", &event),
               "");
    CHECK_INT(event.n_met_before, 1);
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "availability"),
                                "participant,start,end,kind,time_zone\n"
                                "gifu,2021-03-29T09:00,2021-03-29T10:00,avoid,UTC\n"
                                "gifo,2021-03-29T09:00,2021-03-29T10:00,,\n",
                                &event),
               "list.csv:3: participant: there is no participant 'gifo'; did you "
               "mean 'gifu'?\n");
    CHECK_INT(event.participant[0].avoid.n, 1);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_ways_to_save(&arena);
    test_contacts_are_read(&arena);
    test_participants(&arena);
    test_derived_ids(&arena);
    test_derived_ids_differ(&arena);
    test_rooms(&arena);
    test_interpreters(&arena);
    test_names_for_ids(&arena);
    test_requests(&arena);
    test_agenda_and_sessions(&arena);
    test_locks_and_others(&arena);
    return event_tests_end(&folder, &arena);
}
