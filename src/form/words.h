/* What nachlese-form writes into forms besides the words of the questionnaire, in German and in
 * English: buttons, refusals, notices. Nothing is allocated. */
#ifndef FORM_WORDS_H
#define FORM_WORDS_H

#include <stdio.h>

#include "survey/questionnaire.h"

/* Of the page for typing in: X(name that its script knows, English, German). Places in braces
 * are filled by the script. */
#define ENTRY_WORDS(X)                                                                            \
    X(number, "Number:", "Nummer:")                                                               \
    X(numbers, "Numbers, with blanks between:", "Nummern, mit Leerzeichen dazwischen:")           \
    X(numbers_most, "Numbers, at most {most}, with blanks between:",                              \
      "Nummern, höchstens {most}, mit Leerzeichen dazwischen:")                                   \
    X(order, "Numbers in their order, the first place first, at most {most}:",                    \
      "Nummern der Reihe nach, der erste Platz zuerst, höchstens {most}:")                        \
    X(value, "Number from {from} to {to}:", "Zahl von {from} bis {to}:")                          \
    X(text, "In their own words:", "Im Wortlaut:")                                                \
    X(other, "In words:", "In Worten:")                                                           \
    X(nothing, "no answer", "keine Antwort")                                                      \
    X(mandatory, "(required)", "(Pflicht)")                                                       \
    X(from_to, "{from} to {to}", "{from} bis {to}")                                               \
    X(no_number, "There is no number {typed} here, but {numbers}.",                               \
      "Die Nummer {typed} gibt es hier nicht, sondern {numbers}.")                                \
    X(twice, "{typed} stands twice.", "{typed} steht doppelt.")                                   \
    X(one_only, "Only one answer is possible here.", "Hier ist nur eine Antwort möglich.")        \
    X(exclusive, "“{option}” excludes all other answers.",                                        \
      "„{option}“ schließt alle anderen Antworten aus.")                                          \
    X(most, "At most {most} are possible here.", "Hier sind höchstens {most} möglich.")           \
    X(mark, "Please write a decimal point, and no mark for thousands.",                           \
      "Bitte mit Dezimalkomma schreiben, und Tausender ohne Punkt.")                              \
    X(no_value, "This is no number; possible is {from} to {to}.",                                 \
      "Das ist keine Zahl; möglich ist {from} bis {to}.")                                         \
    X(whole, "Please a whole number.", "Bitte eine ganze Zahl.")                                  \
    X(decimals, "At most {most} digits behind the “{mark}”.",                                     \
      "Höchstens {most} Stellen hinter dem „{mark}“.")                                            \
    X(range, "Possible is {from} to {to}.", "Möglich ist {from} bis {to}.")                       \
    X(dk_and_value, "Either a number or a tick, not both.",                                       \
      "Entweder eine Zahl oder ein Kreuz, nicht beides.")                                         \
    X(other_missing, "Please write what was meant, if need be “not stated”.",                     \
      "Bitte schreiben, was gemeint ist, notfalls „ohne Angabe“.")                                \
    X(other_unchosen, "Something stands in words, but its number is not chosen.",                 \
      "In Worten steht etwas, aber seine Nummer ist nicht gewählt.")                              \
    X(required, "An answer is required here.", "Hier wird eine Antwort verlangt.")                \
    X(blank, "was left empty", "wurde leer gelassen")                                             \
    X(declined, "Without consent nothing else is asked or kept.",                                 \
      "Ohne Einwilligung wird nichts weiter gefragt oder aufgehoben.")                            \
    X(next, "Next answer (Ctrl+Enter)", "Nächste Antwort (Strg+Eingabe)")                         \
    X(again, "Mend the last one", "Letzte noch einmal ändern")                                    \
    X(save, "Save CSV", "CSV speichern")                                                          \
    X(finish, "Finished", "Fertig")                                                               \
    X(back, "Back", "Zurück")                                                                     \
    X(count_one, "{count} answer is taken.", "{count} Antwort ist aufgenommen.")                  \
    X(count, "{count} answers are taken.", "{count} Antworten sind aufgenommen.")                 \
    X(taken_one, "Taken: now {count} answer.", "Aufgenommen: jetzt {count} Antwort.")             \
    X(taken, "Taken: now {count} answers.", "Aufgenommen: jetzt {count} Antworten.")              \
    X(wrong_one, "Not taken yet: {count} question must be looked at.",                            \
      "Noch nicht aufgenommen: Bitte {count} Frage ansehen.")                                     \
    X(wrong, "Not taken yet: {count} questions must be looked at.",                               \
      "Noch nicht aufgenommen: Bitte {count} Fragen ansehen.")                                    \
    X(nothing_typed, "Nothing is typed yet.", "Es ist noch nichts eingetippt.")                   \
    X(nothing_saved, "No answer is taken yet.", "Es ist noch keine Antwort aufgenommen.")         \
    X(begun, "An answer is begun: please take it with “Next answer”, or empty its fields.",       \
      "Eine Antwort ist angefangen: Bitte mit „Nächste Antwort“ aufnehmen oder ihre Felder " \
      "leeren.")                                                                                  \
    X(mending, "The last answer, to be changed; it is taken again with “Next answer”.",           \
      "Die letzte Antwort, zum Ändern; mit „Nächste Antwort“ wird sie wieder aufgenommen.")       \
    X(saved, "The file is saved where the browser puts downloads.",                               \
      "Die Datei liegt dort, wo der Browser Heruntergeladenes ablegt.")                           \
    X(saved_without, "The file is saved; the answer that is begun is not in it.",                 \
      "Die Datei ist gespeichert; die angefangene Antwort ist nicht dabei.")                      \
    X(finish_question_one,                                                                        \
      "Is the file with {count} answer where you want it? Then all is "                           \
      "deleted from this browser.",                                                               \
      "Liegt die Datei mit {count} Antwort dort, wo Sie sie brauchen? Dann wird in diesem "       \
      "Browser alles gelöscht.")                                                                  \
    X(finish_question,                                                                            \
      "Is the file with {count} answers where you want it? Then all is "                          \
      "deleted from this browser.",                                                               \
      "Liegt die Datei mit {count} Antworten dort, wo Sie sie brauchen? Dann wird in diesem "     \
      "Browser alles gelöscht.")                                                                  \
    X(finish_yes, "Yes, delete", "Ja, löschen")                                                   \
    X(finished, "Finished. This browser keeps nothing of it.",                                    \
      "Fertig. Dieser Browser behält nichts davon.")                                              \
    X(origin_question, "Where do the answers come from that you type in?",                        \
      "Woher kommen die Antworten, die Sie eintippen?")                                           \
    X(paper, "From paper", "Von Papier")                                                          \
    X(phone, "From telephone", "Vom Telefon")                                                     \
    X(origin_paper, "Answers from paper.", "Antworten von Papier.")                               \
    X(origin_contact, "Contact data.", "Kontaktdaten.")                                           \
    X(origin_phone, "Answers from telephone.", "Antworten vom Telefon.")                          \
    X(found_heading, "Something was typed here before", "Hier wurde schon etwas eingetippt")      \
    X(found_one, "{count} answer is kept in this browser. It is shown only if you say so.",       \
      "{count} Antwort liegt in diesem Browser. Sie wird nur gezeigt, wenn Sie das sagen.")       \
    X(found, "{count} answers are kept in this browser. They are shown only if you say so.",      \
      "{count} Antworten liegen in diesem Browser. Sie werden nur gezeigt, wenn Sie das "         \
      "sagen.")                                                                                   \
    X(found_begun, "One more is begun.", "Eine weitere ist angefangen.")                          \
    X(go_on, "Show and go on", "Zeigen und weitermachen")                                         \
    X(delete, "Delete", "Löschen")                                                                \
    X(delete_question_one, "Delete {count} answer and what is begun? Nobody can get it back.",    \
      "{count} Antwort und Angefangenes löschen? Niemand kann sie zurückholen.")                  \
    X(delete_question, "Delete {count} answers and what is begun? Nobody can get them back.",     \
      "{count} Antworten und Angefangenes löschen? Niemand kann sie zurückholen.")                \
    X(delete_yes, "Yes, delete", "Ja, löschen")                                                   \
    X(other_window,                                                                               \
      "This form was opened in another window, which has gone on with it. "                       \
      "Nothing is taken here any more.",                                                          \
      "Dieses Formular ist in einem anderen Fenster geöffnet, das damit weitermacht. Hier "      \
      "wird nichts mehr aufgenommen.")                                                            \
    X(unkept, "This browser cannot keep what you type: save before you close the page.",          \
      "Dieser Browser kann nichts behalten: Bitte speichern, bevor Sie die Seite schließen.")     \
    X(older,                                                                                      \
      "This browser also keeps answers to another version of the questionnaire. Open "            \
      "its page to save or delete them.",                                                         \
      "In diesem Browser liegen auch Antworten zu einer anderen Fassung des Fragebogens. "        \
      "Öffnen Sie deren Seite, um sie zu speichern oder zu löschen.")

