#include "io/careful.h"

#include <string.h>

#include "io/careful_names.h"
#include "io/careful_words.h"
#include "io/language_tag.h"
#include "io/time_meant.h"
#include "io/unicode.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

/* A copy with each of the texts in `from` replaced. */
static char *replaced(struct arena *arena, const char *text,
                      const char *const *from, const char *to)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    while (*text) {
        size_t n = 0;
        for (int k = 0; from[k] && n == 0; k++) {
            size_t len = strlen(from[k]);
            n = strncmp(text, from[k], len) == 0 ? len : 0;
        }
        if (n > 0) {
            buf_add_text(&buf, to);
            text += n;
        } else {
            buf_add_char(&buf, *text++);
        }
    }
    return buf.data;
}

/* ";" between the items of a list, whatever stood there. */
static const char *with_semicolons(struct arena *arena, const char *text,
                                   bool also_commas)
{
    static const char *const marks[] = {"、", "；", "\n", NULL};
    static const char *const commas[] = {",", "，", "、", "；", "\n", NULL};
    return replaced(arena, text, also_commas ? commas : marks, ";");
}

/* "第", "n°" and the like in front of a number. */
static const char *behind_mark(const char *text)
{
    static const char *const mark[] = {"第", "n°", "N°", "no.", "No.", "No "};
    for (size_t k = 0; k < sizeof mark / sizeof *mark; k++) {
        size_t len = strlen(mark[k]);
        if (strncmp(text, mark[k], len) == 0) {
            return text + len + strspn(text + len, " ");
        }
    }
    return text;
}

/* "3" for "三"; else NULL. *rest is what stands behind. */
static const char *kanji_digit(const char *text, const char **rest)
{
    static const char *const digit[] = {"一", "二", "三", "四", "五",
                                        "六", "七", "八", "九", "十"};
    static const char *const value[] = {"1", "2", "3", "4", "5",
                                        "6", "7", "8", "9", "10"};
    for (size_t k = 0; k < sizeof digit / sizeof *digit; k++) {
        if (strncmp(text, digit[k], strlen(digit[k])) == 0) {
            *rest = text + strlen(digit[k]);
            return value[k];
        }
    }
    return NULL;
}

/* The length of ",0", as decimals of whole numbers are written. */
static size_t empty_decimals(const char *text)
{
    size_t zeros = *text == ',' ? strspn(text + 1, "0") : 0;
    return zeros > 0 && zeros <= 2 && text[1 + zeros] == '\0' ? 1 + zeros : 0;
}

/* True for a unit behind a number, also as "min.", and for nothing. */
static bool is_unit(struct arena *arena, const char *text)
{
    static const char units[] =
        "位|番|番目|希望|名|人|分|回|件|社|室|部屋|会場|団体|st|nd|rd|th|er|ère|e|"
        "ème|min|mn|minutes|minute|people|personnes|rooms|room|salles|salle|choix|"
        "erchoix|rechoix|èrechoix|echoix|èmechoix|stchoice|ndchoice|rdchoice|"
        "thchoice";
    size_t len = strlen(text);
    bool has_marks = strpbrk(text, ",-+%") != NULL;
    const char *dot = strchr(text, '.');
    has_marks |= dot && (dot == text || dot != text + len - 1);
    return len == 0 ||
           (!has_marks && text_is_one_of(units, unicode_letters(arena, text)));
}

static const char *careful_number(struct arena *arena, const char *text)
{
    const char *at = behind_mark(unicode_compatible(arena, text));
    const char *rest = NULL, *kanji = kanji_digit(at, &rest);
    if (kanji) {
        return is_unit(arena, rest) ? kanji : text;
    }
    size_t digits = strspn(at, "0123456789");
    rest = at + digits;
    rest += empty_decimals(rest);
    return digits > 0 && is_unit(arena, rest) ? arena_strndup(arena, at, digits)
                                              : text;
}

