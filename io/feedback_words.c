#include "io/feedback_words.h"

#include <string.h>

#include "scheduler/base/text.h"

const char *const feedback_column_names[N_FEEDBACK_COLUMNS + 1] = {
    "event", "meeting",       "request", "participant", "partners",
    "when",  "about",         "held",    "absent",      "rating",
    "again", "share_contact", "outcome", "next_step",   NULL};

char *feedback_column_head(struct arena *arena, enum language language,
                           enum feedback_column column)
{
    enum text_id id = (enum text_id)((int)TEXT_FORM_EVENT + (int)column);
    return arena_printf(arena, "%s [%s]", texts_get(language, id),
                        feedback_column_names[column]);
}

/* What stands in the brackets at the end, or all of it. */
static const char *name_in(struct arena *arena, const char *head)
{
    size_t len = strlen(head);
    const char *open = strrchr(head, '[');
    if (!open || head[len - 1] != ']') {
        return head;
    }
    return text_trim(arena, open + 1, len - 1 - (size_t)(open + 1 - head));
}

const char *feedback_column_of(struct arena *arena, const char *head)
{
    const char *name = name_in(arena, head);
    for (int column = 0; column < N_FEEDBACK_COLUMNS; column++) {
        if (text_equal_nocase(name, feedback_column_names[column])) {
            return feedback_column_names[column];
        }
    }
    return head;
}

static bool is_word(const char *word, enum text_id id)
{
    for (int language = 0; language < N_LANGUAGES; language++) {
        if (text_equal_nocase(word, texts_get((enum language)language, id))) {
            return true;
        }
    }
    return false;
}

enum said feedback_said_find(const char *word)
{
    if (is_word(word, TEXT_FORM_YES)) {
        return SAID_YES;
    }
    return is_word(word, TEXT_FORM_NO) ? SAID_NO : SAID_NOTHING;
}

enum outcome feedback_outcome_find(const char *word)
{
    for (int outcome = OUTCOME_NONE; outcome < N_OUTCOMES; outcome++) {
        int id = (int)TEXT_FORM_OUTCOME_NONE + outcome - (int)OUTCOME_NONE;
        if (is_word(word, (enum text_id)id)) {
            return (enum outcome)outcome;
        }
    }
    return OUTCOME_UNKNOWN;
}
