#include "io/ics_reply.h"

#include <stdlib.h>
#include <string.h>

#include "io/ics_clean.h"
#include "io/ics_time.h"
#include "io/ics_tree.h"
#include "io/ics_zones.h"
#include "io/mail_parts.h"
#include "scheduler/base/text.h"

static const char *const wanted[] = {
    "METHOD",     "UID",           "DTSTAMP", "SEQUENCE",
    "ATTENDEE",   "DTSTART",       "DTEND",   "DURATION",
    "COMMENT",    "RECURRENCE-ID", "TZID",    "TZOFFSETFROM",
    "TZOFFSETTO", "RRULE",         "RDATE",   NULL};

struct reply_reader {
    struct arena *arena;
    const char *file;
    struct replies *replies;
    const char *from;         /* who has sent the mail, or "" */
    struct ics_zones zones;   /* of the calendar under way */
    struct findings of_zones; /* which are none of the answer */
    int n_before;             /* replies of other files */
    struct findings *findings;
};

static bool complain(struct reply_reader *reader, enum severity severity,
                     const struct ics_component *component, const char *name,
                     const char *text)
{
    const struct ics_property *property = ics_find(component, name);
    return findings_add(
        reader->findings, severity,
        (struct place){.file = reader->file,
                       .line = property ? property->line : component->line,
                       .field = name},
        "%s", text);
}

/* The only one of that name, or NULL with an error. */
static const struct ics_property *find_only(struct reply_reader *reader,
                                            const struct ics_component *component,
                                            const char *name)
{
    const struct ics_property *found = NULL;
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, name) != 0) {
            continue;
        }
        if (found) {
            complain(reader, SEVERITY_ERROR, component, name,
                     strcmp(name, "ATTENDEE") == 0
                         ? "stands there more than once; expected one, of the "
                           "person who answers"
                         : "stands there more than once; expected it once");
            return NULL;
        }
        found = property;
    }
    if (!found) {
        complain(reader, SEVERITY_ERROR, component, name,
                 "is missing; expected an answer to an invitation, which has one");
    }
    return found;
}

static bool read_stamp(struct reply_reader *reader,
                       const struct ics_component *component, int64_t *stamp_s)
{
    struct ics_time time;
    const struct ics_property *stamp = find_only(reader, component, "DTSTAMP");
    if (!stamp) {
        return false;
    }
    if (!ics_time_parse(stamp->value, strlen(stamp->value), &time) ||
        !time.is_utc) {
        return complain(reader, SEVERITY_ERROR, component, "DTSTAMP",
                        "is no time in UTC; expected one like 20210518T090000Z");
    }
    *stamp_s = civil_to_seconds(time.civil);
    return true;
}

static bool read_sequence(struct reply_reader *reader,
                          const struct ics_component *component, int *sequence)
{
    char *end;
    if (!ics_find(component, "SEQUENCE")) {
        return true;
    }
    const struct ics_property *property = find_only(reader, component, "SEQUENCE");
    if (!property) {
        return false;
    }
    const char *digits = property->value;
    if (*digits < '0' || *digits > '9' || strlen(digits) > 9) {
        return complain(reader, SEVERITY_ERROR, component, "SEQUENCE",
                        "is no number; expected one from 0 on");
    }
    *sequence = (int)strtol(digits, &end, 10);
    return *end == '\0' || complain(reader, SEVERITY_ERROR, component, "SEQUENCE",
                                    "is no number; expected one from 0 on");
}

/* The address in a parameter, without "mailto:", or "". */
static const char *parameter_address(struct arena *arena,
                                     const struct ics_property *property,
                                     const char *name)
{
    const struct ics_property of_parameter = {.value =
                                                  ics_parameter(property, name)};
    return ics_address(arena, &of_parameter);
}

/* Who has sent it, which is told if that is not who answers: addresses have aliases,
 * and people assistants, so that the answer may well be theirs. */
static void read_sender(struct reply_reader *reader,
                        const struct ics_property *attendee, struct reply *reply)
{
    const char *by = parameter_address(reader->arena, attendee, "SENT-BY");
    by = *by != '\0' ? by : reader->from;
    reply->sender = text_lower(reader->arena, ics_clean_line(reader->arena, by));
}

static void tell_senders(struct reply_reader *reader)
{
    for (int k = reader->n_before; k < reader->replies->n; k++) {
        const struct reply *reply = &reader->replies->reply[k];
        if (*reply->sender != '\0' && strcmp(reply->sender, reply->email) != 0) {
            findings_add(
                reader->findings, SEVERITY_WARNING, reply->place,
                "the answer of %.100s was sent by %.100s; expected it from "
                "themselves, so ask if you do not know why",
                reply->email, reply->sender);
        }
    }
}

static bool has_one_answer(const struct ics_property *attendee)
{
    int n = 0;
    for (int k = 0; k < attendee->n_parameters; k++) {
        n += strcmp(attendee->parameter[k].name, "PARTSTAT") == 0;
    }
    return n <= 1;
}

