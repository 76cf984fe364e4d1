#include "scheduler/commands/locking.h"

#include <stdio.h>
#include <string.h>

#include "io/change_words.h"
#include "io/reason_text.h"
#include "io/value_build.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/commands/clock.h"

enum exit_code locking_begin(struct locking *locking, struct job *job,
                             const char *command, const char *event_path,
                             const char *schedule_path)
{
    struct error err;
    *locking = (struct locking){
        .job = job,
        .command = command,
        .event_path = event_path,
        .schedule_path = schedule_path,
    };
    job->awaits_schedule = true;
    job->forgives_locks = strcmp(command, "unlock") == 0;
    enum exit_code code = job_read_event(job, event_path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, job_schedule_path(job, schedule_path),
                                 &locking->schedule);
    }
    if (code == EXIT_CODE_DONE && !job->forgives_locks) {
        code = job_settle_locks(job, &locking->schedule,
                                schedule_frozen_before(&locking->schedule));
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    /* The event's warnings are for 'check': what matters now must be seen. */
    findings_init(&job->findings, &job->arena);
    if (!locks_file_read(&job->arena, &job->event, &locking->file, &job->findings,
                         &err)) {
        return job_fail(&err);
    }
    locking->event = job->event;
    job->result = arena_new(&job->arena, 1, struct value);
    value_init(job->result, VALUE_OBJECT);
    value_put_text(&job->arena, job->result, "command", command);
    value_put_some_text(&job->arena, job->result, "locks",
                        locking->file.path ? locking->file.path : "");
    locking->meetings = arena_new(&job->arena, 1, struct value);
    value_init(locking->meetings, VALUE_LIST);
    return findings_has_errors(&job->findings) ? EXIT_CODE_BAD_INPUT
                                               : EXIT_CODE_DONE;
}

const struct schedule_meeting *locking_entry(const struct locking *locking, int m)
{
    for (int k = 0; k < locking->schedule.n_meetings; k++) {
        if (locking->schedule.meeting[k].m == m) {
            return &locking->schedule.meeting[k];
        }
    }
    return NULL;
}

bool locking_has_begun(const struct locking *locking, int m)
{
    const struct schedule_meeting *entry = locking_entry(locking, m);
    return entry && entry->frozen;
}

void locking_put_begun(struct locking *locking, int m)
{
    const struct schedule_meeting *entry = locking_entry(locking, m);
    locking_put(locking, m, "begun", entry->s, entry->r);
}

void locking_print_begun(const struct locking *locking, int m)
{
    const struct schedule_meeting *entry = locking_entry(locking, m);
    printf("%s\n  begun   %s; it stays as it is, without a lock\n",
           locking_meeting_text(locking, m),
           entry->s >= 0 ? locking_place_text(locking, entry->s, entry->r)
                         : entry->slot_id);
}

static bool locks_meeting(const struct locking *locking, const struct lock *lock,
                          int m)
{
    const struct meeting *meeting = &locking->job->elig.meeting[m];
    return lock->kind == LOCK_KEEP &&
           lock->n_participants == meeting->n_participants &&
           memcmp(lock->participant, meeting->participant,
                  (size_t)lock->n_participants * sizeof *lock->participant) == 0 &&
           strcmp(lock->topic, meeting->topic) == 0;
}

int locking_locked_room(const struct locking *locking, int m)
{
    for (int l = 0; l < locking->event.n_locks; l++) {
        const struct lock *lock = &locking->event.lock[l];
        if (locks_meeting(locking, lock, m) && lock->room >= 0) {
            return lock->room;
        }
    }
    return -1;
}

/* Takes the meeting's locks out of the event; there is place for one more then. */
static int drop_locks(struct locking *locking, int m)
{
    struct event *event = &locking->event;
    struct lock *kept =
        arena_new(&locking->job->arena, event->n_locks + 1, struct lock);
    int n = 0, n_before = event->n_locks;
    for (int l = 0; l < n_before; l++) {
        if (!locks_meeting(locking, &event->lock[l], m)) {
            kept[n++] = event->lock[l];
        }
    }
    event->lock = kept;
    event->n_locks = n;
    return n_before - n;
}

/* And their rows out of the table, but for the row on line `but`. */
static int take_out(struct locking *locking, int m, int but)
{
    for (int l = 0; l < locking->event.n_locks; l++) {
        const struct lock *lock = &locking->event.lock[l];
        if (locks_meeting(locking, lock, m) && lock->place.line != but) {
            locks_file_release(&locking->file, lock->place.line);
        }
    }
    return drop_locks(locking, m);
}

