#ifndef MATCHDAY_BASE_STOPWATCH_H
#define MATCHDAY_BASE_STOPWATCH_H

/* Seconds since some fixed moment, by a clock that nobody sets. For limits and
 * progress alone: no result may depend on it. */
double stopwatch_now_s(void);

/* What is left until then, at least a hundredth, as limits of 0 mean none; 0 if
 * deadline_s is 0. */
double stopwatch_left_s(double deadline_s);

/* How many times longer than on a free processor the calling thread's work has taken
 * until now, as others wanted the processors too; 1 where the system does not tell. */
double stopwatch_slowness(void);

#endif
