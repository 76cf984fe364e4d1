#include "io/change_words.h"

#include <assert.h>
#include <string.h>

#include "io/ics_clean.h"
#include "io/ics_entry.h"
#include "io/when.h"
#include "scheduler/model/sent_agenda.h"

const char *change_word(const struct diff_entry *entry, enum diff_kind kind)
{
    switch (kind) {
    case DIFF_DROPPED:
        return "cancelled";
    case DIFF_ADDED:
        return "new";
    case DIFF_PLACE:
        return !entry->interpreter ? "room"
               : entry->room       ? "room and interpreter"
                                   : "interpreter";
    case DIFF_DETAILS:
        return entry->link ? "link" : "details";
    case DIFF_MOVED:
    case DIFF_ATTENDANCE:
    case DIFF_SAME:
    case N_DIFF_KINDS:
        break;
    }
    return diff_kind_name(kind);
}

const char *change_room_name(struct arena *arena, const struct ics_reader *reader,
                             const char *id, const char *known_as)
{
    const struct event *event = reader->input->event;
    int r = event_find_room(event, id);
    const char *name = known_as ? known_as : r >= 0 ? event->room[r].name : "";
    name = ics_shown_name(arena, reader, name, "", "");
    return name[0] != '\0' ? name
                           : texts_fill_one(arena, reader->language, TEXT_ROOM, id);
}

const char *change_interpreter_name(struct arena *arena, const struct event *event,
                                    const char *id)
{
    int i = id[0] != '\0' ? event_find_interpreter(event, id) : -1;
    return i >= 0 ? ics_first_line(arena, event->interpreter[i].name, id, "") : id;
}

static struct ics_reader reader_of(const struct ics_input *input,
                                   const struct diff_listener *listener)
{
    if (listener->p >= 0 && listener->contact >= 0) {
        return ics_contact_reader(input, listener->p, listener->contact);
    }
    if (listener->p >= 0) {
        return ics_participant_reader(input, listener->p);
    }
    return ics_interpreter_reader(input, listener->i);
}

/* "Tue 19 May 2026, 16:25-16:45 (UTC+09:00, Asia/Tokyo), Room 1" */
static const char *whereabouts(struct arena *arena, const struct ics_reader *reader,
                               const struct diff_side *side)
{
    const char *when = when_text(arena, reader->language, reader->zone,
                                 side->start_s, side->end_s);
    return texts_fill(
        arena, reader->language, TEXT_MAIL_BEFORE,
        (const char *[]){
            when, change_room_name(arena, reader, side->room_id, side->room_name),
            NULL});
}

/* What is new at the same time and place. */
static const char *details(struct arena *arena, const struct ics_reader *reader,
                           const struct diff_entry *entry)
{
    const struct schedule_meeting *meeting = entry->meeting;
    enum language language = reader->language;
    if (entry->link) {
        const char *url = reader->input->event->room[meeting->r].url;
        return url[0] != '\0' ? texts_fill_one(arena, language, TEXT_LINK_LINE, url)
                              : texts_get(language, TEXT_MAIL_NEW_PLACE);
    }
    if (meeting->tentative != meeting->told.tentative) {
        return texts_get(language, meeting->tentative ? TEXT_MAIL_UNCONFIRMED
                                                      : TEXT_MAIL_CONFIRMED);
    }
    return texts_get(language, TEXT_MAIL_NEW_PLACE);
}

/* Nothing is news to them but the language. */
static bool is_translated(const struct diff_listener *listener,
                          const struct diff_entry *entry)
{
    return listener->kind == DIFF_DETAILS && listener->language && !entry->details;
}

static const char *sentence(struct arena *arena, const struct change_words *words,
                            const struct diff_listener *listener,
                            const struct diff_entry *entry)
{
    const struct ics_reader *reader = &words->reader;
    enum language language = reader->language;
    const char *title = ics_meeting_title(arena, reader, entry->meeting);
    if (!words->now.is_held) {
        return arena_printf(arena, "%s – %s",
                            texts_fill_one(arena, language, TEXT_CANCELLED, title),
                            whereabouts(arena, reader, &words->before));
    }
    const char *news =
        is_translated(listener, entry) ? texts_get(language, TEXT_MAIL_NEW_LANGUAGE)
        : words->before.is_held && entry->details ? details(arena, reader, entry)
        : words->before.is_held
            ? texts_fill_one(arena, language, TEXT_MAIL_CHANGED,
                             whereabouts(arena, reader, &words->before))
            : texts_get(language, TEXT_MAIL_NEW);
    return arena_printf(arena, "%s – %s – %s", title,
                        whereabouts(arena, reader, &words->now), news);
}

