/* Times have heavy tails, and the two encodings have different ones: they take
 * turns, both with the same conflicts, then both with four times as many. */

#include "solver/gaps_inquiry.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

#include "solver/gaps_sat.h"

enum { MORE = 4 };
enum { POLL_NS = 20 * 1000 * 1000, SECOND_NS = 1000 * 1000 * 1000 };

struct gaps_inquiry {
    const struct gaps_proof_task *task;
    struct gaps_question question;
    struct arena arena; /* of the answer */
    enum sat_answer answer;
    int *slot;

    bool has_thread;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t end;
    bool is_over;     /* under the lock */
    atomic_bool stop; /* for the thread */
};

static bool is_stopped(void *context)
{
    struct gaps_inquiry *inquiry = context;
    return atomic_load(&inquiry->stop);
}

static bool wants_end(const struct gaps_proof_task *task)
{
    return task->poll && task->poll(task->context);
}

static void ask(struct gaps_inquiry *inquiry, struct sat_effort effort)
{
    inquiry->answer = SAT_UNKNOWN;
    effort.max_conflicts = inquiry->task->conflicts;
    for (int i = 0; i < inquiry->task->attempts && inquiry->answer == SAT_UNKNOWN;
         i++) {
        if (effort.poll && effort.poll(effort.context)) {
            return;
        }
        inquiry->question.even = i % 2 != 0;
        inquiry->answer = gaps_sat_ask(&inquiry->arena, &inquiry->question, &effort,
                                       &inquiry->slot);
        effort.max_conflicts *= i % 2 != 0 ? MORE : 1;
    }
}

static void *work(void *context)
{
    struct gaps_inquiry *inquiry = context;
    ask(inquiry, (struct sat_effort){.poll = is_stopped, .context = inquiry});
    pthread_mutex_lock(&inquiry->lock);
    inquiry->is_over = true;
    pthread_cond_signal(&inquiry->end);
    pthread_mutex_unlock(&inquiry->lock);
    return NULL;
}

struct gaps_inquiry *gaps_inquiry_begin(struct arena *arena,
                                        const struct gaps_proof_task *task,
                                        const struct propagation *known,
                                        int64_t most_gaps, bool in_thread)
{
    struct gaps_inquiry *inquiry = arena_new(arena, 1, struct gaps_inquiry);
    inquiry->task = task;
    inquiry->question = (struct gaps_question){
        .problem = task->problem, .known = known, .most_gaps = most_gaps};
    arena_init(&inquiry->arena);
    atomic_init(&inquiry->stop, false);
    pthread_mutex_init(&inquiry->lock, NULL);
    pthread_cond_init(&inquiry->end, NULL);
    inquiry->has_thread =
        in_thread && pthread_create(&inquiry->thread, NULL, work, inquiry) == 0;
    if (!inquiry->has_thread) {
        ask(inquiry,
            (struct sat_effort){.poll = task->poll, .context = task->context});
        inquiry->is_over = true;
    }
    return inquiry;
}

/* Waits for a moment; true if it is over. */
static bool is_over(struct gaps_inquiry *inquiry)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += POLL_NS;
    until.tv_sec += until.tv_nsec / SECOND_NS;
    until.tv_nsec %= SECOND_NS;
    pthread_mutex_lock(&inquiry->lock);
    if (!inquiry->is_over) {
        pthread_cond_timedwait(&inquiry->end, &inquiry->lock, &until);
    }
    bool over = inquiry->is_over;
    pthread_mutex_unlock(&inquiry->lock);
    return over;
}

enum sat_answer gaps_inquiry_wait(struct gaps_inquiry *inquiry, struct arena *arena,
                                  int **slot)
{
    while (!is_over(inquiry)) {
        if (wants_end(inquiry->task)) {
            return SAT_UNKNOWN;
        }
    }
    if (inquiry->answer == SAT_YES) {
        size_t n = (size_t)inquiry->task->problem->n_meetings;
        *slot = arena_new(arena, n, int);
        memcpy(*slot, inquiry->slot, n * sizeof **slot);
    }
    return inquiry->answer;
}

void gaps_inquiry_end(struct gaps_inquiry *inquiry)
{
    atomic_store(&inquiry->stop, true);
    if (inquiry->has_thread) {
        pthread_join(inquiry->thread, NULL);
    }
    pthread_cond_destroy(&inquiry->end);
    pthread_mutex_destroy(&inquiry->lock);
    arena_finish(&inquiry->arena);
}
