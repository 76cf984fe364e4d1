/* Sendings of random events that are cut off at random, again and again: whoever has in
 * their calendar what is otherwise now, or has not what they should, is written to, by
 * what the schedule knows of the sendings before, with a number that tells their calendar
 * that it is newer. What they really have is noted here,
 * mail by mail; of a mail in doubt only chance knows whether it arrived.
 *
 *     property_half_sent             the usual seeds
 *     property_half_sent SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/ics_calendar.h"
#include "io/mail_list.h"
#include "scheduler/base/rng.h"
#include "scheduler/model/half_sent.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"
#include "scheduler/plan.h"
#include "tests/support/event_change.h"
#include "tests/support/event_folder.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 120, ROUNDS = 5 };

/* An entry in somebody's calendar. */
struct has {
    const char *who, *uid; /* address, or the interpreter's id */
    const char *state;     /* "": it is off */
    int sequence;
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct rng rng;
    struct planned planned;
    struct ics_input calendars;
    struct mail_list list;
    struct has *has;
    int n, capacity;
    int n_wanted, n_cut, n_impossible, n_wrong;
};

static int below(struct trial *trial, int n)
{
    return (int)rng_below(&trial->rng, (uint32_t)n);
}

static const char *who_of(const struct trial *trial, const struct mail_item *item)
{
    return item->p >= 0 ? item->to : trial->planned.event.interpreter[item->i].id;
}

/* All that a calendar shows of a meeting. */
static const char *state_of(struct trial *trial,
                            const struct schedule_meeting *meeting)
{
    const struct room *room = &trial->planned.event.room[meeting->r];
    return arena_printf(trial->arena, "%lld-%lld %s %s %s %d",
                        (long long)meeting->start_s, (long long)meeting->end_s,
                        room->id, room->url, meeting->interpreter_id,
                        meeting->tentative);
}

static struct has *find(struct trial *trial, const char *who, const char *uid)
{
    for (int k = 0; k < trial->n; k++) {
        if (strcmp(trial->has[k].who, who) == 0 &&
            strcmp(trial->has[k].uid, uid) == 0) {
            return &trial->has[k];
        }
    }
    return NULL;
}

static void receive(struct trial *trial, const struct mail_item *item,
                    const struct schedule *schedule)
{
    const char *who = who_of(trial, item);
    for (int k = 0; k < item->n_meetings; k++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(schedule, item->meeting[k], &cancelled);
        bool is_theirs = item->p >= 0 ? told_attends(&trial->planned.event, meeting,
                                                     item->p, who)
                                      : meeting->i == item->i;
        struct has *has = find(trial, who, meeting->uid);
        if (!has) {
            trial->has = arena_grow(trial->arena, trial->has, trial->n,
                                    &trial->capacity, sizeof *trial->has);
            has = &trial->has[trial->n++];
            *has = (struct has){.who = who, .uid = meeting->uid, .sequence = -1};
        }
        const char *state = cancelled || !is_theirs ? "" : state_of(trial, meeting);
        int sequence = told_sequence(&trial->planned.event, meeting, cancelled);
        bool is_news = !has->state || strcmp(has->state, state) != 0;
        if (is_news ? sequence <= has->sequence : sequence < has->sequence) {
            printf("seed %llu: %s: %s gets number %d for '%s' after %d for '%s'\n",
                   (unsigned long long)trial->seed, meeting->id, who, sequence,
                   state, has->sequence, has->state ? has->state : "");
            trial->n_wrong++;
        }
        has->state = state;
        has->sequence = sequence;
    }
}

