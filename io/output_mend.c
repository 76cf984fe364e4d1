#include "io/output_mend.h"

#include <stddef.h>

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

/* True if a run has left something in the folder. */
static bool is_left(struct arena scratch, const char *folder)
{
    return disk_type(file_path(&scratch, folder, output_mark_name)) != 0 ||
           disk_type(file_path(&scratch, folder, output_stage_name)) != 0 ||
           disk_type(file_path(&scratch, folder, output_commit_name)) != 0;
}

static void mend_inside(struct arena scratch, struct output_place *place)
{
    struct error ignored;
    struct folder_lock lock = {.wait_s = 0};
    if (place->is_there && is_left(scratch, place->real) &&
        folder_lock_take(&lock, place->real) == FOLDER_LOCKED) {
        place->is_locked = true;
        output_mend_locked(place, NULL, &ignored);
        place->is_locked = false;
        folder_lock_release(&lock);
    }
}

void output_mend(const char *folder)
{
    struct arena arena;
    struct output_place place;
    arena_init(&arena);
    if (output_place_look(&arena, folder, &place)) {
        mend_inside(arena, &place);
        output_site_remove(arena, place.beside, output_place_name(&place));
    }
    arena_finish(&arena);
}

const char *output_left_beside(struct arena *arena, const char *folder)
{
    struct output_place place;
    return output_place_look(arena, folder, &place) &&
                   output_site_is_ours(*arena, place.beside,
                                       output_place_name(&place))
               ? place.beside
               : NULL;
}

bool output_hold(struct arena scratch, const char *folder, struct folder_lock *lock,
                 struct error *err)
{
    struct output_place place;
    struct error ignored;
    *lock = (struct folder_lock){.wait_s = OUTPUT_WAIT_S, .file = -1};
    if (!output_place_look(&scratch, folder, &place) || !place.is_there) {
        return true;
    }
    switch (folder_lock_take(lock, place.real)) {
    case FOLDER_LOCKED:
        place.is_locked = true;
        output_mend_locked(&place, NULL, &ignored);
        return true;
    case FOLDER_MISSING:
        return true;
    case FOLDER_BUSY:
        break;
    }
    return output_place_refuse_busy(scratch, &place, err);
}
