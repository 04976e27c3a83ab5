#include "charts/plan_parts.h"

struct chart_share plan_share(const struct teller *teller, const struct figure *figure) {
    bool shown = figure->state == FIGURE_SHOWN && figure->base > 0;
    if (!shown)
        return (struct chart_share){0, 0, teller_phrase(teller, PHRASE_TABLE_NOTHING)};
    return (struct chart_share){figure->count, figure->base,
                                voice_of(&teller->voice, figure->count, figure->base)};
}

struct chart_row *plan_rows(const struct teller *teller, const struct items *items,
                            struct chart *chart) {
    struct chart_row *rows =
        arena_allocate(teller->voice.arena, items->count + items->empty + 1, sizeof *rows);
    for (size_t i = 0; i < items->count; i++)
        rows[i] = (struct chart_row){.label = items->item[i].label,
                                     .share = plan_share(teller, &items->item[i].figure)};
    chart->rows = rows;
    chart->row_count = items->count;
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

void plan_note_items(const struct teller *teller, struct chart *chart,
                     const struct items *items) {
    size_t count;
    const char *const *notes = items_notes(teller, items, &count);
    for (size_t i = 0; i < count; i++)
        plan_note(teller, chart, notes[i]);
}
