/* Whatever stands in a ledger: it is refused with its place, or read, and then what
 * is written behind it is there when it is read again, and nothing else changes. */

#include "io/mail_ledger.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const id[] = {"a@example.org", "b@example.org",
                                 "new@example.org"};
enum { N_IDS = 3, NEW = 2 };

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    insist(file && fwrite(data, 1, size, file) == size && fclose(file) == 0);
}

static struct ledger *open_again(struct arena *arena, const char *path,
                                 bool writable, const enum mail_state *expected)
{
    struct error err;
    struct ledger *ledger = ledger_open(arena, path, writable, &err);
    insist(ledger != NULL);
    for (int k = 0; k < N_IDS; k++) {
        insist(ledger_state(ledger, id[k]) == expected[k]);
    }
    return ledger;
}

/* A mail to the third one is sent. */
static void send(struct arena *arena, const char *path, enum mail_state *state)
{
    struct error err;
    const struct mail_item item = {.p = 0,
                                   .i = -1,
                                   .to = "a\tb@example.org",
                                   .from = "desk@example.org",
                                   .language = "",
                                   .uid = "u",
                                   .message_id = id[NEW]};
    struct ledger *ledger = open_again(arena, path, true, state);
    insist(ledger_attempt(ledger, &item, &err));
    ledger_close(ledger);
    state[NEW] = state[NEW] == MAIL_DONE ? MAIL_DONE : MAIL_DOUBTFUL;
    ledger = open_again(arena, path, true, state);
    insist(ledger_end(ledger, &item, true, "250 done\r\nattempt\t", &err));
    ledger_close(ledger);
    state[NEW] = MAIL_DONE;
    ledger_close(open_again(arena, path, false, state));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/mail_ledger.XXXXXX";
    struct arena arena;
    struct error err;
    arena_init(&arena);
    insist(mkdtemp(folder) != NULL);
    const char *path = arena_printf(&arena, "%s/sent.ledger", folder);
    write_file(path, data, size);
    struct ledger *ledger = ledger_open(&arena, path, false, &err);
    if (ledger) {
        enum mail_state state[N_IDS];
        for (int k = 0; k < N_IDS; k++) {
            state[k] = ledger_state(ledger, id[k]);
        }
        ledger_close(ledger);
        send(&arena, path, state);
    } else {
        insist(strncmp(err.text, path, strlen(path)) == 0);
    }
    insist(unlink(path) == 0 && rmdir(folder) == 0);
    arena_finish(&arena);
    return 0;
}
