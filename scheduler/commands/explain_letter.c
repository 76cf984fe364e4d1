/* What is found out for a text that can be sent on: only changes that are the reader's
 * own to make. Other partners who have time left are not among them: that they have
 * would tell of other people's days, or of who did not ask for them, and what they
 * would answer nobody knows. */

#include <stdio.h>

#include "io/explain_letter.h"
#include "scheduler/commands/explaining.h"

static void find_choices(struct explaining *explaining, int q,
                         struct letter_case *item)
{
    struct job *job = explaining->job;
    struct plan_remedies *remedies =
        arena_new(&job->arena, 1, struct plan_remedies);
    const struct plan_remedy_wish wish = {
        .q = q, .p = explaining->reader, .n = LETTER_CHOICES_MOST};
    explaining_begin(explaining, 1);
    plan_remedies_find(&job->arena, &explaining->base, &wish, remedies);
    explaining_end(explaining);
    explaining->was_cut |= remedies->n_untried > 0;
    for (int k = 0; k < remedies->n; k++) {
        const struct plan_proposal *proposal = &remedies->proposal[k];
        if (proposal->costs_nobody) {
            item->choice[item->n_choices++] = (struct letter_choice){
                .amendments = &proposal->amendments, .s = proposal->rerun.s};
        }
    }
}

void explain_letter(struct explaining *explaining, const int *request, int n)
{
    struct job *job = explaining->job;
    struct arena *arena = &job->arena;
    struct letter_case *item = arena_new(arena, n, struct letter_case);
    for (int k = 0; k < n; k++) {
        item[k] = (struct letter_case){
            .q = request[k],
            .served = explaining_served(explaining, request[k]),
            .unscheduled = explaining_unscheduled(explaining, request[k]),
        };
        explaining->n_to_come = n - k;
        if (!item[k].served) {
            find_choices(explaining, request[k], &item[k]);
        }
    }
    const struct letter_input input = {
        .event = &job->event,
        .elig = &job->elig,
        .schedule = &explaining->schedule,
        .p = explaining->reader,
        .has_language = explaining->has_language,
        .language = explaining->language,
        .item = item,
        .n_items = n,
    };
    const char *text = explain_letter_text(arena, &input);
    if (job->as_json) {
        struct value *object = value_push(arena, explaining->list, VALUE_OBJECT);
        value_put_text(arena, object, "for",
                       job->event.participant[explaining->reader].id);
        value_put_text(arena, object, "language",
                       language_tag(explain_letter_language(&input)));
        value_put_text(arena, object, "text", text);
    } else {
        fputs(text, stdout);
    }
}
