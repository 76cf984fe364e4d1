/* One entry of an answer: of the properties that it must have each once, and of who
 * answers what about which time. */

#include "io/ics_reply_entry.h"

#include <string.h>

#include "io/ics_clean.h"
#include "io/ics_time.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

bool ics_reply_complain(struct ics_answering *answering, enum severity severity,
                        const struct ics_component *component, const char *name,
                        const char *text)
{
    const struct ics_property *property = ics_find(component, name);
    return findings_add(
        answering->findings, severity,
        (struct place){.file = answering->file,
                       .line = property ? property->line : component->line,
                       .field = name},
        "%s", phrase(text));
}

const struct ics_property *
ics_reply_find_only(struct ics_answering *answering,
                    const struct ics_component *component, const char *name)
{
    const struct ics_property *found = NULL;
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, name) != 0) {
            continue;
        }
        if (found) {
            ics_reply_complain(
                answering, SEVERITY_ERROR, component, name,
                strcmp(name, "ATTENDEE") == 0
                    ? "stands there more than once; expected one, of the "
                      "person who answers"
                    : "stands there more than once; expected it once");
            return NULL;
        }
        found = property;
    }
    if (!found) {
        ics_reply_complain(
            answering, SEVERITY_ERROR, component, name,
            "is missing; expected an answer to an invitation, which has one");
    }
    return found;
}

static bool read_stamp(struct ics_answering *answering,
                       const struct ics_component *component, int64_t *stamp_s)
{
    struct ics_time time;
    const struct ics_property *stamp =
        ics_reply_find_only(answering, component, "DTSTAMP");
    if (!stamp) {
        return false;
    }
    if (!ics_time_parse(stamp->value, strlen(stamp->value), &time) ||
        !time.is_utc || !instant_is_readable(civil_to_seconds(time.civil))) {
        return ics_reply_complain(
            answering, SEVERITY_ERROR, component, "DTSTAMP",
            "is no time in UTC since 1900; expected when they answered, like "
            "20210518T090000Z; ask them to answer again");
    }
    *stamp_s = civil_to_seconds(time.civil);
    return true;
}

static bool read_sequence(struct ics_answering *answering,
                          const struct ics_component *component, int *sequence)
{
    int64_t number;
    if (!ics_find(component, "SEQUENCE")) {
        return true;
    }
    const struct ics_property *property =
        ics_reply_find_only(answering, component, "SEQUENCE");
    if (!property) {
        return false;
    }
    if (!ics_sequence_parse(property->value, &number) || number > INT32_MAX) {
        return ics_reply_complain(answering, SEVERITY_ERROR, component, "SEQUENCE",
                                  "is no number; expected one from 0 on");
    }
    *sequence = (int)number;
    return true;
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
static void read_sender(struct ics_answering *answering,
                        const struct ics_property *attendee, struct reply *reply)
{
    const char *by = parameter_address(answering->arena, attendee, "SENT-BY");
    by = *by != '\0' ? by : answering->from;
    reply->sender =
        text_lower(answering->arena, ics_clean_line(answering->arena, by));
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
find_attendee(struct ics_answering *answering,
              const struct ics_component *component, bool is_counter)
{
    struct arena scratch = *answering->arena;
    const struct ics_property *sender = NULL;
    int n = 0;
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, "ATTENDEE") == 0) {
            n++;
            sender =
                text_equal_nocase(ics_address(&scratch, property), answering->from)
                    ? property
                    : sender;
        }
    }
    return is_counter && n > 1 && sender
               ? sender
               : ics_reply_find_only(answering, component, "ATTENDEE");
}

/* The lines of a comment under way, each once. */
static void add_comment(struct arena *arena, struct strings *said, const char *text)
{
    text = ics_clean_text(arena, text);
    if (*text != '\0' && !strings_has(said, text)) {
        said->text[said->n++] = text;
    }
}

/* All that they say, which some programs write beside the answer. */
static const char *read_comments(struct arena *arena,
                                 const struct ics_component *component,
                                 const struct ics_property *attendee)
{
    enum { MOST = 20 };
    struct strings said = {.text = arena_new(arena, MOST + 1, const char *)};
    for (int k = 0; k < component->n_properties && said.n < MOST; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, "COMMENT") == 0) {
            add_comment(arena, &said, ics_text(arena, property->value));
        }
    }
    add_comment(arena, &said,
                said.n < MOST ? ics_parameter(attendee, "X-RESPONSE-COMMENT")
                              : "…");
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < said.n; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? "\n" : "", said.text[k]);
    }
    return buf.data;
}

