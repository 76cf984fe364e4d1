#include "scheduler/commands/command.h"

#include <stdio.h>

#include "io/output_purge.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"

struct purge_options {
    const char *folder;
    bool only_looks, takes_changed;
};

static enum options_result parse(int argc, char **argv,
                                 struct purge_options *options)
{
    const struct option_row row[] = {
        {"dry-run", 'n', OPTION_FLAG, NULL, "say what would go; remove nothing",
         &options->only_looks, 0, 0, false},
        {"changed", 0, OPTION_FLAG, NULL,
         "also files that somebody has changed since they were written",
         &options->takes_changed, 0, 0, false},
    };
    const struct usage usage = {
        .command = "purge",
        .example = "matchday purge out",
        .operands = "OUT",
        .about =
            "Removes every file that was written into a folder by -o, the schedule "
            "and the record\nof what was sent with them: the personal data in them "
            "is gone then. Files of others\nstay, and are named. Copies elsewhere, "
            "in mails, calendars and backups, are not reached.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, &options->folder);
}

enum { MOST_NAMED = 20 };

static void print_paths(FILE *out, const struct strings *paths)
{
    for (int k = 0; k < paths->n && k < MOST_NAMED; k++) {
        fputs("  ", out);
        text_print_line(paths->text[k], out);
        fputc('\n', out);
    }
    if (paths->n > MOST_NAMED) {
        fprintf(out, "  and %d more\n", paths->n - MOST_NAMED);
    }
}

static void print_result(const struct purge_options *options,
                         const struct purge *purge)
{
    const char *verb = purge->is_done ? "removed" : "would be removed";
    printf("%s: %d file%s %s\n", options->folder, purge->ours.n,
           text_s(purge->ours.n), verb);
    if (!purge->is_done) {
        print_paths(stdout, &purge->ours);
    }
    if (purge->beside) {
        printf("%s stays, as another run is building it; purge again behind it\n",
               purge->beside);
    }
    if (purge->others.n > 0) {
        printf("%d file%s stay%s, not written by matchday; look for personal data "
               "there yourself:\n",
               purge->others.n, text_s(purge->others.n),
               purge->others.n == 1 ? "s" : "");
        print_paths(stdout, &purge->others);
    }
}

static enum exit_code purge_folder(struct job *job,
                                   const struct purge_options *options)
{
    struct error err;
    struct purge purge = {.only_looks = options->only_looks,
                          .takes_changed = options->takes_changed};
    if (!output_purge(&job->arena, options->folder, &purge, &err)) {
        return job_fail(&err);
    }
    if (!purge.is_done && !options->only_looks) {
        fprintf(stderr,
                "matchday purge: %s: nothing is removed, as %d file%s changed "
                "since %s written; save what is needed, and say --changed:\n",
                options->folder, purge.changed.n,
                purge.changed.n == 1 ? " was" : "s were",
                purge.changed.n == 1 ? "it was" : "they were");
        print_paths(stderr, &purge.changed);
        return EXIT_CODE_IO;
    }
    print_result(options, &purge);
    return EXIT_CODE_DONE;
}

enum exit_code command_purge(int argc, char **argv)
{
    struct job job;
    struct purge_options options = {.folder = NULL};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, false);
    return job_finish(&job, purge_folder(&job, &options));
}
