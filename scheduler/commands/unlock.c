#include "scheduler/commands/command.h"

#include <stdio.h>

#include "scheduler/base/text.h"
#include "scheduler/commands/locking.h"

static enum options_result parse(int argc, char **argv,
                                 struct locking_options *options)
{
    const struct option_row row[] = {
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "unlock",
        .operands = "EVENT SCHEDULE MEETING...",
        .about =
            "Takes out of the event's table of locks what locks these meetings, so "
            "that a\nlater 'solve' may move them; rows of the kind 'forbid' stay. "
            "A "
            "MEETING is its id\nin the schedule, a request of it, or its "
            "participants: gifu,vitagora.",
        .n_operands = 3,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static enum exit_code unlock(struct job *job, const struct locking_options *options)
{
    struct locking locking;
    int n = options->n_operands - 2, n_all = 0;
    int *m = arena_new(&job->arena, n, int);
    enum exit_code code = locking_begin(&locking, job, "unlock",
                                        options->operand[0], options->operand[1]);
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        m[k] = locking_find_meeting(&locking, options->operand[2 + k]);
        code = m[k] < 0 ? EXIT_CODE_USAGE : code;
    }
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        int n_rows = locking_release(&locking, m[k]);
        n_all += n_rows;
        locking_put(&locking, m[k], n_rows > 0 ? "released" : "unchanged", -1, -1);
        if (!options->json) {
            printf("%s\n  %s\n", locking_meeting_text(&locking, m[k]),
                   n_rows > 0 ? "released" : "was not locked");
        }
    }
    return code == EXIT_CODE_DONE
               ? locking_write(&locking, n_all > 0,
                               n == 1 ? "may move it" : "may move them")
               : code;
}

enum exit_code command_unlock(int argc, char **argv)
{
    return locking_command(argc, argv, parse, unlock);
}
