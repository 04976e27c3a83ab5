#include "quotes/words.h"

#include <string.h>

struct wording {
    const char *german, *english;
};

static const struct wording words[WORD_COUNT] = {
    [WORD_TITLE] = {"ZITATE FREIGEBEN", "RELEASE QUOTATIONS"},
    [WORD_INTRODUCTION] =
        {"Hier stehen freie Antworten von Personen, die Zitaten zugestimmt haben.\n"
         "In den Bericht kommt nur, was Sie freigeben. Diese Datei bleibt bei Ihnen.\n"
         "\n"
         "1. Lesen Sie das Zitat. Lässt es eine Person, einen Verein oder einen Ort\n"
         "   erkennen? Dann kürzen Sie es, oder geben Sie es nicht frei.\n"
         "2. Freigeben: Setzen Sie ein x in die Klammer, also [x].\n"
         "3. Ändern: Bearbeiten Sie den Text hinter dem Strich |. Jede Zeile braucht\n"
         "   diesen Strich. Eine Auslassung zeigen Sie mit [...]. In den Bericht kommt\n"
         "   Ihre Fassung. War das Zitat schon freigegeben, steht beim nächsten Lauf\n"
         "   wieder [ ] davor: Geben Sie die neue Fassung eigens frei.\n"
         "4. Eine Zeile mit ! nennt, was nach Angaben zu einer Person aussieht. Solange\n"
         "   diese Angaben im Text stehen, gilt kein [x]. Auch ein Zitat ohne solche\n"
         "   Zeile kann verraten, wer es geschrieben hat.\n"
         "5. Die Nummer hinter der Klammer bleibt stehen. Löschen Sie ein Zitat samt\n"
         "   Nummer, steht beim nächsten Lauf wieder der ursprüngliche Text da.\n"
         "6. Zeilen mit # und ! schreibt jeder Lauf neu. Eigene Notizen gehören in eine\n"
         "   andere Datei.",
         "These are free answers of people who agreed to be quoted.\n"
         "Only what you release gets into the report. Keep this file to yourself.\n"
         "\n"
         "1. Read the quotation. Does it give away a person, an association or a place?\n"
         "   Then shorten it, or do not release it.\n"
         "2. To release: put an x into the brackets, like this: [x].\n"
         "3. To change: edit the text behind the bar |. Every line needs this bar.\n"
         "   Show an omission as [...]. The report then has your version. Where the\n"
         "   quotation had been released, the next run puts [ ] before it again:\n"
         "   release the new version as well.\n"
         "4. A line with ! names what looks like personal data. As long as the text\n"
         "   has them, no [x] counts. A quotation without such a line may still give\n"
         "   away who wrote it.\n"
         "5. Leave the number behind the brackets as it is. If you delete a quotation\n"
         "   with its number, the next run brings back the original text.\n"
         "6. Lines with # and ! are written anew by each run. Keep notes of your own\n"
         "   in another file."},
    [WORD_NONE] = {"Es liegen keine Zitate vor.", "There are no quotations."},
    [WORD_NEW] = {"neu", "new"},
    [WORD_EDITED] = {"bearbeitet", "edited"},
    [WORD_RELEASED] = {"freigegeben", "released"},
    [WORD_EDIT_FIRST] = {"bitte zuerst den Text ändern", "please edit the text first"},
    [WORD_CHANGED_SINCE] = {"seit der Freigabe geändert: bitte neu freigeben",
                            "changed since its release: please release it again"},
    [WORD_GONE] = {"entfallen", "gone"},
    [WORD_GONE_HEAD] =
        {"NICHT MEHR UNTER DEN ANTWORTEN\n"
         "Diese Zitate stehen nicht im Bericht. Kommt die Antwort wieder, gilt Ihre\n"
         "Entscheidung wieder. Hat jemand die Zustimmung zurückgenommen: Löschen Sie\n"
         "den Eintrag samt Nummer.",
         "NO LONGER AMONG THE ANSWERS\n"
         "These quotations are not in the report. Should the answer come back, your\n"
         "decision counts again. Where people no longer agree: delete the entry with\n"
         "its number."},
};

static const struct wording marks_words[MARK_COUNT] = {
    [MARK_EMAIL] = {"E-Mail-Adresse", "e-mail address"},
    [MARK_PHONE] = {"Telefonnummer", "phone number"},
    [MARK_IBAN] = {"IBAN", "IBAN"},
    [MARK_URL] = {"Internetadresse", "web address"},
    [MARK_HANDLE] = {"Name in einem Netzwerk", "name in a network"},
    [MARK_PERSON] = {"Name einer Person", "name of a person"},
    [MARK_KNOWN_NAME] = {"Name aus den Kontaktdaten", "name from the contact data"},
    [MARK_ADDRESS] = {"Anschrift", "postal address"},
    [MARK_PLATE] = {"Autokennzeichen", "licence plate"},
    [MARK_BIRTH] = {"Geburtsdatum", "date of birth"},
    [MARK_NUMBER] = {"lange Nummer", "long number"},
    [MARK_DAMAGED] = {"beschädigte Zeichen", "damaged characters"},
};

static const char *choose(const char *language, const struct wording *wording) {
    return strcmp(language, "de") == 0 ? wording->german : wording->english;
}

const char *words_pick(const char *language, enum word word) {
    return choose(language, &words[word]);
}

void words_add_marks(struct text *result, const char *language, unsigned marks) {
    const char *between = "";
    for (int mark = 0; mark < MARK_COUNT; mark++) {
        if ((marks & 1u << mark) == 0)
            continue;
        text_add(result, between);
        text_add(result, choose(language, &marks_words[mark]));
        between = ", ";
    }
}
