/* How XLSForms call languages: "Deutsch (de)". Strings live in the arena or for ever. */
#ifndef FORM_XLSFORM_LANGUAGE_H
#define FORM_XLSFORM_LANGUAGE_H

#include "base/arena.h"

/* The name of a language by its code. */
const char *xlsform_language_name(struct arena *arena, const char *code);
/* The code of a language by what stands behind "label::": in brackets, or known by its name in
 * the language itself or in English; else the name as it is. */
const char *xlsform_language_code(struct arena *arena, const char *name);

#endif
