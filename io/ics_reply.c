#include "io/ics_reply.h"

#include <stdlib.h>
#include <string.h>

#include "io/ics_reply_entry.h"
#include "io/mail_parts.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

static const char *const wanted[] = {
    "METHOD",     "UID",           "DTSTAMP", "SEQUENCE",
    "ATTENDEE",   "DTSTART",       "DTEND",   "DURATION",
    "COMMENT",    "RECURRENCE-ID", "TZID",    "TZOFFSETFROM",
    "TZOFFSETTO", "RRULE",         "RDATE",   NULL};

struct reply_reader {
    struct ics_answering answering;
    struct replies *replies;
    int n_before; /* replies of other files */
};

static void tell_senders(struct reply_reader *reader)
{
    for (int k = reader->n_before; k < reader->replies->n; k++) {
        const struct reply *reply = &reader->replies->reply[k];
        if (*reply->sender != '\0' && strcmp(reply->sender, reply->email) != 0) {
            findings_add(
                reader->answering.findings, SEVERITY_WARNING, reply->place,
                "the answer of %.100s was sent by %.100s; expected it from "
                "themselves, so ask if you do not know why",
                reply->email, reply->sender);
        }
    }
}

/* The same answer of the same sender twice stands side by side then. */
static int compare_answers(const void *left, const void *right)
{
    const struct reply *a = left, *b = right;
    int order = strcmp(a->uid, b->uid);
    order = order ? order : strcmp(a->email, b->email);
    order = order ? order : strcmp(a->sender, b->sender);
    order =
        order ? order : (a->sequence > b->sequence) - (a->sequence < b->sequence);
    order = order ? order : (a->stamp_s > b->stamp_s) - (a->stamp_s < b->stamp_s);
    order = order ? order : a->is_of_one_time - b->is_of_one_time;
    order = order
                ? order
                : (a->one_time_s > b->one_time_s) - (a->one_time_s < b->one_time_s);
    return order ? order : (int)a->answer - (int)b->answer;
}

static int compare_answers_and_lines(const void *left, const void *right)
{
    const struct reply *a = left, *b = right;
    int order = compare_answers(a, b);
    return order ? order : a->place.line - b->place.line;
}

/* Mail holds the same calendar twice: to be shown, and attached. */
static void drop_repeated(struct reply_reader *reader)
{
    struct reply *reply = reader->replies->reply + reader->n_before;
    int n = reader->replies->n - reader->n_before, left = 0;
    if (n > 1) {
        qsort(reply, (size_t)n, sizeof *reply, compare_answers_and_lines);
    }
    for (int k = 0; k < n; k++) {
        if (left == 0 || compare_answers(&reply[left - 1], &reply[k]) != 0) {
            reply[left++] = reply[k];
        }
    }
    reader->replies->n = reader->n_before + left;
}

/* Good for all times that meetings may be proposed for. What the calendars before it
 * in the file have looked up is known, and what they have cost is spent: there may be
 * very many. */
static void begin_zones(struct ics_answering *answering,
                        const struct ics_component *calendar)
{
    static const struct window times = {0, INT64_C(4102444800)}; /* to 2100 */
    const struct ics_zones before = answering->zones;
    findings_init(&answering->of_zones, answering->arena);
    answering->zones = (struct ics_zones){
        .arena = answering->arena,
        .database = before.database,
        .findings = &answering->of_zones,
        .file = answering->file,
        .day = &times,
        .n_days = 1,
        .work = before.work,
    };
    ics_zones_add(&answering->zones, calendar);
}

static void add_reply(struct reply_reader *reader,
                      const struct ics_component *component, bool is_counter)
{
    struct reply reply;
    struct replies *replies = reader->replies;
    if (ics_reply_entry_read(&reader->answering, component, is_counter, &reply)) {
        replies->reply = arena_grow(reader->answering.arena, replies->reply,
                                    replies->n, &replies->capacity, sizeof reply);
        replies->reply[replies->n++] = reply;
    }
}

