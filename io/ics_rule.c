#include "io/ics_rule.h"

#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

enum { MOST_INTERVAL = 1000000 };

struct part {
    const char *name, *value; /* value[0 .. len) */
    size_t len;
};

static bool refuse(const struct part *part, struct error *err, const char *expected)
{
    int len = part->len < 60 ? (int)part->len : 60;
    return error_set(err, "found %s=%.*s; expected %s", part->name, len,
                     part->value, phrase(expected));
}

bool ics_counted_has(const struct ics_counted *set, int number)
{
    const uint64_t *bits = number < 0 ? set->from_end : set->from_start;
    int k = number < 0 ? -number : number;
    return k < 384 && (bits[k / 64] >> (k % 64) & 1) != 0;
}

static void counted_add(struct ics_counted *set, int number)
{
    uint64_t *bits = number < 0 ? set->from_end : set->from_start;
    int k = number < 0 ? -number : number;
    bits[k / 64] |= UINT64_C(1) << (k % 64);
    set->is_given = true;
}

/* A whole number with or without a sign, at *at; steps behind it. */
static bool read_number(const char **at, const char *end, int64_t *number)
{
    bool is_negative = *at < end && **at == '-';
    *at += *at < end && (**at == '-' || **at == '+');
    const char *begin = *at;
    *number = 0;
    while (*at < end && **at >= '0' && **at <= '9' && *number <= INT32_MAX) {
        *number = *number * 10 + (*(*at)++ - '0');
    }
    bool ok = *at > begin && *number <= INT32_MAX;
    *number = is_negative ? -*number : *number;
    return ok;
}

static bool read_whole(const struct part *part, int64_t least, int64_t *number)
{
    const char *at = part->value, *end = part->value + part->len;
    return read_number(&at, end, number) && at == end && *number >= least;
}

/* The next number of "1,-2,3", and behind its comma; false if it is no such list. */
static bool next_number(const char **at, const char *end, int64_t *number)
{
    if (!read_number(at, end, number)) {
        return false;
    }
    if (*at < end && **at == ',') {
        (*at)++;
        return *at < end;
    }
    return *at == end;
}

static bool read_bits(const struct part *part, int least, int most, uint64_t *bits)
{
    const char *at = part->value, *end = at + part->len;
    int64_t number;
    if (part->len == 0) {
        return false;
    }
    while (at < end) {
        if (!next_number(&at, end, &number) || number < least || number > most) {
            return false;
        }
        *bits |= UINT64_C(1) << number;
    }
    return true;
}

static bool read_counted(const struct part *part, int most, struct ics_counted *set)
{
    const char *at = part->value, *end = at + part->len;
    int64_t number;
    if (part->len == 0) {
        return false;
    }
    while (at < end) {
        if (!next_number(&at, end, &number) || number == 0 || number < -most ||
            number > most) {
            return false;
        }
        counted_add(set, (int)number);
    }
    return true;
}

/* "MO", or -1. */
static int find_weekday(const char *text, size_t len)
{
    static const char names[] = "SUMOTUWETHFRSA";
    for (size_t d = 0; len == 2 && d < 7; d++) {
        if ((text[0] & ~0x20) == names[2 * d] &&
            (text[1] & ~0x20) == names[2 * d + 1]) {
            return (int)d;
        }
    }
    return -1;
}

static bool read_weekdays(const struct part *part, struct ics_rule *rule)
{
    const char *at = part->value, *end = at + part->len;
    rule->has_weekday = true;
    do {
        int64_t number = 0;
        const char *comma = memchr(at, ',', (size_t)(end - at));
        const char *stop = comma ? comma : end;
        bool has_number =
            at < stop && (*at == '-' || *at == '+' || (*at >= '0' && *at <= '9'));
        if (has_number && (!read_number(&at, stop, &number) || number == 0 ||
                           number < -53 || number > 53)) {
            return false;
        }
        int d = find_weekday(at, (size_t)(stop - at));
        if (d < 0) {
            return false;
        }
        if (has_number) {
            rule->has_ordinals = true;
            counted_add(&rule->ordinal[d], (int)number);
        } else {
            rule->weekday |= 1U << d;
        }
        at = comma ? comma + 1 : NULL;
    } while (at);
    return true;
}

