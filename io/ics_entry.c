/* What people typed goes into a description as single clean lines, so that no
 * name or topic can pose as another line; a partner's message, which may have
 * lines, comes last for the same reason. */

#include "io/ics_entry.h"

#include "io/contact_addresses.h"
#include "io/display_name.h"
#include "io/ics_clean.h"
#include "io/when.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

static void add_to_list(struct buf *buf, enum language language, const char *text)
{
    if (buf->len > 0) {
        buf_add_text(buf, texts_get(language, TEXT_LIST_SEPARATOR));
    }
    buf_add_text(buf, text);
}

/* The meeting's participants but for the reader: "Vitagora, Grand Est". People
 * whom the event does not know any more have their id for a name. */
static char *others(struct arena *arena, const struct ics_reader *reader,
                    const struct schedule_meeting *meeting, bool in_full)
{
    const struct event *event = reader->input->event;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        const char *id = meeting->participant_ids.text[k];
        int p = event_find_participant(event, id);
        if (p < 0) {
            add_to_list(&buf, reader->language, ics_clean_line(arena, id));
        } else if (p != reader->p) {
            add_to_list(&buf, reader->language,
                        in_full ? ics_full_organisation(arena, reader, p)
                                : ics_organisation(arena, reader, p));
        }
    }
    return buf.data;
}

/* A description under way. */
struct page {
    struct arena *arena;
    const struct ics_reader *reader;
    struct buf buf;
};

static void page_init(struct page *page, struct arena *arena,
                      const struct ics_reader *reader)
{
    *page = (struct page){.arena = arena, .reader = reader};
    buf_init(&page->buf, arena);
    buf_add_text(&page->buf, "");
}

static void add_plain_line(struct page *page, const char *line)
{
    buf_add_text(&page->buf, line);
    buf_add_char(&page->buf, '\n');
}

/* A line about a value, if there is one. */
static void add_line(struct page *page, enum text_id id, const char *value)
{
    value = ics_clean_line(page->arena, value);
    if (value[0] != '\0') {
        add_plain_line(
            page, texts_fill_one(page->arena, page->reader->language, id, value));
    }
}

/* Zones in which a time was told already. */
struct offsets_told {
    int n;
    int *offset_s;
};

/* Clocks that show what another one shows are left out. */
static void add_when(struct page *page, struct offsets_told *told,
                     const struct zone *zone, int64_t start_s, int64_t end_s)
{
    int offset_s = zone_offset_s(zone, start_s);
    for (int k = 0; k < told->n; k++) {
        if (told->offset_s[k] == offset_s) {
            return;
        }
    }
    told->offset_s[told->n++] = offset_s;
    add_plain_line(
        page, when_text(page->arena, page->reader->language, zone, start_s, end_s));
}

static void add_meeting_times(struct page *page,
                              const struct schedule_meeting *meeting,
                              int64_t start_s, int64_t end_s)
{
    const struct event *event = page->reader->input->event;
    int n = meeting->participant_ids.n;
    struct offsets_told told = {0, arena_new(page->arena, n + 1, int)};
    add_when(page, &told, page->reader->zone, start_s, end_s);
    for (int k = 0; k < n; k++) {
        int p = event_find_participant(event, meeting->participant_ids.text[k]);
        if (p >= 0) {
            add_when(page, &told, event->participant[p].zone, start_s, end_s);
        }
    }
}

/* Only where there are several contacts: one knows oneself. */
static void add_attending(struct page *page, const struct schedule_meeting *meeting)
{
    const struct ics_reader *reader = page->reader;
    const struct event *event = reader->input->event;
    int n;
    if (reader->p < 0 || event->participant[reader->p].n_contacts < 2) {
        return;
    }
    int *contact = ics_attending(page->arena, event, meeting, reader->p, &n);
    struct buf buf;
    buf_init(&buf, page->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < n; k++) {
        const char *name =
            ics_contact_name(page->arena, reader,
                             &event->participant[reader->p].contact[contact[k]]);
        if (name[0] != '\0') {
            add_to_list(
                &buf, reader->language,
                texts_fill_one(page->arena, reader->language, TEXT_PERSON, name));
        }
    }
    add_line(page, TEXT_ATTENDING_LINE, buf.data);
}

/* Where a host assigns people to rooms: what they are to be called there, in letters
 * that every host reads. */
