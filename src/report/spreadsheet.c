#include "report/spreadsheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/die.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "report/sheet_name.h"
#include "report/table.h"

enum {
    HEAD_ROWS = 2,      /* of each sheet: its title and the way back */
    MOST_BYTES = 32000, /* a cell holds 32,767 characters */
    MOST_HEIGHT = 409,  /* points: a row is no higher */
    MOST_DECIMALS = 9,
    MOST_PROPERTY = 255
};
/* Widths in characters; heights in points. */
enum {
    LABEL_WIDTH = 52,
    FIGURE_WIDTH = 13,
    LINE_HEIGHT = 15,
    TITLE_WIDTH = 40,
    HEAD_WIDTH = 11
};

struct formats {
    lxw_format *title, *heading, *text, *caption, *banner, *head, *words_head, *label, *part,
        *words, *sign, *link;
    lxw_format *number[MOST_DECIMALS + 1], *share[MOST_DECIMALS + 1]; /* made when needed */
};

struct writer {
    const struct document *document;
    const struct spreadsheet_settings *settings;
    struct arena *arena;
    lxw_workbook *workbook;
    struct formats formats;
    struct sheet_names names;
    lxw_worksheet *contents, *sheet; /* sheet: the one that is written */
    lxw_row_t contents_row, row;     /* the next of each */
    size_t tables;
    size_t lines; /* of the row that is written, as far as it has more than one */
    bool *used;   /* of each block that explains a sign: the sign is on the sheet */
};

static const char *phrase(const struct writer *writer, enum phrase phrase) {
    return catalogue_phrase(writer->settings->voice->catalogue, phrase);
}

/* Only what the program itself got wrong makes the library refuse a cell. */
static void check(lxw_error error) {
    if (error != LXW_NO_ERROR)
        die(EXIT_RESOURCE, "the spreadsheet cannot be written: %s",
            "die Tabellendatei lässt sich nicht schreiben: %s", lxw_strerror(error));
}

/* --- cells --- */

/* At most so many bytes, whole characters. */
static const char *shortened(struct arena *arena, const char *string, size_t most) {
    size_t length = strlen(string);
    if (length <= most)
        return string;
    for (length = most; ((unsigned char)string[length] & 0xC0) == 0x80; length--)
        ;
    return arena_copy_bytes(arena, string, length);
}

/* Blocks that explain a sign: those whose sign this is are repeated at the foot of the sheet.
 */
static void note_sign(struct writer *writer, const char *string) {
    for (size_t i = 0; i < writer->document->count; i++)
        if (writer->document->blocks[i].kind == BLOCK_FACT &&
            strcmp(writer->document->blocks[i].lead, string) == 0)
            writer->used[i] = true;
}

static void put_text(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row,
                     lxw_col_t column, const char *string, lxw_format *format) {
    check(worksheet_write_string(sheet, row, column,
                                 shortened(writer->arena, string, MOST_BYTES), format));
}

/* Programs do not agree on the height of a row whose text wraps: it is given. */
static void wrap(struct writer *writer, const char *string, size_t width) {
    struct text wrapped = {0};
    size_t lines = 1;
    utf8_wrap(&wrapped, string, width, "");
    for (size_t i = 0; i < wrapped.length; i++)
        lines += wrapped.bytes[i] == '\n';
    if (lines > writer->lines)
        writer->lines = lines;
    text_free(&wrapped);
}

static void end_row(struct writer *writer, double line_height) {
    double height = (double)writer->lines * line_height;
    if (writer->lines > 1)
        check(worksheet_set_row(writer->sheet, writer->row,
                                height < MOST_HEIGHT ? height : MOST_HEIGHT, NULL));
    writer->lines = 0;
    writer->row++;
}

/* A line of its own in the first column. */
static void put_line(struct writer *writer, const char *string, lxw_format *format) {
    bool large = format == writer->formats.title;
    put_text(writer, writer->sheet, writer->row, 0, string, format);
    wrap(writer, string, large ? TITLE_WIDTH : LABEL_WIDTH);
    end_row(writer, large ? LINE_HEIGHT * 1.3 : LINE_HEIGHT);
}

