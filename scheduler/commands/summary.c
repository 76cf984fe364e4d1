#include "scheduler/commands/summary.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/recall.h"
#include "scheduler/model/told.h"

static const char *const meaning[N_LEVELS] = {
    [LEVEL_GUARANTEE] = "promised meetings missing",
    [LEVEL_SERVED] = "worth of the meetings held",
    [LEVEL_BALANCE] = "evenness between people",
    [LEVEL_STABILITY] = "cost of avoidable changes",
    [LEVEL_COMFORT] = "cost of unsocial hours",
    [LEVEL_BURDEN] = "unsocial hours, worst off",
    [LEVEL_COMPACTNESS] = "gaps in people's days",
    [LEVEL_ROOMS] = "room changes",
};

static const char *const reason_meaning[N_REASONS] = {
    [REASON_NOT_ACCEPTED] = "waits for the partner's answer",
    [REASON_DECLINED] = "the partner said no",
    [REASON_WITHDRAWN] = "taken back",
    [REASON_PARTICIPANT_CANCELLED] = "somebody does not come",
    [REASON_MET_BEFORE] = "they have met before",
    [REASON_FORBIDDEN] = "forbidden by a lock",
    [REASON_NO_COMMON_SLOT] = "never free together",
    [REASON_NO_SUITABLE_ROOM] = "no room would do",
    [REASON_NO_INTERPRETER] = "nobody could interpret",
    [REASON_PREDECESSOR] = "what it must follow is not held in time",
    [REASON_PARTICIPANT_FULL] = "its people have no time left",
    [REASON_ROOMS_FULL] = "one room more would serve it",
    [REASON_INTERPRETERS_FULL] = "one interpreter more would serve it",
    [REASON_OUTRANKED] = "would cost as much elsewhere",
    [REASON_NOT_PROVEN] = "not settled whether it could be held",
};

static void print_level(const struct level_result *level, bool claimed)
{
    char value[32], bound[48] = "no bound known";
    snprintf(value, sizeof value, "%" PRId64, level->value);
    if (level->optimal) {
        snprintf(bound, sizeof bound,
                 claimed ? "claimed optimal" : "optimal, proven");
    } else if (level->has_bound) {
        snprintf(bound, sizeof bound, "%s %s %" PRId64,
                 claimed ? "claimed" : "proven",
                 level_is_maximised(level->level) ? "at most" : "at least",
                 level->bound);
    }
    printf("  %-11s %8s  %-26s%s\n", level_name(level->level), value, bound,
           meaning[level->level]);
}

void summary_print_levels(const struct schedule *schedule, bool claimed)
{
    for (int k = 0; k < schedule->n_levels; k++) {
        print_level(&schedule->level[k], claimed);
    }
}

int summary_count_possible(const struct eligibility *elig)
{
    int n = 0;
    for (int m = 0; m < elig->n_meetings; m++) {
        n += elig->meeting[m].possible;
    }
    return n;
}

static int count_interpreted(const struct schedule *schedule)
{
    int n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        n += schedule->meeting[k].interpreter_id[0] != '\0';
    }
    return n;
}

static void print_reasons(const struct schedule *schedule)
{
    int count[N_REASONS] = {0}, n_requests = 0;
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        const struct unscheduled *entry = &schedule->unscheduled[k];
        count[entry->reason] += entry->request_ids.n;
        n_requests += entry->request_ids.n;
    }
    if (n_requests == 0) {
        return;
    }
    printf("  %d request%s not served:\n", n_requests, text_s(n_requests));
    for (int reason = 0; reason < N_REASONS; reason++) {
        if (count[reason] > 0) {
            printf("    %4d  %-22s %s\n", count[reason],
                   reason_name((enum reason)reason), reason_meaning[reason]);
        }
    }
}

/* Meetings by what people must be told of them. */
enum news { NEWS_ANNOUNCED, NEWS_UPDATED, NEWS_CANCELLED, N_NEWS };

static void count_news(const struct event *event, const struct schedule *schedule,
                       int n[N_NEWS])
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        bool is_known = meeting->sent.state == SENT_CONFIRMED;
        n[is_known ? NEWS_UPDATED : NEWS_ANNOUNCED] +=
            told_is_news(event, meeting, false, -1, -1);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        n[NEWS_CANCELLED] += !schedule_is_as_sent(&schedule->cancelled[k], true);
    }
}

