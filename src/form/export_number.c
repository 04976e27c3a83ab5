#include "form/export_number.h"

#include <math.h>

#include "survey/questionnaire.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2100, DECADE = 10, TEN_POINTS = 10 };

/* The next of 10, 20, 50, 100, 200 ... */
static double round_up(double value) {
    double power = 10;
    while (power * 10 <= value)
        power *= 10;
    if (value <= power)
        return power;
    if (value <= power * 2)
        return power * 2;
    return value <= power * 5 ? power * 5 : power * 10;
}

static bool are_years(const struct column_look *look) {
    return look->decimals == 0 && look->minimum >= FIRST_YEAR && look->maximum <= LAST_YEAR;
}

static bool are_ten_points(const struct column_look *look) {
    return look->decimals == 0 && look->minimum >= 0 && look->maximum <= TEN_POINTS;
}

/* More values than a question may have: fewer decimals, then a lower limit, which is said. */
static void limit_steps(struct draft *draft, struct draft_question *question, double minimum,
                        double *maximum) {
    while (question->decimals > 0 &&
           (*maximum - minimum) * pow(10, question->decimals) > QUESTIONNAIRE_MAX_STEPS)
        question->decimals--;
    if (*maximum - minimum <= QUESTIONNAIRE_MAX_STEPS)
        return;
    *maximum = minimum + QUESTIONNAIRE_MAX_STEPS;
    draft_guess(
        draft, &question->remarks,
        "some numbers are greater than a question may have: ask for thousands",
        "manche Zahlen sind größer, als eine Frage sie haben kann: bitte nach Tausenden "
        "fragen");
}

void export_number_limits(struct draft *draft, struct draft_question *question,
                          const struct column_look *look) {
    double minimum = look->minimum < 0 ? -round_up(-look->minimum) : 0;
    double maximum = round_up(look->maximum);
    question->decimals = look->decimals;
    if (are_years(look)) {
        minimum = floor(look->minimum / DECADE) * DECADE;
        maximum = ceil((look->maximum + 1) / DECADE) * DECADE;
    }
    limit_steps(draft, question, minimum, &maximum);
    question->minimum = arena_format(draft->arena, "%.0f", minimum);
    question->maximum = arena_format(draft->arena, "%.0f", maximum);
    if (are_ten_points(look))
        draft_guess(draft, &question->remarks,
                    "type: whole numbers up to 10, as for a rating; limits are a guess",
                    "Typ: ganze Zahlen bis 10, wie bei einer Bewertung; die Grenzen sind "
                    "geschätzt");
    else
        draft_guess(
            draft, &question->remarks,
            "type: the answers are numbers; limits are a guess, rounded so that they "
            "are nobody's",
            "Typ: die Antworten sind Zahlen; die Grenzen sind geschätzt und so gerundet, "
            "dass sie niemandes Zahl sind");
    if (look->odd > 0)
        draft_guess(draft, &question->remarks,
                    "%zu answers are no numbers and will not be understood",
                    "%zu Antworten sind keine Zahlen und werden nicht verstanden", look->odd);
}
