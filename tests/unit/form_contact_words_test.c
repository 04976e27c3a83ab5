#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form/contact_words.h"

static const struct {
    const char *heading;
    enum contact_guess guess;
} cases[] = {
    {"E-Mail", CONTACT_SURE},
    {"E-Mail-Adresse für den Newsletter", CONTACT_SURE},
    {"Your e-mail (optional)", CONTACT_SURE},
    {"email", CONTACT_SURE},
    {"Telefon", CONTACT_SURE},
    {"Telefon (tagsüber)", CONTACT_SURE},
    {"Telefonnummer", CONTACT_SURE},
    {"phone_1", CONTACT_SURE},
    {"Mobile phone number", CONTACT_SURE},
    {"Mobil", CONTACT_SURE},
    {"Handynummer", CONTACT_SURE},
    {"E-Mail, Interview", CONTACT_UNSURE},
    {"Name", CONTACT_SURE},
    {"Ihr Name:", CONTACT_SURE},
    {"Vor- und Nachname", CONTACT_SURE},
    {"first name", CONTACT_SURE},
    {"Contact person", CONTACT_SURE},
    {"Ansprechpartner im Verein", CONTACT_SURE},
    {"Kontaktdaten", CONTACT_SURE},
    {"Kontakt", CONTACT_SURE},
    {"Anschrift", CONTACT_SURE},
    {"Straße und Hausnummer", CONTACT_SURE},
    {"Address", CONTACT_SURE},
    {"If you would like to be contacted again, enter your e-mail address (optional).",
     CONTACT_SURE},
    {"Bitte geben Sie uns hier Ihre E-Mail-Adresse an", CONTACT_SURE},
    {"Unter welcher Telefonnummer sind Sie am Abend gut zu erreichen?", CONTACT_SURE},
    /* what begins alike */
    {"E-Mobilität", CONTACT_NOT},
    {"Elektromobilität", CONTACT_NOT},
    {"Mobilität im Alter", CONTACT_NOT},
    {"Mobility", CONTACT_NOT},
    {"Mobiles Arbeiten", CONTACT_NOT},
    {"E-Bike", CONTACT_NOT},
    {"e-learning", CONTACT_NOT},
    {"Postleitzahl-Bereich", CONTACT_NOT},
    {"Telefonkonferenz", CONTACT_NOT},
    {"Telefon-Konferenz", CONTACT_NOT},
    {"phone conference", CONTACT_NOT},
    {"Smartphone", CONTACT_NOT},
    {"mailing list", CONTACT_NOT},
    {"Mailingliste", CONTACT_NOT},
    {"Namensvorschlag für das Fest", CONTACT_NOT},
    {"Name des Vereins", CONTACT_NOT},
    {"Vereinsname", CONTACT_NOT},
    {"Adressat", CONTACT_NOT},
    {"An welche Adressaten richtet sich das Fest?", CONTACT_NOT},
    {"Straßenverkehr", CONTACT_NOT},
    {"Wie halten Sie Kontakt zur Partnerstadt?", CONTACT_NOT},
    {"Was ist Ihnen als Person wichtig?", CONTACT_NOT},
    {"Faxen", CONTACT_UNSURE},
    /* nobody can tell but who asks */
    {"Telefonliste", CONTACT_UNSURE},
    {"Telefonisch erreichbar", CONTACT_UNSURE},
    {"Mailverteiler", CONTACT_UNSURE},
    {"Adressbuch", CONTACT_UNSURE},
    {"Name des Festes", CONTACT_UNSURE},
    {"Handy im Unterricht", CONTACT_UNSURE},
    {"Unter welcher E-Mail kann Sie das Team am besten erreichen?", CONTACT_UNSURE},
    {"Wie oft schreiben Sie E-Mails?", CONTACT_UNSURE},
    {"Telefon für die Konferenz", CONTACT_UNSURE},
    {"", CONTACT_NOT},
    {"?!", CONTACT_NOT},
};

static void headings_are_judged_by_their_words(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (contact_words_judge(cases[i].heading) != cases[i].guess)
            fail_msg("'%s' is judged %d", cases[i].heading,
                     (int)contact_words_judge(cases[i].heading));
    assert_int_equal(contact_words_judge(NULL), CONTACT_NOT);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(headings_are_judged_by_their_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
