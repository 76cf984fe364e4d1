#include "io/ics_files.h"

#include "io/csv_agenda.h"
#include "io/ics_agenda.h"

/* One calendar to be made: whose, and what of it. */
struct agenda_file {
    const struct ics_input *input;
    const struct ics_meetings *meetings;
    int p, i; /* the other one, or both for the organiser, -1 */
    enum ics_part part;
};

static struct ics_reader reader_of(const struct agenda_file *file)
{
    if (file->p >= 0) {
        return ics_participant_reader(file->input, file->p);
    }
    return file->i >= 0 ? ics_interpreter_reader(file->input, file->i)
                        : ics_organizer_reader(file->input);
}

static void make_calendar(struct sink *sink, struct arena scratch, const void *of)
{
    const struct agenda_file *file = of;
    struct ics_reader reader = reader_of(file);
    struct ics_selection selection =
        ics_select(&scratch, &reader, file->meetings, file->part);
    ics_agenda_write(sink, scratch, &reader, &selection);
}

static void make_table(struct sink *sink, struct arena scratch, const void *of)
{
    const struct agenda_file *file = of;
    struct ics_reader reader = reader_of(file);
    struct ics_selection selection =
        ics_select(&scratch, &reader, file->meetings, file->part);
    struct file_bytes bytes = csv_agenda_text(
        sink->buf.arena, reader.zone, ics_entries(&scratch, &reader, &selection),
        selection.n_meetings + selection.n_items);
    buf_add(&sink->buf, bytes.bytes, bytes.len);
}

/* Adds the file unless there is nothing to say in it. */
static void add_file(struct output *output, output_maker *make,
                     struct agenda_file file, const char *path)
{
    struct arena scratch = *output->arena;
    struct ics_reader reader = reader_of(&file);
    struct ics_selection selection =
        ics_select(&scratch, &reader, file.meetings, file.part);
    if (selection.n_meetings + selection.n_items > 0) {
        struct agenda_file *kept = arena_new(output->arena, 1, struct agenda_file);
        *kept = file;
        output_add_made(output, path, make, kept);
    }
}

/* Before anything was sent all is new, and the agendas say it. */
static bool has_been_sent(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].sent.state != SENT_NEVER) {
            return true;
        }
    }
    return schedule->n_cancelled > 0 || schedule->n_sent_items > 0;
}

static const struct ics_meetings *keep_meetings(struct output *output,
                                                const struct ics_input *input)
{
    struct ics_meetings *kept = arena_new(output->arena, 1, struct ics_meetings);
    *kept = ics_find_meetings(output->arena, input);
    return kept;
}

/* Somebody's calendar, and what of it differs from what was sent, if anything was. */
static void add_calendars(struct output *output, struct agenda_file file,
                          const char *name)
{
    struct arena *arena = output->arena;
    file.part = ICS_WHOLE;
    add_file(output, make_calendar, file, arena_printf(arena, "agendas/%s", name));
    file.part = ICS_CHANGED;
    if (has_been_sent(file.input->schedule)) {
        add_file(output, make_calendar, file,
                 arena_printf(arena, "agendas/changes/%s", name));
    }
}

void ics_add_agendas(struct output *output, const struct ics_input *input)
{
    struct arena *arena = output->arena;
    struct agenda_file file = {input, keep_meetings(output, input), -1, -1,
                               ICS_HELD};
    for (file.p = 0; file.p < input->event->n_participants; file.p++) {
        const char *id = input->event->participant[file.p].id;
        add_calendars(output, file, arena_printf(arena, "%s.ics", id));
        add_file(output, make_table, file,
                 arena_printf(arena, "agendas/%s.csv", id));
    }
}

void ics_add_interpreter_agendas(struct output *output,
                                 const struct ics_input *input)
{
    struct agenda_file file = {input, NULL, -1, -1, ICS_WHOLE};
    for (file.i = 0; file.i < input->event->n_interpreters; file.i++) {
        const char *id = input->event->interpreter[file.i].id;
        add_calendars(output, file,
                      arena_printf(output->arena, "interpreters/%s.ics", id));
    }
}

void ics_add_overview(struct output *output, const struct ics_input *input)
{
    struct agenda_file file = {input, NULL, -1, -1, ICS_WHOLE};
    add_file(output, make_calendar, file, "event.ics");
}
