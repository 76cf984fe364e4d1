#include "io/mail_ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

/* What the file's lines say of one Message-ID. */
struct entry {
    const char *message_id;
    const char *to, *uid; /* as its attempts have them */
    enum mail_state state;
    int line;
};

struct ledger {
    struct arena *arena;
    const char *path;
    int file;            /* -1: only to be read */
    struct entry *entry; /* by Message-ID, each once */
    int n_entries;
};

static const char *const verb[] = {
    [MAIL_DONE] = "done",
    [MAIL_FAILED] = "failed",
    [MAIL_DOUBTFUL] = "attempt",
};

static enum mail_state find_verb(const char *text, size_t len)
{
    for (int k = MAIL_DONE; k <= MAIL_DOUBTFUL; k++) {
        if (strlen(verb[k]) == len && strncmp(verb[k], text, len) == 0) {
            return (enum mail_state)k;
        }
    }
    return MAIL_UNSENT;
}

static bool read_line(struct ledger *ledger, char *line, int number,
                      struct error *err)
{
    size_t len = strcspn(line, "\t");
    enum mail_state state = find_verb(line, len);
    char *time = line[len] == '\t' ? line + len + 1 : NULL;
    char *id = time ? strchr(time, '\t') : NULL;
    size_t id_len = id ? strcspn(id + 1, "\t") : 0;
    if (state == MAIL_UNSENT || id_len == 0 || id[1 + id_len] != '\t') {
        return error_set(err,
                         "%s:%d: this is no record of a mail; expected a file that "
                         "'matchday send' wrote and nobody has changed",
                         ledger->path, number);
    }
    struct entry entry = {.message_id =
                              arena_strndup(ledger->arena, id + 1, id_len),
                          .to = "",
                          .uid = "",
                          .state = state,
                          .line = number};
    if (state == MAIL_DOUBTFUL) {
        const char *to = id + 1 + id_len + 1, *last = strrchr(to, '\t');
        entry.to = arena_strndup(ledger->arena, to, strcspn(to, "\t"));
        entry.uid = last ? arena_strdup(ledger->arena, last + 1) : "";
    }
    ledger->entry[ledger->n_entries++] = entry;
    return true;
}

static int by_id(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->message_id, y->message_id);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

/* Of each Message-ID's records the last one counts, and one delivery for good. */
static void sort_entries(struct ledger *ledger)
{
    int n = 0;
    struct entry *entry = ledger->entry;
    qsort(entry, (size_t)ledger->n_entries, sizeof *entry, by_id);
    for (int k = 0; k < ledger->n_entries; k++) {
        if (n > 0 && strcmp(entry[n - 1].message_id, entry[k].message_id) == 0) {
            struct entry before = entry[n - 1];
            if (before.state != MAIL_DONE) {
                entry[n - 1] = entry[k];
            }
            if (entry[n - 1].state != MAIL_DOUBTFUL) {
                entry[n - 1].to = before.to;
                entry[n - 1].uid = before.uid;
            }
        } else {
            entry[n++] = entry[k];
        }
    }
    ledger->n_entries = n;
}

static int count_lines(const char *text)
{
    int n = 0;
    for (; *text != '\0'; text++) {
        n += *text == '\n';
    }
    return n;
}

/* A file system that lost power may leave zeros: what stands behind them counts. */
static bool check_text(const struct ledger *ledger, const char *text, size_t len,
                       struct error *err)
{
    const char *zero = memchr(text, 0, len);
    if (!zero) {
        return true;
    }
    int line = 1;
    for (const char *c = text; c < zero; c++) {
        line += *c == '\n';
    }
    return error_set(err,
                     "%s:%d: contains a NUL byte; expected records only: take "
                     "out the damaged lines, and add those of mails that were sent",
                     ledger->path, line);
}

/* Reads the whole lines; *end is where they end. */
static bool read_lines(struct ledger *ledger, char *text, size_t *end,
                       struct error *err)
{
    char *line = text;
    ledger->entry = arena_new(ledger->arena, count_lines(text), struct entry);
    for (int number = 1; strchr(line, '\n'); number++) {
        char *next = strchr(line, '\n') + 1;
        next[-1] = '\0';
        if (!read_line(ledger, line, number, err)) {
            return false;
        }
        line = next;
    }
    *end = (size_t)(line - text);
    sort_entries(ledger);
    return true;
}

static bool take_file(struct ledger *ledger, struct error *err)
{
    int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW;
    ledger->file = open(ledger->path, flags, 0600);
    if (ledger->file < 0) {
        return error_set_errno(err, "%s: cannot be opened", ledger->path);
    }
    if (flock(ledger->file, LOCK_EX | LOCK_NB) != 0) {
        error_set(err, "%s: another 'matchday send' is at work; wait for its end",
                  ledger->path);
        err->code = EXIT_CODE_IO;
        return false;
    }
    struct arena scratch = *ledger->arena;
    return file_flush_name(folder_of(&scratch, ledger->path)) ||
           error_set_errno(err, "%s: cannot be flushed to the disk", ledger->path);
}

