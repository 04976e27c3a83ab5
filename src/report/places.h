/* Where a report says more about something: the sheets of anchors. */
#ifndef REPORT_PLACES_H
#define REPORT_PLACES_H

#include <stdbool.h>

#include "report/document.h"
#include "wording/voice.h"

/* "(Seite 2)", "(Seiten 2 und 4)": the sheets that have one of the anchors, which are separated
 * by blanks; each sheet once. "" where there are none. With guess, for a report that is not
 * complete yet, anchors that are nowhere are taken to be on the second sheet, so that the
 * string is about as long as it will be. Lives as long as the voice's arena. */
const char *places_say(const struct document *document, const struct voice *voice,
                       const char *anchors, bool guess);

/* The first of the anchors that is in the document, or "". Lives likewise. */
const char *places_first(const struct document *document, const struct voice *voice,
                         const char *anchors);

#endif
