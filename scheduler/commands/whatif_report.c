#include "scheduler/commands/whatif_report.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "io/csv_write.h"
#include "io/value_build.h"
#include "scheduler/base/buf.h"
#include "scheduler/commands/whatif_knee.h"

static bool has_level(const struct whatif_report *report, enum level level)
{
    for (int k = 0; k < report->plan->n_levels; k++) {
        if (report->plan->level[k] == level) {
            return true;
        }
    }
    return false;
}

bool whatif_is_present(const struct event *event, const struct variation *variation)
{
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        int number = variation->number[kind];
        if (number != VARY_NOT &&
            number != variation_present(event, (enum variation_kind)kind)) {
            return false;
        }
    }
    return true;
}

static bool is_present(const struct whatif_report *report,
                       const struct plan_whatif_case *item)
{
    return whatif_is_present(report->plan->event, &item->variation);
}

static const char *side_text(const char *side)
{
    return side[0] != '\0' ? side : "all";
}

/* "1188", "1188 of at most 1190" */
static const char *served_text(struct arena *arena,
                               const struct plan_whatif_case *item)
{
    int64_t value = item->value[LEVEL_SERVED];
    if (!item->has_bound) {
        return arena_printf(arena, "%" PRId64 " ?", value);
    }
    return item->bound == value
               ? arena_printf(arena, "%" PRId64 " =", value)
               : arena_printf(arena, "%" PRId64 " <%" PRId64, value, item->bound);
}

static const char *gain_text(struct arena *arena,
                             const struct whatif_report *report, int c)
{
    int64_t gain;
    return whatif_gain(report, c, &gain) ? arena_printf(arena, "%+" PRId64, gain)
                                         : "";
}

/* What the case has of that kind; "" where sessions differ in it. */
static const char *number_text(struct arena *arena,
                               const struct whatif_report *report,
                               const struct plan_whatif_case *item,
                               enum variation_kind kind)
{
    int number = item->variation.number[kind];
    if (number == VARY_NOT) {
        number = variation_present(report->plan->event, kind);
    }
    return number == VARY_NOT ? "" : whatif_range_text(arena, kind, number);
}

/* The table, cell by cell; row 0 is the heading. */
struct cells {
    const char **text;
    int n_columns, n_rows;
};

static const char **cell(const struct cells *cells, int row, int column)
{
    return &cells->text[row * cells->n_columns + column];
}

static void fill_heading(struct arena *arena, const struct whatif_report *report,
                         const struct cells *cells)
{
    int column = 0;
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        if (report->range[kind].n > 0) {
            *cell(cells, 0, column++) =
                whatif_range_name((enum variation_kind)kind);
        }
    }
    *cell(cells, 0, column++) = "meetings";
    *cell(cells, 0, column++) = "served";
    *cell(cells, 0, column++) = "gain";
    *cell(cells, 0, column++) = "missing";
    for (int k = 0; k < report->plan->sides.n; k++) {
        *cell(cells, 0, column++) =
            arena_printf(arena, "%s hours", side_text(report->plan->sides.text[k]));
    }
}

static void fill_row(struct arena *arena, const struct whatif_report *report, int c,
                     const struct cells *cells)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    int column = 0, row = c + 1;
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        if (report->range[kind].n > 0) {
            *cell(cells, row, column++) = whatif_range_text(
                arena, (enum variation_kind)kind, item->variation.number[kind]);
        }
    }
    if (!whatif_is_solved(item)) {
        return;
    }
    *cell(cells, row, column++) =
        arena_printf(arena, "%d/%d", item->n_meetings, item->n_possible);
    *cell(cells, row, column++) = served_text(arena, item);
    *cell(cells, row, column++) = gain_text(arena, report, c);
    *cell(cells, row, column++) =
        has_level(report, LEVEL_GUARANTEE)
            ? arena_printf(arena, "%" PRId64, item->value[LEVEL_GUARANTEE])
            : "";
    for (int k = 0; k < report->plan->sides.n; k++) {
        *cell(cells, row, column++) =
            arena_printf(arena, "%" PRId64 "/%" PRId64, item->side[k].burden,
                         item->side[k].comfort);
    }
}

