#include "scheduler/model/schedule.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/digest.h"

/* Lengths in front of the parts keep "a","bc" and "ab","c" apart. */
static void add_part(struct buf *buf, const char *part)
{
    buf_printf(buf, "%zu:%s", strlen(part), part);
}

char *meeting_uid(struct arena *arena, const struct event *event,
                  const struct strings *participant_ids, const char *topic)
{
    struct arena scratch = *arena;
    struct buf buf;
    char hex[DIGEST_HEX_SIZE];
    buf_init(&buf, &scratch);
    add_part(&buf, event->id);
    add_part(&buf, topic);
    for (int k = 0; k < participant_ids->n; k++) {
        add_part(&buf, participant_ids->text[k]);
    }
    digest_sha256(buf.data, buf.len, hex);
    const char *domain =
        event->uid_domain[0] != '\0' ? event->uid_domain : "matchday.invalid";
    return arena_printf(arena, "%s-%.20s@%s", event->id, hex, domain);
}
