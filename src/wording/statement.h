/* What the report says of one topic: a question, one of its rows or options, a gap, questions
 * about the same items (together), or about several times (trend). Of published figures only;
 * both sides, the majority first; counts first. A topic of a list on page one (TOPIC_GLANCE) is
 * said as the question or gap that it lists, or as its parts, in order. Strings and arrays live
 * as those of a teller. */
#ifndef WORDING_STATEMENT_H
#define WORDING_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "wording/teller.h"

/* What a topic is about, in the order in which findings are chosen where the organiser chose
 * none. */
enum statement_class {
    STATEMENT_UNMET,  /* what is important and is not got: a gap */
    STATEMENT_CHANGE, /* a list that names who decides, or questions about one list together */
    STATEMENT_EXCHANGE, /* offers and seeks */
    STATEMENT_MAJORITY, /* anything else of which more than half said one thing */
    STATEMENT_OTHER
};

/* True where something of it is published that can be said. */
bool statement_exists(const struct teller *teller, const struct topic *topic);

/* Its heading in the survey's words: the title of a gap, together, trend or list; of a question
 * its subject, of an item the subject of its question. */
const char *statement_title(const struct teller *teller, const struct topic *topic);

/* One to three sentences, the message first; it is also the title of the picture, and what may
 * be cited. None where nothing exists. */
struct sentences statement_of(const struct teller *teller, const struct topic *topic);

/* The same for a place where its title does not stand over it: with its own noun, "Häufigkeit
 * eines Treffens: ..." */
struct sentences statement_alone(const struct teller *teller, const struct topic *topic);

/* What those who were invited and did not answer could change, for the topics of one page, in
 * one paragraph: "Die Mehrheit der 41 zählt ..., wie auch immer die Fehlenden denken." "" where
 * the number of invited is not known, or there is nothing to say. */
const char *statement_missing(const struct teller *teller, const struct topic *const *topics,
                              size_t count);

enum statement_class statement_class_of(const struct teller *teller, const struct topic *topic);

/* The largest published share that one of its sentences tells; absent where there is none. */
struct figure statement_majority(const struct teller *teller, const struct topic *topic);

#endif
