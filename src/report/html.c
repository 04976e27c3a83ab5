#include "report/html.h"

#include <string.h>

#include "base/command.h"
#include "base/html_text.h"
#include "report/html_chart.h"
#include "report/html_contents.h"
#include "report/html_links.h"
#include "report/html_style.h"
#include "report/html_table.h"
#include "report/places.h"

/* What is open at the writer's place. */
enum list { LIST_NONE, LIST_FACTS, LIST_POINTS };

struct writer {
    struct text *html;
    const struct document *document;
    const struct html_settings *settings;
    struct diag *diag;
    const struct block *heading; /* the last one */
    const char *notice;          /* the paragraph before the title */
    enum list list;
    size_t sheet, tables, titled_tables, letters;
    bool named, contents, sheet_open, part_open, block_open;
    const struct block *chart; /* a picture whose table comes next; NULL: there is none */
    bool fine;
    size_t paragraph_at; /* where the last paragraph begins */
};

static const char *phrase(const struct writer *writer, enum phrase phrase) {
    return catalogue_phrase(writer->settings->voice->catalogue, phrase);
}

static const char *heading_title(const struct writer *writer) {
    return writer->heading != NULL ? writer->heading->text : "";
}

static void close_list(struct writer *writer) {
    static const char *const ends[] = {"", "</dl>\n", "</ul>\n"};
    text_add(writer->html, ends[writer->list]);
    writer->list = LIST_NONE;
}

static void close_block(struct writer *writer) {
    close_list(writer);
    if (writer->block_open)
        text_add(writer->html, "</section>\n");
    writer->block_open = false;
}

static void close_part(struct writer *writer) {
    close_block(writer);
    if (writer->part_open)
        text_add(writer->html, "</section>\n");
    writer->part_open = false;
}

static void close_sheet(struct writer *writer) {
    close_part(writer);
    if (writer->sheet_open)
        text_add(writer->html, "</section>\n");
    writer->sheet_open = false;
}

/* The contents are behind page one: before the first numbered part. */
static void write_contents(struct writer *writer) {
    if (!writer->contents)
        html_contents(writer->html, writer->document, phrase(writer, PHRASE_PAGE_CONTENTS));
    writer->contents = true;
}

/* The level of what is on a sheet: the first one has no heading but the report's title. */
static int level_of(const struct writer *writer, const struct block *block) {
    if (writer->sheet_open)
        return writer->sheet == 1 ? 2 : 3;
    return block->kind == BLOCK_PART ? 2 : 3;
}

static void open_section(struct writer *writer, const struct block *block, const char *class,
                         int level) {
    text_add_format(writer->html, "<section%s aria-labelledby=\"", class);
    html_heading_id(writer->html, writer->document, block);
    text_add_format(writer->html, "\">\n<h%d id=\"", level);
    html_heading_id(writer->html, writer->document, block);
    text_add(writer->html, "\">");
    html_heading_text(writer->html, block);
    writer->heading = block;
}

static void write_heading(struct writer *writer, const struct block *block) {
    bool part = block->kind == BLOCK_PART && !writer->sheet_open;
    int level = level_of(writer, block);
    if (part)
        close_part(writer);
    else
        close_block(writer);
    if (part && block->lead[0] != '\0')
        write_contents(writer);
    open_section(writer, block,
                 block->kind == BLOCK_QUESTION            ? " class=\"question\""
                 : writer->contents || writer->sheet_open ? ""
                                                          : " class=\"first\"",
                 level);
    text_add_format(writer->html, "</h%d>\n", level);
    writer->part_open = writer->part_open || part;
    writer->block_open = !part;
}

/* Its sheets are a link to the first place that says more. */
static void write_finding(struct writer *writer, const struct block *block) {
    const struct voice *voice = writer->settings->voice;
    int level = level_of(writer, block);
    const char *where = places_say(writer->document, voice, block->id, false);
    close_block(writer);
    open_section(writer, block, " class=\"finding\"", level);
    if (where[0] != '\0') {
        text_add(writer->html, " <a class=\"where\" href=\"#");
        html_add(writer->html, places_first(writer->document, voice, block->id));
        text_add(writer->html, "\">");
        html_add(writer->html, where);
        text_add(writer->html, "</a>");
    }
    text_add_format(writer->html, "</h%d>\n", level);
    writer->block_open = true;
}