/* The one attendee; of several who are named in a proposal (RFC 5546 3.2.7) the one
 * who sent it. */
static const struct ics_property *
find_attendee(struct reply_reader *reader, const struct ics_component *component,
              bool is_counter)
{
    struct arena scratch = *reader->arena;
    const struct ics_property *sender = NULL;
    int n = 0;
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, "ATTENDEE") == 0) {
            n++;
            sender =
                text_equal_nocase(ics_address(&scratch, property), reader->from)
                    ? property
                    : sender;
        }
    }
    return is_counter && n > 1 && sender ? sender
                                         : find_only(reader, component, "ATTENDEE");
}

/* What decides nothing, in words. */
static const char *undecided(struct arena *arena,
                             const struct ics_property *attendee, const char *email,
                             const char *said)
{
    const char *to = parameter_address(arena, attendee, "DELEGATED-TO");
    if (text_equal_nocase(said, "DELEGATED")) {
        return arena_printf(arena,
                            "%.100s sends somebody else%s%.100s, which must be "
                            "settled with them; expected ACCEPTED, TENTATIVE or "
                            "DECLINED",
                            email, *to != '\0' ? ", " : "", to);
    }
    return arena_printf(arena,
                        "%.100s answers '%.40s', which decides nothing; expected "
                        "ACCEPTED, TENTATIVE or DECLINED",
                        email, said);
}

/* Who answers, and what. */
static bool read_attendee(struct reply_reader *reader,
                          const struct ics_component *component, bool is_counter,
                          struct reply *reply)
{
    const struct ics_property *attendee =
        find_attendee(reader, component, is_counter);
    if (!attendee) {
        return false;
    }
    const char *address = ics_address(reader->arena, attendee);
    if (!strchr(address, '@')) {
        address = ics_parameter(attendee, "EMAIL");
    }
    address = text_trim(reader->arena, address, strlen(address));
    reply->email =
        text_lower(reader->arena, ics_clean_line(reader->arena, address));
    if (!strchr(address, '@')) {
        return complain(reader, SEVERITY_ERROR, component, "ATTENDEE",
                        "is no address; expected one like mailto:name@example.org");
    }
    read_sender(reader, attendee, reply);
    if (is_counter) {
        reply->answer = ANSWER_PROPOSED;
        return true;
    }
    if (!has_one_answer(attendee)) {
        return complain(reader, SEVERITY_ERROR, component, "ATTENDEE",
                        "has several PARTSTAT; expected one answer");
    }
    const char *said = ics_parameter(attendee, "PARTSTAT");
    reply->answer = answer_find(text_lower(reader->arena, said));
    if (reply->answer == N_ANSWERS || reply->answer == ANSWER_PROPOSED) {
        return complain(reader, SEVERITY_WARNING, component, "ATTENDEE",
                        undecided(reader->arena, attendee, reply->email, said));
    }
    return true;
}

/* When a property says, by its zone if it names one; NO_TIME for whole days and for
 * clocks of nobody knows where: an organiser reads it in the file that the message
 * names. */
static int64_t read_instant(struct reply_reader *reader,
                            const struct ics_property *property)
{
    struct ics_time time;
    if (!property ||
        !ics_time_parse(property->value, strlen(property->value), &time) ||
        time.is_date) {
        return NO_TIME;
    }
    int64_t local_s = civil_to_seconds(time.civil);
    const char *tzid = ics_parameter(property, "TZID");
    if (time.is_utc || *tzid == '\0') {
        return time.is_utc ? local_s : NO_TIME;
    }
    const struct zone *zone = ics_zones_find(&reader->zones, tzid, property);
    return zone ? ics_instant(zone, time.civil) : NO_TIME;
}

/* The time that is proposed. */
static void read_proposal(struct reply_reader *reader,
                          const struct ics_component *component,
                          struct reply *reply)
{
    struct ics_duration duration;
    const struct ics_property *length = ics_find(component, "DURATION");
    reply->start_s = read_instant(reader, ics_find(component, "DTSTART"));
    if (reply->start_s == NO_TIME) {
        return;
    }
    reply->end_s = read_instant(reader, ics_find(component, "DTEND"));
    if (length &&
        ics_duration_parse(length->value, strlen(length->value), &duration)) {
        reply->end_s = reply->start_s + duration.days * 86400 + duration.seconds;
    }
    if (reply->end_s != NO_TIME && reply->end_s <= reply->start_s) {
        complain(reader, SEVERITY_WARNING, component, length ? "DURATION" : "DTEND",
                 "the proposed end is not behind the start, and is ignored; ask "
                 "until when they mean");
        reply->end_s = NO_TIME;
    }
}

