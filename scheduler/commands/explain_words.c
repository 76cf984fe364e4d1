#include "scheduler/commands/explain_words.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/commands/clock.h"

static struct arena *arena_of(const struct explaining *explaining)
{
    return &explaining->job->arena;
}

enum { LINE_WIDTH = 100 };

/* How many letters: bytes that go on with one do not count. */
static int width_of(const char *text, size_t len)
{
    int n = 0;
    for (size_t k = 0; k < len; k++) {
        n += ((unsigned char)text[k] & 0xC0) != 0x80;
    }
    return n;
}

void explain_print(const struct explaining *explaining, const char *begin,
                   const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(arena_of(explaining), format, args);
    va_end(args);
    int indent = width_of(begin, strlen(begin)), column = indent;
    fputs(begin, stdout);
    for (bool is_first = true; *text; is_first = false) {
        size_t len = strcspn(text, " ");
        int width = width_of(text, len);
        if (!is_first && column + 1 + width > LINE_WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (!is_first) {
            putchar(' ');
            column++;
        }
        fwrite(text, 1, len, stdout);
        column += width;
        text += len + (text[len] == ' ');
    }
    putchar('\n');
}

const char *explain_who(const struct explaining *explaining, int p)
{
    const struct participant *who = &explaining->job->event.participant[p];
    return who->organisation[0] != '\0' ? who->organisation : who->id;
}

const char *explain_people(const struct explaining *explaining, int m)
{
    const struct meeting *meeting = &explaining->job->elig.meeting[m];
    struct buf buf;
    buf_init(&buf, arena_of(explaining));
    for (int k = 0; k < meeting->n_participants; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ", " : "",
                   explain_who(explaining, meeting->participant[k]));
    }
    if (meeting->topic[0] != '\0') {
        buf_printf(&buf, " (%s)", meeting->topic);
    }
    return buf.data;
}

const char *explain_entry(const struct explaining *explaining,
                          const struct schedule_meeting *entry)
{
    if (entry->m < 0) {
        return entry->id;
    }
    return arena_printf(arena_of(explaining), "%s (%s; worth %d)", entry->id,
                        explain_people(explaining, entry->m),
                        explaining->job->elig.meeting[entry->m].value);
}

const char *explain_slot(const struct explaining *explaining, int s)
{
    const struct slot *slot = &explaining->job->event.slot[s];
    return arena_printf(arena_of(explaining), "%s, %s", slot->id,
                        clock_all_text(arena_of(explaining),
                                       &explaining->job->event, slot->start_s));
}

const char *explain_place(const struct explaining *explaining, const char *room_id,
                          const char *interpreter_id)
{
    const struct event *event = &explaining->job->event;
    int r = event_find_room(event, room_id);
    int i = event_find_interpreter(event, interpreter_id);
    bool has_room = room_id[0] != '\0', is_interpreted = interpreter_id[0] != '\0';
    bool has_name = r >= 0 && event->room[r].name[0] != '\0';
    const char *interpreter = i < 0 ? "the new interpreter"
                              : event->interpreter[i].name[0] != '\0'
                                  ? event->interpreter[i].name
                                  : interpreter_id;
    return arena_printf(arena_of(explaining), "%s%s%s%s%s", has_room ? ", " : "",
                        !has_room || has_name || r < 0 ? "" : "room ",
                        !has_room  ? ""
                        : r < 0    ? "the new room"
                        : has_name ? event->room[r].name
                                   : room_id,
                        is_interpreted ? ", interpreted by " : "",
                        is_interpreted ? interpreter : "");
}

/* The least worth of those meetings in slot s that have a room (an interpreter) which
 * would do for m; NULL if there is none. */
static const struct schedule_meeting *
least_worth(const struct explaining *explaining, int m, int s, bool of_rooms)
{
    const struct eligibility *elig = &explaining->job->elig;
    const struct schedule_meeting *least = NULL;
    for (int k = 0; k < explaining->schedule.n_meetings; k++) {
        const struct schedule_meeting *entry = &explaining->schedule.meeting[k];
        if (entry->s != s || entry->m < 0 || entry->m == m) {
            continue;
        }
        bool has =
            of_rooms ? entry->r >= 0 && eligibility_room_fits(elig, m, entry->r, s)
                     : entry->i >= 0 &&
                           eligibility_interpreter_fits(elig, m, entry->i, s);
        if (has && (!least || elig->meeting[entry->m].value <
                                  elig->meeting[least->m].value)) {
            least = entry;
        }
    }
    return least;
}

static const char *taken_text(const struct explaining *explaining, int m, int s,
                              bool of_rooms)
{
    const struct schedule_meeting *least = least_worth(explaining, m, s, of_rooms);
    return arena_printf(arena_of(explaining), "no suitable %s is left%s%s",
                        of_rooms ? "room" : "interpreter",
                        least ? "; the least of those there is " : "",
                        least ? explain_entry(explaining, least) : "");
}

