/* The two ways in which files get into an output folder, also of several runs at once. */

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

/* True if this system and file system exchange folders. */
static bool exchanges(struct arena scratch, const char *folder)
{
    const char *out = out_begin(&scratch, folder);
    ino_t before = out_inode(out);
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check_names(scratch, folder, OUT_SECOND_NAMES);
    return out_inode(out) != before;
}

/* All of others comes along, as it was. */
static void test_others(struct arena scratch, const char *folder)
{
    struct stat status;
    const char *out = out_begin(&scratch, folder);
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
    ino_t notes = out_inode(file_path(&scratch, out, "b/notes.txt"));
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check(scratch, out, "b/notes.txt", "mine");
    out_check(scratch, out, "closed/plan.txt", "plan");
    CHECK(out_inode(file_path(&scratch, out, "b/notes.txt")) == notes);
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
    const char *out = out_begin(&scratch, folder);
    const char *link = file_path(&scratch, folder, "link");
    CHECK(symlink("out", link) == 0);
    out_check_write(scratch, arena_printf(&scratch, "%s//", link), out_second);
    CHECK(lstat(link, &status) == 0 && S_ISLNK(status.st_mode));
    out_check_second(scratch, out);
    out_check_write(scratch, arena_printf(&scratch, "%s/a/..", out), out_first);
    out_check_write(scratch, arena_printf(&scratch, "%s/.", out), out_second);
    out_check_second(scratch, out);
    const char *deep = file_path(&scratch, folder, "deep/er/.");
    out_check_write(scratch, deep, out_second);
    out_check_second(scratch, deep);
    out_check_names(
        scratch, file_path(&scratch, folder, "deep/er"),
        ".matchday-files\na/\na/x.csv\na/y.csv\nc.csv\nschedule.json\n");
}

/* A folder in which somebody stands stays the same one. */
static void test_present_folder(struct arena scratch, const char *folder)
{
    const char *out = out_begin(&scratch, folder);
    ino_t before = out_inode(out);
    CHECK(chdir(out) == 0);
    out_check_write(scratch, ".", out_second);
    CHECK(out_inode(out) == before);
    out_check_second(scratch, out);
    out_check_write(scratch, "", out_first);
    out_check_write(scratch, "../out", out_second);
    CHECK(out_inode(out) == before);
    CHECK(chdir("a") == 0);
    out_check_write(scratch, "..", out_first);
    out_check_write(scratch, "..", out_second);
    CHECK(out_inode(out) == before);
    CHECK(chdir("/") == 0);
    out_check_names(scratch, folder, OUT_SECOND_NAMES);
    out_put(scratch, out, "a/x.csv", "edited");
    CHECK(chdir(out) == 0);
    out_check_write(scratch, ".", out_first);
    CHECK(chdir("/") == 0);
    out_check(scratch, out, "a/x.edited.csv", "edited");
}

/* Nor is it replaced where it has much of others: it is a home, or a desk. */
static void test_many_others(struct arena scratch, const char *folder)
{
    const char *out = out_begin(&scratch, folder);
    ino_t before = out_inode(out);
    for (int k = 0; k < 1001; k++) {
        const char *name = arena_printf(&scratch, "mine-%d", k);
        CHECK(symlink("x", file_path(&scratch, out, name)) == 0);
    }
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    CHECK(out_inode(out) == before);
}

/* What is called like ours and is not is left alone. */
static void test_new_of_others(struct arena scratch, const char *folder)
{
    const char *out = out_begin(&scratch, folder);
    out_put_folder(scratch, folder, "out.new");
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check_names(scratch, folder, OUT_SECOND_NAMES "out.new/\n");
    CHECK(rmdir(file_path(&scratch, folder, "out.new")) == 0);
    out_put(scratch, folder, "out.new", "mine");
    out_check_write(scratch, out, out_first);
    out_check_write(scratch, out, out_second);
    out_check_second(scratch, out);
    out_check(scratch, folder, "out.new", "mine");
    out_put_folder(scratch, folder, "next.new");
    out_put(scratch, folder, "next.new/notes.txt", "mine");
    const char *next = file_path(&scratch, folder, "next");
    out_check_write(scratch, next, out_second);
    out_check_second(scratch, next);
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
    const char *out = out_begin(&scratch, folder);
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
        _exit(!out_write(scratch, out, out_second, &err));
    }
    usleep(100 * 1000);
    out_check(scratch, out, "schedule.json", "1");
    close(file);
    int status = 1;
    CHECK(waitpid(other, &status, 0) == other && status == 0);
    out_check_second(scratch, out);
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
        out_check_write(scratch, beside, out_first);
        mark.dev = mark.ino = 1;
        CHECK(output_mark_write(scratch, beside, &mark, &err));
        const char *out = out_begin(&scratch, part);
        out_check_write(scratch, out, out_second);
        out_check_second(scratch, out);
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
        _exit(!out_write(scratch, out, out_second, &err));
    }
    usleep(100 * 1000);
    const char *made = file_path(&scratch, folder, "made");
    out_check_write(scratch, made, out_first);
    CHECK(rename(made, out) == 0); /* it is in its place, and the other one waits */
    CHECK(unlink(file_path(&scratch, beside, output_mark_name)) == 0);
    CHECK(rmdir(beside) == 0);
    close(file);
    int status = 1;
    CHECK(waitpid(other, &status, 0) == other && status == 0);
    out_check_second(scratch, out);
    out_check_names(scratch, folder, OUT_SECOND_NAMES);
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
        out_check_second(scratch, out);
        out_check_names(scratch, folder, OUT_SECOND_NAMES);
        temp_folder_remove(out);
    }
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_others,      test_names,           test_present_folder,
        test_many_others, test_new_of_others,   test_busy,
        test_busy_beside, test_new_of_finished, test_two_first,
        test_many_first,
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
