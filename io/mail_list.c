#include "io/mail_list.h"

#include <string.h>

#include "io/addresses.h"
#include "io/ics_agenda.h"
#include "io/ics_reader.h"
#include "io/mail_state.h"
#include "scheduler/base/text.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

bool mail_is_to_former(const struct mail_item *item)
{
    return item->p >= 0 && item->contact < 0;
}

/* A growing list of meetings. */
struct meetings {
    int *k;
    int n, capacity;
};

/* A list under way. */
struct making {
    struct arena *arena;
    const struct mail_input *input;
    const struct event *event;
    const struct schedule *schedule;
    struct meetings *of_participant, *of_interpreter;
    struct mail_list *list;
};

static void add_meeting(struct making *making, struct meetings *meetings, int k)
{
    meetings->k = arena_grow(making->arena, meetings->k, meetings->n,
                             &meetings->capacity, sizeof *meetings->k);
    meetings->k[meetings->n++] = k;
}

/* Those whom another one has replaced, and who were told that. */
static void find_former_interpreters(struct making *making,
                                     const struct schedule_meeting *meeting,
                                     const int known[2], int k)
{
    for (int j = 0; j < meeting->told.n_persons; j++) {
        const struct told_person *person = &meeting->told.person[j];
        int i = person->participant_id[0] == '\0'
                    ? event_find_interpreter(making->event, person->who)
                    : -1;
        if (i >= 0 && i != known[0] && i != known[1]) {
            add_meeting(making, &making->of_interpreter[i], k);
        }
    }
}

/* The interpreter of now, and those who were told. */
static void find_interpreters(struct making *making,
                              const struct schedule_meeting *meeting,
                              bool cancelled, int k)
{
    int now = cancelled ? -1 : meeting->i;
    int told =
        meeting->sent.state != SENT_NEVER && meeting->sent.interpreter_id[0] != '\0'
            ? event_find_interpreter(making->event, meeting->sent.interpreter_id)
            : -1;
    if (now >= 0) {
        add_meeting(making, &making->of_interpreter[now], k);
    }
    if (told >= 0 && told != now) {
        add_meeting(making, &making->of_interpreter[told], k);
    }
    find_former_interpreters(making, meeting, (const int[]){now, told}, k);
}

static void find_meetings(struct making *making)
{
    const struct schedule *schedule = making->schedule;
    struct arena *arena = making->arena;
    making->of_participant =
        arena_new(arena, making->event->n_participants, struct meetings);
    making->of_interpreter =
        arena_new(arena, making->event->n_interpreters, struct meetings);
    for (int k = 0; k < schedule->n_meetings + schedule->n_cancelled; k++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(schedule, k, &cancelled);
        for (int j = 0; j < meeting->participant_ids.n; j++) {
            int p = event_find_participant(making->event,
                                           meeting->participant_ids.text[j]);
            if (p >= 0) {
                add_meeting(making, &making->of_participant[p], k);
            }
        }
        find_interpreters(making, meeting, cancelled, k);
    }
}

/* For a contact of a participant, or for all of them (to NULL), or an interpreter. */
static bool is_news(const struct making *making, const struct mail_item *item,
                    int k)
{
    bool cancelled;
    const struct schedule_meeting *meeting =
        schedule_any_entry(making->schedule, k, &cancelled);
    return item->p >= 0 && item->to
               ? told_is_news_to(making->event, meeting, cancelled, item->p,
                                 item->to)
               : told_is_news(making->event, meeting, cancelled, item->p, item->i);
}

static bool has_news(const struct making *making, const struct mail_item *item,
                     const struct meetings *meetings)
{
    for (int j = 0; j < meetings->n; j++) {
        if (is_news(making, item, meetings->k[j])) {
            return true;
        }
    }
    return false;
}

/* True if an agenda item of theirs is new, at another time or gone. */
static bool has_news_of_items(const struct making *making,
                              const struct mail_item *item)
{
    struct arena scratch = *making->arena;
    struct ics_reader reader = mail_item_reader(making->input->calendars, item);
    return !mail_is_to_former(item) &&
           ics_select_items(&scratch, &reader, ICS_CHANGED).n_items > 0;
}

