/* What everybody would have been told is known from before the first mail, when the
 * event was as it was sent. Person by person it is taken over, or not. */

#include "scheduler/model/half_sent.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/told.h"

static int compare_mails(const void *a, const void *b)
{
    const struct planned_mail *x = a, *y = b;
    int order = strcmp(x->participant_id, y->participant_id);
    order = order ? order : strcmp(x->who, y->who);
    return order ? order : strcmp(x->message_id, y->message_id);
}

/* The number of the first mail to that participant, or behind all before it. */
static int find_mails(const struct half_sent *half, const char *participant_id)
{
    int below = -1, above = half->n_mails;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        *(strcmp(half->mail[middle].participant_id, participant_id) < 0 ? &below
                                                                        : &above) =
            middle;
    }
    return above;
}

/* The best that became of a person's mails about the meeting with that UID. */
static enum mail_fate find_fate(const struct half_sent *half,
                                const struct told_person *person, const char *uid)
{
    enum mail_fate best = MAIL_NOT_TAKEN;
    for (int k = find_mails(half, person->participant_id);
         k < half->n_mails &&
         strcmp(half->mail[k].participant_id, person->participant_id) == 0;
         k++) {
        const struct planned_mail *mail = &half->mail[k];
        if (mail->fate > best && text_equal_nocase(mail->who, person->who) &&
            (!mail->uid || strcmp(mail->uid, uid) == 0)) {
            best = mail->fate;
        }
    }
    return best;
}

static bool is_same_record(const struct told_person *a, const struct told_person *b)
{
    return a && a->sequence == b->sequence && a->off == b->off &&
           a->missed == b->missed;
}

/* Of what an older program recorded as sent nobody knows who has it: all have. */
static bool may_have(const struct schedule_meeting *before)
{
    return !before->told.is_known && before->sent.state == SENT_CONFIRMED;
}

/* What the person has: `last` before the sending, or NULL; `now` if it reached them.
 * False if that is nothing. */
static bool take(enum mail_fate fate, const struct schedule_meeting *before,
                 const struct told_person *last, struct told_person *now)
{
    if (fate == MAIL_TAKEN || is_same_record(last, now)) {
        return true;
    }
    if (!last && may_have(before)) {
        now->off = false;
        now->missed = true;
        return true;
    }
    if (fate == MAIL_IN_DOUBT && !now->off) {
        now->missed = true;
        return true;
    }
    if (last) {
        *now = *last;
        now->missed = !last->off;
    }
    return last != NULL;
}

/* Leaves the meeting as it is if nobody was reached; who was to be told nothing new may
 * still have the new number, with the rest of their agenda. */
static void record_meeting(struct arena *arena, struct schedule_meeting *meeting,
                           const struct schedule_meeting *after,
                           const struct half_sent *half)
{
    bool is_taken = false;
    struct told told = after->told;
    told.n_persons = 0;
    told.person = arena_new(arena, after->told.n_persons, struct told_person);
    for (int k = 0; k < after->told.n_persons; k++) {
        struct told_person now = after->told.person[k];
        const struct told_person *last =
            told_find(meeting, now.participant_id, now.who);
        enum mail_fate fate = find_fate(half, &now, after->uid);
        is_taken |= fate != MAIL_NOT_TAKEN;
        if (take(fate, meeting, last, &now)) {
            told.person[told.n_persons++] = now;
        }
    }
    if (is_taken) {
        meeting->told = told;
        meeting->sent = after->sent;
        meeting->sequence = after->sequence;
    }
}

static void record_meetings(struct arena *arena, struct schedule_meeting *meeting,
                            int n, const struct schedule_meeting *after,
                            int n_after, const struct half_sent *half)
{
    for (int k = 0; k < n; k++) {
        int j = k;
        if (k >= n_after || strcmp(after[k].uid, meeting[k].uid) != 0) {
            for (j = 0; j < n_after && strcmp(after[j].uid, meeting[k].uid) != 0;
                 j++) {
            }
        }
        if (j < n_after) {
            record_meeting(arena, &meeting[k], &after[j], half);
        }
    }
}

/* Participants all of whose contacts surely have a whole agenda, and interpreters;
 * sorted. Invites alone do not tell of the agenda's items. */
