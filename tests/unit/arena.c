#include "scheduler/base/arena.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/exit_code.h"
#include "tests/support/check.h"

static bool is_zero(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (bytes[i]) {
            return false;
        }
    }
    return true;
}

static void dirty_scratch(struct arena scratch)
{
    memset(arena_alloc(&scratch, 1, 4096), 0x55, 4096);
}

static void test_memory_is_zeroed_and_aligned(struct arena *arena)
{
    static const size_t size[] = {0, 1, 15, 16, 17, 100, 1000};
    dirty_scratch(*arena);
    for (size_t i = 0; i < sizeof size / sizeof *size; i++) {
        char *piece = arena_alloc(arena, size[i], 1);
        CHECK(piece != NULL);
        CHECK((uintptr_t)piece % 16 == 0);
        CHECK(is_zero(piece, size[i]));
        memset(piece, 0x55, size[i]);
    }
}

static void test_scratch_leaves_no_trace(struct arena *arena)
{
    char *before = arena->at;
    dirty_scratch(*arena);
    CHECK(arena->at == before);
    CHECK(is_zero(arena_alloc(arena, 512, sizeof(double)), 4096));
}

static void test_grow_keeps_elements(struct arena *arena)
{
    int *number = NULL;
    int capacity = 0;
    int n = 0;
    for (; n < 1000; n++) {
        number = arena_grow(arena, number, n, &capacity, sizeof *number);
        CHECK_INT(number[n], 0);
        number[n] = n * 3;
    }
    CHECK(capacity >= n && capacity <= 2 * n);
    for (int i = 0; i < n; i++) {
        CHECK_INT(number[i], i * 3);
    }
}

static void test_text_is_copied(struct arena *arena)
{
    char word[] = "Gifu";
    char *copy = arena_strdup(arena, word);
    word[0] = 'X';
    CHECK_TEXT(copy, "Gifu");
    CHECK_TEXT(arena_strndup(arena, "Gifu Prefecture", 4), "Gifu");
    CHECK_TEXT(arena_strndup(arena, "", 0), "");
    CHECK_TEXT(arena_printf(arena, "%s-%02d", "am", 3), "am-03");
    CHECK_INT((long long)strlen(arena_printf(arena, "%5000d", 1)), 5000);
}

/* Runs what must be out of memory in a process of its own: its exit status. */
static int status_of(size_t count, size_t size)
{
    pid_t child = fork();
    if (child == 0) {
        struct arena arena;
        arena_init(&arena);
        arena_alloc(&arena, count, size);
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The same of an array that has as many elements as an int can count, and a text that
 * is longer than memory. */
static int status_of_growing(void (*grow)(struct arena *arena))
{
    pid_t child = fork();
    if (child == 0) {
        struct arena arena;
        arena_init(&arena);
        grow(&arena);
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void grow_array(struct arena *arena)
{
    int capacity = INT_MAX;
    arena_grow(arena, NULL, INT_MAX, &capacity, 1);
}

static void grow_text(struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "x");
    buf_room(&buf, SIZE_MAX - 1);
}

static void count_below_zero(struct arena *arena)
{
    volatile int n = -1;
    int *array = arena_new(arena, n, int);
    (void)array;
}

static void test_too_much_ends_the_program(void)
{
    CHECK_INT(status_of(1, 1), 0);
    CHECK_INT(status_of(SIZE_MAX, 1), EXIT_CODE_OUT_OF_MEMORY);
    CHECK_INT(status_of(SIZE_MAX / 2, 3), EXIT_CODE_OUT_OF_MEMORY);
    CHECK_INT(status_of((size_t)1 << 60, 1), EXIT_CODE_OUT_OF_MEMORY);
    CHECK_INT(status_of_growing(grow_array), EXIT_CODE_OUT_OF_MEMORY);
    CHECK_INT(status_of_growing(grow_text), EXIT_CODE_OUT_OF_MEMORY);
    CHECK_INT(status_of_growing(count_below_zero), EXIT_CODE_OUT_OF_MEMORY);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_memory_is_zeroed_and_aligned(&arena);
    test_scratch_leaves_no_trace(&arena);
    test_grow_keeps_elements(&arena);
    test_text_is_copied(&arena);
    arena_finish(&arena);
    CHECK(arena.base == NULL);
    test_too_much_ends_the_program();
    return check_report();
}
