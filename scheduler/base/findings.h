#ifndef MATCHDAY_BASE_FINDINGS_H
#define MATCHDAY_BASE_FINDINGS_H

#include <stdbool.h>
#include <stdio.h>

#include "scheduler/base/arena.h"

/* What was found in input that people wrote. Input is judged whole: a reader
 * adds to the findings and goes on, and the caller asks at the end whether
 * there were errors. */
enum severity {
    SEVERITY_ERROR,   /* nothing can be done with this input */
    SEVERITY_WARNING, /* probably not meant so */
    SEVERITY_NOTE,    /* something was assumed or ignored */
};

/* Where something was written. Any part may be missing (NULL, 0). */
struct place {
    const char *file;
    int line;          /* from 1 */
    const char *field; /* a column or a path like "participants[3].languages" */
    const char *sheet; /* of a workbook, where line is the row */
    int column;        /* of a table, from 1 */
};

/* "C" for 3, "AA" for 27: a column as spreadsheets call it. */
char *place_column_letters(struct arena *arena, int column);

struct finding {
    enum severity severity;
    struct place place;
    const char *text; /* what is wrong; what was expected; the remedy */
};

struct findings {
    struct arena *arena; /* texts are copied here; fields and files are not */
    struct finding *finding;
    int n_findings, capacity;
    int n_errors, n_warnings; /* all that were added, also those not kept */
    bool without_notes;       /* they are kept, and not printed */
    const char *all_are_in;   /* the file with what is not printed, or NULL */
};

/* Errors, and warnings and notes together, beyond these numbers are counted,
 * not kept. */
enum { FINDINGS_MAX_ERRORS = 5000, FINDINGS_MAX_OTHERS = 1000 };

/* Errors printed: nobody reads more at once. Files of faulty rows have all that are
 * kept. */
enum { FINDINGS_ERRORS_PRINTED = 50 };

/* Notes printed beside errors, which are not to be buried by them. */
enum { FINDINGS_NOTES_BESIDE_ERRORS = 8 };

void findings_init(struct findings *findings, struct arena *arena);

/* "", "warning: " or "note: ", in the language of messages. */
const char *severity_label(enum severity severity);

/* Adds one finding and returns false, so that `return findings_add(...)`
 * leaves a reader in one line. The format is a phrase (phrase.h). The same text at the same place is kept, and counted,
 * once. */
bool findings_add(struct findings *findings, enum severity severity,
                  struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

bool findings_has_errors(const struct findings *findings);

/* Prints one line each, "file:line: field: text", of a workbook
 * "file: sheet!C5: field: text", errors before warnings
 * before notes, otherwise in the order of the input's files, sheets and lines;
 * warnings and notes say so: "file:line: warning: field: text". Files come in
 * the order in which they were first complained about. Control characters and
 * bytes that are not UTF-8 come out as "\u001b" and "\xff", a newline as "\n".
 * Says at the end how many errors beyond FINDINGS_ERRORS_PRINTED there are, and how
 * many notes are left out because there are errors. */
void findings_print(const struct findings *findings, FILE *out);

#endif
