#include "io/ics_reader.h"

#include <string.h>

#include "io/contact_addresses.h"
#include "io/ics_clean.h"
#include "scheduler/model/reply.h"
#include "scheduler/model/told.h"

static const struct person *organizer_of(const struct event *event,
                                         const char *side)
{
    const struct person *first = NULL;
    for (int k = 0; k < event->n_side_organizers; k++) {
        const struct side_organizer *organizer = &event->side_organizer[k];
        if (organizer->person.email[0] == '\0') {
            continue;
        }
        if (strcmp(organizer->side, side) == 0) {
            return &organizer->person;
        }
        first = first ? first : &organizer->person;
    }
    return event->organizer.email[0] == '\0' && first ? first : &event->organizer;
}

static struct ics_reader reader_of(const struct ics_input *input, const char *side)
{
    const struct person *organizer = organizer_of(input->event, side);
    return (struct ics_reader){
        .input = input,
        .p = -1,
        .i = -1,
        .organizer = {organizer->name, organizer->email, "", ICS_UNANSWERED},
    };
}

struct ics_reader ics_participant_reader(const struct ics_input *input, int p)
{
    const struct participant *who = &input->event->participant[p];
    struct ics_reader reader = reader_of(input, who->side);
    reader.p = p;
    reader.zone = who->zone;
    reader.language =
        who->n_contacts > 0 ? language_find(who->contact[0].language) : LANGUAGE_EN;
    return reader;
}

struct ics_reader ics_contact_reader(const struct ics_input *input, int p,
                                     int contact)
{
    struct ics_reader reader = ics_participant_reader(input, p);
    const char *language = input->event->participant[p].contact[contact].language;
    if (language[0] != '\0') {
        reader.language = language_find(language);
    }
    return reader;
}

static bool has_language(const struct interpreter *who, enum language language)
{
    const char *tag = language_tag(language);
    for (int k = 0; k < who->pairs.n; k++) {
        const char *pair = who->pairs.text[k], *dash = strchr(pair, '-');
        if (dash && (strcmp(dash + 1, tag) == 0 ||
                     (strlen(tag) == (size_t)(dash - pair) &&
                      strncmp(pair, tag, strlen(tag)) == 0))) {
            return true;
        }
    }
    return false;
}

struct ics_reader ics_interpreter_reader(const struct ics_input *input, int i)
{
    const struct interpreter *who = &input->event->interpreter[i];
    struct ics_reader reader = reader_of(input, "");
    reader.i = i;
    reader.zone = who->zone;
    reader.language = LANGUAGE_EN;
    for (int k = N_LANGUAGES - 1; k >= 0; k--) {
        if (has_language(who, (enum language)k)) {
            reader.language = (enum language)k;
        }
    }
    return reader;
}

struct ics_reader ics_organizer_reader(const struct ics_input *input)
{
    struct ics_reader reader = reader_of(input, "");
    reader.zone = input->event->zone;
    reader.language = LANGUAGE_EN;
    return reader;
}

const char *ics_shown_name(struct arena *arena, const struct ics_reader *reader,
                           const char *a, const char *b, const char *c)
{
    return contact_addresses_mask(arena, reader->input->event,
                                  ics_first_line(arena, a, b, c));
}

const char *ics_contact_name(struct arena *arena, const struct ics_reader *reader,
                             const struct contact *contact)
{
    return reader->language == LANGUAGE_JA
               ? ics_first_line(arena, contact->name_ja, contact->name, "")
               : ics_first_line(arena, contact->name, contact->name_ja, "");
}

const char *ics_event_name(struct arena *arena, const struct ics_reader *reader)
{
    const struct event *event = reader->input->event;
    return reader->language == LANGUAGE_JA
               ? ics_first_line(arena, event->name_ja, event->name, event->id)
               : ics_first_line(arena, event->name, event->name_ja, event->id);
}

const char *ics_organisation(struct arena *arena, const struct ics_reader *reader,
                             int p)
{
    const struct participant *who = &reader->input->event->participant[p];
    return reader->language == LANGUAGE_JA
               ? ics_shown_name(arena, reader, who->organisation_ja,
                                who->organisation, who->id)
               : ics_shown_name(arena, reader, who->organisation,
                                who->organisation_ja, who->id);
}

const char *ics_full_organisation(struct arena *arena,
                                  const struct ics_reader *reader, int p)
{
    const struct participant *who = &reader->input->event->participant[p];
    const char *name = ics_organisation(arena, reader, p);
    const char *latin = ics_shown_name(arena, reader, who->organisation, "", "");
    if (reader->language != LANGUAGE_JA || latin[0] == '\0' ||
        strcmp(name, latin) == 0) {
        return name;
    }
    return texts_fill(arena, reader->language, TEXT_NAME_AND_OTHER,
                      (const char *[]){name, latin, NULL});
}

int *ics_attending(struct arena *arena, const struct event *event,
                   const struct schedule_meeting *meeting, int p, int *n)
{
    const struct participant *who = &event->participant[p];
    int *contact = arena_new(arena, who->n_contacts, int);
    *n = 0;
    for (int k = 0; k < who->n_contacts; k++) {
        if (contact_attends(meeting, p, k)) {
            contact[(*n)++] = k;
        }
    }
    return contact;
}

const char *ics_calendar_name(struct arena *arena, const struct ics_reader *reader)
{
    const char *whose;
    if (reader->p >= 0) {
        whose = ics_organisation(arena, reader, reader->p);
    } else if (reader->i >= 0) {
        const struct interpreter *who =
            &reader->input->event->interpreter[reader->i];
        whose = ics_shown_name(arena, reader, who->name, who->id, "");
    } else {
        return ics_event_name(arena, reader);
    }
    return texts_fill(arena, reader->language, TEXT_CALENDAR_NAME,
                      (const char *[]){ics_event_name(arena, reader), whose, NULL});
}

const struct told_person *ics_last_told(const struct ics_reader *reader,
                                        const struct schedule_meeting *meeting)
{
    const struct event *event = reader->input->event;
    if (reader->i >= 0) {
        return told_find(meeting, "", event->interpreter[reader->i].id);
    }
    return reader->p >= 0 && reader->who
               ? told_find(meeting, event->participant[reader->p].id, reader->who)
               : NULL;
}
