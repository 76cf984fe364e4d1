/* The event with other means, case by case: what more rooms, interpreters or slots
 * would give, and what another start of the day costs whom. */

#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "scheduler/base/crew.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/objective_option.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/stop.h"
#include "scheduler/commands/whatif_range.h"
#include "scheduler/commands/whatif_report.h"
#include "scheduler/plan_whatif.h"

enum { MOST_CASES = 2000 };

struct whatif_options {
    const char *event;
    const char *range[N_VARIATIONS];
    const char *objective;
    int64_t seed, threads;
    bool csv, json;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct whatif_options *options)
{
    const struct option_row row[] = {
        {"rooms", 'r', OPTION_TEXT, "RANGE", "numbers of rooms, like 4..20",
         &options->range[VARY_ROOMS], 0, 0, false},
        {"interpreters", 'i', OPTION_TEXT, "RANGE", "numbers of interpreters",
         &options->range[VARY_INTERPRETERS], 0, 0, false},
        {"start", 0, OPTION_TEXT, "RANGE",
         "when days begin, like 07:30..10:00 or 08:00,09:30",
         &options->range[VARY_START], 0, 0, false},
        {"slots", 0, OPTION_TEXT, "RANGE", "slots of each session",
         &options->range[VARY_SLOTS], 0, 0, false},
        {"minutes", 0, OPTION_TEXT, "RANGE",
         "minutes of each meeting, like 15,20,30", &options->range[VARY_MINUTES], 0,
         0, false},
        {"objective", 0, OPTION_TEXT, "LEVELS",
         "levels in their order (the event's, without gaps and room changes)",
         &options->objective, 0, 0, false},
        {"seed", 's', OPTION_NUMBER, "N", "another course of the search (1)",
         &options->seed, 0, INT64_C(9007199254740991), false},
        {"threads", 'j', OPTION_NUMBER, "N",
         "threads; the result is the same (all cores)", &options->threads, 1, 256,
         false},
        {"csv", 0, OPTION_FLAG, NULL, "print the table as CSV", &options->csv, 0, 0,
         false},
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "whatif",
        .example = "matchday whatif day --rooms 4..20 --interpreters 0..8",
        .operands = "EVENT",
        .about =
            "Solves the event with other numbers of rooms, interpreters or slots, "
            "and other\nhours, all combined, and says where more adds nothing. A "
            "RANGE is 4..20, 4..20/4\n(in steps), 4,8,12 or several of these. Of "
            "rooms and interpreters those stay that\nsuit most; further ones are "
            "like them.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result parsed = options_parse(&usage, argc, argv, &options->event);
    bool any = false;
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        any |= options->range[kind] != NULL;
    }
    if (parsed == OPTIONS_RUN && !any) {
        fputs("matchday whatif: nothing is to vary; expected --rooms, "
              "--interpreters, --start, --slots or --minutes\n",
              stderr);
        return OPTIONS_WRONG;
    }
    if (parsed == OPTIONS_RUN && options->csv && options->json) {
        fputs("matchday whatif: expected --csv or --json, not both\n", stderr);
        return OPTIONS_WRONG;
    }
    return parsed;
}

struct whatif_run {
    struct job *job;
    struct plan_whatif plan;
    int n_cases; /* without the event as it is, if that is none of them */
    bool shows_progress;
};

static bool should_stop(void *context)
{
    (void)context;
    return stop_was_asked();
}

static void report(void *context, int n_done)
{
    const struct whatif_run *run = context;
    if (run->shows_progress) {
        fprintf(stderr, "\r%d of %d cases", n_done, run->plan.n);
        fflush(stderr);
    }
}

/* The event as it is, for comparison, unless it is among the cases. */
static void add_present(struct plan_whatif *plan)
{
    for (int c = 0; c < plan->n; c++) {
        if (whatif_is_present(plan->event, &plan->item[c].variation)) {
            return;
        }
    }
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        bool varies = plan->item[0].variation.number[kind] != VARY_NOT;
        plan->item[plan->n].variation.number[kind] =
            varies ? variation_present(plan->event, (enum variation_kind)kind)
                   : VARY_NOT;
    }
    plan->n++;
}

