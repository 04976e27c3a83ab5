#include "survey/selected_group.h"

#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "survey/ini_suggestion.h"

enum { MOST_NAMED = 12 };

/* What could have been meant, as candidates for ini_suggestion. */
struct candidates {
    const char *names[2 * QUESTIONNAIRE_MAX_CODES];
    size_t count;
};

static void add(struct candidates *candidates, const char *name) {
    if (candidates->count < sizeof candidates->names / sizeof *candidates->names)
        candidates->names[candidates->count++] = name;
}

static struct candidates groupings_of(const struct questionnaire *questionnaire) {
    struct candidates candidates = {.count = 0};
    for (size_t i = 0; i < questionnaire->grouping_count; i++)
        add(&candidates, questionnaire->groupings[i].question->id);
    return candidates;
}

/* An answer of which there are figures by group. */
static bool is_group(const struct question *question, size_t position) {
    return position < question->codes->inside &&
           strcmp(question->codes->codes[position].id, "other") != 0;
}

static struct candidates groups_of_grouping(const struct grouping *grouping) {
    struct candidates candidates = {.count = 0};
    for (size_t i = 0; i < grouping->question->codes->count; i++)
        if (is_group(grouping->question, i))
            add(&candidates, grouping->question->codes->codes[i].id);
    for (size_t i = 0; i < grouping->coarse_count; i++)
        add(&candidates, grouping->coarse[i].id);
    return candidates;
}

/* Says what is wrong with word, and what could be there instead. */
static void refuse(struct diag *diag, const struct diag_place *place, const char *word,
                   const struct candidates *candidates, const char *english,
                   const char *german) {
    const char *like = ini_suggestion(word, candidates->names, candidates->count);
    struct text known = {0};
    for (size_t i = 0; i < candidates->count && i < MOST_NAMED; i++)
        text_add_format(&known, "%s%s", i > 0 ? ", " : "", candidates->names[i]);
    if (candidates->count > MOST_NAMED)
        text_add(&known, " ...");
    if (like != NULL)
        diag_add(diag, DIAG_ERROR, place, "'%s' %s; did you mean '%s'?",
                 "„%s“ %s. Meinten Sie „%s“?", word, language_pick(english, german), like);
    else
        diag_add(diag, DIAG_ERROR, place, "'%s' %s; there is: %s", "„%s“ %s. Es gibt: %s", word,
                 language_pick(english, german), text_string(&known));
    text_free(&known);
}

/* The grouping of that id, or NULL after a message. */
static const struct grouping *find_grouping(const struct questionnaire *questionnaire,
                                            const char *id, struct diag *diag,
                                            const struct diag_place *place) {
    const struct question *question = questionnaire_question(questionnaire, id);
    struct candidates candidates = groupings_of(questionnaire);
    if (question != NULL && question->grouping != NULL)
        return question->grouping;
    if (candidates.count == 0)
        diag_add(diag, DIAG_ERROR, place,
                 "the questionnaire makes no groups: a section [group QUESTION] would",
                 "der Fragebogen bildet keine Gruppen: Das täte ein Abschnitt [group FRAGE]");
    else if (question != NULL)
        refuse(diag, place, id, &candidates, "is a question that makes no groups",
               "ist eine Frage, die keine Gruppen bildet");
    else
        refuse(diag, place, id, &candidates, "is no question", "ist keine Frage");
    return NULL;
}

static bool find_group(struct selected_group *group, const char *id, struct diag *diag,
                       const struct diag_place *place) {
    const struct grouping *grouping = group->grouping;
    const struct code_list *codes = grouping->question->codes;
    int position = code_position(codes->codes, codes->count, id);
    if (position >= 0 && is_group(grouping->question, (size_t)position)) {
        group->code = (size_t)position;
        return true;
    }
    for (size_t i = 0; i < grouping->coarse_count; i++)
        if (strcmp(grouping->coarse[i].id, id) == 0) {
            group->level = &grouping->coarse[i];
            return true;
        }
    struct candidates candidates = groups_of_grouping(grouping);
    bool answer = position >= 0 || (grouping->question->has_dk && strcmp(id, "dk") == 0);
    refuse(diag, place, id, &candidates,
           answer ? "is an answer, but no group" : "is no answer and no coarser group",
           answer ? "ist eine Antwort, aber keine Gruppe"
                  : "ist keine Antwort und keine gröbere Gruppe");
    return false;
}

