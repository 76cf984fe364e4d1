#include "io/page_texts.h"

#include <string.h>

#include "scheduler/base/buf.h"

static const struct page_text_row *row_of(enum page_text id)
{
    return id < N_PROGRAMME_TEXTS  ? &page_texts_programme[id]
           : id < N_RUNSHEET_TEXTS ? &page_texts_runsheet[id - N_PROGRAMME_TEXTS]
                                   : &page_texts_report[id - N_RUNSHEET_TEXTS];
}

const char *page_text(enum page_text id)
{
    return row_of(id)->text[LANGUAGE_EN];
}

const char *page_text_in(enum language language, enum page_text id)
{
    return row_of(id)->text[language];
}

const char *page_text_key(enum page_text id)
{
    return row_of(id)->key;
}

void page_text_content(struct html *html, enum page_text id)
{
    html_attr(html, "data-t", row_of(id)->key);
    html_text(html, page_text(id));
}

void page_text_label(struct html *html, enum page_text id)
{
    html_attr(html, "aria-label", page_text(id));
    html_attr(html, "data-t-label", row_of(id)->key);
}

void page_text_placeholder(struct html *html, enum page_text id)
{
    html_attr(html, "placeholder", page_text(id));
    html_attr(html, "data-t-placeholder", row_of(id)->key);
}

void page_text_leaf(struct html *html, const char *name, const char *class,
                    enum page_text id)
{
    html_open(html, name);
    if (class) {
        html_attr(html, "class", class);
    }
    page_text_content(html, id);
    html_close(html);
}

void page_text_filled(struct html *html, struct arena scratch, const char *name,
                      const char *class, enum page_text id,
                      const char *const *value)
{
    struct buf buf;
    html_open(html, name);
    if (class) {
        html_attr(html, "class", class);
    }
    html_attr(html, "data-t", page_text_key(id));
    for (int k = 0; value[k]; k++) {
        static const char *const attribute[] = {"data-1", "data-2", "data-3"};
        html_attr(html, attribute[k], value[k]);
    }
    buf_init(&buf, &scratch);
    texts_fill_pattern(&buf, page_text(id), value);
    html_text(html, buf.data);
    html_close(html);
}

void page_texts_write(struct html *html, struct arena scratch, int end)
{
    struct buf buf;
    buf_init(&buf, &scratch);
    buf_add_char(&buf, '{');
    for (int id = 0; id < end; id++) {
        const struct page_text_row *row = row_of((enum page_text)id);
        buf_add_text(&buf, id > 0 ? ",\n" : "\n");
        html_add_json(&buf, row->key);
        for (int k = 0; k < N_LANGUAGES; k++) {
            buf_add_text(&buf, k == 0 ? ":[" : ",");
            html_add_json(&buf, row->text[k]);
        }
        buf_add_char(&buf, ']');
    }
    buf_add_text(&buf, "\n}\n");
    html_open(html, "script");
    html_attr(html, "type", "application/json");
    html_attr(html, "id", "texts");
    html_inline(html, "script", buf.data, buf.len);
    html_close(html);
}