const char *explain_obstacle(const struct explaining *explaining,
                             const struct obstacle *obstacle, int m, int s)
{
    struct arena *arena = arena_of(explaining);
    const char *who = explain_who(explaining, obstacle->p);
    switch (obstacle->kind) {
    case OBSTACLE_ABSENT:
        return arena_printf(arena, "%s %s", who,
                            obstacle->agenda ? "is at an agenda item"
                                             : "is not available");
    case OBSTACLE_BUSY:
        return arena_printf(
            arena, "%s is in %s", who,
            explain_entry(explaining,
                          &explaining->schedule.meeting[obstacle->entry]));
    case OBSTACLE_MAX_MEETINGS:
        return arena_printf(arena, "%s has as many meetings as it may have, %d",
                            who, obstacle->number - 1);
    case OBSTACLE_MAX_CONSECUTIVE:
        return arena_printf(arena, "%s would be in %d meetings in a row", who,
                            obstacle->number);
    case OBSTACLE_MAX_GAPS:
        return arena_printf(arena, "%s would have %d gap%s", who, obstacle->number,
                            text_s(obstacle->number));
    case OBSTACLE_OWN_TIME:
        return "the time or length that was asked for, or a lock, rules it out";
    case OBSTACLE_ORDER:
        return "what it has to follow is not held before";
    case OBSTACLE_ROOM:
        return taken_text(explaining, m, s, true);
    case OBSTACLE_INTERPRETER:
        return taken_text(explaining, m, s, false);
    }
    assert(false);
    return "";
}

/* The end of the hours of participant p that end last before the slot does, in its
 * session; or the begin of those that begin first behind its begin. */
static bool find_edge(const struct explaining *explaining, int p, int s,
                      int64_t *end_s, int64_t *start_s)
{
    const struct event *event = &explaining->job->event;
    const struct eligibility *elig = &explaining->job->elig;
    const struct slot *slot = &event->slot[s];
    *end_s = *start_s = NO_TIME;
    for (int k = 0; k < event->n_slots; k++) {
        const struct slot *other = &event->slot[k];
        if (other->session != slot->session || !eligibility_is_free(elig, p, k)) {
            continue;
        }
        if (k < s) {
            *end_s = other->end_s;
        } else if (*start_s == NO_TIME) {
            *start_s = other->start_s;
        }
    }
    return *end_s != NO_TIME || *start_s != NO_TIME;
}

/* Rows of its own may reach further than the last slot in them does. */
static int64_t last_offered(const struct participant *who, const struct slot *slot,
                            int64_t end_s)
{
    for (int k = 0; k < who->available.n; k++) {
        int64_t row_s = who->available.window[k].end_s;
        if (row_s > end_s && row_s < slot->end_s) {
            end_s = row_s;
        }
    }
    return end_s;
}

static int64_t first_offered(const struct participant *who, const struct slot *slot,
                             int64_t start_s)
{
    for (int k = 0; k < who->available.n; k++) {
        int64_t row_s = who->available.window[k].start_s;
        if (row_s < start_s && row_s > slot->start_s) {
            start_s = row_s;
        }
    }
    return start_s;
}

static const char *free_text(const struct explaining *explaining, int p, int s)
{
    struct arena *arena = arena_of(explaining);
    const struct event *event = &explaining->job->event;
    const struct participant *who = &event->participant[p];
    const struct slot *slot = &event->slot[s];
    const char *how = "meets then, too";
    int64_t end_s, start_s;
    bool is_busy = windows_overlap(&who->busy, slot->start_s, slot->end_s);
    if (find_edge(explaining, p, s, &end_s, &start_s)) {
        if (start_s == NO_TIME) {
            int64_t more_s = slot->end_s - last_offered(who, slot, end_s);
            how =
                arena_printf(arena, "stays %d minutes longer", (int)(more_s / 60));
        } else if (end_s == NO_TIME) {
            int64_t more_s = first_offered(who, slot, start_s) - slot->start_s;
            how =
                arena_printf(arena, "comes %d minutes earlier", (int)(more_s / 60));
        }
    }
    return arena_printf(arena, "%s %s: is available %s to %s%s",
                        explain_who(explaining, p), how,
                        clock_all_text(arena, event, slot->start_s),
                        clock_all_text(arena, event, slot->end_s),
                        is_busy ? ", although its calendar says busy" : "");
}

static const char *request_text(const struct explaining *explaining, int q,
                                const char *what)
{
    const struct request *request = &explaining->job->event.request[q];
    return arena_printf(arena_of(explaining), "request %s (%s to %s) %s",
                        request->id, explain_who(explaining, request->from),
                        explain_who(explaining, request->to), what);
}

