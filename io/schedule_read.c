#include "io/schedule_read.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "io/field_names.h"
#include "io/file.h"
#include "io/json_value.h"
#include "io/schedule_parts.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/text.h"

static const char format_name[] = "matchday-schedule/1";

static const char *read_digest(const struct fields *root)
{
    enum { HEX = DIGEST_HEX_SIZE - 1 };
    const char *hex = field_text(root, "input_sha256");
    if (hex[0] != '\0' &&
        (strlen(hex) != HEX || strspn(hex, "0123456789abcdef") != HEX)) {
        field_error(root, "input_sha256",
                    "found '%s'; expected %d hexadecimal digits in lower case",
                    field_shown(root->arena, hex), HEX);
        return "";
    }
    return hex;
}

static void read_head(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {"name", "version", NULL};
    struct fields generator;
    schedule->event_id = schedule_read_id(root, "event", "the id of the event");
    const char *hex = read_digest(root);
    memcpy(schedule->input_sha256, hex, strlen(hex) + 1);
    if (field_object(root, "generator", &generator)) {
        field_names_judge(known, &generator);
    }
    schedule->generator_version = field_text(&generator, "version");
    int64_t seed =
        field_find(root, "seed") ? schedule_read_number(root, "seed") : 0;
    if (seed < 0) {
        field_error(root, "seed", "found %lld; expected a number from 0",
                    (long long)seed);
    }
    schedule->seed = (uint64_t)seed;
    schedule->sending = field_text(root, "sending");
    if (field_find(root, "frozen_before")) {
        schedule->frozen_before_s = schedule_read_instant(root, "frozen_before");
    }
}

/* The length of the session's id in a slot's id. */
static size_t session_length(const char *slot_id)
{
    return (size_t)(strrchr(slot_id, '-') - slot_id);
}

static bool is_same_session(const char *slot_id, const char *other_id)
{
    size_t len = session_length(slot_id);
    return session_length(other_id) == len && strncmp(slot_id, other_id, len) == 0;
}

/* Slots come by time and sessions do not overlap, so a session's slots follow each
 * other; sessions are numbered as they come. */
static void read_slot(const struct fields *fields, struct schedule *schedule)
{
    const char *id = schedule_read_slot_id(fields, "id");
    const char *session = field_text(fields, "session");
    struct slot slot = {.id = id};
    schedule_read_span(fields, &slot.start_s, &slot.end_s);
    if (id[0] == '\0') {
        return;
    }
    size_t len = session_length(id);
    if (session[0] != '\0' &&
        (strlen(session) != len || strncmp(session, id, len) != 0)) {
        field_error(fields, "session",
                    "found '%s'; expected '%.*s' as in the slot's id",
                    field_shown(fields->arena, session), (int)len, id);
    }
    slot.number = text_number(id + len + 1);
    if (schedule->n_slots > 0) {
        const struct slot *before = &schedule->slot[schedule->n_slots - 1];
        slot.session = before->session + !is_same_session(id, before->id);
    }
    schedule->slot[schedule->n_slots++] = slot;
}

static void read_slots(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {"id", "session", "start", "end", NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = schedule_open_list(root, "slots", &row);
    schedule->slot = arena_new(root->arena, n, struct slot);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_slot(&row[k], schedule);
    }
    field_names_report(&names);
}

static enum reason read_reason(const struct fields *fields)
{
    const char *name = field_required_text(fields, "reason", "a reason");
    enum reason reason = reason_find(name);
    if (reason == N_REASONS) {
        if (name[0] != '\0') {
            field_error(fields, "reason",
                        "found '%s'; expected a reason like 'no_common_slot'",
                        field_shown(fields->arena, name));
        }
        return REASON_NOT_PROVEN;
    }
    return reason;
}

static void read_detail(const struct fields *fields, struct reason_detail *detail)
{
    static const char *const known[] = {"participants", "requests", "slots",
                                        "blocked_by",   "at_limit", "moved",
                                        "given_up",     NULL};
    struct fields inner;
    if (field_object(fields, "detail", &inner)) {
        field_names_judge(known, &inner);
    }
    detail->participants = schedule_read_ids(&inner, "participants", false);
    detail->requests = schedule_read_ids(&inner, "requests", false);
    detail->slots = field_strings(&inner, "slots");
    detail->blocked_by = schedule_read_ids(&inner, "blocked_by", false);
    detail->at_limit = schedule_read_ids(&inner, "at_limit", false);
    detail->moved = schedule_read_ids(&inner, "moved", false);
    detail->given_up = schedule_read_ids(&inner, "given_up", false);
}

