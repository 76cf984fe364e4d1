#ifndef MATCHDAY_MODEL_ANONYMISE_PARTS_H
#define MATCHDAY_MODEL_ANONYMISE_PARTS_H

#include "scheduler/model/anonymise.h"

/* A walk over all texts of an event or a schedule. It is made twice, so that no name
 * is ever replaced that was not added: the first one adds names, the second one puts
 * their pseudonyms in their place. */
struct name_walk {
    struct pseudonyms *pseudonyms;
    bool adds;
};

/* Adds or replaces one name, if there is one, or each of a list, which is a new one
 * then. */
void walk_name(struct name_walk *walk, enum name_kind kind, const char **name);
void walk_names(struct name_walk *walk, enum name_kind kind, struct strings *names);

/* A slot's id is its session's, "-" and a number, which stays. */
void walk_slot_id(struct name_walk *walk, const char **id);
void walk_slot_ids(struct name_walk *walk, struct strings *ids);

/* An id of a meeting says nothing as we give them, "m0001", and stays; others are names
 * that somebody gave it. */
void walk_meeting_id(struct name_walk *walk, const char **id);
void walk_meeting_ids(struct name_walk *walk, struct strings *ids);

/* What is called after an id: "Organisation body05". Of the second walk, after the id;
 * a text that is "" stays so. */
void walk_label(struct name_walk *walk, const char *word, const char *id,
                const char **text);

/* Leaves a text out. */
void walk_drop(struct name_walk *walk, const char **text);

void walk_contacts(struct name_walk *walk, struct contact **contact, int n);

/* A copy of an array, in the pseudonyms' arena, for the entries to be changed. */
void *walk_copied(const struct name_walk *walk, const void *array, int n,
                  size_t size);

#endif
