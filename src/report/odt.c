#include "report/odt.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/command.h"
#include "base/die.h"
#include "base/html_text.h"
#include "report/bars.h"
#include "report/container.h"
#include "report/html_chart.h"
#include "report/odt_style.h"
#include "report/places.h"
#include "report/table.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* The paper between its margins, in millimetres. */
enum { PAPER_WIDTH = 170, PAPER_HEIGHT = 230 };

struct writer {
    struct text xml;      /* content.xml */
    struct text manifest; /* the entries of pictures */
    struct container *container;
    const struct document *document;
    const struct odt_settings *settings;
    struct diag *diag;
    const char *notice; /* the paragraph before the title */
    size_t sheet, titled_tables, tables, charts;
    bool named, letter, list_open;
    bool fine;
};

static const struct voice *voice_of_writer(const struct writer *writer) {
    return writer->settings->voice;
}

/* --- paragraphs --- */

static void close_list(struct writer *writer) {
    if (writer->list_open)
        text_add(&writer->xml, "</text:list>\n");
    writer->list_open = false;
}

static void open_paragraph(struct writer *writer, const char *style) {
    text_add_format(&writer->xml, "<text:p text:style-name=\"%s\">", style);
}

static void add_paragraph(struct writer *writer, const char *style, const char *string) {
    close_list(writer);
    open_paragraph(writer, style);
    html_add(&writer->xml, string);
    text_add(&writer->xml, "</text:p>\n");
}

static void write_paragraph(struct writer *writer, const struct block *block) {
    bool notice =
        !writer->named || (writer->notice != NULL && strcmp(writer->notice, block->text) == 0);
    if (!writer->named)
        writer->notice = block->text;
    add_paragraph(writer,
                  notice           ? "Notice"
                  : writer->letter ? "Letter"
                                   : "Text_20_body",
                  block->text);
}

static void write_name(struct writer *writer, const struct block *block) {
    add_paragraph(writer, "Title", block->text);
    writer->named = true;
}

static void write_subtitle(struct writer *writer, const struct block *block) {
    add_paragraph(writer, "Subtitle", block->text);
}

static void write_remark(struct writer *writer, const struct block *block) {
    add_paragraph(writer, "Remark", block->text);
}

static void write_fact(struct writer *writer, const struct block *block) {
    size_t length = strlen(block->lead);
    while (length > 0 && block->lead[length - 1] == ' ')
        length--;
    close_list(writer);
    open_paragraph(writer, "Fact");
    text_add(&writer->xml, "<text:span text:style-name=\"Strong_20_Emphasis\">");
    html_add(&writer->xml,
             arena_copy_bytes(voice_of_writer(writer)->arena, block->lead, length));
    text_add(&writer->xml, "</text:span><text:tab/>");
    html_add(&writer->xml, block->text);
    text_add(&writer->xml, "</text:p>\n");
}

static void write_point(struct writer *writer, const struct block *block) {
    if (!writer->list_open)
        text_add(&writer->xml, "<text:list text:style-name=\"Points\">\n");
    writer->list_open = true;
    text_add(&writer->xml, "<text:list-item>");
    open_paragraph(writer, "Text_20_body");
    html_add(&writer->xml, block->text);
    text_add(&writer->xml, "</text:p></text:list-item>\n");
}

/* "- " makes a point of a list, words make a name with a fact, blanks only indent. */
static void write_hanging(struct writer *writer, const struct block *block) {
    size_t blanks = strspn(block->lead, " ");
    if (strcmp(block->lead, "- ") == 0)
        write_point(writer, block);
    else if (block->lead[blanks] != '\0')
        write_fact(writer, block);
    else
        add_paragraph(writer, "Indented", block->text);
}

static void write_quotation(struct writer *writer, const struct block *block) {
    struct arena *arena = voice_of_writer(writer)->arena;
    const char *mark = block->lead;
    for (const char *next = block->text; *next != '\0'; mark = "") {
        size_t length = strcspn(next, "\n");
        add_paragraph(writer, "Quotations",
                      arena_format(arena, "%s%.*s", mark, (int)length, next));
        next += length;
        next += strspn(next, "\n");
    }
}

/* --- headings --- */

static void add_heading(struct writer *writer, const struct block *block, const char *style,
                        int level) {
    close_list(writer);
    text_add_format(&writer->xml, "<text:h text:style-name=\"%s\" text:outline-level=\"%d\">",
                    style, level);
    if (block->kind == BLOCK_QUESTION) {
        text_add(&writer->xml, "<text:bookmark text:name=\"");
        html_add(&writer->xml, block->id);
        text_add(&writer->xml, "\"/>");
    }
    if (block->lead[0] != '\0' && block->kind != BLOCK_LETTER) {
        html_add(&writer->xml, block->lead);
        text_add(&writer->xml, "<text:s text:c=\"2\"/>");
    }
    html_add(&writer->xml, block->text);
}

