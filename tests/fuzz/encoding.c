/* Whatever a table's bytes are and whatever is said of them: they are refused with an
 * error, or there is a text in UTF-8, unless it has a NUL, which its reader refuses; and
 * the text, but for a second byte order mark, is the same when it is written in that
 * encoding and read once more. The first byte says what is
 * asked. */

#include "io/encoding.h"

#include <stdint.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool decode(struct arena *arena, const char *asked, struct file_bytes *text)
{
    struct findings findings;
    bool is_needed = false;
    const struct encodings encodings = {asked, &is_needed};
    findings_init(&findings, arena);
    bool ok = encoding_decode(arena, "f.csv", &encodings, text, &findings);
    insist(ok != findings_has_errors(&findings));
    for (int k = 0; k < findings.n_findings; k++) {
        insist(text_utf8_check(findings.finding[k].text,
                               strlen(findings.finding[k].text)) ==
               strlen(findings.finding[k].text));
    }
    insist(asked || !is_needed);
    return ok;
}

/* What is written in that encoding reads back as what is written so: some letters
 * of one width become those of another. */
static void judge_way_back(struct arena *arena, enum encoding encoding,
                           const struct file_bytes *text)
{
    size_t letter = 0;
    struct file_bytes once = *text;
    if (!encoding_encode(arena, encoding, &once, &letter)) {
        insist(encoding != ENCODING_UTF8 && letter < text->len);
        return;
    }
    struct file_bytes twice = once;
    bool looks_like_utf8 = text_utf8_check(once.bytes, once.len) == once.len;
    if ((encoding == ENCODING_UTF8 || !looks_like_utf8) &&
        decode(arena, encoding_names[encoding], &twice)) {
        insist(encoding_encode(arena, encoding, &twice, &letter));
        insist(twice.len == once.len &&
               memcmp(twice.bytes, once.bytes, once.len) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const asked[] = {NULL, "utf-8", "cp932", "cp1252",
                                        "cp932,f.csv=cp1252"};
    enum { N_ASKED = sizeof asked / sizeof *asked };
    struct arena arena;
    if (size == 0) {
        return 0;
    }
    arena_init(&arena);
    struct file_bytes text = {
        arena_strndup(&arena, (const char *)data + 1, size - 1), size - 1};
    if (decode(&arena, asked[data[0] % N_ASKED], &text)) {
        bool has_mark = text.len >= 3 && memcmp(text.bytes, "\xef\xbb\xbf", 3) == 0;
        bool is_text = !memchr(text.bytes, '\0', text.len);
        insist(!is_text || text_utf8_check(text.bytes, text.len) == text.len);
        for (int k = 0; k < N_ENCODINGS && is_text && !has_mark; k++) {
            judge_way_back(&arena, (enum encoding)k, &text);
        }
    }
    arena_finish(&arena);
    return 0;
}
