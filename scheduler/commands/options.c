#include "scheduler/commands/options.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/commands/manual.h"
#include "scheduler/messages/messages.h"

enum {
    MOST_OPTIONS = 16,
    HELP_COLUMN = 26,
    FOUND_MAN = 256, /* beyond every letter: for the manual page, not in the help */
    FOUND_LANGUAGE,
};

const struct option_row options_language_row = {
    .name = "language",
    .kind = OPTION_TEXT,
    .argument = "CODE",
    .help = "of messages: en, ja, fr (or MATCHDAY_LANGUAGE; en)",
};

/* Unless the command has one of its own. */
bool options_have_language(const struct usage *usage)
{
    for (int k = 0; k < usage->n_options; k++) {
        if (strcmp(usage->option[k].name, options_language_row.name) == 0) {
            return false;
        }
    }
    return true;
}

static void print_row(const struct option_row *row)
{
    char left[64];
    int n = row->letter != 0 ? snprintf(left, sizeof left, "-%c, ", row->letter)
                             : snprintf(left, sizeof left, "    ");
    snprintf(left + n, sizeof left - (size_t)n, "--%s%s%s", row->name,
             row->argument ? " " : "", row->argument ? row->argument : "");
    printf("  %-*s %s\n", HELP_COLUMN, left, row->help);
}

static void print_help(const struct usage *usage)
{
    printf("usage: matchday %s %s", usage->command, usage->operands);
    for (int k = 0; k < usage->n_options; k++) {
        const struct option_row *row = &usage->option[k];
        if (row->is_required) {
            printf(" -%c %s", row->letter, row->argument);
        }
    }
    printf(" [OPTION]...\n\n%s\n\n", usage->about);
    for (int k = 0; k < usage->n_options; k++) {
        print_row(&usage->option[k]);
    }
    if (options_have_language(usage)) {
        print_row(&options_language_row);
    }
    const struct option_row help = {
        .name = "help", .letter = 'h', .help = "show this"};
    print_row(&help);
    printf("\nexample: %s\n", usage->example);
}

static bool complain(const struct usage *usage)
{
    fprintf(stderr, "Try 'matchday %s --help'.\n", usage->command);
    return false;
}

static bool refuse_empty(const struct usage *usage, const char *what)
{
    fprintf(stderr, "matchday %s: %s is empty; expected a name\n", usage->command,
            what);
    return complain(usage);
}

static bool take_number(const struct usage *usage, const struct option_row *row,
                        const char *text)
{
    char *end;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || number < row->least ||
        number > row->most) {
        fprintf(
            stderr,
            "matchday %s: --%s: '%s' is no such number; expected one from %lld to "
            "%lld\n",
            usage->command, row->name, text, (long long)row->least,
            (long long)row->most);
        return complain(usage);
    }
    *(int64_t *)row->target = number;
    return true;
}

static bool take_seconds(const struct usage *usage, const struct option_row *row,
                         const char *text)
{
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || *end != '\0' || !isfinite(seconds) || seconds <= 0) {
        fprintf(
            stderr,
            "matchday %s: --%s: '%s' is no length of time; expected seconds above "
            "0, like 30 or 0.5\n",
            usage->command, row->name, text);
        return complain(usage);
    }
    *(double *)row->target = seconds;
    return true;
}

static bool take_language(const struct usage *usage, const char *from,
                          const char *code)
{
    if (!messages_speak(code)) {
        fprintf(stderr,
                "matchday %s: %s: there are no messages in '%s'; expected en, ja "
                "or fr\n",
                usage->command, from, code);
        return complain(usage);
    }
    return true;
}

