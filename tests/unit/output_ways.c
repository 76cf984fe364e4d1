/* The two ways in which files get into an output folder, and what runs leave that are
 * killed on them. */

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
#include "tests/support/out_folder.h"
#include "tests/support/temp_folder.h"

static const char *const first[] = {"schedule.json=1", "a/x.csv=1", "a/y.csv=1",
                                    "b/z.csv=1", NULL};
static const char *const second[] = {"schedule.json=2", "a/x.csv=2", "a/y.csv=1",
                                     "c.csv=2", NULL};

static void check_second(struct arena scratch, const char *out)
{
    out_check(scratch, out, "schedule.json", "2");
    out_check(scratch, out, "a/x.csv", "2");
    out_check(scratch, out, "a/y.csv", "1");
    out_check(scratch, out, "c.csv", "2");
    out_check_listed(scratch, out, "a/x.csv\na/y.csv\nc.csv\nschedule.json\n");
}

#define SECOND_NAMES                                                               \
    "out/\nout/.matchday-files\nout/a/\nout/a/x.csv\nout/a/y.csv\nout/c.csv\n"     \
    "out/schedule.json\n"

static ino_t inode_of(const char *path)
{
    struct stat status;
    return CHECK(lstat(path, &status) == 0) ? status.st_ino : 0;
}

/* The first run into folder/out, which is a new path. */
static char *begin(struct arena *arena, const char *folder)
{
    struct error err;
    char *out = file_path(arena, folder, "out");
    CHECK(out_write(*arena, out, first, &err));
    return out;
}

static void check_write(struct arena scratch, const char *out,
                        const char *const *file)
{
    struct error err;
    if (!CHECK(out_write(scratch, out, file, &err))) {
        printf("  %s\n", err.text);
    }
}

/* True if this system and file system exchange folders. */
static bool exchanges(struct arena scratch, const char *folder)
{
    const char *out = begin(&scratch, folder);
    ino_t before = inode_of(out);
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
    return inode_of(out) != before;
}

/* All of others comes along, as it was. */
static void test_others(struct arena scratch, const char *folder)
{
    struct stat status;
    const char *out = begin(&scratch, folder);
    out_put(scratch, out, "b/notes.txt", "mine");
    out_put_folder(scratch, out, "empty");
    out_put_folder(scratch, out, "closed");
    out_put(scratch, out, "closed/plan.txt", "plan");
    CHECK(symlink("nowhere", file_path(&scratch, out, "link")) == 0);
    CHECK(mkfifo(file_path(&scratch, out, "pipe"), 0640) == 0);
    CHECK(chmod(file_path(&scratch, out, "closed"), 0550) == 0);
    CHECK(chmod(file_path(&scratch, out, "a"), 0751) == 0);
    CHECK(chmod(file_path(&scratch, out, "a/x.csv"), 0640) == 0);
    CHECK(chmod(out, 0755) == 0);
    ino_t notes = inode_of(file_path(&scratch, out, "b/notes.txt"));
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check(scratch, out, "b/notes.txt", "mine");
    out_check(scratch, out, "closed/plan.txt", "plan");
    CHECK(inode_of(file_path(&scratch, out, "b/notes.txt")) == notes);
    CHECK_INT(out_mode(scratch, folder, "out"), 0755);
    CHECK_INT(out_mode(scratch, out, "a"), 0751);
    CHECK_INT(out_mode(scratch, out, "a/x.csv"), 0640);
    CHECK_INT(out_mode(scratch, out, "closed"), 0550);
    CHECK_INT(out_mode(scratch, out, "pipe"), 0640);
    CHECK(lstat(file_path(&scratch, out, "link"), &status) == 0 &&
          S_ISLNK(status.st_mode));
    CHECK(lstat(file_path(&scratch, out, "b/notes.txt"), &status) == 0 &&
          status.st_nlink == 1);
    CHECK(chmod(file_path(&scratch, out, "closed"), 0700) == 0);
    out_check_names(scratch, folder,
                    "out/\nout/.matchday-files\nout/a/\nout/a/x.csv\nout/a/y.csv\n"
                    "out/b/\nout/b/notes.txt\nout/c.csv\nout/closed/\n"
                    "out/closed/plan.txt\nout/empty/\nout/link\nout/pipe\n"
                    "out/schedule.json\n");
}

static void test_names(struct arena scratch, const char *folder)
{
    struct stat status;
    const char *out = begin(&scratch, folder);
    const char *link = file_path(&scratch, folder, "link");
    CHECK(symlink("out", link) == 0);
    check_write(scratch, arena_printf(&scratch, "%s//", link), second);
    CHECK(lstat(link, &status) == 0 && S_ISLNK(status.st_mode));
    check_second(scratch, out);
    check_write(scratch, arena_printf(&scratch, "%s/a/..", out), first);
    check_write(scratch, arena_printf(&scratch, "%s/.", out), second);
    check_second(scratch, out);
    const char *deep = file_path(&scratch, folder, "deep/er/.");
    check_write(scratch, deep, second);
    check_second(scratch, deep);
    out_check_names(
        scratch, file_path(&scratch, folder, "deep/er"),
        ".matchday-files\na/\na/x.csv\na/y.csv\nc.csv\nschedule.json\n");
}

