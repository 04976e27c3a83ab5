#include "report/html_table.h"

#include <string.h>

#include "report/bars.h"
#include "report/html_text.h"

/* Tables with more columns may have to scroll on a phone; then the keyboard must reach them.
 * Short ones stay whole on paper. */
enum { NARROW_COLUMNS = 1, SHORT_ROWS = 12, LONG_WORD = 40 /* bytes */ };

static void open_table(struct text *html, const char *caption, bool secondary, size_t rows,
                       size_t columns, size_t number) {
    text_add_format(html, "<div class=\"scroll%s%s%s\"", rows <= SHORT_ROWS ? " short" : "",
                    columns <= NARROW_COLUMNS ? " narrow" : "", secondary ? " secondary" : "");
    if (columns > NARROW_COLUMNS)
        text_add_format(html, " role=\"group\" tabindex=\"0\" aria-labelledby=\"table-%zu\"",
                        number);
    text_add_format(html, ">\n<table>\n<caption id=\"table-%zu\">", number);
    html_add(html, caption);
    text_add(html, "</caption>\n<thead>\n<tr>");
}

static void close_table(struct text *html) {
    text_add(html, "</tbody>\n</table>\n</div>\n");
}

/* A word so long that it would push the figures off the paper. */
static bool has_long_word(const char *label) {
    for (const char *word = label; *word != '\0';) {
        size_t length = strcspn(word, " ");
        if (length > LONG_WORD)
            return true;
        word += length;
        word += strspn(word, " ");
    }
    return false;
}

static void add_row_head(struct text *html, const char *lead, const char *label) {
    bool indented = lead[strspn(lead, " ")] == '\0' && lead[0] != '\0';
    text_add(html, "<tr><th scope=\"row\"");
    if (has_long_word(label))
        text_add(html, indented ? " class=\"part long\"" : " class=\"long\"");
    else if (indented)
        text_add(html, " class=\"part\"");
    text_add(html, ">");
    /* The dash of a list is for the text alone: in a table a row is seen. */
    if (!indented && strcmp(lead, "- ") != 0)
        html_add(html, lead);
    html_add(html, label);
    text_add(html, "</th>");
}

static size_t row_count(const struct table *table) {
    size_t count = 0;
    for (const struct table_row *row = table->first; row != NULL; row = row->next)
        count++;
    return count;
}

void html_table(struct text *html, const struct voice *voice, const struct table *table,
                const char *title, size_t number) {
    const char *caption =
        voice_say(voice, PHRASE_PAGE_CAPTION, "title", title, "head", table->head, NULL);
    open_table(html, caption, false, row_count(table), table->column_count, number);
    html_element(html, "th", " scope=\"col\"", table->head);
    for (size_t i = 0; i < table->column_count; i++)
        html_element(html, "th",
                     table->columns[i].words ? " scope=\"col\""
                                             : " scope=\"col\" class=\"figure\"",
                     table->columns[i].head);
    text_add(html, "</tr>\n</thead>\n<tbody>\n");
    for (const struct table_row *row = table->first; row != NULL; row = row->next) {
        add_row_head(html, row->lead, row->label);
        for (size_t i = 0; i < row->count; i++)
            html_element(html, "td", table->columns[i].words ? "" : " class=\"figure\"",
                         row->cells[i]);
        text_add(html, "</tr>\n");
    }
    close_table(html);
}

/* A bar of the share, for eyes only: the figure says the same. */
static void add_bar(struct text *html, const struct bar *bar) {
    int64_t width = bar->base > 0 ? (2000 * bar->count + bar->base) / (2 * bar->base) : 0;
    text_add_format(html,
                    "<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">"
                    "<rect class=\"rest\" fill=\"#dce2e8\" width=\"100%%\" height=\"100%%\"/>"
                    "<rect fill=\"#2a6099\" width=\"%d.%d%%\" height=\"100%%\"/></svg>",
                    (int)(width / 10), (int)(width % 10));
}

static void add_figure(struct text *html, const struct voice *voice, const struct bar *bar,
                       bool drawn) {
    text_add(html, drawn ? "<td class=\"figure drawn\">" : "<td class=\"figure\">");
    html_add(html, voice_of(voice, bar->count, bar->base));
    if (drawn)
        add_bar(html, bar);
    text_add(html, "</td>");
}

void html_bars(struct text *html, const struct voice *voice, const struct block *block,
               const char *title, size_t number, bool drawn, bool secondary) {
    const char *count = catalogue_phrase(voice->catalogue, PHRASE_TABLE_COUNT);
    open_table(html, voice_say(voice, PHRASE_PAGE_FIGURES, "title", title, NULL), secondary,
               block->bar_count, block->bars[0].count, number);
    html_element(html, "th", " scope=\"col\"",
                 catalogue_phrase(voice->catalogue, PHRASE_PAGE_ITEM));
    for (size_t k = 0; k < block->bars[0].count; k++) {
        const char *name = block->bars[0].bars[k].name;
        html_element(html, "th", " scope=\"col\" class=\"figure\"",
                     name[0] != '\0' ? name : count);
    }
    text_add(html, "</tr>\n</thead>\n<tbody>\n");
    for (size_t i = 0; i < block->bar_count; i++) {
        add_row_head(html, "", block->bars[i].label);
        for (size_t k = 0; k < block->bars[i].count; k++)
            add_figure(html, voice, &block->bars[i].bars[k], drawn);
        text_add(html, "</tr>\n");
    }
    close_table(html);
}
