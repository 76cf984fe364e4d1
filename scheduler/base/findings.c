/* Findings stand in the order in which they were added until they are
 * printed. What was found before is looked for one by one: errors end at
 * FINDINGS_MAX_ERRORS, warnings and notes at FINDINGS_MAX_OTHERS. */

#include "scheduler/base/findings.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

void findings_init(struct findings *findings, struct arena *arena)
{
    *findings = (struct findings){.arena = arena};
}

char *place_column_letters(struct arena *arena, int column)
{
    char letters[8];
    int n = sizeof letters;
    letters[--n] = '\0';
    for (; column > 0 && n > 0; column = (column - 1) / 26) {
        letters[--n] = (char)('A' + (column - 1) % 26);
    }
    return arena_strdup(arena, &letters[n]);
}

static bool is_known(const struct findings *findings, enum severity severity,
                     const struct place *place, const char *text)
{
    for (int i = 0; i < findings->n_findings; i++) {
        const struct finding *old = &findings->finding[i];
        if (old->severity == severity && old->place.line == place->line &&
            old->place.column == place->column &&
            text_is_same(old->place.sheet, place->sheet) &&
            text_is_same(old->place.field, place->field) &&
            text_is_same(old->place.file, place->file) &&
            text_is_same(old->text, text)) {
            return true;
        }
    }
    return false;
}

/* Counts a new finding and says whether it is still to be kept. */
static bool is_kept(struct findings *findings, enum severity severity)
{
    int n_others = findings->n_findings - (findings->n_errors < FINDINGS_MAX_ERRORS
                                               ? findings->n_errors
                                               : FINDINGS_MAX_ERRORS);
    switch (severity) {
    case SEVERITY_ERROR:
        return findings->n_errors++ < FINDINGS_MAX_ERRORS;
    case SEVERITY_WARNING:
        findings->n_warnings++;
        break;
    case SEVERITY_NOTE:
        break;
    }
    return n_others < FINDINGS_MAX_OTHERS;
}

bool findings_add(struct findings *findings, enum severity severity,
                  struct place place, const char *format, ...)
{
    struct arena before = *findings->arena;
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(findings->arena, phrase(format), args);
    va_end(args);

    if (is_known(findings, severity, &place, text) ||
        !is_kept(findings, severity)) {
        *findings->arena = before;
        return false;
    }
    findings->finding =
        arena_grow(findings->arena, findings->finding, findings->n_findings,
                   &findings->capacity, sizeof *findings->finding);
    findings->finding[findings->n_findings++] =
        (struct finding){.severity = severity, .place = place, .text = text};
    return false;
}

const char *severity_label(enum severity severity)
{
    static const char *const label[] = {[SEVERITY_ERROR] = "",
                                        [SEVERITY_WARNING] = PHRASE("warning: "),
                                        [SEVERITY_NOTE] = PHRASE("note: ")};
    return phrase(label[severity]);
}

bool findings_has_errors(const struct findings *findings)
{
    return findings->n_errors > 0;
}

/* What findings_print() sorts: the finding's place in the output. */
struct rank {
    int severity, file, sheet, line;
    int i; /* number of the finding, which makes the order total */
};

static int compare_ranks(const void *left, const void *right)
{
    const struct rank *a = left;
    const struct rank *b = right;
    if (a->severity != b->severity) {
        return a->severity < b->severity ? -1 : 1;
    }
    if (a->file != b->file) {
        return a->file < b->file ? -1 : 1;
    }
    if (a->sheet != b->sheet) {
        return a->sheet < b->sheet ? -1 : 1;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return a->i < b->i ? -1 : a->i > b->i;
}

/* Files, and the sheets in them, come in the order in which they were first
 * complained about, which is the order of reading: the number of the first finding
 * about this file, or this sheet of it. */
static int find_first_of_file(const struct findings *findings, const char *file)
{
    int i = 0;
    while (!text_is_same(findings->finding[i].place.file, file)) {
        i++;
    }
    return i;
}

static int find_first_of_sheet(const struct findings *findings,
                               const struct place *place)
{
    int i = 0;
    while (!text_is_same(findings->finding[i].place.file, place->file) ||
           !text_is_same(findings->finding[i].place.sheet, place->sheet)) {
        i++;
    }
    return i;
}

/* "day.xlsx: Participants!C5: " */
static void print_sheet(struct arena scratch, const struct place *place, FILE *out)
{
    fputs(": ", out);
    text_print_line(place->sheet, out);
    if (place->line > 0) {
        fprintf(out, "!%s%d", place_column_letters(&scratch, place->column),
                place->line);
    }
}

static void print_finding(struct arena scratch, const struct finding *finding,
                          FILE *out)
{
    const struct place *place = &finding->place;
    if (place->file) {
        text_print_line(place->file, out);
        if (place->sheet) {
            print_sheet(scratch, place, out);
        } else if (place->line > 0) {
            fprintf(out, ":%d", place->line);
        }
        fputs(": ", out);
    }
    fputs(severity_label(finding->severity), out);
    if (place->field) {
        text_print_line(place->field, out);
        fputs(": ", out);
    }
    text_print_line(finding->text, out);
    fputc('\n', out);
}

static void print_rest(const struct findings *findings, FILE *out)
{
    int n = findings->n_errors - FINDINGS_ERRORS_PRINTED;
    if (n <= 0) {
        return;
    }
    if (findings->all_are_in && findings->n_errors <= FINDINGS_MAX_ERRORS) {
        fprintf(out,
                phrase(n == 1 ? "%d more error is not shown; all are in %s\n"
                              : "%d more errors are not shown; all are in %s\n"),
                n, findings->all_are_in);
        return;
    }
    fprintf(out,
            phrase(n == 1 ? "%d more error is not shown\n"
                          : "%d more errors are not shown\n"),
            n);
}

void findings_print(const struct findings *findings, FILE *out)
{
    struct arena scratch = *findings->arena;
    struct rank *rank = arena_new(&scratch, findings->n_findings, struct rank);
    for (int i = 0; i < findings->n_findings; i++) {
        const struct finding *finding = &findings->finding[i];
        rank[i] = (struct rank){(int)finding->severity,
                                find_first_of_file(findings, finding->place.file),
                                find_first_of_sheet(findings, &finding->place),
                                finding->place.line, i};
    }
    qsort(rank, (size_t)findings->n_findings, sizeof *rank, compare_ranks);
    int most = findings->without_notes  ? 0
               : findings->n_errors > 0 ? FINDINGS_NOTES_BESIDE_ERRORS
                                        : findings->n_findings;
    int n_notes = 0, n_errors = 0;
    for (int i = 0; i < findings->n_findings; i++) {
        const struct finding *finding = &findings->finding[rank[i].i];
        n_notes += finding->severity == SEVERITY_NOTE;
        n_errors += finding->severity == SEVERITY_ERROR;
        if (finding->severity == SEVERITY_WARNING ||
            (finding->severity == SEVERITY_NOTE && n_notes <= most) ||
            (finding->severity == SEVERITY_ERROR &&
             n_errors <= FINDINGS_ERRORS_PRINTED)) {
            print_finding(scratch, finding, out);
        }
    }
    if (n_notes > most && !findings->without_notes) {
        fprintf(out,
                phrase(n_notes - most == 1
                           ? "%d more note is shown once there are no errors\n"
                           : "%d more notes are shown once there are no errors\n"),
                n_notes - most);
    }
    print_rest(findings, out);
}
