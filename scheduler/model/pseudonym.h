#ifndef MATCHDAY_MODEL_PSEUDONYM_H
#define MATCHDAY_MODEL_PSEUDONYM_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"

/* Other names for everything that tells who somebody is. Names of one kind keep their
 * order (by bytes), so that whatever is sorted by them stays as it is: the fifth of
 * the participants becomes body005. Equal names get equal pseudonyms, "" stays "".
 * Pseudonyms that are known from before stay, and new names come between them:
 * body0055 after body005. */

enum name_kind {
    NAME_PARTICIPANT, /* ids */
    NAME_INTERPRETER,
    NAME_ROOM,
    NAME_SESSION,
    NAME_REQUEST,
    NAME_AGENDA_ITEM,
    NAME_SIDE,
    NAME_PERSON, /* what people are called, and where mail reaches them */
    NAME_PERSON_JA,
    NAME_ADDRESS,
    NAME_JOB,
    NAME_PLACE, /* what rooms are called, and where they are */
    NAME_LINK,
    NAME_TITLE, /* of agenda items */
    NAME_TOPIC,
    NAME_THEME,
    NAME_FEATURE, /* of rooms */
    NAME_MEETING, /* ids that are not "m0001" */
    NAME_ENTRY,   /* UIDs of calendar entries that the event alone does not give */
    N_NAME_KINDS,
};

/* "participant", ... as in key files; find gives N_NAME_KINDS if there is none. */
const char *name_kind_name(enum name_kind kind);
enum name_kind name_kind_find(const char *name);

struct pseudonym {
    const char *name, *alias; /* alias NULL: none yet */
};

struct pseudonym_list { /* of one kind; sorted by name once aliases are given */
    struct pseudonym *pseudonym;
    int n, capacity;
};

struct pseudonyms {
    struct arena *arena; /* texts are not copied */
    struct pseudonym_list list[N_NAME_KINDS];
};

void pseudonyms_init(struct pseudonyms *pseudonyms, struct arena *arena);

/* Adds a name that needs a pseudonym; as often as it occurs. */
void pseudonyms_add(struct pseudonyms *pseudonyms, enum name_kind kind,
                    const char *name);

/* Adds one that is known; before those that need one. False if the alias is none that
 * pseudonyms_assign() could have given to a name of this kind. */
bool pseudonyms_add_known(struct pseudonyms *pseudonyms, enum name_kind kind,
                          const char *name, const char *alias);

/* Gives every name its pseudonym. False, and nothing is given, if those that are
 * known are not in the order of their names, or not different; *kind and *at, if not
 * NULL, say where: between list[*kind].pseudonym[*at - 1] and [*at]. */
bool pseudonyms_assign(struct pseudonyms *pseudonyms, enum name_kind *kind,
                       int *at);

/* The pseudonym of a name that was added; "" for "". */
const char *pseudonyms_find(const struct pseudonyms *pseudonyms,
                            enum name_kind kind, const char *name);

#endif
