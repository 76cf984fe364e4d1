/* A pseudonym is a word for the kind, a number, and for some kinds an ending. Numbers
 * are compared as texts, that is as the digits behind a decimal point: where there
 * is none before, n names get 1 to n with leading zeros; later ones get a fraction
 * between those of their neighbours, of which there always is one more. An ending
 * begins with a character in front of the digits, so that it does not disturb that
 * order. */

#include "scheduler/model/pseudonym.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *word, *ending;
} kinds[N_NAME_KINDS] = {
    [NAME_PARTICIPANT] = {"participant", "body", ""},
    [NAME_INTERPRETER] = {"interpreter", "voice", ""},
    [NAME_ROOM] = {"room", "place", ""},
    [NAME_SESSION] = {"session", "part", ""},
    [NAME_REQUEST] = {"request", "wish", ""},
    [NAME_AGENDA_ITEM] = {"agenda", "item", ""},
    [NAME_SIDE] = {"side", "Side ", ""},
    [NAME_PERSON] = {"person", "Person ", ""},
    [NAME_PERSON_JA] = {"person_ja", "担当者", ""},
    [NAME_ADDRESS] = {"address", "mail", "-@example.invalid"},
    [NAME_JOB] = {"job_title", "Job ", ""},
    [NAME_PLACE] = {"room_name", "Place ", ""},
    [NAME_LINK] = {"link", "https://example.invalid/", ""},
    [NAME_TITLE] = {"title", "Item ", ""},
    [NAME_TOPIC] = {"topic", "Topic ", ""},
    [NAME_THEME] = {"theme", "Theme ", ""},
    [NAME_FEATURE] = {"feature", "feature-", ""},
    [NAME_MEETING] = {"meeting", "meeting", ""},
    [NAME_ENTRY] = {"entry", "entry-", "-@example.invalid"},
};

const char *name_kind_name(enum name_kind kind)
{
    return kinds[kind].name;
}

enum name_kind name_kind_find(const char *name)
{
    enum name_kind kind = 0;
    while (kind < N_NAME_KINDS && strcmp(kinds[kind].name, name) != 0) {
        kind++;
    }
    return kind;
}

void pseudonyms_init(struct pseudonyms *pseudonyms, struct arena *arena)
{
    *pseudonyms = (struct pseudonyms){.arena = arena};
}

static void append(struct pseudonyms *pseudonyms, enum name_kind kind,
                   struct pseudonym pseudonym)
{
    struct pseudonym_list *list = &pseudonyms->list[kind];
    if (list->n == list->capacity) {
        list->pseudonym = arena_grow(pseudonyms->arena, list->pseudonym, list->n,
                                     &list->capacity, sizeof *list->pseudonym);
    }
    list->pseudonym[list->n++] = pseudonym;
}

void pseudonyms_add(struct pseudonyms *pseudonyms, enum name_kind kind,
                    const char *name)
{
    if (name[0] != '\0') {
        append(pseudonyms, kind, (struct pseudonym){.name = name});
    }
}

/* The number of an alias, in arena, or NULL if it is none of this kind. */
static char *alias_digits(struct arena *arena, enum name_kind kind,
                          const char *alias)
{
    size_t n_word = strlen(kinds[kind].word);
    if (strncmp(alias, kinds[kind].word, n_word) != 0) {
        return NULL;
    }
    const char *digits = alias + n_word;
    size_t len = strspn(digits, "0123456789");
    bool is_number = strspn(digits, "0") < len;
    bool is_alias = is_number && strcmp(digits + len, kinds[kind].ending) == 0;
    return is_alias ? arena_strndup(arena, digits, len) : NULL;
}

bool pseudonyms_add_known(struct pseudonyms *pseudonyms, enum name_kind kind,
                          const char *name, const char *alias)
{
    struct arena scratch = *pseudonyms->arena;
    if (name[0] == '\0' || !alias_digits(&scratch, kind, alias)) {
        return false;
    }
    append(pseudonyms, kind, (struct pseudonym){name, alias});
    return true;
}

/* By name; among equal ones those with a pseudonym come first, by it. */
static int compare_names(const void *left, const void *right)
{
    const struct pseudonym *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    if (order != 0) {
        return order;
    }
    if (!a->alias || !b->alias) {
        return (a->alias == NULL) - (b->alias == NULL);
    }
    return strcmp(a->alias, b->alias);
}

/* Sorts them and keeps each once. */
static void sort_once(struct pseudonym_list *list)
{
    int n = 0;
    if (list->n > 0) {
        qsort(list->pseudonym, (size_t)list->n, sizeof *list->pseudonym,
              compare_names);
    }
    for (int k = 0; k < list->n; k++) {
        const struct pseudonym *next = &list->pseudonym[k];
        const struct pseudonym *last = n > 0 ? &list->pseudonym[n - 1] : NULL;
        bool is_known = last && strcmp(last->name, next->name) == 0 &&
                        (!next->alias || strcmp(last->alias, next->alias) == 0);
        if (!is_known) {
            list->pseudonym[n++] = *next;
        }
    }
    list->n = n;
}

/* The digit at a place, and behind the end a zero. */
static int digit_at(const char *digits, size_t len, size_t place)
{
    return place < len ? digits[place] - '0' : 0;
}

