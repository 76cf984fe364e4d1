/* A file is a header and a data block with 32-bit times; from version 2 on
 * these are there for old readers only, and a second header, a block with
 * 64-bit times and a footer line follow. A block holds, without gaps:
 *
 *     times, type number of each time, types (offset, is summer, name),
 *     names, leap seconds, two arrays of flags
 *
 * Summer flags and names are no use to us: only offsets are. */

#include "scheduler/base/tzif.h"

#include <stdint.h>
#include <string.h>

#include "scheduler/base/zone_rule.h"

enum { HEADER_SIZE = 44, TYPE_SIZE = 6 };

/* Offsets that no place on Earth has had; RFC 8536 recommends this range. */
enum { LEAST_OFFSET_S = -89999, MOST_OFFSET_S = 93599 };

struct header {
    unsigned char version;
    uint32_t n_is_ut, n_is_standard, n_leaps, n_times, n_types, n_chars;
};

struct cursor {
    const unsigned char *at;
    size_t rest;
};

/* The next n bytes, or NULL if there are fewer. */
static const unsigned char *take(struct cursor *cursor, uint64_t n)
{
    if (n > cursor->rest) {
        return NULL;
    }
    const unsigned char *bytes = cursor->at;
    cursor->at += n;
    cursor->rest -= (size_t)n;
    return bytes;
}

static uint64_t big_endian(const unsigned char *bytes, int n)
{
    uint64_t value = 0;
    for (int i = 0; i < n; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* Two's complement of 4 or 8 bytes. */
static int64_t big_endian_signed(const unsigned char *bytes, int n)
{
    uint64_t value = big_endian(bytes, n);
    uint64_t sign = (uint64_t)1 << (8 * n - 1);
    return value & sign ? (int64_t)(value - sign) - (int64_t)(sign - 1) - 1
                        : (int64_t)value;
}

static bool read_header(struct cursor *cursor, struct header *header,
                        struct error *err)
{
    const unsigned char *raw = take(cursor, HEADER_SIZE);
    if (!raw) {
        return error_set(err, "is cut off");
    }
    if (memcmp(raw, "TZif", 4) != 0) {
        return error_set(err, "is not a TZif file");
    }
    const unsigned char *count = raw + 20;
    *header = (struct header){
        .version = raw[4],
        .n_is_ut = (uint32_t)big_endian(count, 4),
        .n_is_standard = (uint32_t)big_endian(count + 4, 4),
        .n_leaps = (uint32_t)big_endian(count + 8, 4),
        .n_times = (uint32_t)big_endian(count + 12, 4),
        .n_types = (uint32_t)big_endian(count + 16, 4),
        .n_chars = (uint32_t)big_endian(count + 20, 4),
    };
    if (header->n_leaps > 0) {
        return error_set(err, "counts leap seconds, which clocks here do not");
    }
    if (header->n_types < 1 || header->n_types > 256 || header->n_chars < 1 ||
        header->n_times > INT32_MAX ||
        (header->n_is_ut > 0 && header->n_is_ut != header->n_types) ||
        (header->n_is_standard > 0 && header->n_is_standard != header->n_types)) {
        return error_set(err, "has impossible counts in its header");
    }
    return true;
}

static uint64_t block_size(const struct header *header, int time_size)
{
    return (uint64_t)header->n_times * (uint64_t)(time_size + 1) +
           (uint64_t)header->n_types * TYPE_SIZE + header->n_chars +
           header->n_is_standard + header->n_is_ut;
}

static bool read_offsets(const struct header *header, const unsigned char *type,
                         int32_t *offset_s, struct error *err)
{
    for (size_t i = 0; i < header->n_types; i++) {
        int64_t offset = big_endian_signed(type + i * TYPE_SIZE, 4);
        if (offset < LEAST_OFFSET_S || offset > MOST_OFFSET_S) {
            return error_set(err, "has an offset from UTC of more than a day");
        }
        offset_s[i] = (int32_t)offset;
    }
    return true;
}

/* Fills zone from a whole block: the caller has checked that it is there. */
static bool read_block(struct arena *arena, const struct header *header,
                       int time_size, const unsigned char *block, struct zone *zone,
                       struct error *err)
{
    size_t n = header->n_times;
    const unsigned char *number = block + n * (size_t)time_size;
    const unsigned char *type = number + n;
    int32_t type_offset_s[256] = {0};
    if (!read_offsets(header, type, type_offset_s, err)) {
        return false;
    }
    int64_t *at_s = arena_new(arena, n, int64_t);
    int32_t *offset_s = arena_new(arena, n, int32_t);
    for (size_t i = 0; i < n; i++) {
        at_s[i] = big_endian_signed(block + i * (size_t)time_size, time_size);
        if (i > 0 && at_s[i] <= at_s[i - 1]) {
            return error_set(err, "has changes of the clock out of order");
        }
        if (number[i] >= header->n_types) {
            return error_set(err, "has a change of the clock to nowhere");
        }
        offset_s[i] = type_offset_s[number[i]];
    }
    zone->n_transitions = (int)n;
    zone->at_s = at_s;
    zone->offset_s = offset_s;
    zone->first_offset_s = type_offset_s[0];
    return true;
}

/* The footer is a line of its own: newline, TZ string, newline. */
static bool read_footer(struct arena *arena, struct cursor *cursor,
                        struct zone *zone, struct error *err)
{
    const unsigned char *newline = take(cursor, 1);
    const unsigned char *end =
        cursor->rest > 0 ? memchr(cursor->at, '\n', cursor->rest) : NULL;
    if (!newline || *newline != '\n' || !end) {
        return error_set(err, "has no footer");
    }
    size_t len = (size_t)(end - cursor->at);
    zone->footer = arena_strndup(arena, (const char *)cursor->at, len);
    if (len == 0) {
        return true;
    }
    struct zone_rule *rule = arena_new(arena, 1, struct zone_rule);
    if (strlen(zone->footer) != len || !zone_rule_parse(zone->footer, rule)) {
        return error_set(err, "has a footer that is no POSIX TZ string");
    }
    zone->rule = rule;
    return true;
}

bool tzif_parse(struct arena *arena, const char *bytes, size_t len,
                struct zone *zone, struct error *err)
{
    struct cursor cursor = {(const unsigned char *)bytes, len};
    struct header header;
    int time_size = 4;
    *zone = (struct zone){.footer = ""};
    if (!read_header(&cursor, &header, err)) {
        return false;
    }
    bool has_footer = header.version >= '2';
    if (has_footer) {
        time_size = 8;
        if (!take(&cursor, block_size(&header, 4))) {
            return error_set(err, "is cut off");
        }
        if (!read_header(&cursor, &header, err)) {
            return false;
        }
    }
    const unsigned char *block = take(&cursor, block_size(&header, time_size));
    if (!block) {
        return error_set(err, "is cut off");
    }
    return read_block(arena, &header, time_size, block, zone, err) &&
           (!has_footer || read_footer(arena, &cursor, zone, err));
}
