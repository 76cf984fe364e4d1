#ifndef MATCHDAY_BASE_DIGEST_H
#define MATCHDAY_BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_HEX_SIZE = 65 }; /* 64 hexadecimal digits and a NUL */

/* SHA-256 of the bytes in lower-case hexadecimal. */
void digest_sha256(const char *bytes, size_t len, char hex[DIGEST_HEX_SIZE]);

#endif
