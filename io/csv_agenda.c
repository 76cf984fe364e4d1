#include "io/csv_agenda.h"

#include "io/csv_write.h"
#include "io/ics_clean.h"
#include "scheduler/base/civil.h"

static void add_instant(struct csv_writer *csv, struct arena *arena,
                        const struct zone *zone, int64_t instant_s)
{
    struct civil civil = zone_to_civil(zone, instant_s);
    int hour = civil.hour % 12 == 0 ? 12 : civil.hour % 12;
    csv_add_text(csv, arena_printf(arena, "%02d/%02d/%04d", civil.month, civil.day,
                                   civil.year));
    csv_add_text(csv, arena_printf(arena, "%02d:%02d %s", hour, civil.minute,
                                   civil.hour < 12 ? "AM" : "PM"));
}

static void add_entry(struct csv_writer *csv, struct arena *arena,
                      const struct zone *zone, const struct ics_entry *entry)
{
    csv_add_text(csv, ics_clean_line(arena, entry->summary));
    add_instant(csv, arena, zone, entry->start_s);
    add_instant(csv, arena, zone, entry->end_s);
    csv_add_text(csv, "False");
    csv_add_text(csv, ics_clean_text(arena, entry->description));
    csv_add_text(csv, ics_clean_line(arena, entry->location));
    csv_add_text(csv, "False");
    csv_end_row(csv);
}

struct file_bytes csv_agenda_text(struct arena *arena, const struct zone *zone,
                                  const struct ics_entry *entry, int n)
{
    static const char *const name[] = {"Subject",     "Start Date", "Start Time",
                                       "End Date",    "End Time",   "All Day Event",
                                       "Description", "Location",   "Private"};
    struct csv_writer csv;
    csv_begin_plain(&csv, arena);
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(&csv, name[k]);
    }
    csv_end_row(&csv);
    for (int k = 0; k < n; k++) {
        add_entry(&csv, arena, zone, &entry[k]);
    }
    return (struct file_bytes){csv.buf.data, csv.buf.len};
}
