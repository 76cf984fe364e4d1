#include "scheduler/commands/command.h"

#include <stdio.h>

#include "io/file.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/summary.h"
#include "scheduler/plan.h"

struct model_options {
    const char *event, *out;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct model_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "FILE.lp", "file to write", &options->out, 0, 0,
         true},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "model",
        .example = "matchday model day -o day.lp",
        .operands = "EVENT",
        .about =
            "Writes the integer program of the level 'served' in CPLEX LP format, "
            "for any\nother solver: glpsol --lp FILE.lp, cbc FILE.lp, highs "
            "FILE.lp.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, &options->event);
}

/* What is written, and the memory for it. */
struct writing {
    struct arena scratch;
    const struct plan_input *input;
};

static bool write_model(const char *path, const void *of, struct error *err)
{
    const struct writing *writing = of;
    return plan_write_model(writing->scratch, writing->input, path, err);
}

static enum exit_code model(struct job *job, const struct model_options *options)
{
    static const enum level level[] = {LEVEL_SERVED};
    struct error err;
    enum exit_code code = job_read_event(job, options->event);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    struct plan_input input = {
        .event = &job->event,
        .elig = &job->elig,
        .level = level,
        .n_levels = 1,
    };
    struct arena names;
    arena_init(&names);
    const struct writing writing = {job->arena, &input};
    bool ok = file_write_by(names, options->out, write_model, &writing, &err);
    arena_finish(&names);
    if (!ok) {
        return job_fail(&err);
    }
    int n_possible = summary_count_possible(&job->elig);
    printf("%s: the program of %s, %d possible meeting%s in %d slot%s and %d "
           "room%s\n",
           options->out, job->event.id, n_possible, text_s(n_possible),
           job->event.n_slots, text_s(job->event.n_slots), job->event.n_rooms,
           text_s(job->event.n_rooms));
    return EXIT_CODE_DONE;
}

enum exit_code command_model(int argc, char **argv)
{
    struct job job;
    struct model_options options = {.out = NULL};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, false);
    job.encodings.asked = options.encoding;
    return job_finish(&job, model(&job, &options));
}