int locking_release(struct locking *locking, int m)
{
    return take_out(locking, m, 0);
}

static const struct strings *ids_of(struct locking *locking,
                                    const struct meeting *meeting)
{
    struct arena *arena = &locking->job->arena;
    struct strings *ids = arena_new(arena, 1, struct strings);
    ids->text = arena_new(arena, meeting->n_participants, const char *);
    for (int k = 0; k < meeting->n_participants; k++) {
        ids->text[ids->n++] =
            locking->event.participant[meeting->participant[k]].id;
    }
    return ids;
}

/* A request that counts, as others may be taken back and forgotten. */
static const char *request_of(const struct event *event,
                              const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_requests; k++) {
        if (event_request_counts(event, &event->request[meeting->request[k]])) {
            return event->request[meeting->request[k]].id;
        }
    }
    return event->request[meeting->request[0]].id;
}

bool locking_lock(struct locking *locking, int m, int s, int r)
{
    struct event *event = &locking->event;
    const struct meeting *meeting = &locking->job->elig.meeting[m];
    int line = 0, n = 0;
    bool is_same = false;
    for (int l = 0; l < event->n_locks; l++) {
        const struct lock *lock = &event->lock[l];
        if (locks_meeting(locking, lock, m)) {
            line = line == 0 ? lock->place.line : line;
            is_same = n++ == 0 && lock->slot == s && lock->room == r;
        }
    }
    if (is_same) {
        return false;
    }
    take_out(locking, m, line);
    locks_file_lock(&locking->file, line,
                    &(struct locked_place){
                        .participant_ids = ids_of(locking, meeting),
                        .topic = meeting->topic,
                        .request_id = request_of(event, meeting),
                        .slot_id = event->slot[s].id,
                        .room_id = r >= 0 ? event->room[r].id : "",
                    });
    event->lock[event->n_locks++] = (struct lock){
        .place = {.file = locking->file.path},
        .kind = LOCK_KEEP,
        .request = -1,
        .participant = meeting->participant,
        .n_participants = meeting->n_participants,
        .topic = meeting->topic,
        .slot = s,
        .room = r,
        .slot_id = event->slot[s].id,
    };
    return true;
}

enum exit_code locking_judge_locks(struct locking *locking)
{
    struct job *job = locking->job;
    struct findings findings;
    struct eligibility elig;
    findings_init(&findings, &job->arena);
    eligibility_build(&job->arena, &locking->event, &elig, &findings);
    for (int k = 0; k < findings.n_findings; k++) {
        const struct finding *finding = &findings.finding[k];
        if (finding->severity == SEVERITY_ERROR) {
            findings_add(&job->findings, SEVERITY_ERROR, finding->place, "%s",
                         finding->text);
        }
    }
    return findings_has_errors(&findings) ? EXIT_CODE_BAD_INPUT : EXIT_CODE_DONE;
}

static const char *names_text(const struct locking *locking,
                              const struct meeting *meeting)
{
    const struct event *event = &locking->event;
    struct buf buf;
    buf_init(&buf, &locking->job->arena);
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        buf_printf(&buf, "%s%s", k > 0 ? ", " : "",
                   who->organisation[0] != '\0' ? who->organisation : who->id);
    }
    if (meeting->topic[0] != '\0') {
        buf_printf(&buf, " (%s)", meeting->topic);
    }
    return buf.data;
}

static const char *id_of(const struct locking *locking, int m)
{
    const struct schedule_meeting *entry = locking_entry(locking, m);
    return entry ? entry->id
                 : request_of(&locking->event, &locking->job->elig.meeting[m]);
}

const char *locking_meeting_text(const struct locking *locking, int m)
{
    return arena_printf(&locking->job->arena, "%s  %s", id_of(locking, m),
                        names_text(locking, &locking->job->elig.meeting[m]));
}

const char *locking_place_text(const struct locking *locking, int s, int r)
{
    const struct event *event = &locking->event;
    struct arena *arena = &locking->job->arena;
    const char *when = clock_all_text(arena, event, event->slot[s].start_s);
    if (r < 0) {
        return when;
    }
    const struct room *room = &event->room[r];
    return arena_printf(arena, "%s, %s%s", when,
                        room->name[0] != '\0' ? "" : "room ",
                        room->name[0] != '\0' ? room->name : room->id);
}

