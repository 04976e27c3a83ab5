#include "form/draft_languages.h"

#include <string.h>

#include "base/text.h"

bool draft_choose_languages(struct draft *draft, const char *list) {
    static const char parting[] = ", ";
    draft->chosen_count = 0;
    if (list == NULL)
        return true;
    for (const char *at = list + strspn(list, parting); *at != '\0';) {
        size_t length = strcspn(at, parting);
        const char *language = arena_copy_bytes(draft->arena, at, length);
        if (draft->chosen_count == QUESTIONNAIRE_MAX_LANGUAGES ||
            (draft->chosen_count > 0 && draft_keeps_language(draft, language)))
            return false;
        draft->chosen[draft->chosen_count++] = language;
        at += length;
        at += strspn(at, parting);
    }
    return draft->chosen_count > 0;
}

bool draft_keeps_language(const struct draft *draft, const char *language) {
    for (size_t i = 0; i < draft->chosen_count; i++)
        if (strcmp(draft->chosen[i], language) == 0)
            return true;
    return draft->chosen_count == 0;
}

const char *draft_first_words(const struct draft *draft, const struct label *label) {
    for (size_t i = 0; draft->chosen_count > 0 && i < draft->language_count; i++)
        if (strcmp(draft->languages[i], draft->chosen[0]) == 0 && label->in[i] != NULL)
            return label->in[i];
    return label->in[0];
}

/* Where each chosen language stands in the labels that were read. */
struct selection {
    size_t count, from[QUESTIONNAIRE_MAX_LANGUAGES];
};

static void keep_label(struct label *label, const struct selection *selection) {
    struct label kept = {{NULL}};
    for (size_t i = 0; i < selection->count; i++)
        kept.in[i] = label->in[selection->from[i]];
    *label = kept;
}

static void keep_codes(struct draft_codes *codes, const struct selection *selection) {
    for (size_t i = 0; i < codes->count; i++)
        keep_label(&codes->codes[i].label, selection);
    keep_label(&codes->dk, selection);
}

static void keep_question(struct draft_question *question, const struct selection *selection) {
    keep_label(&question->text, selection);
    keep_label(&question->subject, selection);
    keep_label(&question->help, selection);
    keep_label(&question->heading, selection);
    keep_codes(&question->codes, selection);
    keep_codes(&question->rows, selection);
}

/* False after saying so. */
static bool select_languages(const struct draft *draft, const char *path,
                             struct selection *selection, struct diag *diag) {
    for (size_t i = 0; i < draft->chosen_count; i++) {
        struct text names = {0};
        size_t found = 0;
        while (found < draft->language_count &&
               strcmp(draft->languages[found], draft->chosen[i]) != 0)
            found++;
        selection->from[selection->count++] = found;
        if (found < draft->language_count)
            continue;
        for (size_t k = 0; k < draft->language_count; k++)
            text_add_format(&names, "%s%s", k > 0 ? " " : "", draft->languages[k]);
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = path},
                 "it has no texts in the language %s; there is: %s",
                 "sie hat keine Texte in der Sprache %s; es gibt: %s", draft->chosen[i],
                 text_string(&names));
        text_free(&names);
        return false;
    }
    return true;
}

bool draft_keep_languages(struct draft *draft, const char *path, struct diag *diag) {
    struct selection selection = {0};
    if (draft->chosen_count == 0)
        return true;
    if (!select_languages(draft, path, &selection, diag))
        return false;
    keep_label(&draft->title, &selection);
    keep_label(&draft->publisher, &selection);
    keep_label(&draft->contact, &selection);
    for (size_t i = 0; i < draft->section_count; i++)
        keep_label(&draft->sections[i]->title, &selection);
    for (size_t i = 0; i < draft->question_count; i++)
        keep_question(draft->questions[i], &selection);
    memcpy(draft->languages, draft->chosen, sizeof draft->languages);
    draft->language_count = selection.count;
    return true;
}
