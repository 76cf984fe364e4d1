#include "io/unicode.h"

#include "tests/support/check.h"

static const struct {
    const char *text, *compatible, *folded, *letters;
} row[] = {
    {"", "", "", ""},
    {"Gifu  Prefecture ", "Gifu  Prefecture ", "gifu prefecture", "gifuprefecture"},
    {"Ｒ０１", "R01", "r01", "r01"},
    {"ｷﾞﾌｹﾝ", "ギフケン", "ギフケン", "ギフケン"},
    {"㈱アイシン", "(株)アイシン", "(株)アイシン", "株アイシン"},
    {"e\xcc\x81t\xc3\xa9", "été", "été", "été"},
    {"STRASSE straße", "STRASSE straße", "strasse strasse", "strassestrasse"},
    {"岐阜\xe3\x80\x80県", "岐阜 県", "岐阜 県", "岐阜県"},
    {"E-mail*: ", "E-mail*: ", "e-mail*:", "email"},
    {"\xe2\x9c\x94\xef\xb8\x8f", "\xe2\x9c\x94\xef\xb8\x8f", "✔", ""},
    {"№ 1", "No 1", "no 1", "no1"},
};

static const struct {
    const char *text, *words;
    bool has;
} words[] = {
    {"naruto city", "naruto", true},  {"naruto city", "city", true},
    {"naruto city", "uto", false},    {"naruto city", "narut", false},
    {"naruto city", "", false},       {"naruto city", "na", false},
    {"a la carte", "la carte", true}, {"région a", "gion", false},
    {"(city)", "city", true},         {"cities, city", "city", true},
    {"岐阜県庁", "岐阜", true},       {"岐阜県庁", "県", false},
    {"岐阜 office", "岐阜", true},    {"naruto", "naruto city", false},
};

static const struct {
    const char *text;
    uint32_t invisible;
} letters[] = {
    {"", 0},
    {"Gifu 岐阜 é ✔\xef\xb8\x8f", 0},
    {"👩\xe2\x80\x8d🔬", 0}, /* joined */
    {"Gi\xe2\x80\x8b"
     "fu",
     0x200b},
    {"\xef\xbb\xbfid", 0xfeff},
    {"a\xc2\xad", 0xad},
    {"\xe2\x80\x8fx\xe2\x80\x8e", 0x200f},
    {"\xf3\xa0\x81\x81", 0xe0041},
    {"\xe3\x85\xa4", 0x3164},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(unicode_compatible(&arena, row[k].text), row[k].compatible);
        CHECK_TEXT(unicode_folded(&arena, row[k].text), row[k].folded);
        CHECK_TEXT(unicode_letters(&arena, row[k].text), row[k].letters);
    }
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        CHECK(unicode_has_words(words[k].text, words[k].words) == words[k].has);
    }
    for (size_t k = 0; k < sizeof letters / sizeof *letters; k++) {
        CHECK_INT(unicode_find_invisible(letters[k].text), letters[k].invisible);
    }
    arena_finish(&arena);
    return check_report();
}
