/* The tables are ours (io/csv_write): texts stand in quotes, and a comma outside of
 * quotes separates cells. */

#include "io/csv_recode.h"

#include <string.h>

#include "scheduler/base/text.h"

static const char bom[] = "\xef\xbb\xbf";

static void separate(char *text, size_t len, char separator)
{
    bool in_quotes = false;
    for (size_t k = 0; k < len; k++) {
        in_quotes ^= text[k] == '"';
        if (text[k] == ',' && !in_quotes) {
            text[k] = separator;
        }
    }
}

/* Names the letter and the cell around it. */
static bool refuse_letter(struct arena *arena, const char *path,
                          const struct file_bytes *text, size_t at,
                          enum encoding encoding, struct error *err)
{
    enum { MOST = 60 };
    size_t start = at, end = at;
    size_t letter = text_utf8_length(text->bytes + at, text->len - at);
    while (start > 0 && text->bytes[start - 1] != '"') {
        start--;
    }
    while (end < text->len && text->bytes[end] != '"' && end - start < MOST) {
        end += text_utf8_length(text->bytes + end, text->len - end);
    }
    error_set(err,
              "%s: '%s' of '%s' cannot be written in %s; expected letters that it "
              "has, or tables in UTF-8, without --encoding or with "
              "--output-encoding utf-8",
              path, arena_strndup(arena, text->bytes + at, letter),
              arena_strndup(arena, text->bytes + start, end - start),
              encoding_names[encoding]);
    return false;
}

static bool recode(struct arena *arena, struct output_file *file,
                   const struct csv_format *format, struct error *err)
{
    struct arena work;
    arena_init(&work);
    const struct file_bytes made = output_bytes(arena, work, file);
    arena_finish(&work);
    char *text = arena_strndup(arena, made.bytes, made.len);
    struct file_bytes bytes = {text, made.len};
    size_t letter = 0;
    separate(text, made.len, format->separator);
    if (format->encoding != ENCODING_UTF8) {
        size_t mark = strncmp(text, bom, strlen(bom)) == 0 ? strlen(bom) : 0;
        bytes = (struct file_bytes){text + mark, made.len - mark};
        const struct file_bytes utf8 = bytes;
        if (!encoding_encode(arena, format->encoding, &bytes, &letter)) {
            return refuse_letter(arena, file->path, &utf8, letter, format->encoding,
                                 err);
        }
    }
    file->content = bytes;
    file->make = NULL;
    return true;
}

static bool is_for_people(const char *path)
{
    return text_ends_with(path, ".csv") &&
           (!strchr(path, '/') || text_begins_with(path, "contacts/"));
}

bool csv_recode_tables(struct arena *arena, struct output *output,
                       const struct csv_format *format, struct error *err)
{
    if (format->separator == ',' && format->encoding == ENCODING_UTF8) {
        return true;
    }
    for (int k = 0; k < output->n_files; k++) {
        if (is_for_people(output->file[k].path) &&
            !recode(arena, &output->file[k], format, err)) {
            return false;
        }
    }
    return true;
}
