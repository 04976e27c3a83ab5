#include "report/topic.h"

#include "wording/statement.h"

static void say_all(const struct report *report, const struct topic *topic) {
    struct sentences sentences = statement_of(&report->teller, topic);
    for (size_t i = 0; i < sentences.count; i++)
        page_say(report->page, sentences.line[i]);
}

void topic_write(const struct report *report, const struct topic *topic) {
    if (!statement_exists(&report->teller, topic))
        return;
    page_gap(report->page);
    page_question(report->page, topic->id, "", statement_title(&report->teller, topic));
    say_all(report, topic);
    page_gap(report->page);
}

void topic_write_brief(const struct report *report, const struct topic *topic,
                       size_t most_rows) {
    (void)most_rows;
    say_all(report, topic);
}
