#include "io/json_findings.h"

#include "io/json_write.h"
#include "io/value_build.h"
#include "scheduler/base/text.h"

static const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_NOTE:
        return "note";
    }
    return "";
}

/* Names of files may be any bytes, and what was refused is quoted; JSON is UTF-8, and
 * may be read on a terminal. */
static void put_some_text(struct arena *arena, struct value *entry, const char *key,
                          const char *text)
{
    value_put_some_text(arena, entry, key, text ? text_told(arena, text) : "");
}

static void put_finding(struct arena *arena, struct value *list,
                        const struct finding *finding)
{
    struct value *entry = value_push(arena, list, VALUE_OBJECT);
    value_put_text(arena, entry, "severity", severity_name(finding->severity));
    put_some_text(arena, entry, "file", finding->place.file);
    put_some_text(arena, entry, "sheet", finding->place.sheet);
    if (finding->place.line > 0) {
        value_put_number(arena, entry, "line", finding->place.line);
    }
    if (finding->place.column > 0) {
        value_put_text(arena, entry, "column",
                       place_column_letters(arena, finding->place.column));
    }
    put_some_text(arena, entry, "field", finding->place.field);
    put_some_text(arena, entry, "text", finding->text);
}

void json_findings_put(struct arena *arena, const struct findings *findings,
                       struct value *root)
{
    value_put_number(arena, root, "errors", findings->n_errors);
    value_put_number(arena, root, "warnings", findings->n_warnings);
    if (findings->n_errors > FINDINGS_MAX_ERRORS) {
        value_put_number(arena, root, "errors_not_listed",
                         findings->n_errors - FINDINGS_MAX_ERRORS);
    }
    struct value *list = value_put(arena, root, "findings", VALUE_LIST);
    for (int k = 0; k < findings->n_findings; k++) {
        put_finding(arena, list, &findings->finding[k]);
    }
}

char *json_findings_text(struct arena *arena, const struct findings *findings)
{
    struct value root;
    value_init(&root, VALUE_OBJECT);
    json_findings_put(arena, findings, &root);
    return json_file_text(arena, &root);
}
