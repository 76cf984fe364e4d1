/* In the text each entry has a heading and indented lines below it, so that no line
 * which somebody typed can pose as another entry. */

#include "io/mail_letter.h"

#include <stdlib.h>
#include <string.h>

#include "io/ics_agenda.h"
#include "io/ics_calendar.h"
#include "io/ics_clean.h"
#include "io/ics_entry.h"
#include "io/ics_reader.h"
#include "io/mail_html.h"
#include "io/mail_message.h"
#include "io/mail_news.h"
#include "io/when.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

/* An entry as the calendar has it, and as the text tells it. */
struct told_entry {
    struct ics_entry entry;
    const char *text; /* "" for what is no news and has no place in the text */
};

/* A letter under way. */
struct writing {
    struct arena *arena;
    struct arena *calendar; /* another one, for the calendar's text */
    const struct mail_input *input;
    const struct mail_item *item;
    struct ics_reader reader;
    struct told_entry *told;
    int n_told;
};

static struct ics_reader reader_of(const struct mail_input *input,
                                   const struct mail_item *item)
{
    if (item->p < 0) {
        return ics_interpreter_reader(input->calendars, item->i);
    }
    struct ics_reader reader = ics_participant_reader(input->calendars, item->p);
    reader.who = item->to;
    if (item->language[0] != '\0') {
        reader.language = language_find(item->language);
    }
    return reader;
}

static void add_indented(struct buf *buf, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        if (len > 0) {
            buf_add_text(buf, "  ");
            buf_add(buf, text, len);
            buf_add_char(buf, '\n');
        }
        text += len + (text[len] == '\n');
    }
}

static const char *entry_text(const struct writing *writing,
                              const struct ics_entry *entry, const char *notice)
{
    struct buf buf;
    buf_init(&buf, writing->arena);
    buf_printf(&buf, "%s%s\n", mail_heading,
               ics_clean_line(writing->arena, entry->summary));
    add_indented(&buf, notice);
    add_indented(&buf, ics_clean_text(writing->arena, entry->description));
    buf_add_char(&buf, '\n');
    return buf.data;
}

static void add_meeting(struct writing *writing, int k)
{
    bool cancelled;
    const struct schedule_meeting *meeting =
        schedule_any_entry(writing->input->calendars->schedule, k, &cancelled);
    struct ics_reader brief = writing->reader;
    brief.is_brief = true;
    struct ics_entry entry =
        ics_meeting_entry(writing->arena, &brief, meeting, cancelled);
    bool is_over = entry.status == ICS_CANCELLED;
    bool is_told =
        !is_over || mail_meeting_is_news(&writing->reader, meeting, cancelled);
    const char *news = is_over
                           ? ""
                           : mail_meeting_news(writing->arena, &writing->reader,
                                               meeting, writing->item->had_agenda);
    writing->told[writing->n_told++] = (struct told_entry){
        .entry =
            ics_meeting_entry(writing->arena, &writing->reader, meeting, cancelled),
        .text = is_told ? entry_text(writing, &entry, news) : "",
    };
}

static void add_item(struct writing *writing, int number)
{
    struct ics_reader brief = writing->reader;
    brief.is_brief = true;
    struct ics_entry entry = ics_item_entry(writing->arena, &brief, number);
    bool is_over = entry.status == ICS_CANCELLED;
    bool is_told = !is_over || mail_item_is_news(&writing->reader, number);
    const char *news = is_over ? ""
                               : mail_item_news(writing->arena, &writing->reader,
                                                number, writing->item->had_agenda);
    writing->told[writing->n_told++] = (struct told_entry){
        .entry = ics_item_entry(writing->arena, &writing->reader, number),
        .text = is_told ? entry_text(writing, &entry, news) : "",
    };
}

static int by_start(const void *a, const void *b)
{
    const struct told_entry *x = a, *y = b;
    if (x->entry.start_s != y->entry.start_s) {
        return x->entry.start_s < y->entry.start_s ? -1 : 1;
    }
    return strcmp(x->entry.uid, y->entry.uid);
}

static void find_entries(struct writing *writing)
{
    const struct mail_item *item = writing->item;
    struct ics_selection items = {0};
    if (item->is_agenda && !mail_is_to_former(item)) {
        items = ics_select_items(writing->arena, &writing->reader, ICS_WHOLE);
    }
    writing->told = arena_new(writing->arena, item->n_meetings + items.n_items,
                              struct told_entry);
    for (int j = 0; j < item->n_meetings; j++) {
        add_meeting(writing, item->meeting[j]);
    }
    for (int j = 0; j < items.n_items; j++) {
        add_item(writing, items.item[j]);
    }
    qsort(writing->told, (size_t)writing->n_told, sizeof *writing->told, by_start);
}

