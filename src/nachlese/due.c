#include "nachlese/due.h"

#include <stdio.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/text.h"
#include "nachlese/contents.h"

bool due_say(const struct questionnaire *questionnaire, const struct run_options *options,
             enum deletion deletion) {
    if (!deletion_is_due(questionnaire, deletion))
        return false;
    struct diag *diag = diag_new(stderr);
    for (size_t i = 0; i < contents_count; i++) {
        struct text path = {0};
        text_add_format(&path, "%s/%s/%s", options->directory, contents[i].part,
                        contents[i].name);
        if ((int)contents[i].until == (int)deletion && access(text_string(&path), F_OK) == 0)
            deletion_say(questionnaire, deletion, text_string(&path), diag);
        text_free(&path);
    }
    bool due = diag_count(diag, DIAG_ERROR) > 0;
    diag_free(diag);
    return due;
}
