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
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"

struct init_options {
    const char *path;
    struct init_day_options day; /* date NULL: for no date */
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

static enum options_result parse(int argc, char **argv,
                                 struct init_options *options)
{
    enum { MOST_SLOTS = 200, MOST_MINUTES = 600 };
    struct init_day_options *day = &options->day;
    const struct option_row row[] = {
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
    };
    const struct usage usage = {
        .command = "init",
        .example = "matchday init day.xlsx --date 2027-05-18",
        .operands = "NAME.xlsx|DIR",
        .about =
            "Writes an event to be filled in: a workbook with headings in English "
            "and Japanese,\nlists to choose from, examples and a page of help; or, "
            "for any other name, a\nfolder with the same tables as CSV files. With "
            "--date it proposes when to begin, so\nthat nobody's day is longer "
            "than "
            "it must be, warns of holidays and changes of the\nclocks, and writes "
            "texts for forms that ask people when they can. Never writes over\n"
            "anything.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result parsed = options_parse(&usage, argc, argv, &options->path);
    return parsed == OPTIONS_RUN && !judge_name(options->path) ? OPTIONS_WRONG
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

static bool write_book(struct arena *arena, const char *path,
                       const struct template_day *day, struct error *err)
{
    struct xlsx_out out;
    struct file_bytes bytes;
    book_template(arena, day, &out);
    return xlsx_write(arena, &out, &bytes, err) &&
           file_write(*arena, path, bytes.bytes, bytes.len, err);
}

/* Beside the workbook, called after it: day.form.en.txt. */
static bool write_forms(struct arena *arena, const char *path,
                        const struct init_day *day, struct error *err)
{
    const char *stem = arena_strndup(arena, path, strlen(path) - strlen(".xlsx"));
    for (int k = 0; k < day->forms.n_files; k++) {
        const struct output_file *form = &day->forms.file[k];
        const char *name = arena_printf(arena, "%s.%s", stem, form->path);
        if (!refuse_existing(name, err) ||
            !file_write(*arena, name, form->content.bytes, form->content.len,
                        err)) {
            return false;
        }
    }
    return true;
}

static bool write_folder(struct arena *arena, const char *path,
                         struct init_day *day, struct error *err)
{
    struct output output;
    output_init(&output, arena);
    book_template_tables(arena, day ? &day->known : NULL, &output);
    for (int k = 0; day && k < day->forms.n_files; k++) {
        const struct output_file *form = &day->forms.file[k];
        output_add(&output, form->path, form->content.bytes, form->content.len);
    }
    return deliver(&output, path, err);
}

/* The folder that the workbook is to be in, as 'solve -o' makes one. */
static bool make_folder(struct arena *arena, const char *path, struct error *err)
{
    const char *slash = strrchr(path, '/');
    return !slash || slash == path ||
           folder_make(*arena, arena_strndup(arena, path, (size_t)(slash - path)),
                       err);
}

static bool write_all(struct arena *arena, const char *path, struct init_day *day,
                      struct error *err)
{
    if (!refuse_existing(path, err)) {
        return false;
    }
    if (!is_book(path)) {
        return write_folder(arena, path, day, err);
    }
    return make_folder(arena, path, err) &&
           (!day || write_forms(arena, path, day, err)) &&
           write_book(arena, path, day ? &day->known : NULL, err);
}

enum exit_code command_init(int argc, char **argv)
{
    struct arena arena;
    struct error err;
    struct init_day day;
    struct init_options options = {
        .day = {.zones = "Europe/Brussels,Asia/Tokyo",
                .n_slots = 9,
                .minutes = 20,
                .changeover = 5},
    };
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    arena_init(&arena);
    const char *path = options.path;
    bool for_day = options.day.date != NULL;
    bool ok = (!for_day || init_day_make(&arena, &options.day, &day, &err)) &&
              write_all(&arena, path, for_day ? &day : NULL, &err);
    if (ok) {
        if (for_day) {
            init_day_print(&arena, &day);
        }
        printf("%s: fill in %s, then 'matchday check %s'\n", path,
               is_book(path) ? "its sheets" : "its tables", path);
    }
    arena_finish(&arena);
    return ok ? EXIT_CODE_DONE : job_fail(&err);
}
