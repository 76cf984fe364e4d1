/* What the host's page says of itself. */

#include "io/page_texts.h"

const struct page_text_row page_texts_runsheet[N_RUNSHEET_TEXTS -
                                               N_PROGRAMME_TEXTS] = {
    [PAGE_RUNSHEET - N_PROGRAMME_TEXTS] = {"runsheet",
                                           {"Run sheet", "進行表", "Déroulé"}},
    [PAGE_WHO_IS_WHERE -
        N_PROGRAMME_TEXTS] = {"who-is-where",
                              {"Who is where", "会場と参加者", "Qui est où"}},
    [PAGE_MOVES - N_PROGRAMME_TEXTS] = {"moves", {"Moves", "移動", "Déplacements"}},
    [PAGE_NOBODY_MOVES -
        N_PROGRAMME_TEXTS] = {"nobody-moves",
                              {"Nobody moves.", "移動はありません。",
                               "Personne ne change de salle."}},
    [PAGE_MAIN_ROOM -
        N_PROGRAMME_TEXTS] = {"main-room",
                              {"main room", "メインルーム", "salle principale"}},
    [PAGE_CHAT -
        N_PROGRAMME_TEXTS] = {"chat",
                              {"For the chat", "チャット用", "Pour le chat"}},
    [PAGE_CHAT_ASK - N_PROGRAMME_TEXTS] =
        {"chat-ask",
         {"Next meetings. Please go to your room.",
          "次の面談です。それぞれの会場にお入りください。",
          "Prochains rendez-vous. Merci de rejoindre votre salle."}},
    [PAGE_COPY - N_PROGRAMME_TEXTS] = {"copy", {"Copy", "コピー", "Copier"}},
    [PAGE_ENDS_IN -
        N_PROGRAMME_TEXTS] = {"ends-in",
                              {"Meetings end in {1}", "面談終了まで {1}",
                               "Fin des rendez-vous dans {1}"}},
    [PAGE_BEGINS_IN -
        N_PROGRAMME_TEXTS] = {"begins-in",
                              {"Next meetings in {1}", "次の面談まで {1}",
                               "Prochains rendez-vous dans {1}"}},
    [PAGE_ALL_OVER - N_PROGRAMME_TEXTS] = {"all-over",
                                           {"All meetings are over.",
                                            "すべての面談が終了しました。",
                                            "Tous les rendez-vous sont terminés."}},
    [PAGE_CLOCK - N_PROGRAMME_TEXTS] = {"clock", {"Clock", "時計", "Horloge"}},
};
