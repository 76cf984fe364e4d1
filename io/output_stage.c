/* Files are looked at, made and written a few at a time, by all threads; each part
 * has memory of its own. The first of the files, in their order, that could not be
 * written is the one that is told. */

#include "io/output_stage.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/folder.h"
#include "io/output_disk.h"

enum { PART = 16 }; /* files */

/* "agendas/gifu.ics" is "agendas/.matchday-part-4711-3" until it is renamed. */
static const char *fresh_path(struct arena *arena, const char *path, int k)
{
    const char *slash = strrchr(path, '/');
    int len = slash ? (int)(slash + 1 - path) : 0;
    return arena_printf(arena, "%.*s.matchday-part-%ld-%d", len, path,
                        (long)getpid(), k);
}

static void name_fresh(struct stage *stage)
{
    struct output_list *fresh = &stage->fresh;
    fresh->entry = arena_new(stage->arena, stage->n_staged, struct output_entry);
    for (int i = 0; i < stage->n_staged; i++) {
        struct staged *staged = &stage->staged[i];
        if (!staged->is_same) {
            staged->fresh = fresh_path(stage->arena, staged->file.path, i);
            fresh->entry[fresh->n++] = (struct output_entry){staged->fresh, ""};
        }
    }
    output_list_sort(fresh);
}

/* Memory of one part: for what is read and made, and for making it. */
struct part_memory {
    struct arena arena, work;
};

static void part_init(struct part_memory *memory)
{
    arena_init(&memory->arena);
    arena_init(&memory->work);
}

static void part_finish(struct part_memory *memory)
{
    arena_finish(&memory->work);
    arena_finish(&memory->arena);
}

static int part_end(const struct stage *stage, int part)
{
    int end = (part + 1) * PART;
    return end < stage->n_staged ? end : stage->n_staged;
}

static void compare_part(void *context, int part)
{
    const struct stage *stage = context;
    struct part_memory memory;
    part_init(&memory);
    for (int i = part * PART; i < part_end(stage, part); i++) {
        struct staged *staged = &stage->staged[i];
        const char *path =
            file_path(&memory.arena, stage->folder, staged->file.path);
        const struct output_entry *old =
            output_list_find(&stage->old, staged->file.path);
        staged->is_same =
            disk_type(path) != 0 && output_is_same(memory.arena, memory.work, path,
                                                   &staged->file, staged->digest);
        staged->was_changed =
            !staged->is_same && old && !staged->file.is_shared &&
            output_list_look(memory.arena, stage->folder, old) == OUTPUT_CHANGED;
    }
    part_finish(&memory);
}

static void look_at_leaving(void *context, int k)
{
    const struct stage *stage = context;
    struct leaving *leaving = &stage->leaving[k];
    struct arena arena;
    arena_init(&arena);
    leaving->state = output_list_look(arena, stage->folder, leaving->entry);
    arena_finish(&arena);
}

static void find_leaving(struct stage *stage)
{
    const struct output_list *old = &stage->old;
    stage->leaving = arena_new(stage->arena, old->n, struct leaving);
    for (int i = 0; i < old->n; i++) {
        const char *path = old->entry[i].path;
        if (!output_list_find(&stage->now, path) &&
            !output_list_find(&stage->fresh, path)) {
            stage->leaving[stage->n_leaving++].entry = &old->entry[i];
        }
    }
    crew_run(stage->crew, stage->n_leaving, look_at_leaving, stage);
}

static int n_parts(const struct stage *stage)
{
    return (stage->n_staged + PART - 1) / PART;
}

void stage_files(struct stage *stage, const struct output *output)
{
    stage->staged = arena_new(stage->arena, output->n_files, struct staged);
    for (int i = 0; i < output->n_files; i++) {
        stage->staged[stage->n_staged++].file = output->file[i];
    }
    crew_run(stage->crew, n_parts(stage), compare_part, stage);
    name_fresh(stage);
    find_leaving(stage);
}

