/* `nachlese withdraw`: takes back, for the future, what somebody consented to (Art. 7(3) GDPR).
 * What a run's folder can find is removed at once; the rest by the next run, which obeys
 * internal/withdrawals.csv. Nothing is kept after withdraw_main returns. */
#ifndef NACHLESE_WITHDRAW_H
#define NACHLESE_WITHDRAW_H

/* With the words of the command line behind "nachlese". Returns the exit code: EXIT_FINE,
 * EXIT_DATA where nobody with that address is known or a file is damaged, EXIT_NO_INPUT where
 * there is no run. */
int withdraw_main(int count, char **words);

#endif
