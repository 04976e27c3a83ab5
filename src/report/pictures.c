#include "report/pictures.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "report/html_chart.h"

struct measured {
    const char *id, *drawn;
    double height;
    struct measured *next;
};

struct pictures {
    const char *folder;
    struct arena *arena;
    struct measured *first;
};

struct pictures *pictures_new(const char *folder) {
    if (folder == NULL)
        return NULL;
    struct pictures *pictures = memory_allocate(1, sizeof *pictures);
    pictures->folder = folder;
    pictures->arena = arena_new();
    return pictures;
}

void pictures_free(struct pictures *pictures) {
    if (pictures == NULL)
        return;
    arena_free(pictures->arena);
    free(pictures);
}

static const struct measured *measured_of(struct pictures *pictures, const char *id) {
    struct measured *found = pictures->first;
    while (found != NULL && strcmp(found->id, id) != 0)
        found = found->next;
    if (found == NULL) {
        struct text lines = {0};
        html_chart_drawn(&lines, pictures->folder, id);
        found = arena_allocate(pictures->arena, 1, sizeof *found);
        *found = (struct measured){arena_copy(pictures->arena, id),
                                   arena_copy(pictures->arena, text_string(&lines)),
                                   html_chart_height(pictures->folder, id), pictures->first};
        pictures->first = found;
        text_free(&lines);
    }
    return found;
}

double pictures_height(struct pictures *pictures, const char *id) {
    return pictures != NULL ? measured_of(pictures, id)->height : 0;
}

const char *pictures_drawn(struct pictures *pictures, const char *id) {
    return pictures != NULL ? measured_of(pictures, id)->drawn : "";
}
