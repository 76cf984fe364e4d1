#ifndef MATCHDAY_TESTS_SUPPORT_STAGE_H
#define MATCHDAY_TESTS_SUPPORT_STAGE_H

#include "scheduler/base/findings.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* A small event with something of everything, and a schedule of it in which all is
 * right; tests break one rule and look what verify_schedule() says.
 *
 * Slots s-01 to s-06 and t-01 to t-03; rooms R01, R02 (a booth), R03 (4 people,
 * for d). e holds two meetings at a time and has three contacts, g speaks
 * Japanese only, f has cancelled.
 *
 *     m0001  s-01  R01        a b  r01 r02, locked there
 *     m0002  s-01  R02  I01   d g  r05
 *     m0003  s-02  R01        a c  r03, not in s-04
 *     m0004  s-03  R01        a e  r06, contact 1
 *     m0005  s-03  R03        d e  r08, contact 2
 *     m0006  s-04  R02        b c  r04, not in R01
 *     m0007  s-05  R01        b e  r07, contact 3, after r06
 *     m0008  t-01  R02  I01   c g  r11
 *     r09 (a f) is withdrawn, r10 (b f) cannot be met. */
struct stage {
    struct arena *arena;
    struct event *event;
    struct eligibility *elig;
    struct tiny_plan plan, before;
    struct schedule *schedule;
    struct schedule *previous; /* NULL at first */
    bool keeps_levels; /* values stay as they were, even if they are wrong now */
};

void stage_build(struct stage *stage, struct arena *arena);

/* Adds what people were sent: previous was published with m0009 (a d) and without
 * m0008, and m0010 (b d) was cancelled in it and people know; in the schedule m0009
 * is cancelled too, and m0008 is new and called m0011. */
void stage_add_history(struct stage *stage);

/* Fills in the levels of the objective with true values, proven. */
void stage_set_levels(struct stage *stage);

/* Binds the schedule again and judges it. */
void stage_verify(struct stage *stage, struct findings *findings);

/* One rule broken: what must be found. */
struct breach {
    void (*commit)(struct stage *stage);
    const char *field; /* or NULL */
    const char *text;  /* a part of it */
    int n_more;        /* findings that follow from it beside this one */
};

/* Commits each breach on a stage of its own and CHECKs that it is found and nothing
 * else is. */
void stage_check(struct arena scratch, bool with_history,
                 const struct breach *breach, int n);

#endif
