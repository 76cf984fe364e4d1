#include "scheduler/commands/command.h"

#include <stdio.h>

#include "io/value_build.h"
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
        .example = "matchday unlock day out m0003",
        .operands = "EVENT SCHEDULE MEETING...",
        .about =
            "Takes out of the event's table of locks what locks these meetings, so "
            "that a\nlater 'solve' may move them; rows of the kind 'forbid' stay. "
            "A "
            "MEETING is its id\nin the schedule, a request of it, or its "
            "participants by id or\nname: 'Grand Est,gifu'.",
        .n_operands = 3,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

/* Of a meeting that the event does not know any more. */
static void put_lost(struct locking *locking, const struct locking_options *options,
                     const char *name)
{
    struct arena *arena = &locking->job->arena;
    struct value *object = value_push(arena, locking->meetings, VALUE_OBJECT);
    value_put_text(arena, object, "meeting", name);
    value_put_text(arena, object, "state", "released");
    if (!options->json) {
        printf("%s  is in the event no more\n  released\n", name);
    }
}

static enum exit_code unlock(struct job *job, const struct locking_options *options)
{
    struct locking locking;
    int n = options->n_operands - 2, n_all = 0;
    int *m = arena_new(&job->arena, n, int); /* -1: a lost one, released */
    enum exit_code code = locking_begin(&locking, job, "unlock",
                                        options->operand[0], options->operand[1]);
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        int n_lost = locking_release_lost(&locking, options->operand[2 + k]);
        n_all += n_lost;
        m[k] = n_lost > 0 ? -1
                          : locking_find_meeting(&locking, options->operand[2 + k]);
        code = n_lost == 0 && m[k] < 0 ? EXIT_CODE_USAGE : code;
    }
    for (int k = 0; k < n && code == EXIT_CODE_DONE; k++) {
        if (m[k] < 0) {
            put_lost(&locking, options, options->operand[2 + k]);
            continue;
        }
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
