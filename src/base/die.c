#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/utf8_control.h"

static const char *program_name = "nachlese";
static void (*last_work)(void);

void die_set_program(const char *name) {
    program_name = name;
}

const char *die_program(void) {
    return program_name;
}

void die_set_clean_up(void (*clean_up)(void)) {
    last_work = clean_up;
}

void die(enum exit_code code, const char *english, const char *german, ...) {
    int cause = errno;
    const char *format = language_pick(english, german);
    char message[2048];
    va_list arguments;
    va_start(arguments, german);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fprintf(stderr, "%s: ", program_name);
    utf8_print_visible(stderr, message);
    if (format[0] != '\0' && format[strlen(format) - 1] == ':')
        fprintf(stderr, " %s", strerror(cause));
    fputc('\n', stderr);
    if (last_work != NULL)
        last_work();
    exit((int)code);
}
