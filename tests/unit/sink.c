/* What is made reaches whoever takes it, whole and in order, in pieces of bounded size;
 * after a refusal nothing does. */

#include "io/sink.h"

#include <string.h>

#include "tests/support/check.h"

/* Takes the first pieces, and adds up what it got. */
struct taker {
    struct buf got;
    size_t longest;
    int n_pieces, most_pieces;
};

static bool take(void *to, const char *bytes, size_t len)
{
    struct taker *taker = to;
    if (taker->n_pieces == taker->most_pieces) {
        return false;
    }
    taker->n_pieces++;
    taker->longest = len > taker->longest ? len : taker->longest;
    buf_add(&taker->got, bytes, len);
    return true;
}

static struct taker new_taker(struct arena *arena, int most_pieces)
{
    struct taker taker = {.most_pieces = most_pieces};
    buf_init(&taker.got, arena);
    buf_add_text(&taker.got, "");
    return taker;
}

/* Makes n lines of some length; returns what they all are. */
static const char *add_lines(struct arena *arena, struct sink *sink, int n)
{
    struct buf all;
    buf_init(&all, arena);
    for (int k = 0; k < n; k++) {
        const char *line = arena_printf(arena, "line %d%*s\n", k, k % 100, "");
        buf_add_text(&all, line);
        buf_add_text(&sink->buf, line);
        sink_pass(sink);
    }
    return all.data;
}

static void test_pieces(struct arena arena, struct arena other)
{
    enum { N_LINES = 20000, MOST = 64 * 1024 };
    struct sink sink;
    struct taker taker = new_taker(&arena, 1000000);
    sink_init(&sink, &other, take, &taker);
    const char *all = add_lines(&arena, &sink, N_LINES);
    CHECK(taker.n_pieces > 10);
    CHECK(taker.longest < MOST && sink.buf.capacity <= MOST);
    CHECK(taker.got.len < strlen(all));
    CHECK(sink_end(&sink));
    CHECK_INT(taker.got.len, strlen(all));
    CHECK(strcmp(taker.got.data, all) == 0);
    int n = taker.n_pieces;
    CHECK(sink_end(&sink));
    CHECK_INT(taker.n_pieces, n);
}

static void test_few(struct arena arena, struct arena other)
{
    struct sink sink;
    struct taker taker = new_taker(&arena, 10);
    sink_init(&sink, &other, take, &taker);
    CHECK(sink_end(&sink));
    CHECK_INT(taker.n_pieces, 0);
    const char *all = add_lines(&arena, &sink, 3);
    CHECK_INT(taker.n_pieces, 0);
    CHECK(sink_end(&sink));
    CHECK_INT(taker.n_pieces, 1);
    CHECK_TEXT(taker.got.data, all);
}

static void test_refusal(struct arena arena, struct arena other)
{
    struct sink sink;
    struct taker taker = new_taker(&arena, 2);
    sink_init(&sink, &other, take, &taker);
    const char *all = add_lines(&arena, &sink, 20000);
    CHECK(!sink_end(&sink));
    CHECK(!sink_end(&sink));
    CHECK_INT(taker.n_pieces, 2);
    CHECK(taker.got.len > 0 && strncmp(taker.got.data, all, taker.got.len) == 0);
}

static void test_memory(struct arena arena, struct arena other)
{
    struct sink sink;
    sink_init(&sink, &other, NULL, NULL);
    CHECK_TEXT(sink.buf.data, "");
    const char *all = add_lines(&arena, &sink, 5000);
    CHECK(sink_end(&sink));
    CHECK_TEXT(sink.buf.data, all);
}

int main(void)
{
    struct arena arena, other;
    arena_init(&arena);
    arena_init(&other);
    test_pieces(arena, other);
    test_few(arena, other);
    test_refusal(arena, other);
    test_memory(arena, other);
    arena_finish(&other);
    arena_finish(&arena);
    return check_report();
}