static bool take(const struct usage *usage, const struct option_row *row,
                 const char *argument)
{
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)row->target = true;
        return true;
    case OPTION_TEXT:
        *(const char **)row->target = argument;
        return argument[0] != '\0' || refuse_empty(usage, row->name);
    case OPTION_TEXTS: {
        struct strings *texts = row->target;
        texts->text[texts->n++] = argument;
        return argument[0] != '\0' || refuse_empty(usage, row->name);
    }
    case OPTION_NUMBER:
        return take_number(usage, row, argument);
    case OPTION_SECONDS:
        return take_seconds(usage, row, argument);
    }
    return false;
}

/* getopt's two descriptions of the table. Long options come back as their row
 * number + 1, which is below every letter. */
struct description {
    struct option row[MOST_OPTIONS + 4];
    char letters[2 * MOST_OPTIONS + 5];
};

static void describe(const struct usage *usage, struct description *out)
{
    size_t n = 0;
    assert(usage->n_options <= MOST_OPTIONS);
    memset(out, 0, sizeof *out);
    out->letters[n++] = ':'; /* a missing argument is told apart */
    for (int k = 0; k < usage->n_options; k++) {
        const struct option_row *row = &usage->option[k];
        bool has_argument = row->kind != OPTION_FLAG;
        out->row[k] = (struct option){
            row->name, has_argument ? required_argument : no_argument, NULL, k + 1};
        if (row->letter != 0) {
            out->letters[n++] = row->letter;
            out->letters[n] = ':';
            n += has_argument;
        }
    }
    out->row[usage->n_options] = (struct option){"help", no_argument, NULL, 'h'};
    out->row[usage->n_options + 1] =
        (struct option){"man", no_argument, NULL, FOUND_MAN};
    if (options_have_language(usage)) {
        out->row[usage->n_options + 2] = (struct option){
            options_language_row.name, required_argument, NULL, FOUND_LANGUAGE};
    }
    out->letters[n++] = 'h';
    out->letters[n] = '\0';
}

static const struct option_row *find_row(const struct usage *usage, int found)
{
    for (int k = 0; k < usage->n_options; k++) {
        const struct option_row *row = &usage->option[k];
        if (found == k + 1 || (row->letter != 0 && found == row->letter)) {
            return row;
        }
    }
    return found == FOUND_LANGUAGE ? &options_language_row : NULL;
}

static bool take_operands(const struct usage *usage, int n, char **argv,
                          const char **operand)
{
    if (usage->n_given) {
        *usage->n_given = n;
    }
    if (usage->n_given ? n < usage->n_operands : n != usage->n_operands) {
        fprintf(stderr, "matchday %s: %s; expected %s\n", usage->command,
                n < usage->n_operands ? "something is missing" : "too many names",
                usage->operands);
        return complain(usage);
    }
    for (int k = 0; k < n; k++) {
        operand[k] = argv[k];
        if (argv[k][0] == '\0') {
            return refuse_empty(usage, usage->operands);
        }
    }
    return true;
}

static bool has_required(const struct usage *usage)
{
    for (int k = 0; k < usage->n_options; k++) {
        const struct option_row *row = &usage->option[k];
        if (row->is_required && *(const char **)row->target == NULL) {
            fprintf(stderr, "matchday %s: --%s is missing; expected --%s %s\n",
                    usage->command, row->name, row->name, row->argument);
            return complain(usage);
        }
    }
    return true;
}

/* The names that begin so: that of one, or "--seed or --server" of several; NULL for
 * none. */
static const char *names_from(struct arena *arena, const struct usage *usage,
                              const char *text)
{
    const char *names = NULL;
    for (int k = 0; k < usage->n_options; k++) {
        const char *name = usage->option[k].name;
        if (text_begins_with(name, text)) {
            names = names ? arena_printf(arena, "%s or --%s", names, name)
                          : arena_printf(arena, "--%s", name);
        }
    }
    if (options_have_language(usage) &&
        text_begins_with(options_language_row.name, text)) {
        names = names ? arena_printf(arena, "%s or --%s", names,
                                     options_language_row.name)
                      : arena_printf(arena, "--%s", options_language_row.name);
    }
    return names;
}

