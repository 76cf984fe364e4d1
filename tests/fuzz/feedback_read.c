/* Whatever somebody sends back: rows are about a meeting or a wish and somebody of
 * it, answers are in range, and what is understood makes a next event. */

#include "io/feedback_read.h"

#include <stdint.h>

#include "scheduler/model/follow_up.h"
#include "tests/support/insist.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void follow(struct arena *arena, const struct tiny_plan *plan,
                   struct feedback_list *list, struct findings *findings)
{
    static const struct civil date = {2021, 6, 15, 0, 0, 0};
    const struct follow_up_order order = {"next", "", "", "Follow-up", &date, 1,
                                          -1,     -1, 0};
    struct feedback_facts facts;
    struct follow_up next;
    struct eligibility elig;
    feedback_merge(arena, list, findings);
    if (findings_has_errors(findings)) {
        return;
    }
    feedback_judge(arena, plan->event, &plan->schedule, list, &facts, findings);
    insist(follow_up_build(arena, plan->event, &plan->schedule, &facts, &order,
                           &next, findings));
    eligibility_build(arena, &next.event, &elig, findings);
    insist(!findings_has_errors(findings));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct tiny_plan plan;
    struct findings findings;
    struct feedback_list list = {0};
    arena_init(&arena);
    findings_init(&findings, &arena);
    tiny_round(&plan, &arena);
    const struct feedback_source source = {
        "f.csv", arena_strndup(&arena, (const char *)data, size), size};
    feedback_read(&arena, &source, plan.event, &plan.schedule, &list, &findings);
    for (int n = 0; n < list.n; n++) {
        const struct feedback *row = &list.row[n];
        insist((row->k >= 0) != (row->request >= 0));
        insist(row->p >= 0 && row->p < 4);
        insist(row->rating >= 0 && row->rating <= BEST_RATING);
        insist(row->outcome < N_OUTCOMES && row->next_step != NULL);
    }
    if (!findings_has_errors(&findings)) {
        follow(&arena, &plan, &list, &findings);
    }
    arena_finish(&arena);
    return 0;
}
