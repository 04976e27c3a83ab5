/* Whether a question asks for contact data, by the words of its heading. */
#ifndef FORM_CONTACT_WORDS_H
#define FORM_CONTACT_WORDS_H

#include "survey/questionnaire.h"

enum contact_guess {
    CONTACT_NOT,    /* nothing in it asks for that, or what does is a word for something else:
                       "E-Mobilität", "Telefonkonferenz" */
    CONTACT_UNSURE, /* it may: "Telefonliste", or a long question that speaks of e-mail.
                       Somebody must be asked */
    CONTACT_SURE    /* "E-Mail", "Ihr Name", "Phone number": still a guess */
};

/* Words: a heading, the text of a question or the code that the form system has for it, in
 * German or English; NULL is CONTACT_NOT. A postal code or a place is none: it can tell who
 * somebody is, but nobody is reached by it. */
enum contact_guess contact_words_judge(const char *words);
/* The same for a text in several languages: what the surest of them says. */
enum contact_guess contact_words_judge_label(const struct label *label);

#endif
