#include "io/ics_files.h"

#include <stdlib.h>
#include <string.h>

#include "io/ics_calendar.h"
#include "io/ics_entry.h"

/* The entries of one calendar. */
struct entries {
    struct arena *arena;
    struct ics_entry *entry;
    int n, capacity;
};

static void add_entry(struct entries *entries, struct ics_entry entry)
{
    entries->entry = arena_grow(entries->arena, entries->entry, entries->n,
                                &entries->capacity, sizeof entry);
    entries->entry[entries->n++] = entry;
}

static int by_start(const void *a, const void *b)
{
    const struct ics_entry *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return strcmp(x->uid, y->uid);
}

static void add_calendar(struct output *output, const struct ics_reader *reader,
                         struct entries *entries, const char *path)
{
    struct arena scratch = *entries->arena;
    const struct ics_input *input = reader->input;
    if (entries->n == 0) {
        return;
    }
    qsort(entries->entry, (size_t)entries->n, sizeof *entries->entry, by_start);
    const struct ics_calendar calendar = {
        .method = ics_is_address(scratch, reader->organizer.email) ? ICS_PUBLISH
                                                                   : ICS_PLAIN,
        .version = input->version,
        .name = ics_calendar_name(&scratch, reader),
        .stamp_s = input->stamp_s,
        .entry = entries->entry,
        .n_entries = entries->n,
    };
    size_t len;
    const char *text = ics_calendar_text(output->arena, scratch, &calendar, &len);
    output_add(output, path, text, len);
}

/* Whose meetings are whose: meeting[p][0 .. n[p]), numbers of the scheduled ones
 * and behind those of the cancelled ones. */
struct meetings_of {
    int **meeting;
    int *n, *capacity;
};

static void note_meeting(struct arena *arena, const struct event *event,
                         struct meetings_of *of, const struct strings *ids, int k)
{
    for (int j = 0; j < ids->n; j++) {
        int p = event_find_participant(event, ids->text[j]);
        if (p >= 0) {
            of->meeting[p] = arena_grow(arena, of->meeting[p], of->n[p],
                                        &of->capacity[p], sizeof(int));
            of->meeting[p][of->n[p]++] = k;
        }
    }
}

static struct meetings_of find_meetings(struct arena *arena,
                                        const struct ics_input *input)
{
    const struct schedule *schedule = input->schedule;
    int n = input->event->n_participants;
    struct meetings_of of = {arena_new(arena, n, int *), arena_new(arena, n, int),
                             arena_new(arena, n, int)};
    for (int k = 0; k < schedule->n_meetings; k++) {
        note_meeting(arena, input->event, &of,
                     &schedule->meeting[k].participant_ids, k);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        note_meeting(arena, input->event, &of,
                     &schedule->cancelled[k].participant_ids,
                     schedule->n_meetings + k);
    }
    return of;
}

/* One who does not come has no agenda but what became of its meetings. */
static void add_items(struct entries *entries, const struct ics_reader *reader)
{
    const struct event *event = reader->input->event;
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (reader->p >= 0 ? !event->participant[reader->p].cancelled &&
                                 agenda_concerns(event, item, reader->p)
                           : agenda_concerns_interpreter(item, reader->i)) {
            add_entry(entries, ics_agenda_entry(entries->arena, reader, item));
        }
    }
}

static void add_agenda(struct arena scratch, struct output *output,
                       const struct ics_input *input, const struct meetings_of *of,
                       int p)
{
    const struct schedule *schedule = input->schedule;
    struct ics_reader reader = ics_participant_reader(input, p);
    struct entries entries = {.arena = &scratch};
    for (int j = 0; j < of->n[p]; j++) {
        int k = of->meeting[p][j];
        bool cancelled = k >= schedule->n_meetings;
        const struct schedule_meeting *meeting =
            cancelled ? &schedule->cancelled[k - schedule->n_meetings]
                      : &schedule->meeting[k];
        add_entry(&entries,
                  ics_meeting_entry(&scratch, &reader, meeting, cancelled));
    }
    add_items(&entries, &reader);
    add_calendar(
        output, &reader, &entries,
        arena_printf(&scratch, "agendas/%s.ics", input->event->participant[p].id));
}

void ics_add_agendas(struct output *output, const struct ics_input *input)
{
    struct arena work;
    arena_init(&work);
    const struct meetings_of of = find_meetings(&work, input);
    for (int p = 0; p < input->event->n_participants; p++) {
        add_agenda(work, output, input, &of, p);
    }
    ics_calendar_finish();
    arena_finish(&work);
}

/* True if the interpreter was told to be in that meeting. */
static bool was_told(const struct schedule_meeting *meeting, const char *id)
{
    return meeting->sent.state != SENT_NEVER &&
           strcmp(meeting->sent.interpreter_id, id) == 0;
}

static void add_interpreter_agenda(struct arena scratch, struct output *output,
                                   const struct ics_input *input, int i)
{
    const struct schedule *schedule = input->schedule;
    const char *id = input->event->interpreter[i].id;
    struct ics_reader reader = ics_interpreter_reader(input, i);
    struct entries entries = {.arena = &scratch};
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        if (meeting->i == i || was_told(meeting, id)) {
            add_entry(&entries,
                      ics_meeting_entry(&scratch, &reader, meeting, false));
        }
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        const struct schedule_meeting *meeting = &schedule->cancelled[k];
        if (was_told(meeting, id)) {
            add_entry(&entries,
                      ics_meeting_entry(&scratch, &reader, meeting, true));
        }
    }
    add_items(&entries, &reader);
    add_calendar(output, &reader, &entries,
                 arena_printf(&scratch, "agendas/interpreters/%s.ics", id));
}

void ics_add_interpreter_agendas(struct output *output,
                                 const struct ics_input *input)
{
    struct arena work;
    arena_init(&work);
    for (int i = 0; i < input->event->n_interpreters; i++) {
        add_interpreter_agenda(work, output, input, i);
    }
    ics_calendar_finish();
    arena_finish(&work);
}
