#include "findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void findings_free(struct findings *findings) {
    free(findings->list);
    *findings = (struct findings){0};
}

static int compare(const struct finding *a, const struct finding *b) {
    const char *left[] = {a->rule, a->question, a->item, a->by, a->level, a->category, a->what};
    const char *right[] = {b->rule,  b->question, b->item, b->by,
                           b->level, b->category, b->what};
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
        int order = strcmp(left[i], right[i]);
        if (order != 0)
            return order;
    }
    return 0;
}

void findings_add(struct findings *findings, const struct finding *finding) {
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *old = &findings->list[i];
        if (compare(old, finding) != 0)
            continue;
        old->low = finding->low > old->low ? finding->low : old->low;
        old->high = finding->high < old->high ? finding->high : old->high;
        return;
    }
    findings->list = memory_grow(findings->list, findings->count, &findings->capacity,
                                 sizeof *findings->list);
    findings->list[findings->count++] = *finding;
}

static int compare_entries(const void *a, const void *b) {
    return compare(a, b);
}

void findings_print(struct findings *findings, FILE *stream) {
    if (findings->count > 0)
        qsort(findings->list, findings->count, sizeof *findings->list, compare_entries);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *at = &findings->list[i];
        fprintf(stream, "broken %s %s %s", at->rule, at->how, at->question);
        if (*at->item != '\0')
            fprintf(stream, "/%s", at->item);
        if (*at->by != '\0')
            fprintf(stream, " by %s", at->by);
        if (*at->level != '\0')
            fprintf(stream, "=%s", at->level);
        if (*at->category != '\0')
            fprintf(stream, " category %s", at->category);
        fprintf(stream, ": %s", at->what);
        if (at->low >= 0 && at->low == at->high)
            fprintf(stream, " %lld", (long long)at->low);
        else if (at->low >= 0)
            fprintf(stream, " %lld to %lld", (long long)at->low, (long long)at->high);
        fputc('\n', stream);
    }
}
