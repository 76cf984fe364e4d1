/* A workbook is an archive of parts that refer to each other by relations: from the
 * archive to the workbook, from there to its sheets, texts and styles. */

#include <stdlib.h>
#include <string.h>

#include "io/xlsx_parts.h"
#include "scheduler/base/phrase.h"

struct relation {
    const char *id, *type, *target;
};

struct opening {
    struct arena *arena;
    struct xlsx_book *book;
    struct findings *findings;
    const char *folder; /* of the workbook's part, "xl/" */
    struct relation *relation;
    int n_relations, relations_capacity;
    int sheets_capacity, texts_capacity, styles_capacity;
    /* While walking: */
    struct buf item; /* a text of several runs */
    bool in_sounds;  /* how Japanese is pronounced: no part of the text */
    bool in_cell_styles;
    int *format_number;
    const char **format_code;
    int n_formats, numbers_capacity, codes_capacity;
};

static bool refuse(const struct opening *opening, const char *part,
                   const char *reason)
{
    return findings_add(opening->findings, SEVERITY_ERROR,
                        (struct place){.file = opening->book->file},
                        "cannot be read as a workbook: %s %s; save it again as "
                        ".xlsx, or each sheet "
                        "as 'CSV UTF-8'",
                        part, reason);
}

/* Walks over a part; true also where it may be missing and is. */
static bool walk_part(struct opening *opening, const char *part, bool is_required,
                      struct xlsx_walk walk)
{
    char *bytes;
    size_t len;
    const char *refusal;
    walk.data = opening;
    walk.arena = opening->arena;
    if (!xlsx_zip_part(opening->arena, opening->book, part, &bytes, &len,
                       &refusal)) {
        return !refusal && !is_required
                   ? true
                   : refuse(opening, part,
                            refusal ? refusal : phrase("is missing"));
    }
    return xlsx_xml_walk(&walk, bytes, len) || refuse(opening, part, walk.refusal);
}

static bool pass_end(struct xlsx_walk *walk, const char *name)
{
    (void)walk;
    (void)name;
    return true;
}

static const char *kept(const struct opening *opening, const char *text)
{
    return arena_strdup(opening->arena, text ? text : "");
}

static bool start_relation(struct xlsx_walk *walk, const char *name,
                           const char *const *attribute)
{
    struct opening *opening = walk->data;
    if (strcmp(name, "Relationship") != 0) {
        return true;
    }
    opening->relation =
        arena_grow(opening->arena, opening->relation, opening->n_relations,
                   &opening->relations_capacity, sizeof *opening->relation);
    opening->relation[opening->n_relations++] =
        (struct relation){kept(opening, xlsx_xml_attribute(attribute, "Id")),
                          kept(opening, xlsx_xml_attribute(attribute, "Type")),
                          kept(opening, xlsx_xml_attribute(attribute, "Target"))};
    return true;
}

static bool read_relations(struct opening *opening, const char *part)
{
    opening->n_relations = 0;
    return walk_part(opening, part, true,
                     (struct xlsx_walk){.start = start_relation, .end = pass_end});
}

/* "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml" or "/xl/…". */
static const char *full_name(const struct opening *opening, const char *target)
{
    return *target == '/'
               ? target + 1
               : arena_printf(opening->arena, "%s%s", opening->folder, target);
}

/* The part whose relation's type ends in the kind, "sharedStrings", or NULL. */
static const char *find_kind(const struct opening *opening, const char *kind)
{
    for (int k = 0; k < opening->n_relations; k++) {
        const char *slash = strrchr(opening->relation[k].type, '/');
        if (slash && strcmp(slash + 1, kind) == 0) {
            return full_name(opening, opening->relation[k].target);
        }
    }
    return NULL;
}

static const char *find_id(const struct opening *opening, const char *id)
{
    for (int k = 0; id && k < opening->n_relations; k++) {
        if (strcmp(opening->relation[k].id, id) == 0) {
            return full_name(opening, opening->relation[k].target);
        }
    }
    return NULL;
}

