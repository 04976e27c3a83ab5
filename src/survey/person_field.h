/* Whether a field of contact data, or a column that a form system adds, holds the name or the
 * e-mail address of a person: decided by what it is called. Nothing is allocated. */
#ifndef SURVEY_PERSON_FIELD_H
#define SURVEY_PERSON_FIELD_H

#include <stddef.h>

enum person_field {
    PERSON_UNKNOWN, /* nobody can tell: a contact field counts as a name then (P11) */
    PERSON_NAME,
    PERSON_EMAIL,
    PERSON_ELSE, /* a place, an organisation, a web site, a number: no name of a person */
    PERSON_FIELDS
};

/* What a field of that heading or id holds: "Ansprechperson", "E-Mail", "Name des Vereins",
 * "contact_name". The bytes must be valid UTF-8. */
enum person_field person_field_find(const char *bytes, size_t length);

#endif
