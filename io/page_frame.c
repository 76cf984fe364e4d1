#include "io/page_frame.h"

#include <assert.h>
#include <string.h>

#include "io/mail_encode.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/text.h"

/* 'sha256-...' of the bytes, as policies want it. */
static const char *checksum(struct arena *arena, const char *bytes, size_t len)
{
    char hex[DIGEST_HEX_SIZE], raw[DIGEST_HEX_SIZE / 2];
    struct buf buf;
    digest_sha256(bytes, len, hex);
    for (size_t k = 0; k < sizeof raw; k++) {
        raw[k] = (char)(text_hex_digit(hex[2 * k]) * 16 +
                        text_hex_digit(hex[2 * k + 1]));
    }
    buf_init(&buf, arena);
    mail_add_base64(&buf, raw, sizeof raw);
    return arena_printf(arena, "'sha256-%.*s'", (int)strcspn(buf.data, "\r\n"),
                        buf.data);
}

static void add_meta(struct html *html, const char *key, const char *name,
                     const char *content)
{
    html_open(html, "meta");
    html_attr(html, key, name);
    html_attr(html, "content", content);
    html_close(html);
}

static void add_policy(struct html *html, struct arena scratch,
                       const struct page_frame *frame, const struct buf *style)
{
    const char *policy = arena_printf(
        &scratch,
        "default-src 'none'; style-src %s; script-src %s; img-src data:; "
        "base-uri 'none'; form-action 'none'",
        checksum(&scratch, style->data, style->len),
        checksum(&scratch, frame->script.bytes, frame->script.len));
    add_meta(html, "http-equiv", "Content-Security-Policy", policy);
}

static void add_head(struct html *html, struct arena scratch,
                     const struct page_frame *frame)
{
    struct buf style;
    buf_init(&style, &scratch);
    buf_add(&style, frame->style.bytes, frame->style.len);
    buf_add_text(&style, frame->layout);
    html_open(html, "head");
    html_text(html, "\n");
    html_open(html, "meta");
    html_attr(html, "charset", "utf-8");
    html_close(html);
    add_policy(html, scratch, frame, &style);
    add_meta(html, "name", "viewport", "width=device-width, initial-scale=1");
    add_meta(html, "name", "color-scheme", "light dark");
    add_meta(html, "name", "referrer", "no-referrer");
    add_meta(html, "name", "robots", "noindex");
    html_open(html, "title");
    html_text(html, frame->name);
    html_text(html, " – ");
    html_text(html, page_text(frame->kind));
    html_close(html);
    html_open(html, "style");
    html_inline(html, "style", style.data, style.len);
    html_close(html);
    html_close(html);
}

void page_begin(struct html *html, struct arena scratch,
                const struct page_frame *frame)
{
    html_open(html, "html");
    html_attr(html, "lang", "en");
    if (frame->is_large) {
        html_attr(html, "class", "list");
        html_flag(html, "data-large");
    }
    html_text(html, "\n");
    add_head(html, scratch, frame);
    html_open(html, "body");
    html_text(html, "\n");
    html_open(html, "a");
    html_attr(html, "class", "skip");
    html_link(html, "", "content");
    page_text_content(html, frame->skip);
    html_close(html);
    html_text(html, "\n");
}

void page_heading(struct html *html, const struct page_frame *frame)
{
    page_text_leaf(html, "p", "kind", frame->kind);
    page_name_leaf(html, "h1", NULL, frame->name, frame->name_ja);
}

void page_language_choice(struct html *html)
{
    static const struct {
        const char *tag, *name;
    } language[N_LANGUAGES] = {
        {"en", "English"}, {"ja", "日本語"}, {"fr", "Français"}};
    html_open(html, "div");
    html_attr(html, "class", "languages");
    html_attr(html, "role", "group");
    page_text_label(html, PAGE_LANGUAGE);
    html_flag(html, "hidden");
    for (int k = 0; k < N_LANGUAGES; k++) {
        html_open(html, "button");
        html_attr(html, "type", "button");
        html_attr(html, "lang", language[k].tag);
        html_attr(html, "data-language", language[k].tag);
        html_attr(html, "aria-pressed", k == 0 ? "true" : "false");
        html_text(html, language[k].name);
        html_close(html);
    }
    html_close(html);
}

void page_end(struct html *html, struct arena scratch,
              const struct page_frame *frame)
{
    page_texts_write(html, scratch, frame->end_of_texts);
    html_open(html, "script");
    html_inline(html, "script", frame->script.bytes, frame->script.len);
    html_close(html);
    html_close(html); /* body */
    html_close(html); /* html */
    html_end(html);
}

/* Kana and Chinese characters: in events that this program is for, Japanese. */
static bool is_japanese(const char *text)
{
    size_t len = strlen(text);
    for (size_t k = 0, n; k<len; k += n> 0 ? n : 1) {
        n = text_utf8_length(text + k, len - k);
        uint32_t point = n > 0 ? text_code_point(text + k, n) : 0;
        if ((point >= 0x3040 && point < 0x3100) ||
            (point >= 0x4E00 && point < 0xA000)) {
            return true;
        }
    }
    return false;
}

void page_name_content(struct html *html, const char *name, const char *name_ja)
{
    if (is_japanese(name)) {
        html_attr(html, "lang", "ja");
    }
    if (name_ja[0] != '\0' && strcmp(name, name_ja) != 0) {
        html_attr(html, "data-ja", name_ja);
    }
    html_text(html, name);
}

void page_name_leaf(struct html *html, const char *element, const char *class,
                    const char *name, const char *name_ja)
{
    html_open(html, element);
    if (class) {
        html_attr(html, "class", class);
    }
    page_name_content(html, name, name_ja);
    html_close(html);
}
