#include "io/output.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "tests/support/check.h"
#include "tests/support/out_folder.h"
#include "tests/support/temp_folder.h"

static void check_refused(struct arena scratch, const char *folder,
                          const char *const *file, const char *expected)
{
    struct error err = {0};
    CHECK(!out_write(scratch, folder, file, &err));
    CHECK_INT(err.code, EXIT_CODE_IO);
    size_t len = strlen(folder);
    if (CHECK(strncmp(err.text, folder, len) == 0)) {
        CHECK_TEXT(err.text + len, expected);
    }
}

static void test_first_run(struct arena scratch, const char *folder)
{
    struct error err;
    const char *out = file_path(&scratch, folder, "x/y/");
    CHECK(out_write(scratch, out,
                    SET("schedule.json={}", "b.csv=2", "agendas/i/z.ics=3",
                        "agendas/gifu.ics=4", "a.csv="),
                    &err));
    out_check_names(scratch, folder,
                    "x/\nx/y/\nx/y/.matchday-files\nx/y/a.csv\nx/y/agendas/\n"
                    "x/y/agendas/gifu.ics\nx/y/agendas/i/\nx/y/agendas/i/z.ics\n"
                    "x/y/b.csv\nx/y/schedule.json\n");
    out_check_listed(
        scratch, out,
        "a.csv\nagendas/gifu.ics\nagendas/i/z.ics\nb.csv\nschedule.json\n");
    out_check(scratch, out, "schedule.json", "{}");
    out_check(scratch, out, "agendas/i/z.ics", "3");
    out_check(scratch, out, "a.csv", "");
    CHECK_INT(out_mode(scratch, folder, "x"), 0700);
    CHECK_INT(out_mode(scratch, out, "agendas/i"), 0700);
    CHECK_INT(out_mode(scratch, out, "agendas/i/z.ics"), 0600);
    CHECK_INT(out_mode(scratch, out, ".matchday-files"), 0600);
}

/* What a file is made from, and how often. */
struct made {
    const char *text;
    int *n_made;
};

static void make(struct sink *sink, struct arena scratch, const void *of)
{
    const struct made *made = of;
    const char *twice = arena_printf(&scratch, "%s%s", made->text, made->text);
    (*made->n_made)++;
    buf_add_text(&sink->buf, twice);
}

static bool write_made(struct arena scratch, const char *folder, const char *text,
                       int *n_made, struct error *err)
{
    struct output output;
    const struct made made[] = {{"same", n_made}, {text, n_made}};
    output_init(&output, &scratch);
    output_add_made(&output, "a.ics", make, &made[0]);
    output_add_made(&output, "b.ics", make, &made[1]);
    return output_write(&output, folder, err);
}

/* Files that are made when they are written are like others: one that is there with
 * the same bytes is left, one of others is not touched. */
static void test_made(struct arena scratch, const char *folder)
{
    struct error err;
    int n_made = 0;
    const char *out = file_path(&scratch, folder, "made");
    CHECK(write_made(scratch, out, "x", &n_made, &err));
    CHECK_INT(n_made, 2);
    out_check(scratch, out, "a.ics", "samesame");
    out_check(scratch, out, "b.ics", "xx");
    CHECK(write_made(scratch, out, "x", &n_made, &err));
    CHECK(write_made(scratch, out, "longer", &n_made, &err));
    out_check(scratch, out, "a.ics", "samesame");
    out_check(scratch, out, "b.ics", "longerlonger");
    out_check_names(scratch, out, ".matchday-files\na.ics\nb.ics\n");
    const char *other = file_path(&scratch, folder, "other");
    out_put_folder(scratch, folder, "other");
    out_put(scratch, other, "b.ics", "mine");
    CHECK(!write_made(scratch, other, "x", &n_made, &err));
    CHECK(strstr(err.text, "other/b.ics: exists, and is not from an earlier run"));
    out_put(scratch, other, "b.ics", "xx");
    CHECK(write_made(scratch, other, "x", &n_made, &err));
}

static void test_second_run(struct arena scratch, const char *folder)
{
    struct error err;
    CHECK(out_write(scratch, folder,
                    SET("schedule.json=1", "invites/gifu/m1.ics=1",
                        "invites/gifu/m2.ics=2", "invites/paca/m1.ics=3",
                        "zoom/am-01.csv=4", "changes.csv=5"),
                    &err));
    out_put(scratch, folder, "zoom/mine.txt", "of an organiser");
    out_put(scratch, folder, "notes.txt", "of an organiser");
    CHECK(out_write(scratch, folder,
                    SET("schedule.json=2", "invites/gifu/m2.ics=changed"), &err));
    out_check_names(
        scratch, folder,
        ".matchday-files\ninvites/\ninvites/gifu/\ninvites/gifu/m2.ics\n"
        "notes.txt\nschedule.json\nzoom/\nzoom/mine.txt\n");
    out_check_listed(scratch, folder, "invites/gifu/m2.ics\nschedule.json\n");
    out_check(scratch, folder, "invites/gifu/m2.ics", "changed");
    out_check(scratch, folder, "schedule.json", "2");
}