static void end_heading(struct writer *writer) {
    text_add(&writer->xml, "</text:h>\n");
}

/* On the first sheet, which has no heading, all others are of the first level. */
static void write_heading(struct writer *writer, const struct block *block) {
    bool first = writer->sheet == 0 ? block->kind == BLOCK_PART : writer->sheet == 1;
    add_heading(writer, block,
                !first               ? "Heading_20_2"
                : writer->sheet == 1 ? "Finding"
                                     : "Heading_20_1",
                first ? 1 : 2);
    end_heading(writer);
}

static void write_sheet(struct writer *writer, const struct block *block) {
    writer->sheet++;
    if (writer->sheet == 1)
        return;
    add_heading(writer, block, "Sheet_20_heading", 1);
    end_heading(writer);
}

static void write_finding(struct writer *writer, const struct block *block) {
    const struct voice *voice = voice_of_writer(writer);
    const char *where = places_say(writer->document, voice, block->id, false);
    add_heading(writer, block, "Finding", 1);
    if (where[0] != '\0') {
        text_add(&writer->xml, " <text:a xlink:type=\"simple\" xlink:href=\"#");
        html_add(&writer->xml, places_first(writer->document, voice, block->id));
        text_add(&writer->xml, "\">");
        html_add(&writer->xml, where);
        text_add(&writer->xml, "</text:a>");
    }
    end_heading(writer);
}

static void write_letter(struct writer *writer, const struct block *block) {
    add_heading(writer, block, "Heading_20_3", 3);
    end_heading(writer);
    writer->letter = true;
}

static void write_letter_end(struct writer *writer, const struct block *block) {
    (void)block;
    close_list(writer);
    writer->letter = false;
}

/* --- tables --- */

static void add_cell(struct writer *writer, const char *style, const char *paragraph,
                     const char *string) {
    text_add_format(&writer->xml,
                    "<table:table-cell table:style-name=\"%s\" "
                    "office:value-type=\"string\"><text:p text:style-name=\"%s\">",
                    style, paragraph);
    html_add(&writer->xml, string);
    text_add(&writer->xml, "</text:p></table:table-cell>");
}

static void open_table(struct writer *writer, size_t columns) {
    size_t style = columns < ODT_COLUMN_STYLES ? columns : ODT_COLUMN_STYLES;
    close_list(writer);
    text_add_format(&writer->xml,
                    "<table:table table:name=\"table-%zu\" table:style-name=\"Whole\">"
                    "<table:table-column table:style-name=\"Label%zu\"/>"
                    "<table:table-column table:style-name=\"Values%zu\" "
                    "table:number-columns-repeated=\"%zu\"/>\n<table:table-header-rows>",
                    ++writer->tables, style, style, columns);
}

static void open_row(struct writer *writer) {
    text_add(&writer->xml, "<table:table-row table:style-name=\"Row\">");
}

static void close_row(struct writer *writer) {
    text_add(&writer->xml, "</table:table-row>\n");
}

/* The row above the heads, where some columns have a head in common. */
static void add_banners(struct writer *writer, const struct table *table) {
    open_row(writer);
    add_cell(writer, "Cell", "Table_20_Heading", "");
    for (size_t i = 0, end; i < table->column_count; i = end) {
        end = table_banner_end(table, i);
        size_t count = table_columns_shown(table, i, end, false);
        if (count == 0)
            continue;
        text_add_format(&writer->xml,
                        "<table:table-cell table:style-name=\"Cell\" "
                        "table:number-columns-spanned=\"%zu\" office:value-type=\"string\">"
                        "<text:p text:style-name=\"Table_20_Heading\">",
                        count);
        html_add(&writer->xml,
                 table->columns[i].banner != NULL ? table->columns[i].banner : "");
        text_add(&writer->xml, "</text:p></table:table-cell>");
        for (size_t k = 1; k < count; k++)
            text_add(&writer->xml, "<table:covered-table-cell/>");
    }
    close_row(writer);
}

static void add_heads(struct writer *writer, const struct table *table) {
    if (table_has_banner(table))
        add_banners(writer, table);
    open_row(writer);
    add_cell(writer, "Head", "Table_20_Heading", table->head);
    for (size_t i = 0; i < table->column_count; i++)
        if (!table_is_left_out(table, i, false))
            add_cell(writer, "Head",
                     table->columns[i].kind == TABLE_FIGURES ? "Table_20_Figures_20_Heading"
                                                             : "Table_20_Heading",
                     table_head_shown(table, i));
    close_row(writer);
    text_add(&writer->xml, "</table:table-header-rows>\n");
}

