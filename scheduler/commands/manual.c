#include "scheduler/commands/manual.h"

#include <stdio.h>

/* Hyphens that can be copied; no line begins with a request. */
static void put(const char *text)
{
    bool begins_line = true;
    for (const char *c = text; *c; c++) {
        if (begins_line && (*c == '.' || *c == '\'')) {
            fputs("\\&", stdout);
        }
        if (*c == '\\') {
            fputs("\\e", stdout);
        } else if (*c == '-') {
            fputs("\\-", stdout);
        } else {
            putchar(*c);
        }
        begins_line = *c == '\n';
    }
}

static void put_line(const char *request, const char *text)
{
    fputs(request, stdout);
    put(text);
    putchar('\n');
}

void manual_print_head(const struct manual_command *command, int n)
{
    printf(".TH MATCHDAY 1 \"\" \"matchday %s\" \"User Commands\"\n",
           MATCHDAY_VERSION);
    fputs(
        ".SH NAME\n"
        "matchday \\- schedule virtual matchmaking days\n"
        ".SH SYNOPSIS\n"
        ".B matchday\n"
        ".I COMMAND ARGUMENT\n"
        "\\&...\n"
        ".SH DESCRIPTION\n"
        "Schedules bilateral meetings across time zones: who meets whom, when, in "
        "which room,\nwith which interpreter; as many of the wanted meetings as "
        "can "
        "be, with a proof of it,\nand a reason for every one that is not held. "
        "EVENT is a folder with event.json or with\nCSV tables, or a workbook; "
        "SCHEDULE is a schedule.json, or the folder that\n"
        ".B solve\nwrote it into.\n",
        stdout);
    for (int k = 0; k < n; k++) {
        put_line(".TP\n.B ", command[k].name);
        put_line("", command[k].summary);
    }
    fputs(".SH COMMANDS\n", stdout);
}

static void print_option(const struct option_row *row)
{
    fputs(".TP\n.BR ", stdout);
    if (row->letter != 0) {
        printf("\\-%c \", \" ", row->letter);
    }
    put("--");
    put(row->name);
    if (row->argument) {
        fputs(" \" ", stdout);
        put(row->argument);
        putchar('"');
    }
    putchar('\n');
    put_line("", row->help);
}

void manual_print_command(const struct usage *usage)
{
    put_line(".SS matchday ", usage->command);
    printf(".B matchday ");
    put(usage->command);
    putchar('\n');
    put_line(".I ", usage->operands);
    for (int k = 0; k < usage->n_options; k++) {
        const struct option_row *row = &usage->option[k];
        if (row->is_required) {
            printf("\\-%c\n", row->letter);
            put_line(".I ", row->argument);
        }
    }
    fputs("[OPTION]...\n.PP\n", stdout);
    put_line("", usage->about);
    for (int k = 0; k < usage->n_options; k++) {
        print_option(&usage->option[k]);
    }
    if (options_have_language(usage)) {
        print_option(&options_language_row);
    }
    put_line(".PP\nExample:\n.PP\n.RS\n.nf\n", usage->example);
    fputs(".fi\n.RE\n", stdout);
}

void manual_print_foot(void)
{
    static const char *const status[][2] = {
        {"0", "done; also where a time limit was reached with a schedule"},
        {"1", "the event or the schedule is at fault"},
        {"2", "the command line is wrong"},
        {"3",
         "a file could not be read or written, or a mail was not sent or is in "
         "doubt"},
        {"4", "interrupted: the best schedule so far is written; or there is none"},
        {"70", "a defect of the program, noticed by itself"},
        {"71", "out of memory"},
    };
    static const char *const variable[][2] = {
        {"MATCHDAY_LANGUAGE", "of messages, where --language says nothing"},
        {"MATCHDAY_SMTP_PASSWORD", "the password of the mail server"},
        {"MATCHDAY_SMTP_TOKEN", "or the OAuth 2 token"},
        {"SOURCE_DATE_EPOCH", "the time stamp of calendars, in seconds since 1970"},
        {"TMPDIR", "where workbooks are made before they are put into place"},
    };
    fputs(".SH EXIT STATUS\n", stdout);
    for (size_t k = 0; k < sizeof status / sizeof *status; k++) {
        put_line(".TP\n.B ", status[k][0]);
        put_line("", status[k][1]);
    }
    fputs(".SH ENVIRONMENT\n", stdout);
    for (size_t k = 0; k < sizeof variable / sizeof *variable; k++) {
        put_line(".TP\n.B ", variable[k][0]);
        put_line("", variable[k][1]);
    }
    fputs(".SH SEE ALSO\n.BR glpsol (1)\n", stdout);
}
