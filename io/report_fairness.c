#include "io/report_parts.h"

#include "io/report_table.h"
#include "scheduler/base/zone.h"

/* How meetings and hours are shared between the sides, by people's own clocks. */

enum { HOURS = 24 };

struct side_sum {
    int n, without; /* organisations */
    int asked, possible, held, missing;
    int least, most;
    int costly, cost; /* meetings at a cost, and all of it */
    int worst;        /* who has most of it, or -1 */
    int hour[HOURS];  /* meetings by the local hour of their start */
    int *with;        /* organisations by their number of meetings */
};

struct fairness {
    struct report *report;
    struct side_sum *side;
    int most; /* meetings of anybody */
};

static void add_person(struct fairness *fairness, int p)
{
    struct report *report = fairness->report;
    const struct tally *tally = &report->tally[p];
    struct side_sum *sum = &fairness->side[report->side[p]];
    if (!report_counts(report, p)) {
        return;
    }
    sum->least = sum->n == 0 || tally->scheduled < sum->least ? tally->scheduled
                                                              : sum->least;
    sum->most = tally->scheduled > sum->most ? tally->scheduled : sum->most;
    sum->n++;
    sum->without += tally->scheduled == 0;
    sum->asked += tally->requested;
    sum->possible += tally->possible;
    sum->held += tally->scheduled;
    sum->missing += tally->shortfall;
    sum->cost += tally->comfort_cost;
    sum->with[tally->scheduled]++;
    if (tally->comfort_cost > 0 &&
        (sum->worst < 0 ||
         tally->comfort_cost > report->tally[sum->worst].comfort_cost)) {
        sum->worst = p;
    }
}

static void add_hours(struct fairness *fairness,
                      const struct schedule_meeting *meeting)
{
    const struct report_input *in = fairness->report->in;
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p = event_find_participant(in->event, meeting->participant_ids.text[k]);
        if (p < 0) {
            continue;
        }
        struct side_sum *sum = &fairness->side[fairness->report->side[p]];
        const struct zone *zone = in->event->participant[p].zone;
        sum->hour[zone_to_civil(zone, meeting->start_s).hour]++;
        sum->costly +=
            meeting->s >= 0 && eligibility_cost(in->elig, p, meeting->s) > 0;
    }
}

static void add_up(struct fairness *fairness)
{
    struct report *report = fairness->report;
    const struct event *event = report->in->event;
    for (int p = 0; p < event->n_participants; p++) {
        int n = report->tally[p].scheduled;
        fairness->most = n > fairness->most ? n : fairness->most;
    }
    fairness->side = arena_new(report->arena, report->sides.n, struct side_sum);
    for (int k = 0; k < report->sides.n; k++) {
        fairness->side[k].with = arena_new(report->arena, fairness->most + 1, int);
        fairness->side[k].worst = -1;
    }
    for (int p = 0; p < event->n_participants; p++) {
        add_person(fairness, p);
    }
    for (int k = 0; k < report->in->schedule->n_meetings; k++) {
        add_hours(fairness, &report->in->schedule->meeting[k]);
    }
}

static const char *side_name(const struct report *report, int k)
{
    return report->sides.text[k][0] != '\0' ? report->sides.text[k] : "–";
}

static const char *tenths(struct arena *arena, int n, int of)
{
    int ten = of > 0 ? (n * 20 + of) / (2 * of) : 0;
    return arena_printf(arena, "%d.%d", ten / 10, ten % 10);
}

static void add_cell_tenths(struct report_table *table, int n, int of)
{
    report_cell_open(table, "n");
    html_text(&table->report->html, tenths(table->report->arena, n, of));
    html_close(&table->report->html);
}

static void write_sides(struct fairness *fairness)
{
    static const struct report_column column[] = {
        {PAGE_SIDE, NULL, false},           {PAGE_ORGANISATIONS, NULL, true},
        {PAGE_WITHOUT_MEETING, NULL, true}, {PAGE_ASKED, NULL, true},
        {PAGE_POSSIBLE, NULL, true},        {PAGE_HELD, NULL, true},
        {PAGE_MISSING, NULL, true},         {PAGE_PER_ORGANISATION, NULL, true},
        {PAGE_LEAST, NULL, true},           {PAGE_MOST, NULL, true},
    };
    struct report_table table = {
        fairness->report, "sides", column, sizeof column / sizeof *column, true, 0};
    report_table_begin(&table);
    for (int k = 0; k < fairness->report->sides.n; k++) {
        const struct side_sum *sum = &fairness->side[k];
        const int number[] = {sum->n,        sum->without, sum->asked,
                              sum->possible, sum->held,    sum->missing};
        report_row(&table);
        report_cell(&table, side_name(fairness->report, k));
        for (size_t j = 0; j < sizeof number / sizeof *number; j++) {
            report_cell_number(&table, number[j]);
        }
        add_cell_tenths(&table, sum->held, sum->n);
        report_cell_number(&table, sum->least);
        report_cell_number(&table, sum->most);
    }
    report_table_end(&table);
}

