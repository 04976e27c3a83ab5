#include "report/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "report/bars.h"

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

static const struct bar_block *copy_bars(struct document *document,
                                         const struct bar_block *bars, size_t count) {
    struct bar_block *copies = arena_allocate(document->arena, count, sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        copies[i] = bars[i];
        copies[i].label = copy(document, bars[i].label);
        for (size_t k = 0; k < bars[i].count; k++)
            copies[i].bars[k].name = copy(document, bars[i].bars[k].name);
    }
    return copies;
}

struct block *document_add(struct document *document, struct block block) {
    block.anchor = copy(document, block.anchor);
    block.id = copy(document, block.id);
    block.lead = copy(document, block.lead);
    block.text = copy(document, block.text);
    if (block.bar_count > 0)
        block.bars = copy_bars(document, block.bars, block.bar_count);
    document->blocks = memory_grow(document->blocks, document->count, &document->capacity,
                                   sizeof *document->blocks);
    document->blocks[document->count] = block;
    return &document->blocks[document->count++];
}

void document_cut(struct document *document, size_t first) {
    if (document->count > first)
        document->count = first;
}

size_t document_sheet(const struct document *document, size_t block) {
    size_t sheet = 0;
    for (size_t i = 0; i <= block && i < document->count; i++)
        sheet += document->blocks[i].kind == BLOCK_SHEET;
    return sheet;
}

size_t document_sheet_with(const struct document *document, const char *anchor) {
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (strcmp(block->anchor, anchor) == 0 ||
            (block->kind == BLOCK_QUESTION && strcmp(block->id, anchor) == 0))
            return document_sheet(document, i);
    }
    return 0;
}
