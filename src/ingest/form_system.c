#include "ingest/form_system.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* SoSci Survey writes its own in capitals, and nobody else does. A single one may be a column
 * of somebody's own; LimeSurvey's "lastpage" is in both, but for the capitals. */
enum { FEWEST_SOSCI = 2 };

static const char *const sosci[] = {"CASE",     "SERIAL",   "REF",      "QUESTNNR",
                                    "MODE",     "STARTED",  "LASTDATA", "FINISHED",
                                    "Q_VIEWER", "MAXPAGE",  "MAILSENT", "MISSING",
                                    "MISSREL",  "TIME_SUM", "TIME_RSI", "DEG_TIME"};

/* Folded. */
static const char *const limesurvey[] = {"submitdate",    "date submitted", "datum abgeschickt",
                                         "startlanguage", "start language", "start-sprache",
                                         "lastpage",      "last page",      "letzte seite"};

static bool is_among(const char *const *words, size_t count, const char *word) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static bool is_of_sosci(const struct column *column) {
    enum { LONGEST = 16 };
    char title[LONGEST + 1] = "";
    if (column->title_length > LONGEST)
        return false;
    memcpy(title, column->title, column->title_length);
    return strcmp(title, "LASTPAGE") == 0 ||
           is_among(sosci, sizeof sosci / sizeof sosci[0], title);
}

static bool is_of_limesurvey(const struct column *column) {
    struct text form = {0};
    utf8_comparison_form(&form, column->title, column->title_length, true);
    bool found =
        is_among(limesurvey, sizeof limesurvey / sizeof limesurvey[0], text_string(&form));
    text_free(&form);
    return found;
}

enum form_system form_system_find(const struct binding *binding) {
    size_t of_sosci = 0, of_limesurvey = 0;
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        if (column->heading.question != NULL)
            continue;
        if (is_of_sosci(column))
            of_sosci++;
        else if (is_of_limesurvey(column))
            of_limesurvey++;
    }
    if (of_sosci >= FEWEST_SOSCI && of_limesurvey == 0)
        return SYSTEM_SOSCI;
    return of_sosci == 0 && of_limesurvey > 0 ? SYSTEM_LIMESURVEY : SYSTEM_UNKNOWN;
}
