#include "io/book_template.h"

#include <string.h>

#include "io/csv_write.h"
#include "io/headings.h"

struct template_column {
    const char *head; /* in English, then " / " and in Japanese */
    const char *example;
    double width;
    const char *format; /* of dates and times */
    const char *among;  /* a drop-down list: "a|b" */
};

enum { MOST_COLUMNS = 14 };

struct template_sheet {
    enum list list;
    const char *name;
    struct template_column column[MOST_COLUMNS];
};

static const char zones[] =
    "Asia/Tokyo|Europe/Brussels|Europe/Paris|Europe/Berlin|Europe/Madrid|Europe/"
    "Rome|"
    "Europe/Warsaw|Europe/Athens|Europe/Helsinki|Europe/Lisbon|Europe/Dublin|UTC";

/* Rows begin with "#", so that they are not read. */
static const struct template_sheet sheets[] = {
    {LIST_SESSIONS,
     "Sessions (セッション)",
     {{"Session id / セッションID", "# am", 18, NULL, NULL},
      {"Title / セッション名", "Matchmaking", 24, NULL, NULL},
      {"Date / 日付", "2026-05-19", 12, "yyyy-mm-dd", NULL},
      {"Start / 開始時刻", "09:00", 12, "hh:mm", NULL},
      {"End / 終了時刻", "12:30", 12, "hh:mm", NULL},
      {"Time zone / タイムゾーン", "Europe/Brussels", 18, NULL, zones},
      {"Meeting minutes / 面談時間", "20", 12, NULL, NULL},
      {"Changeover minutes / 入替時間", "5", 12, NULL, NULL},
      {"Breaks / 休憩", "10:15-10:30 Coffee", 24, NULL, NULL}}},
    {LIST_PARTICIPANTS,
     "Participants (参加者)",
     {{"Organisation / 団体名", "# Gifu Prefecture", 28, NULL, NULL},
      {"Organisation (Japanese) / 団体名日本語", "岐阜県", 24, NULL, NULL},
      {"Id / 参加者ID", "gifu", 12, NULL, NULL},
      {"Side / 側", "JP", 8, NULL, NULL},
      {"Country / 国", "JP", 8, NULL, NULL},
      {"Time zone / タイムゾーン", "Asia/Tokyo", 18, NULL, zones},
      {"Languages / 言語", "ja;en", 12, NULL, NULL},
      {"Interpreter / 通訳", "auto", 12, NULL, "auto|always|never"},
      {"Name / 氏名", "Hanako Sato", 22, NULL, NULL},
      {"Email / メールアドレス", "sato@example.org", 26, NULL, NULL},
      {"Contact language / 連絡言語", "ja", 10, NULL, "en|ja|fr"},
      {"Maximum meetings / 最大面談数", "6", 12, NULL, NULL},
      {"Status / 状態", "registered", 12, NULL, "registered|cancelled"}}},
    {LIST_REQUESTS,
     "Wishes (希望)",
     {{"From / 希望者", "# Gifu Prefecture", 28, NULL, NULL},
      {"To / 希望先", "Vitagora", 28, NULL, NULL},
      {"Topic / 議題", "", 20, NULL, NULL},
      {"Priority / 優先度", "4", 10, NULL, "1|2|3|4|5"},
      {"Rank / 希望順位", "", 10, NULL, NULL},
      {"Status / 状態", "accepted", 12, NULL,
       "accepted|pending|declined|withdrawn"},
      {"Message / メッセージ", "", 30, NULL, NULL},
      {"Note / 備考", "", 30, NULL, NULL}}},
    {LIST_AVAILABILITY,
     "Availability (空き時間)",
     {{"Participant / 参加者", "# Gifu Prefecture", 28, NULL, NULL},
      {"Start / 開始", "2026-05-19 16:00", 18, "yyyy-mm-dd hh:mm", NULL},
      {"End / 終了", "2026-05-19 18:00", 18, "yyyy-mm-dd hh:mm", NULL},
      {"Kind / 種別", "available", 14, NULL, "available|unavailable|avoid"},
      {"Time zone / タイムゾーン", "", 18, NULL, zones}}},
    {LIST_ROOMS,
     "Rooms (部屋)",
     {{"Room id / 部屋ID", "# R01", 10, NULL, NULL},
      {"Name / 部屋名", "Room 1", 20, NULL, NULL},
      {"Link / リンク", "https://example.org/room-1", 36, NULL, NULL},
      {"Capacity / 定員", "8", 10, NULL, NULL},
      {"Features / 設備", "", 20, NULL, NULL},
      {"Reserved for / 専用", "", 20, NULL, NULL}}},
    {LIST_INTERPRETERS,
     "Interpreters (通訳)",
     {{"Interpreter id / 通訳ID", "# I1", 12, NULL, NULL},
      {"Name / 氏名", "Keiko Mori", 22, NULL, NULL},
      {"Email / メールアドレス", "mori@example.org", 26, NULL, NULL},
      {"Language pairs / 言語ペア", "en-ja;fr-ja", 16, NULL, NULL},
      {"Time zone / タイムゾーン", "Asia/Tokyo", 18, NULL, zones},
      {"Maximum meetings / 最大件数", "6", 12, NULL, NULL},
      {"Maximum consecutive / 最大連続件数", "3", 12, NULL, NULL}}},
    {LIST_LOCKS,
     "Locks (固定)",
     {{"Participants / 参加者", "# Gifu Prefecture; Vitagora", 36, NULL, NULL},
      {"Topic / 議題", "", 20, NULL, NULL},
      {"Slot / 時間枠", "am-02", 10, NULL, NULL},
      {"Room / 部屋", "R01", 10, NULL, NULL},
      {"Kind / 種別", "lock", 10, NULL, "lock|forbid"}}},
};

