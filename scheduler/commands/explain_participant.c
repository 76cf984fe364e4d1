/* What became of a participant's requests: asked, possible, served, and why not the
 * rest. */

#include <stdio.h>

#include "io/reason_text.h"
#include "scheduler/base/bits.h"
#include "scheduler/base/buf.h"
#include "scheduler/commands/explain_words.h"
#include "scheduler/model/objective.h"

static struct arena *arena_of(const struct explaining *explaining)
{
    return &explaining->job->arena;
}

/* The others of the request's meeting. */
static const char *partners(const struct explaining *explaining, int q, int p)
{
    const struct eligibility *elig = &explaining->job->elig;
    const struct meeting *meeting = &elig->meeting[elig->meeting_of_request[q]];
    struct buf buf;
    buf_init(&buf, arena_of(explaining));
    for (int k = 0; k < meeting->n_participants; k++) {
        if (meeting->participant[k] != p) {
            buf_printf(&buf, "%s%s", buf.len > 0 ? ", " : "",
                       explain_who(explaining, meeting->participant[k]));
        }
    }
    if (meeting->topic[0] != '\0') {
        buf_printf(&buf, " (%s)", meeting->topic);
    }
    return buf.data;
}

static void print_request(const struct explaining *explaining, int q, int p)
{
    const struct event *event = &explaining->job->event;
    const struct request *request = &event->request[q];
    const struct schedule_meeting *entry = explaining_served(explaining, q);
    const struct unscheduled *why = explaining_unscheduled(explaining, q);
    printf("  %s %s %s: ", request->id, request->from == p ? "to" : "with",
           partners(explaining, q, p));
    if (entry) {
        printf("served\n");
        explain_print(
            explaining, "    ", "%s%s",
            entry->s >= 0 ? explain_slot(explaining, entry->s) : entry->slot_id,
            explain_place(explaining, entry->room_id, entry->interpreter_id));
    } else {
        printf("not served%s%s\n", why ? ", " : "",
               why ? reason_name(why->reason) : "");
        if (why) {
            explain_print(explaining, "    ", "%s",
                          reason_text(arena_of(explaining), event,
                                      &explaining->schedule, why));
        }
    }
}

static void print_limits(const struct participant *who)
{
    static const char *const name[] = {"max_meetings", "max_consecutive",
                                       "max_gaps"};
    const int limit[] = {who->max_meetings, who->max_consecutive, who->max_gaps};
    for (int k = 0; k < 3; k++) {
        if (limit[k] != NO_LIMIT) {
            printf(", %s %d", name[k], limit[k]);
        }
    }
    if (who->parallel > 1) {
        printf(", parallel %d", who->parallel);
    }
}

static void print(const struct explaining *explaining, int p,
                  const struct tally *tally, int n_free)
{
    const struct event *event = &explaining->job->event;
    const struct participant *who = &event->participant[p];
    printf("%s  %s: %d meeting%s asked for, %d possible, %d served\n", who->id,
           explain_who(explaining, p), tally->requested, text_s(tally->requested),
           tally->possible, tally->scheduled);
    printf("  free in %d of %d slots", n_free, event->n_slots);
    print_limits(who);
    printf("%s; comfort cost %d, %d gap%s\n",
           who->cancelled ? "; has cancelled" : "", tally->comfort_cost,
           tally->gaps, text_s(tally->gaps));
    for (int q = 0; q < event->n_requests; q++) {
        if (explaining_concerns(explaining, q, p)) {
            print_request(explaining, q, p);
        }
    }
    printf(
        "  'explain' of a request that is not served says what would serve it\n");
}

static void put_request(const struct explaining *explaining, int q, int p,
                        struct value *list)
{
    struct arena *arena = arena_of(explaining);
    const struct event *event = &explaining->job->event;
    const struct schedule_meeting *entry = explaining_served(explaining, q);
    const struct unscheduled *why = explaining_unscheduled(explaining, q);
    struct value *row = value_push(arena, list, VALUE_OBJECT);
    value_put_text(arena, row, "request", event->request[q].id);
    value_put_bool(arena, row, "own", event->request[q].from == p);
    value_put_bool(arena, row, "served", entry != NULL);
    if (entry) {
        value_put_text(arena, row, "meeting", entry->id);
        value_put_text(arena, row, "slot", entry->slot_id);
        value_put_text(arena, row, "room", entry->room_id);
    } else if (why) {
        value_put_text(arena, row, "reason", reason_name(why->reason));
        value_put_text(arena, row, "text",
                       reason_text(arena, event, &explaining->schedule, why));
    }
}

static void put(const struct explaining *explaining, int p,
                const struct tally *tally, int n_free)
{
    struct arena *arena = arena_of(explaining);
    const struct event *event = &explaining->job->event;
    struct value *object = value_push(arena, explaining->list, VALUE_OBJECT);
    value_put_text(arena, object, "participant", event->participant[p].id);
    value_put_number(arena, object, "asked", tally->requested);
    value_put_number(arena, object, "possible", tally->possible);
    value_put_number(arena, object, "served_meetings", tally->scheduled);
    value_put_number(arena, object, "free_slots", n_free);
    value_put_number(arena, object, "comfort_cost", tally->comfort_cost);
    value_put_number(arena, object, "gaps", tally->gaps);
    struct value *list = value_put(arena, object, "requests", VALUE_LIST);
    for (int q = 0; q < event->n_requests; q++) {
        if (explaining_concerns(explaining, q, p)) {
            put_request(explaining, q, p, list);
        }
    }
}

void explain_participant(struct explaining *explaining, int p)
{
    const struct job *job = explaining->job;
    const struct tally *tally = objective_tally(arena_of(explaining), &job->event,
                                                &job->elig, &explaining->schedule);
    int n_free = bits_count(job->elig.free + (int64_t)p * job->elig.slot_words,
                            job->elig.slot_words);
    if (job->as_json) {
        put(explaining, p, &tally[p], n_free);
    } else {
        print(explaining, p, &tally[p], n_free);
    }
}
