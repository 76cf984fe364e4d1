#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "scheduler/base/text.h"
#include "scheduler/commands/command.h"
#include "scheduler/commands/manual.h"
#include "scheduler/commands/version.h"

static const struct {
    const char *name;
    enum exit_code (*run)(int argc, char **argv);
    const char *summary;
} command[] = {
    {"init", command_init, "begin an event: an empty workbook, or tables"},
    {"check", command_check, "judge an event before solving it"},
    {"solve", command_solve, "schedule an event and write everything"},
    {"verify", command_verify, "re-check a schedule, rule by rule"},
    {"explain", command_explain, "say why, and what would change it"},
    {"whatif", command_whatif, "compare other rooms, interpreters and hours"},
    {"export", command_export, "write the outputs of a schedule again"},
    {"diff", command_diff, "tell what has changed, and who must be told"},
    {"lock", command_lock, "keep meetings where they are"},
    {"unlock", command_unlock, "let them move again"},
    {"move", command_move, "put a meeting into another slot"},
    {"send", command_send, "mail everybody their agenda or invites"},
    {"publish", command_publish, "record a schedule as sent to everybody"},
    {"replies", command_replies, "read the answers to invitations"},
    {"followup", command_followup, "make the event for another round of meetings"},
    {"anonymise", command_anonymise, "write an event that names nobody"},
    {"purge", command_purge, "remove what was written, with its personal data"},
    {"model", command_model, "write the integer program for another solver"},
};

enum { N_COMMANDS = sizeof command / sizeof command[0] };

static void print_help(FILE *out)
{
    fputs("usage: matchday COMMAND ARGUMENT...\n\n"
          "Schedules virtual matchmaking days: meetings, rooms, interpreters, "
          "calendars.\n\n",
          out);
    for (int k = 0; k < N_COMMANDS; k++) {
        fprintf(out, "  %-9s %s\n", command[k].name, command[k].summary);
    }
    fputs(
        "\n'matchday COMMAND --help' tells more of each.\n"
        "Exit status: 0 done, 1 the input is at fault, 2 the command line is, 3 a "
        "file\ncould not be read or written or a mail not sent, 4 interrupted, 70 "
        "a "
        "defect of\nthe program, 71 out of memory.\n",
        out);
}

static enum exit_code refuse_command(const char *name)
{
    const char *names[N_COMMANDS];
    for (int k = 0; k < N_COMMANDS; k++) {
        names[k] = command[k].name;
    }
    const char *meant = near_word(name, names, N_COMMANDS);
    if (meant) {
        fprintf(stderr, "matchday: there is no command '%s'; did you mean '%s'?\n",
                name, meant);
    } else {
        fprintf(
            stderr,
            "matchday: there is no command '%s'; 'matchday --help' lists them\n",
            name);
    }
    return EXIT_CODE_USAGE;
}

/* argv[0] is the command's name. */
static enum exit_code run_command(int argc, char **argv)
{
    for (int k = 0; k < N_COMMANDS; k++) {
        if (strcmp(argv[0], command[k].name) == 0) {
            enum exit_code code = command[k].run(argc, argv);
            if (fflush(stdout) != 0 && code == EXIT_CODE_DONE) {
                perror("matchday: standard output cannot be written");
                code = EXIT_CODE_IO;
            }
            return code;
        }
    }
    return refuse_command(argv[0]);
}

/* Each command knows its own section. */
static enum exit_code print_manual(void)
{
    struct manual_command listed[N_COMMANDS];
    for (int k = 0; k < N_COMMANDS; k++) {
        listed[k] = (struct manual_command){command[k].name, command[k].summary};
    }
    manual_print_head(listed, N_COMMANDS);
    for (int k = 0; k < N_COMMANDS; k++) {
        char name[16], option[] = "--man";
        char *asked[] = {name, option, NULL};
        snprintf(name, sizeof name, "%s", command[k].name);
        enum exit_code code = command[k].run(2, asked);
        if (code != EXIT_CODE_DONE) {
            return code;
        }
    }
    manual_print_foot();
    return EXIT_CODE_DONE;
}

/* What is given is told again: in messages, which a terminal obeys, and in JSON, which
 * is UTF-8. */
static bool is_printable(const char *argument)
{
    size_t len = strlen(argument);
    return text_utf8_check(argument, len) == len && !text_has_controls(argument) &&
           argument[strcspn(argument, "\t\n")] == '\0';
}

static enum exit_code refuse_argument(const char *argument)
{
    fputs("matchday: ", stderr);
    text_print_line(argument, stderr);
    fputs(": this argument has control characters, or is not UTF-8; expected one "
          "without, so rename the file or folder\n",
          stderr);
    return EXIT_CODE_USAGE;
}

int main(int argc, char **argv)
{
    umask(077); /* also for what libraries write */
    if (argc < 2) {
        print_help(stderr);
        return EXIT_CODE_USAGE;
    }
    for (int k = 1; k < argc; k++) {
        if (!is_printable(argv[k])) {
            return refuse_argument(argv[k]);
        }
    }
    bool is_help = strcmp(argv[1], "help") == 0;
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        (is_help && argc == 2)) {
        print_help(stdout);
        return EXIT_CODE_DONE;
    }
    if (is_help) { /* "help solve" is "solve --help" */
        char option[] = "--help";
        char *asked[] = {argv[2], option, NULL};
        return run_command(2, asked);
    }
    if (strcmp(argv[1], "--version") == 0) {
        version_print();
        return EXIT_CODE_DONE;
    }
    if (strcmp(argv[1], "--man") == 0) { /* the build makes the manual page so */
        return print_manual();
    }
    return run_command(argc - 1, argv + 1);
}
