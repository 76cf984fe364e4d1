/* Publishes schedules of random events, lets things happen to the events, plans
 * again, and looks into the files: whoever was sent something that is otherwise now is
 * told so, once, and nobody else is anything. A published meeting that disappears
 * stands in `cancelled`, in changes.csv and as a CANCEL file for each of its people.
 *
 *     property_told             the usual seeds
 *     property_told SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/csv_changes.h"
#include "io/csv_table.h"
#include "io/ics_calendar.h"
#include "io/ics_files.h"
#include "scheduler/base/rng.h"
#include "scheduler/model/told.h"
#include "scheduler/plan.h"
#include "tests/support/event_change.h"
#include "tests/support/event_folder.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 120, ROUNDS = 4 };

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct rng rng;
    struct planned planned;
    struct table_rows table; /* changes.csv */
    struct output invites;
    bool
        has_details; /* links or languages have changed since the last publication */
    const char *unreached; /* the participant of whom somebody was not, or NULL */
    int n_told, n_vanished, n_details, n_impossible, n_wrong;
};

static int below(struct trial *trial, int n)
{
    return (int)rng_below(&trial->rng, (uint32_t)n);
}

static void wrong(struct trial *trial, const char *what, const char *id)
{
    printf("seed %llu: %s: %s\n", (unsigned long long)trial->seed, id, what);
    trial->n_wrong++;
}

static const char *cell(const struct value *row, const char *column)
{
    const struct value *found = value_find(row, column);
    return found ? found->text : "";
}

static void make_files(struct trial *trial, const struct schedule *before,
                       const struct schedule *now)
{
    struct output output;
    struct findings findings;
    const struct ics_input *input;
    struct ics_input *made = arena_new(trial->arena, 1, struct ics_input);
    *made = (struct ics_input){
        .event = &trial->planned.event, .schedule = now, .version = "0"};
    input = made;
    output_init(&output, trial->arena);
    csv_add_changes(&output, &trial->planned.event, &trial->planned.elig, before,
                    now);
    findings_init(&findings, trial->arena);
    if (!csv_parse_table(trial->arena, "changes.csv", output.file[0].content.bytes,
                         output.file[0].content.len, &trial->table, &findings)) {
        wrong(trial, "cannot be read", "changes.csv");
    }
    output_init(&trial->invites, trial->arena);
    ics_add_invites(&trial->invites, input);
}

/* The text of invites/<participant>/<meeting>.ics, or NULL. */
static const char *invite(struct trial *trial, const char *participant,
                          const char *meeting)
{
    const char *path =
        arena_printf(trial->arena, "invites/%s/%s.ics", participant, meeting);
    for (int k = 0; k < trial->invites.n_files; k++) {
        if (strcmp(trial->invites.file[k].path, path) == 0) {
            struct arena work;
            arena_init(&work);
            const char *text =
                output_bytes(trial->arena, work, &trial->invites.file[k]).bytes;
            arena_finish(&work);
            return text;
        }
    }
    return NULL;
}

/* How often changes.csv has the person (NULL: anybody) with the meeting and the
 * change (NULL: any). */
static int count_rows(struct trial *trial, const char *uid, const char *email,
                      const char *change)
{
    int n = 0;
    for (int k = 0; k < trial->table.rows.n_items; k++) {
        const struct value *row = &trial->table.rows.item[k];
        n += strcmp(cell(row, "uid"), uid) == 0 &&
             (!email || strcmp(cell(row, "email"), email) == 0) &&
             (!change || strcmp(cell(row, "change"), change) == 0);
    }
    return n;
}

static const struct schedule_meeting *find(const struct schedule_meeting *list,
                                           int n, const char *uid)
{
    for (int k = 0; k < n; k++) {
        if (strcmp(list[k].uid, uid) == 0) {
            return &list[k];
        }
    }
    return NULL;
}

