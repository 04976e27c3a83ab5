#include "form/export_answers.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "form/scale_words.h"
#include "survey/tick_words.h"

/* An answer before it stands in the draft. */
struct answer {
    const char *form, *shown;
    double place; /* by which they are sorted; equal ones stay in their order */
    size_t order;
};

struct list {
    struct answer *answers;
    size_t count;
    size_t left; /* values that too few records have */
    enum scale_kind scale;
    bool codes;       /* they are codes, not words */
    bool names_other; /* "other" is among them */
};

/* Answers that are chosen, not put in an order. */
static bool is_chosen(const struct draft_question *question) {
    return question->type == QUESTION_SINGLE || question->type == QUESTION_MULTI ||
           question->type == QUESTION_MATRIX;
}

/* --- codes --- */

/* "A1", "SQ003", "-oth-", "LDS": by which LimeSurvey exports answers. */
static bool is_code(const char *shown) {
    size_t letters = 0, digits = 0;
    const char *at = shown;
    if (strcmp(shown, "-oth-") == 0)
        return true;
    for (; isupper((unsigned char)*at); at++)
        letters++;
    for (; isdigit((unsigned char)*at); at++)
        digits++;
    return *at == '\0' && letters > 0 && letters + digits <= 5 && (digits > 0 || letters <= 3);
}

static bool are_codes(const struct list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (!is_code(list->answers[i].shown))
            return false;
    return list->count > 0;
}

/* --- order --- */

static int by_place(const void *left, const void *right) {
    const struct answer *one = left, *other = right;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static void sort(struct list *list) {
    const char **forms = memory_allocate(list->count, sizeof *forms);
    double *places = memory_allocate(list->count, sizeof *places);
    for (size_t i = 0; i < list->count; i++) {
        forms[i] = list->answers[i].form;
        places[i] = 0;
    }
    list->codes = are_codes(list);
    list->scale = list->codes ? SCALE_NONE : scale_words_order(forms, list->count, places);
    for (size_t i = 0; i < list->count; i++) {
        const char *digits = forms[i] + strcspn(forms[i], "0123456789");
        list->answers[i].order = i;
        list->answers[i].place = list->codes ? strtod(digits, NULL) : places[i];
    }
    qsort(list->answers, list->count, sizeof *list->answers, by_place);
    free(forms);
    free(places);
}

/* --- yes and no --- */

static const struct pair {
    const char *yes, *no;             /* folded */
    const char *label_yes, *label_no; /* English, or in the pair's own language */
    bool german;
} pairs[] = {
    {"yes", "no", "Yes", "No", false},     {"ja", "nein", "Ja", "Nein", true},
    {"y", "n", "Yes", "No", false},        {"1", "0", "Yes", "No", false},
    {"true", "false", "Yes", "No", false}, {"wahr", "falsch", "Ja", "Nein", true},
    {"x", "", "Yes", "No", false},
};

/* The pair that all answers are of, but for don't know and what is beside every scale. */
static const struct pair *find_pair(const struct tally *tally) {
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        bool all = true, any = false;
        for (size_t k = 0; k < tally->count; k++) {
            const char *form = tally->values[k].form;
            bool is = strcmp(form, pairs[i].yes) == 0 || strcmp(form, pairs[i].no) == 0;
            any = any || is;
            all = all && (is || scale_words_is_dk(form) || scale_words_is_outside(form));
        }
        if (all && any)
            return &pairs[i];
    }
    return NULL;
}

static const char *written(const struct tally *tally, const char *form) {
    const struct tally_value *value = tally_find(tally, form);
    return value != NULL ? value->shown : form;
}

/* Both are known, whichever was chosen; these words are ours and nobody's. */
static bool add_yes_and_no(struct draft *draft, size_t language,
                           struct draft_question *question, const struct tally *tally) {
    const struct pair *pair = find_pair(tally);
    if (pair == NULL)
        return false;
    bool german = pair->german || strcmp(draft->languages[language], "de") == 0;
    const char *const words[] = {pair->yes, pair->no};
    const char *const labels[] = {german ? "Ja" : pair->label_yes,
                                  german ? "Nein" : pair->label_no};
    for (size_t i = 0; i < 2; i++) {
        struct draft_code *code = draft_add_code(draft, &question->codes, NULL);
        draft_set_label(draft, &code->label, language, labels[i]);
        code->id = i == 0 ? "yes" : "no";
        if (words[i][0] != '\0')
            draft_add_phrase(draft, &code->aliases, written(tally, words[i]));
    }
    return true;
}

