#include "io/fields_file.h"

#include <errno.h>
#include <sys/stat.h>

#include "io/file.h"
#include "io/json_value.h"

bool fields_read_file(struct arena *arena, const char *path, const char *expected,
                      struct fields *fields, struct findings *findings,
                      struct error *err)
{
    char *text;
    size_t len;
    struct value *root = arena_new(arena, 1, struct value);
    *fields = (struct fields){.arena = arena, .findings = findings};
    if (!file_read(arena, path, &text, &len, err)) {
        return false;
    }
    fields->place.file = arena_strdup(arena, path);
    if (!json_parse_value(arena, fields->place.file, text, len, root, findings)) {
        return true;
    }
    fields->place.line = root->line;
    if (root->kind == VALUE_OBJECT) {
        fields->object = root;
    } else {
        findings_add(findings, SEVERITY_ERROR, fields->place,
                     "found %s; expected %s", value_kind_name(root->kind),
                     expected);
    }
    return true;
}

bool fields_read_file_if_there(struct arena *arena, const char *path,
                               const char *expected, struct fields *fields,
                               struct findings *findings, struct error *err)
{
    struct stat status;
    *fields = (struct fields){.arena = arena, .findings = findings};
    return (stat(path, &status) != 0 && errno == ENOENT) ||
           fields_read_file(arena, path, expected, fields, findings, err);
}
