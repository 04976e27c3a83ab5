#include "base/xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

static const char *chars(const xmlChar *string) {
    return string != NULL ? (const char *)string : "";
}

/* As deep as libxml2 lets elements nest, which is 256. */
static struct xml_element *take(struct arena *arena, const xmlNode *from) {
    struct xml_element *element = arena_allocate(arena, 1, sizeof *element);
    struct xml_element **end = &element->children;
    struct text words = {0};
    element->name = arena_copy(arena, chars(from->name));
    for (const xmlNode *child = from->children; child != NULL; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            *end = take(arena, child);
            end = &(*end)->next;
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            text_add(&words, chars(child->content));
        }
    }
    element->words = arena_copy(arena, text_string(&words));
    text_free(&words);
    return element;
}

/* libxml2 takes a NUL for the end. */
static bool may_be_read(const char *bytes, size_t length) {
    return length > 0 && length <= XML_MOST_BYTES && memchr(bytes, '\0', length) == NULL &&
           utf8_valid(bytes, length) && memmem(bytes, length, "<!DOCTYPE", 9) == NULL;
}

const struct xml_element *xml_read(struct arena *arena, const char *bytes, size_t length,
                                   size_t *line) {
    *line = 0;
    if (!may_be_read(bytes, length))
        return NULL;
    xmlResetLastError();
    xmlDoc *document = xmlReadMemory(bytes, (int)length, NULL, "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
                                         XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const xmlError *error = xmlGetLastError();
    if (document == NULL && error != NULL && error->line > 0)
        *line = (size_t)error->line;
    const xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    struct xml_element *taken = root != NULL ? take(arena, root) : NULL;
    xmlFreeDoc(document);
    return taken;
}

const struct xml_element *xml_child(const struct xml_element *element, const char *name) {
    if (element == NULL)
        return NULL;
    for (const struct xml_element *child = element->children; child != NULL;
         child = child->next)
        if (strcmp(child->name, name) == 0)
            return child;
    return NULL;
}

const char *xml_words(const struct xml_element *element, const char *name) {
    const struct xml_element *child = xml_child(element, name);
    return child != NULL ? child->words : "";
}
