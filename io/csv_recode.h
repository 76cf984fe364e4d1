#ifndef MATCHDAY_IO_CSV_RECODE_H
#define MATCHDAY_IO_CSV_RECODE_H

#include <stdbool.h>

#include "io/encoding.h"
#include "io/output.h"
#include "scheduler/base/error.h"

/* How tables for people are written, where commas and UTF-8 with a byte order mark do
 * not suit their spreadsheet. */
struct csv_format {
    char separator; /* ',', ';' or a TAB */
    enum encoding encoding;
};

/* Puts the tables for people among the outputs, those that lie in no folder below it
 * or are contacts of partners, into that format; files for programs (agendas/gifu.csv) stay as they are. Returns
 * false with *err, and the outputs are not to be used, if a letter cannot be written in
 * the encoding: "meetings.csv: 'š' of 'Košice Region' …". */
bool csv_recode_tables(struct arena *arena, struct output *output,
                       const struct csv_format *format, struct error *err);

#endif
