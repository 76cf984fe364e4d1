/* Which rooms and interpreters could take which meeting in which slot.
 *
 * What a meeting needs leaves it a base set of rooms, whatever the time; what
 * is open in a slot is another set, its pattern, and few slots differ in it. A
 * meeting's set in a slot is the intersection of the two, which is made once per
 * different base and pattern. Only locks that forbid one room in one slot are
 * looked at one by one. Interpreters go the same way. */

#include <string.h>

#include "scheduler/model/eligibility_parts.h"

struct placing {
    struct arena *arena;
    int n_slots;
    struct set_family *result; /* the family that elig refers to */
    struct set_family pattern, base;
    int *pattern_of; /* slot */
    int *set_of;     /* base and pattern, at base * pattern.n_sets + pattern */
    int capacity;    /* bases that set_of has room for */
    uint64_t *work;  /* one set */
};

static void placing_init(struct placing *placing, struct arena *arena,
                         int n_members, int n_slots, struct set_family *result)
{
    *placing =
        (struct placing){.arena = arena, .n_slots = n_slots, .result = result};
    set_family_init(result, n_members);
    set_family_init(&placing->pattern, n_members);
    set_family_init(&placing->base, n_members);
    placing->pattern_of = arena_new(arena, n_slots, int);
    placing->work = arena_new(arena, result->n_words, uint64_t);
}

static void clear(const struct placing *placing)
{
    for (int w = 0; w < placing->result->n_words; w++) {
        placing->work[w] = 0;
    }
}

/* Adds the set in work as what is open in slot s. */
static void add_pattern(struct placing *placing, int s)
{
    placing->pattern_of[s] =
        set_family_add(&placing->pattern, placing->arena, placing->work);
}

/* The number of the base in work; a new one meets all patterns. */
static int add_base(struct placing *placing)
{
    int n = placing->base.n_sets, n_patterns = placing->pattern.n_sets;
    int b = set_family_add(&placing->base, placing->arena, placing->work);
    if (b < n) {
        return b;
    }
    placing->set_of =
        arena_grow(placing->arena, placing->set_of, n, &placing->capacity,
                   (size_t)n_patterns * sizeof(int));
    for (int k = 0; k < n_patterns; k++) {
        const uint64_t *open = set_family_at(&placing->pattern, k);
        for (int w = 0; w < placing->result->n_words; w++) {
            placing->work[w] = set_family_at(&placing->base, b)[w] & open[w];
        }
        placing->set_of[(int64_t)b * n_patterns + k] =
            set_family_add(placing->result, placing->arena, placing->work);
    }
    return b;
}

/* One meeting's sets of all slots. */
static void place(const struct placing *placing, int base, int *set)
{
    const int *set_of = placing->set_of + (int64_t)base * placing->pattern.n_sets;
    for (int s = 0; s < placing->n_slots; s++) {
        set[s] = set_of[placing->pattern_of[s]];
    }
}

/* A set of rooms that is asked for again and again. */
struct known_rooms {
    int people;          /* for how many it is large enough, or */
    const char *feature; /* what it has */
    uint64_t *rooms;
};

struct rooming {
    struct placing placing;
    uint64_t *open;     /* rooms that are reserved for nobody */
    uint64_t *reserved; /* for participant p, at p * n_words */
    struct known_rooms *known;
    int n_known, capacity;
};

static void add_reservations(const struct event *event, struct rooming *rooming)
{
    int n_words = rooming->placing.result->n_words;
    struct arena *arena = rooming->placing.arena;
    rooming->open = arena_new(arena, n_words, uint64_t);
    rooming->reserved =
        arena_new(arena, (int64_t)event->n_participants * n_words, uint64_t);
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        for (int k = 0; k < room->n_reserved_for; k++) {
            bits_add(rooming->reserved + (int64_t)room->reserved_for[k] * n_words,
                     r);
        }
        if (room->n_reserved_for == 0) {
            bits_add(rooming->open, r);
        }
    }
}

static bool is_open(const struct windows *available, const struct slot *slot)
{
    return available->n == 0 ||
           windows_cover(available, slot->start_s, slot->end_s);
}

static void add_room_patterns(const struct event *event, struct placing *placing)
{
    for (int s = 0; s < event->n_slots; s++) {
        clear(placing);
        for (int r = 0; r < event->n_rooms; r++) {
            if (is_open(&event->room[r].available, &event->slot[s])) {
                bits_add(placing->work, r);
            }
        }
        add_pattern(placing, s);
    }
}

static bool is_known(const struct known_rooms *known, int people,
                     const char *feature)
{
    return feature ? known->feature && strcmp(known->feature, feature) == 0
                   : !known->feature && known->people == people;
}

