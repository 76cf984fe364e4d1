/* The table stands first, then how a text is looked up in it: by its letters and digits
 * alone, so that "E-mail address*" and "ｅｍａｉｌ ａｄｄｒｅｓｓ" are one. */

#include "io/headings.h"

#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/text.h"

const char *const list_names[N_LISTS] = {
    "event",        "sessions",     "agenda",   "rooms", "interpreters",
    "participants", "availability", "requests", "locks", "met_before"};

static const char *const list_titles[N_LISTS] = {
    "イベント|イベント情報|開催概要|概要|événement|evénement|evenement",
    "session|セッション|日程|開催時間|時間帯|séances|seances",
    "program|programme|アジェンダ|議事次第|プログラム|ordredujour",
    "room|tables|ルーム|会議室|部屋|会場|salles|salle",
    "interpreter|通訳|通訳者|interprètes|interpretes",
    "participant|people|organisations|organizations|参加者|参加者一覧|参加者名簿|"
    "参加団体|参加企業|"
    "出席者",
    "availabilities|空き時間|空き状況|対応可能時間|参加可能時間|都合|"
    "disponibilités|"
    "disponibilites|disponibilité",
    "request|wishes|wish|希望|面談希望|面談希望調査|面談希望一覧|商談希望|希望先|"
    "リクエスト|souhaits|"
    "demandes|"
    "voeux|vœux",
    "lock|固定|確定枠|verrous|verrouillages|blocages",
    "met|metbefore|面談済|面談済み|過去の面談|déjàrencontrés|dejarencontres|"
    "rencontres|rencontrespassées",
};

#define ZONE_NAMES                                                                 \
    "timezone|zone|tz|タイムゾーン|時間帯|標準時|fuseauhoraire|fuseau"
#define START_NAMES                                                                              \
    "starttime|from|begin|beginning|開始|開始時刻|開始時間|開始日時|début|debut|" \
    "heurededébut|heuredebut|de"
#define END_NAMES                                                                  \
    "endtime|until|till|to|終了|終了時刻|終了時間|終了日時|fin|heuredefin|à"
#define URL_NAMES "link|zoom|zoomurl|リンク|会議url|接続url|lien"
#define ORGANISATION_NAMES                                                                        \
    "organization|organisationname|organizationname|company|companyname|"                         \
    "institution|body|会社名|御社名|貴社名|raisonsociale|企業名|団体名|組織名|" \
    "機関名|法人名|自治体名|所属|"                                                    \
    "organisme|"                                                                                  \
    "entreprise|société|societe|nomdelorganisation|nomdelentreprise|structure"

