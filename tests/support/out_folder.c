#include "tests/support/out_folder.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "io/file.h"
#include "io/output.h"
#include "io/output_list.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/temp_folder.h"

void out_gather(struct output *output, struct arena *arena, const char *const *file)
{
    output_init(output, arena);
    for (; *file; file++) {
        const char *equals = strchr(*file, '=');
        const char *path = arena_strndup(arena, *file, (size_t)(equals - *file));
        output_add(output, path, equals + 1, strlen(equals + 1));
    }
}

bool out_write(struct arena scratch, const char *folder, const char *const *file,
               struct error *err)
{
    struct output output;
    out_wait();
    out_gather(&output, &scratch, file);
    return output_write(&output, folder, err);
}

void out_check_write(struct arena scratch, const char *folder,
                     const char *const *file)
{
    struct error err;
    if (!CHECK(out_write(scratch, folder, file, &err))) {
        printf("  %s\n", err.text);
    }
}

const char *const out_first[] = {"schedule.json=1", "a/x.csv=1", "a/y.csv=1",
                                 "b/z.csv=1", NULL};
const char *const out_second[] = {"schedule.json=2", "a/x.csv=2", "a/y.csv=1",
                                  "c.csv=2", NULL};

char *out_begin(struct arena *arena, const char *folder)
{
    char *out = file_path(arena, folder, "out");
    out_check_write(*arena, out, out_first);
    return out;
}

void out_check_second(struct arena scratch, const char *out)
{
    out_check(scratch, out, "schedule.json", "2");
    out_check(scratch, out, "a/x.csv", "2");
    out_check(scratch, out, "a/y.csv", "1");
    out_check(scratch, out, "c.csv", "2");
    out_check_listed(scratch, out, "a/x.csv\na/y.csv\nc.csv\nschedule.json\n");
}

ino_t out_inode(const char *path)
{
    struct stat status;
    return CHECK(lstat(path, &status) == 0) ? status.st_ino : 0;
}

void out_check(struct arena scratch, const char *folder, const char *name,
               const char *expected)
{
    char *bytes;
    size_t len;
    struct error err;
    if (CHECK(file_read(&scratch, file_path(&scratch, folder, name), &bytes, &len,
                        &err))) {
        CHECK_TEXT(bytes, expected);
    } else {
        printf("  %s\n", err.text);
    }
}

void out_put(struct arena scratch, const char *folder, const char *name,
             const char *text)
{
    struct error err;
    CHECK(file_write(scratch, file_path(&scratch, folder, name), text, strlen(text),
                     &err));
}

void out_wait(void)
{
    const struct timespec ticks = {.tv_nsec = 10 * 1000 * 1000};
    nanosleep(&ticks, NULL);
}

void out_put_folder(struct arena scratch, const char *folder, const char *name)
{
    CHECK(mkdir(file_path(&scratch, folder, name), 0700) == 0);
}

void out_check_names(struct arena scratch, const char *folder, const char *expected)
{
    CHECK_TEXT(temp_folder_list(&scratch, folder), expected);
}

int out_mode(struct arena scratch, const char *folder, const char *name)
{
    struct stat status;
    const char *path = file_path(&scratch, folder, name);
    return stat(path, &status) == 0 ? (int)(status.st_mode & 07777) : -1;
}

void out_check_listed(struct arena scratch, const char *folder,
                      const char *expected)
{
    struct output_list list;
    struct error err;
    struct buf buf;
    if (!CHECK(output_list_read(&scratch, folder, &list, &err))) {
        printf("  %s\n", err.text);
        return;
    }
    buf_init(&buf, &scratch);
    for (int i = 0; i < list.n; i++) {
        const struct output_entry *entry = &list.entry[i];
        bool has_digest = entry->digest[0] != '\0';
        buf_printf(&buf, "%s\n", entry->path);
        CHECK_INT(has_digest, strcmp(entry->path, "schedule.json") != 0);
        CHECK(output_list_look(scratch, folder, entry) == OUTPUT_OURS);
    }
    buf_add_text(&buf, "");
    CHECK_TEXT(buf.data, expected);
}
