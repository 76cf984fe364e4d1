/* In place of io/xlsx_book.c and io/xlsx_sheet.c where libzip or expat is missing. */

#include <stddef.h>

#include "io/libraries.h"
#include "io/xlsx_read.h"

bool xlsx_open(struct arena *arena, const char *file, const char *bytes, size_t len,
               struct xlsx_book *book, struct findings *findings)
{
    (void)arena;
    *book = (struct xlsx_book){.file = file, .bytes = bytes, .len = len};
    return findings_add(findings, SEVERITY_ERROR, (struct place){.file = file},
                        "is a workbook, which this build cannot read: it was made "
                        "without libzip or expat; save each sheet as 'CSV UTF-8'");
}

bool xlsx_read_sheet(struct arena *arena, const struct xlsx_book *book, int k,
                     struct table *table, struct findings *findings)
{
    (void)arena;
    (void)k;
    *table = (struct table){.file = book->file};
    return findings_add(findings, SEVERITY_ERROR,
                        (struct place){.file = book->file},
                        "this build cannot read workbooks");
}

const char *xlsx_zip_library_version(void)
{
    return NULL;
}

const char *xlsx_xml_library_version(struct arena *arena)
{
    (void)arena;
    return NULL;
}