const struct heading headings[] = {
    {LIST_EVENT, "id", CELL_TEXT, "eventid|イベントid|identifiant"},
    {LIST_EVENT, "name", CELL_TEXT, "eventname|title|イベント名|名称|nom|titre"},
    {LIST_EVENT, "name_ja", CELL_TEXT,
     "japanesename|イベント名日本語|日本語名|nomjaponais|nomenjaponais"},
    {LIST_EVENT, "organizer_name", CELL_TEXT,
     "organizer|organiser|organisername|主催者|主催者名|主催|organisateur|"
     "nomdelorganisateur"},
    {LIST_EVENT, "organizer_email", CELL_CODE,
     "organiseremail|email|mail|主催者メール|主催者メールアドレス|メールアドレス|"
     "courriel|emaildelorganisateur|courrieldelorganisateur"},
    {LIST_EVENT, "uid_domain", CELL_CODE, "domain|ドメイン|domaine"},
    {LIST_EVENT, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_EVENT, "display_time_zones", CELL_ZONE,
     "timezonesshown|表示タイムゾーン|表示時間帯|fuseauxaffichés|"
     "fuseauxhorairesaffichés"},
    {LIST_EVENT, "alarm_minutes", CELL_NUMBER, "alarm|アラーム|rappel"},
    {LIST_EVENT, "default_status", CELL_WORD, "既定の状態|statutpardéfaut"},
    {LIST_EVENT, "pending", CELL_WORD, "pendingrequests|未回答の扱い|enattente"},
    {LIST_EVENT, "met_before", CELL_WORD, "面談済みの扱い|déjàrencontrés"},
    {LIST_EVENT, "min_meetings", CELL_NUMBER,
     "minimummeetings|最少面談数|最小面談数|最低面談数|minimumderendezvous|"
     "nombreminimumderendezvous|nbminderendezvous"},
    {LIST_EVENT, "max_meetings", CELL_NUMBER,
     "maximummeetings|最大面談数|最多面談数|maximumderendezvous|"
     "nombremaximumderendezvous|nbmaxderendezvous"},
    {LIST_EVENT, "max_consecutive", CELL_NUMBER,
     "maximumconsecutive|連続面談数|最大連続面談数|maximumconsécutifs"},
    {LIST_EVENT, "max_gaps", CELL_NUMBER, "maximumgaps|最大空き数|maximumdetrous"},
    {LIST_EVENT, "interpreted_room_feature", CELL_TEXT, "通訳用の部屋設備"},
    {LIST_EVENT, "social_hours", CELL_TEXT,
     "workinghours|officehours|勤務時間|執務時間|heuresouvrables"},
    {LIST_EVENT, "social_hours_otherwise", CELL_WORD,
     "otherwise|勤務時間外|horsdesheuresouvrables"},
    {LIST_EVENT, "on_change", CELL_WORD, "onchanges"},
    {LIST_EVENT, "rooms", CELL_NUMBER,
     "numberofrooms|部屋数|会議室数|nombredesalles"},
    {LIST_EVENT, "weights_priority", CELL_LIST, "priorityweights"},
    {LIST_EVENT, "weights_rank", CELL_LIST, "rankweights"},
    {LIST_EVENT, "weights_avoid", CELL_NUMBER, "avoidweight"},
    {LIST_EVENT, "objective", CELL_LIST, "目的|objectif"},

    {LIST_SESSIONS, "id", CELL_TEXT,
     "session|sessionid|セッション|セッションid|séance|identifiant"},
    {LIST_SESSIONS, "title", CELL_TEXT, "name|セッション名|名称|titre|nom"},
    {LIST_SESSIONS, "date", CELL_DATE, "day|日付|日|開催日|jour"},
    {LIST_SESSIONS, "start", CELL_CLOCK, START_NAMES},
    {LIST_SESSIONS, "end", CELL_CLOCK, END_NAMES},
    {LIST_SESSIONS, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_SESSIONS, "meeting_minutes", CELL_NUMBER,
     "meetinglength|minutes|duration|slotminutes|面談時間|面談時間分|"
     "1回の時間|durée|duree|duréemin|duréeenminutes|duréedurendezvous|"
     "minutesparrendezvous"},
    {LIST_SESSIONS, "changeover_minutes", CELL_NUMBER,
     "changeover|gapminutes|pause|入替時間|入れ替え時間|入替時間分|入替|入替分|"
     "transition|minutesdetransition|battement"},
    {LIST_SESSIONS, "breaks", CELL_BREAKS, "break|休憩|休憩時間|pauses"},

    {LIST_AGENDA, "id", CELL_TEXT, "番号|identifiant"},
    {LIST_AGENDA, "title", CELL_TEXT, "name|item|項目|題名|内容|titre"},
    {LIST_AGENDA, "start", CELL_INSTANT, START_NAMES},
    {LIST_AGENDA, "end", CELL_INSTANT, END_NAMES},
    {LIST_AGENDA, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_AGENDA, "audience", CELL_ID, "for|対象|対象者|public|pour"},
    {LIST_AGENDA, "url", CELL_CODE, URL_NAMES},

    {LIST_ROOMS, "id", CELL_TEXT, "room|roomid|部屋番号|部屋id|ルーム番号|salle"},
    {LIST_ROOMS, "name", CELL_TEXT,
     "roomname|部屋名|ルーム名|会議室名|nom|nomdelasalle"},
    {LIST_ROOMS, "url", CELL_CODE, URL_NAMES},
    {LIST_ROOMS, "capacity", CELL_NUMBER, "seats|places|定員|収容人数|capacité"},
    {LIST_ROOMS, "features", CELL_LIST, "equipment|設備|équipement|équipements"},
    {LIST_ROOMS, "reserved_for", CELL_ID, "reserved|専用|予約先|réservéepour"},
    {LIST_ROOMS, "available", CELL_TEXT, ""},
    {LIST_ROOMS, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_ROOMS, "available_start", CELL_INSTANT,
     "availablefrom|利用開始|利用可能開始|" START_NAMES},
    {LIST_ROOMS, "available_end", CELL_INSTANT,
     "availableuntil|availableto|利用終了|利用可能終了|" END_NAMES},

    {LIST_INTERPRETERS, "id", CELL_TEXT,
     "interpreterid|通訳id|通訳番号|identifiant"},
    {LIST_INTERPRETERS, "name", CELL_PERSON,
     "interpreter|氏名|名前|通訳者名|nom|interprète"},
    {LIST_INTERPRETERS, "email", CELL_CODE,
     "emailaddress|mail|メール|メールアドレス|courriel|adresseemail"},
    {LIST_INTERPRETERS, "pairs", CELL_PAIRS,
     "languagepairs|languages|言語|通訳言語|言語ペア|対応言語|langues|"
     "pairesdelangues|combinaisons"},
    {LIST_INTERPRETERS, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_INTERPRETERS, "available", CELL_TEXT, ""},
    {LIST_INTERPRETERS, "max_meetings", CELL_NUMBER,
     "maximummeetings|最大件数|最大面談数|maximumderendezvous|"
     "nombremaximumderendezvous|nbmaxderendezvous"},
    {LIST_INTERPRETERS, "max_consecutive", CELL_NUMBER,
     "maximumconsecutive|連続件数|最大連続件数|maximumconsécutifs"},
    {LIST_INTERPRETERS, "available_start", CELL_INSTANT,
     "availablefrom|対応開始|対応可能開始|" START_NAMES},
    {LIST_INTERPRETERS, "available_end", CELL_INSTANT,
     "availableuntil|availableto|対応終了|対応可能終了|" END_NAMES},

    {LIST_PARTICIPANTS, "id", CELL_TEXT,
     "participantid|code|参加者id|参加番号|管理番号|identifiant"},
    {LIST_PARTICIPANTS, "organisation", CELL_BODY, "名称|" ORGANISATION_NAMES},
    {LIST_PARTICIPANTS, "organisation_ja", CELL_BODY,
     "organizationja|organisationjapanese|organizationjapanese|"
     "organisationinjapanese|organizationinjapanese|companynamejapanese|"
     "会社名日本語|企業名日本語|団体名日本語|組織名日本語|会社名和文|団体名和文|"
     "組織名和文|organisationenjaponais|nomenjaponais"},
    {LIST_PARTICIPANTS, "country", CELL_TEXT, "国|国名|所在国|pays"},
    {LIST_PARTICIPANTS, "side", CELL_TEXT,
     "group|delegation|côté|側|陣営|グループ|camp|"
     "délégation|groupe"},
    {LIST_PARTICIPANTS, "time_zone", CELL_ZONE, ZONE_NAMES},
    {LIST_PARTICIPANTS, "languages", CELL_LANGUAGES,
     "language|spokenlanguages|languagesspoken|言語|使用言語|ご使用言語|対応言語|"
     "話せる言語|"
     "langues|langue|languesparlées"},
    {LIST_PARTICIPANTS, "interpreter", CELL_WORD,
     "interpreterneeded|interpretation|通訳|通訳の要否|通訳希望|interprète|"
     "interprétation"},
    {LIST_PARTICIPANTS, "contacts", CELL_TEXT, ""},
    {LIST_PARTICIPANTS, "themes", CELL_LIST,
     "theme|topics|sectors|sector|分野|テーマ|関心分野|業種|thèmes|secteurs|"
     "secteur|"
     "domaines"},
    {LIST_PARTICIPANTS, "profile", CELL_TEXT,
     "description|aboutyou|紹介|概要|プロフィール|事業内容|présentation|profil"},
    {LIST_PARTICIPANTS, "profile_ja", CELL_TEXT,
     "profilejapanese|紹介日本語|プロフィール日本語|事業内容日本語|"
     "présentationenjaponais"},
    {LIST_PARTICIPANTS, "parallel", CELL_NUMBER, "同時面談数|rendezvousparallèles"},
    {LIST_PARTICIPANTS, "people", CELL_NUMBER,
     "numberofpeople|人数|参加人数|nombredepersonnes|personnes"},
    {LIST_PARTICIPANTS, "max_meetings", CELL_NUMBER,
     "maximummeetings|最大面談数|面談数上限|希望面談数|maximumderendezvous|"
     "nombremaximumderendezvous|nbmaxderendezvous"},
    {LIST_PARTICIPANTS, "min_meetings", CELL_NUMBER,
     "minimummeetings|最少面談数|最小面談数|面談数下限|minimumderendezvous|"
     "nombreminimumderendezvous|nbminderendezvous"},
    {LIST_PARTICIPANTS, "max_consecutive", CELL_NUMBER,
     "maximumconsecutive|連続面談数|最大連続面談数|maximumconsécutifs"},
    {LIST_PARTICIPANTS, "max_gaps", CELL_NUMBER,
     "maximumgaps|最大空き数|maximumdetrous"},
    {LIST_PARTICIPANTS, "status", CELL_WORD,
     "state|状態|ステータス|参加状況|statut"},
    {LIST_PARTICIPANTS, "calendar", CELL_TEXT, "ics|カレンダー|calendrier|agenda"},
    {LIST_PARTICIPANTS, "contact_email", CELL_CODE,
     "email|emailaddress|mail|mailaddress|メール|メールアドレス|eメール|"
     "電子メール|連絡先メール|courriel|adresseemail|adressemail|"
     "adresseélectronique|adressecourriel"},
    {LIST_PARTICIPANTS, "contact_name", CELL_PERSON,
     "name|fullname|yourname|contact|contactperson|氏名|名前|お名前|ご氏名|担当者|"
     "担当者名|担当者氏名|ご担当者名|nom|nomcomplet|nometprénom|prénometnom|"
     "personneàcontacter"},
    {LIST_PARTICIPANTS, "contact_name_ja", CELL_PERSON,
     "namejapanese|nameinjapanese|氏名日本語|名前日本語|氏名漢字|"
     "nomdecontactenjaponais"},
    {LIST_PARTICIPANTS, "contact_language", CELL_LANGUAGES,
     "correspondencelanguage|preferredlanguage|連絡言語|希望言語|"
     "languedecorrespondance|languedecontact"},
    {LIST_PARTICIPANTS, "contact_job_title", CELL_TEXT,
     "jobtitle|position|title|役職|肩書|肩書き|部署役職|fonction|poste"},
    {LIST_PARTICIPANTS, "contact_confirm", CELL_TEXT,
     "confirm|toconfirm|tobeconfirmed|要確認|確認|àconfirmer|aconfirmer"},

    {LIST_AVAILABILITY, "participant", CELL_ID,
     "id|participantid|who|参加者|参加者id|氏名|organisation|" ORGANISATION_NAMES},
    {LIST_AVAILABILITY, "start", CELL_INSTANT, START_NAMES},
    {LIST_AVAILABILITY, "end", CELL_INSTANT, END_NAMES},
    {LIST_AVAILABILITY, "kind", CELL_WORD,
     "type|availability|種別|可否|区分|disponibilité"},
    {LIST_AVAILABILITY, "time_zone", CELL_ZONE, ZONE_NAMES},

    {LIST_REQUESTS, "id", CELL_TEXT,
     "requestid|wishid|希望id|希望番号|番号|identifiant"},
    {LIST_REQUESTS, "from", CELL_ID,
     "requester|requestedby|wishof|who|希望者|希望元|申込者|申込元|依頼元|"
     "希望元企業名|希望元企業|希望元団体名|"
     "demandeur|de|organisation|" ORGANISATION_NAMES},
    {LIST_REQUESTS, "to", CELL_ID,
     "partner|target|wantstomeet|meet|希望先|希望相手|面談相手|面談希望先|"
     "商談希望先|希望先企業名|希望先企業|希望先団体名|partenairesouhaité|相手|"
     "相手先|申込先|partenaire|souhaiterencontrer|à|vers|avec"},
    {LIST_REQUESTS, "also", CELL_ID, "with|同席者|同席|aussi|également"},
    {LIST_REQUESTS, "topic", CELL_TEXT, "subject|theme|議題|テーマ|sujet|thème"},
    {LIST_REQUESTS, "priority", CELL_NUMBER, "importance|優先度|重要度|priorité"},
    {LIST_REQUESTS, "status", CELL_WORD,
     "state|answer|状態|ステータス|回答|承諾状況|statut|réponse"},
    {LIST_REQUESTS, "rank", CELL_NUMBER,
     "preference|wishrank|希望順位|順位|希望順|rang|ordre|choix|ordredepréférence"},
    {LIST_REQUESTS, "minutes", CELL_NUMBER,
     "length|duration|面談時間|所要時間|durée|duréemin|duréeenminutes"},
    {LIST_REQUESTS, "earliest", CELL_INSTANT, "notbefore|最早|以降|auplustôt"},
    {LIST_REQUESTS, "latest", CELL_INSTANT, "notafter|最遅|以前|auplustard"},
    {LIST_REQUESTS, "after", CELL_ID, "afterrequest|先行希望|後続条件|après"},
    {LIST_REQUESTS, "room_features", CELL_LIST,
     "equipment|必要設備|設備|équipement|équipements"},
    {LIST_REQUESTS, "follow_up", CELL_WORD,
     "followup|secondmeeting|再面談|継続面談|フォローアップ|suivi"},
    {LIST_REQUESTS, "message", CELL_TEXT, "メッセージ|相手へのメッセージ|伝言"},
    {LIST_REQUESTS, "note", CELL_TEXT,
     "notes|comment|comments|remarks|備考|メモ|remarque|remarques|commentaire"},
    {LIST_REQUESTS, "time_zone", CELL_ZONE, ZONE_NAMES},

    {LIST_LOCKS, "request", CELL_ID, "requestid|wish|希望|希望id|demande|souhait"},
    {LIST_LOCKS, "participants", CELL_ID, "who|参加者|organisations"},
    {LIST_LOCKS, "topic", CELL_TEXT, "subject|議題|sujet|thème"},
    {LIST_LOCKS, "slot", CELL_ID, "枠|時間枠|コマ|créneau"},
    {LIST_LOCKS, "room", CELL_ID, "部屋|会議室|ルーム|salle"},
    {LIST_LOCKS, "kind", CELL_WORD, "type|種別|区分|genre"},

    {LIST_MET_BEFORE, "a", CELL_ID, "one|first|参加者1|参加者a|一方|premier"},
    {LIST_MET_BEFORE, "b", CELL_ID, "other|second|参加者2|参加者b|相手|autre"},
};
const int n_headings = sizeof headings / sizeof *headings;

