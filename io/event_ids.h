#ifndef MATCHDAY_IO_EVENT_IDS_H
#define MATCHDAY_IO_EVENT_IDS_H

#include <stdbool.h>

#include "io/fields.h"

/* The ids of one list, and the rows behind each. Ids are known before anything
 * else of a list is read, so that every reference becomes an index at once. */

struct source {       /* a list as it was given */
    const char *name; /* "participants" */
    const char *what; /* "participant" */
    struct fields at; /* whose arena and findings; place: the file, and the
                         list's name in JSON, NULL in CSV */
    bool is_csv;
    bool is_given;
    bool is_broken; /* not all of its rows are known */
    struct value *row;
    int n_rows;
    struct columns *columns; /* of a CSV file, else NULL */
    /* In CSV an id may come on several rows if this is set: its columns, ended
     * by NULL, say something else on each row; the first of them must be there
     * on the second row and later ones. */
    const char *const *column_per_row;
    const char *const *known; /* its columns, ended by NULL: others are ignored */
};

/* One row; false with an error if it is no object. */
bool source_row(const struct source *source, int r, struct fields *fields);

struct entity { /* what one id stands for */
    const char *id;
    const char *spelling; /* the id as written */
    struct fields fields; /* the first row and what later rows add to it */
    const int *row;       /* numbers of its rows */
    int n_rows;
};

struct id_name {
    const char *name;
    int i;
};

struct id_alias {
    const char *called, *id; /* "Gifu Prefecture", "gifu" */
};

struct ids {
    const char *what;     /* "participant" */
    struct id_name *name; /* sorted by name */
    int n;
    bool is_broken; /* some are missing: an unknown one may be right */
    /* What people call those that have ids: no reference, but a hint. */
    struct id_alias *alias;
    int n_aliases;
};

struct entities {
    struct entity *entity; /* sorted by id */
    int n;
    struct ids ids; /* also the spellings in CSV that are no ids */
};

/* Collects the ids of a list. Errors: ids that are missing, not well formed, or
 * not unique whatever their case. In CSV an id that is not well formed is
 * replaced by one derived from it, and a note tells; which one does not depend on
 * the order of rows. Rows of one id, where they may be several, become one
 * object; cells that contradict each other are errors. */
void entities_collect(const struct source *source, struct entities *entities);

/* The index of that name, or -1. */
int ids_find(const struct ids *ids, const char *name);

/* The same with an error at the member that names it, and what was probably meant. */
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

/* Sorts names, for ids that were put together elsewhere. */
void ids_sort(struct ids *ids);

#endif
