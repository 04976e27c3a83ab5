#include "nachlese/pictures.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/language.h"
#include "base/process.h"

bool pictures_can_be_drawn(void) {
    char *path = process_find("gnuplot");
    bool found = path != NULL;
    free(path);
    return found;
}

void pictures_say_failure(const char *directory) {
    fprintf(stderr,
            language_pick("%s: the pictures failed, so %s is left as it was; --no-charts makes "
                          "the reports without them\n",
                          "%s: Die Bilder sind misslungen, darum bleibt %s, wie es war; "
                          "--no-charts macht die Berichte ohne sie\n"),
            die_program(), directory);
}
