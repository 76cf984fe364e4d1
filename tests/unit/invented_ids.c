#include "io/invented_ids.h"

#include "io/derived_id.h"
#include "tests/support/check.h"

int main(void)
{
    struct arena arena;
    struct findings findings;
    arena_init(&arena);
    findings_init(&findings, &arena);
    struct participant who[] = {
        {.id = derived_id(&arena, "岐阜県"),
         .organisation = "岐阜県",
         .organisation_ja = ""},
        {.id = "lyon", .organisation = "Lyon", .organisation_ja = "リヨン"},
    };
    const struct event event = {.participant = who, .n_participants = 2};
    const char *id = who[0].id;
    findings_add(&findings, SEVERITY_ERROR, (struct place){.line = 1},
                 "'%s' meets 'lyon', not 'x%s'", id, id);
    findings_add(&findings, SEVERITY_WARNING, (struct place){.line = 2},
                 "%s-lyon, lyon-%s", id, id);
    findings_add(&findings, SEVERITY_NOTE, (struct place){.line = 3},
                 "'岐阜県' is '%s'", id);
    for (int k = 0; k < 2; k++) {
        invented_ids_name(&arena, &event, &findings);
        CHECK_TEXT(
            findings.finding[0].text,
            arena_printf(&arena, "'岐阜県 (%s)' meets 'lyon', not 'x%s'", id, id));
        CHECK_TEXT(findings.finding[1].text,
                   arena_printf(&arena,
                                "岐阜県 > lyon (%s-lyon), lyon > 岐阜県 (lyon-%s)",
                                id, id));
        CHECK_TEXT(findings.finding[2].text,
                   arena_printf(&arena, "'岐阜県' is '%s'", id));
    }
    arena_finish(&arena);
    return check_report();
}
