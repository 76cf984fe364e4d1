#ifndef MATCHDAY_IO_XLSX_PARTS_H
#define MATCHDAY_IO_XLSX_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "io/xlsx_read.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"

/* What the parts of the reader of workbooks share; for io/xlsx_*.c alone. */

/* More is taken for a mistake, or an attack, before it takes the memory. */
enum {
    XLSX_MAX_PART_BYTES = 64 * 1024 * 1024, /* unpacked */
    XLSX_MAX_CELLS = 4000000,               /* of a sheet, gaps too */
    XLSX_MAX_COLUMNS = 16384,
    XLSX_MAX_ROWS = 1048576,
    XLSX_MAX_DEPTH = 64,             /* of elements */
    XLSX_MAX_TEXT_BYTES = 4 * 32767, /* of a cell: so many characters at most */
};

/* A part of the archive, unpacked, with a NUL behind it. Returns false if there is none
 * of that name, with *refusal NULL, or if it cannot be read, with the reason. */
bool xlsx_zip_part(struct arena *arena, const struct xlsx_book *book,
                   const char *name, char **bytes, size_t *len,
                   const char **refusal);

/* Walks over a part. Elements are called by their names without prefix; text is what
 * stood since the last start or end. */
struct xlsx_walk {
    void *data;
    struct arena *arena; /* for what the handlers keep */
    struct buf text;
    bool (*start)(struct xlsx_walk *walk, const char *name,
                  const char *const *attribute);
    bool (*end)(struct xlsx_walk *walk, const char *name);
    const char *refusal; /* set by a handler that returns false */
};

/* Returns false with walk->refusal if the part is no XML, has a document type (which
 * entities could blow up), or a handler refused it. */
bool xlsx_xml_walk(struct xlsx_walk *walk, const char *bytes, size_t len);

/* The value of an attribute, whatever its prefix, or NULL. */
const char *xlsx_xml_attribute(const char *const *attribute, const char *name);

/* The text of a cell: without what Excel writes for characters that XML cannot hold,
 * with LF for line ends, trimmed. */
const char *xlsx_clean_text(struct arena *arena, const char *text);

/* What a format of numbers shows. */
enum xlsx_date { XLSX_DATE_DAY = 1, XLSX_DATE_CLOCK = 2 };

/* Of a format as the user sees it: "yyyy/mm/dd hh:mm"; 0 if it is for plain numbers.
 * And of one that has only a number. */
int xlsx_date_format(const char *code);
int xlsx_date_builtin(int number);

/* Days and parts of days as text: "2026-05-19T16:00", "2026-05-19" where it is midnight
 * and shows is XLSX_DATE_DAY, "16:00" where shows is XLSX_DATE_CLOCK or there is no
 * whole day. NULL for what is no date of this age. */
const char *xlsx_date_text(struct arena *arena, double days, bool from_1904,
                           int shows);

#endif
