#ifndef MATCHDAY_IO_ENCODING_H
#define MATCHDAY_IO_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "io/file.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"

/* In which bytes the letters of a table are written. Spreadsheets save CSV in UTF-8,
 * UTF-16 or the encoding of the computer, and no file says which. */
enum encoding {
    ENCODING_UTF8,
    ENCODING_CP932,  /* Japanese Windows: Shift_JIS */
    ENCODING_CP1252, /* Western Windows */
    N_ENCODINGS,
};
extern const char *const encoding_names[N_ENCODINGS]; /* "utf-8", "cp932", ... */

/* The encoding of that name, also a usual other one ("sjis"), or -1. */
int encoding_find(const char *name);

/* What a user says of tables that do not show it themselves. */
struct encodings {
    const char *asked; /* "cp932", "cp932,rooms.csv=cp1252" or NULL */
    bool *is_needed;   /* set if a table was read as was asked; or NULL */
};

/* False with *err if asked is nothing like that. */
bool encodings_judge(struct arena scratch, const struct encodings *encodings,
                     struct error *err);

/* The text of a table in UTF-8, without byte order mark, into *text, in arena. What
 * has a byte order mark or is valid UTF-8 is just that. All else is read as was asked;
 * if nothing was, as the one encoding in which it can be read, and a note says so. What
 * could be both is an error that shows both readings and how to tell. A text with a NUL may stay
 * as it is: its reader refuses it.
 * Returns false with an error in findings if it cannot be read. */
bool encoding_decode(struct arena *arena, const char *file,
                     const struct encodings *encodings, struct file_bytes *text,
                     struct findings *findings);

/* UTF-8 in that encoding, in arena. False if it has no byte for a letter: *letter is
 * the offset of the first. */
bool encoding_encode(struct arena *arena, enum encoding encoding,
                     struct file_bytes *text, size_t *letter);

#endif
