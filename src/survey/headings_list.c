/* Sorted lists of spellings. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "survey/headings_table.h"

int heading_compare(const struct heading *left, const struct heading *right) {
    if (left->question != right->question)
        return left->question < right->question ? -1 : 1;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

void heading_list_add(struct heading_list *list, const struct heading_spelling *spelling) {
    list->spellings =
        memory_grow(list->spellings, list->count, &list->capacity, sizeof *list->spellings);
    list->spellings[list->count++] = *spelling;
}

static int compare_form(const char *left, size_t left_length, const char *right,
                        size_t right_length) {
    int order = memcmp(left, right, left_length < right_length ? left_length : right_length);
    return order != 0 ? order : (left_length > right_length) - (left_length < right_length);
}

static int compare_spellings(const void *left, const void *right) {
    const struct heading_spelling *one = left, *other = right;
    int order = compare_form(one->form, one->length, other->form, other->length);
    if (order == 0)
        order = heading_compare(&one->meaning, &other->meaning);
    if (order == 0)
        order = (one->name ? 1 : 0) - (other->name ? 1 : 0);
    return order != 0
               ? order
               : (one->languages > other->languages) - (one->languages < other->languages);
}

void heading_list_sort(struct heading_list *list) {
    if (list->count > 0)
        qsort(list->spellings, list->count, sizeof *list->spellings, compare_spellings);
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 ||
            compare_spellings(&list->spellings[kept - 1], &list->spellings[i]) != 0)
            list->spellings[kept++] = list->spellings[i];
    list->count = kept;
}

const struct heading_spelling *heading_list_find(const struct heading_list *list,
                                                 const char *form, size_t length,
                                                 size_t *count) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct heading_spelling *at = &list->spellings[middle];
        if (compare_form(at->form, at->length, form, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < list->count && list->spellings[low + *count].length == length &&
           memcmp(list->spellings[low + *count].form, form, length) == 0)
        ++*count;
    return *count > 0 ? &list->spellings[low] : NULL;
}

void heading_list_mangle(struct arena *arena, const struct heading_list *from,
                         struct heading_list *to) {
    struct text form = {0};
    for (size_t i = 0; i < from->count; i++) {
        struct heading_spelling spelling = from->spellings[i];
        text_clear(&form);
        headings_mangle(&form, spelling.form, spelling.length);
        spelling.form = arena_copy_bytes(arena, text_string(&form), form.length);
        spelling.length = form.length;
        if (form.length > 0)
            heading_list_add(to, &spelling);
    }
    heading_list_sort(to);
    text_free(&form);
}