static bool is_true(const char *text)
{
    return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

/* The attribute "id" of a sheet is its relation's, "sheetId" its number. */
static bool start_book(struct xlsx_walk *walk, const char *name,
                       const char *const *attribute)
{
    struct opening *opening = walk->data;
    struct xlsx_book *book = opening->book;
    if (strcmp(name, "workbookPr") == 0) {
        book->from_1904 = is_true(xlsx_xml_attribute(attribute, "date1904"));
    }
    if (strcmp(name, "sheet") != 0) {
        return true;
    }
    const char *part = find_id(opening, xlsx_xml_attribute(attribute, "id"));
    if (!part) {
        walk->refusal = phrase("names a sheet that is not there");
        return false;
    }
    book->sheet = arena_grow(opening->arena, book->sheet, book->n_sheets,
                             &opening->sheets_capacity, sizeof *book->sheet);
    book->sheet[book->n_sheets++] = (struct xlsx_sheet){
        kept(opening, xlsx_xml_attribute(attribute, "name")), part};
    return true;
}

static bool start_text(struct xlsx_walk *walk, const char *name,
                       const char *const *attribute)
{
    struct opening *opening = walk->data;
    (void)attribute;
    if (strcmp(name, "si") == 0) {
        buf_clear(&opening->item);
    } else if (strcmp(name, "rPh") == 0) {
        opening->in_sounds = true;
    }
    return true;
}

static bool end_text(struct xlsx_walk *walk, const char *name)
{
    struct opening *opening = walk->data;
    struct strings *text = &opening->book->text;
    if (strcmp(name, "t") == 0 && !opening->in_sounds) {
        buf_add(&opening->item, walk->text.data, walk->text.len);
    } else if (strcmp(name, "rPh") == 0) {
        opening->in_sounds = false;
    } else if (strcmp(name, "si") == 0) {
        text->text = arena_grow(opening->arena, text->text, text->n,
                                &opening->texts_capacity, sizeof *text->text);
        if (opening->item.len > XLSX_MAX_TEXT_BYTES) {
            walk->refusal = phrase("has a text longer than a cell can hold");
            return false;
        }
        text->text[text->n++] = xlsx_clean_text(opening->arena, opening->item.data);
    }
    return true;
}

static int style_of_format(const struct opening *opening, int number)
{
    for (int k = 0; k < opening->n_formats; k++) {
        if (opening->format_number[k] == number) {
            return xlsx_date_format(opening->format_code[k]);
        }
    }
    return xlsx_date_builtin(number);
}

static int number_of(const char *text)
{
    long number = text ? strtol(text, NULL, 10) : 0;
    return number > 0 && number < 1000000 ? (int)number : 0;
}

static void add_format(struct opening *opening, const char *const *attribute)
{
    opening->format_number =
        arena_grow(opening->arena, opening->format_number, opening->n_formats,
                   &opening->numbers_capacity, sizeof *opening->format_number);
    opening->format_code =
        arena_grow(opening->arena, opening->format_code, opening->n_formats,
                   &opening->codes_capacity, sizeof *opening->format_code);
    opening->format_number[opening->n_formats] =
        number_of(xlsx_xml_attribute(attribute, "numFmtId"));
    opening->format_code[opening->n_formats++] =
        kept(opening, xlsx_xml_attribute(attribute, "formatCode"));
}

/* Formats come before the styles that use them. */
static bool start_style(struct xlsx_walk *walk, const char *name,
                        const char *const *attribute)
{
    struct opening *opening = walk->data;
    struct xlsx_book *book = opening->book;
    if (strcmp(name, "numFmt") == 0) {
        add_format(opening, attribute);
    } else if (strcmp(name, "cellXfs") == 0) {
        opening->in_cell_styles = true;
    } else if (strcmp(name, "xf") == 0 && opening->in_cell_styles) {
        book->date_style =
            arena_grow(opening->arena, book->date_style, book->n_styles,
                       &opening->styles_capacity, sizeof *book->date_style);
        book->date_style[book->n_styles++] = (unsigned char)style_of_format(
            opening, number_of(xlsx_xml_attribute(attribute, "numFmtId")));
    }
    return true;
}

static bool end_style(struct xlsx_walk *walk, const char *name)
{
    struct opening *opening = walk->data;
    if (strcmp(name, "cellXfs") == 0) {
        opening->in_cell_styles = false;
    }
    return true;
}

static bool read_book(struct opening *opening)
{
    opening->folder = "";
    if (!read_relations(opening, "_rels/.rels")) {
        return false;
    }
    const char *part = find_kind(opening, "officeDocument");
    if (!part) {
        return refuse(opening, "_rels/.rels", phrase("names no workbook"));
    }
    const char *slash = strrchr(part, '/');
    const char *own = slash ? slash + 1 : part;
    opening->folder = arena_strndup(opening->arena, part, (size_t)(own - part));
    const char *relations =
        arena_printf(opening->arena, "%s_rels/%s.rels", opening->folder, own);
    return read_relations(opening, relations) &&
           walk_part(opening, part, true,
                     (struct xlsx_walk){.start = start_book, .end = pass_end});
}

static bool read_texts_and_styles(struct opening *opening)
{
    const char *texts = find_kind(opening, "sharedStrings");
    const char *styles = find_kind(opening, "styles");
    return (!texts ||
            walk_part(opening, texts, false,
                      (struct xlsx_walk){.start = start_text, .end = end_text})) &&
           (!styles ||
            walk_part(opening, styles, false,
                      (struct xlsx_walk){.start = start_style, .end = end_style}));
}

bool xlsx_open(struct arena *arena, const char *file, const char *bytes, size_t len,
               struct xlsx_book *book, struct findings *findings)
{
    struct opening opening = {.arena = arena, .book = book, .findings = findings};
    struct arena own;
    *book = (struct xlsx_book){.file = file, .bytes = bytes, .len = len};
    arena_init(&own);
    buf_init(&opening.item, &own);
    buf_add_text(&opening.item, "");
    bool ok = read_book(&opening) && read_texts_and_styles(&opening);
    arena_finish(&own);
    return ok;
}
