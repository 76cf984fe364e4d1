#include <stdio.h>
#include <sys/stat.h>

#include "io/book_template.h"
#include "io/file.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/command.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"

static enum options_result parse(int argc, char **argv, const char **path)
{
    const struct usage usage = {
        .command = "init",
        .example = "matchday init day.xlsx",
        .operands = "NAME.xlsx|DIR",
        .about =
            "Writes an event to be filled in: a workbook with headings in English "
            "and Japanese,\nlists to choose from, examples and a page of help; or, "
            "for any other name, a\nfolder with the same tables as CSV files. "
            "Never "
            "writes over anything.",
        .n_operands = 1,
    };
    return options_parse(&usage, argc, argv, path);
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

static bool write_book(struct arena *arena, const char *path, struct error *err)
{
    struct xlsx_out out;
    struct file_bytes bytes;
    book_template(arena, &out);
    return xlsx_write(arena, &out, &bytes, err) &&
           file_write(*arena, path, bytes.bytes, bytes.len, err);
}

static bool write_folder(struct arena *arena, const char *path, struct error *err)
{
    struct output output;
    output_init(&output, arena);
    book_template_tables(arena, &output);
    return output_write(*arena, &output, path, err);
}

enum exit_code command_init(int argc, char **argv)
{
    struct arena arena;
    struct error err;
    const char *path;
    enum options_result parsed = parse(argc, argv, &path);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    arena_init(&arena);
    bool is_book = text_ends_with(path, ".xlsx");
    bool ok =
        refuse_existing(path, &err) && (is_book ? write_book(&arena, path, &err)
                                                : write_folder(&arena, path, &err));
    if (ok) {
        printf("%s: fill in %s, then 'matchday check %s'\n", path,
               is_book ? "its sheets" : "its tables", path);
    }
    arena_finish(&arena);
    return ok ? EXIT_CODE_DONE : job_fail(&err);
}
