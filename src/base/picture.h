/* The one reader of pictures, for who makes them and who puts them into a page, and the one
 * list of what may occur in them: a page that is sent around must not fetch or run anything,
 * whoever made its pictures. What was read is a tree of our own, and what is written is made
 * from the tree alone: no byte of a file goes from one picture into the next unread. */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

enum { PICTURE_MOST_BYTES = 4 * 1024 * 1024 };

struct picture_attribute {
    const char *name, *value; /* the name as the list has it: "xlink:href" */
    struct picture_attribute *next;
};

/* An element, or words between elements. Owned by an arena. */
struct picture_node {
    const char *name;  /* of the element, as the list has it; NULL: words */
    const char *words; /* UTF-8, of characters that XML knows, not escaped; NULL: an element */
    struct picture_attribute *attributes; /* each name once, in the order of the file */
    struct picture_node *children, *last, *next;
};

/* The <svg> element of a file; NULL where the bytes are anything else than one whole SVG in
 * UTF-8 of at most PICTURE_MOST_BYTES that is made of the elements and attributes of a drawing
 * alone and names nothing outside of itself. What an element or attribute is follows from its
 * namespace, whatever prefix the file has for it; a style="..." is read as the attributes that
 * it declares. Names in other cases of letters are other names, and refused. So are comments,
 * document types, CDATA, processing instructions and character references (&#40;): who draws
 * needs none. */
struct picture_node *picture_read(struct arena *arena, const char *bytes, size_t length);

/* Appends the element: from an <svg> on with its namespaces, one blank before an attribute,
 * values in double quotes, elements with nothing in them as <name/>. picture_read reads what
 * was written of an <svg>, if it is not too long. */
void picture_write(const struct picture_node *element, struct text *result);

/* A new element without attributes; to name one that is not in the list is a mistake of ours.
 */
struct picture_node *picture_element(struct arena *arena, const char *name);
/* New words; they are copied. */
struct picture_node *picture_words(struct arena *arena, const char *words);
/* Adds a node as the last child; it must be nobody's child. */
void picture_append(struct picture_node *parent, struct picture_node *child);

/* The attribute's value; NULL where the element has none. */
const char *picture_value(const struct picture_node *element, const char *name);
/* Sets the attribute, in its place where the element has it, else as the last. The value is
 * copied. A name or value that the list does not allow is a mistake of ours. */
void picture_set(struct arena *arena, struct picture_node *element, const char *name,
                 const char *value);

#endif