static void test_schedule_is_never_removed(struct arena scratch, const char *folder)
{
    struct error err;
    CHECK(out_write(scratch, folder, SET("schedule.json=1", "a.csv=1"), &err));
    CHECK(out_write(scratch, folder, SET("b.csv=1"), &err));
    out_check_names(scratch, folder, ".matchday-files\nb.csv\nschedule.json\n");
    out_check_listed(scratch, folder, "b.csv\nschedule.json\n");
}

static void test_same_again(struct arena scratch, const char *folder)
{
    struct error err;
    struct stat before, after;
    const char *const *set = SET("schedule.json=1", "a/b.csv=1");
    const char *path = file_path(&scratch, folder, ".matchday-files");
    CHECK(out_write(scratch, folder, set, &err));
    CHECK(stat(path, &before) == 0);
    CHECK(out_write(scratch, folder, set, &err));
    CHECK(stat(path, &after) == 0);
    CHECK(before.st_ino == after.st_ino);
}

#define ELSEWHERE "; move it away or choose another folder"

/* What others put at a name of ours is not replaced, and nothing else is
 * written. */
static void test_files_of_others(struct arena scratch, const char *folder)
{
    struct error err;
    const char *const *set = SET("a.csv=1", "meetings.csv=ours", "schedule.json=1");
    out_put(scratch, folder, "meetings.csv", "theirs");
    check_refused(scratch, folder, set,
                  "/meetings.csv: exists, and is not from an earlier run into this "
                  "folder" ELSEWHERE);
    out_check_names(scratch, folder, "meetings.csv\n");
    out_put(scratch, folder, "meetings.csv", "ours");
    CHECK(out_write(scratch, folder, set, &err));
}

static void test_odd_targets(struct arena scratch, const char *folder)
{
    out_put_folder(scratch, folder, "a");
    check_refused(scratch, folder, SET("a=1"),
                  "/a: exists and is no file" ELSEWHERE);
    out_put(scratch, folder, "b", "1");
    check_refused(scratch, folder, SET("b/c/d=1"),
                  "/b: exists and is no folder" ELSEWHERE);
    CHECK(symlink("a", file_path(&scratch, folder, "c")) == 0);
    check_refused(scratch, folder, SET("c/d=1"),
                  "/c: exists and is no folder" ELSEWHERE);
    CHECK(symlink("b", file_path(&scratch, folder, "d")) == 0);
    check_refused(scratch, folder, SET("d=1"),
                  "/d: exists and is no file" ELSEWHERE);
    out_put(scratch, folder, ".matchday-files", "d\n");
    check_refused(scratch, folder, SET("d=1"),
                  "/d: exists and is no file" ELSEWHERE);
    out_check(scratch, folder, "b", "1");
    const char *below = file_path(&scratch, folder, "b");
    check_refused(scratch, below, SET("e=1"),
                  ": is a file; expected a folder; move it away or choose "
                  "another folder");
}

/* A list may come from anywhere: it leads to nothing outside the folder. */
static void test_hostile_list(struct arena scratch, const char *folder)
{
    struct error err;
    const char *out = file_path(&scratch, folder, "out");
    out_put_folder(scratch, folder, "out");
    out_put_folder(scratch, folder, "other");
    out_put_folder(scratch, folder, "out/sub");
    out_put(scratch, folder, "victim", "1");
    out_put(scratch, folder, "other/victim", "1");
    out_put(scratch, folder, "out/sub/stays", "1");
    CHECK(symlink("../other", file_path(&scratch, out, "link")) == 0);
    CHECK(symlink("../victim", file_path(&scratch, out, "victim")) == 0);
    out_put(scratch, out, ".matchday-files",
            arena_printf(
                &scratch,
                "../victim\nsub/../../victim\n%s/victim\nlink/victim\nvictim\n"
                "sub\nsub/\nsub//stays\n./sub/stays\n.\n..\n\n.matchday-files\n"
                "sub/sta\x01ys\nmissing/x\n\xff\nfine\r\n",
                folder));
    out_put(scratch, out, "fine", "ours");
    CHECK(out_write(scratch, out, SET("a=1"), &err));
    out_check_names(
        scratch, folder,
        "other/\nother/victim\nout/\nout/.matchday-files\nout/a\nout/link\n"
        "out/sub/\nout/sub/stays\nout/victim\nvictim\n");
    out_check_listed(scratch, out, "a\n");
}