static void put_link(struct writer *writer, lxw_worksheet *from, lxw_row_t row,
                     const char *string, const char *name, lxw_row_t target) {
    struct text link = {0};
    text_add(&link, "internal:'");
    for (const char *next = name; *next != '\0'; next++)
        text_add_bytes(&link, *next == '\'' ? "''" : next, *next == '\'' ? 2 : 1);
    text_add_format(&link, "'!A%zu", (size_t)target + 1);
    check(worksheet_write_url_opt(from, row, 0, text_string(&link), writer->formats.link,
                                  shortened(writer->arena, string, MOST_BYTES), NULL));
    text_free(&link);
}

/* --- formats --- */

static lxw_format *new_format(struct writer *writer, bool bold, bool wrapped) {
    lxw_format *format = workbook_add_format(writer->workbook);
    if (format == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    if (bold)
        format_set_bold(format);
    if (wrapped)
        format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static lxw_format *head_format(struct writer *writer, enum lxw_format_alignments align) {
    lxw_format *format = new_format(writer, true, true);
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_bottom(format, LXW_BORDER_THIN);
    return format;
}

static void make_formats(struct writer *writer) {
    struct formats *formats = &writer->formats;
    formats->title = new_format(writer, true, true);
    format_set_font_size(formats->title, 14);
    formats->heading = new_format(writer, true, true);
    format_set_font_size(formats->heading, 12);
    formats->text = new_format(writer, false, true);
    formats->caption = new_format(writer, true, true);
    formats->banner = head_format(writer, LXW_ALIGN_CENTER);
    formats->head = head_format(writer, LXW_ALIGN_RIGHT);
    formats->words_head = head_format(writer, LXW_ALIGN_LEFT);
    formats->label = new_format(writer, false, true);
    formats->part = new_format(writer, false, true);
    format_set_indent(formats->part, 1);
    formats->words = new_format(writer, false, true);
    formats->sign = new_format(writer, false, true);
    format_set_align(formats->sign, LXW_ALIGN_RIGHT);
    formats->link = new_format(writer, false, true);
    format_set_font_color(formats->link, LXW_COLOR_BLUE);
    format_set_underline(formats->link, LXW_UNDERLINE_SINGLE);
}

static lxw_format *number_format(struct writer *writer, const char *pattern) {
    lxw_format *format = new_format(writer, false, false);
    format_set_num_format(format, pattern);
    format_set_align(format, LXW_ALIGN_RIGHT);
    return format;
}

/* "0", "0.0" ..., of a share with the sign of percent behind it. */
static lxw_format *format_of_number(struct writer *writer, int decimals, bool share) {
    if (decimals > MOST_DECIMALS)
        decimals = MOST_DECIMALS;
    lxw_format **format =
        share ? &writer->formats.share[decimals] : &writer->formats.number[decimals];
    if (*format == NULL)
        *format = number_format(writer, arena_format(writer->arena, "0%s%.*s%s",
                                                     decimals > 0 ? "." : "", decimals,
                                                     "000000000", share ? "%" : ""));
    return *format;
}

/* The number stays, and the words of its limit are what is seen. */
static lxw_format *format_of_limit(struct writer *writer, const char *words) {
    char *pattern = arena_format(writer->arena, "\"%s%%\"", words);
    for (char *next = pattern + 1; next[1] != '\0'; next++)
        if (*next == '"')
            *next = '\'';
    return number_format(writer, pattern);
}

/* --- tables --- */

static void put_cell(struct writer *writer, const struct table *table, size_t column,
                     const struct table_cell *cell) {
    lxw_col_t at = (lxw_col_t)(column + 1);
    lxw_format *format = NULL;
    if (cell->kind == TABLE_NUMBER || cell->kind == TABLE_SHARE)
        format = format_of_number(writer, cell->decimals, cell->kind == TABLE_SHARE);
    else if (cell->kind == TABLE_LIMIT)
        format = format_of_limit(writer, cell->text);
    if (format != NULL) {
        check(worksheet_write_number(writer->sheet, writer->row, at, cell->value, format));
    } else if (cell->text[0] != '\0') {
        bool words = table->columns[column].kind == TABLE_WORDS;
        put_text(writer, writer->sheet, writer->row, at, cell->text,
                 words ? writer->formats.words : writer->formats.sign);
        note_sign(writer, cell->text);
        wrap(writer, cell->text, FIGURE_WIDTH);
    }
}

static bool has_banner(const struct table *table) {
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].banner != NULL)
            return true;
    return false;
}