/* Of all forms: X(identifier, English, German). */
#define FORM_WORDS(X)                                                                           \
    X(ENTRY_TITLE, "Type in answers: %s", "Antworten eintippen: %s")                            \
    X(CONTACTS_TITLE, "Type in contact data: %s", "Kontaktdaten eintippen: %s")                 \
    X(ENTRY_LEAD,                                                                               \
      "Type the number of the answer; Enter goes to the next box. What you type stays in "      \
      "this browser until “Finished”, and whoever uses it can read it.",                        \
      "Tippen Sie die Nummer der Antwort; die Eingabetaste führt zum nächsten Feld. Was Sie " \
      "eintippen, bleibt bis „Fertig“ in diesem Browser, und wer ihn benutzt, kann es lesen.")  \
    X(CONTACTS_LEAD,                                                                            \
      "Only for those who agreed on their sheet. Nothing is kept: save before you close the "   \
      "page.",                                                                                  \
      "Nur für die, die auf ihrem Bogen zugestimmt haben. Nichts bleibt hier: Bitte "          \
      "speichern, bevor Sie die Seite schließen.")                                              \
    X(NO_SCRIPT, "This page needs JavaScript, which is switched off in this browser.",          \
      "Diese Seite braucht JavaScript, das in diesem Browser abgeschaltet ist.")

#define FORM_WORD_ENUM(identifier, english, german) FORM_WORD_##identifier,
enum form_word { FORM_WORDS(FORM_WORD_ENUM) FORM_WORD_COUNT };
#undef FORM_WORD_ENUM

/* In German where the questionnaire's language of that index is, else in English. */
const char *form_word(const struct questionnaire *questionnaire, size_t language,
                      enum form_word word);
/* True where the words are German. */
bool form_words_german(const struct questionnaire *questionnaire, size_t language);

#endif
