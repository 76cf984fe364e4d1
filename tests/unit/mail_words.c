#include "io/mail_words.h"

#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "tests/support/check.h"
#include "tests/support/temp_folder.h"

static const char *const value[N_MAIL_VALUES] = {
    [MAIL_NAME] = "Ann {event}",
    [MAIL_ORGANISATION] = "Org",
    [MAIL_EVENT] = "Day",
    [MAIL_ORGANIZER] = "Desk",
    [MAIL_ORGANIZER_EMAIL] = "desk@example.org",
    [MAIL_TITLE] = "Title",
    [MAIL_WHEN] = "noon",
    [MAIL_MEETINGS] = "one\ntwo\n",
};

static void test_fill(struct arena arena)
{
    static const struct {
        const char *pattern, *expected;
    } row[] = {
        {"", ""},
        {"{event}", "Day"},
        {"{event}: {name}!", "Day: Ann {event}!"},
        {"{title}, {when}\n{meetings}", "Title, noon\none\ntwo\n"},
        {"{organisation} {organizer} {organizer_email}",
         "Org Desk desk@example.org"},
        {"{{event}", "{event}"},
        {"}}{{", "}}{"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(mail_words_fill(&arena, row[k].pattern, value), row[k].expected);
    }
}

/* Everything that the catalogues say holds by the rules for files. */
static void test_catalogues(struct arena arena)
{
    struct mail_words words;
    mail_words_init(&words);
    for (int language = 0; language < N_LANGUAGES; language++) {
        for (int kind = 0; kind < N_MAIL_KINDS; kind++) {
            const struct mail_wording *wording = &words.wording[language][kind];
            const char *subject = mail_words_fill(&arena, wording->subject, value);
            const char *text = mail_words_fill(&arena, wording->text, value);
            CHECK(subject[0] != '\0' && !strpbrk(subject, "{}\n"));
            CHECK(strstr(text, "\n\none\ntwo\n") != NULL);
            CHECK(strstr(wording->text, "{organizer_email}\n") != NULL);
            CHECK(strstr(text, "Day") != NULL);
        }
    }
}

/* A file in a folder of its own, read. */
struct file_read {
    const char *folder;
    struct mail_words words;
    struct findings findings;
    bool ok;
    struct error err;
};

static void read_file(struct arena *arena, const char *name, const char *text,
                      struct file_read *read)
{
    struct error err;
    read->folder = temp_folder_make(arena);
    mkdir(file_path(arena, read->folder, "texts"), 0700);
    CHECK(file_write(*arena, file_path(arena, read->folder, name), text,
                     strlen(text), &err));
    mail_words_init(&read->words);
    findings_init(&read->findings, arena);
    read->ok = mail_words_read(arena, read->folder, &read->words, &read->findings,
                               &read->err);
    temp_folder_remove(read->folder);
}

static void test_replaced(struct arena arena)
{
    struct file_read read;
    struct mail_words before;
    mail_words_init(&before);
    read_file(
        &arena, "texts/mail.ja.txt",
        "\xef\xbb\xbf comment {x}\r\n[Agenda Subject]\r\n\r\n  {event}の日程 \r\n"
        "[invite text]\r\n\r\n{name} 様  \r\n\r\n[not a heading\r\n{meetings}\r\n"
        "\r\n",
        &read);
    CHECK(read.ok);
    CHECK_INT(read.findings.n_findings, 0);
    const struct mail_wording *now = read.words.wording[LANGUAGE_JA];
    CHECK_TEXT(now[MAIL_AGENDA].subject, "  {event}の日程");
    CHECK_TEXT(now[MAIL_AGENDA].text,
               before.wording[LANGUAGE_JA][MAIL_AGENDA].text);
    CHECK_TEXT(now[MAIL_INVITE].text, "{name} 様\n\n[not a heading\n{meetings}\n");
    CHECK(memcmp(read.words.wording[LANGUAGE_EN], before.wording[LANGUAGE_EN],
                 sizeof before.wording[LANGUAGE_EN]) == 0);
    read_file(&arena, "texts/mail.de.txt", "[agenda subject]\n{x}\n", &read);
    CHECK(read.ok && read.findings.n_findings == 0);
}

#define NAMES "{name}, {organisation}, {event}, {organizer}, {organizer_email}"

static const struct {
    const char *text;
    int line;
    const char *message;
} faults[] = {
    {"[agenda subject]\n{evnt}\n", 2,
     "{evnt} stands for nothing here; expected " NAMES ", or {{ for a brace"},
    {"[agenda subject]\n{meetings}\n", 2,
     "{meetings} stands for nothing here; expected " NAMES ", or {{ for a brace"},
    {"[update text]\n{meetings}\n{title}\n", 3,
     "{title} stands for nothing here; expected " NAMES
     ", {meetings}, or {{ for a brace"},
    {"[invite subject]\n{title} {} {when}\n", 2,
     "{} stands for nothing here; expected " NAMES
     ", {title}, {when}, or {{ for a brace"},
    {"[cancellation subject]\n{title\n", 2,
     "{title stands for nothing here; expected " NAMES
     ", {title}, {when}, or {{ for a brace"},
    {"\n[agenda text]\nDear {name}\n", 2,
     "this text has no {meetings}; expected it where the meetings belong"},
    {"[agenda subject]\na\nb\n", 1, "this subject has several lines; expected one"},
    {"[agenda subject]\n\n[agenda text]\n{meetings}\n", 1,
     "nothing stands below this heading; expected a wording, or no heading"},
    {"[agenda subject]\na\n[agenda subject]\nb\n", 3,
     "this heading stands twice in the file; expected it once"},
    {"[agenda]\na\n", 1,
     "'[agenda]' is no part of a mail; expected [agenda subject], [agenda text], "
     "or "
     "the same with update, interpreter agenda, interpreter update, programme, "
     "programme update, invite, cancellation or handover"},
    {"[agenda subject]\n\xff\n", 0, "is not UTF-8 text; expected that encoding"},
};

static void test_faults(struct arena arena)
{
    for (size_t k = 0; k < sizeof faults / sizeof *faults; k++) {
        struct file_read read;
        read_file(&arena, "texts/mail.en.txt", faults[k].text, &read);
        CHECK(read.ok);
        if (!CHECK_INT(read.findings.n_findings, 1)) {
            continue;
        }
        const struct finding *finding = &read.findings.finding[0];
        CHECK_TEXT(finding->text, faults[k].message);
        CHECK_INT(finding->place.line, faults[k].line);
        CHECK_INT(finding->severity, SEVERITY_ERROR);
        CHECK(strstr(finding->place.file, "/texts/mail.en.txt") != NULL);
    }
}

static void test_unreadable(struct arena arena)
{
    struct error err;
    struct mail_words words;
    struct findings findings;
    const char *folder = temp_folder_make(&arena);
    findings_init(&findings, &arena);
    mail_words_init(&words);
    CHECK(mail_words_read(&arena, folder, &words, &findings, &err));
    mkdir(file_path(&arena, folder, "texts"), 0700);
    mkdir(file_path(&arena, folder, "texts/mail.fr.txt"), 0700);
    CHECK(!mail_words_read(&arena, folder, &words, &findings, &err));
    CHECK_TEXT(err.text + strlen(folder),
               "/texts/mail.fr.txt: is a folder; expected a file");
    CHECK_INT(err.code, EXIT_CODE_IO);
    temp_folder_remove(folder);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_fill(arena);
    test_catalogues(arena);
    test_replaced(arena);
    test_faults(arena);
    test_unreadable(arena);
    arena_finish(&arena);
    return check_report();
}
