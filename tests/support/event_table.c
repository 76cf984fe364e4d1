#include "tests/support/event_table.h"

#include <string.h>

#include "tests/support/event_folder.h"

const char event_table_day[] =
    EVENT_HEAD("2021-03-29") "\"participants\": \"people.csv\",\n"
                             "\"requests\": []}\n";

const char event_table_no_requests[] =
    "event.json:6: warning: requests: is empty, so "
    "nobody meets; expected who wants to meet whom\n";

const char *event_table_read(struct arena *arena, const char *json,
                             const char *text, struct event *event)
{
    event_folder_put("people.csv", "id,side\ngifu,JP\nlyon,EU\noulu,EU\n");
    event_folder_put("list.csv", text);
    const char *found = event_folder_read(arena, json, event);
    return strstr(found, event_table_no_requests)
               ? event_folder_change(arena, found, event_table_no_requests, "")
               : found;
}

const char *event_table_with(struct arena *arena, const char *list)
{
    if (strcmp(list, "participants") == 0) {
        return event_folder_change(arena, event_table_day, "people.csv",
                                   "list.csv");
    }
    if (strcmp(list, "requests") == 0) {
        return event_folder_change(arena, event_table_day, "[]}", "\"list.csv\"}");
    }
    return event_folder_change(
        arena, event_table_day, "\"participants\"",
        arena_printf(arena, "\"%s\": \"list.csv\", \"participants\"", list));
}
