#include "ingest/tick_words.h"

#include <string.h>

#include "base/utf8.h"

/* Folded. "nie" and "ne" are no in Polish and Czech; a German option "nie" is known by its own
 * name, which boxes are asked for first. */
static const struct {
    const char *word;
    enum tick_class class;
} words[] = {
    {"0", TICK_ZERO},
    {"1", TICK_ONE},
    {"2", TICK_TWO},
    /* LimeSurvey, R, and files written by hand */
    {"y", TICK_YES},
    {"n", TICK_NO},
    {"x", TICK_YES},
    {"-", TICK_NO},
    {"✓", TICK_YES},
    {"✔", TICK_YES},
    {"☑", TICK_YES},
    {"☒", TICK_YES},
    {"☐", TICK_NO},
    {"true", TICK_YES},
    {"false", TICK_NO},
    /* REDCap, SurveyMonkey, panels */
    {"checked", TICK_YES},
    {"unchecked", TICK_NO},
    {"not checked", TICK_NO},
    {"ticked", TICK_YES},
    {"not ticked", TICK_NO},
    {"selected", TICK_YES},
    {"not selected", TICK_NO},
    {"unselected", TICK_NO},
    {"mentioned", TICK_YES},
    {"not mentioned", TICK_NO},
    {"quoted", TICK_YES},
    {"not quoted", TICK_NO},
    {"ausgewählt", TICK_YES},
    {"nicht ausgewählt", TICK_NO},
    {"gewählt", TICK_YES},
    {"nicht gewählt", TICK_NO},
    {"angekreuzt", TICK_YES},
    {"nicht angekreuzt", TICK_NO},
    {"markiert", TICK_YES},
    {"nicht markiert", TICK_NO},
    {"genannt", TICK_YES},
    {"nicht genannt", TICK_NO},
    {"zutreffend", TICK_YES},
    {"nicht zutreffend", TICK_NO},
    {"trifft zu", TICK_YES},
    {"trifft nicht zu", TICK_NO},
    /* yes and no, true and false */
    {"yes", TICK_YES},
    {"no", TICK_NO}, /* Spanish and Italian, too */
    {"ja", TICK_YES},
    {"nein", TICK_NO},
    {"wahr", TICK_YES},
    {"falsch", TICK_NO},
    {"oui", TICK_YES},
    {"non", TICK_NO},
    {"vrai", TICK_YES},
    {"faux", TICK_NO},
    {"sí", TICK_YES},
    {"sì", TICK_YES},
    {"si", TICK_YES},
    {"verdadero", TICK_YES},
    {"vero", TICK_YES},
    {"falso", TICK_NO},
    {"seleccionado", TICK_YES},
    {"no seleccionado", TICK_NO},
    {"sim", TICK_YES},
    {"não", TICK_NO},
    {"tak", TICK_YES},
    {"nie", TICK_NO},
    {"prawda", TICK_YES},
    {"fałsz", TICK_NO},
    {"ano", TICK_YES},
    {"áno", TICK_YES},
    {"ne", TICK_NO},
    {"pravda", TICK_YES},
    {"nepravda", TICK_NO},
    {"igen", TICK_YES},
    {"nem", TICK_NO},
    {"nee", TICK_NO},
    {"nej", TICK_NO},
    {"да", TICK_YES},
    {"нет", TICK_NO},
    {"так", TICK_YES},
    {"ні", TICK_NO},
    /* nothing was asked: LimeSurvey, R, and LimeSurvey's export for VV */
    {"n/a", TICK_NOT_SHOWN},
    {"na", TICK_NOT_SHOWN},
    {"null", TICK_NOT_SHOWN},
    {"\\n", TICK_NOT_SHOWN},
    {"\"{question_not_shown}\"", TICK_NOT_SHOWN},
    {"{lbrace}question_not_shown}", TICK_NOT_SHOWN},
    {"{question_not_shown}", TICK_NOT_SHOWN},
};

/* The digits of a whole number with decimals that are all 0, or 0. */
static size_t whole_length(const char *bytes, size_t length) {
    size_t whole = 0;
    while (whole < length && bytes[whole] >= '0' && bytes[whole] <= '9')
        whole++;
    size_t at = whole + 1;
    if (whole == 0 || whole + 1 >= length || (bytes[whole] != '.' && bytes[whole] != ','))
        return 0;
    while (at < length && bytes[at] == '0')
        at++;
    return at == length ? whole : 0;
}

void tick_key(struct text *key, const char *bytes, size_t length) {
    size_t whole = whole_length(bytes, length);
    if (whole > 0)
        text_add_bytes(key, bytes, whole);
    else
        utf8_comparison_form(key, bytes, length, true);
}

enum tick_class tick_class(const char *key) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i].word, key) == 0)
            return words[i].class;
    return TICK_OTHER;
}