static void add_folio(struct writer *writer) {
    const struct voice *voice = writer->settings->voice;
    text_add_byte(writer->html, ' ');
    html_element(writer->html, "span", " class=\"folio\"",
                 voice_say(voice, PHRASE_PAGE_SHEET, "number",
                           voice_whole(voice, (int64_t)writer->sheet), NULL));
}

/* The first sheet has no heading of its own; the contents are behind it. */
static void write_sheet(struct writer *writer, const struct block *block) {
    close_sheet(writer);
    writer->sheet++;
    if (writer->sheet == 1) {
        text_add(writer->html, "<section class=\"sheet front\">\n");
        writer->heading = NULL;
    } else {
        write_contents(writer);
        open_section(writer, block, " class=\"sheet\"", 2);
        add_folio(writer);
        text_add(writer->html, "</h2>\n");
    }
    writer->sheet_open = true;
}

static void write_linked(struct writer *writer, const char *tag, const char *attributes,
                         const char *string) {
    text_add_format(writer->html, "<%s%s>", tag, attributes);
    html_add_linked(writer->html, string);
    text_add_format(writer->html, "</%s>\n", tag);
}

static void write_name(struct writer *writer, const struct block *block) {
    html_element(writer->html, "h1", "", block->text);
    text_add(writer->html, "\n");
    writer->named = true;
}

static void write_paragraph(struct writer *writer, const struct block *block) {
    const char *attributes = "";
    bool notice = writer->notice != NULL && strcmp(writer->notice, block->text) == 0;
    close_list(writer);
    if (!writer->named)
        writer->notice = block->text;
    if (notice)
        close_sheet(writer);
    if (notice || !writer->named)
        attributes = " class=\"notice\"";
    else if (block > writer->document->blocks && block[-1].kind == BLOCK_NAME)
        attributes = " class=\"subtitle\"";
    writer->paragraph_at = writer->html->length;
    write_linked(writer, "p", attributes, block->text);
}

/* The number of the first sheet, which has no heading, is beside it. */
static void write_subtitle(struct writer *writer, const struct block *block) {
    text_add(writer->html, "<p class=\"subtitle\">");
    html_add(writer->html, block->text);
    if (writer->sheet == 1)
        add_folio(writer);
    text_add(writer->html, "</p>\n");
}

/* Opens the list that an item is in, unless it is open. */
static void open_list(struct writer *writer, enum list list) {
    static const char *const begins[] = {"", "<dl class=\"facts\">\n", "<ul>\n"};
    if (writer->list != list) {
        close_list(writer);
        text_add(writer->html, begins[list]);
    }
    writer->list = list;
}

static void write_fact(struct writer *writer, const struct block *block) {
    open_list(writer, LIST_FACTS);
    html_element(writer->html, "dt", "", block->lead);
    write_linked(writer, "dd", "", block->text);
}

/* "- " makes a point of a list, words make a name with a fact, blanks only indent. */
static void write_hanging(struct writer *writer, const struct block *block) {
    size_t length = strlen(block->lead);
    while (length > 0 && block->lead[length - 1] == ' ')
        length--;
    enum list list = length == 0 ? LIST_NONE : length == 1 ? LIST_POINTS : LIST_FACTS;
    open_list(writer, list);
    if (list == LIST_FACTS) {
        struct text name = {0};
        text_add_bytes(&name, block->lead, length);
        html_element(writer->html, "dt", "", text_string(&name));
        text_free(&name);
    }
    if (list == LIST_NONE)
        write_linked(writer, "p", " class=\"indented\"", block->text);
    else
        write_linked(writer, list == LIST_POINTS ? "li" : "dd", "", block->text);
}

static void write_remark(struct writer *writer, const struct block *block) {
    close_block(writer);
    html_element(writer->html, "p", " class=\"remark\"", block->text);
    text_add(writer->html, "\n");
}

/* Its language is not known: it is printed as it was written. */
static void write_quotation(struct writer *writer, const struct block *block) {
    struct text paragraph = {0};
    close_list(writer);
    text_add(writer->html, "<blockquote>\n");
    const char *mark = block->lead;
    for (const char *next = block->text; *next != '\0';) {
        size_t length = strcspn(next, "\n");
        text_clear(&paragraph);
        text_add(&paragraph, mark);
        mark = "";
        text_add_bytes(&paragraph, next, length);
        html_element(writer->html, "p", "", text_string(&paragraph));
        text_add(writer->html, "\n");
        next += length;
        next += strspn(next, "\n");
    }
    text_add(writer->html, "</blockquote>\n");
    text_free(&paragraph);
}

