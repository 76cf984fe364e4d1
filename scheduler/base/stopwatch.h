#ifndef MATCHDAY_BASE_STOPWATCH_H
#define MATCHDAY_BASE_STOPWATCH_H

/* Seconds since some fixed moment, by a clock that nobody sets. For limits and
 * progress alone: no result may depend on it. */
double stopwatch_now_s(void);

#endif
