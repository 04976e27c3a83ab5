/* `nachlese delete`: what the organisers promised to delete, of a folder of a run. */
#ifndef NACHLESE_DELETE_H
#define NACHLESE_DELETE_H

/* The command; words[0] is "delete". Lists; deletes with --yes alone, and then notes it in a
 * file without personal data. Follows no link, and removes nothing but what a run makes in
 * internal/ and the exports that are named. Returns the exit code: EXIT_IO where a file could
 * not be removed. */
int delete_main(int count, char **words);

#endif
