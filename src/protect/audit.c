#include "protect/audit.h"

#include "base/language.h"
#include "base/text.h"
#include "survey/csv_writer.h"

void audit_write_header(FILE *stream) {
    static const char *const columns[] = {"question", "item", "by", "view", "rule", "reason"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        csv_write_field(stream, columns[i], i == 0);
    csv_write_end(stream);
}

static void write_row(FILE *stream, const char *const fields[6]) {
    for (size_t i = 0; i < 6; i++)
        csv_write_field(stream, fields[i], i == 0);
    csv_write_end(stream);
}

static const char *view_name(enum view view) {
    static const char *const english[] = {"",
                                          "all counts",
                                          "one class",
                                          "all counts in the coarser grouping",
                                          "one class in the coarser grouping",
                                          "nothing"};
    static const char *const german[] = {"",
                                         "alle Zahlen",
                                         "eine Klasse",
                                         "alle Zahlen in der gröberen Einteilung",
                                         "eine Klasse in der gröberen Einteilung",
                                         "nichts"};
    return language_pick(english[view], german[view]);
}

/* What a refusal says; behind it come level, category and count, in that order, as the flags
 * say. */
static const struct {
    const char *english, *german;
    bool level, category, count;
} sentences[] = {
    [REFUSAL_NONE] = {"", "", false, false, false},
    [REFUSAL_IDENTIFYING] = {"the question may identify people",
                             "die Frage kann Personen erkennbar machen", false, false, false},
    [REFUSAL_GROUPING] = {"the question is a grouping itself; two groupings together may "
                          "identify people",
                          "die Frage ist selbst eine Einteilung; zwei Einteilungen zusammen "
                          "können Personen erkennbar machen",
                          false, false, false},
    [REFUSAL_SIZES] = {"the sizes of these groups are not published",
                       "die Größen dieser Gruppen werden nicht veröffentlicht", false, false,
                       false},
    [REFUSAL_NUMBER] = {"no figures of a number by group",
                        "keine Werte einer Zahl nach Gruppen", false, false, false},
    [REFUSAL_NO_GROUP] = {"no group is large enough", "keine Gruppe ist groß genug", false,
                          false, false},
    [REFUSAL_REST] = {"the groups left out have together only as many answers:",
                      "die weggelassenen Gruppen haben zusammen nur so viele Antworten:", false,
                      false, true},
    [REFUSAL_SMALL] = {"a count is too small:", "eine Zahl ist zu klein:", true, true, true},
    [REFUSAL_COMPLEMENT] = {"too few did not give a sensitive answer:",
                            "zu wenige haben eine heikle Antwort nicht gegeben:", true, true,
                            true},
    [REFUSAL_UNANIMOUS] = {"a small group is of one mind in a sensitive question:",
                           "eine kleine Gruppe ist in einer heiklen Frage einer Meinung:", true,
                           true, true},
    [REFUSAL_KNOWN] = {"a small count could be worked out:",
                       "eine kleine Zahl ließe sich errechnen:", true, true, false},
    [REFUSAL_FINENESS] = {"other options are shown by other groups, and their bases would tell "
                          "those left out",
                          "andere Optionen stehen nach anderen Gruppen da; ihre Basis verriete "
                          "die weggelassenen",
                          false, false, false},
    [REFUSAL_LINKED] = {"a small count could be worked out together with the table by",
                        "eine kleine Zahl ließe sich errechnen, zusammen mit der Tabelle nach",
                        true, false, false},
    [REFUSAL_FEW] = {"too few answers for any figure by group",
                     "zu wenige Antworten für Zahlen nach Gruppen", false, false, false},
    [REFUSAL_CLOSED] = {"too few of all who answered are in none of these groups, in whatever "
                        "table",
                        "zu wenige von allen Antwortenden sind in keiner dieser Gruppen, in "
                        "welcher Tabelle auch immer",
                        false, false, false},
    [REFUSAL_FILTERED] = {"how many of a group were asked would tell what they answered before",
                          "wie viele einer Gruppe gefragt waren, verriete, was sie davor "
                          "geantwortet haben",
                          false, false, false},
    [REFUSAL_BROKEN] = {"rows are missing or do not add up",
                        "Zeilen fehlen oder ergeben nicht die Summe", false, false, false},
};

static void say(struct text *reasons, enum view view, const struct refusal *refusal) {
    const char *level = refusal->level[0] != '\0'
                            ? refusal->level
                            : language_pick("groups left out", "weggelassene Gruppen");
    if (reasons->length > 0)
        text_add(reasons, "; ");
    text_add_format(
        reasons, "%s: %s", view_name(view),
        language_pick(sentences[refusal->kind].english, sentences[refusal->kind].german));
    if (sentences[refusal->kind].level)
        text_add_format(reasons, " %s", level);
    if (sentences[refusal->kind].category && refusal->category[0] != '\0')
        text_add_format(reasons, ", %s", refusal->category);
    if (sentences[refusal->kind].count)
        text_add_format(reasons, " (%lld)", (long long)refusal->count);
}

void audit_write(FILE *stream, const struct group_table *table,
                 const struct decision *decision) {
    struct text reasons = {0};
    for (enum view view = VIEW_ALL; view < VIEW_NOTHING; view++)
        if (decision->refusals[view].kind != REFUSAL_NONE)
            say(&reasons, view, &decision->refusals[view]);
    char number[] = {(char)('0' + decision->view), '\0'};
    const char *rule = privacy_rule_name(
        decision->tried != 0 ? ladder_rule(decision->refusals[decision->tried].kind)
                             : RULE_NONE);
    write_row(stream, (const char *const[6]){table->question->id, group_table_item(table),
                                             table->grouping->question->id, number, rule,
                                             text_string(&reasons)});
    text_free(&reasons);
}