static const char *addressee(const struct writing *writing)
{
    const struct mail_item *item = writing->item;
    const struct event *event = writing->reader.input->event;
    if (mail_is_to_former(item)) {
        return "";
    }
    return item->p < 0 ? ics_first_line(writing->arena,
                                        event->interpreter[item->i].name, "", "")
                       : ics_contact_name(
                             writing->arena, &writing->reader,
                             &event->participant[item->p].contact[item->contact]);
}

/* The person is the only attendee of the item's meeting. */
static void set_attendee(const struct writing *writing, struct ics_entry *entry)
{
    bool cancelled;
    const struct ics_input *input = writing->input->calendars;
    const struct mail_item *item = writing->item;
    const struct schedule_meeting *meeting =
        schedule_any_entry(input->schedule, item->meeting[0], &cancelled);
    entry->attendee = arena_new(writing->arena, 1, struct ics_address);
    entry->attendee[0] = (struct ics_address){
        .name = addressee(writing),
        .email = item->to,
        .language = language_tag(writing->reader.language),
        .answer = ics_answer_of(*writing->arena, input, meeting, item->to),
    };
    entry->n_attendees = 1;
    if (item->is_off && !cancelled) {
        entry->status = ICS_UNINVITED;
    }
}

/* One entry and the person alone as attendee, or everything and nobody. */
static const char *calendar_text(struct writing *writing, enum ics_method method,
                                 size_t *len)
{
    struct arena *arena = writing->arena;
    const struct ics_input *input = writing->input->calendars;
    struct ics_entry *entry = arena_new(arena, writing->n_told, struct ics_entry);
    for (int k = 0; k < writing->n_told; k++) {
        entry[k] = writing->told[k].entry;
        if (method != ICS_PUBLISH) {
            set_attendee(writing, &entry[k]);
        }
    }
    const struct ics_calendar calendar = {
        .method = method,
        .version = input->version,
        .name =
            method == ICS_PUBLISH ? ics_calendar_name(arena, &writing->reader) : "",
        .stamp_s = input->stamp_s,
        .alarm_minutes = method == ICS_PUBLISH ? input->event->alarm_minutes : 0,
        .entry = entry,
        .n_entries = writing->n_told,
    };
    return ics_calendar_text(writing->calendar, *arena, &calendar, len);
}

/* Whether there is no meeting, or none is news: it is about agenda items alone. */
static bool is_about_items(const struct writing *writing)
{
    for (int j = 0; j < writing->item->n_meetings; j++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(writing->input->calendars->schedule,
                               writing->item->meeting[j], &cancelled);
        if (mail_meeting_is_news(&writing->reader, meeting, cancelled)) {
            return false;
        }
    }
    return true;
}

/* True if they were sent an agenda item before. */
static bool had_items(const struct writing *writing)
{
    const struct ics_reader *reader = &writing->reader;
    const struct ics_input *input = reader->input;
    int n = agenda_n_numbers(input->event, input->schedule);
    for (int number = 0; number < n; number++) {
        if (ics_item_state(reader, ics_item_sent(reader, number)) != SENT_NEVER) {
            return true;
        }
    }
    return false;
}

static enum mail_kind kind_of(const struct writing *writing, enum ics_method method)
{
    const struct mail_item *item = writing->item;
    const struct schedule *schedule = writing->input->calendars->schedule;
    if (item->is_agenda) {
        if (is_about_items(writing)) {
            return had_items(writing) ? MAIL_PROGRAMME_UPDATE : MAIL_PROGRAMME;
        }
        if (item->i >= 0) {
            return item->had_agenda ? MAIL_INTERPRETER_UPDATE
                                    : MAIL_INTERPRETER_AGENDA;
        }
        return item->had_agenda ? MAIL_UPDATE : MAIL_AGENDA;
    }
    bool cancelled;
    schedule_any_entry(schedule, item->meeting[0], &cancelled);
    return method != ICS_CANCEL ? MAIL_INVITE
           : cancelled          ? MAIL_CANCELLATION
                                : MAIL_HANDOVER;
}

static const char *meetings_text(const struct writing *writing)
{
    struct buf buf;
    buf_init(&buf, writing->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < writing->n_told; k++) {
        buf_add_text(&buf, writing->told[k].text);
    }
    while (buf.len > 0 && buf.data[buf.len - 1] == '\n') {
        buf.data[--buf.len] = '\0';
    }
    buf_add_char(&buf, '\n');
    return buf.data;
}

static const char *organisation(const struct writing *writing)
{
    const struct ics_reader *reader = &writing->reader;
    return reader->p >= 0 ? ics_organisation(writing->arena, reader, reader->p)
                          : "";
}

