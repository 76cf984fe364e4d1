#ifndef MATCHDAY_IO_FIELD_NAMES_H
#define MATCHDAY_IO_FIELD_NAMES_H

#include "io/fields.h"

/* The names that the objects of one list may have, and those met that they may
 * not: these are ignored, but never in silence. */
struct field_names {
    const char *const *known; /* ends with NULL */
    struct fields first;      /* the first object with an unknown name */
    struct strings unknown;   /* each once, in the order of meeting them */
    int *line;                /* where each stood first */
    int header_line;          /* where all stand: of a CSV file; else 0 */
    int n_more;               /* counted, not kept: there were too many */
    bool is_settings;         /* see field_names_judge_settings() */
};

/* Notes the unknown names of one object. */
void field_names_check(struct field_names *names, const struct fields *fields);

/* Adds a warning for each name that is a near miss of a known one: "'emial' is not
 * known; did you mean 'email'?", or a status where there is a member for it, and one
 * note which names all others. */
void field_names_report(const struct field_names *names);

/* Both for a single object. */
void field_names_judge(const char *const *known, const struct fields *fields);

/* The same for an object of settings, which nobody writes without meaning them: each
 * unknown one is a warning that says which are known; but for those that begin with
 * '_', '$', '#' or '/', as comments do. */
void field_names_judge_settings(const char *const *known,
                                const struct fields *fields);

#endif
