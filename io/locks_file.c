#include "io/locks_file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/event_tables.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/json_value.h"
#include "io/output.h"
#include "io/output_list.h"
#include "io/value.h"
#include "io/xlsx_read.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

static const char new_name[] = "locks.csv";
static const char new_header[] = "participants,topic,slot,room,kind\n";

/* event.json with the name of the table in front of all else that it has. */
static void name_table(struct arena *arena, struct locks_file *file,
                       const char *text, size_t len)
{
    const char *brace = memchr(text, '{', len);
    size_t head = brace ? (size_t)(brace - text) + 1 : 0;
    size_t blanks = strspn(text + head, " \t\r\n");
    bool has_lines = memchr(text + head, '\n', blanks) != NULL;
    struct buf buf;
    buf_init(&buf, arena);
    buf_add(&buf, text, head);
    if (has_lines) {
        buf_add(&buf, text + head, blanks);
    }
    buf_printf(&buf, "\"locks\": \"%s\",", new_name);
    if (!has_lines && blanks == 0) {
        buf_add_char(&buf, ' ');
    }
    buf_add(&buf, text + head, len - head);
    file->event_text = buf.data;
    file->event_len = buf.len;
}

/* Behind the string that begins at the quote. */
static size_t skip_string(const char *text, size_t at)
{
    for (at++; text[at] != '"'; at++) {
        at += text[at] == '\\';
    }
    return at + 1;
}

/* Where the value of the member "locks" begins in the text of an event, which is
 * whole; 0 if the name is written in another way. */
static size_t find_value(const char *text, size_t len)
{
    static const char blanks[] = " \t\r\n", name[] = "\"locks\"";
    int depth = 0;
    for (size_t at = 0, next; at < len; at = next) {
        next = at + 1;
        depth += text[at] == '{' || text[at] == '[';
        depth -= text[at] == '}' || text[at] == ']';
        if (text[at] == '"') {
            next = skip_string(text, at);
            size_t colon = next + strspn(text + next, blanks);
            if (depth == 1 && text[colon] == ':' && next - at == strlen(name) &&
                memcmp(text + at, name, next - at) == 0) {
                return colon + 1 + strspn(text + colon + 1, blanks);
            }
        }
    }
    return 0;
}

/* event.json with the name of the table in place of a value that says nothing. */
static bool fill_in_table(struct arena *arena, struct locks_file *file,
                          const char *text, size_t len)
{
    struct buf buf;
    size_t at = find_value(text, len);
    if (at == 0) {
        return false;
    }
    size_t value_len = text[at] == '[' ? strcspn(text + at, "]") + 1
                                       : strlen(text[at] == '"' ? "\"\"" : "null");
    buf_init(&buf, arena);
    buf_add(&buf, text, at);
    buf_printf(&buf, "\"%s\"", new_name);
    buf_add(&buf, text + at + value_len, len - at - value_len);
    file->event_text = buf.data;
    file->event_len = buf.len;
    return true;
}

static bool is_empty(const struct value *value)
{
    return value->kind == VALUE_NULL ||
           (value->kind == VALUE_LIST && value->n_items == 0) ||
           (value->kind == VALUE_TEXT && value->text[0] == '\0');
}

static bool make_new(struct arena *arena, const struct event *event,
                     struct locks_file *file, struct findings *findings)
{
    struct stat status;
    file->path = folder_beside(arena, event->file, new_name);
    file->is_new = true;
    if (lstat(file->path, &status) == 0) {
        return findings_add(
            findings, SEVERITY_ERROR, (struct place){.file = event->file},
            "%s is there, and this event does not name it; expected \"locks\": "
            "\"%s\" in the event, or no such file; name it or move it away",
            file->path, new_name);
    }
    csv_edit_init(&file->edit, arena, LIST_LOCKS, new_header,
                  sizeof new_header - 1);
    return true;
}

static bool refuse_inline(const struct event *event, const struct value *locks,
                          struct findings *findings)
{
    return findings_add(
        findings, SEVERITY_ERROR,
        (struct place){.file = event->file, .line = locks->line, .field = "locks"},
        "the locks stand in the event itself, where only you can change them; "
        "expected the name of a table; move them into %s, with the columns "
        "request, participants, topic, slot, room, kind, and write \"locks\": "
        "\"%s\"",
        new_name, new_name);
}

static bool read_table(struct arena *arena, const char *path,
                       struct locks_file *file, struct findings *findings,
                       struct error *err)
{
    char *text;
    size_t len;
    file->path = path;
    if (!file_read(arena, file->path, &text, &len, err)) {
        return false;
    }
    if (len >= 2 && memcmp(text, "PK", 2) == 0) {
        findings_add(findings, SEVERITY_ERROR, (struct place){.file = file->path},
                     "is a workbook, which only you can change; expected a CSV "
                     "file; save the locks as %s",
                     new_name);
        return true;
    }
    if (text_utf8_check(text, len) < len) {
        findings_add(findings, SEVERITY_ERROR, (struct place){.file = file->path},
                     "is not UTF-8, so that only you can change it; expected a CSV "
                     "file saved as 'CSV UTF-8'");
        return true;
    }
    csv_edit_init(&file->edit, arena, LIST_LOCKS, text, len);
    return true;
}

