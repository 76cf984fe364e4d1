#include "scheduler/model/anonymise.h"

#include "scheduler/model/anonymise_parts.h"

static void walk_person(struct name_walk *walk, struct person *person)
{
    walk_name(walk, NAME_PERSON, &person->name);
    walk_name(walk, NAME_ADDRESS, &person->email);
}

static void walk_organizers(struct name_walk *walk, struct event *event)
{
    walk_person(walk, &event->organizer);
    event->side_organizer =
        walk_copied(walk, event->side_organizer, event->n_side_organizers,
                    sizeof *event->side_organizer);
    for (int k = 0; k < event->n_side_organizers; k++) {
        walk_name(walk, NAME_SIDE, &event->side_organizer[k].side);
        walk_person(walk, &event->side_organizer[k].person);
    }
}

static void walk_sessions(struct name_walk *walk, struct event *event)
{
    event->session = walk_copied(walk, event->session, event->n_sessions,
                                 sizeof *event->session);
    for (int k = 0; k < event->n_sessions; k++) {
        struct session *session = &event->session[k];
        walk_name(walk, NAME_SESSION, &session->id);
        walk_label(walk, "Session", session->id, &session->title);
        session->break_time =
            walk_copied(walk, session->break_time, session->n_breaks,
                        sizeof *session->break_time);
        for (int b = 0; b < session->n_breaks; b++) {
            walk_label(walk, "Break of", session->id,
                       &session->break_time[b].title);
        }
    }
    event->slot =
        walk_copied(walk, event->slot, event->n_slots, sizeof *event->slot);
    for (int s = 0; s < event->n_slots; s++) {
        walk_slot_id(walk, &event->slot[s].id);
    }
}

static void walk_agenda(struct name_walk *walk, struct event *event)
{
    event->agenda =
        walk_copied(walk, event->agenda, event->n_agenda, sizeof *event->agenda);
    for (int k = 0; k < event->n_agenda; k++) {
        struct agenda_item *item = &event->agenda[k];
        walk_name(walk, NAME_AGENDA_ITEM, &item->id);
        walk_name(walk, NAME_TITLE, &item->title);
        walk_name(walk, NAME_LINK, &item->url);
        if (item->audience == AUDIENCE_SIDE) {
            walk_name(walk, NAME_SIDE, &item->side);
        }
    }
}

static void walk_places(struct name_walk *walk, struct event *event)
{
    event->room =
        walk_copied(walk, event->room, event->n_rooms, sizeof *event->room);
    for (int r = 0; r < event->n_rooms; r++) {
        struct room *room = &event->room[r];
        walk_name(walk, NAME_ROOM, &room->id);
        walk_name(walk, NAME_PLACE, &room->name);
        walk_name(walk, NAME_LINK, &room->url);
        walk_names(walk, NAME_FEATURE, &room->features);
    }
    event->interpreter =
        walk_copied(walk, event->interpreter, event->n_interpreters,
                    sizeof *event->interpreter);
    for (int i = 0; i < event->n_interpreters; i++) {
        struct interpreter *interpreter = &event->interpreter[i];
        walk_name(walk, NAME_INTERPRETER, &interpreter->id);
        walk_label(walk, "Interpreter", interpreter->id, &interpreter->name);
        walk_name(walk, NAME_ADDRESS, &interpreter->email);
    }
}

static void walk_participants(struct name_walk *walk, struct event *event)
{
    event->participant =
        walk_copied(walk, event->participant, event->n_participants,
                    sizeof *event->participant);
    for (int p = 0; p < event->n_participants; p++) {
        struct participant *who = &event->participant[p];
        walk_name(walk, NAME_PARTICIPANT, &who->id);
        walk_label(walk, "Organisation", who->id, &who->organisation);
        walk_label(walk, "団体", who->id, &who->organisation_ja);
        walk_drop(walk, &who->country);
        walk_name(walk, NAME_SIDE, &who->side);
        walk_contacts(walk, &who->contact, who->n_contacts);
        walk_names(walk, NAME_THEME, &who->themes);
        walk_drop(walk, &who->profile);
        walk_drop(walk, &who->profile_ja);
        walk_drop(walk, &who->calendar);
    }
}

static void walk_requests(struct name_walk *walk, struct event *event)
{
    event->request = walk_copied(walk, event->request, event->n_requests,
                                 sizeof *event->request);
    for (int q = 0; q < event->n_requests; q++) {
        struct request *request = &event->request[q];
        walk_name(walk, NAME_REQUEST, &request->id);
        walk_name(walk, NAME_TOPIC, &request->topic);
        walk_names(walk, NAME_FEATURE, &request->room_features);
        walk_drop(walk, &request->message);
        walk_drop(walk, &request->note);
    }
    event->lock =
        walk_copied(walk, event->lock, event->n_locks, sizeof *event->lock);
    for (int k = 0; k < event->n_locks; k++) {
        walk_name(walk, NAME_TOPIC, &event->lock[k].topic);
        walk_slot_id(walk, &event->lock[k].slot_id);
    }
}

static void walk_rules(struct name_walk *walk, struct rules *rules)
{
    walk_name(walk, NAME_FEATURE, &rules->interpreted_room_feature);
    rules->social_hours =
        walk_copied(walk, rules->social_hours, rules->n_social_hours,
                    sizeof *rules->social_hours);
    for (int k = 0; k < rules->n_social_hours; k++) {
        walk_name(walk, NAME_SIDE, &rules->social_hours[k].side);
    }
}

static struct event walked(struct name_walk *walk, const struct event *event)
{
    struct event copy = *event;
    walk_organizers(walk, &copy);
    walk_sessions(walk, &copy);
    walk_agenda(walk, &copy);
    walk_places(walk, &copy);
    walk_participants(walk, &copy);
    walk_requests(walk, &copy);
    walk_rules(walk, &copy.rules);
    return copy;
}

void anonymise_add_event(struct pseudonyms *pseudonyms, const struct event *event)
{
    struct name_walk walk = {pseudonyms, true};
    walked(&walk, event);
}

struct event anonymise_event(struct pseudonyms *pseudonyms,
                             const struct event *event)
{
    struct name_walk walk = {pseudonyms, false};
    struct event copy = walked(&walk, event);
    copy.id = "event";
    copy.name = event->name[0] != '\0' ? "Event" : "";
    copy.name_ja = event->name_ja[0] != '\0' ? "商談会" : "";
    copy.uid_domain = event->uid_domain[0] != '\0' ? "example.invalid" : "";
    return copy;
}
