#ifndef MATCHDAY_IO_EVENT_PARTS_H
#define MATCHDAY_IO_EVENT_PARTS_H

#include <stdbool.h>

#include "io/encoding.h"
#include "io/event_ids.h"
#include "io/event_tables.h"
#include "io/event_times.h"
#include "io/field_names.h"
#include "io/fields.h"
#include "scheduler/model/event.h"

/* What the parts of event_read() share; for io/event_read*.c alone. */

/* More is taken for a mistake, or an attack, before it takes the memory. */
enum {
    MAX_SESSIONS = 1000,
    MAX_SLOTS = 10000,
    MAX_AGENDA = 10000,
    MAX_ROOMS = 10000,
    MAX_INTERPRETERS = 10000,
    MAX_PARTICIPANTS = 100000,
    MAX_CONTACTS = 1000,  /* of one participant */
    MAX_ROWS = 1000000,   /* availability, requests, locks, met_before */
    MAX_NUMBER = 1000000, /* of limits, weights and costs */
    DAY_MINUTES = 24 * 60,
};

struct reader {
    struct arena *arena;
    struct findings *findings;
    struct event *event;
    const char *folder; /* of event.json, where the CSV files are */
    const struct encodings *encodings;
    const struct event_tables *tables; /* of an event without event.json, or NULL */
    const char *settings_sheet; /* where its event, rules and weights stand */
    struct fields root;
    struct zones zones;
    struct source rooms, interpreters, participants, requests;
    struct wish *wish; /* those that stand in columns */
    int n_wishes, wishes_capacity;
    struct entities room_entities, interpreter_entities, participant_entities,
        request_entities;
    struct ids sides;    /* those of participants */
    bool has_all_slots;  /* each session could be cut */
    bool forgives_locks; /* see event_read.h */
    struct stray *stray; /* windows outside every session */
    int n_strays, strays_capacity;
    int n_to_confirm; /* contacts with that mark */
    struct place first_to_confirm;
    int n_without_language; /* contacts who may not read what they get */
    struct place first_without_language;
};

/* Opens a list: rows inline, those of the CSV file that it names, or of its table. */
void event_open_list(struct reader *reader, struct source *source, const char *name,
                     const char *what, int most);

/* The table of that list in an event without event.json, or NULL. Rooms and
 * interpreters without any row are left out, as in a workbook that nobody filled in. */
const struct table *event_find_table(const struct reader *reader, enum list list);

/* True for a file beside the event, in no other folder. */
bool event_is_plain_file_name(const char *name);

/* What an interpreter may have, ended by NULL. */
extern const char *const event_interpreter_names[];

/* Leaves out the blanks around ids in event.json, where they are given and where
 * they are referred to; one note tells. CSV cells are trimmed anyhow. */
void event_trim_ids(struct reader *reader, struct value *root);

/* Names the columns of a table after the fields that they mean, and puts into its
 * cells what a careful person would have typed; notes tell. Where no column is known
 * that is an error, and there are no rows. */
void event_read_columns(struct source *source);

/* Takes the wishes out of a table that has columns of them, "Wish 1", "Wish 2", such as
 * a form's: of participants, or of requests, which must have its rows then. They become
 * requests, ranked by their column, when they are added, behind the other requests, which
 * are open; what is asked for twice is told and counts once. */
void event_take_wishes(struct reader *reader, struct source *source);
void event_add_wishes(struct reader *reader);

/* What a request is called that has no id: after who asks whom, and about what. */
const char *event_request_id(const struct reader *reader, const struct value *row);

/* Judges the names of all rows of a list, and reports. */
void event_judge_names(const struct source *source, const char *const *known);

/* A text with the check of an address: "" with an error. */
const char *field_email(const struct fields *fields, const char *key);
const char *field_url(const struct fields *fields, const char *key);

/* Warns if no participant is of that side. */
void event_judge_side(const struct reader *reader, const struct fields *fields,
                      const char *key, const char *side);

/* Warns of addresses, and of letters that cannot be seen, in what others read. After
 * the requests. */
void event_judge_addresses(const struct reader *reader);

/* Warns of participants that look like the last row of a list. After them. */
void event_judge_totals(const struct reader *reader);

/* Warns of sides that look like slips of the pen. After the participants. */
void event_judge_sides(const struct reader *reader);

/* Warns of participants of another country who are taken to live by the event's clock,
 * and notes that contacts without a language, of those that need one to be named, are
 * written to in English. After the participants. */
void event_judge_zones(struct reader *reader);
void event_judge_languages(const struct reader *reader);

/* True if mails could be written in a language of theirs, and English is none. */
bool event_needs_language(const struct participant *who);

/* The windows in a member "available" and, in CSV, in the columns available_start
 * and available_end of each row of the entity. */
void event_read_windows(struct reader *reader, const struct source *source,
                        const struct entity *entity, const struct zone *zone,
                        struct windows *windows);

/* Adds a window in which somebody, or a room, offers to be used, to those of the
 * same owner, who stays where it is. */
struct window_read {
    const struct fields *fields; /* whose members keys name */
    struct span_keys keys;
    const struct zone *zone;
    struct window window;
};
void event_add_window(struct reader *reader, const struct window_read *read,
                      struct windows *owner);

/* Tells of all windows that lie outside every session. */
void event_judge_windows(struct reader *reader);

/* The columns of a table that are slots, or NULL; after the sessions. */
struct event_grid;
struct event_grid *event_find_grid(struct reader *reader,
                                   const struct source *source);

/* Known names and those columns. */
const char *const *event_names_with_grid(const struct event_grid *grid,
                                         struct arena *arena,
                                         const char *const *known);

/* Warns of columns that are none of the known ones and look like answers about times;
 * returns the known ones and these, which were told. */
const char *const *event_tell_answers(const struct reader *reader,
                                      const struct source *source,
                                      const char *const *known);

/* What the cells of a row under those columns say of a participant; clocks are those
 * of the zone, unless the heading has one. */
void event_read_grid_row(struct reader *reader, struct event_grid *grid,
                         const struct fields *fields, const struct zone *zone,
                         struct participant *who);

/* The parts, in the order in which they are read. */
void event_open_people(struct reader *reader); /* ids and sides */
bool event_read_head(struct reader *reader);   /* false: there is no zone at all */
void event_read_rules(struct reader *reader);
void event_read_sessions(struct reader *reader); /* and slots, before windows */
void event_read_participants(struct reader *reader);
void event_read_interpreters(struct reader *reader);
void event_read_rooms(struct reader *reader);
void event_read_availability(struct reader *reader);
void event_read_agenda(struct reader *reader);
void event_read_requests(struct reader *reader);
void event_read_met_before(struct reader *reader);
void event_read_calendars(struct reader *reader);
void event_read_locks(struct reader *reader);

#endif
