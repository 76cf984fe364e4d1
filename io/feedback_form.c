#include "io/feedback_form.h"

#include "io/contact_addresses.h"
#include "io/csv_write.h"
#include "io/feedback_words.h"
#include "io/when.h"

struct form {
    struct csv_writer csv;
    struct arena *arena;
    const struct event *event;
    const struct schedule *schedule;
    int p;
    enum language language;
    int n_rows;
};

enum language participant_language(const struct participant *participant)
{
    for (int k = 0; k < participant->n_contacts; k++) {
        if (participant->contact[k].language[0] != '\0') {
            return language_find(participant->contact[k].language);
        }
    }
    return LANGUAGE_EN;
}

const char *participant_name(const struct participant *participant,
                             enum language language)
{
    if (language == LANGUAGE_JA && participant->organisation_ja[0] != '\0') {
        return participant->organisation_ja;
    }
    return participant->organisation[0] != '\0' ? participant->organisation
                                                : participant->id;
}

/* "Gifu Prefecture [gifu]; City of Sendai [sendai]": what may be copied into the
 * column of the absent, too. */
static const char *partners_text(const struct form *form, const struct strings *ids)
{
    const char *text = "";
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(form->event, ids->text[k]);
        if (p >= 0 && p != form->p) {
            const struct participant *who = &form->event->participant[p];
            text = arena_printf(
                form->arena, "%s%s%s [%s]", text, text[0] != '\0' ? "; " : "",
                contact_addresses_mask(form->arena, form->event,
                                       participant_name(who, form->language)),
                who->id);
        }
    }
    return text;
}

static void add_head(struct form *form)
{
    csv_begin(&form->csv, form->arena);
    for (int column = 0; column < N_FEEDBACK_COLUMNS; column++) {
        csv_add_text(&form->csv,
                     feedback_column_head(form->arena, form->language,
                                          (enum feedback_column)column));
    }
    csv_end_row(&form->csv);
}

/* What a row says of itself; the answers stay empty. */
struct form_row {
    const char *meeting, *request, *when, *topic;
    struct strings people;
};

static void add_row(struct form *form, const struct form_row *row)
{
    csv_add_text(&form->csv, form->event->id);
    csv_add_text(&form->csv, row->meeting);
    csv_add_text(&form->csv, row->request);
    csv_add_text(&form->csv, form->event->participant[form->p].id);
    csv_add_text(&form->csv, partners_text(form, &row->people));
    csv_add_text(&form->csv, row->when);
    csv_add_text(&form->csv, row->topic);
    for (int column = FEEDBACK_HELD; column < N_FEEDBACK_COLUMNS; column++) {
        csv_add_text(&form->csv, "");
    }
    csv_end_row(&form->csv);
    form->n_rows++;
}

static void add_meetings(struct form *form)
{
    const struct participant *who = &form->event->participant[form->p];
    for (int k = 0; k < form->schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &form->schedule->meeting[k];
        if (strings_has(&meeting->participant_ids, who->id)) {
            add_row(form,
                    &(struct form_row){
                        .meeting = meeting->id,
                        .request = "",
                        .when = when_text(form->arena, form->language, who->zone,
                                          meeting->start_s, meeting->end_s),
                        .topic = meeting->topic,
                        .people = meeting->participant_ids,
                    });
        }
    }
}

static bool is_served(const struct form *form, const char *id)
{
    for (int k = 0; k < form->schedule->n_meetings; k++) {
        if (strings_has(&form->schedule->meeting[k].request_ids, id)) {
            return true;
        }
    }
    return false;
}

static struct strings people_of(const struct form *form,
                                const struct request *request)
{
    const struct participant *participant = form->event->participant;
    struct strings ids = {arena_new(form->arena, request->n_also + 1, const char *),
                          0};
    ids.text[ids.n++] = participant[request->to].id;
    for (int k = 0; k < request->n_also; k++) {
        ids.text[ids.n++] = participant[request->also[k]].id;
    }
    return ids;
}

static void add_wishes(struct form *form)
{
    for (int q = 0; q < form->event->n_requests; q++) {
        const struct request *request = &form->event->request[q];
        bool is_open = request->status == REQUEST_ACCEPTED ||
                       request->status == REQUEST_PENDING;
        if (request->from == form->p && is_open && !is_served(form, request->id)) {
            add_row(form,
                    &(struct form_row){
                        .meeting = "",
                        .request = request->id,
                        .when = texts_get(form->language, TEXT_FORM_NOT_SERVED),
                        .topic = request->topic,
                        .people = people_of(form, request),
                    });
        }
    }
}

int feedback_add_forms(struct output *output, const struct event *event,
                       const struct schedule *schedule)
{
    struct arena *arena = output->arena;
    int n_forms = 0;
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        struct form form = {.arena = arena,
                            .event = event,
                            .schedule = schedule,
                            .p = p,
                            .language = participant_language(who)};
        if (who->cancelled) {
            continue;
        }
        add_head(&form);
        add_meetings(&form);
        add_wishes(&form);
        if (form.n_rows > 0) {
            output_add(output, arena_printf(arena, "%s.csv", who->id),
                       form.csv.buf.data, form.csv.buf.len);
            n_forms++;
        }
    }
    return n_forms;
}
