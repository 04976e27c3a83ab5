#include "report/report.h"

#include "report/first_page.h"
#include "report/layout.h"
#include "report/main_findings.h"
#include "report/method_box.h"
#include "report/response.h"
#include "report/selected_part.h"
#include "report/sheet.h"

void report_write(struct report *report) {
    if (!facts_have_results(&report->teller.facts) || selected_is_nowhere(report)) {
        first_page_write(report, NULL);
        method_box_write(report, false);
        return;
    }
    const struct main_findings findings = main_findings_of(report);
    report->findings = &findings;
    struct layout layout = layout_of(report);
    first_page_write(report, &layout);
    for (size_t i = 0; i < layout.count; i++)
        sheet_write(report, &layout.page[i], layout.left_out);
    report->findings = NULL;
}
