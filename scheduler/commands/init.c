#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "io/book_template.h"
#include "io/file.h"
#include "io/folder.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/command.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/init_day.h"
#include "scheduler/commands/init_from.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"

struct init_options {
    const char **operand; /* where it goes, and the schedule of an earlier event */
    int n_operands;
    struct init_day_options day;   /* date NULL: for no date */
    struct init_from_options from; /* event NULL: from nothing */
    const char *encoding;          /* of that event's tables */
};

/* What is written. */
struct init_run {
    struct job job;
    const char *path;
    struct init_day *day;   /* or NULL */
    struct init_from *from; /* or NULL */
    struct book_known known;
};

static bool ends_with_nocase(const char *path, const char *ending)
{
    size_t len = strlen(path), n = strlen(ending);
    return len > n && text_equal_nocase(path + len - n, ending);
}

static bool is_book(const char *path)
{
    return ends_with_nocase(path, ".xlsx");
}

/* A folder that is called like a file of another program is not what was meant. */
static bool judge_name(const char *path)
{
    static const char *const others[] = {".xls", ".xlsm", ".xlsb",
                                         ".ods", ".csv",  ".json",
                                         ".tsv", ".txt",  ".numbers"};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
        if (ends_with_nocase(path, others[k])) {
            size_t len = strlen(path) - strlen(others[k]);
            fprintf(stderr,
                    "matchday init: '%s' ends with '%s', which is not written; "
                    "expected '%.*s.xlsx' for a workbook, or '%.*s' for a folder "
                    "of CSV files\n",
                    path, path + len, (int)len, path, (int)len, path);
            return false;
        }
    }
    return true;
}

static bool judge_options(struct init_options *options)
{
    struct init_from_options *from = &options->from;
    const char *wrong = NULL;
    from->schedule = options->n_operands > 1 ? options->operand[1] : NULL;
    if (options->n_operands > 2) {
        wrong = "too many operands; expected NAME.xlsx or DIR, and with --from one "
                "SCHEDULE";
    } else if (from->schedule && !from->event) {
        wrong = "a schedule is of an earlier event; expected --from EVENT with it";
    } else if (from->feedback.n > 0 && !from->schedule) {
        wrong = "--feedback is about the meetings of a schedule; expected that "
                "behind the name of the new event, and --from EVENT";
    }
    if (wrong) {
        fprintf(stderr, "matchday init: %s\n", wrong);
    }
    return !wrong && judge_name(options->operand[0]);
}