static const char *limit_text(const struct explaining *explaining, int p,
                              const char *what, int limit, int number)
{
    struct arena *arena = arena_of(explaining);
    return arena_printf(arena, "%s: %s %d instead of %d (participants: %s of '%s')",
                        explain_who(explaining, p), what, number, limit, what,
                        explaining->job->event.participant[p].id);
}

static const char *features_text(struct arena *arena,
                                 const struct strings *features)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < features->n; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ", " : " with ", features->text[k]);
    }
    return buf.data;
}

static const char *staff_text(const struct explaining *explaining,
                              const struct amendment *amendment)
{
    struct arena *arena = arena_of(explaining);
    const struct event *event = &explaining->job->event;
    const struct interpreter *who = &event->interpreter[amendment->i];
    if (amendment->kind == AMEND_STAFF_MEETINGS) {
        return arena_printf(arena,
                            "%s interprets %d meetings instead of at most %d "
                            "(interpreters: max_meetings of '%s')",
                            who->name[0] != '\0' ? who->name : who->id,
                            amendment->number, who->max_meetings, who->id);
    }
    return arena_printf(arena, "one more %s interpreter in %s",
                        text_upper(arena, amendment->pair),
                        explain_slot(explaining, amendment->s));
}

static const char *about_participant(const struct explaining *explaining,
                                     const struct amendment *amendment)
{
    const struct participant *who =
        &explaining->job->event.participant[amendment->p];
    int p = amendment->p, n = amendment->number;
    if (amendment->kind == AMEND_RETURN) {
        return arena_printf(arena_of(explaining), "%s comes after all",
                            explain_who(explaining, p));
    }
    if (amendment->kind == AMEND_PARALLEL) {
        return arena_printf(
            arena_of(explaining), "%s, by somebody else of theirs",
            limit_text(explaining, p, "parallel", who->parallel, n));
    }
    return amendment->kind == AMEND_MAX_MEETINGS
               ? limit_text(explaining, p, "max_meetings", who->max_meetings, n)
           : amendment->kind == AMEND_MAX_CONSECUTIVE
               ? limit_text(explaining, p, "max_consecutive", who->max_consecutive,
                            n)
               : limit_text(explaining, p, "max_gaps", who->max_gaps, n);
}

const char *explain_amendment(const struct explaining *explaining,
                              const struct amendment *amendment)
{
    struct arena *arena = arena_of(explaining);
    switch (amendment->kind) {
    case AMEND_ACCEPT:
        return request_text(explaining, amendment->q, "is accepted");
    case AMEND_WITHDRAW:
        return request_text(explaining, amendment->q, "is withdrawn");
    case AMEND_FOLLOW_UP:
        return request_text(explaining, amendment->q,
                            "says follow_up, as they have met before");
    case AMEND_ANY_TIME:
        return request_text(explaining, amendment->q,
                            "asks for no time and length");
    case AMEND_ANY_ORDER:
        return request_text(explaining, amendment->q,
                            "does not wait for others (no 'after')");
    case AMEND_LOCK:
        return request_text(explaining, amendment->q, "is locked");
    case AMEND_LOCK_AT:
        return request_text(explaining, amendment->q,
                            arena_printf(arena, "is locked to %s",
                                         explain_slot(explaining, amendment->s)));
    case AMEND_RELEASE:
        return "the lock that forbids the meeting is taken out";
    case AMEND_MAX_MEETINGS:
    case AMEND_MAX_CONSECUTIVE:
    case AMEND_MAX_GAPS:
    case AMEND_PARALLEL:
    case AMEND_RETURN:
        return about_participant(explaining, amendment);
    case AMEND_FREE:
        return free_text(explaining, amendment->p, amendment->s);
    case AMEND_ROOM:
        return arena_printf(arena, "one more room%s in %s",
                            features_text(arena, &amendment->features),
                            explain_slot(explaining, amendment->s));
    case AMEND_STAFF_MEETINGS:
    case AMEND_INTERPRETER:
        return staff_text(explaining, amendment);
    case N_AMENDMENTS:
        break;
    }
    assert(false);
    return "";
}

const char *explain_levels(const struct explaining *explaining, int n_levels,
                           const int64_t now[N_LEVELS],
                           const int64_t before[N_LEVELS])
{
    struct buf buf;
    buf_init(&buf, arena_of(explaining));
    buf_add_text(&buf, "");
    for (int k = 0; k < n_levels; k++) {
        enum level level = explaining->base.level[k];
        if (now[level] != before[level]) {
            buf_printf(&buf, "%s%s %" PRId64 " instead of %" PRId64,
                       buf.len > 0 ? ", " : "", level_name(level), now[level],
                       before[level]);
        }
    }
    return buf.data;
}
