/* Reads a questionnaire: all faults of one file in one run. */
#ifndef SURVEY_QUESTIONNAIRE_READ_H
#define SURVEY_QUESTIONNAIRE_READ_H

#include "base/diag.h"
#include "survey/ini.h"
#include "survey/questionnaire.h"

/* Reads and checks path; every fault goes to diag. NULL where there was an error (then all
 * faults were reported). A draft is one: nobody has confirmed what a program guessed. */
struct questionnaire *questionnaire_load(const char *path, struct diag *diag);
/* The same of a file that was read already, a draft too; ini must outlive the questionnaire. */
struct questionnaire *questionnaire_of_ini(const struct ini *ini, struct diag *diag);

#endif
