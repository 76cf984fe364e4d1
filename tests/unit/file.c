#include "io/file.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/check.h"
#include "tests/support/dead_process.h"
#include "tests/support/temp_folder.h"

static const char *in(struct arena *arena, const char *folder, const char *name)
{
    return file_path(arena, folder, name);
}

static bool write_text(struct arena scratch, const char *path, const char *text,
                       struct error *err)
{
    return file_write(scratch, path, text, strlen(text), err);
}

static void check_content(struct arena scratch, const char *path,
                          const char *expected)
{
    char *bytes;
    size_t len;
    struct error err;
    if (CHECK(file_read(&scratch, path, &bytes, &len, &err))) {
        CHECK_TEXT(bytes, expected);
        CHECK_INT((long long)len, (long long)strlen(expected));
    }
}

/* The message without the folder in front, which differs from run to run. */
static void check_error(const struct error *err, const char *folder,
                        const char *expected)
{
    size_t len = strlen(folder);
    CHECK_INT(err->code, EXIT_CODE_IO);
    if (CHECK(strncmp(err->text, folder, len) == 0)) {
        CHECK_TEXT(err->text + len, expected);
    }
}

static int mode_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? (int)(status.st_mode & 07777) : -1;
}

static void test_path(struct arena scratch)
{
    CHECK_TEXT(file_path(&scratch, "a/b", "c.csv"), "a/b/c.csv");
    CHECK_TEXT(file_path(&scratch, "a/b/", "c.csv"), "a/b/c.csv");
    CHECK_TEXT(file_path(&scratch, "/", "c.csv"), "/c.csv");
    CHECK_TEXT(file_path(&scratch, "", "c.csv"), "c.csv");
}

static void test_read(struct arena scratch, const char *folder)
{
    struct error err;
    char *bytes;
    size_t len;
    const char *path = in(&scratch, folder, "zero");
    CHECK(file_write(scratch, path, "a\0b\n", 4, &err));
    CHECK(file_read(&scratch, path, &bytes, &len, &err));
    CHECK_INT((long long)len, 4);
    CHECK(memcmp(bytes, "a\0b\n\0", 5) == 0);

    path = in(&scratch, folder, "empty");
    CHECK(file_write(scratch, path, NULL, 0, &err));
    CHECK(file_read(&scratch, path, &bytes, &len, &err));
    CHECK_INT((long long)len, 0);
    CHECK_TEXT(bytes, "");
    CHECK(file_write(scratch, path, NULL, 0, &err));
}

static void test_read_errors(struct arena scratch, const char *folder)
{
    static const struct {
        const char *name, *expected;
    } row[] = {
        {"missing.json",
         "/missing.json: cannot be opened: No such file or directory"},
        {"plain/x", "/plain/x: cannot be opened: Not a directory"},
        {"", "/: is a folder; expected a file"},
        {"pipe", "/pipe: is a device or a pipe; expected a file"},
        {"large", "/large: is larger than 256 MiB"},
    };
    struct error err;
    char *bytes;
    size_t len;
    CHECK(write_text(scratch, in(&scratch, folder, "plain"), "x", &err));
    CHECK(mkfifo(in(&scratch, folder, "pipe"), 0600) == 0);
    CHECK(write_text(scratch, in(&scratch, folder, "large"), "x", &err));
    CHECK(truncate(in(&scratch, folder, "large"), FILE_MAX_BYTES + 1) == 0);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const char *path = in(&scratch, folder, row[i].name);
        CHECK(!file_read(&scratch, path, &bytes, &len, &err));
        check_error(&err, folder, row[i].expected);
    }
    CHECK(!file_read(&scratch, "/dev/null", &bytes, &len, &err));
    check_error(&err, "/dev/null", ": is a device or a pipe; expected a file");
}

/* The kernel says that such a file is empty, and then it is not. */
static void test_growing_file(struct arena scratch)
{
    struct error err;
    char *bytes;
    size_t len;
    if (access("/proc/self/status", R_OK) == 0) {
        CHECK(!file_read(&scratch, "/proc/self/status", &bytes, &len, &err));
        check_error(&err, "/proc/self/status",
                    ": grew while it was read; try again");
    }
}

