/* What comes of typing by hand: languages by name, blanks around ids, columns that
 * are written otherwise. Every message a row. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] =
    EVENT_HEAD("2021-03-29") "\"participants\": [{\"id\": \"gifu\", \"languages\": "
                             "[\"ja\"]},\n"
                             "  {\"id\": \"lyon\", \"languages\": [\"fr\"]}],\n"
                             "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", "
                             "\"to\": \"lyon\"}]}\n";

#define GIFU(languages) "[\"ja\"]", languages
#define AT_GIFU "event.json:5: participants[0].languages: "
#define WARNS_AT_GIFU "event.json:5: warning: participants[0].languages: "
#define OWN                                                                        \
    " is not the usual tag and counts as a language of its own; did you mean "

static const struct event_change language_row[] = {
    {GIFU("[\"JA\", \" en \", \"pt-BR\", \"zh-Hant-TW\", \"fil\"]"), ""},
    {GIFU("[\"Japanese\"]"),
     AT_GIFU "'Japanese' is no language tag; did you mean 'ja'?\n"},
    {GIFU("[\"Japanse\", \"en\"]"),
     AT_GIFU "'Japanse' is no language tag; did you mean 'ja'?\n"},
    {GIFU("[\"ja, english\"]"),
     AT_GIFU "'ja, english' is several; expected a text for each, as in [\"ja\", "
             "\"en\"]\n"},
    {GIFU("[\"ja;xx\"]"),
     AT_GIFU "'ja;xx' is several; expected a text for each, as in [\"ja\", "
             "\"xx\"]\n"},
    {GIFU("[\"Klingon\"]"),
     AT_GIFU "'Klingon' is no language tag; expected one such as 'en', 'ja' or "
             "'pt-BR'\n"},
    {GIFU("[\"ja, Klingon\"]"),
     AT_GIFU "'ja, Klingon' is no language tag; expected one such as 'en', 'ja' "
             "or 'pt-BR'\n"},
    {GIFU("[\"jp\"]"), WARNS_AT_GIFU "'jp'" OWN "'ja'?\n"},
    {GIFU("[\"jpn\"]"), WARNS_AT_GIFU "'jpn'" OWN "'ja'?\n"},
    /* What is wrong is not missing, too. */
    {"[\"ja\"]},\n  {\"id\": \"lyon\", \"languages\": [\"fr\"]}],",
     "[\"Japanese\"]},\n  {\"id\": \"lyon\", \"languages\": [\"fr\"]}], "
     "\"interpreters\": [],",
     AT_GIFU "'Japanese' is no language tag; did you mean 'ja'?\n"},
};

#define PAIRS(pairs)                                                               \
    "\"requests\"",                                                                \
        "\"interpreters\": [{\"id\": \"I1\", \"pairs\": " pairs "}], \"requests\""
#define AT_PAIRS "event.json:7: interpreters[0].pairs: "

static const struct event_change pair_row[] = {
    {PAIRS("[\" FR-ja \", \"fil-ja\"]"), ""},
    {PAIRS("[\"English-Japanese\"]"), AT_PAIRS
     "'English-Japanese' is no pair of languages; did you mean 'en-ja'?\n"},
    {PAIRS("[\"en > ja\"]"),
     AT_PAIRS "'en > ja' is no pair of languages; did you mean 'en-ja'?\n"},
    {PAIRS("[\"en-ja, fr-ja\"]"),
     AT_PAIRS "'en-ja, fr-ja' is several; expected a text for each, as in "
              "[\"en-ja\", \"fr-ja\"]\n"},
    {PAIRS("[\"zh-hant-ja\"]"), AT_PAIRS
     "'zh-hant-ja' is no pair of languages; expected two that differ, like "
     "'en-ja'\n"},
    {PAIRS("[\"japanese\"]"),
     AT_PAIRS "'japanese' is no pair of languages; expected two that differ, like "
              "'en-ja'\n"},
    {PAIRS("[\"en-jp\"]"),
     "event.json:7: warning: interpreters[0].pairs: 'jp'" OWN "'ja'?\n"},
};

#define CONTACT(language)                                                          \
    "{\"id\": \"gifu\", ", "{\"id\": \"gifu\", \"contacts\": [{\"email\": "        \
                           "\"a@x.org\", \"language\": \"" language "\"}], "
#define AT_CONTACT "event.json:5: warning: participants[0].contacts[0].language: "

static const struct event_change contact_row[] = {
    {CONTACT(" EN-gb"), ""},
    {CONTACT("Japanese"),
     AT_CONTACT "'Japanese' is no language tag; did you mean 'ja'?\n"},
    {CONTACT("jp"), AT_CONTACT "'jp' is no language tag; did you mean 'ja'?\n"},
    {CONTACT("fra"), AT_CONTACT "'fra' is no language tag; did you mean 'fr'?\n"},
    {CONTACT("en-"),
     AT_CONTACT "nothing can be written in 'en-'; expected 'en', 'fr' or 'ja'\n"},
};

