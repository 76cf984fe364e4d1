#include "io/output_list.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "io/output_disk.h"
#include "io/output_place.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/text.h"

const char output_list_name[] = ".matchday-files";

enum { DIGITS = DIGEST_HEX_SIZE - 1 };

bool output_list_is_safe(const char *path)
{
    if (strcmp(path, output_list_name) == 0 || output_place_is_own(path) ||
        text_has_controls(path) || strpbrk(path, "\t\n")) {
        return false;
    }
    for (const char *part = path;;) {
        size_t len = strcspn(part, "/");
        if (len == 0 || (len <= 2 && strncmp(part, "..", len) == 0)) {
            return false;
        }
        if (part[len] == '\0') {
            return true;
        }
        part += len + 1;
    }
}

static int compare_entries(const void *left, const void *right)
{
    const struct output_entry *a = left, *b = right;
    int order = strcmp(a->path, b->path);
    return order != 0 ? order : strcmp(a->digest, b->digest);
}

void output_list_sort(struct output_list *list)
{
    int n = 0;
    if (list->n > 0) {
        qsort(list->entry, (size_t)list->n, sizeof *list->entry, compare_entries);
    }
    for (int i = 0; i < list->n; i++) {
        if (n == 0 || strcmp(list->entry[n - 1].path, list->entry[i].path) != 0) {
            list->entry[n++] = list->entry[i];
        }
    }
    list->n = n;
}

static int compare_path(const void *path, const void *entry)
{
    return strcmp(path, ((const struct output_entry *)entry)->path);
}

const struct output_entry *output_list_find(const struct output_list *list,
                                            const char *path)
{
    return list->n > 0 ? bsearch(path, list->entry, (size_t)list->n,
                                 sizeof *list->entry, compare_path)
                       : NULL;
}

/* "DIGEST  PATH" or "PATH". */
static struct output_entry read_entry(struct arena *arena, const char *line)
{
    size_t n = strspn(line, "0123456789abcdef");
    if (n == DIGITS && strncmp(line + n, "  ", 2) == 0) {
        return (struct output_entry){line + n + 2, arena_strndup(arena, line, n)};
    }
    return (struct output_entry){line, ""};
}

bool output_list_read(struct arena *arena, const char *folder,
                      struct output_list *list, struct error *err)
{
    struct stat status;
    const char *path = file_path(arena, folder, output_list_name);
    *list = (struct output_list){0};
    if (lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
        return true;
    }
    char *bytes;
    size_t len;
    if (!file_read(arena, path, &bytes, &len, err)) {
        return false;
    }
    struct strings line = text_split(arena, bytes, '\n');
    list->entry = arena_new(arena, line.n, struct output_entry);
    for (int i = 0; i < line.n; i++) {
        struct output_entry entry = read_entry(arena, line.text[i]);
        if (output_list_is_safe(entry.path)) {
            list->entry[list->n++] = entry;
        }
    }
    output_list_sort(list);
    return true;
}

enum output_state output_list_look(struct arena scratch, const char *folder,
                                   const struct output_entry *entry)
{
    struct error ignored;
    char *bytes, hex[DIGEST_HEX_SIZE];
    size_t len;
    const char *path = file_path(&scratch, folder, entry->path);
    if (disk_type(path) != S_IFREG ||
        !disk_check_folders(scratch, folder, entry->path, &ignored)) {
        return OUTPUT_MISSING;
    }
    if (entry->digest[0] == '\0') {
        return OUTPUT_OURS;
    }
    if (!file_read(&scratch, path, &bytes, &len, &ignored)) {
        return OUTPUT_CHANGED;
    }
    digest_sha256(bytes, len, hex);
    return strcmp(hex, entry->digest) == 0 ? OUTPUT_OURS : OUTPUT_CHANGED;
}

const char *output_list_text(struct arena *arena, const struct output_list *list)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int i = 0; i < list->n; i++) {
        const struct output_entry *entry = &list->entry[i];
        assert(i == 0 || strcmp(entry[-1].path, entry->path) < 0);
        buf_add_text(&buf, entry->digest);
        buf_add_text(&buf, entry->digest[0] != '\0' ? "  " : "");
        buf_add_text(&buf, entry->path);
        buf_add_char(&buf, '\n');
    }
    return buf.data;
}

bool output_list_write(struct arena scratch, const char *folder,
                       const struct output_list *list, struct error *err)
{
    const char *path = file_path(&scratch, folder, output_list_name);
    const char *text = output_list_text(&scratch, list);
    return file_write(scratch, path, text, strlen(text), err);
}

struct output_list output_list_unite(struct arena *arena,
                                     const struct output_list *a,
                                     const struct output_list *b)
{
    struct output_list both = {
        .entry = arena_new(arena, a->n + b->n, struct output_entry)};
    for (int i = 0, j = 0; i < a->n || j < b->n;) {
        int order = i == a->n   ? 1
                    : j == b->n ? -1
                                : strcmp(a->entry[i].path, b->entry[j].path);
        both.entry[both.n++] = order <= 0 ? a->entry[i] : b->entry[j];
        i += order <= 0;
        j += order >= 0;
    }
    return both;
}
