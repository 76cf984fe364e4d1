#include "io/contact_addresses.h"

#include "tests/support/check.h"

static const struct {
    const char *text, *masked;
} row[] = {
    {"", ""},
    {"no address @ all", "no address @ all"},
    {"a@b.org", "…@…"},
    {"(A@B.org), <a@b.org>; mailto:a@b.org.", "(…@…), <…@…>; mailto:…@…."},
    {"'a@b.org'", "'…@…'"},
    {"a@b.org a@b.orgy xa@b.org a@b", "…@… a@b.orgy xa@b.org a@b"},
    {"shop@b.org, o'neill+x@b.org", "shop@b.org, …@…"},
    {"@@a@b.org@a@b.org", "@@…@…@…@…"},
    {"通訳i@b.orgまで", "通訳…@…まで"},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    struct contact contact[] = {{.email = "a@b.org"}, {.email = ""}};
    struct contact other[] = {{.email = "o'neill+x@b.org"}};
    struct participant who[] = {{.contact = contact, .n_contacts = 2},
                                {.contact = other, .n_contacts = 1}};
    struct interpreter interpreter[] = {{.email = "i@b.org"}};
    const struct event event = {.participant = who,
                                .n_participants = 2,
                                .interpreter = interpreter,
                                .n_interpreters = 1};
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(contact_addresses_mask(&arena, &event, row[k].text),
                   row[k].masked);
    }
    arena_finish(&arena);
    return check_report();
}
