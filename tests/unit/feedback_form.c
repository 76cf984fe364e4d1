/* The forms: whose, in which language, about what. feedback_read.c reads them back. */

#include "io/feedback_form.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static const char *form_of(const struct output *output, const char *path)
{
    for (int k = 0; k < output->n_files; k++) {
        if (strcmp(output->file[k].path, path) == 0) {
            return output->file[k].content.bytes;
        }
    }
    return NULL;
}

/* What stands below the head. */
static const char *rows_of(const struct output *output, const char *path)
{
    const char *form = form_of(output, path);
    return form ? strstr(form, "\r\n") + 2 : "no form";
}

static void test_forms(struct arena arena)
{
    struct event *event = tiny_event(&arena, "abcde", 3, 2);
    struct tiny_plan plan;
    struct output output;
    tiny_request(&arena, event, "ab");
    event->request[tiny_request(&arena, event, "acd")].topic = "=tea";
    tiny_request(&arena, event, "bc"); /* not served: asked whether still wanted */
    event->request[tiny_request(&arena, event, "cb")].status = REQUEST_DECLINED;
    event->request[tiny_request(&arena, event, "bdc")].status = REQUEST_PENDING;
    tiny_zone(&arena, event, "b", "Asia/Tokyo");
    event->participant[1].contact[0].language = "ja";
    event->participant[0].organisation_ja = "愛知県";
    event->participant[2].organisation = "";
    tiny_begin(&plan, &arena, event, tiny_eligibility(&arena, event));
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_meet(&plan, 1, 1, 0, -1);
    tiny_end(&plan);
    event->participant[tiny_who("d")].cancelled = true;
    output_init(&output, &arena);
    CHECK_INT(feedback_add_forms(&output, event, &plan.schedule), 3);

    CHECK_TEXT(
        rows_of(&output, "a.csv"),
        "\"tiny\",\"m0001\",,\"a\",\"House b [b]\",\"Tue 18 May 2021, "
        "09:00-09:20 (UTC)\",,,,,,,,\r\n"
        "\"tiny\",\"m0002\",,\"a\",\"c [c]; House d [d]\",\"Tue 18 May 2021, "
        "09:20-09:40 (UTC)\",\"'=tea\",,,,,,,\r\n");
    CHECK_TEXT(
        rows_of(&output, "b.csv"),
        "\"tiny\",\"m0001\",,\"b\",\"愛知県 [a]\","
        "\"2021年5月18日（火）18:00～18:20（UTC+09:00、Asia/Tokyo）\",,,,,,,,\r\n"
        "\"tiny\",,\"r03\",\"b\",\"c [c]\","
        "\"今回はご面談いただけませんでした\",,,,,,,,\r\n"
        "\"tiny\",,\"r05\",\"b\",\"House d [d]; c [c]\","
        "\"今回はご面談いただけませんでした\",,,,,,,,\r\n");
    CHECK(form_of(&output, "c.csv") != NULL);
    CHECK(form_of(&output, "d.csv") == NULL); /* does not come */
    CHECK(form_of(&output, "e.csv") == NULL); /* nothing to say */
    CHECK(strncmp(form_of(&output, "a.csv"), "\xef\xbb\xbf\"Event [event]\",",
                  18) == 0);
}

static void test_languages(void)
{
    struct contact contact[] = {{"", "", "", "", "", false, {0}},
                                {"", "", "", "fr", "", false, {0}}};
    struct participant who = {.id = "gifu",
                              .organisation = "Gifu",
                              .organisation_ja = "岐阜県",
                              .contact = contact,
                              .n_contacts = 2};
    CHECK_INT(participant_language(&who), LANGUAGE_FR);
    who.n_contacts = 1;
    CHECK_INT(participant_language(&who), LANGUAGE_EN);
    CHECK_TEXT(participant_name(&who, LANGUAGE_FR), "Gifu");
    CHECK_TEXT(participant_name(&who, LANGUAGE_JA), "岐阜県");
    who.organisation_ja = "";
    CHECK_TEXT(participant_name(&who, LANGUAGE_JA), "Gifu");
    who.organisation = "";
    CHECK_TEXT(participant_name(&who, LANGUAGE_EN), "gifu");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_forms(arena);
    test_languages();
    arena_finish(&arena);
    return check_report();
}
