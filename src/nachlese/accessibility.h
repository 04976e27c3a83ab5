/* The file in public/ that says which of the others is for whom, what was checked with what,
 * and what was not: from the files of this run, in the first language of the questionnaire. */
#ifndef NACHLESE_ACCESSIBILITY_H
#define NACHLESE_ACCESSIBILITY_H

#include "base/arena.h"
#include "survey/questionnaire.h"

/* Writes it into built/public. pdf_maker is the name of the program that made the PDFs; NULL
 * where there are none. Strings are made in the arena. Faults end the program with
 * EXIT_CANNOT_CREATE or EXIT_IO. */
void accessibility_write(const char *built, const struct questionnaire *questionnaire,
                         const char *pdf_maker, struct arena *arena);

#endif
