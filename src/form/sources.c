/* The kinds of --from, the surest signs first. */
#include "form/sources.h"

#include <string.h>

#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "form/beside_export.h"
#include "form/draft_gather.h"
#include "form/draft_languages.h"
#include "form/draft_settle.h"
#include "form/from_export.h"
#include "form/limesurvey_text.h"
#include "form/limesurvey_xml.h"
#include "form/xlsform_draft.h"

static const struct form_source sources[] = {
    {"LimeSurvey (.lss)", limesurvey_xml_recognises, limesurvey_xml_read},
    {"LimeSurvey (.txt)", limesurvey_text_recognises, limesurvey_text_read},
    {"XLSForm (.xlsx)", xlsform_recognises, xlsform_read},
    {"export (.csv, .xlsx)", from_export_recognises, from_export}, /* must be the last */
    {NULL, NULL, NULL},                                            /* the end */
};

static const struct form_source *find_source(const char *path) {
    struct encoding_source *file = encoding_open(path);
    const struct form_source *found = NULL;
    size_t length;
    const char *bytes = encoding_peek(file, &length);
    for (size_t i = 0; sources[i].name != NULL && found == NULL; i++)
        if (sources[i].recognises(path, bytes, length))
            found = &sources[i];
    encoding_close(file);
    return found;
}

static bool is_empty(const char *path) {
    struct encoding_source *file = encoding_open(path);
    size_t length;
    encoding_peek(file, &length);
    encoding_close(file);
    return length == 0;
}

static void say_unknown(const char *path, struct diag *diag) {
    struct text names = {0};
    if (is_empty(path)) {
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = path},
                 "the file is empty: export it again",
                 "die Datei ist leer: bitte noch einmal exportieren");
        return;
    }
    for (size_t i = 0; sources[i].name != NULL; i++)
        text_add_format(&names, "%s%s", i > 0 ? ", " : "", sources[i].name);
    diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = path},
             "this is none of the files that a questionnaire can be drafted from: %s",
             "Das ist keine der Dateien, aus denen ein Fragebogen entworfen werden kann: %s",
             text_string(&names));
    text_free(&names);
}

/* The file's name and what it is, for the first line of the draft. */
static const char *origin(struct draft *draft, const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    const char *file = slash != NULL ? slash + 1 : path;
    if (!utf8_valid(file, strlen(file)))
        return name;
    const char *words = draft_words(draft, 0, arena_format(draft->arena, "%s, %s", file, name));
    return words != NULL ? words : name;
}

/* The file that the draft is made of: the one structure, or the one export. */
static const struct form_source *find_first(const char *const *paths, size_t count,
                                            size_t *first, struct diag *diag) {
    const struct form_source *found = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct form_source *source = find_source(paths[i]);
        bool beside = source != NULL && source->read == from_export && count > 1;
        if (source == NULL) {
            say_unknown(paths[i], diag);
            return NULL;
        }
        if (!beside && found != NULL) {
            diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = paths[i]},
                     "a questionnaire is drafted from one structure, and exports beside it",
                     "Ein Fragebogen wird aus einem Aufbau entworfen, mit Exporten daneben");
            return NULL;
        }
        if (!beside) {
            found = source;
            *first = i;
        }
    }
    if (found == NULL)
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = paths[1]},
                 "from exports alone, a questionnaire is drafted from one of them",
                 "aus Exporten allein wird ein Fragebogen aus einem davon entworfen");
    return found;
}

/* False after saying that nothing in it can be a question here. */
static bool has_questions(const struct draft *draft, const char *path, struct diag *diag) {
    if (draft->question_count == 0)
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = path},
                 "no question is in this file", "In dieser Datei steht keine Frage");
    return draft->question_count > 0;
}

bool sources_read(const char *const *paths, size_t count, struct draft *draft,
                  struct diag *diag) {
    size_t first = 0;
    const struct form_source *source = find_first(paths, count, &first, diag);
    if (source == NULL)
        return false;
    draft->origin = origin(draft, paths[first], source->name);
    if (!source->read(draft, paths[first], diag) || !has_questions(draft, paths[first], diag) ||
        !draft_keep_languages(draft, paths[first], diag))
        return false;
    draft_settle(draft);
    for (size_t i = 0; i < count; i++)
        if (i != first && !beside_export(draft, paths[i], diag))
            return false;
    draft_gather(draft);
    return true;
}