/* A long option that is none, or that could be several. */
static void refuse_long(const struct usage *usage, const char *given)
{
    const char *name[MOST_OPTIONS + 2] = {"help", options_language_row.name};
    struct arena arena;
    arena_init(&arena);
    const char *text = arena_strndup(&arena, given + 2, strcspn(given + 2, "="));
    const char *names = names_from(&arena, usage, text);
    for (int k = 0; k < usage->n_options; k++) {
        name[k + 2] = usage->option[k].name;
    }
    const char *meant = near_word(text, name, usage->n_options + 2);
    fprintf(stderr, "matchday %s: there is no option '--%s'", usage->command, text);
    if (names) {
        fprintf(stderr, ", which could be %s", names);
    } else if (meant) {
        fprintf(stderr, "; did you mean '--%s'?", meant);
    }
    fputc('\n', stderr);
    arena_finish(&arena);
}

/* What getopt_long() did not take, which tells less, and letters by halves. given is
 * the argument where it stood. */
static void refuse_option(const struct usage *usage, int found, const char *given)
{
    const struct option_row *row = find_row(usage, optopt);
    if (found == ':') {
        assert(row);
        fprintf(stderr, "matchday %s: --%s has no argument; expected --%s %s\n",
                usage->command, row->name, row->name, row->argument);
    } else if (optopt == 0) {
        refuse_long(usage, given);
    } else if (row || optopt == 'h' || optopt == FOUND_MAN) {
        fprintf(stderr, "matchday %s: '%s' has an argument; expected none\n",
                usage->command, given);
    } else {
        char letter[] = {(char)optopt, '\0'};
        fprintf(stderr, "matchday %s: there is no option '-", usage->command);
        text_print_line(letter, stderr);
        fputs("'\n", stderr);
    }
}

/* All options, up to the first operand. */
static enum options_result read_options(const struct usage *usage, int argc,
                                        char **argv)
{
    struct description description;
    int found;
    describe(usage, &description);
    opterr = 0;
    optind = 0; /* also forgets where an earlier reading stopped */
    while ((found = getopt_long(argc, argv, description.letters, description.row,
                                NULL)) != -1) {
        if (found == 'h') {
            print_help(usage);
            return OPTIONS_DONE;
        }
        if (found == FOUND_MAN) {
            manual_print_command(usage);
            return OPTIONS_DONE;
        }
        if (found == FOUND_LANGUAGE) {
            if (!take_language(usage, "--language", optarg)) {
                return OPTIONS_WRONG;
            }
            continue;
        }
        const struct option_row *row = find_row(usage, found);
        if (!row) {
            refuse_option(usage, found, argv[optind - 1]);
            complain(usage);
            return OPTIONS_WRONG;
        }
        if (!take(usage, row, optarg)) {
            return OPTIONS_WRONG;
        }
    }
    return OPTIONS_RUN;
}

enum options_result options_parse(const struct usage *usage, int argc, char **argv,
                                  const char **operand)
{
    const char *language = getenv("MATCHDAY_LANGUAGE");
    messages_speak("en");
    if (language && *language &&
        !take_language(usage, "MATCHDAY_LANGUAGE", language)) {
        return OPTIONS_WRONG;
    }
    enum options_result result = read_options(usage, argc, argv);
    if (result == OPTIONS_RUN &&
        (!take_operands(usage, argc - optind, argv + optind, operand) ||
         !has_required(usage))) {
        result = OPTIONS_WRONG;
    }
    return result;
}

struct option_row options_encoding_row(const char **target)
{
    return (struct option_row){
        .name = "encoding",
        .kind = OPTION_TEXT,
        .argument = "CODE",
        .help = "how tables are written that do not show it: cp932, cp1252",
        .target = target,
    };
}

enum exit_code options_exit_code(enum options_result result)
{
    return result == OPTIONS_WRONG ? EXIT_CODE_USAGE : EXIT_CODE_DONE;
}
