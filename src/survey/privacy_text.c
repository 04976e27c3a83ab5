#include "survey/privacy_text.h"

const char *privacy_text_key(enum privacy_text text) {
    static const char *const keys[PRIVACY_TEXTS] = {
#define PRIVACY_TEXT_KEY(identifier, key) [PRIVACY_##identifier] = key,
        PRIVACY_TEXT_LIST(PRIVACY_TEXT_KEY)
#undef PRIVACY_TEXT_KEY
    };
    return keys[text];
}
