#include "io/csv_changes.h"

#include <stddef.h>

#include "io/change_words.h"
#include "io/csv_write.h"
#include "scheduler/model/cause.h"

struct changes {
    struct arena *arena;
    struct csv_writer csv;
    const struct ics_input *input;
    const struct eligibility *elig;
    const struct diff *diff;
};

/* In local time; empty where the meeting is not held. */
static void add_side(struct changes *changes, const struct change_words *words,
                     const struct diff_side *side)
{
    struct arena *arena = changes->arena;
    struct csv_writer *csv = &changes->csv;
    if (!side->is_held) {
        for (int k = 0; k < 4; k++) {
            csv_add_text(csv, "");
        }
        return;
    }
    csv_add_local(csv, arena, words->reader.zone, side->start_s);
    csv_add_local(csv, arena, words->reader.zone, side->end_s);
    csv_add_text(csv, words->title
                          ? ""
                          : change_room_name(arena, &words->reader, side->room_id,
                                             side->room_name));
    csv_add_text(csv, words->title
                          ? ""
                          : change_interpreter_name(arena, changes->input->event,
                                                    side->interpreter_id));
}

static const char *room_url(const struct event *event, const struct diff_side *side)
{
    int r = side->is_held ? event_find_room(event, side->room_id) : -1;
    return r >= 0 ? event->room[r].url : "";
}

static void add_cause(struct changes *changes, const struct diff_entry *entry)
{
    const char *words;
    enum cause cause =
        cause_of_change(changes->arena, changes->input->event, changes->elig,
                        changes->input->schedule, entry, &words);
    csv_add_text(&changes->csv, cause != N_CAUSES ? cause_name(cause) : "");
    csv_add_text(&changes->csv, words);
}

/* Of an agenda item `entry` is NULL: it has no id of a meeting, room or cause. */
static void add_row(struct changes *changes, const struct diff_listener *listener)
{
    const struct diff_entry *entry =
        listener->item < 0 ? &changes->diff->entry[listener->entry] : NULL;
    const struct change_words words =
        change_words(changes->arena, changes->input, changes->diff, listener);
    const char *const first[] = {
        entry ? entry->meeting->id : "",
        words.change,
        entry ? entry->meeting->topic : words.title,
        listener->participant_id,
        words.organisation,
        words.name,
        words.email,
        words.language,
        words.reader.zone->name,
        words.tell,
    };
    struct csv_writer *csv = &changes->csv;
    for (size_t k = 0; k < sizeof first / sizeof *first; k++) {
        csv_add_text(csv, first[k]);
    }
    add_side(changes, &words, &words.before);
    add_side(changes, &words, &words.now);
    csv_add_text(csv, entry ? room_url(changes->input->event, &words.now)
                            : words.item_url);
    csv_add_text(csv, entry ? entry->meeting->uid : words.item_uid);
    if (entry) {
        add_cause(changes, entry);
    } else {
        csv_add_text(csv, "");
        csv_add_text(csv, "");
    }
    csv_end_row(csv);
}

static void add_header(struct csv_writer *csv)
{
    static const char *const name[] = {"meeting",      "change",
                                       "topic",        "participant",
                                       "organisation", "name",
                                       "email",        "language",
                                       "time_zone",    "tell",
                                       "start before", "end before",
                                       "room before",  "interpreter before",
                                       "start",        "end",
                                       "room",         "interpreter",
                                       "room url",     "uid",
                                       "cause",        "explanation"};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(csv, name[k]);
    }
    csv_end_row(csv);
}

void csv_add_changes(struct output *output, const struct event *event,
                     const struct eligibility *elig, const struct schedule *before,
                     const struct schedule *schedule)
{
    struct diff diff;
    struct diff_listeners listeners;
    const struct ics_input input = {.event = event, .schedule = schedule};
    struct changes changes = {
        .arena = output->arena, .input = &input, .elig = elig, .diff = &diff};
    diff_told(output->arena, event, before, schedule, &diff);
    diff_listeners(output->arena, event, &diff, &listeners);
    csv_begin(&changes.csv, output->arena);
    add_header(&changes.csv);
    for (int k = 0; k < listeners.n_listeners; k++) {
        add_row(&changes, &listeners.listener[k]);
    }
    output_add(output, "changes.csv", changes.csv.buf.data, changes.csv.buf.len);
}