static void add_item(struct making *making, struct mail_item item)
{
    struct mail_list *list = making->list;
    mail_item_sum_up(making->arena, making->input->calendars, &item);
    list->item = arena_grow(making->arena, list->item, list->n_items,
                            &list->capacity, sizeof *list->item);
    list->item[list->n_items++] = item;
}

static void add_agenda(struct making *making, struct mail_item item, const char *id,
                       const struct meetings *meetings)
{
    item.is_agenda = true;
    item.meeting = meetings->k;
    item.n_meetings = meetings->n;
    item.uid = arena_printf(making->arena, "agenda:%s", id);
    add_item(making, item);
}

static void add_invites(struct making *making, struct mail_item item,
                        const struct meetings *meetings)
{
    for (int j = 0; j < meetings->n; j++) {
        if (is_news(making, &item, meetings->k[j])) {
            bool cancelled;
            item.meeting = &meetings->k[j];
            item.n_meetings = 1;
            const struct schedule_meeting *meeting =
                schedule_any_entry(making->schedule, meetings->k[j], &cancelled);
            item.uid = meeting->uid;
            item.is_off =
                cancelled || !told_attends(making->event, meeting, item.p, item.to);
            add_item(making, item);
        }
    }
}

/* True if the meeting is, or was, for somebody with that address. */
static bool concerns(const struct making *making, int p, const char *address, int k)
{
    bool cancelled;
    const struct schedule_meeting *meeting =
        schedule_any_entry(making->schedule, k, &cancelled);
    if (told_find(meeting, making->event->participant[p].id, address)) {
        return true;
    }
    return !(cancelled && meeting->told.is_known) &&
           told_attends(making->event, meeting, p, address);
}

static bool is_first_with_address(const struct participant *who, int c)
{
    if (!address_is_email(who->contact[c].email)) {
        return false;
    }
    for (int k = 0; k < c; k++) {
        if (text_equal_nocase(who->contact[k].email, who->contact[c].email)) {
            return false;
        }
    }
    return true;
}

static void add_contact(struct making *making, struct mail_item item, bool agendas,
                        bool invites)
{
    const struct participant *who = &making->event->participant[item.p];
    const struct meetings *all = &making->of_participant[item.p];
    struct meetings own = {0};
    for (int j = 0; j < all->n; j++) {
        if (concerns(making, item.p, item.to, all->k[j])) {
            add_meeting(making, &own, all->k[j]);
        }
    }
    if (agendas &&
        (has_news(making, &item, &own) || has_news_of_items(making, &item))) {
        add_agenda(making, item, who->id, &own);
    }
    if (invites) {
        add_invites(making, item, &own);
    }
}

static bool has_contact(const struct participant *who, const char *address)
{
    for (int c = 0; c < who->n_contacts; c++) {
        if (text_equal_nocase(who->contact[c].email, address)) {
            return true;
        }
    }
    return false;
}

static bool is_written_to(const struct making *making, int p, const char *address)
{
    for (int k = making->list->n_items - 1; k >= 0 && making->list->item[k].p == p;
         k--) {
        if (text_equal_nocase(making->list->item[k].to, address)) {
            return true;
        }
    }
    return false;
}

/* Those who were told and are not in the event any more. */
static void add_those_who_left(struct making *making, struct mail_item item,
                               bool agendas, bool invites)
{
    const struct participant *who = &making->event->participant[item.p];
    const struct meetings *all = &making->of_participant[item.p];
    for (int j = 0; j < all->n; j++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(making->schedule, all->k[j], &cancelled);
        for (int k = 0; k < meeting->told.n_persons; k++) {
            const struct told_person *person = &meeting->told.person[k];
            if (strcmp(person->participant_id, who->id) == 0 && !person->off &&
                address_is_email(person->who) && !has_contact(who, person->who) &&
                !is_written_to(making, item.p, person->who)) {
                item.contact--;
                item.to = person->who;
                item.language = person->language;
                add_contact(making, item, agendas, invites);
            }
        }
    }
}

