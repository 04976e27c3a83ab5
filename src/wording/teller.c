#include "wording/teller.h"

#include <string.h>

#include "base/number.h"
#include "findings/figures.h"
#include "wording/typography.h"

void teller_prepare(struct teller *teller, struct arena *arena) {
    teller->voice.arena = arena;
    teller->facts.arena = arena;
    facts_prepare(&teller->facts);
}

const char *teller_label(const struct teller *teller, const struct label *label) {
    const char *string = label->in[teller->facts.language];
    if (string == NULL)
        return "";
    if (strpbrk(string, "\t\n") == NULL)
        return typography_bind(&teller->voice, string);
    char *copy = arena_copy(teller->voice.arena, string);
    for (char *next = strpbrk(copy, "\t\n"); next != NULL; next = strpbrk(next, "\t\n"))
        *next = ' ';
    return typography_bind(&teller->voice, copy);
}

/* A label of three words and more, the last of them no abbreviation ("e. V."), is a sentence.
 */
enum { LEAST_WORDS = 3, LEAST_LAST_WORD = 2 };

static bool is_sentence(const char *string, size_t length) {
    size_t words = 1, last = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        bool border = string[i] == ' ' || string[i] == '.';
        words += string[i] == ' ';
        last = border ? 0 : last + 1;
    }
    return length > 0 && string[length - 1] == '.' && words >= LEAST_WORDS &&
           last >= LEAST_LAST_WORD;
}

const char *teller_code_label(const struct teller *teller, const struct label *label) {
    const char *string = teller_label(teller, label);
    size_t length = strlen(string);
    return is_sentence(string, length)
               ? arena_copy_bytes(teller->voice.arena, string, length - 1)
               : string;
}

const char *teller_code_labels(const struct teller *teller, const struct code *codes,
                               const size_t *positions, size_t count) {
    const struct voice *voice = &teller->voice;
    const char **names = arena_allocate(voice->arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = voice_quote(voice, teller_code_label(teller, &codes[positions[i]].label));
    return voice_list(voice, names, count);
}

const char *teller_phrase(const struct teller *teller, enum phrase phrase) {
    return catalogue_phrase(teller->voice.catalogue, phrase);
}

const char *teller_whole(const struct teller *teller, int64_t value) {
    return voice_whole(&teller->voice, value);
}

const char *teller_why(const struct teller *teller, const char *rule) {
    static const enum phrase phrases[PRIVACY_RULES] = {
        [RULE_NONE] = PHRASE_HIDDEN_OTHER, [RULE_P1] = PHRASE_HIDDEN_P1,
        [RULE_P2] = PHRASE_HIDDEN_OTHER,   [RULE_P3] = PHRASE_HIDDEN_OTHER,
        [RULE_P5] = PHRASE_HIDDEN_OTHER,   [RULE_P6] = PHRASE_HIDDEN_P6,
        [RULE_P7] = PHRASE_HIDDEN_P7,      [RULE_P18] = PHRASE_HIDDEN_P18,
        [RULE_P19] = PHRASE_HIDDEN_P19,    [RULE_P20] = PHRASE_HIDDEN_P20,
        [RULE_P12] = PHRASE_HIDDEN_OTHER,  [RULE_P21] = PHRASE_HIDDEN_P21,
    };
    return voice_say(&teller->voice, phrases[privacy_rule_named(rule)], "report",
                     teller_whole(teller, teller->facts.min_report), "cell",
                     teller_whole(teller, teller->facts.min_cell), NULL);
}

const char *teller_simulated(const struct teller *teller) {
    if (teller->facts.simulated <= 0)
        return "";
    /* How many of them were read is no number of the report: where all are made up it would
     * stand beside the smaller one of those that are evaluated. */
    if (teller->facts.simulated ==
        figure_whole(teller->facts.results, "", "", "", STATISTIC_ROWS_READ))
        return teller_phrase(teller, PHRASE_SIMULATED_ALL);
    return voice_say(
        &teller->voice,
        voice_plural(&teller->voice, PHRASE_SIMULATED_MARK_ONE, teller->facts.simulated),
        "count", teller_whole(teller, teller->facts.simulated), NULL);
}