static bool is_locked(const struct locking *locking, int m)
{
    for (int l = 0; m >= 0 && l < locking->event.n_locks; l++) {
        if (locks_meeting(locking, &locking->event.lock[l], m)) {
            return true;
        }
    }
    return false;
}

/* "m0002 (Gifu Prefecture, Vitagora: am-03, R1)" */
static const char *in_the_way(const struct locking *locking, int k)
{
    const struct schedule_meeting *entry = &locking->schedule.meeting[k];
    const char *who =
        entry->m >= 0 ? names_text(locking, &locking->job->elig.meeting[entry->m])
                      : phrase("not in the event any more");
    return arena_printf(&locking->job->arena, "%s (%s: %s, %s%s)", entry->id, who,
                        entry->slot_id, entry->room_id,
                        is_locked(locking, entry->m) ? phrase(", locked") : "");
}

static char *list_in_the_way(const struct locking *locking, const int *entry, int n)
{
    struct arena *arena = &locking->job->arena;
    struct strings names = {arena_new(arena, n, const char *), n};
    for (int k = 0; k < n; k++) {
        names.text[k] = in_the_way(locking, entry[k]);
    }
    return reason_list_text(arena, &names);
}

static bool can_give_way(const struct locking *locking,
                         const struct relocation_verdict *verdict)
{
    bool one = false, all = verdict->n_all_of > 0;
    for (int k = 0; k < verdict->n_one_of; k++) {
        one |= !is_locked(locking, locking->schedule.meeting[verdict->one_of[k]].m);
    }
    for (int k = 0; k < verdict->n_all_of; k++) {
        all &= !is_locked(locking, locking->schedule.meeting[verdict->all_of[k]].m);
    }
    return one || all;
}

static void put_ids(struct locking *locking, const char *key, const int *entry,
                    int n)
{
    struct arena *arena = &locking->job->arena;
    struct value *list = value_put(arena, locking->job->result, key, VALUE_LIST);
    for (int k = 0; k < n; k++) {
        value_push_text(arena, list, locking->schedule.meeting[entry[k]].id);
    }
}

static void tell_in_the_way(struct locking *locking, int m,
                            const struct relocation_verdict *verdict,
                            bool others_give_way)
{
    struct job *job = locking->job;
    const struct place place = {.file =
                                    job_schedule_path(job, locking->schedule_path),
                                .field = id_of(locking, m)};
    put_ids(locking, "give_way_one_of", verdict->one_of, verdict->n_one_of);
    put_ids(locking, "give_way_all_of", verdict->all_of, verdict->n_all_of);
    if (verdict->n_one_of + verdict->n_all_of == 0) {
        return;
    }
    const char *who =
        verdict->n_one_of > 0
            ? list_in_the_way(locking, verdict->one_of, verdict->n_one_of)
            : list_in_the_way(locking, verdict->all_of, verdict->n_all_of);
    const char *hint =
        others_give_way                   ? ""
        : !can_give_way(locking, verdict) ? phrase("; unlock first what is locked")
        : strcmp(locking->command, "move") == 0
            ? phrase("; with --make-way it is locked all the same, and the next "
                     "solve finds the fewest changes")
            : "";
    findings_add(&job->findings, SEVERITY_NOTE, place,
                 verdict->n_one_of > 1 ? "one of %s would have to give way%s"
                                       : "%s would have to give way%s",
                 who, hint);
}

static struct relocation relocation_of(const struct locking *locking, int m, int s,
                                       int r)
{
    return (struct relocation){
        .event = &locking->event,
        .elig = &locking->job->elig,
        .schedule = &locking->schedule,
        .m = m,
        .s = s,
        .r = r,
    };
}

