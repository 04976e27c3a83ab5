/* The classes of a number question's histogram in words. Strings live as those of a teller. */
#ifndef WORDING_CLASS_WORDS_H
#define WORDING_CLASS_WORDS_H

#include "findings/classes.h"
#include "wording/teller.h"

/* "5 bis 9" of whole numbers, of others "2,5 bis unter 5"; of open classes "unter 5", "20 und
 * mehr". */
const char *class_label(const struct teller *teller, const struct question *question,
                        const struct number_class *class);

#endif
