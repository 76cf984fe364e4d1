#include "io/csv_write.h"

#include <assert.h>
#include <csv.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "io/libraries.h"

static const char bom[] = "\xef\xbb\xbf";

void csv_begin_plain(struct csv_writer *writer, struct arena *arena)
{
    *writer = (struct csv_writer){.sink = NULL};
    buf_init(&writer->buf, arena);
    buf_add_text(&writer->buf, "");
}

void csv_begin(struct csv_writer *writer, struct arena *arena)
{
    csv_begin_plain(writer, arena);
    buf_add_text(&writer->buf, bom);
}

void csv_begin_rows(struct csv_writer *writer, struct sink *sink)
{
    csv_begin_plain(writer, sink->buf.arena);
    buf_add_text(&sink->buf, bom);
    writer->sink = sink;
}

static void begin_cell(struct csv_writer *writer)
{
    if (writer->in_row) {
        buf_add_char(&writer->buf, ',');
    }
    writer->in_row = true;
}

static bool is_formula(const char *text)
{
    static const char *const start[] = {
        "=",  "+",      "-",      "@",      "\t",
        "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", /* the full-width = + - @ */
    };
    text += strspn(text, " \n");
    for (size_t k = 0; k < sizeof start / sizeof *start; k++) {
        if (strncmp(text, start[k], strlen(start[k])) == 0) {
            return true;
        }
    }
    return false;
}

void csv_add_text(struct csv_writer *writer, const char *text)
{
    begin_cell(writer);
    if (text[0] == '\0') {
        return;
    }
    struct arena *arena = writer->buf.arena; /* no scratch: buf grows in it */
    const char *safe = is_formula(text) ? arena_printf(arena, "'%s", text) : text;
    size_t len = strlen(safe);
    size_t most = 2 * len + 2; /* every byte a quote, and the quotes around them */
    size_t n = csv_write2(buf_room(&writer->buf, most), most, safe, len, CSV_QUOTE);
    assert(n <= most);
    buf_grew(&writer->buf, n);
}

void csv_add_number(struct csv_writer *writer, int64_t number)
{
    begin_cell(writer);
    buf_printf(&writer->buf, "%" PRId64, number);
}

void csv_add_local(struct csv_writer *writer, struct arena *arena,
                   const struct zone *zone, int64_t instant_s)
{
    struct civil civil = zone_to_civil(zone, instant_s);
    csv_add_text(writer,
                 arena_printf(arena, "%04d-%02d-%02d %02d:%02d", civil.year,
                              civil.month, civil.day, civil.hour, civil.minute));
}

void csv_end_row(struct csv_writer *writer)
{
    buf_add_text(&writer->buf, "\r\n");
    writer->in_row = false;
    if (writer->sink) {
        buf_add(&writer->sink->buf, writer->buf.data, writer->buf.len);
        buf_clear(&writer->buf);
        sink_pass(writer->sink);
    }
}

const char *csv_library_version(struct arena *arena)
{
    return arena_printf(arena, "%d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}
