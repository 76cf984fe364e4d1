/* Rows are sorted by what they are about, so that those of one participant about
 * one thing stand side by side; facts are then drawn meeting by meeting, in the
 * order of participants. The order in which rows were written changes nothing. */

#include "scheduler/model/feedback.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/ints.h"

const char *outcome_name(enum outcome outcome)
{
    static const char *const name[N_OUTCOMES] = {"", "none", "talks", "project",
                                                 "agreement"};
    return name[outcome];
}

bool feedback_is_answered(const struct feedback *row)
{
    return row->held != SAID_NOTHING || row->again != SAID_NOTHING ||
           row->share_contact != SAID_NOTHING || row->n_absent > 0 ||
           row->rating > 0 || row->outcome != OUTCOME_UNKNOWN ||
           row->next_step[0] != '\0';
}

static int compare_subjects(const struct feedback *a, const struct feedback *b)
{
    if (a->k != b->k) {
        return a->k - b->k;
    }
    return a->request != b->request ? a->request - b->request : a->p - b->p;
}

static int compare_places(const struct place *a, const struct place *b)
{
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    return order != 0 ? order : a->line - b->line;
}

static int compare_rows(const void *left, const void *right)
{
    const struct feedback *a = left, *b = right;
    int order = compare_subjects(a, b);
    return order != 0 ? order : compare_places(&a->place, &b->place);
}

/* Two rows of one participant about one thing become the first. */
struct merger {
    struct arena *arena;
    struct findings *findings;
    struct feedback *into;
    const struct feedback *from;
};

static void contradict(const struct merger *merger, const char *field)
{
    const struct place *first = &merger->into->place;
    struct place place = merger->from->place;
    place.field = field;
    findings_add(
        merger->findings, SEVERITY_ERROR, place,
        "contradicts %s:%d, where the same participant says something else "
        "about the same meeting; expected one answer",
        first->file ? first->file : "", first->line);
}

static int merge_number(const struct merger *merger, const char *field, int into,
                        int from)
{
    if (into != 0 && from != 0 && into != from) {
        contradict(merger, field);
    }
    return into != 0 ? into : from;
}

static void merge_absent(const struct merger *merger)
{
    struct feedback *into = merger->into;
    const struct feedback *from = merger->from;
    bool is_same = into->n_absent == from->n_absent;
    for (int k = 0; is_same && k < into->n_absent; k++) {
        is_same = into->absent[k] == from->absent[k];
    }
    if (into->n_absent == 0) {
        into->absent = from->absent;
        into->n_absent = from->n_absent;
    } else if (from->n_absent > 0 && !is_same) {
        contradict(merger, "absent");
    }
}

/* What two colleagues wish for next need not be one thing. */
static void merge_next_step(const struct merger *merger)
{
    struct feedback *into = merger->into;
    const char *more = merger->from->next_step;
    if (into->next_step[0] == '\0') {
        into->next_step = more;
    } else if (more[0] != '\0' && strcmp(into->next_step, more) != 0) {
        into->next_step =
            arena_printf(merger->arena, "%s; %s", into->next_step, more);
    }
}

static void merge_rows(const struct merger *merger)
{
    struct feedback *into = merger->into;
    const struct feedback *from = merger->from;
    into->held =
        (enum said)merge_number(merger, "held", (int)into->held, (int)from->held);
    into->again = (enum said)merge_number(merger, "again", (int)into->again,
                                          (int)from->again);
    into->share_contact =
        (enum said)merge_number(merger, "share_contact", (int)into->share_contact,
                                (int)from->share_contact);
    into->outcome = (enum outcome)merge_number(
        merger, "outcome", (int)into->outcome, (int)from->outcome);
    /* Two people may like one meeting differently: the lower counts, so that
     * nobody's trouble is hidden. */
    if (from->rating > 0 && (into->rating == 0 || from->rating < into->rating)) {
        into->rating = from->rating;
    }
    merge_absent(merger);
    merge_next_step(merger);
}

void feedback_merge(struct arena *arena, struct feedback_list *list,
                    struct findings *findings)
{
    int n = 0;
    if (list->n > 0) {
        qsort(list->row, (size_t)list->n, sizeof *list->row, compare_rows);
    }
    for (int k = 0; k < list->n; k++) {
        struct feedback *last = n > 0 ? &list->row[n - 1] : NULL;
        if (last && compare_subjects(last, &list->row[k]) == 0) {
            merge_rows(&(struct merger){arena, findings, last, &list->row[k]});
        } else {
            list->row[n++] = list->row[k];
        }
    }
    list->n = n;
}

static int index_of(const struct meeting_fact *fact, int p)
{
    for (int k = 0; k < fact->n_participants; k++) {
        if (fact->participant[k] == p) {
            return k;
        }
    }
    return -1;
}

