#include "tests/support/ics_day.h"

#include <string.h>

#include "io/ics_calendar.h"
#include "io/ics_fold.h"
#include "scheduler/model/sent_agenda.h"

static void name_people(struct ics_day *day)
{
    struct participant *a = &day->event->participant[0];
    struct participant *b = &day->event->participant[1];
    struct participant *c = &day->event->participant[2];
    tiny_contacts(day->arena, day->event, "a", 2);
    tiny_zone(day->arena, day->event, "a", "Asia/Tokyo");
    tiny_zone(day->arena, day->event, "b", "Europe/Paris");
    tiny_zone(day->arena, day->event, "c", "Europe/Berlin");
    a->organisation = "Gifu Prefecture";
    a->organisation_ja = "岐阜県";
    a->side = "JP";
    a->contact[0].name = "Taro Yamada";
    a->contact[0].name_ja = "山田 太郎";
    a->contact[0].language = "ja";
    a->contact[1].name = "Hanako Suzuki";
    a->contact[1].language = "";
    b->organisation = "Vitagora";
    b->side = "EU";
    b->contact[0].name = "Dupont, Jean";
    b->contact[0].language = "fr";
    c->organisation = "NRW";
    c->side = "EU";
    c->contact[0].name = "Erika Muster";
}

static void name_things(struct ics_day *day)
{
    struct event *event = day->event;
    event->name = "EU-Japan day";
    event->name_ja = "日欧マッチングデー";
    event->organizer = (struct person){"Helpdesk", "help@example.org"};
    event->room[0].url = "https://zoom.example.org/j/1?pwd=a,b";
    event->room[1].url = "https://zoom.example.org/j/2";
    tiny_interpreter(day->arena, event, "fr-ja");
    event->interpreter[0].name = "Keiko Sato";
    event->interpreter[0].zone = event->participant[0].zone;
    tiny_agenda(day->arena, event, "08:30", "09:00", "");
    event->agenda[0].title = "Welcome";
    event->agenda[0].url = "https://zoom.example.org/j/9";
    event->agenda[0].zone = event->participant[1].zone;
}

static void add_requests(struct ics_day *day)
{
    static const struct {
        const char *letters, *topic, *message, *note;
    } row[] = {
        {"ab", "Agri-food", "発酵食品に関心があります。", "note of a"},
        {"ba", "Agri-food", "We make koji;\nand sake.", "note of b"},
        {"ca", "", "Hydrogen?", "note of c"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        int q = tiny_request(day->arena, day->event, row[k].letters);
        day->event->request[q].topic = row[k].topic;
        day->event->request[q].message = row[k].message;
        day->event->request[q].note = row[k].note;
    }
}

void ics_day_init(struct ics_day *day, struct arena *arena)
{
    *day = (struct ics_day){.arena = arena};
    day->event = tiny_event(arena, "abc", 4, 2);
    name_people(day);
    name_things(day);
    add_requests(day);
    struct eligibility *elig = tiny_eligibility(arena, day->event);
    tiny_begin(&day->plan, arena, day->event, elig);
    day->meeting = tiny_meet(&day->plan, 0, 0, 0, 0);
    tiny_meet(&day->plan, 2, 1, 1, -1);
    tiny_end(&day->plan);
}

void ics_day_publish(struct ics_day *day)
{
    schedule_publish(&day->plan.schedule);
    schedule_publish_agenda(day->arena, day->event, &day->plan.schedule,
                            &(struct unreached){.n_persons = 0});
}

void ics_day_cancel_second(struct ics_day *day)
{
    struct schedule *schedule = &day->plan.schedule;
    ics_day_publish(day);
    schedule->cancelled[0] = schedule->meeting[1];
    schedule->cancelled[0].sequence++;
    schedule->n_cancelled = 1;
    schedule->n_meetings = 1;
}

static void make_now(struct arena *arena, struct output_file *file)
{
    struct arena work;
    arena_init(&work);
    file->content = output_bytes(arena, work, file);
    file->make = NULL;
    arena_finish(&work);
}

void ics_day_write(struct ics_day *day)
{
    const struct ics_input input = {
        .event = day->event,
        .schedule = &day->plan.schedule,
        .stamp_s = tiny_time("06:00"),
        .version = "0.1",
    };
    output_init(&day->output, day->arena);
    ics_add_agendas(&day->output, &input);
    ics_add_interpreter_agendas(&day->output, &input);
    ics_add_overview(&day->output, &input);
    ics_add_invites(&day->output, &input);
    for (int k = 0; k < day->output.n_files; k++) {
        make_now(day->arena, &day->output.file[k]);
    }
    ics_calendar_finish();
}

const char *ics_day_file(const struct ics_day *day, const char *path)
{
    for (int k = 0; k < day->output.n_files; k++) {
        if (strcmp(day->output.file[k].path, path) == 0) {
            return day->output.file[k].content.bytes;
        }
    }
    return NULL;
}

const char *ics_day_lines(const struct ics_day *day, const char *path)
{
    size_t len;
    const char *text = ics_day_file(day, path);
    return ics_unfold(day->arena, text ? text : "", &len);
}

bool ics_day_has(const struct ics_day *day, const char *path)
{
    return ics_day_file(day, path) != NULL;
}

bool ics_day_says(const struct ics_day *day, const char *path, const char *part)
{
    return strstr(ics_day_lines(day, path), part) != NULL;
}

int ics_day_count(const struct ics_day *day, const char *path, const char *part)
{
    int n = 0;
    for (const char *at = ics_day_lines(day, path); (at = strstr(at, part)); at++) {
        n++;
    }
    return n;
}

int ics_day_n_invites(const struct ics_day *day)
{
    int n = 0;
    for (int k = 0; k < day->output.n_files; k++) {
        n += strncmp(day->output.file[k].path, "invites/", 8) == 0;
    }
    return n;
}
