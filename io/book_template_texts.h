#ifndef MATCHDAY_IO_BOOK_TEMPLATE_TEXTS_H
#define MATCHDAY_IO_BOOK_TEMPLATE_TEXTS_H

#include "io/headings.h"

/* What stands in the tables of an event that nobody has filled in; for book_template.c
 * alone. Headings are such that heading_find() knows them. */

struct template_column {
    const char *head; /* in English, then " / " and in Japanese */
    const char *example;
    double width;
    const char *format; /* of dates and times */
    const char *among;  /* a drop-down list: "a|b" */
};

enum { TEMPLATE_MOST_COLUMNS = 14 };

struct template_sheet {
    enum list list;
    const char *name;
    struct template_column column[TEMPLATE_MOST_COLUMNS];
};

/* Columns and settings that stand there only where something is known of them. */
struct template_further {
    enum list list;
    const char *field, *head;
    double width; /* of a column */
};

struct template_setting {
    const char *name, *value, *help;
};

extern const struct template_sheet template_sheets[];
extern const int n_template_sheets;
extern const struct template_further template_further[];
extern const int n_template_further;
extern const char *const template_setting_head[3];
extern const struct template_setting template_settings[];
extern const int n_template_settings;
extern const char *const template_help[];
extern const int n_template_help;

#endif
