/* `nachlese new`: the folder of a survey that is to come. */
#ifndef NACHLESE_NEW_H
#define NACHLESE_NEW_H

/* The command; words[0] is "new". Asks nothing; returns the exit code. */
int new_main(int count, char **words);

#endif