/* "2026年5月19日" for "令和8年5月19日", "R8.5.19" and "令和元年" alike. */
static const char *without_era(struct arena *arena, const char *text)
{
    enum { BEFORE_FIRST = 2018 };
    static const char era[] = "令和", first[] = "元";
    bool is_era = strncmp(text, era, sizeof era - 1) == 0;
    const char *at = text + (is_era ? sizeof era - 1 : *text == 'R');
    size_t digits = strspn(at, "0123456789");
    bool is_first = strncmp(at, first, sizeof first - 1) == 0;
    if (at == text || digits > 2 || (digits == 0 && !is_first)) {
        return text;
    }
    int year = is_first ? 1 : at[0] - '0';
    if (digits == 2) {
        year = year * 10 + at[1] - '0';
    }
    at += is_first ? sizeof first - 1 : digits;
    static const char *const dots[] = {".", NULL};
    return arena_printf(arena, "%d%s", BEFORE_FIRST + year,
                        replaced(arena, at, dots, "/"));
}

/* "2021年5月18日(火) 16時30分" with the marks of other countries. */
static const char *western_time(struct arena *arena, const char *text)
{
    static const char *const slashes[] = {"年", "月", NULL};
    static const char *const colons[] = {"時", NULL};
    static const char *const nothing[] = {"日",   "分",   "(月)", "(火)", "(水)",
                                          "(木)", "(金)", "(土)", "(日)", NULL};
    static const char *const weekdays[] = {"(月)", "(火)", "(水)", "(木)",
                                           "(金)", "(土)", "(日)", NULL};
    static const char *const hours[] = {"時 ", NULL};
    const char *plain = without_era(arena, unicode_compatible(arena, text));
    if (strstr(plain, "時") && !strstr(plain, "分")) {
        plain = replaced(arena, arena_printf(arena, "%s ", plain), hours, ":00 ");
    }
    plain = replaced(arena, plain, weekdays, "");
    plain = replaced(arena, plain, slashes, "/");
    plain = replaced(arena, plain, colons, ":");
    plain = replaced(arena, plain, nothing, "");
    return text_trim(arena, plain, strlen(plain));
}

static const char *careful_time(struct arena *arena, enum cell_kind kind,
                                const char *text)
{
    struct civil civil;
    int64_t instant_s;
    bool fixed;
    bool is_right = kind == CELL_CLOCK ? clock_parse(text) >= 0
                    : kind == CELL_DATE
                        ? civil_parse_date(text, &civil)
                        : civil_parse(text, &civil, &fixed, &instant_s);
    if (is_right) {
        return text;
    }
    const char *western = western_time(arena, text);
    const char *meant = kind == CELL_CLOCK  ? clock_meant(arena, western)
                        : kind == CELL_DATE ? date_meant(arena, western)
                                            : date_time_meant(arena, western);
    return meant ? meant : text;
}

/* The parts between the marks, in compatible form. */
static struct strings parts_between(struct arena *arena, const char *text,
                                    const char *const *marks)
{
    return text_split(
        arena, replaced(arena, unicode_compatible(arena, text), marks, ";"), ';');
}

/* The tag of the language that a text names, or the text. */
static const char *careful_language(struct arena *arena, const char *text)
{
    const char *tag = language_named(unicode_letters(arena, text));
    return tag ? tag : text;
}

/* Each part as a tag, where it is a language. */
static const char *careful_languages(struct arena *arena, const char *text)
{
    static const char *const marks[] = {",",  "、", "，",    "；",   "/", "・",
                                        "\n", "&",  " and ", " et ", NULL};
    struct strings part = parts_between(arena, text, marks);
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < part.n; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ";" : "",
                   careful_language(arena, part.text[k]));
    }
    return buf.data;
}

/* "英語⇔日本語, FR/JA" */
static const char *careful_pairs(struct arena *arena, const char *text)
{
    static const char *const marks[] = {",", "、", "，", "；", "\n", NULL};
    static const char *const arrows[] = {"<->", "<>", "->", "⇔",    "↔",
                                         "→",   "⇄",  "–",  "—",    "/",
                                         "〜",  "~",  "・", "から", NULL};
    struct strings pair = parts_between(arena, text, marks);
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < pair.n; k++) {
        struct strings side =
            text_split(arena, replaced(arena, pair.text[k], arrows, "-"), '-');
        buf_add_text(&buf, k > 0 ? ";" : "");
        for (int i = 0; i < side.n; i++) {
            buf_printf(&buf, "%s%s", i > 0 ? "-" : "",
                       careful_language(arena, side.text[i]));
        }
    }
    return buf.data;
}

