#include "form/leaf.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/html_text.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "form/markup.h"
#include "form/page_files.h"

enum { WIDTH = 72, ROOM = 40 };

struct leaf {
    bool html;
    char *language, *title;
    struct text body;
    bool after_fact;  /* text: the last paragraph was a fact, and so another stands below it */
    const char *list; /* html: the element that is open round the rows or choices; NULL: none */
};

struct leaf *leaf_open(bool html, const char *language, const char *title) {
    struct leaf *leaf = memory_allocate(1, sizeof *leaf);
    leaf->html = html;
    leaf->language = memory_copy(language);
    leaf->title = memory_copy(title);
    return leaf;
}

void leaf_close(struct leaf *leaf, FILE *stream) {
    struct text page = {0}, style = {0};
    if (leaf->html) {
        page_file_add(&style, PAGE_PAPER_STYLE);
        markup_begin(&page, leaf->language, leaf->title, &style, NULL);
        text_add_format(&page, "<main>\n%s</main>\n</body>\n</html>\n",
                        text_string(&leaf->body));
    } else {
        text_add(&page, text_string(&leaf->body));
    }
    fwrite(text_string(&page), 1, page.length, stream);
    text_free(&page);
    text_free(&style);
    text_free(&leaf->body);
    free(leaf->language);
    free(leaf->title);
    free(leaf);
}

/* --- pieces --- */

/* Rows and choices stand in one table or list until something else comes. */
static void open_list(struct leaf *leaf, const char *element) {
    if (!leaf->html || (leaf->list != NULL && strcmp(leaf->list, element) == 0))
        return;
    text_add_format(&leaf->body, "<%s>\n", element);
    leaf->list = element;
}

static void close_list(struct leaf *leaf) {
    if (leaf->list != NULL)
        text_add_format(&leaf->body, "</%s>\n", leaf->list);
    leaf->list = NULL;
}

static void gap(struct leaf *leaf) {
    if (leaf->body.length > 0)
        text_add(&leaf->body, "\n");
    leaf->after_fact = false;
}

/* An element of the page, or a paragraph with an empty line before it. */
static void add(struct leaf *leaf, const char *tag, const char *attributes,
                const char *string) {
    close_list(leaf);
    if (leaf->html) {
        markup_element(&leaf->body, tag, attributes, string);
        return;
    }
    gap(leaf);
    utf8_wrap(&leaf->body, string, WIDTH, "");
    text_add(&leaf->body, "\n");
}

static void underline(struct leaf *leaf, const char *string, const char *sign) {
    size_t width = utf8_width(string);
    if (leaf->html)
        return;
    text_add_repeated(&leaf->body, sign, width < WIDTH ? width : WIDTH);
    text_add(&leaf->body, "\n");
}

void leaf_title(struct leaf *leaf, const char *string) {
    add(leaf, "h1", "", string);
    underline(leaf, string, "=");
}

void leaf_heading(struct leaf *leaf, const char *string) {
    add(leaf, "h2", "", string);
    underline(leaf, string, "-");
}

void leaf_question(struct leaf *leaf, const char *string) {
    add(leaf, "h3", "", string);
}

void leaf_say(struct leaf *leaf, const char *string) {
    add(leaf, "p", "", string);
}

void leaf_note(struct leaf *leaf, const char *string) {
    add(leaf, "p", " class=\"note\"", string);
}

void leaf_fact(struct leaf *leaf, const char *name, const char *string) {
    struct text line = {0};
    close_list(leaf);
    if (leaf->html) {
        text_add(&leaf->body, "<p><strong>");
        html_add(&leaf->body, name);
        text_add(&leaf->body, "</strong> ");
        html_add(&leaf->body, string);
        text_add(&leaf->body, "</p>\n");
        return;
    }
    text_add_format(&line, "%s %s", name, string);
    if (!leaf->after_fact)
        gap(leaf);
    leaf->after_fact = true;
    utf8_wrap(&leaf->body, text_string(&line), WIDTH, "  ");
    text_add(&leaf->body, "\n");
    text_free(&line);
}

void leaf_keep(struct leaf *leaf) {
    close_list(leaf);
    if (leaf->html)
        text_add(&leaf->body, "<section class=\"keep\">\n");
}

void leaf_keep_end(struct leaf *leaf) {
    close_list(leaf);
    if (leaf->html)
        text_add(&leaf->body, "</section>\n");
}

void leaf_sheet(struct leaf *leaf) {
    close_list(leaf);
    if (leaf->html)
        text_add(&leaf->body, "<div class=\"sheet\"></div>\n");
    else
        text_add(&leaf->body, "\f");
}