enum outcome meeting_fact_outcome(const struct meeting_fact *fact)
{
    enum outcome furthest = OUTCOME_UNKNOWN;
    for (int n = 0; n < fact->n_participants; n++) {
        if (fact->by[n] && fact->by[n]->outcome > furthest) {
            furthest = fact->by[n]->outcome;
        }
    }
    return furthest;
}

const struct feedback *meeting_fact_by(const struct meeting_fact *fact, int p)
{
    int k = index_of(fact, p);
    return k >= 0 ? fact->by[k] : NULL;
}

static void begin_fact(struct arena *arena, const struct event *event,
                       const struct schedule_meeting *meeting,
                       struct meeting_fact *fact)
{
    int n = meeting->participant_ids.n;
    fact->participant = arena_new(arena, n, int);
    fact->by = arena_new(arena, n, const struct feedback *);
    fact->was_absent = arena_new(arena, n, bool);
    fact->n_participants = n;
    for (int k = 0; k < n; k++) {
        fact->participant[k] =
            event_find_participant(event, meeting->participant_ids.text[k]);
        assert(fact->participant[k] >= 0);
    }
    ints_sort(fact->participant, n);
}

static void note_row(struct meeting_fact *fact, const struct feedback *row)
{
    int k = index_of(fact, row->p);
    assert(k >= 0);
    fact->by[k] = row;
    fact->is_told |= feedback_is_answered(row);
    for (int a = 0; a < row->n_absent; a++) {
        fact->was_absent[index_of(fact, row->absent[a])] = true;
    }
}

static void tell_dispute(const struct event *event,
                         const struct schedule_meeting *meeting,
                         const struct feedback *no, const struct feedback *yes,
                         struct findings *findings)
{
    struct place place = no->place;
    place.field = "held";
    findings_add(
        findings, SEVERITY_WARNING, place,
        "'%s' says that %s was not held, '%s' says that it was (%s:%d); it "
        "counts as held; expected a word with both, and one answer changed",
        event->participant[no->p].id, meeting->id, event->participant[yes->p].id,
        yes->place.file ? yes->place.file : "", yes->place.line);
}

static void conclude(const struct event *event,
                     const struct schedule_meeting *meeting,
                     struct meeting_fact *fact, struct findings *findings)
{
    const struct feedback *yes = NULL, *no = NULL;
    int n_absent = 0;
    for (int k = fact->n_participants - 1; k >= 0; k--) {
        const struct feedback *row = fact->by[k];
        yes = row && row->held == SAID_YES ? row : yes;
        no = row && row->held == SAID_NO ? row : no;
    }
    if (yes && no) {
        tell_dispute(event, meeting, no, yes, findings);
    }
    fact->is_held = !fact->was_called_off && (yes || !no);
    for (int k = 0; k < fact->n_participants; k++) {
        const struct feedback *row = fact->by[k];
        /* Who says that it was held was there. */
        fact->was_absent[k] &= !(row && row->held == SAID_YES);
        /* Where all but one of two came, nothing was held, whatever is disputed. */
        fact->was_absent[k] &= !(yes && no && fact->n_participants == 2);
        n_absent += fact->was_absent[k];
    }
    fact->has_no_show =
        !fact->is_held && n_absent > 0 && n_absent < fact->n_participants;
}

static void note_wish(const struct request *request, const struct feedback *row,
                      struct feedback_facts *facts)
{
    if (row->p == request->from) {
        facts->wanted[row->request] = row->again;
    } else {
        facts->refused[row->request] |= row->again == SAID_NO;
    }
}

void feedback_judge(struct arena *arena, const struct event *event,
                    const struct schedule *schedule,
                    const struct feedback_list *list, struct feedback_facts *facts,
                    struct findings *findings)
{
    int n_entries = schedule->n_meetings + schedule->n_cancelled;
    facts->meeting = arena_new(arena, n_entries, struct meeting_fact);
    facts->wanted = arena_new(arena, event->n_requests, enum said);
    facts->refused = arena_new(arena, event->n_requests, bool);
    for (int k = 0; k < n_entries; k++) {
        begin_fact(arena, event, schedule_entry(schedule, k), &facts->meeting[k]);
        facts->meeting[k].was_called_off = k >= schedule->n_meetings;
    }
    for (int n = 0; n < list->n; n++) {
        const struct feedback *row = &list->row[n];
        if (row->k >= 0) {
            note_row(&facts->meeting[row->k], row);
        } else {
            note_wish(&event->request[row->request], row, facts);
        }
    }
    for (int k = 0; k < n_entries; k++) {
        conclude(event, schedule_entry(schedule, k), &facts->meeting[k], findings);
    }
}

bool feedback_shares_contact(const struct schedule *schedule,
                             const struct feedback_facts *facts, int from, int to)
{
    bool shares = false;
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct meeting_fact *fact = &facts->meeting[k];
        const struct feedback *row = meeting_fact_by(fact, from);
        if (!row || index_of(fact, to) < 0) {
            continue;
        }
        if (row->share_contact == SAID_NO) {
            return false;
        }
        shares |= row->share_contact == SAID_YES;
    }
    return shares;
}
