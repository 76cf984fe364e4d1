#include "scheduler/base/digest.h"

#include <string.h>

#include "scheduler/base/arena.h"
#include "tests/support/check.h"

/* Examples of FIPS 180-4. */
static const struct {
    const char *text, *hex;
} example[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

int main(void)
{
    char hex[DIGEST_HEX_SIZE];
    for (size_t i = 0; i < sizeof example / sizeof *example; i++) {
        digest_sha256(example[i].text, strlen(example[i].text), hex);
        CHECK_TEXT(hex, example[i].hex);
    }

    struct arena arena;
    arena_init(&arena);
    char *million = arena_alloc(&arena, 1000000, 1);
    memset(million, 'a', 1000000);
    digest_sha256(million, 1000000, hex);
    CHECK_TEXT(hex,
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    /* In pieces of any length. */
    struct digest digest;
    digest_begin(&digest);
    for (size_t at = 0, len = 0; at < 1000000; at += len) {
        len = at % 997 + 1;
        len = len < 1000000 - at ? len : 1000000 - at;
        digest_add(&digest, million + at, len);
    }
    digest_end(&digest, hex);
    CHECK_TEXT(hex,
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    /* All bytes count, also those behind a NUL. */
    char other[DIGEST_HEX_SIZE];
    digest_sha256("a\0b", 3, hex);
    digest_sha256("a\0c", 3, other);
    CHECK(strcmp(hex, other) != 0);
    arena_finish(&arena);
    return check_report();
}
