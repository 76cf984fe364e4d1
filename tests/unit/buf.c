#include "scheduler/base/buf.h"

#include <string.h>

#include "tests/support/check.h"

static void test_adding(struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, arena);
    CHECK(buf.data == NULL && buf.len == 0);
    buf_add_text(&buf, "");
    CHECK_TEXT(buf.data, "");
    buf_add_text(&buf, "BEGIN");
    buf_add_char(&buf, ':');
    buf_add(&buf, "VEVENT and more", 6);
    CHECK_TEXT(buf.data, "BEGIN:VEVENT");
    buf_printf(&buf, "%c%d %s", '#', 42, "rooms");
    CHECK_TEXT(buf.data, "BEGIN:VEVENT#42 rooms");
    CHECK_INT((long long)buf.len, 21);
    buf_clear(&buf);
    CHECK_TEXT(buf.data, "");
    buf_add_char(&buf, 'x');
    CHECK_TEXT(buf.data, "x");
}

static void test_zero_bytes_count(struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add(&buf, "a\0b", 3);
    buf_add_char(&buf, '\0');
    CHECK_INT((long long)buf.len, 4);
    CHECK(memcmp(buf.data, "a\0b\0", 5) == 0);
}

static void test_growth(struct arena *arena)
{
    struct buf byte_wise;
    struct buf printed;
    buf_init(&byte_wise, arena);
    buf_init(&printed, arena);
    for (int i = 0; i < 10000; i++) {
        buf_add_char(&byte_wise, (char)('a' + i % 26));
        buf_printf(&printed, "%c", 'a' + i % 26);
        CHECK(byte_wise.len < byte_wise.capacity);
    }
    CHECK_INT((long long)byte_wise.len, 10000);
    CHECK_TEXT(printed.data, byte_wise.data);
    for (int i = 0; i < 10000; i++) {
        if (byte_wise.data[i] != 'a' + i % 26) {
            CHECK_INT(byte_wise.data[i], 'a' + i % 26);
        }
    }

    /* One text that is longer than twice the capacity, and one that fills it. */
    struct buf jump;
    buf_init(&jump, arena);
    buf_add(&jump, byte_wise.data, 9000);
    CHECK_INT((long long)strlen(jump.data), 9000);
    buf_init(&jump, arena);
    buf_add(&jump, byte_wise.data, 63);
    buf_add(&jump, byte_wise.data, 1);
    CHECK_INT((long long)strlen(jump.data), 64);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_adding(&arena);
    test_zero_bytes_count(&arena);
    test_growth(&arena);
    arena_finish(&arena);
    return check_report();
}