/* True if there is a mail to them that is about the meeting. */
static bool is_written_to(struct trial *trial, const char *who, int k)
{
    for (int j = 0; j < trial->list.n_items; j++) {
        const struct mail_item *item = &trial->list.item[j];
        for (int m = 0; m < item->n_meetings; m++) {
            if (item->meeting[m] == k && strcmp(who_of(trial, item), who) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void want(struct trial *trial, const struct schedule *schedule, int k,
                 const char *who, const char *state)
{
    bool cancelled;
    const struct schedule_meeting *meeting =
        schedule_any_entry(schedule, k, &cancelled);
    const struct has *has = find(trial, who, meeting->uid);
    if (strcmp(has ? has->state : "", state) == 0) {
        return;
    }
    trial->n_wanted++;
    if (!is_written_to(trial, who, k)) {
        printf("seed %llu: %s: %s has '%s' and not '%s', and is not written to\n",
               (unsigned long long)trial->seed, meeting->id, who,
               has ? has->state : "", state);
        trial->n_wrong++;
    }
}

/* Everybody who has a mailbox: what they should have, and have not. */
static void check_meeting(struct trial *trial, const struct schedule *schedule,
                          int k)
{
    bool cancelled;
    const struct event *event = &trial->planned.event;
    const struct schedule_meeting *meeting =
        schedule_any_entry(schedule, k, &cancelled);
    const char *state = cancelled ? "" : state_of(trial, meeting);
    for (int j = 0; j < meeting->participant_ids.n; j++) {
        int p = event_find_participant(event, meeting->participant_ids.text[j]);
        for (int c = 0; c < event->participant[p].n_contacts; c++) {
            const char *who = event->participant[p].contact[c].email;
            want(trial, schedule, k, who,
                 told_attends(event, meeting, p, who) ? state : "");
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        if (strchr(event->interpreter[i].email, '@')) {
            want(trial, schedule, k, event->interpreter[i].id,
                 meeting->i == i ? state : "");
        }
    }
}

static void check(struct trial *trial, const struct schedule *schedule)
{
    trial->calendars = (struct ics_input){
        .event = &trial->planned.event, .schedule = schedule, .version = "0"};
    const struct mail_input input = {.calendars = &trial->calendars};
    bool by_invites = below(trial, 3) == 0;
    mail_list_make(trial->arena, &input, !by_invites, by_invites, &trial->list);
    for (int k = 0; k < schedule->n_meetings + schedule->n_cancelled; k++) {
        check_meeting(trial, schedule, k);
    }
    for (int k = 0; k < trial->n; k++) { /* and what nobody knows of any more */
        bool is_known = false, cancelled;
        for (int j = 0; j < schedule->n_meetings + schedule->n_cancelled; j++) {
            is_known |= strcmp(schedule_any_entry(schedule, j, &cancelled)->uid,
                               trial->has[k].uid) == 0;
        }
        if (!is_known && trial->has[k].state[0] != '\0') {
            printf("seed %llu: %s has %s, and the schedule knows nothing of it\n",
                   (unsigned long long)trial->seed, trial->has[k].who,
                   trial->has[k].uid);
            trial->n_wrong++;
        }
    }
}

static void record(struct trial *trial, struct schedule *schedule)
{
    static const struct unreached nobody = {.n_persons = 0};
    told_publish(trial->arena, &trial->planned.event, schedule, &nobody);
    schedule_publish_agenda(trial->arena, &trial->planned.event, schedule, &nobody);
}

static struct schedule sent_to_all(struct trial *trial,
                                   const struct schedule *schedule)
{
    struct schedule after = *schedule;
    after.meeting =
        arena_new(trial->arena, after.n_meetings, struct schedule_meeting);
    after.cancelled =
        arena_new(trial->arena, after.n_cancelled, struct schedule_meeting);
    for (int k = 0; k < after.n_meetings; k++) {
        after.meeting[k] = schedule->meeting[k];
    }
    for (int k = 0; k < after.n_cancelled; k++) {
        after.cancelled[k] = schedule->cancelled[k];
    }
    record(trial, &after);
    return after;
}

/* Some mails go out, in the list's order or not, and the last of them perhaps. */
static void send(struct trial *trial, struct schedule *schedule)
{
    const struct mail_list *list = &trial->list;
    struct schedule after = sent_to_all(trial, schedule);
    struct half_sent half = {
        .name = "x",
        .after = &after,
        .mail = arena_new(trial->arena, list->n_items, struct planned_mail),
        .n_mails = list->n_items,
    };
    int share = below(trial, 5); /* of four; 4: all */
    for (int k = 0; k < list->n_items; k++) {
        const struct mail_item *item = &list->item[k];
        bool is_sent = share == 4 || below(trial, 4) < share;
        bool is_in_doubt = is_sent && share < 4 && below(trial, 6) == 0;
        half.mail[k] = (struct planned_mail){
            .participant_id =
                item->p >= 0 ? trial->planned.event.participant[item->p].id : "",
            .who = who_of(trial, item),
            .uid = item->is_agenda ? NULL : item->uid,
            .message_id = item->message_id,
            .fate = is_in_doubt ? MAIL_IN_DOUBT
                    : is_sent   ? MAIL_TAKEN
                                : MAIL_NOT_TAKEN,
        };
        if (is_sent && (!is_in_doubt || below(trial, 2) == 0)) {
            receive(trial, item, schedule);
        }
    }
    trial->n_cut += share < 4;
    if (share == 4) {
        record(trial, schedule);
    } else {
        half_sent_record(trial->arena, schedule, &half);
    }
}

/* False where locks cannot hold. */
static bool plan(struct trial *trial, struct schedule *previous,
                 struct schedule *schedule)
{
    if (!planned_judge(trial->arena, previous, &trial->planned)) {
        trial->n_impossible++;
        return false;
    }
    planned_solve(trial->arena, 1, 1, &trial->planned);
    if (trial->planned.status != PLAN_DONE) {
        trial->n_impossible++;
        return false;
    }
    *schedule = trial->planned.schedule;
    return true;
}

static void run(struct trial *trial)
{
    struct schedule schedule[ROUNDS];
    const char *json = random_event(trial->arena, trial->seed, 0);
    if (!planned_read(trial->arena, json, NULL, &trial->planned)) {
        trial->n_impossible++;
        return;
    }
    event_give_addresses(trial->arena, &trial->planned.event);
    for (int k = 0; k < ROUNDS; k++) {
        for (int n = k > 0 ? 1 + below(trial, 3) : 0; n > 0; n--) {
            event_change_something(trial->arena, &trial->rng,
                                   &trial->planned.event);
        }
        if (!plan(trial, k > 0 ? &schedule[k - 1] : NULL, &schedule[k])) {
            return;
        }
        check(trial, &schedule[k]);
        if (below(trial, 4) > 0) { /* else a draft */
            send(trial, &schedule[k]);
        }
    }
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    int n_wanted = 0, n_cut = 0, n_impossible = 0, n_failed = 0;
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        struct trial trial = {.seed = seed + (uint64_t)i, .arena = &arena};
        rng_init(&trial.rng, trial.seed);
        run(&trial);
        n_wanted += trial.n_wanted;
        n_cut += trial.n_cut;
        n_impossible += trial.n_impossible;
        n_failed += trial.n_wrong > 0;
        arena_finish(&arena);
    }
    ics_calendar_finish();
    event_folder_leave(&folder);
    printf("%d entries were not as they should be, %d sendings cut off, %d events "
           "without a schedule, %d of %d seeds failed\n",
           n_wanted, n_cut, n_impossible, n_failed, count);
    return n_failed == 0 && n_wanted > 0 && n_cut > 0 ? 0 : 1;
}
