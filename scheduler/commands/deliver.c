#include "scheduler/commands/deliver.h"

#include <stdio.h>

#include "io/file.h"

static void tell_changed(struct arena scratch, const char *folder,
                         const struct output_changed *changed)
{
    const char *path = file_path(&scratch, folder, changed->path);
    if (changed->kept) {
        fprintf(stderr,
                "%s: warning: was changed since it was written; what was changed "
                "is kept as %s\n",
                path, file_path(&scratch, folder, changed->kept));
    } else {
        fprintf(stderr,
                "%s: warning: was changed since it was written; there is no new "
                "one, and it stays as it is\n",
                path);
    }
}

bool deliver(struct output *output, const char *folder, struct error *err)
{
    bool ok = output_write(output, folder, err);
    for (int k = 0; k < output->n_changed; k++) {
        tell_changed(*output->arena, folder, &output->changed[k]);
    }
    return ok;
}
