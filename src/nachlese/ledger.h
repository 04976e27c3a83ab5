/* The ledger: internal/releases.csv, what stands in a run's folder and what was sent of it. A
 * ledger owns all that hangs below it and is freed by ledger_free.
 *
 * release,what,name,value
 * ,key,,KEY                      by which records are digested
 * ,standing,,NUMBER              the release that is in public/ now
 * NUMBER,survey,,ID              begins a release
 * NUMBER,made,,DAY
 * NUMBER,simulated,,1            all of its answers are made up
 * NUMBER,figures,,DIGEST         of published.csv, without what is only about the export
 * NUMBER,shape,,DIGEST           which figures are there and which are hidden
 * NUMBER,cut,PART,DIGEST         by which groups, thresholds ... they were made
 * NUMBER,export,,DIGEST
 * NUMBER,sent,WHOM,DAY           also "verified" and "not_sent": the last of them counts
 * NUMBER,record,,DIGEST          of the coded answers of an accepted record; sorted
 * NUMBER,apart,,DIGEST           of a record's answer to a question that is apart; sorted
 * ,seal,,DIGEST                  keyed, of all above: the last line
 *
 * A passed check of a file that somebody hands in ("verified") counts as sent. */
#ifndef NACHLESE_LEDGER_H
#define NACHLESE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/digest.h"

/* What the figures depend on beside the answers, each with a digest of its own, so that it can
 * be said what changed. */
#define CUT_PARTS(X)                                                                           \
    X(QUESTIONS, "questions")                                                                  \
    X(GROUPS, "groups")                                                                        \
    X(THRESHOLDS, "thresholds")                                                                \
    X(SCORES, "scores")                                                                        \
    X(GAPS, "gaps")                                                                            \
    X(SETS, "sets")                                                                            \
    X(RECODES, "recodes")

#define CUT_PART_ROW(identifier, name) CUT_##identifier,
enum cut_part { CUT_PARTS(CUT_PART_ROW) CUT_PART_COUNT };
#undef CUT_PART_ROW

/* "questions" ... */
const char *cut_part_name(enum cut_part part);

/* The first half of a digest: among a million records none has that of another. */
enum { RECORD_DIGEST_SIZE = 33 };

struct release_record {
    char digest[RECORD_DIGEST_SIZE];
};

/* Digests in order. */
struct record_list {
    struct release_record *rows;
    size_t count;
};

enum release_event_kind { EVENT_SENT, EVENT_VERIFIED, EVENT_NOT_SENT, EVENT_KINDS };

struct release_event {
    enum release_event_kind kind;
    const char *whom; /* "" where not said */
    const char *day;
};

struct release {
    int64_t number; /* from 1, in the order in which they were made */
    const char *survey, *made;
    bool simulated;
    const char *figures, *shape;
    const char *cut[CUT_PART_COUNT];
    const char **exports;
    size_t export_count;
    struct release_event *events;
    size_t event_count;
    struct record_list records; /* of answers.csv */
    struct record_list apart;   /* of what is kept apart, see apart.h */
};

struct ledger {
    char key[DIGEST_SIZE];
    struct release *releases;
    size_t count;
    int64_t standing;    /* the number of that release; 0: none */
    struct arena *arena; /* for the strings of its releases */
};

/* One with a new key and no releases. */
struct ledger *ledger_new(void);
void ledger_free(struct ledger *ledger);
/* Reads it. A missing file is a new ledger; NULL after reporting to diag that it is damaged:
 * what it held against a release is then not known. */
struct ledger *ledger_read(const char *path, struct diag *diag);
/* Replaces path as a whole, mode 0600. */
void ledger_write(const struct ledger *ledger, const char *path);

/* The release of that number, or NULL. */
struct release *ledger_find(const struct ledger *ledger, int64_t number);
/* An empty release behind the others, with the next number; lives until the next is added. */
struct release *ledger_add(struct ledger *ledger);
/* Forgets a release. */
void ledger_drop(struct ledger *ledger, int64_t number);
/* Notes that it was sent, or was not, today. whom may be NULL. */
void ledger_note(struct ledger *ledger, struct release *release, enum release_event_kind kind,
                 const char *whom);

/* The event by which it counts as sent, or as not; NULL where nothing was ever said. */
const struct release_event *release_last_event(const struct release *release);
bool release_is_sent(const struct release *release);
/* Adds the first half of a digest at the end. */
void record_list_add(struct record_list *list, const char *digest, size_t *capacity);
/* Puts both lists in order, before they are compared or written. */
void release_sort(struct release *release);

/* How many digests only the later list has, and only the earlier: both must be in order. A
 * record whose answers changed is in both counts. */
struct release_distance {
    size_t added, removed;
};
struct release_distance record_list_compare(const struct record_list *earlier,
                                            const struct record_list *later);

#endif
