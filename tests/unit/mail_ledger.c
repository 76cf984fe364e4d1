#include "io/mail_ledger.h"

#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/temp_folder.h"

static const struct mail_item ann = {.to = "ann@example.org",
                                     .uid = "agenda:ann",
                                     .sequence = 2,
                                     .message_id = "1@x"};
static const struct mail_item bob = {
    .to = "bob@example.org", .uid = "u@x", .message_id = "2@x"};

/* The file without its times. */
static const char *content(struct arena *arena, const char *path)
{
    char *bytes;
    size_t len;
    struct error err;
    if (!CHECK(file_read(arena, path, &bytes, &len, &err))) {
        return "";
    }
    for (char *tab = bytes; (tab = strstr(tab, "\t20")) != NULL; tab++) {
        memmove(tab + 1, strchr(tab + 1, '\t') + 1, strlen(strchr(tab + 1, '\t')));
    }
    return bytes;
}

/* The second attempt for Bob is in doubt, until he is sent what came after it. */
static void test_doubts(struct arena arena, const char *path)
{
    static const struct mail_item later = {
        .to = "bob@example.org", .uid = "u@x", .message_id = "0@x"};
    struct error err;
    int n;
    struct ledger *ledger = ledger_open(&arena, path, true, &err);
    const struct ledger_doubt *doubt = ledger_doubts(&arena, ledger, &n);
    if (CHECK_INT(n, 1)) {
        CHECK_TEXT(doubt[0].message_id, "2@x");
        CHECK_TEXT(doubt[0].to, "bob@example.org");
        CHECK_TEXT(doubt[0].uid, "u@x");
    }
    CHECK(ledger_attempt(ledger, &later, &err));
    CHECK(ledger_end(ledger, &later, true, "250 ok", &err));
    ledger_close(ledger);
    ledger = ledger_open(&arena, path, false, &err);
    ledger_doubts(&arena, ledger, &n);
    CHECK_INT(n, 0);
    ledger_close(ledger);
}

static void test_records(struct arena arena, const char *path)
{
    struct error err;
    struct ledger *none = ledger_open(&arena, path, false, &err);
    CHECK(none && ledger_state(none, "1@x") == MAIL_UNSENT);
    ledger_close(none);

    struct ledger *ledger = ledger_open(&arena, path, true, &err);
    if (!CHECK(ledger != NULL)) {
        return;
    }
    CHECK(ledger_attempt(ledger, &ann, &err));
    CHECK(ledger_end(ledger, &ann, true, "250 ok\r\n\tdone", &err));
    CHECK(ledger_attempt(ledger, &bob, &err));
    CHECK(ledger_end(ledger, &bob, false, "451 later", &err));
    CHECK(ledger_attempt(ledger, &bob, &err));
    CHECK(ledger_open(&arena, path, true, &err) == NULL);
    CHECK(strstr(err.text, "another 'matchday send' is at work") != NULL);
    CHECK_INT(err.code, EXIT_CODE_IO);
    ledger_close(ledger);
    CHECK_TEXT(content(&arena, path),
               "attempt\t1@x\tann@example.org\t2\tagenda:ann\n"
               "done\t1@x\t250 ok   done\n"
               "attempt\t2@x\tbob@example.org\t0\tu@x\n"
               "failed\t2@x\t451 later\n"
               "attempt\t2@x\tbob@example.org\t0\tu@x\n");
    test_doubts(arena, path);
    struct stat status;
    CHECK(stat(path, &status) == 0 && (status.st_mode & 0777) == 0600);
}

#define ATTEMPT "attempt\t2026-05-19T07:00:00Z\ti@x\ta@x\t0\tu\n"
#define DONE "done\t2026-05-19T07:00:01Z\ti@x\t250 ok\n"
#define FAILED "failed\t2026-05-19T07:00:01Z\ti@x\t550 no\n"

