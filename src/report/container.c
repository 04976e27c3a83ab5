#include "report/container.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/memory.h"

/* 1 January 1980 as MS-DOS has it: years since then, month and day. */
enum { FIRST_DATE = 1 << 5 | 1 };

struct container {
    struct arena *arena; /* of the bytes, which libzip reads when it closes */
    zip_source_t *bytes;
    zip_t *archive;
};

static void fail(void) {
    die(EXIT_RESOURCE, "no memory left for an archive",
        "der Speicher reicht für ein Archiv nicht");
}

struct container *container_new(void) {
    struct container *container = memory_allocate(1, sizeof *container);
    zip_error_t error;
    zip_error_init(&error);
    container->arena = arena_new();
    container->bytes = zip_source_buffer_create(NULL, 0, 0, &error);
    if (container->bytes != NULL)
        container->archive = zip_open_from_source(container->bytes, ZIP_TRUNCATE, &error);
    if (container->archive == NULL)
        fail();
    /* Closing an archive gives back its source, which is read after that. */
    zip_source_keep(container->bytes);
    zip_error_fini(&error);
    return container;
}

void container_add(struct container *container, const char *name, const struct text *bytes,
                   bool stored) {
    const char *copy = arena_copy_bytes(container->arena, text_string(bytes), bytes->length);
    zip_source_t *source = zip_source_buffer(container->archive, copy, bytes->length, 0);
    zip_int64_t index =
        source != NULL ? zip_file_add(container->archive, arena_copy(container->arena, name),
                                      source, ZIP_FL_ENC_UTF_8)
                       : -1;
    if (index < 0 ||
        zip_set_file_compression(container->archive, (zip_uint64_t)index,
                                 stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) != 0 ||
        zip_file_set_dostime(container->archive, (zip_uint64_t)index, 0, FIRST_DATE, 0) != 0)
        fail();
}

void container_write(struct container *container, struct text *result) {
    zip_stat_t state;
    zip_stat_init(&state);
    if (zip_close(container->archive) != 0 || zip_source_stat(container->bytes, &state) != 0 ||
        zip_source_open(container->bytes) != 0)
        fail();
    char *bytes = memory_allocate(state.size + 1, 1);
    if (zip_source_read(container->bytes, bytes, state.size) != (zip_int64_t)state.size)
        fail();
    text_add_bytes(result, bytes, state.size);
    free(bytes);
    zip_source_close(container->bytes);
    zip_source_free(container->bytes);
    arena_free(container->arena);
    free(container);
}