/* --- points --- */

static long highest_point(const struct tally *tally) {
    long highest = 0;
    for (size_t i = 0; i < tally->count; i++) {
        char *end;
        long value = strtol(tally->values[i].form, &end, 10);
        if (*end != '\0' || value < 1)
            return 0;
        highest = value > highest ? value : highest;
    }
    return highest <= 7 ? highest : 0;
}

/* 1 to the highest: what lies between is there, whether somebody chose it or not. The usual
 * scales have 5 points where 4 is the highest that was chosen. */
static bool add_points(struct draft *draft, size_t language, struct draft_question *question,
                       const struct tally *tally) {
    long highest = highest_point(tally);
    if (highest < 2)
        return false;
    for (long point = 1; point <= highest; point++) {
        char words[24];
        snprintf(words, sizeof words, "%ld", point);
        struct draft_code *code = draft_add_code(draft, &question->codes, NULL);
        draft_set_label(draft, &code->label, language, words);
        code->id = arena_format(draft->arena, "p%ld", point);
        draft_add_phrase(draft, &code->aliases, written(tally, words));
    }
    question->codes.measure = MEASURE_ORDINAL;
    draft_guess(draft, &question->codes.remarks,
                "points from 1 to the highest that was chosen: add words and missing points; "
                "where they count something, make it type = number; where 1 is best, turn the "
                "order",
                "Punkte von 1 bis zum höchsten gewählten: bitte Worte und fehlende Punkte "
                "ergänzen; wo sie etwas zählen, wird es type = number; wo 1 das Beste ist, die "
                "Reihenfolge umdrehen");
    return true;
}

/* --- words --- */

static void add_answer(struct draft *draft, size_t language, struct draft_codes *codes,
                       const struct answer *answer, bool outside) {
    bool coded = is_code(answer->shown);
    struct draft_code *code = draft_add_code(draft, codes, coded ? answer->shown : NULL);
    draft_set_label(draft, &code->label, language, answer->shown);
    code->outside = outside;
}

static void set_dk(struct draft *draft, size_t language, struct draft_codes *codes,
                   const struct tally_value *value) {
    if (codes->has_dk) {
        draft_add_phrase(draft, &codes->dk_aliases, value->shown);
        return;
    }
    codes->has_dk = true;
    draft_set_label(draft, &codes->dk, language, value->shown);
    draft_guess(draft, &codes->remarks, "one answer is taken for don't know",
                "eine Antwort gilt als „weiß nicht“");
}

/* True where the value is no place on the scale, and has been dealt with: don't know, and what
 * the open text of "other" stands beside. */
static bool take_aside(struct draft *draft, size_t language, struct draft_question *question,
                       const struct tally_value *value) {
    if (is_chosen(question) && scale_words_is_dk(value->form)) {
        set_dk(draft, language, &question->codes, value);
        return true;
    }
    if (!question->has_other || !scale_words_is_other(value->form))
        return false;
    struct draft_code *code = draft_add_code(draft, &question->codes, NULL);
    code->id = "other";
    if (strcmp(value->shown, "-oth-") != 0)
        draft_set_label(draft, &code->label, language, value->shown);
    return true;
}

/* What stands behind the scale: don't know, answers beside it, "other". */
static void add_beside(struct draft *draft, size_t language, struct draft_question *question,
                       const struct tally *tally) {
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_value *value = &tally->values[i];
        bool outside = scale_words_is_outside(value->form);
        if (value->records >= 2 && !take_aside(draft, language, question, value) &&
            (outside || scale_words_is_other(value->form)))
            add_answer(draft, language, &question->codes,
                       &(struct answer){value->form, value->shown, 0, i},
                       outside && is_chosen(question));
    }
}

