#include "io/language_tag.h"

#include <stddef.h>
#include <string.h>

#include "scheduler/base/buf.h"

/* Japan's and the European Union's, and some of their neighbours' and partners'. */
static const struct {
    const char *tag, *name, *longer;
    const char *country; /* a country's code which is no language's, or NULL */
    const char *others;  /* in other languages: "a|b" */
} language[] = {
    {"ja", "japanese", "jpn", "jp", "日本語|日語|和文|japonais"},
    {"en", "english", "eng", NULL, "英語|英文|anglais"},
    {"fr", "french", "fra", NULL, "fre|フランス語|仏語|français|francais"},
    {"de", "german", "deu", NULL, "deutsch|ger|ドイツ語|独語|allemand"},
    {"es", "spanish", "spa", NULL, "español|スペイン語|西語|espagnol"},
    {"it", "italian", "ita", NULL, "italiano|イタリア語|伊語|italien"},
    {"nl", "dutch", "nld", NULL, "nederlands|オランダ語|néerlandais"},
    {"pt", "portuguese", "por", NULL, "português|ポルトガル語|portugais"},
    {"pl", "polish", "pol", NULL, "polski|ポーランド語|polonais"},
    {"bg", "bulgarian", "bul", NULL, "български|ブルガリア語|bulgare"},
    {"cs", "czech", "ces", "cz", "čeština|チェコ語|tchèque"},
    {"da", "danish", "dan", "dk", "dansk|デンマーク語|danois"},
    {"el", "greek", "ell", "gr", "ελληνικά|ギリシャ語|grec"},
    {"et", "estonian", "est", NULL, "eesti|エストニア語|estonien"},
    {"fi", "finnish", "fin", NULL, "suomi|フィンランド語|finnois"},
    {"ga", "irish", "gle", NULL, "gaeilge|アイルランド語|irlandais"},
    {"hr", "croatian", "hrv", NULL, "hrvatski|クロアチア語|croate"},
    {"hu", "hungarian", "hun", NULL, "magyar|ハンガリー語|hongrois"},
    {"lt", "lithuanian", "lit", NULL, "lietuvių|リトアニア語|lituanien"},
    {"lv", "latvian", "lav", NULL, "latviešu|ラトビア語|letton"},
    {"mt", "maltese", "mlt", NULL, "malti|マルタ語|maltais"},
    {"ro", "romanian", "ron", NULL, "română|ルーマニア語|roumain"},
    {"sk", "slovak", "slk", NULL, "slovenčina|スロバキア語|slovaque"},
    {"sl", "slovenian", "slv", NULL, "slovenščina|スロベニア語|slovène"},
    {"sv", "swedish", "swe", NULL, "svenska|スウェーデン語|suédois"},
    {"no", "norwegian", "nor", NULL, "norsk|ノルウェー語|norvégien"},
    {"zh", "chinese", "zho", "cn", "中国語|中文|chinois"},
    {"ko", "korean", "kor", NULL, "韓国語|coréen"},
};

enum { N_LANGUAGES = sizeof language / sizeof *language };

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char alphanumerics[] = "abcdefghijklmnopqrstuvwxyz0123456789";

static bool is_primary(const char *text, size_t len)
{
    return len >= 2 && len <= 3 && strspn(text, letters) >= len;
}

bool language_is_tag(const char *text)
{
    size_t len = strcspn(text, "-");
    if (!is_primary(text, len)) {
        return false;
    }
    while (text[len] == '-') {
        text += len + 1;
        len = strcspn(text, "-");
        if (len < 1 || len > 8 || strspn(text, alphanumerics) < len) {
            return false;
        }
    }
    return true;
}

const char *language_meant(const char *text)
{
    const char *name[N_LANGUAGES];
    for (int k = 0; k < N_LANGUAGES; k++) {
        const char *country = language[k].country;
        name[k] = language[k].name;
        if (strcmp(text, language[k].longer) == 0 ||
            (country && strcmp(text, country) == 0)) {
            return language[k].tag;
        }
    }
    /* "irish" and the like are never meant by a tag. */
    const char *near =
        language_is_tag(text) ? NULL : near_word(text, name, N_LANGUAGES);
    for (int k = 0; k < N_LANGUAGES; k++) {
        if (name[k] == near) {
            return language[k].tag;
        }
    }
    return NULL;
}

const char *language_named(const char *text)
{
    for (int k = 0; k < N_LANGUAGES; k++) {
        if (strcmp(text, language[k].name) == 0 ||
            strcmp(text, language[k].longer) == 0 ||
            (language[k].country && strcmp(text, language[k].country) == 0) ||
            text_is_one_of(language[k].others, text)) {
            return language[k].tag;
        }
    }
    return NULL;
}

/* What was meant by one part of a text, or NULL. */
typedef const char *meaning(struct arena *arena, const char *text);

static const char *tag_meant(struct arena *arena, const char *text)
{
    const char *meant = language_meant(text);
    (void)arena;
    return meant || !language_is_tag(text) ? meant : text;
}

static const char *pair_meant(struct arena *arena, const char *text)
{
    static const char between[] = "-/>: ";
    size_t len = strcspn(text, between);
    const char *rest = text + len + strspn(text + len, between);
    const char *x = tag_meant(arena, arena_strndup(arena, text, len));
    const char *y = tag_meant(arena, rest);
    bool is_pair = x && y && is_primary(x, strlen(x)) && is_primary(y, strlen(y)) &&
                   strcmp(x, y) != 0;
    return is_pair ? arena_printf(arena, "%s-%s", x, y) : NULL;
}

