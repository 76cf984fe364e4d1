#include "io/contact_addresses.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

static const char alphanumeric[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
static const char in_name[] = ".!#$%&'*+/=?^_`{|}~-";
static const char between[] =
    "!#$%&*/=?^`{|}~"; /* in names, and in links and texts */

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c);
}

static bool is_of(const char *email, const char *name, const char *address)
{
    return text_equal_nocase(email, address) || text_equal_nocase(name, address);
}

static bool is_known(struct arena scratch, const struct event *event,
                     const char *text, size_t len)
{
    const char *address = arena_strndup(&scratch, text, len);
    for (int p = 0; p < event->n_participants; p++) {
        for (int c = 0; c < event->participant[p].n_contacts; c++) {
            const struct contact *contact = &event->participant[p].contact[c];
            if (is_of(contact->email, contact->name, address)) {
                return true;
            }
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        if (is_of(event->interpreter[i].email, event->interpreter[i].name,
                  address)) {
            return true;
        }
    }
    return false;
}

/* The known address around the @ at text[sign], not before text[from]: as long as it
 * can be, and without marks of the sentence around it, or of a link. */
static size_t find_around(struct arena scratch, const struct event *event,
                          const char *text, size_t from, size_t sign, size_t *at)
{
    enum { MOST_NAME = 64, MOST_DOMAIN = 255 }; /* RFC 5321 4.5.3.1 */
    size_t begin = sign, end = sign + 1;
    while (begin > from && sign - begin < MOST_NAME &&
           (is_one_of(text[begin - 1], alphanumeric) ||
            is_one_of(text[begin - 1], in_name))) {
        begin--;
    }
    while (end - sign <= MOST_DOMAIN &&
           (is_one_of(text[end], alphanumeric) || is_one_of(text[end], ".-"))) {
        end++;
    }
    while (end > sign + 1 && is_one_of(text[end - 1], ".-")) {
        end--;
    }
    bool may_begin = true;
    for (; begin < sign; begin++) {
        if (may_begin && is_known(scratch, event, text + begin, end - begin)) {
            *at = begin;
            return end - begin;
        }
        may_begin = is_one_of(text[begin], between) ||
                    (may_begin && !is_one_of(text[begin], alphanumeric));
    }
    return 0;
}

size_t contact_address_find(const struct event *event, const char *text, size_t *at)
{
    size_t len = 0, from = *at;
    const char *sign = strchr(text + from, '@');
    struct arena scratch;
    if (!sign) { /* as nearly always: no memory is needed */
        return 0;
    }
    arena_init(&scratch);
    for (; sign && len == 0; sign = strchr(sign + 1, '@')) {
        len = find_around(scratch, event, text, from, (size_t)(sign - text), at);
    }
    arena_finish(&scratch);
    return len;
}

const char *contact_addresses_mask(struct arena *arena, const struct event *event,
                                   const char *text)
{
    size_t at = 0, done = 0;
    size_t len = contact_address_find(event, text, &at);
    if (len == 0) {
        return text;
    }
    struct buf buf;
    buf_init(&buf, arena);
    for (; len > 0; len = contact_address_find(event, text, &at)) {
        buf_add(&buf, text + done, at - done);
        buf_add_text(&buf, "…@…");
        at += len;
        done = at;
    }
    buf_add_text(&buf, text + done);
    return buf.data;
}
