#ifndef MATCHDAY_TESTS_SUPPORT_READ_EVENT_CASE_H
#define MATCHDAY_TESTS_SUPPORT_READ_EVENT_CASE_H

#include "io/event_read.h"

/* Reads an event, whatever is in its files, and ends the run if something does not
 * hold: findings have a place (with a line of least_line or more), an event without
 * errors has the invariants of struct event, and its canonical text reads back as the
 * same event, from a file beside it that is called again.json. */
void read_event_case(const struct event_input *input, int least_line);

#endif
