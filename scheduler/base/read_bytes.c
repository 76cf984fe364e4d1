#include "scheduler/base/read_bytes.h"

#include <errno.h>
#include <unistd.h>

ssize_t read_bytes(int file, char *bytes, size_t size)
{
    size_t len = 0;
    while (len < size) {
        ssize_t n = read(file, bytes + len, size - len);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return -1;
        }
        if (n == 0) {
            break;
        }
        len += (size_t)n;
    }
    return (ssize_t)len;
}
