/* A text that is not UTF-8 is tried in each encoding that spreadsheets use. A reading
 * fails where a byte stands for nothing: so do a fifth of the bytes of French in CP932,
 * and of Japanese in CP1252 five bytes of which most lines have one. */

#include "io/encoding.h"

#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

const char *const encoding_names[N_ENCODINGS] = {"utf-8", "cp932", "cp1252"};

int encoding_find(const char *name)
{
    static const struct {
        const char *name;
        enum encoding encoding;
    } known[] = {
        {"utf-8", ENCODING_UTF8},        {"utf8", ENCODING_UTF8},
        {"cp932", ENCODING_CP932},       {"ms932", ENCODING_CP932},
        {"windows-31j", ENCODING_CP932}, {"shift_jis", ENCODING_CP932},
        {"shift-jis", ENCODING_CP932},   {"sjis", ENCODING_CP932},
        {"cp1252", ENCODING_CP1252},     {"windows-1252", ENCODING_CP1252},
        {"iso-8859-1", ENCODING_CP1252}, {"latin1", ENCODING_CP1252},
        {"latin-1", ENCODING_CP1252},
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (text_equal_nocase(known[k].name, name)) {
            return (int)known[k].encoding;
        }
    }
    return -1;
}

bool encodings_judge(struct arena scratch, const struct encodings *encodings,
                     struct error *err)
{
    struct strings part =
        text_split(&scratch, encodings->asked ? encodings->asked : "", ',');
    for (int k = 0; k < part.n; k++) {
        const char *equal = strrchr(part.text[k], '=');
        const char *name = equal ? equal + 1 : part.text[k];
        if (encoding_find(name) < 0) {
            return error_set(err,
                             "'%s' is no encoding; expected 'utf-8', 'cp932' or "
                             "'cp1252', for one table 'rooms.csv=cp932'",
                             name);
        }
    }
    return true;
}

/* What was asked of the file, by its name or for all; -1: nothing. */
static int asked_of(struct arena scratch, const struct encodings *encodings,
                    const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *own = slash ? slash + 1 : file;
    struct strings part =
        text_split(&scratch, encodings->asked ? encodings->asked : "", ',');
    int all = -1;
    for (int k = 0; k < part.n; k++) {
        const char *equal = strrchr(part.text[k], '=');
        size_t len = equal ? (size_t)(equal - part.text[k]) : 0;
        if (!equal) {
            all = encoding_find(part.text[k]);
        } else if (strlen(own) == len && memcmp(own, part.text[k], len) == 0) {
            return encoding_find(equal + 1);
        }
    }
    return all;
}

/* All of from as to says; false with the offset of the first byte that stands for
 * nothing, or letter that has no byte. */
static bool convert(struct arena *arena, const char *from, const char *to,
                    const struct file_bytes *bytes, struct file_bytes *result,
                    size_t *fault)
{
    size_t room = 4 * bytes->len + 4, rest = bytes->len, left = room;
    char *out = arena_new(arena, room + 1, char), *at = out;
    char *in = (char *)bytes->bytes; /* iconv() only reads */
    iconv_t conversion = iconv_open(to, from);
    if (conversion == (iconv_t)-1) {
        *fault = 0;
        return false;
    }
    bool ok = iconv(conversion, &in, &rest, &at, &left) != (size_t)-1;
    iconv_close(conversion);
    *fault = bytes->len - rest;
    *at = '\0';
    *result = (struct file_bytes){out, room - left};
    return ok && rest == 0;
}

/* Bytes that an encoding leaves free come out as controls or for private use. */
static bool is_free(uint32_t point)
{
    return (point >= 0x80 && point <= 0xa0) || (point >= 0xe000 && point <= 0xf8ff);
}

static bool has_free(const struct file_bytes *text)
{
    size_t step;
    for (size_t k = 0; k < text->len; k += step) {
        step = text_utf8_length(text->bytes + k, text->len - k);
        if (step == 0 || is_free(text_code_point(text->bytes + k, step))) {
            return true;
        }
    }
    return false;
}

static const char *charset(enum encoding encoding)
{
    static const char *const name[N_ENCODINGS] = {"UTF-8", "CP932", "CP1252"};
    return name[encoding];
}

/* In CP932 0xA0 and some more stand for nothing; in CP1252 0xA0 is a blank. */
static bool read_as(struct arena *arena, enum encoding encoding,
                    const struct file_bytes *bytes, struct file_bytes *text,
                    size_t *fault)
{
    return convert(arena, charset(encoding), "UTF-8", bytes, text, fault) &&
           (encoding != ENCODING_CP932 || !has_free(text));
}

static int line_of(const struct file_bytes *bytes, size_t offset)
{
    int line = 1;
    for (size_t k = 0; k < offset; k++) {
        line += bytes->bytes[k] == '\n' ||
                (bytes->bytes[k] == '\r' && bytes->bytes[k + 1] != '\n');
    }
    return line;
}

/* The word around the byte at that offset. */
static struct file_bytes sample(const struct file_bytes *bytes, size_t at)
{
    static const char ends[] = ",;\t\r\n\"";
    enum { MOST = 24 };
    size_t start = at, end = at;
    while (start > 0 && !strchr(ends, bytes->bytes[start - 1])) {
        start--;
    }
    if (at - start > MOST / 2) {
        start = at; /* not what stands far before it */
    }
    while (end < bytes->len && !strchr(ends, bytes->bytes[end]) &&
           end - start < MOST) {
        end++;
    }
    return (struct file_bytes){bytes->bytes + start, end - start};
}

