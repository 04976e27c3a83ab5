/* The parts of an OpenDocument text that are the same in every report, but for its title and
 * language. */
#ifndef REPORT_ODT_STYLE_H
#define REPORT_ODT_STYLE_H

#include "base/text.h"

/* Tables with up to so many columns of values have styles "Label3" and "Values3"; a wider one
 * has those of the last. */
enum { ODT_COLUMN_STYLES = 24 };

/* Appends the attributes that declare the namespaces. */
void odt_namespaces(struct text *xml);

/* Appends styles.xml: paper, named styles, a footer with the title and the page. */
void odt_styles(struct text *xml, const char *title, const char *language);

/* Appends what content.xml defines before its text: the styles of cells, lists and pictures. */
void odt_automatic_styles(struct text *xml);

#endif
