#include "io/time_meant.h"

#include <stdbool.h>
#include <string.h>

#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

enum { LEAST_YEAR = 1900 };

/* Reads 1 to 4 digits; returns how many, 0 if none. */
static int read_number(const char **at, int *number)
{
    int n = 0;
    *number = 0;
    for (; **at >= '0' && **at <= '9' && n < 4; n++, (*at)++) {
        *number = *number * 10 + (**at - '0');
    }
    return n;
}

static bool read_one_of(const char **at, const char *among, char *found)
{
    *found = **at;
    if (**at == '\0' || !strchr(among, **at)) {
        return false;
    }
    (*at)++;
    return true;
}

static void skip_blanks(const char **at)
{
    *at += strspn(*at, " ");
}

static bool is_date(int year, int month, int day)
{
    return year >= LEAST_YEAR && month >= 1 && month <= 12 && day >= 1 &&
           day <= civil_days_in_month(year, month);
}

/* The year stands first or last; behind it, or with dots, the order is known. With
 * slashes it is only where one of the two can be no month, or both are the same. */
static bool read_date(const char **at, struct civil *civil)
{
    int first, second, third;
    char mark, again;
    int digits = read_number(at, &first);
    if (digits == 0 || !read_one_of(at, "-/.", &mark) ||
        read_number(at, &second) == 0 || !read_one_of(at, "-/.", &again) ||
        mark != again) {
        return false;
    }
    int last_digits = read_number(at, &third);
    if (digits == 4 && is_date(first, second, third)) {
        *civil = (struct civil){.year = first, .month = second, .day = third};
        return true;
    }
    if (last_digits != 4 || digits > 2) {
        return false;
    }
    bool day_first = is_date(third, second, first);
    bool month_first = mark == '/' && is_date(third, first, second);
    if (day_first == month_first && first != second) {
        return false;
    }
    *civil = day_first
                 ? (struct civil){.year = third, .month = second, .day = first}
                 : (struct civil){.year = third, .month = first, .day = second};
    return day_first || month_first;
}

/* "pm" and "a.m." behind a clock of twelve hours. */
static bool read_half(const char **at, int *hour)
{
    static const char *const half[] = {"am", "a.m.", "pm", "p.m."};
    for (int k = 0; k < 4; k++) {
        if (text_equal_nocase(*at, half[k])) {
            *at += strlen(half[k]);
            *hour = *hour % 12 + (k >= 2 ? 12 : 0);
            return true;
        }
    }
    return **at == '\0';
}

/* "16:00", "9.30", "16h", "16h00", "9 am", to the text's end; hour 24 too. */
static bool read_clock(const char *at, struct civil *civil)
{
    char mark = '\0', colon;
    int seconds = 0;
    int digits = read_number(&at, &civil->hour);
    civil->minute = 0;
    if (digits == 0 || digits > 2) {
        return false;
    }
    if (read_one_of(&at, ":.hH", &mark) && read_number(&at, &civil->minute) != 2 &&
        (mark == ':' || mark == '.' || civil->minute != 0)) {
        return false;
    }
    if (mark == ':' && read_one_of(&at, ":", &colon) &&
        (read_number(&at, &seconds) != 2 || seconds != 0)) {
        return false;
    }
    skip_blanks(&at);
    const char *half = at;
    if (!read_half(&at, &civil->hour) || (mark == '\0' && at == half)) {
        return false;
    }
    return civil->minute < 60 && civil->hour * 60 + civil->minute <= 24 * 60;
}

static const char *date_text(struct arena *arena, struct civil civil)
{
    return arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month,
                        civil.day);
}

const char *date_meant(struct arena *arena, const char *text)
{
    struct civil civil, clock;
    if (!read_date(&text, &civil)) {
        return NULL;
    }
    text += *text == 'T';
    skip_blanks(&text);
    bool is_midnight = *text != '\0' && read_clock(text, &clock) &&
                       clock.hour == 0 && clock.minute == 0;
    return *text == '\0' || is_midnight ? date_text(arena, civil) : NULL;
}

const char *date_time_meant(struct arena *arena, const char *text)
{
    struct civil civil;
    if (!read_date(&text, &civil)) {
        return NULL;
    }
    text += *text == 'T' || *text == ',';
    skip_blanks(&text);
    if (!read_clock(text, &civil)) {
        return NULL;
    }
    civil.second = 0;
    civil = civil_from_seconds(civil_to_seconds(civil)); /* no hour 24 */
    return arena_printf(arena, "%sT%02d:%02d", date_text(arena, civil), civil.hour,
                        civil.minute);
}

const char *clock_meant(struct arena *arena, const char *text)
{
    struct civil civil;
    return read_clock(text, &civil)
               ? arena_printf(arena, "%02d:%02d", civil.hour, civil.minute)
               : NULL;
}
