#include "scheduler/commands/diff_report.h"

#include <stdio.h>
#include <string.h>

#include "io/change_words.h"
#include "io/ics_clean.h"
#include "io/reason_text.h"
#include "scheduler/base/buf.h"
#include "scheduler/commands/clock.h"
#include "scheduler/model/cause.h"
#include "scheduler/model/sent_agenda.h"

struct printing {
    struct arena *arena;
    const struct diff_report *report;
    struct ics_input input;
    struct ics_reader organizer;
};

static const char *organisation(struct printing *printing, const char *id)
{
    const struct event *event = printing->report->event;
    int p = event_find_participant(event, id);
    return p >= 0 ? ics_organisation(printing->arena, &printing->organizer, p) : id;
}

/* "Vitagora, Gifu Prefecture", but for the participant `but` (or NULL). */
static const char *people(struct printing *printing,
                          const struct schedule_meeting *meeting, const char *but)
{
    struct buf buf;
    buf_init(&buf, printing->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        const char *id = meeting->participant_ids.text[k];
        if (!but || strcmp(id, but) != 0) {
            buf_printf(&buf, "%s%s", buf.len > 0 ? ", " : "",
                       organisation(printing, id));
        }
    }
    if (meeting->topic[0] != '\0') {
        buf_printf(&buf, " (%s)", ics_clean_line(printing->arena, meeting->topic));
    }
    return buf.data;
}

static const char *room_shown(struct printing *printing,
                              const struct diff_side *side)
{
    return change_room_name(printing->arena, &printing->organizer, side->room_id,
                            side->room_name);
}

static const char *where_shown(struct printing *printing,
                               const struct diff_side *side)
{
    const char *room = room_shown(printing, side);
    const char *interpreter = change_interpreter_name(
        printing->arena, printing->report->event, side->interpreter_id);
    return interpreter[0] != '\0'
               ? arena_printf(printing->arena, "%s, interpreter %s", room,
                              interpreter)
               : room;
}

/* "gifu: Misaki Tanaka; ..." of those of whom only some attend. */
static const char *attending(struct printing *printing,
                             const struct diff_side *side)
{
    const struct event *event = printing->report->event;
    struct buf buf;
    buf_init(&buf, printing->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < side->n_attendance; k++) {
        const struct attendance *attendance = &side->attendance[k];
        buf_printf(&buf, "%s%s:", k > 0 ? "; " : "", attendance->participant_id);
        for (int i = 0; i < attendance->n_contacts; i++) {
            int c = attendance->contact[i] - 1;
            bool known = attendance->p >= 0 &&
                         c < event->participant[attendance->p].n_contacts;
            const struct contact *contact =
                known ? &event->participant[attendance->p].contact[c] : NULL;
            buf_printf(&buf, "%s %s", i > 0 ? "," : "",
                       known ? ics_first_line(printing->arena, contact->name,
                                              contact->email, "?")
                             : "?");
        }
    }
    return buf.data;
}

static bool is_same_meeting(const struct schedule_meeting *meeting,
                            const struct unscheduled *unscheduled)
{
    const struct schedule_meeting wanted = {.participant_ids =
                                                unscheduled->participant_ids,
                                            .topic = unscheduled->topic};
    return schedule_is_same_meeting(meeting, &wanted);
}

/* Why the requests of a meeting are not served, or NULL where it has none. */
static const char *reason(struct printing *printing,
                          const struct schedule_meeting *meeting)
{
    const struct schedule *now = printing->report->now;
    for (int k = 0; k < now->n_unscheduled; k++) {
        if (is_same_meeting(meeting, &now->unscheduled[k])) {
            return reason_text(printing->arena, printing->report->event, now,
                               &now->unscheduled[k]);
        }
    }
    return NULL;
}

/* Whether the cause says what would be said of the requests of a dropped meeting. */
static bool says_reason(enum cause cause)
{
    return cause == CAUSE_PARTICIPANT_CANCELLED ||
           cause == CAUSE_REQUEST_WITHDRAWN || cause == CAUSE_REQUEST_DECLINED ||
           cause == CAUSE_REQUEST_PENDING || cause == CAUSE_MET_BEFORE;
}

