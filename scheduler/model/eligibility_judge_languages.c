/* Meetings that no language joins: a tag that only one participant writes, as
 * "kr" for Korean, keeps meetings apart in silence. */

#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

static bool is_wanted(const struct meeting *meeting)
{
    return meeting->n_counting > 0 && meeting->forbidden == FORBIDDEN_NOT;
}

/* Languages that are not given are not known to differ. */
static bool would_need_interpreter(const struct event *event,
                                   const struct meeting *meeting)
{
    bool all_given = true, always = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        all_given &= who->languages.n > 0;
        always |= who->interpretation == INTERPRETATION_ALWAYS;
    }
    return (all_given || always) && eligibility_lacks_language(event, meeting);
}

static const char *no_interpreter_text(const struct event *event)
{
    return phrase(
        event->has_interpreters
            ? "`interpreters` is empty, so that nothing of it can be scheduled; "
              "expected somebody; add them, or leave the list out to meet without"
            : "the event has no `interpreters`, so that nobody is planned for it; "
              "expected a list; add one, [] if there are none");
}

static void judge_interpretation(const struct event *event,
                                 const struct eligibility *elig,
                                 struct findings *findings)
{
    const struct meeting *example = NULL;
    int n = 0;
    for (int m = 0; m < elig->n_meetings && event->n_interpreters == 0; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        bool needs = event->has_interpreters
                         ? meeting->needs_interpreter
                         : would_need_interpreter(event, meeting);
        if (is_wanted(meeting) && needs) {
            example = example ? example : meeting;
            n++;
        }
    }
    if (n > 0) {
        struct place place = {.file = event->file, .field = "interpreters"};
        const char *whose =
            eligibility_people_text(findings->arena, event, example->participant,
                                    example->n_participants, example->topic);
        if (n == 1) {
            findings_add(findings, SEVERITY_WARNING, place,
                         "the meeting of %s needs an interpreter: %s", whose,
                         no_interpreter_text(event));
        } else {
            findings_add(findings, SEVERITY_WARNING, place,
                         "%d meetings, such as that of %s, need an interpreter: %s",
                         n, whose, no_interpreter_text(event));
        }
    }
}

/* The length of the first language of a pair "x-y". */
static size_t first_length(const char *pair)
{
    return strcspn(pair, "-");
}

static bool is_first(const char *pair, const char *tag)
{
    size_t len = first_length(pair);
    return strlen(tag) == len && strncmp(tag, pair, len) == 0;
}

static bool is_second(const char *pair, const char *tag)
{
    size_t len = first_length(pair);
    return pair[len] == '-' && strcmp(tag, pair + len + 1) == 0;
}

/* True if participant p speaks the first (else the second) of the pair. */
static bool speaks(const struct event *event, int p, const char *pair, bool first)
{
    const struct strings *spoken = &event->participant[p].languages;
    for (int k = 0; k < spoken->n; k++) {
        const char *tag = spoken->text[k];
        if (first ? is_first(pair, tag) : is_second(pair, tag)) {
            return true;
        }
    }
    return false;
}

static bool joins(const struct event *event, const struct meeting *meeting,
                  const char *pair)
{
    bool some_first = false, some_second = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        bool first = speaks(event, meeting->participant[k], pair, true);
        bool second = speaks(event, meeting->participant[k], pair, false);
        if (!first && !second) {
            return false;
        }
        some_first |= first;
        some_second |= second;
    }
    return some_first && some_second;
}

bool eligibility_has_pair(const struct event *event, const struct meeting *meeting)
{
    if (!meeting->needs_interpreter) {
        return true;
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct strings *pairs = &event->interpreter[i].pairs;
        for (int k = 0; k < pairs->n; k++) {
            if (joins(event, meeting, pairs->text[k])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_spoken_or_interpreted(const struct event *event, int p,
                                     const char *tag)
{
    for (int other = 0; other < event->n_participants; other++) {
        if (other != p && strings_has(&event->participant[other].languages, tag)) {
            return true;
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct strings *pairs = &event->interpreter[i].pairs;
        for (int k = 0; k < pairs->n; k++) {
            if (is_first(pairs->text[k], tag) || is_second(pairs->text[k], tag)) {
                return true;
            }
        }
    }
    return false;
}

/* True if nobody else has any language of p's. */
static bool is_alone(const struct event *event, int p)
{
    const struct strings *spoken = &event->participant[p].languages;
    for (int k = 0; k < spoken->n; k++) {
        if (is_spoken_or_interpreted(event, p, spoken->text[k])) {
            return false;
        }
    }
    return spoken->n > 0;
}

static void tell_alone(const struct event *event, int p, int n_meetings,
                       struct findings *findings)
{
    const struct participant *who = &event->participant[p];
    findings_add(
        findings, SEVERITY_WARNING, who->place,
        "'%s' speaks only %s, which nobody else speaks and no interpreter has, so "
        "that its meetings cannot be held (wanted: %d); expected tags of BCP 47 as "
        "the others have them, such as 'en' and 'ja', or an interpreter's pair",
        who->id,
        phrase_list(findings->arena, who->languages.text, who->languages.n, "'%s'",
                    " and "),
        n_meetings);
}

/* Participants who are alone with their languages are told by name. */
static void judge_alone(const struct event *event, const struct eligibility *elig,
                        struct findings *findings)
{
    int *n_apart = arena_new(findings->arena, event->n_participants, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        bool is_apart = is_wanted(meeting) && !eligibility_has_pair(event, meeting);
        for (int k = 0; k < meeting->n_participants && is_apart; k++) {
            n_apart[meeting->participant[k]]++;
        }
    }
    for (int p = 0; p < event->n_participants; p++) {
        if (n_apart[p] > 0 && is_alone(event, p)) {
            tell_alone(event, p, n_apart[p], findings);
        }
    }
}

void eligibility_judge_languages(const struct event *event,
                                 const struct eligibility *elig,
                                 struct findings *findings)
{
    judge_interpretation(event, elig, findings);
    if (event->n_interpreters > 0) {
        judge_alone(event, elig, findings);
    }
}
