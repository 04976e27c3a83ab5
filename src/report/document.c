#include "report/document.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"

struct document *document_new(void) {
    struct document *document = memory_allocate(1, sizeof *document);
    document->arena = arena_new();
    return document;
}

void document_free(struct document *document) {
    if (document == NULL)
        return;
    arena_free(document->arena);
    free(document->blocks);
    free(document);
}

static const char *copy(struct document *document, const char *string) {
    return arena_copy(document->arena, string != NULL ? string : "");
}

void document_add(struct document *document, struct block block) {
    block.id = copy(document, block.id);
    block.lead = copy(document, block.lead);
    block.text = copy(document, block.text);
    document->blocks = memory_grow(document->blocks, document->count, &document->capacity,
                                   sizeof *document->blocks);
    document->blocks[document->count++] = block;
}

void document_join(struct document *document, size_t position) {
    struct block *last = document->count > 0 ? &document->blocks[document->count - 1] : NULL;
    if (last == NULL || last->kind != BLOCK_PICTURE)
        document_add(document, (struct block){.kind = BLOCK_PICTURE, .position = position});
    document->blocks[document->count - 1].joined = true;
}

void document_cut(struct document *document, size_t position) {
    while (document->count > 0 && document->blocks[document->count - 1].position >= position)
        document->count--;
}
