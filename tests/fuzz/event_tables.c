/* Whatever the tables of an event are, in whatever encoding: either there is an error,
 * or there is an event of which all holds that its header promises. The first byte
 * says what is asked of encodings; then come tables, each behind a byte 0x1e and a
 * letter: a for event.csv, b for sessions.csv, and so on in the order of lists. Where
 * one of the first, which every event has, is left out a plain one is there. */

#include "io/event_read.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/headings.h"
#include "tests/support/insist.h"
#include "tests/support/read_event_case.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const plain[N_LISTS] = {
    [LIST_EVENT] =
        "id,d\ntime zone,Europe/Paris\norganizer,Desk\n"
        "organizer email,desk@example.org\ndomain,example.org\nrooms,2\n",
    [LIST_SESSIONS] = "id,date,start,end,meeting_minutes\n"
                      "am,2021-05-18,09:00,10:00,20\n",
    [LIST_PARTICIPANTS] = "id,organisation,contact_email\n"
                          "p1,Gifu,g@example.org\np2,Košice,k@example.org\np3,,\n",
    [LIST_REQUESTS] = "id,from,to\nr1,p1,p2\nr2,p2,p3\n",
};

static void put(const char *folder, int list, const void *bytes, size_t len)
{
    char path[100];
    snprintf(path, sizeof path, "%s/%s.csv", folder, list_names[list]);
    FILE *file = fopen(path, "wb");
    insist(file && fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
}

/* Each list of the bytes; a second one of the same name replaces the first. */
static void put_tables(const char *folder, const uint8_t *data, size_t size)
{
    const uint8_t *end = data + size;
    while (data < end) {
        const uint8_t *next = memchr(data + 1, 0x1e, (size_t)(end - data - 1));
        next = next ? next : end;
        if (*data == 0x1e && next - data >= 2) {
            put(folder, (uint8_t)(data[1] - 'a') % N_LISTS, data + 2,
                (size_t)(next - data - 2));
        }
        data = next;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const asked[] = {NULL, "cp932", "cp1252",
                                        "utf-8,rooms.csv=cp932"};
    enum { N_ASKED = sizeof asked / sizeof *asked };
    char folder[] = "/tmp/event_tables.XXXXXX", path[100];
    bool is_needed;
    if (size == 0) {
        return 0;
    }
    insist(mkdtemp(folder) != NULL);
    for (int list = 0; list < N_LISTS; list++) {
        if (plain[list]) {
            put(folder, list, plain[list], strlen(plain[list]));
        }
    }
    put_tables(folder, data + 1, size - 1);
    read_event_case(
        &(struct event_input){.path = folder,
                              .encodings = {asked[data[0] % N_ASKED], &is_needed}},
        0); /* what is said of a whole table has no line */
    for (int list = 0; list < N_LISTS; list++) {
        snprintf(path, sizeof path, "%s/%s.csv", folder, list_names[list]);
        unlink(path);
    }
    insist(rmdir(folder) == 0);
    return 0;
}
