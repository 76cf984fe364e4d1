#ifndef MATCHDAY_MESSAGES_MESSAGES_PARTS_H
#define MATCHDAY_MESSAGES_MESSAGES_PARTS_H

#include "scheduler/messages/messages.h"

/* The areas of the catalogue, a file for each. The blanks inside of French quotes and
 * before its colons are no-break spaces (U+00A0). */
extern const struct message_list messages_general;
extern const struct message_list messages_files;
extern const struct message_list messages_times;
extern const struct message_list messages_event;
extern const struct message_list messages_ids;
extern const struct message_list messages_tables;
extern const struct message_list messages_judge;
extern const struct message_list messages_verify;
extern const struct message_list messages_calendars;
extern const struct message_list messages_json;
extern const struct message_list messages_numbers;
extern const struct message_list messages_commands;
extern const struct message_list messages_records;

#endif
