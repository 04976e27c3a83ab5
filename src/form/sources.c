/* The kinds of --from, the surest signs first. */
#include "form/sources.h"

#include <string.h>

#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "form/from_export.h"
#include "form/limesurvey_text.h"
#include "form/limesurvey_xml.h"

static const struct form_source sources[] = {
    {"LimeSurvey (.lss)", limesurvey_xml_recognises, limesurvey_xml_read},
    {"LimeSurvey (.txt)", limesurvey_text_recognises, limesurvey_text_read},
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

static void say_unknown(const char *path, struct diag *diag) {
    struct text names = {0};
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

bool sources_read(const char *const *paths, size_t count, struct draft *draft,
                  struct diag *diag) {
    const struct form_source *source = find_source(paths[0]);
    if (source == NULL) {
        say_unknown(paths[0], diag);
        return false;
    }
    if (count > 1) {
        diag_add(diag, DIAG_ERROR, &(struct diag_place){.file = paths[1]},
                 "a questionnaire is drafted from one file",
                 "Ein Fragebogen wird aus einer Datei entworfen");
        return false;
    }
    draft->origin = origin(draft, paths[0], source->name);
    return source->read(draft, paths[0], diag);
}
