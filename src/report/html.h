/* The report as one HTML page that needs nothing beside itself: no script, no request. It is
 * well-formed XML as well. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include <stdbool.h>

#include "base/diag.h"
#include "report/document.h"
#include "wording/voice.h"

struct html_settings {
    const struct voice *voice;
    const char *language; /* "de" */
    const char *charts;   /* folder of ID.svg; NULL: none */
};

/* Appends the page of a document. False, with a message, where a picture is not valid. */
bool html_write(struct text *html, const struct document *document,
                const struct html_settings *settings, struct diag *diag);

#endif
