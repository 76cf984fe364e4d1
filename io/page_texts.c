#include "io/page_texts.h"

#include <string.h>

#include "scheduler/base/buf.h"

static const struct {
    const char *key;
    const char *text[N_LANGUAGES]; /* English, Japanese, French */
} table[N_PAGE_TEXTS] = {
    [PAGE_PROGRAMME] = {"programme", {"Programme", "プログラム", "Programme"}},
    [PAGE_SKIP] = {"skip",
                   {"Skip to the programme", "プログラムへ移動",
                    "Aller au programme"}},
    [PAGE_TOOLS] = {"tools",
                    {"Search and settings", "検索と設定", "Recherche et réglages"}},
    [PAGE_SEARCH] = {"search", {"Search", "検索", "Rechercher"}},
    [PAGE_SEARCH_HINT] = {"search-hint",
                          {"Organisation, country, room", "団体名・国・会場",
                           "Organisme, pays, salle"}},
    [PAGE_LANGUAGE] = {"language", {"Language", "言語", "Langue"}},
    [PAGE_ZONE] = {"zone", {"Time zone", "タイムゾーン", "Fuseau horaire"}},
    [PAGE_ZONE_EVENT] = {"zone-event",
                         {"As announced", "イベントの表示時間",
                          "Heures de l’événement"}},
    [PAGE_ZONE_DEVICE] = {"zone-device",
                          {"This device", "この端末", "Cet appareil"}},
    [PAGE_ZONE_OTHERS] = {"zone-others",
                          {"All time zones", "すべてのタイムゾーン",
                           "Tous les fuseaux"}},
    [PAGE_DAY] = {"day", {"Day", "日付", "Jour"}},
    [PAGE_ALL_DAYS] = {"all-days", {"All days", "すべての日", "Tous les jours"}},
    [PAGE_COUNTRY] = {"country", {"Country", "国", "Pays"}},
    [PAGE_ALL_COUNTRIES] = {"all-countries",
                            {"All countries", "すべての国", "Tous les pays"}},
    [PAGE_INTERPRETED_ONLY] = {"interpreted-only",
                               {"With interpreter only", "通訳付きのみ",
                                "Avec interprète seulement"}},
    [PAGE_VIEW] = {"view", {"View", "表示", "Affichage"}},
    [PAGE_GRID] = {"grid", {"Grid", "表", "Grille"}},
    [PAGE_LIST] = {"list", {"List", "リスト", "Liste"}},
    [PAGE_PRINT] = {"print", {"Print", "印刷", "Imprimer"}},
    [PAGE_PRINT_AGENDAS] = {"print-agendas",
                            {"Print agendas, one per page",
                             "個別日程を1件1ページで印刷",
                             "Imprimer les agendas, un par page"}},
    [PAGE_RESET] = {"reset",
                    {"Clear filters", "絞り込みを解除", "Effacer les filtres"}},
    [PAGE_SHOWN] = {"shown",
                    {"{1} of {2} meetings", "{2}件中 {1}件の面談",
                     "{1} rendez-vous sur {2}"}},
    [PAGE_NOTHING] = {"nothing",
                      {"Nothing matches. Change or clear the filters.",
                       "該当する面談がありません。条件を変えてください。",
                       "Aucun résultat. Modifiez ou effacez les filtres."}},
    [PAGE_MEETINGS] = {"meetings", {"Meetings", "面談", "Rendez-vous"}},
    [PAGE_ORGANISATIONS] = {"organisations",
                            {"Organisations", "参加団体", "Organismes"}},
    [PAGE_ORGANISATIONS_HINT] =
        {"organisations-hint",
         {"Choose an organisation to see its agenda; its address in the browser is "
          "a link that can be sent.",
          "団体名を選ぶと個別の日程が表示されます。そのURLはそのまま共有できます。",
          "Choisissez un organisme pour voir son agenda ; l’adresse affichée par "
          "le "
          "navigateur peut être envoyée."}},
    [PAGE_ROOMS] = {"rooms", {"Rooms", "会場", "Salles"}},
    [PAGE_ROOM] = {"room", {"Room", "会場", "Salle"}},
    [PAGE_INTERPRETED] = {"interpreted", {"Interpreter", "通訳付き", "Interprète"}},
    [PAGE_TO_BE_CONFIRMED] = {"to-be-confirmed",
                              {"To be confirmed", "未確定", "À confirmer"}},
    [PAGE_FOR_ALL] = {"for-all", {"Everybody", "全員", "Tous"}},
    [PAGE_FOR_SIDE] = {"for-side", {"For {1}", "{1}対象", "Pour {1}"}},
    [PAGE_FOR_SOME] = {"for-some",
                       {"By registration", "登録者のみ", "Sur inscription"}},
    [PAGE_BREAK] = {"break", {"Break", "休憩", "Pause"}},
    [PAGE_GRID_LABEL] = {"grid-label",
                         {"Meetings by room and time", "会場・時間別の面談",
                          "Rendez-vous par salle et par heure"}},
    [PAGE_AGENDA_OF] = {"agenda-of", {"Agenda", "個別日程", "Agenda"}},
    [PAGE_AGENDA_EMPTY] = {"agenda-empty",
                           {"Nothing in the programme.", "予定はありません。",
                            "Rien au programme."}},
    [PAGE_AGENDA_ZONE] = {"agenda-zone",
                          {"Times in {1}", "{1}の時刻", "Heures de {1}"}},
    [PAGE_BACK] = {"back",
                   {"Whole programme", "プログラム全体", "Tout le programme"}},
    [PAGE_COPY_LINK] = {"copy-link",
                        {"Copy link", "リンクをコピー", "Copier le lien"}},
    [PAGE_COPIED] = {"copied", {"Copied", "コピーしました", "Copié"}},
    [PAGE_LINKS_ELSEWHERE] =
        {"links-elsewhere",
         {"Links to the rooms are in your own calendar and mail only.",
          "会場への接続リンクは、各自のカレンダーとメールにのみ記載されています。",
          "Les liens des salles figurent uniquement dans votre calendrier et vos "
          "courriels."}},
    [PAGE_NO_SCRIPT] =
        {"no-script",
         {"Search, other time zones and personal agendas need "
          "JavaScript; the programme does not.",
          "検索・タイムゾーン変更・個別日程にはJavaScriptが必要です。",
          "La recherche, les fuseaux et les agendas demandent "
          "JavaScript ; le programme, non."}},
    [PAGE_MADE_BY] = {"made-by",
                      {"Made with matchday", "matchdayで作成",
                       "Réalisé avec matchday"}},
    [PAGE_ORGANISED_BY] = {"organised-by",
                           {"Organised by {1}", "主催：{1}", "Organisé par {1}"}},
    [PAGE_RUNSHEET] = {"runsheet", {"Run sheet", "進行表", "Déroulé"}},
    [PAGE_WHO_IS_WHERE] = {"who-is-where",
                           {"Who is where", "会場と参加者", "Qui est où"}},
    [PAGE_MOVES] = {"moves", {"Moves", "移動", "Déplacements"}},
    [PAGE_NOBODY_MOVES] = {"nobody-moves",
                           {"Nobody moves.", "移動はありません。",
                            "Personne ne change de salle."}},
    [PAGE_MAIN_ROOM] = {"main-room",
                        {"main room", "メインルーム", "salle principale"}},
    [PAGE_CHAT] = {"chat", {"For the chat", "チャット用", "Pour le chat"}},
    [PAGE_CHAT_ASK] = {"chat-ask",
                       {"Next meetings. Please go to your room.",
                        "次の面談です。それぞれの会場にお入りください。",
                        "Prochains rendez-vous. Merci de rejoindre votre salle."}},
    [PAGE_COPY] = {"copy", {"Copy", "コピー", "Copier"}},
    [PAGE_ENDS_IN] = {"ends-in",
                      {"Meetings end in {1}", "面談終了まで {1}",
                       "Fin des rendez-vous dans {1}"}},
    [PAGE_BEGINS_IN] = {"begins-in",
                        {"Next meetings in {1}", "次の面談まで {1}",
                         "Prochains rendez-vous dans {1}"}},
    [PAGE_ALL_OVER] = {"all-over",
                       {"All meetings are over.", "すべての面談が終了しました。",
                        "Tous les rendez-vous sont terminés."}},
};

