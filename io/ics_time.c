#include "io/ics_time.h"

static bool read_digits(const char **at, const char *end, int n, int *number)
{
    *number = 0;
    if (end - *at < n) {
        return false;
    }
    for (int k = 0; k < n; k++) {
        char c = *(*at)++;
        if (c < '0' || c > '9') {
            return false;
        }
        *number = *number * 10 + (c - '0');
    }
    return true;
}

static bool read_char(const char **at, const char *end, char upper)
{
    if (*at == end || (**at != upper && **at != upper - 'A' + 'a')) {
        return false;
    }
    (*at)++;
    return true;
}

bool ics_time_parse(const char *text, size_t len, struct ics_time *time)
{
    const char *at = text, *end = text + len;
    struct civil c = {0};
    *time = (struct ics_time){.is_date = true};
    if (!read_digits(&at, end, 4, &c.year) || !read_digits(&at, end, 2, &c.month) ||
        !read_digits(&at, end, 2, &c.day) || c.year < 1 || c.month < 1 ||
        c.month > 12 || c.day < 1 || c.day > civil_days_in_month(c.year, c.month)) {
        return false;
    }
    if (at < end) {
        time->is_date = false;
        if (!read_char(&at, end, 'T') || !read_digits(&at, end, 2, &c.hour) ||
            !read_digits(&at, end, 2, &c.minute) ||
            !read_digits(&at, end, 2, &c.second) || c.hour > 23 || c.minute > 59 ||
            c.second > 60) {
            return false;
        }
        c.second = c.second == 60 ? 59 : c.second;
        time->is_utc = read_char(&at, end, 'Z');
    }
    time->civil = c;
    return at == end;
}

/* A number and its unit, of "5H". */
static bool read_part(const char **at, const char *end, int64_t *number, char *unit)
{
    enum { MOST = 2000000000 };
    const char *begin = *at;
    *number = 0;
    while (*at < end && **at >= '0' && **at <= '9') {
        *number = *number * 10 + (*(*at)++ - '0');
        if (*number > MOST) {
            return false;
        }
    }
    if (*at == begin || *at == end) {
        return false;
    }
    *unit = **at >= 'a' && **at <= 'z' ? (char)(**at - 'a' + 'A') : **at;
    (*at)++;
    return true;
}

/* Adds a part; false if the unit does not belong there. Units come in the order of
 * their size. */
static bool add_part(struct ics_duration *duration, const char **units, char unit,
                     int64_t number)
{
    static const struct {
        char unit;
        int days, seconds;
    } size[] = {
        {'W', 7, 0}, {'D', 1, 0}, {'H', 0, 3600}, {'M', 0, 60}, {'S', 0, 1}};
    while (**units && **units != unit) {
        (*units)++;
    }
    if (!**units) {
        return false;
    }
    (*units)++;
    for (int k = 0; k < 5; k++) {
        if (size[k].unit == unit) {
            duration->days += number * size[k].days;
            duration->seconds += number * size[k].seconds;
        }
    }
    return true;
}

bool ics_duration_parse(const char *text, size_t len, struct ics_duration *duration)
{
    enum { MOST_DAYS = 36525 };
    const char *at = text, *end = text + len, *units = "WD";
    int64_t number;
    char unit;
    bool is_negative = at < end && *at == '-', is_time = false;
    *duration = (struct ics_duration){0};
    at += at < end && (*at == '-' || *at == '+');
    if (!read_char(&at, end, 'P') || at == end) {
        return false;
    }
    while (at < end) {
        if (!is_time && read_char(&at, end, 'T')) {
            is_time = true;
            units = "HMS";
        }
        if (!read_part(&at, end, &number, &unit) ||
            !add_part(duration, &units, unit, number)) {
            return false;
        }
    }
    if (duration->days > MOST_DAYS ||
        duration->seconds > (int64_t)MOST_DAYS * 86400) {
        return false;
    }
    if (is_negative) {
        *duration = (struct ics_duration){-duration->days, -duration->seconds};
    }
    return true;
}

int64_t ics_instant(const struct zone *zone, struct civil civil)
{
    enum { FAR_S = 26 * 3600 }; /* beyond any change of the clock before it */
    int64_t at_s[2];
    if (zone_to_instants(zone, civil, at_s) > 0) {
        return at_s[0];
    }
    int64_t local_s = civil_to_seconds(civil);
    return local_s - zone_offset_s(zone, local_s - FAR_S);
}

int64_t ics_end(const struct zone *zone, struct civil start,
                struct ics_duration duration)
{
    if (duration.days != 0) {
        start = civil_from_seconds(civil_to_seconds(start) + duration.days * 86400);
    }
    return ics_instant(zone, start) + duration.seconds;
}
