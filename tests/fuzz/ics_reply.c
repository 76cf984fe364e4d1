/* Whatever an answer says, as a calendar or as mail: what is read has a uid and an
 * address and times that can be kept, judging it twice changes nothing, and findings have a place. */

#include "io/ics_reply.h"

#include <stdint.h>
#include <string.h>

#include "scheduler/base/civil.h"
#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* True of what can be read again once it is written. */
static bool is_kept(int64_t instant_s)
{
    return instant_s == NO_TIME || instant_is_readable(instant_s);
}

static void judge(struct arena *arena, struct replies *replies)
{
    static const char *const id[] = {"ann", "ben"};
    static struct schedule_meeting meeting = {.id = "m0001", .uid = "u"};
    struct contact contact = {"", "", "ann@example.org", "", "", false, {0}};
    struct participant participant[] = {
        {.id = "ann", .contact = &contact, .n_contacts = 1}, {.id = "ben"}};
    const struct event event = {.participant = participant, .n_participants = 2};
    const struct schedule schedule = {.meeting = &meeting, .n_meetings = 1};
    struct replies known = {0};
    meeting.participant_ids = (struct strings){(const char **)id, 2};
    replies_judge(arena, &event, &schedule, replies, &known);
    int n = known.n;
    insist(n <= 1);
    replies_judge(arena, &event, &schedule, replies, &known);
    insist(known.n == n);
    for (int k = 0; k < replies->n; k++) {
        insist(replies->reply[k].fate != REPLY_COUNTED);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const file[] = {"a.ics", "a.eml"};
    for (int k = 0; k < 2; k++) {
        struct arena arena;
        struct findings findings;
        struct replies replies = {0};
        arena_init(&arena);
        findings_init(&findings, &arena);
        const struct reply_source source = {
            file[k], arena_strndup(&arena, (const char *)data, size), size};
        ics_reply_read(&arena, &source, &replies, &findings);
        for (int r = 0; r < replies.n; r++) {
            insist(replies.reply[r].uid != NULL);
            insist(strchr(replies.reply[r].email, '@') != NULL);
            insist(is_kept(replies.reply[r].stamp_s));
            insist(is_kept(replies.reply[r].start_s));
            insist(is_kept(replies.reply[r].end_s));
        }
        for (int f = 0; f < findings.n_findings; f++) {
            insist(findings.finding[f].place.line >= 1);
        }
        judge(&arena, &replies);
        arena_finish(&arena);
    }
    return 0;
}
