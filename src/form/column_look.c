#include "form/column_look.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "form/scale_words.h"
#include "survey/tick_words.h"

enum { MOST_OPTIONS = 40, MOST_POINTS = 7, FEW_RECORDS = 10, LONG = 80, MOST_DECIMALS = 3 };

/* --- one cell --- */

static bool is_date(const char *cell) {
    size_t digits = 0, signs = 0, length = strlen(cell);
    for (const char *at = cell; *at != '\0'; at++) {
        digits += isdigit((unsigned char)*at) ? 1 : 0;
        signs += strchr("-./: T+", *at) != NULL ? 1 : 0;
    }
    if (length < 8 || length > 30 || digits < 6 || digits + signs < length)
        return false;
    /* 2021-03-13, 13.03.2021, 3/13/21 */
    size_t first = strspn(cell, "0123456789");
    char sign = cell[first];
    size_t second = strspn(cell + first + (sign != '\0' ? 1 : 0), "0123456789");
    const char *third = cell + first + second + 1;
    return (sign == '-' || sign == '.' || sign == '/') && (first <= 2 || first == 4) &&
           second >= 1 && second <= 2 && *third == sign && isdigit((unsigned char)third[1]);
}

static bool is_mail(const char *cell) {
    const char *at = strchr(cell, '@');
    return at != NULL && at > cell && strchr(at, '.') != NULL && strchr(cell, ' ') == NULL;
}

/* A telephone number, or an id: no number that anybody would add up. */
static bool is_sign(const char *cell) {
    size_t digits = 0;
    for (const char *at = cell; *at != '\0'; at++)
        digits += isdigit((unsigned char)*at) ? 1 : 0;
    return digits >= 4 && strlen(cell) >= 5 && strchr(cell, ' ') == NULL;
}

/* A number with a point or a comma, and how many digits are behind it. */
static bool is_number(const char *cell, double *value, int *decimals) {
    size_t length = strlen(cell);
    int64_t scaled;
    char mark = memchr(cell, ',', length) != NULL ? ',' : '.';
    if (cell[0] == '0' && isdigit((unsigned char)cell[1]))
        return false; /* 01234 is a postal code */
    for (int digits = 0; digits <= MOST_DECIMALS; digits++)
        if (number_parse_decimal(cell, length, mark, digits, &scaled)) {
            *value = (double)scaled / (double)number_power_of_ten(digits);
            *decimals = digits;
            return true;
        }
    return false;
}

/* --- all values of a column --- */

struct census {
    size_t numbers, numbers_with_signs, dates, mails, signs, ticks, length;
    size_t
        repeated_words; /* records whose value is no number and no don't know, but repeated */
    double minimum, maximum;
    int decimals;
    bool whole;
};

static void count_number(struct census *census, const struct tally_value *value) {
    double number;
    int decimals;
    if (is_number(value->shown, &number, &decimals)) {
        bool first = census->numbers == 0;
        census->minimum = first || number < census->minimum ? number : census->minimum;
        census->maximum = first || number > census->maximum ? number : census->maximum;
        census->decimals = decimals > census->decimals ? decimals : census->decimals;
        census->numbers += value->records;
    } else if (strpbrk(value->shown, "~<>%") != NULL &&
               strspn(value->shown, "0123456789.,~<>% ") == strlen(value->shown)) {
        census->numbers_with_signs += value->records; /* "80%", "~60" */
    } else if (value->records > 1 && !scale_words_is_dk(value->form)) {
        census->repeated_words += value->records;
    }
}

static struct census count(const struct tally *tally) {
    struct census census = {0};
    struct text key = {0};
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_value *value = &tally->values[i];
        text_clear(&key);
        tick_key(&key, value->shown, strlen(value->shown));
        enum tick_class class = tick_class(text_string(&key));
        bool ticks = class == TICK_YES || class == TICK_NO || class == TICK_ZERO ||
                     class == TICK_ONE || class == TICK_NOT_SHOWN;
        census.ticks += ticks ? value->records : 0;
        census.dates += is_date(value->shown) ? value->records : 0;
        census.mails += is_mail(value->shown) ? value->records : 0;
        census.signs += is_sign(value->shown) ? value->records : 0;
        census.length += strlen(value->shown) * value->records;
        count_number(&census, value);
    }
    text_free(&key);
    return census;
}

