/* Runs a fuzz target on every file of the folders that are named, in the order of
 * the names: fuzz_json_value corpus/json_value. libFuzzer brings its own main(). */

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "scheduler/base/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void give_up(const char *path)
{
    perror(path);
    exit(1);
}

static void replay_file(struct arena scratch, const char *path)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &status) != 0) {
        give_up(path);
    }
    /* Nothing behind the last byte, so that reading there is noticed. */
    size_t size = (size_t)status.st_size;
    uint8_t *data = arena_alloc(&scratch, size, 1);
    if (fread(data, 1, size, file) != size) {
        give_up(path);
    }
    fclose(file);
    printf("%s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, size);
}

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int replay_folder(struct arena *arena, const char *folder)
{
    struct dirent **entry = NULL;
    int n = scandir(folder, &entry, is_file, compare_names);
    if (n < 0) {
        give_up(folder);
    }
    for (int i = 0; i < n; i++) {
        struct arena scratch = *arena;
        replay_file(scratch,
                    arena_printf(&scratch, "%s/%s", folder, entry[i]->d_name));
        free(entry[i]);
    }
    free(entry);
    return n;
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    int n_files = 0;
    for (int i = 1; i < argc; i++) {
        n_files += replay_folder(&arena, argv[i]);
    }
    printf("%d files replayed\n", n_files);
    arena_finish(&arena);
    return n_files > 0 ? 0 : 1;
}
