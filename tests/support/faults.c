/* A library to be preloaded (LD_PRELOAD) that makes one call of a program fail, or kills
 * the program there. Only for Linux with the GNU C library.
 *
 *     MATCHDAY_FAULT=io:7      the seventh call that has to do with files fails
 *     MATCHDAY_FAULT=kill:7    kill -9 just before the seventh that changes something
 *     MATCHDAY_FAULT=mem:7     the seventh malloc, calloc, realloc or mmap that the
 *                              program itself calls, and all after it
 *     MATCHDAY_FAULT=lib:7     the seventh malloc, calloc or realloc of a library
 *     MATCHDAY_FAULT_LOG=FILE  how many there were of each, and what failed
 *
 * Whose call it is shows in where it returns to. Memory is left alone where this is built
 * with -DFAULTS_OF_FILES_ALONE, so that valgrind sees all of it. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { IO, KILL, MEM, LIB, N_KINDS };

static const char *const kind_name[N_KINDS] = {"io", "kill", "mem", "lib"};
static atomic_long counted[N_KINDS];
static int wanted_kind = -1;
static long wanted;
static char log_path[1024];
static uintptr_t program_start, program_end;
static atomic_bool is_ready;

/* The first object is the program. */
static int find_program(struct dl_phdr_info *info, size_t size, void *of)
{
    (void)size;
    (void)of;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_LOAD && (part->p_flags & PF_X)) {
            program_start = start;
            program_end = start + part->p_memsz;
        }
    }
    return 1;
}

/* Straight to the system: nothing here is to be counted. */
static void write_log(const char *text)
{
    if (log_path[0] == '\0') {
        return;
    }
    long file = syscall(SYS_openat, AT_FDCWD, log_path,
                        O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file >= 0) {
        syscall(SYS_write, file, text, strlen(text));
        syscall(SYS_close, file);
    }
}

__attribute__((constructor)) static void begin(void)
{
    const char *fault = getenv("MATCHDAY_FAULT"),
               *log = getenv("MATCHDAY_FAULT_LOG");
    dl_iterate_phdr(find_program, NULL);
    for (int k = 0; fault && k < N_KINDS; k++) {
        size_t len = strlen(kind_name[k]);
        if (strncmp(fault, kind_name[k], len) == 0 && fault[len] == ':') {
            wanted_kind = k;
            wanted = atol(fault + len + 1);
        }
    }
    if (log) {
        snprintf(log_path, sizeof log_path, "%s", log);
    }
    atomic_store(&is_ready, true);
}

__attribute__((destructor)) static void end(void)
{
    char text[200];
    atomic_store(&is_ready, false);
    snprintf(text, sizeof text, "counted io %ld kill %ld mem %ld lib %ld\n",
             atomic_load(&counted[IO]), atomic_load(&counted[KILL]),
             atomic_load(&counted[MEM]), atomic_load(&counted[LIB]));
    write_log(text);
}

/* Counts a call; true if it is the one. */
static bool is_wanted(enum kind kind)
{
    if (!atomic_load(&is_ready)) {
        return false;
    }
    long n = atomic_fetch_add(&counted[kind], 1) + 1;
    return wanted_kind == (int)kind && (n == wanted || (kind == MEM && n > wanted));
}

/* The program's own files are meant, not those which the system has for it. */
static bool is_of_system(const char *path)
{
    return path &&
           (strncmp(path, "/proc/", 6) == 0 || strncmp(path, "/sys/", 5) == 0 ||
            (strncmp(path, "/dev/", 5) == 0 &&
             strncmp(path, "/dev/shm/", 9) != 0) ||
            strncmp(path, "/etc/", 5) == 0 || strncmp(path, "/usr/", 5) == 0);
}

static bool io_fails(const char *call, const char *path, bool changes, int cause)
{
    char text[1200];
    if (is_of_system(path)) {
        return false;
    }
    if (changes && is_wanted(KILL)) {
        snprintf(text, sizeof text, "killed %s %s\n", call, path ? path : "");
        write_log(text);
        kill(getpid(), SIGKILL);
    }
    if (!is_wanted(IO)) {
        return false;
    }
    snprintf(text, sizeof text, "failed %s %s\n", call, path ? path : "");
    write_log(text);
    errno = cause;
    return true;
}

/* The path of an open file, for the log and is_of_system(). */
static const char *path_of(int file, char path[4096])
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t n = syscall(SYS_readlink, link, path, 4095);
    path[n > 0 ? n : 0] = '\0';
    return path;
}

static void *next(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) {
        abort();
    }
    return found;
}

#define NEXT(name) ((__typeof__(&name))next(#name))

#ifndef FAULTS_OF_FILES_ALONE
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);

static bool is_program(const void *address)
{
    return (uintptr_t)address >= program_start && (uintptr_t)address < program_end;
}

static bool memory_fails(const void *caller)
{
    if (!is_wanted(is_program(caller) ? MEM : LIB)) {
        return false;
    }
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return memory_fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return memory_fails(__builtin_return_address(0)) ? NULL
                                                     : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return memory_fails(__builtin_return_address(0)) ? NULL
                                                     : __libc_realloc(old, size);
}

