/* What people mean by a meeting, a slot or a room on the command line. */

#include <stdio.h>
#include <string.h>

#include "io/participant_names.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/clock.h"
#include "scheduler/commands/locking.h"

int locking_find_listed(const struct schedule_meeting *list, int n,
                        const char *name)
{
    for (int k = 0; k < n; k++) {
        if (strcmp(list[k].id, name) == 0 || strcmp(list[k].uid, name) == 0) {
            return k;
        }
    }
    return -1;
}

/* The ids of those that a name lists, by id or by organisation. */
static struct strings read_people(const struct locking *locking, const char *name)
{
    struct arena *arena = &locking->job->arena;
    const struct ids names = participant_names(arena, &locking->event);
    return participant_names_read(arena, &locking->event, &names, name);
}

/* By its participants; -1 for none, -2 for several, which is told. */
static int find_by_people(const struct locking *locking, const char *name)
{
    const struct event *event = &locking->event;
    const struct eligibility *elig = &locking->job->elig;
    struct arena *arena = &locking->job->arena;
    struct strings ids = read_people(locking, name);
    struct buf buf;
    int found = -1;
    buf_init(&buf, arena);
    for (int m = 0; m < elig->n_meetings; m++) {
        if (eligibility_is_of(event, &elig->meeting[m], &ids)) {
            const char *request = event->request[elig->meeting[m].request[0]].id;
            buf_printf(&buf, "%s%s", found >= 0 || found == -2 ? ", " : "",
                       request);
            found = found == -1 ? m : -2;
        }
    }
    if (found == -2) {
        fprintf(stderr,
                "matchday %s: '%s' have several meetings; expected one of the "
                "requests %s\n",
                locking->command, name, buf.data);
    }
    return found;
}

/* "; did you mean 'm0003'?", or "". */
static const char *guess(const struct locking *locking, const char *name,
                         const char *const *word, int n)
{
    const char *meant = near_word(name, word, n);
    return meant ? arena_printf(&locking->job->arena, "; did you mean '%s'?", meant)
                 : "";
}

/* Says which of the participants there is none of, or several; false if all are
 * there. */
static bool tell_unknown_people(const struct locking *locking,
                                const struct strings *ids)
{
    const struct event *event = &locking->event;
    struct arena *arena = &locking->job->arena;
    const struct ids names = participant_names(arena, event);
    bool any = false;
    for (int k = 0; k < ids->n; k++) {
        if (event_find_participant(event, ids->text[k]) >= 0) {
            continue;
        }
        any = true;
        if (ids_find_named(&names, *arena, ids->text[k]) == -2) {
            fprintf(stderr,
                    "matchday %s: several participants are called '%s'; expected "
                    "the id of one\n",
                    locking->command, ids->text[k]);
            continue;
        }
        const char *meant = ids_nearest(&names, *arena, ids->text[k], true);
        fprintf(stderr,
                "matchday %s: there is no participant '%s'%s%s%s; expected ids or "
                "names of participants, with commas between\n",
                locking->command, ids->text[k], meant ? "; did you mean '" : "",
                meant ? meant : "", meant ? "'?" : "");
    }
    return any;
}

/* "m0002, r09": the meetings with the participant, by the ids that they go by; "" for
 * none. */
static const char *meetings_of(const struct locking *locking, int p)
{
    const struct eligibility *elig = &locking->job->elig;
    struct buf buf;
    buf_init(&buf, &locking->job->arena);
    buf_add_text(&buf, "");
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        if (eligibility_has(meeting, p)) {
            const struct schedule_meeting *entry = locking_entry(locking, m);
            buf_printf(&buf, "%s%s", buf.len > 0 ? ", " : "",
                       entry ? entry->id
                             : locking->event.request[meeting->request[0]].id);
        }
    }
    return buf.data;
}

static void tell_unknown(const struct locking *locking, const char *name)
{
    const struct event *event = &locking->event;
    const struct schedule *schedule = &locking->schedule;
    struct arena *arena = &locking->job->arena;
    const struct strings ids = read_people(locking, name);
    int n = 0, p = ids.n == 1 ? event_find_participant(event, ids.text[0]) : -1;
    if (ids.n > 1) {
        if (!tell_unknown_people(locking, &ids)) {
            fprintf(
                stderr,
                "matchday %s: nobody asks for a meeting of '%s'; expected those "
                "of a request, all of them\n",
                locking->command, name);
        }
        return;
    }
    if (p >= 0) {
        fprintf(stderr,
                "matchday %s: '%s' is a participant; expected one of its meetings: "
                "%s\n",
                locking->command, name, meetings_of(locking, p));
        return;
    }
    const char **word =
        arena_new(arena, schedule->n_meetings + event->n_requests, const char *);
    for (int k = 0; k < schedule->n_meetings; k++) {
        word[n++] = schedule->meeting[k].id;
    }
    for (int q = 0; q < event->n_requests; q++) {
        word[n++] = event->request[q].id;
    }
    fprintf(
        stderr,
        "matchday %s: there is no meeting '%s'%s; expected its id, a request of "
        "it, or its participants like 'gifu,vitagora'\n",
        locking->command, name, guess(locking, name, word, n));
}

