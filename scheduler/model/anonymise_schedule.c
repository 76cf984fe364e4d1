#include "scheduler/model/anonymise.h"

#include <string.h>

#include "scheduler/model/anonymise_parts.h"
#include "scheduler/model/cause.h"

struct schedule_walk {
    struct name_walk names;
    const struct event *event; /* as it was */
    const struct schedule *schedule;
};

/* Whether the event, or what was sent before, knows an interpreter by this id, and no
 * participant. */
static bool is_interpreter(const struct schedule_walk *walk, const char *id)
{
    if (event_find_participant(walk->event, id) >= 0) {
        return false;
    }
    bool is_one = event_find_interpreter(walk->event, id) >= 0;
    for (int k = 0; k < walk->schedule->n_addressees && !is_one; k++) {
        const struct addressee *addressee = &walk->schedule->addressee[k];
        is_one = addressee->is_interpreter && strcmp(addressee->id, id) == 0;
    }
    return is_one;
}

/* Ids of both. */
static void walk_audience(struct schedule_walk *walk, struct strings *ids)
{
    struct strings all = *ids;
    all.text = walk_copied(&walk->names, ids->text, ids->n, sizeof *ids->text);
    for (int k = 0; k < all.n; k++) {
        enum name_kind kind =
            is_interpreter(walk, all.text[k]) ? NAME_INTERPRETER : NAME_PARTICIPANT;
        walk_name(&walk->names, kind, &all.text[k]);
    }
    *ids = all;
}

/* An address is the same in either case: it gets the pseudonym of the one which the
 * event has. */
static const char *spelt_as_in_event(const struct schedule_walk *walk,
                                     const struct told_person *person)
{
    int p = event_find_participant(walk->event, person->participant_id);
    for (int k = 0; p >= 0 && k < walk->event->participant[p].n_contacts; k++) {
        const char *email = walk->event->participant[p].contact[k].email;
        if (text_equal_nocase(email, person->who)) {
            return email;
        }
    }
    return person->who;
}

static void walk_told(struct schedule_walk *walk, struct told *told)
{
    struct name_walk *names = &walk->names;
    walk_name(names, NAME_PLACE, &told->room_name);
    walk_name(names, NAME_LINK, &told->room_url);
    told->person =
        walk_copied(names, told->person, told->n_persons, sizeof *told->person);
    for (int k = 0; k < told->n_persons; k++) {
        struct told_person *person = &told->person[k];
        enum name_kind kind = NAME_INTERPRETER;
        if (person->participant_id[0] != '\0') {
            person->who = spelt_as_in_event(walk, person);
            kind = strchr(person->who, '@') ? NAME_ADDRESS : NAME_PERSON;
        }
        walk_name(names, kind, &person->who);
        walk_name(names, NAME_PARTICIPANT, &person->participant_id);
    }
}

static void walk_attendance(struct name_walk *walk,
                            struct schedule_meeting *meeting)
{
    meeting->attendance =
        walk_copied(walk, meeting->attendance, meeting->n_attendance,
                    sizeof *meeting->attendance);
    for (int k = 0; k < meeting->n_attendance; k++) {
        walk_name(walk, NAME_PARTICIPANT, &meeting->attendance[k].participant_id);
    }
}

/* True if the entry's UID is what event, participants and topic give; the domain may
 * have changed since it was sent. */
static bool has_own_uid(const struct schedule_walk *walk,
                        const struct schedule_meeting *meeting)
{
    struct arena scratch = *walk->names.pseudonyms->arena;
    const char *uid = meeting_uid(&scratch, walk->event, &meeting->participant_ids,
                                  meeting->topic);
    size_t len = strcspn(uid, "@");
    return strcspn(meeting->uid, "@") == len && memcmp(uid, meeting->uid, len) == 0;
}

static void walk_meeting(struct schedule_walk *walk, const struct event *after,
                         struct schedule_meeting *meeting)
{
    struct name_walk *names = &walk->names;
    bool is_own = has_own_uid(walk, meeting);
    walk_meeting_id(names, &meeting->id);
    walk_names(names, NAME_PARTICIPANT, &meeting->participant_ids);
    walk_names(names, NAME_REQUEST, &meeting->request_ids);
    walk_name(names, NAME_TOPIC, &meeting->topic);
    walk_slot_id(names, &meeting->slot_id);
    walk_name(names, NAME_ROOM, &meeting->room_id);
    walk_name(names, NAME_INTERPRETER, &meeting->interpreter_id);
    walk_attendance(names, meeting);
    walk_slot_id(names, &meeting->sent.slot_id);
    walk_name(names, NAME_ROOM, &meeting->sent.room_id);
    walk_name(names, NAME_INTERPRETER, &meeting->sent.interpreter_id);
    walk_told(walk, &meeting->told);
    walk_drop(names, &meeting->reason);
    if (meeting->cause && cause_named(meeting->cause) == N_CAUSES) {
        walk_drop(names, &meeting->cause);
    }
    if (!is_own) {
        walk_name(names, NAME_ENTRY, &meeting->uid);
    } else if (after) {
        meeting->uid = meeting_uid(names->pseudonyms->arena, after,
                                   &meeting->participant_ids, meeting->topic);
    }
}