static void set_values(const struct writing *writing,
                       const char *value[N_MAIL_VALUES])
{
    struct arena *arena = writing->arena;
    const struct ics_reader *reader = &writing->reader;
    const char *somebody = texts_get(reader->language, TEXT_MAIL_SOMEBODY);
    const struct ics_entry *entry = &writing->told[0].entry;
    value[MAIL_NAME] = ics_first_line(arena, addressee(writing), somebody, "");
    value[MAIL_ORGANISATION] =
        ics_first_line(arena, organisation(writing), value[MAIL_NAME], "");
    value[MAIL_EVENT] = ics_event_name(arena, reader);
    value[MAIL_ORGANIZER] =
        ics_first_line(arena, reader->organizer.name, value[MAIL_EVENT], "");
    value[MAIL_ORGANIZER_EMAIL] = reader->organizer.email;
    value[MAIL_TITLE] = ics_clean_line(arena, entry->summary);
    value[MAIL_WHEN] = when_text(arena, reader->language, reader->zone,
                                 entry->start_s, entry->end_s);
    value[MAIL_MEETINGS] = meetings_text(writing);
}

static enum ics_method method_of(const struct writing *writing)
{
    if (writing->item->is_agenda) {
        return ICS_PUBLISH;
    }
    return writing->item->is_off ? ICS_CANCEL : ICS_REQUEST;
}

static struct mail mail_of(struct writing *writing)
{
    static const struct {
        const char *method, *file_name;
    } named[] = {
        [ICS_PUBLISH] = {"PUBLISH", "agenda.ics"},
        [ICS_REQUEST] = {"REQUEST", "invite.ics"},
        [ICS_CANCEL] = {"CANCEL", "cancellation.ics"},
    };
    struct arena *arena = writing->arena;
    enum ics_method method = method_of(writing);
    enum language language = writing->reader.language;
    const char *value[N_MAIL_VALUES];
    set_values(writing, value);
    const struct mail_wording *wording =
        &writing->input->words->wording[language][kind_of(writing, method)];
    struct mail mail = {
        .from = {writing->reader.organizer.name, writing->item->from},
        .to = {addressee(writing), writing->item->to},
        .subject = mail_words_fill(arena, wording->subject, value),
        .language = language_tag(language),
        .message_id = writing->item->message_id,
        .date_s = writing->input->calendars->stamp_s,
        .draft = writing->input->drafts,
        .text = mail_words_fill(arena, wording->text, value),
        .method = named[method].method,
        .is_attached = method == ICS_PUBLISH,
        .file_name = named[method].file_name,
    };
    mail.html = mail_html(arena, mail.language, mail.subject, mail.text);
    mail.calendar = calendar_text(writing, method, &mail.calendar_len);
    return mail;
}

struct letter mail_letter(struct arena *arena, struct arena scratch,
                          const struct mail_input *input,
                          const struct mail_item *item)
{
    struct arena calendar;
    struct writing writing = {
        .arena = &scratch,
        .calendar = &calendar,
        .input = input,
        .item = item,
        .reader = reader_of(input, item),
    };
    struct letter letter;
    arena_init(&calendar);
    find_entries(&writing);
    struct mail mail = mail_of(&writing);
    letter.bytes = mail_message(arena, scratch, &mail, &letter.len);
    letter.subject = arena_strdup(arena, mail.subject);
    arena_finish(&calendar);
    return letter;
}

static const char *path_of(struct arena *arena, const struct mail_input *input,
                           const struct mail_item *item)
{
    const struct event *event = input->calendars->event;
    if (mail_is_to_former(item)) {
        return arena_printf(arena, "mail/left/%s-%d.eml",
                            event->participant[item->p].id, -item->contact);
    }
    return item->p >= 0
               ? arena_printf(arena, "mail/%s-%d.eml",
                              event->participant[item->p].id, item->contact + 1)
               : arena_printf(arena, "mail/interpreters/%s.eml",
                              event->interpreter[item->i].id);
}

/* One letter to be made. */
struct letter_file {
    const struct mail_input *input;
    const struct mail_item *item;
};

static void make_letter(struct sink *sink, struct arena scratch, const void *of)
{
    const struct letter_file *file = of;
    struct letter letter =
        mail_letter(sink->buf.arena, scratch, file->input, file->item);
    buf_add(&sink->buf, letter.bytes, letter.len);
}

void mail_add_files(struct output *output, const struct mail_input *input)
{
    struct arena *arena = output->arena;
    struct mail_list *list = arena_new(arena, 1, struct mail_list);
    mail_list_make(arena, input, true, false, list);
    struct letter_file *file = arena_new(arena, list->n_items, struct letter_file);
    for (int k = 0; k < list->n_items; k++) {
        file[k] = (struct letter_file){input, &list->item[k]};
        output_add_made(output, path_of(arena, input, &list->item[k]), make_letter,
                        &file[k]);
    }
}
