/* Tables as organisers have them: their own headings, names in place of ids, answers
 * for each slot, any encoding. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_table.h"
#include "tests/support/event_text.h"

static const char day[] = EVENT_HEAD("2021-03-29") //
    "\"participants\": \"people.csv\", \"availability\": \"when.csv\",\n"
    "\"requests\": \"list.csv\"}\n";

static const char careful_people[] =
    "id,organisation,languages,time_zone,contact_name,contact_email\n"
    "gifu-prefecture,Gifu Prefecture,ja;en,Asia/Tokyo,佐藤,s@x.org\n"
    "gifu-prefecture,Gifu Prefecture,ja;en,Asia/Tokyo,阿部,a@x.org\n"
    "lyon-biopole,Lyon Biopôle,fr;en,Europe/Paris,Roux,r@x.org\n";
static const char careful_when[] =
    "participant,start,end,kind\n"
    "gifu-prefecture,2021-03-29T16:00,2021-03-29T16:20,available\n"
    "gifu-prefecture,2021-03-29T16:20,2021-03-29T16:40,available\n"
    "gifu-prefecture,2021-03-29T16:20,2021-03-29T16:40,avoid\n"
    "lyon-biopole,2021-03-29T09:00,2021-03-29T09:20,unavailable\n";
static const char careful_list[] =
    "id,from,to,status,rank\n"
    "gifu-prefecture-lyon-biopole,gifu-prefecture,lyon-biopole,accepted,1\n"
    "lyon-biopole-gifu-prefecture,lyon-biopole,gifu-prefecture,pending,2\n";

static const struct {
    const char *people, *when, *list;
} same[] = {
    {careful_people, careful_when, careful_list},
    {"会社名;使用言語;タイムゾーン;氏名;メールアドレス\n"
     "Gifu Prefecture;日本語、英語;東京;佐藤;s@x.org\n"
     "Ｇｉｆｕ　Ｐｒｅｆｅｃｔｕｒｅ;日本語、英語;東京;阿部;ａ＠x.org\n"
     "Lyon Biopôle;フランス語、英語;Europe/Paris;Roux;r@x.org\n",
     "会社名;am-01;am-02;am-03\n"
     "GIFU prefecture;○;△;×\nLyon Biopo\u0302le;×;;\n",
     "希望元;希望先;回答;希望順位\n"
     "gifu prefecture;LYON BIOPÔLE;承諾;第１希望\n"
     "Lyon Biopôle;Gifu  Prefecture;未回答;２\n"},
    {"Organisation,Langues,Fuseau horaire,Nom,Adresse e-mail\n"
     "Gifu Prefecture,\"japonais, anglais\",Asia/Tokyo,佐藤,s@x.org\n"
     "Gifu Prefecture,\"japonais, anglais\",Asia/Tokyo,阿部,a@x.org\n"
     "Lyon Biopôle,\"français, anglais\",Europe/Paris,Roux,r@x.org\n",
     "Participant,09:00-09:20,9:20 – 9:40,\"2021/3/29 9:40\"\n"
     "gifu-prefecture,1,maybe,0\nLyon Biopôle,non,,\n",
     "De,À,Statut,Rang\nGifu Prefecture,Lyon Biopôle,acceptée,1er\n"
     "Lyon Biopôle,Gifu Prefecture,en attente,2e\n"},
};

static void test_same_event(struct arena *arena)
{
    struct event event;
    const char *expected = NULL;
    for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
        event_folder_put("people.csv", same[k].people);
        event_folder_put("when.csv", same[k].when);
        event_folder_put("list.csv", same[k].list);
        const char *found = event_folder_read(arena, day, &event);
        if (k == 0) {
            CHECK_TEXT(found, "");
            expected = event_text(arena, &event);
        }
        CHECK(!strstr(found, ": warning: "));
        CHECK_TEXT(event_text(arena, &event), expected);
    }
}

static void test_what_is_told(struct arena *arena)
{
    struct event event;
    event_folder_put("people.csv", same[1].people);
    event_folder_put("when.csv", same[1].when);
    event_folder_put("list.csv", same[1].list);
    CHECK_TEXT(
        event_folder_read(arena, day, &event),
        "people.csv:1: note: columns were read by their meaning: '会社名' as "
        "'organisation', '使用言語' as 'languages', 'タイムゾーン' as 'time_zone', "
        "'氏名' as 'contact_name', 'メールアドレス' as 'contact_email'\n"
        "people.csv:1: note: 2 participants without id are called after the name, "
        "as "
        "'Gifu Prefecture' is 'gifu-prefecture'\n"
        "people.csv:2: note: languages: read '日本語、英語' as 'ja;en', and 2 more "
        "cells of this column\n"
        "people.csv:2: note: time_zone: read '東京' as 'Asia/Tokyo', and 1 more "
        "cell "
        "of this column\n"
        "people.csv:3: note: contact_email: read 'ａ＠x.org' as 'a@x.org'\n"
        "when.csv:1: note: columns were read by their meaning: '会社名' as "
        "'participant'\n"
        "when.csv:2: note: participant: read 'GIFU prefecture' as "
        "'gifu-prefecture', and 4 more names of participants\n"
        "list.csv:1: note: columns were read by their meaning: '希望元' as 'from', "
        "'希望先' as 'to', '回答' as 'status', '希望順位' as 'rank'\n"
        "list.csv:1: note: 2 requests without id are called after who asks whom, "
        "as "
        "'gifu-prefecture-lyon-biopole'\n"
        "list.csv:2: note: status: read '承諾' as 'accepted', and 1 more cell of "
        "this "
        "column\n"
        "list.csv:2: note: rank: read '第１希望' as '1', and 1 more cell of this "
        "column\n");
}

static const struct {
    const char *when, *findings;
} grid_row[] = {
    {"participant,am-01,am-04\ngifu-prefecture,1,1\n",
     "when.csv:1: warning: 'am-04' is not known and was ignored; did you mean "
     "'am-01'?\n"},
    {"participant,Mornings,\nparticipant,am-01,am-02\ngifu-prefecture,1,0\n",
     "when.csv:2: note: the names of columns were found here; what stands above "
     "them was left out\n"},
    {"participant,am-01\ngifu-prefecture,x\n",
     "when.csv:2: am-01: found 'x'; expected yes, maybe or no (○, △, ×; 1, 0)\n"},
    {"participant,16:00\ngifu-prefecture,1\n",
     "when.csv:1: 16:00: no slot begins at '16:00' in Europe/Brussels, but one "
     "does "
     "in Asia/Tokyo; expected '16:00 Asia/Tokyo', or a column 'time_zone'\n"
     "when.csv:1: note: the times in the header, such as '16:00', are read on the "
     "clock of Europe/Brussels; a column 'time_zone' says otherwise\n"},
    {"participant,16:00 Asia/Tokyo,16:20 (Asia/Tokyo)\ngifu-prefecture,1,0\n", ""},
    {"participant,16:00,time_zone\ngifu-prefecture,1,Asia/Tokyo\n",
     "when.csv:1: note: the times in the header, such as '16:00', are read on the "
     "clock of the row's time_zone, first that of Asia/Tokyo; write '16:00 ZONE' "
     "for one clock in all rows\n"},
    /* The grid of a form has the question before each time. */
    {"participant,When? [16:00 Asia/Tokyo],When? [am-02]\ngifu-prefecture,1,0\n",
     ""},
    {"participant,When? [lunch]\ngifu-prefecture,1\n",
     "when.csv:1: start: there is no such column; expected one with a date and "
     "time like '2021-05-18T09:00'; these were not recognised: 'When? [lunch]'\n"
     "when.csv:1: end: there is no such column; expected one with a date and "
     "time like '2021-05-18T09:00'; these were not recognised: 'When? [lunch]'\n"
     "when.csv:1: warning: 1 column looks like answers about times, and was "
     "ignored: 'When? [lunch]'; expected as its heading when a slot begins, such "
     "as '16:00', '16:00-16:20' or '2026-05-19 16:00', or the slot's id, such as "
     "'am-01'\n"},
    {"participant,03:00\ngifu-prefecture,1\n",
     "when.csv:1: 03:00: no slot begins at '03:00' in Europe/Brussels; expected "
     "the "
     "start of a slot or its id, such as 'am-01'\n"
     "when.csv:1: note: the times in the header, such as '03:00', are read on the "
     "clock of Europe/Brussels; a column 'time_zone' says otherwise\n"},
};