static enum options_result parse(int argc, char **argv,
                                 struct init_options *options)
{
    enum { MOST_SLOTS = 200, MOST_MINUTES = 600 };
    struct init_day_options *day = &options->day;
    struct init_from_options *from = &options->from;
    const struct option_row row[] = {
        {"from", 0, OPTION_TEXT, "EVENT",
         "keep people, rooms, interpreters and rules of this earlier event",
         &from->event, 0, 0, false},
        {"feedback", 0, OPTION_TEXTS, "CSV",
         "which meetings of SCHEDULE were held (all); may be given again",
         &from->feedback, 0, 0, false},
        {"date", 0, OPTION_TEXT, "DATE",
         "propose when to begin on that day, and write forms for it", &day->date, 0,
         0, false},
        {"zones", 0, OPTION_TEXT, "A,B",
         "whose clocks count (Europe/Brussels,Asia/Tokyo)", &day->zones, 0, 0,
         false},
        {"start", 0, OPTION_TEXT, "HH:MM",
         "begin then, on the first zone's clock, not when proposed", &day->start, 0,
         0, false},
        {"slots", 0, OPTION_NUMBER, "N", "how many slots there are (9)",
         &day->n_slots, 1, MOST_SLOTS, false},
        {"minutes", 0, OPTION_NUMBER, "N", "how long each is (20)", &day->minutes,
         1, MOST_MINUTES, false},
        {"changeover", 0, OPTION_NUMBER, "N", "minutes between two (5)",
         &day->changeover, 0, MOST_MINUTES, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "init",
        .example =
            "matchday init 2027.xlsx --from 2026.xlsx out/2026 --date 2027-05-18",
        .operands = "NAME.xlsx|DIR [SCHEDULE]",
        .about =
            "Writes an event to be filled in: a workbook with headings in English "
            "and Japanese,\nlists to choose from, examples and a page of help; or, "
            "for any other name, a\nfolder with the same tables as CSV files. With "
            "--date it proposes when to begin, so\nthat nobody's day is longer "
            "than "
            "it must be, warns of holidays and changes of the\nclocks, and writes "
            "texts for forms that ask people when they can. With --from it\nkeeps "
            "what holds still of an earlier event, and who has met, in SCHEDULE, "
            "too. Never\nwrites over anything.",
        .n_operands = 1,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result parsed =
        options_parse(&usage, argc, argv, options->operand);
    return parsed == OPTIONS_RUN && !judge_options(options) ? OPTIONS_WRONG
                                                            : parsed;
}

static bool refuse_existing(const char *path, struct error *err)
{
    struct stat status;
    if (lstat(path, &status) != 0) {
        return true;
    }
    error_set(err,
              "%s: is there already; expected another name, so that nothing is "
              "lost",
              path);
    err->code = EXIT_CODE_IO;
    return false;
}

static bool write_book(struct init_run *run, struct error *err)
{
    struct arena *arena = &run->job.arena;
    struct xlsx_out out;
    struct file_bytes bytes;
    book_template(arena, &run->known, &out);
    return xlsx_write(arena, &out, &bytes, err) &&
           file_write(*arena, run->path, bytes.bytes, bytes.len, err);
}

/* The folder that a file is to be in, as 'solve -o' makes one. */
static bool make_folder(struct arena *arena, const char *path, struct error *err)
{
    const char *slash = strrchr(path, '/');
    return !slash || slash == path ||
           folder_make(*arena, arena_strndup(arena, path, (size_t)(slash - path)),
                       err);
}

/* What a run wrote that did not come to its end is no obstacle to the next one. */
static bool refuse_other(struct arena scratch, const char *path,
                         const struct output_file *file, struct error *err)
{
    struct arena work;
    arena_init(&work);
    bool same = output_is_same(scratch, work, path, file, NULL);
    arena_finish(&work);
    return same || refuse_existing(path, err);
}

static bool write_beside(struct arena *arena, const char *path,
                         const struct output_file *file, struct error *err)
{
    return make_folder(arena, path, err) && refuse_other(*arena, path, file, err) &&
           file_write(*arena, path, file->content.bytes, file->content.len, err);
}

/* Beside the workbook, called after it: day.form.en.txt. */
static bool write_forms(struct init_run *run, struct error *err)
{
    struct arena *arena = &run->job.arena;
    const char *stem =
        arena_strndup(arena, run->path, strlen(run->path) - strlen(".xlsx"));
    for (int k = 0; run->day && k < run->day->forms.n_files; k++) {
        const struct output_file *form = &run->day->forms.file[k];
        if (!write_beside(arena, arena_printf(arena, "%s.%s", stem, form->path),
                          form, err)) {
            return false;
        }
    }
    return true;
}

/* Workbooks in one folder share the wording of their mails. */
static bool write_texts(struct init_run *run, struct error *err)
{
    struct arena *arena = &run->job.arena;
    struct stat status;
    const char *folder = folder_of(arena, run->path);
    for (int k = 0; run->from && k < run->from->texts.n_files; k++) {
        const struct output_file *text = &run->from->texts.file[k];
        const char *path = file_path(arena, folder, text->path);
        if (lstat(path, &status) != 0 && !write_beside(arena, path, text, err)) {
            return false;
        }
    }
    return true;
}

static void add_files(struct output *output, const struct output *from)
{
    for (int k = 0; k < from->n_files; k++) {
        const struct output_file *file = &from->file[k];
        output_add(output, file->path, file->content.bytes, file->content.len);
    }
}

static bool write_folder(struct init_run *run, struct error *err)
{
    struct output output;
    output_init(&output, &run->job.arena);
    book_template_tables(&run->job.arena, &run->known, &output);
    if (run->day) {
        add_files(&output, &run->day->forms);
    }
    if (run->from) {
        add_files(&output, &run->from->texts);
    }
    return deliver(&output, run->path, err);
}

static bool write_all(struct init_run *run, struct error *err)
{
    if (!is_book(run->path)) {
        return write_folder(run, err);
    }
    return make_folder(&run->job.arena, run->path, err) && write_forms(run, err) &&
           write_texts(run, err) && write_book(run, err);
}

static bool make_day(struct init_run *run, const struct init_options *options,
                     struct error *err)
{
    struct arena *arena = &run->job.arena;
    struct init_day_options asked = options->day;
    if (run->from && !init_from_complete(&run->job, &asked, err)) {
        return false;
    }
    asked.zones = asked.zones ? asked.zones : "Europe/Brussels,Asia/Tokyo";
    asked.n_slots = asked.n_slots > 0 ? asked.n_slots : 9;
    asked.minutes = asked.minutes > 0 ? asked.minutes : 20;
    asked.changeover = asked.changeover >= 0 ? asked.changeover : 5;
    if (!asked.date) {
        return true;
    }
    run->day = arena_new(arena, 1, struct init_day);
    if (!init_day_make(arena, &asked, run->day, err)) {
        return false;
    }
    init_day_fill(run->day, &run->known);
    return true;
}

static void print_all(struct init_run *run)
{
    if (run->from) {
        init_from_print(&run->job, run->from, run->path, run->day != NULL);
    }
    if (run->day) {
        init_day_print(&run->job.arena, run->day);
    }
    printf("%s: fill in %s, then 'matchday check %s'\n", run->path,
           is_book(run->path) ? "its sheets" : "its tables", run->path);
}

static enum exit_code init(struct init_run *run, const struct init_options *options)
{
    struct error err;
    run->path = options->operand[0];
    if (!refuse_existing(run->path, &err)) {
        return job_fail(&err);
    }
    if (options->from.event) {
        run->from = arena_new(&run->job.arena, 1, struct init_from);
        enum exit_code code = init_from_read(&run->job, &options->from, run->from);
        if (code != EXIT_CODE_DONE) {
            return code;
        }
        init_from_fill(&run->job, options->day.date, run->from, &run->known);
    }
    if (!make_day(run, options, &err) || !write_all(run, &err)) {
        return job_fail(&err);
    }
    print_all(run);
    return EXIT_CODE_DONE;
}

enum exit_code command_init(int argc, char **argv)
{
    struct init_run run = {.path = NULL};
    struct init_options options = {.day = {.changeover = -1}};
    job_init(&run.job, false);
    book_known_init(&run.known, &run.job.arena);
    options.operand = arena_new(&run.job.arena, argc, const char *);
    options.from.feedback.text = arena_new(&run.job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&run.job, options_exit_code(parsed));
    }
    run.job.encodings.asked = options.encoding;
    return job_finish(&run.job, init(&run, &options));
}
