/* In place of io/xlsx_write.c where libxlsxwriter is missing. */

#include <stddef.h>

#include "io/libraries.h"
#include "io/xlsx_write.h"

const bool xlsx_can_write = false;

bool xlsx_write(struct arena *arena, const struct xlsx_out *out,
                struct file_bytes *bytes, struct error *err)
{
    (void)arena;
    (void)out;
    (void)bytes;
    return error_set(err, "this build cannot write workbooks: it was made without "
                          "libxlsxwriter; expected a folder of tables");
}

const char *xlsx_write_library_version(void)
{
    return NULL;
}
