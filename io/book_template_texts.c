/* What stands in the tables of an event that nobody has filled in. */

#include "io/book_template_texts.h"

static const char zones[] =
    "Asia/Tokyo|Europe/Brussels|Europe/Paris|Europe/Berlin|Europe/Madrid|Europe/"
    "Rome|"
    "Europe/Warsaw|Europe/Athens|Europe/Helsinki|Europe/Lisbon|Europe/Dublin|UTC";

/* Rows begin with "#", so that they are not read. */
const struct template_sheet template_sheets[] = {
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
      {"Start / 開始", "2026-05-19T16:00", 18, "yyyy-mm-dd hh:mm", NULL},
      {"End / 終了", "2026-05-19T18:00", 18, "yyyy-mm-dd hh:mm", NULL},
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
    {LIST_MET_BEFORE,
     "Met before (面談済)",
     {{"One / 参加者1", "# Gifu Prefecture", 28, NULL, NULL},
      {"Other / 参加者2", "Vitagora", 28, NULL, NULL}}},
};

/* Columns and settings that stand there only where something is known of them. */
const struct template_further template_further[] = {
    {LIST_PARTICIPANTS, "contact_confirm", "Confirm / 要確認", 12},
    {LIST_PARTICIPANTS, "contact_name_ja", "Name (Japanese) / 氏名日本語", 18},
    {LIST_PARTICIPANTS, "contact_job_title", "Job title / 役職", 22},
    {LIST_PARTICIPANTS, "themes", "Themes / 分野", 24},
    {LIST_PARTICIPANTS, "profile", "Profile / 紹介", 40},
    {LIST_PARTICIPANTS, "profile_ja", "Profile (Japanese) / 紹介日本語", 40},
    {LIST_PARTICIPANTS, "parallel", "Parallel / 同時面談数", 12},
    {LIST_PARTICIPANTS, "people", "People / 人数", 10},
    {LIST_PARTICIPANTS, "min_meetings", "Minimum meetings / 最少面談数", 12},
    {LIST_PARTICIPANTS, "max_consecutive", "Maximum consecutive / 最大連続面談数",
     12},
    {LIST_PARTICIPANTS, "max_gaps", "Maximum gaps / 最大空き数", 12},
    {LIST_EVENT, "alarm_minutes", "Alarm / アラーム", 0},
    {LIST_EVENT, "default_status", "Default status / 既定の状態", 0},
    {LIST_EVENT, "met_before", "Met before / 面談済みの扱い", 0},
    {LIST_EVENT, "max_consecutive", "Maximum consecutive / 最大連続面談数", 0},
    {LIST_EVENT, "max_gaps", "Maximum gaps / 最大空き数", 0},
    {LIST_EVENT, "interpreted_room_feature", "Interpreted room feature", 0},
    {LIST_EVENT, "social_hours_otherwise", "Otherwise / 勤務時間外", 0},
    {LIST_EVENT, "on_change", "On change", 0},
    {LIST_EVENT, "weights_priority", "Weights priority", 0},
    {LIST_EVENT, "weights_rank", "Weights rank", 0},
    {LIST_EVENT, "weights_avoid", "Weights avoid", 0},
    {LIST_EVENT, "objective", "Objective / 目的", 0},
};

const char *const template_setting_head[] = {"Field / 項目", "Value / 値",
                                             "Help / 説明"};

const struct template_setting template_settings[] = {
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

const char *const template_help[] = {
    "Fill in the sheets; what is not needed stays empty. Then: matchday check "
    "FILE.xlsx",
    "When it finds nothing more that must be mended: matchday solve FILE.xlsx -o "
    "OUT",
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
    "直すところがなくなったら: matchday solve FILE.xlsx -o OUT",
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

const int n_template_sheets = sizeof template_sheets / sizeof *template_sheets;
const int n_template_further = sizeof template_further / sizeof *template_further;
const int n_template_settings =
    sizeof template_settings / sizeof *template_settings;
const int n_template_help = sizeof template_help / sizeof *template_help;