static void add_row(struct writer *writer, const struct table *table,
                    const struct table_row *row) {
    struct arena *arena = voice_of_writer(writer)->arena;
    bool dash = strcmp(row->lead, "- ") == 0, blank = row->lead[strspn(row->lead, " ")] == '\0';
    open_row(writer);
    /* Blanks at the beginning would be dropped: no-break spaces indent. */
    add_cell(writer, "Cell", "Table_20_Contents",
             arena_format(arena, "%s%s",
                          dash                            ? ""
                          : blank && row->lead[0] != '\0' ? "\u00a0\u00a0\u00a0"
                                                          : row->lead,
                          row->label));
    for (size_t i = 0; i < row->count; i++)
        if (!table_is_left_out(table, i, false))
            add_cell(writer, "Cell",
                     table->columns[i].kind == TABLE_FIGURES ? "Table_20_Figures"
                                                             : "Table_20_Contents",
                     row->cells[i].text);
    close_row(writer);
}

static void add_notes(struct writer *writer, const struct table *table) {
    struct arena *arena = voice_of_writer(writer)->arena;
    for (const struct table_note *note = table->first_note; note != NULL; note = note->next)
        add_paragraph(writer, "Note",
                      arena_format(arena, note->sign[0] != '\0' ? "%s %s" : "%s%s", note->sign,
                                   note->text));
}

static void write_table(struct writer *writer, const struct block *block) {
    const struct table *table = block->table;
    const struct voice *voice = voice_of_writer(writer);
    if (table->title[0] != '\0')
        add_paragraph(writer, "Table",
                      voice_say(voice, PHRASE_PAGE_TABLE, "number",
                                voice_whole(voice, (int64_t)++writer->titled_tables), "title",
                                table->title, NULL));
    open_table(writer, table_columns_shown(table, 0, table->column_count, false));
    add_heads(writer, table);
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        add_row(writer, table, row);
    text_add(&writer->xml, "</table:table>\n");
    add_notes(writer, table);
}

/* --- pictures --- */

/* The width and height of a picture as it is on the paper, in millimetres. */
static void measure(const char *svg, double *width, double *height) {
    const char *across = strstr(svg, " width=\""), *down = strstr(svg, " height=\"");
    double w = across != NULL ? strtod(across + 8, NULL) : 0,
           h = down != NULL ? strtod(down + 9, NULL) : 0;
    *width = PAPER_WIDTH;
    *height = w > 0 && h > 0 ? PAPER_WIDTH * h / w : PAPER_WIDTH;
    if (*height > PAPER_HEIGHT) {
        *width *= PAPER_HEIGHT / *height;
        *height = PAPER_HEIGHT;
    }
}

static void add_image(struct writer *writer, const char *name, const char *type,
                      const struct text *bytes) {
    const char *path = arena_format(voice_of_writer(writer)->arena, "Pictures/%s", name);
    container_add(writer->container, path, bytes, false);
    text_add_format(&writer->manifest,
                    "<manifest:file-entry manifest:full-path=\"%s\" "
                    "manifest:media-type=\"%s\"/>\n",
                    path, type);
    text_add_format(&writer->xml,
                    "<draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" "
                    "xlink:actuate=\"onLoad\"/>",
                    path);
}

/* Appends the bytes of FOLDER/ID.png, for who cannot show the other form; nothing where there
 * is none. */