static bool is_missing(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 && errno == ENOENT;
}

static bool open_and_read(struct ledger *ledger, bool writable, struct error *err)
{
    char *text;
    size_t len, end;
    if (writable ? !take_file(ledger, err) : is_missing(ledger->path)) {
        return !writable;
    }
    if (!file_read(ledger->arena, ledger->path, &text, &len, err) ||
        !check_text(ledger, text, len, err) ||
        !read_lines(ledger, text, &end, err)) {
        return false;
    }
    return !writable || end == len || ftruncate(ledger->file, (off_t)end) == 0 ||
           error_set_errno(err, "%s: cannot be written", ledger->path);
}

struct ledger *ledger_open(struct arena *arena, const char *path, bool writable,
                           struct error *err)
{
    struct ledger *ledger = arena_new(arena, 1, struct ledger);
    *ledger = (struct ledger){
        .arena = arena, .path = arena_strdup(arena, path), .file = -1};
    if (!open_and_read(ledger, writable, err)) {
        ledger_close(ledger);
        return NULL;
    }
    return ledger;
}

bool ledger_is_busy(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool is_busy = file >= 0 && flock(file, LOCK_SH | LOCK_NB) != 0;
    if (file >= 0) {
        close(file);
    }
    return is_busy;
}

void ledger_close(struct ledger *ledger)
{
    if (ledger && ledger->file >= 0) {
        close(ledger->file);
        ledger->file = -1;
    }
}

enum mail_state ledger_state(const struct ledger *ledger, const char *message_id)
{
    int low = 0, high = ledger->n_entries;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(ledger->entry[middle].message_id, message_id);
        if (order == 0) {
            return ledger->entry[middle].state;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return MAIL_UNSENT;
}

static bool is_superseded(const struct ledger *ledger, const struct entry *older)
{
    for (int k = 0; k < ledger->n_entries; k++) {
        const struct entry *entry = &ledger->entry[k];
        if (entry->state == MAIL_DONE && entry->line > older->line &&
            strcmp(entry->to, older->to) == 0 &&
            strcmp(entry->uid, older->uid) == 0) {
            return true;
        }
    }
    return false;
}

struct ledger_doubt *ledger_doubts(struct arena *arena, const struct ledger *ledger,
                                   int *n)
{
    struct ledger_doubt *doubt =
        arena_new(arena, ledger->n_entries, struct ledger_doubt);
    *n = 0;
    for (int k = 0; k < ledger->n_entries; k++) {
        const struct entry *entry = &ledger->entry[k];
        if (entry->state == MAIL_DOUBTFUL && !is_superseded(ledger, entry)) {
            doubt[(*n)++] =
                (struct ledger_doubt){entry->message_id, entry->to, entry->uid};
        }
    }
    return doubt;
}

bool ledger_has_failed(const struct ledger *ledger, const char *to, const char *uid)
{
    for (int k = 0; k < ledger->n_entries; k++) {
        const struct entry *entry = &ledger->entry[k];
        if (entry->state == MAIL_FAILED && !is_superseded(ledger, entry) &&
            (strcmp(entry->to, to) == 0 || strcmp(entry->uid, uid) == 0)) {
            return true;
        }
    }
    return false;
}

static bool append(struct ledger *ledger, const char *line, struct error *err)
{
    if (!file_put(ledger->file, line, strlen(line))) {
        return error_set_errno(err, "%s: cannot be written", ledger->path);
    }
    return fsync(ledger->file) == 0 ||
           error_set_errno(err, "%s: cannot be flushed to the disk", ledger->path);
}

bool ledger_attempt(struct ledger *ledger, const struct mail_item *item,
                    struct error *err)
{
    struct arena scratch = *ledger->arena;
    const char *now = instant_format(&scratch, (int64_t)time(NULL));
    return append(ledger,
                  arena_printf(&scratch, "%s\t%s\t%s\t%s\t%d\t%s\n",
                               verb[MAIL_DOUBTFUL], now, item->message_id, item->to,
                               item->sequence, item->uid),
                  err);
}

/* A server may say anything; its answer is one line here. */
static const char *one_line(struct arena *arena, const char *text)
{
    char *line = arena_strdup(arena, text);
    for (char *c = line; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f) {
            *c = ' ';
        }
    }
    return line;
}

bool ledger_end(struct ledger *ledger, const struct mail_item *item, bool done,
                const char *answer, struct error *err)
{
    struct arena scratch = *ledger->arena;
    const char *now = instant_format(&scratch, (int64_t)time(NULL));
    return append(ledger,
                  arena_printf(&scratch, "%s\t%s\t%s\t%s\n",
                               verb[done ? MAIL_DONE : MAIL_FAILED], now,
                               item->message_id, one_line(&scratch, answer)),
                  err);
}
