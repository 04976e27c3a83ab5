#include "form/xlsform_expression.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Steps over blanks and then the words, whose own blanks may be any. */
static bool take(const char **at, const char *words) {
    const char *next = *at;
    for (; *words != '\0'; words++) {
        next += strspn(next, " \t\r\n");
        if (*words == ' ')
            continue;
        if (*next != *words)
            return false;
        next++;
    }
    *at = next;
    return true;
}

/* A word of the language, which must end there. */
static bool take_word(const char **at, const char *word) {
    const char *next = *at;
    if (!take(&next, word) || isalnum((unsigned char)*next) || *next == '_' || *next == '-')
        return false;
    *at = next;
    return true;
}

static bool is_end(const char *at) {
    return at[strspn(at, " \t\r\n")] == '\0';
}

static const char *take_until(struct arena *arena, const char **at, char end) {
    const char *stop = strchr(*at, end);
    if (stop == NULL)
        return NULL;
    const char *taken = arena_copy_bytes(arena, *at, (size_t)(stop - *at));
    *at = stop + 1;
    return taken;
}

static const char *take_question(struct arena *arena, const char **at) {
    return take(at, "${") ? take_until(arena, at, '}') : NULL;
}

static const char *take_quoted(struct arena *arena, const char **at) {
    if (take(at, "'"))
        return take_until(arena, at, '\'');
    return take(at, "\"") ? take_until(arena, at, '"') : NULL;
}

static const char *take_number(struct arena *arena, const char **at) {
    char *end;
    const char *start = *at + strspn(*at, " ");
    (void)strtod(start, &end);
    const char *taken = arena_copy_bytes(arena, start, (size_t)(end - start));
    *at = end;
    return taken[0] != '\0' ? taken : NULL;
}

/* --- who is asked --- */

static bool read_term(struct arena *arena, const char **at, const char **question,
                      const char **answer) {
    const char *next = *at;
    bool ticked = take(&next, "selected(");
    *question = take_question(arena, &next);
    if (*question == NULL || !take(&next, ticked ? "," : "="))
        return false;
    *answer = take_quoted(arena, &next);
    if (*answer == NULL || (ticked && !take(&next, ")")))
        return false;
    *at = next;
    return true;
}

/* Brackets round a term or round all of them say nothing. */
static void skip_brackets(const char **at, char bracket) {
    for (*at += strspn(*at, " \t\r\n"); **at == bracket; *at += strspn(*at, " \t\r\n"))
        ++*at;
}

bool xlsform_read_relevant(struct arena *arena, const char *expression,
                           struct xlsform_relevant *relevant) {
    const char *at = expression, *question, *answer;
    *relevant = (struct xlsform_relevant){0};
    if (is_end(at))
        return true;
    do {
        skip_brackets(&at, '(');
        if (!read_term(arena, &at, &question, &answer) ||
            relevant->count == XLSFORM_MOST_TERMS ||
            (relevant->question != NULL && strcmp(relevant->question, question) != 0))
            return false;
        skip_brackets(&at, ')');
        relevant->question = question;
        relevant->answers[relevant->count++] = answer;
    } while (take_word(&at, "or"));
    return is_end(at);
}

/* --- what may be answered --- */

/* "not(selected(., 'none') and count-selected(.) > 1)", or the same turned round. */
static bool read_alone(struct arena *arena, const char **at,
                       struct xlsform_constraint *constraint) {
    const char *next = *at;
    if (!take(&next, "not(selected(.,"))
        return false;
    const char *option = take_quoted(arena, &next);
    if (option == NULL || !take(&next, ") and count-selected(.) > 1)") ||
        constraint->alone_count == XLSFORM_MOST_TERMS)
        return false;
    constraint->alone[constraint->alone_count++] = option;
    *at = next;
    return true;
}

static bool read_most(const char **at, struct xlsform_constraint *constraint) {
    const char *next = *at;
    if (!take(&next, "count-selected(.) <"))
        return false;
    bool included = take(&next, "=");
    char *end;
    long most = strtol(next, &end, 10);
    if (end == next || most < 1 || most > 1000 || (!included && most < 2))
        return false;
    constraint->max_choices = (size_t)most - (included ? 0 : 1);
    *at = end;
    return true;
}

static bool read_limit(struct arena *arena, const char **at,
                       struct xlsform_constraint *constraint) {
    const char *next = *at;
    bool least = take(&next, ". >=");
    if (!least && !take(&next, ". <="))
        return false;
    const char *number = take_number(arena, &next);
    if (number == NULL)
        return false;
    *(least ? &constraint->least : &constraint->most) = number;
    *at = next;
    return true;
}

static bool read_decimals(const char **at, struct xlsform_constraint *constraint) {
    const char *next = *at;
    if (!take(&next, "regex(string(.), '^-?[0-9]*[.]?[0-9]{0,") ||
        !isdigit((unsigned char)*next))
        return false;
    constraint->decimals = *next++ - '0';
    if (!take(&next, "}$')"))
        return false;
    *at = next;
    return true;
}

bool xlsform_read_constraint(struct arena *arena, const char *expression,
                             struct xlsform_constraint *constraint) {
    const char *at = expression;
    *constraint = (struct xlsform_constraint){.decimals = -1};
    if (is_end(at))
        return true;
    do {
        if (!read_alone(arena, &at, constraint) && !read_most(&at, constraint) &&
            !read_limit(arena, &at, constraint) && !read_decimals(&at, constraint))
            return false;
    } while (take_word(&at, "and"));
    return is_end(at);
}
