#include "survey/tick_words.h"

#include <string.h>

#include "base/utf8.h"

struct word {
    const char *word; /* folded */
    enum tick_class class;
};

/* What holds in any tick cell, whatever is in the others. 1 and 2 are what LimeSurvey's export
 * page offers instead of Y and N; NA is what R writes. */
static const struct word plain[] = {
    {"1", TICK_ONE},           {"0", TICK_ZERO},        {"2", TICK_TWO},
    {"y", TICK_YES},           {"n", TICK_NO},          {"x", TICK_YES},
    {"yes", TICK_YES},         {"no", TICK_NO}, /* Spanish and Italian, too */
    {"ja", TICK_YES},          {"nein", TICK_NO},       {"true", TICK_YES},
    {"false", TICK_NO},        {"wahr", TICK_YES},      {"falsch", TICK_NO},
    {"not selected", TICK_NO}, {"n/a", TICK_NOT_SHOWN}, {"na", TICK_NOT_SHOWN},
    {"null", TICK_NOT_SHOWN},
};

/* What is sure only where the question's other tick cells go with it. "nie" and "ne" are no in
 * Polish and Czech; a German option "nie" is known by its own name, which tick cells are asked
 * for first. */
static const struct word more[] = {
    /* signs */
    {"-", TICK_NO},
    {"✓", TICK_YES},
    {"✔", TICK_YES},
    {"☑", TICK_YES},
    {"☒", TICK_YES},
    {"☐", TICK_NO},
    /* REDCap, SurveyMonkey, panels */
    {"checked", TICK_YES},
    {"unchecked", TICK_NO},
    {"not checked", TICK_NO},
    {"ticked", TICK_YES},
    {"not ticked", TICK_NO},
    {"selected", TICK_YES},
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
    /* nothing was asked: LimeSurvey's export for VV */
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

static enum tick_class find(const struct word *words, size_t count, const char *form) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].word, form) == 0)
            return words[i].class;
    return TICK_OTHER;
}

enum tick_class tick_class_plain(const char *form) {
    return find(plain, sizeof plain / sizeof plain[0], form);
}

enum tick_class tick_class(const char *key) {
    enum tick_class class = tick_class_plain(key);
    return class != TICK_OTHER ? class : find(more, sizeof more / sizeof more[0], key);
}

/* By itself a digit is read as LimeSurvey writes it. */
static const enum tick_cell tick_cells[] = {
    [TICK_OTHER] = TICK_CELL_UNKNOWN,
    [TICK_YES] = TICK_CELL_TICKED,
    [TICK_NO] = TICK_CELL_EMPTY,
    [TICK_ZERO] = TICK_CELL_EMPTY,
    [TICK_ONE] = TICK_CELL_TICKED,
    [TICK_TWO] = TICK_CELL_EMPTY,
    [TICK_NOT_SHOWN] = TICK_CELL_NOT_SHOWN,
};

enum tick_cell tick_cell_word(const struct cell *cell) {
    struct text form = {0};
    utf8_comparison_form(&form, cell->bytes, cell->length, true);
    enum tick_cell tick = tick_cells[tick_class_plain(text_string(&form))];
    text_free(&form);
    return tick;
}
