#include "form/xlsform_language.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *code, *name, *english;
} languages[] = {
    {"ar", "العربية", "Arabic"},       {"cs", "Čeština", "Czech"},
    {"da", "Dansk", "Danish"},         {"de", "Deutsch", "German"},
    {"en", "English", "English"},      {"es", "Español", "Spanish"},
    {"fi", "Suomi", "Finnish"},        {"fr", "Français", "French"},
    {"hr", "Hrvatski", "Croatian"},    {"hu", "Magyar", "Hungarian"},
    {"it", "Italiano", "Italian"},     {"nl", "Nederlands", "Dutch"},
    {"no", "Norsk", "Norwegian"},      {"pl", "Polski", "Polish"},
    {"pt", "Português", "Portuguese"}, {"ro", "Română", "Romanian"},
    {"ru", "Русский", "Russian"},      {"sk", "Slovenčina", "Slovak"},
    {"sv", "Svenska", "Swedish"},      {"tr", "Türkçe", "Turkish"},
    {"uk", "Українська", "Ukrainian"},
};

const char *xlsform_language_name(struct arena *arena, const char *code) {
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strcmp(languages[i].code, code) == 0)
            return arena_format(arena, "%s (%s)", languages[i].name, code);
    return arena_format(arena, "%s (%s)", code, code);
}

const char *xlsform_language_code(struct arena *arena, const char *name) {
    const char *open = strrchr(name, '('), *close = open != NULL ? strchr(open, ')') : NULL;
    if (close != NULL && close > open + 2)
        return arena_copy_bytes(arena, open + 1, (size_t)(close - open) - 1);
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strcasecmp(languages[i].name, name) == 0 ||
            strcasecmp(languages[i].english, name) == 0)
            return languages[i].code;
    return arena_copy(arena, name);
}
