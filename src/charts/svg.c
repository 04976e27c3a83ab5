#include "charts/svg.h"

#include <stdio.h>
#include <string.h>

#include "base/picture.h"
#include "base/picture_colour.h"
#include "charts/quote.h"

/* gnuplot's picture on its way to ours. */
struct rewriting {
    struct arena *arena;
    const struct chart *chart;
    const struct form *form;
    const char *prefix; /* of ids: the chart's, and what distinguishes the form */
    bool keeps_signs;   /* the definitions of signs, which come first, are needed or gone */
};

static bool is_named(const struct picture_node *node, const char *name) {
    return node != NULL && node->name != NULL && strcmp(node->name, name) == 0;
}

/* --- attributes --- */

/* Sets it to before, the prefix, a hyphen and name. */
static void set_own(const struct rewriting *rewriting, struct picture_node *node,
                    const char *attribute, const char *before, const char *name) {
    picture_set(rewriting->arena, node, attribute,
                arena_format(rewriting->arena, "%s%s-%s", before, rewriting->prefix, name));
}

/* Fonts are at the root; here only the weight is left of them. */
static void set_weight(const struct rewriting *rewriting, struct picture_node *node,
                       const char *family) {
    const char *weight = strchr(family, ':');
    if (weight != NULL && strcmp(weight, ":Bold") == 0)
        picture_set(rewriting->arena, node, "font-weight", "bold");
}

/* The colour that gnuplot wrote, PICTURE_COLOUR_COUNT for none of ours: "rgb(184, 190, 196)" or
 * "#ffffff". */
static enum picture_colour read_colour(const char *value) {
    int red, green, blue;
    unsigned hexadecimal;
    if (sscanf(value, "rgb(%d,%d,%d)", &red, &green, &blue) == 3)
        return picture_colour_of(red, green, blue);
    if (value[0] == '#' && strlen(value) == 7 && sscanf(value + 1, "%6x", &hexadecimal) == 1)
        return picture_colour_of((int)(hexadecimal >> 16 & 255), (int)(hexadecimal >> 8 & 255),
                                 (int)(hexadecimal & 255));
    return PICTURE_COLOUR_COUNT;
}

/* What is filled has the class of its colour; a line of paper is that of a pattern. */
static void set_class(const struct rewriting *rewriting, struct picture_node *node,
                      const struct picture_attribute *attribute) {
    enum picture_colour colour = read_colour(attribute->value);
    if (strcmp(attribute->name, "fill") == 0 && colour < PICTURE_COLOUR_COUNT)
        picture_set(rewriting->arena, node, "class", picture_colour_class(colour));
    if (strcmp(attribute->name, "stroke") == 0 && colour == PICTURE_PAPER)
        picture_set(rewriting->arena, node, "class", PICTURE_HATCH_CLASS);
}

static void set_attribute(const struct rewriting *rewriting, struct picture_node *node,
                          const struct picture_attribute *attribute) {
    const char *name = attribute->name, *value = attribute->value;
    if (strcmp(name, "id") == 0)
        set_own(rewriting, node, name, "", value);
    else if (strcmp(name, "xlink:href") == 0)
        set_own(rewriting, node, name, "#", value + strlen("#"));
    else if (strncmp(value, "url(#", 5) == 0)
        set_own(rewriting, node, name, "url(#", value + strlen("url(#"));
    else if (strcmp(name, "font-family") == 0)
        set_weight(rewriting, node, value);
    else
        picture_set(rewriting->arena, node, name, value);
    set_class(rewriting, node, attribute);
}

/* --- what follows in the same manner is one: gnuplot 5.4 joins lines drawn in a row, gnuplot 6
 * makes a group of each, and a picture should not depend on that --- */

/* True where both have the same attributes in the same order, with the same values, but for
 * that of the one called but, unless it is NULL. */
static bool are_alike(const struct picture_node *a, const struct picture_node *b,
                      const char *but) {
    const struct picture_attribute *left = a->attributes, *right = b->attributes;
    for (; left != NULL && right != NULL; left = left->next, right = right->next)
        if (strcmp(left->name, right->name) != 0 ||
            ((but == NULL || strcmp(left->name, but) != 0) &&
             strcmp(left->value, right->value) != 0))
            return false;
    return left == NULL && right == NULL;
}

