/* What a started program gets, that it is found, and that it does not outlive who started it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process.h"

static int wait_for(pid_t pid) {
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

/* Runs a line of shell in process and reads what it says on standard output. */
static int run_line(struct process *process, const char *line, char said[200]) {
    int ends[2];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    const char *const arguments[] = {"sh", "-c", line, NULL};
    process->program = "/bin/sh";
    process->arguments = arguments;
    process->streams[STDIN_FILENO] = PROCESS_NOTHING;
    process->streams[STDOUT_FILENO] = ends[1];
    process->streams[STDERR_FILENO] = STDERR_FILENO;
    pid_t pid = 0;
    assert_int_equal(process_start(process, &pid), 0);
    close(ends[1]);
    int status = wait_for(pid);
    ssize_t size = read(ends[0], said, 199);
    said[size > 0 ? size : 0] = '\0';
    close(ends[0]);
    return WEXITSTATUS(status);
}

static void what_it_gets(void **state) {
    (void)state;
    char said[200];
    mode_t mask = 0137;
    struct process process = {.folder = "/usr/bin",
                              .environment = (const char *const[]){"ONLY=this", NULL},
                              .mask = &mask};
    assert_int_equal(run_line(&process, "echo $ONLY:$HOME:$(pwd):$(umask); cat; exit 7", said),
                     7);
    assert_string_equal(said, "this::/usr/bin:0137\n");
    setenv("FROM_US", "yes", 1);
    process = (struct process){0};
    assert_int_equal(run_line(&process, "echo $FROM_US", said), 0);
    assert_string_equal(said, "yes\n");
}

static void what_stays_open(void **state) {
    (void)state;
    enum { FAR_OFF = 100 }; /* above all that the shell opens for itself */
    char said[200], line[150];
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int kept = fcntl(null, F_DUPFD_CLOEXEC, FAR_OFF);
    int other = fcntl(null, F_DUPFD_CLOEXEC, FAR_OFF);
    assert_true(kept >= FAR_OFF && other >= FAR_OFF);
    /* Without a pipe: its ends would be open in the shell for a moment. */
    snprintf(line, sizeof line,
             "for i in %d %d; do [ ! -e /proc/$$/fd/$i ] || echo $i; done; echo .", kept,
             other);
    struct process process = {.kept = kept};
    run_line(&process, line, said);
    char wanted[20];
    snprintf(wanted, sizeof wanted, "%d\n.\n", kept);
    assert_string_equal(said, wanted);
    process = (struct process){0};
    run_line(&process, line, said);
    assert_string_equal(said, ".\n");
    close(kept);
    close(other);
    close(null);
}

static void signals_are_as_usual(void **state) {
    (void)state;
    char said[200];
    sigset_t set, before;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, &before);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_IGN);
    struct process process = {.leads_group = true};
    /* What else is ignored (by nohup, say) stays so, maybe up to the 64th signal, which no
     * shell can calculate with: the digits of SIGPIPE (13) and SIGCHLD (17) are cut out. */
    run_line(&process,
             "blocked=$(sed -n 's/SigBlk:.*\\(.....\\)$/\\1/p' /proc/$$/status) && "
             "child=$(sed -n 's/SigIgn:.*\\(.\\)....$/\\1/p' /proc/$$/status) && "
             "pipe=$(sed -n 's/SigIgn:.*\\(.\\)...$/\\1/p' /proc/$$/status) && "
             "echo $((0x$blocked)) $((0x$pipe & 1)) $((0x$child & 1))",
             said);
    signal(SIGPIPE, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    assert_string_equal(said, "0 0 0\n");
}

static void what_cannot_be_started(void **state) {
    (void)state;
    pid_t pid = 0;
    struct process process = {.program = "/nonexistent/program",
                              .arguments = (const char *const[]){"program", NULL},
                              .streams = {0, 1, 2}};
    assert_int_equal(process_start(&process, &pid), ENOENT);
    process.program = "/etc/passwd";
    assert_int_equal(process_start(&process, &pid), EACCES);
    process.program = "/bin/sh";
    process.folder = "/nonexistent";
    assert_int_equal(process_start(&process, &pid), ENOENT);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

/* A parent in between is killed; its child holds the only writing end of a pipe, so that the
 * pipe closes when it ends. */
static void it_dies_with_its_parent(void **state) {
    (void)state;
    int ends[2];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    pid_t parent = fork();
    if (parent == 0) {
        struct process process = {.program = "/bin/sleep",
                                  .arguments = (const char *const[]){"sleep", "60", NULL},
                                  .streams = {PROCESS_NOTHING, ends[1], PROCESS_NOTHING}};
        pid_t pid = 0;
        bool started = process_start(&process, &pid) == 0;
        close(ends[1]);
        raise(started ? SIGKILL : SIGTERM);
    }
    close(ends[1]);
    assert_int_equal(WTERMSIG(wait_for(parent)), SIGKILL);
    struct pollfd end = {ends[0], POLLIN, 0};
    assert_int_equal(poll(&end, 1, 10000), 1);
    assert_int_equal(end.revents & POLLHUP, POLLHUP);
    close(ends[0]);
}

static void make_file(const char *path, mode_t mode) {
    close(open(path, O_WRONLY | O_CREAT, mode));
}

static void where_it_is_found(void **state) {
    (void)state;
    char folder[] = "/tmp/process-XXXXXX", path[300];
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("one", 0777) + mkdir("two", 0777) + mkdir("two/folder", 0777), 0);
    make_file("one/program", 0666);
    make_file("two/program", 0777);
    make_file("here", 0777);
    snprintf(path, sizeof path, "%s/none:%s/one::.:two:%s/two", folder, folder, folder);
    setenv("PATH", path, 1);
    char *found = process_find("program");
    snprintf(path, sizeof path, "%s/two/program", folder);
    assert_string_equal(found, path);
    free(found);
    /* Not in the folder where we happen to be; and a folder is no program. */
    assert_null(process_find("here"));
    assert_null(process_find("folder"));
    setenv("PATH", "", 1);
    assert_null(process_find("sh"));
    unsetenv("PATH");
    found = process_find("sh");
    assert_non_null(found);
    free(found);
    assert_int_equal(unlink("one/program") + unlink("two/program") + unlink("here"), 0);
    assert_int_equal(rmdir("two/folder") + rmdir("one") + rmdir("two") + rmdir(folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_gets),
        cmocka_unit_test(what_stays_open),
        cmocka_unit_test(signals_are_as_usual),
        cmocka_unit_test(what_cannot_be_started),
        cmocka_unit_test(it_dies_with_its_parent),
        cmocka_unit_test(where_it_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