static void test_write(struct arena scratch, const char *folder)
{
    struct error err;
    const char *path = in(&scratch, folder, "a.txt");
    CHECK(write_text(scratch, path, "one", &err));
    check_content(scratch, path, "one");
    CHECK_INT(mode_of(path), 0600);
    CHECK(write_text(scratch, path, "two, longer", &err));
    check_content(scratch, path, "two, longer");
    CHECK(write_text(scratch, path, "3", &err));
    check_content(scratch, path, "3");
    CHECK_TEXT(temp_folder_list(&scratch, folder), "a.txt\n");
}

static bool put(int file, const void *of)
{
    const struct file_bytes *content = of;
    return file_put(file, content->bytes, content->len);
}

static bool write_new(const char *path, const char *target, const char *text,
                      struct error *err)
{
    const struct file_bytes bytes = {text, strlen(text)};
    return file_write_new(path, target, (struct file_content){put, &bytes}, err);
}

static void test_write_new(struct arena scratch, const char *folder)
{
    struct error err;
    const char *path = in(&scratch, folder, "part");
    const char *target = in(&scratch, folder, "a.txt");
    CHECK(write_new(path, target, "one", &err));
    CHECK(file_flush(folder, &err));
    check_content(scratch, path, "one");
    CHECK_INT(mode_of(path), 0600);
    CHECK(!write_new(path, target, "two", &err));
    check_error(&err, folder, "/a.txt: cannot be written: File exists");
    check_content(scratch, path, "one");
    CHECK(rename(path, target) == 0 && chmod(target, 0640) == 0);
    CHECK(write_new(path, target, "two", &err));
    CHECK_INT(mode_of(path), 0640);
    check_content(scratch, target, "one");
    CHECK(!file_flush(path, &err));
    check_error(&err, folder,
                "/part: cannot be flushed to the disk: Not a directory");
}

static void test_same_content_is_left_alone(struct arena scratch,
                                            const char *folder)
{
    struct error err;
    struct stat before, after;
    const char *path = in(&scratch, folder, "a.txt");
    CHECK(write_text(scratch, path, "same", &err));
    CHECK(stat(path, &before) == 0);
    CHECK(write_text(scratch, path, "same", &err));
    CHECK(stat(path, &after) == 0);
    CHECK(before.st_ino == after.st_ino);
    CHECK(write_text(scratch, path, "some", &err));
    CHECK(stat(path, &after) == 0);
    CHECK(before.st_ino != after.st_ino);
}

static void test_permissions_are_kept(struct arena scratch, const char *folder)
{
    struct error err;
    const char *path = in(&scratch, folder, "a.txt");
    CHECK(write_text(scratch, path, "one", &err));
    CHECK(chmod(path, 0640) == 0);
    CHECK(write_text(scratch, path, "two", &err));
    CHECK_INT(mode_of(path), 0640);
}

static void test_link(struct arena scratch, const char *folder)
{
    struct error err;
    struct stat status;
    const char *link = in(&scratch, folder, "link");
    const char *target = in(&scratch, folder, "target");
    CHECK(write_text(scratch, target, "one", &err));
    CHECK(symlink("target", link) == 0);
    CHECK(write_text(scratch, link, "two", &err));
    check_content(scratch, target, "two");
    CHECK(lstat(link, &status) == 0 && S_ISLNK(status.st_mode));
    CHECK_TEXT(temp_folder_list(&scratch, folder), "link\ntarget\n");
}

static void test_relative_path(struct arena scratch, const char *folder)
{
    struct error err;
    int home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    CHECK(home >= 0 && chdir(folder) == 0);
    CHECK(write_text(scratch, "here.txt", "x", &err));
    CHECK(file_is_folder("."));
    CHECK(!file_is_folder("here.txt"));
    CHECK(!file_is_folder("missing"));
    CHECK(fchdir(home) == 0);
    close(home);
    check_content(scratch, in(&scratch, folder, "here.txt"), "x");
}

/* What a run left that was killed while it wrote goes with the next one; nothing else
 * does. */
