/* Who decides on what a finding shows, to the best of the organiser's knowledge. */
#ifndef REPORT_DECIDERS_H
#define REPORT_DECIDERS_H

#include "report/report.h"

/* A sentence about exactly the rows of the tables from that block of the page on, and about the
 * item of the topic, where it is one: "Wer entscheidet, nach bestem Wissen: Freistaat; bei
 * „Förderanträge vereinfachen“ auch EU." "" where nobody is named. Lives in the report's arena.
 */
const char *deciders_sentence(const struct report *report, const struct topic *topic,
                              size_t first_block);

#endif
