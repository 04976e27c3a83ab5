#include "wording/tier_words.h"

#include "wording/item_words.h"

/* True where those that are named are all that can be first, and level: their order is not
 * open. */
static bool is_level(const struct items *sorted, const struct tier *tier) {
    return tier->named == tier->leaders && items_tied(sorted, 0) >= tier->named;
}

const char *tier_leaders(const struct teller *teller, const struct items *sorted,
                         enum phrase one, enum phrase front) {
    struct tier tier = tier_of(&teller->facts, sorted);
    size_t used;
    if (tier.leaders == 1 || is_level(sorted, &tier))
        return items_sentence(teller, sorted, 0, one, &used);
    return voice_say(&teller->voice, front, "labels",
                     items_names(teller, sorted, 0, tier.named), "shares",
                     items_shares(teller, sorted, 0, tier.named), NULL);
}

const char *tier_open(const struct teller *teller, const struct items *sorted) {
    return tier_open_beside(teller, sorted, tier_of(&teller->facts, sorted).named);
}

const char *tier_open_beside(const struct teller *teller, const struct items *sorted,
                             size_t shown) {
    struct tier tier = tier_of(&teller->facts, sorted);
    if (tier.leaders < 2 || is_level(sorted, &tier))
        return "";
    if (!tier.known)
        return teller_phrase(teller, PHRASE_TIER_OPEN);
    if (shown == tier.leaders)
        return teller_phrase(teller, PHRASE_TIER_NAMED);
    enum phrase phrase = tier.leaders == tier.count ? PHRASE_TIER_ALL : PHRASE_TIER_SOME;
    return voice_say(&teller->voice,
                     voice_plural(&teller->voice, phrase, (int64_t)tier.leaders), "leaders",
                     teller_whole(teller, (int64_t)tier.leaders), "count",
                     teller_whole(teller, (int64_t)tier.count), NULL);
}

const char *tier_with_open(const struct teller *teller, const struct items *sorted,
                           const char *sentence) {
    const char *open = tier_open(teller, sorted);
    return open[0] == '\0' ? sentence
                           : arena_format(teller->voice.arena, "%s %s", sentence, open);
}
