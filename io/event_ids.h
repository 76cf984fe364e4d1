#ifndef MATCHDAY_IO_EVENT_IDS_H
#define MATCHDAY_IO_EVENT_IDS_H

#include <stdbool.h>

#include "io/fields.h"
#include "io/headings.h"
#include "io/ids.h"

/* The ids of one list, and the rows behind each. Ids are known before anything
 * else of a list is read, so that every reference becomes an index at once. */

/* Where a row stands that is in another place than its list. */
struct row_origin {
    struct place place;
    const struct columns *columns; /* NULL: it is where its list is */
};

struct source {       /* a list as it was given */
    const char *name; /* "participants" */
    enum list list;   /* the same */
    const char *what; /* "participant" */
    struct fields at; /* whose arena and findings; place: the file, and the
                         list's name in JSON, NULL in CSV */
    bool is_csv;
    bool is_given;
    bool is_broken; /* not all of its rows are known */
    struct value *row;
    int n_rows;
    struct columns *columns; /* of a CSV file, else NULL */
    const struct row_origin
        *origin; /* of each row; NULL: all are where the list is */
    /* In CSV an id may come on several rows if this is set: its columns, ended
     * by NULL, say something else on each row; the first of them must be there
     * on the second row and later ones. */
    const char *const *column_per_row;
    /* In a table a row without id is called after the first of these that it has;
     * ended by NULL. */
    const char *const *id_from;
    const char *const *known; /* its columns, ended by NULL: others are ignored */
    bool *is_made; /* of each row: its id was made of what else it says; or NULL */
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

struct entities {
    struct entity *entity; /* sorted by id */
    int n;
    struct ids ids; /* also the spellings in CSV that are no ids */
};

/* Collects the ids of a list. Errors: ids that are missing, not well formed, or
 * not unique whatever their case. In tables an id that is not well formed, or a name
 * in its place, is replaced by one derived from it, and a note tells; which one does
 * not depend on the order of rows. Rows of one id, where they may be several, become one
 * object; cells that contradict each other are errors. */
void entities_collect(const struct source *source, struct entities *entities);

#endif
