/* A name is cut into runs of letters and digits. Runs that are a legal form, or a title,
 * fall off at either end; in writing without blanks they stick to the name, and are cut
 * off the run. */

#include "io/name_core.h"

#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/text.h"

/* As runs of their own. */
static const char forms[] =
    "株式会社|有限会社|合同会社|合資会社|合名会社|株|有|同|"
    "一般社団法人|公益社団法人|一般財団法人|公益財団法人|社団法人|財団法人|"
    "独立行政法人|国立大学法人|学校法人|特定非営利活動法人|npo法人|一社|公社|"
    "一財|公財|独|御中|様|殿|co|company|corp|corporation|inc|incorporated|ltd|"
    "limited|llc|llp|plc|kk|gmbh|ag|kg|ug|ev|sa|sas|sasu|sarl|eurl|snc|spa|srl|bv|"
    "nv|oy|oyj|ab|as|aps|sl|lda";

/* Which may also stick to a name. */
static const char *const stuck[] = {
    "株式会社",           "有限会社",     "合同会社",     "合資会社",
    "合名会社",           "一般社団法人", "公益社団法人", "一般財団法人",
    "公益財団法人",       "社団法人",     "財団法人",     "独立行政法人",
    "国立大学法人",       "学校法人",     "御中",         "様",
    "特定非営利活動法人", "npo法人"};

enum { MOST_RUNS = 32 };

static struct strings runs_of(struct arena *arena, const char *folded)
{
    struct strings runs = {arena_new(arena, MOST_RUNS, const char *), 0};
    size_t rest = strlen(folded), begin = 0, at = 0;
    while (runs.n < MOST_RUNS && begin < rest) {
        const char *letters = "";
        size_t step = 0;
        if (at < rest) {
            step = text_utf8_length(folded + at, rest - at);
            step = step > 0 ? step : 1;
            letters =
                unicode_letters(arena, arena_strndup(arena, folded + at, step));
        }
        if (*letters) {
            at += step;
            continue;
        }
        if (at > begin) {
            runs.text[runs.n++] = arena_strndup(arena, folded + begin, at - begin);
        }
        begin = at = at + step;
        if (step == 0) {
            break;
        }
    }
    return runs;
}

/* The run without what sticks to it, as long as something is left. */
static const char *unstuck(struct arena *arena, const char *run)
{
    for (size_t k = 0; k < sizeof stuck / sizeof *stuck; k++) {
        size_t len = strlen(stuck[k]), all = strlen(run);
        if (all <= len) {
            continue;
        }
        if (strncmp(run, stuck[k], len) == 0) {
            return unstuck(arena, run + len);
        }
        if (strcmp(run + all - len, stuck[k]) == 0) {
            return unstuck(arena, arena_strndup(arena, run, all - len));
        }
    }
    return run;
}

char *name_core(struct arena *arena, const char *folded)
{
    struct strings runs = runs_of(arena, folded);
    int first = 0, end = runs.n;
    while (first < end && text_is_one_of(forms, runs.text[first])) {
        first++;
    }
    while (end > first && text_is_one_of(forms, runs.text[end - 1])) {
        end--;
    }
    char *core = arena_strdup(arena, "");
    for (int k = first; k < end; k++) {
        core = arena_printf(arena, "%s%s", core, unstuck(arena, runs.text[k]));
    }
    return core;
}
