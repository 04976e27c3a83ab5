#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/exit_code.h"
#include "base/output.h"

static char folder[] = "/tmp/nachlese-test-XXXXXX";

static int enter_folder(void **state) {
    (void)state;
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    (void)state;
    unlink("file");
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void write_file(const char *content, bool private_file) {
    struct output *output = output_open("file", private_file);
    fputs(content, output_stream(output));
    output_close(output);
}

static void check_file(const char *expected) {
    char content[64] = "";
    FILE *stream = fopen("file", "r");
    assert_non_null(stream);
    size_t length = fread(content, 1, sizeof content - 1, stream);
    fclose(stream);
    assert_int_equal(length, strlen(expected));
    assert_string_equal(content, expected);
}

static size_t files_in_folder(void) {
    DIR *listing = opendir(".");
    assert_non_null(listing);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        count += entry->d_name[0] != '.';
    closedir(listing);
    return count;
}

static void a_closed_output_is_whole(void **state) {
    (void)state;
    write_file("first\n", false);
    check_file("first\n");
    assert_int_equal(files_in_folder(), 1);
}

static void a_discarded_output_leaves_the_last_one(void **state) {
    (void)state;
    write_file("good\n", false);
    struct output *output = output_open("file", false);
    fputs("half", output_stream(output));
    output_discard(output);
    check_file("good\n");
    assert_int_equal(files_in_folder(), 1);
}

static void a_private_file_is_for_its_owner(void **state) {
    (void)state;
    write_file("secret\n", true);
    struct stat status;
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

/* The exit code of a child that writes one line to path. */
static int exit_code_of_writing(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(1);
        struct output *output = output_open(path, false);
        fputs("line\n", output_stream(output));
        output_close(output);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void write_errors_are_errors(void **state) {
    (void)state;
    assert_int_equal(exit_code_of_writing("/dev/full"), EXIT_IO);
    assert_int_equal(exit_code_of_writing("no-such-folder/file"), EXIT_CANNOT_CREATE);
    assert_int_equal(exit_code_of_writing("."), EXIT_CANNOT_CREATE);
    assert_int_equal(exit_code_of_writing("/dev/null"), EXIT_FINE);
}

static void who_dies_leaves_no_half_file(void **state) {
    (void)state;
    write_file("good\n", false);
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(1);
        struct output *whole = output_open("file", false), *other = output_open("other", true);
        fputs("half", output_stream(whole));
        fputs("half", output_stream(other));
        die(EXIT_RESOURCE, "end", "Ende");
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_RESOURCE);
    check_file("good\n");
    assert_int_equal(files_in_folder(), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_closed_output_is_whole),
        cmocka_unit_test(a_discarded_output_leaves_the_last_one),
        cmocka_unit_test(a_private_file_is_for_its_owner),
        cmocka_unit_test(write_errors_are_errors),
        cmocka_unit_test(who_dies_leaves_no_half_file),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