static void read_png(struct text *png, const struct writer *writer, const char *id) {
    struct text path = {0};
    char buffer[65536];
    text_add_format(&path, "%s/%s.png", writer->settings->charts, id);
    FILE *file = fopen(text_string(&path), "rb");
    if (file == NULL && errno != ENOENT)
        die(EXIT_NO_INPUT,
            "%s cannot be opened:", "%s lässt sich nicht öffnen:", text_string(&path));
    if (file != NULL) {
        for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0;)
            text_add_bytes(png, buffer, length);
        if (ferror(file))
            die(EXIT_IO,
                "%s cannot be read:", "%s lässt sich nicht lesen:", text_string(&path));
        fclose(file);
    }
    if (png->length < 8 || memcmp(png->bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
        text_clear(png);
    text_free(&path);
}

static void add_frame(struct writer *writer, const struct block *block, const char *title,
                      const struct text *svg) {
    struct arena *arena = voice_of_writer(writer)->arena;
    struct text png = {0};
    double width, height;
    measure(text_string(svg), &width, &height);
    read_png(&png, writer, block->id);
    text_add_format(
        &writer->xml,
        "<text:p text:style-name=\"Figure\"><draw:frame draw:style-name=\"Picture\" "
        "draw:name=\"%s\" text:anchor-type=\"as-char\" svg:width=\"%.1fmm\" "
        "svg:height=\"%.1fmm\">",
        block->id, width, height);
    add_image(writer, arena_format(arena, "%s.svg", block->id), "image/svg+xml", svg);
    if (png.length > 0)
        add_image(writer, arena_format(arena, "%s.png", block->id), "image/png", &png);
    html_element(&writer->xml, "svg:title", "", title);
    html_element(&writer->xml, "svg:desc", "", block->lead);
    text_add(&writer->xml, "</draw:frame></text:p>\n");
    text_free(&png);
}

static void write_chart(struct writer *writer, const struct block *block) {
    const struct voice *voice = voice_of_writer(writer);
    const char *folder = block->screen ? NULL : writer->settings->charts;
    /* Its title stays: the bitmap, which a program may show instead, has it too. */
    const struct html_chart_words words = {.alternative = block->lead};
    struct text svg = {0};
    bool fine =
        folder == NULL || html_chart_read(&svg, folder, block->id, &words, writer->diag);
    if (fine && svg.length > 0) {
        const char *title = voice_say(voice, PHRASE_PAGE_PICTURE, "number",
                                      voice_whole(voice, (int64_t)++writer->charts), "title",
                                      block->text, NULL);
        add_paragraph(writer, "Illustration", title);
        add_frame(writer, block, title, &svg);
    }
    writer->fine = writer->fine && fine;
    text_free(&svg);
}

/* --- the file --- */

static void write_block(struct writer *writer, const struct block *block) {
    static void (*const writers[])(struct writer * writer, const struct block *block) = {
        [BLOCK_NAME] = write_name,       [BLOCK_SUBTITLE] = write_subtitle,
        [BLOCK_SHEET] = write_sheet,     [BLOCK_PART] = write_heading,
        [BLOCK_SUBPART] = write_heading, [BLOCK_QUESTION] = write_heading,
        [BLOCK_FINDING] = write_finding, [BLOCK_PARAGRAPH] = write_paragraph,
        [BLOCK_HANGING] = write_hanging, [BLOCK_FACT] = write_fact,
        [BLOCK_REMARK] = write_remark,   [BLOCK_QUOTATION] = write_quotation,
        [BLOCK_LETTER] = write_letter,   [BLOCK_LETTER_END] = write_letter_end,
        [BLOCK_CHART] = write_chart,     [BLOCK_TABLE] = write_table};
    writers[block->kind](writer, block);
}

static void write_content(struct writer *writer) {
    struct text *xml = &writer->xml;
    text_add(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content");
    odt_namespaces(xml);
    text_add(xml, ">\n");
    odt_automatic_styles(xml);
    text_add(xml, "<office:body><office:text>\n");
    for (size_t i = 0; i < writer->document->count; i++)
        write_block(writer, &writer->document->blocks[i]);
    close_list(writer);
    text_add(xml, "</office:text></office:body>\n</office:document-content>\n");
}

static void add_text(struct writer *writer, const char *name, struct text *bytes, bool stored) {
    container_add(writer->container, name, bytes, stored);
    text_free(bytes);
}

static void add_meta(struct writer *writer) {
    struct text meta = {0};
    text_add(&meta, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta");
    odt_namespaces(&meta);
    text_add(&meta, ">\n<office:meta>");
    text_add_format(&meta, "<meta:generator>nachlese/%s</meta:generator>", command_version());
    html_element(&meta, "dc:title", "", document_name(writer->document));
    html_element(&meta, "dc:language", "", writer->settings->language);
    text_add(&meta, "</office:meta>\n</office:document-meta>\n");
    add_text(writer, "meta.xml", &meta, false);
}

static void add_manifest(struct writer *writer) {
    struct text manifest = {0};
    text_add(&manifest,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
             "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
             "manifest:version=\"1.2\">\n"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
             "manifest:media-type=\"" MEDIA_TYPE "\"/>\n");
    static const char *const parts[] = {"content.xml", "styles.xml", "meta.xml"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        text_add_format(&manifest,
                        "<manifest:file-entry manifest:full-path=\"%s\" "
                        "manifest:media-type=\"text/xml\"/>\n",
                        parts[i]);
    text_add(&manifest, text_string(&writer->manifest));
    text_add(&manifest, "</manifest:manifest>\n");
    add_text(writer, "META-INF/manifest.xml", &manifest, false);
}

bool odt_write(struct text *file, const struct document *document,
               const struct odt_settings *settings, struct diag *diag) {
    struct writer writer = {.container = container_new(),
                            .document = document,
                            .settings = settings,
                            .diag = diag,
                            .fine = true};
    struct text type = {0}, styles = {0};
    text_add(&type, MEDIA_TYPE);
    add_text(&writer, "mimetype", &type, true);
    write_content(&writer);
    add_text(&writer, "content.xml", &writer.xml, false);
    odt_styles(&styles, document_name(document), settings->language);
    add_text(&writer, "styles.xml", &styles, false);
    add_meta(&writer);
    add_manifest(&writer);
    text_free(&writer.manifest);
    container_write(writer.container, file);
    return writer.fine;
}
