/* LimeSurvey's survey structure in XML (.lss), of all versions from 2 on. */
#ifndef FORM_LIMESURVEY_XML_H
#define FORM_LIMESURVEY_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "form/draft.h"

/* True where the beginning names it. */
bool limesurvey_xml_recognises(const char *path, const char *bytes, size_t length);

/* Reads the file into an empty draft. Up to version 3 a row is a text in one language, from 4
 * on the texts have tables of their own; both are read. False after saying why. */
bool limesurvey_xml_read(struct draft *draft, const char *path, struct diag *diag);

#endif
