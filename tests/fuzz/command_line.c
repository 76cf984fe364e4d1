/* Whatever stands on a command line: the whole program ends with a status that the
 * README knows, says something where it refuses, prints no bytes that a terminal
 * would obey, and leaves no file where the command line was at fault. The bytes are
 * the arguments, a line each. They name files of a folder of their own, which has an
 * event "e", a schedule "s.json" of it, outputs "o", feedback "f.csv" and an answer
 * "r.ics": what would lead out of it is changed. */

#define _XOPEN_SOURCE 700 /* nftw() */

#include <fcntl.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/exit_code.h"
#include "scheduler/base/text.h"
#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int matchday_main(int argc, char **argv); /* scheduler/main.c */

enum { MOST_ARGUMENTS = 24, MOST_BYTES = 1000, N_STREAMS = 2 };

static const char event[] =
    "{\"format\": \"matchday-event/1\", \"event\": {\"id\": \"day\", "
    "\"uid_domain\": \"example.org\", \"time_zone\": \"Europe/Brussels\",\n"
    "\"organizer\": {\"name\": \"Desk\", \"email\": \"desk@example.org\"}},\n"
    "\"sessions\": [{\"id\": \"am\", \"date\": \"2021-05-18\", \"start\": "
    "\"09:00\", \"end\": \"10:00\", \"meeting_minutes\": 20}],\n"
    "\"rooms\": 2, \"locks\": \"locks.csv\",\n"
    "\"participants\": [{\"id\": \"p1\", \"organisation\": \"Gifu\", \"contacts\": "
    "[{\"email\": \"a@example.org\"}]}, {\"id\": \"p2\"}, {\"id\": \"p3\"}],\n"
    "\"requests\": [{\"id\": \"r1\", \"from\": \"p1\", \"to\": \"p2\"},\n"
    "{\"id\": \"r2\", \"from\": \"p2\", \"to\": \"p3\"}]}\n";

static char schedule[1 << 16]; /* made by the first run */

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    insist(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static void put_event(void)
{
    insist(mkdir("e", 0700) == 0);
    put("e/event.json", event);
    put("e/locks.csv", "request,slot\n");
}

static void put_files(void)
{
    put_event();
    put("s.json", schedule);
    insist(mkdir("o", 0700) == 0);
    put("o/schedule.json", schedule);
    put("f.csv", "meeting,participant,rating\nm0001,p1,5\n");
    put("r.ics", "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n");
}

static int n_entries;

static int count_entry(const char *path, const struct stat *status, int kind,
                       struct FTW *at)
{
    (void)path, (void)status, (void)kind, (void)at;
    n_entries++;
    return 0;
}

static int count_files(void)
{
    n_entries = 0;
    insist(nftw(".", count_entry, 8, FTW_PHYS) == 0);
    return n_entries;
}

static int remove_entry(const char *path, const struct stat *status, int kind,
                        struct FTW *at)
{
    (void)status, (void)kind, (void)at;
    return remove(path);
}

/* What the program printed, whole: text without anything that a terminal obeys. */
static size_t judge_stream(struct arena scratch, FILE *file)
{
    insist(fseek(file, 0, SEEK_END) == 0);
    size_t len = (size_t)ftell(file);
    char *text = arena_alloc(&scratch, len + 1, 1);
    rewind(file);
    insist(fread(text, 1, len, file) == len && fclose(file) == 0);
    insist(text_utf8_check(text, len) == len && strlen(text) == len);
    for (char *c = text; *c != '\0'; c++) {
        *c = *c == '\n' ? ' ' : *c;
    }
    insist(!text_has_controls(text));
    return len;
}

struct printed {
    size_t len[N_STREAMS]; /* on standard output, and on standard error */
};

/* Runs the program with its output in files that it does not know. */
static int run(struct arena scratch, int argc, char **argv, struct printed *printed)
{
    FILE *file[N_STREAMS];
    int kept[N_STREAMS];
    fflush(stdout);
    for (int k = 0; k < N_STREAMS; k++) {
        file[k] = tmpfile();
        kept[k] = dup(1 + k);
        insist(file[k] && kept[k] >= 0 && dup2(fileno(file[k]), 1 + k) >= 0);
    }
    int code = matchday_main(argc, argv);
    fflush(stdout);
    for (int k = 0; k < N_STREAMS; k++) {
        insist(dup2(kept[k], 1 + k) >= 0 && close(kept[k]) == 0);
        printed->len[k] = judge_stream(scratch, file[k]);
    }
    return code;
}

/* Once: the schedule of the event, and nothing to be read from the terminal. */
static void prepare(struct arena scratch)
{
    char *argv[] = {"matchday", "solve", "e", "-o", "o", "--quiet", NULL};
    struct printed printed;
    int null = open("/dev/null", O_RDONLY);
    insist(null >= 0 && dup2(null, 0) == 0);
    put_event();
    insist(run(scratch, 6, argv, &printed) == EXIT_CODE_DONE);
    FILE *file = fopen("o/schedule.json", "rb");
    insist(file && fread(schedule, 1, sizeof schedule - 1, file) > 0);
    fclose(file);
    insist(nftw("o", remove_entry, 8, FTW_DEPTH | FTW_PHYS) == 0);
    insist(nftw("e", remove_entry, 8, FTW_DEPTH | FTW_PHYS) == 0);
}

/* The arguments of the bytes, which stay within this folder. */
static int split(struct arena *arena, const uint8_t *data, size_t size, char **argv)
{
    int argc = 0;
    char *text = arena_strndup(arena, (const char *)data, size), *next;
    for (char *c = text; *c != '\0'; c++) {
        *c = *c == '/' || (c[0] == '.' && c[1] == '.') ? '_' : *c;
    }
    argv[argc++] = "matchday";
    for (; text && argc < MOST_ARGUMENTS; text = next) {
        next = strchr(text, '\n');
        if (next) {
            *next++ = '\0';
        }
        argv[argc++] = text;
    }
    argv[argc] = NULL;
    return argc;
}

static void judge(struct arena arena, const uint8_t *data, size_t size)
{
    char *argv[MOST_ARGUMENTS + 1];
    struct printed printed;
    if (schedule[0] == '\0') {
        prepare(arena);
    }
    put_files();
    int n_before = count_files(), argc = split(&arena, data, size, argv);
    int code = run(arena, argc, argv, &printed);
    insist(code >= EXIT_CODE_DONE && code <= EXIT_CODE_INTERRUPTED);
    insist(code == EXIT_CODE_DONE || printed.len[0] + printed.len[1] > 0);
    insist(code != EXIT_CODE_USAGE || (printed.len[1] > 0 && printed.len[0] == 0 &&
                                       count_files() == n_before));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/command_line.XXXXXX";
    struct arena arena;
    int before = open(".", O_RDONLY | O_DIRECTORY);
    arena_init(&arena);
    insist(mkdtemp(folder) && chdir(folder) == 0);
    judge(arena, data, size < MOST_BYTES ? size : MOST_BYTES);
    insist(before >= 0 && fchdir(before) == 0 && close(before) == 0);
    insist(nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS) == 0);
    arena_finish(&arena);
    return 0;
}
