#include "scheduler/model/extra_time.h"

#include "scheduler/model/eligibility_parts.h"

/* Seconds of the slot that lie in some of the windows (sorted by start). */
static int64_t covered(const struct windows *windows, const struct slot *slot)
{
    int64_t total_s = 0, from_s = slot->start_s;
    for (int k = 0; k < windows->n; k++) {
        int64_t start_s = windows->window[k].start_s,
                end_s = windows->window[k].end_s;
        start_s = start_s > from_s ? start_s : from_s;
        end_s = end_s < slot->end_s ? end_s : slot->end_s;
        if (start_s < end_s) {
            total_s += end_s - start_s;
            from_s = end_s;
        }
    }
    return total_s;
}

/* What p lacks in the slot; -1 if more time is no remedy. */
static int64_t missing(const struct event *event, int p, int s)
{
    const struct participant *who = &event->participant[p];
    const struct slot *slot = &event->slot[s];
    int64_t length_s = slot->end_s - slot->start_s;
    switch (eligibility_absence(event, p, s)) {
    case ABSENCE_NONE:
        return 0;
    case ABSENCE_UNAVAILABLE: {
        int64_t busy_s = covered(&who->unavailable, slot);
        int64_t offered_s =
            who->available.n > 0 ? covered(&who->available, slot) : length_s;
        int64_t lacking_s = busy_s + length_s - offered_s; /* may overlap */
        return lacking_s < length_s ? lacking_s : length_s;
    }
    case ABSENCE_NOT_OFFERED:
        return length_s - covered(&who->available, slot);
    case ABSENCE_UNSOCIAL:
        return length_s;
    case ABSENCE_CANCELLED:
    case ABSENCE_AGENDA:
    case N_ABSENCES:
        break;
    }
    return -1;
}

bool extra_time_is_missing(const struct event *event,
                           const struct eligibility *elig, int m)
{
    const struct meeting *meeting = &elig->meeting[m];
    if (meeting->n_counting == 0 || meeting->forbidden != FORBIDDEN_NOT) {
        return false;
    }
    for (int k = 0; k < meeting->n_participants; k++) {
        if (event->participant[meeting->participant[k]].cancelled) {
            return false;
        }
    }
    for (int s = 0; s < event->n_slots; s++) {
        bool together = eligibility_time_suits(event, elig, m, s);
        for (int k = 0; k < meeting->n_participants && together; k++) {
            together = eligibility_is_free(elig, meeting->participant[k], s);
        }
        if (together) {
            return false;
        }
    }
    return true;
}

static bool ask_slot(const struct event *event, const struct meeting *meeting,
                     int s, struct extra_time *out)
{
    out->s = s;
    out->total_s = 0;
    out->n = 0;
    for (int k = 0; k < meeting->n_participants; k++) {
        int64_t lacking_s = missing(event, meeting->participant[k], s);
        if (lacking_s < 0) {
            return false;
        }
        if (lacking_s > 0) {
            out->p[out->n] = meeting->participant[k];
            out->own_s[out->n++] = lacking_s;
            out->total_s += lacking_s;
        }
    }
    return true;
}

bool extra_time_find(struct arena *arena, const struct event *event,
                     const struct eligibility *elig, int m, struct extra_time *out)
{
    const struct meeting *meeting = &elig->meeting[m];
    struct extra_time best = {.s = -1},
                      trial = {
                          .p = arena_new(arena, meeting->n_participants, int),
                          .own_s =
                              arena_new(arena, meeting->n_participants, int64_t),
                      };
    for (int s = 0; s < event->n_slots; s++) {
        if (eligibility_time_suits(event, elig, m, s) &&
            ask_slot(event, meeting, s, &trial) &&
            (best.s < 0 || trial.total_s < best.total_s ||
             (trial.total_s == best.total_s && trial.n < best.n))) {
            best = trial;
        }
    }
    *out = trial;
    return best.s >= 0 && ask_slot(event, meeting, best.s, out);
}
