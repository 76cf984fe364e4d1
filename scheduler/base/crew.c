/* A run has a number; the others sleep until it changes. Everybody takes the next
 * part that is left, and the caller waits until the last one has none. */

#include "scheduler/base/crew.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

struct crew {
    pthread_t *thread; /* all but the caller's */
    int n_threads;     /* of these */
    pthread_mutex_t lock;
    pthread_cond_t begin, end;
    unsigned run; /* under the lock, as are the next two */
    int n_busy;   /* threads that have not ended this run */
    bool over;
    void (*work)(void *context, int k);
    void *context;
    int n;
    atomic_int next;
};

int crew_cores(void)
{
    enum { MOST_USEFUL = 8 };
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > MOST_USEFUL ? MOST_USEFUL : (int)n;
}

static void take_parts(struct crew *crew)
{
    for (int k = atomic_fetch_add(&crew->next, 1); k < crew->n;
         k = atomic_fetch_add(&crew->next, 1)) {
        crew->work(crew->context, k);
    }
}

/* False when the crew is dismissed. */
static bool wait_for_run(struct crew *crew, unsigned *run)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->run == *run && !crew->over) {
        pthread_cond_wait(&crew->begin, &crew->lock);
    }
    *run = crew->run;
    bool goes_on = !crew->over;
    pthread_mutex_unlock(&crew->lock);
    return goes_on;
}

static void *serve(void *context)
{
    struct crew *crew = context;
    unsigned run = 0;
    while (wait_for_run(crew, &run)) {
        take_parts(crew);
        pthread_mutex_lock(&crew->lock);
        if (--crew->n_busy == 0) {
            pthread_cond_signal(&crew->end);
        }
        pthread_mutex_unlock(&crew->lock);
    }
    return NULL;
}

struct crew *crew_call(struct arena *arena, int threads)
{
    struct crew *crew = arena_new(arena, 1, struct crew);
    crew->thread = arena_new(arena, threads, pthread_t);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->begin, NULL);
    pthread_cond_init(&crew->end, NULL);
    atomic_init(&crew->next, 0);
    while (crew->n_threads < threads - 1 &&
           pthread_create(&crew->thread[crew->n_threads], NULL, serve, crew) == 0) {
        crew->n_threads++;
    }
    return crew;
}

void crew_dismiss(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    crew->over = true;
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->lock);
    for (int k = 0; k < crew->n_threads; k++) {
        pthread_join(crew->thread[k], NULL);
    }
    pthread_cond_destroy(&crew->end);
    pthread_cond_destroy(&crew->begin);
    pthread_mutex_destroy(&crew->lock);
}

void crew_run(struct crew *crew, int n, void (*work)(void *context, int k),
              void *context)
{
    if (crew->n_threads == 0) {
        for (int k = 0; k < n; k++) {
            work(context, k);
        }
        return;
    }
    pthread_mutex_lock(&crew->lock);
    crew->work = work;
    crew->context = context;
    crew->n = n;
    atomic_store(&crew->next, 0);
    crew->n_busy = crew->n_threads;
    crew->run++;
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->lock);
    take_parts(crew);
    pthread_mutex_lock(&crew->lock);
    while (crew->n_busy > 0) {
        pthread_cond_wait(&crew->end, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
}
