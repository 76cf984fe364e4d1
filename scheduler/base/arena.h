#ifndef MATCHDAY_BASE_ARENA_H
#define MATCHDAY_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* An arena hands out zeroed memory from one reserved stretch of addresses
 * and gives it all back at once. The system commits pages only when they are
 * touched, so reserving much costs nothing.
 *
 * `struct arena *` in a signature means: the result outlives the call.
 * `struct arena scratch` by value means: working space, gone on return.
 * Running out of memory prints a message and exits with status 71. */
struct arena {
    char *at;   /* next free byte */
    char *end;  /* behind the last byte */
    char *base; /* start of the reservation; only arena_finish() uses it */
};

/* Reserves the arena's addresses. Each thread needs an arena of its own. */
void arena_init(struct arena *arena);

/* Gives everything back; every pointer into the arena is dead then. Call it
 * on the arena that was initialised, never on a scratch copy. */
void arena_finish(struct arena *arena);

/* Returns count * size zeroed bytes, aligned for any type. Never NULL, also
 * for zero bytes; an overflow of count * size counts as out of memory. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* arena_new(arena, n, struct slot) is a zeroed array of n slots. */
#define arena_new(arena, count, type)                                              \
    ((type *)arena_alloc((arena), (size_t)(count), sizeof(type)))

/* Makes room for one more element: returns the array, moved and doubled if
 * n has reached *capacity. Start with NULL, 0, 0. The new part is zeroed. */
void *arena_grow(struct arena *arena, void *array, int n, int *capacity,
                 size_t size);

/* Copies of text, always NUL-terminated. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t len);

/* printf into fresh memory. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Prints "matchday: out of memory" and exits with status 71; for the few
 * places outside the arena that allocate. */
_Noreturn void out_of_memory(void);

#endif
