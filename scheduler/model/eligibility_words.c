/* How messages name people, meetings, locks and places. */

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

char *eligibility_people_text(struct arena *arena, const struct event *event,
                              const int *participant, int n, const char *topic)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < n; k++) {
        buf_add_text(&buf, k == 0      ? ""
                           : k + 1 < n ? phrase(", ")
                                       : phrase(" and "));
        buf_printf(&buf, phrase("'%s'"), event->participant[participant[k]].id);
    }
    if (topic[0] != '\0') {
        buf_printf(&buf, phrase(" on '%s'"), topic);
    }
    return buf.data;
}

const char *eligibility_place_text(struct arena *arena, const struct place *place)
{
    if (place->file && place->sheet && place->line > 0) {
        return arena_printf(arena, "%s!%s%d", place->sheet,
                            place_column_letters(arena, place->column),
                            place->line);
    }
    if (place->file && place->line > 0) {
        return arena_printf(arena, "%s:%d", place->file, place->line);
    }
    if (place->field) {
        return place->field;
    }
    return place->file ? place->file : phrase("elsewhere");
}

const char *eligibility_status_word(const struct request *request)
{
    switch (request->status) {
    case REQUEST_PENDING:
        return "pending";
    case REQUEST_DECLINED:
        return "declined";
    case REQUEST_WITHDRAWN:
        return "withdrawn";
    case REQUEST_ACCEPTED:
        break;
    }
    return "accepted";
}

const struct lock *eligibility_telling_lock(const struct event *event,
                                            const struct meeting *meeting)
{
    const struct lock *telling = NULL;
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind != LOCK_KEEP) {
            continue;
        }
        if (!telling || (telling->slot < 0 && lock->slot >= 0) ||
            (telling->slot < 0 && telling->room < 0 && lock->room >= 0)) {
            telling = lock;
        }
    }
    return telling;
}
