#ifndef MATCHDAY_COMMANDS_EXPLAIN_WORDS_H
#define MATCHDAY_COMMANDS_EXPLAIN_WORDS_H

#include "scheduler/commands/explaining.h"

/* The English in which `explain` speaks to the organiser. All texts are in the job's
 * arena. */

/* Prints a line, folded where it is long: begin stands in front of its first part and
 * blanks of the same width in front of the others. */
void explain_print(const struct explaining *explaining, const char *begin,
                   const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The organisation, or the id of one without. */
const char *explain_who(const struct explaining *explaining, int p);

/* "City of Sendai, Vitagora (topic)" of the model's meeting m. */
const char *explain_people(const struct explaining *explaining, int m);

/* "m0001 (Košice Region, City of Sendai; worth 10)" */
const char *explain_entry(const struct explaining *explaining,
                          const struct schedule_meeting *entry);

/* "am-03, Tue 19 May 09:50 Brussels, 16:50 Tokyo" */
const char *explain_slot(const struct explaining *explaining, int s);

/* ", Room 1, Naomi Hayashi": names of the event, ids of what is new; "" may be. */
const char *explain_place(const struct explaining *explaining, const char *room_id,
                          const char *interpreter_id);

/* "City of Sendai is in m0001 (...)": of meeting m in slot s. */
const char *explain_obstacle(const struct explaining *explaining,
                             const struct obstacle *obstacle, int m, int s);

/* "Gifu Prefecture stays 25 minutes longer: available until 17:40" */
const char *explain_amendment(const struct explaining *explaining,
                              const struct amendment *amendment);

/* "served 41 instead of 42, comfort 3 instead of 2" of the first n levels of the
 * objective in which they differ; "" where they do in none. */
const char *explain_levels(const struct explaining *explaining, int n_levels,
                           const int64_t now[N_LEVELS],
                           const int64_t before[N_LEVELS]);

#endif