/* Where else the meeting could be without touching others, if it were not locked. */
static void tell_free_slots(const struct locking *locking, int m)
{
    enum { MOST = 8 };
    struct job *job = locking->job;
    struct arena *arena = &job->arena;
    struct locking unlocked = *locking;
    struct buf buf;
    const struct schedule_meeting *entry = locking_entry(locking, m);
    int n = 0;
    drop_locks(&unlocked, m);
    buf_init(&buf, arena);
    for (int s = 0; s < locking->event.n_slots && n < MOST; s++) {
        const struct relocation relocation = relocation_of(&unlocked, m, s, -1);
        if (entry && entry->s == s) {
            continue;
        }
        if (relocation_fits(arena, &relocation)) {
            buf_printf(&buf, "%s%s (%s)", n++ > 0 ? phrase(", ") : "",
                       locking->event.slot[s].id,
                       clock_day_text(arena, locking->event.zone,
                                      locking->event.slot[s].start_s));
        }
    }
    const struct place place = {.file =
                                    job_schedule_path(job, locking->schedule_path),
                                .field = id_of(locking, m)};
    if (n > 0) {
        findings_add(&job->findings, SEVERITY_NOTE, place,
                     "without touching others it fits in %s", buf.data);
    } else {
        findings_add(&job->findings, SEVERITY_NOTE, place,
                     "no other slot takes it without touching others");
    }
}

enum exit_code locking_judge_place(struct locking *locking, int m, int s, int r,
                                   bool others_give_way,
                                   struct relocation_verdict *verdict)
{
    struct job *job = locking->job;
    const struct relocation relocation = relocation_of(locking, m, s, r);
    relocation_judge(&job->arena, &relocation, verdict);
    bool forced = others_give_way && can_give_way(locking, verdict);
    for (int k = 0; k < verdict->faults.n && !forced; k++) {
        findings_add(
            &job->findings, SEVERITY_ERROR,
            (struct place){.file = job_schedule_path(job, locking->schedule_path)},
            "%s", verdict->faults.text[k]);
    }
    if (verdict->faults.n == 0) {
        return EXIT_CODE_DONE;
    }
    tell_in_the_way(locking, m, verdict, forced);
    if (!forced && strcmp(locking->command, "move") == 0) {
        tell_free_slots(locking, m);
    }
    return forced ? EXIT_CODE_DONE : EXIT_CODE_BAD_INPUT;
}

void locking_put(struct locking *locking, int m, const char *state, int s, int r)
{
    struct arena *arena = &locking->job->arena;
    const struct event *event = &locking->event;
    struct value *object = value_push(arena, locking->meetings, VALUE_OBJECT);
    value_put_text(arena, object, "meeting", id_of(locking, m));
    value_put_strings(arena, object, "participants",
                      ids_of(locking, &locking->job->elig.meeting[m]));
    value_put_text(arena, object, "topic", locking->job->elig.meeting[m].topic);
    value_put_text(arena, object, "state", state);
    if (s >= 0) {
        value_put_text(arena, object, "slot", event->slot[s].id);
        value_put_instant(arena, object, "start", event->slot[s].start_s);
        value_put_instant(arena, object, "end", event->slot[s].end_s);
    }
    if (r >= 0) {
        value_put_text(arena, object, "room", event->room[r].id);
    }
}

enum exit_code locking_write(struct locking *locking, bool is_changed,
                             const char *what)
{
    struct error err;
    struct job *job = locking->job;
    if (is_changed && !locks_file_write(job->arena, &locking->file, &err)) {
        return job_fail(&err);
    }
    struct value *list =
        value_put(&job->arena, job->result, "meetings", VALUE_LIST);
    list->item = locking->meetings->item;
    list->n_items = locking->meetings->n_items;
    if (job->as_json) {
        return EXIT_CODE_DONE;
    }
    if (!is_changed) {
        printf(locking->file.is_new ? "%s is not needed\n" : "%s is as it was\n",
               locking->file.path);
        return EXIT_CODE_DONE;
    }
    printf("written to %s%s%s%s; 'matchday solve %s -o OUT --previous %s' %s\n",
           locking->file.path, locking->file.is_new ? ", which " : "",
           locking->file.is_new ? locking->file.event_path : "",
           locking->file.is_new ? " names now" : "", locking->event_path,
           locking->schedule_path, what);
    return EXIT_CODE_DONE;
}

enum exit_code locking_command(
    int argc, char **argv,
    enum options_result (*parse)(int argc, char **argv,
                                 struct locking_options *options),
    enum exit_code (*run)(struct job *job, const struct locking_options *options))
{
    struct job job;
    struct locking_options options = {.json = false};
    job_init(&job, false);
    options.operand = arena_new(&job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&job, options_exit_code(parsed));
    }
    job.encodings.asked = options.encoding;
    job.as_json = options.json;
    return job_finish(&job, run(&job, &options));
}
