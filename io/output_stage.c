/* Files are looked at, made and written a few at a time, by all threads; each part
 * has memory of its own. The first of the files, in their order, that could not be
 * written is the one that is told. */

#include "io/output_stage.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "io/folder.h"
#include "io/output_disk.h"

enum { PART = 16 }; /* files */

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
        if (!output_list_find(&stage->now, old->entry[i].path)) {
            stage->leaving[stage->n_leaving++].entry = &old->entry[i];
        }
    }
    crew_run(stage->crew, stage->n_leaving, look_at_leaving, stage);
}

static int n_parts(const struct stage *stage)
{
    return (stage->n_staged + PART - 1) / PART;
}

/* The mark tells also those who complete this run of files that are in no list. */
static void find_shared(struct stage *stage)
{
    struct strings *over = &stage->mark.over;
    over->text = arena_new(stage->arena, stage->n_staged, const char *);
    for (int i = 0; i < stage->n_staged; i++) {
        if (stage->staged[i].file.is_shared && !stage->staged[i].is_same) {
            over->text[over->n++] = stage->staged[i].file.path;
        }
    }
}

void stage_compare(struct stage *stage, const struct output *output)
{
    stage->staged = arena_new(stage->arena, output->n_files, struct staged);
    for (int i = 0; i < output->n_files; i++) {
        stage->staged[stage->n_staged++].file = output->file[i];
    }
    crew_run(stage->crew, n_parts(stage), compare_part, stage);
    find_leaving(stage);
    find_shared(stage);
}

bool stage_has_news(const struct stage *stage)
{
    for (int i = 0; i < stage->n_staged; i++) {
        if (!stage->staged[i].is_same) {
            return true;
        }
    }
    for (int i = 0; i < stage->n_leaving; i++) {
        if (stage->leaving[i].state == OUTPUT_OURS) {
            return true;
        }
    }
    return false;
}

static int compare_path(const void *path, const void *staged)
{
    return strcmp(path, ((const struct staged *)staged)->file.path);
}

bool stage_has(const struct stage *stage, const char *path)
{
    return stage->n_staged > 0 &&
           bsearch(path, stage->staged, (size_t)stage->n_staged,
                   sizeof *stage->staged, compare_path);
}

static bool make_folders(const struct stage *stage, const char *below,
                         struct error *err)
{
    const char *before = NULL;
    struct arena scratch = *stage->arena;
    for (int i = 0; i < stage->n_staged; i++) {
        if (stage->staged[i].is_same) {
            continue;
        }
        const char *path = file_path(&scratch, below, stage->staged[i].file.path);
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

static bool write_staged(struct part_memory memory, const char *folder,
                         const char *below, struct staged *staged,
                         struct error *err)
{
    const char *path = file_path(&memory.arena, below, staged->file.path);
    const char *target = file_path(&memory.arena, folder, staged->file.path);
    const struct making making = {&memory, staged};
    return file_write_new(path, target, (struct file_content){put_made, &making},
                          err);
}

/* What the parts write: each its own error, and all that there is one. */
struct writing {
    const struct stage *stage;
    const char *below;
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
        ok = stage->staged[i].is_same ||
             write_staged(memory, stage->folder, writing->below, &stage->staged[i],
                          &err);
    }
    if (!ok) {
        writing->err[part] = err;
        atomic_store(&writing->has_failed, true);
    }
    part_finish(&memory);
}

static bool write_parts(struct stage *stage, const char *below, struct error *err)
{
    struct arena scratch = *stage->arena;
    int n = n_parts(stage);
    struct writing writing = {.stage = stage,
                              .below = below,
                              .err = arena_new(&scratch, n, struct error)};
    atomic_init(&writing.has_failed, false);
    crew_run(stage->crew, n, write_part, &writing);
    for (int part = 0; part < n; part++) {
        if (writing.err[part].text[0] != '\0') {
            *err = writing.err[part];
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
        if (order == 0 && !staged->file.is_shared) {
            bool is_last = strcmp(entry->path, output_last) == 0;
            entry->digest = is_last ? "" : staged->digest;
        }
        i += order <= 0;
        j += order >= 0;
    }
}

static bool put_text(int file, const void *of)
{
    return file_put(file, of, strlen(of));
}

bool stage_write(struct stage *stage, const char *below, struct error *err)
{
    if (!make_folders(stage, below, err) || !write_parts(stage, below, err)) {
        return false;
    }
    list_digests(stage);
    if (stage->now.n == 0 && stage->old.n == 0) {
        return true; /* files that others write, too: none is ours alone */
    }
    struct arena scratch = *stage->arena;
    const struct file_content list = {put_text,
                                      output_list_text(&scratch, &stage->now)};
    const char *target = file_path(&scratch, stage->folder, output_list_name);
    return file_write_new(file_path(&scratch, below, output_list_name), target,
                          list, err);
}

bool stage_write_list(struct stage *stage, struct error *err)
{
    list_digests(stage);
    return (stage->now.n == 0 && stage->old.n == 0) ||
           output_list_write(*stage->arena, stage->folder, &stage->now, err);
}
