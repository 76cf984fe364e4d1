/* A trial schedule is the present one without some meetings, and with the meeting at
 * its new place. What is broken then, but for what is broken at any rate, where it is
 * now and without it, is the fault of the move. Meetings whose absence mends that are
 * in the way. */

#include "scheduler/model/relocation.h"

#include <string.h>

#include "scheduler/model/verify_parts.h"

struct trial {
    struct arena *arena;
    const struct relocation *relocation;
    struct schedule_meeting entry; /* the meeting at its new place */
    bool *is_out;                  /* of the schedule's other meetings */
    struct judge judge;
};

static bool shares_participant(const struct schedule_meeting *a,
                               const struct schedule_meeting *b)
{
    for (int k = 0; k < a->participant_ids.n; k++) {
        if (strings_has(&b->participant_ids, a->participant_ids.text[k])) {
            return true;
        }
    }
    return false;
}

static bool waits_for(const struct eligibility *elig, int m, int before)
{
    for (int k = 0; m >= 0 && k < elig->meeting[m].n_after; k++) {
        if (elig->meeting[m].after[k] == before) {
            return true;
        }
    }
    return false;
}

/* Meetings that could be in its way at all; the others have nothing to do with it. */
static bool is_near(const struct trial *trial, const struct schedule_meeting *other)
{
    const struct schedule_meeting *entry = &trial->entry;
    const struct eligibility *elig = trial->relocation->elig;
    return other->s == entry->s || shares_participant(entry, other) ||
           (entry->i >= 0 && other->i == entry->i) ||
           waits_for(elig, other->m, entry->m) ||
           waits_for(elig, entry->m, other->m);
}

/* Where the meeting is in a trial. */
enum whereabouts { NOWHERE, WHERE_IT_IS, AT_ITS_NEW_PLACE };

/* What verify says of the trial. */
static void judge(struct trial *trial, struct arena *arena, enum whereabouts where,
                  struct findings *findings)
{
    const struct relocation *relocation = trial->relocation;
    const struct schedule *present = relocation->schedule;
    struct schedule schedule = *present;
    schedule.meeting =
        arena_new(arena, present->n_meetings + 1, struct schedule_meeting);
    schedule.n_meetings = 0;
    for (int k = 0; k < present->n_meetings; k++) {
        const struct schedule_meeting *other = &present->meeting[k];
        bool is_it = other->m == relocation->m;
        if (is_it ? where == WHERE_IT_IS
                  : !trial->is_out[k] && is_near(trial, other)) {
            schedule.meeting[schedule.n_meetings++] = *other;
        }
    }
    if (where == AT_ITS_NEW_PLACE) {
        schedule.meeting[schedule.n_meetings++] = trial->entry;
    }
    findings_init(findings, arena);
    judge_turn_to(&trial->judge, arena, &schedule, findings);
    verify_meetings(&trial->judge);
    verify_diaries(&trial->judge);
    verify_order(&trial->judge);
}

static bool has_finding(const struct findings *findings,
                        const struct finding *finding)
{
    for (int k = 0; k < findings->n_findings; k++) {
        const struct finding *other = &findings->finding[k];
        if (strcmp(other->place.field, finding->place.field) == 0 &&
            strcmp(other->text, finding->text) == 0) {
            return true;
        }
    }
    return false;
}

/* How many rules are broken by the meeting; they go to faults, in arena, unless it
 * is NULL. Nobody reads more than findings keep, but all are counted. */
static int count_faults(struct trial *trial, struct arena *arena,
                        struct strings *faults)
{
    struct arena own;
    struct findings without, before, with;
    int n = 0;
    arena_init(&own);
    judge(trial, &own, NOWHERE, &without);
    judge(trial, &own, WHERE_IT_IS, &before);
    judge(trial, &own, AT_ITS_NEW_PLACE, &with);
    if (faults) {
        *faults = (struct strings){
            .text = arena_new(arena, with.n_findings, const char *)};
    }
    for (int k = 0; k < with.n_findings; k++) {
        const struct finding *finding = &with.finding[k];
        if (has_finding(&without, finding) && has_finding(&before, finding)) {
            continue;
        }
        n++;
        if (faults) {
            faults->text[faults->n++] =
                arena_printf(arena, "%s: %s", finding->place.field, finding->text);
        }
    }
    if (n == 0 && with.n_errors > FINDINGS_MAX_ERRORS) {
        n = with.n_errors > without.n_errors || with.n_errors > before.n_errors;
    }
    arena_finish(&own);
    return n;
}

