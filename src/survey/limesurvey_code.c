#include "survey/limesurvey_code.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "survey/metadata.h"

enum { TAIL = 3, LONGEST_ID = 40 };

/* LimeSurvey drops longer answers in silence, and stops in the middle of an import at a longer
 * code of a question. */
static const struct {
    size_t most;
    bool digit_first;
    const char *reserved[12]; /* renamed by chance, or refused: Question.php, and "other" is the
                                 open text beside the answers */
} rules[] = {
    [LIMESURVEY_QUESTION] = {20,
                             false,
                             {"lang", "sid", "savedid", "token", "qid", "gid", "sgq", "self",
                              "that", "this"}},
    [LIMESURVEY_PART] = {20, false, {"time", "other"}},
    [LIMESURVEY_ANSWER] = {5, true, {"other"}},
};

/* A question must not have the heading of a column that LimeSurvey adds, either. */
static bool is_reserved(enum limesurvey_kind kind, const char *code) {
    if (kind == LIMESURVEY_QUESTION && metadata_reserves(code, strlen(code)))
        return true;
    for (const char *const *word = rules[kind].reserved; *word != NULL; word++)
        if (strcasecmp(*word, code) == 0)
            return true;
    return false;
}

static bool is_allowed(enum limesurvey_kind kind, const char *code) {
    for (const char *next = code; *next != '\0'; next++)
        if ((unsigned char)*next >= 0x80 || !isalnum((unsigned char)*next))
            return false;
    return code[0] != '\0' && (rules[kind].digit_first || !isdigit((unsigned char)code[0])) &&
           strlen(code) <= rules[kind].most && !is_reserved(kind, code);
}

/* Three digits to the base 36 that follow from the whole id (FNV-1a): an id that begins in the
 * same way gets others. */
static void add_tail(char *end, const char *id) {
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint32_t hash = 2166136261;
    for (; *id != '\0'; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619;
    for (size_t i = 0; i < TAIL; i++, hash /= 36)
        end[i] = digits[hash % 36];
    end[TAIL] = '\0';
}

/* An id begins with a letter and is short, nachlese-questionnaire(5). */
static void shorten(char code[LIMESURVEY_CODE_SIZE], enum limesurvey_kind kind,
                    const char *id) {
    char plain[LONGEST_ID + 1];
    size_t length = 0, most = rules[kind].most;
    for (const char *next = id; *next != '\0' && length < LONGEST_ID; next++)
        if (*next != '_')
            plain[length++] = *next;
    plain[length] = '\0';
    bool whole = is_allowed(kind, plain);
    size_t kept = whole ? length : length < most - TAIL ? length : most - TAIL;
    memcpy(code, plain, kept);
    code[kept] = '\0';
    if (!whole)
        add_tail(code + kept, id);
}

void limesurvey_code(char code[LIMESURVEY_CODE_SIZE], enum limesurvey_kind kind, const char *id,
                     const char *const *aliases, size_t alias_count) {
    for (size_t i = 0; i < alias_count; i++)
        if (is_allowed(kind, aliases[i])) {
            strcpy(code, aliases[i]);
            return;
        }
    if (is_allowed(kind, id))
        strcpy(code, id);
    else
        shorten(code, kind, id);
}
