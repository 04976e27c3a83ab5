#include "survey/quotation.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/utf8_control.h"

bool quotation_allowed(const struct question *question) {
    unsigned withheld = ROLE_IDENTIFYING | ROLE_EXCHANGE | ROLE_CONSENT_PARTICIPATION |
                        ROLE_CONSENT_QUOTES | ROLE_CONSENT_CONTACT;
    /* Beside a single choice a comment may be, whatever its options. */
    bool has_text = question_answer(question) == ANSWER_TEXT ||
                    question_has_one_code(question) || question->has_other;
    return has_text && question->grouping == NULL && (question->roles & withheld) == 0;
}

static bool is_line_end(ucs4_t character) {
    return (character >= 0x0A && character <= 0x0D) || character == 0x85 ||
           character == 0x2028 || character == 0x2029;
}

/* U+200C and U+200D stay: without them some emoji and scripts fall apart. */
static bool is_invisible(ucs4_t character) {
    return character == 0xAD || character == 0x200B || character == 0x200E ||
           character == 0x200F || character == 0x2060 || character == 0xFEFF;
}

static void add_tidy(struct text *result, const char *bytes, size_t length) {
    size_t start = result->length;
    bool blank = false, line = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        const char *here = bytes + at;
        size_t size = (size_t)u8_mbtouc(&character, (const uint8_t *)here, length - at);
        at += size;
        if (is_line_end(character)) {
            line = true;
        } else if (uc_is_property_white_space(character)) {
            blank = true;
        } else if (!is_invisible(character) && !utf8_has_control(here, size)) {
            if (result->length > start && (line || blank))
                text_add_byte(result, line ? '\n' : ' ');
            line = blank = false;
            text_add_bytes(result, here, size);
        }
    }
}

void quotation_tidy(struct text *result, const char *bytes, size_t length) {
    size_t size = 0;
    uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)bytes, length, NULL, &size);
    if (normal == NULL && length > 0)
        die(EXIT_RESOURCE, "out of memory", "der Arbeitsspeicher reicht nicht");
    add_tidy(result, (const char *)normal, size);
    text_add(result, "");
    free(normal);
}

static char folded(char byte) {
    return byte == '\n' ? ' ' : byte;
}

void quotation_key(char key[QUOTATION_KEY_SIZE], const char *question, const char *tidy) {
    char digest[DIGEST_SIZE];
    struct text bytes = {0};
    text_add(&bytes, question);
    text_add_byte(&bytes, '\n');
    for (; *tidy != '\0'; tidy++)
        text_add_byte(&bytes, folded(*tidy));
    digest_bytes(bytes.bytes, bytes.length, digest);
    text_free(&bytes);
    memcpy(key, digest, QUOTATION_KEY_SIZE - 1);
    key[QUOTATION_KEY_SIZE - 1] = '\0';
}

bool quotation_same(const char *one, const char *other) {
    while (*one != '\0' && folded(*one) == folded(*other))
        one++, other++;
    return *one == *other;
}
