#include "scheduler/commands/version.h"

#include <stdio.h>

#include "io/libraries.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/zone.h"
#include "solver/glpk_program.h"

static void print_part(const char *name, const char *version, const char *otherwise)
{
    printf("  %-13s  %s\n", name, version ? version : otherwise);
}

/* Time zones are of the machine, and change several times a year. */
static void print_zones(struct arena *arena)
{
    const char *folder = zone_database_folder();
    const char *version = zone_database_version(arena);
    if (version) {
        print_part("tzdata", arena_printf(arena, "%s, %s", version, folder), "");
    } else {
        print_part(
            "tzdata", NULL,
            arena_printf(arena, "%s, which does not say its version", folder));
    }
}

void version_print(void)
{
    struct arena arena;
    arena_init(&arena);
    printf("matchday %s\n", MATCHDAY_VERSION);
    print_part("GLPK", glpk_library_version(), "");
    print_part("libical", ics_library_version(&arena), "");
    print_part("cJSON", json_library_version(), "");
    print_part("libcsv", csv_library_version(&arena), "");
    print_part("utf8proc", unicode_library_version(), "");
    print_part("nettle", digest_library_version(&arena), "");
    print_part("libzip", xlsx_zip_library_version(), "left out");
    print_part("expat", xlsx_xml_library_version(&arena), "left out");
    print_part("libxlsxwriter", xlsx_write_library_version(), "left out");
    print_part("libcurl", mail_library_version(&arena), "left out");
    print_zones(&arena);
    arena_finish(&arena);
}
