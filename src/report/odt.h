/* The report as an OpenDocument text for a press office: named styles for headings, tables and
 * pictures, nothing laid out by hand. */
#ifndef REPORT_ODT_H
#define REPORT_ODT_H

#include <stdbool.h>

#include "base/diag.h"
#include "report/document.h"
#include "wording/voice.h"

struct odt_settings {
    const struct voice *voice;
    const char *language; /* "de" */
    const char *charts;   /* folder of ID.svg, beside which ID.png may be; NULL: none */
};

/* Appends the file of a document. Equal documents make equal bytes. False, with a message,
 * where a picture is not valid. */
bool odt_write(struct text *file, const struct document *document,
               const struct odt_settings *settings, struct diag *diag);

#endif
