/* In which language the headings of an export are written. */
#ifndef FORM_EXPORT_LANGUAGE_H
#define FORM_EXPORT_LANGUAGE_H

#include <stdbool.h>

#include "form/export_table.h"

/* German, or else English, by the small words of the headings; where they tell nothing, the
 * language of the environment. */
bool export_language_is_german(const struct export_table *table);

#endif
