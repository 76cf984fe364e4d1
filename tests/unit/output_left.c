/* What runs leave that are killed while they write into an output folder, and what the
 * next command makes of it. */

#include "io/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/file.h"
#include "io/output_mend.h"
#include "io/output_place.h"
#include "tests/support/check.h"
#include "tests/support/dead_process.h"
#include "tests/support/out_folder.h"
#include "tests/support/temp_folder.h"

/* A run that was killed before the exchange: it has never been. */
static void test_left_before(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
    const char *out = out_begin(&scratch, folder);
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(mkdir(beside, 01700) == 0);
    const char *left =
        arena_printf(&scratch, ".matchday-tmp-%ld-0", dead_process());
    int file = open(file_path(&scratch, beside, left), O_WRONLY | O_CREAT, 0600);
    CHECK(file >= 0 && close(file) == 0); /* before it had its mark */
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check_names(scratch, folder, OUT_SECOND_NAMES);
    CHECK(mkdir(beside, 01700) == 0);
    out_put_folder(scratch, folder, "out.new/b");
    out_put(scratch, beside, "b/z.csv", "half written");
    CHECK(chmod(file_path(&scratch, beside, "b"), 0500) == 0);
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    out_check_write(scratch, out, out_first);
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check_names(scratch, folder, OUT_SECOND_NAMES);
}

/* The next command removes it, whatever it is, also where it had to be the first. */
static void test_left_half_built(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
    const char *out = file_path(&scratch, folder, "out");
    const char *beside = file_path(&scratch, folder, "out.new");
    for (int k = 0; k < 2; k++) {
        CHECK(mkdir(beside, 01700) == 0);
        out_put(scratch, beside, "mail.eml", "Dear Ms Tanaka");
        CHECK(output_mark_write(scratch, beside, &mark, &err));
        int file = open(beside, O_RDONLY | O_DIRECTORY);
        CHECK(flock(file, LOCK_EX) == 0); /* while it is at work */
        output_mend(out);
        out_check(scratch, beside, "mail.eml", "Dear Ms Tanaka");
        const char *left = output_left_beside(&scratch, out);
        CHECK(left && strstr(left, "/out.new"));
        close(file);
        output_mend(out);
        CHECK(!output_left_beside(&scratch, out));
        out_check_names(scratch, folder, k == 0 ? "" : OUT_SECOND_NAMES);
        out_begin(&scratch, folder);
        out_check_write(scratch, out, out_second);
    }
}

/* Makes folder/out and folder/now, which is to take its place, with some of others in
 * both. */
struct behind {
    const char *old, *now;
    struct output_mark mark;
};

static struct behind begin_behind(struct arena *arena, const char *folder)
{
    struct behind behind = {.old = out_begin(arena, folder),
                            .now = file_path(arena, folder, "now")};
    out_check_write(*arena, behind.now, out_second);
    CHECK(unlink(file_path(arena, behind.now, "a/y.csv")) == 0);
    behind.mark = output_mark_make("out");
    return behind;
}

static void link_behind(struct arena *arena, struct behind *behind,
                        const char *path)
{
    const char *from = file_path(arena, behind->old, path);
    CHECK(link(from, file_path(arena, behind->now, path)) == 0);
    output_mark_add_linked(arena, &behind->mark, path, out_inode(from));
}

/* Leaves it all as a run does that is killed just behind the exchange. */
static void leave_behind(struct arena scratch, struct behind *behind)
{
    struct error err;
    struct stat status;
    CHECK(stat(behind->old, &status) == 0);
    behind->mark.dev = status.st_dev;
    behind->mark.ino = status.st_ino;
    CHECK(output_mark_write(scratch, behind->now, &behind->mark, &err));
    const char *beside = arena_printf(&scratch, "%s.new", behind->old);
    CHECK(rename(behind->old, beside) == 0 &&
          rename(behind->now, behind->old) == 0);
    CHECK(chmod(behind->old, 01750) == 0);
}

static void put_with_old_time(struct arena scratch, const char *folder,
                              const char *name, const char *text)
{
    const struct timespec long_ago[2] = {{.tv_sec = 1000000000},
                                         {.tv_sec = 1000000000}};
    out_put(scratch, folder, name, text);
    CHECK(utimensat(AT_FDCWD, file_path(&scratch, folder, name), long_ago, 0) == 0);
}