static struct cells fill(struct arena *arena, const struct whatif_report *report)
{
    struct cells cells = {.n_columns = N_VARIATIONS + 4 + report->plan->sides.n,
                          .n_rows = report->plan->n + 1};
    cells.text =
        arena_new(arena, (int64_t)cells.n_columns * cells.n_rows, const char *);
    fill_heading(arena, report, &cells);
    for (int c = 0; c < report->plan->n; c++) {
        fill_row(arena, report, c, &cells);
    }
    for (int k = 0; k < cells.n_columns * cells.n_rows; k++) {
        cells.text[k] = cells.text[k] ? cells.text[k] : "";
    }
    return cells;
}

static int letters(const char *text)
{
    int n = 0;
    for (; *text; text++) {
        n += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return n;
}

static void print_cells(const struct cells *cells, int row, const char *mark)
{
    int n_blanks = 2; /* before what is printed next: none at the end of a line */
    for (int column = 0; column < cells->n_columns; column++) {
        int width = 0;
        for (int k = 0; k < cells->n_rows; k++) {
            int n = letters(*cell(cells, k, column));
            width = n > width ? n : width;
        }
        const char *text = *cell(cells, row, column);
        n_blanks += width - letters(text);
        if (*text) {
            printf("%*s%s", n_blanks, "", text);
            n_blanks = 0;
        }
        n_blanks += width > 0 ? 2 : 0;
    }
    printf("%*s%s\n", *mark ? n_blanks : 0, "", mark);
}

static const char *mark_of(struct arena *arena, const struct whatif_report *report,
                           int c, const struct whatif_knee *knee)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    if (!whatif_is_solved(item)) {
        return item->status == PLAN_INFEASIBLE
                   ? arena_printf(arena, "impossible: %s", item->why)
                   : "not solved";
    }
    bool is_knee = knee->at == c && !knee->is_last;
    return arena_printf(arena, "%s%s", is_knee ? "<- more serves no more" : "",
                        !is_present(report, item) ? ""
                        : is_knee                 ? "; as it is"
                                                  : "<- as it is");
}

/* "1st", "2nd", "3rd", "12th" */
static const char *ordinal(struct arena *arena, int n)
{
    const char *end = n % 100 / 10 == 1 ? "th"
                      : n % 10 == 1     ? "st"
                      : n % 10 == 2     ? "nd"
                      : n % 10 == 3     ? "rd"
                                        : "th";
    return arena_printf(arena, "%d%s", n, end);
}

/* "interpreters 4, start 08:30: " of what stays the same in a series. */
static const char *others_text(struct arena *arena,
                               const struct whatif_report *report,
                               struct whatif_series series)
{
    const struct plan_whatif_case *item = &report->plan->item[series.first];
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        if (kind != (int)series.kind && report->range[kind].n > 1) {
            buf_printf(&buf, "%s%s %s", buf.len > 0 ? ", " : "",
                       whatif_range_name((enum variation_kind)kind),
                       whatif_range_text(arena, (enum variation_kind)kind,
                                         item->variation.number[kind]));
        }
    }
    return buf.len > 0 ? arena_printf(arena, "%s: ", buf.data) : "";
}

static const char *one_of(enum variation_kind kind)
{
    return kind == VARY_ROOMS          ? "room"
           : kind == VARY_INTERPRETERS ? "interpreter"
                                       : "slot";
}

/* Whether more of it is more. */
static bool is_amount(enum variation_kind kind)
{
    return kind == VARY_ROOMS || kind == VARY_INTERPRETERS || kind == VARY_SLOTS;
}

static const char *knee_text(struct arena *arena,
                             const struct whatif_report *report,
                             struct whatif_series series)
{
    struct whatif_knee knee = whatif_knee_of(report, series);
    const char *others = others_text(arena, report, series);
    if (knee.at < 0) {
        return arena_printf(arena, "%sno case has a schedule", others);
    }
    int at = report->plan->item[knee.at].variation.number[series.kind];
    int last = report->plan->item[series.first + series.n - 1]
                   .variation.number[series.kind];
    const char *text = whatif_range_text(arena, series.kind, at);
    if (!is_amount(series.kind)) {
        return arena_printf(arena, "%s%s %s serves most", others,
                            whatif_range_name(series.kind), text);
    }
    if (knee.is_last) {
        return arena_printf(arena, "%sup to %s %s%s, each adds something", others,
                            text, one_of(series.kind), text_s(at));
    }
    return arena_printf(
        arena, "%sthe %s %s adds nothing to what is served: %s %s as well as %d%s",
        others, ordinal(arena, at + 1), one_of(series.kind), text,
        at == 1 ? "does" : "do", last,
        knee.proven ? ", proven" : ", as far as was found");
}