#define DEFINE_MMAP(name)                                                          \
    void *name(void *at, size_t size, int protection, int flags, int file,         \
               off64_t offset)                                                     \
    {                                                                              \
        if (is_program(__builtin_return_address(0)) && is_wanted(MEM)) {           \
            errno = ENOMEM;                                                        \
            return MAP_FAILED;                                                     \
        }                                                                          \
        return (void *)syscall(SYS_mmap, at, size, protection, flags, file,        \
                               offset);                                            \
    }

DEFINE_MMAP(mmap)
DEFINE_MMAP(mmap64)
#endif

static mode_t mode_in(int flags, va_list args)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

static int open_at(int folder, const char *path, int flags, mode_t mode)
{
    bool changes = (flags & (O_CREAT | O_TRUNC)) != 0;
    if (io_fails("open", path, changes, changes ? ENOSPC : EACCES)) {
        return -1;
    }
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define DEFINE_OPEN(name)                                                          \
    int name(const char *path, int flags, ...)                                     \
    {                                                                              \
        va_list args;                                                              \
        va_start(args, flags);                                                     \
        mode_t mode = mode_in(flags, args);                                        \
        va_end(args);                                                              \
        return open_at(AT_FDCWD, path, flags, mode);                               \
    }

#define DEFINE_OPENAT(name)                                                        \
    int name(int folder, const char *path, int flags, ...)                         \
    {                                                                              \
        va_list args;                                                              \
        va_start(args, flags);                                                     \
        mode_t mode = mode_in(flags, args);                                        \
        va_end(args);                                                              \
        return open_at(folder, path, flags, mode);                                 \
    }

DEFINE_OPEN(open)
DEFINE_OPEN(open64)
DEFINE_OPENAT(openat)
DEFINE_OPENAT(openat64)

FILE *fopen(const char *path, const char *mode)
{
    bool changes = mode[0] != 'r';
    return io_fails("fopen", path, changes, changes ? ENOSPC : EACCES)
               ? NULL
               : NEXT(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return fopen(path, mode);
}

DIR *opendir(const char *path)
{
    return io_fails("opendir", path, false, EACCES) ? NULL : NEXT(opendir)(path);
}

ssize_t read(int file, void *bytes, size_t len)
{
    char path[4096];
    return io_fails("read", path_of(file, path), false, EIO)
               ? -1
               : syscall(SYS_read, file, bytes, len);
}

/* What the compiler makes of calls that it checks. */
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
ssize_t __read_chk(int file, void *bytes, size_t len, size_t room);

int __open_2(const char *path, int flags)
{
    return open_at(AT_FDCWD, path, flags, 0);
}

int __open64_2(const char *path, int flags)
{
    return open_at(AT_FDCWD, path, flags, 0);
}

ssize_t __read_chk(int file, void *bytes, size_t len, size_t room)
{
    if (len > room) {
        abort();
    }
    return read(file, bytes, len);
}

/* Half of what is to be written gets there, as when a disk is full. */
ssize_t write(int file, const void *bytes, size_t len)
{
    char path[4096];
    if (file <= 2) {
        return syscall(SYS_write, file, bytes, len);
    }
    if (io_fails("write", path_of(file, path), true, ENOSPC)) {
        syscall(SYS_write, file, bytes, len / 2);
        errno = ENOSPC;
        return -1;
    }
    return syscall(SYS_write, file, bytes, len);
}

#define DEFINE_SYNC(name)                                                          \
    int name(int file)                                                             \
    {                                                                              \
        char path[4096];                                                           \
        return io_fails(#name, path_of(file, path), true, EIO) ? -1                \
                                                               : NEXT(name)(file); \
    }

DEFINE_SYNC(fsync)
DEFINE_SYNC(fdatasync)
DEFINE_SYNC(syncfs)

int ftruncate(int file, off_t len)
{
    char path[4096];
    return io_fails("ftruncate", path_of(file, path), true, EIO)
               ? -1
               : NEXT(ftruncate)(file, len);
}

int fchmod(int file, mode_t mode)
{
    char path[4096];
    return io_fails("fchmod", path_of(file, path), true, EPERM)
               ? -1
               : NEXT(fchmod)(file, mode);
}

int chmod(const char *path, mode_t mode)
{
    return io_fails("chmod", path, true, EPERM) ? -1 : NEXT(chmod)(path, mode);
}

int rename(const char *from, const char *to)
{
    return io_fails("rename", to, true, EACCES) ? -1 : NEXT(rename)(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
              unsigned flags)
{
    return io_fails("renameat2", to, true, EINVAL)
               ? -1
               : NEXT(renameat2)(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
    return io_fails("link", to, true, EPERM) ? -1 : NEXT(link)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to,
           int flags)
{
    return io_fails("linkat", to, true, EPERM)
               ? -1
               : NEXT(linkat)(from_folder, from, to_folder, to, flags);
}

int mkdir(const char *path, mode_t mode)
{
    return io_fails("mkdir", path, true, ENOSPC) ? -1 : NEXT(mkdir)(path, mode);
}

int rmdir(const char *path)
{
    return io_fails("rmdir", path, true, EACCES) ? -1 : NEXT(rmdir)(path);
}

int unlink(const char *path)
{
    return io_fails("unlink", path, true, EACCES) ? -1 : NEXT(unlink)(path);
}
