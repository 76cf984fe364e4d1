#ifndef MATCHDAY_BASE_BUF_H
#define MATCHDAY_BASE_BUF_H

#include <stddef.h>

#include "scheduler/base/arena.h"

/* A byte string that grows in an arena. data is always NUL-terminated once
 * something was added, and may be NULL before. Invariant: len < capacity or
 * both are 0. */
struct buf {
    struct arena *arena;
    char *data;
    size_t len, capacity;
};

void buf_init(struct buf *buf, struct arena *arena);

void buf_add(struct buf *buf, const char *bytes, size_t len);
void buf_add_text(struct buf *buf, const char *text);

/* Makes room for n bytes behind the content and returns where they go: texts that
 * are made byte by byte are made there. buf_grew() then tells how many came. */
char *buf_room(struct buf *buf, size_t n);

static inline void buf_grew(struct buf *buf, size_t n)
{
    buf->len += n;
    buf->data[buf->len] = '\0';
}

static inline void buf_add_char(struct buf *buf, char c)
{
    if (buf->len + 1 >= buf->capacity) {
        buf_room(buf, 1);
    }
    buf->data[buf->len] = c;
    buf_grew(buf, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Forgets the content, keeps the memory. */
void buf_clear(struct buf *buf);

#endif
