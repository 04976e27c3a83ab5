#include "nachlese/releases.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "nachlese/apart.h"

struct releases *releases_open(const char *directory) {
    struct text path = {0};
    struct diag *diag = diag_new(stderr);
    text_add_format(&path, "%s/internal/releases.csv", directory);
    struct ledger *ledger = ledger_read(text_string(&path), diag);
    text_free(&path);
    diag_free(diag);
    if (ledger == NULL)
        return NULL;
    struct releases *releases = memory_allocate(1, sizeof *releases);
    releases->ledger = ledger;
    return releases;
}

void releases_close(struct releases *releases) {
    if (releases == NULL)
        return;
    ledger_free(releases->ledger);
    free(releases);
}

/* --- judging --- */

static const char *list_cut(const struct release *earlier, const struct release *later,
                            struct arena *arena) {
    const char *list = "";
    for (enum cut_part part = 0; part < CUT_PART_COUNT; part++)
        if (strcmp(earlier->cut[part], later->cut[part]) != 0)
            list = arena_format(arena, "%s%s%s", list, list[0] != '\0' ? ", " : "",
                                cut_part_name(part));
    return list;
}

static bool is_same(struct release_distance distance) {
    return distance.added == 0 && distance.removed == 0;
}

/* What can be said without looking at the added records; RELEASES_ADDED: they decide. */
static enum releases_reason compare_outside(const struct release *earlier,
                                            const struct release *later,
                                            const struct releases_finding *finding) {
    if (strcmp(earlier->figures, later->figures) == 0)
        return RELEASES_FINE;
    if (is_same(finding->distance) && is_same(finding->apart))
        return RELEASES_OTHER_FIGURES;
    if (finding->cut[0] != '\0')
        return RELEASES_OTHER_CUT;
    if (finding->distance.removed > 0 || finding->apart.removed > 0)
        return RELEASES_REMOVED;
    return strcmp(earlier->shape, later->shape) != 0 ? RELEASES_OTHER_SHAPE : RELEASES_ADDED;
}

static bool judge_added(struct releases *releases, const struct fingerprint_source *source,
                        const struct release *later, struct releases_finding *finding,
                        struct diag *diag) {
    int8_t *answers = NULL;
    size_t count = 0;
    bool apart_is_safe = false;
    const struct release *earlier = ledger_find(releases->ledger, finding->earlier);
    bool fine =
        fingerprint_added(source, releases->ledger, earlier, later, &answers, &count, diag) &&
        apart_judge(source->apart, releases->ledger->key, earlier, later, source->questionnaire,
                    &apart_is_safe, diag);
    finding->added =
        difference_judge(&(struct difference){.questionnaire = source->questionnaire,
                                              .published = source->published,
                                              .answers = answers,
                                              .count = count});
    /* Its rows may be freed before the finding is told. */
    finding->added.question = arena_copy(releases->ledger->arena, finding->added.question);
    if (finding->added.reason == DIFFERENCE_SAFE)
        finding->reason = apart_is_safe ? RELEASES_FINE : RELEASES_APART;
    free(answers);
    return fine;
}

static bool compare(struct releases *releases, const struct fingerprint_source *source,
                    const struct release *earlier, struct releases_finding *finding,
                    struct diag *diag) {
    const struct release *later = ledger_find(releases->ledger, releases->made);
    *finding = (struct releases_finding){
        .earlier = earlier->number,
        .distance = record_list_compare(&earlier->records, &later->records),
        .apart = record_list_compare(&earlier->apart, &later->apart),
        .cut = list_cut(earlier, later, releases->ledger->arena),
    };
    finding->reason = compare_outside(earlier, later, finding);
    return finding->reason != RELEASES_ADDED ||
           judge_added(releases, source, later, finding, diag);
}

/* Made-up answers are nobody's, and where one of the two has no figures nothing is subtracted.
 */
static bool can_be_subtracted(const struct release *earlier, const struct release *later) {
    return earlier->number != later->number && strcmp(earlier->survey, later->survey) == 0 &&
           !earlier->simulated && !later->simulated && fingerprint_has_figures(earlier) &&
           fingerprint_has_figures(later);
}

/* The figures that were sent stay where what is missing was withdrawn, and nothing else
 * changed: then they are what the release in public/ says. */
static bool may_keep(const struct releases *releases, const struct releases_finding *finding) {
    return finding->earlier == releases->ledger->standing &&
           finding->reason == RELEASES_REMOVED && finding->distance.added == 0 &&
           finding->apart.added == 0 && finding->distance.removed > 0 &&
           finding->distance.removed <= releases->withdrawn;
}

