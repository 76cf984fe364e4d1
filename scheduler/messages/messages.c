/* Messages are found by a hash of their English text, in a table that is filled when a
 * language is chosen: one process speaks one language. */

#include "scheduler/messages/messages.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/messages/messages_parts.h"

const struct message_list *const messages_all[] = {
    &messages_general,   &messages_files,
    &messages_times,     &messages_event,
    &messages_ids,       &messages_tables,
    &messages_judge,     &messages_verify,
    &messages_calendars, &messages_json,
    &messages_numbers,   &messages_commands,
    &messages_records,   NULL,
};

enum { N_PLACES = 4096 }; /* several times the number of messages */

static const struct message *place[N_PLACES];
static const char *spoken = "en";

/* FNV-1a. */
static uint32_t hash(const char *text)
{
    uint32_t sum = 2166136261U;
    for (; *text; text++) {
        sum = (sum ^ (unsigned char)*text) * 16777619U;
    }
    return sum;
}

/* Where the message with this text is, or belongs. */
static size_t find_place(const char *english)
{
    size_t at = hash(english) % N_PLACES;
    while (place[at] && strcmp(place[at]->english, english) != 0) {
        at = (at + 1) % N_PLACES;
    }
    return at;
}

static const char *translate_ja(const char *english)
{
    const struct message *message = place[find_place(english)];
    return message ? message->japanese : NULL;
}

static const char *translate_fr(const char *english)
{
    const struct message *message = place[find_place(english)];
    return message ? message->french : NULL;
}

static void fill_places(void)
{
    int n = 0;
    for (const struct message_list *const *list = messages_all; *list; list++) {
        for (int k = 0; k < (*list)->n; k++) {
            const struct message *message = &(*list)->message[k];
            place[find_place(message->english)] = message;
            n++;
        }
    }
    assert(n < N_PLACES / 2);
}

bool messages_speak(const char *language)
{
    static const struct {
        const char *code;
        const char *(*translate)(const char *english);
    } known[] = {{"en", NULL}, {"ja", translate_ja}, {"fr", translate_fr}};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (strcmp(known[k].code, language) == 0) {
            fill_places();
            phrase_set_translator(known[k].translate);
            spoken = known[k].code;
            return true;
        }
    }
    return false;
}

const char *messages_language(void)
{
    return spoken;
}
