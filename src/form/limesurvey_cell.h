/* Texts and cells of LimeSurvey's tab-separated structure. Its texts are HTML with expressions
 * in braces; its import has traps of its own. Nothing is allocated that stays. */
#ifndef FORM_LIMESURVEY_CELL_H
#define FORM_LIMESURVEY_CELL_H

#include <stdio.h>

#include "base/text.h"

/* Appends a text of ours so that LimeSurvey shows it as it is: no tag, entity or expression. */
void limesurvey_add_text(struct text *html, const char *string);

/* Writes one cell, without the tab behind it, so that the import has the same string: quoted
 * where it needs to be, and once more where it begins and ends with quotes; signs that cut
 * rows or cells are blanks, and a backslash before a quote is an entity. */
void limesurvey_write_cell(FILE *stream, const char *string);

#endif
