/* An abbreviation means different things in different places (IST), or half of
 * a year (CET, which in summer is off by an hour, although the database has a
 * zone of that name); so it never passes, and the table knows what was probably
 * meant. */

#include "scheduler/base/zone_name.h"

#include <assert.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

struct abbreviation {
    const char *name;
    const char *meant; /* "Europe/Dublin|Asia/Kolkata", or a phrase */
};

static const struct abbreviation abbreviation[] = {
    {"ACDT", "Australia/Adelaide"},
    {"ACST", "Australia/Adelaide|Australia/Darwin"},
    {"ADT", "America/Halifax"},
    {"AEDT", "Australia/Sydney"},
    {"AEST", "Australia/Sydney|Australia/Brisbane"},
    {"AKDT", "America/Anchorage"},
    {"AKST", "America/Anchorage"},
    {"AST", "America/Halifax|Asia/Riyadh"},
    {"AWST", "Australia/Perth"},
    {"BRT", "America/Sao_Paulo"},
    {"BST", "Europe/London"},
    {"CAT", "Africa/Maputo"},
    {"CDT", "America/Chicago"},
    {"CEST", "Europe/Brussels|Europe/Paris"},
    {"CET", "Europe/Brussels|Europe/Paris"},
    {"CST", "America/Chicago|Asia/Shanghai"},
    {"CST6CDT", "America/Chicago"},
    {"EAT", "Africa/Nairobi"},
    {"EDT", "America/New_York"},
    {"EEST", "Europe/Athens|Europe/Helsinki"},
    {"EET", "Europe/Athens|Europe/Helsinki"},
    {"EST", "America/New_York|America/Panama"},
    {"EST5EDT", "America/New_York"},
    {"GMT", PHRASE("'UTC', or 'Europe/London', which has summer time")},
    {"GMT+0", "UTC"},
    {"GMT-0", "UTC"},
    {"GMT0", "UTC"},
    {"HKT", "Asia/Hong_Kong"},
    {"HST", "Pacific/Honolulu"},
    {"ICT", "Asia/Bangkok"},
    {"IDT", "Asia/Jerusalem"},
    {"IST", "Europe/Dublin|Asia/Kolkata|Asia/Jerusalem"},
    {"JST", "Asia/Tokyo"},
    {"KST", "Asia/Seoul"},
    {"MDT", "America/Denver"},
    {"MEST", "Europe/Berlin"},
    {"MESZ", "Europe/Berlin"},
    {"MET", "Europe/Berlin"},
    {"MEZ", "Europe/Berlin"},
    {"MSK", "Europe/Moscow"},
    {"MST", "America/Denver|America/Phoenix"},
    {"MST7MDT", "America/Denver"},
    {"NDT", "America/St_Johns"},
    {"NST", "America/St_Johns"},
    {"NZDT", "Pacific/Auckland"},
    {"NZST", "Pacific/Auckland"},
    {"PDT", "America/Los_Angeles"},
    {"PHT", "Asia/Manila"},
    {"PKT", "Asia/Karachi"},
    {"PST", "America/Los_Angeles|Asia/Manila"},
    {"PST8PDT", "America/Los_Angeles"},
    {"SAST", "Africa/Johannesburg"},
    {"SGT", "Asia/Singapore"},
    {"TRT", "Europe/Istanbul"},
    {"UCT", "UTC"},
    {"WAT", "Africa/Lagos"},
    {"WEST", "Europe/Lisbon"},
    {"WET", "Europe/Lisbon"},
    {"WIB", "Asia/Jakarta"},
    {"Z", "UTC"},
};

static const char *find_meaning(const char *name)
{
    for (size_t i = 0; i < sizeof abbreviation / sizeof *abbreviation; i++) {
        if (text_equal_nocase(abbreviation[i].name, name)) {
            return abbreviation[i].meant;
        }
    }
    return NULL;
}

