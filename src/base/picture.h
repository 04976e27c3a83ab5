/* What may stand in a picture: one list for who makes pictures and who puts them into a page.
 * A page that is sent around must not fetch or run anything, whoever made its pictures. */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { PICTURE_MOST_BYTES = 4 * 1024 * 1024 };

/* True where the bytes are one whole SVG in UTF-8 of at most PICTURE_MOST_BYTES that is made of
 * the elements and attributes of a drawing alone, and names nothing outside of itself.
 * Comments, document types, CDATA and character references (&#40;) are refused too: who draws
 * needs none. Appends the <svg> element to result, unless that is NULL: one blank before an
 * attribute, values in double quotes without '<', '>' and '"', elements with nothing in them as
 * <name/>. Appends nothing where it is refused. */
bool picture_read(const char *bytes, size_t length, struct text *result);

#endif