/* The same answer twice stands side by side then. */
static int compare_answers(const void *left, const void *right)
{
    const struct reply *a = left, *b = right;
    int order = strcmp(a->uid, b->uid);
    order = order ? order : strcmp(a->email, b->email);
    order =
        order ? order : (a->sequence > b->sequence) - (a->sequence < b->sequence);
    order = order ? order : (a->stamp_s > b->stamp_s) - (a->stamp_s < b->stamp_s);
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

static void read_event(struct reply_reader *reader,
                       const struct ics_component *component, bool is_counter)
{
    const struct ics_property *comment = ics_find(component, "COMMENT");
    struct reply reply = {
        .place = {reader->file, component->line, NULL},
        .start_s = NO_TIME,
        .end_s = NO_TIME,
        .sender = "",
        .comment = comment ? ics_clean_text(reader->arena,
                                            ics_text(reader->arena, comment->value))
                           : "",
    };
    const struct ics_property *uid = find_only(reader, component, "UID");
    bool ok = uid != NULL;
    ok = read_stamp(reader, component, &reply.stamp_s) && ok;
    ok = read_sequence(reader, component, &reply.sequence) && ok;
    ok = read_attendee(reader, component, is_counter, &reply) && ok;
    if (!ok) {
        return;
    }
    if (ics_find(component, "RECURRENCE-ID")) {
        complain(reader, SEVERITY_WARNING, component, "RECURRENCE-ID",
                 "answers one time of a series, and meetings are none; it is taken "
                 "for the answer about the meeting");
    }
    reply.uid = ics_clean_line(reader->arena, uid->value);
    if (is_counter) {
        read_proposal(reader, component, &reply);
    }
    struct replies *replies = reader->replies;
    replies->reply = arena_grow(reader->arena, replies->reply, replies->n,
                                &replies->capacity, sizeof reply);
    replies->reply[replies->n++] = reply;
}

/* Good for all times that meetings may be proposed for. */
static void begin_zones(struct reply_reader *reader,
                        const struct ics_component *calendar)
{
    static const struct window times = {0, INT64_C(4102444800)}; /* to 2100 */
    findings_init(&reader->of_zones, reader->arena);
    reader->zones = (struct ics_zones){
        .arena = reader->arena,
        .findings = &reader->of_zones,
        .file = reader->file,
        .day = &times,
        .n_days = 1,
    };
    ics_zones_add(&reader->zones, calendar);
}

static void read_calendar(struct reply_reader *reader,
                          const struct ics_component *calendar)
{
    const struct ics_property *method = ics_find(calendar, "METHOD");
    const char *word = method ? method->value : "";
    bool is_counter = text_equal_nocase(word, "COUNTER");
    int n = 0;
    begin_zones(reader, calendar);
    if (method && !find_only(reader, calendar, "METHOD")) {
        return;
    }
    if (!is_counter && !text_equal_nocase(word, "REPLY")) {
        complain(reader, SEVERITY_WARNING, calendar, "METHOD",
                 arena_printf(reader->arena,
                              "%s%.40s, so this is no answer and is ignored; "
                              "expected REPLY or COUNTER",
                              method ? "is " : "is missing", word));
        return;
    }
    for (const struct ics_component *child = calendar->first; child;
         child = child->next) {
        if (strcmp(child->name, "VEVENT") == 0) {
            n++;
            read_event(reader, child, is_counter);
        }
    }
    if (n == 0) {
        complain(reader, SEVERITY_WARNING, calendar, "VEVENT",
                 "is missing, so this answers nothing");
    }
}

static void read_text(struct reply_reader *reader, const char *text, size_t len)
{
    struct ics_component root;
    const struct ics_source source = {reader->file, text, len};
    if (!ics_tree_read(reader->arena, &source, wanted, &root, reader->findings)) {
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
    mail_parts_read(reader->arena, source->text, source->len, &parts);
    struct place place = {.file = source->file, .line = 1};
    if (parts.is_incomplete) {
        findings_add(
            reader->findings, SEVERITY_ERROR, place,
            "is nested deeper, or has more parts, than any answer; expected "
            "one mail a file");
    }
    if (parts.n == 0) {
        findings_add(reader->findings,
                     parts.has_headers ? SEVERITY_WARNING : SEVERITY_ERROR, place,
                     "%s",
                     parts.has_tnef ? "has its calendar in Outlook's own format "
                                      "(winmail.dat), which only people can read"
                     : parts.has_headers
                         ? "has no calendar in it; somebody must read this mail"
                         : "is neither a calendar nor a mail; expected an .ics or "
                           ".eml file with an answer");
    }
    for (int k = 0; k < parts.n; k++) {
        const struct mail_part *part = &parts.part[k];
        reader->file =
            arena_printf(reader->findings->arena, "%s (calendar on line %d)",
                         source->file, part->line);
        reader->from = part->from;
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
        .arena = arena,
        .file = source->file,
        .replies = replies,
        .from = "",
        .n_before = replies->n,
        .findings = findings,
    };
    if (is_calendar(source)) {
        read_text(&reader, source->text, source->len);
    } else {
        read_mail(&reader, source);
    }
    drop_repeated(&reader);
    tell_senders(&reader);
}