static void test_grids(struct arena *arena)
{
    event_folder_put("people.csv", careful_people);
    event_folder_put("list.csv", careful_list);
    for (size_t k = 0; k < sizeof grid_row / sizeof *grid_row; k++) {
        struct event event;
        event_folder_put("when.csv", grid_row[k].when);
        CHECK_TEXT(event_folder_read(arena, day, &event), grid_row[k].findings);
    }
}

/* A form has all in one table. */
static void test_form(struct arena *arena)
{
    struct event event;
    event_folder_put("when.csv", "participant,start,end\n");
    event_folder_put("people.csv",
                     "Timestamp,Organisation,Email Address,am-01,am-02\n"
                     "2021/03/01 10:00,Gifu Prefecture,s@x.org,yes,no\n"
                     "2021/03/02 11:00,Lyon Biopôle,S@x.org,no,no\n");
    event_folder_put("list.csv", careful_list);
    CHECK_TEXT(event_folder_read(arena, day, &event),
               "people.csv:1: note: columns were read by their meaning: "
               "'Organisation' as 'organisation', 'Email Address' as "
               "'contact_email'\n"
               "people.csv:1: note: 2 participants without id are called after the "
               "name, as 'Gifu Prefecture' is 'gifu-prefecture'\n"
               "people.csv:1: note: ignored what is not known: 'Timestamp'\n");
    CHECK_INT(event.participant[0].available.n, 1);
    CHECK_INT(event.participant[0].unavailable.n, 0);
    CHECK_INT(event.participant[1].unavailable.n, 2);
}

