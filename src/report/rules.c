#include "report/rules.h"

#include <string.h>

#include "wording/group_sentence.h"

void rules_note(struct rules *rules, const char *rule) {
    size_t at = 0;
    while (at < rules->count && strcmp(rules->names[at], rule) < 0)
        at++;
    bool known = at < rules->count && strcmp(rules->names[at], rule) == 0;
    if (rule[0] == '\0' || known || rules->count == RULES_MOST)
        return;
    memmove(&rules->names[at + 1], &rules->names[at],
            (rules->count - at) * sizeof *rules->names);
    rules->names[at] = rule;
    rules->count++;
}

void rules_write(const struct report *report, const struct rules *rules) {
    for (size_t i = 0; i < rules->count; i++)
        page_hanging(report->page, "- ", group_sentence_why(&report->teller, rules->names[i]));
}
