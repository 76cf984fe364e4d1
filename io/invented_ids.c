#include "io/invented_ids.h"

#include <string.h>

#include "io/derived_id.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                              "0123456789._-";

/* The name that the id was made of, or NULL. */
static const char *name_of(struct arena scratch, const struct participant *who)
{
    const char *const name[] = {who->organisation, who->organisation_ja};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        if (derived_id_has_digits(scratch, name[k], who->id)) {
            return name[k];
        }
    }
    return NULL;
}

static const char *called(struct arena scratch, const struct participant *who)
{
    const char *name = name_of(scratch, who);
    return name ? name : who->id;
}

/* What a participant's id, or that of a request without topic, stands for; NULL for any
 * other, and for one that speaks for itself. */
static const char *meaning(struct arena *arena, const struct event *event,
                           const char *id)
{
    int p = event_find_participant(event, id);
    if (p >= 0) {
        return name_of(*arena, &event->participant[p]);
    }
    for (const char *dash = strchr(id, '-'); dash; dash = strchr(dash + 1, '-')) {
        int to = event_find_participant(event, dash + 1);
        int from = to < 0
                       ? -1
                       : event_find_participant(
                             event, arena_strndup(arena, id, (size_t)(dash - id)));
        if (from >= 0 && (name_of(*arena, &event->participant[from]) ||
                          name_of(*arena, &event->participant[to]))) {
            return arena_printf(arena, "%s > %s",
                                called(*arena, &event->participant[from]),
                                called(*arena, &event->participant[to]));
        }
    }
    return NULL;
}

static const char *with_names(struct arena *arena, const struct event *event,
                              const char *text)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (const char *at = text; *at;) {
        size_t len = strspn(at, letters);
        const char *word = arena_strndup(arena, at, len);
        bool is_named = at > text && at[-1] == '(';
        const char *name = is_named ? NULL : meaning(arena, event, word);
        if (name) {
            buf_printf(&buf, "%s (%s)", name, word);
        } else {
            buf_add_text(&buf, word);
        }
        at += len;
        if (*at) {
            buf_add_char(&buf, *at++);
        }
    }
    return buf.data;
}

void invented_ids_name(struct arena *arena, const struct event *event,
                       struct findings *findings)
{
    bool has_any = false;
    for (int p = 0; p < event->n_participants && !has_any; p++) {
        has_any = name_of(*arena, &event->participant[p]) != NULL;
    }
    for (int k = 0; k < findings->n_findings && has_any; k++) {
        struct finding *finding = &findings->finding[k];
        if (finding->severity != SEVERITY_NOTE && strstr(finding->text, "id-")) {
            finding->text = with_names(arena, event, finding->text);
        }
    }
}
