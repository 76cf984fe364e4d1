/* When each participant can meet, and what it costs them. */

#include "scheduler/model/eligibility_parts.h"

#include <string.h>

/* A slot on the clock of one zone. */
struct local_span {
    int64_t start_s, end_s; /* after midnight of the day it starts on */
};

static struct local_span local_span(const struct zone *zone,
                                    const struct slot *slot)
{
    struct civil start = zone_to_civil(zone, slot->start_s);
    struct civil end = zone_to_civil(zone, slot->end_s);
    struct civil midnight = {start.year, start.month, start.day, 0, 0, 0};
    int64_t midnight_s = civil_to_seconds(midnight);
    return (struct local_span){
        .start_s = civil_to_seconds(start) - midnight_s,
        .end_s = civil_to_seconds(end) - midnight_s,
    };
}

/* True if some row of the table is for this side alone. */
static bool has_own_hours(const struct rules *rules, const char *side)
{
    for (int k = 0; k < rules->n_social_hours; k++) {
        const char *of = rules->social_hours[k].side;
        if (of[0] != '\0' && strcmp(of, side) == 0) {
            return true;
        }
    }
    return false;
}

/* The cheapest row that holds the span, or -1; the dearest row's cost goes to
 * *dearest. */
static int social_cost(const struct rules *rules, const char *side,
                       struct local_span span, int *dearest)
{
    bool own = has_own_hours(rules, side);
    int best = -1;
    *dearest = 0;
    for (int k = 0; k < rules->n_social_hours; k++) {
        const struct social_hours *row = &rules->social_hours[k];
        if (own ? strcmp(row->side, side) != 0 : row->side[0] != '\0') {
            continue;
        }
        *dearest = row->cost > *dearest ? row->cost : *dearest;
        bool holds = (int64_t)row->from_min * 60 <= span.start_s &&
                     span.end_s <= (int64_t)row->to_min * 60;
        if (holds && (best < 0 || row->cost < best)) {
            best = row->cost;
        }
    }
    return best;
}

static bool is_blocked_by_agenda(const struct event *event, int p,
                                 const struct slot *slot)
{
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (slot->start_s < item->end_s && item->start_s < slot->end_s &&
            agenda_concerns(event, item, p)) {
            return true;
        }
    }
    return false;
}

/* What the slot costs participant p, whether or not it suits them. *unsocial: no
 * row holds it and only those may meet then who offer it. */
static int comfort_cost(const struct event *event, int p, const struct slot *slot,
                        bool *unsocial)
{
    const struct participant *who = &event->participant[p];
    int otherwise = event->rules.social_hours_otherwise, dearest;
    int cost = social_cost(&event->rules, who->side, local_span(who->zone, slot),
                           &dearest);
    *unsocial = cost < 0 && otherwise == UNSOCIAL_NEVER;
    if (cost < 0) {
        cost = *unsocial ? dearest : otherwise;
    }
    if (windows_overlap(&who->avoid, slot->start_s, slot->end_s)) {
        cost += event->weights.avoid;
    }
    return cost;
}

static enum absence find_absence(const struct event *event, int p,
                                 const struct slot *slot, bool unsocial)
{
    const struct participant *who = &event->participant[p];
    if (who->cancelled) {
        return ABSENCE_CANCELLED;
    }
    if (windows_overlap(&who->unavailable, slot->start_s, slot->end_s)) {
        return ABSENCE_UNAVAILABLE;
    }
    if (is_blocked_by_agenda(event, p, slot)) {
        return ABSENCE_AGENDA;
    }
    if (who->available.n > 0) {
        return windows_cover(&who->available, slot->start_s, slot->end_s)
                   ? ABSENCE_NONE
                   : ABSENCE_NOT_OFFERED;
    }
    return unsocial ? ABSENCE_UNSOCIAL : ABSENCE_NONE;
}

enum absence eligibility_absence(const struct event *event, int p, int s)
{
    bool unsocial;
    comfort_cost(event, p, &event->slot[s], &unsocial);
    return find_absence(event, p, &event->slot[s], unsocial);
}

static void judge_slot(const struct event *event, int p, int s,
                       struct eligibility *elig)
{
    bool unsocial;
    elig->cost[(int64_t)p * elig->n_slots + s] =
        comfort_cost(event, p, &event->slot[s], &unsocial);
    if (find_absence(event, p, &event->slot[s], unsocial) == ABSENCE_NONE) {
        bits_add(elig->free + (int64_t)p * elig->slot_words, s);
    }
}

void eligibility_add_people(struct arena *arena, const struct event *event,
                            struct eligibility *elig)
{
    int64_t n = event->n_participants;
    elig->free = arena_new(arena, (int64_t)n * elig->slot_words, uint64_t);
    elig->cost = arena_new(arena, (int64_t)n * elig->n_slots, int);
    for (int p = 0; p < n; p++) {
        for (int s = 0; s < elig->n_slots; s++) {
            judge_slot(event, p, s, elig);
        }
    }
}
