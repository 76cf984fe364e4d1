/* Whatever the files are: either there is an error, or there is an event of which
 * all holds that its header promises. The bytes are event.json and, behind the
 * first byte 0x1e, the file list.csv beside it. */

#include "io/event_read.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/insist.h"
#include "tests/support/read_event_case.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put(const char *folder, const char *name, const uint8_t *bytes,
                size_t len)
{
    char path[100];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    insist(file != NULL);
    insist(fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
}

/* What begins like an archive is read as a workbook, which has sheets, not lines. */
static bool is_archive(const uint8_t *data, size_t size)
{
    return size >= 4 && memcmp(data, "PK\3\4", 4) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/matchday-fuzz-XXXXXX", path[100];
    static const char *const name[] = {"event.json", "list.csv"};
    const uint8_t *end = size > 0 ? memchr(data, 0x1e, size) : NULL;
    size_t len = end ? (size_t)(end - data) : size;
    insist(mkdtemp(folder) != NULL);
    put(folder, name[0], data, len);
    if (end) {
        put(folder, name[1], end + 1, size - len - 1);
    }
    read_event_case(&(struct event_input){.path = folder},
                    is_archive(data, len) ? 0 : 1);
    for (int k = 0; k < 2; k++) {
        snprintf(path, sizeof path, "%s/%s", folder, name[k]);
        unlink(path);
    }
    insist(rmdir(folder) == 0);
    return 0;
}
