#include "base/command.h"

#include <assert.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/language.h"
#include "base/output.h"
#include "base/utf8_control.h"

enum { MOST_OPTIONS = 32, KEY_HELP = 'h', KEY_VERSION = 1001 };

const char *command_version(void) {
    return "0.1.0";
}

void command_usage(const struct command *command, const char *english, const char *german,
                   ...) {
    char message[1024];
    va_list arguments;
    va_start(arguments, german);
    vsnprintf(message, sizeof message, language_pick(english, german), arguments);
    va_end(arguments);
    fprintf(stderr, "%s: ", command->name);
    utf8_print_visible(stderr, message);
    fprintf(stderr,
            language_pick("\nTry '%s --help' or 'man %s'.\n",
                          "\nHilfe: '%s --help' oder 'man %s'.\n"),
            command->name, command->name);
    exit(EXIT_USAGE);
}

static void print_option(FILE *stream, const struct command_option *option) {
    char name[64];
    if (option->key < 256)
        snprintf(name, sizeof name, "-%c, --%s", option->key, option->name);
    else
        snprintf(name, sizeof name, "    --%s", option->name);
    if (option->argument != NULL) {
        size_t used = strlen(name);
        snprintf(name + used, sizeof name - used, " %s", option->argument);
    }
    fprintf(stream, "  %-28s %s\n", name, language_pick(option->english, option->german));
}

static void print_words(FILE *stream, const struct command *command) {
    for (size_t i = 0; i < command->word_count; i++)
        fprintf(stream, "  %-10s %s\n", command->words[i].name,
                language_pick(command->words[i].english, command->words[i].german));
    if (command->word_count > 0)
        putc('\n', stream);
}

void command_help(const struct command *command, int code) {
    struct output *output = output_open(NULL, false);
    FILE *stream = output_stream(output);
    fprintf(stream, "%s %s [%s]%s%s\n\n%s\n\n", language_pick("usage:", "Aufruf:"),
            command->name, language_pick("options", "Optionen"),
            command->operands[0] != '\0' ? " " : "", command->operands,
            language_pick(command->english, command->german));
    print_words(stream, command);
    for (size_t i = 0; i < command->option_count; i++)
        print_option(stream, &command->options[i]);
    const struct command_option standard[] = {
        {"help", KEY_HELP, NULL, "show this help", "diese Hilfe zeigen"},
        {"version", KEY_VERSION, NULL, "show the version", "die Version zeigen"},
    };
    for (size_t i = 0; i < 2; i++)
        print_option(stream, &standard[i]);
    fprintf(stream, language_pick("\nMore: man %s\n", "\nMehr: man %s\n"), command->name);
    output_close(output);
    exit(code);
}

static _Noreturn void print_version(const struct command *command) {
    struct output *output = output_open(NULL, false);
    fprintf(output_stream(output), "%s %s\n", command->name, command_version());
    output_close(output);
    exit(EXIT_FINE);
}

/* getopt's own two tables, made from ours. */
static void make_tables(const struct command *command, struct option *longs, char *shorts) {
    assert(command->option_count <= MOST_OPTIONS);
    *shorts++ = ':';
    for (size_t i = 0; i < command->option_count; i++) {
        const struct command_option *from = &command->options[i];
        int has_argument = from->argument != NULL ? required_argument : no_argument;
        longs[i] = (struct option){from->name, has_argument, NULL, from->key};
        if (from->key >= 256)
            continue;
        *shorts++ = (char)from->key;
        if (from->argument != NULL)
            *shorts++ = ':';
    }
    longs[command->option_count] = (struct option){"help", no_argument, NULL, KEY_HELP};
    longs[command->option_count + 1] =
        (struct option){"version", no_argument, NULL, KEY_VERSION};
    longs[command->option_count + 2] = (struct option){0};
    *shorts++ = KEY_HELP;
    *shorts = '\0';
}

static void refuse_repeated(const struct command *command, int key) {
    static bool seen[MOST_OPTIONS];
    for (size_t i = 0; i < command->option_count; i++) {
        if (command->options[i].key != key || key == command->repeated)
            continue;
        if (seen[i])
            command_usage(command, "option --%s is given twice",
                          "Option --%s ist zweimal angegeben", command->options[i].name);
        seen[i] = true;
    }
}

/* The next file that is opened would take the place of a closed standard stream, and what is
 * meant for a person would end up in it. Reading from what was closed, and writing to it, still
 * fails; only messages nobody wants are lost in silence. */
static void hold_standard_streams(void) {
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int stream = 0; stream < 3; stream++)
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", modes[stream]) != stream)
            exit(EXIT_RESOURCE);
}

int command_next(const struct command *command, int argc, char **argv, const char **value,
                 int *first) {
    struct option longs[MOST_OPTIONS + 3];
    char shorts[2 * MOST_OPTIONS + 3];
    make_tables(command, longs, shorts);
    die_set_program(command->name);
    hold_standard_streams();
    opterr = 0;
    int key = getopt_long(argc, argv, shorts, longs, NULL);
    if (key == KEY_HELP)
        command_help(command, EXIT_FINE);
    if (key == KEY_VERSION)
        print_version(command);
    if (key == ':')
        command_usage(command, "option %s needs an argument", "Option %s braucht eine Angabe",
                      argv[optind - 1]);
    if (key == '?')
        command_usage(command, "unknown option %s", "unbekannte Option %s", argv[optind - 1]);
    *value = optarg;
    *first = optind;
    if (key != -1)
        refuse_repeated(command, key);
    return key;
}
