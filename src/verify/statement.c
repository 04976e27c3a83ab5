#include "verify/statement.h"

#include "base/command.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

enum { WIDTH = 76 };

static void add_paragraph(struct text *page, const char *english, const char *german) {
    utf8_wrap(page, language_pick(english, german), WIDTH, "");
    text_add(page, "\n");
}

static void add_point(struct text *page, const char *words) {
    text_add(page, "- ");
    utf8_wrap(page, words, WIDTH - 2, "  ");
    text_add(page, "\n");
}

static void add_limits(struct text *page, const struct work *work) {
    text_add(page, language_pick("\nNot checked:\n", "\nNicht geprüft:\n"));
    for (size_t i = 0; i < work->gap_count; i++)
        add_point(page, work->gaps[i]);
    add_point(page, language_pick("whether the figures are those of the export, and the "
                                  "pictures those of the figures",
                                  "ob die Zahlen die des Exports sind und die Bilder die der "
                                  "Zahlen"));
    add_point(page, language_pick("whether a figure could be worked out that is hidden (the "
                                  "attack on published.csv was not done)",
                                  "ob sich eine verborgene Zahl errechnen lässt (der Angriff "
                                  "auf published.csv wurde nicht gemacht)"));
    add_point(page,
              language_pick("whether a quotation gives somebody away, whether you were allowed "
                            "to collect these data, whether the form was set up properly. This "
                            "is no finding of anonymity or lawfulness.",
                            "ob ein Zitat jemanden verrät, ob Sie diese Daten erheben durften, "
                            "ob das Formular richtig eingestellt war. Das ist keine "
                            "Feststellung von Anonymität oder Rechtmäßigkeit."));
}

void statement_write(FILE *stream, const struct work *work, const char *const *checked,
                     size_t count) {
    struct text page = {0};
    text_add_format(&page, "%s\n%s\n\n",
                    language_pick("Check of a report before it is sent",
                                  "Prüfung eines Berichts vor dem Versand"),
                    work->files->folder);
    add_paragraph(&page, "Nothing was found. Checked:", "Nichts gefunden. Geprüft:");
    for (size_t i = 0; i < count; i++)
        add_point(&page, checked[i]);
    add_limits(&page, work);
    text_add_format(
        &page, "\nnachlese %s\n\n%s\n", command_version(),
        language_pick("Read and sent on:  ____________  Name:  ____________________",
                      "Gelesen, verschickt am:  __________  Name:  "
                      "____________________"));
    fputs(text_string(&page), stream);
    text_free(&page);
}
