#include "report/html_chart.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/picture.h"

enum { MOST_DEPTH = 4 };

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
    for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0 &&
                        content->length <= PICTURE_MOST_BYTES;)
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
    struct text path = {0}, content = {0}, picture = {0};
    text_add_format(&path, "%s/%s.svg", folder, id);
    bool there = read_file(&content, text_string(&path));
    struct arena *arena = arena_new();
    const struct picture_node *root =
        there ? picture_read(arena, text_string(&content), content.length) : NULL;
    bool fine = !there || root != NULL;
    if (root != NULL)
        picture_write(root, &picture);
    arena_free(arena);
    if (fine) {
        add_picture(svg, text_string(&picture));
    } else {
        struct diag_place place = {.file = text_string(&path)};
        diag_add(diag, DIAG_ERROR, &place,
                 "this is no picture of nachlese-charts: make the pictures anew",
                 "das ist kein Bild von nachlese-charts: erzeugen Sie die Bilder neu");
    }
    text_free(&path);
    text_free(&content);
    text_free(&picture);
    return fine;
}
