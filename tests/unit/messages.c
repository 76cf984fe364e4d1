/* Holds the catalogue of messages against the sources: each phrase is translated, each
 * translation is used, conversions agree, and quotes and blanks are as the language
 * writes them. Called with the root of the sources. */

#include "scheduler/messages/messages.h"

#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "tests/support/check.h"
#include "tests/support/format_arguments.h"

/* Functions that look up a parameter, or two beside each other. */
static const struct speaker {
    const char *name;
    int first, last;
} speaker[] = {
    {"phrase", 0, 0},
    {"PHRASE", 0, 0},
    {"phrase_list", 3, 4},
    {"findings_add", 3, 3},
    {"judge_fault", 2, 2},
    {"json_fault", 2, 2},
    {"json_refuse", 1, 1},
    {"ics_busy_refuse", 2, 3},
    {"ics_reply_complain", 4, 4},
    {"schedule_read_id", 2, 2},
    {"error_set", 1, 1},
    {"error_set_errno", 1, 1},
    {"field_error", 2, 2},
    {"field_warning", 2, 2},
    {"field_refuse", 3, 3},
    {"field_missing", 2, 2},
    {"field_required_text", 2, 2},
    {"event_open_list", 3, 3},
};

/* The sources' phrases. */
struct used {
    const char *text;
    const char *file;
    int line;
};

struct scan {
    struct arena *arena;
    const char *file, *text;
    struct used *used;
    int n_used, capacity;
    int n_left; /* messages without translation, or the other way round */
};

static void complain(struct scan *scan, const char *at, const char *what,
                     const char *text)
{
    int line = 1;
    for (const char *c = scan->text; c < at; c++) {
        line += *c == '\n';
    }
    fprintf(stderr, "%s:%d: %s: \"%s\"\n", scan->file, line, what, text);
    scan->n_left++;
}

/* Behind a literal or a character, from its first quote. */
static const char *behind_quoted(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote) {
        at += 1 + (at[0] == '\\' && at[1] != '\0');
    }
    return at + (*at != '\0');
}

/* Blanks instead of comments, so that quotes in them are none. */
static void blank_comments(char *text)
{
    for (char *at = text; *at;) {
        if (at[0] == '"' || at[0] == '\'') {
            at = (char *)behind_quoted(at);
        } else if (at[0] == '/' && at[1] == '*') {
            const char *end = strstr(at + 2, "*/");
            while (*at && at < end + 2) {
                *at = *at == '\n' ? '\n' : ' ';
                at++;
            }
        } else {
            at++;
        }
    }
}

/* Adds the characters of a literal, at its first quote; returns what is behind it. */
static const char *read_literal(struct buf *buf, const char *at)
{
    static const char written[] = "ntr\"\\'", meant[] = "\n\t\r\"\\'";
    for (at++; *at && *at != '"'; at++) {
        const char *escape = *at == '\\' ? strchr(written, at[1]) : NULL;
        if (escape) {
            buf_add_char(buf, meant[escape - written]);
            at++;
        } else if (at[0] == '\\' && at[1] == 'u') {
            long point = strtol(arena_strndup(buf->arena, at + 2, 4), NULL, 16);
            char utf8[4] = {(char)(0xe0 | point >> 12),
                            (char)(0x80 | (point >> 6 & 0x3f)),
                            (char)(0x80 | (point & 0x3f)), '\0'};
            if (point < 0x800) {
                utf8[0] = (char)(0xc0 | point >> 6);
                utf8[1] = utf8[2];
                utf8[2] = '\0';
            }
            buf_add_text(buf, utf8);
            at += 5;
        } else {
            buf_add_char(buf, *at);
        }
    }
    return at + (*at == '"');
}

