/* Whatever stands in sending.json: it is refused with its place, or what was read is
 * written as a text which reads back as the same. */

#include "io/sending_file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The text of what is read from these bytes, or NULL. */
static const char *again(struct arena *arena, const char *path, const void *bytes,
                         size_t len)
{
    struct half_sent half;
    struct findings findings;
    struct error err;
    FILE *file = fopen(path, "wb");
    insist(file && fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
    findings_init(&findings, arena);
    insist(sending_file_read(arena, path, &half, &findings, &err));
    for (int k = 0; k < findings.n_findings; k++) {
        insist(strcmp(findings.finding[k].place.file, path) == 0);
        insist(findings.finding[k].place.line >= 1);
    }
    return findings_has_errors(&findings) ? NULL : sending_file_text(arena, &half);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/sending_file.XXXXXX";
    struct arena arena;
    arena_init(&arena);
    insist(mkdtemp(folder) != NULL);
    const char *path = arena_printf(&arena, "%s/sending.json", folder);
    const char *once = again(&arena, path, data, size);
    if (once) {
        const char *twice = again(&arena, path, once, strlen(once));
        insist(twice && strcmp(once, twice) == 0);
    }
    insist(unlink(path) == 0 && rmdir(folder) == 0);
    arena_finish(&arena);
    return 0;
}