/* What stands against the old place, and why there is no other. */
static void print_why(struct printing *printing, const struct diff_entry *entry)
{
    const struct diff_report *report = printing->report;
    const char *words, *more = NULL;
    enum cause cause = cause_of_change(printing->arena, report->event, report->elig,
                                       report->now, entry, &words);
    if (cause == N_CAUSES) {
        return;
    }
    if (entry->kind == DIFF_DROPPED && !says_reason(cause)) {
        more = reason(printing, entry->meeting);
    }
    words = ics_clean_line(printing->arena, words);
    char first = words[0];
    first = first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first;
    printf("    why  %c%s.%s%s\n", first, words + 1, more ? " " : "",
           more ? more : "");
}

static void print_side(struct printing *printing, const char *word,
                       const struct diff_side *side)
{
    printf("    %s  %s, %s\n", word,
           clock_all_text(printing->arena, printing->report->event, side->start_s),
           where_shown(printing, side));
}

static void print_entry(struct printing *printing, const struct diff_entry *entry)
{
    const struct diff_side *before = &entry->before, *now = &entry->now;
    printf("  %s  %s\n", entry->meeting->id,
           people(printing, entry->meeting, NULL));
    if (before->is_held && entry->kind != DIFF_ATTENDANCE) {
        print_side(printing, "was", before);
    }
    if (now->is_held) {
        print_side(printing, "now", now);
    }
    if (entry->attendance && before->is_held && now->is_held) {
        printf("    attended by  %s\n    and not by   %s\n",
               attending(printing, now), attending(printing, before));
    }
    print_why(printing, entry);
}

static const char *const heading[N_DIFF_KINDS] = {
    [DIFF_DROPPED] = "Dropped",
    [DIFF_MOVED] = "Moved",
    [DIFF_PLACE] = "In another room or with another interpreter, at the same time",
    [DIFF_DETAILS] = "", /* plans know nothing of it */
    [DIFF_ATTENDANCE] = "Attended by others of the same body",
    [DIFF_ADDED] = "Added",
    [DIFF_SAME] = "",
};

static void print_meetings(struct printing *printing)
{
    const struct diff *plans = printing->report->plans;
    for (int k = 0; k < plans->n_entries; k++) {
        const struct diff_entry *entry = &plans->entry[k];
        if (entry->kind == DIFF_SAME) {
            return;
        }
        if (k == 0 || entry[-1].kind != entry->kind) {
            printf("\n%s:\n", heading[entry->kind]);
        }
        print_entry(printing, entry);
    }
}

static void print_item_side(struct printing *printing, const char *word,
                            int64_t start_s, int64_t end_s, const char *details)
{
    const struct event *event = printing->report->event;
    printf("    %s  %s, %d minutes%s%s\n", word,
           clock_all_text(printing->arena, event, start_s),
           (int)((end_s - start_s) / 60), details[0] != '\0' ? ", " : "", details);
}

/* Title and link, where people knew others. */
static const char *item_details(struct printing *printing,
                                const struct sent_item *sent,
                                const struct agenda_item *item, const char *title,
                                const char *url)
{
    if (!sent || !item || sent->cancelled || sent_item_is_same(sent, item) ||
        !sent_item_is_when(sent, item)) {
        return "";
    }
    const char *name =
        ics_shown_name(printing->arena, &printing->organizer, title, item->id, "");
    return url && url[0] != '\0'
               ? arena_printf(printing->arena, "%s, %s", name,
                              ics_clean_line(printing->arena, url))
               : name;
}

static void print_item(struct printing *printing, int number)
{
    const struct event *event = printing->report->event;
    const struct schedule *before = printing->report->told->sent;
    const struct agenda_item *item = agenda_item_at(event, number);
    const struct sent_item *sent = agenda_sent_at(event, before, number);
    const char *title = sent ? sent->title : "", *id = sent ? sent->id : "";
    if (item) {
        title = item->title;
        id = item->id;
    }
    printf("  %s\n",
           ics_shown_name(printing->arena, &printing->organizer, title, id, ""));
    if (sent && !sent->cancelled) {
        print_item_side(printing, "was", sent->start_s, sent->end_s,
                        item_details(printing, sent, item, sent->title, sent->url));
    }
    if (item) {
        print_item_side(printing, "now", item->start_s, item->end_s,
                        item_details(printing, sent, item, item->title, item->url));
    }
}

