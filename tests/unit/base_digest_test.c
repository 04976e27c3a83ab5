/* Digests with and without a key, against published test vectors. */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* FIPS 180-2, appendix B.1. */
static void knows_the_digest_of_abc(void **state) {
    char digest[DIGEST_SIZE];
    (void)state;
    digest_bytes("abc", 3, digest);
    assert_string_equal(digest,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* RFC 4231, test case 2. */
static void knows_the_keyed_digest(void **state) {
    static const char bytes[] = "what do ya want for nothing?";
    char digest[DIGEST_SIZE];
    (void)state;
    digest_keyed("Jefe", bytes, strlen(bytes), digest);
    assert_string_equal(digest,
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

static void makes_another_key_each_time(void **state) {
    char one[DIGEST_SIZE], other[DIGEST_SIZE];
    (void)state;
    digest_make_key(one);
    digest_make_key(other);
    assert_int_equal(strspn(one, "0123456789abcdef"), DIGEST_SIZE - 1);
    assert_int_equal(strlen(one), DIGEST_SIZE - 1);
    assert_string_not_equal(one, other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_digest_of_abc),
        cmocka_unit_test(knows_the_keyed_digest),
        cmocka_unit_test(makes_another_key_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
