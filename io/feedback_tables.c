#include "io/feedback_tables.h"

#include "io/contact_addresses.h"
#include "io/csv_write.h"
#include "io/feedback_form.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/reply.h"

struct writer {
    struct csv_writer csv;
    struct arena *arena;
    const struct feedback_tables *of;
};

static void begin_item(struct buf *buf)
{
    if (buf->len > 0) {
        buf_add_text(buf, "; ");
    }
}

static void add_buf(struct writer *writer, const struct buf *buf)
{
    csv_add_text(&writer->csv, buf->len > 0 ? buf->data : "");
}

static const char *id_of(const struct writer *writer, int p)
{
    return writer->of->event->participant[p].id;
}

static const char *said_text(enum said said)
{
    return said == SAID_YES ? "yes" : said == SAID_NO ? "no" : "";
}

enum about { ABOUT_RATING, ABOUT_AGAIN, ABOUT_NEXT_STEP };

/* One participant's word, or "". */
static const char *word_of(struct arena *arena, const struct feedback *row,
                           enum about about)
{
    switch (about) {
    case ABOUT_RATING:
        return row->rating > 0 ? arena_printf(arena, "%d", row->rating) : "";
    case ABOUT_AGAIN:
        return said_text(row->again);
    case ABOUT_NEXT_STEP:
        return row->next_step;
    }
    return "";
}

/* "gifu: 4; vitagora: 5" */
static void add_words(struct writer *writer, const struct meeting_fact *fact,
                      enum about about)
{
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int n = 0; n < fact->n_participants; n++) {
        const char *word =
            fact->by[n] ? word_of(writer->arena, fact->by[n], about) : "";
        if (word[0] != '\0') {
            begin_item(&buf);
            buf_printf(&buf, "%s: %s", id_of(writer, fact->participant[n]), word);
        }
    }
    add_buf(writer, &buf);
}

static void add_average(struct writer *writer, const struct meeting_fact *fact)
{
    int n_rated = 0, sum = 0;
    for (int n = 0; n < fact->n_participants; n++) {
        int rating = fact->by[n] ? fact->by[n]->rating : 0;
        n_rated += rating > 0;
        sum += rating;
    }
    csv_add_text(&writer->csv, n_rated > 0 ? arena_printf(writer->arena, "%.1f",
                                                          (double)sum / n_rated)
                                           : "");
}

static void add_absent(struct writer *writer, const struct meeting_fact *fact)
{
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int n = 0; n < fact->n_participants; n++) {
        if (fact->was_absent[n]) {
            begin_item(&buf);
            buf_add_text(&buf, id_of(writer, fact->participant[n]));
        }
    }
    add_buf(writer, &buf);
}

/* "gifu > vitagora": who let whom have its contacts. */
static void add_shared(struct writer *writer, const struct meeting_fact *fact)
{
    const struct feedback_tables *of = writer->of;
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int n = 0; n < fact->n_participants; n++) {
        for (int j = 0; j < fact->n_participants; j++) {
            int from = fact->participant[n], to = fact->participant[j];
            if (j != n &&
                feedback_shares_contact(of->schedule, of->facts, from, to)) {
                begin_item(&buf);
                buf_printf(&buf, "%s > %s", id_of(writer, from), id_of(writer, to));
            }
        }
    }
    add_buf(writer, &buf);
}

static void add_names(struct writer *writer, const struct strings *ids)
{
    const struct event *event = writer->of->event;
    struct buf id, name;
    buf_init(&id, writer->arena);
    for (int k = 0; k < ids->n; k++) {
        begin_item(&id);
        buf_add_text(&id, ids->text[k]);
    }
    add_buf(writer, &id);
    buf_init(&name, writer->arena);
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(event, ids->text[k]);
        begin_item(&name);
        buf_add_text(&name,
                     p >= 0 ? participant_name(&event->participant[p], LANGUAGE_EN)
                            : ids->text[k]);
    }
    add_buf(writer, &name);
}

static const char *next_id(const struct writer *writer, int q)
{
    return writer->of->follow_up->event.request[q].id;
}