/* A folder in which somebody stands stays the same one. */
static void test_present_folder(struct arena scratch, const char *folder)
{
    const char *out = begin(&scratch, folder);
    ino_t before = inode_of(out);
    CHECK(chdir(out) == 0);
    check_write(scratch, ".", second);
    CHECK(inode_of(out) == before);
    check_second(scratch, out);
    check_write(scratch, "", first);
    check_write(scratch, "../out", second);
    CHECK(inode_of(out) == before);
    CHECK(chdir("a") == 0);
    check_write(scratch, "..", first);
    check_write(scratch, "..", second);
    CHECK(inode_of(out) == before);
    CHECK(chdir("/") == 0);
    out_check_names(scratch, folder, SECOND_NAMES);
    out_put(scratch, out, "a/x.csv", "edited");
    CHECK(chdir(out) == 0);
    check_write(scratch, ".", first);
    CHECK(chdir("/") == 0);
    out_check(scratch, out, "a/x.edited.csv", "edited");
}

/* Nor is it replaced where it has much of others: it is a home, or a desk. */
static void test_many_others(struct arena scratch, const char *folder)
{
    const char *out = begin(&scratch, folder);
    ino_t before = inode_of(out);
    for (int k = 0; k < 1001; k++) {
        const char *name = arena_printf(&scratch, "mine-%d", k);
        CHECK(symlink("x", file_path(&scratch, out, name)) == 0);
    }
    check_write(scratch, out, second);
    check_second(scratch, out);
    CHECK(inode_of(out) == before);
}

/* What is called like ours and is not is left alone. */
static void test_new_of_others(struct arena scratch, const char *folder)
{
    const char *out = begin(&scratch, folder);
    out_put_folder(scratch, folder, "out.new");
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES "out.new/\n");
    CHECK(rmdir(file_path(&scratch, folder, "out.new")) == 0);
    out_put(scratch, folder, "out.new", "mine");
    check_write(scratch, out, first);
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check(scratch, folder, "out.new", "mine");
    out_put_folder(scratch, folder, "next.new");
    out_put(scratch, folder, "next.new/notes.txt", "mine");
    const char *next = file_path(&scratch, folder, "next");
    check_write(scratch, next, second);
    check_second(scratch, next);
    out_check(scratch, folder, "next.new/notes.txt", "mine");
}

static bool write_now(struct arena scratch, const char *out, struct error *err)
{
    struct output output;
    output_init(&output, &scratch);
    output.wait_s = 0;
    output_add(&output, "c.csv", "2", 1);
    return output_write(&output, out, err);
}

static void test_busy(struct arena scratch, const char *folder)
{
    struct error err = {0};
    const char *out = begin(&scratch, folder);
    int file = open(out, O_RDONLY | O_DIRECTORY);
    CHECK(flock(file, LOCK_EX) == 0);
    CHECK(!write_now(scratch, out, &err));
    CHECK_INT(err.code, EXIT_CODE_IO);
    CHECK(strstr(err.text, "/out: another run of matchday is writing there; wait "
                           "for its end and try again"));
    out_check(scratch, out, "schedule.json", "1");
    /* The second waits until the first is done. */
    fflush(stdout);
    pid_t other = fork();
    if (other == 0) {
        close(file);
        _exit(!out_write(scratch, out, second, &err));
    }
    usleep(100 * 1000);
    out_check(scratch, out, "schedule.json", "1");
    close(file);
    int status = 1;
    CHECK(waitpid(other, &status, 0) == other && status == 0);
    check_second(scratch, out);
}

/* A run that is building where nothing is yet. */
static void test_busy_beside(struct arena scratch, const char *folder)
{
    struct error err = {0};
    struct output_mark mark = output_mark_make();
    const char *out = file_path(&scratch, folder, "out");
    const char *beside = file_path(&scratch, folder, "out.new");
    out_put_folder(scratch, folder, "out.new");
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    int file = open(beside, O_RDONLY | O_DIRECTORY);
    CHECK(flock(file, LOCK_EX) == 0);
    CHECK(!write_now(scratch, out, &err));
    const char *expected = arena_printf(
        &scratch, "/out: another run of matchday (process %ld) is writing there",
        (long)getpid());
    CHECK(strstr(err.text, expected));
    close(file);
    CHECK(write_now(scratch, out, &err));
    out_check_names(scratch, folder, "out/\nout/.matchday-files\nout/c.csv\n");
}

static long dead_process(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    waitpid(child, NULL, 0);
    return (long)child;
}

