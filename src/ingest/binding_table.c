#include "ingest/binding_table.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8.h"
#include "base/utf8_control.h"
#include "ingest/heading_text.h"
#include "survey/csv_writer.h"
#include "survey/quotation.h"

enum { TABLE_HEADING = 44, FILE_HEADING = 60 };

static void describe_metadata(struct text *text, enum metadata metadata) {
    switch (metadata) {
    case METADATA_ID:
        text_add(text, language_pick("respondent id", "Kennung"));
        break;
    case METADATA_TOKEN:
        text_add(text, language_pick("respondent token", "Zugangscode"));
        break;
    case METADATA_COMPLETED:
        text_add(text, language_pick("mark of completeness", "Vermerk der Vollständigkeit"));
        break;
    case METADATA_ORIGIN:
        text_add(text, language_pick("origin", "Herkunft"));
        break;
    case METADATA_NONE:
    case METADATA_DROPPED:
        text_add(text, language_pick("dropped", "entfällt"));
        break;
    }
}

static bool is_open(const struct heading *heading) {
    return heading->part == HEADING_OTHER_TEXT || heading->part == HEADING_COMMENT ||
           question_answer(heading->question) == ANSWER_TEXT;
}

static bool is_tick_cell(const struct heading *heading) {
    return heading->part == HEADING_OPTION || heading->part == HEADING_DK ||
           (heading->part == HEADING_VARIABLE &&
            question_answer(heading->question) == ANSWER_TICK);
}

/* What the column was read as, and where its text goes. */
static void describe(struct text *text, const struct column *column,
                     const struct tick_cells *tick_cells, const struct kept_apart *kept) {
    const struct heading *heading = &column->heading;
    if (column->ignored) {
        text_add(text, language_pick("left out on purpose", "absichtlich weggelassen"));
        return;
    }
    if (heading->question == NULL) {
        describe_metadata(text, column->metadata);
        return;
    }
    if (heading->part != HEADING_FIELD)
        heading_text_meaning(text, heading);
    if (heading->part == HEADING_FIELD)
        text_add(text, kept->contacts
                           ? language_pick("contact, kept apart", "Kontakt, getrennt abgelegt")
                           : language_pick("contact, dropped", "Kontakt, entfällt"));
    else if (is_open(heading))
        text_add(text, kept->quotes && quotation_allowed(heading->question)
                           ? language_pick(": open text, kept apart",
                                           ": offener Text, getrennt abgelegt")
                           : language_pick(": open text, dropped", ": offener Text, entfällt"));
    else if (is_tick_cell(heading) && tick_cells_has(tick_cells, heading->question)) {
        text_add(text, ": ");
        tick_cells_describe(text, tick_cells, heading->question);
    }
    if (heading->part != HEADING_FIELD && question_is_apart(heading->question) &&
        !is_open(heading))
        text_add(text, kept->exchange ? language_pick("; counted apart", "; getrennt gezählt")
                                      : language_pick("; not counted", "; nicht gezählt"));
}

void binding_print(const struct binding *binding, const struct tick_cells *tick_cells,
                   const char *file, const struct kept_apart *kept, FILE *stream) {
    struct text line = {0};
    text_add_format(&line,
                    language_pick("%s: what its columns were read as",
                                  "%s: als was die Spalten gelesen wurden"),
                    file);
    utf8_print_visible(stream, text_string(&line));
    fputc('\n', stream);
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        struct text title = {0};
        heading_text_shorten(&title, column->title, column->title_length, TABLE_HEADING - 3);
        text_clear(&line);
        text_add_format(&line, "%5zu  ", i + 1);
        utf8_pad(&line, text_string(&title), TABLE_HEADING, false);
        text_add(&line, "  ");
        describe(&line, column, tick_cells, kept);
        utf8_print_visible(stream, text_string(&line));
        fputc('\n', stream);
        text_free(&title);
    }
    text_free(&line);
}

void binding_write(const struct binding *binding, const struct tick_cells *tick_cells,
                   const struct kept_apart *kept, FILE *stream) {
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        const struct question *question = column->heading.question;
        struct text title = {0}, meaning = {0};
        heading_text_shorten(&title, column->title, column->title_length, FILE_HEADING);
        describe(&meaning, column, tick_cells, kept);
        fprintf(stream, "%zu", i + 1);
        csv_write_free_text(stream, text_string(&title), false);
        csv_write_field(stream, text_string(&meaning), false);
        csv_write_field(stream, question != NULL ? question->id : "", false);
        csv_write_end(stream);
        text_free(&title);
        text_free(&meaning);
    }
}
