#include "io/reason_text.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "scheduler/base/buf.h"

/* What the sentences are made from. */
struct telling {
    struct arena *arena;
    const struct event *event;
    const struct schedule *schedule; /* whose meetings have names */
    const struct unscheduled *unscheduled;
};

char *reason_list_text(struct arena *arena, const struct strings *names)
{
    int n = names->n;
    int shown = n > REASON_MAX_NAMES ? REASON_MAX_NAMES - 1 : n;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < shown; k++) {
        bool is_last = k > 0 && k == n - 1;
        buf_add_text(&buf, k == 0 ? "" : is_last ? " and " : ", ");
        buf_add_text(&buf, names->text[k]);
    }
    if (shown < n) {
        buf_printf(&buf, " and %d more", n - shown);
    }
    return buf.data;
}

static const char *organisation(const struct event *event, const char *id)
{
    int p = event_find_participant(event, id);
    bool has_name = p >= 0 && event->participant[p].organisation[0] != '\0';
    return has_name ? event->participant[p].organisation : id;
}

static char *people_text(const struct telling *telling, const struct strings *ids)
{
    struct strings names = {arena_new(telling->arena, ids->n, const char *),
                            ids->n};
    for (int k = 0; k < ids->n; k++) {
        names.text[k] = organisation(telling->event, ids->text[k]);
    }
    return reason_list_text(telling->arena, &names);
}

/* Those whom the detail names, else all of the meeting. */
static const struct strings *concerned(const struct telling *telling)
{
    const struct strings *named = &telling->unscheduled->detail.participants;
    return named->n > 0 ? named : &telling->unscheduled->participant_ids;
}

/* "Request r1 was declined.", "Requests r1 and r2 were declined." */
static char *requests_text(const struct telling *telling, const struct strings *ids,
                           const char *of_one, const char *of_many)
{
    return arena_printf(telling->arena, "Request%s %s %s", ids->n == 1 ? "" : "s",
                        reason_list_text(telling->arena, ids),
                        ids->n == 1 ? of_one : of_many);
}

static char *tell_not_accepted(const struct telling *telling)
{
    return requests_text(telling, &telling->unscheduled->request_ids,
                         "is not accepted yet.", "are not accepted yet.");
}

static char *tell_declined(const struct telling *telling)
{
    const struct strings *by = &telling->unscheduled->detail.requests;
    if (by->n > 0) {
        return requests_text(telling, by, "was declined, and with it the meeting.",
                             "were declined, and with them the meeting.");
    }
    return requests_text(telling, &telling->unscheduled->request_ids,
                         "was declined.", "were declined.");
}

static char *tell_withdrawn(const struct telling *telling)
{
    return requests_text(telling, &telling->unscheduled->request_ids,
                         "was withdrawn.", "were withdrawn.");
}

static char *tell_cancelled(const struct telling *telling)
{
    return arena_printf(telling->arena, "%s cancelled.",
                        people_text(telling, concerned(telling)));
}

static char *tell_met_before(const struct telling *telling)
{
    return arena_printf(
        telling->arena,
        "%s have met before; such a meeting is only held if a request "
        "says follow_up.",
        people_text(telling, concerned(telling)));
}

static char *tell_forbidden(const struct telling *telling)
{
    return arena_strdup(telling->arena, "A lock forbids this meeting.");
}

/* The detail names those who are free in no slot at all; or everybody, if it is
 * only together that they are not. Its slots would have suited until they began. */
static char *tell_no_slot(const struct telling *telling)
{
    const struct strings *busy = concerned(telling);
    const struct strings *begun = &telling->unscheduled->detail.slots;
    const char *who = people_text(telling, busy);
    if (begun->n > 0) {
        return arena_printf(
            telling->arena,
            "No time is left: %s could have met in %s, which had begun when this "
            "schedule was made.",
            who, reason_list_text(telling->arena, begun));
    }
    if (busy->n < telling->unscheduled->participant_ids.n) {
        return arena_printf(
            telling->arena,
            "%s %s free in no slot: look at availability, social hours "
            "and agenda.",
            who, busy->n == 1 ? "is" : "are");
    }
    return arena_printf(
        telling->arena,
        "No slot suits %s together and has the time and length that "
        "were asked for: look at availability, social hours and agenda.",
        who);
}

/* "A and B could meet in am-01, but no room suits." */
static char *could_meet_but(const struct telling *telling, const char *obstacle)
{
    const struct strings *slots = &telling->unscheduled->detail.slots;
    return arena_printf(
        telling->arena, "%s could meet%s%s, but %s",
        people_text(telling, &telling->unscheduled->participant_ids),
        slots->n > 0 ? " in " : "", reason_list_text(telling->arena, slots),
        obstacle);
}

static char *tell_no_room(const struct telling *telling)
{
    return could_meet_but(telling, "no room suits: look at the rooms' capacity, "
                                   "features, reservations and hours.");
}

