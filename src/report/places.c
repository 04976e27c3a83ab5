#include "report/places.h"

#include <string.h>

enum { MOST_SHEETS = 64 };

/* The anchor at *next, which goes on behind it; NULL at the end. */
static const char *next_anchor(const struct voice *voice, const char **next) {
    *next += strspn(*next, " ");
    size_t length = strcspn(*next, " ");
    const char *anchor = length > 0 ? arena_copy_bytes(voice->arena, *next, length) : NULL;
    *next += length;
    return anchor;
}

const char *places_say(const struct document *document, const struct voice *voice,
                       const char *anchors, bool guess) {
    bool on[MOST_SHEETS] = {false};
    const char *names[MOST_SHEETS];
    size_t count = 0;
    for (const char *anchor; (anchor = next_anchor(voice, &anchors)) != NULL;) {
        size_t sheet = document_sheet_with(document, anchor);
        if (sheet == 0 && guess)
            sheet = 2;
        if (sheet > 0 && sheet < MOST_SHEETS)
            on[sheet] = true;
    }
    for (size_t sheet = 1; sheet < MOST_SHEETS; sheet++)
        if (on[sheet])
            names[count++] = voice_whole(voice, (int64_t)sheet);
    if (count == 0)
        return "";
    return voice_say(voice, count > 1 ? PHRASE_PAGE_ON_SHEETS : PHRASE_PAGE_ON_SHEET, "number",
                     voice_list(voice, names, count), NULL);
}

const char *places_first(const struct document *document, const struct voice *voice,
                         const char *anchors) {
    for (const char *anchor; (anchor = next_anchor(voice, &anchors)) != NULL;)
        if (document_sheet_with(document, anchor) > 0)
            return anchor;
    return "";
}
