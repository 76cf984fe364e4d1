#ifndef MATCHDAY_IO_BOOK_KNOWN_H
#define MATCHDAY_IO_BOOK_KNOWN_H

#include "io/headings.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* What the tables of an event to be filled in say already: rows of texts, as people
 * would type them, by the names of fields ("contact_email"). The event itself is one
 * row of LIST_EVENT. */

enum { KNOWN_MOST_FIELDS = 40 };

struct known_table {
    const char *field[KNOWN_MOST_FIELDS]; /* those that some row has */
    int n_fields;
    const char *(*row)[KNOWN_MOST_FIELDS]; /* NULL: empty */
    int n_rows, capacity;
};

struct book_known {
    struct arena *arena;
    struct known_table table[N_LISTS];
};

void book_known_init(struct book_known *known, struct arena *arena);

/* Begins another row; the next function fills in a cell of the last one. "" and NULL
 * leave it as it is. Texts are kept, not copied. */
void book_known_add_row(struct book_known *known, enum list list);
void book_known_put(struct book_known *known, enum list list, const char *field,
                    const char *text);

/* The cell, or NULL. */
const char *book_known_find(const struct book_known *known, enum list list, int row,
                            const char *field);

/* Fills in what of an event holds for the next one as well: its settings but id and
 * names, everybody with each contact marked to be confirmed, rooms, interpreters,
 * pairs that have met, and its sessions without their dates. Nothing of availability,
 * requests, locks and agenda, and nobody as cancelled. */
void book_known_put_event(struct book_known *known, const struct event *event);

#endif