static void name_person(struct arena *arena, const struct event *event,
                        const struct diff_listener *listener,
                        struct change_words *words)
{
    if (listener->p >= 0) {
        const struct participant *who = &event->participant[listener->p];
        words->organisation = who->organisation;
        words->language = language_tag(words->reader.language);
        if (listener->contact >= 0) {
            const struct contact *contact = &who->contact[listener->contact];
            words->name =
                ics_first_line(arena, contact->name, contact->name_ja, "");
            words->email = contact->email;
        } else if (listener->who) {
            *(strchr(listener->who, '@') ? &words->email : &words->name) =
                listener->who;
        }
    } else {
        words->name = event->interpreter[listener->i].name;
        words->email = event->interpreter[listener->i].email;
        words->language = language_tag(words->reader.language);
    }
}

static const char *item_sentence(struct arena *arena,
                                 const struct change_words *words,
                                 enum diff_kind kind)
{
    enum language language = words->reader.language;
    const struct zone *zone = words->reader.zone;
    const struct diff_side *before = &words->before, *now = &words->now;
    const char *was = before->is_held ? when_text(arena, language, zone,
                                                  before->start_s, before->end_s)
                                      : "";
    if (!now->is_held) {
        return arena_printf(
            arena, "%s – %s",
            texts_fill_one(arena, language, TEXT_CANCELLED, words->title), was);
    }
    const char *news =
        kind == DIFF_ADDED ? texts_get(language, TEXT_MAIL_NEW_ITEM)
        : kind == DIFF_DETAILS
            ? texts_get(language, TEXT_MAIL_NEW_DETAILS)
            : texts_fill_one(arena, language, TEXT_MAIL_CHANGED, was);
    return arena_printf(arena, "%s – %s – %s", words->title,
                        when_text(arena, language, zone, now->start_s, now->end_s),
                        news);
}

static bool is_other_link(const struct sent_item *sent,
                          const struct agenda_item *item)
{
    return sent && sent->url && item && strcmp(sent->url, item->url) != 0;
}

static void tell_item(struct arena *arena, const struct ics_input *input,
                      const struct diff *diff, const struct diff_listener *listener,
                      struct change_words *words)
{
    const struct event *event = input->event;
    const struct agenda_item *item = agenda_item_at(event, listener->item);
    const struct sent_item *sent =
        agenda_sent_at(event, diff->sent, listener->item);
    assert(item || sent);
    words->item_id = item ? item->id : sent->id;
    words->title =
        ics_shown_name(arena, &words->reader, item ? item->title : sent->title,
                       words->item_id, "");
    words->item_url = item ? item->url : "";
    words->item_uid = ics_agenda_uid(arena, event, words->item_id);
    words->change = listener->kind == DIFF_DROPPED ? "cancelled"
                    : listener->kind == DIFF_ADDED ? "new"
                    : listener->kind == DIFF_DETAILS && is_other_link(sent, item)
                        ? "link"
                        : diff_kind_name(listener->kind);
    if (listener->kind != DIFF_ADDED) {
        assert(sent);
        words->before = (struct diff_side){
            .is_held = true, .start_s = sent->start_s, .end_s = sent->end_s};
    }
    if (listener->kind != DIFF_DROPPED) {
        assert(item);
        words->now = (struct diff_side){
            .is_held = true, .start_s = item->start_s, .end_s = item->end_s};
    }
    words->tell = item_sentence(arena, words, listener->kind);
}

struct change_words change_words(struct arena *arena, const struct ics_input *input,
                                 const struct diff *diff,
                                 const struct diff_listener *listener)
{
    struct change_words words = {
        .reader = reader_of(input, listener),
        .organisation = "",
        .name = "",
        .email = "",
        .language = "",
    };
    name_person(arena, input->event, listener, &words);
    if (listener->item >= 0) {
        tell_item(arena, input, diff, listener, &words);
        return words;
    }
    const struct diff_entry *entry = &diff->entry[listener->entry];
    words.change = is_translated(listener, entry)
                       ? "language"
                       : change_word(entry, listener->kind);
    if (listener->kind != DIFF_ADDED) {
        words.before = entry->before;
    }
    if (listener->kind != DIFF_DROPPED) {
        words.now = entry->now;
    }
    words.tell = sentence(arena, &words, listener, entry);
    return words;
}