/* A run that was killed before the exchange: it has never been. */
static void test_left_before(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make();
    const char *out = begin(&scratch, folder);
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(mkdir(beside, 01700) == 0);
    const char *left =
        arena_printf(&scratch, ".matchday-new-%ld-0", dead_process());
    int file = open(file_path(&scratch, beside, left), O_WRONLY | O_CREAT, 0600);
    CHECK(file >= 0 && close(file) == 0); /* before it had its mark */
    output_mend(out);
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
    out_put_folder(scratch, folder, "out.new");
    out_put_folder(scratch, folder, "out.new/b");
    out_put(scratch, beside, "b/z.csv", "half written");
    CHECK(chmod(file_path(&scratch, beside, "b"), 0500) == 0);
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    check_write(scratch, out, first);
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
    out_put_folder(scratch, folder, "out.new");
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    output_mend(out);
    out_check_names(scratch, folder, SECOND_NAMES);
}

/* One that was killed behind it: the old folder goes, with what was put there late
 * saved. */
static void test_left_behind(struct arena scratch, const char *folder)
{
    struct error err;
    struct stat status;
    const char *old = begin(&scratch, folder), *out = old;
    struct output_mark mark = output_mark_make();
    const char *now = file_path(&scratch, folder, "now");
    check_write(scratch, now, second);
    out_put(scratch, old, "notes.txt", "mine");
    out_put(scratch, now, "notes.txt", "mine, older");
    out_put(scratch, old, "b/late.txt", "late");
    out_put(scratch, old, "c.csv", "mine at a new name of ours");
    CHECK(link(file_path(&scratch, old, "a/y.csv"),
               file_path(&scratch, now, "kept.csv")) == 0);
    CHECK(stat(old, &status) == 0);
    mark.dev = status.st_dev;
    mark.ino = status.st_ino;
    CHECK(output_mark_write(scratch, now, &mark, &err));
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(rename(old, beside) == 0 && rename(now, out) == 0);
    output_mend(out);
    check_second(scratch, out);
    out_check(scratch, out, "notes.txt", "mine");
    out_check(scratch, out, "b/late.txt", "late");
    out_check(scratch, out, "c.edited.csv", "mine at a new name of ours");
    CHECK(unlink(file_path(&scratch, out, "c.edited.csv")) == 0);
    CHECK(unlink(file_path(&scratch, out, "kept.csv")) == 0);
    CHECK(unlink(file_path(&scratch, out, "notes.txt")) == 0);
    CHECK(unlink(file_path(&scratch, out, "b/late.txt")) == 0);
    CHECK(rmdir(file_path(&scratch, out, "b")) == 0);
    out_check_names(scratch, folder, SECOND_NAMES);
}

/* The folder of that name is another one: it stays. */
static void test_left_mark(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make();
    const char *out = begin(&scratch, folder);
    check_write(scratch, out, second);
    out_put_folder(scratch, folder, "out.new");
    out_put(scratch, folder, "out.new/notes.txt", "mine");
    mark.dev = 1;
    mark.ino = 1;
    CHECK(output_mark_write(scratch, out, &mark, &err));
    output_mend(out);
    out_check_names(scratch, folder, SECOND_NAMES "out.new/\nout.new/notes.txt\n");
}

/* Makes folder/out as a run leaves it that was killed while it moved its files: those
 * named wait, the others are in their places. */
static const char *leave_committing(struct arena *arena, const char *folder,
                                    const char *const *waiting)
{
    struct error err;
    struct output_mark mark = output_mark_make();
    const char *out = begin(arena, folder);
    const char *now = file_path(arena, folder, "now");
    const char *commit = file_path(arena, out, output_commit_name);
    check_write(*arena, now, second);
    CHECK(mkdir(commit, 0700) == 0);
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
        check_second(scratch, out);
        out_check_names(scratch, part, SECOND_NAMES);
        output_mend(out);
        check_write(scratch, out, first);
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
    check_second(scratch, out);
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
    CHECK(rename(file_path(&scratch, out, output_commit_name),
                 file_path(&scratch, out, output_stage_name)) == 0);
    output_mend(out);
    CHECK(mkdir(file_path(&scratch, out, output_commit_name), 0700) == 0);
    CHECK(mkdir(file_path(&scratch, out, output_stage_name), 0700) == 0);
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
    CHECK(!out_write(scratch, out, second, &err));
    CHECK(strstr(err.text, "out/a: exists and is no folder"));
    out_check_names(scratch, file_path(&scratch, folder, "other"), "");
    CHECK(unlink(a) == 0);
    check_write(scratch, out, second);
    out_check(scratch, out, "a/x.csv", "2");
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_others,      test_names,           test_present_folder,
        test_many_others, test_new_of_others,   test_busy,
        test_busy_beside, test_left_before,     test_left_behind,
        test_left_mark,   test_left_committing, test_left_and_changed,
        test_left_staged, test_hostile_commit,
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        char *folder = temp_folder_make(&arena);
        test[i](arena, folder);
        temp_folder_remove(folder);
    }
    char *folder = temp_folder_make(&arena);
    printf("folders are %s\n",
           exchanges(arena, folder) ? "exchanged" : "filled file by file");
    temp_folder_remove(folder);
    arena_finish(&arena);
    return check_report();
}
