#include "scheduler/commands/secret.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scheduler/base/read_bytes.h"

static bool refuse(struct error *err, const char *path, const char *why)
{
    error_set(err, "%s: %s", path, why);
    err->code = EXIT_CODE_IO;
    return false;
}

static bool read_open_file(struct secret *secret, int file, const char *path,
                           struct error *err)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        return error_set_errno(err, "%s: cannot be read", path);
    }
    if (S_ISREG(status.st_mode) && (status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
        return refuse(err, path,
                      "others can read this secret; expected a file for its owner "
                      "alone (chmod 600)");
    }
    ssize_t n = read_bytes(file, secret->text, sizeof secret->text);
    if (n < 0) {
        return error_set_errno(err, "%s: cannot be read", path);
    }
    if ((size_t)n == sizeof secret->text) {
        return refuse(err, path, "is too long for a password or a token");
    }
    secret->text[n] = '\0';
    secret->text[strcspn(secret->text, "\r\n")] = '\0';
    return secret->text[0] != '\0' ||
           refuse(err, path, "is empty; expected a password or a token");
}

static bool read_file(struct secret *secret, const char *path, struct error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return error_set_errno(err, "%s: cannot be opened", path);
    }
    bool ok = read_open_file(secret, file, path, err);
    close(file);
    return ok;
}

bool secret_read(struct secret *secret, const char *path, const char *variable,
                 struct error *err)
{
    const struct rlimit none = {0, 0};
    memset(secret, 0, sizeof *secret);
    setrlimit(RLIMIT_CORE, &none);
    char *value = getenv(variable);
    bool ok = true;
    if (path) {
        ok = read_file(secret, path, err);
    } else if (value && strlen(value) >= sizeof secret->text) {
        ok = refuse(err, variable, "is too long for a password or a token");
    } else if (value) {
        memcpy(secret->text, value, strlen(value));
    }
    if (value) {
        explicit_bzero(value, strlen(value));
        unsetenv(variable);
    }
    if (!ok) {
        secret_wipe(secret);
    }
    return ok;
}

void secret_wipe(struct secret *secret)
{
    explicit_bzero(secret, sizeof *secret);
}
