#include <string.h>

#include "survey/questionnaire_build.h"

const char **build_ids(struct builder *builder, const struct code *codes, size_t count,
                       bool dk) {
    const char **ids = arena_allocate(builder->arena, count + 1, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = codes[i].id;
    if (dk)
        ids[count] = "dk";
    return ids;
}

/* Appends a code unless it is there already. One that is reserved or misspelt is kept, so that
 * what refers to it is not told as a second fault, but needs no label. */
static struct code *add_code(struct builder *builder, const struct ini_section *section,
                             const struct ini_entry *entry, struct code *codes, size_t *count,
                             const char *id) {
    if (code_position(codes, *count, id) >= 0) {
        BUILD_FAULT(builder, section, entry, "duplicate code '%s': delete one of the two",
                    "Der Code '%s' steht doppelt: Bitte einen der beiden löschen", id);
        return NULL;
    }
    if (strcmp(id, "dk") == 0) {
        build_id(builder, section, entry, id, false);
        return NULL;
    }
    struct code *code = &codes[(*count)++];
    code->id = id;
    code->aliases = build_words(builder, section, arena_format(builder->arena, "alias.%s", id),
                                &code->alias_count);
    return code;
}

struct code *build_codes(struct builder *builder, const struct ini_section *section,
                         const char *key, const char *label_key, bool other_allowed,
                         size_t *count) {
    size_t word_count;
    const struct ini_entry *entry = ini_entry(section, key);
    const char *const *words = build_words(builder, section, key, &word_count);
    *count = 0;
    if (word_count > QUESTIONNAIRE_MAX_CODES) {
        BUILD_FAULT(builder, section, entry, "%zu codes, at most %d are allowed",
                    "%zu Codes, erlaubt sind höchstens %d", word_count,
                    QUESTIONNAIRE_MAX_CODES);
        word_count = QUESTIONNAIRE_MAX_CODES;
    }
    struct code *codes = arena_allocate(builder->arena, word_count, sizeof *codes);
    for (size_t i = 0; i < word_count; i++) {
        struct code *code = add_code(builder, section, entry, codes, count, words[i]);
        bool fine = code != NULL && build_id(builder, section, entry, words[i], other_allowed);
        if (code != NULL)
            code->label =
                build_label(builder, section,
                            arena_format(builder->arena, "%s.%s", label_key, words[i]), fine);
    }
    return codes;
}

/* Inside codes first, then those outside; one that is named in both is an error. */
static void append_outside(struct builder *builder, const struct ini_section *section,
                           struct code_list *list, const struct code *inside) {
    size_t count;
    const struct code *outside =
        build_codes(builder, section, "outside", "label", false, &count);
    struct code *all = arena_allocate(builder->arena, list->count + count, sizeof *all);
    if (list->count > 0)
        memcpy(all, inside, list->count * sizeof *all);
    list->codes = all;
    for (size_t i = 0; i < count; i++) {
        if (code_position(all, list->inside, outside[i].id) >= 0) {
            BUILD_FAULT(builder, section, ini_entry(section, "outside"),
                        "'%s' stands in codes and in outside: it can be in one only",
                        "'%s' steht in codes und in outside: Es darf nur in einem stehen",
                        outside[i].id);
            continue;
        }
        all[list->count] = outside[i];
        all[list->count++].outside = true;
    }
}

struct code_list build_code_list(struct builder *builder, const struct ini_section *section,
                                 enum measure measure, bool other_allowed) {
    static const char *const measures[] = {"nominal", "ordinal"};
    struct code_list list = {.id = "", .measure = measure};
    build_required(builder, section, "codes");
    const struct code *inside =
        build_codes(builder, section, "codes", "label", other_allowed, &list.inside);
    list.count = list.inside;
    append_outside(builder, section, &list, inside);
    int found = build_choice(builder, section, "measure", measures, 2, "measure", "Messniveau");
    if (found >= 0)
        list.measure = (enum measure)found;
    const struct ini_entry *codes = ini_entry(section, "codes");
    bool scale = list.measure == MEASURE_ORDINAL || strcmp(section->kind, "scale") == 0;
    if (scale && list.inside < 2 && codes != NULL)
        BUILD_FAULT(builder, section, codes, "a scale needs at least two codes",
                    "Eine Skala braucht mindestens zwei Codes");
    if (list.count > QUESTIONNAIRE_MAX_CODES)
        BUILD_FAULT(builder, section, codes, "more than %d codes, with those outside",
                    "Mehr als %d Codes, mit denen außerhalb", QUESTIONNAIRE_MAX_CODES);
    list.top = build_label(builder, section, "top", false);
    list.bottom = build_label(builder, section, "bottom", false);
    return list;
}

const size_t *build_positions(struct builder *builder, const struct ini_section *section,
                              const char *key, const struct code *codes, size_t code_count,
                              size_t *count) {
    size_t word_count;
    const struct ini_entry *entry = ini_entry(section, key);
    const char *const *words = build_words(builder, section, key, &word_count);
    size_t *positions = arena_allocate(builder->arena, word_count, sizeof *positions);
    bool *seen = arena_allocate(builder->arena, code_count, sizeof *seen);
    *count = 0;
    /* Of a list that is missing itself, nothing can be said. */
    for (size_t i = 0; i < word_count && code_count > 0; i++) {
        int position = code_position(codes, code_count, words[i]);
        if (position < 0) {
            build_unknown(builder, section, entry, words[i],
                          build_ids(builder, codes, code_count, false), code_count, "code",
                          "Code");
        } else if (seen[position]) {
            BUILD_FAULT(builder, section, entry, "'%s' is named twice", "'%s' steht doppelt",
                        words[i]);
        } else {
            seen[position] = true;
            positions[(*count)++] = (size_t)position;
        }
    }
    return positions;
}

static void build_scale(struct builder *builder, const struct ini_section *section,
                        struct scale *scale) {
    scale->section = section;
    scale->list = build_code_list(builder, section, MEASURE_ORDINAL, true);
    scale->list.id = section->id;
    scale->has_dk = build_yes(builder, section, "dk", false);
    scale->dk = build_label(builder, section, "label.dk", scale->has_dk);
    scale->dk_aliases = build_words(builder, section, "alias.dk", &scale->dk_alias_count);
    size_t count = scale->list.count + 1;
    const char *const *ids = NULL;
    if (ini_entry(section, "codes") != NULL)
        ids = build_ids(builder, scale->list.codes, scale->list.count, true);
    struct key_scope scopes[] = {{"label", ids, count}, {"alias", ids, count}};
    build_check_keys(builder, section, QUESTION_TYPES, scopes, 2);
}

void build_scales(struct builder *builder) {
    size_t count = build_count(builder, "scale"), at = 0;
    builder->scales = arena_allocate(builder->arena, count, sizeof *builder->scales);
    const struct ini_section *section;
    while ((section = build_next(builder, "scale", &at)) != NULL)
        build_scale(builder, section, &builder->scales[builder->scale_count++]);
}