static void read_calendar(struct reply_reader *reader,
                          const struct ics_component *calendar)
{
    struct ics_answering *answering = &reader->answering;
    const struct ics_property *method = ics_find(calendar, "METHOD");
    const char *word = method ? method->value : "";
    bool is_counter = text_equal_nocase(word, "COUNTER");
    int n = 0;
    begin_zones(answering, calendar);
    if (method && !ics_reply_find_only(answering, calendar, "METHOD")) {
        return;
    }
    if (!is_counter && !text_equal_nocase(word, "REPLY")) {
        ics_reply_complain(
            answering, SEVERITY_WARNING, calendar, "METHOD",
            arena_printf(answering->arena,
                         "%s%.40s, so this is no answer and is ignored; "
                         "expected REPLY or COUNTER",
                         method ? "is " : "is missing", word));
        return;
    }
    for (const struct ics_component *child = calendar->first; child;
         child = child->next) {
        if (strcmp(child->name, "VEVENT") == 0) {
            n++;
            add_reply(reader, child, is_counter);
        }
    }
    if (n == 0) {
        ics_reply_complain(answering, SEVERITY_WARNING, calendar, "VEVENT",
                           "is missing, so this answers nothing");
    }
}

static void read_text(struct reply_reader *reader, const char *text, size_t len)
{
    struct ics_component root;
    const struct ics_source source = {reader->answering.file, text, len};
    if (!ics_tree_read(reader->answering.arena, &source, wanted, &root,
                       reader->answering.findings)) {
        return;
    }
    for (const struct ics_component *calendar = root.first; calendar;
         calendar = calendar->next) {
        read_calendar(reader, calendar);
    }
}

static void read_mail(struct reply_reader *reader,
                      const struct reply_source *source)
{
    struct mail_parts parts;
    mail_parts_read(reader->answering.arena, source->text, source->len, &parts);
    struct place place = {.file = source->file, .line = 1};
    if (parts.is_incomplete) {
        findings_add(
            reader->answering.findings, SEVERITY_ERROR, place,
            "is nested deeper, or has more parts, than any answer; expected "
            "one mail a file");
    }
    if (parts.n == 0) {
        findings_add(
            reader->answering.findings,
            parts.has_headers ? SEVERITY_WARNING : SEVERITY_ERROR, place, "%s",
            phrase(parts.has_tnef ? "has its calendar in Outlook's own format "
                                    "(winmail.dat), which only people can read"
                   : parts.has_headers
                       ? "has no calendar in it; somebody must read this "
                         "mail"
                       : "is neither a calendar nor a mail; expected an "
                         ".ics or .eml file with an answer"));
    }
    for (int k = 0; k < parts.n; k++) {
        const struct mail_part *part = &parts.part[k];
        reader->answering.file = arena_printf(reader->answering.findings->arena,
                                              phrase("%s (calendar on line %d)"),
                                              source->file, part->line);
        reader->answering.from = part->from;
        read_text(reader, part->text, part->len);
    }
}

/* True if the file begins as a calendar does, whatever it is called. */
static bool is_calendar(const struct reply_source *source)
{
    static const char begin[] = "BEGIN:";
    size_t len = source->len;
    const char *at = source->text;
    if (len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
        at += 3;
        len -= 3;
    }
    while (len > 0 && (*at == '\r' || *at == '\n')) {
        at++;
        len--;
    }
    return (len >= 6 && memcmp(at, begin, 6) == 0) ||
           text_ends_with(source->file, ".ics");
}

void ics_reply_read(struct arena *arena, const struct reply_source *source,
                    struct replies *replies, struct findings *findings)
{
    struct reply_reader reader = {
        .answering = {.arena = arena,
                      .file = source->file,
                      .from = "",
                      .findings = findings},
        .replies = replies,
        .n_before = replies->n,
    };
    if (is_calendar(source)) {
        read_text(&reader, source->text, source->len);
    } else {
        read_mail(&reader, source);
    }
    drop_repeated(&reader);
    tell_senders(&reader);
}
