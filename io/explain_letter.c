/* Only reasons in the reader's own hands are told as they are. All others are told in
 * three ways, each of which covers several, so that nothing follows from the wording
 * about what somebody else has answered. */

#include "io/explain_letter.h"

#include <string.h>

#include "io/ics_clean.h"
#include "io/ics_reader.h"
#include "io/when.h"
#include "scheduler/base/bits.h"
#include "scheduler/base/buf.h"

struct letter {
    struct arena *arena;
    const struct letter_input *input;
    struct ics_input calendars;
    struct ics_reader reader;
    struct buf buf;
};

static void begin(struct arena *arena, const struct letter_input *input,
                  struct letter *letter)
{
    *letter = (struct letter){
        .arena = arena,
        .input = input,
        .calendars = {.event = input->event, .schedule = input->schedule},
    };
    letter->reader = ics_participant_reader(&letter->calendars, input->p);
    letter->reader.input = &letter->calendars;
    if (input->has_language) {
        letter->reader.language = input->language;
    }
    buf_init(&letter->buf, arena);
}

enum language explain_letter_language(const struct letter_input *input)
{
    const struct ics_input calendars = {.event = input->event,
                                        .schedule = input->schedule};
    return input->has_language
               ? input->language
               : ics_participant_reader(&calendars, input->p).language;
}

static const char *get(const struct letter *letter, enum text_id id)
{
    return texts_get(letter->reader.language, id);
}

static const char *when_of(const struct letter *letter, int s)
{
    const struct slot *slot = &letter->input->event->slot[s];
    return when_text(letter->arena, letter->reader.language, letter->reader.zone,
                     slot->start_s, slot->end_s);
}

static const struct meeting *meeting_of(const struct letter *letter, int q)
{
    const struct eligibility *elig = letter->input->elig;
    return &elig->meeting[elig->meeting_of_request[q]];
}

/* All of the meeting but the reader, and what it is about. */
static const char *partners_text(const struct letter *letter, int q)
{
    const struct meeting *meeting = meeting_of(letter, q);
    struct buf buf;
    buf_init(&buf, letter->arena);
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        if (p == letter->input->p) {
            continue;
        }
        buf_add_text(&buf, buf.len > 0 ? get(letter, TEXT_LIST_SEPARATOR) : "");
        buf_add_text(&buf, ics_organisation(letter->arena, &letter->reader, p));
    }
    const char *topic = ics_clean_line(letter->arena, meeting->topic);
    return topic[0] == '\0' ? buf.data
                            : texts_fill(letter->arena, letter->reader.language,
                                         TEXT_NAME_AND_OTHER,
                                         (const char *[]){buf.data, topic, NULL});
}

static void add_line(struct letter *letter, const char *text)
{
    buf_add_text(&letter->buf, text);
    buf_add_char(&letter->buf, '\n');
}

static int count_held(const struct letter *letter)
{
    const struct schedule *schedule = letter->input->schedule;
    const char *id = letter->input->event->participant[letter->input->p].id;
    int n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        n += strings_has(&schedule->meeting[k].participant_ids, id);
    }
    return n;
}

static bool is_never_free(const struct letter *letter)
{
    const struct eligibility *elig = letter->input->elig;
    return bits_count(elig->free + (int64_t)letter->input->p * elig->slot_words,
                      elig->slot_words) == 0;
}

/* A reason that is the reader's own, or N_TEXTS. */
static enum text_id own_reason(const struct letter *letter,
                               const struct letter_case *item)
{
    const struct event *event = letter->input->event;
    const struct request *request = &event->request[item->q];
    const struct participant *who = &event->participant[letter->input->p];
    if (request->from == letter->input->p && request->status == REQUEST_WITHDRAWN) {
        return TEXT_WHY_WITHDRAWN;
    }
    if (!who->cancelled && is_never_free(letter)) {
        return TEXT_WHY_OWN_TIME;
    }
    bool is_full =
        item->unscheduled && item->unscheduled->reason == REASON_PARTICIPANT_FULL &&
        who->max_meetings != NO_LIMIT && count_held(letter) >= who->max_meetings;
    return is_full && who->max_meetings > 0 ? TEXT_WHY_LIMIT : N_TEXTS;
}

static enum text_id reason_of(const struct letter *letter,
                              const struct letter_case *item)
{
    enum text_id own = own_reason(letter, item);
    if (own != N_TEXTS || !item->unscheduled) {
        return own != N_TEXTS ? own : TEXT_WHY_OTHERWISE;
    }
    switch (item->unscheduled->reason) {
    case REASON_NO_COMMON_SLOT:
    case REASON_PARTICIPANT_FULL:
        return TEXT_WHY_NO_TIME;
    case REASON_NO_SUITABLE_ROOM:
        return TEXT_WHY_NO_ROOM;
    case REASON_NO_INTERPRETER:
        return TEXT_WHY_NO_INTERPRETER;
    case REASON_ROOMS_FULL:
    case REASON_INTERPRETERS_FULL:
        return TEXT_WHY_PLACES;
    case REASON_NOT_ACCEPTED:
    case REASON_DECLINED:
    case REASON_WITHDRAWN:
    case REASON_PARTICIPANT_CANCELLED:
    case REASON_MET_BEFORE:
    case REASON_FORBIDDEN:
    case REASON_PREDECESSOR:
    case REASON_OUTRANKED:
    case REASON_NOT_PROVEN:
    case N_REASONS:
        break;
    }
    return TEXT_WHY_OTHERWISE;
}

/* When the meeting is that this request is held in. */
static const char *when_held(const struct letter *letter, int q)
{
    const struct schedule *schedule = letter->input->schedule;
    const char *id = letter->input->event->request[q].id;
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &schedule->meeting[k];
        if (strings_has(&entry->request_ids, id)) {
            return when_text(letter->arena, letter->reader.language,
                             letter->reader.zone, entry->start_s, entry->end_s);
        }
    }
    return "";
}

