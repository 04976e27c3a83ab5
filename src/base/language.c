#include "base/language.h"

#include <stdlib.h>
#include <string.h>

bool language_is_german(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "de", 2) == 0;
    }
    return false;
}

const char *language_pick(const char *english, const char *german) {
    return language_is_german() ? german : english;
}
