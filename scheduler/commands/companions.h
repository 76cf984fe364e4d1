#ifndef MATCHDAY_COMMANDS_COMPANIONS_H
#define MATCHDAY_COMMANDS_COMPANIONS_H

#include <stdbool.h>

#include "io/output.h"
#include "scheduler/base/error.h"
#include "scheduler/model/event.h"

/* Adds what lies beside the event and goes where it goes: the calendars of its
 * participants, and how mails are worded. What is missing there is left out. False
 * with *err if a file cannot be read. */
bool companions_add(struct output *output, const struct event *event,
                    struct error *err);

/* The wording alone. */
bool companions_add_texts(struct output *output, const struct event *event,
                          struct error *err);

#endif