/* What the reader would agree to; "" for what is not theirs to know. */
static const char *change_text(const struct letter *letter,
                               const struct amendment *amendment)
{
    struct arena *arena = letter->arena;
    enum language language = letter->reader.language;
    const char *number = arena_printf(arena, "%d", amendment->number);
    switch (amendment->kind) {
    case AMEND_FREE:
        return texts_fill_one(arena, language, TEXT_WHY_FREE,
                              when_of(letter, amendment->s));
    case AMEND_MAX_MEETINGS:
        return texts_fill_one(arena, language, TEXT_WHY_MAX_MEETINGS, number);
    case AMEND_MAX_CONSECUTIVE:
        return texts_fill_one(arena, language, TEXT_WHY_MAX_CONSECUTIVE, number);
    case AMEND_MAX_GAPS:
        return get(letter, TEXT_WHY_MAX_GAPS);
    case AMEND_PARALLEL:
        return get(letter, TEXT_WHY_PARALLEL);
    case AMEND_ANY_TIME:
        return get(letter, TEXT_WHY_ANY_TIME);
    case AMEND_ANY_ORDER:
        return get(letter, TEXT_WHY_ANY_ORDER);
    case AMEND_RETURN:
        return get(letter, TEXT_WHY_COME);
    case AMEND_WITHDRAW:
        return texts_fill_one(arena, language, TEXT_WHY_INSTEAD,
                              when_held(letter, amendment->q));
    case AMEND_ACCEPT:
    case AMEND_FOLLOW_UP:
    case AMEND_RELEASE:
    case AMEND_STAFF_MEETINGS:
    case AMEND_ROOM:
    case AMEND_INTERPRETER:
    case AMEND_LOCK:
    case AMEND_LOCK_AT:
    case N_AMENDMENTS:
        break;
    }
    return "";
}

static void add_choice(struct letter *letter, int number,
                       const struct letter_choice *choice)
{
    struct buf changes;
    buf_init(&changes, letter->arena);
    buf_add_text(&changes, "");
    const char *last = "";
    for (int k = 0; k < choice->amendments->n; k++) {
        const char *text = change_text(letter, &choice->amendments->item[k]);
        /* Several requests for one meeting are one thing to the reader. */
        if (text[0] != '\0' && strcmp(text, last) != 0) {
            buf_add_text(&changes,
                         changes.len > 0 ? get(letter, TEXT_LIST_SEPARATOR) : "");
            buf_add_text(&changes, text);
            last = text;
        }
    }
    const char *line = texts_fill(
        letter->arena, letter->reader.language, TEXT_WHY_CHOICE,
        (const char *[]){changes.data, when_of(letter, choice->s), NULL});
    add_line(letter, arena_printf(letter->arena, "  %d. %s", number, line));
}

static void add_case(struct letter *letter, const struct letter_case *item)
{
    struct arena *arena = letter->arena;
    enum language language = letter->reader.language;
    const char *partners = partners_text(letter, item->q);
    const char *event = ics_event_name(arena, &letter->reader);
    bool is_own = letter->input->event->request[item->q].from == letter->input->p;
    add_line(letter, "");
    if (item->served) {
        const char *when = when_text(arena, language, letter->reader.zone,
                                     item->served->start_s, item->served->end_s);
        add_line(letter, texts_fill(arena, language, TEXT_WHY_SERVED,
                                    (const char *[]){partners, event, when, NULL}));
        return;
    }
    add_line(letter, texts_fill(arena, language,
                                is_own ? TEXT_WHY_ASKED : TEXT_WHY_WAS_ASKED,
                                (const char *[]){partners, event, NULL}));
    enum text_id reason = reason_of(letter, item);
    if (reason == TEXT_WHY_LIMIT) {
        add_line(letter,
                 texts_fill_one(arena, language, reason,
                                arena_printf(arena, "%d", count_held(letter))));
    } else {
        add_line(letter, get(letter, reason));
    }
    if (item->n_choices == 0) {
        if (reason != TEXT_WHY_WITHDRAWN) {
            add_line(letter, get(letter, TEXT_WHY_WAITING));
        }
        return;
    }
    add_line(letter, get(letter, TEXT_WHY_CHOICES));
    for (int k = 0; k < item->n_choices; k++) {
        add_choice(letter, k + 1, &item->choice[k]);
    }
    add_line(letter, get(letter, TEXT_WHY_ANSWER));
}

static void add_end(struct letter *letter)
{
    const struct ics_address *organizer = &letter->reader.organizer;
    add_line(letter, "");
    add_line(letter, get(letter, TEXT_WHY_REGARDS));
    if (organizer->name[0] != '\0') {
        add_line(letter, ics_clean_line(letter->arena, organizer->name));
    }
    if (organizer->email[0] != '\0') {
        add_line(letter, ics_clean_line(letter->arena, organizer->email));
    }
}

char *explain_letter_text(struct arena *arena, const struct letter_input *input)
{
    struct letter letter;
    begin(arena, input, &letter);
    add_line(&letter,
             texts_fill_one(arena, letter.reader.language, TEXT_WHY_DEAR,
                            ics_organisation(arena, &letter.reader, input->p)));
    for (int k = 0; k < input->n_items; k++) {
        add_case(&letter, &input->item[k]);
    }
    if (input->n_items == 0) {
        add_line(&letter, "");
        add_line(&letter,
                 texts_fill_one(arena, letter.reader.language, TEXT_WHY_NOTHING,
                                ics_event_name(arena, &letter.reader)));
    }
    add_end(&letter);
    return letter.buf.data;
}