void whatif_report_print(struct arena *arena, const struct whatif_report *report)
{
    const struct cells cells = fill(arena, report);
    int n_series = whatif_series_count(report);
    printf("%s: %d case%s\n", report->plan->event->id, report->n_cases,
           text_s(report->n_cases));
    print_cells(&cells, 0, "");
    for (int k = 0; k < n_series; k++) {
        struct whatif_series series = whatif_series_at(report, k);
        struct whatif_knee knee = whatif_knee_of(report, series);
        if (!is_amount(series.kind)) {
            knee.at = -1;
        }
        for (int c = series.first; c < series.first + series.n; c++) {
            print_cells(&cells, c + 1, mark_of(arena, report, c, &knee));
        }
    }
    for (int c = report->n_cases; c < report->plan->n; c++) {
        print_cells(&cells, c + 1,
                    mark_of(arena, report, c, &(struct whatif_knee){.at = -1}));
    }
    fputs("  meetings: held/possible; served: = proven best, <N at most N; gain: "
          "over "
          "the row above;\n  missing: promised meetings; hours: cost of unsocial "
          "ones, "
          "of the worst off/of all\n",
          stdout);
    for (int k = 0; k < n_series && whatif_series_at(report, 0).n > 1; k++) {
        printf("  %s\n", knee_text(arena, report, whatif_series_at(report, k)));
    }
}

static void add_csv_heading(struct arena *arena, const struct whatif_report *report,
                            struct csv_writer *writer)
{
    static const char *const name[] = {"possible",  "meetings", "interpreted",
                                       "guarantee", "served",   "bound",
                                       "proven",    "gain"};
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        csv_add_text(writer, whatif_range_name((enum variation_kind)kind));
    }
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(writer, name[k]);
    }
    for (int k = 0; k < report->plan->sides.n; k++) {
        const char *side = side_text(report->plan->sides.text[k]);
        csv_add_text(writer, arena_printf(arena, "burden_%s", side));
        csv_add_text(writer, arena_printf(arena, "comfort_%s", side));
    }
    csv_add_text(writer, "as_it_is");
    csv_add_text(writer, "more_adds_nothing");
    csv_add_text(writer, "note");
    csv_end_row(writer);
}

static void add_csv_results(const struct whatif_report *report, int c,
                            struct csv_writer *writer)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    int64_t gain;
    csv_add_number(writer, item->n_possible);
    csv_add_number(writer, item->n_meetings);
    csv_add_number(writer, item->n_interpreted);
    csv_add_number(writer, item->value[LEVEL_GUARANTEE]);
    csv_add_number(writer, item->value[LEVEL_SERVED]);
    if (item->has_bound) {
        csv_add_number(writer, item->bound);
    } else {
        csv_add_text(writer, "");
    }
    csv_add_text(writer, item->proven[LEVEL_SERVED] ? "yes" : "no");
    if (whatif_gain(report, c, &gain)) {
        csv_add_number(writer, gain);
    } else {
        csv_add_text(writer, "");
    }
    for (int k = 0; k < report->plan->sides.n; k++) {
        csv_add_number(writer, item->side[k].burden);
        csv_add_number(writer, item->side[k].comfort);
    }
}

static void add_csv_row(struct arena *arena, const struct whatif_report *report,
                        int c, struct csv_writer *writer)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    struct whatif_series series =
        whatif_series_at(report, c / whatif_series_at(report, 0).n);
    struct whatif_knee knee = {.at = -1};
    if (c < report->n_cases && is_amount(series.kind)) {
        knee = whatif_knee_of(report, series);
    }
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        csv_add_text(writer,
                     number_text(arena, report, item, (enum variation_kind)kind));
    }
    if (whatif_is_solved(item)) {
        add_csv_results(report, c, writer);
    } else {
        for (int k = 0; k < 8 + 2 * report->plan->sides.n; k++) {
            csv_add_text(writer, "");
        }
    }
    csv_add_text(writer, is_present(report, item) ? "yes" : "no");
    csv_add_text(writer, knee.at == c && !knee.is_last ? "yes" : "no");
    csv_add_text(writer,
                 whatif_is_solved(item) ? "" : mark_of(arena, report, c, &knee));
    csv_end_row(writer);
}

