#include "form/words.h"

#include <string.h>

static const struct {
    const char *english, *german;
} words[] = {
#define FORM_WORD_ROW(identifier, english, german) {english, german},
    FORM_WORDS(FORM_WORD_ROW)
#undef FORM_WORD_ROW
};

bool form_words_german(const struct questionnaire *questionnaire, size_t language) {
    return strcmp(questionnaire->languages[language], "de") == 0;
}

const char *form_word(const struct questionnaire *questionnaire, size_t language,
                      enum form_word word) {
    return form_words_german(questionnaire, language) ? words[word].german
                                                      : words[word].english;
}
