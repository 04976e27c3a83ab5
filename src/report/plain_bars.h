/* Bars as lines of text, one block per answer as long as there are at most 60. */
#ifndef REPORT_PLAIN_BARS_H
#define REPORT_PLAIN_BARS_H

#include "base/text.h"
#include "report/bars.h"
#include "wording/voice.h"

/* Appends blocks, each label beside its bar where all fit, else above. Figures ("24 von 26")
 * form one column at the right. */
void plain_bars(struct text *text, const struct voice *voice, const struct bar_style *style,
                const struct bar_block *blocks, size_t count);

#endif
