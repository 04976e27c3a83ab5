#include "report/html_chart.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/utf8.h"

enum { MOST_BYTES = 4 * 1024 * 1024, MOST_DEPTH = 4 };

/* Elements that draw and do nothing else: a page that is sent around must not fetch or run
 * anything, whoever made the picture. */
static bool is_harmless(const char *name, size_t length) {
    static const char *const harmless[] = {
        "svg",      "title",  "desc",   "g",       "path",    "rect",        "circle",
        "polygon",  "line",   "text",   "tspan",   "use",     "defs",        "ellipse",
        "polyline", "symbol", "filter", "feFlood", "pattern", "feComposite", "clipPath"};
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (strlen(harmless[i]) == length && strncmp(harmless[i], name, length) == 0)
            return true;
    return false;
}

/* True where an attribute neither reacts to anything nor points out of the file. */
static bool is_attribute_harmless(const char *name, size_t length, const char *value) {
    const char *end = strchr(value, value[-1]);
    bool link = length >= 4 && strncmp(name + length - 4, "href", 4) == 0;
    const char *reference = strstr(value, "url(");
    return strncmp(name, "on", 2) != 0 && strncmp(name, "style=", 6) != 0 &&
           (!link || value[0] == '#') &&
           (reference == NULL || reference > end || reference[4] == '#');
}

/* The '>' or "/>" behind a tag's attributes; NULL where one of them is not harmless, or not
 * written as XML wants it. */
static const char *end_of_tag(const char *next) {
    for (;;) {
        size_t gap = strspn(next, " \n");
        if (next[gap] == '>' || strncmp(next + gap, "/>", 2) == 0)
            return next + gap;
        const char *name = next + gap;
        size_t length =
            strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");
        if (gap == 0 || length == 0 || name[length] != '=')
            return NULL;
        const char *value = name + length + 2, *end = NULL;
        if (value[-1] == '"' || value[-1] == '\'')
            end = strchr(value, value[-1]);
        if (end == NULL || !is_attribute_harmless(name, length, value))
            return NULL;
        next = end + 1;
    }
}

/* One <svg> element and nothing behind it. */
static bool is_picture(const char *svg) {
    size_t depth = 0;
    const char *end = svg;
    if (strncmp(svg, "<svg ", 5) != 0)
        return false;
    for (const char *next = svg; next != NULL && (depth > 0 || next == svg);
         next = strchr(end, '<')) {
        bool closes = next[1] == '/';
        const char *name = next + 1 + closes;
        size_t length = strcspn(name, " \n/>");
        end = is_harmless(name, length) ? end_of_tag(name + length) : NULL;
        if (end == NULL)
            return false;
        if (*end == '>')
            depth = closes ? depth - 1 : depth + 1;
    }
    return depth == 0 && end[1 + strspn(end + 1, "\r\n ")] == '\0';
}

/* --- <use>: WeasyPrint of Debian 12 fails at its currentColor; the shape takes its place ---
 */

/* The attribute's value in a tag that ends at '>'; NULL where it has none. */
static const char *attribute(const char *tag, const char *name, size_t *length) {
    const char *end = strchr(tag, '>'), *found = strstr(tag, name);
    if (found == NULL || end == NULL || found > end)
        return NULL;
    found += strlen(name);
    *length = strcspn(found + 1, found[0] == '"' ? "\"" : "'");
    return found + 1;
}

/* The tag <... id='ID' ...> */
static const char *tag_of(const char *svg, const char *id, size_t length) {
    for (const char *tag = strchr(svg, '<'); tag != NULL; tag = strchr(tag + 1, '<')) {
        size_t found_length;
        const char *found = attribute(tag, " id=", &found_length);
        if (found != NULL && found_length == length && strncmp(found, id, length) == 0)
            return tag;
    }
    return NULL;
}

