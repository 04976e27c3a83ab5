#include "report/html_table.h"

#include <string.h>

#include "base/html_text.h"
#include "report/bars.h"

/* Tables with more columns may have to scroll on a phone; then the keyboard must reach them.
 * Short ones stay whole on paper. */
enum { NARROW_COLUMNS = 1, FEW_COLUMNS = 4, SHORT_ROWS = 12, LONG_WORD = 40 /* bytes */ };

/* What is around the rows of a table. */
struct frame {
    const char *caption;
    size_t id, rows, columns;
    bool titled; /* the caption is seen */
    bool fits;
    bool screen, paper_bars;
};

static void open_table(struct text *html, const struct frame *frame) {
    bool scrolls = frame->columns > NARROW_COLUMNS && !frame->fits;
    text_add_format(html, "<div class=\"%s%s%s%s%s\"", frame->fits ? "fits" : "scroll",
                    frame->rows <= SHORT_ROWS ? " short" : "",
                    frame->columns <= NARROW_COLUMNS ? " narrow" : "",
                    frame->screen ? " screen" : "", frame->paper_bars ? " pictured" : "");
    if (scrolls)
        text_add_format(html, " role=\"group\" tabindex=\"0\" aria-labelledby=\"table-%zu\"",
                        frame->id);
    text_add_format(html, ">\n<table>\n<caption id=\"table-%zu\"%s>", frame->id,
                    frame->titled ? " class=\"title\"" : "");
    html_add(html, frame->caption);
    text_add(html, "</caption>\n<thead>\n");
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

/* A bar of the share, for eyes only: the figure says the same. */
static void add_bar(struct text *html, int64_t count, int64_t base) {
    int64_t width = base > 0 ? (2000 * count + base) / (2 * base) : 0;
    text_add_format(html,
                    "<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">"
                    "<rect class=\"rest\" fill=\"#dce2e8\" width=\"100%%\" height=\"100%%\"/>"
                    "<rect fill=\"#2a6099\" width=\"%d.%d%%\" height=\"100%%\"/></svg>",
                    (int)(width / 10), (int)(width % 10));
}

/* The row above the heads, where some columns have a head in common. */
static void add_banners(struct text *html, const struct table *table, bool bars) {
    text_add(html, "<tr><td></td>");
    for (size_t i = 0, end; i < table->column_count; i = end) {
        const char *banner = table->columns[i].banner;
        end = table_banner_end(table, i);
        size_t count = table_columns_shown(table, i, end, bars);
        if (count == 0)
            continue;
        text_add_format(html,
                        banner != NULL ? "<th scope=\"colgroup\" colspan=\"%zu\">"
                                       : "<td colspan=\"%zu\">",
                        count);
        html_add(html, banner != NULL ? banner : "");
        text_add(html, banner != NULL ? "</th>" : "</td>");
    }
    text_add(html, "</tr>\n");
}

/* A column without a head over its labels has an empty cell there, which is no header. */
static void add_heads(struct text *html, const struct table *table, bool bars) {
    if (table_has_banner(table))
        add_banners(html, table, bars);
    text_add(html, "<tr>");
    if (table->head[0] != '\0')
        html_element(html, "th", " scope=\"col\"", table->head);
    else
        text_add(html, "<td></td>");
    for (size_t i = 0; i < table->column_count; i++) {
        if (table_is_left_out(table, i, bars))
            continue;
        const char *head = table_head_shown(table, i);
        html_element(html, "th",
                     table->columns[i].kind != TABLE_FIGURES
                         ? " scope=\"col\""
                         : " scope=\"col\" class=\"figure\"",
                     head);
    }
    text_add(html, "</tr>\n</thead>\n<tbody>\n");
}

static void add_cells(struct text *html, const struct table *table, const struct table_row *row,
                      bool bars) {
    for (size_t i = 0; i < row->count; i++) {
        const struct table_cell *cell = &row->cells[i];
        bool beside = bars && i > 0 && table_bars_span(table, i - 1);
        if (table_is_left_out(table, i, bars))
            continue;
        bool figures = table->columns[i].kind == TABLE_FIGURES;
        text_add(html, beside    ? "<td class=\"figure beside\">"
                       : figures ? "<td class=\"figure\">"
                                 : "<td>");
        if (beside)
            add_bar(html, row->cells[i - 1].count, row->cells[i - 1].base);
        else if (cell->kind == TABLE_BAR)
            add_bar(html, cell->count, cell->base);
        html_add(html, cell->text);
        text_add(html, "</td>");
    }
}

static void add_notes(struct text *html, const struct table *table) {
    for (const struct table_note *note = table->first_note; note != NULL; note = note->next) {
        text_add(html, "<p class=\"note\">");
        if (note->sign[0] != '\0') {
            html_element(html, "span", " class=\"sign\"", note->sign);
            text_add_byte(html, ' ');
        }
        html_add(html, note->text);
        text_add(html, "</p>\n");
    }
}

/* Its title with its number; else the heading over it and what is over its labels. */
static const char *caption_of(const struct voice *voice, const struct table *table,
                              const struct html_table_form *form) {
    if (table->title[0] != '\0')
        return voice_say(voice, PHRASE_PAGE_TABLE, "number",
                         voice_whole(voice, (int64_t)form->number), "title", table->title,
                         NULL);
    if (table->head[0] == '\0')
        return form->heading;
    return voice_say(voice, PHRASE_PAGE_CAPTION, "title", form->heading, "head", table->head,
                     NULL);
}

void html_table(struct text *html, const struct voice *voice, const struct table *table,
                const struct html_table_form *form) {
    struct frame frame = {.caption = caption_of(voice, table, form),
                          .id = form->id,
                          .rows = row_count(table),
                          .columns =
                              table_columns_shown(table, 0, table->column_count, form->bars),
                          .titled = table->title[0] != '\0',
                          .screen = form->screen,
                          .paper_bars = form->paper_bars};
    frame.fits = form->front ||
                 (form->sheet && frame.columns <= FEW_COLUMNS && !table_has_banner(table));
    open_table(html, &frame);
    add_heads(html, table, form->bars);
    for (const struct table_row *row = table->first; row != NULL; row = row->next) {
        add_row_head(html, row->lead, row->label);
        add_cells(html, table, row, form->bars);
        text_add(html, "</tr>\n");
    }
    close_table(html);
    add_notes(html, table);
}
