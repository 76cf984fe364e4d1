#ifndef MATCHDAY_COMMANDS_TABLE_OPTIONS_H
#define MATCHDAY_COMMANDS_TABLE_OPTIONS_H

#include <stdbool.h>

#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"

/* --delimiter and --output-encoding, as they were given, or NULL. */
struct table_options {
    const char *delimiter, *encoding;
};

/* The rows of commands that write tables. */
struct option_row table_options_encoding_row(struct table_options *options);
struct option_row table_options_delimiter_row(struct table_options *options);

/* How the job's tables are to be written; after the event was read. Without
 * --output-encoding --encoding counts, unless a table of the event needed it to be
 * read. Returns false with *err if an option is wrong. */
bool table_options_take(struct job *job, const struct table_options *options,
                        struct error *err);

#endif