static void add_display_names(struct page *page,
                              const struct schedule_meeting *meeting)
{
    const struct ics_reader *reader = page->reader;
    const struct event *event = reader->input->event;
    struct buf buf;
    int n = 0;
    if (reader->p < 0 || meeting->r < 0 ||
        event_room_has_own_link(event, meeting->r)) {
        return;
    }
    const int *contact = ics_attending(page->arena, event, meeting, reader->p, &n);
    const struct participant *who = &event->participant[reader->p];
    buf_init(&buf, page->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < n; k++) {
        buf_add_text(&buf, k > 0 ? "; " : "");
        buf_add_text(
            &buf, display_name(page->arena, meeting->room_id,
                               who->organisation[0] ? who->organisation : who->id,
                               who->contact[contact[k]].name));
    }
    add_line(page, TEXT_DISPLAY_NAME_LINE, buf.data);
}

static void add_event(struct page *page)
{
    struct arena *arena = page->arena;
    const struct ics_address *organizer = &page->reader->organizer;
    const char *name = ics_clean_line(arena, organizer->name);
    const char *email = ics_clean_line(arena, organizer->email);
    if (page->reader->is_brief) {
        return;
    }
    buf_add_char(&page->buf, '\n');
    add_line(page, TEXT_EVENT_LINE, ics_event_name(arena, page->reader));
    if (name[0] != '\0' && email[0] != '\0') {
        name = texts_fill(arena, page->reader->language, TEXT_PERSON_AND_ADDRESS,
                          (const char *[]){name, email, NULL});
    }
    add_line(page, TEXT_CONTACT_LINE, ics_first_line(arena, name, email, ""));
}

static void add_messages(struct page *page, const struct schedule_meeting *meeting)
{
    const struct event *event = page->reader->input->event;
    for (int k = 0; k < meeting->request_ids.n; k++) {
        int q = event_find_request(event, meeting->request_ids.text[k]);
        const struct request *request = q >= 0 ? &event->request[q] : NULL;
        if (!request || request->from == page->reader->p ||
            !event_request_counts(event, request)) {
            continue;
        }
        const char *message = contact_addresses_mask(
            page->arena, event, ics_clean_text(page->arena, request->message));
        if (message[0] != '\0') {
            buf_add_char(&page->buf, '\n');
            add_line(page, TEXT_MESSAGE_FROM,
                     ics_organisation(page->arena, page->reader, request->from));
            add_plain_line(page, message);
        }
    }
}

/* What there is to know about a meeting's place; no name = none. */
struct place_words {
    const char *name, *url;
};

static struct place_words room_words(struct arena *arena,
                                     const struct ics_reader *reader,
                                     const struct schedule_meeting *meeting)
{
    const struct room *room =
        meeting->r >= 0 ? &reader->input->event->room[meeting->r] : NULL;
    struct place_words words = {"", ""};
    const char *known_as = told_room_name(meeting, meeting->room_id);
    if (room) {
        words.name = ics_shown_name(arena, reader, room->name, "", "");
        words.url = room->url;
    } else if (known_as) { /* the event knows it no more, and people do */
        words.name = ics_shown_name(arena, reader, known_as, "", "");
        words.url = meeting->told.room_url;
    }
    if (words.name[0] == '\0' && meeting->room_id[0] != '\0') {
        words.name = texts_fill_one(arena, reader->language, TEXT_ROOM,
                                    ics_clean_line(arena, meeting->room_id));
    }
    return words;
}

/* A link as people see it: one that can be followed, or what was typed. */
static const char *shown_link(struct arena *arena, const char *url)
{
    return ics_first_line(arena, ics_clean_uri(arena, url), url, "");
}

static void add_place(struct arena *arena, const struct ics_reader *reader,
                      const struct place_words *words, struct ics_entry *entry)
{
    const char *link = shown_link(arena, words->url);
    entry->location = ics_first_line(arena, words->name, link, "");
    if (words->name[0] != '\0' && link[0] != '\0') {
        entry->location = texts_fill(arena, reader->language, TEXT_ROOM_AND_LINK,
                                     (const char *[]){words->name, link, NULL});
    }
    entry->url = words->url;
    entry->url_label = words->name;
}

/* What is the same in all entries of a reader, and nothing where there may be more. */
static void add_words(struct arena *arena, const struct ics_reader *reader,
                      struct ics_entry *entry)
{
    entry->summary = entry->description = entry->location = "";
    entry->url = entry->url_label = "";
    entry->category = ics_event_name(arena, reader);
    entry->organizer = reader->organizer;
}

