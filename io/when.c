#include "io/when.h"

#include <string.h>

static char *date_text(struct arena *arena, enum language language,
                       struct civil civil)
{
    enum text_id weekday = (enum text_id)(TEXT_SUNDAY + civil_weekday(civil));
    enum text_id month = (enum text_id)(TEXT_JANUARY + civil.month - 1);
    const char *day = civil.day == 1 ? texts_get(language, TEXT_FIRST_OF_MONTH)
                                     : arena_printf(arena, "%d", civil.day);
    return texts_fill(arena, language, TEXT_DATE,
                      (const char *[]){
                          texts_get(language, weekday),
                          day,
                          texts_get(language, month),
                          arena_printf(arena, "%d", civil.year),
                          NULL,
                      });
}

static char *clock_text(struct arena *arena, enum language language,
                        struct civil civil)
{
    return texts_fill(arena, language, TEXT_CLOCK,
                      (const char *[]){
                          arena_printf(arena, "%02d", civil.hour),
                          arena_printf(arena, "%02d", civil.minute),
                          NULL,
                      });
}

char *when_date_text(struct arena *arena, enum language language,
                     const struct zone *zone, int64_t instant_s)
{
    return date_text(arena, language, zone_to_civil(zone, instant_s));
}

char *when_clock_text(struct arena *arena, enum language language,
                      const struct zone *zone, int64_t instant_s)
{
    return clock_text(arena, language, zone_to_civil(zone, instant_s));
}

static const char *zone_text(struct arena *arena, enum language language,
                             const struct zone *zone, int64_t instant_s)
{
    if (strcmp(zone->name, "UTC") == 0) {
        return zone->name;
    }
    int minutes = zone_offset_s(zone, instant_s) / 60;
    char sign = minutes < 0 ? '-' : '+';
    minutes = minutes < 0 ? -minutes : minutes;
    const char *offset =
        arena_printf(arena, "UTC%c%02d:%02d", sign, minutes / 60, minutes % 60);
    return texts_fill(arena, language, TEXT_ZONE,
                      (const char *[]){offset, zone->name, NULL});
}

char *when_text(struct arena *arena, enum language language,
                const struct zone *zone, int64_t start_s, int64_t end_s)
{
    struct civil start = zone_to_civil(zone, start_s);
    struct civil end = zone_to_civil(zone, end_s);
    const char *from_date = date_text(arena, language, start);
    const char *to_date = date_text(arena, language, end);
    const char *from = clock_text(arena, language, start);
    const char *to = clock_text(arena, language, end);
    const char *where = zone_text(arena, language, zone, start_s);
    if (strcmp(from_date, to_date) == 0) {
        return texts_fill(arena, language, TEXT_WHEN,
                          (const char *[]){from_date, from, to, where, NULL});
    }
    return texts_fill(arena, language, TEXT_WHEN_OVER_MIDNIGHT,
                      (const char *[]){from_date, from, to_date, to, where, NULL});
}
