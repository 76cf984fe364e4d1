#ifndef MATCHDAY_COMMANDS_LOCKING_H
#define MATCHDAY_COMMANDS_LOCKING_H

#include <stdbool.h>

#include "io/locks_file.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/model/relocation.h"

/* What `lock`, `unlock` and `move` share: the event's table of locks is changed only
 * when everything that was asked for has been judged. */

struct locking {
    struct job *job;
    const char *command;
    const char *event_path, *schedule_path; /* as people gave them */
    struct schedule schedule;
    struct locks_file file;
    struct event event;     /* with the locks as they would be */
    struct value *meetings; /* of the result as JSON */
};

/* Reads everything; the schedule is bound to the event. `unlock` reads an event whose
 * locks cannot hold, so that it can take them out. */
enum exit_code locking_begin(struct locking *locking, struct job *job,
                             const char *command, const char *event_path,
                             const char *schedule_path);

/* The meeting that is meant by its id in the schedule, its uid, a request of it, or
 * its participants, "gifu,vitagora"; or -1, which was told. */
int locking_find_meeting(const struct locking *locking, const char *name);

/* Its place in a list of the schedule, by id or uid, or -1. */
int locking_find_listed(const struct schedule_meeting *list, int n,
                        const char *name);

/* The slot that is meant by its id or the time at which it begins, "16:50",
 * "2026-05-19 16:50", on the zone's clock; or -1, which was told. */
int locking_find_slot(const struct locking *locking, const struct zone *zone,
                      const char *name);
int locking_find_room(const struct locking *locking, const char *name);

/* Its place in the schedule, or NULL. */
const struct schedule_meeting *locking_entry(const struct locking *locking, int m);

/* Whether it had begun when the schedule was made: then it stays, and no lock changes
 * that. Such a meeting is neither locked nor judged, but put into the result and
 * printed. */
bool locking_has_begun(const struct locking *locking, int m);
void locking_put_begun(struct locking *locking, int m);
void locking_print_begun(const struct locking *locking, int m);

/* Locks the meeting to slot s and room r (or -1) instead of whatever it is locked to
 * now. Returns false if that is what it is locked to. */
bool locking_lock(struct locking *locking, int m, int s, int r);

/* Takes out all that locks the meeting; returns how many rows that were. */
int locking_release(struct locking *locking, int m);

/* The same of a meeting that is in the event no more, which is meant by its id in the
 * schedule, its uid, its request or its participants as the rows have them; 0 if no
 * row is about one of that name. */
int locking_release_lost(struct locking *locking, const char *name);

/* The room that the meeting is locked to now, or -1. */
int locking_locked_room(const struct locking *locking, int m);

/* Judges the locks as they would be, each by itself; errors are findings. */
enum exit_code locking_judge_locks(struct locking *locking);

/* Judges the meeting at its place while all others stay where they are. What speaks
 * against it and who would have to give way are findings: errors, or notes if others
 * may have to give way. */
enum exit_code locking_judge_place(struct locking *locking, int m, int s, int r,
                                   bool others_give_way,
                                   struct relocation_verdict *verdict);

/* Writes the table, if it is changed, and tells where, and what the next solve does. */
enum exit_code locking_write(struct locking *locking, bool is_changed,
                             const char *what);

/* "m0003  Gifu Prefecture, Vitagora"; with commas between the bodies' names. */
const char *locking_meeting_text(const struct locking *locking, int m);

/* "Tue 19 May 10:15 Brussels, 17:15 Tokyo, Room 1"; r may be -1. */
const char *locking_place_text(const struct locking *locking, int s, int r);

/* Adds what became of a meeting to the result for programs: "locked", "unchanged",
 * "released", "begun". s and r may be -1. */
void locking_put(struct locking *locking, int m, const char *state, int s, int r);

/* What lock, unlock and move have in common on the command line. */
struct locking_options {
    const char **operand; /* event, schedule, meeting and what follows */
    int n_operands;
    const char *time_zone; /* of move */
    bool slot_only, make_way, json;
    const char *encoding; /* of tables */
};

/* Such a command from start to end: parse() reads the line, run() does it. */
enum exit_code locking_command(
    int argc, char **argv,
    enum options_result (*parse)(int argc, char **argv,
                                 struct locking_options *options),
    enum exit_code (*run)(struct job *job, const struct locking_options *options));

#endif