/* The heads that columns have in common, one cell over all of them. */
static void put_banners(struct writer *writer, const struct table *table) {
    for (size_t i = 0, end; i < table->column_count; i = end) {
        const char *banner = table->columns[i].banner;
        for (end = i + 1; end < table->column_count && table->columns[end].banner == banner;
             end++)
            ;
        if (banner != NULL && end > i + 1)
            check(worksheet_merge_range(writer->sheet, writer->row, (lxw_col_t)(i + 1),
                                        writer->row, (lxw_col_t)end, banner,
                                        writer->formats.banner));
        else if (banner != NULL)
            put_text(writer, writer->sheet, writer->row, (lxw_col_t)(i + 1), banner,
                     writer->formats.banner);
        wrap(writer, banner != NULL ? banner : "", FIGURE_WIDTH * (end - i));
    }
    end_row(writer, LINE_HEIGHT);
}

static void put_heads(struct writer *writer, const struct table *table) {
    if (has_banner(table))
        put_banners(writer, table);
    put_text(writer, writer->sheet, writer->row, 0, table->head, writer->formats.words_head);
    for (size_t i = 0; i < table->column_count; i++) {
        put_text(writer, writer->sheet, writer->row, (lxw_col_t)(i + 1), table->columns[i].head,
                 table->columns[i].kind == TABLE_WORDS ? writer->formats.words_head
                                                       : writer->formats.head);
        note_sign(writer, table->columns[i].head);
        wrap(writer, table->columns[i].head, HEAD_WIDTH);
    }
    end_row(writer, LINE_HEIGHT);
}

static void put_row(struct writer *writer, const struct table *table,
                    const struct table_row *row) {
    bool part = row->lead[0] != '\0' && row->lead[strspn(row->lead, " ")] == '\0';
    put_text(writer, writer->sheet, writer->row, 0,
             part || row->lead[0] == '\0'
                 ? row->label
                 : arena_format(writer->arena, "%s%s", row->lead, row->label),
             part ? writer->formats.part : writer->formats.label);
    for (size_t i = 0; i < row->count; i++)
        put_cell(writer, table, i, &row->cells[i]);
    wrap(writer, row->label, LABEL_WIDTH);
    end_row(writer, LINE_HEIGHT);
}

static void write_table(struct writer *writer, const struct block *block) {
    const struct table *table = block->table;
    const struct voice *voice = writer->settings->voice;
    writer->row++;
    if (table->title[0] != '\0')
        put_line(writer,
                 voice_say(voice, PHRASE_PAGE_TABLE, "number",
                           voice_whole(voice, (int64_t)++writer->tables), "title", table->title,
                           NULL),
                 writer->formats.caption);
    put_heads(writer, table);
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        put_row(writer, table, row);
    for (const struct table_note *note = table->first_note; note != NULL; note = note->next) {
        note_sign(writer, note->sign);
        put_line(writer, arena_format(writer->arena, "%s  %s", note->sign, note->text),
                 writer->formats.text);
    }
}

/* --- sheets --- */

/* What the signs on this sheet mean. */
static void finish_sheet(struct writer *writer) {
    bool first = true;
    for (size_t i = 0; i < writer->document->count; i++) {
        const struct block *block = &writer->document->blocks[i];
        if (!writer->used[i])
            continue;
        writer->used[i] = false;
        writer->row += first;
        first = false;
        put_line(writer, arena_format(writer->arena, "%s  %s", block->lead, block->text),
                 writer->formats.text);
    }
}

