#include "report/html_chart.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/picture.h"

enum { MOST_DEPTH = 4 };

/* A picture on its way into a page. */
struct placing {
    struct arena *arena;
    const struct picture_node *picture; /* as it was read */
    const char *name, *alternative;     /* NULL: with its own title, description and ids */
    bool keeps_definitions;
    size_t repeated; /* bytes of values that are in shapes put in for a <use> */
};

/* --- ids and names --- */

/* Two pictures on a page may have the same ids. Only what a colour or a filter refers to needs
 * one; a blank is in no id of ours. */
static void set_attribute(struct placing *placing, struct picture_node *placed,
                          const struct picture_attribute *at) {
    const char *value = at->value;
    bool named = placing->alternative != NULL;
    bool among_definitions =
        strcmp(placed->name, "pattern") == 0 || strcmp(placed->name, "filter") == 0;
    if (named && strcmp(at->name, "aria-labelledby") == 0)
        return;
    if (named && strcmp(at->name, "id") == 0 && !among_definitions)
        return;
    if (named && strcmp(at->name, "id") == 0)
        value = arena_format(placing->arena, "%s-%s", placing->name, value);
    if (named && strncmp(value, "url(#", 5) == 0)
        value = arena_format(placing->arena, "url(#%s-%s", placing->name, value + 5);
    picture_set(placing->arena, placed, at->name, value);
}

/* --- <use>: WeasyPrint of Debian 12 fails at its currentColor; the shape takes its place ---
 */

/* The element of this id below the node; NULL if absent. */
static const struct picture_node *find_id(const struct picture_node *node, const char *id) {
    const struct picture_node *found = NULL;
    for (node = node->children; node != NULL && found == NULL; node = node->next) {
        const char *selected = node->name != NULL ? picture_value(node, "id") : NULL;
        found = selected != NULL && strcmp(selected, id) == 0 ? node : find_id(node, id);
    }
    return found;
}

/* True where a colour somewhere is a pattern, which is among the definitions. */
static bool uses_pattern(const struct picture_node *node) {
    for (const struct picture_attribute *at = node->attributes; at != NULL; at = at->next)
        if (strncmp(at->value, "url(#", 5) == 0)
            return true;
    for (node = node->children; node != NULL; node = node->next)
        if (uses_pattern(node))
            return true;
    return false;
}

/* A small file may mean a long shape often. */
static bool is_repeating_little(const struct placing *placing) {
    return placing->repeated <= PICTURE_MOST_BYTES;
}

/* An element without what it holds. A shape loses its id, which is that of the definition; a
 * <use> becomes a group of the shape that it means, which may be a <use> itself, but not for
 * ever. */
static struct picture_node *place_shape(struct placing *placing,
                                        const struct picture_node *shape, int depth) {
    const struct picture_node *meant = NULL;
    bool is_use = strcmp(shape->name, "use") == 0;
    struct picture_node *placed = picture_element(placing->arena, is_use ? "g" : shape->name);
    for (const struct picture_attribute *at = shape->attributes; at != NULL; at = at->next) {
        if (strcmp(at->name, "xlink:href") == 0) {
            meant = find_id(placing->picture, at->value + 1);
        } else if (strcmp(at->name, "id") != 0) {
            set_attribute(placing, placed, at);
            placing->repeated += strlen(at->value);
        }
    }
    if (is_use && meant != NULL && depth < MOST_DEPTH)
        picture_append(placed, place_shape(placing, meant, depth + 1));
    return placed;
}

/* --- the picture --- */

static bool is_own_name(const struct placing *placing, const struct picture_node *node) {
    return placing->alternative != NULL &&
           (strcmp(node->name, "title") == 0 || strcmp(node->name, "desc") == 0);
}

/* A title by which the picture is called. */
static void add_name(struct placing *placing, struct picture_node *svg) {
    struct picture_node *title = picture_element(placing->arena, "title");
    const char *id = arena_format(placing->arena, "%s-alternative", placing->name);
    picture_append(title, picture_words(placing->arena, placing->alternative));
    picture_set(placing->arena, title, "id", id);
    picture_set(placing->arena, svg, "role", "img");
    picture_set(placing->arena, svg, "aria-labelledby", id);
    picture_append(svg, title);
}

/* The element with all that it holds, every <use> replaced, and without definitions where
 * nothing else needs them. */
static struct picture_node *place(struct placing *placing, const struct picture_node *element) {
    struct picture_node *placed = picture_element(placing->arena, element->name);
    for (const struct picture_attribute *at = element->attributes; at != NULL; at = at->next)
        set_attribute(placing, placed, at);
    if (element == placing->picture && placing->alternative != NULL)
        add_name(placing, placed);
    for (const struct picture_node *next = element->children; next != NULL; next = next->next) {
        if (next->name == NULL)
            picture_append(placed, picture_words(placing->arena, next->words));
        else if (strcmp(next->name, "use") == 0 && is_repeating_little(placing))
            picture_append(placed, place_shape(placing, next, 0));
        else if (is_own_name(placing, next))
            continue;
        else if (placing->keeps_definitions || strcmp(next->name, "defs") != 0)
            picture_append(placed, place(placing, next));
    }
    return placed;
}

bool html_chart_place(struct text *svg, const struct text *content, const char *name,
                      const char *alternative) {
    struct placing placing = {.arena = arena_new(), .name = name, .alternative = alternative};
    placing.picture = picture_read(placing.arena, text_string(content), content->length);
    bool fine = placing.picture != NULL;
    if (fine) {
        placing.keeps_definitions = uses_pattern(placing.picture);
        const struct picture_node *placed = place(&placing, placing.picture);
        fine = is_repeating_little(&placing);
        if (fine)
            picture_write(placed, svg);
    }
    arena_free(placing.arena);
    return fine;
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

bool html_chart_read(struct text *svg, const char *folder, const char *name,
                     const char *alternative, struct diag *diag) {
    struct text path = {0}, content = {0};
    text_add_format(&path, "%s/%s.svg", folder, name);
    bool there = read_file(&content, text_string(&path));
    bool fine = !there || html_chart_place(svg, &content, name, alternative);
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
