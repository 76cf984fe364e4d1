#include "scheduler/model/anonymise.h"

#include <string.h>

#include "scheduler/model/anonymise_parts.h"

void walk_name(struct name_walk *walk, enum name_kind kind, const char **name)
{
    if (!*name) {
        return;
    }
    if (walk->adds) {
        pseudonyms_add(walk->pseudonyms, kind, *name);
    } else {
        *name = pseudonyms_find(walk->pseudonyms, kind, *name);
    }
}

/* The walk over a list: each of its texts by visit. */
static void walk_list(struct name_walk *walk, struct strings *names,
                      void (*visit)(struct name_walk *walk, enum name_kind kind,
                                    const char **name),
                      enum name_kind kind)
{
    struct strings all = *names;
    all.text = walk_copied(walk, names->text, names->n, sizeof *names->text);
    for (int k = 0; k < all.n; k++) {
        visit(walk, kind, &all.text[k]);
    }
    *names = all;
}

void walk_names(struct name_walk *walk, enum name_kind kind, struct strings *names)
{
    walk_list(walk, names, walk_name, kind);
}

static bool is_number(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static void walk_numbered(struct name_walk *walk, enum name_kind kind,
                          const char **name)
{
    struct arena *arena = walk->pseudonyms->arena;
    const char *dash = *name ? strrchr(*name, '-') : NULL;
    if (!dash || !is_number(dash + 1)) { /* "", or no slot of ours */
        walk_name(walk, kind, name);
        return;
    }
    const char *before = arena_strndup(arena, *name, (size_t)(dash - *name));
    walk_name(walk, kind, &before);
    *name = arena_printf(arena, "%s%s", before, dash);
}

void walk_slot_id(struct name_walk *walk, const char **id)
{
    walk_numbered(walk, NAME_SESSION, id);
}

void walk_slot_ids(struct name_walk *walk, struct strings *ids)
{
    walk_list(walk, ids, walk_numbered, NAME_SESSION);
}

static void walk_meeting_name(struct name_walk *walk, enum name_kind kind,
                              const char **name)
{
    if (*name && ((*name)[0] != 'm' || !is_number(*name + 1))) {
        walk_name(walk, kind, name);
    }
}

void walk_meeting_id(struct name_walk *walk, const char **id)
{
    walk_meeting_name(walk, NAME_MEETING, id);
}

void walk_meeting_ids(struct name_walk *walk, struct strings *ids)
{
    walk_list(walk, ids, walk_meeting_name, NAME_MEETING);
}

void walk_label(struct name_walk *walk, const char *word, const char *id,
                const char **text)
{
    if (!walk->adds && *text && (*text)[0] != '\0') {
        *text = arena_printf(walk->pseudonyms->arena, "%s %s", word, id);
    }
}

void walk_drop(struct name_walk *walk, const char **text)
{
    if (!walk->adds) {
        *text = "";
    }
}

void walk_contacts(struct name_walk *walk, struct contact **contact, int n)
{
    *contact = walk_copied(walk, *contact, n, sizeof **contact);
    for (int k = 0; k < n; k++) {
        struct contact *one = &(*contact)[k];
        walk_name(walk, NAME_ADDRESS, &one->email);
        walk_name(walk, NAME_PERSON, &one->name);
        walk_name(walk, NAME_PERSON_JA, &one->name_ja);
        walk_name(walk, NAME_JOB, &one->job_title);
    }
}

void *walk_copied(const struct name_walk *walk, const void *array, int n,
                  size_t size)
{
    void *copy = arena_alloc(walk->pseudonyms->arena, (size_t)n, size);
    if (n > 0) {
        memcpy(copy, array, (size_t)n * size);
    }
    return copy;
}
