/* The ledger of releases: what is written is read again; what counts as sent; damage. */
#include "nachlese/ledger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char path[] = "/tmp/nachlese_ledger_XXXXXX";

static struct ledger *read_again(void) {
    FILE *nowhere = fopen("/dev/null", "w");
    struct diag *diag = diag_new(nowhere);
    struct ledger *ledger = ledger_read(path, diag);
    diag_free(diag);
    fclose(nowhere);
    return ledger;
}

static struct release *add_release(struct ledger *ledger, const char *const *records,
                                   size_t count) {
    size_t capacity = 0;
    struct release *release = ledger_add(ledger);
    release->survey = "harvest";
    release->made = "2021-03-19";
    release->figures = release->shape = "none";
    for (size_t i = 0; i < CUT_PART_COUNT; i++)
        release->cut[i] = "";
    for (size_t i = 0; i < count; i++) {
        char digest[DIGEST_SIZE];
        digest_keyed(ledger->key, records[i], strlen(records[i]), digest);
        record_list_add(&release->records, digest, &capacity);
    }
    release_sort(release);
    return release;
}

static void write_two(void) {
    static const char *const first[] = {"a", "b", "b"};
    static const char *const second[] = {"b", "a", "c", "b", "d"};
    struct ledger *ledger = ledger_new();
    struct release *release = add_release(ledger, first, 3);
    ledger_note(ledger, release, EVENT_SENT, "two \"networks\", by post");
    ledger_note(ledger, release, EVENT_NOT_SENT, NULL);
    ledger_note(ledger, release, EVENT_VERIFIED, NULL);
    ledger->standing = add_release(ledger, second, 5)->number;
    ledger_write(ledger, path);
    ledger_free(ledger);
}

static void what_is_written_is_read(void **state) {
    (void)state;
    write_two();
    struct ledger *ledger = read_again();
    assert_non_null(ledger);
    assert_int_equal(ledger->count, 2);
    assert_int_equal(ledger->standing, 2);
    const struct release *first = ledger_find(ledger, 1), *second = ledger_find(ledger, 2);
    assert_int_equal(first->event_count, 3);
    assert_string_equal(first->events[0].whom, "two \"networks\", by post");
    struct release_distance distance = record_list_compare(&first->records, &second->records);
    assert_int_equal(distance.added, 2);
    assert_int_equal(distance.removed, 0);
    distance = record_list_compare(&second->records, &first->records);
    assert_int_equal(distance.added, 0);
    assert_int_equal(distance.removed, 2);
    assert_false(release_is_sent(second));
    ledger_free(ledger);
}

/* A passed check of what somebody hands in counts as sent; the last word counts. */
static void the_last_event_counts(void **state) {
    (void)state;
    write_two();
    struct ledger *ledger = read_again();
    struct release *release = ledger_find(ledger, 1);
    assert_true(release_is_sent(release));
    ledger_note(ledger, release, EVENT_NOT_SENT, NULL);
    assert_false(release_is_sent(release));
    ledger_note(ledger, release, EVENT_SENT, "us");
    assert_true(release_is_sent(release));
    ledger_free(ledger);
}

static void a_forgotten_release_leaves_the_others(void **state) {
    (void)state;
    write_two();
    struct ledger *ledger = read_again();
    ledger_drop(ledger, 1);
    assert_null(ledger_find(ledger, 1));
    assert_int_equal(ledger_find(ledger, 2)->records.count, 5);
    assert_int_equal(ledger_add(ledger)->number, 3);
    ledger_free(ledger);
}

/* Any byte of it changed, or any number of them cut off. */
static void damage_is_refused(void **state) {
    static char bytes[10000];
    (void)state;
    write_two();
    FILE *stream = fopen(path, "r");
    size_t length = fread(bytes, 1, sizeof bytes, stream);
    fclose(stream);
    for (size_t i = 0; i < length; i++)
        for (int cut = 0; cut < 2; cut++) {
            char kept = bytes[i];
            bytes[i] = kept == 'a' ? 'b' : 'a';
            stream = fopen(path, "w");
            fwrite(bytes, 1, cut == 1 ? i : length, stream);
            fclose(stream);
            bytes[i] = kept;
            assert_null(read_again());
        }
}

static void a_missing_file_is_a_new_ledger(void **state) {
    (void)state;
    remove(path);
    struct ledger *ledger = read_again();
    assert_non_null(ledger);
    assert_int_equal(ledger->count, 0);
    assert_int_equal(ledger->standing, 0);
    ledger_free(ledger);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(the_last_event_counts),
        cmocka_unit_test(a_forgotten_release_leaves_the_others),
        cmocka_unit_test(damage_is_refused),
        cmocka_unit_test(a_missing_file_is_a_new_ledger),
    };
    int descriptor = mkstemp(path);
    if (descriptor < 0)
        return 1;
    close(descriptor);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
