#ifndef MATCHDAY_COMMANDS_OPTIONS_H
#define MATCHDAY_COMMANDS_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/exit_code.h"
#include "scheduler/base/text.h"

/* Command lines, described by a table that also makes the help. */

enum option_kind {
    OPTION_FLAG,    /* target: bool */
    OPTION_TEXT,    /* target: const char * */
    OPTION_TEXTS,   /* may come several times; target: struct strings, with places
                       for argc texts */
    OPTION_NUMBER,  /* target: int64_t, between least and most */
    OPTION_SECONDS, /* target: double, above 0 */
};

struct option_row {
    const char *name; /* "time-limit", without dashes */
    char letter;      /* 'o' for "-o", or 0 */
    enum option_kind kind;
    const char *argument; /* "SECONDS" in the help; NULL for flags */
    const char *help;
    void *target;
    int64_t least, most; /* OPTION_NUMBER */
    bool is_required;
};

struct usage {
    const char *command;  /* "solve" */
    const char *operands; /* "EVENT SCHEDULE" in the help */
    const char *about;    /* what it does, lines of at most 78 columns */
    const char *example;  /* a command line */
    int n_operands;       /* exactly so many */
    int *n_given;         /* not NULL: so many or more, and how many goes there */
    const struct option_row *option;
    int n_options;
};

enum options_result {
    OPTIONS_RUN,   /* the targets are set, and operand[] */
    OPTIONS_DONE,  /* --help was asked for and printed */
    OPTIONS_WRONG, /* the command line is wrong; said on standard error */
};

/* Reads argv (argv[0] is the command's name). Options may stand anywhere,
 * "--" ends them; a long name may be shortened as far as it is clear. Pointers
 * into argv go to text targets and to operand, which has usage->n_operands
 * places, or argc where there may be more. */
enum options_result options_parse(const struct usage *usage, int argc, char **argv,
                                  const char **operand);

/* The option of all commands that read an event: how tables are encoded that do not
 * show it. */
struct option_row options_encoding_row(const char **target);

/* The option of all commands, in which language messages are; options_parse() takes it
 * by itself, and the variable MATCHDAY_LANGUAGE, which counts for less. It goes no
 * further than messages: what is written about a schedule stays the same. False for a
 * command that has another option of that name. */
extern const struct option_row options_language_row;
bool options_have_language(const struct usage *usage);

/* What to return where the result is not OPTIONS_RUN. */
enum exit_code options_exit_code(enum options_result result);

#endif
