#include "base/resource.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/text.h"

static void program_folder(char folder[PATH_MAX]) {
    ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (length <= 0)
        die(EXIT_RESOURCE, "cannot find the folder of the program:",
            "der Ordner des Programms ist nicht zu finden:");
    folder[length] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash != NULL)
        *slash = '\0';
}

char *resource_path(const char *name) {
    struct text path = {0};
    const char *data = getenv("NACHLESE_DATA");
    if (data != NULL && data[0] != '\0') {
        text_add_format(&path, "%s/%s", data, name);
        return path.bytes;
    }
    char folder[PATH_MAX];
    program_folder(folder);
    text_add_format(&path, "%s/../share/nachlese/%s", folder, name);
    return path.bytes;
}

char *resource_program(const char *name) {
    char folder[PATH_MAX];
    program_folder(folder);
    struct text path = {0};
    text_add_format(&path, "%s/%s", folder, name);
    return path.bytes;
}
