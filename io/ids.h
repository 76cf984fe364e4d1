#ifndef MATCHDAY_IO_IDS_H
#define MATCHDAY_IO_IDS_H

#include <stdbool.h>

#include "io/fields.h"

/* What can be referred to by an id, and how a reference becomes an index. */

struct id_name {
    const char *name;
    int i;
};

/* What people call those that have ids. */
struct id_alias {
    const char *called; /* "Gifu Prefecture" */
    const char *folded; /* the same as names are compared */
    const char *id;     /* "gifu" */
    int i;
};

/* References by name that were taken for an id's. */
struct id_readings {
    struct place place; /* of the first */
    const char *called, *id;
    int n;
};

struct ids {
    const char *what;     /* "participant" */
    struct id_name *name; /* sorted by name */
    int n;
    bool is_broken; /* some are missing: an unknown one may be right */
    /* In a table a name is a reference, elsewhere only a hint. */
    struct id_alias *alias; /* sorted by folded */
    int n_aliases;
    struct id_readings *readings;
};

/* The index of that name, or -1. */
int ids_find(const struct ids *ids, const char *name);

/* The index of that id, or of the only one with that name; -1 for none, -2 for
 * several. */
int ids_find_named(const struct ids *ids, struct arena scratch, const char *name);

/* What was probably meant, or NULL: an id or a name of one that is but a slip of the
 * pen away; or else the only name that has the other's words in it, as 'Naruto City'
 * has 'Naruto'; or has but another legal
 * form, as 'ACME Ltd.' of 'Acme'. A name stands for its id if takes_names, and has it alone. */
const char *ids_nearest(const struct ids *ids, struct arena scratch,
                        const char *name, bool takes_names);

/* ids_find_named() for a reference in a member. In a table it may also be a name that one of
 * them alone has, whatever its case and width: counted in ids->readings. Else an error
 * at the member, with what was probably meant. */
int ids_resolve(const struct ids *ids, const struct fields *fields, const char *key,
                const char *name);

/* A required member that names one; -1 with an error. */
int ids_read(const struct ids *ids, const struct fields *fields, const char *key);

/* A member that names several: rising, each once. */
struct indices {
    int *index;
    int n;
};
struct indices ids_read_list(const struct ids *ids, const struct fields *fields,
                             const char *key);

void indices_sort(struct indices *list);

/* Gives n aliases to those with ids, each with called, id and i; n of them may be 0. */
void ids_take_aliases(struct ids *ids, struct arena *arena, struct id_alias *alias,
                      int n);

/* Tells in a note of references by name. */
void ids_tell_readings(const struct ids *ids, struct arena *arena,
                       struct findings *findings);

/* Sorts names, for ids that were put together elsewhere. */
void ids_sort(struct ids *ids);

#endif