struct template_setting {
    const char *name, *value, *help;
};

static const char *const setting_head[] = {"Field / 項目", "Value / 値",
                                           "Help / 説明"};

static const struct template_setting settings[] = {
    {"Name / イベント名", "", "required; the title of the event"},
    {"Japanese name / イベント名日本語", "",
     "for those who are written to in Japanese"},
    {"Id / イベントID", "",
     "letters, digits and hyphens, such as ejrc-2026; made from the name if left "
     "out"},
    {"Organizer / 主催者", "", "required for calendars"},
    {"Organizer email / 主催者メール", "", "required for calendars"},
    {"Domain / ドメイン", "", "required for calendars: one of yours, example.org"},
    {"Time zone / タイムゾーン", "Europe/Brussels", "of all times without one"},
    {"Display time zones / 表示タイムゾーン", "Europe/Brussels;Asia/Tokyo",
     "the clocks shown side by side"},
    {"Rooms / 部屋数", "", "a number, if the sheet of rooms is left empty"},
    {"Pending / 未回答の扱い", "skip",
     "skip or schedule: wishes without an answer"},
    {"Minimum meetings / 最少面談数", "1", "wanted for everybody first"},
    {"Maximum meetings / 最大面談数", "", "for everybody; empty: no limit"},
    {"Working hours / 勤務時間", "09:00-18:00=0; 08:00-19:00=1; 07:00-21:00=3",
     "hours and what each meeting in them costs; JP 08:00-20:00=1 is for one side"},
};

