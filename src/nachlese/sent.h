/* `nachlese sent`: notes in the ledger of a run's folder that its report was sent, or was not.
 * Nothing is kept after sent_main returns. */
#ifndef NACHLESE_SENT_H
#define NACHLESE_SENT_H

/* With the words of the command line behind "nachlese". Returns the exit code: EXIT_FINE,
 * EXIT_DATA for a damaged ledger and made-up answers, EXIT_NO_INPUT where there is no run or no
 * such release. */
int sent_main(int count, char **words);

#endif
