/* The kinds of --to, in the order in which help and man page name them. */
#include "form/kinds.h"

#include <string.h>

#include "form/codebook.h"

static const struct form_kind kinds[] = {
    {"codebook", "what every code means, as a table", "was jeder Code bedeutet, als Tabelle",
     codebook_write},
};

enum { FORM_KIND_COUNT = sizeof kinds / sizeof kinds[0] };

const struct form_kind *form_kind_of(const char *name) {
    for (size_t i = 0; i < FORM_KIND_COUNT; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

void form_kind_names(struct text *result) {
    for (size_t i = 0; i < FORM_KIND_COUNT; i++)
        text_add_format(result, "%s%s", i > 0 ? ", " : "", kinds[i].name);
}
