#include "wording/selected_sentence.h"

#include "wording/group_sentence.h"

const char *selected_sentence_name(const struct teller *teller, enum selected_state state) {
    return voice_quote(&teller->voice,
                       teller_code_label(teller, selected_label(&teller->facts, state)));
}

static const char *share_of(const struct teller *teller, const struct figure *figure) {
    return voice_share(&teller->voice, figure->count, figure->base);
}

const char *selected_sentence_fact(const struct teller *teller) {
    struct selected_figure size = selected_size(&teller->facts);
    const char *name = selected_sentence_name(teller, SELECTED_SHOWN);
    if (size.state == SELECTED_HIDDEN)
        return voice_say(&teller->voice, PHRASE_OWN_FACT_HIDDEN, "group", name, "why",
                         group_sentence_why(teller, size.figure.rule), NULL);
    if (size.state == SELECTED_NONE)
        return name;
    const char *share = share_of(teller, &size.figure);
    if (size.state == SELECTED_SHOWN)
        return voice_say(&teller->voice, PHRASE_OWN_FACT, "group", name, "share", share, NULL);
    return voice_say(&teller->voice, PHRASE_OWN_FACT_TOGETHER, "group", name, "together",
                     selected_sentence_name(teller, SELECTED_TOGETHER), "share", share, NULL);
}

bool selected_is_small(const struct teller *teller) {
    struct selected_figure size = selected_size(&teller->facts);
    return size.state != SELECTED_SHOWN || size.figure.count < ROUNDING_PERCENT_FROM;
}
