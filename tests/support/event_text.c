#include "tests/support/event_text.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"

static void put_strings(struct buf *buf, const char *name,
                        const struct strings *list)
{
    buf_printf(buf, " %s[", name);
    for (int k = 0; k < list->n; k++) {
        buf_printf(buf, "%s%s", k > 0 ? " " : "", list->text[k]);
    }
    buf_add_text(buf, "]");
}

static void put_instant(struct buf *buf, int64_t instant_s)
{
    if (instant_s == NO_TIME) {
        buf_add_text(buf, "-");
    } else {
        buf_add_text(buf, instant_format(buf->arena, instant_s));
    }
}

static void put_span(struct buf *buf, int64_t start_s, int64_t end_s)
{
    buf_add_text(buf, " ");
    put_instant(buf, start_s);
    buf_add_text(buf, "/");
    put_instant(buf, end_s);
}

static void put_windows(struct buf *buf, const char *name,
                        const struct windows *windows)
{
    buf_printf(buf, " %s[", name);
    for (int k = 0; k < windows->n; k++) {
        put_span(buf, windows->window[k].start_s, windows->window[k].end_s);
    }
    buf_add_text(buf, "]");
}

static void put_people(struct buf *buf, const struct event *event, const char *name,
                       const int *index, int n)
{
    buf_printf(buf, " %s[", name);
    for (int k = 0; k < n; k++) {
        buf_printf(buf, "%s%s", k > 0 ? " " : "", event->participant[index[k]].id);
    }
    buf_add_text(buf, "]");
}

static void put_head(struct buf *buf, const struct event *event)
{
    buf_printf(buf, "event %s '%s' '%s' by '%s' <%s> @%s in %s\n", event->id,
               event->name, event->name_ja, event->organizer.name,
               event->organizer.email, event->uid_domain, event->zone->name);
    for (int k = 0; k < event->n_side_organizers; k++) {
        const struct side_organizer *one = &event->side_organizer[k];
        buf_printf(buf, "organizer of %s '%s' <%s>\n", one->side, one->person.name,
                   one->person.email);
    }
    if (event->alarm_minutes > 0) {
        buf_printf(buf, "alarm %d\n", event->alarm_minutes);
    }
    buf_add_text(buf, "shown in");
    for (int k = 0; k < event->n_display_zones; k++) {
        buf_printf(buf, " %s", event->display_zone[k]->name);
    }
    buf_add_text(buf, "\n");
}

static void put_rules(struct buf *buf, const struct event *event)
{
    const struct rules *rules = &event->rules;
    const struct weights *weights = &event->weights;
    buf_printf(
        buf,
        "rules status %d pending %d met %d min %d max %d run %d gaps %d '%s'\n",
        (int)rules->default_status, rules->pending_scheduled,
        rules->met_before_forbidden, rules->min_meetings, rules->max_meetings,
        rules->max_consecutive, rules->max_gaps, rules->interpreted_room_feature);
    buf_add_text(buf, "hours");
    for (int k = 0; k < rules->n_social_hours; k++) {
        const struct social_hours *hours = &rules->social_hours[k];
        buf_printf(buf, " %s%d-%d:%d", hours->side, hours->from_min, hours->to_min,
                   hours->cost);
    }
    buf_printf(buf, " otherwise %d\nweights", rules->social_hours_otherwise);
    for (int k = 0; k < weights->n_priority; k++) {
        buf_printf(buf, " %d", weights->priority[k]);
    }
    buf_add_text(buf, " rank");
    for (int k = 0; k < weights->n_rank; k++) {
        buf_printf(buf, " %d", weights->rank[k]);
    }
    buf_printf(buf, " avoid %d\nobjective", weights->avoid);
    for (int k = 0; k < event->n_objective; k++) {
        buf_printf(buf, " %s", level_name(event->objective[k]));
    }
    buf_add_text(buf, "\n");
}

static void put_sessions(struct buf *buf, const struct event *event)
{
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        buf_printf(buf, "session %s '%s' %04d-%02d-%02d %d-%d %s %d+%d",
                   session->id, session->title, session->date.year,
                   session->date.month, session->date.day, session->start_min,
                   session->end_min, session->zone->name, session->meeting_minutes,
                   session->changeover_minutes);
        put_span(buf, session->start_s, session->end_s);
        for (int b = 0; b < session->n_breaks; b++) {
            const struct break_time *pause = &session->break_time[b];
            buf_printf(buf, " break %d-%d '%s'", pause->start_min, pause->end_min,
                       pause->title);
            put_span(buf, pause->start_s, pause->end_s);
        }
        buf_add_text(buf, "\n");
    }
    for (int s = 0; s < event->n_slots; s++) {
        buf_printf(buf, "slot %s", event->slot[s].id);
        put_span(buf, event->slot[s].start_s, event->slot[s].end_s);
        buf_add_text(buf, "\n");
    }
}