/* Blanks hide in both, what is defined and what refers to it. */
static const struct event_change blank_row[] = {
    {"\"gifu\"", "\" gifu\\u00a0\"",
     "event.json:5: note: participants[0].id: left out the blanks around ' "
     "gifu\xc2\xa0'\n"},
    {"\"from\": \"gifu\"", "\"from\": \"gifu \"",
     "event.json:7: note: requests[0].from: left out the blanks around 'gifu '\n"},
    {"\"id\": \"day\"", "\"id\": \"day \"",
     "event.json:2: note: event.id: left out the blanks around 'day '\n"},
    {"\"from\": \"gifu\", \"to\": \"lyon\"",
     "\"from\": \"gifu \", \"to\": \"\\tlyon\"",
     "event.json:7: note: requests[0].from: left out the blanks around 'gifu ' and "
     "1 more id\n"},
    {"\"requests\": [{\"id\": \"r1\"",
     "\"locks\": [{\"participants\": [\"gifu\", \"lyon \"], \"slot\": \" am-01\", "
     "\"room\": \"R01 \"}], \"requests\": [{\"id\": \"r1 \", \"after\": []",
     "event.json:7: note: locks[0].participants: left out the blanks around 'lyon "
     "' "
     "and 3 more ids\n"},
    {"\"from\": \"gifu\"", "\"from\": \" \"",
     "event.json:7: requests[0].from: is missing; expected the id of a "
     "participant\n"
     "event.json:7: note: requests[0].from: left out the blanks around ' '\n"},
};

static const struct {
    const char *requests; /* as a CSV file */
    const char *findings;
} column_row[] = {
    {"Id,From,TO\nr1,gifu,lyon\n",
     "list.csv:1: note: columns were read by their meaning: 'Id' as 'id', 'From' "
     "as 'from', 'TO' as 'to'\n"},
    {"id,from,to\n\"r1 \",gifu ,\xe3\x80\x80lyon\n", ""},
    {"\nid,from,to,priorty,Budget\nr1,gifu,lyon,5,1\n",
     "list.csv:2: warning: 'priorty' is not known and was ignored; did you mean "
     "'priority'?\n"
     "list.csv:2: note: ignored what is not known: 'Budget'\n"},
    {"id,from,to,Room Features\nr1,gifu,lyon,5\n",
     "list.csv:1: note: columns were read by their meaning: 'Room Features' as "
     "'room_features'\n"},
    {"id,From,from,to\nr1,gifu,gifu,lyon\n",
     "list.csv:1: the column 'from' stands beside 'From', and both are 'from'; "
     "expected one of them\n"
     "list.csv:1: note: columns were read by their meaning: 'From' as 'from'\n"},
};

static void test_columns(struct arena *arena)
{
    const char *json = event_folder_change(
        arena, day, "[{\"id\": \"r1\", \"from\": \"gifu\", \"to\": \"lyon\"}]",
        "\"list.csv\"");
    for (size_t k = 0; k < sizeof column_row / sizeof *column_row; k++) {
        struct event event;
        event_folder_put("list.csv", column_row[k].requests);
        CHECK_TEXT(event_folder_read(arena, json, &event), column_row[k].findings);
        CHECK_INT(event.n_requests, 1);
        CHECK_INT(event.request[0].from, 0);
        CHECK_INT(event.request[0].to, 1);
    }
}

/* Columns of participants are read before all others. */
static void test_people_columns(struct arena *arena)
{
    struct event event;
    const char *json =
        event_folder_change(arena, day,
                            "[{\"id\": \"gifu\", \"languages\": [\"ja\"]},\n"
                            "  {\"id\": \"lyon\", \"languages\": [\"fr\"]}]",
                            "\"list.csv\"");
    event_folder_put("list.csv", "ID,Languages,Contact_Name\n"
                                 "gifu,\"Japanese, en\",A\n"
                                 "gifu,,B\nlyon,fr/en,\n");
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "list.csv:1: note: columns were read by their meaning: 'ID' as 'id', "
        "'Languages' as 'languages', 'Contact_Name' as 'contact_name'\n"
        "list.csv:2: note: languages: read 'Japanese, en' as 'ja;en', and 1 more "
        "cell of this column\n");
    CHECK_INT(event.n_participants, 2);
    CHECK_INT(event.participant[0].n_contacts, 2);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    CHECK_CHANGES(day, language_row);
    CHECK_CHANGES(day, pair_row);
    CHECK_CHANGES(day, contact_row);
    CHECK_CHANGES(day, blank_row);
    test_columns(&arena);
    test_people_columns(&arena);
    return event_tests_end(&folder, &arena);
}
