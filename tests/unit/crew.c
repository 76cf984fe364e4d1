#include "scheduler/base/crew.h"

#include "tests/support/check.h"

enum { PARTS = 37, RUNS = 200 };

struct sums {
    int done[PARTS];
};

static void add(void *context, int k)
{
    struct sums *sums = context;
    sums->done[k] += k + 1;
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (int threads = 1; threads <= 4; threads++) {
        struct arena scratch = arena;
        struct crew *crew = crew_call(&scratch, threads);
        struct sums sums = {0};
        for (int run = 0; run < RUNS; run++) {
            crew_run(crew, run % (PARTS + 1), add, &sums);
        }
        crew_dismiss(crew);
        for (int k = 0; k < PARTS; k++) {
            int n = 0; /* runs that have such a part */
            for (int run = 0; run < RUNS; run++) {
                n += k < run % (PARTS + 1);
            }
            CHECK_INT(sums.done[k], n * (k + 1));
        }
    }
    arena_finish(&arena);
    return check_report();
}
