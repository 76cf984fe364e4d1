#include "scheduler/commands/command.h"

#include <stdio.h>

#include "scheduler/commands/locking.h"

static enum options_result parse(int argc, char **argv,
                                 struct locking_options *options)
{
    const struct option_row row[] = {
        {"time-zone", 'z', OPTION_TEXT, "ZONE",
         "the clock of a SLOT given as a time (the event's)", &options->time_zone,
         0, 0, false},
        {"make-way", 0, OPTION_FLAG, NULL, "also where others have to give way",
         &options->make_way, 0, 0, false},
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "move",
        .example = "matchday move day out gifu,vitagora 10:15",
        .operands = "EVENT SCHEDULE MEETING SLOT [ROOM]",
        .about =
            "Locks a meeting to another slot, in the event's table of locks, so "
            "that "
            "the next\n'solve --previous' moves it there and leaves the others "
            "where "
            "they are. Refused,\nwith the reason, where a rule or another meeting "
            "stands against it. A MEETING is\nits id in the schedule, a request of "
            "it (also one that was not served), or its\nparticipants by "
            "id or name: 'Grand Est,gifu'. A SLOT is its id, or\nwhen it begins: "
            "16:50, or '2026-05-19 16:50'.",
        .n_operands = 4,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result parsed =
        options_parse(&usage, argc, argv, options->operand);
    if (parsed == OPTIONS_RUN && options->n_operands > 5) {
        fprintf(stderr, "matchday move: too many names; expected %s\n",
                usage.operands);
        return OPTIONS_WRONG;
    }
    return parsed;
}

/* What was asked for. */
struct target {
    int m, s, r; /* r -1: any room */
};

static enum exit_code find_target(const struct locking *locking,
                                  const struct locking_options *options,
                                  struct target *target)
{
    struct error err;
    struct arena *arena = &locking->job->arena;
    const struct zone *zone = locking->event.zone;
    if (options->time_zone) {
        zone = zone_read(arena, options->time_zone, &err);
        if (!zone) {
            fprintf(stderr, "matchday move: %s\n", err.text);
            return EXIT_CODE_USAGE;
        }
    }
    target->m = locking_find_meeting(locking, options->operand[2]);
    if (target->m < 0) {
        return EXIT_CODE_USAGE;
    }
    target->s = locking_find_slot(locking, zone, options->operand[3]);
    target->r = options->n_operands > 4
                    ? locking_find_room(locking, options->operand[4])
                    : locking_locked_room(locking, target->m);
    return target->s < 0 || (options->n_operands > 4 && target->r < 0)
               ? EXIT_CODE_USAGE
               : EXIT_CODE_DONE;
}

static bool is_there(const struct schedule_meeting *entry,
                     const struct target *target)
{
    return entry && entry->s == target->s &&
           (target->r < 0 || entry->r == target->r);
}

static void print_move(const struct locking *locking, const struct target *target,
                       int r)
{
    const struct schedule_meeting *entry = locking_entry(locking, target->m);
    printf("%s\n", locking_meeting_text(locking, target->m));
    if (entry && entry->s >= 0) {
        printf("  was     %s\n", locking_place_text(locking, entry->s, entry->r));
    } else {
        printf("  was     not scheduled\n");
    }
    printf("  locked  %s%s\n", locking_place_text(locking, target->s, r),
           target->r < 0 ? ", or another room" : "");
}

/* A room that nobody named now. */
static void tell_locked_room(const struct locking *locking,
                             const struct locking_options *options,
                             const struct target *target)
{
    struct job *job = locking->job;
    if (options->n_operands == 4 && target->r >= 0) {
        findings_add(
            &job->findings, SEVERITY_NOTE,
            (struct place){.file = job_schedule_path(job, locking->schedule_path)},
            "%s is locked to room '%s' already; name another ROOM to change that",
            locking_meeting_text(locking, target->m),
            locking->event.room[target->r].id);
    }
}

/* What has begun stays, which is as well if that is what is asked for. */
static enum exit_code move_begun(struct locking *locking,
                                 const struct locking_options *options,
                                 const struct target *target)
{
    struct job *job = locking->job;
    const struct schedule_meeting *entry = locking_entry(locking, target->m);
    bool stays = entry->s == target->s &&
                 (options->n_operands == 4 || entry->r == target->r);
    if (!stays) {
        findings_add(
            &job->findings, SEVERITY_ERROR,
            (struct place){.file = job_schedule_path(job, locking->schedule_path),
                           .field = entry->id},
            "had begun when this schedule was made, and stays as it is; expected "
            "a meeting that is to come; 'matchday solve --previous' with an "
            "earlier --freeze-before plans it anew");
        return EXIT_CODE_BAD_INPUT;
    }
    locking_put_begun(locking, target->m);
    if (!options->json) {
        locking_print_begun(locking, target->m);
    }
    return locking_write(locking, false, "");
}

static enum exit_code move(struct job *job, const struct locking_options *options)
{
    struct locking locking;
    struct target target;
    struct relocation_verdict verdict;
    enum exit_code code = locking_begin(&locking, job, "move", options->operand[0],
                                        options->operand[1]);
    if (code == EXIT_CODE_DONE) {
        code = find_target(&locking, options, &target);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (locking_has_begun(&locking, target.m)) {
        return move_begun(&locking, options, &target);
    }
    bool is_new = locking_lock(&locking, target.m, target.s, target.r);
    code = locking_judge_place(&locking, target.m, target.s, target.r,
                               options->make_way, &verdict);
    if (code != EXIT_CODE_DONE) {
        tell_locked_room(&locking, options, &target);
    }
    if (code == EXIT_CODE_DONE) {
        code = locking_judge_locks(&locking);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    locking_put(&locking, target.m, is_new ? "locked" : "unchanged", target.s,
                target.r);
    if (!options->json) {
        print_move(&locking, &target, verdict.r);
    }
    const struct schedule_meeting *entry = locking_entry(&locking, target.m);
    return locking_write(&locking, is_new,
                         is_there(entry, &target) ? "keeps it there"
                         : entry                  ? "moves it"
                                                  : "schedules it");
}

enum exit_code command_move(int argc, char **argv)
{
    return locking_command(argc, argv, parse, move);
}