const char *page_text(enum page_text id)
{
    return table[id].text[LANGUAGE_EN];
}

const char *page_text_in(enum language language, enum page_text id)
{
    return table[id].text[language];
}

const char *page_text_key(enum page_text id)
{
    return table[id].key;
}

void page_text_content(struct html *html, enum page_text id)
{
    html_attr(html, "data-t", table[id].key);
    html_text(html, page_text(id));
}

void page_text_label(struct html *html, enum page_text id)
{
    html_attr(html, "aria-label", page_text(id));
    html_attr(html, "data-t-label", table[id].key);
}

void page_text_placeholder(struct html *html, enum page_text id)
{
    html_attr(html, "placeholder", page_text(id));
    html_attr(html, "data-t-placeholder", table[id].key);
}

void page_text_leaf(struct html *html, const char *name, const char *class,
                    enum page_text id)
{
    html_open(html, name);
    if (class) {
        html_attr(html, "class", class);
    }
    page_text_content(html, id);
    html_close(html);
}

void page_texts_write(struct html *html, struct arena scratch)
{
    struct buf buf;
    buf_init(&buf, &scratch);
    buf_add_char(&buf, '{');
    for (int id = 0; id < N_PAGE_TEXTS; id++) {
        buf_add_text(&buf, id > 0 ? ",\n" : "\n");
        html_add_json(&buf, table[id].key);
        for (int k = 0; k < N_LANGUAGES; k++) {
            buf_add_text(&buf, k == 0 ? ":[" : ",");
            html_add_json(&buf, table[id].text[k]);
        }
        buf_add_char(&buf, ']');
    }
    buf_add_text(&buf, "\n}\n");
    html_open(html, "script");
    html_attr(html, "type", "application/json");
    html_attr(html, "id", "texts");
    html_inline(html, "script", buf.data, buf.len);
    html_close(html);
}
