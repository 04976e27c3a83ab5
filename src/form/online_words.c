#include "form/online_words.h"

#include <string.h>

static const struct {
    const char *english, *german;
} words[] = {
#define ONLINE_WORD_ROW(identifier, english, german) {english, german},
    ONLINE_WORDS(ONLINE_WORD_ROW)
#undef ONLINE_WORD_ROW
};

void online_words_add(struct text *result, const char *language, enum online_word word,
                      const char *value) {
    static const char place[] = "{value}";
    const char *pattern =
        strcmp(language, "de") == 0 ? words[word].german : words[word].english;
    const char *found = strstr(pattern, place);
    if (found == NULL) {
        text_add(result, pattern);
        return;
    }
    text_add_bytes(result, pattern, (size_t)(found - pattern));
    text_add(result, value != NULL ? value : "");
    text_add(result, found + strlen(place));
}