static void test_left_of_killed(struct arena scratch, const char *folder)
{
    struct error err;
    const char *mine =
        arena_printf(&scratch, ".matchday-tmp-%ld-9", (long)getpid());
    const char *left =
        arena_printf(&scratch, ".matchday-tmp-%ld-0", dead_process());
    const char *other = arena_printf(&scratch, "%s.txt", left);
    CHECK(file_is_left(left));
    CHECK(!file_is_left(mine) && !file_is_left(other));
    CHECK(!file_is_left(".matchday-tmp-0-0") && !file_is_left(".matchday-tmp"));
    CHECK(write_text(scratch, in(&scratch, folder, left), "x", &err));
    CHECK(write_text(scratch, in(&scratch, folder, other), "x", &err));
    CHECK(write_text(scratch, in(&scratch, folder, mine), "x", &err));
    CHECK(write_text(scratch, in(&scratch, folder, "a.txt"), "x", &err));
    CHECK_INT(mode_of(in(&scratch, folder, left)), -1);
    CHECK_INT(mode_of(in(&scratch, folder, other)), 0600);
    CHECK_INT(mode_of(in(&scratch, folder, mine)), 0600);
}

/* Leftovers of crashed runs do not stop the next. */
static void test_leftover(struct arena scratch, const char *folder)
{
    struct error err;
    const char *name =
        arena_printf(&scratch, ".matchday-tmp-%ld-0", (long)getpid());
    int file =
        open(in(&scratch, folder, name), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    CHECK(file >= 0);
    close(file);
    CHECK(write_text(scratch, in(&scratch, folder, "a.txt"), "x", &err));
    check_content(scratch, in(&scratch, folder, "a.txt"), "x");
    check_content(scratch, in(&scratch, folder, name), "");
}

static void test_write_errors(struct arena scratch, const char *folder)
{
    static const struct {
        const char *name, *expected;
    } row[] = {
        {"no/such.txt",
         "/no/such.txt: cannot be written: No such file or directory"},
        {"plain/x", "/plain/x: cannot be written: Not a directory"},
        {"", "/: is a folder; expected a file"},
        {"pipe", "/pipe: is a device or a pipe; expected a file"},
    };
    struct error err;
    CHECK(write_text(scratch, in(&scratch, folder, "plain"), "x", &err));
    CHECK(mkfifo(in(&scratch, folder, "pipe"), 0600) == 0);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK(!write_text(scratch, in(&scratch, folder, row[i].name), "y", &err));
        check_error(&err, folder, row[i].expected);
    }
    CHECK_TEXT(temp_folder_list(&scratch, folder), "pipe\nplain\n");
    CHECK(!write_text(scratch, "/dev/null", "y", &err));
    check_error(&err, "/dev/null", ": is a device or a pipe; expected a file");
}

/* A disk that is full half-way: the old content stays, the new file goes. */
static void test_full_disk(struct arena scratch, const char *folder)
{
    struct error err;
    struct rlimit before;
    const char *path = in(&scratch, folder, "a.txt");
    CHECK(write_text(scratch, path, "old", &err));
    const char *large = arena_alloc(&scratch, 5000, 1);
    CHECK(getrlimit(RLIMIT_FSIZE, &before) == 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    bool ok = file_write(scratch, path, large, 5000, &err);
    struct error new_err;
    const struct file_bytes bytes = {large, 5000};
    bool new_ok = file_write_new(in(&scratch, folder, "b"), path,
                                 (struct file_content){put, &bytes}, &new_err);
    CHECK(setrlimit(RLIMIT_FSIZE, &before) == 0);
    signal(SIGXFSZ, handler);
    CHECK(!ok);
    check_error(&err, folder, "/a.txt: cannot be written: File too large");
    CHECK(!new_ok);
    check_error(&new_err, folder, "/a.txt: cannot be written: File too large");
    check_content(scratch, path, "old");
    CHECK_TEXT(temp_folder_list(&scratch, folder), "a.txt\n");
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_read,
        test_read_errors,
        test_write,
        test_write_new,
        test_same_content_is_left_alone,
        test_permissions_are_kept,
        test_link,
        test_relative_path,
        test_leftover,
        test_left_of_killed,
        test_write_errors,
        test_full_disk,
    };
    struct arena arena;
    arena_init(&arena);
    test_path(arena);
    test_growing_file(arena);
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        char *folder = temp_folder_make(&arena);
        test[i](arena, folder);
        temp_folder_remove(folder);
    }
    arena_finish(&arena);
    return check_report();
}
