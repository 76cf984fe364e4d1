/* Files are made here byte by byte, so that each fault can be made alone. */

#include "scheduler/base/tzif.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"
#include "tests/support/check.h"

/* One data block and what is wrong with it. */
struct block {
    int64_t at_s[2];
    unsigned char number[2];
    int32_t offset_s[2];
    unsigned n_types, n_chars, n_leaps, n_is_standard,
        n_is_ut; /* as the header says */
};

static const struct block good = {.at_s = {1000, 2000},
                                  .number = {1, 0},
                                  .offset_s = {3600, 7200},
                                  .n_types = 2,
                                  .n_chars = 4};

static void add_number(struct buf *buf, int64_t value, int size)
{
    for (int i = size - 1; i >= 0; i--) {
        buf_add_char(buf, (char)((uint64_t)value >> (8 * i) & 0xff));
    }
}

static void add_block(struct buf *buf, const struct block *block, char version,
                      int time_size)
{
    buf_add(buf, "TZif", 4);
    buf_add_char(buf, version);
    buf_add(buf, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 15);
    add_number(buf, block->n_is_ut, 4);
    add_number(buf, block->n_is_standard, 4);
    add_number(buf, block->n_leaps, 4);
    add_number(buf, 2, 4);
    add_number(buf, block->n_types, 4);
    add_number(buf, block->n_chars, 4);
    for (int i = 0; i < 2; i++) {
        add_number(buf, block->at_s[i], time_size);
    }
    buf_add(buf, (const char *)block->number, 2);
    for (unsigned i = 0; i < block->n_types && i < 2; i++) {
        add_number(buf, block->offset_s[i], 4);
        buf_add(buf, "\0\0", 2);
    }
    buf_add(buf, "AAA", 4);
    for (unsigned i = 0; i < block->n_is_standard + block->n_is_ut; i++) {
        buf_add_char(buf, 0);
    }
}

static struct buf make_file(struct arena *arena, const struct block *block,
                            const char *footer)
{
    struct buf buf;
    buf_init(&buf, arena);
    add_block(&buf, &good, '2', 4);
    add_block(&buf, block, '2', 8);
    buf_add_text(&buf, footer);
    return buf;
}

/* Parses a copy that ends where it ends, for AddressSanitizer to see. */
static bool parse(struct arena *arena, const char *bytes, size_t len,
                  struct zone *zone, struct error *err)
{
    char *exact = arena_alloc(arena, len, 1);
    memcpy(exact, bytes, len);
    return tzif_parse(arena, exact, len, zone, err);
}

static void test_good_files(struct arena *arena)
{
    struct zone zone;
    struct error err;
    struct block block = good;
    block.at_s[0] = -5000000000;
    block.n_is_standard = 2;
    block.n_is_ut = 2;
    struct buf file = make_file(arena, &block, "\nBBB-3\n");
    CHECK(parse(arena, file.data, file.len, &zone, &err));
    CHECK_INT(zone.n_transitions, 2);
    CHECK_INT(zone.at_s[0], -5000000000);
    CHECK_INT(zone.first_offset_s, 3600);
    CHECK_INT(zone_offset_s(&zone, -5000000001), 3600);
    CHECK_INT(zone_offset_s(&zone, -5000000000), 7200);
    CHECK_INT(zone_offset_s(&zone, 1999), 7200);
    CHECK_INT(zone_offset_s(&zone, 2000), 3 * 3600);
    CHECK_TEXT(zone.footer, "BBB-3");

    file = make_file(arena, &good, "\n\n");
    CHECK(parse(arena, file.data, file.len, &zone, &err));
    CHECK(zone.rule == NULL);
    CHECK_INT(zone_offset_s(&zone, 4000000000), 3600);
}

static void test_old_version(struct arena *arena)
{
    struct zone zone;
    struct error err;
    struct buf file;
    struct block block = good;
    block.at_s[0] = -2000;
    block.offset_s[0] = -12345;
    buf_init(&file, arena);
    add_block(&file, &block, '\0', 4);
    CHECK(parse(arena, file.data, file.len, &zone, &err));
    CHECK_INT(zone.at_s[0], -2000);
    CHECK_INT(zone_offset_s(&zone, -2001), -12345);
    CHECK_TEXT(zone.footer, "");
    for (size_t len = 0; len < file.len; len++) {
        CHECK(!parse(arena, file.data, len, &zone, &err));
        CHECK_TEXT(err.text, "is cut off");
    }
}

