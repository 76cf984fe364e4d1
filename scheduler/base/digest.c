#include "scheduler/base/digest.h"

#include <stdint.h>

#include <nettle/sha2.h>

void digest_sha256(const char *bytes, size_t len, char hex[DIGEST_HEX_SIZE])
{
    static const char digit[] = "0123456789abcdef";
    struct sha256_ctx ctx;
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_init(&ctx);
    sha256_update(&ctx, len, (const uint8_t *)bytes);
    sha256_digest(&ctx, sizeof raw, raw);
    for (int i = 0; i < SHA256_DIGEST_SIZE; i++) {
        hex[2 * i] = digit[raw[i] >> 4];
        hex[2 * i + 1] = digit[raw[i] & 15];
    }
    hex[DIGEST_HEX_SIZE - 1] = '\0';
}
