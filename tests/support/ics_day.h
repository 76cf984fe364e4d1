#ifndef MATCHDAY_TESTS_SUPPORT_ICS_DAY_H
#define MATCHDAY_TESTS_SUPPORT_ICS_DAY_H

#include <stdbool.h>

#include "io/ics_files.h"
#include "io/output.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* A day with three participants and its calendars:
 * a, Gifu, two contacts who read Japanese; b, Vitagora, French; c, NRW, English.
 * r01 a asks b about agri-food, r02 b asks a for the same, r03 c asks a; each with
 * a message and a note. m0001: a and b, 09:00 UTC, Room 1, with interpreter I01;
 * m0002: a and c, 09:20, Room 2. "Welcome" at 08:30 is for all. Nothing was sent
 * yet. Tests change what they like between the steps. */
struct ics_day {
    struct arena *arena;
    struct event *event;
    struct tiny_plan plan;
    struct schedule_meeting *meeting; /* m0001, m0002 */
    struct output output;
};

void ics_day_init(struct ics_day *day, struct arena *arena);

/* Records all that there is as sent. */
void ics_day_publish(struct ics_day *day);

/* Moves the second meeting to the cancelled ones, as it was sent. */
void ics_day_cancel_second(struct ics_day *day);

/* Writes all calendars anew. */
void ics_day_write(struct ics_day *day);

/* The file as it is; NULL if there is none. */
const char *ics_day_file(const struct ics_day *day, const char *path);

/* Its content lines, unfolded, each with LF behind it; "" if there is none. */
const char *ics_day_lines(const struct ics_day *day, const char *path);

/* True if there is such a file; or if its lines have that part; how often they have it,
 * and how many invites there are. */
bool ics_day_has(const struct ics_day *day, const char *path);
bool ics_day_says(const struct ics_day *day, const char *path, const char *part);
int ics_day_count(const struct ics_day *day, const char *path, const char *part);
int ics_day_n_invites(const struct ics_day *day);

#endif
