/* The whole arena is one anonymous mapping without reserved swap. A scratch
 * copy starts where the original stands, so what it hands out has been used
 * before: memory is zeroed when it is handed out, not when it is mapped.
 *
 * Under AddressSanitizer each piece is opened when it is handed out, with a
 * closed gap behind it and some kilobytes closed ahead. Closing the whole
 * reservation would write to an eighth of it, which takes half a minute. */

#include "scheduler/base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "scheduler/base/exit_code.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONED 1
#endif
#endif

enum { ALIGNMENT = 16 };

#ifdef ARENA_POISONED
#include <sanitizer/asan_interface.h>

enum { GAP = 16, AHEAD = 4096 };

/* The first bytes of the reservation say how far it was ever closed: all
 * scratch copies share them. */
static char **closed_until(const struct arena *arena)
{
    return (char **)arena->base;
}

static void poison_init(struct arena *arena)
{
    arena->at += ALIGNMENT;
    *closed_until(arena) = arena->at;
}

static void poison_around(const struct arena *arena, char *piece, size_t bytes)
{
    size_t ahead = (size_t)(arena->end - arena->at);
    char *end = arena->at + (ahead < AHEAD ? ahead : AHEAD);
    ASAN_POISON_MEMORY_REGION(piece, (size_t)(end - piece));
    ASAN_UNPOISON_MEMORY_REGION(piece, bytes);
    if (end > *closed_until(arena)) {
        *closed_until(arena) = end;
    }
}

static void poison_finish(const struct arena *arena)
{
    size_t used = (size_t)(*closed_until(arena) - arena->base);
    ASAN_UNPOISON_MEMORY_REGION(arena->base, used);
}
#else
enum { GAP = 0 };

static void poison_init(struct arena *arena)
{
    (void)arena;
}

static void poison_around(const struct arena *arena, char *piece, size_t bytes)
{
    (void)arena;
    (void)piece;
    (void)bytes;
}

static void poison_finish(const struct arena *arena)
{
    (void)arena;
}
#endif

static const size_t largest_reservation = (size_t)64 << 30;
static const size_t smallest_reservation = (size_t)64 << 20;

void out_of_memory(void)
{
    fputs("matchday: out of memory\n", stderr);
    exit(EXIT_CODE_OUT_OF_MEMORY);
}

void arena_init(struct arena *arena)
{
    /* A machine that limits address space gets a smaller arena. */
    for (size_t size = largest_reservation; size >= smallest_reservation;
         size /= 2) {
        void *base = mmap(NULL, size, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED) {
            arena->base = base;
            arena->at = arena->base;
            arena->end = arena->base + size;
            poison_init(arena);
            return;
        }
    }
    out_of_memory();
}

void arena_finish(struct arena *arena)
{
    if (arena->base) {
        poison_finish(arena);
        munmap(arena->base, (size_t)(arena->end - arena->base));
    }
    *arena = (struct arena){0};
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    size_t free_bytes = (size_t)(arena->end - arena->at);
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) ||
        bytes > SIZE_MAX - ALIGNMENT - GAP) {
        out_of_memory();
    }
    size_t taken = (bytes + GAP + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (taken > free_bytes) {
        out_of_memory();
    }
    char *piece = arena->at;
    arena->at += taken;
    poison_around(arena, piece, bytes);
    memset(piece, 0, bytes);
    return piece;
}

void *arena_grow(struct arena *arena, void *array, int n, int *capacity,
                 size_t size)
{
    assert(n >= 0 && n <= *capacity);
    if (n < *capacity) {
        return array;
    }
    if (*capacity > INT32_MAX / 2) {
        out_of_memory();
    }
    int wider = *capacity ? *capacity * 2 : 8;
    char *moved = arena_alloc(arena, (size_t)wider, size);
    if (n > 0) {
        memcpy(moved, array, (size_t)n * size);
    }
    *capacity = wider;
    return moved;
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_alloc(arena, len + 1, 1);
    if (len > 0) {
        memcpy(copy, text, len);
    }
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    assert(format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    assert(len >= 0);
    char *text = arena_alloc(arena, (size_t)len + 1, 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}
