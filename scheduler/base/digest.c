#include "scheduler/base/digest.h"

#include <assert.h>
#include <stdint.h>

#include <nettle/sha2.h>
#include <nettle/version.h>

static_assert(sizeof(struct sha256_ctx) <= sizeof(struct digest),
              "a digest has room for nettle's");

static struct sha256_ctx *context_of(struct digest *digest)
{
    return (struct sha256_ctx *)(void *)digest->state;
}

void digest_begin(struct digest *digest)
{
    sha256_init(context_of(digest));
}

void digest_add(struct digest *digest, const char *bytes, size_t len)
{
    sha256_update(context_of(digest), len, (const uint8_t *)bytes);
}

void digest_end(struct digest *digest, char hex[DIGEST_HEX_SIZE])
{
    static const char digit[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_digest(context_of(digest), sizeof raw, raw);
    for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) {
        hex[2 * i] = digit[raw[i] >> 4];
        hex[2 * i + 1] = digit[raw[i] & 15];
    }
    hex[DIGEST_HEX_SIZE - 1] = '\0';
}

void digest_sha256(const char *bytes, size_t len, char hex[DIGEST_HEX_SIZE])
{
    struct digest digest;
    digest_begin(&digest);
    digest_add(&digest, bytes, len);
    digest_end(&digest, hex);
}

const char *digest_library_version(struct arena *arena)
{
    return arena_printf(arena, "%d.%d", nettle_version_major(),
                        nettle_version_minor());
}
