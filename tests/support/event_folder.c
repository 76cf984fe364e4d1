#include "tests/support/event_folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/event_read.h"
#include "scheduler/base/findings.h"
#include "tests/support/check.h"
#include "tests/support/value_text.h"

static void give_up(const char *what)
{
    perror(what);
    exit(1);
}

void event_folder_enter(struct event_folder *folder)
{
    snprintf(folder->path, sizeof folder->path, "/tmp/matchday-test-XXXXXX");
    if (!mkdtemp(folder->path) || chdir(folder->path) != 0) {
        give_up(folder->path);
    }
}

void event_folder_leave(struct event_folder *folder)
{
    DIR *dir = opendir(".");
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry;
         entry = readdir(dir)) {
        if (entry->d_name[0] != '.') {
            unlink(entry->d_name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    if (chdir("/") != 0 || rmdir(folder->path) != 0) {
        give_up(folder->path);
    }
}

void event_tests_begin(struct event_folder *folder, struct arena *arena)
{
    event_folder_enter(folder);
    arena_init(arena);
}

int event_tests_end(struct event_folder *folder, struct arena *arena)
{
    arena_finish(arena);
    event_folder_leave(folder);
    return check_report();
}

void event_folder_put(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) {
        give_up(name);
    }
}

const char *event_folder_read(struct arena *arena, const char *json,
                              struct event *event)
{
    struct findings findings;
    struct error err;
    findings_init(&findings, arena);
    event_folder_put("event.json", json);
    if (!CHECK(event_read(arena, &(struct event_input){.path = "event.json"}, event,
                          &findings, &err))) {
        return err.text[0] ? arena_strdup(arena, err.text) : "";
    }
    return findings_text(arena, &findings);
}

const char *event_folder_change(struct arena *arena, const char *text,
                                const char *from, const char *to)
{
    const char *at = strstr(text, from);
    if (!at) {
        printf("'%s' does not stand in the text\n", from);
        CHECK(at != NULL);
        return text;
    }
    return arena_printf(arena, "%.*s%s%s", (int)(at - text), text, to,
                        at + strlen(from));
}

void event_folder_check(const char *json, const struct event_change *change, int n)
{
    for (int k = 0; k < n; k++) {
        struct arena arena;
        struct event event;
        arena_init(&arena);
        const char *text =
            event_folder_change(&arena, json, change[k].from, change[k].to);
        const char *found = event_folder_read(&arena, text, &event);
        if (!CHECK_TEXT(found, change[k].findings)) {
            printf("  '%s' -> '%s'\n", change[k].from, change[k].to);
        }
        arena_finish(&arena);
    }
}