/* A judgement of its own of what is news. */
static bool is_news(const struct schedule_meeting *meeting, bool cancelled)
{
    const struct sent *sent = &meeting->sent;
    if (cancelled) {
        return sent->state != SENT_CANCELLED;
    }
    return sent->state != SENT_CONFIRMED || sent->start_s != meeting->start_s ||
           sent->end_s != meeting->end_s ||
           strcmp(sent->room_id, meeting->room_id) != 0 ||
           strcmp(sent->interpreter_id, meeting->interpreter_id) != 0;
}

static bool has_team(const struct schedule_meeting *meeting, const char *id)
{
    for (int k = 0; k < meeting->n_attendance; k++) {
        if (strcmp(meeting->attendance[k].participant_id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* Every one of the meeting's people has a row with that change (NULL: any) and a
 * file with that method. Of teams somebody has. */
static void check_told(struct trial *trial, const struct schedule_meeting *meeting,
                       const char *change, const char *method)
{
    const struct event *event = &trial->planned.event;
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p = event_find_participant(event, meeting->participant_ids.text[k]);
        const struct participant *who = &event->participant[p];
        bool is_team = has_team(meeting, who->id);
        int n_told = 0;
        for (int c = 0; c < who->n_contacts; c++) {
            n_told +=
                count_rows(trial, meeting->uid, who->contact[c].email, change);
        }
        if (who->n_contacts == 0 ||
            (trial->unreached && strcmp(trial->unreached, who->id) == 0)) {
            continue; /* who was never told anything is not told that it is off */
        }
        if (is_team ? n_told == 0 : n_told != who->n_contacts) {
            wrong(trial, "not all of its people stand in changes.csv", meeting->id);
        }
        const char *text = invite(trial, who->id, meeting->id);
        if (!text || !strstr(text, method)) {
            wrong(trial,
                  arena_printf(trial->arena, "no %s for %s", method, who->id),
                  meeting->id);
        }
        trial->n_told++;
    }
}

static void check_untold(struct trial *trial,
                         const struct schedule_meeting *meeting)
{
    if (count_rows(trial, meeting->uid, NULL, NULL) > 0 &&
        meeting->n_attendance == 0) {
        wrong(trial, "is as it was sent, and stands in changes.csv", meeting->id);
    }
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        if (meeting->n_attendance == 0 &&
            invite(trial, meeting->participant_ids.text[k], meeting->id)) {
            wrong(trial, "is as it was sent, and has an invite", meeting->id);
        }
    }
}

/* Whatever is news, who has a row has a file, and the other way round. */
static void check_alike(struct trial *trial, const struct schedule_meeting *meeting)
{
    const struct event *event = &trial->planned.event;
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        const char *id = meeting->participant_ids.text[k];
        const struct participant *who =
            &event->participant[event_find_participant(event, id)];
        int n = 0;
        for (int c = 0; c < who->n_contacts; c++) {
            n += count_rows(trial, meeting->uid, who->contact[c].email, NULL);
        }
        if (who->n_contacts > 0 &&
            (n > 0) != (invite(trial, id, meeting->id) != NULL)) {
            wrong(trial,
                  arena_printf(trial->arena, "%s has %d rows and %s file", id, n,
                               n > 0 ? "no" : "a"),
                  meeting->id);
        }
        trial->n_details += n > 0 && !is_news(meeting, false);
    }
}

static void check_files(struct trial *trial, const struct schedule *before,
                        const struct schedule *now)
{
    for (int k = 0; k < now->n_meetings; k++) {
        const struct schedule_meeting *meeting = &now->meeting[k];
        check_alike(trial, meeting);
        bool is_confirmed_otherwise = meeting->sent.state == SENT_CONFIRMED &&
                                      meeting->tentative != meeting->told.tentative;
        if (!is_news(meeting, false) &&
            (trial->has_details || is_confirmed_otherwise)) {
            continue;
        }
        if (!is_news(meeting, false)) {
            check_untold(trial, meeting);
        } else if (meeting->sent.state == SENT_CONFIRMED) {
            check_told(trial, meeting, NULL, "METHOD:REQUEST");
        } else {
            check_told(trial, meeting, "new", "METHOD:REQUEST");
        }
    }
    for (int k = 0; k < now->n_cancelled; k++) {
        check_alike(trial, &now->cancelled[k]);
        if (!is_news(&now->cancelled[k], true) && !trial->unreached) {
            check_untold(trial, &now->cancelled[k]);
        }
    }
    for (int k = 0; k < before->n_meetings + before->n_cancelled; k++) {
        const struct schedule_meeting *old =
            k < before->n_meetings ? &before->meeting[k]
                                   : &before->cancelled[k - before->n_meetings];
        if (old->sent.state != SENT_CONFIRMED ||
            find(now->meeting, now->n_meetings, old->uid)) {
            continue;
        }
        const struct schedule_meeting *gone =
            find(now->cancelled, now->n_cancelled, old->uid);
        trial->n_vanished++;
        if (gone) {
            check_told(trial, gone, "cancelled", "METHOD:CANCEL");
        } else {
            wrong(trial, "was published and has disappeared", old->id);
        }
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

/* Records it as sent, but for a person whose server refused it, now and then: they have
 * to be told still. */
static void publish(struct trial *trial, struct schedule *schedule)
{
    const struct event *event = &trial->planned.event;
    int p = below(trial, event->n_participants);
    const struct participant *who = &event->participant[p];
    struct unreached_person person = {.participant_id = who->id};
    struct unreached unreached = {.person = &person};
    if (who->n_contacts > 0 && below(trial, 3) == 0) {
        person.who = told_contact_key(&who->contact[below(trial, who->n_contacts)]);
        unreached.n_persons = 1;
    }
    told_publish(trial->arena, event, schedule, &unreached);
    trial->has_details = unreached.n_persons > 0;
    trial->unreached = unreached.n_persons > 0 ? who->id : NULL;
}

static void run(struct trial *trial)
{
    struct schedule schedule[ROUNDS + 1];
    const char *json = random_event(trial->arena, trial->seed, 0);
    if (!planned_read(trial->arena, json, NULL, &trial->planned)) {
        trial->n_impossible++;
        return;
    }
    event_give_addresses(trial->arena, &trial->planned.event);
    if (!plan(trial, NULL, &schedule[0])) {
        return;
    }
    publish(trial, &schedule[0]);
    for (int k = 0; k < ROUNDS; k++) {
        for (int n = 1 + below(trial, 3); n > 0; n--) {
            trial->has_details |= event_change_something(trial->arena, &trial->rng,
                                                         &trial->planned.event);
        }
        if (!plan(trial, &schedule[k], &schedule[k + 1])) {
            return;
        }
        make_files(trial, &schedule[k], &schedule[k + 1]);
        check_files(trial, &schedule[k], &schedule[k + 1]);
        if (below(trial, 3) > 0) { /* else a draft */
            publish(trial, &schedule[k + 1]);
        }
    }
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    int n_told = 0, n_vanished = 0, n_details = 0, n_impossible = 0, n_failed = 0;
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        struct trial trial = {.seed = seed + (uint64_t)i, .arena = &arena};
        rng_init(&trial.rng, trial.seed);
        run(&trial);
        n_told += trial.n_told;
        n_vanished += trial.n_vanished;
        n_details += trial.n_details;
        n_impossible += trial.n_impossible;
        n_failed += trial.n_wrong > 0;
        arena_finish(&arena);
    }
    ics_calendar_finish();
    event_folder_leave(&folder);
    printf("%d times somebody was told, %d times of details, %d published meetings "
           "disappeared, %d events without a schedule, %d of %d seeds failed\n",
           n_told, n_details, n_vanished, n_impossible, n_failed, count);
    return n_failed == 0 && n_vanished > 0 && n_details > 0 ? 0 : 1;
}