/* The same time on two clocks. */
static void test_zones_of_rows(struct arena *arena)
{
    struct event event;
    event_folder_put("people.csv", "id,time_zone,09:00,16:00 Asia/Tokyo\n"
                                   "gifu,,1,\nlyon,Asia/Tokyo,,1\n");
    const char *found = event_folder_read(arena, day, &event);
    CHECK(!strstr(found, "no slot begins"));
    CHECK_INT(event.participant[0].available.n, 1);
    CHECK(event.participant[0].available.window[0].start_s ==
          event.participant[1].available.window[0].start_s);
    event_folder_put("people.csv", "id,time_zone,16:00,09:00\n"
                                   "gifu,Asia/Tokyo,1,\nlyon,Europe/Paris,,1\n");
    found = event_folder_read(arena, day, &event);
    CHECK(!strstr(found, "no slot begins"));
    CHECK(strstr(found, "the row's time_zone, first that of Asia/Tokyo"));
    CHECK_INT(event.participant[0].available.n, 1);
    CHECK(event.participant[0].available.window[0].start_s ==
          event.participant[1].available.window[0].start_s);
}

static void test_names(struct arena *arena)
{
    struct event event;
    const char *json = event_table_with(arena, "requests");
    event_folder_put("people.csv", "id,organisation\nlyon-1,Lyon\nlyon-2,LYON\n"
                                   "gifu,Gifu Prefecture\n");
    event_folder_put("list.csv", "from,to\nGifu Prefectur,lyon\ngifu,??\n");
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "list.csv:2: from: there is no participant 'Gifu Prefectur'; did you mean "
        "'Gifu Prefecture'?\n"
        "list.csv:2: to: 'lyon' is the name of 'lyon-1' and of 'lyon-2'; expected "
        "the id of one of them\n"
        "list.csv:3: to: there is no participant '\?\?'; expected the id or the "
        "name of one\n"
        "list.csv:3: warning: to: '\?\?' looks like letters lost when the table "
        "was "
        "saved without Japanese, in 1 cell; expected it saved as 'CSV UTF-8' from "
        "where the letters are still there\n"
        "list.csv:1: note: 2 requests without id are called after who asks whom, "
        "as "
        "'gifu-prefectur-lyon'\n");
}

