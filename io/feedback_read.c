/* Rows are read one by one: whom and what they are about first, as nothing else can
 * be judged without; then each answer; then whether the answers fit together. */

#include "io/feedback_read.h"

#include <string.h>

#include "io/csv_table.h"
#include "io/feedback_words.h"
#include "io/field_names.h"
#include "io/fields.h"
#include "scheduler/base/ints.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/model/cause.h"

struct row_reader {
    struct fields fields;
    const struct event *event;
    const struct schedule *schedule;
};

/* Heads become names, each once. */
static void name_columns(struct arena *arena, struct columns *columns,
                         struct findings *findings, struct place header)
{
    for (int c = 0; c < columns->name.n; c++) {
        const char *head = columns->name.text[c];
        const char *name = feedback_column_of(arena, head);
        columns->name.text[c] = name;
        for (int b = 0; b < c; b++) {
            if (*name != '\0' && strcmp(columns->name.text[b], name) == 0) {
                findings_add(findings, SEVERITY_ERROR, header,
                             "two columns are '%s', one of them as '%s'; expected "
                             "one",
                             field_shown(arena, name), field_shown(arena, head));
            }
        }
    }
}

static void name_cells(struct arena *arena, struct value *row)
{
    for (int k = 0; k < row->n_items; k++) {
        row->item[k].key = feedback_column_of(arena, row->item[k].key);
    }
}

static bool is_answer(const char *key)
{
    for (int column = FEEDBACK_HELD; column < N_FEEDBACK_COLUMNS; column++) {
        if (strcmp(key, feedback_column_names[column]) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_answers(const struct value *row)
{
    for (int k = 0; k < row->n_items; k++) {
        if (is_answer(row->item[k].key)) {
            return true;
        }
    }
    return false;
}

static bool find_event(const struct row_reader *reader)
{
    const char *id = field_text(&reader->fields, "event");
    return *id == '\0' || strcmp(id, reader->event->id) == 0 ||
           field_error(&reader->fields, "event",
                       "'%s' is another event; expected feedback on '%s'",
                       field_shown(reader->fields.arena, id), reader->event->id);
}

static const char *nearest_meeting(const struct row_reader *reader, const char *id)
{
    const struct schedule *schedule = reader->schedule;
    struct arena scratch = *reader->fields.arena;
    const char **ids = arena_new(&scratch, schedule->n_meetings, const char *);
    for (int k = 0; k < schedule->n_meetings; k++) {
        ids[k] = schedule->meeting[k].id;
    }
    return near_word(id, ids, schedule->n_meetings);
}

static bool refuse_meeting(const struct row_reader *reader, const char *id)
{
    const struct schedule *schedule = reader->schedule;
    const char *shown = field_shown(reader->fields.arena, id);
    for (int k = 0; k < schedule->n_cancelled; k++) {
        if (strcmp(schedule->cancelled[k].id, id) == 0) {
            return field_error(&reader->fields, "meeting",
                               "'%s' was cancelled before the event; expected a "
                               "meeting that was to be held or that somebody did "
                               "not come to, or no answers",
                               shown);
        }
    }
    const char *meant = nearest_meeting(reader, id);
    return meant ? field_error(&reader->fields, "meeting",
                               "there is no meeting '%s' in the schedule; did you "
                               "mean '%s'?",
                               shown, meant)
                 : field_error(&reader->fields, "meeting",
                               "there is no meeting '%s' in the schedule; expected "
                               "an id of one, such as 'm0001'",
                               shown);
}

/* Whoever does not come on the day is cancelled then, so that others can take the
 * place: those who were stood up can still say so. */
static bool is_called_off(const struct schedule_meeting *meeting)
{
    return meeting->cause &&
           strcmp(meeting->cause, cause_name(CAUSE_PARTICIPANT_CANCELLED)) == 0;
}

static bool find_meeting(const struct row_reader *reader, const char *id, int *k)
{
    const struct schedule *schedule = reader->schedule;
    for (int n = 0; n < schedule->n_meetings; n++) {
        if (text_equal_nocase(schedule->meeting[n].id, id)) {
            *k = n;
            return true;
        }
    }
    for (int n = 0; n < schedule->n_cancelled; n++) {
        if (text_equal_nocase(schedule->cancelled[n].id, id) &&
            is_called_off(&schedule->cancelled[n])) {
            *k = schedule->n_meetings + n;
            return true;
        }
    }
    return refuse_meeting(reader, id);
}

static bool find_request(const struct row_reader *reader, const char *id, int *q)
{
    const struct schedule *schedule = reader->schedule;
    *q = event_find_request(reader->event, id);
    if (*q < 0) {
        return field_error(&reader->fields, "request",
                           "there is no request '%s' in the event; expected the id "
                           "of one",
                           field_shown(reader->fields.arena, id));
    }
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strings_has(&schedule->meeting[k].request_ids, id)) {
            return field_error(
                &reader->fields, "request",
                "'%s' was served by meeting %s; expected that in the "
                "column 'meeting'",
                id, schedule->meeting[k].id);
        }
    }
    return true;
}

static bool find_subject(const struct row_reader *reader, struct feedback *row)
{
    const char *meeting = field_text(&reader->fields, "meeting");
    const char *request = field_text(&reader->fields, "request");
    if (*meeting != '\0' && *request != '\0') {
        return field_error(
            &reader->fields, "request",
            "names a request beside the meeting '%s'; expected one of "
            "both",
            field_shown(reader->fields.arena, meeting));
    }
    if (*meeting == '\0' && *request == '\0') {
        return field_missing(&reader->fields, "meeting",
                             "the id of a meeting, or of a request in the column "
                             "'request'");
    }
    return *meeting != '\0' ? find_meeting(reader, meeting, &row->k)
                            : find_request(reader, request, &row->request);
}

static bool is_of_request(const struct request *request, int p)
{
    bool is = p == request->from || p == request->to;
    for (int k = 0; k < request->n_also; k++) {
        is |= p == request->also[k];
    }
    return is;
}

/* The ids of those whom the row is about. */
static struct strings people_of(const struct row_reader *reader,
                                const struct feedback *row)
{
    const struct event *event = reader->event;
    if (row->k >= 0) {
        return schedule_entry(reader->schedule, row->k)->participant_ids;
    }
    struct strings ids = {
        arena_new(reader->fields.arena, event->n_participants, const char *), 0};
    for (int p = 0; p < event->n_participants; p++) {
        if (is_of_request(&event->request[row->request], p)) {
            ids.text[ids.n++] = event->participant[p].id;
        }
    }
    return ids;
}

static const char *listed(struct arena *arena, const struct strings *ids)
{
    return phrase_list(arena, ids->text, ids->n, "'%s'", " or ");
}

static bool is_called(const struct participant *who, const char *name)
{
    return text_equal_nocase(name, who->id) ||
           text_equal_nocase(name, who->organisation) ||
           (*name != '\0' && strcmp(name, who->organisation_ja) == 0);
}

/* "gifu", "Gifu Prefecture" or "Gifu Prefecture [gifu]": the participant of that
 * name among these, or -1. */
static int find_person(const struct row_reader *reader, const struct strings *ids,
                       const char *name)
{
    size_t len = strlen(name);
    const char *open = strrchr(name, '[');
    const char *inner =
        open && name[len - 1] == ']'
            ? text_trim(reader->fields.arena, open + 1, strlen(open) - 2)
            : name;
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(reader->event, ids->text[k]);
        if (p >= 0 && (is_called(&reader->event->participant[p], name) ||
                       is_called(&reader->event->participant[p], inner))) {
            return p;
        }
    }
    return -1;
}

