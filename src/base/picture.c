#include "base/picture.h"

#include <assert.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"
#include "base/picture_colour.h"

#define SVG                "http://www.w3.org/2000/svg"
#define XLINK              "http://www.w3.org/1999/xlink"
#define XML                "http://www.w3.org/XML/1998/namespace"
#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
/* No ':', '/', '\\', ';', '&', so no address, no escape and no second declaration. */
#define HARMLESS LETTERS_AND_DIGITS " .,+-_%#()"
/* Of ids and of what refers to them. */
#define NAMES LETTERS_AND_DIGITS " .-_"

/* --- the list --- */

enum content { NOTHING, SHAPES, WORDS, WORDS_AND_SPANS };

/* Elements that draw, and nothing else. */
static const struct listed_element {
    const char *name;
    enum content content;
} elements[] = {
    {"svg", SHAPES},       {"g", SHAPES},        {"defs", SHAPES},          {"pattern", SHAPES},
    {"filter", SHAPES},    {"feFlood", NOTHING}, {"feComposite", NOTHING},  {"path", NOTHING},
    {"rect", NOTHING},     {"circle", NOTHING},  {"ellipse", NOTHING},      {"line", NOTHING},
    {"polyline", NOTHING}, {"polygon", NOTHING}, {"use", NOTHING},          {"title", WORDS},
    {"desc", WORDS},       {"tspan", WORDS},     {"text", WORDS_AND_SPANS},
};

enum value {
    PLAIN,
    PAINT,    /* also url(#ID) */
    FAMILY,   /* also with the weight behind it, as gnuplot writes fonts: "DejaVu Sans:Bold" */
    NAME,     /* an id, or some with blanks between */
    COLOUR,   /* the class of a colour */
    REFERENCE /* #ID */
};

/* xlink: and xml: represent their namespaces, whatever prefix a file has for them. */
static const struct listed_attribute {
    const char *name;
    enum value value;
    bool declared; /* may also be declared in a style */
} attributes[] = {
    {"id", NAME, false},
    {"class", COLOUR, false},
    {"aria-labelledby", NAME, false},
    {"xlink:href", REFERENCE, false},
    {"fill", PAINT, true},
    {"stroke", PAINT, true},
    {"color", PLAIN, true},
    {"d", PLAIN, false},
    {"points", PLAIN, false},
    {"transform", PLAIN, false},
    {"viewBox", PLAIN, false},
    {"data-title", PLAIN, false},
    {"x", PLAIN, false},
    {"y", PLAIN, false},
    {"x1", PLAIN, false},
    {"y1", PLAIN, false},
    {"x2", PLAIN, false},
    {"y2", PLAIN, false},
    {"cx", PLAIN, false},
    {"cy", PLAIN, false},
    {"dx", PLAIN, false},
    {"dy", PLAIN, false},
    {"r", PLAIN, false},
    {"rx", PLAIN, false},
    {"ry", PLAIN, false},
    {"width", PLAIN, false},
    {"height", PLAIN, false},
    {"opacity", PLAIN, true},
    {"fill-opacity", PLAIN, true},
    {"fill-rule", PLAIN, true},
    {"stroke-opacity", PLAIN, true},
    {"stroke-width", PLAIN, true},
    {"stroke-linecap", PLAIN, true},
    {"stroke-linejoin", PLAIN, true},
    {"stroke-dasharray", PLAIN, true},
    {"shape-rendering", PLAIN, true},
    {"font-family", FAMILY, true},
    {"font-size", PLAIN, true},
    {"font-style", PLAIN, true},
    {"font-weight", PLAIN, true},
    {"text-anchor", PLAIN, true},
    {"patternUnits", PLAIN, false},
    {"filterUnits", PLAIN, false},
    {"flood-color", PLAIN, true},
    {"flood-opacity", PLAIN, true},
    {"in", PLAIN, false},
    {"in2", PLAIN, false},
    {"result", PLAIN, false},
    {"operator", PLAIN, false},
    {"version", PLAIN, false},
    {"role", PLAIN, false},
    {"lang", PLAIN, false},
    {"xml:lang", PLAIN, false},
    {"xml:space", PLAIN, false},
};

/* NULL if absent. */
static const struct listed_element *find_element(const char *name) {
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return NULL;
}

/* NULL if absent. */
static const struct listed_attribute *find_attribute(const char *prefix, const char *name) {
    size_t length = strlen(prefix);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strncmp(attributes[i].name, prefix, length) == 0 &&
            strcmp(attributes[i].name + length, name) == 0)
            return &attributes[i];
    return NULL;
}

static bool is_made_of(const char *value, const char *characters) {
    return value[strspn(value, characters)] == '\0';
}

/* "#ID" and then the end; a reference to nothing does not count. */
static bool is_reference(const char *value, const char *end) {
    size_t length = value[0] == '#' ? strspn(value + 1, NAMES) : 0;
    return length > 0 && strcmp(value + 1 + length, end) == 0;
}

