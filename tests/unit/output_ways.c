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

/* One that stays in the folder goes the other way. */
static bool write_second(struct arena scratch, const char *out, bool stays,
                         struct error *err)
{
    struct output output;
    output_init(&output, &scratch);
    output.stays = stays;
    output_add(&output, "schedule.json", "2", 1);
    output_add(&output, "a/x.csv", "2", 1);
    output_add(&output, "a/y.csv", "1", 1);
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
    struct output_mark mark = output_mark_make("out");
    const char *out = file_path(&scratch, folder, "out");
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(mkdir(beside, 01700) == 0);
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
    struct output_mark mark = output_mark_make("out");
    const char *out = begin(&scratch, folder);
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(mkdir(beside, 01700) == 0);
    const char *left =
        arena_printf(&scratch, ".matchday-tmp-%ld-0", dead_process());
    int file = open(file_path(&scratch, beside, left), O_WRONLY | O_CREAT, 0600);
    CHECK(file >= 0 && close(file) == 0); /* before it had its mark */
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
    CHECK(mkdir(beside, 01700) == 0);
    out_put_folder(scratch, folder, "out.new/b");
    out_put(scratch, beside, "b/z.csv", "half written");
    CHECK(chmod(file_path(&scratch, beside, "b"), 0500) == 0);
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    check_write(scratch, out, first);
    check_write(scratch, out, second);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
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
        out_check_names(scratch, folder, k == 0 ? "" : SECOND_NAMES);
        begin(&scratch, folder);
        check_write(scratch, out, second);
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
    struct behind behind = {.old = begin(arena, folder),
                            .now = file_path(arena, folder, "now")};
    check_write(*arena, behind.now, second);
    CHECK(unlink(file_path(arena, behind.now, "a/y.csv")) == 0);
    behind.mark = output_mark_make("out");
    return behind;
}

static void link_behind(struct arena *arena, struct behind *behind,
                        const char *path)
{
    const char *from = file_path(arena, behind->old, path);
    CHECK(link(from, file_path(arena, behind->now, path)) == 0);
    output_mark_add_linked(arena, &behind->mark, path, inode_of(from));
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
    check_second(scratch, out);
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

/* A finished folder is nobody's to be emptied, whatever it is called and whatever mark a
 * run has left in it. */
static void test_new_of_finished(struct arena scratch, const char *folder)
{
    static const char *const name[] = {"out", "out.new"};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        struct error err;
        const char *part = arena_printf(&scratch, "%s/%zu", folder, k);
        const char *beside = file_path(&scratch, part, "out.new");
        struct output_mark mark = output_mark_make(name[k]);
        CHECK(mkdir(part, 0700) == 0);
        check_write(scratch, beside, first);
        mark.dev = mark.ino = 1;
        CHECK(output_mark_write(scratch, beside, &mark, &err));
        const char *out = begin(&scratch, part);
        check_write(scratch, out, second);
        check_second(scratch, out);
        output_mend(out);
        out_check(scratch, beside, "b/z.csv", "1");
        out_check(scratch, beside, "schedule.json", "1");
        CHECK(!output_left_beside(&scratch, out));
    }
}

/* A run that waits for the first one goes on from what that has made. */
static void test_two_first(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
    const char *out = file_path(&scratch, folder, "out");
    const char *beside = file_path(&scratch, folder, "out.new");
    CHECK(mkdir(beside, 01700) == 0);
    CHECK(output_mark_write(scratch, beside, &mark, &err));
    int file = open(beside, O_RDONLY | O_DIRECTORY);
    CHECK(flock(file, LOCK_EX) == 0);
    fflush(stdout);
    pid_t other = fork();
    if (other == 0) {
        close(file);
        _exit(!out_write(scratch, out, second, &err));
    }
    usleep(100 * 1000);
    const char *made = file_path(&scratch, folder, "made");
    check_write(scratch, made, first);
    CHECK(rename(made, out) == 0); /* it is in its place, and the other one waits */
    CHECK(unlink(file_path(&scratch, beside, output_mark_name)) == 0);
    CHECK(rmdir(beside) == 0);
    close(file);
    int status = 1;
    CHECK(waitpid(other, &status, 0) == other && status == 0);
    check_second(scratch, out);
    out_check_names(scratch, folder, SECOND_NAMES);
}

/* Many at once where nothing is yet, beside one that mends all the time: the last one
 * counts, whole. */
static void test_many_first(struct arena scratch, const char *folder)
{
    enum { N_RUNS = 4, N_ROUNDS = 8 };
    const char *out = file_path(&scratch, folder, "out");
    for (int round = 0; round < N_ROUNDS; round++) {
        pid_t run[N_RUNS];
        fflush(stdout);
        for (int k = 0; k < N_RUNS; k++) {
            struct error err;
            run[k] = fork();
            if (run[k] == 0) {
                _exit(!write_second(scratch, out, k % 2 == 0, &err));
            }
        }
        for (int k = 0; k < 200; k++) {
            output_mend(out);
            usleep(200);
        }
        for (int k = 0; k < N_RUNS; k++) {
            int status = 1;
            CHECK(waitpid(run[k], &status, 0) == run[k] && status == 0);
        }
        check_second(scratch, out);
        out_check_names(scratch, folder, SECOND_NAMES);
        temp_folder_remove(out);
    }
}

/* The folder of that name is another one: it stays. */
static void test_left_mark(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_mark mark = output_mark_make("out");
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
    struct output_mark mark = output_mark_make("out");
    const char *out = begin(arena, folder);
    const char *now = file_path(arena, folder, "now");
    const char *commit = file_path(arena, out, output_commit_name);
    check_write(*arena, now, second);
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
    const char *stage = file_path(&scratch, out, output_stage_name);
    struct output_mark mark = output_mark_make(output_commit_name);
    struct error err;
    CHECK(rename(file_path(&scratch, out, output_commit_name), stage) == 0);
    CHECK(output_mark_write(scratch, stage, &mark, &err));
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
        test_others,           test_names,
        test_present_folder,   test_many_others,
        test_new_of_others,    test_busy,
        test_busy_beside,      test_left_before,
        test_left_half_built,  test_left_behind,
        test_gone_on,          test_new_of_finished,
        test_two_first,        test_many_first,
        test_left_mark,        test_left_committing,
        test_left_and_changed, test_left_staged,
        test_hostile_commit,
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
