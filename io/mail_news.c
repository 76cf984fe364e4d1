#include "io/mail_news.h"

#include <string.h>

#include "io/change_words.h"
#include "io/ics_agenda.h"
#include "io/when.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

/* When and where the meeting was to be. */
static const char *before(struct arena *arena, const struct ics_reader *reader,
                          const struct schedule_meeting *meeting)
{
    const struct sent *sent = &meeting->sent;
    const char *room = change_room_name(arena, reader, sent->room_id,
                                        told_room_name(meeting, sent->room_id));
    const char *when = when_text(arena, reader->language, reader->zone,
                                 sent->start_s, sent->end_s);
    return texts_fill(arena, reader->language, TEXT_MAIL_BEFORE,
                      (const char *[]){when, room, NULL});
}

/* What is new about a meeting whose time, room and interpreter are as sent. */
static const char *small_news(struct arena *arena, const struct ics_reader *reader,
                              const struct schedule_meeting *meeting)
{
    enum language language = reader->language;
    const struct told *told = &meeting->told;
    const struct room *room =
        meeting->r >= 0 ? &reader->input->event->room[meeting->r] : NULL;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    if (told->is_known && told->tentative != meeting->tentative) {
        buf_add_text(&buf,
                     texts_get(language, meeting->tentative ? TEXT_MAIL_UNCONFIRMED
                                                            : TEXT_MAIL_CONFIRMED));
        buf_add_char(&buf, '\n');
    }
    if (told->is_known && room &&
        (strcmp(room->name, told->room_name) != 0 ||
         strcmp(room->url, told->room_url) != 0)) {
        buf_add_text(&buf, texts_get(language, TEXT_MAIL_NEW_PLACE));
        buf_add_char(&buf, '\n');
    }
    if (reader->p >= 0 && reader->who &&
        told_in_other_language(reader->input->event, meeting, reader->p,
                               reader->who)) {
        buf_add_text(&buf, texts_get(language, TEXT_MAIL_NEW_LANGUAGE));
        buf_add_char(&buf, '\n');
    }
    return buf.data;
}

/* True if the meeting is in the person's calendar by what they were sent. */
static bool has_it(const struct ics_reader *reader,
                   const struct schedule_meeting *meeting)
{
    if (!meeting->told.is_known) {
        return meeting->sent.state == SENT_CONFIRMED;
    }
    const struct told_person *last = ics_last_told(reader, meeting);
    return last && !last->off;
}

const char *mail_meeting_news(struct arena *arena, const struct ics_reader *reader,
                              const struct schedule_meeting *meeting,
                              bool had_agenda)
{
    enum language language = reader->language;
    if (!has_it(reader, meeting)) {
        return had_agenda ? texts_get(language, TEXT_MAIL_NEW) : "";
    }
    if (!schedule_is_as_sent(meeting, false) &&
        meeting->sent.state == SENT_CONFIRMED) {
        return texts_fill_one(arena, language, TEXT_MAIL_CHANGED,
                              before(arena, reader, meeting));
    }
    return small_news(arena, reader, meeting);
}

bool mail_meeting_is_news(const struct ics_reader *reader,
                          const struct schedule_meeting *meeting, bool cancelled)
{
    const struct event *event = reader->input->event;
    return reader->i >= 0
               ? told_is_news(event, meeting, cancelled, -1, reader->i)
               : told_is_news_to(event, meeting, cancelled, reader->p, reader->who);
}

const char *mail_item_news(struct arena *arena, const struct ics_reader *reader,
                           int number, bool had_agenda)
{
    const struct agenda_item *item = &reader->input->event->agenda[number];
    const struct sent_item *sent = ics_item_sent(reader, number);
    if (ics_item_state(reader, sent) != SENT_CONFIRMED) {
        return had_agenda ? texts_get(reader->language, TEXT_MAIL_NEW_ITEM) : "";
    }
    if (sent_item_is_same(sent, item)) {
        return "";
    }
    if (sent_item_is_when(sent, item)) {
        return texts_get(reader->language, TEXT_MAIL_NEW_DETAILS);
    }
    return texts_fill_one(arena, reader->language, TEXT_MAIL_CHANGED,
                          when_text(arena, reader->language, reader->zone,
                                    sent->start_s, sent->end_s));
}

bool mail_item_is_news(const struct ics_reader *reader, int number)
{
    return agenda_news(reader->input->event, reader->input->schedule, number,
                       reader->p, reader->i) != ITEM_NO_NEWS;
}