static bool is_value_harmless(enum value kind, const char *value) {
    if (kind == COLOUR)
        return picture_colour_is_class(value);
    if (kind == NAME)
        return is_made_of(value, NAMES);
    if (kind == REFERENCE)
        return is_reference(value, "");
    if (kind == PAINT && strncmp(value, "url(", 4) == 0)
        return is_reference(value + 4, ")");
    size_t plain = strspn(value, HARMLESS);
    return (value[plain] == '\0' || (kind == FAMILY && strcmp(value + plain, ":Bold") == 0)) &&
           strcasestr(value, "url") == NULL;
}

/* --- the tree --- */

struct picture_node *picture_element(struct arena *arena, const char *name) {
    const struct listed_element *listed = find_element(name);
    struct picture_node *element = arena_allocate(arena, 1, sizeof *element);
    assert(listed != NULL);
    element->name = listed->name;
    return element;
}

struct picture_node *picture_words(struct arena *arena, const char *words) {
    struct picture_node *node = arena_allocate(arena, 1, sizeof *node);
    node->words = arena_copy(arena, words);
    return node;
}

void picture_append(struct picture_node *parent, struct picture_node *child) {
    *(parent->last != NULL ? &parent->last->next : &parent->children) = child;
    parent->last = child;
    child->next = NULL;
}

/* Where the attribute of this name is, or would be added. */
static struct picture_attribute **find_place(struct picture_node *element, const char *name) {
    struct picture_attribute **place = &element->attributes;
    while (*place != NULL && strcmp((*place)->name, name) != 0)
        place = &(*place)->next;
    return place;
}

const char *picture_value(const struct picture_node *element, const char *name) {
    for (const struct picture_attribute *at = element->attributes; at != NULL; at = at->next)
        if (strcmp(at->name, name) == 0)
            return at->value;
    return NULL;
}

static void set(struct arena *arena, struct picture_node *element,
                const struct listed_attribute *listed, const char *value) {
    struct picture_attribute **place = find_place(element, listed->name);
    if (*place == NULL)
        *place = arena_allocate(arena, 1, sizeof **place);
    (*place)->name = listed->name;
    (*place)->value = arena_copy(arena, value);
}

void picture_set(struct arena *arena, struct picture_node *element, const char *name,
                 const char *value) {
    const struct listed_attribute *listed = find_attribute("", name);
    assert(listed != NULL && is_value_harmless(listed->value, value));
    set(arena, element, listed, value);
}

/* --- reading --- */

static const char *chars(const xmlChar *string) {
    return (const char *)string;
}

/* Takes no name twice: which of them counts would be decided by who reads what we write. */
static bool read_value(struct arena *arena, struct picture_node *element,
                       const struct listed_attribute *listed, const char *value) {
    if (listed == NULL || !is_value_harmless(listed->value, value) ||
        picture_value(element, listed->name) != NULL)
        return false;
    set(arena, element, listed, value);
    return true;
}

/* The bytes without blanks at both ends. */
static const char *read_trimmed(struct arena *arena, const char *bytes, size_t length) {
    for (; length > 0 && bytes[0] == ' '; length--)
        bytes++;
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    return arena_copy_bytes(arena, bytes, length);
}

static bool read_declaration(struct arena *arena, struct picture_node *element,
                             const char *bytes, size_t length) {
    const char *colon = memchr(bytes, ':', length);
    if (colon == NULL)
        return read_trimmed(arena, bytes, length)[0] == '\0';
    size_t before = (size_t)(colon - bytes);
    const struct listed_attribute *listed =
        find_attribute("", read_trimmed(arena, bytes, before));
    const char *value = read_trimmed(arena, colon + 1, length - before - 1);
    return listed != NULL && listed->declared && read_value(arena, element, listed, value);
}

/* "fill:none; stroke:black" as attributes: a page that allows no styles but its own would drop
 * them. */
static bool read_style(struct arena *arena, struct picture_node *element, const char *style) {
    while (true) {
        size_t length = strcspn(style, ";");
        if (!read_declaration(arena, element, style, length))
            return false;
        if (style[length] == '\0')
            return true;
        style += length + 1;
    }
}

/* What is before the name in the list; NULL for a namespace that it does not know. */
static const char *prefix_of(const xmlNs *space) {
    if (space == NULL)
        return "";
    if (strcmp(chars(space->href), XLINK) == 0)
        return "xlink:";
    return strcmp(chars(space->href), XML) == 0 ? "xml:" : NULL;
}

static bool read_attribute(struct arena *arena, struct picture_node *element,
                           const xmlAttr *attribute) {
    const char *prefix = prefix_of(attribute->ns), *name = chars(attribute->name);
    const xmlNode *value = attribute->children;
    const char *string = value != NULL ? chars(value->content) : "";
    if (prefix == NULL || strchr(name, ':') != NULL ||
        (value != NULL && (value->type != XML_TEXT_NODE || value->next != NULL)))
        return false;
    if (prefix[0] == '\0' && strcmp(name, "style") == 0)
        return read_style(arena, element, string);
    return read_value(arena, element, find_attribute(prefix, name), string);
}

