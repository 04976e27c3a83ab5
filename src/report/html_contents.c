#include "report/html_contents.h"

#include "base/html_text.h"

bool html_is_heading(const struct block *block) {
    return block->kind == BLOCK_PART || block->kind == BLOCK_SUBPART ||
           block->kind == BLOCK_QUESTION || block->kind == BLOCK_SHEET ||
           block->kind == BLOCK_FINDING;
}

/* "sheet-2", "sheet-2-1": the sheet, and the heading's place on it. */
static void sheet_id(struct text *html, const struct document *document,
                     const struct block *heading) {
    size_t sheet = 0, below = 0;
    for (const struct block *block = document->blocks; block <= heading; block++) {
        sheet += block->kind == BLOCK_SHEET;
        below = block->kind == BLOCK_SHEET ? 0 : below + html_is_heading(block);
    }
    text_add_format(html, below > 0 ? "sheet-%zu-%zu" : "sheet-%zu", sheet, below);
}

/* "part-2", "part-2-1". Page one is part 0, so that the others have their printed number. */
static void part_id(struct text *html, const struct document *document,
                    const struct block *heading) {
    size_t part = 1, below = 0;
    bool any = false;
    for (const struct block *block = document->blocks; block <= heading; block++) {
        if (block->kind == BLOCK_PART && !any)
            part = block->lead[0] != '\0';
        else
            part += block->kind == BLOCK_PART;
        any = any || block->kind == BLOCK_PART;
        below = block->kind == BLOCK_PART ? 0 : below + html_is_heading(block);
    }
    text_add_format(html, below > 0 ? "part-%zu-%zu" : "part-%zu", part, below);
}

void html_heading_id(struct text *html, const struct document *document,
                     const struct block *heading) {
    if (heading->kind == BLOCK_QUESTION)
        html_add(html, heading->id);
    else if (document_sheet(document, (size_t)(heading - document->blocks)) > 0)
        sheet_id(html, document, heading);
    else
        part_id(html, document, heading);
}

void html_heading_text(struct text *html, const struct block *heading) {
    if (heading->lead[0] != '\0') {
        html_element(html, "span", " class=\"number\"", heading->lead);
        text_add_byte(html, ' ');
    }
    html_add(html, heading->text);
}

static void add_entry(struct text *html, const struct document *document,
                      const struct block *heading) {
    text_add(html, "<li><a href=\"#");
    html_heading_id(html, document, heading);
    text_add(html, "\">");
    html_heading_text(html, heading);
    text_add(html, "</a>");
}

/* Of a report with sheets the first one is before the contents; on the others nothing but
 * sheets is a part. */
static bool is_entry(const struct document *document, size_t i) {
    const struct block *block = &document->blocks[i];
    bool has_sheets = document_sheet(document, document->count) > 0;
    if (!html_is_heading(block))
        return false;
    return !has_sheets || (document_sheet(document, i) > 1 && block->kind != BLOCK_PART);
}

bool html_has_contents(const struct document *document) {
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        size_t sheet = document_sheet(document, i);
        if (sheet > 1 || (sheet == 0 && block->kind == BLOCK_PART && block->lead[0] != '\0'))
            return true;
    }
    return false;
}

void html_contents(struct text *html, const struct document *document, const char *title) {
    bool part = false, below = false;
    text_add(
        html,
        "<nav id=\"page-contents\" aria-labelledby=\"page-contents-title\" tabindex=\"-1\">\n"
        "<h2 id=\"page-contents-title\">");
    html_add(html, title);
    text_add(html, "</h2>\n<ul>\n");
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (!is_entry(document, i))
            continue;
        bool is_part = block->kind == BLOCK_PART || block->kind == BLOCK_SHEET || !part;
        if (below && is_part)
            text_add(html, "</li>\n</ul>");
        if (part)
            text_add(html, is_part || below ? "</li>\n" : "\n<ul>\n");
        below = !is_part;
        part = true;
        add_entry(html, document, block);
    }
    text_add(html, below ? "</li>\n</ul></li>\n" : part ? "</li>\n" : "");
    text_add(html, "</ul>\n</nav>\n");
}
