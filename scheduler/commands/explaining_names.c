/* What people mean by an id on explain's command line. */

#include <stdio.h>
#include <string.h>

#include "io/participant_names.h"
#include "scheduler/commands/explaining.h"

const struct schedule_meeting *explaining_entry(const struct explaining *explaining,
                                                int m)
{
    const struct schedule *schedule = &explaining->schedule;
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m == m) {
            return &schedule->meeting[k];
        }
    }
    return NULL;
}

const struct unscheduled *
explaining_unscheduled(const struct explaining *explaining, int q)
{
    const struct schedule *schedule = &explaining->schedule;
    const char *id = explaining->job->event.request[q].id;
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        if (strings_has(&schedule->unscheduled[k].request_ids, id)) {
            return &schedule->unscheduled[k];
        }
    }
    return NULL;
}

const struct schedule_meeting *
explaining_served(const struct explaining *explaining, int q)
{
    const struct schedule *schedule = &explaining->schedule;
    const char *id = explaining->job->event.request[q].id;
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strings_has(&schedule->meeting[k].request_ids, id)) {
            return &schedule->meeting[k];
        }
    }
    return NULL;
}

static int find_entry(const struct schedule *schedule, const char *name)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strcmp(schedule->meeting[k].id, name) == 0 ||
            strcmp(schedule->meeting[k].uid, name) == 0) {
            return k;
        }
    }
    return -1;
}

/* All that has a name here. */
static const char **all_names(const struct explaining *explaining, int *n)
{
    const struct event *event = &explaining->job->event;
    const struct schedule *schedule = &explaining->schedule;
    const char **name =
        arena_new(&explaining->job->arena,
                  schedule->n_meetings + event->n_requests + event->n_participants,
                  const char *);
    *n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        name[(*n)++] = schedule->meeting[k].id;
    }
    for (int q = 0; q < event->n_requests; q++) {
        name[(*n)++] = event->request[q].id;
    }
    for (int p = 0; p < event->n_participants; p++) {
        name[(*n)++] = event->participant[p].id;
    }
    return name;
}

static bool tell_unknown(const struct explaining *explaining, const char *name)
{
    int n;
    const char **word = all_names(explaining, &n);
    const char *meant = near_word(name, word, n);
    const struct ids names =
        participant_names(&explaining->job->arena, &explaining->job->event);
    if (!meant) {
        meant = ids_nearest(&names, explaining->job->arena, name, true);
    }
    fprintf(stderr,
            "matchday explain: there is no request, meeting or participant "
            "'%s'%s%s%s; expected an id of one\n",
            name, meant ? "; did you mean '" : "", meant ? meant : "",
            meant ? "'?" : "");
    return false;
}

static const char *behind(const char *name, const char *prefix)
{
    size_t len = strlen(prefix);
    return strncmp(name, prefix, len) == 0 ? name + len : NULL;
}

/* By id, or by the name that one alone has; negative for none. */
static int find_participant(const struct explaining *explaining, const char *name)
{
    struct arena *arena = &explaining->job->arena;
    const struct ids names = participant_names(arena, &explaining->job->event);
    return ids_find_named(&names, *arena, name);
}

bool explaining_find(const struct explaining *explaining, const char *name,
                     struct subject *subject)
{
    const struct event *event = &explaining->job->event;
    const char *request = behind(name, "request:"),
               *meeting = behind(name, "meeting:"),
               *participant = behind(name, "participant:");
    bool is_plain = !request && !meeting && !participant;
    int q = request || is_plain
                ? event_find_request(event, request ? request : name)
                : -1;
    int k = meeting || is_plain
                ? find_entry(&explaining->schedule, meeting ? meeting : name)
                : -1;
    int p = participant || is_plain
                ? find_participant(explaining, participant ? participant : name)
                : -1;
    if ((q >= 0) + (k >= 0) + (p >= 0) > 1) {
        fprintf(stderr,
                "matchday explain: '%s' is the id of several things; expected "
                "%s%s%s%s%s in front of it\n",
                name, q >= 0 ? "'request:'" : "", q >= 0 && k >= 0 ? " or " : "",
                k >= 0 ? "'meeting:'" : "", p >= 0 ? " or " : "",
                p >= 0 ? "'participant:'" : "");
        return false;
    }
    *subject = (struct subject){
        .kind = q >= 0   ? SUBJECT_REQUEST
                : k >= 0 ? SUBJECT_MEETING
                         : SUBJECT_PARTICIPANT,
        .q = q,
        .k = k,
        .p = p,
    };
    return q >= 0 || k >= 0 || p >= 0 ? true : tell_unknown(explaining, name);
}

int explaining_find_participant(const struct explaining *explaining,
                                const char *name, const char *option)
{
    struct arena *arena = &explaining->job->arena;
    const struct ids names = participant_names(arena, &explaining->job->event);
    int p = find_participant(explaining, name);
    if (p >= 0) {
        return p;
    }
    if (ids_find_named(&names, *arena, name) == -2) {
        fprintf(stderr,
                "matchday explain: %s: several participants are called '%s'; "
                "expected the id of one\n",
                option, name);
        return -1;
    }
    const char *meant = ids_nearest(&names, *arena, name, true);
    fprintf(stderr,
            "matchday explain: %s: there is no participant '%s'%s%s%s; expected an "
            "id or a name of one\n",
            option, name, meant ? "; did you mean '" : "", meant ? meant : "",
            meant ? "'?" : "");
    return -1;
}

bool explaining_concerns(const struct explaining *explaining, int q, int p)
{
    const struct eligibility *elig = &explaining->job->elig;
    return eligibility_has(&elig->meeting[elig->meeting_of_request[q]], p);
}