static bool refuse_abbreviation(const char *name, const char *meant,
                                struct error *err)
{
    enum { MOST = 4, LONGEST = 40 };
    char list[MOST * LONGEST] = "", zone[LONGEST];
    size_t len = 0;
    if (strchr(meant, ' ')) {
        len = (size_t)snprintf(list, sizeof list, "%s", phrase(meant));
        meant = "";
    }
    for (const char *at = meant, *next; *at; at = next) {
        size_t n = strcspn(at, "|");
        next = at + n + (at[n] == '|');
        snprintf(zone, sizeof zone, "%.*s", (int)n, at);
        len += (size_t)snprintf(list + len, sizeof list - len, "%s",
                                at == meant ? ""
                                : *next     ? phrase(", ")
                                            : phrase(" or "));
        len +=
            (size_t)snprintf(list + len, sizeof list - len, phrase("'%s'"), zone);
        assert(len < sizeof list);
    }
    return error_set(err,
                     "time zone '%s' is an abbreviation; expected an IANA name, "
                     "probably %s",
                     name, list);
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool zone_name_is_well_formed(const char *name)
{
    bool is_start = true;
    for (const char *c = name; *c; c++) {
        if (is_start ? !is_letter(*c)
                     : !is_letter(*c) && !is_digit(*c) && !strchr("_-+/", *c)) {
            return false;
        }
        is_start = *c == '/';
    }
    return !is_start && *name >= 'A' && *name <= 'Z' &&
           strlen(name) < ZONE_NAME_SIZE;
}

/* "+09:00", "UTC+9", "GMT-3" in hours and minutes east of UTC. */
static bool read_offset(const char *name, int *hour, int *minute)
{
    if (strncmp(name, "UTC", 3) == 0 || strncmp(name, "GMT", 3) == 0) {
        name += 3;
    }
    if (*name != '+' && *name != '-') {
        return false;
    }
    int sign = *name++ == '-' ? -1 : 1;
    int digit[4] = {0};
    int n = 0;
    for (; *name && n < 4; name++) {
        if (is_digit(*name)) {
            digit[n++] = *name - '0';
        } else if (*name != ':' || n == 0) {
            return false;
        }
    }
    if (*name || n == 0) {
        return false;
    }
    bool is_short = n % 2 == 1; /* "+9" or "+930" */
    *hour = sign * (is_short ? digit[0] : digit[0] * 10 + digit[1]);
    *minute = is_short ? digit[1] * 10 + digit[2] : digit[2] * 10 + digit[3];
    return true;
}

static bool refuse_offset(const char *name, int hour, int minute, struct error *err)
{
    /* POSIX counts west positive, and so does Etc. */
    if (minute == 0 && hour != 0 && hour >= -12 && hour <= 14) {
        return error_set(
            err,
            "time zone '%s' is an offset; expected the IANA name of a "
            "place, such as 'Asia/Tokyo' (or 'Etc/GMT%+d', whose sign is "
            "meant so)",
            name, -hour);
    }
    return error_set(
        err,
        "time zone '%s' is an offset; expected the IANA name of a place, "
        "such as 'Asia/Tokyo', or 'UTC'",
        name);
}

bool zone_name_check(const char *name, struct error *err)
{
    int hour;
    int minute;
    if (!*name) {
        return error_set(err, "time zone is empty; expected an IANA name such as "
                              "'Europe/Brussels'");
    }
    const char *meant = find_meaning(name);
    if (meant) {
        return refuse_abbreviation(name, meant, err);
    }
    if (read_offset(name, &hour, &minute)) {
        return refuse_offset(name, hour, minute, err);
    }
    if (strncmp(name, "posix/", 6) == 0 || strncmp(name, "right/", 6) == 0) {
        return error_set(err, "time zone '%.200s' is a variant; expected '%.200s'",
                         name, name + 6);
    }
    if (strcmp(name, "localtime") == 0 || strcmp(name, "posixrules") == 0 ||
        strcmp(name, "Factory") == 0) {
        return error_set(
            err,
            "time zone '%s' depends on the machine; expected an IANA name "
            "such as 'Europe/Brussels'",
            name);
    }
    return true;
}

/* The search for the nearest name. */
struct guess {
    char wanted[ZONE_NAME_SIZE];
    int best; /* how far the best one is */
    char *name;
};

enum { MAX_DEPTH = 4, MOST_EDITS = 3 };

/* ASCII lower case with '_' for what people write between words. */
static void simplify(char simple[ZONE_NAME_SIZE], const char *name)
{
    size_t i = 0;
    for (; i < ZONE_NAME_SIZE - 1 && name[i]; i++) {
        char c = name[i];
        simple[i] = c == ' ' || c == '-'   ? '_'
                    : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a')
                                           : c;
    }
    simple[i] = '\0';
}

static const char *last_word(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static void consider(struct guess *guess, const char *name)
{
    char simple[ZONE_NAME_SIZE];
    if (!zone_name_is_well_formed(name) || find_meaning(name)) {
        return;
    }
    simplify(simple, name);
    const char *other = last_word(simple);
    const char *own = last_word(guess->wanted);
    int limit = (int)(strlen(own) / 4);
    limit = limit < MOST_EDITS ? limit : MOST_EDITS;
    /* A place in the wrong region is worse than the same edits in the right. */
    int whole = text_distance(guess->wanted, simple, limit);
    int word = text_distance(own, other, limit);
    int far = whole <= limit ? 2 * whole : 2 * word + 1;
    if (whole > limit && word > limit) {
        return;
    }
    if (far < guess->best ||
        (far == guess->best && strcmp(name, guess->name) < 0)) {
        guess->best = far;
        snprintf(guess->name, ZONE_NAME_SIZE, "%s", name);
    }
}

/* Considers all below folder/region; region is "" or ends with a slash. What
 * is no zone begins with a small letter in the database. False if there is no
 * such folder. */
static bool walk(struct guess *guess, const char *folder, const char *region,
                 int depth)
{
    char path[4096];
    char name[ZONE_NAME_SIZE];
    if (snprintf(path, sizeof path, "%s/%s", folder, region) >= (int)sizeof path) {
        return false;
    }
    DIR *dir = opendir(path);
    if (!dir) {
        return false;
    }
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        char first = entry->d_name[0];
        if (first < 'A' || first > 'Z' ||
            snprintf(name, sizeof name, "%s%s/", region, entry->d_name) >=
                (int)sizeof name) {
            continue;
        }
        if (depth == MAX_DEPTH || !walk(guess, folder, name, depth + 1)) {
            name[strlen(name) - 1] = '\0';
            consider(guess, name);
        }
    }
    closedir(dir);
    return true;
}

bool zone_name_guess(const char *folder, const char *name,
                     char guess[ZONE_NAME_SIZE])
{
    struct guess search = {.best = INT_MAX, .name = guess};
    guess[0] = '\0';
    if (strlen(name) >= ZONE_NAME_SIZE) {
        return false;
    }
    simplify(search.wanted, name);
    walk(&search, folder, "", 1);
    return guess[0] != '\0';
}
