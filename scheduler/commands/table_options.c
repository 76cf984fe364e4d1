#include "scheduler/commands/table_options.h"

#include <string.h>

struct option_row table_options_encoding_row(struct table_options *options)
{
    return (struct option_row){
        .name = "output-encoding",
        .kind = OPTION_TEXT,
        .argument = "CODE",
        .help = "of tables in OUT: utf-8 (the default), cp932, cp1252",
        .target = &options->encoding,
    };
}

struct option_row table_options_delimiter_row(struct table_options *options)
{
    return (struct option_row){
        .name = "delimiter",
        .kind = OPTION_TEXT,
        .argument = "CHARACTER",
        .help = "between cells of tables in OUT: , or ; or tab",
        .target = &options->delimiter,
    };
}

static bool take_delimiter(struct job *job, const char *given, struct error *err)
{
    static const struct {
        const char *name;
        char separator;
    } known[] = {{",", ','},   {"comma", ','}, {";", ';'},   {"semicolon", ';'},
                 {"\t", '\t'}, {"\\t", '\t'},  {"tab", '\t'}};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (text_equal_nocase(known[k].name, given)) {
            job->table_format.separator = known[k].separator;
            return true;
        }
    }
    error_set(err, "--delimiter: '%s' is none; expected , or ; or tab", given);
    err->code = EXIT_CODE_USAGE;
    return false;
}

static bool take_encoding(struct job *job, const char *given, struct error *err)
{
    int encoding = encoding_find(given);
    if (encoding < 0) {
        error_set(
            err,
            "--output-encoding: '%s' is no encoding; expected 'utf-8', 'cp932' "
            "or 'cp1252'",
            given);
        err->code = EXIT_CODE_USAGE;
        return false;
    }
    job->table_format.encoding = (enum encoding)encoding;
    return true;
}

bool table_options_take(struct job *job, const struct table_options *options,
                        struct error *err)
{
    const char *asked = job->encodings.asked;
    bool is_for_output =
        asked && !job->encoding_needed && encoding_find(asked) >= 0;
    const char *encoding = options->encoding ? options->encoding
                           : is_for_output   ? asked
                                             : "utf-8";
    job->table_format.separator = ',';
    return take_encoding(job, encoding, err) &&
           (!options->delimiter || take_delimiter(job, options->delimiter, err));
}
