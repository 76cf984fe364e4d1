/* embed NAME FILE...: prints C that holds the files, one behind the other, as
 *
 *     const struct file_bytes NAME = {...};
 *
 * Runs while the program is built: pages stay files that editors and linters know. */

#include <stdio.h>

static int print_bytes(const char *path, int *n)
{
    FILE *file = fopen(path, "rb");
    int c;
    if (!file) {
        perror(path);
        return 1;
    }
    while ((c = getc(file)) != EOF) {
        printf("%s%d,", *n % 20 == 0 ? "\n" : "", c < 128 ? c : c - 256);
        ++*n;
    }
    int failed = ferror(file);
    fclose(file);
    return failed != 0;
}

int main(int argc, char **argv)
{
    int n = 0;
    if (argc < 3) {
        fprintf(stderr, "usage: embed NAME FILE...\n");
        return 2;
    }
    printf("#include \"io/page_files.h\"\n\nstatic const char bytes[] = {");
    for (int k = 2; k < argc; k++) {
        if (print_bytes(argv[k], &n) != 0) {
            return 1;
        }
    }
    printf("0};\n\nconst struct file_bytes %s = {bytes, sizeof bytes - 1};\n",
           argv[1]);
    return 0;
}
