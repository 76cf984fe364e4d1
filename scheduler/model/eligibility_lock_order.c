/* Locks on meetings that would have slots, if their people were allowed to meet, or
 * if what they have to follow could be early enough: each meeting before counts in
 * the first slot that its own chain leaves. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

static void judge_barred(const struct event *event, const struct meeting *meeting,
                         struct findings *findings)
{
    int p = eligibility_find_barred(event, meeting);
    if (p < 0) {
        return;
    }
    const char *who =
        eligibility_people_text(findings->arena, event, meeting->participant,
                                meeting->n_participants, meeting->topic);
    findings_add(findings, SEVERITY_ERROR,
                 eligibility_telling_lock(event, meeting)->place,
                 "the meeting of %s is locked, but '%s' may have no meetings "
                 "(`max_meetings` is 0); expected at least 1; raise it or release "
                 "the lock",
                 who, event->participant[p].id);
}

/* The first request named in `after` that no slot of meeting m can follow. */
static int find_vain(const struct event *event, const struct eligibility *elig,
                     int m)
{
    const struct meeting *meeting = &elig->meeting[m];
    for (int i = 0; i < meeting->n_requests; i++) {
        const struct request *request = &event->request[meeting->request[i]];
        for (int k = 0;
             k < request->n_after && event_request_counts(event, request); k++) {
            int s = eligibility_slot_after(
                event, elig, elig->meeting_of_request[request->after[k]]);
            if (bits_next(elig->suitable + (int64_t)m * elig->slot_words,
                          elig->n_slots, s) < 0) {
                return request->after[k];
            }
        }
    }
    return -1;
}

/* Why a meeting cannot be held early enough; goes on after its request's name. */
static const char *vain_reason(struct arena *arena, const struct event *event,
                               const struct eligibility *elig, int q)
{
    int m = elig->meeting_of_request[q];
    const struct meeting *meeting = &elig->meeting[m];
    int barred = eligibility_find_barred(event, meeting);
    int s = eligibility_first_slot(elig, m);
    switch (meeting->forbidden) {
    case FORBIDDEN_DECLINED:
        return phrase("whose meeting is declined");
    case FORBIDDEN_MET_BEFORE:
        return phrase("whose people have met before");
    case FORBIDDEN_BY_LOCK:
        return phrase("whose meeting a lock forbids");
    case FORBIDDEN_NOT:
        break;
    }
    if (meeting->n_counting == 0) {
        return arena_printf(arena, phrase("which is %s"),
                            eligibility_status_word(&event->request[q]));
    }
    if (!meeting->possible) {
        return phrase("whose meeting no slot suits");
    }
    if (barred >= 0) {
        return arena_printf(arena,
                            phrase("whose meeting needs '%s', who may have no "
                                   "meetings (`max_meetings` is 0)"),
                            event->participant[barred].id);
    }
    return s == elig->n_slots
               ? phrase("which has to follow others in vain itself")
               : arena_printf(
                     arena, phrase("whose meeting can be in '%s' at the earliest"),
                     event->slot[s].id);
}

/* A possible meeting whose slots are all too early for what `after` names. */
static void judge_order(const struct event *event, const struct eligibility *elig,
                        int m, struct findings *findings)
{
    const struct meeting *meeting = &elig->meeting[m];
    struct arena *arena = findings->arena;
    int q = find_vain(event, elig, m), s = meeting->locked_slot;
    if (q < 0) {
        return;
    }
    const char *who =
        eligibility_people_text(arena, event, meeting->participant,
                                meeting->n_participants, meeting->topic);
    const char *where =
        s >= 0 ? arena_printf(arena, phrase(" in slot '%s'"), event->slot[s].id)
               : "";
    findings_add(findings, SEVERITY_ERROR,
                 eligibility_telling_lock(event, meeting)->place,
                 "the meeting of %s is locked%s, but it has to follow request "
                 "'%s', %s; expected a meeting that can come earlier; take '%s' "
                 "out of `after`, or change or release the lock",
                 who, where, event->request[q].id,
                 vain_reason(arena, event, elig, q), event->request[q].id);
}

void eligibility_judge_lock_order(const struct event *event,
                                  const struct eligibility *elig, int m,
                                  struct findings *findings)
{
    judge_barred(event, &elig->meeting[m], findings);
    if (elig->meeting[m].possible) {
        judge_order(event, elig, m, findings);
    }
}
