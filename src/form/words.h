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
#define FORM_WORDS(X)                                                                            \
    X(ENTRY_TITLE, "Type in answers: %s", "Antworten eintippen: %s")                             \
    X(CONTACTS_TITLE, "Type in contact data: %s", "Kontaktdaten eintippen: %s")                  \
    X(ENTRY_LEAD,                                                                                \
      "Type the number of the answer; Enter goes to the next box. What you type stays in "       \
      "this browser until “Finished”, and whoever uses it can read it.",                         \
      "Tippen Sie die Nummer der Antwort; die Eingabetaste führt zum nächsten Feld. Was Sie "  \
      "eintippen, bleibt bis „Fertig“ in diesem Browser, und wer ihn benutzt, kann es lesen.")   \
    X(CONTACTS_LEAD,                                                                             \
      "Only for those who agreed on their sheet. Nothing is kept: save before you close the "    \
      "page.",                                                                                   \
      "Nur für die, die auf ihrem Bogen zugestimmt haben. Nichts bleibt hier: Bitte "           \
      "speichern, bevor Sie die Seite schließen.")                                               \
    X(NO_SCRIPT, "This page needs JavaScript, which is switched off in this browser.",           \
      "Diese Seite braucht JavaScript, das in diesem Browser abgeschaltet ist.")                 \
    X(SURVEY, "%s", "%s")                                                                        \
    /* --- on paper and over the telephone --- */                                                \
    X(PAPER_LEAD,                                                                                \
      "Please tick the box in front of your answer. Where nothing fits, leave it empty.",        \
      "Bitte kreuzen Sie das Kästchen vor Ihrer Antwort an. Passt nichts, lassen Sie es "       \
      "leer.")                                                                                   \
    X(REQUIRED, "(required)", "(bitte nicht auslassen)")                                         \
    X(ONE, "One answer.", "Eine Antwort.")                                                       \
    X(SEVERAL, "Several answers are possible.", "Mehrere Antworten sind möglich.")               \
    X(AT_MOST, "At most %zu answers.", "Höchstens %zu Antworten.")                               \
    X(RANK, "In their order: please write the numbers, the most important first.",               \
      "Der Reihe nach: Bitte die Nummern schreiben, das Wichtigste zuerst.")                     \
    X(PLACE, "Place %zu:", "Platz %zu:")                                                         \
    X(EVERY_ROW, "One answer in each row.", "In jeder Zeile eine Antwort.")                      \
    X(RANGE, "A number from %s to %s:", "Eine Zahl von %s bis %s:")                              \
    X(ALONE, "%s (alone)", "%s (allein)")                                                        \
    X(OTHER, "in words:", "in Worten:")                                                          \
    X(NO_NAMES, "Please name no persons.", "Bitte nennen Sie keine Namen von Personen.")         \
    X(ONLY_IF, "Only if you answered question %zu with: %s.",                                    \
      "Nur, wenn Sie bei Frage %zu geantwortet haben: %s.")                                      \
    X(OR, " or ", " oder ")                                                                      \
    X(CONTACT_SHEET, "Contact data: a sheet of its own", "Kontaktdaten: ein eigenes Blatt")      \
    X(CONTACT_PARTED, "This sheet is parted from the others before anybody evaluates them.",     \
      "Dieses Blatt wird von den anderen getrennt, bevor jemand sie auswertet.")                 \
    X(THANKS, "Thank you.", "Vielen Dank.")                                                      \
    X(PHONE_TITLE, "To be asked over the telephone: %s", "Am Telefon zu fragen: %s")             \
    X(PHONE_LEAD,                                                                                \
      "What stands behind » is read aloud, word for word and in this order; the rest is for "   \
      "you. Read all answers, but those in brackets, before one is chosen; note the number.",    \
      "Was hinter » steht, wird vorgelesen, Wort für Wort und in dieser Reihenfolge; das "     \
      "Übrige ist für Sie. Lesen Sie alle Antworten vor, nur die in Klammern nicht, ehe eine " \
      "gewählt wird; notieren Sie die Nummer.")                                                  \
    X(PHONE_NOTED_BY, "Noted by:", "Notiert von:")                                               \
    X(PHONE_NOTED_ON, "on (day, time):", "am (Tag, Uhrzeit):")                                   \
    X(PHONE_GREETING,                                                                            \
      "» Good day, this is (your name). I am calling on behalf of %s. It is "                   \
      "about: %s. May I first tell you what becomes of your answers?",                           \
      "» Guten Tag, hier ist (Ihr Name). Ich rufe im Auftrag an: %s. Es geht um: %s. Darf "     \
      "ich Ihnen zuerst sagen, was mit Ihren Antworten geschieht?")                              \
    X(PHONE_NOTICE, "Read all of this aloud, up to the consent:",                                \
      "Dies alles bis zur Einwilligung vorlesen:")                                               \
    X(PHONE_CONSENT, "First the consent", "Zuerst die Einwilligung")                             \
    X(PHONE_STOP,                                                                                \
      "With any other answer than %s: thank them, hang up, and note nothing else.",              \
      "Bei jeder anderen Antwort als %s: bedanken, auflegen und nichts weiter notieren.")        \
    X(PHONE_ONLY_IF, "Ask only if question %zu was answered with: %s.",                          \
      "Nur fragen, wenn bei Frage %zu geantwortet wurde: %s.")                                   \
    X(PHONE_ROWS,                                                                                \
      "Read the answers, then row by row:", "Die Antworten vorlesen, dann Zeile für Zeile:")     \
    X(PHONE_RANK, "» Please name up to %zu in their order, the most important first.",           \
      "» Bitte nennen Sie bis zu %zu der Reihe nach, das Wichtigste zuerst.")                    \
    X(PHONE_NUMBER, "Number:", "Nummer:")                                                        \
    X(PHONE_NUMBERS, "Numbers:", "Nummern:")                                                     \
    X(PHONE_WORDS, "Word for word:", "Wörtlich:")                                                \
    X(PHONE_END, "» That was all. Thank you very much.", "» Das war alles. Vielen Dank.")        \
    /* --- privacy --- */                                                                        \
    X(GAP, "[please add: %s]", "[bitte ergänzen: %s]")                                           \
    X(NOTICE_TITLE, "Privacy: before you answer", "Datenschutz: bevor Sie antworten")            \
    X(CONTROLLER, "Controller", "Verantwortlich")                                                \
    X(DPO, "Data protection officer", "Datenschutzbeauftragte")                                  \
    X(PURPOSE, "Purpose", "Zweck")                                                               \
    X(LEGAL_BASIS, "Legal basis", "Rechtsgrundlage")                                             \
    X(RECIPIENTS, "Recipients", "Empfänger")                                                     \
    X(PROCESSOR, "Processor", "Auftragsverarbeitung")                                            \
    X(THIRD_COUNTRY, "Third countries", "Drittländer")                                           \
    X(AUTHORITY, "Supervisory authority", "Aufsichtsbehörde")                                    \
    X(RIGHTS_CONTACT, "Contact for your rights", "Kontakt für Ihre Rechte")                      \
    X(READERS, "who reads the answers", "wer die Antworten liest")                               \
    X(DELETION_DAY, "day of deletion", "Tag der Löschung")                                       \
    X(DELETION_DAY_CONTACT, "day of deletion of the contact data",                               \
      "Tag der Löschung der Kontaktdaten")                                                       \
    X(WHO_SEES,                                                                                  \
      "%s see your answers one by one. The report holds no results of groups below %s. "         \
      "Whoever knows your organisation well may still guess some of it. Your answers are "       \
      "confidential, not anonymous.",                                                            \
      "%s sehen Ihre Antworten einzeln. Im Bericht stehen Ergebnisse von Gruppen unter %s "      \
      "nicht. Wer Ihre Organisation gut kennt, kann trotzdem manches vermuten. Ihre "            \
      "Antworten sind vertraulich, nicht anonym.")                                               \
    X(HOW_LONG, "How long", "Wie lange")                                                         \
    X(HOW_LONG_ANSWERS,                                                                          \
      "We delete the export, and whatever holds single answers, by %s at the latest.",           \
      "Den Export und alles, was einzelne Antworten enthält, löschen wir spätestens am %s.")     \
    X(HOW_LONG_CONTACTS,                                                                         \
      "In the form your answers and your contact data stand together. After the export we "      \
      "part them, and delete the export by %s; contact data we delete by %s.",                   \
      "Im Formular stehen Ihre Antworten und Ihre Kontaktdaten zusammen. Nach dem Export "       \
      "trennen wir sie und löschen den Export am %s; Kontaktdaten löschen wir spätestens am " \
      "%s.")                                                                                     \
    X(HOW_LONG_SHEETS,                                                                           \
      "Your contact data stand on a sheet of their own, which we part from your answers. We "    \
      "delete them by %s.",                                                                      \
      "Ihre Kontaktdaten stehen auf einem eigenen Blatt, das wir von Ihren Antworten "           \
      "trennen. Wir löschen sie spätestens am %s.")                                              \
    X(RIGHTS, "Your rights", "Ihre Rechte")                                                      \
    X(RIGHTS_TEXT,                                                                               \
      "Access, rectification, erasure, restriction, portability and objection, as far as the "   \
      "law gives them (Articles 15 to 21 GDPR). You can withdraw a consent at any time for "     \
      "the future (Article 7(3)). Where we cannot tell which answers are yours, we cannot "      \
      "find them either (Article 11).",                                                          \
      "Auskunft, Berichtigung, Löschung, Einschränkung, Übertragbarkeit und Widerspruch, "    \
      "soweit das Gesetz sie gibt (Art. 15 bis 21 DSGVO). Eine Einwilligung können Sie "        \
      "jederzeit für die Zukunft widerrufen (Art. 7 Abs. 3). Wo wir Antworten niemandem "       \
      "zuordnen können, können wir sie auch nicht finden (Art. 11).")                            \
    X(COMPLAINT, "Complaint", "Beschwerde")                                                      \
    X(VOLUNTARY, "Taking part is voluntary. No decision is made about you by a machine.",        \
      "Die Teilnahme ist freiwillig. Keine Maschine entscheidet über Sie.")                      \
    X(RECORD_TITLE, "Record of processing (Article 30 GDPR)",                                    \
      "Verzeichnis der Verarbeitungstätigkeit (Art. 30 DSGVO)")                                  \
    X(RECORD_NAME, "Activity", "Tätigkeit")                                                      \
    X(RECORD_NAME_TEXT, "survey “%s”", "Umfrage „%s“")                                           \
    X(RECORD_PERSONS, "Persons", "Betroffene Personen")                                          \
    X(RECORD_PERSONS_TEXT, "those who answer", "die Antwortenden")                               \
    X(RECORD_DATA, "Data", "Daten")                                                              \
    X(RECORD_CODED, "answers to %zu questions", "Antworten auf %zu Fragen")                      \
    X(RECORD_TEXTS, "answers in people’s own words to %zu", "davon in eigenen Worten auf %zu")   \
    X(RECORD_SENSITIVE, "marked as sensitive: %s", "als heikel bezeichnet: %s")                  \
    X(RECORD_CONTACT, "contact data: %s", "Kontaktdaten: %s")                                    \
    X(RECORD_DELETION, "Deletion", "Löschung")                                                   \
    X(RECORD_DELETION_TEXT, "see the files below", "siehe die Dateien unten")                    \
    X(RECORD_MEASURES, "Measures", "Maßnahmen")                                                  \
    X(RECORD_MEASURES_TEXT,                                                                      \
      "Answers and contact data are parted when the export is read; files of single answers "    \
      "are readable for one account only (mode 0600); numbers that could tell who somebody "     \
      "is are left out of what is published; after the day of deletion the tools refuse.",       \
      "Antworten und Kontaktdaten werden beim Einlesen getrennt; Dateien mit einzelnen "         \
      "Antworten kann nur ein Konto lesen (Rechte 0600); Zahlen, an denen jemand zu erkennen "   \
      "sein könnte, fehlen in dem, was veröffentlicht wird; nach dem Tag der Löschung "       \
      "verweigern "                                                                              \
      "die Programme die Arbeit.")                                                               \
    X(FILES_TITLE, "Files, and until when they may be kept",                                     \
      "Dateien, und bis wann sie bleiben dürfen")                                                \
    X(FILES_EXPORT, "the export of the form system, also files that were typed in",              \
      "der Export des Formularsystems, auch eingetippte Dateien")                                \
    X(FILES_FORM, "the answers in the form system itself, and sheets of paper",                  \
      "die Antworten im Formularsystem selbst, und Bögen aus Papier")                            \
    X(FILES_UNTIL, "until %s", "bis %s")                                                         \
    X(FILES_REPORT,                                                                              \
      "public/: the report and its tables stay; they are made so that nobody should be "         \
      "recognised in them, which is no promise that nobody can be.",                             \
      "public/: Der Bericht und seine Tabellen bleiben; sie sind so gemacht, dass niemand "      \
      "darin zu erkennen sein soll. Das ist keine Zusage, dass es niemandem gelingt.")           \
    X(NOT_LEGAL_ADVICE, "Not legal advice: have it checked by your data protection officer.",    \
      "Keine Rechtsberatung: Lassen Sie es von den Datenschutzbeauftragten prüfen.")

#define FORM_WORD_ENUM(identifier, english, german) FORM_WORD_##identifier,
enum form_word { FORM_WORDS(FORM_WORD_ENUM) FORM_WORD_COUNT };
#undef FORM_WORD_ENUM

/* In German where the questionnaire's language of that index is, else in English. */
const char *form_word(const struct questionnaire *questionnaire, size_t language,
                      enum form_word word);
/* True where the words are German. */
bool form_words_german(const struct questionnaire *questionnaire, size_t language);

#endif