static struct strings find_reached(struct arena *arena,
                                   const struct half_sent *half)
{
    struct strings ids = {.text = arena_new(arena, half->n_mails, const char *)};
    for (int k = 0, end; k < half->n_mails; k = end) {
        const struct planned_mail *first = &half->mail[k];
        bool is_of_participant = first->participant_id[0] != '\0';
        bool is_reached = true, has_agenda = false;
        for (end = k;
             end < half->n_mails &&
             strcmp(half->mail[end].participant_id, first->participant_id) == 0 &&
             (is_of_participant || strcmp(half->mail[end].who, first->who) == 0);
             end++) {
            bool is_agenda = !half->mail[end].uid;
            has_agenda |= is_agenda;
            is_reached &= !is_agenda || half->mail[end].fate == MAIL_TAKEN;
        }
        if (is_reached && has_agenda) {
            ids.text[ids.n++] =
                is_of_participant ? first->participant_id : first->who;
        }
    }
    strings_sort_once(&ids);
    return ids;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has(const struct strings *sorted, const char *id)
{
    return sorted->n > 0 && bsearch(&id, sorted->text, (size_t)sorted->n,
                                    sizeof *sorted->text, compare_texts);
}

/* Of those in `now` who were reached, and those in `before` who were not. */
static struct strings unite(struct arena *arena, const struct strings *now,
                            const struct strings *before,
                            const struct strings *reached)
{
    struct strings ids = {.text =
                              arena_new(arena, now->n + before->n, const char *)};
    for (int k = 0; k < now->n; k++) {
        if (has(reached, now->text[k])) {
            ids.text[ids.n++] = now->text[k];
        }
    }
    for (int k = 0; k < before->n; k++) {
        if (!has(reached, before->text[k])) {
            ids.text[ids.n++] = before->text[k];
        }
    }
    strings_sort_once(&ids);
    return ids;
}

static bool is_same_item(const struct sent_item *a, const struct sent_item *b)
{
    return a->start_s == b->start_s && a->end_s == b->end_s &&
           a->cancelled == b->cancelled && text_is_same(a->title, b->title) &&
           text_is_same(a->url, b->url);
}

static bool have_all(const struct strings *reached, const struct strings *ids)
{
    for (int k = 0; k < ids->n; k++) {
        if (!has(reached, ids->text[k])) {
            return false;
        }
    }
    return true;
}

/* False if nobody has the item. */
static bool record_item(struct arena *arena, const struct sent_item *before,
                        const struct strings *reached, struct sent_item *item)
{
    static const struct strings nobody = {NULL, 0};
    if (before && before->audience != AUDIENCE_LISTED) {
        return true; /* an old file, which does not say whom it was for */
    }
    const struct strings *had = before ? &before->audience_ids : &nobody;
    const struct strings *off = before ? &before->told_off : &nobody;
    struct strings audience = unite(arena, &item->audience_ids, had, reached);
    struct strings told_off = unite(arena, &item->told_off, off, reached);
    if (before && !is_same_item(before, item) && !have_all(reached, had)) {
        int sequence = item->sequence;
        *item = *before;
        item->sequence = sequence;
    }
    item->audience_ids = audience;
    item->told_off = told_off;
    return before || audience.n + told_off.n > 0;
}

static void record_agenda(struct arena *arena, struct schedule *schedule,
                          const struct half_sent *half)
{
    const struct schedule *after = half->after;
    struct strings reached = find_reached(arena, half);
    struct sent_item *now = arena_new(arena, after->n_sent_items, struct sent_item);
    int n = 0, j = 0;
    for (int k = 0; k < after->n_sent_items; k++) { /* both are sorted */
        now[n] = after->sent_item[k];
        while (j < schedule->n_sent_items &&
               strcmp(schedule->sent_item[j].id, now[n].id) < 0) {
            j++;
        }
        bool is_known = j < schedule->n_sent_items &&
                        strcmp(schedule->sent_item[j].id, now[n].id) == 0;
        n += record_item(arena, is_known ? &schedule->sent_item[j] : NULL, &reached,
                         &now[n]);
    }
    schedule->sent_item = now;
    schedule->n_sent_items = n;
}

int half_sent_count(const struct half_sent *half, enum mail_fate fate)
{
    int n = 0;
    for (int k = 0; k < half->n_mails; k++) {
        n += half->mail[k].fate == fate;
    }
    return n;
}

void half_sent_record(struct arena *arena, struct schedule *schedule,
                      const struct half_sent *half)
{
    const struct schedule *after = half->after;
    if (half_sent_count(half, MAIL_NOT_TAKEN) == half->n_mails) {
        return;
    }
    qsort(half->mail, (size_t)half->n_mails, sizeof *half->mail, compare_mails);
    record_meetings(arena, schedule->meeting, schedule->n_meetings, after->meeting,
                    after->n_meetings, half);
    record_meetings(arena, schedule->cancelled, schedule->n_cancelled,
                    after->cancelled, after->n_cancelled, half);
    record_agenda(arena, schedule, half);
    schedule->addressee = after->addressee;
    schedule->n_addressees = after->n_addressees;
}
