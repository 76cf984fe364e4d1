/* French. The blanks before colons are no-break spaces (U+00A0). */

#include "io/texts.h"

const char *const texts_fr[N_TEXTS] = {
    [TEXT_MEETING_WITH] = "Rendez-vous avec {1}",
    [TEXT_MEETING_OF] = "Rendez-vous : {1}",
    [TEXT_INTERPRETING] = "Interprétation : {1}",
    [TEXT_CANCELLED] = "Annulé : {1}",
    [TEXT_IS_CANCELLED] = "Ce rendez-vous est annulé.",
    [TEXT_IS_TENTATIVE] = "Ce rendez-vous n’est pas encore confirmé.",
    [TEXT_IS_HANDED_OVER] =
        "Vous n’assurez plus l’interprétation de ce rendez-vous.",
    [TEXT_IS_FOR_OTHERS] =
        "Une personne de votre équipe assure ce rendez-vous à votre place.",
    [TEXT_IS_TAKEN_OUT] = "Ceci ne fait plus partie de votre programme.",
    [TEXT_ROOM] = "Salle {1}",
    [TEXT_ROOM_AND_LINK] = "{1} – {2}",
    [TEXT_ROOM_LINE] = "Salle : {1}",
    [TEXT_LINK_LINE] = "Lien de connexion : {1}",
    [TEXT_PARTNERS_LINE] = "Avec : {1}",
    [TEXT_PARTICIPANTS_LINE] = "Participants : {1}",
    [TEXT_TOPIC_LINE] = "Sujet : {1}",
    [TEXT_INTERPRETER_LINE] = "Interprète : {1}",
    [TEXT_ATTENDING_LINE] = "De votre côté : {1}",
    [TEXT_DISPLAY_NAME_LINE] = "Nom à afficher en visioconférence : {1}",
    [TEXT_EVENT_LINE] = "Événement : {1}",
    [TEXT_CONTACT_LINE] = "Contact : {1}",
    [TEXT_MESSAGE_FROM] = "{1} vous écrit :",
    [TEXT_PERSON] = "{1}",
    [TEXT_PERSON_AND_ADDRESS] = "{1}, {2}",
    [TEXT_NAME_AND_OTHER] = "{1} ({2})",
    [TEXT_CALENDAR_NAME] = "{1} – {2}",
    [TEXT_LIST_SEPARATOR] = ", ",
    [TEXT_WHEN] = "{1}, {2}-{3} ({4})",
    [TEXT_WHEN_OVER_MIDNIGHT] = "{1}, {2} - {3}, {4} ({5})",
    [TEXT_ZONE] = "{1}, {2}",
    [TEXT_DATE] = "{1} {2} {3} {4}",
    [TEXT_CLOCK] = "{1}h{2}",
    [TEXT_FIRST_OF_MONTH] = "1er",
    [TEXT_SUNDAY] = "dimanche",
    [TEXT_MONDAY] = "lundi",
    [TEXT_TUESDAY] = "mardi",
    [TEXT_WEDNESDAY] = "mercredi",
    [TEXT_THURSDAY] = "jeudi",
    [TEXT_FRIDAY] = "vendredi",
    [TEXT_SATURDAY] = "samedi",
    [TEXT_JANUARY] = "janvier",
    [TEXT_FEBRUARY] = "février",
    [TEXT_MARCH] = "mars",
    [TEXT_APRIL] = "avril",
    [TEXT_MAY] = "mai",
    [TEXT_JUNE] = "juin",
    [TEXT_JULY] = "juillet",
    [TEXT_AUGUST] = "août",
    [TEXT_SEPTEMBER] = "septembre",
    [TEXT_OCTOBER] = "octobre",
    [TEXT_NOVEMBER] = "novembre",
    [TEXT_DECEMBER] = "décembre",
    [TEXT_MAIL_AGENDA_SUBJECT] = "{event} : vos rendez-vous",
    [TEXT_MAIL_AGENDA_TEXT] =
        "Bonjour {name},\n\n"
        "Voici les rendez-vous de {organisation} pour {event}.\n"
        "Le fichier joint les ajoute à votre agenda.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_UPDATE_SUBJECT] = "{event} : vos rendez-vous ont changé",
    [TEXT_MAIL_UPDATE_TEXT] =
        "Bonjour {name},\n\n"
        "Les rendez-vous de {organisation} pour {event} ont changé.\n"
        "Voici la liste complète à ce jour ; le fichier joint met votre agenda à "
        "jour.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_AGENDA_SUBJECT] = "{event} : vos rendez-vous",
    [TEXT_MAIL_INTERPRETER_AGENDA_TEXT] =
        "Bonjour {name},\n\n"
        "Voici les rendez-vous que vous interprétez pour {event}.\n"
        "Le fichier joint les ajoute à votre agenda.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_UPDATE_SUBJECT] = "{event} : vos rendez-vous ont changé",
    [TEXT_MAIL_INTERPRETER_UPDATE_TEXT] =
        "Bonjour {name},\n\n"
        "Les rendez-vous que vous interprétez pour {event} ont changé.\n"
        "Voici la liste complète à ce jour ; le fichier joint met votre agenda à "
        "jour.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_SUBJECT] = "{event} : votre programme",
    [TEXT_MAIL_PROGRAMME_TEXT] =
        "Bonjour {name},\n\n"
        "Voici le programme de {event} qui vous concerne.\n"
        "Le fichier joint l’ajoute à votre agenda.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_UPDATE_SUBJECT] = "{event} : votre programme a changé",
    [TEXT_MAIL_PROGRAMME_UPDATE_TEXT] =
        "Bonjour {name},\n\n"
        "Le programme de {event} a changé.\n"
        "Voici tout ce qui vous concerne à ce jour ; le fichier joint met votre "
        "agenda à jour.\n\n"
        "{meetings}\n"
        "Si quelque chose ne convient pas, il suffit de répondre à ce message.\n\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INVITE_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_INVITE_TEXT] =
        "Bonjour {name},\n\n"
        "Voici une invitation à un rendez-vous pour {event}.\n"
        "Votre agenda permet d’y répondre.\n\n"
        "{meetings}\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_CANCELLATION_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_CANCELLATION_TEXT] =
        "Bonjour {name},\n\n"
        "Ce rendez-vous pour {event} n’aura pas lieu. Nous en sommes désolés.\n\n"
        "{meetings}\n"
        "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_HANDOVER_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_HANDOVER_TEXT] = "Bonjour {name},\n\n"
                                "Une personne de votre équipe assure à votre place "
                                "ce rendez-vous prévu pour "
                                "{event}.\n\n"
                                "{meetings}\n"
                                "Cordialement,\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_SOMEBODY] = "Madame, Monsieur",
    [TEXT_MAIL_NEW] = "Nouveau.",
    [TEXT_MAIL_NEW_ITEM] = "Nouveau.",
    [TEXT_MAIL_CHANGED] = "Modifié. Auparavant : {1}",
    [TEXT_MAIL_BEFORE] = "{1}, {2}",
    [TEXT_FORM_EVENT] = "Événement",
    [TEXT_FORM_MEETING] = "Rendez-vous",
    [TEXT_FORM_REQUEST] = "Demande",
    [TEXT_FORM_PARTICIPANT] = "Vous",
    [TEXT_FORM_PARTNERS] = "Votre partenaire",
    [TEXT_FORM_WHEN] = "Date et heure",
    [TEXT_FORM_ABOUT] = "Sujet",
    [TEXT_FORM_HELD] = "Le rendez-vous a-t-il eu lieu ? oui ou non",
    [TEXT_FORM_ABSENT] = "Si quelqu’un n’est pas venu : qui (comme dans la colonne "
                         "du partenaire, plusieurs séparés par ;)",
    [TEXT_FORM_RATING] = "Utilité : de 1 (faible) à 5 (grande)",
    [TEXT_FORM_AGAIN] = "Souhaitez-vous un (nouveau) rendez-vous ? oui ou non",
    [TEXT_FORM_SHARE_CONTACT] =
        "Votre partenaire peut-il recevoir votre nom et votre adresse ? oui ou non",
    [TEXT_FORM_OUTCOME] = "Résultat : aucun, échanges, projet ou accord",
    [TEXT_FORM_NEXT_STEP] = "De quoi parler ensuite ? Votre partenaire le lira",
    [TEXT_FORM_NOT_SERVED] = "Ce rendez-vous n’a pas pu être proposé",
    [TEXT_FORM_YES] = "oui",
    [TEXT_FORM_NO] = "non",
    [TEXT_FORM_OUTCOME_NONE] = "aucun",
    [TEXT_FORM_OUTCOME_TALKS] = "échanges",
    [TEXT_FORM_OUTCOME_PROJECT] = "projet",
    [TEXT_FORM_OUTCOME_AGREEMENT] = "accord",
    [TEXT_CONTACT_ORGANISATION] = "Organisme",
    [TEXT_CONTACT_NAME] = "Nom",
    [TEXT_CONTACT_POSITION] = "Fonction",
    [TEXT_CONTACT_ADDRESS] = "Adresse électronique",
    [TEXT_MAIL_CONFIRMED] = "Désormais confirmé.",
    [TEXT_MAIL_UNCONFIRMED] = "N’est plus confirmé.",
    [TEXT_MAIL_NEW_PLACE] = "La salle ou son lien a changé.",
    [TEXT_MAIL_NEW_DETAILS] = "L’intitulé ou le lien a changé.",
    [TEXT_MAIL_NEW_LANGUAGE] = "Désormais en français.",
    [TEXT_WHY_DEAR] = "À l’attention de {1}",
    [TEXT_WHY_ASKED] = "Vous avez souhaité rencontrer {1} lors de {2}, et nous "
                       "vous en remercions. Nous regrettons que ce rendez-vous ne "
                       "figure pas au programme.",
    [TEXT_WHY_WAS_ASKED] = "Ce message concerne un rendez-vous avec {1} lors de "
                           "{2}. Nous regrettons qu’il ne figure pas au programme.",
    [TEXT_WHY_SERVED] = "Votre rendez-vous avec {1} lors de {2} a lieu : {3}.",
    [TEXT_WHY_LIMIT] =
        "Vous avez déjà {1} rendez-vous, le maximum prévu pour vous.",
    [TEXT_WHY_OWN_TIME] = "Aucune des disponibilités que vous avez indiquées ne "
                          "correspond aux heures des rendez-vous.",
    [TEXT_WHY_NO_TIME] = "Il ne restait aucun créneau où il aurait pu avoir lieu.",
    [TEXT_WHY_PLACES] = "Les salles et les interprètes sont en nombre limité, et "
                        "tous étaient pris aux heures possibles.",
    [TEXT_WHY_NO_ROOM] =
        "Aucune salle adaptée à ce rendez-vous n’est disponible aux "
        "heures possibles.",
    [TEXT_WHY_NO_INTERPRETER] =
        "Aucun interprète des langues de ce rendez-vous n’est "
        "là aux heures possibles.",
    [TEXT_WHY_WITHDRAWN] = "Vous avez retiré cette demande.",
    [TEXT_WHY_OTHERWISE] = "Toutes les demandes n’ont pas pu trouver leur place "
                           "dans le programme de la journée.",
    [TEXT_WHY_CHOICES] = "Il pourrait néanmoins avoir lieu si l’une de ces "
                         "possibilités vous convenait :",
    [TEXT_WHY_CHOICE] = "{1} ; le rendez-vous aurait lieu : {2}",
    [TEXT_WHY_FREE] = "vous êtes aussi disponible : {1}",
    [TEXT_WHY_MAX_MEETINGS] = "vous acceptez jusqu’à {1} rendez-vous",
    [TEXT_WHY_MAX_CONSECUTIVE] = "vous acceptez jusqu’à {1} rendez-vous de suite",
    [TEXT_WHY_MAX_GAPS] = "vous acceptez davantage d’attente entre les rendez-vous",
    [TEXT_WHY_PARALLEL] = "une autre personne de votre organisation y participe "
                          "pendant un autre de vos rendez-vous",
    [TEXT_WHY_ANY_TIME] = "il peut avoir une autre heure ou une autre durée que "
                          "celles que vous avez demandées",
    [TEXT_WHY_ANY_ORDER] =
        "il ne doit pas forcément suivre un autre de vos rendez-vous",
    [TEXT_WHY_INSTEAD] = "il remplace votre rendez-vous : {1}",
    [TEXT_WHY_COME] = "vous participez finalement",
    [TEXT_WHY_ANSWER] = "Merci de nous indiquer ce que vous préférez ; nous nous "
                        "en occuperons tant que la place est libre.",
    [TEXT_WHY_WAITING] =
        "Si cela devenait possible, nous vous en informerions aussitôt.",
    [TEXT_WHY_NOTHING] =
        "Tout ce que vous avez souhaité pour {1} figure au programme.",
    [TEXT_WHY_REGARDS] = "Cordialement,",
    [TEXT_FORM_QUESTION] = "Quand pourriez-vous participer ? Merci de répondre "
                           "pour chaque créneau ; les "
                           "heures sont données pour chaque fuseau.",
    [TEXT_FORM_ANSWERS] = "oui - peut-être - non",
};
