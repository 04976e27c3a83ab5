/* Which form of a phrase a whole number takes in a language: the categories of Unicode's CLDR,
 * by a rule that a catalogue names or that follows from its language. Nothing is allocated. */
#ifndef WORDING_PLURAL_H
#define WORDING_PLURAL_H

#include <stdbool.h>
#include <stdint.h>

/* No rule here tells MANY from OTHER in whole numbers: the languages differ in which of the two
 * names CLDR gives to the rest, and catalogues may write either. */
enum plural_category {
    PLURAL_CATEGORY_ONE,
    PLURAL_CATEGORY_FEW,
    PLURAL_CATEGORY_MANY,
    PLURAL_CATEGORY_OTHER
};

struct plural_rule {
    const char *name;      /* "polish" */
    const char *languages; /* the codes that it is the rule of, blanks between and around */
    bool has_one, has_few; /* the categories beside the rest */
    /* The category of a size; of a negative number that of its size is meant. */
    enum plural_category (*category)(int64_t size);
};

/* The rule of that name or language code ("polish", "pl"); NULL if absent. */
const struct plural_rule *plural_rule_of(const char *name);
/* All names of rules, with blanks between, for messages. */
const char *plural_rule_names(void);

#endif
