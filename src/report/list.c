#include "report/list.h"
#include "wording/item_words.h"

void list_say_hidden(const struct report *report, const struct items *items) {
    size_t count;
    const char *const *notes = items_notes(&report->teller, items, &count);
    for (size_t i = 0; i < count; i++)
        page_paragraph(report->page, notes[i]);
}

void list_print_bars(const struct report *report, const struct items *items) {
    const struct voice *voice = &report->teller.voice;
    struct bar_block *blocks = arena_allocate(voice->arena, items->count, sizeof *blocks);
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->item[i];
        blocks[i] = (struct bar_block){.label = item_label(&report->teller, item),
                                       .bars = {{"", item->figure.count, item->figure.base}},
                                       .count = 1};
    }
    bars_print(report->page, blocks, items->count);
}
