/* English. */

#include "io/texts.h"

const char *const texts_en[N_TEXTS] = {
    [TEXT_MEETING_WITH] = "Meeting with {1}",
    [TEXT_MEETING_OF] = "Meeting: {1}",
    [TEXT_INTERPRETING] = "Interpreting: {1}",
    [TEXT_CANCELLED] = "Cancelled: {1}",
    [TEXT_IS_CANCELLED] = "This meeting has been cancelled.",
    [TEXT_IS_TENTATIVE] = "This meeting is not confirmed yet.",
    [TEXT_IS_HANDED_OVER] = "You are no longer the interpreter of this meeting.",
    [TEXT_IS_FOR_OTHERS] = "A colleague of yours attends this meeting instead.",
    [TEXT_IS_TAKEN_OUT] = "This is no longer part of your programme.",
    [TEXT_ROOM] = "Room {1}",
    [TEXT_ROOM_AND_LINK] = "{1} – {2}",
    [TEXT_ROOM_LINE] = "Room: {1}",
    [TEXT_LINK_LINE] = "Join: {1}",
    [TEXT_PARTNERS_LINE] = "With: {1}",
    [TEXT_PARTICIPANTS_LINE] = "Participants: {1}",
    [TEXT_TOPIC_LINE] = "Topic: {1}",
    [TEXT_INTERPRETER_LINE] = "Interpreter: {1}",
    [TEXT_ATTENDING_LINE] = "Attending from your side: {1}",
    [TEXT_DISPLAY_NAME_LINE] = "Name to show in the video conference: {1}",
    [TEXT_EVENT_LINE] = "Event: {1}",
    [TEXT_CONTACT_LINE] = "Questions to: {1}",
    [TEXT_MESSAGE_FROM] = "Message from {1}:",
    [TEXT_PERSON] = "{1}",
    [TEXT_PERSON_AND_ADDRESS] = "{1}, {2}",
    [TEXT_NAME_AND_OTHER] = "{1} ({2})",
    [TEXT_CALENDAR_NAME] = "{1} – {2}",
    [TEXT_LIST_SEPARATOR] = ", ",
    [TEXT_WHEN] = "{1}, {2}-{3} ({4})",
    [TEXT_WHEN_OVER_MIDNIGHT] = "{1}, {2} - {3}, {4} ({5})",
    [TEXT_ZONE] = "{1}, {2}",
    [TEXT_DATE] = "{1} {2} {3} {4}",
    [TEXT_CLOCK] = "{1}:{2}",
    [TEXT_FIRST_OF_MONTH] = "1",
    [TEXT_SUNDAY] = "Sun",
    [TEXT_MONDAY] = "Mon",
    [TEXT_TUESDAY] = "Tue",
    [TEXT_WEDNESDAY] = "Wed",
    [TEXT_THURSDAY] = "Thu",
    [TEXT_FRIDAY] = "Fri",
    [TEXT_SATURDAY] = "Sat",
    [TEXT_JANUARY] = "January",
    [TEXT_FEBRUARY] = "February",
    [TEXT_MARCH] = "March",
    [TEXT_APRIL] = "April",
    [TEXT_MAY] = "May",
    [TEXT_JUNE] = "June",
    [TEXT_JULY] = "July",
    [TEXT_AUGUST] = "August",
    [TEXT_SEPTEMBER] = "September",
    [TEXT_OCTOBER] = "October",
    [TEXT_NOVEMBER] = "November",
    [TEXT_DECEMBER] = "December",
    [TEXT_MAIL_AGENDA_SUBJECT] = "{event}: your meetings",
    [TEXT_MAIL_AGENDA_TEXT] =
        "Dear {name},\n\n"
        "these are the meetings of {organisation} at {event}.\n"
        "The attached file brings them into your calendar.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_UPDATE_SUBJECT] = "{event}: changes to your meetings",
    [TEXT_MAIL_UPDATE_TEXT] =
        "Dear {name},\n\n"
        "the meetings of {organisation} at {event} have changed.\n"
        "This is the whole list as it is now; the attached file brings your "
        "calendar\n"
        "up to date.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_AGENDA_SUBJECT] = "{event}: your meetings",
    [TEXT_MAIL_INTERPRETER_AGENDA_TEXT] =
        "Dear {name},\n\n"
        "these are the meetings which you interpret at {event}.\n"
        "The attached file brings them into your calendar.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INTERPRETER_UPDATE_SUBJECT] = "{event}: changes to your meetings",
    [TEXT_MAIL_INTERPRETER_UPDATE_TEXT] =
        "Dear {name},\n\n"
        "the meetings which you interpret at {event} have changed.\n"
        "This is the whole list as it is now; the attached file brings your "
        "calendar\n"
        "up to date.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_SUBJECT] = "{event}: your programme",
    [TEXT_MAIL_PROGRAMME_TEXT] =
        "Dear {name},\n\n"
        "this is the programme of {event}, as far as it concerns you.\n"
        "The attached file brings it into your calendar.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_PROGRAMME_UPDATE_SUBJECT] = "{event}: changes to your programme",
    [TEXT_MAIL_PROGRAMME_UPDATE_TEXT] =
        "Dear {name},\n\n"
        "the programme of {event} has changed.\n"
        "This is all of it that concerns you, as it is now; the attached file "
        "brings\n"
        "your calendar up to date.\n\n"
        "{meetings}\n"
        "Please tell us if something is not as it should be: an answer to this "
        "mail\n"
        "reaches us.\n\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_INVITE_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_INVITE_TEXT] = "Dear {name},\n\n"
                              "this is an invitation to a meeting at {event}.\n"
                              "Your calendar program can answer it.\n\n"
                              "{meetings}\n"
                              "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_CANCELLATION_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_CANCELLATION_TEXT] =
        "Dear {name},\n\n"
        "this meeting at {event} does not take place. We are sorry.\n\n"
        "{meetings}\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_HANDOVER_SUBJECT] = "{title}, {when}",
    [TEXT_MAIL_HANDOVER_TEXT] =
        "Dear {name},\n\n"
        "a colleague of yours attends this meeting at {event} instead of you.\n\n"
        "{meetings}\n"
        "Kind regards\n{organizer}\n{organizer_email}\n",
    [TEXT_MAIL_SOMEBODY] = "Sir or Madam",
    [TEXT_MAIL_NEW] = "New.",
    [TEXT_MAIL_NEW_ITEM] = "New.",
    [TEXT_MAIL_CHANGED] = "Changed. It was: {1}",
    [TEXT_MAIL_BEFORE] = "{1}, {2}",
    [TEXT_FORM_EVENT] = "Event",
    [TEXT_FORM_MEETING] = "Meeting",
    [TEXT_FORM_REQUEST] = "Wish",
    [TEXT_FORM_PARTICIPANT] = "You",
    [TEXT_FORM_PARTNERS] = "Your partner",
    [TEXT_FORM_WHEN] = "When",
    [TEXT_FORM_ABOUT] = "About",
    [TEXT_FORM_HELD] = "Did you meet? yes or no",
    [TEXT_FORM_ABSENT] = "If somebody did not come: who (as in the column of your "
                         "partner, several with ;)",
    [TEXT_FORM_RATING] = "How useful was it? 1 (little) to 5 (very)",
    [TEXT_FORM_AGAIN] = "Would you like to meet (again)? yes or no",
    [TEXT_FORM_SHARE_CONTACT] =
        "May your partner have your name and e-mail address? yes or no",
    [TEXT_FORM_OUTCOME] = "What came of it? none, talks, project or agreement",
    [TEXT_FORM_NEXT_STEP] =
        "What would you talk about next? Your partner will read it",
    [TEXT_FORM_NOT_SERVED] = "You could not meet this time",
    [TEXT_FORM_YES] = "yes",
    [TEXT_FORM_NO] = "no",
    [TEXT_FORM_OUTCOME_NONE] = "none",
    [TEXT_FORM_OUTCOME_TALKS] = "talks",
    [TEXT_FORM_OUTCOME_PROJECT] = "project",
    [TEXT_FORM_OUTCOME_AGREEMENT] = "agreement",
    [TEXT_CONTACT_ORGANISATION] = "Organisation",
    [TEXT_CONTACT_NAME] = "Name",
    [TEXT_CONTACT_POSITION] = "Position",
    [TEXT_CONTACT_ADDRESS] = "E-mail address",
    [TEXT_MAIL_CONFIRMED] = "Confirmed now.",
    [TEXT_MAIL_UNCONFIRMED] = "No longer confirmed.",
    [TEXT_MAIL_NEW_PLACE] = "The room or its link has changed.",
    [TEXT_MAIL_NEW_DETAILS] = "The title or the link has changed.",
    [TEXT_MAIL_NEW_LANGUAGE] = "In English from now on.",
    [TEXT_WHY_DEAR] = "Dear {1},",
    [TEXT_WHY_ASKED] = "thank you for your wish to meet {1} at {2}. We are sorry "
                       "that this meeting is not in the programme.",
    [TEXT_WHY_WAS_ASKED] = "this is about a meeting with {1} at {2}. We are sorry "
                           "that it is not in the programme.",
    [TEXT_WHY_SERVED] = "your meeting with {1} at {2} takes place: {3}.",
    [TEXT_WHY_LIMIT] =
        "You already have {1} meetings, the most that are foreseen for you.",
    [TEXT_WHY_OWN_TIME] =
        "None of the times that you gave us falls into the hours of the meetings.",
    [TEXT_WHY_NO_TIME] = "There was no time left at which it could have been held.",
    [TEXT_WHY_PLACES] = "The rooms and interpreters are limited, and all that "
                        "would do were taken at the times in question.",
    [TEXT_WHY_NO_ROOM] = "No room that this meeting needs is there at the times in "
                         "question.",
    [TEXT_WHY_NO_INTERPRETER] =
        "No interpreter of the languages of this meeting is "
        "there at the times in question.",
    [TEXT_WHY_WITHDRAWN] = "You have taken back this wish.",
    [TEXT_WHY_OTHERWISE] =
        "Not every wish could find a place in the programme of the day.",
    [TEXT_WHY_CHOICES] =
        "It could take place all the same if one of these suited you:",
    [TEXT_WHY_CHOICE] = "{1}; the meeting would be: {2}",
    [TEXT_WHY_FREE] = "you are available as well: {1}",
    [TEXT_WHY_MAX_MEETINGS] = "you take up to {1} meetings",
    [TEXT_WHY_MAX_CONSECUTIVE] = "you take up to {1} meetings in a row",
    [TEXT_WHY_MAX_GAPS] = "you accept more waiting time between meetings",
    [TEXT_WHY_PARALLEL] =
        "a colleague of yours takes it while you are in another meeting",
    [TEXT_WHY_ANY_TIME] =
        "it may be at another time, or of another length, than you asked for",
    [TEXT_WHY_ANY_ORDER] = "it need not follow another meeting of yours",
    [TEXT_WHY_INSTEAD] = "it takes the place of your meeting: {1}",
    [TEXT_WHY_COME] = "you take part after all",
    [TEXT_WHY_ANSWER] = "Please let us know which of them you would like, and we "
                        "will see to it while it is free.",
    [TEXT_WHY_WAITING] =
        "Should it become possible after all, we will let you know at once.",
    [TEXT_WHY_NOTHING] = "all that you wished for at {1} is in the programme.",
    [TEXT_WHY_REGARDS] = "Kind regards",
    [TEXT_FORM_QUESTION] = "When could you meet? Please answer for every slot; "
                           "times are shown on each "
                           "clock.",
    [TEXT_FORM_ANSWERS] = "yes - maybe - no",
};