/* Agenda items, which are no part of a schedule: against what people were sent. */
static void print_items(struct printing *printing)
{
    const struct diff_report *report = printing->report;
    int n =
        report->was_sent ? agenda_n_numbers(report->event, report->told->sent) : 0;
    bool is_first = true;
    for (int number = 0; number < n; number++) {
        if (agenda_news(report->event, report->told->sent, number, -1, -1) !=
            ITEM_NO_NEWS) {
            printf("%s", is_first ? "\nIn the agenda:\n" : "");
            print_item(printing, number);
            is_first = false;
        }
    }
}

/* "Tue 19 May 10:15 -> 10:40", on the listener's clock. */
static const char *times_of(struct printing *printing,
                            const struct change_words *words)
{
    const struct zone *zone = words->reader.zone;
    const struct diff_side *before = &words->before, *now = &words->now;
    int64_t start_s = before->is_held ? before->start_s : now->start_s;
    const char *text = clock_day_text(printing->arena, zone, start_s);
    if (!before->is_held || !now->is_held || before->start_s == now->start_s) {
        return text;
    }
    return arena_printf(printing->arena, "%s -> %s", text,
                        clock_is_same_day(zone, before->start_s, now->start_s)
                            ? clock_time_text(printing->arena, zone, now->start_s)
                            : clock_day_text(printing->arena, zone, now->start_s));
}

static const char *arrow(struct printing *printing, const char *before,
                         const char *now)
{
    return before[0] == '\0' || now[0] == '\0' || strcmp(before, now) == 0
               ? (now[0] != '\0' ? now : before)
               : arena_printf(printing->arena, "%s -> %s", before, now);
}

static const char *rooms_of(struct printing *printing,
                            const struct change_words *words)
{
    const struct diff_side *before = &words->before, *now = &words->now;
    return arrow(printing, before->is_held ? room_shown(printing, before) : "",
                 now->is_held ? room_shown(printing, now) : "");
}

static void print_line(struct printing *printing, const struct diff *diff,
                       const struct diff_listener *listener)
{
    const struct change_words words =
        change_words(printing->arena, &printing->input, diff, listener);
    if (words.title) {
        printf("    %-11s %s  %s\n", words.change, times_of(printing, &words),
               words.title);
        return;
    }
    printf("    %-11s %s  %s  %s\n", words.change, times_of(printing, &words),
           rooms_of(printing, &words),
           people(printing, diff->entry[listener->entry].meeting,
                  listener->p >= 0 ? listener->participant_id : NULL));
}

/* True if the second person, of the same body, is told just what the first is. */
static bool is_told_alike(const struct diff_listeners *listeners, int a, int a_end,
                          int b)
{
    int b_end = b < listeners->n_listeners ? diff_end_of_person(listeners, b) : b;
    if (b_end - b != a_end - a) {
        return false;
    }
    for (int k = 0; k < a_end - a; k++) {
        const struct diff_listener *x = &listeners->listener[a + k];
        const struct diff_listener *y = &listeners->listener[b + k];
        if (strcmp(x->participant_id, y->participant_id) != 0 ||
            x->entry != y->entry || x->item != y->item || x->kind != y->kind) {
            return false;
        }
    }
    return true;
}

/* "Inès Garnier (fr)" */
static const char *person(struct printing *printing, const struct diff *diff,
                          const struct diff_listener *listener)
{
    const struct change_words words =
        change_words(printing->arena, &printing->input, diff, listener);
    const char *nobody =
        listener->has_left ? "not in the event any more" : "nobody to write to";
    if (listener->p < 0) { /* an organisation is named before */
        nobody = arena_printf(printing->arena, "%s, %s", listener->participant_id,
                              nobody);
    }
    const char *name =
        ics_first_line(printing->arena, words.name, words.email, nobody);
    return words.language[0] != '\0' && (words.name[0] || words.email[0])
               ? arena_printf(printing->arena, "%s (%s)", name, words.language)
               : name;
}