static char *tell_no_interpreter(const struct telling *telling)
{
    return could_meet_but(telling,
                          "no interpreter of their languages is there: look "
                          "at the interpreters' pairs and hours.");
}

static char *tell_predecessor(const struct telling *telling)
{
    const struct strings *before = &telling->unscheduled->detail.requests;
    return arena_printf(telling->arena,
                        "It has to come after another meeting%s%s%s, which is not "
                        "scheduled or cannot be early enough.",
                        before->n > 0 ? " (" : "",
                        reason_list_text(telling->arena, before),
                        before->n > 0 ? ")" : "");
}

/* "m0007 (Gifu Prefecture with Vitagora)" */
static const char *meeting_text(const struct telling *telling, const char *id)
{
    const struct schedule *schedule = telling->schedule;
    int k = 0;
    while (k < schedule->n_meetings && strcmp(schedule->meeting[k].id, id) != 0) {
        k++;
    }
    if (k == schedule->n_meetings) {
        return id;
    }
    const struct strings *people = &schedule->meeting[k].participant_ids;
    struct buf buf;
    buf_init(&buf, telling->arena);
    buf_printf(&buf, "%s (", id);
    for (int p = 0; p < people->n; p++) {
        buf_printf(&buf, "%s%s",
                   p == 0   ? ""
                   : p == 1 ? " with "
                            : " and ",
                   organisation(telling->event, people->text[p]));
    }
    buf_add_text(&buf, ")");
    return buf.data;
}

/* Meetings by name, as many as one reads: of more the first and how many. */
enum { MOST_MEETINGS = 3 };

static char *meetings_text(const struct telling *telling, const struct strings *ids)
{
    struct arena *arena = telling->arena;
    int n = ids->n > MOST_MEETINGS ? MOST_MEETINGS - 1 : ids->n;
    struct strings names = {arena_new(arena, n + 1, const char *), n};
    for (int k = 0; k < n; k++) {
        names.text[k] = meeting_text(telling, ids->text[k]);
    }
    if (n < ids->n) {
        names.text[names.n++] = arena_printf(arena, "%d more", ids->n - n);
    }
    return reason_list_text(arena, &names);
}

/* "m0007 (A with B) moved", "120 meetings given up" */
static char *changed_text(const struct telling *telling, const struct strings *ids,
                          const char *how)
{
    if (ids->n > MOST_MEETINGS) {
        return arena_printf(telling->arena, "%d meetings %s", ids->n, how);
    }
    return arena_printf(telling->arena, "%s%s%s", meetings_text(telling, ids),
                        ids->n > 0 ? " " : "", ids->n > 0 ? how : "");
}

/* ", with m0007 (A with B) moved, and m0009 (C with D) given up" */
static char *change_text(const struct telling *telling)
{
    const struct strings *moved = &telling->unscheduled->detail.moved;
    const struct strings *given_up = &telling->unscheduled->detail.given_up;
    return arena_printf(telling->arena, "%s%s%s%s",
                        moved->n + given_up->n > 0 ? ", with " : "",
                        changed_text(telling, moved, "moved"),
                        moved->n > 0 && given_up->n > 0 ? ", and " : "",
                        changed_text(telling, given_up, "given up"));
}

/* " Otherwise it would fit in am-01, with m0007 (A with B) moved. In the way: m0003
 * (B with C)." */
static char *remedy_text(const struct telling *telling, const char *condition)
{
    struct arena *arena = telling->arena;
    const struct reason_detail *detail = &telling->unscheduled->detail;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    if (detail->slots.n > 0) {
        buf_printf(&buf, " %s %s%s.", condition,
                   reason_list_text(arena, &detail->slots), change_text(telling));
    }
    if (detail->blocked_by.n > 0) {
        buf_printf(&buf, " In the way: %s.",
                   meetings_text(telling, &detail->blocked_by));
    }
    return buf.data;
}

/* " Gifu has its 2 of at most 2 meetings." */
static void add_limit(const struct telling *telling, const char *id,
                      struct buf *buf)
{
    const struct event *event = telling->event;
    int p = event_find_participant(event, id);
    int most = p >= 0 ? event->participant[p].max_meetings : NO_LIMIT;
    buf_printf(buf, " %s", organisation(event, id));
    if (most == NO_LIMIT) {
        buf_add_text(buf, " has as many meetings as it may have.");
    } else if (most == 0) {
        buf_add_text(buf, " may have no meetings.");
    } else {
        buf_printf(buf, " has its %d of at most %d meeting%s.", most, most,
                   most == 1 ? "" : "s");
    }
}

/* The same of everybody of whom it is true. */
static char *limits_text(const struct telling *telling)
{
    const struct strings *ids = &telling->unscheduled->detail.at_limit;
    struct buf buf;
    buf_init(&buf, telling->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < ids->n; k++) {
        add_limit(telling, ids->text[k], &buf);
    }
    return buf.data;
}

