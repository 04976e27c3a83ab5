#include "ingest/missing_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/map.h"

/* Longer cells are texts, and need not be folded. */
enum { LONGEST = 200 };

struct missing_marks {
    struct map *declared; /* folded, whole numbers in one form */
    bool any;
};

/* As written: "null" is the German word for 0. The first is of LimeSurvey's VV export, the
 * second the same where the braces were escaped twice; the others are of data bases. */
static const struct {
    const char *word;
    enum missing_mark mark;
} words[] = {
    {"{question_not_shown}", MISSING_MARK_NOT_SHOWN},
    {"{lbrace}question_not_shown}", MISSING_MARK_NOT_SHOWN},
    {"NULL", MISSING_MARK_NOT_SHOWN},
    {"\\N", MISSING_MARK_NOT_SHOWN},
    {"NA", MISSING_MARK_SKIPPED},
};

/* A program that turns -99 into -99.0 does so with the declared word, too. */
static void add_form(struct text *form, const char *bytes, size_t length) {
    char number[NUMBER_SIZE];
    if (number_plain_whole(number, bytes, length))
        text_add(form, number);
    else
        utf8_comparison_form(form, bytes, length, true);
}

struct missing_marks *missing_marks_new(const struct questionnaire *questionnaire) {
    const struct export_words *missing = &questionnaire->ingest.missing;
    struct missing_marks *marks = memory_allocate(1, sizeof *marks);
    marks->declared = map_new();
    marks->any = missing->count > 0;
    for (size_t i = 0; i < missing->count; i++) {
        struct text form = {0};
        add_form(&form, missing->words[i], strlen(missing->words[i]));
        map_add(marks->declared, text_string(&form), form.length, 0);
        text_free(&form);
    }
    return marks;
}

void missing_marks_free(struct missing_marks *marks) {
    if (marks == NULL)
        return;
    map_free(marks->declared);
    free(marks);
}

bool missing_marks_declared(const struct missing_marks *marks, const struct cell *cell) {
    struct text form = {0};
    int64_t value;
    if (!marks->any || cell->length == 0 || cell->length > LONGEST)
        return false;
    add_form(&form, cell->bytes, cell->length);
    bool found = map_find(marks->declared, text_string(&form), form.length, &value);
    text_free(&form);
    return found;
}

/* Quotes that a spreadsheet or a second export has put round the word are no part of it. */
static struct cell without_quotes(struct cell cell) {
    while (cell.length >= 2 && strchr("\"'", cell.bytes[0]) != NULL &&
           cell.bytes[cell.length - 1] == cell.bytes[0]) {
        cell.bytes++;
        cell.length -= 2;
    }
    return cell;
}

enum missing_mark missing_marks_read(const struct missing_marks *marks,
                                     const struct cell *cell) {
    if (cell->length == 0)
        return cell->missing ? MISSING_MARK_NOT_SHOWN : MISSING_MARK_SKIPPED;
    const struct cell plain = without_quotes(*cell);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i].word);
        if (plain.length == length && memcmp(plain.bytes, words[i].word, length) == 0 &&
            (plain.length == cell->length || words[i].word[0] == '{'))
            return words[i].mark;
    }
    return missing_marks_declared(marks, cell) ? MISSING_MARK_SKIPPED : MISSING_MARK_NONE;
}