static const char *careful_zone(struct arena *arena, const char *text)
{
    static const char *const blanks[] = {" ", NULL};
    const char *zone =
        with_semicolons(arena, unicode_compatible(arena, text), true);
    const char *letters = unicode_letters(arena, zone);
    static const struct {
        const char *names, *zone;
    } known[] = {
        {"東京|日本|日本時間|日本標準時", "Asia/Tokyo"},
        {"パリ|リヨン", "Europe/Paris"},
        {"ブリュッセル", "Europe/Brussels"},
        {"ロンドン", "Europe/London"},
        {"ベルリン", "Europe/Berlin"},
        {"ローマ|ミラノ", "Europe/Rome"},
        {"マドリード", "Europe/Madrid"},
        {"アムステルダム", "Europe/Amsterdam"},
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (text_is_one_of(known[k].names, letters)) {
            return known[k].zone;
        }
    }
    return strchr(zone, '/') ? replaced(arena, zone, blanks, "") : text;
}

/* "10：15〜10：30 休憩" */
static const char *careful_breaks(struct arena *arena, const char *text)
{
    static const char *const dashes[] = {"〜", "~", "–", "—", "から", NULL};
    const char *plain = unicode_compatible(arena, text);
    return replaced(arena, with_semicolons(arena, plain, false), dashes, "-");
}

static const char *careful_code(struct arena *arena, const char *text)
{
    static const char mail[] = "mailto:";
    const char *plain = unicode_compatible(arena, text);
    return plain + (strncmp(plain, mail, strlen(mail)) == 0 ? strlen(mail) : 0);
}

/* Names may have any marks in them, but hardly these. */
static bool is_list_of_ids(const struct heading *heading)
{
    static const char *const field[] = {"also", "after", "participants",
                                        "reserved_for", "audience"};
    for (size_t k = 0; k < sizeof field / sizeof *field; k++) {
        if (strcmp(heading->field, field[k]) == 0) {
            return true;
        }
    }
    return false;
}

const char *careful_text(struct arena *arena, const struct heading *heading,
                         const char *text)
{
    const char *word;
    switch (heading->kind) {
    case CELL_TEXT:
        return text;
    case CELL_PERSON:
        return careful_person(arena, text);
    case CELL_BODY:
        return careful_body(arena, text);
    case CELL_ID:
        return is_list_of_ids(heading) ? with_semicolons(arena, text, false) : text;
    case CELL_WORD:
        word = careful_word(heading, unicode_letters(arena, text));
        if (!word) { /* "○" has no letter */
            word = careful_word(heading, unicode_folded(arena, text));
        }
        return word ? word : text;
    case CELL_NUMBER:
        return careful_number(arena, text);
    case CELL_DATE:
    case CELL_CLOCK:
    case CELL_INSTANT:
        return careful_time(arena, heading->kind, text);
    case CELL_BREAKS:
        return careful_breaks(arena, text);
    case CELL_LANGUAGES:
        return careful_languages(arena, text);
    case CELL_PAIRS:
        return careful_pairs(arena, text);
    case CELL_LIST:
        return with_semicolons(arena, text, true);
    case CELL_ZONE:
        return careful_zone(arena, text);
    case CELL_CODE:
        return careful_code(arena, text);
    }
    return text;
}

enum answer careful_answer(struct arena scratch, const char *text)
{
    static const char *const words[] = {
        [ANSWER_NO] = "no|n|0|false|unavailable|busy|non|indisponible|×|✕|✖|✗|❌|☓|"
                      "不可|参加不可|対応不可|いいえ|ng|-",
        [ANSWER_MAYBE] = "maybe|?|if need be|if needed|(yes)|avoid|peut-être|"
                         "peut-etre|si besoin|△|▲|要相談|たぶん",
        [ANSWER_YES] = "yes|y|1|ok|true|available|free|oui|disponible|○|◯|〇|◎|✓|✔|"
                       "可|可能|参加可|対応可|はい|⭕|o",
    };
    const char *folded = unicode_folded(&scratch, text);
    for (int answer = ANSWER_NO; answer <= ANSWER_YES; answer++) {
        if (text_is_one_of(words[answer], folded)) {
            return (enum answer)answer;
        }
    }
    return ANSWER_UNKNOWN;
}