static void walk_unscheduled(struct name_walk *walk, struct schedule *schedule)
{
    schedule->unscheduled =
        walk_copied(walk, schedule->unscheduled, schedule->n_unscheduled,
                    sizeof *schedule->unscheduled);
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        struct unscheduled *one = &schedule->unscheduled[k];
        walk_names(walk, NAME_REQUEST, &one->request_ids);
        walk_names(walk, NAME_PARTICIPANT, &one->participant_ids);
        walk_name(walk, NAME_TOPIC, &one->topic);
        walk_names(walk, NAME_PARTICIPANT, &one->detail.participants);
        walk_names(walk, NAME_PARTICIPANT, &one->detail.at_limit);
        walk_names(walk, NAME_REQUEST, &one->detail.requests);
        walk_slot_ids(walk, &one->detail.slots);
        walk_meeting_ids(walk, &one->detail.blocked_by);
        walk_meeting_ids(walk, &one->detail.moved);
        walk_meeting_ids(walk, &one->detail.given_up);
    }
}

static void walk_items(struct schedule_walk *walk, struct schedule *schedule)
{
    struct name_walk *names = &walk->names;
    schedule->sent_item =
        walk_copied(names, schedule->sent_item, schedule->n_sent_items,
                    sizeof *schedule->sent_item);
    for (int k = 0; k < schedule->n_sent_items; k++) {
        struct sent_item *item = &schedule->sent_item[k];
        walk_name(names, NAME_AGENDA_ITEM, &item->id);
        walk_name(names, NAME_TITLE, &item->title);
        if (item->url) {
            walk_name(names, NAME_LINK, &item->url);
        }
        if (item->audience == AUDIENCE_SIDE) {
            walk_name(names, NAME_SIDE, &item->side);
        }
        walk_audience(walk, &item->audience_ids);
        walk_audience(walk, &item->told_off);
    }
}

static void walk_addressees(struct name_walk *walk, struct schedule *schedule)
{
    schedule->addressee =
        walk_copied(walk, schedule->addressee, schedule->n_addressees,
                    sizeof *schedule->addressee);
    for (int k = 0; k < schedule->n_addressees; k++) {
        struct addressee *one = &schedule->addressee[k];
        enum name_kind kind =
            one->is_interpreter ? NAME_INTERPRETER : NAME_PARTICIPANT;
        const char *word = one->is_interpreter ? "Interpreter" : "Organisation";
        walk_name(walk, kind, &one->id);
        walk_label(walk, word, one->id, &one->organisation);
        walk_label(walk, "団体", one->id, &one->organisation_ja);
        walk_name(walk, NAME_SIDE, &one->side);
        walk_contacts(walk, &one->contact, one->n_contacts);
    }
}

static struct schedule_meeting *
walk_meetings(struct schedule_walk *walk, const struct event *after,
              const struct schedule_meeting *meeting, int n)
{
    struct schedule_meeting *copy =
        walk_copied(&walk->names, meeting, n, sizeof *meeting);
    for (int k = 0; k < n; k++) {
        walk_meeting(walk, after, &copy[k]);
    }
    return copy;
}

/* after: the event with pseudonyms; NULL while names are added. */
static struct schedule walked(struct schedule_walk *walk, const struct event *after)
{
    struct schedule copy = *walk->schedule;
    copy.slot =
        walk_copied(&walk->names, copy.slot, copy.n_slots, sizeof *copy.slot);
    for (int s = 0; s < copy.n_slots; s++) {
        walk_slot_id(&walk->names, &copy.slot[s].id);
    }
    copy.meeting = walk_meetings(walk, after, copy.meeting, copy.n_meetings);
    copy.cancelled = walk_meetings(walk, after, copy.cancelled, copy.n_cancelled);
    walk_unscheduled(&walk->names, &copy);
    walk_items(walk, &copy);
    walk_addressees(&walk->names, &copy);
    return copy;
}

void anonymise_add_schedule(struct pseudonyms *pseudonyms,
                            const struct event *event,
                            const struct schedule *schedule)
{
    struct schedule_walk walk = {{pseudonyms, true}, event, schedule};
    walked(&walk, NULL);
}

struct schedule anonymise_schedule(struct pseudonyms *pseudonyms,
                                   const struct event *event,
                                   const struct schedule *schedule)
{
    struct event after = anonymise_event(pseudonyms, event);
    struct schedule_walk walk = {{pseudonyms, false}, event, schedule};
    struct schedule copy = walked(&walk, &after);
    copy.event_id = after.id;
    copy.sending = "";
    if (copy.generator_version[strspn(copy.generator_version, "0123456789.")]) {
        copy.generator_version = ""; /* of a program that we do not know */
    }
    return copy;
}