static void read_unscheduled(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {"requests", "participants", "topic",
                                        "reason",   "detail",       NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = schedule_open_list(root, "unscheduled", &row);
    schedule->unscheduled = arena_new(root->arena, n, struct unscheduled);
    for (int k = 0; k < n; k++) {
        struct unscheduled *entry =
            &schedule->unscheduled[schedule->n_unscheduled++];
        field_names_check(&names, &row[k]);
        entry->request_ids = schedule_read_ids(&row[k], "requests", true);
        entry->participant_ids = schedule_read_ids(&row[k], "participants", true);
        entry->topic = field_text(&row[k], "topic");
        entry->reason = read_reason(&row[k]);
        entry->m = -1;
        read_detail(&row[k], &entry->detail);
    }
    field_names_report(&names);
}

static void read_level(const struct fields *fields, struct level_result *result)
{
    static const char *const statuses[] = {"feasible", "optimal"};
    const char *name = field_required_text(fields, "name", "the name of a level");
    enum level level = level_find(name);
    if (level == N_LEVELS) {
        if (name[0] != '\0') {
            field_error(fields, "name",
                        "found '%s'; expected a level like 'served'",
                        field_shown(fields->arena, name));
        }
        return;
    }
    const char *sense = field_text(fields, "sense");
    const char *right = level_is_maximised(level) ? "max" : "min";
    if (sense[0] != '\0' && strcmp(sense, right) != 0) {
        field_error(fields, "sense", "found '%s'; expected '%s' for the level '%s'",
                    field_shown(fields->arena, sense), right, name);
    }
    result->level = level;
    result->value = schedule_read_number(fields, "value");
    result->has_bound = field_find(fields, "bound") != NULL;
    result->bound = result->has_bound ? schedule_read_number(fields, "bound") : 0;
    result->optimal = field_word(fields, "status", statuses, 2, 0) == 1;
}

static void read_objective(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {"name",  "sense",  "value",
                                        "bound", "status", NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = field_objects(root, "objective", &row);
    schedule->level = arena_new(root->arena, n, struct level_result);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_level(&row[k], &schedule->level[schedule->n_levels++]);
    }
    field_names_report(&names);
}

static bool is_schedule(const struct fields *root)
{
    const char *format =
        field_required_text(root, "format", "'matchday-schedule/1'");
    if (format[0] != '\0' && strcmp(format, format_name) != 0) {
        field_error(root, "format",
                    "found '%s'; expected '%s', a schedule.json that 'solve' wrote",
                    field_shown(root->arena, format), format_name);
    }
    return strcmp(format, format_name) == 0;
}

static void read_schedule(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {
        "format",    "event",         "input_sha256", "generator", "seed",
        "sending",   "frozen_before", "slots",        "meetings",  "unscheduled",
        "cancelled", "agenda",        "addressees",   "objective", NULL};
    if (!is_schedule(root)) {
        return; /* one message says more than hundreds about missing members */
    }
    field_names_judge(known, root);
    read_head(root, schedule);
    read_slots(root, schedule);
    schedule_read_meetings(root, schedule);
    read_unscheduled(root, schedule);
    schedule_read_cancelled(root, schedule);
    schedule_read_agenda(root, schedule);
    schedule_read_addressees(root, schedule);
    read_objective(root, schedule);
}

void schedule_from_value(struct arena *arena, const char *file,
                         const struct value *value, struct schedule *schedule,
                         struct findings *findings)
{
    struct place place = {.file = file, .line = value->line};
    *schedule = (struct schedule){.event_id = "", .generator_version = ""};
    if (value->kind != VALUE_OBJECT) {
        findings_add(findings, SEVERITY_ERROR, place,
                     "found %s; expected an object with the format '%s'",
                     value_kind_name(value->kind), format_name);
        return;
    }
    const struct fields root = {
        .arena = arena, .findings = findings, .object = value, .place = place};
    read_schedule(&root, schedule);
}

bool schedule_read(struct arena *arena, const char *path, struct schedule *schedule,
                   struct findings *findings, struct error *err)
{
    char *text;
    size_t len;
    struct value value;
    if (!file_read(arena, path, &text, &len, err)) {
        return false;
    }
    const char *file = arena_strdup(arena, path);
    if (json_parse_value(arena, file, text, len, &value, findings)) {
        schedule_from_value(arena, file, &value, schedule, findings);
    }
    return true;
}
