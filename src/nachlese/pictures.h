/* What the driver itself has to know of gnuplot, which nachlese-charts alone starts. */
#ifndef NACHLESE_PICTURES_H
#define NACHLESE_PICTURES_H

#include <stdbool.h>

/* True where gnuplot is installed. Without it there are reports without pictures; any other
 * failure of theirs is one of the run. */
bool pictures_can_be_drawn(void);

/* Says on standard error what their failure means for the run's folder, and the cure. */
void pictures_say_failure(const char *directory);

#endif
