#include "charts/plan_parts.h"

#include "wording/item_words.h"
#include "wording/statement_words.h"

struct chart_share plan_share(const struct teller *teller, const struct figure *figure) {
    if (figure->state == FIGURE_HIDDEN)
        return (struct chart_share){0, 0, PLAN_HIDDEN};
    if (figure->state != FIGURE_SHOWN || figure->base <= 0)
        return (struct chart_share){0, 0, teller_phrase(teller, PHRASE_TABLE_NOTHING)};
    return (struct chart_share){figure->count, figure->base,
                                voice_of(&teller->voice, figure->count, figure->base)};
}

static void add_row(const struct teller *teller, const struct question *question,
                    const struct item *item, struct chart *chart, struct chart_row *rows) {
    rows[chart->row_count++] =
        (struct chart_row){.label = words_item_bare(teller, question, item),
                           .share = plan_share(teller, &item->figure)};
}

struct chart_row *plan_rows(const struct teller *teller, const struct question *question,
                            const struct items *items, bool empty, struct chart *chart) {
    size_t shown = items->count, known = shown + items->hidden;
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, known + items->empty + 1, sizeof *rows);
    for (size_t i = 0; i < shown; i++)
        add_row(teller, question, &items->item[i], chart, rows);
    for (size_t i = known; i < known + items->empty && empty; i++)
        add_row(teller, question, &items->item[i], chart, rows);
    for (size_t i = shown; i < known; i++)
        add_row(teller, question, &items->item[i], chart, rows);
    chart->rows = rows;
    return rows;
}

void plan_note(const struct teller *teller, struct chart *chart, const char *note) {
    if (note == NULL || note[0] == '\0')
        return;
    const char **notes =
        arena_allocate(teller->voice.arena, chart->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < chart->note_count; i++)
        notes[i] = chart->notes[i];
    notes[chart->note_count++] = note;
    chart->notes = notes;
}

/* Notes about hidden rows have the rows' sign before them: they stand behind those about merged
 * and thin ones, and before that about empty ones. */
void plan_note_items(const struct teller *teller, struct chart *chart,
                     const struct items *items) {
    size_t count;
    const char *const *notes = items_notes(teller, items, &count);
    size_t first = items->merged != NULL ? 1 : 0, end = items->empty > 0 ? count - 1 : count;
    if (items_ranked(items) < items->count)
        first++;
    for (size_t i = 0; i < count; i++)
        plan_note(teller, chart,
                  i >= first && i < end
                      ? arena_format(teller->voice.arena, PLAN_HIDDEN "  %s", notes[i])
                      : notes[i]);
}

void plan_name_classes(const struct teller *teller, const struct question *question,
                       struct chart *chart) {
    const struct code_list *codes = question->codes;
    const char **names = arena_allocate(teller->voice.arena, codes->inside + 1, sizeof *names);
    for (size_t i = 0; i < codes->inside; i++)
        names[i] = words_code_bare(teller, &codes->codes[i]);
    chart->classes = names;
    chart->class_count = codes->inside;
}

bool plan_is_ordinal(const struct question *question) {
    return question->codes->measure == MEASURE_ORDINAL;
}