static void place_in_room(struct trial *trial, int r)
{
    trial->entry.r = r;
    trial->entry.room_id = trial->relocation->event->room[r].id;
}

static void give_interpreter(struct trial *trial, int i)
{
    trial->entry.i = i;
    trial->entry.interpreter_id =
        i >= 0 ? trial->relocation->event->interpreter[i].id : "";
}

static const struct schedule_meeting *present_entry(const struct relocation *of)
{
    for (int k = 0; k < of->schedule->n_meetings; k++) {
        if (of->schedule->meeting[k].m == of->m) {
            return &of->schedule->meeting[k];
        }
    }
    return NULL;
}

static void make_entry(struct trial *trial)
{
    const struct relocation *of = trial->relocation;
    const struct meeting *meeting = &of->elig->meeting[of->m];
    const struct schedule_meeting *present = present_entry(of);
    const struct slot *slot = &of->event->slot[of->s];
    struct strings ids = {
        .text = arena_new(trial->arena, meeting->n_participants, const char *)};
    for (int k = 0; k < meeting->n_participants; k++) {
        ids.text[ids.n++] = of->event->participant[meeting->participant[k]].id;
    }
    trial->entry = (struct schedule_meeting){
        .id = present ? present->id : of->event->request[meeting->request[0]].id,
        .participant_ids = ids,
        .topic = meeting->topic,
        .slot_id = slot->id,
        .start_s = slot->start_s,
        .end_s = slot->end_s,
        .uid = "",
        .tentative = meeting->all_pending,
        .reason = "",
        .m = of->m,
        .s = of->s,
    };
    place_in_room(trial, of->r >= 0                   ? of->r
                         : present && present->r >= 0 ? present->r
                                                      : 0);
    give_interpreter(trial,
                     meeting->needs_interpreter && present ? present->i : -1);
    trial->is_out = arena_new(trial->arena, of->schedule->n_meetings + 1, bool);
}

/* Takes the room, and the interpreter where one is needed, with which least is
 * broken: the present ones where they do as well. */
static void choose_place(struct trial *trial)
{
    const struct relocation *of = trial->relocation;
    bool needs = of->elig->meeting[of->m].needs_interpreter;
    int least = count_faults(trial, trial->arena, NULL);
    int best = trial->entry.i;
    for (int i = 0; needs && least > 0 && i < of->event->n_interpreters; i++) {
        give_interpreter(trial, i);
        int n = count_faults(trial, trial->arena, NULL);
        best = n < least ? i : best;
        least = n < least ? n : least;
    }
    give_interpreter(trial, best);
    best = trial->entry.r;
    for (int r = 0; of->r < 0 && least > 0 && r < of->event->n_rooms; r++) {
        place_in_room(trial, r);
        int n = count_faults(trial, trial->arena, NULL);
        best = n < least ? r : best;
        least = n < least ? n : least;
    }
    place_in_room(trial, best);
}

/* How many rules are broken with the other one out of the way: where any room does,
 * also in the one that this leaves. */
static int count_without(struct trial *trial, int k)
{
    const struct relocation *of = trial->relocation;
    int n, r = trial->entry.r, left = of->schedule->meeting[k].r;
    trial->is_out[k] = true;
    n = count_faults(trial, trial->arena, NULL);
    if (n > 0 && of->r < 0 && left >= 0 && left != r) {
        place_in_room(trial, left);
        n = count_faults(trial, trial->arena, NULL);
        place_in_room(trial, r);
    }
    trial->is_out[k] = false;
    return n;
}

