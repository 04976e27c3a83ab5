/* The words of a language: a catalogue INI (questionnaire/wording/de.ini) with one phrase per
 * entry, checked when loaded against the table of all phrases (phrases.h). A catalogue owns its
 * strings and is freed as a whole. */
#ifndef WORDING_CATALOGUE_H
#define WORDING_CATALOGUE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/text.h"
#include "wording/phrases.h"

struct catalogue;

/* Reads and checks path: every phrase there and known, every placeholder known and none left
 * out. In a phrase {name} is a placeholder, ~ a no-break space and {thin} a narrow one. With
 * based_on = de in [catalogue] the phrases that it lacks are those of wording/de.ini
 * (base/resource.h). plural = pl names the rule (plural.h) by which its phrases have forms for
 * numbers: every form that the rule knows must be there. Where a phrase has a form for numbers
 * in this catalogue, and the base another rule, none of the base's is taken. Without plural the
 * rule is the base's, or that of German and English. Every fault goes to diag; NULL where there
 * was one. */
struct catalogue *catalogue_load(const char *path, struct diag *diag);
/* The same of the catalogue that comes along for the language, or of path unless that is NULL;
 * without plural the rule is the language's. A language for which none comes along is a fault,
 * and one without a known rule a warning. */
struct catalogue *catalogue_load_language(const char *language, const char *path,
                                          struct diag *diag);
/* True where a catalogue comes along for the language: only then can it have a report. */
bool catalogue_comes_along(const char *language);
/* NULL is fine. */
void catalogue_free(struct catalogue *catalogue);

/* The form that a number of at least 0 takes in the language of the phrase, which may be any of
 * its forms: its own one, else the one for every number. */
enum phrase catalogue_plural(const struct catalogue *catalogue, enum phrase phrase,
                             int64_t number);

/* The phrase as written, for phrases without placeholders. Lives as long as the catalogue. */
const char *catalogue_phrase(const struct catalogue *catalogue, enum phrase phrase);

/* Appends the phrase to result, filled from pairs of placeholder and value that end with NULL.
 * Values are taken as they are: a brace in them means nothing. Every placeholder of the phrase
 * must have a value. */
void catalogue_say_list(const struct catalogue *catalogue, struct text *result,
                        enum phrase phrase, va_list values);

#endif
