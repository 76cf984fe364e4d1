#ifndef MATCHDAY_BASE_READ_BYTES_H
#define MATCHDAY_BASE_READ_BYTES_H

#include <stddef.h>
#include <sys/types.h>

/* Fills bytes from an open file, up to size of them or the file's end, whatever
 * signals come between. Returns how many, or -1 with errno set. */
ssize_t read_bytes(int file, char *bytes, size_t size);

#endif