static bool find_participant(const struct row_reader *reader,
                             const struct strings *ids, struct feedback *row)
{
    const struct fields *fields = &reader->fields;
    const char *id =
        field_required_text(fields, "participant", "the id of who answers");
    if (*id == '\0') {
        return false;
    }
    row->p = find_person(reader, ids, id);
    return row->p >= 0 ||
           field_error(fields, "participant",
                       "'%s' is not one of them; expected %s",
                       field_shown(fields->arena, id), listed(fields->arena, ids));
}

static enum said read_said(const struct fields *fields, const char *key)
{
    const struct value *value = field_find(fields, key);
    enum said said =
        value ? feedback_said_find(field_text(fields, key)) : SAID_NOTHING;
    if (value && said == SAID_NOTHING) {
        field_refuse(fields, key, value, "yes or no");
    }
    return said;
}

static enum outcome read_outcome(const struct fields *fields)
{
    const struct value *value = field_find(fields, "outcome");
    enum outcome outcome =
        value ? feedback_outcome_find(field_text(fields, "outcome"))
              : OUTCOME_UNKNOWN;
    if (value && outcome == OUTCOME_UNKNOWN) {
        field_refuse(fields, "outcome", value, "none, talks, project or agreement");
    }
    return outcome;
}

static void read_absent(const struct row_reader *reader, const struct strings *ids,
                        struct feedback *row)
{
    const struct fields *fields = &reader->fields;
    struct strings names = field_strings(fields, "absent");
    row->absent = arena_new(fields->arena, names.n, int);
    for (int k = 0; k < names.n; k++) {
        int p = find_person(reader, ids, names.text[k]);
        if (p < 0) {
            field_error(fields, "absent", "'%s' is not one of them; expected %s",
                        field_shown(fields->arena, names.text[k]),
                        listed(fields->arena, ids));
        } else {
            row->absent[row->n_absent++] = p;
        }
    }
    row->n_absent = ints_sort_unique(row->absent, row->n_absent);
}