/* Those of at least two records, and of a long list those of more. */
static struct list list_words(struct draft *draft, size_t language,
                              struct draft_question *question, const struct tally *tally) {
    struct list list = {.answers = memory_allocate(tally->count, sizeof *list.answers)};
    size_t threshold = column_look_threshold(tally);
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_value *value = &tally->values[i];
        if (value->records < threshold)
            list.left++;
        else if (scale_words_is_other(value->form))
            list.names_other = true;
        else if (!scale_words_is_outside(value->form) && !scale_words_is_dk(value->form))
            list.answers[list.count++] = (struct answer){value->form, value->shown, 0, i};
    }
    sort(&list);
    for (size_t i = 0; i < list.count; i++)
        add_answer(draft, language, &question->codes, &list.answers[i], false);
    add_beside(draft, language, question, tally);
    return list;
}

static void remark_order(struct draft *draft, struct draft_question *question,
                         const struct list *list) {
    struct draft_remarks *remarks = &question->codes.remarks;
    if (list->codes)
        draft_guess(draft, remarks,
                    "the export has codes: write the words of the answers; their order is that "
                    "of the codes",
                    "der Export enthält Codes: bitte die Worte der Antworten schreiben; sie "
                    "stehen in der Reihenfolge der Codes");
    else if (list->scale == SCALE_RANGES)
        draft_guess(draft, remarks, "order: by the numbers in the answers",
                    "Reihenfolge: nach den Zahlen in den Antworten");
    else if (list->scale != SCALE_NONE)
        draft_guess(draft, remarks, "order of the scale is a guess, from its words",
                    "die Reihenfolge der Skala ist aus ihren Worten erraten");
    else if (is_chosen(question))
        draft_guess(draft, remarks,
                    "order: what most chose is first; put them in the order of the form, and "
                    "say measure = ordinal where it is a scale",
                    "Reihenfolge: das meistgewählte zuerst; bitte in die Reihenfolge des "
                    "Formulars bringen und measure = ordinal setzen, wo es eine Skala ist");
}

/* What each of a few wrote is never named. */
static void remark_left(struct draft *draft, struct draft_question *question, size_t left) {
    struct draft_remarks *remarks = &question->codes.remarks;
    if (left == 0)
        draft_guess(draft, remarks, "options that nobody chose are not in the data: add them",
                    "Antworten, die niemand gewählt hat, stehen nicht in den Daten: bitte "
                    "ergänzen");
    else
        draft_guess(
            draft, remarks,
            "options that nobody chose are not in the data, and %zu that hardly anybody "
            "gave are not named here: add the options among them",
            "Antworten, die niemand gewählt hat, stehen nicht in den Daten, und %zu, die "
            "kaum jemand gab, sind hier nicht genannt: bitte die zur Wahl gestellten "
            "ergänzen",
            left);
}

/* Several answers of one record each are what people typed in; a single one, or one outside a
 * known scale, is rather an option that few chose. So it is where "other" is an answer by
 * itself: then no text is beside it. */
static bool suggests_other(const struct draft_question *question, const struct list *list) {
    return list->left > 1 && !list->names_other && list->scale == SCALE_NONE && !list->codes &&
           question->type == QUESTION_SINGLE;
}

void export_answers_of_columns(struct draft *draft, size_t language,
                               struct draft_question *question,
                               const struct export_table *table,
                               const struct inferred_question *inferred) {
    struct tally *tally = tally_new(table, inferred->columns, inferred->count);
    question->has_other = inferred->other != NO_COLUMN;
    if (add_yes_and_no(draft, language, question, tally) ||
        add_points(draft, language, question, tally)) {
        add_beside(draft, language, question, tally);
        tally_free(tally);
        return;
    }
    const struct list list = list_words(draft, language, question, tally);
    if (is_chosen(question) && list.scale != SCALE_NONE)
        question->codes.measure = MEASURE_ORDINAL;
    question->has_other = question->has_other || suggests_other(question, &list);
    remark_left(draft, question, list.left);
    remark_order(draft, question, &list);
    free(list.answers);
    tally_free(tally);
}

/* --- options of multiple choice --- */

/* True where the part was always the whole cell. */
static bool is_always_alone(const struct tally *cells, const struct tally_value *part,
                            char separator) {
    const struct tally_value *whole = tally_find(cells, part->form);
    size_t alone = whole != NULL ? whole->records : 0;
    /* Microsoft Forms ends a cell with the separator. */
    struct text form = {0};
    text_add_format(&form, "%s%c", part->form, separator);
    whole = tally_find(cells, text_string(&form));
    alone += whole != NULL ? whole->records : 0;
    text_free(&form);
    return alone == part->records;
}

