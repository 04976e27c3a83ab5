/* Where the files that belong to the programs lie. The caller frees results with free(). */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

/* The path of a file under share/nachlese beside the folder of the running program
 * ("wording/de.ini"); $NACHLESE_DATA replaces that folder where it is set. The file need not
 * exist. */
char *resource_path(const char *name);

/* The path of another program of the same folder ("nachlese-stats"). */
char *resource_program(const char *name);

#endif
