/* What online forms say besides the words of the questionnaire: before the first question,
 * behind the last, and where an answer is refused. Nothing is allocated that stays. */
#ifndef FORM_ONLINE_WORDS_H
#define FORM_ONLINE_WORDS_H

#include "base/text.h"

/* X(identifier, English, German); {value} is filled. */
#define ONLINE_WORDS(X)                                                                         \
    X(WELCOME,                                                                                  \
      "Welcome, and thank you for taking part. You can leave out every question that has no "   \
      "asterisk, and stop at any time.",                                                        \
      "Guten Tag, und danke, dass Sie mitmachen. Sie können jede Frage ohne Sternchen "        \
      "auslassen und jederzeit aufhören.")                                                      \
    X(WELCOME_CONTACTS,                                                                         \
      "This is about your contact data. They are kept apart from your answers, and nothing "    \
      "leads from one to the other.",                                                           \
      "Hier geht es um Ihre Kontaktdaten. Sie liegen getrennt von Ihren Antworten, und "        \
      "nichts "                                                                                 \
      "führt vom einen zum anderen.")                                                           \
    X(PUBLISHER, "Published by: {value}", "Herausgeber: {value}")                               \
    X(CONTROLLER, "Responsible for the data: {value}",                                          \
      "Für die Daten verantwortlich: {value}")                                                  \
    X(PURPOSE, "What they are for: {value}", "Wofür sie da sind: {value}")                      \
    X(CONTACT, "Questions about this survey: {value}", "Fragen zu dieser Umfrage: {value}")     \
    X(THANKS, "Thank you for your answers.", "Vielen Dank für Ihre Antworten.")                 \
    X(RECEIPT,                                                                                  \
      "With this number you can have your answers taken back later. Please note it down; "      \
      "nobody can look it up for you:",                                                         \
      "Mit dieser Nummer können Sie Ihre Antworten später zurückziehen. Bitte notieren Sie " \
      "sie, denn niemand kann sie für Sie nachsehen:")                                          \
    X(LINK, "On to your contact data, kept apart from your answers",                            \
      "Weiter zu Ihren Kontaktdaten, getrennt von Ihren Antworten")                             \
    X(OTHER_TEXT, "Please say in words:", "Bitte in Worten:")                                   \
    X(AT_MOST, "Please choose at most {value}.", "Bitte höchstens {value} auswählen.")          \
    X(ALONE, "“{value}” excludes all other answers.",                                           \
      "„{value}“ schließt alle anderen Antworten aus.")                                         \
    X(RANGE, "Possible is {value}.", "Möglich ist {value}.")                                    \
    X(FROM_TO, "{value} to ", "{value} bis ")

#define ONLINE_WORD_ENUM(identifier, english, german) ONLINE_WORD_##identifier,
enum online_word { ONLINE_WORDS(ONLINE_WORD_ENUM) ONLINE_WORD_COUNT };
#undef ONLINE_WORD_ENUM

/* Appends the words, in German where language is "de" and else in English, filled with value,
 * which may be NULL where nothing is filled. */
void online_words_add(struct text *result, const char *language, enum online_word word,
                      const char *value);

#endif