/* sign: "[ ] " before what is to be ticked, else nothing. */
static void add_numbered(struct leaf *leaf, const char *sign, int64_t number,
                         const char *label) {
    struct text line = {0};
    text_add_format(&line, "%s%2" PRId64 "  %s", sign, number, label != NULL ? label : "");
    while (line.length > 0 && line.bytes[line.length - 1] == ' ')
        text_cut(&line, line.length - 1);
    text_add(&leaf->body, "  ");
    utf8_wrap(&leaf->body, text_string(&line), WIDTH - 2, "          ");
    text_add(&leaf->body, "\n");
    text_free(&line);
}

static void add_item(struct leaf *leaf, bool box, int64_t number, const char *label) {
    open_list(leaf, "ul");
    if (!leaf->html) {
        add_numbered(leaf, box ? "[ ] " : "    ", number, label);
        return;
    }
    text_add(&leaf->body, box ? "<li><span class=\"box\"></span>" : "<li>");
    text_add_format(&leaf->body, "<b>%" PRId64 "</b>", number);
    if (label != NULL) {
        text_add(&leaf->body, "<span>");
        html_add(&leaf->body, label);
        text_add(&leaf->body, "</span>");
    }
    text_add(&leaf->body, "</li>\n");
}

void leaf_choice(struct leaf *leaf, int64_t number, const char *label) {
    add_item(leaf, true, number, label);
}

void leaf_number(struct leaf *leaf, int64_t number, const char *label) {
    add_item(leaf, false, number, label);
}

void leaf_blank(struct leaf *leaf, const char *name) {
    close_list(leaf);
    if (!leaf->html) {
        text_add_format(&leaf->body, "\n  %s ________\n", name);
        return;
    }
    text_add(&leaf->body, "<p class=\"room\">");
    html_add(&leaf->body, name);
    text_add(&leaf->body, "<span class=\"blank\"></span></p>\n");
}

static void add_room_line(struct leaf *leaf, const char *name) {
    struct text line = {0};
    text_add_format(&line, "  %s%s", name, name[0] != '\0' ? " " : "");
    size_t used = utf8_width(text_string(&line));
    text_add_repeated(&line, "_", used + ROOM / 4 < WIDTH ? WIDTH - used : ROOM);
    text_add_format(&leaf->body, "\n%s\n", text_string(&line));
    text_free(&line);
}

void leaf_room(struct leaf *leaf, const char *name, size_t lines) {
    close_list(leaf);
    if (!leaf->html) {
        for (size_t i = 0; i < lines; i++)
            add_room_line(leaf, i == 0 ? name : "");
        return;
    }
    text_add(&leaf->body, "<p class=\"room\">");
    html_add(&leaf->body, name);
    text_add(&leaf->body, "<span class=\"line\"></span></p>\n");
    for (size_t i = 1; i < lines; i++)
        text_add(&leaf->body, "<p class=\"room\"><span class=\"line\"></span></p>\n");
}

/* The label on lines of its own where the numbers need the room. */
static void add_row_text(struct leaf *leaf, const char *label, const char *numbers) {
    struct text lines = {0};
    size_t room = WIDTH - 2 - utf8_width(numbers);
    utf8_wrap(&lines, label, room > ROOM / 2 ? room - 1 : WIDTH - 2, "  ");
    const char *last = strrchr(text_string(&lines), '\n');
    last = last != NULL ? last + 1 : text_string(&lines);
    size_t used = utf8_width(last) + (last == text_string(&lines) ? 2 : 0);
    text_add_format(&leaf->body, "\n  %s", text_string(&lines));
    if (used + utf8_width(numbers) > WIDTH) {
        text_add(&leaf->body, "\n");
        used = 0;
    }
    text_add_repeated(&leaf->body, " ", WIDTH - utf8_width(numbers) - used);
    text_add_format(&leaf->body, "%s\n", numbers);
    text_free(&lines);
}

void leaf_row(struct leaf *leaf, const char *label, const int64_t *numbers, size_t count) {
    struct text line = {0};
    open_list(leaf, "table");
    if (leaf->html) {
        text_add(&leaf->body, "<tr><th scope=\"row\">");
        html_add(&leaf->body, label);
        text_add(&leaf->body, "</th>");
        for (size_t i = 0; i < count; i++)
            text_add_format(&leaf->body,
                            "<td><span class=\"box\"></span><b>%" PRId64 "</b></td>",
                            numbers[i]);
        text_add(&leaf->body, "</tr>\n");
        return;
    }
    for (size_t i = 0; i < count; i++)
        text_add_format(&line, " [ ]%-2" PRId64, numbers[i]);
    while (line.length > 0 && line.bytes[line.length - 1] == ' ')
        text_cut(&line, line.length - 1);
    add_row_text(leaf, label, text_string(&line));
    text_free(&line);
}