/* All combinations, the last kind in front: rooms change from row to row. */
static bool combine(struct arena *arena, const struct whatif_range *range,
                    struct plan_whatif *plan, int *n_cases)
{
    int64_t n = 1;
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        n *= range[kind].n > 0 ? range[kind].n : 1;
        if (n > MOST_CASES) {
            fprintf(
                stderr,
                "matchday whatif: these are more than %d cases; expected shorter "
                "ranges, or wider steps like 4..20/4\n",
                MOST_CASES);
            return false;
        }
    }
    plan->n = (int)n;
    *n_cases = plan->n;
    plan->item = arena_new(arena, n + 1, struct plan_whatif_case);
    for (int c = 0; c < plan->n; c++) {
        int rest = c;
        for (int kind = 0; kind < N_VARIATIONS; kind++) {
            int n_numbers = range[kind].n > 0 ? range[kind].n : 1;
            plan->item[c].variation.number[kind] =
                range[kind].n > 0 ? range[kind].number[rest % n_numbers] : VARY_NOT;
            rest /= n_numbers;
        }
    }
    add_present(plan);
    return true;
}

static enum exit_code prepare(struct whatif_run *run,
                              const struct whatif_options *options,
                              const struct whatif_range *range)
{
    struct job *job = run->job;
    enum level wanted[N_LEVELS], *level;
    int n_wanted;
    if (!objective_option(options->objective, wanted, &n_wanted)) {
        return EXIT_CODE_USAGE;
    }
    enum exit_code code = job_read_event(job, options->event);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    /* The event's warnings are for 'check'. */
    findings_init(&job->findings, &job->arena);
    if (options->range[VARY_INTERPRETERS] && !job->event.has_interpreters) {
        fputs("matchday whatif: --interpreters: this event has no list of "
              "interpreters, so that nobody needs one; expected one in the event\n",
              stderr);
        return EXIT_CODE_USAGE;
    }
    int n_levels = n_wanted > 0
                       ? plan_objective(&job->arena, &job->event, wanted, n_wanted,
                                        false, &level)
                       : plan_whatif_levels(&job->arena, &job->event, &level);
    run->plan = (struct plan_whatif){
        .event = &job->event,
        .elig = &job->elig,
        .level = level,
        .n_levels = n_levels,
        .seed = (uint64_t)options->seed,
        .threads = (int)options->threads,
        .should_stop = should_stop,
        .report = report,
        .context = run,
    };
    return combine(&job->arena, range, &run->plan, &run->n_cases) ? EXIT_CODE_DONE
                                                                  : EXIT_CODE_USAGE;
}

static enum exit_code whatif(struct job *job, const struct whatif_options *options)
{
    struct whatif_range range[N_VARIATIONS];
    struct whatif_run run = {
        .job = job,
        .shows_progress = !options->json && isatty(STDERR_FILENO) == 1,
    };
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        if (!whatif_range_read(&job->arena, (enum variation_kind)kind,
                               options->range[kind], &range[kind])) {
            return EXIT_CODE_USAGE;
        }
    }
    enum exit_code code = prepare(&run, options, range);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    plan_whatif_solve(&job->arena, &run.plan);
    if (run.shows_progress) {
        fputs("\r\033[K", stderr);
    }
    const struct whatif_report told = {
        .plan = &run.plan,
        .range = range,
        .n_cases = run.n_cases,
    };
    if (options->json) {
        whatif_report_put(job, &told);
    } else if (options->csv) {
        whatif_report_csv(&job->arena, &told);
    } else {
        whatif_report_print(&job->arena, &told);
    }
    return stop_was_asked() ? EXIT_CODE_INTERRUPTED : EXIT_CODE_DONE;
}

enum exit_code command_whatif(int argc, char **argv)
{
    struct job job;
    struct whatif_options options = {.seed = 1, .threads = crew_cores()};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    stop_on_signals();
    job_init(&job, options.json);
    job.encodings.asked = options.encoding;
    return job_finish(&job, whatif(&job, &options));
}
