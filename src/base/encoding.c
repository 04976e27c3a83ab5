#include "base/encoding.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"

struct encoding_source {
    int descriptor;
    const char *path;
    enum encoding encoding;
    iconv_t converter; /* (iconv_t)-1: none, the bytes are UTF-8 */
    char *raw;         /* as read: raw[raw_start..raw_end) is not converted yet */
    size_t raw_start, raw_end;
    bool ended;  /* the file has no more bytes */
    char *ready; /* converted bytes: ready[ready_start..ready_end) is not handed out yet */
    size_t ready_start, ready_end;
};

enum { READY_SIZE = 4 * ENCODING_PEEK + 16 };

/* Fills the raw buffer up to its size; a pipe may need several reads. */
static void fill_raw(struct encoding_source *source) {
    if (source->raw_start > 0) {
        memmove(source->raw, source->raw + source->raw_start,
                source->raw_end - source->raw_start);
        source->raw_end -= source->raw_start;
        source->raw_start = 0;
    }
    while (!source->ended && source->raw_end < ENCODING_PEEK) {
        ssize_t got = read(source->descriptor, source->raw + source->raw_end,
                           ENCODING_PEEK - source->raw_end);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            die(EXIT_IO, "cannot read %s:", "%s lässt sich nicht lesen:", source->path);
        source->ended = got == 0;
        source->raw_end += (size_t)got;
    }
}

/* How many bytes at the end are the beginning of a character that the buffer cuts. */
static size_t cut_tail(const char *bytes, size_t length) {
    for (size_t back = 1; back <= 3 && back <= length; back++) {
        unsigned char byte = (unsigned char)bytes[length - back];
        if ((byte & 0xC0) == 0x80)
            continue;
        size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return needed > back ? back : 0;
    }
    return 0;
}

static enum encoding recognise(const struct encoding_source *source, size_t *bom) {
    const char *bytes = source->raw;
    size_t length = source->raw_end;
    *bom = 0;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *bom = 3;
        return ENCODING_UTF8_BOM;
    }
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        *bom = 2;
        return ENCODING_UTF16LE;
    }
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        *bom = 2;
        return ENCODING_UTF16BE;
    }
    size_t whole = source->ended ? length : length - cut_tail(bytes, length);
    return utf8_valid(bytes, whole) ? ENCODING_UTF8 : ENCODING_WINDOWS_1252;
}

static const char *iconv_name(enum encoding encoding) {
    switch (encoding) {
    case ENCODING_UTF16LE:
        return "UTF-16LE";
    case ENCODING_UTF16BE:
        return "UTF-16BE";
    case ENCODING_WINDOWS_1252:
        return "CP1252";
    case ENCODING_UTF8:
    case ENCODING_UTF8_BOM:
        break;
    }
    return NULL;
}

const char *encoding_name(enum encoding encoding) {
    if (encoding == ENCODING_UTF8_BOM)
        return language_pick("UTF-8 with BOM", "UTF-8 mit BOM");
    static const char *const names[] = {
        [ENCODING_UTF8] = "UTF-8",
        [ENCODING_UTF16LE] = "UTF-16",
        [ENCODING_UTF16BE] = "UTF-16",
        [ENCODING_WINDOWS_1252] = "Windows-1252",
    };
    return names[encoding];
}

static void take_as_it_is(struct encoding_source *source) {
    size_t length = source->raw_end - source->raw_start;
    memcpy(source->ready, source->raw + source->raw_start, length);
    source->raw_start = source->raw_end;
    source->ready_start = 0;
    source->ready_end = length;
}

static void convert(struct encoding_source *source) {
    char *in = source->raw + source->raw_start;
    size_t in_left = source->raw_end - source->raw_start;
    char *out = source->ready;
    size_t out_left = READY_SIZE;
    while (in_left > 0 &&
           iconv(source->converter, &in, &in_left, &out, &out_left) == (size_t)-1) {
        if (errno == EINVAL && !source->ended)
            break; /* a character cut by the buffer: the rest comes with the next bytes */
        size_t unit = source->encoding == ENCODING_WINDOWS_1252 || in_left < 2 ? 1 : 2;
        *out++ = (char)0xFF;
        out_left--;
        in += unit;
        in_left -= unit;
    }
    source->raw_start = source->raw_end - in_left;
    source->ready_start = 0;
    source->ready_end = (size_t)(out - source->ready);
}

static void fill_ready(struct encoding_source *source) {
    fill_raw(source);
    if (source->converter == (iconv_t)-1)
        take_as_it_is(source);
    else
        convert(source);
}

static int open_descriptor(const char *path) {
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        die(EXIT_NO_INPUT, "cannot open %s:", "%s lässt sich nicht öffnen:", path);
    return descriptor;
}

struct encoding_source *encoding_open(const char *path) {
    path = path == NULL ? "-" : path;
    struct encoding_source *source = memory_allocate(1, sizeof *source);
    source->path = strcmp(path, "-") == 0 ? "<stdin>" : path;
    source->descriptor = open_descriptor(path);
    struct stat status;
    if (fstat(source->descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        die(EXIT_NO_INPUT, "%s is a folder, a file was expected",
            "%s ist ein Ordner, erwartet war eine Datei", source->path);
    source->raw = memory_allocate(ENCODING_PEEK, 1);
    source->ready = memory_allocate(READY_SIZE, 1);
    fill_raw(source);
    source->encoding = recognise(source, &source->raw_start);
    const char *name = iconv_name(source->encoding);
    source->converter = name != NULL ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (name != NULL && source->converter == (iconv_t)-1)
        die(EXIT_RESOURCE,
            "cannot convert from %s:", "Umwandeln aus %s ist nicht möglich:", name);
    fill_ready(source);
    return source;
}

void encoding_close(struct encoding_source *source) {
    if (source == NULL)
        return;
    if (source->descriptor != STDIN_FILENO)
        close(source->descriptor);
    if (source->converter != (iconv_t)-1)
        iconv_close(source->converter);
    free(source->raw);
    free(source->ready);
    free(source);
}

enum encoding encoding_found(const struct encoding_source *source) {
    return source->encoding;
}

const char *encoding_peek(struct encoding_source *source, size_t *length) {
    *length = source->ready_end - source->ready_start;
    return source->ready + source->ready_start;
}

bool encoding_is_whole(const struct encoding_source *source) {
    return source->ended && source->raw_start == source->raw_end;
}

size_t encoding_read(struct encoding_source *source, char *buffer, size_t size) {
    while (source->ready_start == source->ready_end) {
        if (source->ended && source->raw_start == source->raw_end)
            return 0;
        fill_ready(source);
    }
    size_t length = source->ready_end - source->ready_start;
    length = length < size ? length : size;
    memcpy(buffer, source->ready + source->ready_start, length);
    source->ready_start += length;
    return length;
}