static const struct {
    const char *text;
    enum mail_state state;
    const char
        *kept; /* what is left of the text when it was opened to be written */
} row[] = {
    {"", MAIL_UNSENT, ""},
    {ATTEMPT, MAIL_DOUBTFUL, ATTEMPT},
    {ATTEMPT DONE, MAIL_DONE, ATTEMPT DONE},
    {ATTEMPT FAILED, MAIL_FAILED, ATTEMPT FAILED},
    {ATTEMPT FAILED ATTEMPT, MAIL_DOUBTFUL, ATTEMPT FAILED ATTEMPT},
    {ATTEMPT FAILED ATTEMPT DONE, MAIL_DONE, ATTEMPT FAILED ATTEMPT DONE},
    /* sent again although it had arrived: it has */
    {ATTEMPT DONE ATTEMPT FAILED, MAIL_DONE, ATTEMPT DONE ATTEMPT FAILED},
    /* a last line that was not written whole */
    {"attempt\t2026-05-19T07:00:00Z\ti@x\ta@x", MAIL_UNSENT, ""},
    {ATTEMPT "done\t2026-05-19T07:00:01Z\ti@x\t250 ok", MAIL_DOUBTFUL, ATTEMPT},
    {ATTEMPT "d", MAIL_DOUBTFUL, ATTEMPT},
};

static void test_states(struct arena arena, const char *path)
{
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct error err;
        struct ledger *ledger;
        CHECK(file_write(arena, path, row[k].text, strlen(row[k].text), &err));
        for (int writable = 0; writable < 2; writable++) {
            ledger = ledger_open(&arena, path, writable == 1, &err);
            if (CHECK(ledger != NULL)) {
                CHECK_INT(ledger_state(ledger, "i@x"), row[k].state);
                CHECK_INT(ledger_state(ledger, "h@x"), MAIL_UNSENT);
                CHECK_INT(ledger_state(ledger, "j@x"), MAIL_UNSENT);
            }
            ledger_close(ledger);
        }
        char *bytes;
        size_t len;
        CHECK(file_read(&arena, path, &bytes, &len, &err));
        CHECK_TEXT(bytes, row[k].kept);
    }
}

/* What nobody but a person can have written is not guessed about. */
static void test_damaged(struct arena arena, const char *path)
{
    static const char *const text[] = {
        "\n",
        "sent\t2026-05-19T07:00:00Z\ti@x\tok\n",
        "done\n",
        "done\t2026-05-19T07:00:00Z\n",
        "done\t2026-05-19T07:00:00Z\ti@x\n",
        "done\t2026-05-19T07:00:00Z\t\tok\n",
    };
    for (size_t k = 0; k < sizeof text / sizeof *text; k++) {
        struct error err;
        const char *whole = arena_printf(&arena, "%s%s", ATTEMPT, text[k]);
        CHECK(file_write(arena, path, whole, strlen(whole), &err));
        CHECK(ledger_open(&arena, path, true, &err) == NULL);
        CHECK_TEXT(
            err.text,
            arena_printf(&arena,
                         "%s:2: this is no record of a mail; expected a file "
                         "that 'matchday send' wrote and nobody has changed",
                         path));
        CHECK_INT(err.code, EXIT_CODE_BAD_INPUT);
    }
}

/* Many, in no order. */
static void test_many(struct arena arena, const char *path)
{
    enum { N = 500 };
    struct buf buf;
    struct error err;
    buf_init(&buf, &arena);
    for (int k = 0; k < N; k++) {
        buf_printf(&buf, "attempt\tt\t%d@x\ta@x\t0\tu\n", k * 7 % N);
    }
    for (int k = 0; k < N; k += 2) {
        buf_printf(&buf, "done\tt\t%d@x\t250\n", k);
    }
    CHECK(file_write(arena, path, buf.data, buf.len, &err));
    struct ledger *ledger = ledger_open(&arena, path, false, &err);
    for (int k = 0; ledger && k < N; k++) {
        CHECK_INT(ledger_state(ledger, arena_printf(&arena, "%d@x", k)),
                  k % 2 == 0 ? MAIL_DONE : MAIL_DOUBTFUL);
    }
    ledger_close(ledger);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    const char *folder = temp_folder_make(&arena);
    const char *path = file_path(&arena, folder, "sent.ledger");
    test_records(arena, path);
    test_states(arena, path);
    test_damaged(arena, path);
    test_many(arena, path);
    temp_folder_remove(folder);
    arena_finish(&arena);
    return check_report();
}
