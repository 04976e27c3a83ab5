/* Texts of ours where a form system takes them for HTML. Nothing is allocated that stays. */
#ifndef FORM_SHOWN_TEXT_H
#define FORM_SHOWN_TEXT_H

#include "base/text.h"

/* Appends the text so that what looks like a tag or an entity is shown as it is; other signs
 * stay, so that exports have the text as it was. */
void shown_text_add(struct text *html, const char *string);

#endif
