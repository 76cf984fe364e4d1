#include "io/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const struct timespec pause_between = {.tv_nsec = 20L * 1000 * 1000};

static time_t now_s(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* False if somebody else has it until then. */
static bool lock_until(int file, time_t end_s)
{
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) {
            continue;
        }
        if (errno != EWOULDBLOCK) {
            return true;
        }
        if (now_s() >= end_s) {
            return false;
        }
        nanosleep(&pause_between, NULL);
    }
    return true;
}

static bool is_at(int file, const char *path)
{
    struct stat mine, there;
    return fstat(file, &mine) == 0 && stat(path, &there) == 0 &&
           mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

enum folder_lock_result folder_lock_take(struct folder_lock *lock, const char *path)
{
    time_t end_s = now_s() + lock->wait_s;
    lock->file = -1;
    for (;;) {
        int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (file < 0) {
            return errno == ENOENT ? FOLDER_MISSING : FOLDER_LOCKED;
        }
        if (!lock_until(file, end_s)) {
            close(file);
            return FOLDER_BUSY;
        }
        if (is_at(file, path)) {
            lock->file = file;
            return FOLDER_LOCKED;
        }
        close(file); /* it was replaced while we waited */
    }
}

void folder_lock_release(struct folder_lock *lock)
{
    if (lock->file >= 0) {
        close(lock->file);
        lock->file = -1;
    }
}
