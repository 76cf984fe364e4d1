#include "scheduler/commands/seen.h"

#include <string.h>

#include "io/file.h"

void seen_digest(struct arena scratch, const char *path, char hex[DIGEST_HEX_SIZE])
{
    char *bytes;
    size_t len;
    struct error ignored;
    hex[0] = '\0';
    if (file_read(&scratch, path, &bytes, &len, &ignored)) {
        digest_sha256(bytes, len, hex);
    }
}

bool seen_is_same(struct arena scratch, const char *path, const char *hex)
{
    char now[DIGEST_HEX_SIZE];
    seen_digest(scratch, path, now);
    return now[0] == '\0' || strcmp(now, hex) == 0;
}
