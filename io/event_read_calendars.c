/* The calendars of participants: when they are busy within the sessions becomes rows
 * of unavailability, as if these had been written. */

#include "io/event_parts.h"
#include "io/file.h"
#include "io/ics_busy.h"

static struct windows session_spans(struct reader *reader)
{
    struct windows spans = {0};
    for (int k = 0; k < reader->event->n_sessions; k++) {
        const struct session *session = &reader->event->session[k];
        if (session->start_s < session->end_s) {
            windows_add(reader->arena, &spans,
                        (struct window){session->start_s, session->end_s});
        }
    }
    windows_sort(&spans);
    return spans;
}

static void add_busy(struct reader *reader, const struct ics_busy_input *input,
                     struct participant *who)
{
    who->busy = ics_busy_read(reader->arena, input, reader->findings);
    for (int k = 0; k < who->busy.n; k++) {
        windows_add(reader->arena, &who->unavailable, who->busy.window[k]);
    }
    windows_sort(&who->unavailable);
}

static void read_calendar(struct reader *reader, const struct fields *fields,
                          const struct windows *spans, struct participant *who)
{
    const char *name = who->calendar;
    struct arena bytes; /* of the file, which nobody wants any longer than this */
    char *text;
    size_t len;
    struct error err;
    if (*name == '\0') {
        return;
    }
    if (!event_is_plain_file_name(name)) {
        field_error(fields, "calendar",
                    "'%s' is no plain file name; expected a file beside the event, "
                    "such as '%s.ics'",
                    field_shown(reader->arena, name), who->id);
        return;
    }
    const char *path = file_path(reader->arena, reader->folder, name);
    arena_init(&bytes);
    if (file_read(&bytes, path, &text, &len, &err)) {
        const struct ics_busy_input input = {
            .file = path,
            .text = text,
            .len = len,
            .zone = who->zone,
            .contact = who->contact,
            .n_contacts = who->n_contacts,
            .day = spans->window,
            .n_days = spans->n,
        };
        add_busy(reader, &input, who);
    } else {
        field_error(fields, "calendar", "%s", err.text);
    }
    arena_finish(&bytes);
}

void event_read_calendars(struct reader *reader)
{
    struct windows spans = session_spans(reader);
    for (int p = 0; p < reader->event->n_participants; p++) {
        read_calendar(reader, &reader->participant_entities.entity[p].fields,
                      &spans, &reader->event->participant[p]);
    }
}