static void write_hours_of_sides(struct fairness *fairness)
{
    static const struct report_column column[] = {
        {PAGE_SIDE, NULL, false},
        {PAGE_HELD, NULL, true},
        {PAGE_UNSOCIAL_MEETINGS, NULL, true},
        {PAGE_UNSOCIAL_SHARE, NULL, false},
        {PAGE_COST, NULL, true},
        {PAGE_COST_EACH, NULL, true},
        {PAGE_WORST_OFF, NULL, false},
    };
    struct report *report = fairness->report;
    struct report_table table = {
        report, "sides", column, sizeof column / sizeof *column, true, 0};
    report_table_begin(&table);
    for (int k = 0; k < report->sides.n; k++) {
        const struct side_sum *sum = &fairness->side[k];
        report_row(&table);
        report_cell(&table, side_name(report, k));
        report_cell_number(&table, sum->held);
        report_cell_number(&table, sum->costly);
        report_cell_share(&table, sum->costly, sum->held);
        report_cell_number(&table, sum->cost);
        add_cell_tenths(&table, sum->cost, sum->held);
        report_cell_open(&table, NULL);
        if (sum->worst >= 0) {
            const char *id = report->in->event->participant[sum->worst].id;
            report_people(report, &(struct strings){&id, 1});
            html_text(&report->html, " (");
            html_number(&report->html, report->tally[sum->worst].comfort_cost);
            html_text(&report->html, ")");
        } else {
            html_text(&report->html, "–");
        }
        html_close(&report->html);
    }
    report_table_end(&table);
}

/* One column for each side. */
static struct report_table by_side(struct fairness *fairness, enum page_text first)
{
    struct report *report = fairness->report;
    struct report_column *column =
        arena_new(report->arena, report->sides.n + 1, struct report_column);
    column[0] = (struct report_column){first, NULL, true};
    for (int k = 0; k < report->sides.n; k++) {
        column[k + 1] = (struct report_column){first, side_name(report, k), false};
    }
    return (struct report_table){report, "by-side", column, report->sides.n + 1,
                                 true,   0};
}

static int most_of(const struct fairness *fairness, bool by_hour)
{
    int most = 1;
    for (int k = 0; k < fairness->report->sides.n; k++) {
        const int *count =
            by_hour ? fairness->side[k].hour : fairness->side[k].with;
        for (int j = 0; j < (by_hour ? HOURS : fairness->most + 1); j++) {
            most = count[j] > most ? count[j] : most;
        }
    }
    return most;
}

static void write_distribution(struct fairness *fairness)
{
    struct report_table table = by_side(fairness, PAGE_MEETINGS);
    int most = most_of(fairness, false);
    report_table_begin(&table);
    for (int n = 0; n <= fairness->most; n++) {
        report_row(&table);
        report_cell_number(&table, n);
        for (int k = 0; k < fairness->report->sides.n; k++) {
            report_cell_bar(&table, fairness->side[k].with[n], most);
        }
    }
    report_table_end(&table);
}

static bool is_used(const struct fairness *fairness, int hour)
{
    bool used = false;
    for (int k = 0; k < fairness->report->sides.n; k++) {
        used = used || fairness->side[k].hour[hour] > 0;
    }
    return used;
}

static void write_hours(struct fairness *fairness)
{
    struct report_table table = by_side(fairness, PAGE_LOCAL_HOUR);
    int most = most_of(fairness, true);
    report_table_begin(&table);
    for (int hour = 0; hour < HOURS; hour++) {
        if (!is_used(fairness, hour)) {
            continue;
        }
        report_row(&table);
        report_cell_open(&table, "n");
        html_text(&fairness->report->html,
                  arena_printf(fairness->report->arena, "%02d:00", hour));
        html_close(&fairness->report->html);
        for (int k = 0; k < fairness->report->sides.n; k++) {
            report_cell_bar(&table, fairness->side[k].hour[hour], most);
        }
    }
    report_table_end(&table);
}

void report_write_fairness(struct report *report)
{
    struct fairness fairness = {.report = report};
    struct html *html = &report->html;
    add_up(&fairness);
    report_section(report, "fairness", PAGE_FAIRNESS);
    page_text_leaf(html, "p", "hint", PAGE_FAIRNESS_HINT);
    write_sides(&fairness);
    page_text_leaf(html, "h3", NULL, PAGE_UNSOCIAL);
    page_text_leaf(html, "p", "hint", PAGE_UNSOCIAL_HINT);
    write_hours_of_sides(&fairness);
    html_open(html, "div");
    html_attr(html, "class", "pair");
    html_open(html, "div");
    page_text_leaf(html, "h3", NULL, PAGE_LOCAL_HOURS);
    write_hours(&fairness);
    html_close(html);
    html_open(html, "div");
    page_text_leaf(html, "h3", NULL, PAGE_MEETINGS_EACH);
    write_distribution(&fairness);
    html_close(html);
    html_close(html);
    html_close(html);
}
