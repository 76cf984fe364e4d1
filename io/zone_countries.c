#include "io/zone_countries.h"

#include <stdlib.h>
#include <string.h>

#include "io/file.h"
#include "io/unicode.h"

/* The lines of a table beside the zones, none if it is not there. */
static struct strings read_lines(struct arena *arena, const char *name)
{
    const char *folder = getenv("TZDIR");
    struct error ignored;
    char *text;
    size_t len;
    const char *path = file_path(
        arena, folder && folder[0] ? folder : "/usr/share/zoneinfo", name);
    if (!file_read(arena, path, &text, &len, &ignored)) {
        return (struct strings){NULL, 0};
    }
    return text_split(arena, text, '\n');
}

/* Lines are "FR\t+4852+00220\tEurope/Paris", perhaps with a comment behind. The field,
 * or NULL of a comment and of a line without. */
static const char *field_of(struct arena *arena, const char *line, int k)
{
    struct strings field = text_split(arena, line, '\t');
    return line[0] != '#' && field.n > k ? field.text[k] : NULL;
}

static const char *code_of(struct arena *arena, const char *line)
{
    return arena_strndup(arena, line, strnlen(line, 2));
}

const char *zone_country(struct arena *arena, const char *zone)
{
    struct arena scratch = *arena;
    struct strings line = read_lines(&scratch, "zone.tab");
    for (int k = 0; k < line.n; k++) {
        struct arena row = scratch;
        const char *found = field_of(&row, line.text[k], 2);
        if (found && strcmp(found, zone) == 0) {
            char code[3] = "";
            strncat(code, line.text[k], 2);
            return arena_strdup(arena, code);
        }
    }
    return "";
}

/* What the table does not say, as letters alone. */
static const char *code_known(const char *letters)
{
    static const struct {
        const char *names, *code;
    } known[] = {
        {"日本|japon|jpn", "JP"},
        {"フランス|fra", "FR"},
        {"ドイツ|allemagne|deutschland|deu", "DE"},
        {"イタリア|italie|italia|ita", "IT"},
        {"スペイン|espagne|españa|esp", "ES"},
        {"ポルトガル", "PT"},
        {"ベルギー|belgique|belgië", "BE"},
        {"オランダ|paysbas|nederland|thenetherlands", "NL"},
        {"オーストリア|autriche|österreich", "AT"},
        {"スイス|suisse|schweiz", "CH"},
        {"ポーランド|pologne|polska", "PL"},
        {"フィンランド|finlande|suomi", "FI"},
        {"スウェーデン|suède|sverige", "SE"},
        {"デンマーク|danemark|danmark", "DK"},
        {"アイルランド|irlande", "IE"},
        {"ギリシャ|grèce", "GR"},
        {"チェコ|tchéquie|czechrepublic", "CZ"},
        {"スロバキア|slovaquie", "SK"},
        {"スロベニア|slovénie", "SI"},
        {"ハンガリー|hongrie", "HU"},
        {"ルーマニア|roumanie", "RO"},
        {"イギリス|英国|uk|unitedkingdom|royaumeuni|greatbritain", "GB"},
        {"アメリカ|米国|usa|unitedstatesofamerica|étatsunis", "US"},
        {"韓国|southkorea|corée|coréedusud", "KR"},
        {"中国|chine", "CN"},
        {"台湾", "TW"},
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (text_is_one_of(known[k].names, letters)) {
            return known[k].code;
        }
    }
    return NULL;
}

const char *country_code(struct arena *arena, const char *text)
{
    struct arena scratch = *arena;
    const char *letters = unicode_letters(&scratch, text);
    const char *known = code_known(letters);
    if (known) {
        return known;
    }
    struct strings line = read_lines(&scratch, "iso3166.tab");
    for (int k = 0; k < line.n && *letters; k++) {
        struct arena row = scratch;
        const char *name = field_of(&row, line.text[k], 1);
        if (name && (strcmp(unicode_letters(&row, name), letters) == 0 ||
                     text_equal_nocase(code_of(&row, line.text[k]), letters))) {
            char code[3] = "";
            strncat(code, line.text[k], 2);
            return arena_strdup(arena, code);
        }
    }
    return "";
}

struct strings country_zones(struct arena *arena, const char *code)
{
    enum { MOST = 64 }; /* twice as many as the largest has */
    struct arena own;
    struct strings zones = {arena_new(arena, MOST, const char *), 0};
    arena_init(&own);
    struct strings line = read_lines(&own, "zone.tab");
    for (int k = 0; k < line.n && *code && zones.n < MOST; k++) {
        const char *zone = field_of(&own, line.text[k], 2);
        if (zone && strcmp(code_of(&own, line.text[k]), code) == 0) {
            zones.text[zones.n++] = arena_strdup(arena, zone);
        }
    }
    arena_finish(&own);
    return zones;
}
