#include "io/pseudonym_key.h"

#include <string.h>

#include "io/field_names.h"
#include "io/fields_file.h"
#include "io/json_write.h"
#include "io/value_build.h"

static const char format[] = "matchday-pseudonyms/1";
static const char *const root_names[] = {"format", "names", NULL};
static const char *const row_names[] = {"kind", "pseudonym", "name", NULL};

static void read_row(const struct fields *fields, struct pseudonyms *pseudonyms)
{
    const char *word[N_NAME_KINDS];
    for (int k = 0; k < N_NAME_KINDS; k++) {
        word[k] = name_kind_name((enum name_kind)k);
    }
    int kind = field_word(fields, "kind", word, N_NAME_KINDS, -1);
    const char *alias =
        field_required_text(fields, "pseudonym", "what stands for the name");
    const char *name = field_required_text(fields, "name", "who is behind it");
    if (!field_find(fields, "kind")) {
        field_error(fields, "kind", "is missing; expected what the name is of");
    } else if (kind >= 0 && alias[0] != '\0' && name[0] != '\0' &&
               !pseudonyms_add_known(pseudonyms, (enum name_kind)kind, name,
                                     alias)) {
        field_error(fields, "pseudonym",
                    "'%s' is no pseudonym of this kind; expected the file as "
                    "'anonymise' wrote it",
                    field_shown(fields->arena, alias));
    }
}

static void read_root(const struct fields *root, struct pseudonyms *pseudonyms)
{
    struct fields *row = NULL;
    const char *found =
        field_required_text(root, "format", "\"matchday-pseudonyms/1\"");
    if (found[0] == '\0') {
        return;
    }
    if (strcmp(found, format) != 0) {
        field_error(root, "format", "'%s' is not known; expected '%s'",
                    field_shown(root->arena, found), format);
        return;
    }
    field_names_judge(root_names, root);
    struct field_names names = {.known = row_names};
    int n = field_objects(root, "names", &row);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_row(&row[k], pseudonyms);
    }
    field_names_report(&names);
}

bool pseudonym_key_read(struct arena *arena, const char *path,
                        struct pseudonyms *pseudonyms, struct findings *findings,
                        struct error *err)
{
    struct fields root;
    if (!fields_read_file_if_there(arena, path, "an object with names", &root,
                                   findings, err)) {
        return false;
    }
    if (root.object) {
        read_root(&root, pseudonyms);
    }
    return true;
}

char *pseudonym_key_text(struct arena *arena, const struct pseudonyms *pseudonyms)
{
    struct value root;
    value_init(&root, VALUE_OBJECT);
    value_put_text(arena, &root, "format", format);
    struct value *list = value_put(arena, &root, "names", VALUE_LIST);
    for (enum name_kind kind = 0; kind < N_NAME_KINDS; kind++) {
        const struct pseudonym_list *of = &pseudonyms->list[kind];
        for (int k = 0; k < of->n; k++) {
            struct value *entry = value_push(arena, list, VALUE_OBJECT);
            value_put_text(arena, entry, "kind", name_kind_name(kind));
            value_put_text(arena, entry, "pseudonym", of->pseudonym[k].alias);
            value_put_text(arena, entry, "name", of->pseudonym[k].name);
        }
    }
    return json_file_text(arena, &root);
}