static const char *const help[] = {
    "Fill in the sheets; what is not needed stays empty. Then: matchday check "
    "FILE.xlsx",
    "Rows that begin with # are examples and are not read.",
    "Event, Sessions, Participants and Wishes are needed, the others if you like.",
    "Organisations may be called by their names everywhere: Gifu Prefecture, or "
    "its id.",
    "For further people of an organisation repeat its row with another name and "
    "e-mail.",
    "Several values in one cell are separated by a semicolon: ja;en",
    "Dates and times are those of the time zone beside them, else of the "
    "participant, "
    "else of the event.",
    "Availability may also be a grid: a column for each slot (am-01, 16:00) with "
    "yes, "
    "maybe or no in it.",
    "Priority: 5 is essential, 3 is usual. Rank: 1 is the first wish.",
    "",
    "各シートに記入してください。不要な欄は空のままで構いません。その後: matchday "
    "check FILE.xlsx",
    "# で始まる行は記入例で、読み込まれません。",
    "イベント、セッション、参加者、希望は必須です。ほかのシートは任意です。",
    "団体は、どこでも名称またはIDで書けます。",
    "担当者が複数いる団体は、行を繰り返して氏名とメールアドレスを変えてください。",
    "一つの欄に複数の値を書くときは、セミコロンで区切ります: ja;en",
    "日時は、横にあるタイムゾーン、なければ参加者、なければイベントの時刻です。",
    "空き時間は表でも書けます: 時間枠ごとの列 (am-01, 16:00) に ○ △ × "
    "を記入します。",
    "優先度は5が最重要、3が標準です。希望順位は1が第一希望です。",
};

enum {
    N_SHEETS = sizeof sheets / sizeof *sheets,
    N_SETTINGS = sizeof settings / sizeof *settings,
};

static void add(struct arena *arena, struct xlsx_out_sheet *sheet, int row,
                int column, const char *text, enum xlsx_style style)
{
    xlsx_out_add(arena, sheet,
                 (struct xlsx_out_cell){
                     .row = row, .column = column, .text = text, .style = style});
}

/* The first session's row, without the columns that nothing is known for. */
static void session_cells(const struct template_day *day,
                          const char *cell[MOST_COLUMNS])
{
    const char *known[] = {
        "am",           "",           day->date,      day->start, day->end,
        day->time_zone, day->minutes, day->changeover};
    memset(cell, 0, MOST_COLUMNS * sizeof *cell);
    memcpy(cell, known, sizeof known);
}

/* A setting's value, where the day says another one than the template. */
static const char *value_of(const struct template_setting *setting,
                            const struct template_day *day)
{
    if (day && strncmp(setting->name, "Time zone", 9) == 0) {
        return day->time_zone;
    }
    return day && strncmp(setting->name, "Display time zones", 18) == 0
               ? day->display_time_zones
               : setting->value;
}

static void add_settings(struct arena *arena, const struct template_day *day,
                         struct xlsx_out_sheet *sheet)
{
    static const double width[] = {34, 44, 70};
    *sheet = (struct xlsx_out_sheet){
        .name = "Event (イベント)", .n_columns = 3, .n_frozen = 1};
    sheet->column = arena_new(arena, 3, struct xlsx_out_column);
    for (int c = 0; c < 3; c++) {
        sheet->column[c].width = width[c];
        add(arena, sheet, 0, c, setting_head[c], XLSX_HEAD);
    }
    for (int k = 0; k < N_SETTINGS; k++) {
        add(arena, sheet, k + 1, 0, settings[k].name, XLSX_PLAIN);
        add(arena, sheet, k + 1, 1, value_of(&settings[k], day), XLSX_PLAIN);
        add(arena, sheet, k + 1, 2, settings[k].help, XLSX_EXAMPLE);
    }
}

static void add_list(struct arena *arena, const struct template_sheet *from,
                     const struct template_day *day, struct xlsx_out_sheet *sheet)
{
    const char *known[MOST_COLUMNS] = {NULL};
    if (day && from->list == LIST_SESSIONS) {
        session_cells(day, known);
    }
    *sheet = (struct xlsx_out_sheet){.name = from->name, .n_frozen = 1};
    sheet->column = arena_new(arena, MOST_COLUMNS, struct xlsx_out_column);
    for (int c = 0; c < MOST_COLUMNS && from->column[c].head; c++) {
        const struct template_column *column = &from->column[c];
        sheet->column[c] = (struct xlsx_out_column){
            .width = column->width,
            .format = column->format,
            .among = text_split(arena, column->among ? column->among : "", '|'),
        };
        sheet->n_columns = c + 1;
        add(arena, sheet, 0, c, column->head, XLSX_HEAD);
        if (known[0]) {
            add(arena, sheet, 1, c, known[c] ? known[c] : "", XLSX_PLAIN);
        } else {
            add(arena, sheet, 1, c, column->example, XLSX_EXAMPLE);
        }
    }
}

