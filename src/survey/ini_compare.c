/* iniparser 4.1 swallows much without a word, so whatever it makes of a file that has passed
 * our check is compared with what the check itself read. Only iniparser_load, getnsec and
 * getstring are used: the others crash on a NULL value (CVE-2023-33461) or read "010" as 8. */
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/die.h"
#include "survey/ini_draft.h"

/* No version of iniparser can hold a double quote in a value, and a backslash means nothing to
 * 4.1 and an escape to 4.2. So it gets control characters for both, which no file may have, and
 * every value in quotes: then blanks, ; and # are safe, too. */
enum { STANDS_FOR_QUOTE = '\x01', STANDS_FOR_BACKSLASH = '\x02' };

static void add_safe(struct text *text, const char *value) {
    for (; *value != '\0'; value++)
        text_add_byte(text, *value == '"'    ? STANDS_FOR_QUOTE
                            : *value == '\\' ? STANDS_FOR_BACKSLASH
                                             : *value);
}

void ini_draft_write(struct ini_draft *draft, const struct ini_entry *entry) {
    text_add_format(&draft->normal, "%s = \"", entry->key);
    add_safe(&draft->normal, entry->value);
    text_add_byte(&draft->normal, '"');
}

/* iniparser prints the raw bytes of a bad line; our own diagnostics say it better. */
static int say_nothing(const char *format, ...) {
    (void)format;
    return 0;
}

/* The text in a file without a name: iniparser_load wants a path, and a folder for temporary
 * files may be missing. */
static int write_unnamed(const struct text *text) {
    int handle = memfd_create("questionnaire", MFD_CLOEXEC);
    size_t written = 0;
    while (handle >= 0 && written < text->length) {
        ssize_t put = write(handle, text->bytes + written, text->length - written);
        if (put <= 0)
            break;
        written += (size_t)put;
    }
    if (handle < 0 || written < text->length)
        die(EXIT_RESOURCE,
            "cannot make a temporary file:", "kann keine vorübergehende Datei anlegen:");
    return handle;
}

static dictionary *load(const struct text *text) {
    int handle = write_unnamed(text);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    iniparser_set_error_callback(say_nothing);
    dictionary *loaded = iniparser_load(path);
    iniparser_set_error_callback(NULL);
    close(handle);
    return loaded;
}

static void compare_section(struct ini_draft *draft, const dictionary *loaded,
                            const struct ini_section *section,
                            const struct ini_entry *entries) {
    /* A kind, an id and a key within their limits fit well. */
    char name[2 * INI_LONGEST_NAME + INI_LONGEST_KEY + 4];
    struct text safe = {0};
    for (size_t i = 0; i < section->count; i++) {
        snprintf(name, sizeof name, "%s%s%s:%s", section->kind,
                 section->id[0] != '\0' ? " " : "", section->id, entries[i].key);
        const char *value = iniparser_getstring(loaded, name, NULL);
        text_clear(&safe);
        add_safe(&safe, entries[i].value);
        if (value == NULL || strcmp(value, text_string(&safe)) != 0)
            INI_FAULT(draft, entries[i].line, 0, entries[i].key,
                      "iniparser reads this line otherwise: word it anew",
                      "iniparser liest diese Zeile anders: Bitte neu formulieren");
    }
    text_free(&safe);
}

void ini_draft_compare(struct ini_draft *draft) {
    if (draft->normal.length == 0)
        return;
    dictionary *loaded = load(&draft->normal);
    if (loaded == NULL || (size_t)iniparser_getnsec(loaded) != draft->section_count) {
        INI_FAULT(draft, 0, 0, NULL, "iniparser does not read this file as it stands",
                  "iniparser liest diese Datei nicht so, wie sie dasteht");
    } else {
        const struct ini_entry *entries = draft->entries;
        for (size_t i = 0; i < draft->section_count; i++) {
            compare_section(draft, loaded, &draft->sections[i], entries);
            entries += draft->sections[i].count;
        }
    }
    if (loaded != NULL)
        iniparser_freedict(loaded);
}
