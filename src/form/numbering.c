#include "form/numbering.h"

#include <string.h>

#include "base/number.h"

enum { MOST_LABEL = 999999 };

/* "7", and at the ends of many scales "0 (not at all)" or "10 = very". */
static bool read_label(const struct code *code, size_t language, int64_t *number) {
    static const char *const behind[] = {" (", " =", ":", " –", " -"};
    const char *label = code->label.in[language];
    if (label == NULL)
        return false;
    size_t length = strspn(label, "-0123456789");
    bool ends = label[length] == '\0';
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        ends = ends || strncmp(label + length, behind[i], strlen(behind[i])) == 0;
    return ends && number_parse_whole(label, length, -MOST_LABEL, MOST_LABEL, number);
}

static bool has_numbers(const struct question *question, size_t language) {
    const struct code_list *list = question->codes;
    int64_t number, before;
    for (size_t i = 0; i < list->inside; i++) {
        if (!read_label(&list->codes[i], language, &number))
            return false;
        for (size_t k = 0; k < i; k++)
            if (read_label(&list->codes[k], language, &before) && before == number)
                return false;
    }
    return list->inside > 0;
}

bool numbering_is_label(const struct question *question, size_t language, size_t code) {
    const struct code_list *list = question->codes;
    if (code >= list->inside || !has_numbers(question, language))
        return false;
    const char *label = list->codes[code].label.in[language];
    return label[strspn(label, "-0123456789")] == '\0';
}

/* The greatest number of a code inside the scale. */
static int64_t greatest(const struct question *question, size_t language) {
    const struct code_list *list = question->codes;
    int64_t most = 0, number;
    if (!has_numbers(question, language))
        return (int64_t)list->inside;
    for (size_t i = 0; i < list->inside; i++)
        if (read_label(&list->codes[i], language, &number) && number > most)
            most = number;
    return most;
}

int64_t numbering_code(const struct question *question, size_t language, size_t code) {
    const struct code_list *list = question->codes;
    int64_t number;
    if (code >= list->inside)
        return greatest(question, language) + (int64_t)(code - list->inside) + 1;
    if (has_numbers(question, language) && read_label(&list->codes[code], language, &number))
        return number;
    return (int64_t)code + 1;
}

int64_t numbering_dk(const struct question *question, size_t language) {
    const struct code_list *list = question->codes;
    if (list == NULL)
        return 1;
    return greatest(question, language) + (int64_t)(list->count - list->inside) + 1;
}