/* Why a meeting is in the reader's calendar. */
enum standing { STANDING_HELD, STANDING_CANCELLED, STANDING_HANDED_OVER };

static enum standing standing_of(const struct ics_reader *reader,
                                 const struct schedule_meeting *meeting,
                                 bool cancelled)
{
    if (cancelled) {
        return STANDING_CANCELLED;
    }
    if (reader->p >= 0 && reader->who &&
        !told_attends(reader->input->event, meeting, reader->p, reader->who)) {
        return STANDING_HANDED_OVER;
    }
    return reader->i >= 0 && meeting->i != reader->i ? STANDING_HANDED_OVER
                                                     : STANDING_HELD;
}

/* Number and time: what is not the reader's any more stays as they were told that. */
static void set_state(const struct ics_reader *reader,
                      const struct schedule_meeting *meeting,
                      enum standing standing, struct ics_entry *entry)
{
    const struct told_person *last = ics_last_told(reader, meeting);
    entry->sequence = told_sequence(reader->input->event, meeting,
                                    standing == STANDING_CANCELLED);
    entry->start_s = meeting->start_s;
    entry->end_s = meeting->end_s;
    if (standing != STANDING_HELD && last && last->off) {
        entry->sequence = last->sequence;
        entry->start_s = last->start_s;
        entry->end_s = last->end_s;
    } else if (standing == STANDING_HANDED_OVER) {
        entry->start_s = meeting->sent.start_s;
        entry->end_s = meeting->sent.end_s;
    }
}

const char *ics_meeting_title(struct arena *arena, const struct ics_reader *reader,
                              const struct schedule_meeting *meeting)
{
    const char *who = others(arena, reader, meeting, false);
    enum text_id title = reader->p >= 0   ? TEXT_MEETING_WITH
                         : reader->i >= 0 ? TEXT_INTERPRETING
                                          : TEXT_MEETING_OF;
    return texts_fill_one(arena, reader->language, title, who);
}

static void set_title(struct arena *arena, const struct ics_reader *reader,
                      const struct schedule_meeting *meeting,
                      struct ics_entry *entry)
{
    entry->summary = ics_meeting_title(arena, reader, meeting);
    if (entry->status == ICS_CANCELLED) {
        entry->summary =
            texts_fill_one(arena, reader->language, TEXT_CANCELLED, entry->summary);
    }
}

static void add_notice(struct page *page, enum standing standing,
                       enum ics_status status)
{
    enum language language = page->reader->language;
    if (standing == STANDING_HANDED_OVER) {
        add_plain_line(page, texts_get(language, page->reader->i >= 0
                                                     ? TEXT_IS_HANDED_OVER
                                                     : TEXT_IS_FOR_OTHERS));
    } else if (standing == STANDING_CANCELLED) {
        add_plain_line(page, texts_get(language, TEXT_IS_CANCELLED));
    } else if (status == ICS_TENTATIVE) {
        add_plain_line(page, texts_get(language, TEXT_IS_TENTATIVE));
    }
}

static void add_interpreter(struct page *page,
                            const struct schedule_meeting *meeting)
{
    const struct event *event = page->reader->input->event;
    if (page->reader->i < 0 && meeting->i >= 0) {
        const struct interpreter *who = &event->interpreter[meeting->i];
        const char *name =
            ics_shown_name(page->arena, page->reader, who->name, who->id, "");
        add_line(
            page, TEXT_INTERPRETER_LINE,
            texts_fill_one(page->arena, page->reader->language, TEXT_PERSON, name));
    }
}

static void set_description(struct arena *arena, const struct ics_reader *reader,
                            const struct schedule_meeting *meeting,
                            enum standing standing, struct ics_entry *entry)
{
    struct page page;
    page_init(&page, arena, reader);
    add_notice(&page, standing, entry->status);
    add_meeting_times(&page, meeting, entry->start_s, entry->end_s);
    if (standing == STANDING_HELD) {
        struct place_words words = room_words(arena, reader, meeting);
        add_place(arena, reader, &words, entry);
        add_line(&page, TEXT_ROOM_LINE, words.name);
        add_line(&page, TEXT_LINK_LINE, shown_link(arena, words.url));
    }
    buf_add_char(&page.buf, '\n');
    add_line(&page, reader->p >= 0 ? TEXT_PARTNERS_LINE : TEXT_PARTICIPANTS_LINE,
             others(arena, reader, meeting, true));
    add_line(&page, TEXT_TOPIC_LINE,
             contact_addresses_mask(arena, reader->input->event, meeting->topic));
    if (standing == STANDING_HELD) {
        add_interpreter(&page, meeting);
        add_attending(&page, meeting);
        add_display_names(&page, meeting);
    }
    add_event(&page);
    if (standing == STANDING_HELD && reader->p >= 0) {
        add_messages(&page, meeting);
    }
    entry->description = page.buf.data;
}