static bool may_hold(enum content content, const xmlNode *child) {
    if (child->type == XML_TEXT_NODE)
        return content != NOTHING && (content != SHAPES || xmlIsBlankNode(child));
    if (child->type != XML_ELEMENT_NODE)
        return false;
    bool span = strcmp(chars(child->name), "tspan") == 0;
    return content == SHAPES ? !span && strcmp(chars(child->name), "svg") != 0
                             : content == WORDS_AND_SPANS && span;
}

/* NULL where it is refused. As deep as libxml2 lets elements nest, which is 256. */
static struct picture_node *read_element(struct arena *arena, const xmlNode *from) {
    const struct listed_element *listed = find_element(chars(from->name));
    if (listed == NULL || from->ns == NULL || strcmp(chars(from->ns->href), SVG) != 0)
        return NULL;
    struct picture_node *element = picture_element(arena, listed->name);
    for (const xmlAttr *next = from->properties; next != NULL; next = next->next)
        if (!read_attribute(arena, element, next))
            return NULL;
    for (const xmlNode *next = from->children; next != NULL; next = next->next) {
        if (!may_hold(listed->content, next))
            return NULL;
        struct picture_node *child = next->type == XML_TEXT_NODE
                                         ? picture_words(arena, chars(next->content))
                                         : read_element(arena, next);
        if (child == NULL)
            return NULL;
        picture_append(element, child);
    }
    return element;
}

static struct picture_node *read_root(struct arena *arena, const xmlDoc *document) {
    const xmlNode *root = document->children;
    bool alone = root != NULL && root->next == NULL && root->type == XML_ELEMENT_NODE &&
                 strcmp(chars(root->name), "svg") == 0;
    return alone ? read_element(arena, root) : NULL;
}

/* Looked for in the bytes, since a parser takes them away; and libxml2 takes a NUL for the end,
 * so what is behind it would go unseen. */
static bool is_plain(const char *bytes, size_t length) {
    return memmem(bytes, length, "<!", 2) == NULL && memmem(bytes, length, "&#", 2) == NULL &&
           memchr(bytes, '\0', length) == NULL;
}

/* Neither entities nor document types are loaded, nor anything from the network. NULL where the
 * bytes are no XML in UTF-8, whatever encoding they claim; and where libxml2 found anything to
 * say of them, as of a prefix of no namespace, which it reads as part of the name. */
static xmlDoc *parse(const char *bytes, size_t length) {
    xmlResetLastError();
    xmlDoc *document = xmlReadMemory(bytes, (int)length, NULL, "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
                                         XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const xmlError *error = xmlGetLastError();
    bool faulty = error != NULL && error->code != XML_ERR_OK;
    if (faulty && error->code == XML_ERR_NO_MEMORY)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    if (document == NULL || !faulty)
        return document;
    xmlFreeDoc(document);
    return NULL;
}

struct picture_node *picture_read(struct arena *arena, const char *bytes, size_t length) {
    if (length > PICTURE_MOST_BYTES || !is_plain(bytes, length))
        return NULL;
    xmlDoc *document = parse(bytes, length);
    struct picture_node *root = document != NULL ? read_root(arena, document) : NULL;
    xmlFreeDoc(document);
    return root;
}

/* --- writing --- */

/* Words, or a value in double quotes. */
static void add_escaped(struct text *result, const char *string, bool quoted) {
    for (const char *next = string; *next != '\0'; next++) {
        if (*next == '&')
            text_add(result, "&amp;");
        else if (*next == '<')
            text_add(result, "&lt;");
        else if (*next == '>')
            text_add(result, "&gt;");
        else if (*next == '"' && quoted)
            text_add(result, "&quot;");
        else
            text_add_byte(result, *next);
    }
}

static void add_attribute(struct text *result, const char *name, const char *value) {
    text_add_format(result, " %s=\"", name);
    add_escaped(result, value, true);
    text_add_byte(result, '"');
}

void picture_write(const struct picture_node *element, struct text *result) {
    text_add_format(result, "<%s", element->name);
    if (strcmp(element->name, "svg") == 0) {
        add_attribute(result, "xmlns", SVG);
        add_attribute(result, "xmlns:xlink", XLINK);
    }
    for (const struct picture_attribute *at = element->attributes; at != NULL; at = at->next)
        add_attribute(result, at->name, at->value);
    text_add(result, element->children != NULL ? ">" : "/>");
    for (const struct picture_node *next = element->children; next != NULL; next = next->next) {
        if (next->name != NULL)
            picture_write(next, result);
        else
            add_escaped(result, next->words, false);
    }
    if (element->children != NULL)
        text_add_format(result, "</%s>", element->name);
}