static void add_help(struct arena *arena, struct xlsx_out_sheet *sheet)
{
    *sheet = (struct xlsx_out_sheet){.name = "Help (ヘルプ)", .n_columns = 1};
    sheet->column = arena_new(arena, 1, struct xlsx_out_column);
    sheet->column[0].width = 110;
    add(arena, sheet, 0, 0, "A matchmaking day / 商談会", XLSX_TITLE);
    for (size_t k = 0; k < sizeof help / sizeof *help; k++) {
        add(arena, sheet, (int)k + 2, 0, help[k], XLSX_WRAPPED);
    }
}

void book_template(struct arena *arena, const struct template_day *day,
                   struct xlsx_out *out)
{
    out->sheet = arena_new(arena, N_SHEETS + 2, struct xlsx_out_sheet);
    out->n_sheets = 0;
    add_settings(arena, day, &out->sheet[out->n_sheets++]);
    for (int k = 0; k < N_SHEETS; k++) {
        add_list(arena, &sheets[k], day, &out->sheet[out->n_sheets++]);
    }
    add_help(arena, &out->sheet[out->n_sheets++]);
}

static void add_file(struct output *output, enum list list,
                     const struct csv_writer *csv)
{
    output_add(output, arena_printf(output->arena, "%s.csv", list_names[list]),
               csv->buf.data, csv->buf.len);
}

static void add_session_row(struct csv_writer *csv, const struct template_day *day)
{
    const char *known[MOST_COLUMNS];
    session_cells(day, known);
    for (int c = 0; c < MOST_COLUMNS && known[c]; c++) {
        csv_add_text(csv, known[c]);
    }
    csv_end_row(csv);
}

void book_template_tables(struct arena *arena, const struct template_day *day,
                          struct output *output)
{
    struct csv_writer csv;
    csv_begin(&csv, arena);
    csv_add_text(&csv, setting_head[0]);
    csv_add_text(&csv, setting_head[1]);
    csv_end_row(&csv);
    for (int k = 0; k < N_SETTINGS; k++) {
        csv_add_text(&csv, settings[k].name);
        csv_add_text(&csv, value_of(&settings[k], day));
        csv_end_row(&csv);
    }
    add_file(output, LIST_EVENT, &csv);
    for (int k = 0; k < N_SHEETS; k++) {
        csv_begin(&csv, arena);
        for (int c = 0; c < MOST_COLUMNS && sheets[k].column[c].head; c++) {
            csv_add_text(&csv, sheets[k].column[c].head);
        }
        csv_end_row(&csv);
        if (day && sheets[k].list == LIST_SESSIONS) {
            add_session_row(&csv, day);
        }
        add_file(output, sheets[k].list, &csv);
    }
}

static const struct template_sheet *sheet_of(enum list list)
{
    for (int k = 0; k < N_SHEETS; k++) {
        if (sheets[k].list == list) {
            return &sheets[k];
        }
    }
    return NULL;
}

bool book_template_has_heading(enum list list, const char *text)
{
    const struct template_sheet *sheet = sheet_of(list);
    for (int c = 0; sheet && c < MOST_COLUMNS && sheet->column[c].head; c++) {
        if (strcmp(sheet->column[c].head, text) == 0) {
            return true;
        }
    }
    return false;
}

bool book_template_is_example(enum list list, const struct table_row *row)
{
    const struct template_sheet *sheet = sheet_of(list);
    for (int c = 0; sheet && c < MOST_COLUMNS; c++) {
        const char *example = sheet->column[c].head ? sheet->column[c].example : "";
        if (strcmp(c < row->n_cells ? row->cell[c].text : "", example) != 0) {
            return false;
        }
    }
    return sheet && row->n_cells <= MOST_COLUMNS;
}
