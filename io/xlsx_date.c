#include <math.h>
#include <string.h>

#include "io/xlsx_parts.h"
#include "scheduler/base/civil.h"

/* Goes over what stands in quotes, behind a backslash or in brackets; "[h]" counts
 * hours beyond a day and shows a clock. */
static const char *behind_literal(const char *code, int *shows)
{
    if (*code == '"') {
        const char *close = strchr(code + 1, '"');
        return close ? close + 1 : code + strlen(code);
    }
    if (*code == '[') {
        *shows |= strchr("hHmMsS", code[1]) && code[1] ? XLSX_DATE_CLOCK : 0;
        const char *close = strchr(code, ']');
        return close ? close + 1 : code + strlen(code);
    }
    return code[1] ? code + 2 : code + 1; /* \ _ * and what is behind them */
}

int xlsx_date_format(const char *code)
{
    int shows = 0;
    bool has_months = false;
    if (strncmp(code, "General", 7) == 0) {
        return 0;
    }
    while (*code && *code != ';') {
        if (strchr("\"[\\_*", *code)) {
            code = behind_literal(code, &shows);
            continue;
        }
        shows |= strchr("yYdD", *code) ? XLSX_DATE_DAY : 0;
        shows |= strchr("hHsS", *code) ? XLSX_DATE_CLOCK : 0;
        has_months |= *code == 'm' || *code == 'M';
        code++;
    }
    return has_months && shows == 0 ? XLSX_DATE_DAY : shows;
}

int xlsx_date_builtin(int number)
{
    if (number == 22) {
        return XLSX_DATE_DAY | XLSX_DATE_CLOCK;
    }
    if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
        (number >= 45 && number <= 47)) {
        return XLSX_DATE_CLOCK;
    }
    bool is_day = (number >= 14 && number <= 17) ||
                  (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
    return is_day ? XLSX_DATE_DAY : 0;
}

/* Day 60 of the other system is 29 February 1900, which never was: days before it are
 * one later than those behind it would have them. */
static int64_t first_day_s(bool from_1904, double days)
{
    const struct civil first = {.year = from_1904 ? 1904 : 1899,
                                .month = from_1904 ? 1 : 12,
                                .day = from_1904 ? 1 : 30};
    int64_t start_s = civil_to_seconds(first);
    return !from_1904 && days < 60 ? start_s + INT64_C(24) * 3600 : start_s;
}

const char *xlsx_date_text(struct arena *arena, double days, bool from_1904,
                           int shows)
{
    enum { DAY_S = 24 * 3600, MOST_DAYS = 2958465 }; /* 9999-12-31 */
    if (!(days >= 0 && days <= MOST_DAYS)) {
        return NULL;
    }
    int64_t s = (int64_t)llround(days * DAY_S);
    struct civil c = civil_from_seconds(first_day_s(from_1904, days) + s);
    const char *seconds = c.second ? arena_printf(arena, ":%02d", c.second) : "";
    const char *clock =
        arena_printf(arena, "%02d:%02d%s", c.hour, c.minute, seconds);
    const char *date =
        arena_printf(arena, "%04d-%02d-%02d", c.year, c.month, c.day);
    if (shows == XLSX_DATE_CLOCK || s < DAY_S) {
        bool is_end_of_day = shows == XLSX_DATE_CLOCK && s == DAY_S;
        return is_end_of_day ? "24:00" : clock;
    }
    return shows == XLSX_DATE_DAY && s % DAY_S == 0
               ? date
               : arena_printf(arena, "%sT%s", date, clock);
}
