/* The rules of the privacy gate, as the column `method` of a suppressed figure names them. What
 * each says is in nachlese-protect(1). */
#ifndef SURVEY_PRIVACY_RULE_H
#define SURVEY_PRIVACY_RULE_H

/* RULE_NONE: no rule, or a name that is not known. */
enum privacy_rule {
    RULE_NONE,
    RULE_P1,
    RULE_P2,
    RULE_P3,
    RULE_P5,
    RULE_P6,
    RULE_P7,
    RULE_P12,
    RULE_P18,
    RULE_P19,
    RULE_P20,
    RULE_P21,
    PRIVACY_RULES
};

/* "P3"; "" for none. */
const char *privacy_rule_name(enum privacy_rule rule);
/* The rule of that name, or none. */
enum privacy_rule privacy_rule_named(const char *name);

#endif
