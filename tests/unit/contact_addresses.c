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
    {"https://b.org/?who=a@b.org", "https://b.org/?who=…@…"},
    {"A/a@b.org or x.a@b.org", "A/…@… or x.a@b.org"},
    {"x=y/a@b.org, x=y.a@b.org", "x=y/…@…, x=y.a@b.org"},
    /* typed instead of a name */
    {"j@b.org and n@b.org", "…@… and …@…"},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    struct contact contact[] = {{.name = "A", .email = "a@b.org"},
                                {.name = "", .email = ""}};
    struct contact other[] = {{.name = "n@b.org", .email = "o'neill+x@b.org"}};
    struct participant who[] = {{.contact = contact, .n_contacts = 2},
                                {.contact = other, .n_contacts = 1}};
    struct interpreter interpreter[] = {{.name = "j@b.org", .email = "i@b.org"}};
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
