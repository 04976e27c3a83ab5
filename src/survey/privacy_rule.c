#include "survey/privacy_rule.h"

#include <assert.h>
#include <string.h>

static const char *const names[PRIVACY_RULES] = {
    [RULE_NONE] = "",   [RULE_P1] = "P1",   [RULE_P2] = "P2",   [RULE_P3] = "P3",
    [RULE_P5] = "P5",   [RULE_P6] = "P6",   [RULE_P7] = "P7",   [RULE_P18] = "P18",
    [RULE_P19] = "P19", [RULE_P20] = "P20", [RULE_P12] = "P12", [RULE_P21] = "P21",
};

const char *privacy_rule_name(enum privacy_rule rule) {
    assert(rule < PRIVACY_RULES);
    return names[rule];
}

enum privacy_rule privacy_rule_named(const char *name) {
    for (int i = 1; i < PRIVACY_RULES; i++)
        if (strcmp(names[i], name) == 0)
            return (enum privacy_rule)i;
    return RULE_NONE;
}