static bool is_field(const char *field, const char *letters)
{
    for (; *field; field++) {
        if (*field != '_' && *field != *letters++) {
            return false;
        }
    }
    return *letters == '\0';
}

/* A field's own name goes before what others are called. */
static const struct heading *find_exactly(enum list list, const char *letters)
{
    const struct heading *found = NULL;
    for (int k = 0; k < n_headings && *letters; k++) {
        const struct heading *heading = &headings[k];
        if (heading->list != list) {
            continue;
        }
        if (is_field(heading->field, letters)) {
            return heading;
        }
        if (!found && text_is_one_of(heading->names, letters)) {
            found = heading;
        }
    }
    return found;
}

/* "Your time zone", "Votre fuseau horaire": forms ask somebody. */
static const char *behind_possessive(const char *letters)
{
    static const char *const word[] = {"your", "votre", "vos"};
    for (size_t k = 0; k < sizeof word / sizeof *word; k++) {
        if (text_begins_with(letters, word[k])) {
            return letters + strlen(word[k]);
        }
    }
    return letters;
}

static const struct heading *find_letters(enum list list, const char *letters)
{
    const struct heading *found = find_exactly(list, letters);
    return found ? found : find_exactly(list, behind_possessive(letters));
}

bool heading_says_nothing(const char *letters)
{
    return *letters == '\0' ||
           text_is_one_of(
               "required|optional|mandatory|必須|任意|obligatoire|facultatif",
               letters);
}

