/* Withdrawals: what is written is read again and found; what was damaged is refused. */
#include "survey/withdrawals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/sealed.h"

static char path[] = "/tmp/survey_withdrawals_XXXXXX";

static unsigned find(struct withdrawals *withdrawals, enum withdrawal_kind kind,
                     const char *value) {
    return withdrawals_find(withdrawals, kind, value, strlen(value));
}

static struct withdrawals *read_again(void) {
    FILE *nowhere = fopen("/dev/null", "w");
    struct diag *diag = diag_new(nowhere);
    struct withdrawals *withdrawals = withdrawals_read(path, diag);
    diag_free(diag);
    fclose(nowhere);
    return withdrawals;
}

static void write_two(void) {
    struct withdrawals *withdrawals = withdrawals_new();
    withdrawals_add(withdrawals, WITHDRAWAL_EMAIL, "anna@example.org", WITHDRAW_CONTACT);
    withdrawals_add(withdrawals, WITHDRAWAL_EMAIL, "Anna@Example.org ", WITHDRAW_QUOTES);
    withdrawals_add(withdrawals, WITHDRAWAL_RECEIPT, "17", WITHDRAW_ALL);
    assert_int_equal(withdrawals->count, 2);
    withdrawals_write(withdrawals, path);
    withdrawals_free(withdrawals);
}

static void what_is_written_is_found(void **state) {
    struct stat status;
    (void)state;
    write_two();
    struct withdrawals *withdrawals = read_again();
    assert_non_null(withdrawals);
    assert_int_equal(find(withdrawals, WITHDRAWAL_EMAIL, " ANNA@example.org"),
                     WITHDRAW_CONTACT | WITHDRAW_QUOTES);
    assert_int_equal(find(withdrawals, WITHDRAWAL_RECEIPT, "17"), WITHDRAW_ALL);
    assert_int_equal(find(withdrawals, WITHDRAWAL_EMAIL, "17"), 0);
    assert_int_equal(find(withdrawals, WITHDRAWAL_RECEIPT, "170"), 0);
    assert_int_equal(withdrawals->rows[1].found, 1);
    withdrawals_free(withdrawals);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void the_file_does_not_name_anybody(void **state) {
    char bytes[1000] = "";
    (void)state;
    write_two();
    FILE *stream = fopen(path, "r");
    assert_true(fread(bytes, 1, sizeof bytes - 1, stream) > 0);
    fclose(stream);
    assert_null(strstr(bytes, "anna"));
    assert_null(strstr(bytes, "example"));
}

/* Any byte of it changed, or any number of them cut off. */
static void damage_is_refused(void **state) {
    char bytes[1000];
    (void)state;
    write_two();
    FILE *stream = fopen(path, "r");
    size_t length = fread(bytes, 1, sizeof bytes, stream);
    fclose(stream);
    for (size_t i = 0; i < length; i++) {
        for (int cut = 0; cut < 2; cut++) {
            char kept = bytes[i];
            bytes[i] = bytes[i] == 'a' ? 'b' : 'a';
            stream = fopen(path, "w");
            fwrite(bytes, 1, cut == 1 ? i : length, stream);
            fclose(stream);
            bytes[i] = kept;
            assert_null(read_again());
        }
    }
}

/* Its seal would hold by a key that nobody gave. */
static void a_file_without_key_is_refused(void **state) {
    struct text text = {0};
    (void)state;
    text_add(&text, "kind,scope,day,digest\n");
    sealed_write(path, "seal,,,", "", &text);
    text_free(&text);
    assert_null(read_again());
}

static void a_missing_file_holds_none(void **state) {
    (void)state;
    remove(path);
    struct withdrawals *withdrawals = read_again();
    assert_non_null(withdrawals);
    assert_int_equal(withdrawals->count, 0);
    withdrawals_free(withdrawals);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_found),
        cmocka_unit_test(the_file_does_not_name_anybody),
        cmocka_unit_test(damage_is_refused),
        cmocka_unit_test(a_file_without_key_is_refused),
        cmocka_unit_test(a_missing_file_holds_none),
    };
    int descriptor = mkstemp(path);
    if (descriptor < 0)
        return 1;
    close(descriptor);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