/* Everybody of one body who is told the same. Returns the end of their run. */
static int print_persons(struct printing *printing, const struct diff *diff,
                         const struct diff_listeners *listeners, int k,
                         int *n_persons)
{
    const struct diff_listener *first = &listeners->listener[k];
    const struct change_words words =
        change_words(printing->arena, &printing->input, diff, first);
    int end = diff_end_of_person(listeners, k), next = end;
    printf("  %s: ", first->p >= 0 ? organisation(printing, first->participant_id)
                                   : "Interpreter");
    printf("%s", person(printing, diff, first));
    ++*n_persons;
    while (is_told_alike(listeners, k, end, next)) {
        printf(", %s", person(printing, diff, &listeners->listener[next]));
        next = diff_end_of_person(listeners, next);
        ++*n_persons;
    }
    printf(" - %s\n", words.reader.zone->name);
    for (int j = k; j < end; j++) {
        print_line(printing, diff, &listeners->listener[j]);
    }
    return next;
}

static void print_people(struct printing *printing, const struct diff *diff,
                         const struct diff_listeners *listeners)
{
    const struct diff_report *report = printing->report;
    int n_persons = 0;
    if (listeners->n_listeners == 0) {
        printf("\n%s\n",
               report->was_sent
                   ? "Nobody must be told anything: all is as it was sent."
                   : "Nothing of it concerns anybody.");
        return;
    }
    printf("\nPerson by person, on their own clock:\n");
    for (int k = 0; k < listeners->n_listeners;) {
        k = print_persons(printing, diff, listeners, k, &n_persons);
    }
    if (!report->was_sent) {
        printf("Nothing was published yet: nobody knows of the schedule before.\n");
        return;
    }
    printf("%d %s to be told.\n", n_persons,
           n_persons == 1 ? "person is" : "people are");
}

/* "; agenda items: 1 added, 2 changed" */
static void print_item_counts(const struct diff_report *report)
{
    static const char *const word[] = {
        [ITEM_CANCELLED] = "taken out",
        [ITEM_MOVED] = "moved",
        [ITEM_DETAILS] = "with another title or link",
        [ITEM_NEW] = "added",
    };
    enum { N_WORDS = sizeof word / sizeof *word };
    int count[N_WORDS] = {0};
    const char *before = "; agenda items: ";
    int n = agenda_n_numbers(report->event, report->told->sent);
    for (int number = 0; number < n; number++) {
        count[agenda_news(report->event, report->told->sent, number, -1, -1)]++;
    }
    for (int news = ITEM_NO_NEWS + 1; news < N_WORDS; news++) {
        if (count[news] > 0) {
            printf("%s%d %s", before, count[news], word[news]);
            before = ", ";
        }
    }
}

void diff_report_print(struct arena scratch, const struct diff_report *report)
{
    static const char *const word[N_DIFF_KINDS] = {
        [DIFF_DROPPED] = "dropped",
        [DIFF_MOVED] = "moved",
        [DIFF_PLACE] = "with another room or interpreter",
        [DIFF_DETAILS] = "", /* plans know nothing of it */
        [DIFF_ATTENDANCE] = "attended by others",
        [DIFF_ADDED] = "added",
        [DIFF_SAME] = "as before",
    };
    struct printing printing = {
        .arena = &scratch,
        .report = report,
        .input = {.event = report->event, .schedule = report->now},
    };
    printing.organizer = ics_organizer_reader(&printing.input);
    const char *before = "";
    const struct diff *diff = report->was_sent ? report->told : report->plans;
    struct diff_listeners listeners;
    diff_listeners(&scratch, report->event, diff, &listeners);
    printf("%s: ", report->event->id);
    for (int kind = 0; kind < N_DIFF_KINDS; kind++) {
        if (report->plans->n[kind] > 0) {
            printf("%s%d %s", before, report->plans->n[kind], word[kind]);
            before = ", ";
        }
    }
    printf("%s", before[0] == '\0' ? "no meetings" : "");
    if (report->was_sent) {
        print_item_counts(report);
    }
    putchar('\n');
    print_meetings(&printing);
    print_items(&printing);
    print_people(&printing, diff, &listeners);
}
