#ifndef MATCHDAY_IO_FEEDBACK_FORM_H
#define MATCHDAY_IO_FEEDBACK_FORM_H

#include "io/output.h"
#include "io/texts.h"
#include "scheduler/model/schedule.h"

/* The language in which a participant is written to: that of the first contact who
 * names one. */
enum language participant_language(const struct participant *participant);

/* How a participant is called in that language: name, or id where there is none. */
const char *participant_name(const struct participant *participant,
                             enum language language);

/* Adds "PARTICIPANT.csv" for everybody who has something to answer: a table as
 * feedback_read() reads it, with a row for each of their meetings and for each wish
 * of theirs that counts or waits and was not served. Heads, names and times are in
 * the reader's language and time zone; the answers are left empty. Nothing in it is
 * about people, but the answers will be. Returns the number of forms. */
int feedback_add_forms(struct output *output, const struct event *event,
                       const struct schedule *schedule);

#endif