static bool make_folders(const struct stage *stage, struct error *err)
{
    const char *before = NULL;
    struct arena scratch = *stage->arena;
    for (int i = 0; i < stage->n_staged; i++) {
        if (!stage->staged[i].fresh) {
            continue;
        }
        const char *path =
            file_path(&scratch, stage->folder, stage->staged[i].fresh);
        if (!folder_is_shared(path, before) &&
            !folder_make(scratch, folder_of(&scratch, path), err)) {
            return false;
        }
        before = path;
    }
    return true;
}

/* A file that is made into an open one. */
struct making {
    struct part_memory *memory;
    struct staged *staged;
};

struct opened {
    int file, cause; /* errno of what failed */
    struct digest digest;
};

static bool take(void *to, const char *bytes, size_t len)
{
    struct opened *opened = to;
    if (!file_put(opened->file, bytes, len)) {
        opened->cause = errno;
        return false;
    }
    digest_add(&opened->digest, bytes, len);
    return true;
}

static bool put_made(int file, const void *of)
{
    const struct making *making = of;
    struct arena arena = making->memory->arena;
    struct opened opened = {.file = file};
    struct sink sink;
    digest_begin(&opened.digest);
    sink_init(&sink, &arena, take, &opened);
    output_make(&sink, making->memory->work, &making->staged->file);
    if (!sink_end(&sink)) {
        errno = sink.cause != 0 ? sink.cause : opened.cause;
        return false;
    }
    digest_end(&opened.digest, making->staged->digest);
    return true;
}

static bool write_fresh(struct part_memory memory, const struct stage *stage,
                        struct staged *staged, struct error *err)
{
    const char *path = file_path(&memory.arena, stage->folder, staged->fresh);
    const char *target = file_path(&memory.arena, stage->folder, staged->file.path);
    const struct making making = {&memory, staged};
    if (output_list_find(&stage->old, staged->fresh)) {
        unlink(path); /* a run with this process id was cut off */
    }
    return file_write_new(path, target, (struct file_content){put_made, &making},
                          err);
}

/* What the parts write: each its own error, and all that there is one. */
struct writing {
    const struct stage *stage;
    struct error *err; /* of the part; without text where all went well */
    atomic_bool has_failed;
};

static void write_part(void *context, int part)
{
    struct writing *writing = context;
    const struct stage *stage = writing->stage;
    struct part_memory memory;
    struct error err;
    bool ok = true;
    part_init(&memory);
    for (int i = part * PART;
         i < part_end(stage, part) && ok && !atomic_load(&writing->has_failed);
         i++) {
        ok = !stage->staged[i].fresh ||
             write_fresh(memory, stage, &stage->staged[i], &err);
    }
    if (!ok) {
        writing->err[part] = err;
        atomic_store(&writing->has_failed, true);
    }
    part_finish(&memory);
}

static bool write_all_fresh(struct stage *stage, struct error *err)
{
    if (!make_folders(stage, err)) {
        return false;
    }
    struct arena scratch = *stage->arena;
    int n = n_parts(stage);
    struct writing writing = {.stage = stage,
                              .err = arena_new(&scratch, n, struct error)};
    atomic_init(&writing.has_failed, false);
    crew_run(stage->crew, n, write_part, &writing);
    for (int part = 0; part < n; part++) {
        if (writing.err[part].text[0] != '\0') {
            *err = writing.err[part];
            return false;
        }
    }
    return file_flush(stage->folder, err);
}

/* What must not be there before all the rest is. */
static bool is_last(const struct staged *staged)
{
    return strcmp(staged->file.path, output_last) == 0;
}

static bool rename_fresh(struct arena scratch, const struct stage *stage, bool last,
                         struct error *err)
{
    for (int i = 0; i < stage->n_staged; i++) {
        const struct staged *staged = &stage->staged[i];
        if (!staged->fresh || is_last(staged) != last) {
            continue;
        }
        const char *from = file_path(&scratch, stage->folder, staged->fresh);
        const char *to = file_path(&scratch, stage->folder, staged->file.path);
        if (rename(from, to) != 0) {
            return error_set_errno(err, "%s: cannot be written", to);
        }
    }
    return file_flush(stage->folder, err);
}

