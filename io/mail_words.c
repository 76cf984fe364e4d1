#include "io/mail_words.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

static const struct {
    const char *name;
    enum text_id subject, text;
} kinds[N_MAIL_KINDS] = {
    [MAIL_AGENDA] = {"agenda", TEXT_MAIL_AGENDA_SUBJECT, TEXT_MAIL_AGENDA_TEXT},
    [MAIL_UPDATE] = {"update", TEXT_MAIL_UPDATE_SUBJECT, TEXT_MAIL_UPDATE_TEXT},
    [MAIL_INTERPRETER_AGENDA] = {"interpreter agenda",
                                 TEXT_MAIL_INTERPRETER_AGENDA_SUBJECT,
                                 TEXT_MAIL_INTERPRETER_AGENDA_TEXT},
    [MAIL_INTERPRETER_UPDATE] = {"interpreter update",
                                 TEXT_MAIL_INTERPRETER_UPDATE_SUBJECT,
                                 TEXT_MAIL_INTERPRETER_UPDATE_TEXT},
    [MAIL_PROGRAMME] = {"programme", TEXT_MAIL_PROGRAMME_SUBJECT,
                        TEXT_MAIL_PROGRAMME_TEXT},
    [MAIL_PROGRAMME_UPDATE] = {"programme update",
                               TEXT_MAIL_PROGRAMME_UPDATE_SUBJECT,
                               TEXT_MAIL_PROGRAMME_UPDATE_TEXT},
    [MAIL_INVITE] = {"invite", TEXT_MAIL_INVITE_SUBJECT, TEXT_MAIL_INVITE_TEXT},
    [MAIL_CANCELLATION] = {"cancellation", TEXT_MAIL_CANCELLATION_SUBJECT,
                           TEXT_MAIL_CANCELLATION_TEXT},
    [MAIL_HANDOVER] = {"handover", TEXT_MAIL_HANDOVER_SUBJECT,
                       TEXT_MAIL_HANDOVER_TEXT},
};

static const char *const value_name[N_MAIL_VALUES] = {
    [MAIL_NAME] = "name",
    [MAIL_ORGANISATION] = "organisation",
    [MAIL_EVENT] = "event",
    [MAIL_ORGANIZER] = "organizer",
    [MAIL_ORGANIZER_EMAIL] = "organizer_email",
    [MAIL_TITLE] = "title",
    [MAIL_WHEN] = "when",
    [MAIL_MEETINGS] = "meetings",
};

void mail_words_init(struct mail_words *words)
{
    for (int language = 0; language < N_LANGUAGES; language++) {
        for (int kind = 0; kind < N_MAIL_KINDS; kind++) {
            words->wording[language][kind] = (struct mail_wording){
                texts_get((enum language)language, kinds[kind].subject),
                texts_get((enum language)language, kinds[kind].text),
            };
        }
    }
}

/* Which value the name in braces at the start of pattern stands for; *len is the
 * length with the braces. -1 if there is no such value. */
static int find_value(const char *pattern, size_t *len)
{
    size_t n = strcspn(pattern, "}\n");
    *len = n + (pattern[n] == '}');
    for (int k = 0; k < N_MAIL_VALUES; k++) {
        if (pattern[n] == '}' && strlen(value_name[k]) == n - 1 &&
            strncmp(value_name[k], pattern + 1, n - 1) == 0) {
            return k;
        }
    }
    return -1;
}

char *mail_words_fill(struct arena *arena, const char *pattern,
                      const char *const value[N_MAIL_VALUES])
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    while (*pattern != '\0') {
        size_t len = 1;
        int k = *pattern == '{' ? find_value(pattern, &len) : -1;
        if (k >= 0) {
            buf_add_text(&buf, value[k]);
        } else {
            len = pattern[0] == '{' && pattern[1] == '{' ? 2 : 1;
            buf_add_char(&buf, *pattern);
        }
        pattern += len;
    }
    return buf.data;
}

/* A file under way. */
struct reading {
    struct arena *arena;
    struct findings *findings;
    struct place place; /* of the line that is read */
    struct mail_wording *wording;
    int kind;     /* of the section; -1: before the first, or unknown */
    bool is_text; /* else its subject */
    bool has_meetings;
    int begin; /* the heading's line */
    struct buf section;
    bool seen[N_MAIL_KINDS][2];
};

static bool fault(struct reading *reading, int line, const char *text)
{
    struct place place = reading->place;
    place.line = line;
    return findings_add(reading->findings, SEVERITY_ERROR, place, "%s", text);
}

static const char *allowed_names(struct arena *arena, int kind, bool is_text)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < N_MAIL_VALUES; k++) {
        bool is_single = kind >= MAIL_INVITE;
        if ((k == MAIL_MEETINGS && !is_text) ||
            ((k == MAIL_TITLE || k == MAIL_WHEN) && !is_single)) {
            continue;
        }
        buf_printf(&buf, "%s{%s}", buf.len > 0 ? ", " : "", value_name[k]);
    }
    return buf.data;
}