/* The rooms with that feature, or with NULL those for so many people. */
static const uint64_t *find_rooms(const struct event *event,
                                  struct rooming *rooming, int people,
                                  const char *feature)
{
    for (int k = 0; k < rooming->n_known; k++) {
        if (is_known(&rooming->known[k], people, feature)) {
            return rooming->known[k].rooms;
        }
    }
    struct placing *placing = &rooming->placing;
    rooming->known = arena_grow(placing->arena, rooming->known, rooming->n_known,
                                &rooming->capacity, sizeof *rooming->known);
    struct known_rooms *known = &rooming->known[rooming->n_known++];
    *known = (struct known_rooms){
        people, feature,
        arena_new(placing->arena, placing->result->n_words, uint64_t)};
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        bool fits = feature
                        ? strings_has(&room->features, feature)
                        : room->capacity == NO_LIMIT || room->capacity >= people;
        if (fits) {
            bits_add(known->rooms, r);
        }
    }
    return known->rooms;
}

static void keep_only(const struct placing *placing, const uint64_t *set)
{
    for (int w = 0; w < placing->result->n_words; w++) {
        placing->work[w] &= set[w];
    }
}

/* What locks say about rooms in every slot. */
static void keep_unlocked(const struct event *event, const struct meeting *meeting,
                          const struct placing *placing)
{
    if (meeting->locked_room >= 0) {
        bool has = bits_has(placing->work, meeting->locked_room);
        clear(placing);
        if (has) {
            bits_add(placing->work, meeting->locked_room);
        }
    }
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_FORBID && lock->room >= 0 && lock->slot < 0) {
            bits_remove(placing->work, lock->room);
        }
    }
}

/* Leaves in work the rooms that could take the meeting at some time. */
static void find_base(const struct event *event, const struct meeting *meeting,
                      struct rooming *rooming)
{
    struct placing *placing = &rooming->placing;
    const char *interpreted = event->rules.interpreted_room_feature;
    int n_words = placing->result->n_words;
    memcpy(placing->work, rooming->open, (size_t)n_words * sizeof *placing->work);
    for (int k = 0; k < meeting->n_participants; k++) {
        const uint64_t *own =
            rooming->reserved + (int64_t)meeting->participant[k] * n_words;
        for (int w = 0; w < n_words; w++) {
            placing->work[w] |= own[w];
        }
    }
    keep_only(placing, find_rooms(event, rooming, meeting->people, NULL));
    for (int k = 0; k < meeting->room_features.n; k++) {
        const char *feature = meeting->room_features.text[k];
        keep_only(placing, find_rooms(event, rooming, 0, feature));
    }
    if (meeting->needs_interpreter && interpreted[0] != '\0') {
        keep_only(placing, find_rooms(event, rooming, 0, interpreted));
    }
    keep_unlocked(event, meeting, placing);
}

/* Takes rooms out that are forbidden in single slots. */
static void forbid_combinations(const struct event *event,
                                const struct meeting *meeting,
                                struct placing *placing, int *set)
{
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_FORBID && lock->room >= 0 && lock->slot >= 0) {
            memcpy(placing->work, set_family_at(placing->result, set[lock->slot]),
                   (size_t)placing->result->n_words * sizeof *placing->work);
            bits_remove(placing->work, lock->room);
            set[lock->slot] =
                set_family_add(placing->result, placing->arena, placing->work);
        }
    }
}

static void add_rooms(struct arena *arena, const struct event *event,
                      struct eligibility *elig)
{
    struct rooming rooming = {0};
    placing_init(&rooming.placing, arena, event->n_rooms, event->n_slots,
                 &elig->rooms);
    add_reservations(event, &rooming);
    add_room_patterns(event, &rooming.placing);
    elig->room_set =
        arena_new(arena, (int64_t)elig->n_meetings * elig->n_slots, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        int *set = elig->room_set + (int64_t)m * elig->n_slots;
        find_base(event, &elig->meeting[m], &rooming);
        place(&rooming.placing, add_base(&rooming.placing), set);
        forbid_combinations(event, &elig->meeting[m], &rooming.placing, set);
    }
}

static bool is_at_agenda(const struct event *event, int i, const struct slot *slot)
{
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (slot->start_s < item->end_s && item->start_s < slot->end_s &&
            agenda_concerns_interpreter(item, i)) {
            return true;
        }
    }
    return false;
}

static void add_interpreter_patterns(const struct event *event,
                                     struct placing *placing)
{
    for (int s = 0; s < event->n_slots; s++) {
        const struct slot *slot = &event->slot[s];
        clear(placing);
        for (int i = 0; i < event->n_interpreters; i++) {
            if (is_open(&event->interpreter[i].available, slot) &&
                !is_at_agenda(event, i, slot)) {
                bits_add(placing->work, i);
            }
        }
        add_pattern(placing, s);
    }
}

/* Languages as numbers. Most participants speak what others do, too, so that
 * meetings are told apart by the different sets of languages at their table. */
struct tongues {
    struct strings word;
    struct set_family spoken; /* sets of languages */
    int *spoken_by;           /* participant: number of such a set */
    struct set_family table;  /* sets of such sets */
    int *base_of;             /* table: a base of placing */
    int capacity;
};

static int find_word(const struct strings *word, const char *text, size_t len)
{
    for (int l = 0; l < word->n; l++) {
        if (strlen(word->text[l]) == len && memcmp(word->text[l], text, len) == 0) {
            return l;
        }
    }
    return -1;
}

