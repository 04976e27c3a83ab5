#include "verify/links.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "verify/helper.h"
#include "verify/packed.h"
#include "verify/plain.h"

/* What has a value that is loaded or followed. */
static const char *const attributes[] = {
    "href=", "src=", "srcset=", "Target=", "action=", "poster=", "url(", "@import "};
static const char *const paths[] = {"/home/", "/root/", "/Users/", "/tmp/",
                                    "/var/",  "/mnt/",  "/media/"};

struct look {
    struct work *work;
    const char *name, *bytes;
    const char *reports; /* all text reports, in which the organiser's addresses stand */
    bool packed;         /* parts of a packed file name each other; lines say nothing */
};

static struct diag_place place_of(const struct look *look, const char *at) {
    return work_place(look->work, look->name, look->packed ? 0 : plain_line(look->bytes, at));
}

static void refuse_path(const struct look *look, const char *at) {
    struct diag_place place = place_of(look, at);
    diag_add(look->work->diag, DIAG_ERROR, &place,
             "names a path of a machine: take it out of the questionnaire or the quotation, "
             "and make all anew with 'nachlese run'",
             "nennt einen Pfad eines Rechners: aus Fragebogen oder Zitat nehmen und alles mit "
             "„nachlese run“ neu erzeugen");
}

static void refuse_link(const struct look *look, const char *at) {
    struct diag_place place = place_of(look, at);
    diag_add(look->work->diag, DIAG_ERROR, &place,
             "leads out of the file, to no address that the report shows: make it anew with "
             "'nachlese run', and add nothing by hand",
             "führt aus der Datei hinaus, zu keiner Adresse, die im Bericht steht: mit "
             "„nachlese run“ neu erzeugen und nichts von Hand ergänzen");
}

static bool is_allowed(const struct look *look, const char *value, size_t length) {
    bool scheme = memmem(value, length, "://", 3) != NULL;
    if (length == 0 || value[0] == '#' || strncmp(value, "tel:", 4) == 0 ||
        strncmp(value, "data:", 5) == 0 ||
        (look->packed && !scheme && strncmp(value, "mailto:", 7) != 0))
        return true;
    size_t skipped = strncmp(value, "mailto:", 7) == 0 ? 7 : 0;
    if (skipped == 0 && !scheme)
        return false;
    return strstr(look->reports, arena_copy_bytes(look->work->arena, value + skipped,
                                                  length - skipped)) != NULL;
}

static void find_links(const struct look *look) {
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        for (const char *at = look->bytes; (at = strstr(at, attributes[i])) != NULL;) {
            const char *value = at + strlen(attributes[i]);
            value += strspn(value, "\"' ");
            size_t length = strcspn(value, "\"') >");
            if (!is_allowed(look, value, length))
                refuse_link(look, at);
            at = value;
        }
}

/* A path begins behind a blank, a quotation mark or the like, not within an address. */
static bool begins(const struct look *look, const char *at) {
    return at == look->bytes ||
           (!isalnum((unsigned char)at[-1]) && strchr("/.-_~%<", at[-1]) == NULL);
}

static void find_word(const struct look *look, const char *word) {
    for (const char *at = look->bytes; (at = strcasestr(at, word)) != NULL; at++)
        if (begins(look, at))
            refuse_path(look, at);
}

/* "C:\". */
static void find_drives(const struct look *look) {
    for (const char *at = look->bytes; (at = strstr(at, ":\\")) != NULL; at++)
        if (at > look->bytes && isalpha((unsigned char)at[-1]) &&
            (at == look->bytes + 1 || !isalnum((unsigned char)at[-2])))
            refuse_path(look, at);
}

static void find_paths(const struct look *look) {
    char *own = realpath(look->work->files->folder, NULL);
    bool under_known = false;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        find_word(look, paths[i]);
        under_known =
            under_known || (own != NULL && strncmp(own, paths[i], strlen(paths[i])) == 0);
    }
    find_word(look, "file://");
    find_drives(look);
    if (own != NULL && strlen(own) > 1 && !under_known)
        find_word(look, own);
    free(own);
}

static const char *all_reports(struct work *work) {
    struct text all = {0};
    for (size_t i = 0; i < work->files->count; i++)
        if (run_files_fits(work->files->files[i].name, "public/report.", ".txt")) {
            const char *text = work_load(work, work->files->files[i].name);
            text_add(&all, text != NULL ? text : "");
        }
    const char *copy = arena_copy(work->arena, text_string(&all));
    text_free(&all);
    return copy;
}

static bool ends_in(const char *name, const char *ending) {
    return run_files_fits(name, "public/", ending);
}

/* A PDF has its words, and a list of what it leads to. */
static void look_into_pdf(struct look *look) {
    const char *const arguments[] = {"-url", "--",
                                     run_files_find(look->work->files, look->name)->path, NULL};
    look->packed = true;
    look->bytes = helper_pdf(look->work, look->name);
    if (look->bytes != NULL)
        find_paths(look);
    const char *at = helper_read(look->work, "pdfinfo", arguments, look->name);
    while (at != NULL && (at = strstr(at, "Annotation")) != NULL) {
        at += strlen("Annotation");
        at += strspn(at, " ");
        if (!is_allowed(look, at, strcspn(at, " \n")))
            refuse_link(look, at);
    }
}

static void look_into(struct work *work, const char *name, const char *reports) {
    struct look look = {.work = work, .name = name, .reports = reports};
    look.packed = ends_in(name, ".odt") || ends_in(name, ".xlsx");
    bool page = ends_in(name, ".html") || ends_in(name, ".svg") || look.packed;
    if (ends_in(name, ".pdf")) {
        look_into_pdf(&look);
    } else if (!ends_in(name, ".png")) {
        look.bytes = look.packed ? packed_read(work, name) : work_load(work, name);
        if (look.bytes == NULL)
            return;
        find_paths(&look);
        if (page)
            find_links(&look);
    }
}

void links_check(struct work *work) {
    const char *reports = all_reports(work);
    for (size_t i = 0; i < work->files->count; i++)
        if (ends_in(work->files->files[i].name, "") && S_ISREG(work->files->files[i].mode))
            look_into(work, work->files->files[i].name, reports);
}