static void add_part(struct draft *draft, size_t language, struct draft_question *question,
                     const struct tally_value *part, bool alone) {
    bool none = scale_words_is_none(part->form) || scale_words_is_outside(part->form);
    if (alone && scale_words_is_dk(part->form)) {
        set_dk(draft, language, &question->codes, part);
        return;
    }
    struct draft_code *code = draft_add_code(draft, &question->codes, NULL);
    draft_set_label(draft, &code->label, language, part->shown);
    code->exclusive = alone && none && question->type == QUESTION_MULTI;
    if (scale_words_is_other(part->form) && question->type == QUESTION_MULTI) {
        code->id = "other";
        question->has_other = true;
    }
}

static void remark_order_of_parts(struct draft *draft, struct draft_question *question,
                                  bool inside) {
    struct draft_remarks *remarks = &question->codes.remarks;
    if (!is_chosen(question))
        draft_guess(draft, remarks, "order: by the alphabet", "Reihenfolge: nach dem Alphabet");
    else
        draft_guess(draft, remarks, "order: as they mostly stand in the cells",
                    "Reihenfolge: wie sie meistens in den Zellen stehen");
    if (inside)
        draft_guess(draft, remarks,
                    "some options hold the separator themselves: look whether each is one",
                    "manche Antworten enthalten selbst das Trennzeichen: bitte prüfen, ob jede "
                    "eine ist");
}

void export_answers_of_parts(struct draft *draft, size_t language,
                             struct draft_question *question, const struct export_table *table,
                             const struct inferred_question *inferred) {
    const struct joined *joined = inferred->joined;
    struct tally *cells = tally_new(table, inferred->columns, inferred->count);
    size_t threshold = column_look_threshold(joined->parts), left = 0;
    bool inside = false;
    for (size_t i = 0; i < joined->parts->count; i++) {
        const struct tally_value *part = &joined->parts->values[joined->order[i]];
        left += part->records < threshold ? 1 : 0;
        if (part->records < threshold)
            continue;
        inside = inside || strchr(part->shown, joined->separator) != NULL;
        add_part(draft, language, question, part,
                 is_always_alone(cells, part, joined->separator));
    }
    question->separator = joined->separator;
    question->has_other = question->type == QUESTION_MULTI &&
                          (question->has_other || left > 0 || inferred->other != NO_COLUMN);
    remark_left(draft, question, left);
    remark_order_of_parts(draft, question, inside);
    tally_free(cells);
}

/* --- options with columns of their own --- */

static bool is_box_ticked(const struct export_table *table, size_t column, size_t record) {
    const char *cell = table->columns[column].cells[record];
    struct text key = {0};
    if (cell == NULL)
        return false;
    tick_key(&key, cell, strlen(cell));
    enum tick_class class = tick_class(text_string(&key));
    text_free(&key);
    return class == TICK_YES || class == TICK_ONE || class == TICK_OTHER;
}

static bool is_ever_beside(const struct export_table *table,
                           const struct inferred_question *inferred, size_t option) {
    for (size_t record = 0; record < table->records; record++) {
        if (!is_box_ticked(table, inferred->columns[option], record))
            continue;
        for (size_t i = 0; i < inferred->count; i++)
            if (i != option && is_box_ticked(table, inferred->columns[i], record))
                return true;
    }
    return false;
}

void export_answers_exclude(struct draft *draft, struct draft_question *question,
                            const struct export_table *table,
                            const struct inferred_question *inferred) {
    struct text form = {0};
    for (size_t i = 0; i < inferred->count && question->type == QUESTION_MULTI; i++) {
        struct draft_code *code = &question->codes.codes[i];
        const char *words = code->label.in[0];
        text_clear(&form);
        tally_form(&form, words != NULL ? words : "");
        if (scale_words_is_other(text_string(&form)) && !question->has_other) {
            code->id = "other";
            question->has_other = true;
        }
        if (!scale_words_is_none(text_string(&form)) || is_ever_beside(table, inferred, i))
            continue;
        code->exclusive = true;
        draft_guess(draft, &question->codes.remarks,
                    "'%s' is taken to exclude the others: nobody ticked both",
                    "„%s“ gilt als Antwort, die andere ausschließt: niemand hat beides "
                    "angekreuzt",
                    words);
    }
    text_free(&form);
}
