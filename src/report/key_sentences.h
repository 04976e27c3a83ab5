/* What a question found, in words, at the beginning of its body. */
#ifndef REPORT_KEY_SENTENCES_H
#define REPORT_KEY_SENTENCES_H

#include "report/report.h"

/* The sentences of the question's first paragraph. */
void key_sentences_write(const struct report *report, const struct question *question);

#endif