/* "Email / メールアドレス", "国（Country）", "氏名 (必須)": all parts between marks say
 * the same, or nothing. */
static const struct heading *find_parts(struct arena scratch, enum list list,
                                        const char *text, const char *marks)
{
    const struct heading *found = NULL;
    for (char *at = unicode_compatible(&scratch, text); *at;) {
        size_t n = strcspn(at, marks);
        const char *part =
            unicode_letters(&scratch, arena_strndup(&scratch, at, n));
        const struct heading *heading = find_letters(list, part);
        if (heading ? found && heading != found : !heading_says_nothing(part)) {
            return NULL;
        }
        found = heading ? heading : found;
        at += n + (at[n] != '\0');
    }
    return found;
}

const char *heading_behind_number(const char *text)
{
    const char *at = text + (*text == 'Q' || *text == 'q');
    size_t digits = strspn(at, "0123456789");
    at += digits;
    return digits > 0 && (*at == '.' || *at == ')' || *at == ':') ? at + 1 : text;
}

const struct heading *heading_find(struct arena scratch, enum list list,
                                   const char *text)
{
    text = heading_behind_number(text);
    const struct heading *found =
        find_letters(list, unicode_letters(&scratch, text));
    if (!found) { /* "Organisation (Japanese) / 団体名日本語" is no organisation */
        found = find_parts(scratch, list, text, "/|\n");
    }
    return found ? found : find_parts(scratch, list, text, "/|()[]\n*:");
}

static int find_list_letters(const char *letters)
{
    for (int list = 0; list < N_LISTS; list++) {
        if (is_field(list_names[list], letters) ||
            text_is_one_of(list_titles[list], letters)) {
            return list;
        }
    }
    return -1;
}

int heading_find_list(struct arena scratch, const char *name)
{
    int found = find_list_letters(unicode_letters(&scratch, name));
    for (char *at = unicode_compatible(&scratch, name); found < 0 && *at;) {
        size_t n = strcspn(at, "/|(),");
        found = find_list_letters(
            unicode_letters(&scratch, arena_strndup(&scratch, at, n)));
        at += n + (at[n] != '\0');
    }
    return found;
}
