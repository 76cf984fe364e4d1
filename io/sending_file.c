#include "io/sending_file.h"

#include <string.h>

#include "io/field_names.h"
#include "io/fields_file.h"
#include "io/json_schedule.h"
#include "io/json_write.h"
#include "io/schedule_read.h"
#include "io/value_build.h"

static const char format[] = "matchday-sending/1";

static void fill_mail(struct arena *arena, struct value *row, const void *of, int k)
{
    const struct half_sent *half = of;
    const struct planned_mail *mail = &half->mail[k];
    bool is_interpreter = mail->participant_id[0] == '\0';
    value_put_text(arena, row, "message_id", mail->message_id);
    value_put_text(arena, row, is_interpreter ? "interpreter" : "participant",
                   is_interpreter ? mail->who : mail->participant_id);
    if (!is_interpreter) {
        value_put_text(arena, row, "to", mail->who);
    }
    if (mail->uid) {
        value_put_text(arena, row, "uid", mail->uid);
    }
}

char *sending_file_text(struct arena *arena, const struct half_sent *half)
{
    struct arena scratch;
    struct sink sink;
    struct json_file file;
    struct value head;
    arena_init(&scratch);
    sink_init(&sink, arena, NULL, NULL);
    json_file_begin(&file, &sink);
    value_init(&head, VALUE_OBJECT);
    value_put_text(&scratch, &head, "format", format);
    value_put_text(&scratch, &head, "name", half->name);
    for (int k = 0; k < head.n_items; k++) {
        json_file_add(&file, &head.item[k]);
    }
    json_file_add_rows(&file, scratch, "mails", half->n_mails, fill_mail, half);
    json_file_add_text(&file, "schedule",
                       json_schedule_text(&scratch, half->after));
    json_file_end(&file);
    arena_finish(&scratch);
    return sink.buf.data;
}

static void read_mail(const struct fields *fields, struct planned_mail *mail)
{
    const char *interpreter = field_text(fields, "interpreter");
    bool is_interpreter = interpreter[0] != '\0';
    const char *uid = field_text(fields, "uid");
    *mail = (struct planned_mail){
        .message_id = field_required_text(fields, "message_id", "that of a mail"),
        .participant_id = is_interpreter
                              ? ""
                              : field_required_text(fields, "participant", "an id"),
        .who = is_interpreter ? interpreter
                              : field_required_text(fields, "to", "an address"),
        .uid = uid[0] != '\0' ? uid : NULL,
    };
}

static void read_root(const struct fields *root, struct half_sent *half,
                      struct schedule *after)
{
    static const char *const known[] = {"format", "name", "mails", "schedule",
                                        NULL};
    static const char *const of_mail[] = {
        "message_id", "participant", "interpreter", "to", "uid", NULL};
    struct field_names names = {.known = of_mail};
    struct fields *row;
    const char *found = field_required_text(root, "format", "'matchday-sending/1'");
    if (found[0] != '\0' && strcmp(found, format) != 0) {
        field_error(root, "format", "found '%s'; expected '%s', as 'send' wrote it",
                    field_shown(root->arena, found), format);
        return;
    }
    field_names_judge(known, root);
    half->name = field_required_text(root, "name", "the name of a sending");
    half->n_mails = field_objects(root, "mails", &row);
    half->mail = arena_new(root->arena, half->n_mails, struct planned_mail);
    for (int k = 0; k < half->n_mails; k++) {
        field_names_check(&names, &row[k]);
        read_mail(&row[k], &half->mail[k]);
    }
    field_names_report(&names);
    const struct value *schedule = field_find(root, "schedule");
    if (!schedule) {
        field_missing(root, "schedule", "the schedule that is sent");
        return;
    }
    schedule_from_value(root->arena, root->place.file, schedule, after,
                        root->findings);
}

bool sending_file_read(struct arena *arena, const char *path,
                       struct half_sent *half, struct findings *findings,
                       struct error *err)
{
    struct fields root;
    struct schedule *after = arena_new(arena, 1, struct schedule);
    *half = (struct half_sent){.name = "", .after = after};
    if (!fields_read_file(arena, path, "an object, as 'send' wrote it", &root,
                          findings, err)) {
        return false;
    }
    if (root.object) {
        read_root(&root, half, after);
    }
    return true;
}
