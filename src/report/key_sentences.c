#include "report/key_sentences.h"

#include "wording/sentence.h"

void key_sentences_write(const struct report *report, const struct question *question) {
    struct sentences sentences = sentence_all_of_question(&report->teller, question);
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}
