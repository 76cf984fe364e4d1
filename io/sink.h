#ifndef MATCHDAY_IO_SINK_H
#define MATCHDAY_IO_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"

/* Where the bytes of a file go while it is made: onto the disk, beside those that are
 * there, to compare, or nowhere but into memory. Whoever makes it adds to buf, and
 * says between two entries, rows or lines that what waits there may go:
 *
 *     buf_add_text(&sink->buf, line);
 *     sink_pass(sink);
 *
 * so that a large file needs no more memory than its largest entry. */

/* Takes bytes; false if it takes no more, and is not called again then. */
typedef bool sink_taker(void *to, const char *bytes, size_t len);

struct sink {
    struct buf buf;   /* what waits */
    sink_taker *take; /* NULL: all of it stays in buf */
    void *to;
    bool has_failed; /* what comes now is dropped */
    int cause;       /* errno behind sink_fail(), else 0 */
};

/* buf lies in arena; take NULL keeps everything there. */
void sink_init(struct sink *sink, struct arena *arena, sink_taker *take, void *to);

/* Hands on what waits, if it is worth while. */
void sink_pass(struct sink *sink);

/* For makers that cannot make the file: all of it fails, for that errno. */
void sink_fail(struct sink *sink, int cause);

/* Hands on all that waits. False if something was not taken. */
bool sink_end(struct sink *sink);

#endif