static bool weigh_sent(struct releases *releases, const struct fingerprint_source *source,
                       struct diag *diag) {
    const struct ledger *ledger = releases->ledger;
    const struct release *later = ledger_find(ledger, releases->made);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct release *earlier = &ledger->releases[i];
        struct releases_finding finding;
        if (!release_is_sent(earlier) || !can_be_subtracted(earlier, later))
            continue;
        if (!compare(releases, source, earlier, &finding, diag))
            return false;
        if (finding.reason == RELEASES_FINE)
            continue;
        bool keeps = may_keep(releases, &finding);
        if (releases->verdict == RELEASES_GO || keeps)
            releases->against = finding;
        if (releases->verdict != RELEASES_KEEP)
            releases->verdict = keeps ? RELEASES_KEEP : RELEASES_REFUSE;
    }
    return true;
}

static bool weigh_standing(struct releases *releases, const struct fingerprint_source *source,
                           struct diag *diag) {
    const struct release *stood = ledger_find(releases->ledger, releases->ledger->standing);
    const struct release *later = ledger_find(releases->ledger, releases->made);
    return stood == NULL || release_last_event(stood) != NULL ||
           !can_be_subtracted(stood, later) ||
           compare(releases, source, stood, &releases->stood, diag);
}

bool releases_weigh(struct releases *releases, const struct fingerprint_source *source,
                    size_t withdrawn, struct diag *diag) {
    struct release *made = ledger_add(releases->ledger);
    releases->made = made->number;
    releases->withdrawn = withdrawn;
    return fingerprint_take(source, releases->ledger, made, diag) &&
           weigh_sent(releases, source, diag) && weigh_standing(releases, source, diag);
}

/* --- keeping the ledger --- */

/* The release that has the same answers and figures as the new one already; 0: none. */
static int64_t find_same(const struct releases *releases) {
    const struct ledger *ledger = releases->ledger;
    const struct release *made = ledger_find(ledger, releases->made);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct release *release = &ledger->releases[i];
        if (release->number != made->number && strcmp(release->survey, made->survey) == 0 &&
            strcmp(release->figures, made->figures) == 0 &&
            release->simulated == made->simulated &&
            is_same(record_list_compare(&release->records, &made->records)) &&
            is_same(record_list_compare(&release->apart, &made->apart)))
            return release->number;
    }
    return 0;
}

/* Of those that were not sent only the one that stood before is kept: it may turn out that it
 * was. */
static void forget_unsent(struct ledger *ledger, int64_t stood) {
    for (size_t i = ledger->count; i-- > 0;) {
        const struct release *release = &ledger->releases[i];
        if (release->number != ledger->standing && !release_is_sent(release) &&
            (release->number != stood || release_last_event(release) != NULL))
            ledger_drop(ledger, release->number);
    }
}

void releases_write(struct releases *releases, const char *path) {
    struct ledger *ledger = releases->ledger;
    int64_t stood = ledger->standing, same = find_same(releases);
    if (releases->verdict == RELEASES_KEEP)
        same = stood;
    if (same != 0)
        ledger_drop(ledger, releases->made);
    ledger->standing = same != 0 ? same : releases->made;
    forget_unsent(ledger, stood);
    ledger_write(ledger, path);
}

/* --- saying --- */

void releases_describe_distance(struct text *text, struct release_distance distance) {
    text_add_format(text,
                    language_pick("records added: %zu, missing: %zu (a changed one is in both)",
                                  "Datensätze dazugekommen: %zu, weggefallen: %zu (ein "
                                  "geänderter zählt in beiden)"),
                    distance.added, distance.removed);
}

void releases_describe(struct text *text, const struct release *release) {
    const struct release_event *event = release_last_event(release);
    text_add_format(text,
                    language_pick("release %" PRId64 ", made on %s, answers: %zu",
                                  "Ausgabe %" PRId64 " vom %s, Antworten: %zu"),
                    release->number, release->made, release->records.count);
    if (event == NULL || event->kind == EVENT_NOT_SENT)
        return;
    text_add_format(text,
                    event->kind == EVENT_VERIFIED
                        ? language_pick(", handed in again on %s", ", wieder vorgelegt am %s")
                        : language_pick(", sent on %s", ", weitergegeben am %s"),
                    event->day);
    if (event->whom[0] != '\0')
        text_add_format(text, language_pick(" to %s", " an %s"), event->whom);
}

