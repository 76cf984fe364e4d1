#ifndef MATCHDAY_BASE_DIGEST_H
#define MATCHDAY_BASE_DIGEST_H

#include <stddef.h>

#include "scheduler/base/arena.h"

enum { DIGEST_HEX_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* SHA-256 of the bytes in lower-case hexadecimal. */
void digest_sha256(const char *bytes, size_t len, char hex[DIGEST_HEX_SIZE]);

/* The same of bytes that come one after the other: begin, add any number of times,
 * end. */
struct digest {
    _Alignas(8) unsigned char state[128];
};

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, const char *bytes, size_t len);
void digest_end(struct digest *digest, char hex[DIGEST_HEX_SIZE]);

/* The version of the library that computes it, "3.8"; in arena. */
const char *digest_library_version(struct arena *arena);

#endif
