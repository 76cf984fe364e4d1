/* Only encodings of this list are handed to iconv(): what comes by mail may name any,
 * and some of those that the C library has were good for attacks. */

#include "io/mail_charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

static const struct {
    const char *name, *of_iconv;
} known[] = {
    {"iso-2022-jp", "ISO-2022-JP"}, {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},         {"x-sjis", "CP932"},
    {"windows-31j", "CP932"},       {"cp932", "CP932"},
    {"euc-jp", "EUC-JP"},           {"iso-8859-1", "CP1252"},
    {"iso-8859-2", "ISO-8859-2"},   {"iso-8859-15", "ISO-8859-15"},
    {"windows-1250", "CP1250"},     {"windows-1251", "CP1251"},
    {"windows-1252", "CP1252"},     {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},     {"windows-1257", "CP1257"},
    {"utf-16", "UTF-16"},           {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
};

static const char *find_charset(const char *charset)
{
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (text_equal_nocase(known[k].name, charset)) {
            return known[k].of_iconv;
        }
    }
    return NULL;
}

/* True for UTF-8 that is no ASCII: text in another encoding hardly ever looks so, and
 * what is said of it is often wrong. NUL bytes are of UTF-16. */
static bool is_plain_utf8(const char *text, size_t len)
{
    bool has_high = false;
    for (size_t k = 0; k < len && !has_high; k++) {
        has_high = (unsigned char)text[k] >= 0x80;
    }
    return has_high && !memchr(text, '\0', len) &&
           text_utf8_check(text, len) == len;
}

static void convert(iconv_t converter, const char *text, size_t len,
                    struct buf *buf)
{
    char *from = (char *)text; /* iconv() does not write there */
    size_t left = len;
    while (left > 0) {
        char part[1024], *to = part;
        size_t room = sizeof part;
        size_t result = iconv(converter, &from, &left, &to, &room);
        int why = errno;
        buf_add(buf, part, sizeof part - room);
        if (result == (size_t)-1 && why != E2BIG) {
            buf_add_text(buf, "\xef\xbf\xbd");
            from++;
            left--;
        }
    }
}

char *mail_charset_decode(struct arena *arena, const char *charset,
                          const char *text, size_t *len)
{
    bool has_mark = *len >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 ||
                                  memcmp(text, "\xfe\xff", 2) == 0);
    const char *name = has_mark ? "UTF-16" : find_charset(charset);
    if (is_plain_utf8(text, *len)) {
        return arena_strndup(arena, text, *len);
    }
    iconv_t converter = name ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (converter == (iconv_t)-1) {
        return arena_strndup(arena, text, *len);
    }
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    convert(converter, text, *len, &buf);
    iconv_close(converter);
    *len = buf.len;
    return buf.data;
}
