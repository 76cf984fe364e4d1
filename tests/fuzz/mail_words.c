/* Whatever a file with the wording of mails says: what is taken from it has a subject
 * of one line and a text with the meetings, and every finding has its place. */

#include "io/mail_words.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    insist(file && fwrite(data, 1, size, file) == size && fclose(file) == 0);
}

static void check(struct arena *arena, const struct mail_words *words)
{
    static const char *const value[N_MAIL_VALUES] = {
        "{name}", "%s", "{{", "}", "a@example.org", "", "\xe3\x81\x82", "meetings"};
    for (int kind = 0; kind < N_MAIL_KINDS; kind++) {
        const struct mail_wording *wording = &words->wording[LANGUAGE_EN][kind];
        insist(wording->subject[0] != '\0' && !strchr(wording->subject, '\n'));
        insist(strstr(wording->text, "{meetings}") != NULL);
        insist(wording->text[strlen(wording->text) - 1] == '\n');
        insist(strstr(mail_words_fill(arena, wording->text, value), "meetings"));
        mail_words_fill(arena, wording->subject, value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/mail_words.XXXXXX";
    struct arena arena;
    struct findings findings;
    struct mail_words words;
    struct error err;
    arena_init(&arena);
    findings_init(&findings, &arena);
    insist(mkdtemp(folder) != NULL);
    const char *texts = arena_printf(&arena, "%s/texts", folder);
    const char *path = arena_printf(&arena, "%s/%s", folder,
                                    mail_words_file_name(&arena, LANGUAGE_EN));
    insist(mkdir(texts, 0700) == 0);
    write_file(path, data, size);
    mail_words_init(&words);
    insist(mail_words_read(&arena, folder, &words, &findings, &err));
    if (!findings_has_errors(&findings)) {
        check(&arena, &words);
    }
    for (int f = 0; f < findings.n_findings; f++) {
        insist(strcmp(findings.finding[f].place.file, path) == 0);
    }
    insist(unlink(path) == 0 && rmdir(texts) == 0 && rmdir(folder) == 0);
    arena_finish(&arena);
    return 0;
}