/* The shortest fraction between two, as digits behind the point; more NULL: one. */
static char *fraction_between(struct arena *arena, const char *less,
                              const char *more)
{
    size_t n_less = strlen(less), n_more = more ? strlen(more) : 0;
    size_t len = 0;
    char *digits = arena_new(arena, (n_less > n_more ? n_less : n_more) + 2, char);
    bool is_open = more == NULL; /* what came so far is below more already */
    for (;;) {
        int low = digit_at(less, n_less, len);
        int high = is_open ? 10 : digit_at(more, n_more, len);
        int middle = (low + high) / 2;
        if (middle > low) {
            digits[len] = (char)('0' + middle);
            return digits;
        }
        digits[len++] = (char)('0' + low);
        is_open = is_open || high > low;
    }
}

static const char *alias_of_digits(struct arena *arena, enum name_kind kind,
                                   const char *digits)
{
    return arena_printf(arena, "%s%s%s", kinds[kind].word, digits,
                        kinds[kind].ending);
}

/* Gives n names numbers between two; halving keeps these short. */
static void fill_gap(struct arena *arena, enum name_kind kind,
                     struct pseudonym *pseudonym, int n, const char *const limit[2])
{
    if (n == 0) {
        return;
    }
    int middle = n / 2;
    const char *digits = fraction_between(arena, limit[0], limit[1]);
    pseudonym[middle].alias = alias_of_digits(arena, kind, digits);
    fill_gap(arena, kind, pseudonym, middle,
             (const char *const[]){limit[0], digits});
    fill_gap(arena, kind, pseudonym + middle + 1, n - middle - 1,
             (const char *const[]){digits, limit[1]});
}

static void number_all(struct arena *arena, enum name_kind kind,
                       struct pseudonym_list *list)
{
    int width = 1;
    for (int rest = list->n; rest >= 10; rest /= 10) {
        width++;
    }
    for (int k = 0; k < list->n; k++) {
        const char *digits = arena_printf(arena, "%0*d", width, k + 1);
        list->pseudonym[k].alias = alias_of_digits(arena, kind, digits);
    }
}

static void number_new(struct arena *arena, enum name_kind kind,
                       struct pseudonym_list *list)
{
    const char *limit[2] = {"", NULL};
    int first = 0; /* of the gap */
    for (int k = 0; k <= list->n; k++) {
        bool is_end = k == list->n;
        if (is_end || list->pseudonym[k].alias) {
            limit[1] =
                is_end ? NULL : alias_digits(arena, kind, list->pseudonym[k].alias);
            fill_gap(arena, kind, list->pseudonym + first, k - first, limit);
            limit[0] = limit[1];
            first = k + 1;
        }
    }
}

/* True if one is the smaller fraction; "01" and "010" are the same. */
static bool is_less(const char *a, const char *b)
{
    size_t n_a = strlen(a), n_b = strlen(b);
    for (size_t k = 0; k < n_a || k < n_b; k++) {
        int difference = digit_at(a, n_a, k) - digit_at(b, n_b, k);
        if (difference != 0) {
            return difference < 0;
        }
    }
    return false;
}

/* Where the known ones are not in order, the later of the two; -1 if they all are. */
static int find_disorder(struct arena scratch, enum name_kind kind,
                         const struct pseudonym_list *list, int *n_known)
{
    const char *before = "";
    for (int k = 0; k < list->n; k++) {
        const struct pseudonym *pseudonym = &list->pseudonym[k];
        if (pseudonym->alias) {
            const char *digits = alias_digits(&scratch, kind, pseudonym->alias);
            bool is_again =
                k > 0 && strcmp(pseudonym[-1].name, pseudonym->name) == 0;
            if (is_again || !is_less(before, digits)) {
                return k;
            }
            before = digits;
            (*n_known)++;
        }
    }
    return -1;
}

bool pseudonyms_assign(struct pseudonyms *pseudonyms, enum name_kind *kind, int *at)
{
    int n_known[N_NAME_KINDS] = {0};
    for (enum name_kind k = 0; k < N_NAME_KINDS; k++) {
        sort_once(&pseudonyms->list[k]);
        int wrong =
            find_disorder(*pseudonyms->arena, k, &pseudonyms->list[k], &n_known[k]);
        if (wrong >= 0) {
            *kind = k;
            *at = wrong;
            return false;
        }
    }
    for (enum name_kind k = 0; k < N_NAME_KINDS; k++) {
        struct pseudonym_list *list = &pseudonyms->list[k];
        if (n_known[k] == 0) {
            number_all(pseudonyms->arena, k, list);
        } else {
            number_new(pseudonyms->arena, k, list);
        }
    }
    return true;
}

static int compare_to_name(const void *name, const void *entry)
{
    return strcmp(name, ((const struct pseudonym *)entry)->name);
}

const char *pseudonyms_find(const struct pseudonyms *pseudonyms,
                            enum name_kind kind, const char *name)
{
    if (name[0] == '\0') {
        return "";
    }
    const struct pseudonym_list *list = &pseudonyms->list[kind];
    assert(list->n > 0);
    const struct pseudonym *found =
        bsearch(name, list->pseudonym, (size_t)list->n, sizeof *list->pseudonym,
                compare_to_name);
    assert(found && found->alias);
    return found->alias;
}