static void test_broken_blocks(struct arena *arena)
{
    static const struct {
        const char *expected;
        struct block block; /* times, numbers, offsets, then the header's counts */
    } row[] = {
        {"counts leap seconds, which clocks here do not",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 2, 4, 1, 0, 0}},
        {"has impossible counts in its header",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 0, 4, 0, 0, 0}},
        {"has impossible counts in its header",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 257, 4, 0, 0, 0}},
        {"has impossible counts in its header",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 2, 0, 0, 0, 0}},
        {"has impossible counts in its header",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 2, 4, 0, 1, 0}},
        {"has impossible counts in its header",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 2, 4, 0, 0, 1}},
        {"has an offset from UTC of more than a day",
         {{1000, 2000}, {1, 0}, {3600, 93600}, 2, 4, 0, 0, 0}},
        {"has an offset from UTC of more than a day",
         {{1000, 2000}, {1, 0}, {-90000, 7200}, 2, 4, 0, 0, 0}},
        {"has changes of the clock out of order",
         {{2000, 2000}, {1, 0}, {3600, 7200}, 2, 4, 0, 0, 0}},
        {"has a change of the clock to nowhere",
         {{1000, 2000}, {1, 2}, {3600, 7200}, 2, 4, 0, 0, 0}},
        {"is cut off",
         {{1000, 2000}, {1, 0}, {3600, 7200}, 2, 0xffffffff, 0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct zone zone;
        struct error err;
        struct buf file = make_file(arena, &row[i].block, "\nBBB-3\n");
        CHECK(!parse(arena, file.data, file.len, &zone, &err));
        CHECK_TEXT(err.text, row[i].expected);
    }
}

static void test_broken_footers(struct arena *arena)
{
    static const char *const row[][2] = {
        {"", "has no footer"},
        {"\n", "has no footer"},
        {"\nBBB-3", "has no footer"},
        {"BBB-3\n", "has no footer"},
        {"\nBBB\n", "has a footer that is no POSIX TZ string"},
    };
    struct zone zone;
    struct error err;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct buf file = make_file(arena, &good, row[i][0]);
        CHECK(!parse(arena, file.data, file.len, &zone, &err));
        CHECK_TEXT(err.text, row[i][1]);
    }
    struct buf file = make_file(arena, &good, "\nBBB-3");
    buf_add(&file, "\0\n", 2);
    CHECK(!parse(arena, file.data, file.len, &zone, &err));
    CHECK_TEXT(err.text, "has a footer that is no POSIX TZ string");
    CHECK(!parse(arena, "GIF89a, but as long as a header has to be here", 46, &zone,
                 &err));
    CHECK_TEXT(err.text, "is not a TZif file");
}

/* No beginning of a file is a file, and no damage does more than to be
 * refused or to give another zone. */
static void test_damage(struct arena *arena)
{
    struct rng rng;
    struct buf file = make_file(arena, &good, "\nCET-1CEST,M3.5.0,M10.5.0/3\n");
    rng_init(&rng, 5);
    int n_refused = 0;
    for (size_t len = 0; len < file.len; len++) {
        struct zone zone;
        struct error err;
        CHECK(!parse(arena, file.data, len, &zone, &err));
    }
    for (int i = 0; i < 20000; i++) {
        struct arena scratch = *arena;
        struct zone zone;
        struct error err;
        char *copy = arena_strndup(&scratch, file.data, file.len);
        for (uint32_t n = 1 + rng_below(&rng, 4); n > 0; n--) {
            copy[rng_below(&rng, (uint32_t)file.len)] = (char)rng_below(&rng, 256);
        }
        if (!parse(&scratch, copy, file.len, &zone, &err)) {
            n_refused++;
            continue;
        }
        int64_t instant_s[2];
        int n = zone_to_instants(&zone, (struct civil){2021, 3, 28, 2, 30, 0},
                                 instant_s);
        for (int k = 0; k < n; k++) {
            CHECK_INT(zone_to_civil(&zone, instant_s[k]).minute, 30);
        }
    }
    CHECK(n_refused > 1000 && n_refused < 20000);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_good_files(&arena);
    test_old_version(&arena);
    test_broken_blocks(&arena);
    test_broken_footers(&arena);
    test_damage(&arena);
    arena_finish(&arena);
    return check_report();
}
