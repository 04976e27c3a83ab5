#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/memory.h"

/* Writes the bytes into a file of its own, opens it as a source and removes it. */
static struct encoding_source *source_of(const char *bytes, size_t length) {
    char path[] = "/tmp/nachlese-test-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    for (size_t at = 0; at < length;) {
        ssize_t written = write(descriptor, bytes + at, length - at);
        assert_true(written > 0);
        at += (size_t)written;
    }
    close(descriptor);
    struct encoding_source *source = encoding_open(path);
    unlink(path);
    return source;
}

static void check(const char *bytes, size_t length, enum encoding encoding,
                  const char *expected) {
    struct encoding_source *source = source_of(bytes, length);
    assert_int_equal(encoding_found(source), encoding);
    char all[256];
    size_t used = 0;
    size_t got;
    while ((got = encoding_read(source, all + used, 3)) >
           0) /* small reads: the seams are tested, too */
        used += got;
    assert_int_equal(used, strlen(expected));
    assert_memory_equal(all, expected, used);
    encoding_close(source);
}

static void encodings_are_recognised_and_converted(void **state) {
    (void)state;
    check("id,org\n", 7, ENCODING_UTF8, "id,org\n");
    check("\xEF\xBB\xBFid", 5, ENCODING_UTF8_BOM, "id");
    check("\xFF\xFEi\0\xE4\0", 6, ENCODING_UTF16LE, "i\xC3\xA4");
    check("\xFE\xFF\0i\0\xE4", 6, ENCODING_UTF16BE, "i\xC3\xA4");
    check("M\xE4rz \x84gut\x93", 10, ENCODING_WINDOWS_1252,
          "M\xC3\xA4rz \xE2\x80\x9Egut\xE2\x80\x9C");
    check("", 0, ENCODING_UTF8, "");
}

static void bytes_that_the_encoding_does_not_know_stay_invalid(void **state) {
    (void)state;
    check("\xE4\x81x", 3, ENCODING_WINDOWS_1252, "\xC3\xA4\xFFx");
    check("\xFF\xFEi\0x", 5, ENCODING_UTF16LE, "i\xFF");
}

/* A character that the first MiB cuts must neither make the file Windows-1252 nor be lost. */
static void a_character_on_the_seam_is_whole(void **state) {
    (void)state;
    size_t length = ENCODING_PEEK + 64;
    char *bytes = memory_allocate(length, 1);
    memset(bytes, 'a', length);
    memcpy(bytes + ENCODING_PEEK - 1, "\xC3\xA4", 2);
    struct encoding_source *source = source_of(bytes, length);
    assert_int_equal(encoding_found(source), ENCODING_UTF8);
    char *read = memory_allocate(length, 1);
    size_t used = 0;
    size_t got;
    while ((got = encoding_read(source, read + used, length - used)) > 0)
        used += got;
    assert_int_equal(used, length);
    assert_memory_equal(read, bytes, length);
    encoding_close(source);
    free(bytes);
    free(read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodings_are_recognised_and_converted),
        cmocka_unit_test(bytes_that_the_encoding_does_not_know_stay_invalid),
        cmocka_unit_test(a_character_on_the_seam_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