static lxw_worksheet *add_sheet(struct writer *writer, const char *title) {
    const char *name = sheet_name_add(&writer->names, title);
    lxw_worksheet *sheet = workbook_add_worksheet(writer->workbook, name);
    if (sheet == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet, 1, 0);
    check(worksheet_set_footer(sheet, "&C&P / &N"));
    check(worksheet_set_column(sheet, 0, 0, LABEL_WIDTH, NULL));
    return sheet;
}

static const char *sheet_now(const struct writer *writer) {
    return writer->names.name[writer->names.count - 1];
}

/* The title and the way back stay in sight, and are at the top of every printed page. */
static void write_part(struct writer *writer, const struct block *block) {
    const char *title = arena_format(writer->arena, "%s  %s", block->lead, block->text);
    finish_sheet(writer);
    writer->sheet = add_sheet(writer, block->text);
    check(worksheet_set_column(writer->sheet, 1, TABLE_MOST_COLUMNS, FIGURE_WIDTH, NULL));
    worksheet_freeze_panes(writer->sheet, HEAD_ROWS, 1);
    check(worksheet_repeat_rows(writer->sheet, 0, 0));
    writer->row = 0;
    put_line(writer, title, writer->formats.title);
    put_link(writer, writer->sheet, writer->row, phrase(writer, PHRASE_TABLES_BACK),
             writer->names.name[0], 0);
    writer->row = HEAD_ROWS;
    put_link(writer, writer->contents, ++writer->contents_row, title, sheet_now(writer), 0);
    writer->contents_row++;
}

static void write_question(struct writer *writer, const struct block *block) {
    const char *title = arena_format(writer->arena, "%s  %s", block->lead, block->text);
    writer->row++;
    put_link(writer, writer->contents, writer->contents_row++, title, sheet_now(writer),
             writer->row);
    put_line(writer, title, writer->formats.heading);
}

/* --- other blocks --- */

static void write_name(struct writer *writer, const struct block *block) {
    put_line(writer, block->text, writer->formats.title);
}

static void write_heading(struct writer *writer, const struct block *block) {
    writer->row++;
    put_line(writer, block->text, writer->formats.heading);
}

static void write_text(struct writer *writer, const struct block *block) {
    put_line(writer,
             block->lead[0] != '\0'
                 ? arena_format(writer->arena, "%s%s", block->lead, block->text)
                 : block->text,
             writer->formats.text);
}

/* An empty row keeps it apart from a table. */
static void write_fact(struct writer *writer, const struct block *block) {
    if (block > writer->document->blocks && block[-1].kind == BLOCK_TABLE)
        writer->row++;
    put_line(writer, arena_format(writer->arena, "%s  %s", block->lead, block->text),
             writer->formats.text);
}

/* A row for each paragraph, behind the opening mark or a blank: what people wrote is no formula
 * either where somebody makes a CSV of the sheet (P15). What no cell holds goes on in the next
 * row. */
static void write_quotation(struct writer *writer, const struct block *block) {
    const char *mark = block->lead;
    for (const char *next = block->text; *next != '\0';) {
        size_t length = strcspn(next, "\n");
        const char *paragraph = arena_copy_bytes(writer->arena, next, length),
                   *piece = shortened(writer->arena, paragraph, MOST_BYTES - strlen(mark));
        put_line(writer, arena_format(writer->arena, "%s%s", mark, piece),
                 writer->formats.part);
        mark = "\u00A0";
        next += strlen(piece);
        next += strspn(next, "\n");
    }
}

/* A heading of a part with a number begins a sheet; blocks without an entry are not for
 * spreadsheets. */