/* Who writes another legal form, or a title of address, is told what was meant. */
static void test_legal_forms(struct arena *arena)
{
    static const struct {
        const char *written, *meant; /* NULL: nothing */
    } form[] = {
        {"岐阜精機(株)", "株式会社 岐阜精機"},
        {"㈱岐阜精機", "株式会社 岐阜精機"},
        {"株式会社岐阜精機 様", "株式会社 岐阜精機"},
        {"鳴門市役所 御中", "鳴門市役所"},
        {"リヨンバイオポール", "リヨン・バイオポール"},
        {"ACME CO.LTD", "Acme GmbH"},
        {"双子社", NULL},
    };
    struct event event;
    const char *json = event_table_with(arena, "requests");
    event_folder_put("people.csv",
                     "id,organisation\n,株式会社 岐阜精機\n,鳴門市役所\n"
                     ",リヨン・バイオポール\n,Acme GmbH\nt1,(株)双子社\n"
                     "t2,双子社(有)\n");
    for (size_t k = 0; k < sizeof form / sizeof *form; k++) {
        event_folder_put("list.csv",
                         arena_printf(arena, "from,to\n%s,t1\n", form[k].written));
        const char *found = event_folder_read(arena, json, &event);
        const char *expected =
            form[k].meant
                ? arena_printf(
                      arena,
                      "list.csv:2: from: there is no participant '%s'; did "
                      "you mean '%s'?\n",
                      form[k].written, form[k].meant)
                : arena_printf(arena,
                               "list.csv:2: from: there is no participant '%s'; "
                               "expected the id or the name of one\n",
                               form[k].written);
        CHECK_TEXT(arena_strndup(arena, found, strlen(expected)), expected);
    }
}

/* What stands below a list would be invited. */
static void test_totals(struct arena *arena)
{
    struct event event;
    event_folder_put("when.csv", "participant,start,end\n");
    event_folder_put("list.csv", "id,from,to\n");
    event_folder_put("people.csv",
                     "id,organisation\na,Total Energies\n"
                     "b,Total: 2\nc,合計 ３社\nd,以上\ne,計画研究所\n");
    CHECK_TEXT(
        event_folder_read(arena, day, &event),
        "people.csv:3: warning: 'Total: 2' counts as a participant, and looks like "
        "a sum or the end of a list; expected participants alone; delete the row, "
        "unless they are called so\n"
        "people.csv:4: warning: '合計 ３社' counts as a participant, and looks "
        "like "
        "a sum or the end of a list; expected participants alone; delete the row, "
        "unless they are called so\n"
        "people.csv:5: warning: '以上' counts as a participant, and looks like a "
        "sum or the end of a list; expected participants alone; delete the row, "
        "unless they are called so\n"
        "event.json:6: warning: requests: is empty, so nobody meets; expected who "
        "wants to meet whom\n");
}

/* Rows that say nothing are left out, others are named, wherever the header is. */
static const struct {
    const char *list, *findings;
} wish_row[] = {
    {"From,To,Rank\ngifu,lyon,1\ngifu,,\n",
     "list.csv:3: to: is missing; expected the id or the name of a participant\n"},
    {"Key,From,To\nk1,gifu,lyon\nk2,,\nk3,,\n",
     "list.csv:3: note: left out 2 rows with nothing in a column that is known\n"},
    {"From,To,Rank\ngifu,lyon,1\n,,2\n", "list.csv:3: from: is missing; expected "
                                         "the id or the name of a participant\n"},
    {"From,To\ngifu,lyon\nlyon,gifu\nGifu,Lyon\n",
     "list.csv:4: to: is the same request as on line 2; delete one of them, or "
     "tell them apart by a topic\n"},
    {"From\n2021\nFrom,To,a,b,c,d\ngifu,lyon,,,,\n", ""},
    {"Wishes\nas of today\nFrom,To,a,b,c,d\ngifu,lyon,,,,\n", ""},
    {"貴団体,希望順位欄\ngifu,lyon\n",
     "list.csv:1: the names of columns were looked for and not recognised: "
     "'貴団体', "
     "'希望順位欄'; expected for instance 'from', 'to', 'also' or 'topic'\n"},
};

