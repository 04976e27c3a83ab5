#include "quotes/marks.h"

#include <string.h>

unsigned marks_find(const char *tidy) {
    struct scan scan = scan_new(tidy);
    unsigned marks = 0;
    marks |= (unsigned)marks_take_ibans(&scan) << MARK_IBAN;
    marks |= (unsigned)marks_take_emails(&scan) << MARK_EMAIL;
    marks |= (unsigned)marks_take_urls(&scan) << MARK_URL;
    marks |= (unsigned)marks_take_handles(&scan) << MARK_HANDLE;
    marks |= (unsigned)marks_take_addresses(&scan) << MARK_ADDRESS;
    marks |= (unsigned)marks_take_persons(&scan) << MARK_PERSON;
    marks |= marks_take_numbers(&scan);
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
