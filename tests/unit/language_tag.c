#include "io/language_tag.h"

#include "tests/support/check.h"

static const struct {
    const char *text;
    bool is_tag;
} shape[] = {
    {"en", true},          {"fil", true},
    {"pt-br", true},       {"zh-hant-tw", true},
    {"x", false},          {"", false},
    {"engl", false},       {"en-", false},
    {"-en", false},        {"en--gb", false},
    {"EN", false},         {"en_gb", false},
    {"e1", false},         {"en-123456789", false},
    {"en-12345678", true}, {"fr,en", false},
    {"日本", false},       {"en gb", false},
    {"en-g b", false},
};

static const struct {
    const char *text, *meant; /* "" = nothing */
} meaning[] = {
    {"japanese", "ja"}, {"japanse", "ja"}, {"english", "en"}, {"french", "fr"},
    {"dutch", "nl"},    {"irish", "ga"},   {"jp", "ja"},      {"jpn", "ja"},
    {"cz", "cs"},       {"eng", "en"},     {"en", ""},        {"xx", ""},
    {"klingon", ""},    {"", ""},          {"sl", ""},
};

int main(void)
{
    for (size_t k = 0; k < sizeof shape / sizeof *shape; k++) {
        if (!CHECK(language_is_tag(shape[k].text) == shape[k].is_tag)) {
            printf("  '%s'\n", shape[k].text);
        }
    }
    for (size_t k = 0; k < sizeof meaning / sizeof *meaning; k++) {
        const char *meant = language_meant(meaning[k].text);
        CHECK_TEXT(meant ? meant : "", meaning[k].meant);
    }
    return check_report();
}
