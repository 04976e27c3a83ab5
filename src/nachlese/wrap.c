#include "nachlese/wrap.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

void wrap_paragraph(FILE *stream, size_t columns, const char *first, const char *next,
                    const char *paragraph) {
    size_t column = 0;
    for (const char *word = paragraph; *word != '\0';) {
        size_t length = strcspn(word, " ");
        struct text text = {0};
        text_add_bytes(&text, word, length);
        size_t width = utf8_width(text_string(&text));
        bool fits = column > 0 && column + 1 + width <= columns;
        const char *lead = column == 0 ? first : next;
        if (fits)
            fprintf(stream, " %s", text_string(&text));
        else
            fprintf(stream, "%s%s%s", column > 0 ? "\n" : "", lead, text_string(&text));
        column = fits ? column + 1 + width : utf8_width(lead) + width;
        text_free(&text);
        word += length + (word[length] == ' ');
    }
    fputc('\n', stream);
}
