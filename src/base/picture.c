#include "base/picture.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"

#define SVG                "http://www.w3.org/2000/svg"
#define XLINK              "http://www.w3.org/1999/xlink"
#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
/* No ':', '/', '\\', ';', '&', so no address, no escape and no second declaration. */
#define HARMLESS LETTERS_AND_DIGITS " .,+-_%#()"
/* Of ids and of what refers to them. */
#define NAMES LETTERS_AND_DIGITS " .-_"

enum content { NOTHING, SHAPES, WORDS, WORDS_AND_SPANS };

/* Elements that draw, and nothing else. */
static const struct {
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
    NAME,     /* an id, or some with blanks between */
    REFERENCE /* #ID */
};

static const struct {
    const char *prefix, *name;
    enum value value;
} attributes[] = {
    {NULL, "id", NAME},
    {NULL, "aria-labelledby", NAME},
    {"xlink", "href", REFERENCE},
    {NULL, "fill", PAINT},
    {NULL, "stroke", PAINT},
    {NULL, "color", PLAIN},
    {NULL, "d", PLAIN},
    {NULL, "points", PLAIN},
    {NULL, "transform", PLAIN},
    {NULL, "viewBox", PLAIN},
    {NULL, "x", PLAIN},
    {NULL, "y", PLAIN},
    {NULL, "x1", PLAIN},
    {NULL, "y1", PLAIN},
    {NULL, "x2", PLAIN},
    {NULL, "y2", PLAIN},
    {NULL, "cx", PLAIN},
    {NULL, "cy", PLAIN},
    {NULL, "dx", PLAIN},
    {NULL, "dy", PLAIN},
    {NULL, "r", PLAIN},
    {NULL, "rx", PLAIN},
    {NULL, "ry", PLAIN},
    {NULL, "width", PLAIN},
    {NULL, "height", PLAIN},
    {NULL, "opacity", PLAIN},
    {NULL, "fill-opacity", PLAIN},
    {NULL, "fill-rule", PLAIN},
    {NULL, "stroke-opacity", PLAIN},
    {NULL, "stroke-width", PLAIN},
    {NULL, "stroke-linecap", PLAIN},
    {NULL, "stroke-linejoin", PLAIN},
    {NULL, "stroke-dasharray", PLAIN},
    {NULL, "shape-rendering", PLAIN},
    {NULL, "font-family", PLAIN},
    {NULL, "font-size", PLAIN},
    {NULL, "font-style", PLAIN},
    {NULL, "font-weight", PLAIN},
    {NULL, "text-anchor", PLAIN},
    {NULL, "patternUnits", PLAIN},
    {NULL, "filterUnits", PLAIN},
    {NULL, "flood-color", PLAIN},
    {NULL, "flood-opacity", PLAIN},
    {NULL, "in", PLAIN},
    {NULL, "in2", PLAIN},
    {NULL, "result", PLAIN},
    {NULL, "operator", PLAIN},
    {NULL, "version", PLAIN},
    {NULL, "role", PLAIN},
    {NULL, "lang", PLAIN},
    {"xml", "lang", PLAIN},
    {"xml", "space", PLAIN},
};

static const char *chars(const xmlChar *string) {
    return (const char *)string;
}

static bool is_made_of(const char *value, const char *characters) {
    return value[strspn(value, characters)] == '\0';
}

/* "#ID" and then the end; a reference to nothing is none. */
static bool is_reference(const char *value, const char *end) {
    size_t length = value[0] == '#' ? strspn(value + 1, NAMES) : 0;
    return length > 0 && strcmp(value + 1 + length, end) == 0;
}

static bool is_value_harmless(enum value kind, const char *value) {
    if (kind == NAME)
        return is_made_of(value, NAMES);
    if (kind == REFERENCE)
        return is_reference(value, "");
    if (kind == PAINT && strncmp(value, "url(", 4) == 0)
        return is_reference(value + 4, ")");
    return is_made_of(value, HARMLESS) && strcasestr(value, "url") == NULL;
}

static bool is_attribute_harmless(const xmlAttr *attribute) {
    const xmlNode *value = attribute->children;
    const char *string = value != NULL ? chars(value->content) : "";
    const char *prefix = attribute->ns != NULL ? chars(attribute->ns->prefix) : NULL;
    if (value != NULL && (value->type != XML_TEXT_NODE || value->next != NULL))
        return false;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strcmp(attributes[i].name, chars(attribute->name)) == 0 &&
            (prefix == NULL) == (attributes[i].prefix == NULL) &&
            (prefix == NULL || strcmp(prefix, attributes[i].prefix) == 0))
            return is_value_harmless(attributes[i].value, string);
    return false;
}

/* SVG without a prefix, and links by their usual one: readers of HTML know no other. */
static bool are_names_usual(const xmlNode *element) {
    for (const xmlNs *space = element->nsDef; space != NULL; space = space->next) {
        const char *prefix = chars(space->prefix), *name = chars(space->href);
        if (name == NULL || strcmp(name, prefix == NULL ? SVG : XLINK) != 0 ||
            (prefix != NULL && strcmp(prefix, "xlink") != 0))
            return false;
    }
    return element->ns != NULL && element->ns->prefix == NULL;
}

static bool find_content(const xmlNode *element, enum content *content) {
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, chars(element->name)) == 0) {
            *content = elements[i].content;
            return are_names_usual(element);
        }
    return false;
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

/* As deep as libxml2 lets elements nest, which is 256. */
static bool is_element_harmless(const xmlNode *element) {
    enum content content;
    if (!find_content(element, &content))
        return false;
    for (const xmlAttr *next = element->properties; next != NULL; next = next->next)
        if (!is_attribute_harmless(next))
            return false;
    for (const xmlNode *next = element->children; next != NULL; next = next->next)
        if (!may_hold(content, next) ||
            (next->type == XML_ELEMENT_NODE && !is_element_harmless(next)))
            return false;
    return true;
}

static bool is_harmless(const xmlDoc *document) {
    const xmlNode *root = document->children;
    return root != NULL && root->next == NULL && root->type == XML_ELEMENT_NODE &&
           strcmp(chars(root->name), "svg") == 0 && is_element_harmless(root);
}

/* Looked for in the bytes, since a parser takes them away. */
static bool is_plain(const char *bytes, size_t length) {
    return memmem(bytes, length, "<!", 2) == NULL && memmem(bytes, length, "&#", 2) == NULL;
}

static _Noreturn void die_of_memory(void) {
    die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
}

/* Neither entities nor document types are loaded, nor anything from the network. NULL where the
 * bytes are no XML. */
static xmlDoc *parse(const char *bytes, size_t length) {
    xmlResetLastError();
    xmlDoc *document = xmlReadMemory(bytes, (int)length, NULL, "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const xmlError *error = xmlGetLastError();
    if (document == NULL && error != NULL && error->code == XML_ERR_NO_MEMORY)
        die_of_memory();
    return document;
}

static void add_root(struct text *result, xmlDoc *document) {
    xmlBuffer *buffer = xmlBufferCreate();
    if (buffer == NULL || xmlNodeDump(buffer, document, document->children, 0, 0) < 0)
        die_of_memory();
    text_add_bytes(result, chars(xmlBufferContent(buffer)), (size_t)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
}

bool picture_read(const char *bytes, size_t length, struct text *result) {
    if (length > PICTURE_MOST_BYTES || !is_plain(bytes, length))
        return false;
    xmlDoc *document = parse(bytes, length);
    bool harmless = document != NULL && is_harmless(document);
    if (harmless && result != NULL)
        add_root(result, document);
    xmlFreeDoc(document);
    return harmless;
}