/* One that was killed behind it: the old folder goes, with what was put there late
 * saved. */
static void test_left_behind(struct arena scratch, const char *folder)
{
    const char *out = file_path(&scratch, folder, "out");
    struct behind behind = begin_behind(&scratch, folder);
    out_put(scratch, out, "notes.txt", "before");
    out_put(scratch, out, "both.txt", "before");
    link_behind(&scratch, &behind, "a/y.csv");
    link_behind(&scratch, &behind, "notes.txt");
    link_behind(&scratch, &behind, "both.txt");
    out_put(scratch, out, "notes.txt", "late");
    out_put(scratch, out, "both.txt", "late");
    out_put(scratch, out, "b/late.txt", "late");
    out_put(scratch, out, "c.csv", "mine at a new name of ours");
    put_with_old_time(scratch, out, "a/x.csv", "unpacked");
    put_with_old_time(scratch, out, "schedule.json", "moved there");
    leave_behind(scratch, &behind);
    out_put(scratch, out, "both.txt", "newer");
    output_mend(out);
    CHECK_INT(out_mode(scratch, folder, "out"), 0750);
    out_check_second(scratch, out);
    out_check(scratch, out, "notes.txt", "late");
    out_check(scratch, out, "both.txt", "newer");
    out_check(scratch, out, "both.edited.txt", "late");
    out_check(scratch, out, "b/late.txt", "late");
    out_check(scratch, out, "c.edited.csv", "mine at a new name of ours");
    out_check(scratch, out, "a/x.edited.csv", "unpacked");
    out_check(scratch, out, "schedule.edited.json", "moved there");
    out_check_names(
        scratch, folder,
        "out/\nout/.matchday-files\nout/a/\nout/a/x.csv\nout/a/x.edited.csv\n"
        "out/a/y.csv\nout/b/\nout/b/late.txt\nout/both.edited.txt\nout/both.txt\n"
        "out/c.csv\nout/c.edited.csv\nout/notes.txt\nout/schedule.edited.json\n"
        "out/schedule.json\n");
}

/* What people do in the new one before the old one goes is not undone. */
static void test_gone_on(struct arena scratch, const char *folder)
{
    const char *out = file_path(&scratch, folder, "out");
    struct behind behind = begin_behind(&scratch, folder);
    out_put(scratch, out, "notes.txt", "before");
    out_put(scratch, out, "mine.txt", "before");
    link_behind(&scratch, &behind, "a/y.csv");
    link_behind(&scratch, &behind, "notes.txt");
    link_behind(&scratch, &behind, "mine.txt");
    out_put(scratch, out, "taken.txt", "late");
    leave_behind(scratch, &behind);
    out_put(scratch, out, "notes.txt", "newer");
    out_put(scratch, out, "a/y.csv", "newer");
    out_put(scratch, out, "taken.txt", "newer");
    CHECK(unlink(file_path(&scratch, out, "mine.txt")) == 0);
    CHECK(unlink(file_path(&scratch, out, "c.csv")) == 0);
    output_mend(out);
    out_check(scratch, out, "notes.txt", "newer");
    out_check(scratch, out, "a/y.csv", "newer");
    out_check(scratch, out, "taken.txt", "newer");
    out_check(scratch, out, "taken.edited.txt", "late");
    out_check_names(scratch, folder,
                    "out/\nout/.matchday-files\nout/a/\nout/a/x.csv\nout/a/y.csv\n"
                    "out/notes.txt\nout/schedule.json\nout/taken.edited.txt\n"
                    "out/taken.txt\n");
}

/* The folder of that name is another one: it stays. */
static void test_left_mark(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
    const char *out = out_begin(&scratch, folder);
    out_check_write(scratch, out, out_second);
    out_put_folder(scratch, folder, "out.new");
    out_put(scratch, folder, "out.new/notes.txt", "mine");
    mark.dev = 1;
    mark.ino = 1;
    CHECK(output_mark_write(scratch, out, &mark, &err));
    output_mend(out);
    out_check_names(scratch, folder,
                    OUT_SECOND_NAMES "out.new/\nout.new/notes.txt\n");
}

/* Makes folder/out as a run leaves it that was killed while it moved its files: those
 * named wait, the others are in their places. */