/* "fr;en" for "french, en", for JSON "fr\", \"en", or NULL if it is no list. */
static const char *list_meant(const struct fields *fields, const char *text,
                              meaning *meant, const char *glue)
{
    static const char *const between[] = {",", ";", "\xe3\x80\x81"};
    struct arena *arena = fields->arena;
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < 3; k++) {
        if (!strstr(text, between[k])) {
            continue;
        }
        for (const char *at = text, *end; at; at = end) {
            end = strstr(at, between[k]);
            size_t len = end ? (size_t)(end - at) : strlen(at);
            const char *part = meant(arena, text_trim(arena, at, len));
            if (!part) {
                return NULL;
            }
            buf_printf(&buf, "%s%s", buf.len > 0 ? glue : "", part);
            end = end ? end + strlen(between[k]) : NULL;
        }
        return buf.data;
    }
    return NULL;
}

/* One text of a list, and the same in small letters without blanks around it. */
struct spelling {
    const char *written, *plain;
};

static struct spelling spelling_of(const struct fields *fields, const char *written)
{
    struct arena *arena = fields->arena;
    return (struct spelling){
        written, text_lower(arena, text_trim(arena, written, strlen(written)))};
}

/* Refuses one text of a member, with what was meant if that can be told. */
static void refuse(const struct fields *fields, const char *key,
                   struct spelling text, meaning *meant)
{
    bool is_cell = field_find(fields, key)->kind == VALUE_CELL;
    const char *shown = field_shown(fields->arena, text.written);
    const char *one = meant(fields->arena, text.plain);
    const char *list =
        list_meant(fields, text.plain, meant, is_cell ? ";" : "\", \"");
    if (list && is_cell) {
        field_error(fields, key,
                    "'%s' is several; expected ';' between them, as in '%s'", shown,
                    list);
    } else if (list) {
        field_error(fields, key,
                    "'%s' is several; expected a text for each, as in [\"%s\"]",
                    shown, list);
    } else if (one) {
        field_error(fields, key,
                    meant == pair_meant
                        ? "'%s' is no pair of languages; did you mean '%s'?"
                        : "'%s' is no language tag; did you mean '%s'?",
                    shown, one);
    } else {
        field_error(fields, key,
                    meant == pair_meant
                        ? "'%s' is no pair of languages; expected two that differ, "
                          "like 'en-ja'"
                        : "'%s' is no language tag; expected one such as 'en', "
                          "'ja' or 'pt-BR'",
                    shown);
    }
}

/* A tag that nobody else uses for the language keeps people apart in silence. */
static void doubt(const struct fields *fields, const char *key, struct spelling tag)
{
    const char *meant = language_meant(tag.plain);
    if (meant) {
        field_warning(fields, key,
                      "'%s' is not the usual tag and counts as a language of its "
                      "own; did you mean '%s'?",
                      tag.written, meant);
    }
}

struct strings field_languages(const struct fields *fields, const char *key)
{
    struct strings tags = field_strings(fields, key);
    int n = 0;
    for (int k = 0; k < tags.n; k++) {
        struct spelling tag = spelling_of(fields, tags.text[k]);
        if (language_is_tag(tag.plain)) {
            doubt(fields, key, tag);
            tags.text[n++] = tag.plain;
        } else {
            refuse(fields, key, tag, tag_meant);
        }
    }
    tags.n = n;
    strings_sort_once(&tags);
    return tags;
}

static bool is_pair(const char *text)
{
    size_t x = strcspn(text, "-"), y = strlen(text) - x;
    return is_primary(text, x) && y > 1 && is_primary(text + x + 1, y - 1) &&
           !(x == y - 1 && strncmp(text, text + x + 1, x) == 0);
}

/* Doubts both languages of a pair. */
static void doubt_pair(const struct fields *fields, const char *key,
                       const char *written)
{
    struct arena *arena = fields->arena;
    const char *text = text_trim(arena, written, strlen(written));
    size_t len = strcspn(text, "-");
    doubt(fields, key, spelling_of(fields, arena_strndup(arena, text, len)));
    doubt(fields, key, spelling_of(fields, text + len + 1));
}

struct strings field_language_pairs(const struct fields *fields, const char *key)
{
    struct strings pairs = field_strings(fields, key);
    int n = 0;
    for (int k = 0; k < pairs.n; k++) {
        struct spelling pair = spelling_of(fields, pairs.text[k]);
        if (is_pair(pair.plain)) {
            doubt_pair(fields, key, pair.written);
            pairs.text[n++] = pair.plain;
        } else {
            refuse(fields, key, pair, pair_meant);
        }
    }
    pairs.n = n;
    strings_sort_once(&pairs);
    return pairs;
}

const char *field_written_language(const struct fields *fields, const char *key)
{
    static const char *const known[] = {"en", "fr", "ja"};
    const char *text = field_text(fields, key);
    const char *tag =
        text_lower(fields->arena, text_trim(fields->arena, text, strlen(text)));
    const char *meant = language_meant(tag);
    size_t len = strcspn(tag, "-");
    for (int k = 0; k < 3 && language_is_tag(tag); k++) {
        if (len == 2 && strncmp(tag, known[k], len) == 0) {
            return known[k];
        }
    }
    if (*tag && meant) {
        field_warning(fields, key, "'%s' is no language tag; did you mean '%s'?",
                      field_shown(fields->arena, text), meant);
    } else if (*tag) {
        field_warning(fields, key,
                      "nothing can be written in '%s'; expected 'en', 'fr' or 'ja'",
                      field_shown(fields->arena, text));
    }
    return "";
}
