/* In which way a form is written: for one language of the questionnaire, as text or as a page.
 */
#ifndef FORM_MANNER_H
#define FORM_MANNER_H

#include <stdbool.h>
#include <stddef.h>

struct manner {
    size_t language; /* index in questionnaire.languages */
    bool html;       /* a page to print; else text of 72 columns */
};

#endif
