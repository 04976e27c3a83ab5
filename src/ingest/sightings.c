#include "ingest/sightings.h"

#include "base/language.h"

void sightings_add(struct sightings *sightings, size_t line) {
    if (sightings->count < SIGHTINGS_SHOWN)
        sightings->lines[sightings->count] = line;
    sightings->count++;
}

void sightings_describe(struct text *text, const struct sightings *sightings) {
    text_add(text, sightings->count == 1 ? language_pick("line", "Zeile")
                                         : language_pick("lines", "Zeilen"));
    for (size_t i = 0; i < sightings->count && i < SIGHTINGS_SHOWN; i++)
        text_add_format(text, "%s %zu", i > 0 ? "," : "", sightings->lines[i]);
    if (sightings->count > SIGHTINGS_SHOWN)
        text_add(text, ", ...");
}