/* Who knew before the day did not wait in vain; when it was called off stands
 * nowhere, but without a rerun on the day it was hardly then. */
static void doubt_no_show(const struct row_reader *reader,
                          const struct feedback *row)
{
    if (row->k >= reader->schedule->n_meetings && row->n_absent > 0 &&
        schedule_frozen_before(reader->schedule) == 0) {
        field_warning(&reader->fields, "meeting",
                      "'%s' was called off, and no run on the day "
                      "(--freeze-before) led to the schedule: it counts as a "
                      "no-show; expected no row for it if its people knew before "
                      "the day",
                      schedule_entry(reader->schedule, row->k)->id);
    }
}

static void judge_meeting(const struct row_reader *reader,
                          const struct strings *ids, struct feedback *row)
{
    bool nobody_met = ids->n - row->n_absent < 2;
    if (row->k >= reader->schedule->n_meetings && row->held == SAID_YES) {
        field_error(&reader->fields, "held",
                    "is 'yes', but the meeting was called off, as somebody had "
                    "cancelled; expected 'no', and in 'absent' who did not come");
        return;
    }
    if (row->n_absent > 0 && nobody_met && row->held == SAID_YES) {
        field_error(
            &reader->fields, "held",
            "is 'yes', but with the absent there were fewer than two of %d; "
            "expected 'no', or fewer who were absent",
            ids->n);
    }
    if (row->n_absent > 0 && nobody_met && row->held == SAID_NOTHING) {
        row->held = SAID_NO;
    }
}

static void judge_wish(const struct row_reader *reader)
{
    for (int column = FEEDBACK_HELD; column < N_FEEDBACK_COLUMNS; column++) {
        const char *name = feedback_column_names[column];
        if (column != FEEDBACK_AGAIN && field_find(&reader->fields, name)) {
            field_error(&reader->fields, name,
                        "answers for a meeting, and this wish had none; expected "
                        "'again' alone, whether it is still wanted");
        }
    }
}

static void read_row(const struct row_reader *reader, struct feedback_list *list)
{
    const struct fields *fields = &reader->fields;
    struct feedback row = {.place = fields->place, .k = -1, .request = -1, .p = -1};
    bool is_ours = find_event(reader);
    if (!is_ours || !find_subject(reader, &row)) {
        return;
    }
    const struct strings ids = people_of(reader, &row);
    if (!find_participant(reader, &ids, &row)) {
        return;
    }
    row.held = read_said(fields, "held");
    row.again = read_said(fields, "again");
    row.share_contact = read_said(fields, "share_contact");
    row.rating = field_int(fields, "rating", 1, BEST_RATING, 0);
    row.outcome = read_outcome(fields);
    row.next_step = field_text(fields, "next_step");
    read_absent(reader, &ids, &row);
    if (row.k >= 0) {
        judge_meeting(reader, &ids, &row);
        doubt_no_show(reader, &row);
    } else {
        judge_wish(reader);
    }
    list->row =
        arena_grow(fields->arena, list->row, list->n, &list->capacity, sizeof row);
    list->row[list->n++] = row;
}

static void warn_of_silence(const char *file, int n_rows, struct findings *findings)
{
    const struct place place = {.file = file};
    if (n_rows == 0) {
        findings_add(findings, SEVERITY_WARNING, place,
                     "has no row below its heads; expected one for each meeting "
                     "that somebody answers for");
    } else {
        findings_add(findings, SEVERITY_WARNING, place,
                     "is not filled in: of its %d row%s none has an answer; "
                     "expected some under 'held', 'rating', 'again' or 'outcome'",
                     n_rows, text_s(n_rows));
    }
}

void feedback_read(struct arena *arena, const struct feedback_source *source,
                   const struct event *event, const struct schedule *schedule,
                   struct feedback_list *list, struct findings *findings)
{
    struct table_rows table = {0};
    bool is_whole = csv_parse_table(arena, source->file, source->text, source->len,
                                    &table, findings);
    struct columns columns = {.name = table.columns, .line = table.rows.line};
    const struct place header = {.file = source->file, .line = columns.line};
    struct field_names names = {.known = feedback_column_names,
                                .header_line = columns.line};
    int n_answered = 0;
    name_columns(arena, &columns, findings, header);
    for (int r = 0; r < table.rows.n_items; r++) {
        struct value *row = &table.rows.item[r];
        const struct row_reader reader = {
            .fields = {.arena = arena,
                       .findings = findings,
                       .object = row,
                       .place = {.file = source->file, .line = row->line},
                       .columns = &columns},
            .event = event,
            .schedule = schedule,
        };
        name_cells(arena, row);
        field_names_check(&names, &reader.fields);
        if (has_answers(row)) {
            n_answered++;
            read_row(&reader, list);
        }
    }
    if (is_whole && n_answered == 0) {
        warn_of_silence(source->file, table.rows.n_items, findings);
    }
    field_names_report(&names);
}
