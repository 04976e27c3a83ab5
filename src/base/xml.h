/* An XML file of data as a tree of our own: elements by name, and the words in them.
 * Attributes, comments and namespaces are left out. The tree lives in the arena it was read
 * into. */
#ifndef BASE_XML_H
#define BASE_XML_H

#include <stddef.h>

#include "base/arena.h"

enum { XML_MOST_BYTES = 64 * 1024 * 1024 };

struct xml_element {
    const char *name;
    const char *words; /* all text right in it, CDATA too, joined; "" where there is none */
    struct xml_element *children, *next;
};

/* The root of a file; NULL where the bytes are not well-formed XML in UTF-8 of at most
 * XML_MOST_BYTES; *line is then where that shows, or a few lines below; 0 where it is unknown.
 * A file with a document type is refused: it may define entities that make much of little, and
 * the files of form systems have none. Nothing is loaded from anywhere. */
const struct xml_element *xml_read(struct arena *arena, const char *bytes, size_t length,
                                   size_t *line);

/* The first child of that name; NULL where there is none, or no element. */
const struct xml_element *xml_child(const struct xml_element *element, const char *name);
/* The words of the first child of that name; "" where there is none. */
const char *xml_words(const struct xml_element *element, const char *name);

#endif
