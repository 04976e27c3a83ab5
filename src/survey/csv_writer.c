#include "survey/csv_writer.h"

#include <string.h>

static void write_field(FILE *stream, const char *string, bool guarded) {
    bool quoted = string[strcspn(string, ",\"\r\n")] != '\0' || string[0] == ' ' ||
                  string[0] == '\t' ||
                  (string[0] != '\0' && strchr(" \t", string[strlen(string) - 1]) != NULL);
    if (!quoted) {
        if (guarded)
            fputc('\'', stream);
        fputs(string, stream);
        return;
    }
    fputc('"', stream);
    if (guarded)
        fputc('\'', stream);
    for (const char *byte = string; *byte != '\0'; byte++) {
        if (*byte == '"')
            fputc('"', stream);
        fputc(*byte, stream);
    }
    fputc('"', stream);
}

void csv_write_field(FILE *stream, const char *string, bool first) {
    if (!first)
        fputc(',', stream);
    if (string != NULL)
        write_field(stream, string, false);
}

/* Spreadsheets run what begins with these signs as a formula; the last four are the full-width
 * forms. */
static bool looks_like_formula(const char *string) {
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t",
                                         "\r", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (strncmp(string, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* A text with apostrophes of its own before such a sign gets one more, so that none is taken
 * for ours. */
static bool needs_guard(const char *string) {
    return looks_like_formula(string + strspn(string, "'"));
}

void csv_write_free_text(FILE *stream, const char *string, bool first) {
    if (!first)
        fputc(',', stream);
    if (string != NULL)
        write_field(stream, string, needs_guard(string));
}

const char *csv_free_text(const char *field) {
    if (looks_like_formula(field))
        return NULL;
    return needs_guard(field) ? field + 1 : field;
}

void csv_write_end(FILE *stream) {
    fputc('\n', stream);
}
