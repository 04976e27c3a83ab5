#include "form/limesurvey_relevance.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A part of the equation. */
struct span {
    const char *start, *end;
};

static struct span trim(struct span span) {
    while (span.start < span.end && isspace((unsigned char)*span.start))
        span.start++;
    while (span.start < span.end && isspace((unsigned char)span.end[-1]))
        span.end--;
    return span;
}

/* Behind what begins here and belongs together: a quoted string or one byte. */
static const char *step(const char *at, const char *end) {
    if (*at != '"' && *at != '\'')
        return at + 1;
    const char *close = memchr(at + 1, *at, (size_t)(end - at) - 1);
    return close != NULL ? close + 1 : end;
}

/* Where the bracket that opens at the start is closed; NULL: nowhere. */
static const char *find_close(struct span span) {
    size_t depth = 0;
    for (const char *at = span.start; at < span.end; at = step(at, span.end)) {
        if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at;
    }
    return NULL;
}

/* Without blanks and brackets round the whole. */
static struct span unwrap(struct span span) {
    span = trim(span);
    while (span.start < span.end && *span.start == '(' && find_close(span) == span.end - 1)
        span = trim((struct span){span.start + 1, span.end - 1});
    return span;
}

static bool is_word_byte(char byte) {
    return isalnum((unsigned char)byte) || byte == '_';
}

/* The bytes of "or" or "||" at a place outside of brackets; 0 where there is neither. */
static size_t or_at(struct span span, const char *at) {
    size_t left = (size_t)(span.end - at);
    if (left >= 2 && at[0] == '|' && at[1] == '|')
        return 2;
    bool word = left >= 2 && strncasecmp(at, "or", 2) == 0 && at > span.start &&
                !is_word_byte(at[-1]) && (left == 2 || !is_word_byte(at[2]));
    return word ? 2 : 0;
}

/* The first part that stands before an "or"; *rest is what comes behind it, empty at the end.
 */
static struct span cut_term(struct span span, struct span *rest) {
    size_t depth = 0, size = 0;
    for (const char *at = span.start; at < span.end; at = step(at, span.end)) {
        if (*at == '(')
            depth++;
        else if (*at == ')')
            depth -= depth > 0;
        else if (depth == 0 && (size = or_at(span, at)) > 0) {
            *rest = (struct span){at + size, span.end};
            return (struct span){span.start, at};
        }
    }
    *rest = (struct span){span.end, span.end};
    return span;
}

/* Takes the variable from the front. .NAOK changes nothing where the answer is asked for;
 * .valueNAOK and the like are other things. */
static bool take_variable(struct arena *arena, struct span *span, const char **variable) {
    const char *at = span->start;
    while (at < span->end && is_word_byte(*at))
        at++;
    if (at == span->start)
        return false;
    *variable = arena_copy_bytes(arena, span->start, (size_t)(at - span->start));
    if (at < span->end && *at == '.') {
        static const char *const suffixes[] = {".NAOK", ".code"};
        size_t found = 0;
        for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
            size_t length = strlen(suffixes[i]);
            if ((size_t)(span->end - at) >= length && memcmp(at, suffixes[i], length) == 0 &&
                (at + length == span->end || !is_word_byte(at[length])))
                found = length;
        }
        if (found == 0)
            return false;
        at += found;
    }
    span->start = at;
    return true;
}

static bool take_equals(struct span *span) {
    *span = trim(*span);
    size_t left = (size_t)(span->end - span->start);
    bool sign = left >= 2 && memcmp(span->start, "==", 2) == 0;
    bool word =
        left > 2 && strncasecmp(span->start, "eq", 2) == 0 && !is_word_byte(span->start[2]);
    if (!sign && !word)
        return false;
    span->start += 2;
    *span = trim(*span);
    return true;
}

/* A string in quotes, or a whole number. */
static bool take_value(struct arena *arena, struct span span, const char **value) {
    if (span.start >= span.end)
        return false;
    if (*span.start == '"' || *span.start == '\'') {
        bool whole = step(span.start, span.end) == span.end && span.end - span.start >= 3 &&
                     span.end[-1] == *span.start;
        if (whole)
            *value =
                arena_copy_bytes(arena, span.start + 1, (size_t)(span.end - span.start) - 2);
        return whole;
    }
    for (const char *at = span.start; at < span.end; at++)
        if (!isdigit((unsigned char)*at))
            return false;
    *value = arena_copy_bytes(arena, span.start, (size_t)(span.end - span.start));
    return true;
}

/* "!is_empty(q_other.NAOK)": that the text beside other was filled in. */
static bool take_filled(struct arena *arena, struct span span, struct relevance_term *term) {
    static const char words[] = "!is_empty(";
    size_t length = sizeof words - 1;
    if ((size_t)(span.end - span.start) <= length || memcmp(span.start, words, length) != 0 ||
        span.end[-1] != ')')
        return false;
    struct span inside = trim((struct span){span.start + length, span.end - 1});
    term->value = "";
    return take_variable(arena, &inside, &term->variable) && inside.start == inside.end;
}

static bool take_comparison(struct arena *arena, struct span span,
                            struct relevance_term *term) {
    return take_variable(arena, &span, &term->variable) && take_equals(&span) &&
           take_value(arena, span, &term->value);
}

static bool take_term(struct arena *arena, struct span span, struct relevance *relevance) {
    struct relevance_term term;
    span = unwrap(span);
    if (relevance->count == RELEVANCE_MOST_TERMS ||
        (!take_filled(arena, span, &term) && !take_comparison(arena, span, &term)))
        return false;
    relevance->terms[relevance->count++] = term;
    return true;
}

bool relevance_read(struct arena *arena, const char *equation, struct relevance *relevance) {
    struct span rest = unwrap((struct span){equation, equation + strlen(equation)});
    relevance->count = 0;
    if (rest.start == rest.end || (rest.end - rest.start == 1 && *rest.start == '1'))
        return true;
    while (rest.start < rest.end)
        if (!take_term(arena, cut_term(rest, &rest), relevance))
            return false;
    return true;
}
