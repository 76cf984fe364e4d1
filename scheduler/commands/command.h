#ifndef MATCHDAY_COMMANDS_COMMAND_H
#define MATCHDAY_COMMANDS_COMMAND_H

#include "scheduler/base/exit_code.h"

/* One function per command, each in the file of its name; main.c has the table.
 * argv[0] is the command's name. A command prints results on standard output,
 * everything else on standard error, and returns what the program returns. */
enum exit_code command_anonymise(int argc, char **argv);
enum exit_code command_check(int argc, char **argv);
enum exit_code command_init(int argc, char **argv);
enum exit_code command_solve(int argc, char **argv);
enum exit_code command_verify(int argc, char **argv);
enum exit_code command_diff(int argc, char **argv);
enum exit_code command_explain(int argc, char **argv);
enum exit_code command_export(int argc, char **argv);
enum exit_code command_followup(int argc, char **argv);
enum exit_code command_lock(int argc, char **argv);
enum exit_code command_unlock(int argc, char **argv);
enum exit_code command_move(int argc, char **argv);
enum exit_code command_model(int argc, char **argv);
enum exit_code command_publish(int argc, char **argv);
enum exit_code command_purge(int argc, char **argv);
enum exit_code command_replies(int argc, char **argv);
enum exit_code command_send(int argc, char **argv);
enum exit_code command_whatif(int argc, char **argv);

#endif