static bool refuse_book(const char *file, struct findings *findings)
{
    return findings_add(
        findings, SEVERITY_ERROR, (struct place){.file = file},
        "is a workbook, which only you can change; expected the lock "
        "in its sheet 'Locks', in the columns participants, topic, "
        "slot, room, kind");
}

/* Beside event.csv the table needs no name. */
static bool read_beside(struct arena *arena, const struct event *event,
                        struct locks_file *file, struct findings *findings,
                        struct error *err)
{
    const char *folder = folder_of(arena, event->file);
    const char *path = event_tables_find(arena, folder, LIST_LOCKS);
    if (path) {
        return read_table(arena, path, file, findings, err);
    }
    file->path = file_path(arena, folder, new_name);
    csv_edit_init(&file->edit, arena, LIST_LOCKS, new_header,
                  sizeof new_header - 1);
    return true;
}

bool locks_file_read(struct arena *arena, const struct event *event,
                     struct locks_file *file, struct findings *findings,
                     struct error *err)
{
    char *text;
    size_t len;
    struct value root;
    *file = (struct locks_file){.event_path = event->file};
    if (!file_read(arena, event->file, &text, &len, err)) {
        return false;
    }
    if (xlsx_is_archive(text, len)) {
        refuse_book(event->file, findings);
        return true;
    }
    if (text_ends_with(event->file, ".csv")) {
        return read_beside(arena, event, file, findings, err);
    }
    if (!json_parse_value(arena, event->file, text, len, &root, findings)) {
        return true;
    }
    const struct value *locks = value_find(&root, "locks");
    if (!locks) {
        name_table(arena, file, text, len);
        make_new(arena, event, file, findings);
        return true;
    }
    if (is_empty(locks) && fill_in_table(arena, file, text, len)) {
        make_new(arena, event, file, findings);
        return true;
    }
    if (locks->kind != VALUE_TEXT || locks->text[0] == '\0') {
        refuse_inline(event, locks, findings);
        return true;
    }
    return read_table(arena, folder_beside(arena, event->file, locks->text), file,
                      findings, err);
}

static const char *joined(struct arena *arena, const struct strings *ids)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < ids->n; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ";" : "", ids->text[k]);
    }
    return buf.data;
}

/* By participants, unless the table has only a column for requests. */
static void name_meeting(struct csv_edit *edit, int line,
                         const struct locked_place *place)
{
    bool by_request = csv_edit_find_column(edit, "participants") < 0 &&
                      csv_edit_find_column(edit, "request") >= 0;
    if (by_request) {
        csv_edit_set(edit, line, "request", place->request_id);
    } else {
        csv_edit_set(edit, line, "participants",
                     joined(edit->arena, place->participant_ids));
        csv_edit_set(edit, line, "topic", place->topic);
    }
    if (csv_edit_find_column(edit, "kind") >= 0) {
        csv_edit_set(edit, line, "kind", "lock");
    }
}

void locks_file_lock(struct locks_file *file, int line,
                     const struct locked_place *place)
{
    struct csv_edit *edit = &file->edit;
    if (line == 0) {
        line = csv_edit_add(edit);
        name_meeting(edit, line, place);
    }
    csv_edit_set(edit, line, "slot", place->slot_id);
    csv_edit_set(edit, line, "room", place->room_id);
}

void locks_file_release(struct locks_file *file, int line)
{
    csv_edit_remove(&file->edit, line);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A new table and the event that names it: the one without the other is an error. */
static bool write_both(struct arena *arena, const struct locks_file *file,
                       const struct file_bytes *table, struct error *err)
{
    struct output output;
    const char *folder = folder_of(arena, file->event_path);
    const char *name = name_of(file->event_path);
    output_init(&output, arena);
    output.stays = true;
    output.keeps_others = true;
    output_add_shared(&output, new_name, table->bytes, table->len);
    output_add_shared(&output, name, file->event_text, file->event_len);
    return output_write(&output, folder, err);
}

static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

bool locks_file_write(struct arena scratch, const struct locks_file *file,
                      struct error *err)
{
    const struct file_bytes table = csv_edit_text(&scratch, &file->edit);
    if (!file->is_new) {
        return file_write(scratch, file->path, table.bytes, table.len, err);
    }
    if (!is_link(file->event_path) &&
        output_list_is_safe(name_of(file->event_path))) {
        return write_both(&scratch, file, &table, err);
    }
    if (!file_write(scratch, file->path, table.bytes, table.len, err)) {
        return false;
    }
    if (!file_write(scratch, file->event_path, file->event_text, file->event_len,
                    err)) {
        unlink(file->path);
        return false;
    }
    return true;
}