/* Those whom the detail names and who are not at max_meetings. If it names nobody:
 * all of the meeting. */
static struct strings busy_people(const struct telling *telling)
{
    const struct strings *named = concerned(telling);
    struct strings busy = {arena_new(telling->arena, named->n, const char *), 0};
    for (int k = 0; k < named->n; k++) {
        if (!strings_has(&telling->unscheduled->detail.at_limit, named->text[k])) {
            busy.text[busy.n++] = named->text[k];
        }
    }
    return busy;
}

static char *tell_participant_full(const struct telling *telling)
{
    struct strings busy = busy_people(telling);
    char *text = limits_text(telling);
    if (busy.n > 0) {
        text = arena_printf(telling->arena,
                            "%s Other meetings of %s take the time that would do, "
                            "or reach a limit of theirs.",
                            text, people_text(telling, &busy));
    }
    return arena_printf(telling->arena, "%s%s", text[0] != '\0' ? text + 1 : text,
                        remedy_text(telling, "Otherwise it would fit in"));
}

/* Where it would fit only with other meetings moved. */
static char *rearranged_text(const struct telling *telling, const char *what)
{
    struct arena *arena = telling->arena;
    const struct reason_detail *detail = &telling->unscheduled->detail;
    return arena_printf(
        arena, "One more suitable %s would let it take place%s%s%s.", what,
        detail->slots.n > 0 ? " in " : "", reason_list_text(arena, &detail->slots),
        detail->slots.n > 0 ? change_text(telling) : ", with other meetings moved");
}

static bool is_rearranged(const struct telling *telling)
{
    const struct reason_detail *detail = &telling->unscheduled->detail;
    return detail->slots.n == 0 || detail->moved.n + detail->given_up.n > 0;
}

static char *tell_rooms_full(const struct telling *telling)
{
    if (is_rearranged(telling)) {
        return rearranged_text(telling, "room");
    }
    return arena_printf(telling->arena,
                        "In every slot that would do, all suitable rooms are "
                        "taken.%s",
                        remedy_text(telling, "With one more room it would fit in"));
}

static char *tell_interpreters_full(const struct telling *telling)
{
    if (is_rearranged(telling)) {
        return rearranged_text(telling, "interpreter");
    }
    return arena_printf(
        telling->arena,
        "In every slot that would do, all suitable interpreters are "
        "taken or at a limit of theirs.%s",
        remedy_text(telling, "With one more interpreter it would fit in"));
}

/* Without details it is rules.on_change that stands before it. */
static char *tell_outranked(const struct telling *telling)
{
    const struct reason_detail *detail = &telling->unscheduled->detail;
    if (telling->event->rules.lists_changed && detail->slots.n == 0) {
        return arena_strdup(
            telling->arena,
            "It was published for a time that has become impossible, and with "
            "rules.on_change 'list' it is left out: with 'move' or a lock it gets "
            "another time.");
    }
    return arena_printf(telling->arena,
                        "It could only be held at the cost of others that count at "
                        "least as much.%s%s",
                        limits_text(telling),
                        remedy_text(telling, "Slots that suit it:"));
}

static char *tell_not_proven(const struct telling *telling)
{
    return arena_strdup(telling->arena,
                        "It was not settled whether this could be held: that would "
                        "have taken a longer search than one request is worth, or "
                        "than --time-limit allowed.");
}

char *reason_text(struct arena *arena, const struct event *event,
                  const struct schedule *schedule,
                  const struct unscheduled *unscheduled)
{
    static char *(*const tell[N_REASONS])(const struct telling *) = {
        [REASON_NOT_ACCEPTED] = tell_not_accepted,
        [REASON_DECLINED] = tell_declined,
        [REASON_WITHDRAWN] = tell_withdrawn,
        [REASON_PARTICIPANT_CANCELLED] = tell_cancelled,
        [REASON_MET_BEFORE] = tell_met_before,
        [REASON_FORBIDDEN] = tell_forbidden,
        [REASON_NO_COMMON_SLOT] = tell_no_slot,
        [REASON_NO_SUITABLE_ROOM] = tell_no_room,
        [REASON_NO_INTERPRETER] = tell_no_interpreter,
        [REASON_PREDECESSOR] = tell_predecessor,
        [REASON_PARTICIPANT_FULL] = tell_participant_full,
        [REASON_ROOMS_FULL] = tell_rooms_full,
        [REASON_INTERPRETERS_FULL] = tell_interpreters_full,
        [REASON_OUTRANKED] = tell_outranked,
        [REASON_NOT_PROVEN] = tell_not_proven,
    };
    assert(unscheduled->reason < N_REASONS);
    const struct telling telling = {arena, event, schedule, unscheduled};
    return tell[unscheduled->reason](&telling);
}