struct ics_entry ics_meeting_frame(const struct ics_reader *reader,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled)
{
    enum standing standing = standing_of(reader, meeting, cancelled);
    struct ics_entry entry = {.uid = meeting->uid};
    set_state(reader, meeting, standing, &entry);
    entry.status = standing != STANDING_HELD ? ICS_CANCELLED
                   : meeting->tentative      ? ICS_TENTATIVE
                                             : ICS_CONFIRMED;
    return entry;
}

struct ics_entry ics_meeting_entry(struct arena *arena,
                                   const struct ics_reader *reader,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled)
{
    enum standing standing = standing_of(reader, meeting, cancelled);
    struct ics_entry entry = ics_meeting_frame(reader, meeting, cancelled);
    add_words(arena, reader, &entry);
    set_title(arena, reader, meeting, &entry);
    set_description(arena, reader, meeting, standing, &entry);
    return entry;
}

enum ics_answer ics_answer_of(struct arena scratch, const struct ics_input *input,
                              const struct schedule_meeting *meeting,
                              const char *email)
{
    static const enum ics_answer of[N_ANSWERS] = {
        [ANSWER_ACCEPTED] = ICS_ACCEPTS,
        [ANSWER_TENTATIVE] = ICS_MAY_COME,
        [ANSWER_DECLINED] = ICS_DECLINES,
        [ANSWER_PROPOSED] = ICS_UNANSWERED,
    };
    const struct reply *last =
        input->answers ? replies_find_valid(scratch, input->answers, meeting, email)
                       : NULL;
    return last ? of[last->answer] : ICS_UNANSWERED;
}

char *ics_agenda_uid(struct arena *arena, const struct event *event, const char *id)
{
    return arena_printf(
        arena, "%s-agenda-%s@%s", event->id, id,
        ics_first_line(arena, event->uid_domain, "matchday.invalid", ""));
}

struct ics_entry ics_agenda_entry(struct arena *arena,
                                  const struct ics_reader *reader,
                                  const struct agenda_item *item)
{
    const struct place_words words = {"", item->url};
    struct ics_entry entry = {.n_attendees = 0};
    struct offsets_told told = {0, arena_new(arena, 2, int)};
    struct page page;
    page_init(&page, arena, reader);
    add_words(arena, reader, &entry);
    entry.uid = ics_agenda_uid(arena, reader->input->event, item->id);
    entry.sequence =
        sent_item_sequence(reader->input->event,
                           sent_item_find(reader->input->schedule, item->id), item);
    entry.start_s = item->start_s;
    entry.end_s = item->end_s;
    entry.summary = ics_shown_name(arena, reader, item->title, item->id, "");
    add_place(arena, reader, &words, &entry);
    entry.url_label = entry.summary;
    add_when(&page, &told, reader->zone, item->start_s, item->end_s);
    add_when(&page, &told, item->zone, item->start_s, item->end_s);
    add_line(&page, TEXT_LINK_LINE, shown_link(arena, item->url));
    add_event(&page);
    entry.description = page.buf.data;
    return entry;
}

struct ics_entry ics_gone_item_entry(struct arena *arena,
                                     const struct ics_reader *reader,
                                     const struct sent_item *sent)
{
    struct ics_entry entry = {.n_attendees = 0};
    struct offsets_told told = {0, arena_new(arena, 1, int)};
    struct page page;
    page_init(&page, arena, reader);
    add_words(arena, reader, &entry);
    entry.uid = ics_agenda_uid(arena, reader->input->event, sent->id);
    entry.sequence = sent_item_sequence(reader->input->event, sent, NULL);
    entry.status = ICS_CANCELLED;
    entry.start_s = sent->start_s;
    entry.end_s = sent->end_s;
    entry.summary =
        texts_fill_one(arena, reader->language, TEXT_CANCELLED,
                       ics_shown_name(arena, reader, sent->title, sent->id, ""));
    add_plain_line(&page, texts_get(reader->language, TEXT_IS_TAKEN_OUT));
    add_when(&page, &told, reader->zone, sent->start_s, sent->end_s);
    add_event(&page);
    entry.description = page.buf.data;
    return entry;
}