/* Appends the attributes but id and link; '/' at the end goes too. */
static void add_attributes(struct text *result, const char *tag) {
    const char *next = tag + strcspn(tag, " >");
    while (*next == ' ') {
        const char *value = next + strcspn(next, "=") + 1;
        const char *end = value[0] == '"' ? strchr(value + 1, '"') : strchr(value + 1, '\'');
        if (end == NULL)
            return;
        if (strncmp(next, " id=", 4) != 0 && strncmp(next, " xlink:href=", 12) != 0)
            text_add_bytes(result, next, (size_t)(end + 1 - next));
        next = end + 1;
    }
}

/* A shape may be a <use> itself, but not for ever. */
static void add_shape(struct text *result, const char *svg, const char *tag, int depth) {
    size_t length;
    const char *link = attribute(tag, " xlink:href=", &length);
    size_t name_length = strcspn(tag + 1, " /");
    const char *shape =
        link != NULL && depth < MOST_DEPTH ? tag_of(svg, link + 1, length - 1) : NULL;
    text_add_byte(result, '<');
    text_add_bytes(result, shape != NULL ? "g" : tag + 1, shape != NULL ? 1 : name_length);
    add_attributes(result, tag);
    text_add(result, shape != NULL ? ">" : "/>");
    if (shape == NULL)
        return;
    add_shape(result, svg, shape, depth + 1);
    text_add(result, "</g>");
}

/* Copies the picture with every <use> replaced, and without definitions where nothing else uses
 * them. */
static void add_picture(struct text *result, const char *svg) {
    bool defined = strstr(svg, "url(#") != NULL;
    const char *next = svg;
    while (*next != '\0') {
        const char *end = NULL;
        if (!defined && strncmp(next, "<defs>", 6) == 0 &&
            (end = strstr(next, "</defs>")) != NULL) {
            next = end + 7;
        } else if (strncmp(next, "<use ", 5) == 0 && strstr(next, "/>") != NULL) {
            add_shape(result, svg, next, 0);
            next = strstr(next, "/>") + 2;
        } else {
            text_add_byte(result, *next++);
        }
    }
}

static void read_stream(struct text *content, FILE *file, const char *path) {
    char buffer[65536];
    for (size_t length;
         (length = fread(buffer, 1, sizeof buffer, file)) > 0 && content->length <= MOST_BYTES;)
        text_add_bytes(content, buffer, length);
    if (ferror(file))
        die(EXIT_IO, "%s cannot be read:", "%s lässt sich nicht lesen:", path);
}

/* False where there is no such file. */
static bool read_file(struct text *content, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file != NULL) {
        read_stream(content, file, path);
        fclose(file);
        return true;
    }
    if (errno != ENOENT)
        die(EXIT_NO_INPUT, "%s cannot be opened:", "%s lässt sich nicht öffnen:", path);
    return false;
}

bool html_chart_read(struct text *svg, const char *folder, const char *id, struct diag *diag) {
    struct text path = {0}, content = {0};
    text_add_format(&path, "%s/%s.svg", folder, id);
    bool fine = true;
    if (read_file(&content, text_string(&path))) {
        const char *start = text_string(&content);
        /* The declaration stands at the head of files only. */
        const char *declared = strncmp(start, "<?xml", 5) == 0 ? strstr(start, "?>") : NULL;
        if (declared != NULL)
            start = declared + 2 + strspn(declared + 2, "\r\n ");
        fine = content.length <= MOST_BYTES &&
               strlen(text_string(&content)) == content.length &&
               utf8_valid(text_string(&content), content.length) && is_picture(start);
        if (fine)
            add_picture(svg, start);
    }
    if (!fine) {
        struct diag_place place = {.file = text_string(&path)};
        diag_add(diag, DIAG_ERROR, &place,
                 "this is no picture of nachlese-charts: make the pictures anew",
                 "das ist kein Bild von nachlese-charts: erzeugen Sie die Bilder neu");
    }
    text_free(&path);
    text_free(&content);
    return fine;
}