static void write_block(struct writer *writer, const struct block *block) {
    static void (*const writers[])(struct writer * writer, const struct block *block) = {
        [BLOCK_NAME] = write_name,         [BLOCK_SUBTITLE] = write_text,
        [BLOCK_PART] = write_part,         [BLOCK_SUBPART] = write_heading,
        [BLOCK_QUESTION] = write_question, [BLOCK_PARAGRAPH] = write_text,
        [BLOCK_HANGING] = write_text,      [BLOCK_FACT] = write_fact,
        [BLOCK_TABLE] = write_table,       [BLOCK_QUOTATION] = write_quotation};
    if (block->kind < sizeof writers / sizeof *writers && writers[block->kind] != NULL)
        writers[block->kind](writer, block);
    if (writer->sheet == writer->contents)
        writer->contents_row = writer->row;
}

/* --- the workbook --- */

static const char *name_of(const struct document *document) {
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_NAME)
            return document->blocks[i].text;
    return "";
}

/* The library takes char *, and changes nothing. */
static char *property(struct writer *writer, const char *string) {
    return arena_copy(writer->arena, shortened(writer->arena, string, MOST_PROPERTY));
}

static void set_properties(struct writer *writer) {
    lxw_doc_properties properties = {
        .title = property(writer, name_of(writer->document)),
        .subject = property(writer, phrase(writer, PHRASE_TABLES_SUBTITLE)),
        .comments =
            property(writer, arena_format(writer->arena, "nachlese %s", command_version())),
        .created = writer->settings->created};
    check(workbook_set_properties(writer->workbook, &properties));
    check(workbook_set_custom_property_string(writer->workbook, "Language",
                                              writer->settings->language));
}

static void fill(struct writer *writer) {
    make_formats(writer);
    set_properties(writer);
    writer->contents = writer->sheet = add_sheet(writer, phrase(writer, PHRASE_PAGE_CONTENTS));
    for (size_t i = 0; i < writer->document->count; i++)
        write_block(writer, &writer->document->blocks[i]);
    finish_sheet(writer);
}

/* Writes the file; the library needs a path. */
static lxw_error write_file(const char *path, const struct document *document,
                            const struct spreadsheet_settings *settings) {
    struct arena *arena = arena_new();
    struct writer writer = {.document = document,
                            .settings = settings,
                            .arena = arena,
                            .names = {.arena = arena},
                            .workbook = workbook_new(path)};
    if (writer.workbook == NULL)
        die(EXIT_RESOURCE, "no memory left", "der Speicher reicht nicht");
    writer.used = arena_allocate(arena, document->count + 1, sizeof *writer.used);
    fill(&writer);
    lxw_error error = workbook_close(writer.workbook);
    sheet_names_free(&writer.names);
    arena_free(arena);
    return error;
}

/* False where it cannot be read. */
static bool read_file(struct text *bytes, const char *path) {
    char buffer[65536];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add_bytes(bytes, buffer, length);
    bool fine = ferror(file) == 0;
    fclose(file);
    return fine;
}

void spreadsheet_write(struct text *bytes, const struct document *document,
                       const struct spreadsheet_settings *settings) {
    const char *folder = getenv("TMPDIR");
    struct text path = {0};
    text_add_format(&path, "%s/nachlese-XXXXXX",
                    folder != NULL && folder[0] != '\0' ? folder : "/tmp");
    char *name = memory_copy(text_string(&path));
    int descriptor = mkstemp(name);
    if (descriptor < 0)
        die(EXIT_CANNOT_CREATE, "%s cannot be created:", "%s lässt sich nicht anlegen:", name);
    close(descriptor);
    lxw_error error = write_file(name, document, settings);
    bool fine = error == LXW_NO_ERROR && read_file(bytes, name);
    unlink(name);
    if (error != LXW_NO_ERROR)
        die(EXIT_IO, "%s cannot be written: %s", "%s lässt sich nicht schreiben: %s", name,
            lxw_strerror(error));
    if (!fine)
        die(EXIT_IO, "%s cannot be read:", "%s lässt sich nicht lesen:", name);
    free(name);
    text_free(&path);
}