static const char *const reasons[][2] = {
    [RELEASES_FINE] = {"", ""},
    [RELEASES_OTHER_FIGURES] =
        {"the same answers give other figures: both together tell more than each",
         "dieselben Antworten ergeben andere Zahlen: Beide zusammen verraten mehr als jede "
         "allein"},
    [RELEASES_OTHER_CUT] = {"the answers are others and the questionnaire groups or protects "
                            "them in another way",
                            "die Antworten sind andere, und der Fragebogen gruppiert oder "
                            "schützt sie anders"},
    [RELEASES_REMOVED] = {"answers that are in it are missing now, or were changed; what they "
                          "were is not known any more",
                          "Antworten, die darin stehen, fehlen jetzt oder wurden geändert; "
                          "welche es waren, ist nicht mehr bekannt"},
    [RELEASES_APART] = {"of the added, fewer than min_report or min_cell gave an answer that "
                        "is kept in exchange.csv",
                        "weniger als min_report oder min_cell der neuen gaben eine Antwort, "
                        "die in exchange.csv steht"},
    [RELEASES_OTHER_SHAPE] = {"other figures are hidden than then, and that tells why",
                              "es sind andere Zahlen verborgen als damals, und das verrät, "
                              "warum"},
};

static const char *const added_reasons[DIFFERENCE_REASONS][2] = {
    [DIFFERENCE_SAFE] = {"", ""},
    [DIFFERENCE_FEW_RECORDS] = {"fewer than min_report were added",
                                "es sind weniger als min_report dazugekommen"},
    [DIFFERENCE_GROUPINGS] = {"there are tables by several groupings, and fewer than 100 were "
                              "added",
                              "es gibt Tabellen nach mehreren Gruppierungen, und weniger als "
                              "100 sind dazugekommen"},
    [DIFFERENCE_SMALL_GROUP] = {"a group has fewer than min_group of the added",
                                "in einer Gruppe sind weniger als min_group der neuen"},
    [DIFFERENCE_FEW_ANSWERS] = {"fewer than min_report of the added answered",
                                "weniger als min_report der neuen haben geantwortet"},
    [DIFFERENCE_NUMBER] = {"some of the added gave a number, and sums could be subtracted",
                           "einige der neuen nannten eine Zahl, und Summen ließen sich "
                           "abziehen"},
    [DIFFERENCE_SMALL_COUNT] = {"fewer than min_cell of the added gave one of the answers",
                                "weniger als min_cell der neuen gaben eine der Antworten"},
    [DIFFERENCE_NOT_WHOLE] = {"a table by group is not shown whole, and some of the added "
                              "would be in it",
                              "eine Tabelle nach Gruppen ist nicht ganz gezeigt, und einige "
                              "der neuen stünden darin"},
    [DIFFERENCE_SMALL_CELL] = {"of the added, a table by group would tell fewer than min_cell",
                               "eine Tabelle nach Gruppen verriete von den neuen weniger als "
                               "min_cell"},
};

static void describe_reason(struct text *text, const struct releases_finding *finding) {
    bool added = finding->reason == RELEASES_ADDED;
    const char *const *words =
        added ? added_reasons[finding->added.reason] : reasons[finding->reason];
    text_add(text, language_pick(words[0], words[1]));
    if (added && finding->added.question[0] != '\0')
        text_add_format(text, " (%s)", finding->added.question);
    else if (!added && finding->cut[0] != '\0')
        text_add_format(text, " (%s)", finding->cut);
}

void releases_say(const struct releases *releases, const char *directory) {
    if (releases->verdict != RELEASES_REFUSE)
        return;
    struct text release = {0}, distance = {0}, reason = {0};
    releases_describe(&release, ledger_find(releases->ledger, releases->against.earlier));
    releases_describe_distance(&distance, releases->against.distance);
    if (!is_same(releases->against.apart))
        text_add_format(&distance,
                        language_pick("; answers in exchange.csv added: %zu, missing: %zu",
                                      "; Antworten in exchange.csv dazugekommen: %zu, "
                                      "weggefallen: %zu"),
                        releases->against.apart.added, releases->against.apart.removed);
    describe_reason(&reason, &releases->against);
    fprintf(stderr,
            language_pick(
                "%s: %s is left as it was, since its figures could be subtracted from those "
                "that were sent\n  %s\n  %s\n  why: %s\n  What to do: leave the release that "
                "was sent as it is; later answers come with the next wave. Only if it was "
                "never sent: nachlese sent %s --not --release %" PRId64 ", and run again.\n",
                "%s: %s bleibt, wie es war: Die neuen Zahlen ließen sich von den schon "
                "weitergegebenen abziehen\n  %s\n  %s\n  Grund: %s\n  Was nun: Es bleibt bei "
                "der Ausgabe, die weitergegeben wurde; spätere Antworten kommen mit der "
                "nächsten Welle. Nur wenn sie nie weitergegeben wurde: nachlese sent %s --not "
                "--release %" PRId64 ", dann noch einmal laufen lassen.\n"),
            die_program(), directory, text_string(&release), text_string(&distance),
            text_string(&reason), directory, releases->against.earlier);
    text_free(&release);
    text_free(&distance);
    text_free(&reason);
}
