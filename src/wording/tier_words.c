#include "wording/tier_words.h"

const char *tier_open_in_words(const struct teller *teller, const struct items *sorted,
                               size_t shown, const struct tier_phrases *phrases) {
    struct tier tier = tier_of(&teller->facts, sorted);
    if (tier.leaders < 2 || tier_is_level(&tier, sorted))
        return "";
    if (!tier.known)
        return teller_phrase(teller, PHRASE_TIER_OPEN);
    if (shown == tier.leaders)
        return teller_phrase(teller, phrases->named);
    enum phrase phrase = tier.leaders == tier.count ? phrases->all : phrases->some;
    return voice_say(&teller->voice,
                     voice_plural(&teller->voice, phrase, (int64_t)tier.leaders), "leaders",
                     teller_whole(teller, (int64_t)tier.leaders), "count",
                     teller_whole(teller, (int64_t)tier.count), NULL);
}

const char *tier_open_beside(const struct teller *teller, const struct items *sorted,
                             size_t shown) {
    static const struct tier_phrases phrases = {PHRASE_TIER_NAMED, PHRASE_TIER_ALL,
                                                PHRASE_TIER_SOME};
    return tier_open_in_words(teller, sorted, shown, &phrases);
}

const char *tier_open(const struct teller *teller, const struct items *sorted) {
    return tier_open_beside(teller, sorted, tier_of(&teller->facts, sorted).named);
}