static void add_unreachable(struct making *making, struct mail_unreachable who)
{
    struct mail_list *list = making->list;
    list->unreachable =
        arena_grow(making->arena, list->unreachable, list->n_unreachable,
                   &list->unreachable_capacity, sizeof *list->unreachable);
    list->unreachable[list->n_unreachable++] = who;
}

static bool has_reachable(const struct making *making, int p,
                          const struct schedule_meeting *meeting)
{
    const struct participant *who = &making->event->participant[p];
    for (int c = 0; c < who->n_contacts; c++) {
        if (address_is_email(who->contact[c].email) &&
            contact_attends(meeting, p, c)) {
            return true;
        }
    }
    return false;
}

/* Contacts without an address, where no colleague with one can tell them. */
static void add_unreachable_contacts(struct making *making, int p)
{
    const struct participant *who = &making->event->participant[p];
    const struct meetings *all = &making->of_participant[p];
    for (int c = 0; c < who->n_contacts; c++) {
        const char *key = told_contact_key(&who->contact[c]);
        bool is_cut_off = false;
        for (int j = 0; j < all->n && key[0] != '\0' && !is_cut_off &&
                        !address_is_email(who->contact[c].email);
             j++) {
            bool cancelled;
            const struct schedule_meeting *meeting =
                schedule_any_entry(making->schedule, all->k[j], &cancelled);
            is_cut_off = contact_attends(meeting, p, c) &&
                         !has_reachable(making, p, meeting) &&
                         told_is_news_to(making->event, meeting, cancelled, p, key);
        }
        if (is_cut_off) {
            add_unreachable(making, (struct mail_unreachable){p, -1, key});
        }
    }
}

static void add_participant(struct making *making, int p, bool agendas,
                            bool invites)
{
    const struct participant *who = &making->event->participant[p];
    const char *from =
        ics_participant_reader(making->input->calendars, p).organizer.email;
    struct mail_item item = {.p = p, .i = -1, .from = from};
    bool is_reachable = false;
    const struct meetings *all = &making->of_participant[p];
    if (!has_news(making, &item, all) &&
        !(agendas && has_news_of_items(making, &item))) {
        return;
    }
    for (int c = 0; c < who->n_contacts && address_is_email(from); c++) {
        if (is_first_with_address(who, c)) {
            is_reachable = true;
            item.contact = c;
            item.to = who->contact[c].email;
            item.language = who->contact[c].language;
            add_contact(making, item, agendas, invites);
        }
    }
    if (address_is_email(from)) {
        item.contact = 0;
        add_those_who_left(making, item, agendas, invites);
    }
    if (is_reachable) {
        add_unreachable_contacts(making, p);
    } else {
        add_unreachable(making, (struct mail_unreachable){p, -1, NULL});
    }
}

static void add_interpreter(struct making *making, int i, bool agendas)
{
    const struct interpreter *who = &making->event->interpreter[i];
    const char *from =
        ics_interpreter_reader(making->input->calendars, i).organizer.email;
    const struct mail_item item = {.p = -1,
                                   .contact = -1,
                                   .i = i,
                                   .to = who->email,
                                   .from = from,
                                   .language = ""};
    const struct meetings *own = &making->of_interpreter[i];
    if (!has_news(making, &item, own) &&
        !(agendas && has_news_of_items(making, &item))) {
        return;
    }
    if (address_is_email(who->email) && address_is_email(from)) {
        add_agenda(making, item, who->id, own);
    } else {
        add_unreachable(making, (struct mail_unreachable){-1, i, NULL});
    }
}

void mail_list_make(struct arena *arena, const struct mail_input *input,
                    bool agendas, bool invites, struct mail_list *list)
{
    struct making making = {
        .arena = arena,
        .input = input,
        .event = input->calendars->event,
        .schedule = input->calendars->schedule,
        .list = list,
    };
    *list = (struct mail_list){.n_items = 0};
    find_meetings(&making);
    for (int p = 0; p < making.event->n_participants; p++) {
        add_participant(&making, p, agendas, invites);
    }
    for (int i = 0; i < making.event->n_interpreters; i++) {
        add_interpreter(&making, i, agendas);
    }
}
