#include "form/export_language.h"

#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

static const char *const german[] = {"der", "die",  "das",  "und",   "ist",    "sie",   "wie",
                                     "wir", "ihre", "ihr",  "ihnen", "welche", "nicht", "was",
                                     "mit", "bei",  "sind", "haben", "wann",   "für",   "wer"};
static const char *const english[] = {"the", "and",  "is",   "you",  "how",  "what",  "which",
                                      "of",  "your", "are",  "did",  "have", "would", "with",
                                      "do",  "for",  "when", "name", "many", "not",   "why"};

static size_t count(const char *spaced, const char *const *words, size_t word_count) {
    size_t found = 0;
    struct text word = {0};
    for (size_t i = 0; i < word_count; i++) {
        text_clear(&word);
        text_add_format(&word, " %s ", words[i]);
        found += strstr(spaced, text_string(&word)) != NULL ? 1 : 0;
    }
    text_free(&word);
    return found;
}

bool export_language_is_german(const struct export_table *table) {
    size_t of_german = 0, of_english = 0;
    struct text spaced = {0};
    for (size_t i = 0; i < table->count; i++) {
        if (table->columns[i].added)
            continue;
        const char *heading = table->columns[i].heading;
        text_clear(&spaced);
        text_add(&spaced, " ");
        utf8_comparison_form(&spaced, heading, strlen(heading), true);
        text_add(&spaced, " ");
        of_german += count(text_string(&spaced), german, sizeof german / sizeof german[0]);
        of_english += count(text_string(&spaced), english, sizeof english / sizeof english[0]);
    }
    text_free(&spaced);
    if (of_german == of_english)
        return strcmp(language_pick("en", "de"), "de") == 0;
    return of_german > of_english;
}