static void put_agenda(struct buf *buf, const struct event *event)
{
    static const char *const audience[] = {"all", "side", "listed"};
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        buf_printf(buf, "agenda %s '%s' '%s'", item->id, item->title, item->url);
        put_span(buf, item->start_s, item->end_s);
        buf_printf(buf, " %s %s %s", item->zone->name, audience[item->audience],
                   item->side);
        put_people(buf, event, "", item->participant, item->n_participants);
        for (int i = 0; i < item->n_interpreters; i++) {
            buf_printf(buf, " %s", event->interpreter[item->interpreter[i]].id);
        }
        buf_add_text(buf, "\n");
    }
}

static void put_places(struct buf *buf, const struct event *event)
{
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        buf_printf(buf, "room %s '%s' '%s' for %d", room->id, room->name, room->url,
                   room->capacity);
        put_strings(buf, "", &room->features);
        put_people(buf, event, "reserved", room->reserved_for,
                   room->n_reserved_for);
        put_windows(buf, "at", &room->available);
        buf_add_text(buf, "\n");
    }
    buf_printf(buf, "interpreters %s\n",
               event->has_interpreters ? "known" : "not known");
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        buf_printf(buf, "interpreter %s '%s' <%s>", who->id, who->name, who->email);
        put_strings(buf, "", &who->pairs);
        buf_printf(buf, " %s max %d run %d", who->zone->name, who->max_meetings,
                   who->max_consecutive);
        put_windows(buf, "at", &who->available);
        buf_add_text(buf, "\n");
    }
}

static void put_participants(struct buf *buf, const struct event *event)
{
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        buf_printf(buf, "participant %s '%s' '%s' %s %s %s", who->id,
                   who->organisation, who->organisation_ja, who->country, who->side,
                   who->zone->name);
        put_strings(buf, "speaks", &who->languages);
        buf_printf(buf,
                   " interpretation %d parallel %d people %d min %d max %d run %d "
                   "gaps %d%s",
                   (int)who->interpretation, who->parallel, who->people,
                   who->min_meetings, who->max_meetings, who->max_consecutive,
                   who->max_gaps, who->cancelled ? " cancelled" : "");
        put_strings(buf, "themes", &who->themes);
        buf_printf(buf, " '%s' '%s'", who->profile, who->profile_ja);
        put_windows(buf, "available", &who->available);
        put_windows(buf, "unavailable", &who->unavailable);
        put_windows(buf, "avoid", &who->avoid);
        buf_add_text(buf, "\n");
        for (int k = 0; k < who->n_contacts; k++) {
            const struct contact *contact = &who->contact[k];
            buf_printf(buf, "contact %d of %s '%s' '%s' <%s> %s '%s'\n", k + 1,
                       who->id, contact->name, contact->name_ja, contact->email,
                       contact->language, contact->job_title);
        }
    }
}

static void put_requests(struct buf *buf, const struct event *event)
{
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        buf_printf(buf, "request %s %s to %s", request->id,
                   event->participant[request->from].id,
                   event->participant[request->to].id);
        put_people(buf, event, "also", request->also, request->n_also);
        buf_printf(buf, " '%s' status %d priority %d rank %d minutes %d",
                   request->topic, (int)request->status, request->priority,
                   request->rank, request->minutes);
        put_span(buf, request->earliest_s, request->latest_s);
        buf_add_text(buf, " after[");
        for (int k = 0; k < request->n_after; k++) {
            buf_printf(buf, " %s", event->request[request->after[k]].id);
        }
        buf_add_text(buf, "]");
        put_strings(buf, "features", &request->room_features);
        buf_printf(buf, "%s '%s' '%s'\n", request->follow_up ? " follow-up" : "",
                   request->message, request->note);
    }
}

static void put_locks(struct buf *buf, const struct event *event)
{
    for (int k = 0; k < event->n_locks; k++) {
        const struct lock *lock = &event->lock[k];
        buf_printf(buf, "%s %s", lock->kind == LOCK_KEEP ? "lock" : "forbid",
                   lock->request >= 0 ? event->request[lock->request].id : "-");
        put_people(buf, event, "", lock->participant, lock->n_participants);
        buf_printf(buf, " '%s' slot %s '%s' room %s\n", lock->topic,
                   lock->slot >= 0 ? event->slot[lock->slot].id : "-",
                   lock->slot_id,
                   lock->room >= 0 ? event->room[lock->room].id : "-");
    }
    for (int k = 0; k < event->n_met_before; k++) {
        const struct met_before *pair = &event->met_before[k];
        buf_printf(buf, "met %s %s\n", event->participant[pair->a].id,
                   event->participant[pair->b].id);
    }
}

const char *event_text(struct arena *arena, const struct event *event)
{
    struct buf buf;
    buf_init(&buf, arena);
    put_head(&buf, event);
    put_rules(&buf, event);
    put_sessions(&buf, event);
    put_agenda(&buf, event);
    put_places(&buf, event);
    put_participants(&buf, event);
    put_requests(&buf, event);
    put_locks(&buf, event);
    return buf.data;
}

const char *event_text_line(struct arena *arena, const struct event *event,
                            const char *beginning)
{
    const char *line = event_text(arena, event);
    size_t len = strlen(beginning);
    while (*line) {
        size_t n = strcspn(line, "\n");
        if (strncmp(line, beginning, len) == 0) {
            return arena_strndup(arena, line, n);
        }
        line += n + 1;
    }
    return "";
}