/* Adds a child that holds all its own. A group with nothing in it goes; one like the group
 * before it goes on with that. */
static void append(struct picture_node *parent, struct picture_node *child) {
    bool group = is_named(child, "g");
    if (group && child->children == NULL)
        return;
    if (group && is_named(parent->last, "g") && are_alike(parent->last, child, NULL)) {
        struct picture_node *next = child->children;
        while (next != NULL) {
            struct picture_node *rest = next->next;
            append(parent->last, next);
            next = rest;
        }
        return;
    }
    picture_append(parent, child);
}

/* True for two paths that are drawn in the same way where nothing is filled. */
static bool are_one_line(const struct picture_node *parent, const struct picture_node *a,
                         const struct picture_node *b) {
    const char *fill = picture_value(parent, "fill");
    return fill != NULL && strcmp(fill, "none") == 0 && is_named(a, "path") &&
           is_named(b, "path") && are_alike(a, b, "d") && picture_value(a, "d") != NULL;
}

static size_t length_without_end_blanks(const char *string) {
    size_t length = strlen(string);
    while (length > 0 && string[length - 1] == ' ')
        length--;
    return length;
}

/* Adds the lines of paths to that of the first of them, all at once: there may be thousands. */
static void join_paths(const struct rewriting *rewriting, struct picture_node *parent) {
    for (struct picture_node *node = parent->children; node != NULL; node = node->next) {
        struct text line = {0};
        const char *last = picture_value(node, "d");
        while (are_one_line(parent, node, node->next)) {
            text_add_bytes(&line, last, length_without_end_blanks(last));
            text_add_byte(&line, ' ');
            last = picture_value(node->next, "d");
            node->next = node->next->next;
        }
        if (line.length > 0) {
            text_add(&line, last);
            picture_set(rewriting->arena, node, "d", text_string(&line));
        }
        text_free(&line);
        join_paths(rewriting, node);
        parent->last = node;
    }
}

/* --- the picture --- */

static bool holds_words(const struct picture_node *node) {
    return is_named(node, "text") || is_named(node, "tspan");
}

/* True where signs are drawn: definitions alone draw nothing. */
static bool uses_signs(const struct picture_node *node) {
    if (is_named(node, "use"))
        return true;
    for (const struct picture_node *next = node->children; next != NULL; next = next->next)
        if (!is_named(next, "defs") && uses_signs(next))
            return true;
    return false;
}

/* Title and description are ours, and gnuplot's first definitions are its signs. */
static bool is_left_out(struct rewriting *rewriting, const struct picture_node *node) {
    bool signs = is_named(node, "defs") && !rewriting->keeps_signs;
    if (signs)
        rewriting->keeps_signs = true;
    return signs || is_named(node, "title") || is_named(node, "desc");
}

/* gnuplot gives all shapes hard edges, which suit boxes alone: their first two corners are
 * level.
 */
static void soften(const struct rewriting *rewriting, struct picture_node *node) {
    const char *points = is_named(node, "polygon") ? picture_value(node, "points") : NULL;
    double x[2], y[2];
    if (points != NULL && sscanf(points, "%lf,%lf %lf,%lf", &x[0], &y[0], &x[1], &y[1]) == 4 &&
        y[0] != y[1])
        picture_set(rewriting->arena, node, "shape-rendering", "geometricPrecision");
}

/* Adds to an element of ours what is left of gnuplot's children of another; blanks between
 * elements are laid out anew. */
static void rewrite_children(struct rewriting *rewriting, const struct picture_node *from,
                             struct picture_node *to) {
    for (const struct picture_node *next = from->children; next != NULL; next = next->next) {
        if (next->name == NULL) {
            if (holds_words(from))
                picture_append(to, picture_words(rewriting->arena, next->words));
        } else if (!is_left_out(rewriting, next)) {
            struct picture_node *child = picture_element(rewriting->arena, next->name);
            for (const struct picture_attribute *at = next->attributes; at != NULL;
                 at = at->next)
                set_attribute(rewriting, child, at);
            soften(rewriting, child);
            rewrite_children(rewriting, next, child);
            append(to, child);
        }
    }
}

