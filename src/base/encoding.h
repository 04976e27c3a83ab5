/* Reads a file as UTF-8, whatever it is: BOM, UTF-16 and Windows-1252 are recognised and
 * converted. A source is freed with encoding_close; all bytes handed out are the caller's copy.
 * Faults of reading end the program (EXIT_NO_INPUT, EXIT_IO). */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

enum {
    ENCODING_PEEK = 1 << 20
}; /* bytes that decide the encoding and can be looked at ahead */

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF8_BOM,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_WINDOWS_1252
};

struct encoding_source;

/* Opens path ("-" or NULL: standard input); a folder or a missing file ends the program with
 * EXIT_NO_INPUT. A BOM decides; else UTF-8 where the first MiB is valid (a character cut at the
 * MiB is fine), else Windows-1252. */
struct encoding_source *encoding_open(const char *path);
void encoding_close(struct encoding_source *source);

enum encoding encoding_found(const struct encoding_source *source);
/* "UTF-8", "UTF-8 with BOM", "UTF-16", "Windows-1252", in the language of the environment. */
const char *encoding_name(enum encoding encoding);

/* The first bytes after conversion and without BOM, at most a MiB, without taking them; *length
 * says how many. Lives until the first encoding_read. */
const char *encoding_peek(struct encoding_source *source, size_t *length);

/* True where what encoding_peek gave, before anything was taken, is all of the file. */
bool encoding_is_whole(const struct encoding_source *source);

/* Takes up to size bytes of UTF-8 (or, in a UTF-8 file, of whatever bytes are there); 0 at the
 * end. Bytes that Windows-1252 or UTF-16 do not know become 0xFF, which is never valid UTF-8.
 */
size_t encoding_read(struct encoding_source *source, char *buffer, size_t size);

#endif
