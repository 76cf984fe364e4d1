/* The whole arena is one anonymous mapping without reserved swap. A scratch
 * copy starts where the original stands, so what it hands out has been used
 * before: memory is zeroed when it is handed out, not when it is mapped.
 *
 * Under AddressSanitizer the arena is poisoned as a whole, and each piece is
 * opened when it is handed out, with a closed gap behind it. */

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

#ifdef ARENA_POISONED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
/* Poisoning writes to an eighth of the addresses. */
static const size_t largest_reservation = (size_t)1 << 30;
#else
#define ASAN_POISON_MEMORY_REGION(addr, size) ((void)(addr), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(addr, size) ((void)(addr), (void)(size))
enum { GAP = 0 };
static const size_t largest_reservation = (size_t)64 << 30;
#endif

enum { ALIGNMENT = 16 };

static const size_t smallest_reservation = (size_t)64 << 20;

void out_of_memory(void)
{
    fputs("matchday: out of memory\n", stderr);
    exit(EXIT_CODE_OUT_OF_MEMORY);
}

void arena_init(struct arena *arena)
{
    /* A machine that limits address space gets a smaller arena. */
    for (size_t size = largest_reservation; size >= smallest_reservation; size /= 2) {
        void *base = mmap(NULL, size, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED) {
            arena->base = base;
            arena->at = arena->base;
            arena->end = arena->base + size;
            ASAN_POISON_MEMORY_REGION(base, size);
            return;
        }
    }
    out_of_memory();
}

void arena_finish(struct arena *arena)
{
    if (arena->base) {
        ASAN_UNPOISON_MEMORY_REGION(arena->base, (size_t)(arena->end - arena->base));
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
    ASAN_UNPOISON_MEMORY_REGION(piece, bytes);
    memset(piece, 0, bytes);
    return piece;
}

void *arena_grow(struct arena *arena, void *array, int n, int *capacity, size_t size)
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
