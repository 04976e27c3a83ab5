#include "form/draft_gather.h"

#include <string.h>

#include "base/text.h"

enum { MOST_BYTES = 900 }; /* of a remark, so that a line of the file holds it */

static void append(struct draft_remarks *remarks, struct draft_remark *remark) {
    remark->next = NULL;
    if (remarks->last != NULL)
        remarks->last->next = remark;
    else
        remarks->first = remark;
    remarks->last = remark;
}

static bool is_said(const struct draft_remarks *remarks, const struct draft_remark *remark) {
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next)
        if (at->guess == remark->guess && strcmp(at->text, remark->text) == 0)
            return true;
    return false;
}

/* Takes what is in `from`, but for what is there already. */
static void take(struct draft_remarks *remarks, struct draft_remarks *from) {
    for (struct draft_remark *at = from->first, *next; at != NULL; at = next) {
        next = at->next;
        if (!is_said(remarks, at))
            append(remarks, at);
    }
    *from = (struct draft_remarks){0};
}

static size_t count_guesses(const struct draft_remarks *remarks) {
    size_t count = 0;
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next)
        count += at->guess ? 1 : 0;
    return count;
}

static void add_guess(struct draft *draft, struct draft_remarks *remarks, struct text *line) {
    if (line->length == 0)
        return;
    struct draft_remark *remark = arena_allocate(draft->arena, 1, sizeof *remark);
    *remark = (struct draft_remark){true, arena_copy(draft->arena, text_string(line)), NULL};
    append(remarks, remark);
    text_clear(line);
}

/* The guesses first, in as few lines as have room for them, then what is lost. */
static void gather(struct draft *draft, struct draft_remarks *remarks) {
    struct draft_remarks gathered = {0};
    struct text line = {0};
    bool numbered = count_guesses(remarks) > 1;
    size_t number = 0;
    for (const struct draft_remark *at = remarks->first; at != NULL; at = at->next) {
        if (!at->guess)
            continue;
        if (line.length + strlen(at->text) > MOST_BYTES)
            add_guess(draft, &gathered, &line);
        if (numbered)
            text_add_format(&line, "%s(%zu) ", line.length > 0 ? " " : "", ++number);
        text_add(&line, at->text);
    }
    add_guess(draft, &gathered, &line);
    text_free(&line);
    for (struct draft_remark *at = remarks->first, *next; at != NULL; at = next) {
        next = at->next;
        if (!at->guess)
            append(&gathered, at);
    }
    *remarks = gathered;
}

/* A list that became a scale has its remarks there. */
static void gather_question(struct draft *draft, struct draft_question *question) {
    struct draft_remarks all = {0};
    take(&all, &question->remarks);
    if (question->codes.scale == NULL)
        take(&all, &question->codes.remarks);
    question->remarks = all;
    gather(draft, &question->remarks);
}

void draft_gather(struct draft *draft) {
    for (size_t i = 0; i < draft->section_count; i++)
        gather(draft, &draft->sections[i]->remarks);
    for (size_t i = 0; i < draft->scale_count; i++)
        gather(draft, &draft->scales[i]->remarks);
    for (size_t i = 0; i < draft->question_count; i++)
        gather_question(draft, draft->questions[i]);
}
