#include "tests/support/bench.h"

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

void bench_init(struct bench *bench, struct arena *arena)
{
    *bench = (struct bench){.arena = arena};
    bench->event = tiny_event(arena, "abcd", 4, 2);
    tiny_request(arena, bench->event, "ab");
    tiny_request(arena, bench->event, "bc");
    tiny_request(arena, bench->event, "ad");
    findings_init(&bench->findings, arena);
}

int bench_keep(struct bench *bench, int q, int s, int r)
{
    return tiny_lock(bench->arena, bench->event, LOCK_KEEP, q, s, r);
}

int bench_forbid(struct bench *bench, int q, int s, int r)
{
    return tiny_lock(bench->arena, bench->event, LOCK_FORBID, q, s, r);
}

void bench_build(struct bench *bench)
{
    eligibility_build(bench->arena, bench->event, &bench->elig, &bench->findings);
}

const struct meeting *bench_meeting_of(const struct bench *bench, int q)
{
    return &bench->elig.meeting[bench->elig.meeting_of_request[q]];
}

void bench_check(struct arena scratch, const struct bench_case *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        struct arena arena = scratch;
        struct event *event = tiny_event(&arena, "abcd", 3, 2);
        struct eligibility elig;
        struct findings findings;
        findings_init(&findings, &arena);
        tiny_request(&arena, event, "ab");
        tiny_request(&arena, event, "bc");
        row[k].make(&arena, event);
        eligibility_build(&arena, event, &elig, &findings);
        CHECK_INT(findings.n_findings, row[k].text ? 1 : 0);
        for (int i = 0; i < findings.n_findings; i++) {
            CHECK_TEXT(findings.finding[i].text,
                       row[k].text ? row[k].text : "nothing");
            CHECK_TEXT(findings.finding[i].place.field, row[k].field);
            CHECK_INT(findings.finding[i].severity, row[k].severity);
        }
    }
}
