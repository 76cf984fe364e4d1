/* Files are looked at, made and written a few at a time, by all threads; each part
 * has memory of its own. The first of the files, in their order, that could not be
 * written is the one that is told. */

#include "io/output_stage.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
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

/* The list is written anew wherever another file is: it knows their new names
 * meanwhile. */
static void name_fresh(struct stage *stage, struct staged *staged)
{
    int k = (int)(staged - stage->staged);
    bool is_list = strcmp(staged->file.path, output_list_name) == 0;
    if (!staged->is_same || (is_list && stage->fresh.n > 0)) {
        staged->fresh = fresh_path(stage->arena, staged->file.path, k);
        stage->fresh.text[stage->fresh.n++] = staged->fresh;
    }
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
        staged->is_same =
            disk_type(path) != 0 &&
            output_is_same(memory.arena, memory.work, path, &staged->file);
    }
    part_finish(&memory);
}

static int n_parts(const struct stage *stage)
{
    return (stage->n_staged + PART - 1) / PART;
}

void stage_files(struct stage *stage, const struct output *output)
{
    const char *text = output_list_text(stage->arena, &stage->now);
    struct output_file list = {.path = output_list_name,
                               .content = {text, strlen(text)}};
    stage->staged = arena_new(stage->arena, output->n_files + 1, struct staged);
    stage->fresh.text = arena_new(stage->arena, output->n_files + 1, const char *);
    for (int i = 0; i < output->n_files; i++) {
        stage->staged[stage->n_staged++].file = output->file[i];
    }
    stage->staged[stage->n_staged++].file = list;
    crew_run(stage->crew, n_parts(stage), compare_part, stage);
    for (int i = 0; i < stage->n_staged; i++) {
        name_fresh(stage, &stage->staged[i]);
    }
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
    const struct output_file *file;
};

struct opened {
    int file, cause; /* errno of what failed */
};

static bool take(void *to, const char *bytes, size_t len)
{
    struct opened *opened = to;
    if (!file_put(opened->file, bytes, len)) {
        opened->cause = errno;
        return false;
    }
    return true;
}

static bool put_made(int file, const void *of)
{
    const struct making *making = of;
    struct arena arena = making->memory->arena;
    struct opened opened = {.file = file};
    struct sink sink;
    sink_init(&sink, &arena, take, &opened);
    output_make(&sink, making->memory->work, making->file);
    if (!sink_end(&sink)) {
        errno = sink.cause != 0 ? sink.cause : opened.cause;
        return false;
    }
    return true;
}

static bool write_fresh(struct part_memory memory, const struct stage *stage,
                        const struct staged *staged, struct error *err)
{
    const char *path = file_path(&memory.arena, stage->folder, staged->fresh);
    const char *target = file_path(&memory.arena, stage->folder, staged->file.path);
    const struct making making = {&memory, &staged->file};
    if (paths_have(&stage->old, staged->fresh)) {
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
    return strcmp(staged->file.path, output_last) == 0 ||
           strcmp(staged->file.path, output_list_name) == 0;
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
        disk_remove(*stage->arena, stage->folder, stage->fresh.text[i], &ignored);
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

bool stage_write(struct stage *stage, struct error *err)
{
    struct arena *arena = stage->arena;
    struct strings kept = paths_unite(arena, &stage->now, &stage->fresh);
    struct strings all = paths_unite(arena, &stage->old, &kept);
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
    if (!rename_fresh(*arena, stage, false, err) ||
        !disk_remove_others(*arena, stage->folder, &stage->old, &kept, err) ||
        !rename_fresh(*arena, stage, true, err)) {
        remove_fresh(stage);
        return false;
    }
    return true;
}
