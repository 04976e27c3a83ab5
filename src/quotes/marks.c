#include "quotes/marks.h"

#include <string.h>

#include "quotes/numbers.h"
#include "quotes/persons.h"
#include "quotes/places.h"
#include "quotes/reach.h"
#include "quotes/scan.h"

/* In an order: what was found is erased, so that a part of it is not found as something else.
 */
unsigned marks_find(const char *tidy) {
    struct scan scan = scan_new(tidy);
    unsigned marks = 0;
    marks |= (unsigned)numbers_take_ibans(&scan) << MARK_IBAN;
    marks |= (unsigned)reach_take_emails(&scan) << MARK_EMAIL;
    marks |= (unsigned)reach_take_urls(&scan) << MARK_URL;
    marks |= (unsigned)reach_take_handles(&scan) << MARK_HANDLE;
    marks |= (unsigned)places_found(&scan) << MARK_ADDRESS;
    marks |= (unsigned)persons_found(&scan) << MARK_PERSON;
    marks |= (unsigned)numbers_take_plates(&scan) << MARK_PLATE;
    marks |= (unsigned)numbers_take_births(&scan) << MARK_BIRTH;
    marks |= numbers_take_rest(&scan);
    scan_free(&scan);
    return marks;
}

bool marks_damaged(const char *changed, const char *original) {
    /* The replacement character, and UTF-8 that was read as Windows-1252. */
    static const char *const signs[] = {"\uFFFD", "Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„",
                                        "Ã–",     "Ãœ", "Ã©", "â€", "ï»¿"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strstr(changed, signs[i]) != NULL && strstr(original, signs[i]) == NULL)
            return true;
    return false;
}
