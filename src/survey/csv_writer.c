#include "survey/csv_writer.h"

#include <string.h>

/* Where a byte is in a text, for a spreadsheet: a German one parts a line at each semicolon
 * that it does not see inside quotes of its own, and any at a line break or a tab. */
enum place { PLACE_INSIDE, PLACE_START, PLACE_BEHIND_PART };

/* Spreadsheets run what begins with these signs as a formula; the last four are the full-width
 * forms. */
static bool begins_formula(const char *string) {
    static const char *const starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (strncmp(string, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* True where an apostrophe goes before the rest of the text. Apostrophes of the text are passed
 * over: it gets one more, so that none of them is taken for ours. */
static bool needs_guard(const char *rest, enum place place) {
    const char *sign = rest + strspn(rest, "'");
    bool opens = place == PLACE_START && (*sign == '\t' || *sign == '\r');
    return place != PLACE_INSIDE && (opens || begins_formula(sign));
}

/* Blanks and quotes may be left out by who reads the cell; C2 A0 is the blank that does not
 * break. */
static bool is_padding(const char *rest) {
    return *rest == ' ' || *rest == '"' || *rest == '\xA0' ||
           (rest[0] == '\xC2' && rest[1] == '\xA0');
}

static enum place place_behind(const char *rest, enum place place) {
    if (strchr(";\t\r\n", *rest) != NULL)
        return PLACE_BEHIND_PART;
    return is_padding(rest) ? place : PLACE_INSIDE;
}

static void write_inside(FILE *stream, const char *string, bool guarded) {
    enum place place = guarded ? PLACE_START : PLACE_INSIDE;
    for (const char *byte = string; *byte != '\0'; byte++) {
        if (guarded && needs_guard(byte, place)) {
            fputc('\'', stream);
            place = PLACE_INSIDE;
        }
        if (*byte == '"')
            fputc('"', stream);
        fputc(*byte, stream);
        place = place_behind(byte, place);
    }
}

static void write_field(FILE *stream, const char *string, bool guarded) {
    bool quoted = string[strcspn(string, ",\"\r\n")] != '\0' || string[0] == ' ' ||
                  string[0] == '\t' ||
                  (string[0] != '\0' && strchr(" \t", string[strlen(string) - 1]) != NULL);
    if (!quoted && !guarded) {
        fputs(string, stream);
        return;
    }
    if (quoted)
        fputc('"', stream);
    write_inside(stream, string, guarded);
    if (quoted)
        fputc('"', stream);
}

void csv_write_field(FILE *stream, const char *string, bool first) {
    if (!first)
        fputc(',', stream);
    if (string != NULL)
        write_field(stream, string, false);
}

void csv_write_free_text(FILE *stream, const char *string, bool first) {
    if (!first)
        fputc(',', stream);
    if (string != NULL)
        write_field(stream, string, true);
}

bool csv_take_free_text(char *field) {
    bool guarded = !needs_guard(field, PLACE_START) || field[0] == '\'';
    enum place place = PLACE_START;
    char *to = field;
    for (const char *from = field; *from != '\0'; from++) {
        if (*from == '\'' && needs_guard(from, place)) {
            place = PLACE_INSIDE;
            continue;
        }
        place = place_behind(from, place);
        *to++ = *from;
    }
    *to = '\0';
    return guarded;
}

void csv_write_end(FILE *stream) {
    fputc('\n', stream);
}
