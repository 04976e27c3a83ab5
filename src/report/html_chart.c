#include "report/html_chart.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/picture.h"

enum { MOST_DEPTH = 4 };

/* What lies between two heights of a picture, in its own pixels; nothing where they are equal.
 */
struct strip {
    double top, bottom;
};

/* A picture on its way into a page. */
struct placing {
    struct arena *arena;
    const struct picture_node *picture; /* as it was read */
    const char *name;
    const struct html_chart_words *words; /* NULL: with its own title, description and ids */
    bool keeps_definitions;
    size_t repeated;    /* bytes of values that are in shapes put in for a <use> */
    struct strip title; /* left out */
};

/* --- ids and names --- */

/* Two pictures on a page may have the same ids. Only what a colour or a filter refers to needs
 * one; a blank is in no id of ours. */
static void set_attribute(struct placing *placing, struct picture_node *placed,
                          const struct picture_attribute *at) {
    const char *value = at->value;
    bool named = placing->words != NULL;
    bool among_definitions =
        strcmp(placed->name, "pattern") == 0 || strcmp(placed->name, "filter") == 0;
    if (strcmp(at->name, "data-title") == 0 ||
        (named && strcmp(at->name, "aria-labelledby") == 0))
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

/* --- the drawn title, which is left out where the caption says the same --- */

/* Where the title is drawn; nowhere, where the picture does not tell, or nonsense. */
static struct strip title_strip(const struct picture_node *picture) {
    const char *place = picture_value(picture, "data-title"),
               *height = picture_value(picture, "height");
    struct strip strip;
    if (place != NULL && height != NULL &&
        sscanf(place, "%lf %lf", &strip.top, &strip.bottom) == 2 && strip.top >= 0 &&
        strip.top <= strip.bottom && strip.bottom < strtod(height, NULL))
        return strip;
    return (struct strip){0, 0};
}

/* True for a picture whose title are these words. */
static bool is_titled(const struct picture_node *picture, const char *words) {
    for (const struct picture_node *node = picture->children; node != NULL; node = node->next)
        if (node->name != NULL && strcmp(node->name, "title") == 0)
            return node->children != NULL && node->children->name == NULL &&
                   strcmp(node->children->words, words) == 0;
    return false;
}

/* Where a group of words is; false for anything else. */
static bool find_place(const struct picture_node *element, double *x, double *y) {
    const char *transform = picture_value(element, "transform");
    return transform != NULL && sscanf(transform, "translate(%lf,%lf)", x, y) == 2;
}

static bool is_in_title(const struct placing *placing, const struct picture_node *element) {
    double x, y;
    return find_place(element, &x, &y) && y > placing->title.top && y < placing->title.bottom;
}

/* What is above the title moves down to what is below it, and the picture begins there. */
static void close_gap(struct placing *placing, const struct picture_node *element,
                      struct picture_node *placed) {
    double gap = placing->title.bottom - placing->title.top, x, y, width, height;
    const char *box = picture_value(element, "viewBox");
    if (gap <= 0)
        return;
    if (find_place(element, &x, &y) && y <= placing->title.top)
        picture_set(placing->arena, placed, "transform",
                    arena_format(placing->arena, "translate(%.2f,%.2f)", x, y + gap));
    if (element == placing->picture && box != NULL &&
        sscanf(box, "0 0 %lf %lf", &width, &height) == 2 && height > gap) {
        picture_set(placing->arena, placed, "height",
                    arena_format(placing->arena, "%.0f", height - gap));
        picture_set(placing->arena, placed, "viewBox",
                    arena_format(placing->arena, "0 %.0f %.0f %.0f", gap, width, height - gap));
    }
}

/* --- the picture --- */

static bool is_own_name(const struct placing *placing, const struct picture_node *node) {
    return placing->words != NULL &&
           (strcmp(node->name, "title") == 0 || strcmp(node->name, "desc") == 0);
}

/* A title by which the picture is called. */
static void add_name(struct placing *placing, struct picture_node *svg) {
    struct picture_node *title = picture_element(placing->arena, "title");
    const char *id = arena_format(placing->arena, "%s-alternative", placing->name);
    picture_append(title, picture_words(placing->arena, placing->words->alternative));
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
    close_gap(placing, element, placed);
    if (element == placing->picture && placing->words != NULL)
        add_name(placing, placed);
    for (const struct picture_node *next = element->children; next != NULL; next = next->next) {
        if (next->name == NULL)
            picture_append(placed, picture_words(placing->arena, next->words));
        else if (strcmp(next->name, "use") == 0 && is_repeating_little(placing))
            picture_append(placed, place_shape(placing, next, 0));
        else if (is_own_name(placing, next) || is_in_title(placing, next))
            continue;
        else if (placing->keeps_definitions || strcmp(next->name, "defs") != 0)
            picture_append(placed, place(placing, next));
    }
    return placed;
}

bool html_chart_place(struct text *svg, const struct text *content, const char *name,
                      const struct html_chart_words *words) {
    struct placing placing = {.arena = arena_new(), .name = name, .words = words};
    placing.picture = picture_read(placing.arena, text_string(content), content->length);
    bool fine = placing.picture != NULL;
    if (fine) {
        placing.keeps_definitions = uses_pattern(placing.picture);
        if (words != NULL && words->caption != NULL &&
            is_titled(placing.picture, words->caption))
            placing.title = title_strip(placing.picture);
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
                     const struct html_chart_words *words, struct diag *diag) {
    struct text path = {0}, content = {0};
    text_add_format(&path, "%s/%s.svg", folder, name);
    bool there = read_file(&content, text_string(&path));
    bool fine = !there || html_chart_place(svg, &content, name, words);
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

static double height_of(const struct picture_node *picture) {
    const char *across = picture_value(picture, "width"),
               *down = picture_value(picture, "height");
    double width = across != NULL ? strtod(across, NULL) : 0,
           height = down != NULL ? strtod(down, NULL) : 0;
    struct strip title = title_strip(picture);
    return width > 0 && height > 0 ? (height - title.bottom + title.top) / width : 1;
}

/* The picture of a file; NULL where it is none. *there becomes false where there is no file. */
static const struct picture_node *picture_of(struct arena *arena, const char *folder,
                                             const char *name, bool *there) {
    struct text content = {0};
    const struct picture_node *picture = NULL;
    *there = read_file(&content, arena_format(arena, "%s/%s.svg", folder, name));
    if (*there)
        picture = picture_read(arena, text_string(&content), content.length);
    text_free(&content);
    return picture;
}

double html_chart_height(const char *folder, const char *name) {
    bool there;
    struct arena *arena = arena_new();
    const struct picture_node *picture = picture_of(arena, folder, name, &there);
    double height = picture != NULL ? height_of(picture) : there ? 0.1 : 0;
    arena_free(arena);
    return height;
}

static void add_drawn(struct text *lines, const struct placing *placing,
                      const struct picture_node *element) {
    for (const struct picture_node *next = element->children; next != NULL; next = next->next) {
        if (next->name == NULL && next->words[strspn(next->words, " \n\t")] != '\0')
            text_add_format(lines, "%s\n", next->words);
        else if (next->name != NULL && !is_own_name(placing, next) &&
                 !is_in_title(placing, next))
            add_drawn(lines, placing, next);
    }
}

void html_chart_drawn(struct text *lines, const char *folder, const char *name) {
    bool there;
    const struct html_chart_words words = {.alternative = ""};
    struct placing placing = {.arena = arena_new(), .words = &words};
    placing.picture = picture_of(placing.arena, folder, name, &there);
    if (placing.picture != NULL) {
        placing.title = title_strip(placing.picture);
        add_drawn(lines, &placing, placing.picture);
    }
    arena_free(placing.arena);
}
