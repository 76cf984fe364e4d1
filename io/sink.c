#include "io/sink.h"

enum { WORTH_WHILE = 32 * 1024 };

void sink_init(struct sink *sink, struct arena *arena, sink_taker *take, void *to)
{
    *sink = (struct sink){.take = take, .to = to};
    buf_init(&sink->buf, arena);
    buf_add_text(&sink->buf, "");
}

static void hand_on(struct sink *sink)
{
    if (sink->take && sink->buf.len > 0) {
        if (!sink->has_failed) {
            sink->has_failed = !sink->take(sink->to, sink->buf.data, sink->buf.len);
        }
        buf_clear(&sink->buf);
    }
}

void sink_pass(struct sink *sink)
{
    if (sink->buf.len >= WORTH_WHILE) {
        hand_on(sink);
    }
}

void sink_fail(struct sink *sink, int cause)
{
    sink->has_failed = true;
    sink->cause = cause;
}

bool sink_end(struct sink *sink)
{
    hand_on(sink);
    return !sink->has_failed;
}