/* Every element on a line of its own, but within words. */
static void lay_out(const struct rewriting *rewriting, struct picture_node *element) {
    struct picture_node *next = element->children;
    if (next == NULL || next->name == NULL || holds_words(element))
        return;
    element->children = element->last = NULL;
    picture_append(element, picture_words(rewriting->arena, "\n"));
    while (next != NULL) {
        struct picture_node *child = next;
        next = child->next;
        lay_out(rewriting, child);
        picture_append(element, child);
        picture_append(element, picture_words(rewriting->arena, "\n"));
    }
}

static void append_spoken(const struct rewriting *rewriting, struct picture_node *root,
                          const char *name, const char *words) {
    struct picture_node *element = picture_element(rewriting->arena, name);
    struct text clean = {0};
    quote_clean(&clean, words);
    set_own(rewriting, element, "id", "", name);
    picture_append(element, picture_words(rewriting->arena, text_string(&clean)));
    picture_append(root, element);
    text_free(&clean);
}

static void set_size(const struct rewriting *rewriting, struct picture_node *root,
                     const struct picture_node *from, const char *name) {
    const char *value = picture_value(from, name);
    if (value != NULL)
        picture_set(rewriting->arena, root, name, value);
}

/* The root in our own words, with what a screen reader says instead of the picture. */
static struct picture_node *new_root(const struct rewriting *rewriting,
                                     const struct picture_node *from) {
    const struct chart *chart = rewriting->chart;
    struct picture_node *root = picture_element(rewriting->arena, "svg");
    struct text description = {0};
    set_size(rewriting, root, from, "width");
    set_size(rewriting, root, from, "height");
    set_size(rewriting, root, from, "viewBox");
    picture_set(rewriting->arena, root, "data-title",
                frame_title_place(chart, rewriting->form, rewriting->arena));
    picture_set(rewriting->arena, root, "role", "img");
    picture_set(rewriting->arena, root, "aria-labelledby",
                arena_format(rewriting->arena, "%s-title %s-desc", rewriting->prefix,
                             rewriting->prefix));
    picture_set(rewriting->arena, root, "lang", chart->language);
    picture_set(rewriting->arena, root, "xml:lang", chart->language);
    picture_set(rewriting->arena, root, "font-family",
                "DejaVu Sans, Verdana, Arial, Helvetica, sans-serif");
    chart_describe(chart, &description);
    append_spoken(rewriting, root, "title", chart->title);
    append_spoken(rewriting, root, "desc", text_string(&description));
    text_free(&description);
    return root;
}

/* gnuplot escapes "<" and "&" in words but not ">", and "]]>" is no XML. Nowhere else does it
 * occur in what base/picture.h reads. */
static void escape_ends(struct text *result, const char *bytes, size_t length) {
    const char *end = bytes + length, *found;
    while ((found = memmem(bytes, (size_t)(end - bytes), "]]>", 3)) != NULL) {
        text_add_bytes(result, bytes, (size_t)(found - bytes));
        text_add(result, "]]&gt;");
        bytes = found + 3;
    }
    text_add_bytes(result, bytes, (size_t)(end - bytes));
}

bool svg_rewrite(const struct chart *chart, const struct form *form, const char *bytes,
                 size_t length, struct text *result) {
    struct rewriting rewriting = {.arena = arena_new(), .chart = chart, .form = form};
    rewriting.prefix = arena_format(rewriting.arena, "%s%s", chart->id, form->ending);
    struct text xml = {0};
    escape_ends(&xml, bytes, length);
    const struct picture_node *made =
        picture_read(rewriting.arena, text_string(&xml), xml.length);
    size_t start = result->length;
    text_free(&xml);
    if (made != NULL) {
        struct picture_node *root = new_root(&rewriting, made);
        rewriting.keeps_signs = uses_signs(made);
        rewrite_children(&rewriting, made, root);
        join_paths(&rewriting, root);
        lay_out(&rewriting, root);
        text_add(result, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        picture_write(root, result);
        text_add_byte(result, '\n');
    }
    arena_free(rewriting.arena);
    return made != NULL && result->length - start <= PICTURE_MOST_BYTES;
}

bool svg_png_is_whole(const char *bytes, size_t length) {
    static const char head[] = "\x89PNG\r\n\x1a\n", tail[] = "\0\0\0\0IEND\xae\x42\x60\x82";
    size_t head_length = sizeof head - 1, tail_length = sizeof tail - 1;
    return length > head_length + tail_length && memcmp(bytes, head, head_length) == 0 &&
           memcmp(bytes + length - tail_length, tail, tail_length) == 0;
}