/* Conversions are skipped: what they show is no word. */
static bool has_words(const char *text)
{
    for (; *text; text++) {
        if (*text == '%') {
            text += 1 + strspn(text + 1, "0123456789$.*-+ #lhzt");
            if (!*text) {
                return false;
            }
        } else if (isalpha((unsigned char)*text) || *text == '\'' ||
                   (unsigned char)*text >= 0x80) {
            return true;
        }
    }
    return false;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static void use(struct scan *scan, const char *at, const char *text)
{
    int line = 1;
    for (const char *c = scan->text; c < at; c++) {
        line += *c == '\n';
    }
    scan->used = arena_grow(scan->arena, scan->used, scan->n_used, &scan->capacity,
                            sizeof *scan->used);
    scan->used[scan->n_used++] = (struct used){text, scan->file, line};
}

/* Words in a later argument would come into the message as they are. */
static void judge_argument(struct scan *scan, const char *at, const char *text)
{
    const char *blank = strchr(text, ' ');
    if (blank && has_words(text)) {
        complain(scan, at, "is put into a message without phrase()", text);
    }
}

/* The arguments of a call, from behind its parenthesis. Literals in calls inside of it
 * are theirs. */
static void scan_call(struct scan *scan, const struct speaker *of, const char *at)
{
    struct buf buf;
    int depth = 0, calls = 0, argument = 0;
    bool is_call[64] = {false};
    while (*at && depth >= 0 && depth < 63) {
        if (*at == '"') {
            const char *begin = at;
            buf_init(&buf, scan->arena);
            buf_add_text(&buf, "");
            while (*at == '"') {
                at = read_literal(&buf, at);
                at += strspn(at, " \n\t");
            }
            if (calls == 0 && argument >= of->first && argument <= of->last &&
                *buf.data) {
                use(scan, begin, buf.data);
            } else if (calls == 0 && argument > of->last) {
                judge_argument(scan, begin, buf.data);
            }
            continue;
        }
        if (*at == '(' || *at == '{') {
            is_call[++depth] = is_word(at[-1]);
            calls += is_call[depth];
        } else if (*at == ')' || *at == '}') {
            calls -= is_call[depth--];
        } else if (*at == ',' && depth == 0) {
            argument++;
        }
        at = *at == '\'' ? behind_quoted(at) : at + 1;
    }
}

static void scan_text(struct scan *scan)
{
    for (const char *at = scan->text; *at; at++) {
        if (*at == '"' || *at == '\'') {
            at = behind_quoted(at) - 1;
            continue;
        }
        if (!is_word(*at) || (at > scan->text && is_word(at[-1]))) {
            continue;
        }
        size_t len = 0;
        while (is_word(at[len])) {
            len++;
        }
        for (size_t k = 0; k < sizeof speaker / sizeof *speaker; k++) {
            if (strlen(speaker[k].name) == len &&
                strncmp(speaker[k].name, at, len) == 0 && at[len] == '(') {
                scan_call(scan, &speaker[k], at + len + 1);
            }
        }
    }
}

static char *read_all(struct arena *arena, const char *path)
{
    struct buf buf;
    char block[4096];
    size_t n;
    FILE *file = fopen(path, "rb");
    buf_init(&buf, arena);
    buf_add_text(&buf, " ");
    while (CHECK(file) && (n = fread(block, 1, sizeof block, file)) > 0) {
        buf_add(&buf, block, n);
    }
    if (file) {
        fclose(file);
    }
    return buf.data;
}

static void scan_sources(struct scan *scan, const char *root)
{
    static const char *const folder[] = {"io",
                                         "scheduler",
                                         "scheduler/base",
                                         "scheduler/commands",
                                         "scheduler/model",
                                         "solver"};
    for (size_t k = 0; k < sizeof folder / sizeof *folder; k++) {
        glob_t found;
        const char *pattern =
            arena_printf(scan->arena, "%s/%s/*.c", root, folder[k]);
        CHECK(glob(pattern, 0, NULL, &found) == 0);
        for (size_t i = 0; i < found.gl_pathc; i++) {
            char *text = read_all(scan->arena, found.gl_pathv[i]);
            blank_comments(text);
            scan->text = text;
            scan->file =
                arena_strdup(scan->arena, found.gl_pathv[i] + strlen(root) + 1);
            scan_text(scan);
        }
        globfree(&found);
    }
}

static const struct message *find_message(const char *english)
{
    for (const struct message_list *const *list = messages_all; *list; list++) {
        for (int k = 0; k < (*list)->n; k++) {
            if (strcmp((*list)->message[k].english, english) == 0) {
                return &(*list)->message[k];
            }
        }
    }
    return NULL;
}

static void judge_used(struct scan *scan)
{
    for (int k = 0; k < scan->n_used; k++) {
        const struct used *used = &scan->used[k];
        if (has_words(used->text) && !find_message(used->text)) {
            fprintf(stderr, "%s:%d: without translation: \"%s\"\n", used->file,
                    used->line, used->text);
            scan->n_left++;
        }
    }
}

static bool is_used(const struct scan *scan, const char *english)
{
    for (int k = 0; k < scan->n_used; k++) {
        if (strcmp(scan->used[k].text, english) == 0) {
            return true;
        }
    }
    return false;
}

static const char *fault_of_conversions(const char *english, const char *other)
{
    struct format_arguments a, b;
    if (!format_arguments_read(english, &a) || !format_arguments_read(other, &b)) {
        return "has conversions that cannot be read";
    }
    if (memcmp(a.type, b.type, sizeof a.type) != 0) {
        return "has other conversions";
    }
    size_t n = strlen(english), m = strlen(other);
    if ((n > 0 && english[n - 1] == '\n') != (m > 0 && other[m - 1] == '\n')) {
        return "has another end of the line";
    }
    return NULL;
}

/* French has a no-break space inside of its quotes and before : ; ? and !. */
static const char *fault_of_french(const char *text)
{
    static const char nbsp[] = "\u00a0";
    for (const char *at = strchr(text, ' '); at; at = strchr(at + 1, ' ')) {
        if ((at[1] && strchr(":;?!", at[1])) || strncmp(at + 1, "»", 2) == 0) {
            return "needs a no-break space";
        }
    }
    for (const char *at = text; (at = strstr(at, "«")) != NULL; at += 2) {
        if (strncmp(at + 2, nbsp, 2) != 0) {
            return "needs a no-break space behind «";
        }
    }
    return NULL;
}

static void judge_message(struct scan *scan, const struct message *message)
{
    const char *const other[] = {message->japanese, message->french};
    for (int k = 0; k < 2; k++) {
        const char *fault = fault_of_conversions(message->english, other[k]);
        if (!fault && strchr(other[k], '\'')) {
            fault = "has a quote as in English";
        }
        if (!fault && k == 1) {
            fault = fault_of_french(other[k]);
        }
        if (!CHECK(fault == NULL)) {
            fprintf(stderr, "%s: \"%s\"\n", fault, other[k]);
        }
    }
    if (!is_used(scan, message->english)) {
        scan->n_left++;
        fprintf(stderr, "used nowhere: \"%s\"\n", message->english);
    }
    if (!CHECK(find_message(message->english) == message)) {
        fprintf(stderr, "stands twice: \"%s\"\n", message->english);
    }
}

static void judge_messages(struct scan *scan)
{
    for (const struct message_list *const *list = messages_all; *list; list++) {
        for (int k = 0; k < (*list)->n; k++) {
            judge_message(scan, &(*list)->message[k]);
        }
    }
}

static void test_arguments(void)
{
    CHECK(!fault_of_conversions("%s %d", "%2$d %1$s"));
    CHECK(!fault_of_conversions("%.*s %s", "%3$s %2$.*1$s"));
    CHECK(!fault_of_conversions("100%% of %zu\n", "%zu の 100%%\n"));
    CHECK(fault_of_conversions("%s %d", "%2$d") != NULL);
    CHECK(fault_of_conversions("%s %d", "%d %s") != NULL);
    CHECK(fault_of_conversions("%s %s", "%1$s %s") != NULL);
    CHECK(fault_of_conversions("%lld", "%d") != NULL);
    CHECK(fault_of_conversions("one\n", "un") != NULL);
    CHECK(fault_of_french("« a »") != NULL &&
          !fault_of_french("«\u00a0a\u00a0»\u00a0:"));
    CHECK(fault_of_french("a : b") != NULL);
}

/* The scanner finds what it should in sources like ours. */
static void test_scan(struct arena *arena)
{
    struct scan scan = {
        .arena = arena,
        .file = "made up",
        .text =
            " findings_add(f, S, (struct place){.line = 1}, \"a %d\"\n \" b\", n);"
            " error_set(err, n ? \"one\" : \"many\", call(\"not this\"));"
            " puts(\"phrase(1)'\"); x = phrase(\"\\u2192 \\\"q\\\"\");"
            " error_set(err, \"%s: %s\", path);"};
    scan_text(&scan);
    if (CHECK_INT(scan.n_used, 5)) {
        CHECK_TEXT(scan.used[0].text, "a %d b");
        CHECK_TEXT(scan.used[1].text, "one");
        CHECK_TEXT(scan.used[2].text, "many");
        CHECK_TEXT(scan.used[3].text, "→ \"q\"");
    }
}

static void test_speaking(void)
{
    const char *english = messages_all[0]->message[0].english;
    CHECK_TEXT(phrase(english), english);
    CHECK(!messages_speak("de"));
    CHECK(messages_speak("ja"));
    CHECK_TEXT(phrase(english), messages_all[0]->message[0].japanese);
    CHECK_TEXT(messages_language(), "ja");
    CHECK(messages_speak("fr"));
    CHECK_TEXT(phrase(english), messages_all[0]->message[0].french);
    CHECK_TEXT(phrase("no phrase of ours"), "no phrase of ours");
    CHECK(messages_speak("en"));
    CHECK_TEXT(phrase(english), english);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    struct scan scan = {.arena = &arena};
    test_arguments();
    test_scan(&arena);
    test_speaking();
    if (CHECK(argc == 2)) {
        scan_sources(&scan, argv[1]);
        CHECK(scan.n_used > 100);
        judge_used(&scan);
        judge_messages(&scan);
        CHECK_INT(scan.n_left, 0);
    }
    arena_finish(&arena);
    return check_report();
}
