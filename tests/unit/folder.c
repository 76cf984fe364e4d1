#include "io/folder.h"

#include "io/file.h"
#include "tests/support/check.h"
#include "tests/support/temp_folder.h"

static void test_paths(struct arena arena)
{
    static const struct {
        const char *path, *folder, *beside;
    } row[] = {
        {"a/b/c", "a/b", "a/b/x"}, {"/c", "/", "/x"},      {"c", "", "x"},
        {"a/", "a", "a/x"},        {"/a/b", "/a", "/a/x"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(folder_of(&arena, row[k].path), row[k].folder);
        CHECK_TEXT(folder_beside(&arena, row[k].path, "x"), row[k].beside);
    }
    CHECK(folder_is_shared("a/b", "a/c") && folder_is_shared("b", "c"));
    CHECK(!folder_is_shared("a/b", "ab/c") && !folder_is_shared("a/b", NULL));
}

static void test_making(struct arena arena, const char *temporary)
{
    struct error err;
    const char *deep = file_path(&arena, temporary, "a/b/c");
    CHECK(folder_make(arena, deep, &err) && file_is_folder(deep));
    CHECK(folder_make(arena, deep, &err) && folder_make(arena, "", &err));
    const char *file = file_path(&arena, temporary, "a/file");
    CHECK(file_write(arena, file, "x", 1, &err));
    CHECK(!folder_make(arena, file_path(&arena, file, "d"), &err));
    CHECK_TEXT(err.text,
               arena_printf(&arena,
                            "%s: is a file; expected a folder; move it away "
                            "or choose another folder",
                            file));
}

static void test_files(struct arena arena, const char *temporary)
{
    static const char *const name[] = {"b.csv", "A.CSV", ".hidden.csv", "c.txt",
                                       "csv",   ".csv",  "z.csv"};
    struct error err;
    struct strings paths;
    const char *folder = file_path(&arena, temporary, "files");
    CHECK(folder_make(arena, folder, &err));
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        CHECK(file_write(arena, file_path(&arena, folder, name[k]), "x", 1, &err));
    }
    CHECK(folder_files(&arena, folder, ".csv", &paths, &err));
    if (CHECK_INT(paths.n, 3)) {
        CHECK_TEXT(paths.text[0], file_path(&arena, folder, "A.CSV"));
        CHECK_TEXT(paths.text[1], file_path(&arena, folder, "b.csv"));
        CHECK_TEXT(paths.text[2], file_path(&arena, folder, "z.csv"));
    }
    CHECK(folder_files(&arena, folder, ".ics", &paths, &err) && paths.n == 0);
    const char *missing = file_path(&arena, temporary, "missing");
    CHECK(!folder_files(&arena, missing, ".csv", &paths, &err));
    CHECK_TEXT(err.text,
               arena_printf(&arena,
                            "%s: cannot be opened: No such file or directory",
                            missing));
    CHECK_INT(err.code, EXIT_CODE_IO);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_paths(arena);
    char *temporary = temp_folder_make(&arena);
    test_making(arena, temporary);
    test_files(arena, temporary);
    temp_folder_remove(temporary);
    arena_finish(&arena);
    return check_report();
}
