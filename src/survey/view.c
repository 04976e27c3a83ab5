#include "survey/view.h"

#include <string.h>

static const char *const names[] = {
    [VIEW_ALL] = "all",           [VIEW_CLASS] = "class",
    [VIEW_COARSE_ALL] = "coarse", [VIEW_COARSE_CLASS] = "coarse_class",
    [VIEW_NOTHING] = "nothing",
};

bool view_is_coarse(enum view view) {
    return view == VIEW_COARSE_ALL || view == VIEW_COARSE_CLASS;
}

bool view_is_class(enum view view) {
    return view == VIEW_CLASS || view == VIEW_COARSE_CLASS;
}

void view_describe(struct text *text, enum view view, enum class_kind kind) {
    text_add(text, names[view]);
    if (view_is_class(view))
        text_add_format(text, " %s", class_kind_name(kind));
}

static struct table_view view_of(const struct result *row) {
    const struct table_view nothing = {VIEW_NOTHING, {CLASS_NONE, ""}};
    size_t length = strcspn(row->method, " ");
    const char *kind = row->method[length] == ' ' ? row->method + length + 1 : "";
    for (enum view view = VIEW_ALL; view < VIEW_NOTHING; view++) {
        if (strlen(names[view]) != length || memcmp(names[view], row->method, length) != 0)
            continue;
        struct answer_class class = {class_kind_named(kind, strlen(kind)), row->category};
        bool fits = view_is_class(view) == (class.kind != CLASS_NONE);
        return fits ? (struct table_view){view, class} : nothing;
    }
    return nothing;
}

struct table_view view_find(const struct results *results, const char *question,
                            const char *item, const char *by) {
    for (size_t i = 0; i < results->count; i++) {
        const struct result *row = &results->rows[i];
        if (row->statistic == STATISTIC_VIEW && strcmp(row->question, question) == 0 &&
            strcmp(row->item, item) == 0 && results_by_is(by, row->by))
            return view_of(row);
    }
    return (struct table_view){VIEW_NOTHING, {CLASS_NONE, ""}};
}
