/* libzip unpacks from memory, in steps: what an archive says of its sizes is not
 * believed. */

#include <string.h>
#include <zip.h>

#include "io/libraries.h"
#include "io/xlsx_parts.h"
#include "scheduler/base/phrase.h"

static bool read_open(struct arena *arena, zip_file_t *part, char **bytes,
                      size_t *len, const char **refusal)
{
    enum { STEP = 64 * 1024 };
    struct buf buf;
    zip_int64_t n;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    while ((n = zip_fread(part, buf_room(&buf, STEP), STEP)) > 0) {
        buf_grew(&buf, (size_t)n);
        if (buf.len > XLSX_MAX_PART_BYTES) {
            *refusal = phrase("is larger than any event when unpacked");
            return false;
        }
    }
    if (n < 0) {
        *refusal = phrase("is damaged or protected by a password");
        return false;
    }
    *bytes = buf.data;
    *len = buf.len;
    return true;
}

static bool read_part(struct arena *arena, zip_t *archive, const char *name,
                      char **bytes, size_t *len, const char **refusal)
{
    zip_int64_t at = zip_name_locate(archive, name, ZIP_FL_NOCASE);
    if (at < 0) {
        return false;
    }
    zip_file_t *part = zip_fopen_index(archive, (zip_uint64_t)at, 0);
    if (!part) {
        *refusal = phrase("is damaged or protected by a password");
        return false;
    }
    bool ok = read_open(arena, part, bytes, len, refusal);
    zip_fclose(part);
    return ok;
}

bool xlsx_zip_part(struct arena *arena, const struct xlsx_book *book,
                   const char *name, char **bytes, size_t *len,
                   const char **refusal)
{
    zip_error_t error;
    *refusal = NULL;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(book->bytes, book->len, 0, &error);
    if (!source) {
        out_of_memory();
    }
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        *refusal = phrase("is a damaged archive");
        return false;
    }
    bool ok = read_part(arena, archive, name, bytes, len, refusal);
    zip_discard(archive);
    return ok;
}

const char *xlsx_zip_library_version(void)
{
    return zip_libzip_version();
}