/* A frame without the marks, so that what is copied from it is the letter. */
static void write_letter(struct writer *writer, const struct block *block) {
    int level = level_of(writer, block) + writer->block_open;
    close_list(writer);
    writer->letters++;
    text_add_format(writer->html,
                    "<section class=\"letter\" aria-labelledby=\"letter-%zu\">\n"
                    "<h%d id=\"letter-%zu\">",
                    writer->letters, level, writer->letters);
    html_add(writer->html, block->text);
    text_add_format(writer->html, "</h%d>\n<div class=\"copy\">\n", level);
}

static void write_letter_end(struct writer *writer, const struct block *block) {
    (void)block;
    close_list(writer);
    text_add(writer->html, "</div>\n</section>\n");
}

static void write_table(struct writer *writer, const struct block *block) {
    const struct block *chart = writer->chart;
    writer->chart = NULL;
    close_list(writer);
    writer->titled_tables += block->table->title[0] != '\0';
    const struct html_table_form form = {.heading = heading_title(writer),
                                         .id = ++writer->tables,
                                         .number = writer->titled_tables,
                                         .bars = chart == NULL || chart->screen,
                                         .paper_bars = chart != NULL && chart->screen,
                                         .screen = chart != NULL && block->screen,
                                         .front = writer->sheet == 1,
                                         .sheet = writer->sheet > 0};
    html_table(writer->html, writer->settings->voice, block->table, &form);
    close_list(writer);
}

/* The wide and the narrow form of a picture; the style sheet shows one of them. False where one
 * of them is not valid. */
static bool add_forms(struct writer *writer, struct text *forms, const struct block *block) {
    const char *folder = writer->settings->charts;
    struct arena *arena = writer->settings->voice->arena;
    struct text wide = {0}, narrow = {0};
    const struct html_chart_words words = {.alternative = block->lead, .caption = block->text};
    bool fine = folder == NULL ||
                (html_chart_read(&wide, folder, block->id, &words, writer->diag) &&
                 html_chart_read(&narrow, folder, arena_format(arena, "%s-narrow", block->id),
                                 &words, writer->diag));
    if (fine && wide.length > 0 && narrow.length > 0)
        text_add_format(forms, "<div class=\"wide\">%s</div>\n<div class=\"slim\">%s</div>\n",
                        text_string(&wide), text_string(&narrow));
    else if (fine)
        text_add_format(forms, wide.length > 0 ? "%s\n" : "%s", text_string(&wide));
    text_free(&wide);
    text_free(&narrow);
    return fine;
}

/* Numbers count what is shown: a style sheet does it, since paper leaves some pictures out. */
static void add_caption(struct writer *writer, const char *title) {
    static const char place[] = "\x01", counter[] = "<span class=\"count\"></span>";
    const char *words = voice_say(writer->settings->voice, PHRASE_PAGE_PICTURE, "number", place,
                                  "title", title, NULL);
    size_t before = strcspn(words, place);
    text_add(writer->html, "<figcaption>");
    html_add(writer->html,
             arena_format(writer->settings->voice->arena, "%.*s", (int)before, words));
    if (words[before] != '\0') {
        text_add(writer->html, counter);
        html_add(writer->html, words + before + 1);
    }
    text_add(writer->html, "</figcaption>\n");
}

/* Takes the paragraph before, whose first sentence becomes the caption. Returns what is left of
 * it, which may speak of that sentence and comes behind it; "" for nothing. NULL where that
 * paragraph says something else. */
static const char *leave_to_caption(struct writer *writer, const struct block *block) {
    size_t length = strlen(block->text);
    if (block == writer->document->blocks || block[-1].kind != BLOCK_PARAGRAPH ||
        strncmp(block[-1].text, block->text, length) != 0)
        return NULL;
    const char *rest = block[-1].text + length;
    rest += strspn(rest, " ");
    text_cut(writer->html, writer->paragraph_at);
    return rest;
}

