#include "wording/plural.h"

#include <stddef.h>
#include <string.h>

/* True where the last two digits of size are 11 to last: numbers that are spoken as one word of
 * their own, "twelve", and follow the rest. */
static bool is_teen(int64_t size, int64_t last) {
    return size % 100 >= 11 && size % 100 <= last;
}

static bool is_few(int64_t digit, int64_t last) {
    return digit >= 2 && digit <= last;
}

static enum plural_category germanic(int64_t size) {
    return size == 1 ? PLURAL_CATEGORY_ONE : PLURAL_CATEGORY_OTHER;
}

/* CLDR has a form for whole millions too, "un million de"; no survey counts that far. */
static enum plural_category french(int64_t size) {
    return size <= 1 ? PLURAL_CATEGORY_ONE : PLURAL_CATEGORY_OTHER;
}

static enum plural_category czech(int64_t size) {
    if (size == 1)
        return PLURAL_CATEGORY_ONE;
    return is_few(size, 4) ? PLURAL_CATEGORY_FEW : PLURAL_CATEGORY_OTHER;
}

static enum plural_category polish(int64_t size) {
    if (size == 1)
        return PLURAL_CATEGORY_ONE;
    return is_few(size % 10, 4) && !is_teen(size, 14) ? PLURAL_CATEGORY_FEW
                                                      : PLURAL_CATEGORY_MANY;
}

static enum plural_category east_slavic(int64_t size) {
    if (is_teen(size, 14))
        return PLURAL_CATEGORY_MANY;
    if (size % 10 == 1)
        return PLURAL_CATEGORY_ONE;
    return is_few(size % 10, 4) ? PLURAL_CATEGORY_FEW : PLURAL_CATEGORY_MANY;
}

/* As east_slavic, but CLDR calls the rest otherwise. */
static enum plural_category south_slavic(int64_t size) {
    enum plural_category category = east_slavic(size);
    return category == PLURAL_CATEGORY_MANY ? PLURAL_CATEGORY_OTHER : category;
}

static enum plural_category lithuanian(int64_t size) {
    if (is_teen(size, 19))
        return PLURAL_CATEGORY_OTHER;
    if (size % 10 == 1)
        return PLURAL_CATEGORY_ONE;
    return is_few(size % 10, 9) ? PLURAL_CATEGORY_FEW : PLURAL_CATEGORY_OTHER;
}

static enum plural_category none(int64_t size) {
    (void)size;
    return PLURAL_CATEGORY_OTHER;
}

static const struct plural_rule rules[] = {
    {"germanic", " de en nl sv da nb nn no fi et hu it es ca el bg eu fy ", true, false,
     germanic},
    {"french", " fr pt ", true, false, french},
    {"czech", " cs sk ", true, true, czech},
    {"polish", " pl ", true, true, polish},
    {"east_slavic", " ru uk be ", true, true, east_slavic},
    {"south_slavic", " hr sr bs ", true, true, south_slavic},
    {"lithuanian", " lt ", true, true, lithuanian},
    {"none", " ja zh ko vi th id ", false, false, none},
};

enum { RULES = sizeof rules / sizeof rules[0] };

static bool is_among(const char *word, const char *words) {
    size_t length = strlen(word);
    if (length == 0 || strchr(word, ' ') != NULL)
        return false;
    for (const char *at = strstr(words, word); at != NULL; at = strstr(at + 1, word))
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

const struct plural_rule *plural_rule_of(const char *name) {
    for (size_t i = 0; i < RULES; i++)
        if (strcmp(rules[i].name, name) == 0 || is_among(name, rules[i].languages))
            return &rules[i];
    return NULL;
}

const char *plural_rule_names(void) {
    return "germanic french czech polish east_slavic south_slavic lithuanian none";
}