/* What decides nothing, in words. */
static const char *undecided(struct arena *arena,
                             const struct ics_property *attendee, const char *email,
                             const char *said)
{
    const char *to = parameter_address(arena, attendee, "DELEGATED-TO");
    if (text_equal_nocase(said, "DELEGATED")) {
        return arena_printf(
            arena,
            phrase("%.100s sends somebody else%s%.100s, which must be "
                   "settled with them; expected ACCEPTED, TENTATIVE or "
                   "DECLINED"),
            email, *to != '\0' ? ", " : "", to);
    }
    return arena_printf(
        arena,
        phrase("%.100s answers '%.40s', which decides nothing; expected "
               "ACCEPTED, TENTATIVE or DECLINED"),
        email, said);
}

/* Who answers, and what. */
static bool read_attendee(struct ics_answering *answering,
                          const struct ics_component *component, bool is_counter,
                          struct reply *reply)
{
    const struct ics_property *attendee =
        find_attendee(answering, component, is_counter);
    if (!attendee) {
        return false;
    }
    reply->comment = read_comments(answering->arena, component, attendee);
    const char *address = ics_address(answering->arena, attendee);
    if (!strchr(address, '@')) {
        address = ics_parameter(attendee, "EMAIL");
    }
    address = text_trim(answering->arena, address, strlen(address));
    reply->email =
        text_lower(answering->arena, ics_clean_line(answering->arena, address));
    if (!strchr(address, '@')) {
        return ics_reply_complain(
            answering, SEVERITY_ERROR, component, "ATTENDEE",
            "is no address; expected one like mailto:name@example.org");
    }
    read_sender(answering, attendee, reply);
    if (is_counter) {
        reply->answer = ANSWER_PROPOSED;
        return true;
    }
    if (!has_one_answer(attendee)) {
        return ics_reply_complain(answering, SEVERITY_ERROR, component, "ATTENDEE",
                                  "has several PARTSTAT; expected one answer");
    }
    const char *said = ics_parameter(attendee, "PARTSTAT");
    reply->answer = answer_find(text_lower(answering->arena, said));
    if (reply->answer == N_ANSWERS || reply->answer == ANSWER_PROPOSED) {
        return ics_reply_complain(
            answering, SEVERITY_WARNING, component, "ATTENDEE",
            undecided(answering->arena, attendee, reply->email, said));
    }
    return true;
}

/* What can be kept, or NO_TIME. */
static int64_t readable(int64_t instant_s)
{
    return instant_is_readable(instant_s) ? instant_s : NO_TIME;
}

/* When a property says, by its zone if it names one; NO_TIME for whole days, for
 * clocks of nobody knows where, and for years that are none of a meeting: an
 * organiser reads it in the file that the message names. */
static int64_t read_instant(struct ics_answering *answering,
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
        return time.is_utc ? readable(local_s) : NO_TIME;
    }
    const struct zone *zone = ics_zones_find(&answering->zones, tzid, property);
    return zone ? readable(ics_instant(zone, time.civil)) : NO_TIME;
}

/* The time that is proposed. */
static void read_proposal(struct ics_answering *answering,
                          const struct ics_component *component,
                          struct reply *reply)
{
    struct ics_duration duration;
    const struct ics_property *length = ics_find(component, "DURATION");
    reply->start_s = read_instant(answering, ics_find(component, "DTSTART"));
    if (reply->start_s == NO_TIME) {
        return;
    }
    reply->end_s = read_instant(answering, ics_find(component, "DTEND"));
    if (length &&
        ics_duration_parse(length->value, strlen(length->value), &duration)) {
        reply->end_s =
            readable(reply->start_s + duration.days * 86400 + duration.seconds);
    }
    if (reply->end_s != NO_TIME && reply->end_s <= reply->start_s) {
        ics_reply_complain(
            answering, SEVERITY_WARNING, component, length ? "DURATION" : "DTEND",
            "the proposed end is not behind the start, and is ignored; ask "
            "until when they mean");
        reply->end_s = NO_TIME;
    }
}

bool ics_reply_entry_read(struct ics_answering *answering,
                          const struct ics_component *component, bool is_counter,
                          struct reply *reply)
{
    const struct ics_property *one_time = ics_find(component, "RECURRENCE-ID");
    const struct ics_property *uid =
        ics_reply_find_only(answering, component, "UID");
    *reply = (struct reply){
        .place = {.file = answering->file, .line = component->line},
        .start_s = NO_TIME,
        .end_s = NO_TIME,
        .sender = "",
        .is_of_one_time = one_time != NULL,
        .one_time_s = read_instant(answering, one_time),
    };
    bool ok = uid != NULL;
    ok = read_stamp(answering, component, &reply->stamp_s) && ok;
    ok = read_sequence(answering, component, &reply->sequence) && ok;
    ok = read_attendee(answering, component, is_counter, reply) && ok;
    if (!ok) {
        return false;
    }
    reply->uid = ics_clean_line(answering->arena, uid->value);
    if (is_counter) {
        read_proposal(answering, component, reply);
    }
    return true;
}
