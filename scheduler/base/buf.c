/* Capacity doubles, so adding n bytes one by one moves at most 2n of them.
 * The old bytes stay in the arena until the whole arena goes. */

#include "scheduler/base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

void buf_init(struct buf *buf, struct arena *arena)
{
    *buf = (struct buf){.arena = arena};
}

/* Makes room for `more` bytes and the NUL behind them. */
static void reserve(struct buf *buf, size_t more)
{
    if (more < buf->capacity - buf->len) {
        return;
    }
    if (more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4) {
        out_of_memory();
    }
    size_t wider = buf->capacity ? buf->capacity * 2 : FIRST_CAPACITY;
    if (wider < buf->len + more + 1) {
        wider = buf->len + more + 1;
    }
    char *moved = arena_alloc(buf->arena, wider, 1);
    if (buf->len > 0) {
        memcpy(moved, buf->data, buf->len);
    }
    buf->data = moved;
    buf->capacity = wider;
}

void buf_add(struct buf *buf, const char *bytes, size_t len)
{
    reserve(buf, len);
    if (len > 0) {
        memcpy(buf->data + buf->len, bytes, len);
    }
    buf->len += len;
    buf->data[buf->len] = '\0';
    assert(buf->len < buf->capacity);
}

void buf_add_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

char *buf_room(struct buf *buf, size_t n)
{
    reserve(buf, n);
    return buf->data + buf->len;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);

    reserve(buf, (size_t)len);
    va_start(args, format);
    vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
    va_end(args);
    buf->len += (size_t)len;
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    if (buf->data) {
        buf->data[0] = '\0';
    }
}