/* "3 meetings to announce, 1 to cancel" */
static void print_news(const char *noun, const int n[N_NEWS])
{
    static const char *const verb[N_NEWS] = {
        [NEWS_ANNOUNCED] = "announce",
        [NEWS_UPDATED] = "update",
        [NEWS_CANCELLED] = "cancel",
    };
    bool is_first = true;
    for (int k = 0; k < N_NEWS; k++) {
        if (n[k] > 0) {
            printf("%s%d%s%s%s to %s", is_first ? "" : ", ", n[k],
                   is_first ? " " : "", is_first ? noun : "",
                   is_first ? text_s(n[k]) : "", verb[k]);
            is_first = false;
        }
    }
}

/* Agenda items by what people must be told of them; how many people that are. */
static int count_item_news(struct job *job, const struct schedule *schedule,
                           int n[N_NEWS])
{
    struct arena *arena = &job->arena;
    struct diff_listeners listeners;
    struct event whole; /* with those who have left */
    recall_people(arena, &job->event, &schedule, 1, &whole);
    diff_item_listeners(arena, &whole, schedule, &listeners);
    struct item_counts counts =
        diff_count_items(*arena, &whole, schedule, &listeners);
    n[NEWS_ANNOUNCED] = counts.n_new;
    n[NEWS_UPDATED] = counts.n_changed;
    n[NEWS_CANCELLED] = counts.n_gone;
    return diff_count_persons(&listeners);
}

static bool is_any(const int n[N_NEWS])
{
    return n[NEWS_ANNOUNCED] + n[NEWS_UPDATED] + n[NEWS_CANCELLED] > 0;
}

/* "schedule.json, meetings.csv, ...", in lines. */
static void print_files(struct arena *arena, const char *folder, bool has_changes,
                        const struct outputs_written *written)
{
    enum { COLUMNS = 70 };
    const char *const file[] = {
        "schedule.json",
        written->has_book ? "schedule.xlsx" : NULL,
        "meetings.csv",
        "unscheduled.csv",
        "participants.csv",
        has_changes ? "changes.csv" : NULL,
        written->has_host_moves ? "host_moves.csv" : NULL,
        "programme.html",
        "report.html",
        written->has_run_sheet ? "runsheet.html" : NULL,
        "event.ics",
        written->has_zoom ? "zoom/" : NULL,
        "agendas/",
        written->n_mails > 0 ? "mail/" : NULL,
    };
    const char *begin = arena_printf(arena, "  written to %s: ", folder);
    int column = (int)strlen(begin);
    fputs(begin, stdout);
    for (size_t k = 0; k < sizeof file / sizeof *file; k++) {
        int len = file[k] ? (int)strlen(file[k]) : 0;
        if (len > 0 && k > 0) {
            bool fits = column + len + 2 <= COLUMNS;
            fputs(fits ? ", " : ",\n  ", stdout);
            column = fits ? column + 2 : 2;
        }
        fputs(file[k] ? file[k] : "", stdout);
        column += len;
    }
}

void summary_print_outputs(struct job *job, const struct schedule *schedule,
                           const char *folder, bool has_changes,
                           const struct outputs_written *written)
{
    int n[N_NEWS] = {0}, of_items[N_NEWS] = {0};
    count_news(&job->event, schedule, n);
    int n_persons = count_item_news(job, schedule, of_items);
    print_files(&job->arena, folder, has_changes, written);
    if (!is_any(n)) {
        printf(";\n  no invites, as %s differs from what was sent\n",
               is_any(of_items) ? "no meeting" : "nothing");
    } else if (written->n_invites == 0) {
        printf(";\n  no invites, as none of those to be invited has an e-mail "
               "address\n");
    } else {
        printf(",\n  invites/ (");
        print_news("meeting", n);
        printf(")\n");
    }
    if (is_any(of_items)) {
        printf("  ");
        print_news("agenda item", of_items);
        printf(": %d %s to be told\n", n_persons,
               n_persons == 1 ? "person is" : "people are");
    }
}

void summary_print(const struct job *job, const struct schedule *schedule)
{
    const struct event *event = &job->event;
    int n_possible = summary_count_possible(&job->elig);
    printf("%s: %d of %d possible meeting%s in %d slot%s and %d room%s", event->id,
           schedule->n_meetings, n_possible, text_s(n_possible), event->n_slots,
           text_s(event->n_slots), event->n_rooms, text_s(event->n_rooms));
    if (event->n_interpreters > 0) {
        printf(", %d interpreted", count_interpreted(schedule));
    }
    putchar('\n');
    summary_print_levels(schedule, false);
    print_reasons(schedule);
}
