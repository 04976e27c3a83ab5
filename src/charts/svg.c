#include "charts/svg.h"

#include <string.h>

#include "base/picture.h"
#include "charts/quote.h"

enum { MOST_DEPTH = 32 };

/* A piece of the input; not NUL-terminated. */
struct piece {
    const char *bytes;
    size_t length;
};

struct element {
    struct piece name;
    size_t before, after; /* where its opening tag begins and ends in the result */
};

struct rewriting {
    const struct chart *chart;
    const char *at, *end;
    struct text *result;
    struct element open[MOST_DEPTH];
    size_t depth;
    bool uses_signs; /* the definitions of signs, which come first, are needed or gone */
    bool ended;      /* the root was closed */
    /* The last group and the last path, as they stand in the result: an end of 0: none. */
    struct written {
        size_t before, after, end;
    } group, path;
};

/* A tag: "<name attributes>", "<name attributes/>" or "</name>". */
struct tag {
    struct piece name, attributes;
    bool closes, empty;
};

struct attribute {
    struct piece name, value;
    char mark; /* the quotation mark */
};

static bool same(struct piece a, struct piece b) {
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

static bool is(struct piece piece, const char *string) {
    return same(piece, (struct piece){string, strlen(string)});
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static const char *skip_blanks(const char *at, const char *end) {
    while (at < end && is_blank(*at))
        at++;
    return at;
}

/* Reads the tag at '<'; false where it is cut off or is none. */
static bool read_tag(struct rewriting *rewriting, struct tag *tag) {
    const char *start = rewriting->at + 1;
    const char *close = memchr(start, '>', (size_t)(rewriting->end - start));
    if (close == NULL)
        return false;
    tag->closes = *start == '/';
    tag->empty = close > start && close[-1] == '/';
    start += tag->closes ? 1 : 0;
    const char *name_end = start;
    while (name_end < close && !is_blank(*name_end) && *name_end != '/')
        name_end++;
    tag->name = (struct piece){start, (size_t)(name_end - start)};
    const char *last = tag->empty ? close - 1 : close;
    tag->attributes = (struct piece){name_end, last > name_end ? (size_t)(last - name_end) : 0};
    rewriting->at = close + 1;
    return tag->name.length > 0;
}

/* Takes the next attribute off the front; false at the end. *whole becomes false where there is
 * something else. */
static bool next_attribute(struct piece *rest, struct attribute *attribute, bool *whole) {
    const char *end = rest->bytes + rest->length;
    const char *at = skip_blanks(rest->bytes, end);
    if (at == end)
        return false;
    *whole = false;
    const char *name = at;
    while (at < end && !is_blank(*at) && *at != '=')
        at++;
    attribute->name = (struct piece){name, (size_t)(at - name)};
    at = skip_blanks(at, end);
    if (at == end || *at != '=')
        return false;
    at = skip_blanks(at + 1, end);
    if (at == end || (*at != '"' && *at != '\''))
        return false;
    const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (close == NULL)
        return false;
    attribute->mark = *at;
    attribute->value = (struct piece){at + 1, (size_t)(close - at - 1)};
    *rest = (struct piece){close + 1, (size_t)(end - close - 1)};
    *whole = true;
    return true;
}

static void add_attribute(struct rewriting *rewriting, const struct attribute *attribute,
                          const char *before, const char *prefix, struct piece value) {
    text_add_byte(rewriting->result, ' ');
    text_add_bytes(rewriting->result, attribute->name.bytes, attribute->name.length);
    text_add_format(rewriting->result, "=%c%s%s%s", attribute->mark, before, prefix,
                    prefix[0] != '\0' ? "-" : "");
    text_add_bytes(rewriting->result, value.bytes, value.length);
    text_add_byte(rewriting->result, attribute->mark);
}

static struct piece without(struct piece piece, const char *start) {
    size_t length = strlen(start);
    bool there = piece.length > length && memcmp(piece.bytes, start, length) == 0;
    return there ? (struct piece){piece.bytes + length, piece.length - length}
                 : (struct piece){piece.bytes, 0};
}

/* Fonts stand at the root; here only the weight is left of them. */
static void add_weight(struct rewriting *rewriting, struct piece family) {
    static const char BOLD[] = ":Bold";
    size_t length = sizeof BOLD - 1;
    if (family.length > length &&
        memcmp(family.bytes + family.length - length, BOLD, length) == 0)
        text_add(rewriting->result, " font-weight=\"bold\"");
}

/* Declarations of a style as attributes: a page that allows no styles but its own would drop
 * them. Which may stand there is said in base/picture.c. */
static bool add_declarations(struct rewriting *rewriting, const struct attribute *style) {
    const char *at = style->value.bytes, *end = at + style->value.length;
    while ((at = skip_blanks(at, end)) < end) {
        const char *close = memchr(at, ';', (size_t)(end - at));
        const char *last = close != NULL ? close : end;
        const char *colon = memchr(at, ':', (size_t)(last - at));
        if (colon == NULL)
            return false;
        struct attribute attribute = {.name = {at, (size_t)(colon - at)}, .mark = style->mark};
        const char *value = skip_blanks(colon + 1, last);
        add_attribute(rewriting, &attribute, "", "",
                      (struct piece){value, (size_t)(last - value)});
        at = close != NULL ? close + 1 : end;
    }
    return true;
}

static bool rewrite_attribute(struct rewriting *rewriting, const struct attribute *attribute) {
    const char *id = rewriting->chart->id;
    struct piece value = attribute->value;
    if (is(attribute->name, "id")) {
        add_attribute(rewriting, attribute, "", id, value);
    } else if (is(attribute->name, "font-family")) {
        add_weight(rewriting, value);
    } else if (is(attribute->name, "style")) {
        return add_declarations(rewriting, attribute);
    } else if (is(attribute->name, "xlink:href")) {
        struct piece target = without(value, "#");
        if (target.length == 0)
            return false;
        add_attribute(rewriting, attribute, "#", id, target);
    } else if (memmem(value.bytes, value.length, "url", 3) != NULL) {
        struct piece target = without(value, "url(#");
        if (target.length == 0)
            return false;
        add_attribute(rewriting, attribute, "url(#", id, target);
    } else {
        add_attribute(rewriting, attribute, "", "", value);
    }
    return true;
}

static bool rewrite_attributes(struct rewriting *rewriting, const struct tag *tag) {
    struct piece rest = tag->attributes;
    struct attribute attribute;
    bool whole = true;
    while (next_attribute(&rest, &attribute, &whole))
        if (!rewrite_attribute(rewriting, &attribute))
            return false;
    return whole;
}

static struct piece attribute_value(const struct tag *tag, const char *name) {
    struct piece rest = tag->attributes;
    struct attribute attribute;
    bool whole = true;
    while (next_attribute(&rest, &attribute, &whole))
        if (is(attribute.name, name))
            return attribute.value;
    return (struct piece){"", 0};
}

static void add_size(struct rewriting *rewriting, const struct tag *tag, const char *name) {
    struct piece value = attribute_value(tag, name);
    text_add_format(rewriting->result, " %s=\"%.*s\"", name, (int)value.length, value.bytes);
}

static void add_spoken(struct rewriting *rewriting, const char *element, const char *words) {
    text_add_format(rewriting->result, "<%s id=\"%s-%s\">", element, rewriting->chart->id,
                    element);
    quote_xml(rewriting->result, words);
    text_add_format(rewriting->result, "</%s>\n", element);
}

/* The root in our own words, with what a screen reader says instead of the picture. */
static void rewrite_root(struct rewriting *rewriting, const struct tag *tag) {
    const struct chart *chart = rewriting->chart;
    struct text *result = rewriting->result, description = {0};
    text_add(result, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    add_size(rewriting, tag, "width");
    add_size(rewriting, tag, "height");
    add_size(rewriting, tag, "viewBox");
    text_add_format(result,
                    " role=\"img\" aria-labelledby=\"%s-title %s-desc\" lang=\"%s\" "
                    "xml:lang=\"%s\" font-family=\"DejaVu Sans, Verdana, Arial, Helvetica, "
                    "sans-serif\">\n",
                    chart->id, chart->id, chart->language, chart->language);
    chart_describe(chart, &description);
    add_spoken(rewriting, "title", chart->title);
    add_spoken(rewriting, "desc", text_string(&description));
    text_free(&description);
}

static const char *next_tag(const struct rewriting *rewriting) {
    return memchr(rewriting->at, '<', (size_t)(rewriting->end - rewriting->at));
}

/* Goes behind the end of an element that is left out; such elements do not nest. */
static bool skip_element(struct rewriting *rewriting, const struct tag *opening) {
    struct tag tag;
    if (opening->empty)
        return true;
    do {
        rewriting->at = next_tag(rewriting);
        if (rewriting->at == NULL || !read_tag(rewriting, &tag))
            return false;
    } while (!tag.closes || !same(tag.name, opening->name));
    return true;
}

/* --- what follows in the same manner is one: gnuplot 5.4 joins lines drawn in a row, gnuplot 6
 * makes a group of each, and a picture should not depend on that --- */

static bool is_blank_between(const struct rewriting *rewriting, size_t start, size_t end) {
    const char *bytes = rewriting->result->bytes;
    return skip_blanks(bytes + start, bytes + end) == bytes + end;
}

static void cut_to(struct text *result, size_t length) {
    result->length = length;
    result->bytes[length] = '\0';
}

/* Goes on with the group before, where the one that begins at before, and whose tag ends the
 * result, is of the same kind. */
static bool join_group(struct rewriting *rewriting, size_t before) {
    struct text *result = rewriting->result;
    const struct written *last = &rewriting->group;
    size_t length = result->length - before;
    if (last->end == 0 || last->after - last->before != length ||
        memcmp(result->bytes + last->before, result->bytes + before, length) != 0 ||
        !is_blank_between(rewriting, last->end, before))
        return false;
    cut_to(result, last->end - strlen("</g>"));
    return true;
}

/* Where the line of a path begins; 0 where it has more than that behind it. */
static size_t find_line(const struct text *result, size_t before, size_t end) {
    const char *found = memmem(result->bytes + before, end - before, " d='", 4);
    if (found == NULL)
        return 0;
    size_t start = (size_t)(found - result->bytes) + 4;
    const char *mark = memchr(result->bytes + start, '\'', end - start);
    return mark == result->bytes + end - strlen("'/>") ? start : 0;
}

/* Adds the line of the path that ends the result to that of the path before, where both are
 * drawn in the same way and nothing is filled. */
static void join_path(struct rewriting *rewriting, size_t before) {
    struct text *result = rewriting->result;
    const struct element *parent = &rewriting->open[rewriting->depth - 1];
    struct written *last = &rewriting->path, now = {before, before, result->length};
    size_t line = find_line(result, before, now.end);
    size_t last_line = last->end == 0 ? 0 : find_line(result, last->before, last->end);
    bool joins =
        line > 0 && last_line > 0 && line - before == last_line - last->before &&
        memcmp(result->bytes + before, result->bytes + last->before, line - before) == 0 &&
        is_blank_between(rewriting, last->end, before) &&
        memmem(result->bytes + parent->before, parent->after - parent->before, " fill=\"none\"",
               12) != NULL;
    if (!joins) {
        *last = now;
        return;
    }
    struct text rest = {0};
    text_add_bytes(&rest, result->bytes + line, now.end - line);
    cut_to(result, last->end - strlen("'/>"));
    while (is_blank(result->bytes[result->length - 1]))
        cut_to(result, result->length - 1);
    text_add_byte(result, ' ');
    text_add_bytes(result, rest.bytes, rest.length);
    text_free(&rest);
    last->end = result->length;
}

static bool push(struct rewriting *rewriting, const struct tag *tag, size_t before,
                 size_t after) {
    if (rewriting->depth == MOST_DEPTH)
        return false;
    rewriting->open[rewriting->depth++] = (struct element){tag->name, before, after};
    return true;
}

static bool open_element(struct rewriting *rewriting, const struct tag *tag) {
    size_t before = rewriting->result->length;
    if (rewriting->depth == 0) {
        if (!is(tag->name, "svg") || tag->empty)
            return false;
        rewrite_root(rewriting, tag);
        return push(rewriting, tag, before, rewriting->result->length);
    }
    bool signs = is(tag->name, "defs") && !rewriting->uses_signs;
    if (signs)
        rewriting->uses_signs = true;
    if (signs || is(tag->name, "title") || is(tag->name, "desc"))
        return skip_element(rewriting, tag);
    text_add_byte(rewriting->result, '<');
    text_add_bytes(rewriting->result, tag->name.bytes, tag->name.length);
    if (!rewrite_attributes(rewriting, tag))
        return false;
    text_add(rewriting->result, tag->empty ? "/>" : ">");
    if (tag->empty) {
        if (is(tag->name, "path"))
            join_path(rewriting, before);
        return true;
    }
    if (is(tag->name, "g") && join_group(rewriting, before))
        return push(rewriting, tag, rewriting->group.before, rewriting->group.after);
    return push(rewriting, tag, before, rewriting->result->length);
}

/* A group with nothing in it goes. */
static bool close_element(struct rewriting *rewriting, const struct tag *tag) {
    if (rewriting->depth == 0)
        return false;
    const struct element *element = &rewriting->open[--rewriting->depth];
    if (!same(element->name, tag->name))
        return false;
    struct text *result = rewriting->result;
    const char *end = result->bytes + result->length;
    if (is(tag->name, "g") && skip_blanks(result->bytes + element->after, end) == end) {
        cut_to(result, element->before);
        return true;
    }
    text_add_format(result, "</%.*s>", (int)tag->name.length, tag->name.bytes);
    if (is(tag->name, "g"))
        rewriting->group = (struct written){element->before, element->after, result->length};
    rewriting->ended = rewriting->depth == 0;
    return true;
}

/* gnuplot escapes "<" and "&" but not ">", and "]]>" is no text. */
static void add_words(struct text *result, const char *at, const char *end) {
    for (; at < end; at++) {
        if (*at == '>')
            text_add(result, "&gt;");
        else
            text_add_byte(result, *at);
    }
}

/* White space between elements is one line end. */
static void copy_text(struct rewriting *rewriting, const char *next) {
    struct text *result = rewriting->result;
    struct piece parent = rewriting->depth > 0 ? rewriting->open[rewriting->depth - 1].name
                                               : (struct piece){"", 0};
    if (is(parent, "text") || is(parent, "tspan"))
        add_words(result, rewriting->at, next);
    else if (rewriting->depth > 0 && result->bytes[result->length - 1] != '\n')
        text_add_byte(result, '\n');
    rewriting->at = next;
}

static bool rewrite(struct rewriting *rewriting) {
    struct tag tag;
    while (rewriting->at < rewriting->end && !rewriting->ended) {
        const char *next = next_tag(rewriting);
        if (next == NULL)
            return false;
        copy_text(rewriting, next);
        if (!read_tag(rewriting, &tag))
            return false;
        if (is(tag.name, "?xml"))
            continue;
        if (tag.closes ? !close_element(rewriting, &tag) : !open_element(rewriting, &tag))
            return false;
    }
    text_add_byte(rewriting->result, '\n');
    return rewriting->ended && skip_blanks(rewriting->at, rewriting->end) == rewriting->end;
}

bool svg_rewrite(const struct chart *chart, const char *bytes, size_t length,
                 struct text *result) {
    struct rewriting rewriting = {
        .chart = chart, .at = bytes, .end = bytes + length, .result = result};
    const char *first = memmem(bytes, length, "</defs>", 7);
    size_t before = first != NULL ? (size_t)(first - bytes) : length;
    rewriting.uses_signs = memmem(bytes + before, length - before, "<use ", 5) != NULL;
    size_t start = result->length;
    struct arena *arena = arena_new();
    bool fine = rewrite(&rewriting) &&
                picture_read(arena, result->bytes + start, result->length - start) != NULL;
    arena_free(arena);
    return fine;
}

bool svg_png_is_whole(const char *bytes, size_t length) {
    static const char head[] = "\x89PNG\r\n\x1a\n", tail[] = "\0\0\0\0IEND\xae\x42\x60\x82";
    size_t head_length = sizeof head - 1, tail_length = sizeof tail - 1;
    return length > head_length + tail_length && memcmp(bytes, head, head_length) == 0 &&
           memcmp(bytes + length - tail_length, tail, tail_length) == 0;
}