static bool equals(const struct part *part, const char *word)
{
    return part->len == strlen(word) && strncmp(part->value, word, part->len) == 0;
}

static bool read_frequency(const struct part *part, struct ics_rule *rule,
                           struct error *err)
{
    static const char *const name[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    for (int k = 0; k < 4; k++) {
        if (equals(part, name[k])) {
            rule->frequency = (enum ics_frequency)k;
            return true;
        }
    }
    return refuse(
        part, err,
        phrase("DAILY, WEEKLY, MONTHLY or YEARLY: what repeats within a day can "
               "be written as FREQ=DAILY with BYHOUR and BYMINUTE"));
}

enum part_kind {
    PART_FREQ,
    PART_INTERVAL,
    PART_COUNT,
    PART_UNTIL,
    PART_WKST,
    PART_BYMONTH,
    PART_BYWEEKNO,
    PART_BYYEARDAY,
    PART_BYMONTHDAY,
    PART_BYDAY,
    PART_BYHOUR,
    PART_BYMINUTE,
    PART_BYSECOND,
    PART_BYSETPOS,
    PART_RSCALE,
    PART_SKIP,
    N_PARTS,
};

static const struct {
    const char *name, *expected;
} parts[N_PARTS] = {
    [PART_FREQ] = {"FREQ", ""},
    [PART_INTERVAL] = {"INTERVAL", PHRASE("a whole number from 1 to 1000000")},
    [PART_COUNT] = {"COUNT", PHRASE("a whole number from 1")},
    [PART_UNTIL] = {"UNTIL", PHRASE("a date or time like 20210518T090000Z")},
    [PART_WKST] = {"WKST", PHRASE("a day of the week like MO")},
    [PART_BYMONTH] = {"BYMONTH", PHRASE("months from 1 to 12")},
    [PART_BYWEEKNO] = {"BYWEEKNO", PHRASE("weeks from 1 to 53 or -1 to -53")},
    [PART_BYYEARDAY] = {"BYYEARDAY", PHRASE("days from 1 to 366 or -1 to -366")},
    [PART_BYMONTHDAY] = {"BYMONTHDAY", PHRASE("days from 1 to 31 or -1 to -31")},
    [PART_BYDAY] = {"BYDAY", PHRASE("days of the week like MO or 2MO or -1FR")},
    [PART_BYHOUR] = {"BYHOUR", PHRASE("hours from 0 to 23")},
    [PART_BYMINUTE] = {"BYMINUTE", PHRASE("minutes from 0 to 59")},
    [PART_BYSECOND] = {"BYSECOND", PHRASE("seconds from 0 to 59")},
    [PART_BYSETPOS] = {"BYSETPOS", PHRASE("positions from 1 to 366 or -1 to -366")},
    [PART_RSCALE] = {"RSCALE", PHRASE("GREGORIAN, the only calendar that is read")},
    [PART_SKIP] = {"SKIP", PHRASE("OMIT, the only way that is read")},
};

static bool read_limits(enum part_kind kind, const struct part *part,
                        struct ics_rule *rule)
{
    int64_t number;
    int day;
    switch ((int)kind) {
    case PART_INTERVAL:
        if (!read_whole(part, 1, &number) || number > MOST_INTERVAL) {
            return false;
        }
        rule->interval = (int)number;
        return true;
    case PART_COUNT:
        return read_whole(part, 1, &rule->count);
    case PART_UNTIL:
        rule->has_until = true;
        return ics_time_parse(part->value, part->len, &rule->until);
    case PART_WKST:
        day = find_weekday(part->value, part->len);
        rule->week_start = day < 0 ? 0 : day;
        return day >= 0;
    case PART_RSCALE:
        return equals(part, "GREGORIAN");
    case PART_SKIP:
        return equals(part, "OMIT");
    default:
        return false;
    }
}

static bool read_part(enum part_kind kind, const struct part *part,
                      struct ics_rule *rule)
{
    switch ((int)kind) {
    case PART_BYMONTH:
        return read_bits(part, 1, 12, &rule->month);
    case PART_BYHOUR:
        return read_bits(part, 0, 23, &rule->hour);
    case PART_BYMINUTE:
        return read_bits(part, 0, 59, &rule->minute);
    case PART_BYSECOND:
        return read_bits(part, 0, 59, &rule->second);
    case PART_BYWEEKNO:
        return read_counted(part, 53, &rule->week);
    case PART_BYYEARDAY:
        return read_counted(part, 366, &rule->year_day);
    case PART_BYMONTHDAY:
        return read_counted(part, 31, &rule->month_day);
    case PART_BYSETPOS:
        return read_counted(part, 366, &rule->position);
    case PART_BYDAY:
        return read_weekdays(part, rule);
    default:
        return read_limits(kind, part, rule);
    }
}

static enum part_kind find_part(const char *name, size_t len)
{
    int kind = 0;
    while (kind < N_PARTS && (strlen(parts[kind].name) != len ||
                              strncmp(parts[kind].name, name, len) != 0)) {
        kind++;
    }
    return (enum part_kind)kind;
}

/* What RFC 5545 forbids of the whole. */
static bool judge(const struct ics_rule *rule, unsigned given, struct error *err)
{
    bool is_yearly = rule->frequency == ICS_YEARLY;
    if (!(given & 1U << PART_FREQ)) {
        return error_set(err, "FREQ is missing; expected a rule like "
                              "FREQ=WEEKLY;BYDAY=MO");
    }
    if (rule->count > 0 && rule->has_until) {
        return error_set(err, "found COUNT and UNTIL; expected one of them");
    }
    if ((rule->week.is_given || rule->year_day.is_given) && !is_yearly) {
        return error_set(err,
                         "found %s without FREQ=YEARLY; expected them together",
                         rule->week.is_given ? "BYWEEKNO" : "BYYEARDAY");
    }
    if (rule->month_day.is_given && rule->frequency == ICS_WEEKLY) {
        return error_set(err, "found BYMONTHDAY with FREQ=WEEKLY; expected BYDAY");
    }
    if (rule->has_ordinals &&
        (rule->frequency <= ICS_WEEKLY || rule->week.is_given)) {
        return error_set(err, "found BYDAY with numbers such as 2MO; expected them "
                              "with FREQ=MONTHLY or YEARLY and without BYWEEKNO");
    }
    if (rule->position.is_given &&
        !(given & ~(1U << PART_BYSETPOS) & ~((1U << PART_BYMONTH) - 1))) {
        return error_set(err, "found BYSETPOS alone; expected another part such as "
                              "BYDAY that it chooses from");
    }
    return true;
}

bool ics_rule_parse(const char *text, size_t len, struct ics_rule *rule,
                    struct error *err)
{
    const char *at = text, *end = text + len;
    unsigned given = 0;
    *rule = (struct ics_rule){.interval = 1, .week_start = 1};
    while (at < end) {
        const char *semicolon = memchr(at, ';', (size_t)(end - at));
        const char *stop = semicolon ? semicolon : end;
        const char *equal = memchr(at, '=', (size_t)(stop - at));
        size_t name_len = equal ? (size_t)(equal - at) : 0;
        enum part_kind kind = find_part(at, name_len);
        if (kind == N_PARTS) {
            int most = stop - at < 40 ? (int)(stop - at) : 40;
            return error_set(err,
                             "found '%.*s'; expected parts such as "
                             "FREQ=WEEKLY and BYDAY=MO",
                             most, at);
        }
        struct part part = {parts[kind].name, equal + 1,
                            (size_t)(stop - equal) - 1};
        if (given & 1U << kind) {
            return refuse(&part, err, phrase("it once"));
        }
        given |= 1U << kind;
        if (kind == PART_FREQ ? !read_frequency(&part, rule, err)
                              : !read_part(kind, &part, rule)) {
            return kind == PART_FREQ ? false
                                     : refuse(&part, err, parts[kind].expected);
        }
        at = semicolon ? semicolon + 1 : end;
    }
    return judge(rule, given, err);
}
