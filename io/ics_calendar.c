/* libical builds the calendar and escapes its texts. Three things of its
 * version 3.0.16 are mended afterwards, on unfolded content lines: names with
 * other letters than ASCII are not quoted, commas and semicolons of X- properties
 * and categories are not escaped, and lines are folded wrongly. */

#include "io/ics_calendar.h"

#include <assert.h>
#include <libical/ical.h>
#include <string.h>

#include "io/ics_clean.h"
#include "io/ics_fold.h"
#include "io/libraries.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

bool ics_is_address(struct arena scratch, const char *email)
{
    return ics_mailto(&scratch, email)[0] != '\0';
}

static struct icaltimetype utc_time(int64_t instant_s)
{
    struct civil civil = civil_from_seconds(instant_s);
    struct icaltimetype time = icaltime_null_time();
    time.year = civil.year;
    time.month = civil.month;
    time.day = civil.day;
    time.hour = civil.hour;
    time.minute = civil.minute;
    time.second = civil.second;
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/* Adds a property that a text makes, unless the text is empty. */
static void add_text(icalcomponent *component, icalproperty *(*make)(const char *),
                     const char *text)
{
    if (text[0] != '\0') {
        icalcomponent_add_property(component, make(text));
    }
}

static void add_time(icalcomponent *component,
                     icalproperty *(*make)(struct icaltimetype), int64_t instant_s)
{
    icalcomponent_add_property(component, make(utc_time(instant_s)));
}

static void name_property(struct arena scratch, icalproperty *property,
                          const struct ics_address *address)
{
    const char *name = ics_clean_parameter(&scratch, address->name);
    if (name[0] != '\0') {
        icalproperty_add_parameter(property, icalparameter_new_cn(name));
    }
}

static void add_organizer(struct arena scratch, icalcomponent *event,
                          const struct ics_address *organizer)
{
    const char *mailto = ics_mailto(&scratch, organizer->email);
    if (mailto[0] != '\0') {
        icalproperty *property = icalproperty_new_organizer(mailto);
        name_property(scratch, property, organizer);
        icalcomponent_add_property(event, property);
    }
}

static void add_answer(icalproperty *attendee, enum ics_answer answer)
{
    static const enum icalparameter_partstat partstat[] = {
        [ICS_UNANSWERED] = ICAL_PARTSTAT_NEEDSACTION,
        [ICS_ACCEPTS] = ICAL_PARTSTAT_ACCEPTED,
        [ICS_MAY_COME] = ICAL_PARTSTAT_TENTATIVE,
        [ICS_DECLINES] = ICAL_PARTSTAT_DECLINED,
    };
    icalproperty_add_parameter(attendee,
                               icalparameter_new_partstat(partstat[answer]));
    if (answer == ICS_UNANSWERED) {
        icalproperty_add_parameter(attendee,
                                   icalparameter_new_rsvp(ICAL_RSVP_TRUE));
    }
}

static void add_attendee(struct arena scratch, icalcomponent *event,
                         const struct ics_address *attendee, bool answers)
{
    const char *mailto = ics_mailto(&scratch, attendee->email);
    const char *language = ics_clean_parameter(&scratch, attendee->language);
    assert(mailto[0] != '\0');
    icalproperty *property = icalproperty_new_attendee(mailto);
    name_property(scratch, property, attendee);
    icalproperty_add_parameter(property,
                               icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
    icalproperty_add_parameter(property,
                               icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    if (answers) {
        add_answer(property, attendee->answer);
    }
    if (language[0] != '\0') {
        icalproperty_add_parameter(property, icalparameter_new_language(language));
    }
    icalcomponent_add_property(event, property);
}

static void add_link(struct arena scratch, icalcomponent *event,
                     const struct ics_entry *entry)
{
    const char *url = ics_clean_uri(&scratch, entry->url);
    const char *label = ics_clean_parameter(&scratch, entry->url_label);
    if (url[0] == '\0') {
        return;
    }
    icalproperty *property = icalproperty_new_conference(url);
    icalproperty_add_parameter(property,
                               icalparameter_new_feature(ICAL_FEATURE_VIDEO));
    if (label[0] != '\0') {
        icalproperty_add_parameter(property, icalparameter_new_label(label));
    }
    icalcomponent_add_property(event, icalproperty_new_url(url));
    icalcomponent_add_property(event, property);
}

static void add_status(icalcomponent *event, enum ics_status status)
{
    static const enum icalproperty_status ical_status[] = {
        [ICS_CONFIRMED] = ICAL_STATUS_CONFIRMED,
        [ICS_TENTATIVE] = ICAL_STATUS_TENTATIVE,
        [ICS_CANCELLED] = ICAL_STATUS_CANCELLED,
    };
    bool is_off = status == ICS_CANCELLED || status == ICS_UNINVITED;
    if (status != ICS_UNINVITED) {
        icalcomponent_add_property(event,
                                   icalproperty_new_status(ical_status[status]));
    }
    icalcomponent_add_property(
        event, icalproperty_new_transp(is_off ? ICAL_TRANSP_TRANSPARENT
                                              : ICAL_TRANSP_OPAQUE));
}

static void add_alarm(icalcomponent *event, int minutes, const char *text)
{
    struct icaltriggertype trigger = {
        .time = icaltime_null_time(),
        .duration = icaldurationtype_from_int(-60 * minutes),
    };
    icalcomponent *alarm = icalcomponent_new_valarm();
    icalcomponent_add_component(event, alarm);
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
    icalcomponent_add_property(alarm, icalproperty_new_description(text));
}

static void fill_entry(struct arena scratch, icalcomponent *event,
                       const struct ics_calendar *calendar,
                       const struct ics_entry *entry)
{
    add_text(event, icalproperty_new_uid, ics_clean_line(&scratch, entry->uid));
    icalcomponent_add_property(event, icalproperty_new_sequence(entry->sequence));
    add_time(event, icalproperty_new_dtstamp, calendar->stamp_s);
    add_time(event, icalproperty_new_created, calendar->stamp_s);
    add_time(event, icalproperty_new_lastmodified, calendar->stamp_s);
    add_time(event, icalproperty_new_dtstart, entry->start_s);
    add_time(event, icalproperty_new_dtend, entry->end_s);
    add_status(event, entry->status);
    add_text(event, icalproperty_new_summary,
             ics_clean_line(&scratch, entry->summary));
    add_text(event, icalproperty_new_description,
             ics_clean_text(&scratch, entry->description));
    add_text(event, icalproperty_new_location,
             ics_clean_line(&scratch, entry->location));
    add_text(event, icalproperty_new_categories,
             ics_clean_line(&scratch, entry->category));
    add_link(scratch, event, entry);
    if (calendar->method != ICS_PLAIN) {
        add_organizer(scratch, event, &entry->organizer);
    }
    for (int k = 0; k < entry->n_attendees; k++) {
        add_attendee(scratch, event, &entry->attendee[k],
                     calendar->method == ICS_REQUEST);
    }
    if (calendar->alarm_minutes > 0 && entry->status != ICS_CANCELLED) {
        add_alarm(event, calendar->alarm_minutes,
                  ics_first_line(&scratch, entry->summary, entry->uid, ""));
    }
}

static void add_method(icalcomponent *root, enum ics_method method)
{
    static const enum icalproperty_method ical_method[] = {
        [ICS_PUBLISH] = ICAL_METHOD_PUBLISH,
        [ICS_REQUEST] = ICAL_METHOD_REQUEST,
        [ICS_CANCEL] = ICAL_METHOD_CANCEL,
    };
    if (method != ICS_PLAIN) {
        icalcomponent_add_property(root,
                                   icalproperty_new_method(ical_method[method]));
    }
}

static void add_calendar_name(icalcomponent *root, const char *name)
{
    if (name[0] != '\0') {
        icalproperty *property = icalproperty_new_x(name);
        icalproperty_set_x_name(property, "X-WR-CALNAME");
        icalcomponent_add_property(root, icalproperty_new_name(name));
        icalcomponent_add_property(root, property);
    }
}

static void fill_calendar(struct arena scratch, icalcomponent *root,
                          const struct ics_calendar *calendar)
{
    const char *version = ics_clean_line(&scratch, calendar->version);
    add_text(root, icalproperty_new_version, "2.0");
    add_text(root, icalproperty_new_prodid,
             arena_printf(&scratch, "-//matchday//matchday %s//EN", version));
    add_text(root, icalproperty_new_calscale, "GREGORIAN");
    add_method(root, calendar->method);
    add_calendar_name(root, ics_clean_line(&scratch, calendar->name));
}

/* As libical writes the entry, or, without one, the calendar around its entries. */
static char *raw_text(struct arena *arena, const struct ics_calendar *calendar,
                      const struct ics_entry *entry)
{
    icalcomponent *component =
        entry ? icalcomponent_new_vevent() : icalcomponent_new_vcalendar();
    if (!component) {
        out_of_memory();
    }
    if (entry) {
        fill_entry(*arena, component, calendar, entry);
    } else {
        fill_calendar(*arena, component, calendar);
    }
    char *text = icalcomponent_as_ical_string_r(component);
    icalcomponent_free(component);
    if (!text) {
        out_of_memory();
    }
    char *copy = arena_strdup(arena, text);
    icalmemory_free_buffer(text);
    return copy;
}

static bool is_ascii(const char *text, size_t len)
{
    for (size_t k = 0; k < len; k++) {
        if ((unsigned char)text[k] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* Copies the content line's name and parameters, with quotes around values that
 * need them; returns the rest of the line: its value, ':' in front. */
static const char *add_parameters(struct buf *buf, const char *line)
{
    size_t n = strcspn(line, ";:\n");
    buf_add(buf, line, n);
    line += n;
    while (*line == ';') {
        n = strcspn(line, "=:\n");
        n += line[n] == '=';
        buf_add(buf, line, n);
        line += n;
        if (*line == '"') {
            n = 1 + strcspn(line + 1, "\"\n");
            n += line[n] == '"';
        } else {
            n = strcspn(line, ";:\n");
        }
        const char *quote = *line != '"' && !is_ascii(line, n) ? "\"" : "";
        buf_add_text(buf, quote);
        buf_add(buf, line, n);
        buf_add_text(buf, quote);
        line += n;
    }
    return line;
}

/* Copies up to the line's end; a comma or semicolon that is not escaped yet is
 * now, if there must be none. */
static const char *add_value(struct buf *buf, const char *value, bool escape)
{
    const char *end = strchr(value, '\n');
    for (size_t n; escape && value < end; value += n) {
        n = strcspn(value, "\\,;\n");
        buf_add(buf, value, n);
        if (value[n] == ',' || value[n] == ';') {
            buf_add_char(buf, '\\');
            buf_add_char(buf, value[n++]);
        } else if (value[n] == '\\') {
            size_t pair = value + n + 1 < end ? 2 : 1;
            buf_add(buf, value + n, pair);
            n += pair;
        }
    }
    buf_add(buf, value, (size_t)(end + 1 - value));
    return end + 1;
}

static char *mend(struct arena *arena, const char *text)
{
    size_t len;
    struct buf buf;
    const char *line = ics_unfold(arena, text, &len);
    buf_init(&buf, arena);
    while (*line != '\0') {
        bool escape = text_begins_with(line, "X-WR-CALNAME:") ||
                      text_begins_with(line, "CATEGORIES:");
        line = add_parameters(&buf, line);
        line = add_value(&buf, line, escape);
    }
    return buf.data;
}

/* The entry's lines, or those around all entries. */
static void add_folded(struct buf *buf, struct arena scratch,
                       const struct ics_calendar *calendar,
                       const struct ics_entry *entry)
{
    size_t len;
    const char *raw = raw_text(&scratch, calendar, entry);
    const char *text = ics_refold(&scratch, mend(&scratch, raw), &len);
    buf_add(buf, text, len);
}

static const char calendar_end[] = "END:VCALENDAR\r\n";

void ics_write_head(struct sink *sink, struct arena scratch,
                    const struct ics_calendar *calendar)
{
    struct buf *buf = &sink->buf;
    add_folded(buf, scratch, calendar, NULL);
    assert(buf->len > strlen(calendar_end) &&
           strcmp(buf->data + buf->len - strlen(calendar_end), calendar_end) == 0);
    buf->len -= strlen(calendar_end);
    buf->data[buf->len] = '\0';
}

void ics_write_entry(struct sink *sink, struct arena scratch,
                     const struct ics_calendar *calendar,
                     const struct ics_entry *entry)
{
    add_folded(&sink->buf, scratch, calendar, entry);
    sink_pass(sink);
}

void ics_write_end(struct sink *sink)
{
    buf_add_text(&sink->buf, calendar_end);
    sink_pass(sink);
}

void ics_calendar_write(struct sink *sink, struct arena scratch,
                        const struct ics_calendar *calendar)
{
    assert(calendar->n_entries > 0);
    ics_write_head(sink, scratch, calendar);
    for (int k = 0; k < calendar->n_entries; k++) {
        ics_write_entry(sink, scratch, calendar, &calendar->entry[k]);
    }
    ics_write_end(sink);
}

char *ics_calendar_text(struct arena *arena, struct arena scratch,
                        const struct ics_calendar *calendar, size_t *len)
{
    struct sink sink;
    sink_init(&sink, arena, NULL, NULL);
    ics_calendar_write(&sink, scratch, calendar);
    *len = sink.buf.len;
    return sink.buf.data;
}

/* The first time in UTC makes libical read its list of time zones. */
void ics_calendar_begin(void)
{
    icaltimezone_get_utc_timezone();
}

void ics_calendar_finish(void)
{
    icaltimezone_free_builtin_timezones();
}

const char *ics_library_version(struct arena *arena)
{
    return arena_printf(arena, "%d.%d.%d", ICAL_MAJOR_VERSION, ICAL_MINOR_VERSION,
                        ICAL_PATCH_VERSION);
}