void whatif_report_csv(struct arena *arena, const struct whatif_report *report)
{
    struct csv_writer writer;
    csv_begin(&writer, arena);
    add_csv_heading(arena, report, &writer);
    for (int c = 0; c < report->plan->n; c++) {
        add_csv_row(arena, report, c, &writer);
    }
    fwrite(writer.buf.data, 1, writer.buf.len, stdout);
}

static void put_numbers(struct arena *arena, const struct plan_whatif_case *item,
                        struct value *row)
{
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        int number = item->variation.number[kind];
        const char *name = whatif_range_name((enum variation_kind)kind);
        if (number == VARY_NOT) {
            continue;
        }
        if (kind == VARY_START) {
            value_put_text(arena, row, name,
                           whatif_range_text(arena, VARY_START, number));
        } else {
            value_put_number(arena, row, name, number);
        }
    }
}

static void put_results(struct arena *arena, const struct whatif_report *report,
                        int c, struct value *row)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    int64_t gain;
    value_put_number(arena, row, "possible_meetings", item->n_possible);
    value_put_number(arena, row, "meetings", item->n_meetings);
    value_put_number(arena, row, "interpreted", item->n_interpreted);
    struct value *levels = value_put(arena, row, "levels", VALUE_LIST);
    for (int k = 0; k < report->plan->n_levels; k++) {
        enum level level = report->plan->level[k];
        struct value *entry = value_push(arena, levels, VALUE_OBJECT);
        value_put_text(arena, entry, "name", level_name(level));
        value_put_number(arena, entry, "value", item->value[level]);
        if (level == LEVEL_SERVED && item->has_bound) {
            value_put_number(arena, entry, "bound", item->bound);
        }
        value_put_bool(arena, entry, "proven", item->proven[level]);
    }
    if (whatif_gain(report, c, &gain)) {
        value_put_number(arena, row, "gain", gain);
    }
    struct value *sides = value_put(arena, row, "sides", VALUE_LIST);
    for (int k = 0; k < report->plan->sides.n; k++) {
        struct value *entry = value_push(arena, sides, VALUE_OBJECT);
        value_put_text(arena, entry, "side", report->plan->sides.text[k]);
        value_put_number(arena, entry, "burden", item->side[k].burden);
        value_put_number(arena, entry, "comfort", item->side[k].comfort);
    }
}

static void put_knees(struct arena *arena, const struct whatif_report *report,
                      struct value *root)
{
    struct value *list = value_put(arena, root, "knees", VALUE_LIST);
    for (int k = 0; k < whatif_series_count(report); k++) {
        struct whatif_series series = whatif_series_at(report, k);
        struct whatif_knee knee = whatif_knee_of(report, series);
        if (series.n < 2 || knee.at < 0 || !is_amount(series.kind)) {
            continue;
        }
        struct value *row = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, row, "of", whatif_range_name(series.kind));
        put_numbers(arena, &report->plan->item[knee.at], row);
        value_put_bool(arena, row, "more_adds_nothing", !knee.is_last);
        value_put_bool(arena, row, "proven", knee.proven);
        value_put_text(arena, row, "text", knee_text(arena, report, series));
    }
}

void whatif_report_put(struct job *job, const struct whatif_report *report)
{
    struct arena *arena = &job->arena;
    job->result = arena_new(arena, 1, struct value);
    value_init(job->result, VALUE_OBJECT);
    value_put_text(arena, job->result, "event", report->plan->event->id);
    struct value *list = value_put(arena, job->result, "cases", VALUE_LIST);
    for (int c = 0; c < report->plan->n; c++) {
        const struct plan_whatif_case *item = &report->plan->item[c];
        struct value *row = value_push(arena, list, VALUE_OBJECT);
        put_numbers(arena, item, row);
        value_put_bool(arena, row, "present", is_present(report, item));
        value_put_bool(arena, row, "solved", whatif_is_solved(item));
        if (whatif_is_solved(item)) {
            put_results(arena, report, c, row);
        } else {
            value_put_text(arena, row, "why", item->why);
        }
    }
    put_knees(arena, report, job->result);
}
