/* The pictures that can be placed in a report, as its layout measures them. */
#ifndef REPORT_PICTURES_H
#define REPORT_PICTURES_H

/* Reads each file once. */
struct pictures;

/* Those of a folder, which is not copied; NULL: there are none. The owner frees them. */
struct pictures *pictures_new(const char *folder);
/* NULL is fine. */
void pictures_free(struct pictures *pictures);

/* How high a picture is in the page as a part of its width, without the title that its caption
 * says; 0 where there is none, or pictures is NULL. */
double pictures_height(struct pictures *pictures, const char *id);
/* The words in it, without its title, a line each; "" where there is none. They live as long as
 * the pictures. */
const char *pictures_drawn(struct pictures *pictures, const char *id);

#endif
