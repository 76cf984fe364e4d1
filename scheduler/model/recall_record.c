/* How to reach people, written down while the event still knows it. */

#include "scheduler/model/recall.h"

#include <stdlib.h>
#include <string.h>

/* Who was sent something. */
struct reached {
    const struct event *whole;
    bool *participant, *interpreter;
};

static void reach_participant(struct reached *reached, const char *id)
{
    int p = event_find_participant(reached->whole, id);
    if (p >= 0) {
        reached->participant[p] = true;
    }
}

static void reach_interpreter(struct reached *reached, const char *id)
{
    int i = event_find_interpreter(reached->whole, id);
    if (i >= 0) {
        reached->interpreter[i] = true;
    }
}

static void reach_people_of(struct reached *reached,
                            const struct schedule_meeting *meeting)
{
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        reach_participant(reached, meeting->participant_ids.text[k]);
    }
    for (int k = 0; k < meeting->told.n_persons; k++) {
        if (meeting->told.person[k].participant_id[0] == '\0') {
            reach_interpreter(reached, meeting->told.person[k].who);
        }
    }
}

static void reach_audience(struct reached *reached, const struct sent_item *item)
{
    const struct strings *list[] = {&item->audience_ids, &item->told_off};
    for (int l = 0; l < 2; l++) {
        for (int k = 0; k < list[l]->n; k++) {
            reach_participant(reached, list[l]->text[k]);
            reach_interpreter(reached, list[l]->text[k]);
        }
    }
}

static struct addressee record_participant(const struct participant *who)
{
    return (struct addressee){
        .id = who->id,
        .organisation = who->organisation,
        .organisation_ja = who->organisation_ja,
        .side = who->side,
        .time_zone = who->zone->name,
        .contact = who->contact,
        .n_contacts = who->n_contacts,
    };
}

static struct addressee record_interpreter(struct arena *arena,
                                           const struct interpreter *who)
{
    struct contact *contact = arena_new(arena, 1, struct contact);
    *contact = (struct contact){.name = who->name,
                                .name_ja = "",
                                .email = who->email,
                                .language = "",
                                .job_title = ""};
    return (struct addressee){
        .is_interpreter = true,
        .id = who->id,
        .organisation = "",
        .organisation_ja = "",
        .side = "",
        .time_zone = who->zone->name,
        .pairs = who->pairs,
        .contact = contact,
        .n_contacts = who->name[0] != '\0' || who->email[0] != '\0',
    };
}

void recall_record(struct arena *arena, const struct event *whole,
                   struct schedule *schedule)
{
    struct reached reached = {whole, arena_new(arena, whole->n_participants, bool),
                              arena_new(arena, whole->n_interpreters, bool)};
    for (int k = 0; k < schedule->n_meetings; k++) {
        reach_people_of(&reached, &schedule->meeting[k]);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        reach_people_of(&reached, &schedule->cancelled[k]);
    }
    for (int k = 0; k < schedule->n_sent_items; k++) {
        reach_audience(&reached, &schedule->sent_item[k]);
    }
    schedule->n_addressees = 0;
    schedule->addressee = arena_new(
        arena, whole->n_participants + whole->n_interpreters, struct addressee);
    for (int p = 0; p < whole->n_participants; p++) {
        if (reached.participant[p] || event_has_left(whole, p)) {
            schedule->addressee[schedule->n_addressees++] =
                record_participant(&whole->participant[p]);
        }
    }
    for (int i = 0; i < whole->n_interpreters; i++) {
        if (reached.interpreter[i] || event_interpreter_has_left(whole, i)) {
            schedule->addressee[schedule->n_addressees++] =
                record_interpreter(arena, &whole->interpreter[i]);
        }
    }
    if (schedule->n_addressees > 0) {
        qsort(schedule->addressee, (size_t)schedule->n_addressees,
              sizeof *schedule->addressee, addressee_compare);
    }
}
