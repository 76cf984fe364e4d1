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

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_paths(arena);
    char *temporary = temp_folder_make(&arena);
    test_making(arena, temporary);
    temp_folder_remove(temporary);
    arena_finish(&arena);
    return check_report();
}
