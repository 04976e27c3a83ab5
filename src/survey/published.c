#include "survey/published.h"

#include <string.h>

#include "survey/view.h"

struct check {
    const struct results *results;
    const struct questionnaire *questionnaire;
    struct diag *diag;
    struct diag_place place;
};

static bool passed_the_gate(const struct check *check) {
    if (results_are_published(check->results))
        return true;
    diag_add(check->diag, DIAG_ERROR, &check->place,
             "these results are not published: pass them through nachlese-protect first",
             "diese Ergebnisse sind nicht freigegeben: schicken Sie sie zuerst durch "
             "nachlese-protect");
    return false;
}

/* True where an id is a question, score or gap, or empty. */
static bool is_known(const struct questionnaire *questionnaire, const char *id) {
    return id[0] == '\0' || questionnaire_question(questionnaire, id) != NULL ||
           questionnaire_score(questionnaire, id) != NULL ||
           questionnaire_gap(questionnaire, id) != NULL;
}

static bool questions_are_known(struct check *check) {
    for (size_t i = 0; i < check->results->count; i++) {
        check->place.item = check->results->rows[i].question;
        if (is_known(check->questionnaire, check->place.item))
            continue;
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "the questionnaire has no such question: take the one that these results were "
                 "made with",
                 "diese Frage steht nicht im Fragebogen: nehmen Sie den, mit dem die "
                 "Ergebnisse entstanden sind");
        return false;
    }
    check->place.item = NULL;
    return true;
}

/* The results say of no question that more answered it than answered at all. */
static bool bases_fit(struct check *check) {
    const struct result *accepted =
        results_find(check->results, "", "", "", STATISTIC_ROWS_ACCEPTED);
    if (accepted == NULL || !accepted->has_value) {
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "the row rows_accepted is missing: make the results anew",
                 "die Zeile rows_accepted fehlt: erzeugen Sie die Ergebnisse neu");
        return false;
    }
    for (size_t i = 0; i < check->results->count; i++) {
        const struct result *row = &check->results->rows[i];
        bool own_base =
            row->question[0] == '\0' || statistic_kind(row->statistic) == KIND_BOUNDS;
        if (own_base || !row->has_n || (double)row->n <= accepted->value)
            continue;
        check->place.item = row->question;
        diag_add(check->diag, DIAG_ERROR, &check->place,
                 "more answers to this question than answers at all: make the results anew",
                 "mehr Antworten auf diese Frage als Antworten überhaupt: erzeugen Sie die "
                 "Ergebnisse neu");
        return false;
    }
    return true;
}

/* The view of the table that a row by group belongs to shows counts, by this grouping or by its
 * coarser one. */
static bool view_shows(const struct results *results, const struct result *row) {
    struct table_view view = view_find(results, row->question, row->item, row->by);
    return view.view < VIEW_NOTHING &&
           view_is_coarse(view.view) == results_by_is_coarse(row->by);
}

/* Files of a time when the gate did not say so are refused, not guessed at. */
static bool views_are_known(struct check *check) {
    const struct result *last = NULL;
    for (size_t i = 0; i < check->results->count; i++) {
        const struct result *row = &check->results->rows[i];
        bool same = last != NULL && strcmp(last->question, row->question) == 0 &&
                    strcmp(last->item, row->item) == 0 && strcmp(last->by, row->by) == 0;
        if (row->question[0] == '\0' || row->by[0] == '\0' || row->level[0] == '\0' ||
            !row->has_value || same)
            continue;
        last = row;
        if (view_shows(check->results, row))
            continue;
        check->place.item = row->question;
        diag_add(
            check->diag, DIAG_ERROR, &check->place,
            "an older nachlese wrote this file, without the rows view for figures by "
            "group: run it again",
            "ein älteres nachlese hat diese Datei geschrieben, ohne die Zeilen view zu den "
            "Zahlen nach Gruppen: Lassen Sie es noch einmal laufen");
        return false;
    }
    return true;
}

struct results *published_read(const char *path, const struct questionnaire *questionnaire,
                               struct diag *diag) {
    struct results *results = results_read(path, diag);
    if (results == NULL)
        return NULL;
    struct check check = {results, questionnaire, diag, {.file = path}};
    if (passed_the_gate(&check) && questions_are_known(&check) && bases_fit(&check) &&
        views_are_known(&check))
        return results;
    results_free(results);
    return NULL;
}