/* The requests in the next event that come of this meeting. */
static void add_next(struct writer *writer, int k)
{
    const struct feedback_tables *of = writer->of;
    const struct follow_up *next = of->follow_up;
    const struct strings *ids = &schedule_entry(of->schedule, k)->request_ids;
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int n = 0; n < ids->n; n++) {
        int q = event_find_request(of->event, ids->text[n]);
        if (q >= 0 && next->carried_as[q] >= 0) {
            begin_item(&buf);
            buf_add_text(&buf, next_id(writer, next->carried_as[q]));
        }
    }
    for (int n = 0; n < of->facts->meeting[k].n_participants; n++) {
        if (next->again_as[k][n] >= 0) {
            begin_item(&buf);
            buf_add_text(&buf, next_id(writer, next->again_as[k][n]));
        }
    }
    add_buf(writer, &buf);
}

/* "r1: comes first; r2: refused"; nothing of those that were served. */
static void add_fates(struct writer *writer, const struct strings *ids)
{
    const struct feedback_tables *of = writer->of;
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int n = 0; n < ids->n; n++) {
        int q = event_find_request(of->event, ids->text[n]);
        if (q >= 0 && of->follow_up->fate[q] != FATE_SERVED) {
            begin_item(&buf);
            buf_printf(&buf, "%s: %s", ids->text[n],
                       request_fate_name(of->follow_up->fate[q]));
        }
    }
    add_buf(writer, &buf);
}

static void add_head(struct writer *writer)
{
    static const char *const name[] = {
        "meeting",        "start",      "participants",  "organisations",
        "topic",          "requests",   "held",          "absent",
        "ratings",        "rating",     "outcome",       "again",
        "contact shared", "next steps", "next requests", "what became of requests"};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(&writer->csv, name[k]);
    }
    csv_end_row(&writer->csv);
}

static void add_ids(struct writer *writer, const struct strings *ids)
{
    struct buf buf;
    buf_init(&buf, writer->arena);
    for (int k = 0; k < ids->n; k++) {
        begin_item(&buf);
        buf_add_text(&buf, ids->text[k]);
    }
    add_buf(writer, &buf);
}

static void add_meeting(struct writer *writer, int k)
{
    const struct schedule_meeting *meeting =
        schedule_entry(writer->of->schedule, k);
    const struct meeting_fact *fact = &writer->of->facts->meeting[k];
    struct csv_writer *csv = &writer->csv;
    csv_add_text(csv, meeting->id);
    csv_add_text(csv, instant_format(writer->arena, meeting->start_s));
    add_names(writer, &meeting->participant_ids);
    csv_add_text(csv, meeting->topic);
    add_ids(writer, &meeting->request_ids);
    csv_add_text(csv, !fact->is_told ? "" : fact->is_held ? "yes" : "no");
    add_absent(writer, fact);
    add_words(writer, fact, ABOUT_RATING);
    add_average(writer, fact);
    csv_add_text(csv, outcome_name(meeting_fact_outcome(fact)));
    add_words(writer, fact, ABOUT_AGAIN);
    add_shared(writer, fact);
    add_words(writer, fact, ABOUT_NEXT_STEP);
    add_next(writer, k);
    add_fates(writer, &meeting->request_ids);
    csv_end_row(csv);
}

static bool is_served(const struct schedule *schedule, const char *id)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strings_has(&schedule->meeting[k].request_ids, id)) {
            return true;
        }
    }
    return false;
}

static struct strings people_of(struct arena *arena, const struct event *event,
                                const struct request *request)
{
    struct strings ids = {arena_new(arena, request->n_also + 2, const char *), 0};
    ids.text[ids.n++] = event->participant[request->from].id;
    ids.text[ids.n++] = event->participant[request->to].id;
    for (int k = 0; k < request->n_also; k++) {
        ids.text[ids.n++] = event->participant[request->also[k]].id;
    }
    return ids;
}

