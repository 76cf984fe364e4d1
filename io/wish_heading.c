/* A heading is taken apart as heading_find() does; what is left of a part without its
 * number must be one of few words. */

#include "io/wish_heading.h"

#include <stdlib.h>
#include <string.h>

#include "io/headings.h"
#include "io/unicode.h"
#include "scheduler/base/text.h"

enum { MOST_RANK = 99 };

/* With # in place of the number; as unicode_letters() makes them. */
static const char patterns[] =
    "wish#|wishes#|wishno#|wishnumber#|wishnr#|#wish|meetingwish#|choice#|choiceno#"
    "|"
    "meetingchoice#|partnerchoice#|preference#|preferredpartner#|#stchoice|#"
    "ndchoice|"
    "#rdchoice|#thchoice|#choice|#stwish|#ndwish|#rdwish|#thwish|#stpreference|"
    "#ndpreference|#rdpreference|#thpreference|"
    "希望#|希望先#|第#希望|第#希望先|面談希望#|面談希望先#|第#面談希望|第#希望団体|"
    "第#希望企業|第#希望相手|希望相手#|商談希望#|商談希望先#|第#商談希望|"
    "vœu#|voeu#|vœun#|voeun#|souhait#|souhaitn#|choix#|choixn#|#erchoix|#rechoix|"
    "#echoix|#èmechoix|#emechoix|#ndchoix|#ervœu|#ervoeu|#evœu|#evoeu|#èmevœu|"
    "#èmevoeu|#emevœu|#emevoeu|#ersouhait|#esouhait|#èmesouhait|#emesouhait|#"
    "souhait|"
    "#vœu|#voeu|#choix";

static const struct {
    const char *word;
    int number;
} words[] = {
    {"first", 1},  {"second", 2},    {"third", 3},     {"fourth", 4},
    {"fifth", 5},  {"sixth", 6},     {"seventh", 7},   {"eighth", 8},
    {"ninth", 9},  {"tenth", 10},    {"premier", 1},   {"deuxième", 2},
    {"second", 2}, {"troisième", 3}, {"quatrième", 4}, {"cinquième", 5},
    {"第一", 1},   {"第二", 2},      {"第三", 3},      {"第四", 4},
    {"第五", 5},   {"第六", 6},      {"第七", 7},      {"第八", 8},
    {"第九", 9},   {"第十", 10},
};

/* "firstchoice" is "1choice", "第一希望" is "第1希望". */
static const char *with_digits(struct arena *arena, const char *letters)
{
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t len = strlen(words[k].word);
        if (strncmp(letters, words[k].word, len) == 0) {
            bool is_japanese = strncmp(words[k].word, "第", strlen("第")) == 0;
            return arena_printf(arena, "%s%d%s", is_japanese ? "第" : "",
                                words[k].number, letters + len);
        }
    }
    return letters;
}

/* The rank that the letters of one part give, 0 if none. */
static int rank_of(struct arena *arena, const char *letters)
{
    const char *text = with_digits(arena, letters);
    size_t before = strcspn(text, "0123456789");
    size_t digits = strspn(text + before, "0123456789");
    long rank = strtol(text + before, NULL, 10);
    if (digits == 0 || digits > 2 || rank < 1 || rank > MOST_RANK) {
        return 0;
    }
    const char *pattern =
        arena_printf(arena, "%.*s#%s", (int)before, text, text + before + digits);
    return text_is_one_of(patterns, pattern) ? (int)rank : 0;
}

/* All parts say the same or nothing; 0 if they do not. */
static int rank_of_parts(struct arena scratch, const char *text, const char *marks)
{
    int found = 0;
    for (char *at = unicode_compatible(&scratch, text); *at;) {
        size_t n = strcspn(at, marks);
        const char *part =
            unicode_letters(&scratch, arena_strndup(&scratch, at, n));
        int rank = rank_of(&scratch, part);
        if (rank > 0 ? found > 0 && rank != found : !heading_says_nothing(part)) {
            return 0;
        }
        found = rank > 0 ? rank : found;
        at += n + (at[n] != '\0');
    }
    return found;
}

int wish_heading_rank(struct arena scratch, const char *text)
{
    int rank = rank_of(&scratch, unicode_letters(&scratch, text));
    if (rank == 0) { /* "Q2. Wish 1": the first number is the question's */
        text = heading_behind_number(text);
        rank = rank_of(&scratch, unicode_letters(&scratch, text));
    }
    if (rank == 0) {
        rank = rank_of_parts(scratch, text, "/|\n");
    }
    return rank > 0 ? rank : rank_of_parts(scratch, text, "/|()[]\n*:");
}
