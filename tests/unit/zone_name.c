#include "scheduler/base/zone_name.h"

#include <string.h>

#include "tests/support/check.h"

static const char database[] = "/usr/share/zoneinfo";

static void test_form(void)
{
    static const char *const good[] = {
        "UTC",        "Europe/Paris",           "America/Argentina/San_Juan",
        "Etc/GMT-14", "America/Port-au-Prince", "GB-Eire"};
    static const char *const bad[] = {
        "",
        "/Europe/Paris",
        "Europe/",
        "Europe//Paris",
        "../Europe/Paris",
        "Europe/../UTC",
        "Europe/.",
        "America/New York",
        "Europe/Paris\n",
        "europe/Paris",
        "posixrules",
        "zone.tab",
        "Europe/9",
        "Europe/\xc3\x89vian",
        "Long/Enough/To/Reach/The/Size/Of/The/Longest/Name/And/One/More/X",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(zone_name_is_well_formed(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (!CHECK(!zone_name_is_well_formed(bad[i]))) {
            printf("  '%s'\n", bad[i]);
        }
    }
}

static const struct {
    const char *name, *hint; /* the end of the message */
} refused[] = {
    {"CET", "an abbreviation; expected an IANA name, probably 'Europe/Brussels' or "
            "'Europe/Paris'"},
    {"CEST", "'Europe/Brussels' or 'Europe/Paris'"},
    {"cest", "'Europe/Brussels' or 'Europe/Paris'"},
    {"EET", "'Europe/Athens' or 'Europe/Helsinki'"},
    {"EEST", "'Europe/Athens' or 'Europe/Helsinki'"},
    {"WET", "'Europe/Lisbon'"},
    {"WEST", "'Europe/Lisbon'"},
    {"MET", "'Europe/Berlin'"},
    {"MEST", "'Europe/Berlin'"},
    {"EST", "'America/New_York' or 'America/Panama'"},
    {"EST5EDT", "'America/New_York'"},
    {"MST", "'America/Denver' or 'America/Phoenix'"},
    {"MST7MDT", "'America/Denver'"},
    {"CST6CDT", "'America/Chicago'"},
    {"PST", "'America/Los_Angeles' or 'Asia/Manila'"},
    {"PST8PDT", "'America/Los_Angeles'"},
    {"HST", "'Pacific/Honolulu'"},
    {"JST", "'Asia/Tokyo'"},
    {"BST", "'Europe/London'"},
    {"IST", "'Europe/Dublin', 'Asia/Kolkata' or 'Asia/Jerusalem'"},
    {"GMT", "'UTC', or 'Europe/London', which has summer time"},
    {"GMT0", "'UTC'"},
    {"GMT+0", "'UTC'"},
    {"UCT", "'UTC'"},
    {"Z", "'UTC'"},
    {"UTC+9",
     "an offset; expected the IANA name of a place, such as 'Asia/Tokyo' (or "
     "'Etc/GMT-9', whose sign is meant so)"},
    {"GMT-03", "(or 'Etc/GMT+3', whose sign is meant so)"},
    {"+09:00", "(or 'Etc/GMT-9', whose sign is meant so)"},
    {"+0900", "(or 'Etc/GMT-9', whose sign is meant so)"},
    {"+05:30", "the IANA name of a place, such as 'Asia/Tokyo', or 'UTC'"},
    {"UTC+0", "the IANA name of a place, such as 'Asia/Tokyo', or 'UTC'"},
    {"-13", "the IANA name of a place, such as 'Asia/Tokyo', or 'UTC'"},
    {"+15", "the IANA name of a place, such as 'Asia/Tokyo', or 'UTC'"},
    {"", "time zone is empty; expected an IANA name such as 'Europe/Brussels'"},
    {"right/UTC", "time zone 'right/UTC' is a variant; expected 'UTC'"},
    {"posix/Asia/Tokyo", "a variant; expected 'Asia/Tokyo'"},
    {"localtime", "depends on the machine; expected an IANA name such as "
                  "'Europe/Brussels'"},
    {"posixrules", "depends on the machine; expected an IANA name such as "
                   "'Europe/Brussels'"},
    {"Factory", "depends on the machine; expected an IANA name such as "
                "'Europe/Brussels'"},
};

static void test_refused(void)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct error err = {EXIT_CODE_DONE, ""};
        CHECK(!zone_name_check(refused[i].name, &err));
        CHECK_INT(err.code, EXIT_CODE_BAD_INPUT);
        size_t len = strlen(err.text);
        size_t hint = strlen(refused[i].hint);
        CHECK_TEXT(err.text + (len > hint ? len - hint : 0), refused[i].hint);
        CHECK(!refused[i].name[0] || strstr(err.text, refused[i].name) != NULL);
    }
}

static void test_let_pass(void)
{
    /* Unknown or malformed names are for the database to refuse. */
    static const char *const name[] = {
        "UTC",    "Etc/UTC", "Etc/GMT-9", "Asia/Tokyo",  "Zulu",
        "Japan",  "utc",     "UTC+a",     "+",           "UTC+",
        "+12345", "+:1",     "UTC+9 h",   "Mars/Olympus"};
    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        struct error err = {EXIT_CODE_DONE, ""};
        if (!CHECK(zone_name_check(name[i], &err))) {
            printf("  %s\n", err.text);
        }
    }
}

static void test_guesses(void)
{
    static const struct {
        const char *name, *guess; /* "" where nothing is near */
    } row[] = {
        {"asia/tokyo", "Asia/Tokyo"},
        {"Tokyo", "Asia/Tokyo"},
        {"Toyko", "Asia/Tokyo"},
        {"Europe/Tokyo", "Asia/Tokyo"},
        {"Europe/Brussles", "Europe/Brussels"},
        {"America/New York", "America/New_York"},
        {"america/new-york", "America/New_York"},
        {"utc", "UTC"},
        {"Roma", "Europe/Rome"},
        {"Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"},
        {"Europe", ""},
        {"Nowhere/Xanadu", ""},
        {"x", ""},
        {"", ""},
        {"Long/Enough/To/Reach/The/Size/Of/The/Longest/Name/And/One/More/X", ""},
    };
    char guess[ZONE_NAME_SIZE];
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK(zone_name_guess(database, row[i].name, guess) ==
              (row[i].guess[0] != '\0'));
        CHECK_TEXT(guess, row[i].guess);
    }
    CHECK(!zone_name_guess("/nowhere", "UTC", guess));
}

int main(void)
{
    test_form();
    test_refused();
    test_let_pass();
    test_guesses();
    return check_report();
}
