#include "nachlese/previous.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/text.h"

enum { OPEN_FOLDERS = 16 };

/* nftw hands its visitor no context: where the tree that is linked begins and where it goes. */
static const char *link_from, *link_to;

static int remove_entry(const char *path, const struct stat *status, int kind,
                        struct FTW *place) {
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static int link_entry(const char *path, const struct stat *status, int kind,
                      struct FTW *place) {
    (void)place;
    struct text target = {0};
    text_add_format(&target, "%s%s", link_to, path + strlen(link_from));
    int result =
        kind == FTW_D ? mkdir(target.bytes, status->st_mode & 0777) : link(path, target.bytes);
    text_free(&target);
    return result;
}

/* Both have the file of that name, with the same bytes. */
static bool is_same(const char *old_public, const char *new_public, const char *name) {
    char digests[2][DIGEST_SIZE];
    const char *const folders[] = {old_public, new_public};
    for (int i = 0; i < 2; i++) {
        struct text path = {0};
        text_add_format(&path, "%s/%s", folders[i], name);
        bool read = digest_file(path.bytes, digests[i]);
        text_free(&path);
        if (!read)
            return false;
    }
    return strcmp(digests[0], digests[1]) == 0;
}

bool previous_pictures(const char *old_public, const char *new_public) {
    struct text from = {0}, to = {0};
    text_add_format(&from, "%s/charts", old_public);
    text_add_format(&to, "%s/charts", new_public);
    nftw(to.bytes, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    link_from = from.bytes;
    link_to = to.bytes;
    bool kept = is_same(old_public, new_public, "published.csv") &&
                is_same(old_public, new_public, "codebook.csv") &&
                nftw(from.bytes, link_entry, OPEN_FOLDERS, FTW_PHYS) == 0;
    if (!kept)
        nftw(to.bytes, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    text_free(&from);
    text_free(&to);
    return kept;
}
