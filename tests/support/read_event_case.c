#include "tests/support/read_event_case.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/folder.h"
#include "io/json_event.h"
#include "tests/support/event_invariants.h"
#include "tests/support/insist.h"

static void judge_findings(const struct findings *findings, int least_line)
{
    for (int k = 0; k < findings->n_findings; k++) {
        const struct finding *finding = &findings->finding[k];
        insist(finding->place.file != NULL && finding->place.line >= least_line);
        insist(finding->text[0] != '\0');
    }
}

static void judge_again(struct arena *arena, const char *path, const char *text)
{
    struct findings findings;
    struct event event;
    struct error err;
    FILE *file = fopen(path, "wb");
    insist(file && fputs(text, file) >= 0 && fclose(file) == 0);
    findings_init(&findings, arena);
    insist(event_read(arena, &(struct event_input){.path = path}, &event, &findings,
                      &err));
    if (findings_has_errors(&findings)) {
        findings_print(&findings, stderr);
        insist(false);
    }
    insist(strcmp(json_event_text(arena, &event), text) == 0);
    insist(unlink(path) == 0);
}

void read_event_case(const struct event_input *input, int least_line)
{
    struct arena arena;
    struct findings findings;
    struct event event;
    struct error err;
    arena_init(&arena);
    findings_init(&findings, &arena);
    insist(event_read(&arena, input, &event, &findings, &err));
    judge_findings(&findings, least_line);
    if (!findings_has_errors(&findings)) {
        const char *broken = event_broken_invariant(&event);
        if (broken) {
            fprintf(stderr, "broken: %s\n", broken);
        }
        insist(!broken);
        const char *folder = file_is_folder(input->path)
                                 ? input->path
                                 : folder_of(&arena, input->path);
        judge_again(&arena, file_path(&arena, folder, "again.json"),
                    json_event_text(&arena, &event));
    }
    arena_finish(&arena);
}
