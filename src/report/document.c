#include "report/document.h"

#include <stdlib.h>
#include <string.h>

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

struct block *document_add(struct document *document, struct block block) {
    block.id = copy(document, block.id);
    block.lead = copy(document, block.lead);
    block.text = copy(document, block.text);
    document->blocks = memory_grow(document->blocks, document->count, &document->capacity,
                                   sizeof *document->blocks);
    document->blocks[document->count] = block;
    return &document->blocks[document->count++];
}

const char *document_name(const struct document *document) {
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_NAME)
            return document->blocks[i].text;
    return "nachlese";
}

size_t document_sheet(const struct document *document, size_t block) {
    size_t sheet = 0;
    for (size_t i = 0; i <= block && i < document->count; i++)
        sheet += document->blocks[i].kind == BLOCK_SHEET;
    return sheet;
}

size_t document_sheet_with(const struct document *document, const char *id) {
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_QUESTION &&
            strcmp(document->blocks[i].id, id) == 0)
            return document_sheet(document, i);
    return 0;
}