/* What is left of a paragraph; paper, which leaves out pictures for the screen, has it whole.
 */
static void write_rest(struct writer *writer, const struct block *block, const char *rest) {
    struct text *html = writer->html;
    bool left = rest[0] != '\0';
    if (!left && !block->screen)
        return;
    text_add(html, left ? "<p>" : "<p class=\"paper\">");
    if (left && block->screen)
        text_add(html, "<span class=\"paper\">");
    if (block->screen)
        html_add_linked(html, block->text);
    if (left && block->screen)
        text_add(html, " </span>");
    html_add_linked(html, rest);
    text_add(html, "</p>\n");
}

static void write_shown(struct writer *writer, const struct block *block,
                        const struct text *forms) {
    const char *rest = leave_to_caption(writer, block);
    bool tall = !block->screen &&
                html_chart_height(writer->settings->charts, block->id) > HTML_CHART_HIGHEST;
    /* On paper its letters would be too small: there is a line instead of it. */
    if (tall)
        html_element(writer->html, "p", " class=\"paper note\"",
                     phrase(writer, PHRASE_PAGE_TALL));
    text_add_format(writer->html, "<figure class=\"picture%s\">\n",
                    block->screen ? " screen"
                    : tall        ? " tall"
                                  : "");
    add_caption(writer, block->text);
    text_add_format(writer->html, "%s</figure>\n", text_string(forms));
    if (rest != NULL)
        write_rest(writer, block, rest);
    writer->chart = block;
}

/* The picture with its title; its table comes next. */
static void write_figure(struct writer *writer, const struct block *block) {
    struct text forms = {0};
    close_list(writer);
    bool fine = add_forms(writer, &forms, block);
    if (fine && forms.length > 0)
        write_shown(writer, block, &forms);
    writer->fine = writer->fine && fine;
    text_free(&forms);
}

static void write_block(struct writer *writer, const struct block *block) {
    static void (*const writers[])(struct writer * writer, const struct block *block) = {
        [BLOCK_NAME] = write_name,       [BLOCK_SUBTITLE] = write_subtitle,
        [BLOCK_SHEET] = write_sheet,     [BLOCK_PART] = write_heading,
        [BLOCK_SUBPART] = write_heading, [BLOCK_QUESTION] = write_heading,
        [BLOCK_FINDING] = write_finding, [BLOCK_PARAGRAPH] = write_paragraph,
        [BLOCK_HANGING] = write_hanging, [BLOCK_FACT] = write_fact,
        [BLOCK_REMARK] = write_remark,   [BLOCK_QUOTATION] = write_quotation,
        [BLOCK_LETTER] = write_letter,   [BLOCK_LETTER_END] = write_letter_end,
        [BLOCK_CHART] = write_figure,    [BLOCK_TABLE] = write_table};
    writers[block->kind](writer, block);
}

static void write_head(const struct writer *writer) {
    struct text *html = writer->html;
    struct text source = {0};
    html_style_source(&source);
    text_add_format(
        html,
        "<!DOCTYPE html>\n"
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" xml:lang=\"%s\">\n"
        "<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "&#39;none&#39;; style-src ",
        writer->settings->language, writer->settings->language);
    html_add(html, text_string(&source));
    text_add_format(
        html,
        "; base-uri &#39;none&#39;; form-action &#39;none&#39;\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
        "<meta name=\"generator\" content=\"nachlese %s\"/>\n",
        command_version());
    html_element(html, "title", "", document_name(writer->document));
    text_add(html, "\n<style>");
    html_style(html);
    text_add(html, "</style>\n</head>\n<body>\n");
    if (html_has_contents(writer->document)) {
        html_element(html, "a", " class=\"skip\" href=\"#page-contents\"",
                     phrase(writer, PHRASE_PAGE_SKIP));
        text_add(html, "\n");
    }
    text_add(html, "<main>\n");
    text_free(&source);
}

bool html_write(struct text *html, const struct document *document,
                const struct html_settings *settings, struct diag *diag) {
    struct writer writer = {
        .html = html, .document = document, .settings = settings, .diag = diag, .fine = true};
    write_head(&writer);
    for (size_t i = 0; i < document->count; i++)
        write_block(&writer, &document->blocks[i]);
    close_sheet(&writer);
    text_add(html, "</main>\n</body>\n</html>\n");
    return writer.fine;
}
