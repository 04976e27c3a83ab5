#include "report/plain_text.h"

#include <string.h>

#include "base/utf8.h"
#include "report/places.h"
#include "report/plain_lines.h"
#include "report/plain_table.h"

static const char QUOTATION_INDENT[] = "  ";

struct writer {
    struct text *text;
    const struct document *document;
    const struct plain_settings *settings;
    size_t next, end; /* the block that comes next; those before end are written */
    size_t sheet, tables;
    bool boxes_explained;
    bool counting; /* the report may not be complete yet */
};

static const struct block *neighbour(const struct writer *writer, size_t at) {
    return at < writer->document->count ? &writer->document->blocks[at] : NULL;
}

static bool is_kind(const struct block *block, enum block_kind kind) {
    return block != NULL && block->kind == kind;
}

static const char *phrase_with_number(const struct writer *writer, enum phrase phrase,
                                      size_t number) {
    const struct voice *voice = writer->settings->voice;
    return voice_say(voice, phrase, "number", voice_whole(voice, (int64_t)number), NULL);
}

/* --- headings --- */

static void write_capitals(struct writer *writer, const char *lead, const char *title,
                           size_t width) {
    struct text capitals = {0};
    plain_capitals(&capitals, title);
    plain_hanging(writer->text, lead, text_string(&capitals), width);
    text_free(&capitals);
}

/* Puts the number of the sheet at the right end of the line that begins at start. */
static void add_sheet_number(struct writer *writer, size_t start, const char *number) {
    struct text *text = writer->text, line = {0}, rest = {0};
    size_t length = strcspn(text->bytes + start, "\n"), width = utf8_width(number);
    text_add_bytes(&line, text->bytes + start, length);
    text_add(&rest, text->bytes + start + length);
    text->length = start;
    plain_pad(&line, PLAIN_WIDTH - width);
    text_add(text, text_string(&line));
    text_add(text, number);
    text_add(text, text_string(&rest));
    text_free(&line);
    text_free(&rest);
}

/* How long a line with the number of the sheet behind it may be. */
static size_t width_beside(const char *number) {
    return PLAIN_WIDTH - utf8_width(number) - 2;
}

/* A title with the sheet's number at the right; a long one goes on below. */
static void write_sheet_title(struct writer *writer, const char *title) {
    const char *number = phrase_with_number(writer, PHRASE_PAGE_SHEET, writer->sheet);
    size_t start = writer->text->length;
    write_capitals(writer, "", title, width_beside(number));
    add_sheet_number(writer, start, number);
}

static void write_sheet(struct writer *writer, const struct block *block) {
    writer->sheet++;
    if (writer->sheet == 1)
        return;
    text_add_byte(writer->text, '\n');
    write_sheet_title(writer, block->text);
}

/* On the first sheet its number ends the subtitle; in the middle of one it would be read as a
 * part of it: "am  Seite 1". */
static void write_subtitle(struct writer *writer, const struct block *block) {
    if (writer->sheet != 1) {
        plain_hanging(writer->text, "", block->text, PLAIN_WIDTH);
        return;
    }
    const char *number = phrase_with_number(writer, PHRASE_PAGE_SHEET, writer->sheet);
    size_t last = writer->text->length;
    plain_hanging(writer->text, "", block->text, width_beside(number));
    for (size_t i = last; i + 1 < writer->text->length; i++)
        if (writer->text->bytes[i] == '\n')
            last = i + 1;
    add_sheet_number(writer, last, number);
}

static void write_heading(struct writer *writer, const struct block *block) {
    struct text lead = {0};
    if (block->lead[0] != '\0') {
        text_add_byte(writer->text, '\n');
        text_add_format(&lead, "%s  ", block->lead);
    }
    write_capitals(writer, text_string(&lead), block->text, PLAIN_WIDTH);
    text_free(&lead);
}

static void write_question(struct writer *writer, const struct block *block) {
    struct text lead = {0};
    text_add_format(&lead, block->lead[0] != '\0' ? "%s  " : "%s", block->lead);
    plain_hanging(writer->text, text_string(&lead), block->text, PLAIN_WIDTH);
    text_free(&lead);
}

/* --- paragraphs --- */

