#ifndef MATCHDAY_IO_CSV_AGENDA_H
#define MATCHDAY_IO_CSV_AGENDA_H

#include "io/file.h"
#include "io/ics_calendar.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/zone.h"

/* Entries as a table for calendars that take no iCalendar file: the columns that
 * Google's and Outlook's imports know by their English names, one row for each
 * entry, in local times of the zone. Dates are 05/18/2021, times 04:50 PM, as Google
 * asks for. UTF-8 without byte order mark, which would become a part of the first
 * column's name there. In arena. */
struct file_bytes csv_agenda_text(struct arena *arena, const struct zone *zone,
                                  const struct ics_entry *entry, int n);

#endif
