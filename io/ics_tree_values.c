/* What stands in a component and its properties. */

#include <string.h>

#include "io/ics_tree.h"
#include "scheduler/base/text.h"

const struct ics_property *ics_find(const struct ics_component *component,
                                    const char *name)
{
    for (int k = 0; k < component->n_properties; k++) {
        if (strcmp(component->property[k].name, name) == 0) {
            return &component->property[k];
        }
    }
    return NULL;
}

const char *ics_parameter(const struct ics_property *property, const char *name)
{
    for (int k = 0; k < property->n_parameters; k++) {
        if (strcmp(property->parameter[k].name, name) == 0) {
            return property->parameter[k].value;
        }
    }
    return "";
}

const char *ics_next_part(const char **rest, size_t *len)
{
    const char *part = *rest;
    if (part) {
        *len = strcspn(part, ",");
        *rest = part[*len] == ',' ? part + *len + 1 : NULL;
    }
    return part;
}

/* What stands in <>, as in "Ann <ann@example.org>", which belongs into mail. */
static const char *without_brackets(struct arena *arena, const char *address)
{
    const char *open = strrchr(address, '<');
    const char *close = open ? strchr(open, '>') : NULL;
    return close ? arena_strndup(arena, open + 1, (size_t)(close - open) - 1)
                 : address;
}

const char *ics_address(struct arena *arena, const struct ics_property *property)
{
    const char *scheme = arena_strndup(arena, property->value,
                                       strnlen(property->value, strlen("mailto:")));
    if (!text_equal_nocase(scheme, "mailto:")) {
        return without_brackets(arena, property->value);
    }
    const char *address = property->value + strlen("mailto:");
    size_t len = strcspn(address, "?"); /* "?subject=..." may follow */
    if (address[len] == '\0' && !strchr(address, '%')) {
        return without_brackets(arena, address);
    }
    char *text = arena_strndup(arena, address, len), *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        int high = *from == '%' ? text_hex_digit(from[1]) : -1;
        int low = high >= 0 ? text_hex_digit(from[2]) : -1;
        *to++ = low >= 0 && high + low > 0 ? (char)(high << 4 | low) : *from;
        from += low >= 0 && high + low > 0 ? 2 : 0;
    }
    *to = '\0';
    return without_brackets(arena, text);
}

char *ics_text(struct arena *arena, const char *value)
{
    char *text = arena_strdup(arena, value), *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == '\\' && from[1] != '\0') {
            from++;
            *to++ = *from == 'n' || *from == 'N' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return text;
}

struct place ics_place(const char *file, const struct ics_property *property)
{
    return (struct place){
        .file = file, .line = property->line, .field = property->name};
}

bool ics_sequence_parse(const char *text, int64_t *sequence)
{
    enum { MOST_DIGITS = 10 };
    *sequence = 0;
    int n = 0;
    for (; text[n] >= '0' && text[n] <= '9' && n < MOST_DIGITS; n++) {
        *sequence = *sequence * 10 + (text[n] - '0');
    }
    return n > 0 && text[n] == '\0';
}
