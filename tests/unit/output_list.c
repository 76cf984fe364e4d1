#include "io/output_list.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "tests/support/check.h"
#include "tests/support/out_folder.h"
#include "tests/support/temp_folder.h"

#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static struct output_list read_list(struct arena *arena, const char *folder)
{
    struct output_list list;
    struct error err;
    CHECK(output_list_read(arena, folder, &list, &err));
    return list;
}

static void check_entry(const struct output_list *list, int i, const char *path,
                        const char *digest)
{
    if (CHECK(i < list->n)) {
        CHECK_TEXT(list->entry[i].path, path);
        CHECK_TEXT(list->entry[i].digest, digest);
        CHECK(output_list_find(list, path) == &list->entry[i]);
    }
}

/* Lists of this version and of older ones, mixed, out of order and with nonsense. */
static void test_read(struct arena scratch, const char *folder)
{
    CHECK_INT(read_list(&scratch, folder).n, 0);
    out_put(scratch, folder, ".matchday-files",
            "z.csv\n" OF_ABC "  a/b.csv\n" OF_ABC "  ../c\n" OF_ABC "\nz.csv\n"
            "ba78  d\n" OF_ABC "  /e\n" OF_ABC "  .matchday-files\n");
    struct output_list list = read_list(&scratch, folder);
    CHECK_INT(list.n, 4);
    check_entry(&list, 0, "a/b.csv", OF_ABC);
    check_entry(&list, 1, "ba78  d", "");
    check_entry(&list, 2, OF_ABC, "");
    check_entry(&list, 3, "z.csv", "");
    CHECK(!output_list_find(&list, "a"));
    CHECK(!output_list_find(&list, "../c"));
}

static void test_write(struct arena scratch, const char *folder)
{
    struct error err;
    struct output_entry entry[] = {{"z.csv", ""}, {"a/b.csv", OF_ABC}};
    struct output_list list = {entry, 2};
    output_list_sort(&list);
    CHECK(output_list_write(scratch, folder, &list, &err));
    out_check(scratch, folder, ".matchday-files", OF_ABC "  a/b.csv\nz.csv\n");
    struct output_list again = read_list(&scratch, folder);
    CHECK_INT(again.n, 2);
    check_entry(&again, 0, "a/b.csv", OF_ABC);
    check_entry(&again, 1, "z.csv", "");
}

static void test_unite(struct arena scratch, const char *folder)
{
    (void)folder;
    struct output_entry one[] = {{"a", "1"}, {"c", "1"}, {"d", "1"}};
    struct output_entry two[] = {{"b", "2"}, {"c", "2"}, {"e", "2"}};
    struct output_list a = {one, 3}, b = {two, 3}, none = {0};
    struct output_list both = output_list_unite(&scratch, &a, &b);
    CHECK_TEXT(output_list_text(&scratch, &both), "1  a\n2  b\n1  c\n1  d\n2  e\n");
    both = output_list_unite(&scratch, &none, &b);
    CHECK_TEXT(output_list_text(&scratch, &both), "2  b\n2  c\n2  e\n");
    both = output_list_unite(&scratch, &none, &none);
    CHECK_TEXT(output_list_text(&scratch, &both), "");
}

static void check_state(struct arena scratch, const char *folder, const char *path,
                        const char *digest, enum output_state expected)
{
    const struct output_entry entry = {path, digest};
    CHECK_INT(output_list_look(scratch, folder, &entry), expected);
}

static void test_look(struct arena scratch, const char *folder)
{
    out_put_folder(scratch, folder, "sub");
    out_put(scratch, folder, "sub/a", "abc");
    out_put(scratch, folder, "sub/b", "abd");
    CHECK(symlink("sub", file_path(&scratch, folder, "link")) == 0);
    CHECK(symlink("sub/a", file_path(&scratch, folder, "alias")) == 0);
    check_state(scratch, folder, "sub/a", OF_ABC, OUTPUT_OURS);
    check_state(scratch, folder, "sub/b", OF_ABC, OUTPUT_CHANGED);
    check_state(scratch, folder, "sub/b", "", OUTPUT_OURS);
    check_state(scratch, folder, "sub/c", OF_ABC, OUTPUT_MISSING);
    check_state(scratch, folder, "sub", "", OUTPUT_MISSING);
    check_state(scratch, folder, "alias", OF_ABC, OUTPUT_MISSING);
    check_state(scratch, folder, "link/a", OF_ABC, OUTPUT_MISSING);
    if (geteuid() != 0) {
        CHECK(chmod(file_path(&scratch, folder, "sub/a"), 0) == 0);
        check_state(scratch, folder, "sub/a", OF_ABC, OUTPUT_CHANGED);
    }
}

int main(void)
{
    static void (*const test[])(struct arena, const char *) = {
        test_read, test_write, test_unite, test_look};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        char *folder = temp_folder_make(&arena);
        test[i](arena, folder);
        temp_folder_remove(folder);
    }
    arena_finish(&arena);
    return check_report();
}
