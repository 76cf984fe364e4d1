#include "io/ics_agenda.h"

#include <stdlib.h>
#include <string.h>

#include "io/ics_calendar.h"
#include "io/ics_entry.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

static void note_meeting(struct arena *arena, const struct event *event,
                         struct ics_meetings *of, const struct strings *ids, int k)
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

struct ics_meetings ics_find_meetings(struct arena *arena,
                                      const struct ics_input *input)
{
    const struct schedule *schedule = input->schedule;
    int n = input->event->n_participants;
    struct ics_meetings of = {arena_new(arena, n, int *), arena_new(arena, n, int),
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

/* True if the interpreter was told to be in that meeting. */
static bool was_told(const struct schedule_meeting *meeting, const char *id)
{
    return (meeting->sent.state != SENT_NEVER &&
            strcmp(meeting->sent.interpreter_id, id) == 0) ||
           told_find(meeting, "", id);
}

static bool is_interpreted(const struct schedule_meeting *meeting, bool cancelled,
                           int i)
{
    return !cancelled && meeting->i == i;
}

static bool is_wanted(const struct ics_reader *reader, int k, enum ics_part part)
{
    bool cancelled;
    const struct ics_input *input = reader->input;
    const struct schedule_meeting *meeting =
        schedule_any_entry(input->schedule, k, &cancelled);
    if (part == ICS_CHANGED &&
        !told_is_news(input->event, meeting, cancelled, reader->p, reader->i)) {
        return false;
    }
    if (reader->i < 0) {
        return part != ICS_HELD || !cancelled;
    }
    return is_interpreted(meeting, cancelled, reader->i) ||
           (part != ICS_HELD &&
            was_told(meeting, input->event->interpreter[reader->i].id));
}

enum sent_state ics_item_state(const struct ics_reader *reader,
                               const struct sent_item *sent)
{
    return sent ? sent_item_state(reader->input->event, sent, reader->p, reader->i)
                : SENT_NEVER;
}

static bool is_for(const struct ics_reader *reader, const struct agenda_item *item)
{
    return agenda_is_for(reader->input->event, item, reader->p, reader->i);
}

/* True if the item with this id is for the reader now. */
static bool is_id_for(const struct ics_reader *reader, const char *id)
{
    const struct event *event = reader->input->event;
    for (int k = 0; k < event->n_agenda; k++) {
        if (strcmp(event->agenda[k].id, id) == 0) {
            return is_for(reader, &event->agenda[k]);
        }
    }
    return false;
}

static bool is_item_wanted(const struct ics_reader *reader, int number,
                           enum ics_part part)
{
    const struct event *event = reader->input->event;
    const struct agenda_item *item = agenda_item_at(event, number);
    if (part == ICS_CHANGED) {
        return agenda_news(event, reader->input->schedule, number, reader->p,
                           reader->i) != ITEM_NO_NEWS;
    }
    if (item) {
        return is_for(reader, item);
    }
    const struct sent_item *sent = ics_item_sent(reader, number);
    return part == ICS_WHOLE && !is_id_for(reader, sent->id) &&
           ics_item_state(reader, sent) != SENT_NEVER;
}

struct ics_selection ics_select_items(struct arena *arena,
                                      const struct ics_reader *reader,
                                      enum ics_part part)
{
    int n = agenda_n_numbers(reader->input->event, reader->input->schedule);
    struct ics_selection selection = {.item = arena_new(arena, n, int)};
    for (int number = 0; number < n; number++) {
        if (is_item_wanted(reader, number, part)) {
            selection.item[selection.n_items++] = number;
        }
    }
    return selection;
}

struct ics_selection ics_select(struct arena *arena,
                                const struct ics_reader *reader,
                                const struct ics_meetings *meetings,
                                enum ics_part part)
{
    const struct schedule *schedule = reader->input->schedule;
    const int *own = reader->p >= 0 ? meetings->meeting[reader->p] : NULL;
    int n = reader->p >= 0 ? meetings->n[reader->p]
                           : schedule->n_meetings + schedule->n_cancelled;
    struct ics_selection selection = ics_select_items(arena, reader, part);
    selection.meeting = arena_new(arena, n, int);
    for (int j = 0; j < n; j++) {
        int k = own ? own[j] : j;
        if (is_wanted(reader, k, part)) {
            selection.meeting[selection.n_meetings++] = k;
        }
    }
    return selection;
}

/* An entry before it is made: number k of the selection, its items behind its
 * meetings. */
struct entry_place {
    int k;
    int64_t start_s;
    const char *uid;
};

static int by_start(const void *a, const void *b)
{
    const struct entry_place *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return strcmp(x->uid, y->uid);
}

static struct entry_place meeting_place(const struct ics_reader *reader,
                                        const struct ics_selection *selection,
                                        int k)
{
    bool cancelled;
    const struct schedule_meeting *meeting = schedule_any_entry(
        reader->input->schedule, selection->meeting[k], &cancelled);
    struct ics_entry entry = ics_meeting_frame(reader, meeting, cancelled);
    return (struct entry_place){k, entry.start_s, entry.uid};
}

const struct sent_item *ics_item_sent(const struct ics_reader *reader, int number)
{
    return agenda_sent_at(reader->input->event, reader->input->schedule, number);
}

struct ics_entry ics_item_entry(struct arena *arena,
                                const struct ics_reader *reader, int number)
{
    const struct agenda_item *item = agenda_item_at(reader->input->event, number);
    return item ? ics_agenda_entry(arena, reader, item)
                : ics_gone_item_entry(arena, reader, ics_item_sent(reader, number));
}

static struct entry_place item_place(struct arena *arena,
                                     const struct ics_reader *reader,
                                     const struct ics_selection *selection, int j)
{
    int number = selection->item[j];
    const struct agenda_item *item = agenda_item_at(reader->input->event, number);
    const struct sent_item *gone = item ? NULL : ics_item_sent(reader, number);
    return (struct entry_place){
        .k = selection->n_meetings + j,
        .start_s = item ? item->start_s : gone->start_s,
        .uid =
            ics_agenda_uid(arena, reader->input->event, item ? item->id : gone->id),
    };
}

/* All of the selection by start, then UID. */
static struct entry_place *places(struct arena *arena,
                                  const struct ics_reader *reader,
                                  const struct ics_selection *selection)
{
    int n = 0;
    struct entry_place *place = arena_new(
        arena, selection->n_meetings + selection->n_items, struct entry_place);
    for (int k = 0; k < selection->n_meetings; k++) {
        place[n++] = meeting_place(reader, selection, k);
    }
    for (int j = 0; j < selection->n_items; j++) {
        place[n++] = item_place(arena, reader, selection, j);
    }
    if (n > 0) {
        qsort(place, (size_t)n, sizeof *place, by_start);
    }
    return place;
}

static struct ics_entry make_entry(struct arena *arena,
                                   const struct ics_reader *reader,
                                   const struct ics_selection *selection, int k)
{
    if (k < selection->n_meetings) {
        bool cancelled;
        const struct schedule_meeting *meeting = schedule_any_entry(
            reader->input->schedule, selection->meeting[k], &cancelled);
        return ics_meeting_entry(arena, reader, meeting, cancelled);
    }
    return ics_item_entry(arena, reader,
                          selection->item[k - selection->n_meetings]);
}

struct ics_entry *ics_entries(struct arena *arena, const struct ics_reader *reader,
                              const struct ics_selection *selection)
{
    int n = selection->n_meetings + selection->n_items;
    const struct entry_place *place = places(arena, reader, selection);
    struct ics_entry *entry = arena_new(arena, n, struct ics_entry);
    for (int k = 0; k < n; k++) {
        entry[k] = make_entry(arena, reader, selection, place[k].k);
    }
    return entry;
}

void ics_agenda_write(struct sink *sink, struct arena scratch,
                      const struct ics_reader *reader,
                      const struct ics_selection *selection)
{
    const struct ics_input *input = reader->input;
    const struct ics_calendar calendar = {
        .method = ics_is_address(scratch, reader->organizer.email) ? ICS_PUBLISH
                                                                   : ICS_PLAIN,
        .version = input->version,
        .name = ics_calendar_name(&scratch, reader),
        .stamp_s = input->stamp_s,
        .alarm_minutes = input->event->alarm_minutes,
        .n_entries = selection->n_meetings + selection->n_items,
    };
    const struct entry_place *place = places(&scratch, reader, selection);
    ics_write_head(sink, scratch, &calendar);
    for (int k = 0; k < calendar.n_entries; k++) {
        struct arena work = scratch;
        const struct ics_entry entry =
            make_entry(&work, reader, selection, place[k].k);
        ics_write_entry(sink, work, &calendar, &entry);
    }
    ics_write_end(sink);
}
