#include "io/page_time.h"

#include <string.h>

#include "io/texts.h"
#include "io/when.h"

/* "Brussels" of "Europe/Brussels" */
static const char *city(struct arena *arena, const char *zone)
{
    const char *slash = strrchr(zone, '/');
    char *name = arena_strdup(arena, slash ? slash + 1 : zone);
    for (char *c = name; *c; c++) {
        if (*c == '_') {
            *c = ' ';
        }
    }
    return name;
}

static struct civil date_of(const struct zone *zone, int64_t instant_s)
{
    struct civil civil = zone_to_civil(zone, instant_s);
    civil.hour = civil.minute = civil.second = 0;
    return civil;
}

static bool is_same_date(const struct zone *a, int64_t a_s, const struct zone *b,
                         int64_t b_s)
{
    return civil_to_seconds(date_of(a, a_s)) == civil_to_seconds(date_of(b, b_s));
}

bool page_time_same_day(const struct event *event, int64_t a_s, int64_t b_s)
{
    return is_same_date(event->zone, a_s, event->zone, b_s);
}

/* "2021-05-18T07:00Z": HTML wants no seconds. */
static void add_instant(struct html *html, struct arena *arena, const char *name,
                        int64_t instant_s)
{
    char *text = instant_format(arena, instant_s);
    strcpy(text + strlen("2021-05-18T07:00"), "Z");
    html_attr(html, name, text);
}

static const char *weekday(const struct zone *zone, int64_t instant_s)
{
    int day = civil_weekday(zone_to_civil(zone, instant_s));
    return texts_get(LANGUAGE_EN, (enum text_id)(TEXT_SUNDAY + day));
}

static void add_clock(struct html *html, struct arena *arena,
                      const struct event *event, const struct zone *zone,
                      int64_t start_s, int64_t end_s)
{
    html_open(html, "span");
    html_attr(html, "class", "z");
    if (!is_same_date(zone, start_s, event->zone, start_s)) {
        html_text(html, weekday(zone, start_s));
        html_text(html, " ");
    }
    html_text(html, when_clock_text(arena, LANGUAGE_EN, zone, start_s));
    html_text(html, "–");
    html_text(html, when_clock_text(arena, LANGUAGE_EN, zone, end_s));
    html_text(html, " ");
    html_leaf(html, "small", NULL, city(arena, zone->name));
    html_close(html);
}

void page_time_span(struct html *html, struct arena scratch,
                    const struct event *event, int64_t start_s, int64_t end_s)
{
    html_open(html, "time");
    add_instant(html, &scratch, "datetime", start_s);
    add_instant(html, &scratch, "data-end", end_s);
    for (int k = 0; k < event->n_display_zones; k++) {
        if (k > 0) {
            html_text(html, " ");
        }
        add_clock(html, &scratch, event, event->display_zone[k], start_s, end_s);
    }
    html_close(html);
}

void page_time_date(struct html *html, struct arena scratch,
                    const struct event *event, int64_t instant_s)
{
    html_open(html, "time");
    add_instant(html, &scratch, "datetime", instant_s);
    html_flag(html, "data-date");
    html_text(html, when_date_text(&scratch, LANGUAGE_EN, event->zone, instant_s));
    html_close(html);
}

void page_time_zone_names(struct html *html, struct arena scratch,
                          const struct event *event)
{
    for (int k = 0; k < event->n_display_zones; k++) {
        html_leaf(html, "span", "z", city(&scratch, event->display_zone[k]->name));
    }
}

void page_time_zones(struct html *html, struct arena scratch,
                     const struct event *event)
{
    struct buf buf;
    buf_init(&buf, &scratch);
    buf_add_text(&buf, "");
    for (int k = 0; k < event->n_display_zones; k++) {
        buf_add_text(&buf, k > 0 ? " " : "");
        buf_add_text(&buf, event->display_zone[k]->name);
    }
    html_attr(html, "data-zone", event->zone->name);
    html_attr(html, "data-zones", buf.data);
}