static const char *shown(struct arena *arena, enum encoding encoding,
                         const struct file_bytes *word)
{
    struct file_bytes text = {.bytes = ""};
    size_t fault;
    convert(arena, charset(encoding), "UTF-8", word, &text, &fault);
    return text.bytes;
}

static bool refuse_both(struct arena *arena, const struct place *place,
                        const struct file_bytes *word, struct findings *findings)
{
    return findings_add(
        findings, SEVERITY_ERROR, *place,
        "is not UTF-8, and could be cp932 ('%s') or cp1252 ('%s'); say which with "
        "--encoding cp932 or --encoding cp1252, or save the file as 'CSV UTF-8'",
        shown(arena, ENCODING_CP932, word), shown(arena, ENCODING_CP1252, word));
}

static bool refuse_byte(const struct place *place, const char *name,
                        unsigned char byte, struct findings *findings)
{
    return findings_add(findings, SEVERITY_ERROR, *place,
                        "the byte 0x%02x is not %s; save the file as 'CSV UTF-8'",
                        byte, name);
}

static bool detect(struct arena *arena, const struct place *place,
                   struct file_bytes *text, size_t bad, struct findings *findings)
{
    const struct file_bytes bytes = *text, word = sample(&bytes, bad);
    struct file_bytes reading[N_ENCODINGS];
    size_t fault;
    bool is_932 =
        read_as(arena, ENCODING_CP932, &bytes, &reading[ENCODING_CP932], &fault);
    bool is_1252 =
        read_as(arena, ENCODING_CP1252, &bytes, &reading[ENCODING_CP1252], &fault);
    if (is_932 && is_1252) {
        return refuse_both(arena, place, &word, findings);
    }
    if (!is_932 && !is_1252) {
        return refuse_byte(place, "UTF-8", (unsigned char)bytes.bytes[bad],
                           findings);
    }
    enum encoding found = is_932 ? ENCODING_CP932 : ENCODING_CP1252;
    findings_add(findings, SEVERITY_NOTE, *place,
                 "is not UTF-8; read as %s, in which this is '%s'; if that is "
                 "wrong, say --encoding, or save the file as 'CSV UTF-8'",
                 encoding_names[found], shown(arena, found, &word));
    *text = reading[found];
    return true;
}

static bool read_as_asked(struct arena *arena, const struct place *place,
                          enum encoding asked, struct file_bytes *text,
                          struct findings *findings)
{
    const struct file_bytes bytes = *text;
    struct place at = *place;
    size_t fault;
    if (read_as(arena, asked, &bytes, text, &fault)) {
        return true;
    }
    fault = fault < bytes.len ? fault : bytes.len - 1;
    at.line = line_of(&bytes, fault);
    return findings_add(
        findings, SEVERITY_ERROR, at,
        "the byte 0x%02x is not %s, which was asked for; expected another "
        "--encoding, or the file saved as 'CSV UTF-8'",
        (unsigned char)bytes.bytes[fault], encoding_names[asked]);
}

/* Takes a byte order mark off; UTF-16 becomes UTF-8. */
static bool take_mark(struct arena *arena, const struct place *place,
                      struct file_bytes *text, struct findings *findings,
                      bool *is_done)
{
    const struct file_bytes bytes = *text;
    bool is_little = bytes.len >= 2 && memcmp(bytes.bytes, "\xff\xfe", 2) == 0;
    bool is_big = bytes.len >= 2 && memcmp(bytes.bytes, "\xfe\xff", 2) == 0;
    *is_done = is_little || is_big;
    if (bytes.len >= 3 && memcmp(bytes.bytes, "\xef\xbb\xbf", 3) == 0) {
        *text = (struct file_bytes){bytes.bytes + 3, bytes.len - 3};
    }
    if (!*is_done) {
        return true;
    }
    const struct file_bytes rest = {bytes.bytes + 2, bytes.len - 2};
    size_t fault;
    if (convert(arena, is_little ? "UTF-16LE" : "UTF-16BE", "UTF-8", &rest, text,
                &fault)) {
        findings_add(findings, SEVERITY_NOTE, *place, "read as UTF-16");
        return true;
    }
    return findings_add(findings, SEVERITY_ERROR, *place,
                        "begins as UTF-16 and is broken behind %zu bytes; save it "
                        "as 'CSV UTF-8'",
                        fault + 2);
}

bool encoding_decode(struct arena *arena, const char *file,
                     const struct encodings *encodings, struct file_bytes *text,
                     struct findings *findings)
{
    struct place place = {.file = file, .line = 1};
    bool is_done;
    if (!take_mark(arena, &place, text, findings, &is_done)) {
        return false;
    }
    size_t bad = text_utf8_check(text->bytes, text->len);
    if (is_done || bad == text->len || memchr(text->bytes, '\0', text->len)) {
        return true; /* a NUL is the reader's to refuse */
    }
    place.line = line_of(text, bad);
    int asked = asked_of(*arena, encodings, file);
    if (asked >= 0 && encodings->is_needed) {
        *encodings->is_needed = true;
    }
    if (asked == ENCODING_UTF8) {
        return refuse_byte(&place, "UTF-8", (unsigned char)text->bytes[bad],
                           findings);
    }
    return asked >= 0
               ? read_as_asked(arena, &place, (enum encoding)asked, text, findings)
               : detect(arena, &place, text, bad, findings);
}

bool encoding_encode(struct arena *arena, enum encoding encoding,
                     struct file_bytes *text, size_t *letter)
{
    const struct file_bytes bytes = *text;
    return encoding == ENCODING_UTF8 ||
           convert(arena, "UTF-8", charset(encoding), &bytes, text, letter);
}