static void check_name(struct reading *reading, const char *pattern, size_t *len)
{
    int k = find_value(pattern, len);
    const char *allowed =
        allowed_names(reading->arena, reading->kind, reading->is_text);
    const char *name = arena_strndup(reading->arena, pattern, *len);
    if (k < 0 || !strstr(allowed, name)) {
        findings_add(reading->findings, SEVERITY_ERROR, reading->place,
                     "%s stands for nothing here; expected %s, or {{ for a brace",
                     name, allowed);
    }
    reading->has_meetings |= k == MAIL_MEETINGS;
}

static void check_names(struct reading *reading, const char *line)
{
    while (*line != '\0') {
        size_t len = 1;
        if (line[0] == '{' && line[1] == '{') {
            len = 2;
        } else if (line[0] == '{') {
            check_name(reading, line, &len);
        }
        line += len;
    }
}

/* The section without empty lines around it. */
static const char *section_text(struct reading *reading)
{
    const char *text = reading->section.data ? reading->section.data : "";
    text += strspn(text, "\n");
    size_t len = strlen(text);
    while (len > 0 && text[len - 1] == '\n') {
        len--;
    }
    return arena_strndup(reading->arena, text, len);
}

static void end_section(struct reading *reading)
{
    if (reading->kind < 0) {
        return;
    }
    struct mail_wording *wording = &reading->wording[reading->kind];
    const char *text = section_text(reading);
    if (text[0] == '\0') {
        fault(reading, reading->begin,
              phrase("nothing stands below this heading; expected a wording, or no "
                     "heading"));
    } else if (!reading->is_text && strchr(text, '\n')) {
        fault(reading, reading->begin,
              phrase("this subject has several lines; expected one"));
    } else if (reading->is_text && !reading->has_meetings) {
        fault(reading, reading->begin,
              phrase("this text has no {meetings}; expected it where the meetings "
                     "belong"));
    } else if (reading->is_text) {
        wording->text = arena_printf(reading->arena, "%s\n", text);
    } else {
        wording->subject = text;
    }
}

static bool is_heading(const char *line, size_t len)
{
    return len >= 2 && line[0] == '[' && line[len - 1] == ']';
}

/* "[agenda subject]" */
static void begin_section(struct reading *reading, const char *line)
{
    reading->kind = -1;
    reading->begin = reading->place.line;
    reading->has_meetings = false;
    buf_init(&reading->section, reading->arena);
    for (int kind = 0; kind < N_MAIL_KINDS; kind++) {
        for (int part = 0; part < 2; part++) {
            const char *name =
                arena_printf(reading->arena, "[%s %s]", kinds[kind].name,
                             part == 1 ? "text" : "subject");
            if (text_equal_nocase(line, name)) {
                reading->kind = kind;
                reading->is_text = part == 1;
            }
        }
    }
    if (reading->kind < 0) {
        findings_add(
            reading->findings, SEVERITY_ERROR, reading->place,
            "'%s' is no part of a mail; expected [agenda subject], [agenda "
            "text], or the same with update, interpreter agenda, interpreter "
            "update, programme, programme update, invite, cancellation or "
            "handover",
            line);
        return;
    }
    bool *seen = &reading->seen[reading->kind][reading->is_text];
    if (*seen) {
        fault(reading, reading->begin,
              phrase("this heading stands twice in the file; expected it once"));
    }
    *seen = true;
}

static void read_line(struct reading *reading, const char *text, size_t len)
{
    const char *line = text_trim(reading->arena, text, len);
    if (is_heading(line, strlen(line))) {
        end_section(reading);
        begin_section(reading, line);
        return;
    }
    if (reading->kind >= 0) {
        while (len > 0 && strchr(" \t\r", text[len - 1])) {
            len--;
        }
        line = arena_strndup(reading->arena, text, len);
        check_names(reading, line);
        buf_add_text(&reading->section, line);
        buf_add_char(&reading->section, '\n');
    }
}

static void read_text(struct reading *reading, const char *text, size_t len)
{
    static const char mark[] = "\xef\xbb\xbf";
    if (text_utf8_check(text, len) < len || strlen(text) < len) {
        fault(reading, 0, phrase("is not UTF-8 text; expected that encoding"));
        return;
    }
    text += strncmp(text, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        reading->place.line++;
        read_line(reading, text, n);
        text += n + (text[n] == '\n');
    }
    end_section(reading);
}

static bool is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

const char *mail_words_file_name(struct arena *arena, enum language language)
{
    return arena_printf(arena, "texts/mail.%s.txt", language_tag(language));
}

bool mail_words_read(struct arena *arena, const char *folder,
                     struct mail_words *words, struct findings *findings,
                     struct error *err)
{
    for (int language = 0; language < N_LANGUAGES; language++) {
        const char *name = mail_words_file_name(arena, (enum language)language);
        const char *path = file_path(arena, folder, name);
        char *text;
        size_t len;
        if (!is_there(path)) {
            continue;
        }
        if (!file_read(arena, path, &text, &len, err)) {
            return false;
        }
        struct reading reading = {
            .arena = arena,
            .findings = findings,
            .place = {.file = path},
            .wording = words->wording[language],
            .kind = -1,
        };
        read_text(&reading, text, len);
    }
    return true;
}
