#include "survey/questionnaire_numbers.h"

#include <string.h>

#include "base/number.h"

/* Bounds as units of 10^-decimals; leading zeros would look like octal and are refused. */
static bool take_bound(struct builder *builder, const struct ini_section *section,
                       const struct ini_entry *entry, int decimals, int64_t *value) {
    if (entry == NULL)
        return false;
    const char *digits = entry->value + (entry->value[0] == '-');
    bool zeros = digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
    if (!zeros &&
        number_parse_decimal(entry->value, strlen(entry->value), '.', decimals, value))
        return true;
    BUILD_FAULT(builder, section, entry,
                "bad number '%s': digits, and with decimals = 1 to 3 a point, are needed; no "
                "leading zeros",
                "'%s' ist keine gültige Zahl: nötig sind Ziffern, bei decimals = 1 bis 3 auch "
                "ein Punkt; "
                "keine führenden Nullen",
                entry->value);
    return false;
}

static bool is_within(const struct question *question, const char *word) {
    static const char marks[] = {'.', ','};
    int64_t value;
    for (size_t i = 0; word != NULL && i < sizeof marks; i++)
        if (number_parse_decimal(word, strlen(word), marks[i], question->decimals, &value) &&
            value >= question->minimum && value <= question->maximum)
            return true;
    return false;
}

static void refuse_number(struct builder *builder, const struct ini_section *section,
                          const struct question *question, const char *key, const char *word) {
    if (is_within(question, word))
        BUILD_FAULT(
            builder, section, ini_entry(section, key),
            "'%s' stands for don't know and is a number from min to max too: real answers "
            "would be lost. Lower max, or name it otherwise",
            "'%s' steht für weiß nicht und ist zugleich eine Zahl von min bis max: Echte "
            "Antworten gingen verloren. Bitte max senken oder ein anderes Wort nehmen",
            word);
}

/* Surveys write 99 or -9 for don't know: fine as long as nobody can answer that. */
static void check_dk_numbers(struct builder *builder, const struct ini_section *section,
                             const struct question *question) {
    for (size_t i = 0; i < question->dk_alias_count; i++)
        refuse_number(builder, section, question, "alias.dk", question->dk_aliases[i]);
    for (size_t i = 0; i < builder->questionnaire->language_count; i++)
        refuse_number(builder, section, question, "label.dk", question->dk.in[i]);
}

/* Where an open class of the histogram ends or begins. */
static bool take_open_class(struct builder *builder, const struct ini_section *section,
                            const struct question *question, const char *key, int64_t *value) {
    const struct ini_entry *entry = ini_entry(section, key);
    if (!take_bound(builder, section, entry, question->decimals, value))
        return false;
    if (*value > question->minimum && *value <= question->maximum)
        return true;
    BUILD_FAULT(builder, section, entry, "%s must be greater than min and at most max",
                "%s muss größer als min und höchstens max sein", key);
    return false;
}

static void take_open_classes(struct builder *builder, const struct ini_section *section,
                              struct question *question) {
    question->has_open_to =
        take_open_class(builder, section, question, "open_to", &question->open_to);
    question->has_open_from =
        take_open_class(builder, section, question, "open_from", &question->open_from);
    if (question->has_open_to && question->has_open_from &&
        question->open_to >= question->open_from)
        BUILD_FAULT(builder, section, ini_entry(section, "open_from"),
                    "open_from must be greater than open_to: the other classes lie between",
                    "open_from muss größer als open_to sein: Dazwischen liegen die übrigen "
                    "Klassen");
}

/* Numbers that can be nothing but four digits are years, unless the questionnaire knows better:
 * nobody who asks when a club was founded thinks of saying so. */
static void take_years(struct builder *builder, const struct ini_section *section,
                       struct question *question) {
    enum { FIRST_YEAR = 1000, LAST_YEAR = 2999 };
    bool likely = question->decimals == 0 && !question->total &&
                  question->minimum >= FIRST_YEAR && question->maximum <= LAST_YEAR;
    question->years = build_yes(builder, section, "years", likely);
    if (question->years && question->decimals > 0)
        BUILD_FAULT(builder, section, ini_entry(section, "years"),
                    "years have no decimals: delete decimals or years",
                    "Jahre haben keine Nachkommastellen: Bitte decimals oder years löschen");
    if (question->years && question->total)
        BUILD_FAULT(builder, section, ini_entry(section, "years"),
                    "a sum of years means nothing: delete total or years",
                    "Eine Summe von Jahren sagt nichts: Bitte total oder years löschen");
}

void build_number(struct builder *builder, const struct ini_section *section,
                  struct question *question) {
    int64_t otherwise = ini_entry(section, "decimals") == NULL ? 0 : -1;
    question->decimals = (int)build_whole(builder, section, "decimals", 0, 3, otherwise);
    question->total = build_yes(builder, section, "total", false);
    if (question->decimals < 0)
        return;
    bool low = take_bound(builder, section, build_required(builder, section, "min"),
                          question->decimals, &question->minimum);
    bool high = take_bound(builder, section, build_required(builder, section, "max"),
                           question->decimals, &question->maximum);
    if (!low || !high)
        return;
    take_years(builder, section, question);
    const struct ini_entry *entry = ini_entry(section, "max");
    if (question->minimum >= question->maximum)
        BUILD_FAULT(builder, section, entry, "max must be greater than min",
                    "max muss größer sein als min");
    else if (question->maximum - question->minimum >= QUESTIONNAIRE_MAX_STEPS)
        BUILD_FAULT(
            builder, section, entry,
            "from min to max there are %lld values, at most %d are allowed: lower max or "
            "decimals",
            "Von min bis max sind es %lld Werte, erlaubt sind höchstens %d: Bitte max oder "
            "decimals verkleinern",
            (long long)(question->maximum - question->minimum) + 1, QUESTIONNAIRE_MAX_STEPS);
    else {
        check_dk_numbers(builder, section, question);
        take_open_classes(builder, section, question);
    }
}