/* The mark that a letter begins with hangs on its first block, the one that it ends with on its
 * last one. */
static void write_hanging(struct writer *writer, const struct block *block) {
    struct text string = {0}, lead = {0};
    const struct block *after = neighbour(writer, writer->next);
    bool begins = writer->next > 1 && is_kind(block - 1, BLOCK_LETTER);
    text_add(&lead, block->lead);
    text_add(block->lead[0] != '\0' && begins ? &lead : &string, begins ? block[-1].lead : "");
    text_add(&string, block->text);
    text_add(&string, is_kind(after, BLOCK_LETTER_END) ? after->lead : "");
    plain_hanging(writer->text, text_string(&lead), text_string(&string), PLAIN_WIDTH);
    text_free(&string);
    text_free(&lead);
}

static void write_addressee(struct writer *writer, const struct block *block) {
    plain_hanging(writer->text, "", block->text, PLAIN_WIDTH);
}

static void write_nothing(struct writer *writer, const struct block *block) {
    (void)writer;
    (void)block;
}

/* The widest name of the run of facts that the block is in. */
static size_t widest_name(const struct writer *writer, const struct block *block) {
    const struct block *first = writer->document->blocks,
                       *end = first + writer->document->count;
    size_t widest = 0;
    while (block > first && is_kind(block - 1, BLOCK_FACT))
        block--;
    for (; block < end && block->kind == BLOCK_FACT; block++)
        if (utf8_width(block->lead) > widest)
            widest = utf8_width(block->lead);
    return widest;
}

static void write_fact(struct writer *writer, const struct block *block) {
    struct text lead = {0};
    utf8_pad(&lead, block->lead, widest_name(writer, block) + 2, false);
    plain_hanging(writer->text, text_string(&lead), block->text, PLAIN_WIDTH);
    text_free(&lead);
}

/* The opening mark hangs before the text, so that all its lines begin in one column. */
static void write_quotation(struct writer *writer, const struct block *block) {
    struct text lead = {0}, paragraph = {0};
    text_add_format(&lead, "%s%s", QUOTATION_INDENT, block->lead);
    for (const char *next = block->text;;) {
        size_t length = strcspn(next, "\n"), width = utf8_width(text_string(&lead));
        text_clear(&paragraph);
        text_add_bytes(&paragraph, next, length);
        plain_hanging(writer->text, text_string(&lead), text_string(&paragraph), PLAIN_WIDTH);
        if (next[length] == '\0')
            break;
        next += length + 1;
        plain_gap(writer->text);
        text_clear(&lead);
        text_add_repeated(&lead, " ", width);
    }
    text_free(&paragraph);
    text_free(&lead);
}

/* --- tables and pictures --- */

static bool has_bars(const struct table *table) {
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].kind == TABLE_BARS)
            return true;
    return false;
}

/* What the boxes mean is said below the first table that has them. */
static void write_notes(struct writer *writer, const struct table *table) {
    if (has_bars(table) && !writer->settings->bars.none && !writer->boxes_explained) {
        plain_hanging(writer->text, "",
                      catalogue_phrase(writer->settings->voice->catalogue, PHRASE_PAGE_BOXES),
                      PLAIN_WIDTH);
        writer->boxes_explained = true;
    }
    for (const struct table_note *note = table->first_note; note != NULL; note = note->next) {
        struct text lead = {0};
        text_add_format(&lead, note->sign[0] != '\0' ? "%s  " : "%s", note->sign);
        plain_hanging(writer->text, text_string(&lead), note->text, PLAIN_WIDTH);
        text_free(&lead);
    }
}

static void write_table(struct writer *writer, const struct block *block) {
    const struct table *table = block->table;
    if (table->title[0] != '\0') {
        const struct voice *voice = writer->settings->voice;
        const char *number = voice_whole(voice, (int64_t)++writer->tables);
        plain_hanging(
            writer->text, "",
            voice_say(voice, PHRASE_PAGE_TABLE, "number", number, "title", table->title, NULL),
            PLAIN_WIDTH);
    }
    plain_table(writer->text, table, &writer->settings->bars);
    write_notes(writer, table);
}

/* --- findings --- */

