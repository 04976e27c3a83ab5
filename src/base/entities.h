/* The named characters of HTML, without & and semicolon: the 253 of HTML 4 that libxml2 knows,
 * and those of HTML 5 for Latin Extended-A, which Polish and Czech texts need. Numeric
 * references are not among them. */
#ifndef BASE_ENTITIES_H
#define BASE_ENTITIES_H

#include <stddef.h>
#include <stdint.h>

/* The character of that name, which is distinguished by capitals ("Lstrok", "lstrok"); 0 if
 * absent. */
uint32_t entity_character(const char *name, size_t length);

#endif