static void remove_fresh(const struct stage *stage)
{
    struct error ignored;
    for (int i = 0; i < stage->fresh.n; i++) {
        disk_remove(*stage->arena, stage->folder, stage->fresh.entry[i].path,
                    &ignored);
    }
}

/* Where there is not even room for that, the list goes on knowing of files which
 * are not there. */
static void restore_list(const struct stage *stage, bool had_list)
{
    struct error ignored;
    struct arena scratch = *stage->arena;
    if (had_list) {
        output_list_write(scratch, stage->folder, &stage->old, &ignored);
    } else {
        unlink(file_path(&scratch, stage->folder, output_list_name));
    }
}

static void add_changed(struct stage *stage, const char *path, const char *kept)
{
    stage->changed[stage->n_changed++] = (struct output_changed){path, kept};
}

static int compare_changed(const void *left, const void *right)
{
    const struct output_changed *a = left, *b = right;
    return strcmp(a->path, b->path);
}

/* What somebody wrote into our files goes out of the way of the new ones. */
static bool keep_changed(struct stage *stage, struct error *err)
{
    struct arena *arena = stage->arena;
    stage->changed =
        arena_new(arena, stage->n_staged + stage->n_leaving, struct output_changed);
    for (int i = 0; i < stage->n_leaving; i++) {
        if (stage->leaving[i].state == OUTPUT_CHANGED) {
            add_changed(stage, stage->leaving[i].entry->path, NULL);
        }
    }
    for (int i = 0; i < stage->n_staged; i++) {
        const char *path = stage->staged[i].file.path;
        if (!stage->staged[i].was_changed) {
            continue;
        }
        const char *kept = disk_edited_path(arena, stage->folder, path);
        const char *from = file_path(arena, stage->folder, path);
        if (rename(from, file_path(arena, stage->folder, kept)) != 0) {
            return error_set_errno(err, "%s: cannot be renamed", from);
        }
        add_changed(stage, path, kept);
    }
    if (stage->n_changed > 0) {
        qsort(stage->changed, (size_t)stage->n_changed, sizeof *stage->changed,
              compare_changed);
    }
    return true;
}

static bool remove_leaving(const struct stage *stage, struct error *err)
{
    for (int i = 0; i < stage->n_leaving; i++) {
        const struct leaving *leaving = &stage->leaving[i];
        if (leaving->state != OUTPUT_CHANGED &&
            !disk_remove(*stage->arena, stage->folder, leaving->entry->path, err)) {
            return false;
        }
    }
    return true;
}

/* The digests of what was made. schedule.json has none: other commands change it. */
static void list_digests(const struct stage *stage)
{
    for (int i = 0, j = 0; i < stage->n_staged && j < stage->now.n;) {
        const struct staged *staged = &stage->staged[i];
        struct output_entry *entry = &stage->now.entry[j];
        int order = strcmp(staged->file.path, entry->path);
        if (order == 0) {
            entry->digest = is_last(staged) ? "" : staged->digest;
        }
        i += order <= 0;
        j += order >= 0;
    }
}

static bool write_fresh_files(struct stage *stage, struct error *err)
{
    struct arena *arena = stage->arena;
    struct output_list kept = output_list_unite(arena, &stage->old, &stage->now);
    struct output_list all = output_list_unite(arena, &kept, &stage->fresh);
    const char *list = file_path(arena, stage->folder, output_list_name);
    bool had_list = disk_type(list) != 0;
    if (!output_list_write(*arena, stage->folder, &all, err)) {
        return false;
    }
    if (!write_all_fresh(stage, err)) {
        remove_fresh(stage);
        restore_list(stage, had_list);
        return false;
    }
    if (!keep_changed(stage, err) || !rename_fresh(*arena, stage, false, err) ||
        !remove_leaving(stage, err) || !rename_fresh(*arena, stage, true, err)) {
        remove_fresh(stage);
        return false;
    }
    return true;
}

bool stage_write(struct stage *stage, struct error *err)
{
    bool has_news = stage->fresh.n > 0 || stage->n_leaving > 0;
    if (has_news && !write_fresh_files(stage, err)) {
        return false;
    }
    list_digests(stage);
    return output_list_write(*stage->arena, stage->folder, &stage->now, err);
}
