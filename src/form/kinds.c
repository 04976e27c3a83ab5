/* The kinds of --to, in the order in which help and man page name them. */
#include "form/kinds.h"

#include <string.h>

#include "form/codebook.h"
#include "form/ddi.h"
#include "form/entry.h"
#include "form/limesurvey_check.h"
#include "form/limesurvey_out.h"
#include "form/paper.h"
#include "form/phone.h"
#include "form/privacy.h"
#include "form/xlsform.h"
#include "form/xlsform_check.h"

static const struct form_kind kinds[] = {
    {.name = "codebook",
     .english = "what every code means, as a table",
     .german = "was jeder Code bedeutet, als Tabelle",
     .write = codebook_write},
    {.name = "limesurvey",
     .english = "a survey for LimeSurvey to import",
     .german = "eine Umfrage, die LimeSurvey importiert",
     .write = limesurvey_write,
     .write_answers = limesurvey_write_answers,
     .write_contacts = limesurvey_write_contacts,
     .check = limesurvey_check},
    {.name = "xlsform",
     .english = "a form for KoboToolbox, ODK and others",
     .german = "ein Formular für KoboToolbox, ODK und andere",
     .write = xlsform_write,
     .check = xlsform_check,
     .binary = true},
    {.name = "entry",
     .english = "a page to type in answers from paper or telephone",
     .german = "eine Seite zum Eintippen von Antworten auf Papier oder am Telefon",
     .write_in = entry_write},
    {.name = "entry-contacts",
     .english = "the same for contact data",
     .german = "dasselbe für Kontaktdaten",
     .write_in = entry_write_contacts},
    {.name = "paper",
     .english = "the form on paper",
     .german = "das Formular auf Papier",
     .write_in = paper_write,
     .as_page = true},
    {.name = "phone",
     .english = "a script for the telephone",
     .german = "ein Leitfaden für das Telefon",
     .write_in = phone_write,
     .as_page = true},
    {.name = "privacy",
     .english = "privacy notice, record of processing, days of deletion",
     .german = "Datenschutzhinweise, Verzeichnis der Verarbeitung, Tage der Löschung",
     .write_in = privacy_write,
     .as_page = true},
    {.name = "ddi",
     .english = "DDI Codebook 2.5, for question banks",
     .german = "DDI-Codebook 2.5, für Fragebanken",
     .write = ddi_write},
};

enum { FORM_KIND_COUNT = sizeof kinds / sizeof kinds[0] };

const struct form_kind *form_kind_of(const char *name) {
    for (size_t i = 0; i < FORM_KIND_COUNT; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

void form_kind_names(struct text *result) {
    for (size_t i = 0; i < FORM_KIND_COUNT; i++)
        text_add_format(result, "%s%s", i > 0 ? ", " : "", kinds[i].name);
}