/* What is told but for how columns, and whom they name, were read. */
static const char *without_readings(struct arena *arena, const char *found)
{
    static const char *const usual[] = {
        "by their meaning", "is called after who", "are called after who",
        "note: from: read", "what is not known",   "were found here"};
    const char *kept = "";
    while (*found) {
        const char *line = arena_strndup(arena, found, strcspn(found, "\n") + 1);
        bool is_usual = false;
        for (size_t k = 0; k < sizeof usual / sizeof *usual; k++) {
            is_usual |= strstr(line, usual[k]) != NULL;
        }
        kept = is_usual ? kept : arena_printf(arena, "%s%s", kept, line);
        found += strlen(line);
    }
    return kept;
}

static void test_wish_rows(struct arena *arena)
{
    struct event event;
    const char *json = event_table_with(arena, "requests");
    event_folder_put("people.csv", "id,organisation\ngifu,Gifu\nlyon,Lyon\n");
    for (size_t k = 0; k < sizeof wish_row / sizeof *wish_row; k++) {
        event_folder_put("list.csv", wish_row[k].list);
        CHECK_TEXT(without_readings(arena, event_folder_read(arena, json, &event)),
                   wish_row[k].findings);
    }
}

/* The name is missed where names are, and what is made of it is nobody's id. */
static void test_rows_without_id(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(
        without_readings(
            arena, event_table_read(arena, event_table_with(arena, "participants"),
                                    "No.,Organisation,Side\n1,Gifu,JP\n"
                                    "2,,JP\n",
                                    &event)),
        "list.csv:3: organisation: is missing; expected an id, organisation or "
        "organisation_ja\n"
        "list.csv:1: note: 1 participant without id is called after the name, as "
        "'Gifu' is 'gifu'\n");
    event_folder_put("list.csv",
                     "date,start,end,meeting_minutes\n2021-03-29,09:00,10:00,20\n"
                     "2021-03-29,14:00,15:00,20\n");
    const char *found = event_folder_read(
        arena,
        "{\"format\": \"matchday-event/1\", \"event\": {\"id\": \"day\", "
        "\"time_zone\": \"Europe/Brussels\"}, \"sessions\": \"list.csv\", "
        "\"participants\": [{\"id\": \"a\"}], \"requests\": []}",
        &event);
    CHECK(strstr(found,
                 "list.csv:3: date: '2021-03-29' is what the session on line 2 is "
                 "called too; expected an id of its own for each\n"));
}

/* Who met people that do not come this time met nobody. */
static void test_strangers(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "met_before"),
                                "a,b\ngifu,lyon\ngifu,porto\nbergen,lyon\n",
                                &event),
               "list.csv:3: warning: b: 'porto' is no participant this time, and "
               "so in 2 rows, which bind nothing\n");
    CHECK_INT(event.n_met_before, 1);
    CHECK_TEXT(event_table_read(arena, event_table_with(arena, "met_before"),
                                "a,b\ngifu,porto\ngifu,lyom\n", &event),
               "list.csv:3: warning: b: 'lyom' is no participant this time, and so "
               "in 2 rows, which bind nothing; did you mean 'lyon'?\n");
}

/* "岐阜県" in cp932 has no byte that cp1252 has not; "上海" has one. */
static void test_encodings(struct arena *arena)
{
    struct event event;
    event_folder_put("list.csv", "id,from,to\n");
    event_folder_put("when.csv", "participant,start,end\n");
    event_folder_put("people.csv", "id,organisation\na,\x8f\xe3\x8a\x43\n");
    event_folder_read(arena, day, &event);
    CHECK_TEXT(event.participant[0].organisation, "上海");
    event_folder_put("people.csv", "id,organisation\na,\x8a\xf2\x95\x8c\x8c\xa7\n");
    CHECK(strstr(event_folder_read(arena, day, &event),
                 "people.csv:2: is not UTF-8, and could be cp932 ('岐阜県') or "
                 "cp1252 ('Šò•ŒŒ§'); say which with --encoding"));
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_same_event(&arena);
    test_what_is_told(&arena);
    test_grids(&arena);
    test_form(&arena);
    test_zones_of_rows(&arena);
    test_names(&arena);
    test_legal_forms(&arena);
    test_totals(&arena);
    test_wish_rows(&arena);
    test_rows_without_id(&arena);
    test_strangers(&arena);
    test_encodings(&arena);
    return event_tests_end(&folder, &arena);
}
