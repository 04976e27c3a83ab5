/* Preloaded: files whose disk is full for a while. The stream that tmpfile(3) or fdopen(3)
 * makes fails to write FAILING_WRITES bytes (a block or more) once FAILING_AFTER bytes were
 * written, and then there is room again. FAILING_STREAM names the function, "tmpfile" or
 * "fdopen". */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct disk {
    int descriptor;
    long written, failed;
};

static struct disk disks[16];
static FILE *streams[16];
static size_t count;

static long limit(const char *name) {
    const char *value = getenv(name);
    return value != NULL ? atol(value) : 0;
}

static ssize_t read_disk(void *cookie, char *bytes, size_t length) {
    return read(((struct disk *)cookie)->descriptor, bytes, length);
}

static ssize_t write_disk(void *cookie, const char *bytes, size_t length) {
    struct disk *disk = cookie;
    if (disk->written >= limit("FAILING_AFTER") && disk->failed < limit("FAILING_WRITES")) {
        disk->failed += (long)length;
        errno = ENOSPC;
        return 0;
    }
    disk->written += (long)length;
    return write(disk->descriptor, bytes, length);
}

static int seek_disk(void *cookie, off64_t *offset, int whence) {
    *offset = lseek(((struct disk *)cookie)->descriptor, *offset, whence);
    return *offset < 0 ? -1 : 0;
}

static int close_disk(void *cookie) {
    return close(((struct disk *)cookie)->descriptor);
}

static FILE *wrap(int descriptor, const char *mode) {
    disks[count] = (struct disk){.descriptor = descriptor};
    streams[count] =
        fopencookie(&disks[count], mode,
                    (cookie_io_functions_t){read_disk, write_disk, seek_disk, close_disk});
    return streams[count++];
}

static int is_wanted(const char *function) {
    const char *wanted = getenv("FAILING_STREAM");
    return wanted != NULL && strcmp(wanted, function) == 0 &&
           count < sizeof disks / sizeof disks[0];
}

FILE *tmpfile(void) {
    FILE *(*next)(void);
    *(void **)&next = dlsym(RTLD_NEXT, "tmpfile");
    FILE *stream = next();
    if (stream == NULL || !is_wanted("tmpfile"))
        return stream;
    int descriptor = dup(fileno(stream));
    fclose(stream);
    return wrap(descriptor, "w+");
}

FILE *fdopen(int descriptor, const char *mode) {
    FILE *(*next)(int, const char *);
    *(void **)&next = dlsym(RTLD_NEXT, "fdopen");
    return is_wanted("fdopen") ? wrap(descriptor, "w") : next(descriptor, mode);
}

int fileno(FILE *stream) {
    int (*next)(FILE *);
    *(void **)&next = dlsym(RTLD_NEXT, "fileno");
    for (size_t i = 0; i < count; i++)
        if (streams[i] == stream)
            return disks[i].descriptor;
    return next(stream);
}