/* The first group of the questionnaire is the example. */
static void refuse_form(const struct questionnaire *questionnaire, struct diag *diag,
                        const struct diag_place *place) {
    const struct question *question =
        questionnaire->grouping_count > 0 ? questionnaire->groupings[0].question : NULL;
    diag_add(diag, DIAG_ERROR, place, "a group is named QUESTION=CODE, such as %s=%s",
             "eine Gruppe heißt FRAGE=KÜRZEL, etwa %s=%s",
             question != NULL ? question->id : "org_type",
             question != NULL ? question->codes->codes[0].id : "municipality");
}

bool selected_group_read(const struct questionnaire *questionnaire, const char *words,
                         struct selected_group *group, struct diag *diag) {
    struct text question = {0};
    struct diag_place place = {.file = questionnaire->file, .item = words};
    const char *sign = strchr(words, '=');
    *group = (struct selected_group){0};
    if (sign == NULL) {
        refuse_form(questionnaire, diag, &place);
        return false;
    }
    text_add_bytes(&question, words, (size_t)(sign - words));
    group->grouping = find_grouping(questionnaire, text_string(&question), diag, &place);
    text_free(&question);
    return group->grouping != NULL && find_group(group, sign + 1, diag, &place);
}

/* Every group by which figures are shown, as it would be given: QUESTION=CODE. */
static void name_shown(struct text *names, const struct questionnaire *questionnaire,
                       int64_t accepted) {
    for (size_t i = 0; i < questionnaire->grouping_count; i++) {
        const struct grouping *grouping = &questionnaire->groupings[i];
        struct candidates groups = groups_of_grouping(grouping);
        if (!questionnaire_shows_grouping(questionnaire, grouping, accepted))
            continue;
        for (size_t k = 0; k < groups.count; k++)
            text_add_format(names, "%s%s=%s", names->length > 0 ? ", " : "",
                            grouping->question->id, groups.names[k]);
    }
}

bool selected_group_is_shown(const struct questionnaire *questionnaire,
                             const struct selected_group *group, const char *words,
                             int64_t accepted, struct diag *diag) {
    struct diag_place place = {.file = questionnaire->file, .item = words};
    struct text names = {0};
    if (questionnaire_shows_grouping(questionnaire, group->grouping, accepted))
        return true;
    name_shown(&names, questionnaire, accepted);
    if (names.length > 0)
        diag_add(diag, DIAG_ERROR, &place,
                 "by this grouping figures are shown from %d answers on, and there are %lld; "
                 "there is: %s",
                 "nach dieser Einteilung gibt es Zahlen erst ab %d Antworten, da sind %lld. Es "
                 "gibt: %s",
                 ALL_GROUPINGS_SHOWN_FROM, (long long)accepted, text_string(&names));
    else
        diag_add(diag, DIAG_ERROR, &place,
                 "figures by group are shown from %d answers on, and there are %lld: make the "
                 "report without a group",
                 "Zahlen nach Gruppen gibt es erst ab %d Antworten, da sind %lld: bitte den "
                 "Bericht ohne Gruppe machen",
                 GROUPS_SHOWN_FROM, (long long)accepted);
    text_free(&names);
    return false;
}

const char *selected_group_id(const struct selected_group *group) {
    return group->level != NULL ? group->level->id
                                : group->grouping->question->codes->codes[group->code].id;
}

const struct label *selected_group_label(const struct selected_group *group) {
    return group->level != NULL ? &group->level->label
                                : &group->grouping->question->codes->codes[group->code].label;
}

const struct coarse_level *selected_group_above(const struct selected_group *group) {
    for (size_t i = 0; i < group->grouping->coarse_count && group->level == NULL; i++) {
        const struct coarse_level *level = &group->grouping->coarse[i];
        for (size_t k = 0; k < level->count; k++)
            if (level->codes[k] == group->code)
                return level;
    }
    return NULL;
}