/* "In jeder Zeile: „wichtig“, dann „zufrieden“" */
static const char *order_of(const struct voice *voice, const struct table *table) {
    const char *list = "";
    for (size_t i = 0; i < table->column_count; i++) {
        const char *head = voice_quote(voice, table->columns[i].head);
        list = i == 0 ? head
                      : voice_say(voice, PHRASE_PAGE_ORDER_NEXT, "first", list, "next", head,
                                  NULL);
    }
    return voice_say(voice, PHRASE_PAGE_ORDER, "list", list, NULL);
}

static void write_finding(struct writer *writer, const struct block *block) {
    struct text lead = {0}, string = {0}, heading = {0};
    const struct block *after =
        writer->next < writer->end ? neighbour(writer, writer->next) : NULL;
    const char *where =
        places_say(writer->document, writer->settings->voice, block->id, writer->counting);
    text_add_format(&lead, "%s  ", block->lead);
    plain_capitals(&string, block->text);
    text_add_format(&string, where[0] != '\0' ? " %s" : "%s", where);
    plain_hanging(&heading, text_string(&lead), text_string(&string), PLAIN_WIDTH);
    if (is_kind(after, BLOCK_TABLE) && after->table->title[0] == '\0' &&
        after->table->head[0] == '\0') {
        plain_table_below(writer->text, &heading, after->table, &writer->settings->bars,
                          order_of(writer->settings->voice, after->table));
        write_notes(writer, after->table);
        writer->next++;
    } else {
        text_add(writer->text, text_string(&heading));
    }
    text_free(&lead);
    text_free(&string);
    text_free(&heading);
}

/* --- blocks --- */

static void write_next(struct writer *writer) {
    static void (*const writers[])(struct writer * writer, const struct block *block) = {
        [BLOCK_NAME] = write_hanging,     [BLOCK_SUBTITLE] = write_subtitle,
        [BLOCK_SHEET] = write_sheet,      [BLOCK_PART] = write_heading,
        [BLOCK_SUBPART] = write_heading,  [BLOCK_QUESTION] = write_question,
        [BLOCK_FINDING] = write_finding,  [BLOCK_PARAGRAPH] = write_hanging,
        [BLOCK_HANGING] = write_hanging,  [BLOCK_FACT] = write_fact,
        [BLOCK_REMARK] = write_hanging,   [BLOCK_QUOTATION] = write_quotation,
        [BLOCK_LETTER] = write_addressee, [BLOCK_LETTER_END] = write_nothing,
        [BLOCK_CHART] = write_nothing,    [BLOCK_TABLE] = write_table};
    const struct block *block = &writer->document->blocks[writer->next++];
    if (block->gap)
        plain_gap(writer->text);
    writers[block->kind](writer, block);
}

void plain_text_write(struct text *text, const struct document *document,
                      const struct plain_settings *settings) {
    struct writer writer = {
        .text = text, .document = document, .settings = settings, .end = document->count};
    while (writer.next < writer.end)
        write_next(&writer);
}

/* The text of the blocks up to end; where those from first on begin in it. */
static size_t write_range(struct text *text, const struct document *document, size_t first,
                          size_t end, const struct plain_settings *settings) {
    struct writer writer = {.text = text,
                            .document = document,
                            .settings = settings,
                            .end = first,
                            .counting = true};
    while (writer.next < first)
        write_next(&writer);
    if (first < end && document->blocks[first].gap)
        plain_gap(text);
    size_t start = text->length;
    writer.end = end;
    while (writer.next < end)
        write_next(&writer);
    return start;
}

size_t plain_text_lines(const struct document *document, size_t first, size_t end,
                        const struct plain_settings *settings) {
    struct text text = {0};
    size_t start = write_range(&text, document, first, end, settings);
    size_t lines = plain_count(&text, start);
    text_free(&text);
    return lines;
}

size_t plain_text_full_lines(const struct document *document, size_t first, size_t end,
                             const struct plain_settings *settings) {
    struct text text = {0};
    size_t start = write_range(&text, document, first, end, settings), lines = 0;
    for (size_t i = start; i < text.length; i++)
        lines += text.bytes[i] == '\n' && i > start && text.bytes[i - 1] != '\n';
    text_free(&text);
    return lines;
}
