#include "io/addresses.h"

#include <string.h>

#include "scheduler/base/text.h"

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_alnum(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

bool address_is_host(const char *text)
{
    enum { MOST = 253, MOST_OF_LABEL = 63 };
    if (strlen(text) > MOST) {
        return false;
    }
    for (;;) {
        size_t len = strcspn(text, ".");
        if (len == 0 || len > MOST_OF_LABEL || !is_alnum(text[0]) ||
            !is_alnum(text[len - 1])) {
            return false;
        }
        for (size_t k = 0; k < len; k++) {
            if (!is_alnum(text[k]) && text[k] != '-') {
                return false;
            }
        }
        if (!text[len]) {
            return true;
        }
        text += len + 1;
    }
}

bool address_is_email(const char *text)
{
    enum { MOST = 254, MOST_OF_NAME = 64 };
    size_t len = strcspn(text, "@");
    if (strlen(text) > MOST || text[len] != '@' || len == 0 || len > MOST_OF_NAME ||
        text[0] == '.' || text[len - 1] == '.') {
        return false;
    }
    for (size_t k = 0; k < len; k++) {
        if (!is_alnum(text[k]) && !strchr(".!$&'*+-/=_~", text[k])) {
            return false;
        }
        if (text[k] == '.' && text[k + 1] == '.') {
            return false;
        }
    }
    return address_is_host(text + len + 1);
}

static bool runs_code(const char *text, size_t len)
{
    static const char *const scheme[] = {"javascript", "data", "vbscript"};
    char name[16] = "";
    if (len >= sizeof name) {
        return false;
    }
    memcpy(name, text, len);
    for (size_t k = 0; k < sizeof scheme / sizeof *scheme; k++) {
        if (text_equal_nocase(name, scheme[k])) {
            return true;
        }
    }
    return false;
}

bool address_is_url(const char *text)
{
    size_t len = 0;
    while (is_alnum(text[len]) || (text[len] && strchr("+.-", text[len]))) {
        len++;
    }
    if (!is_letter(text[0]) || text[len] != ':' || !text[len + 1] ||
        runs_code(text, len) || text_has_controls(text)) {
        return false;
    }
    if (text_equal_nocase(text, "http://") || text_equal_nocase(text, "https://")) {
        return false;
    }
    return text[strcspn(text, " \t\n\"<>")] == '\0';
}
