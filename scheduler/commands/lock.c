#include "scheduler/commands/command.h"

#include <stdio.h>

#include "scheduler/commands/locking.h"

static enum options_result parse(int argc, char **argv,
                                 struct locking_options *options)
{
    const struct option_row row[] = {
        {"slot-only", 0, OPTION_FLAG, NULL, "the room may still change",
         &options->slot_only, 0, 0, false},
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "lock",
        .example = "matchday lock day out m0003 m0007",
        .operands = "EVENT SCHEDULE MEETING...",
        .about =
            "Locks meetings to the slot and room that they have in the schedule, "
            "in "
            "the\nevent's table of locks, so that every later 'solve' keeps them "
            "there. A MEETING\nis its id in the schedule, a request of it, or its "
            "participants\nby id or name: 'Grand Est,gifu'.",
        .n_operands = 3,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

/* A meeting that is nowhere cannot stay there. */
static enum exit_code require_place(struct locking *locking, int m)
{
    const struct schedule_meeting *entry = locking_entry(locking, m);
    const char *path = job_schedule_path(locking->job, locking->schedule_path);
    if (!entry) {
        findings_add(&locking->job->findings, SEVERITY_ERROR,
                     (struct place){.file = path},
                     "%s is not scheduled; expected a meeting that is; 'matchday "
                     "move' puts one into a slot",
                     locking_meeting_text(locking, m));
        return EXIT_CODE_BAD_INPUT;
    }
    if (entry->s < 0 || entry->r < 0) {
        findings_add(
            &locking->job->findings, SEVERITY_ERROR,
            (struct place){.file = path, .field = entry->id},
            entry->s < 0
                ? "is in slot '%s', which the event does not have any "
                  "more; expected a slot and room of the event; solve again"
                : "is in room '%s', which the event does not have any "
                  "more; expected a slot and room of the event; solve again",
            entry->s < 0 ? entry->slot_id : entry->room_id);
        return EXIT_CODE_BAD_INPUT;
    }
    return EXIT_CODE_DONE;
}

static enum exit_code lock_one(struct locking *locking,
                               const struct locking_options *options, int m,
                               bool *is_changed)
{
    if (locking_has_begun(locking, m)) {
        locking_put_begun(locking, m);
        return EXIT_CODE_DONE;
    }
    enum exit_code code = require_place(locking, m);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    const struct schedule_meeting *entry = locking_entry(locking, m);
    int r = options->slot_only ? -1 : entry->r;
    bool is_new = locking_lock(locking, m, entry->s, r);
    *is_changed |= is_new;
    locking_put(locking, m, is_new ? "locked" : "unchanged", entry->s, r);
    return EXIT_CODE_DONE;
}

/* Each as it will be printed, when all can be. */
static void print_one(const struct locking *locking,
                      const struct locking_options *options, int m)
{
    if (locking_has_begun(locking, m)) {
        locking_print_begun(locking, m);
        return;
    }
    const struct schedule_meeting *entry = locking_entry(locking, m);
    printf(
        "%s\n  locked  %s\n", locking_meeting_text(locking, m),
        locking_place_text(locking, entry->s, options->slot_only ? -1 : entry->r));
}

static enum exit_code judge_one(struct locking *locking, int m)
{
    struct relocation_verdict verdict;
    if (locking_has_begun(locking, m)) {
        return EXIT_CODE_DONE;
    }
    const struct schedule_meeting *entry = locking_entry(locking, m);
    return locking_judge_place(locking, m, entry->s, entry->r, false, &verdict);
}

static enum exit_code lock(struct job *job, const struct locking_options *options)
{
    struct locking locking;
    int n = options->n_operands - 2;
    int *m = arena_new(&job->arena, n, int);
    bool is_changed = false;
    enum exit_code code = locking_begin(&locking, job, "lock", options->operand[0],
                                        options->operand[1]);
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        m[k] = locking_find_meeting(&locking, options->operand[2 + k]);
        code = m[k] < 0 ? EXIT_CODE_USAGE
                        : lock_one(&locking, options, m[k], &is_changed);
    }
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        code = judge_one(&locking, m[k]);
    }
    if (code == EXIT_CODE_DONE) {
        code = locking_judge_locks(&locking);
    }
    for (int k = 0; k < n && code == EXIT_CODE_DONE && !options->json; k++) {
        print_one(&locking, options, m[k]);
    }
    return code == EXIT_CODE_DONE
               ? locking_write(&locking, is_changed,
                               n == 1 ? "keeps it there" : "keeps them there")
               : code;
}

enum exit_code command_lock(int argc, char **argv)
{
    return locking_command(argc, argv, parse, lock);
}
