/* Every change of the clock that the database lists stands in at_s; from the
 * last one on, the footer's rule holds, where there is one. */

#include "scheduler/base/zone.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scheduler/base/read_bytes.h"
#include "scheduler/base/text.h"
#include "scheduler/base/tzif.h"
#include "scheduler/base/zone_name.h"
#include "scheduler/base/zone_rule.h"

enum { MAX_FILE_SIZE = 1 << 20 }; /* the largest zone takes some 4 kB */

/* More than any offset, so that all instants which can show a local time lie
 * that far around the same time in UTC. */
enum { WINDOW_S = 26 * 3600 };

const char *zone_database_folder(void)
{
    const char *folder = getenv("TZDIR");
    return folder && *folder ? folder : "/usr/share/zoneinfo";
}

static bool read_zone_file(struct arena *arena, int file, const char *path,
                           struct zone *zone, struct error *err)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        return error_set_errno(err, "%s", path);
    }
    if (status.st_size > MAX_FILE_SIZE) {
        return error_set(err, "%s: is too large for a time zone", path);
    }
    size_t size = (size_t)status.st_size;
    char *bytes = arena_alloc(arena, size, 1);
    ssize_t len = read_bytes(file, bytes, size);
    if (len < 0) {
        return error_set_errno(err, "%s", path);
    }
    struct error fault;
    if (!tzif_parse(arena, bytes, (size_t)len, zone, &fault)) {
        return error_set(err, "%s: %s", path, fault.text);
    }
    return true;
}

static bool is_regular_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool refuse_unknown(const char *folder, const char *name, struct error *err)
{
    char guess[ZONE_NAME_SIZE];
    struct stat status;
    if (stat(folder, &status) != 0) {
        return error_set_errno(
            err, "time zone database %s (Debian: package tzdata)", folder);
    }
    if (!zone_name_guess(folder, name, guess)) {
        return error_set(
            err,
            "time zone '%.200s' is unknown; expected an IANA name such as "
            "'Europe/Brussels'",
            name);
    }
    if (text_equal_nocase(guess, name)) {
        return error_set(
            err, "time zone '%s' is unknown; upper and lower case count: '%s'",
            name, guess);
    }
    return error_set(err, "time zone '%s' is unknown; did you mean '%s'?", name,
                     guess);
}

const struct zone *zone_read(struct arena *arena, const char *name,
                             struct error *err)
{
    const char *folder = zone_database_folder();
    if (!zone_name_check(name, err)) {
        return NULL;
    }
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    if (!zone_name_is_well_formed(name) || !is_regular_file(path)) {
        refuse_unknown(folder, name, err);
        return NULL;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        error_set_errno(err, "%s", path);
        return NULL;
    }
    struct zone *zone = arena_new(arena, 1, struct zone);
    bool ok = read_zone_file(arena, file, path, zone, err);
    close(file);
    if (!ok) {
        err->code = EXIT_CODE_IO;
        return NULL;
    }
    zone->name = arena_strdup(arena, name);
    return zone;
}

/* The first bytes of a file of the database; "" if there is none. */
static void read_beginning(struct arena scratch, const char *name, char *text,
                           size_t size)
{
    const char *path =
        arena_printf(&scratch, "%s/%s", zone_database_folder(), name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t len = file < 0 ? 0 : read_bytes(file, text, size - 1);
    if (file >= 0) {
        close(file);
    }
    text[len > 0 ? len : 0] = '\0';
}

/* Debian and others install the text that zones are made from; it begins with its
 * version. BSD and macOS have a file of that alone. */
const char *zone_database_version(struct arena *arena)
{
    static const char *const place[][2] = {{"tzdata.zi", "# version "},
                                           {"+VERSION", ""}};
    for (size_t i = 0; i < sizeof place / sizeof *place; i++) {
        char text[64];
        read_beginning(*arena, place[i][0], text, sizeof text);
        size_t skipped = strlen(place[i][1]);
        size_t len = strcspn(text, "\r\n");
        if (text_begins_with(text, place[i][1]) && len > skipped) {
            return arena_strndup(arena, text + skipped, len - skipped);
        }
    }
    return NULL;
}

/* The last transition at or before the instant, or -1. */
static int find_transition(const struct zone *zone, int64_t instant_s)
{
    int below = -1;
    int above = zone->n_transitions;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        if (zone->at_s[middle] <= instant_s) {
            below = middle;
        } else {
            above = middle;
        }
    }
    return below;
}

static int offset_after(const struct zone *zone, int transition)
{
    return transition < 0 ? zone->first_offset_s : zone->offset_s[transition];
}

const char *zone_city(struct arena *arena, const struct zone *zone)
{
    const char *slash = strrchr(zone->name, '/');
    char *city = arena_strdup(arena, slash ? slash + 1 : zone->name);
    for (char *c = city; *c; c++) {
        *c = *c == '_' ? ' ' : *c;
    }
    return city;
}

int zone_offset_s(const struct zone *zone, int64_t instant_s)
{
    int i = find_transition(zone, instant_s);
    if (zone->rule && i == zone->n_transitions - 1) {
        return zone_rule_offset_s(zone->rule, instant_s);
    }
    return offset_after(zone, i);
}

struct civil zone_to_civil(const struct zone *zone, int64_t instant_s)
{
    return civil_from_seconds(instant_s + zone_offset_s(zone, instant_s));
}

/* Adds the instant at which this offset makes the clock show local_s, if the
 * offset is in force then. Keeps the two earliest, in order. */
static int add_instant(const struct zone *zone, int64_t local_s, int offset_s,
                       int n, int64_t instant_s[2])
{
    int64_t at_s = local_s - offset_s;
    if (zone_offset_s(zone, at_s) != offset_s || (n > 0 && instant_s[0] == at_s) ||
        (n > 1 && instant_s[1] <= at_s)) {
        return n;
    }
    if (n > 0 && instant_s[0] > at_s) {
        instant_s[1] = instant_s[0];
        instant_s[0] = at_s;
    } else {
        instant_s[n > 0] = at_s;
    }
    return n > 0 ? 2 : 1;
}

int zone_to_instants(const struct zone *zone, struct civil civil,
                     int64_t instant_s[2])
{
    int64_t local_s = civil_to_seconds(civil);
    int n = 0;
    int i = find_transition(zone, local_s - WINDOW_S);
    for (; i < zone->n_transitions; i++) {
        if (i >= 0 && zone->at_s[i] > local_s + WINDOW_S) {
            return n;
        }
        n = add_instant(zone, local_s, offset_after(zone, i), n, instant_s);
    }
    if (zone->rule) {
        n = add_instant(zone, local_s, zone->rule->standard_offset_s, n, instant_s);
        if (zone->rule->has_summer) {
            n = add_instant(zone, local_s, zone->rule->summer_offset_s, n,
                            instant_s);
        }
    }
    return n;
}
