#ifndef MATCHDAY_IO_LIBRARIES_H
#define MATCHDAY_IO_LIBRARIES_H

#include "scheduler/base/arena.h"

/* Which versions of others' libraries run now, as these say themselves: "1.7.15".
 * libical and libcsv do not say; of them it is the version that the program was
 * built with. NULL: this build is without. Each function stands in a file that
 * may include the library's header. Texts live in arena, or for ever. */
const char *csv_library_version(struct arena *arena);
const char *ics_library_version(struct arena *arena);
const char *json_library_version(void);
const char *mail_library_version(struct arena *arena); /* with that of its TLS */
const char *unicode_library_version(void);
const char *xlsx_write_library_version(void);
const char *xlsx_xml_library_version(struct arena *arena);
const char *xlsx_zip_library_version(void);

#endif
