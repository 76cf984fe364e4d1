#ifndef MATCHDAY_IO_FOLDER_LOCK_H
#define MATCHDAY_IO_FOLDER_LOCK_H

/* Keeps runs out of a folder in which another one is writing. The folder itself is
 * locked: nothing lies about in it, and the lock of a run that is killed is gone. File
 * systems without locks (and folders that cannot be read) count as free. */

struct folder_lock {
    int wait_s; /* for others; set by who takes it */
    int file;   /* -1: none */
};

enum folder_lock_result { FOLDER_LOCKED, FOLDER_MISSING, FOLDER_BUSY };

/* Locks what is at path now and still when it is locked, not what has been replaced
 * meanwhile. Without FOLDER_LOCKED there is nothing to be released. */
enum folder_lock_result folder_lock_take(struct folder_lock *lock,
                                         const char *path);
void folder_lock_release(struct folder_lock *lock);

#endif
