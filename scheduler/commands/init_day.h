#ifndef MATCHDAY_COMMANDS_INIT_DAY_H
#define MATCHDAY_COMMANDS_INIT_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "io/book_known.h"
#include "io/output.h"
#include "scheduler/base/error.h"
#include "scheduler/base/zone.h"

/* `init` for a date: when the day had best begin, what stands against it, and forms
 * to ask people with. */

struct init_day_options {
    const char *date, *zones, *start; /* start NULL: as proposed */
    int64_t n_slots, minutes, changeover;
};

/* As they stand in cells. */
struct init_day_cells {
    const char *date, *start, *end, *minutes, *changeover; /* of its session */
    const char *time_zone, *display_time_zones;
};

struct init_day {
    struct init_day_cells known;
    struct output forms;           /* form.en.txt, form.ja.txt, form.fr.txt */
    const struct day_start *start; /* all of the date */
    int n_starts, chosen, best;
    const struct zone **zone;
    int n_zones;
    struct civil date;
    int length_min;
};

/* Fills *out, in arena. False with *err, a usage error, if an option is wrong. */
bool init_day_make(struct arena *arena, const struct init_day_options *options,
                   struct init_day *out, struct error *err);

/* Fills in its session, instead of those that are there, and the event's zones. */
void init_day_fill(const struct init_day *day, struct book_known *known);

/* Tells on standard output which starts there are and what they cost whom; on
 * standard error, as notes, weekends, holidays and changes of clocks near by. */
void init_day_print(struct arena *arena, const struct init_day *day);

#endif
