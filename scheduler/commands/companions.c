#include "scheduler/commands/companions.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/mail_words.h"

/* Copies a file that may be missing from beside the old event to the new one's. */
static bool add_copy(struct output *output, const char *folder, const char *name,
                     struct error *err)
{
    struct stat status;
    char *bytes;
    size_t len;
    const char *path = file_path(output->arena, folder, name);
    if (stat(path, &status) != 0 && errno == ENOENT) {
        return true;
    }
    if (!file_read(output->arena, path, &bytes, &len, err)) {
        return false;
    }
    output_add(output, name, bytes, len);
    return true;
}

static bool has_file(const struct output *output, const char *name)
{
    for (int k = 0; k < output->n_files; k++) {
        if (strcmp(output->file[k].path, name) == 0) {
            return true;
        }
    }
    return false;
}

bool companions_add_texts(struct output *output, const struct event *event,
                          struct error *err)
{
    const char *folder = folder_of(output->arena, event->file);
    for (int language = 0; language < N_LANGUAGES; language++) {
        const char *name =
            mail_words_file_name(output->arena, (enum language)language);
        if (!add_copy(output, folder, name, err)) {
            return false;
        }
    }
    return true;
}

bool companions_add(struct output *output, const struct event *event,
                    struct error *err)
{
    const char *folder = folder_of(output->arena, event->file);
    if (!companions_add_texts(output, event, err)) {
        return false;
    }
    for (int p = 0; p < event->n_participants; p++) {
        const char *name = event->participant[p].calendar;
        if (name[0] != '\0' && !has_file(output, name) &&
            !add_copy(output, folder, name, err)) {
            return false;
        }
    }
    return true;
}