static void add_words(struct arena *arena, const struct event *event,
                      struct tongues *tongues)
{
    int capacity = 0;
    for (int p = 0; p < event->n_participants; p++) {
        const struct strings *spoken = &event->participant[p].languages;
        for (int k = 0; k < spoken->n; k++) {
            if (!strings_has(&tongues->word, spoken->text[k])) {
                tongues->word.text =
                    arena_grow(arena, tongues->word.text, tongues->word.n,
                               &capacity, sizeof *tongues->word.text);
                tongues->word.text[tongues->word.n++] = spoken->text[k];
            }
        }
    }
}

static void tongues_init(struct tongues *tongues, struct arena *arena,
                         const struct event *event)
{
    *tongues = (struct tongues){0};
    add_words(arena, event, tongues);
    set_family_init(&tongues->spoken, tongues->word.n);
    tongues->spoken_by = arena_new(arena, event->n_participants, int);
    uint64_t *set = arena_new(arena, bits_words(tongues->word.n), uint64_t);
    for (int p = 0; p < event->n_participants; p++) {
        const struct strings *spoken = &event->participant[p].languages;
        for (int w = 0; w < tongues->spoken.n_words; w++) {
            set[w] = 0;
        }
        for (int k = 0; k < spoken->n; k++) {
            bits_add(set, find_word(&tongues->word, spoken->text[k],
                                    strlen(spoken->text[k])));
        }
        tongues->spoken_by[p] = set_family_add(&tongues->spoken, arena, set);
    }
    set_family_init(&tongues->table, tongues->spoken.n_sets);
}

/* True if everybody at the table speaks x or y, and somebody each of them. */
static bool joins(const struct tongues *tongues, const uint64_t *table, int x,
                  int y)
{
    int n = tongues->spoken.n_sets;
    bool some_x = false, some_y = false;
    for (int k = bits_next(table, n, 0); k >= 0; k = bits_next(table, n, k + 1)) {
        const uint64_t *spoken = set_family_at(&tongues->spoken, k);
        if (!bits_has(spoken, x) && !bits_has(spoken, y)) {
            return false;
        }
        some_x |= bits_has(spoken, x);
        some_y |= bits_has(spoken, y);
    }
    return some_x && some_y;
}

/* True if the interpreter has a pair "x-y" for this table. */
static bool can_interpret(const struct tongues *tongues, const uint64_t *table,
                          const struct interpreter *interpreter)
{
    for (int k = 0; k < interpreter->pairs.n; k++) {
        const char *pair = interpreter->pairs.text[k];
        size_t len = strcspn(pair, "-");
        const char *rest = pair[len] == '-' ? pair + len + 1 : "";
        int x = find_word(&tongues->word, pair, len);
        int y = find_word(&tongues->word, rest, strlen(rest));
        if (x >= 0 && y >= 0 && x != y && joins(tongues, table, x, y)) {
            return true;
        }
    }
    return false;
}

/* The base of all meetings at such a table. */
static int find_table(const struct event *event, struct tongues *tongues,
                      const uint64_t *table, struct placing *placing)
{
    int n = tongues->table.n_sets;
    int t = set_family_add(&tongues->table, placing->arena, table);
    if (t < n) {
        return tongues->base_of[t];
    }
    clear(placing);
    for (int i = 0; i < event->n_interpreters; i++) {
        if (can_interpret(tongues, table, &event->interpreter[i])) {
            bits_add(placing->work, i);
        }
    }
    tongues->base_of = arena_grow(placing->arena, tongues->base_of, n,
                                  &tongues->capacity, sizeof *tongues->base_of);
    tongues->base_of[t] = add_base(placing);
    return tongues->base_of[t];
}

static void add_interpreters(struct arena *arena, const struct event *event,
                             struct eligibility *elig)
{
    struct placing placing;
    struct tongues tongues;
    placing_init(&placing, arena, event->n_interpreters, event->n_slots,
                 &elig->interpreters);
    add_interpreter_patterns(event, &placing);
    tongues_init(&tongues, arena, event);
    int n = tongues.table.n_words;
    uint64_t *table = arena_new(arena, n, uint64_t);
    int64_t n_sets = (int64_t)elig->n_meetings * elig->n_slots;
    elig->interpreter_set = arena_new(arena, n_sets, int);
    memset(elig->interpreter_set, -1,
           (size_t)n_sets * sizeof *elig->interpreter_set);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        if (!meeting->needs_interpreter) {
            continue;
        }
        memset(table, 0, (size_t)n * sizeof *table);
        for (int k = 0; k < meeting->n_participants; k++) {
            bits_add(table, tongues.spoken_by[meeting->participant[k]]);
        }
        place(&placing, find_table(event, &tongues, table, &placing),
              elig->interpreter_set + (int64_t)m * elig->n_slots);
    }
}

void eligibility_add_places(struct arena *arena, const struct event *event,
                            struct eligibility *elig)
{
    add_rooms(arena, event, elig);
    add_interpreters(arena, event, elig);
}
