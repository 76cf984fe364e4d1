/* What somebody has written into files of ours is not lost. */

#include "io/output.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/out_folder.h"
#include "tests/support/temp_folder.h"

/* One run, and what it tells of changed files, "path->kept" each. */
static void check_run(struct arena scratch, const char *folder,
                      const char *const *file, const char *expected)
{
    struct output output;
    struct error err;
    struct buf told;
    out_wait();
    out_gather(&output, &scratch, file);
    if (!CHECK(output_write(&output, folder, &err))) {
        printf("  %s\n", err.text);
        return;
    }
    buf_init(&told, &scratch);
    buf_add_text(&told, "");
    for (int k = 0; k < output.n_changed; k++) {
        const struct output_changed *changed = &output.changed[k];
        buf_printf(&told, "%s->%s\n", changed->path,
                   changed->kept ? changed->kept : "");
    }
    CHECK_TEXT(told.data, expected);
}

static void test_replaced(struct arena scratch, const char *folder)
{
    const char *const *first =
        SET("a.csv=1", "b.csv=1", "c/d=1", "schedule.json=1");
    const char *const *second =
        SET("a.csv=2", "b.csv=2", "c/d=2", "schedule.json=2");
    check_run(scratch, folder, first, "");
    out_put(scratch, folder, "a.csv", "notes");
    out_put(scratch, folder, "c/d", "more notes");
    out_put(scratch, folder, "schedule.json", "published");
    check_run(scratch, folder, second, "a.csv->a.edited.csv\nc/d->c/d.edited\n");
    out_check(scratch, folder, "a.csv", "2");
    out_check(scratch, folder, "a.edited.csv", "notes");
    out_check(scratch, folder, "c/d.edited", "more notes");
    out_check_listed(scratch, folder, "a.csv\nb.csv\nc/d\nschedule.json\n");
    out_put(scratch, folder, "a.csv", "notes again");
    check_run(scratch, folder, first, "a.csv->a.edited-2.csv\n");
    out_check(scratch, folder, "a.edited-2.csv", "notes again");
    out_check(scratch, folder, "a.edited.csv", "notes");
    check_run(scratch, folder, second, "");
    out_check_names(scratch, folder,
                    ".matchday-files\na.csv\na.edited-2.csv\na.edited.csv\nb.csv\n"
                    "c/\nc/d\nc/d.edited\nschedule.json\n");
}

/* The same bytes as the new ones are nobody's loss. */
static void test_same(struct arena scratch, const char *folder)
{
    check_run(scratch, folder, SET("a.csv=1"), "");
    out_put(scratch, folder, "a.csv", "2");
    check_run(scratch, folder, SET("a.csv=2"), "");
    out_check_listed(scratch, folder, "a.csv\n");
    check_run(scratch, folder, SET("a.csv=3"), "");
}

/* What a run does not write again stays, and is not ours any more. */
static void test_left(struct arena scratch, const char *folder)
{
    struct error err = {0};
    check_run(scratch, folder, SET("a.csv=1", "z/b.csv=1", "z/c.csv=1"), "");
    out_put(scratch, folder, "z/b.csv", "answers");
    check_run(scratch, folder, SET("a.csv=1"), "z/b.csv->\n");
    out_check_names(scratch, folder, ".matchday-files\na.csv\nz/\nz/b.csv\n");
    out_check_listed(scratch, folder, "a.csv\n");
    check_run(scratch, folder, SET("a.csv=2"), "");
    CHECK(!out_write(scratch, folder, SET("z/b.csv=2"), &err));
    CHECK(strstr(err.text, "z/b.csv: exists, and is not from an earlier run"));
    out_check(scratch, folder, "z/b.csv", "answers");
}

/* A list of an older version knows no digests: all in it is ours. */
static void test_old_list(struct arena scratch, const char *folder)
{
    out_put(scratch, folder, ".matchday-files", "a.csv\nb.csv\nc.csv\n");
    out_put(scratch, folder, "a.csv", "old");
    out_put(scratch, folder, "b.csv", "same");
    out_put(scratch, folder, "c.csv", "old");
    check_run(scratch, folder, SET("a.csv=new", "b.csv=same"), "");
    out_check_names(scratch, folder, ".matchday-files\na.csv\nb.csv\n");
    out_check_listed(scratch, folder, "a.csv\nb.csv\n");
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_replaced, test_same, test_left, test_old_list};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        char *folder = temp_folder_make(&arena);
        test[i](arena, folder);
        temp_folder_remove(folder);
    }
    arena_finish(&arena);
    return check_report();
}
