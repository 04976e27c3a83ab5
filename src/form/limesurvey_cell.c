#include "form/limesurvey_cell.h"

#include <stdbool.h>
#include <string.h>

#include "form/shown_text.h"

void limesurvey_add_text(struct text *html, const char *string) {
    struct text safe = {0};
    shown_text_add(&safe, string);
    for (const char *next = text_string(&safe); *next != '\0'; next++) {
        if (*next == '{')
            text_add(html, "&#123;");
        else if (*next == '}')
            text_add(html, "&#125;");
        else
            text_add_byte(html, *next);
    }
    text_free(&safe);
}

/* What the import takes for the end of a row where it is not quoted, besides LF: VT, FF, CR,
 * NEL (U+0085), U+2028 and U+2029. How many bytes of it are here; 0: none. */
static size_t row_end(const char *string) {
    static const char *const ends[] = {"\v",       "\f",           "\r",
                                       "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (strncmp(string, ends[i], strlen(ends[i])) == 0)
            return strlen(ends[i]);
    return 0;
}

/* Without what cuts rows, and with no backslash where a quote follows or the cell may end. */
static void add_safe(struct text *safe, const char *string) {
    while (*string != '\0') {
        size_t end = row_end(string);
        bool backslash = *string == '\\' && (string[1] == '"' || string[1] == '\0');
        if (end > 0)
            text_add(safe, " ");
        else if (backslash)
            text_add(safe, "&#92;");
        else
            text_add_byte(safe, *string);
        string += end > 0 ? end : 1;
    }
}

static void add_quoted(struct text *quoted, const char *string) {
    text_add(quoted, "\"");
    for (; *string != '\0'; string++)
        text_add(quoted, (const char[]){*string, *string == '"' ? '"' : '\0', '\0'});
    text_add(quoted, "\"");
}

void limesurvey_write_cell(FILE *stream, const char *string) {
    struct text safe = {0}, once = {0}, twice = {0};
    add_safe(&safe, string);
    size_t length = safe.length;
    bool enclosed = length > 1 && safe.bytes[0] == '"' && safe.bytes[length - 1] == '"';
    if (enclosed)
        add_quoted(&once, text_string(&safe));
    else
        text_add(&once, text_string(&safe));
    if (strpbrk(text_string(&once), "\"\t\n") != NULL)
        add_quoted(&twice, text_string(&once));
    else
        text_add(&twice, text_string(&once));
    fputs(text_string(&twice), stream);
    text_free(&safe);
    text_free(&once);
    text_free(&twice);
}
