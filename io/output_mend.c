#include "io/output_mend.h"

#include "io/file.h"
#include "io/output_commit.h"
#include "io/output_disk.h"
#include "io/output_exchange.h"

bool output_mend_locked(const struct output_place *place,
                        struct output_changes *changes, struct error *err)
{
    exchange_mend(place, changes);
    return commit_mend(place, changes, err);
}

/* True if a run has left something in the folder or beside it. */
static bool is_left(struct arena scratch, const struct output_place *place)
{
    const char *real = place->real;
    return disk_type(file_path(&scratch, real, output_mark_name)) != 0 ||
           disk_type(file_path(&scratch, real, output_stage_name)) != 0 ||
           disk_type(file_path(&scratch, real, output_commit_name)) != 0 ||
           disk_type(file_path(&scratch, place->beside, output_mark_name)) != 0;
}

void output_mend(const char *folder)
{
    struct arena arena;
    struct output_place place;
    struct error ignored;
    struct folder_lock lock = {.wait_s = 0};
    arena_init(&arena);
    if (file_is_folder(folder[0] != '\0' ? folder : ".") &&
        output_place_find(&arena, folder, &place, &ignored) &&
        is_left(arena, &place) &&
        folder_lock_take(&lock, place.real) == FOLDER_LOCKED) {
        output_mend_locked(&place, NULL, &ignored);
        folder_lock_release(&lock);
    }
    arena_finish(&arena);
}

bool output_hold(struct arena scratch, const char *folder, struct folder_lock *lock,
                 struct error *err)
{
    struct output_place place;
    struct error ignored;
    *lock = (struct folder_lock){.wait_s = OUTPUT_WAIT_S, .file = -1};
    if (!file_is_folder(folder[0] != '\0' ? folder : ".") ||
        !output_place_find(&scratch, folder, &place, &ignored)) {
        return true;
    }
    switch (folder_lock_take(lock, place.real)) {
    case FOLDER_LOCKED:
        output_mend_locked(&place, NULL, &ignored);
        return true;
    case FOLDER_MISSING:
        return true;
    case FOLDER_BUSY:
        break;
    }
    return output_place_refuse_busy(scratch, &place, err);
}