/* Out of all, or back, but for the meeting itself. */
static void put_all(struct trial *trial, const int *near, int n, bool is_out)
{
    for (int k = 0; k < n; k++) {
        trial->is_out[near[k]] = is_out;
    }
}

static void find_those_in_the_way(struct trial *trial,
                                  struct relocation_verdict *verdict)
{
    const struct schedule *schedule = trial->relocation->schedule;
    struct arena *arena = trial->arena;
    int *near = arena_new(arena, schedule->n_meetings, int), n = 0;
    verdict->one_of = arena_new(arena, schedule->n_meetings, int);
    verdict->all_of = arena_new(arena, schedule->n_meetings, int);
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *other = &schedule->meeting[k];
        if (other->m != trial->relocation->m && !other->frozen &&
            is_near(trial, other)) {
            near[n++] = k; /* what has begun gives way to nobody */
        }
    }
    for (int k = 0; k < n; k++) {
        if (count_without(trial, near[k]) == 0) {
            verdict->one_of[verdict->n_one_of++] = near[k];
        }
    }
    put_all(trial, near, n, true);
    if (verdict->n_one_of == 0 && count_faults(trial, arena, NULL) == 0) {
        /* Whoever can come back does. */
        for (int k = 0; k < n; k++) {
            trial->is_out[near[k]] = false;
            if (count_faults(trial, arena, NULL) > 0) {
                trial->is_out[near[k]] = true;
                verdict->all_of[verdict->n_all_of++] = near[k];
            }
        }
    }
    put_all(trial, near, n, false);
}

/* What stands in both, with place for one more. */
static struct strings in_both(struct arena *arena, const struct strings *a,
                              const struct strings *b)
{
    struct strings both = {.text = arena_new(arena, a->n + 1, const char *)};
    for (int k = 0; k < a->n; k++) {
        if (strings_has(b, a->text[k])) {
            both.text[both.n++] = a->text[k];
        }
    }
    return both;
}

/* Where any room would do, what speaks against one of them says nothing: what all
 * have in common stays, and that none is left. */
static void tell_no_room(struct trial *trial, struct strings *faults)
{
    const struct event *event = trial->relocation->event;
    struct strings common = *faults;
    for (int r = 0; r < event->n_rooms; r++) {
        struct strings of_room;
        place_in_room(trial, r);
        count_faults(trial, trial->arena, &of_room);
        common = in_both(trial->arena, &common, &of_room);
    }
    if (common.n < faults->n) {
        common.text[common.n++] =
            arena_printf(trial->arena,
                         "%s: no room that suits it is free in slot '%s'; expected "
                         "another slot, or that a meeting there gives way",
                         trial->entry.id, trial->entry.slot_id);
        *faults = common;
    }
}

static void trial_init(struct trial *trial, struct arena *arena,
                       const struct relocation *relocation)
{
    struct findings none;
    *trial = (struct trial){.arena = arena, .relocation = relocation};
    findings_init(&none, arena);
    judge_init(&trial->judge, arena, relocation->event, relocation->elig,
               relocation->schedule, &none);
    make_entry(trial);
    choose_place(trial);
}

bool relocation_fits(struct arena *arena, const struct relocation *relocation)
{
    struct trial trial;
    if (relocation->event->n_rooms == 0) {
        return false;
    }
    trial_init(&trial, arena, relocation);
    return count_faults(&trial, arena, NULL) == 0;
}

void relocation_judge(struct arena *arena, const struct relocation *relocation,
                      struct relocation_verdict *verdict)
{
    struct trial trial;
    *verdict = (struct relocation_verdict){.r = -1, .i = -1};
    if (relocation->event->n_rooms == 0) {
        verdict->faults = (struct strings){arena_new(arena, 1, const char *), 1};
        verdict->faults.text[0] = "the event has no rooms";
        return;
    }
    trial_init(&trial, arena, relocation);
    verdict->r = trial.entry.r;
    verdict->i = trial.entry.i;
    if (count_faults(&trial, arena, &verdict->faults) > 0) {
        find_those_in_the_way(&trial, verdict);
        if (relocation->r < 0) {
            tell_no_room(&trial, &verdict->faults);
        }
    }
}
