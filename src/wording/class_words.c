#include "wording/class_words.h"

/* Without trailing zeros: 2,5 and 10. */
static const char *scaled(const struct voice *voice, int64_t value, int decimals) {
    struct rounded rounded = {value, decimals};
    while (rounded.decimals > 0 && rounded.value % 10 == 0) {
        rounded.value /= 10;
        rounded.decimals--;
    }
    return voice_rounded(voice, rounded);
}

/* Whole numbers are named from first to last: "5 bis 9", "5". */
static const char *label_of(const struct voice *voice, const struct number_class *class,
                            int decimals) {
    bool whole = decimals == 0;
    if (class->open_low)
        return voice_say(voice, PHRASE_AMOUNT_CLASS_TO, "high",
                         scaled(voice, class->high, decimals), NULL);
    if (class->open_high)
        return voice_say(voice, PHRASE_AMOUNT_CLASS_FROM, "low",
                         scaled(voice, class->low, decimals), NULL);
    int64_t high = whole && !class->closed ? class->high - 1 : class->high;
    const char *low = scaled(voice, class->low, decimals);
    if (class->low == high)
        return low;
    enum phrase phrase =
        whole || class->closed ? PHRASE_AMOUNT_CLASS : PHRASE_AMOUNT_CLASS_BELOW;
    return voice_say(voice, phrase, "low", low, "high", scaled(voice, high, decimals), NULL);
}

const char *class_label(const struct teller *teller, const struct question *question,
                        const struct number_class *class) {
    return label_of(&teller->voice, class, question->decimals);
}