static void test_unreadable_list(struct arena scratch, const char *folder)
{
    out_put_folder(scratch, folder, ".matchday-files");
    check_refused(scratch, folder, SET("a=1"),
                  "/.matchday-files: is a folder; expected a file");
    out_check_names(scratch, folder, ".matchday-files/\n");
}

#define LONG_NAME /* too long for a name, with "q/" in front of it */              \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"                         \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"                         \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"                         \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"                         \
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

/* A run that cannot write a file leaves the folder as it was. */
static void test_no_room(struct arena scratch, const char *folder)
{
    struct error err;
    struct rlimit before;
    char *large = arena_alloc(&scratch, 5001, 1);
    memset(large, 'x', 5000);
    memcpy(large, "q/large.csv=", 12);
    const char *const *set =
        SET("schedule.json=2", "b/y.csv=2", "new.csv=2", large);
    CHECK(out_write(scratch, folder, SET("schedule.json=1", "a/x.csv=1", "z.csv=1"),
                    &err));
    CHECK(getrlimit(RLIMIT_FSIZE, &before) == 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    check_refused(scratch, folder, set,
                  "/q/large.csv: cannot be written: File too large");
    check_refused(scratch, file_path(&scratch, folder, "other"), set,
                  "/q/large.csv: cannot be written: File too large");
    CHECK(setrlimit(RLIMIT_FSIZE, &before) == 0);
    signal(SIGXFSZ, handler);
    out_check_names(scratch, folder,
                    ".matchday-files\na/\na/x.csv\nschedule.json\nz.csv\n");
    out_check_listed(scratch, folder, "a/x.csv\nschedule.json\nz.csv\n");
    out_check(scratch, folder, "schedule.json", "1");
    CHECK(out_write(scratch, folder, set, &err));
    out_check_names(scratch, folder,
                    ".matchday-files\nb/\nb/y.csv\nnew.csv\nq/\nq/large.csv\n"
                    "schedule.json\n");
}

static bool write_shared(struct arena scratch, const char *folder, const char *text,
                         const char *path, struct error *err)
{
    struct output output;
    output_init(&output, &scratch);
    output_add(&output, "schedule.json", text, strlen(text));
    output_add_shared(&output, "replies.json", text, strlen(text));
    output_add(&output, path, text, strlen(text));
    return output_write(&output, folder, err);
}

/* What others write, too, is replaced whoever wrote it, with all else or not at all,
 * and stays where a later run has none. */
static void test_shared(struct arena scratch, const char *folder)
{
    struct error err;
    out_put(scratch, folder, "replies.json", "by another command");
    CHECK(!write_shared(scratch, folder, "1", "q/" LONG_NAME, &err));
    out_check(scratch, folder, "replies.json", "by another command");
    CHECK(write_shared(scratch, folder, "2", "a.csv", &err));
    out_check(scratch, folder, "replies.json", "2");
    out_check_listed(scratch, folder, "a.csv\nschedule.json\n");
    CHECK(out_write(scratch, folder, SET("schedule.json=3"), &err));
    out_check_names(scratch, folder,
                    ".matchday-files\nreplies.json\nschedule.json\n");
    CHECK(unlink(file_path(&scratch, folder, "replies.json")) == 0);
    out_put_folder(scratch, folder, "replies.json");
    CHECK(!write_shared(scratch, folder, "4", "a.csv", &err));
    CHECK(strstr(err.text, "/replies.json: exists and is no file"));
    out_check(scratch, folder, "schedule.json", "3");
}

/* A run that fails leaves the folder as it was. */
static void test_cut_off(struct arena scratch, const char *folder)
{
    struct error err;
    CHECK(out_write(scratch, folder, SET("schedule.json=1", "a/x.csv=1", "z.csv=1"),
                    &err));
    const char *const *set =
        SET("schedule.json=2", "b/y.csv=2", "new.csv=2", "q/" LONG_NAME "=3");
    CHECK(!out_write(scratch, folder, set, &err));
    CHECK(strstr(err.text, "aaa: cannot be written: File name too long"));
    out_check(scratch, folder, "schedule.json", "1");
    out_check_names(scratch, folder,
                    ".matchday-files\na/\na/x.csv\nschedule.json\nz.csv\n");
    CHECK(!out_write(scratch, folder, set, &err));
    CHECK(out_write(scratch, folder, SET("schedule.json=3"), &err));
    out_check_names(scratch, folder, ".matchday-files\nschedule.json\n");
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_first_run,       test_made,
        test_second_run,      test_schedule_is_never_removed,
        test_same_again,      test_files_of_others,
        test_odd_targets,     test_hostile_list,
        test_unreadable_list, test_no_room,
        test_shared,          test_cut_off,
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
