#ifndef MATCHDAY_SOLVER_GAPS_INQUIRY_H
#define MATCHDAY_SOLVER_GAPS_INQUIRY_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/gaps_proof.h"
#include "solver/sat.h"

/* Whether so many gaps will do, asked in a thread of its own: several numbers can
 * be asked for at a time. */

struct gaps_inquiry;

/* Begins to ask; in the calling thread, to the end, if in_thread is false or no
 * thread can be had. The inquiry lives in arena; its task and what is known must
 * outlive it. */
struct gaps_inquiry *gaps_inquiry_begin(struct arena *arena,
                                        const struct gaps_proof_task *task,
                                        const struct propagation *known,
                                        int64_t most_gaps, bool in_thread);

/* Waits for the answer. On SAT_YES *slot, in arena, is a schedule with so many gaps
 * or fewer. Returns SAT_UNKNOWN once task->poll wants the work to end. */
enum sat_answer gaps_inquiry_wait(struct gaps_inquiry *inquiry, struct arena *arena,
                                  int **slot);

/* Gives everything back, whether there is an answer or not. */
void gaps_inquiry_end(struct gaps_inquiry *inquiry);

#endif