static const char *leave_committing(struct arena *arena, const char *folder,
                                    const char *const *waiting)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
    const char *out = out_begin(arena, folder);
    const char *now = file_path(arena, folder, "now");
    const char *commit = file_path(arena, out, output_commit_name);
    out_check_write(*arena, now, out_second);
    CHECK(mkdir(commit, 01700) == 0);
    CHECK(mkdir(file_path(arena, commit, "a"), 0700) == 0);
    CHECK(output_mark_write(*arena, commit, &mark, &err));
    for (; *waiting; waiting++) {
        CHECK(rename(file_path(arena, now, *waiting),
                     file_path(arena, commit, *waiting)) == 0);
    }
    static const char *const all[] = {"a/x.csv", "c.csv", "schedule.json"};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        rename(file_path(arena, now, all[k]), file_path(arena, out, all[k]));
    }
    temp_folder_remove(now);
    return out;
}

static void test_left_committing(struct arena scratch, const char *folder)
{
    const char *const *const waiting[] = {
        SET("a/x.csv", "c.csv", "schedule.json", ".matchday-files"),
        SET("c.csv", "schedule.json", ".matchday-files"),
        SET("schedule.json", ".matchday-files"),
        SET(".matchday-files"),
    };
    for (size_t k = 0; k < sizeof waiting / sizeof *waiting; k++) {
        const char *part = arena_printf(&scratch, "%s/%zu", folder, k);
        CHECK(mkdir(part, 0700) == 0);
        const char *out = leave_committing(&scratch, part, waiting[k]);
        output_mend(out);
        out_check_second(scratch, out);
        out_check_names(scratch, part, OUT_SECOND_NAMES);
        output_mend(out);
        out_check_write(scratch, out, out_first);
    }
}

/* What people did before it was completed is kept. */
static void test_left_and_changed(struct arena scratch, const char *folder)
{
    const char *out = leave_committing(
        &scratch, folder,
        SET("a/x.csv", "c.csv", "schedule.json", ".matchday-files"));
    out_put(scratch, out, "a/x.csv", "edited");
    out_put(scratch, out, "b/z.csv", "edited");
    out_put(scratch, out, "c.csv", "mine");
    struct error err;
    CHECK(output_check(scratch, out, SET("c.csv"), 1, &err));
    out_check_second(scratch, out);
    out_check(scratch, out, "a/x.edited.csv", "edited");
    out_check(scratch, out, "c.edited.csv", "mine");
    out_check(scratch, out, "b/z.csv", "edited");
}

/* Files that were only made ready do not count. */
static void test_left_staged(struct arena scratch, const char *folder)
{
    const char *out = leave_committing(
        &scratch, folder,
        SET("a/x.csv", "c.csv", "schedule.json", ".matchday-files"));
    const char *stage = file_path(&scratch, out, output_stage_name);
    struct output_mark mark = output_mark_make(output_commit_name);
    struct error err;
    CHECK(rename(file_path(&scratch, out, output_commit_name), stage) == 0);
    CHECK(output_mark_write(scratch, stage, &mark, &err));
    output_mend(out);
    CHECK(mkdir(stage, 0700) == 0);
    CHECK(mkdir(file_path(&scratch, out, output_commit_name), 0700) == 0);
    output_mend(out);
    out_check(scratch, out, "a/x.csv", "1");
    out_check_names(scratch, out,
                    ".matchday-files\na/\na/x.csv\na/y.csv\nb/\nb/z.csv\n"
                    "schedule.json\n");
}

/* A journal leads nowhere else. */
static void test_hostile_commit(struct arena scratch, const char *folder)
{
    struct error err;
    const char *out = leave_committing(
        &scratch, folder,
        SET("a/x.csv", "c.csv", "schedule.json", ".matchday-files"));
    out_put_folder(scratch, folder, "other");
    const char *a = file_path(&scratch, out, "a");
    CHECK(rename(a, file_path(&scratch, out, "old")) == 0);
    CHECK(symlink("../other", a) == 0);
    CHECK(!out_write(scratch, out, out_second, &err));
    CHECK(strstr(err.text, "out/a: exists and is no folder"));
    out_check_names(scratch, file_path(&scratch, folder, "other"), "");
    CHECK(unlink(a) == 0);
    out_check_write(scratch, out, out_second);
    out_check(scratch, out, "a/x.csv", "2");
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_left_before,      test_left_half_built, test_left_behind,
        test_gone_on,          test_left_mark,       test_left_committing,
        test_left_and_changed, test_left_staged,     test_hostile_commit,
    };
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