/* A request that was not served has no meeting's columns. */
static void add_wish(struct writer *writer, int q)
{
    enum { BETWEEN = 8 }; /* held to next steps */
    const struct feedback_tables *of = writer->of;
    const struct request *request = &of->event->request[q];
    const struct strings people = people_of(writer->arena, of->event, request);
    const struct strings ids = {(const char *[]){request->id}, 1};
    int carried_as = of->follow_up->carried_as[q];
    csv_add_text(&writer->csv, "");
    csv_add_text(&writer->csv, "");
    add_names(writer, &people);
    csv_add_text(&writer->csv, request->topic);
    csv_add_text(&writer->csv, request->id);
    for (int k = 0; k < BETWEEN; k++) {
        csv_add_text(&writer->csv, "");
    }
    csv_add_text(&writer->csv, carried_as >= 0 ? next_id(writer, carried_as) : "");
    add_fates(writer, &ids);
    csv_end_row(&writer->csv);
}

void feedback_add_outcomes(struct output *output,
                           const struct feedback_tables *tables)
{
    struct writer writer = {.arena = output->arena, .of = tables};
    csv_begin(&writer.csv, output->arena);
    add_head(&writer);
    int n = tables->schedule->n_meetings;
    for (int k = 0; k < n + tables->schedule->n_cancelled; k++) {
        if (k < n || tables->facts->meeting[k].is_told) {
            add_meeting(&writer, k);
        }
    }
    for (int q = 0; q < tables->event->n_requests; q++) {
        if (!is_served(tables->schedule, tables->event->request[q].id)) {
            add_wish(&writer, q);
        }
    }
    output_add(output, "outcomes.csv", writer.csv.buf.data, writer.csv.buf.len);
}

static bool attends(const struct feedback_tables *tables, int from, int to, int c)
{
    for (int k = 0; k < tables->schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &tables->schedule->meeting[k];
        if (strings_has(&meeting->participant_ids,
                        tables->event->participant[from].id) &&
            strings_has(&meeting->participant_ids,
                        tables->event->participant[to].id) &&
            contact_attends(meeting, from, c)) {
            return true;
        }
    }
    return false;
}

static int add_people(struct writer *writer, enum language language, int from,
                      int to)
{
    const struct event *event = writer->of->event;
    const struct participant *who = &event->participant[from];
    const char *name = contact_addresses_mask(writer->arena, event,
                                              participant_name(who, language));
    int n = 0;
    for (int c = 0; c < who->n_contacts; c++) {
        const struct contact *contact = &who->contact[c];
        bool in_japanese = language == LANGUAGE_JA && contact->name_ja[0] != '\0';
        if (attends(writer->of, from, to, c)) {
            csv_add_text(&writer->csv, name);
            csv_add_text(&writer->csv,
                         in_japanese ? contact->name_ja : contact->name);
            csv_add_text(&writer->csv, contact->job_title);
            csv_add_text(&writer->csv, contact->email);
            csv_end_row(&writer->csv);
            n++;
        }
    }
    return n;
}

static bool add_contacts_for(struct writer *writer, int to)
{
    const struct feedback_tables *of = writer->of;
    enum language language = participant_language(&of->event->participant[to]);
    int n = 0;
    csv_begin(&writer->csv, writer->arena);
    for (int id = TEXT_CONTACT_ORGANISATION; id <= TEXT_CONTACT_ADDRESS; id++) {
        csv_add_text(&writer->csv, texts_get(language, (enum text_id)id));
    }
    csv_end_row(&writer->csv);
    for (int from = 0; from < of->event->n_participants; from++) {
        if (from != to &&
            feedback_shares_contact(of->schedule, of->facts, from, to)) {
            n += add_people(writer, language, from, to);
        }
    }
    return n > 0;
}

int feedback_add_contacts(struct output *output,
                          const struct feedback_tables *tables)
{
    int n_files = 0;
    for (int to = 0; to < tables->event->n_participants; to++) {
        struct writer writer = {.arena = output->arena, .of = tables};
        if (add_contacts_for(&writer, to)) {
            output_add(output,
                       arena_printf(output->arena, "contacts/%s.csv",
                                    tables->event->participant[to].id),
                       writer.csv.buf.data, writer.csv.buf.len);
            n_files++;
        }
    }
    return n_files;
}