int locking_find_meeting(const struct locking *locking, const char *name)
{
    const struct schedule *schedule = &locking->schedule;
    int k = locking_find_listed(schedule->meeting, schedule->n_meetings, name);
    int c = locking_find_listed(schedule->cancelled, schedule->n_cancelled, name);
    int q = event_find_request(&locking->event, name);
    int m = k >= 0   ? schedule->meeting[k].m
            : c >= 0 ? schedule->cancelled[c].m
            : q >= 0 ? locking->job->elig.meeting_of_request[q]
                     : find_by_people(locking, name);
    if (m == -1 && (k >= 0 || c >= 0)) {
        fprintf(stderr,
                "matchday %s: '%s' is no meeting of the event any more; nobody "
                "asks for it\n",
                locking->command, name);
    } else if (m == -1) {
        tell_unknown(locking, name);
    }
    return m < 0 ? -1 : m;
}

/* True if the slot begins at that clock time, on any day, or at that instant. */
static bool begins_at(const struct slot *slot, const struct zone *zone,
                      const char *name)
{
    struct civil civil;
    bool fixed;
    int64_t at_s;
    int minutes = clock_parse(name);
    struct civil start = zone_to_civil(zone, slot->start_s);
    if (minutes >= 0) {
        return start.hour * 60 + start.minute == minutes;
    }
    if (!clock_read(name, &civil, &fixed, &at_s)) {
        return false;
    }
    return fixed ? at_s == slot->start_s
                 : civil_to_seconds(civil) == civil_to_seconds(start);
}

/* "am-01 (Tue 19 May 09:00), ..." of those that are in the set, of all if none is. */
static const char *slots_text(const struct locking *locking,
                              const struct zone *zone, const bool *is_in, int n)
{
    enum { MOST = 12 };
    const struct event *event = &locking->event;
    struct arena *arena = &locking->job->arena;
    struct buf buf;
    int n_shown = 0;
    buf_init(&buf, arena);
    for (int s = 0; s < event->n_slots && n_shown < MOST; s++) {
        if (n == 0 || is_in[s]) {
            buf_printf(&buf, "%s%s (%s)", n_shown++ > 0 ? ", " : "",
                       event->slot[s].id,
                       clock_day_text(arena, zone, event->slot[s].start_s));
        }
    }
    if (n == 0 && n_shown < event->n_slots) {
        buf_printf(&buf, " and %d more", event->n_slots - n_shown);
    }
    return buf.data;
}

/* Another number is another slot, and no slip. */
static const char *guess_slot(const struct locking *locking, const char *name)
{
    const struct event *event = &locking->event;
    const char **word =
        arena_new(&locking->job->arena, event->n_slots, const char *);
    size_t len = strlen(name);
    int n = 0;
    while (len > 0 && name[len - 1] >= '0' && name[len - 1] <= '9') {
        len--;
    }
    int number = text_number(name + len);
    for (int s = 0; s < event->n_slots; s++) {
        if (number == event->slot[s].number) {
            word[n++] = event->slot[s].id;
        }
    }
    return guess(locking, name, word, n);
}

int locking_find_slot(const struct locking *locking, const struct zone *zone,
                      const char *name)
{
    const struct event *event = &locking->event;
    int s = event_find_slot(event, name), n = 0;
    if (s >= 0) {
        return s;
    }
    struct arena *arena = &locking->job->arena;
    bool *is_in = arena_new(arena, event->n_slots + 1, bool);
    for (int k = 0; k < event->n_slots; k++) {
        is_in[k] = begins_at(&event->slot[k], zone, name);
        s = is_in[k] ? k : s;
        n += is_in[k];
    }
    if (n == 1) {
        return s;
    }
    fprintf(
        stderr,
        n == 0 ? "matchday %s: there is no slot '%s' in %s%s; expected one of "
                 "%s\n"
               : "matchday %s: several slots begin at '%s' in %s%s; expected one "
                 "of %s\n",
        locking->command, name, zone->name, n == 0 ? guess_slot(locking, name) : "",
        slots_text(locking, zone, is_in, n));
    return -1;
}

int locking_find_room(const struct locking *locking, const char *name)
{
    const struct event *event = &locking->event;
    int r = event_find_room(event, name);
    const char **word =
        arena_new(&locking->job->arena, 2 * event->n_rooms, const char *);
    if (r >= 0) {
        return r;
    }
    for (int k = 0; k < event->n_rooms; k++) {
        word[k] = event->room[k].id;
        word[event->n_rooms + k] = event->room[k].name;
        if (text_equal_nocase(event->room[k].name, name)) {
            return k;
        }
    }
    fprintf(stderr, "matchday %s: there is no room '%s'%s; expected its id\n",
            locking->command, name, guess(locking, name, word, 2 * event->n_rooms));
    return -1;
}
