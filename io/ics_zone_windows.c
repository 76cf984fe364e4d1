/* Windows' names, from Unicode CLDR's windowsZones.xml ("001", the whole world).
 * Those of Europe, East Asia and the Americas: of others there is the VTIMEZONE that
 * Outlook writes into the file. */

#include <stddef.h>

#include "io/ics_zones.h"
#include "scheduler/base/text.h"

static const struct {
    const char *windows, *iana;
} names[] = {
    {"AUS Eastern Standard Time", "Australia/Sydney"},
    {"Arabian Standard Time", "Asia/Dubai"},
    {"Atlantic Standard Time", "America/Halifax"},
    {"Azores Standard Time", "Atlantic/Azores"},
    {"Belarus Standard Time", "Europe/Minsk"},
    {"Canada Central Standard Time", "America/Regina"},
    {"Central America Standard Time", "America/Guatemala"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"Central Standard Time", "America/Chicago"},
    {"China Standard Time", "Asia/Shanghai"},
    {"E. Australia Standard Time", "Australia/Brisbane"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"E. South America Standard Time", "America/Sao_Paulo"},
    {"Eastern Standard Time", "America/New_York"},
    {"Egypt Standard Time", "Africa/Cairo"},
    {"FLE Standard Time", "Europe/Kyiv"},
    {"GMT Standard Time", "Europe/London"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"Greenwich Standard Time", "Atlantic/Reykjavik"},
    {"Hawaiian Standard Time", "Pacific/Honolulu"},
    {"India Standard Time", "Asia/Kolkata"},
    {"Israel Standard Time", "Asia/Jerusalem"},
    {"Kaliningrad Standard Time", "Europe/Kaliningrad"},
    {"Korea Standard Time", "Asia/Seoul"},
    {"Morocco Standard Time", "Africa/Casablanca"},
    {"Mountain Standard Time", "America/Denver"},
    {"New Zealand Standard Time", "Pacific/Auckland"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"Romance Standard Time", "Europe/Paris"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"SE Asia Standard Time", "Asia/Bangkok"},
    {"Singapore Standard Time", "Asia/Singapore"},
    {"South Africa Standard Time", "Africa/Johannesburg"},
    {"Taipei Standard Time", "Asia/Taipei"},
    {"Tokyo Standard Time", "Asia/Tokyo"},
    {"Turkey Standard Time", "Europe/Istanbul"},
    {"tzone://Microsoft/Utc", "UTC"},
    {"UTC", "UTC"},
    {"W. Australia Standard Time", "Australia/Perth"},
    {"W. Europe Standard Time", "Europe/Berlin"},
};

const char *ics_zone_of_windows(const char *name)
{
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        if (text_equal_nocase(names[k].windows, name)) {
            return names[k].iana;
        }
    }
    return NULL;
}
