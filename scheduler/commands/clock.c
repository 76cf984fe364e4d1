#include "scheduler/commands/clock.h"

#include <stdio.h>
#include <string.h>

#include "io/texts.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/messages/messages.h"

char *clock_time_text(struct arena *arena, const struct zone *zone, int64_t at_s)
{
    struct civil civil = zone_to_civil(zone, at_s);
    return arena_printf(arena, "%02d:%02d", civil.hour, civil.minute);
}

char *clock_day_text(struct arena *arena, const struct zone *zone, int64_t at_s)
{
    struct civil civil = zone_to_civil(zone, at_s);
    enum language language = language_find(messages_language());
    enum text_id weekday = (enum text_id)(TEXT_SUNDAY + civil_weekday(civil));
    enum text_id month = (enum text_id)(TEXT_JANUARY + civil.month - 1);
    const char *day_name = texts_get(language, weekday);
    const char *month_name = texts_get(language, month);
    switch (language) {
    case LANGUAGE_JA:
        return arena_printf(arena, "%s%d日(%s) %02d:%02d", month_name, civil.day,
                            day_name, civil.hour, civil.minute);
    case LANGUAGE_FR:
        return arena_printf(arena, "%s %d %s %02d:%02d", day_name, civil.day,
                            month_name, civil.hour, civil.minute);
    case LANGUAGE_EN:
    case N_LANGUAGES:
        break;
    }
    return arena_printf(arena, "%s %d %.3s %02d:%02d", day_name, civil.day,
                        month_name, civil.hour, civil.minute);
}

bool clock_read(const char *text, struct civil *civil, bool *fixed, int64_t *at_s)
{
    enum { DATE = 10, MOST = 40 }; /* "2026-05-19", and more than follows it */
    char copy[MOST + 2];
    size_t len = strlen(text);
    if (len <= DATE || len >= MOST || text[DATE] != ' ') {
        return civil_parse(text, civil, fixed, at_s);
    }
    const char *clock = text + DATE + 1;
    bool is_short = clock[0] != '\0' && clock[1] == ':';
    snprintf(copy, sizeof copy, "%.*sT%s%s", DATE, text, is_short ? "0" : "",
             clock);
    return civil_parse(copy, civil, fixed, at_s);
}

bool clock_is_same_day(const struct zone *zone, int64_t a_s, int64_t b_s)
{
    struct civil a = zone_to_civil(zone, a_s), b = zone_to_civil(zone, b_s);
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

char *clock_all_text(struct arena *arena, const struct event *event, int64_t at_s)
{
    struct buf buf;
    int day = 0; /* that was said last */
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < event->n_display_zones; k++) {
        const struct zone *zone = event->display_zone[k];
        int today = zone_to_civil(zone, at_s).day;
        buf_printf(&buf, "%s%s %s", k > 0 ? phrase(", ") : "",
                   today == day ? clock_time_text(arena, zone, at_s)
                                : clock_day_text(arena, zone, at_s),
                   zone_city(arena, zone));
        day = today;
    }
    return buf.data;
}