/* Nine of ten. */
static bool most(size_t part, size_t whole) {
    return part * 10 >= whole * 9;
}

static bool is_points(const struct census *census, const struct tally *tally) {
    if (census->numbers < tally->total || census->decimals > 0 || census->minimum < 1 ||
        census->maximum > MOST_POINTS || census->maximum < 2)
        return false;
    return tally->count < tally->total || tally->total == 1;
}

static bool is_number_column(const struct census *census, const struct tally *tally) {
    return (census->numbers + census->numbers_with_signs) * 5 >= tally->total * 4 &&
           census->repeated_words * 20 <= tally->total;
}

/* What people type themselves they write in various ways, also what most of them wrote. */
static bool is_typed(const struct tally *tally) {
    enum { MOST_FREQUENT = 3, ENOUGH = 20, PARTS = 33 };
    size_t variants = 0, records = 0;
    for (size_t i = 0; i < tally->count && i < MOST_FREQUENT; i++) {
        variants += tally->values[i].variants;
        records += tally->values[i].records;
    }
    return tally->total >= ENOUGH && variants * PARTS >= records;
}

static bool is_list(const struct census *census, const struct tally *tally) {
    if (tally->repeated == 0 || tally->repeated > MOST_OPTIONS || is_typed(tally))
        return false;
    if (tally->count > FEW_RECORDS && census->length > tally->total * LONG)
        return false;
    if (tally->total < FEW_RECORDS)
        return tally->covered * 2 >= tally->total;
    bool few = tally->count * 3 <= tally->total && tally->covered * 4 >= tally->total * 3;
    return few || (tally->count * 2 <= tally->total && tally->covered * 10 >= tally->total * 9);
}

static enum look decide(const struct census *census, const struct tally *tally) {
    if (tally->count == 0)
        return LOOK_EMPTY;
    if (census->ticks == tally->total && tally->count <= 2)
        return LOOK_TICK;
    if (is_points(census, tally))
        return LOOK_POINTS;
    if (most(census->mails, tally->total))
        return LOOK_MAIL;
    if (most(census->dates, tally->total))
        return LOOK_DATE;
    bool alone = tally->repeated == 0 && tally->total >= FEW_RECORDS;
    if (alone && most(census->signs, tally->total))
        return LOOK_ID;
    if (is_number_column(census, tally))
        return LOOK_NUMBER;
    return is_list(census, tally) ? LOOK_LIST : LOOK_TEXT;
}

struct column_look column_look_at(const struct export_table *table, size_t column) {
    struct column_look look = {.tally = tally_new(table, &column, 1)};
    const struct census census = count(look.tally);
    look.look = decide(&census, look.tally);
    look.minimum = census.minimum;
    look.maximum = census.maximum;
    look.decimals = census.decimals;
    look.odd = look.tally->total - census.numbers;
    return look;
}

void column_look_end(struct column_look *look) {
    tally_free(look->tally);
    look->tally = NULL;
}

size_t column_look_threshold(const struct tally *tally) {
    enum { FEW_VALUES = 8, PER_CENT = 100 };
    size_t share = (tally->records + PER_CENT - 1) / PER_CENT;
    return tally->count <= FEW_VALUES || share < 2 ? 2 : share;
}

bool column_look_same_list(const struct column_look *one, const struct column_look *other) {
    enum { MOST_IN_COMMON = 11 };
    const struct tally *fewer = one->tally, *more = other->tally;
    if (one->look != other->look || one->look == LOOK_NUMBER)
        return false;
    if (one->look == LOOK_POINTS)
        return true;
    if (fewer->count > more->count) {
        fewer = other->tally;
        more = one->tally;
    }
    size_t common = 0;
    for (size_t i = 0; i < fewer->count; i++)
        common += tally_find(more, fewer->values[i].form) != NULL ? 1 : 0;
    size_t all = fewer->count + more->count - common;
    return common > 0 && common * 3 >= fewer->count * 2 && all <= MOST_IN_COMMON;
}
