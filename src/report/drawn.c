#include "report/drawn.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* The lines of a picture. A line says one figure of the table, not two. */
struct drawn {
    struct arena *arena;
    char **line;
    bool *used;
    size_t count;
    const char *whole; /* all lines, with a blank between them */
};

/* Blanks that do not break become blanks, so that no figure is missed for its spelling. */
static char *plain(struct arena *arena, const char *string) {
    static const char *const blanks[] = {"\u00a0", "\u202f"};
    struct text result = {0};
    for (const char *next = string; *next != '\0';) {
        size_t length = 0;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks && length == 0; i++)
            if (strncmp(next, blanks[i], strlen(blanks[i])) == 0)
                length = strlen(blanks[i]);
        text_add_byte(&result, length > 0 ? ' ' : *next);
        next += length > 0 ? length : 1;
    }
    char *copy = arena_copy(arena, text_string(&result));
    text_free(&result);
    return copy;
}

static struct drawn drawn_of(struct arena *arena, const char *words) {
    struct drawn drawn = {.arena = arena};
    char *lines = plain(arena, words), *whole = arena_copy(arena, lines);
    size_t most = strlen(lines) + 1;
    drawn.line = arena_allocate(arena, most, sizeof *drawn.line);
    drawn.used = arena_allocate(arena, most, sizeof *drawn.used);
    for (char *rest = lines, *line; (line = strsep(&rest, "\n")) != NULL;)
        drawn.line[drawn.count++] = line;
    for (char *end = whole; (end = strchr(end, '\n')) != NULL;)
        *end = ' ';
    drawn.whole = whole;
    return drawn;
}

static bool ends_with(const char *string, const char *ending) {
    size_t length = strlen(string), tail = strlen(ending);
    return length >= tail && strcmp(string + length - tail, ending) == 0;
}

/* Takes a line that is the figure, or ends with it behind a colon. */
static bool take(struct drawn *drawn, const char *figure) {
    const char *in_legend = arena_format(drawn->arena, ": %s", figure);
    for (size_t i = 0; i < drawn->count; i++)
        if (!drawn->used[i] &&
            (strcmp(drawn->line[i], figure) == 0 || ends_with(drawn->line[i], in_legend))) {
            drawn->used[i] = true;
            return true;
        }
    return false;
}

static bool has_base(const struct drawn *drawn, const char *base) {
    for (size_t i = 0; i < drawn->count; i++)
        if (ends_with(drawn->line[i], base))
            return true;
    return false;
}

/* "16 von 26": of its own, or behind a bar in parts. */
static bool has_figure(struct drawn *drawn, const char *text, bool behind_bar) {
    char *figure = plain(drawn->arena, text);
    char *first = strchr(figure, ' ');
    if (figure[0] == '\0' || take(drawn, figure))
        return true;
    if (!behind_bar || first == NULL || !has_base(drawn, first))
        return false;
    *first = '\0';
    return take(drawn, figure);
}

static bool has_row(struct drawn *drawn, const struct table *table,
                    const struct table_row *row) {
    bool has = strstr(drawn->whole, plain(drawn->arena, row->label)) != NULL;
    for (size_t i = 0; i < row->count && has; i++)
        has = row->cells[i].kind == TABLE_BAR ||
              has_figure(drawn, row->cells[i].text,
                         i > 0 && table->columns[i - 1].kind == TABLE_BARS);
    return has;
}

static bool has_heads(const struct drawn *drawn, const struct table *table) {
    size_t figures = 0;
    bool has = true;
    for (size_t i = 0; i < table->column_count; i++) {
        figures += table->columns[i].kind != TABLE_BARS;
        has = has &&
              strstr(drawn->whole, plain(drawn->arena, table_head_shown(table, i))) != NULL;
    }
    return has || figures <= 1;
}

bool drawn_whole(const char *words, const struct table *table) {
    struct arena *arena = arena_new();
    struct drawn drawn = drawn_of(arena, words);
    bool whole = has_heads(&drawn, table);
    for (const struct table_row *row = table->first; row != NULL && whole; row = row->next)
        whole = has_row(&drawn, table, row);
    arena_free(arena);
    return whole;
}

bool drawn_says(const char *words, const char *sentence) {
    struct arena *arena = arena_new();
    struct drawn drawn = drawn_of(arena, words);
    bool says = strstr(drawn.whole, plain(arena, sentence)) != NULL;
    arena_free(arena);
    return says;
}
