/* Headings with bytes that an earlier program destroyed: a no-break space that was converted
 * once too often stands at the end of a heading as two letters that mean nothing. */
#include "ingest/damage.h"

#include "base/text.h"

enum { MOST_TRIES = 20 };

/* The end of the run of bytes that are no ASCII and begin at start. */
static size_t end_of_run(const char *bytes, size_t length, size_t start) {
    while (start < length && (unsigned char)bytes[start] >= 0x80)
        start++;
    return start;
}

const struct heading *damage_find(const struct headings *headings, const char *bytes,
                                  size_t length) {
    const struct heading *found = NULL;
    size_t tries = 0, count = 0;
    struct text rest = {0};
    for (size_t i = 0; i < length && found == NULL && tries < MOST_TRIES; i++) {
        size_t end = end_of_run(bytes, length, i);
        if (end == i)
            continue;
        text_clear(&rest);
        text_add_bytes(&rest, bytes, i);
        text_add_byte(&rest, ' ');
        text_add_bytes(&rest, bytes + end, length - end);
        found = headings_find(headings, text_string(&rest), rest.length, &count);
        found = count == 1 ? found : NULL;
        i = end;
        tries++;
    }
    text_free(&rest);
    return found;
}
