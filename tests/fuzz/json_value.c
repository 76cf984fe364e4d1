/* Whatever the bytes are: either there is an error with a line, or there is a tree
 * whose lines rise in the order of the text. */

#include "io/json_value.h"

#include <stdint.h>
#include <string.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge(const struct value *value, int depth, int *line)
{
    insist(depth <= JSON_MAX_DEPTH && value->line >= *line);
    *line = value->line;
    if (value->kind == VALUE_TEXT) {
        size_t len = strlen(value->text);
        insist(text_utf8_check(value->text, len) == len);
    }
    for (int i = 0; i < value->n_items; i++) {
        const struct value *item = &value->item[i];
        insist((value->kind == VALUE_OBJECT) == (item->key != NULL));
        judge(item, depth + 1, line);
    }
}

static void judge_findings(const struct findings *findings)
{
    for (int i = 0; i < findings->n_findings; i++) {
        insist(findings->finding[i].place.line >= 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct findings findings;
    struct value root;
    arena_init(&arena);
    findings_init(&findings, &arena);
    bool ok =
        json_parse_value(&arena, "f", (const char *)data, size, &root, &findings);
    insist(ok != findings_has_errors(&findings));
    judge_findings(&findings);
    if (ok) {
        int line = 1;
        judge(&root, 0, &line);
    }
    arena_finish(&arena);
    return 0;
}
