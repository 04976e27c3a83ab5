/* What is taken for personal data in a quote, and what is not. The tool is no library, so its
 * parts are compiled in here. All names, numbers and addresses are made up or reserved for
 * examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "quotes/first_names.c"
#include "quotes/marks.c"
#include "quotes/numbers.c"
#include "quotes/persons.c"
#include "quotes/places.c"
#include "quotes/reach.c"
#include "quotes/scan.c"

static void expect(unsigned expected, const char *const *strings) {
    for (; *strings != NULL; strings++)
        if (marks_find(*strings) != expected)
            fail_msg("\"%s\" has the marks %#x, expected %#x", *strings, marks_find(*strings),
                     expected);
}

#define ALL(mark, ...) expect(1u << (mark), (const char *const[]){__VA_ARGS__, NULL})
#define NONE(...)      expect(0, (const char *const[]){__VA_ARGS__, NULL})

static void email_addresses(void **state) {
    (void)state;
    ALL(MARK_EMAIL, "erika@example.org", "Schreiben Sie an erika.muster@verein.example.",
        "a.b-c_d+e@sub.example.co.uk", "Erika@EXAMPLE.ORG", "erika @ example.org",
        "erika(at)example.org", "erika [ät] example punkt org", "info at example punkt org",
        "info at verein dot de", "erika＠example．org", "erika@verein", "<erika@example.org>",
        "eri\u00ADka@exam\u200Bple.org", "müller@bücher.example", "mailto:erika@example.org",
        "erika{@}example.org");
    NONE("Lehrer@innen und Bürger@innen", "Jede*r Schüler@in", "2 @ 3 Euro",
         "We met at the station and looked at a dot.", "Wir sind @ home");
}

static void phone_numbers(void **state) {
    (void)state;
    ALL(MARK_PHONE, "0351 1234567", "0351/123 45-67", "(0351) 12 34 56", "+49 351 1234567",
        "+49 (0) 351 / 123 456", "0049 351 123456", "Tel. 4567", "Telefon: 56 78 90",
        "mein Handy: 2345 678", "01511 2345678", "0151–234567", "０３５１ １２３４５６７",
        "٠٣٥١ ١٢٣٤٥٦٧", "Rufen Sie 03 51.12 34 56 an", "+420 234 567 890", "Fax 2021 45",
        "0\u20E3351 1234567", "03.12.34.56.78", "Tel.-Nr. 49 00 12", "Telefonnr. 490012",
        "Rufnr.: 49 00 123", "Telefon Nr. 4567", "phone no. 4567");
    ALL(MARK_NUMBER, "Konto 1234567890", "151 2345 6789", "555-123-4567", "7654321",
        "DE12 3456 7890 1234 5678 90", "4111 1111 1111 1111");
    NONE("am 13.03.2021", "vom 01.09. bis 30.09.2021", "01.09.-30.09.2021", "01.09.21–30.09.21",
         "2021-03-13", "2019/2020 und 2020/21", "2018 2019 2020 2021", "1.000.000.000 Euro",
         "25 000 Euro", "0,5 Prozent", "von 09:00 bis 11:00 Uhr", "10.00-12.00 Uhr",
         "24 von 26", "Telefon 2020", "die Nr. 4567", "0-10", "PLZ 01067", "12, 13, 14, 15, 16",
         "§ 52 Abs. 2");
}

static void ibans_by_their_check_digits(void **state) {
    (void)state;
    /* Examples of the registry of ISO 13616. */
    ALL(MARK_IBAN, "DE89 3704 0044 0532 0130 00", "de89370400440532013000",
        "IBAN:DE89370400440532013000.", "GB29 NWBK 6016 1331 9268 19",
        "AT61 1904 3002 3457 3201", "CZ65 0800 0000 1920 0014 5399",
        "PL61109010140000071219812874", "NL91 ABNA 0417 1643 00",
        "FR14 2004 1010 0505 0001 3M02 606", "MT84MALT011000012345MTLCAST001S",
        "DE89-3704-0044-0532-0130-00", "DE89 3704 0044 0532\n0130 00",
        "IBANDE89370400440532013000", "NO93 8601 1117 947");
    /* One digit wrong: then it is a long number. */
    ALL(MARK_NUMBER, "DE88 3704 0044 0532 0130 00");
    NONE("EU27 Länder sind in der Europäischen Union", "in 20 Jahren", "de 12 Vereine");
}

static void web_addresses(void **state) {
    (void)state;
    ALL(MARK_URL, "https://example.org/a?b=c", "HTTP://EXAMPLE.ORG", "www.verein.example",
        "siehe example.org", "unser-verein.de!", "t.me/name", "ftp://x", "bit.ly/3abc",
        "Auf example．org steht mehr.", "verein.berlin");
    NONE("z.B. im Mai", "usw. und so fort", "Das ist gut.Das andere nicht", "und/oder", "1.5",
         "e.V.", "d.h. nie", "fertig.In Dresden", "...de");
}

static void handles(void **state) {
    (void)state;
    ALL(MARK_HANDLE, "@verein_musterstadt", "Insta: @erika99", "folgt (@erika)", "Danke! @e.m",
        "＠erika");
    NONE("@ 5 Uhr", "@", "@@@", "@2021");
}

static void persons_by_title(void **state) {
    (void)state;
    ALL(MARK_PERSON, "Frau Müller half uns.", "Herr M. half", "Herrn Dr. Muster", "FRAU MUSTER",
        "Frau\nMuster", "Mr Smith", "Mr. Smith", "Ms. Jones", "Mrs Jones", "Dr. Muster",
        "Hr. Muster", "Fr. Muster", "Frau/Herr Muster", "herr muster", "frau muster war da",
        "Prof. Élan", "Paní Nováková", "Madame Dupont", "Frau  Muster", "Frau\u00A0Muster",
        "Frau (Erika) Muster", "Frau „Muster“", "Frau: Muster", "Frau-Muster",
        "frau muster vom Rathaus", "Herr \"Max\" Muster");
    NONE("Frauen und Männer", "eine Frau und ein Mann", "als frau in Sachsen", "MS Teams",
         "Jede Frau. Das ist so.", "am Fr. 13 Uhr", "Herrschaft", "HR Abteilung",
         "Das ging 5 ms gut", "Frau - und Mann", "keine frau war im Rathaus", "Traumfrau Erde",
         "die Frau", "DRK Sachsen");
}

static void postal_addresses(void **state) {
    (void)state;
    ALL(MARK_ADDRESS, "Musterstraße 12", "Hauptstr. 5a", "Große Straße 3, hinten",
        "Schillerplatz 3", "Lindenallee 120", "MUSTERSTRASSE 1", "12 High Street",
        "5 Old Mill Lane", "01067 Dresden", "D-12345 Musterort", "Hauptstr.5");
    NONE("auf dem Weg 2021", "Platz 1", "am Marktplatz 2019", "am Marktplatz 18 Uhr",
         "10 volunteers cleaned the road", "10000 Euro", "25000 Menschen", "die Straße",
         "Ring 3", "Seestraße 10,5 km");
}

static void addresses_in_words(void **state) {
    (void)state;
    ALL(MARK_EMAIL, "chor bei vereinspost punkt example", "chor @ vereinspost . example",
        "heimat [ät] verein-ost [punkt] de", "INFO AT VEREIN DOT ORG", "info bei verein.de",
        "jane dot muster at mail dot example");
    ALL(MARK_URL, "alles auf musterverein punkt de", "verein.example");
    NONE("Bei Punkt 3 fehlte die Zeit", "Wir waren bei dem Punkt einig.",
         "Das ist bei uns. Es war gut.", "Auf den Punkt gebracht: de facto nie");
}

static void names_in_networks(void **state) {
    (void)state;
    ALL(MARK_HANDLE, "Auf Telegram bin ich muster_ost", "Skype-Name: kanarie.vogel",
        "Instagram: kanarienchor", "Mein TikTok-Konto heißt kanarie", "kanarie#1234",
        "Signal unter kanarienvogel.", "auf LinkedIn als kanarie-vogel-12");
    NONE("Skype und Zoom sind wackelig", "Instagram: nein, Zeitung: ja", "WhatsApp und Signal",
         "Facebook. Neu wäre kanarie_vogel", "Mehr auf Facebook unter anderem",
         "Telegram-Gruppe, z.B. am Montag");
}

static void plates_and_births(void **state) {
    (void)state;
    ALL(MARK_PLATE, "GR-XY 123", "Auto mit BZ MV 2024", "3L5 6789 steht im Weg",
        "das Kennzeichen DLU 4A56");
    NONE("DIN-A4", "Interreg VI-A 2021", "EU DE 2020", "S-Bahn 3", "TSV Musterau 1990");
    ALL(MARK_BIRTH, "geboren am 12.03.1951", "born on 3 June 1958", "geb. 4. Mai 1963",
        "Born 12/03/1951", "Mein Geburtstag ist der 17.8.1960", "geb. 1949");
    NONE("Der Verein wurde 1951 geboren", "Das Fest am 12.05.2024 war gut",
         "Am 12. Mai haben wir Geburtstag gefeiert");
}

static void numbers_in_words(void **state) {
    (void)state;
    ALL(MARK_PHONE, "null drei null, zwei drei eins zwei fünf", "Telefon: drei fünf acht eins",
        "oh seven seven zero, double nine one");
    NONE("Null Bürokratie, eins nach dem anderen",
         "Eins, zwei, drei, vier, fünf, sechs, sieben", "Null acht fünfzehn");
}

static void persons_without_title(void **state) {
    (void)state;
    ALL(MARK_PERSON, "Landrätin Kanarie war da", "Unsere Hauptamtsleiterin Kanarie",
        "Familie Bauer", "Bürgermeister Richter", "Ich heiße Kanarie.", "Mein Name ist Kanarie",
        "my name is Canary", "Dank an K. Kanarie", "J.-P. Kanarie", "M.Kanarie",
        "Viele Grüße, Ihr Kanarie", "Gez. Kanarie", "Ohne Karla geht nichts", "Anna-Lena half",
        "Wilmas Idee", "Herr van Kanarie", "Frau von der Kanarie", "Dr. med. Kanarie",
        "Pfarrerin i. R. Kanarie", "the Canary family", "Mayor Canary", "fragt Piotr Kanarski",
        "Grace Canary", "Paní Kanáriová");
    NONE("Die Bürgermeister beider Orte", "Herr der Lage", "Eine Frau von Welt",
         "Ich heiße Gäste willkommen", "Ich heiße das gut", "Mein Name ist egal",
         "Viele Grüße aus der Lausitz", "z. B. Musik", "Förderverein e. V. Musterau",
         "Gruppe A. Danach kam B.", "Sankt Martin", "St. Peter und Paul", "Anne-Frank-Schule",
         "Johann Sebastian Bach", "Max und Moritz", "Mutter Erde", "Vater Staat",
         "meine Oma Bäuerin", "Frau Holle", "Hope and faith", "Im August", "Ernst nehmen",
         "Trainer und Eltern", "The Royal family");
}

static void addresses_without_street(void **state) {
    (void)state;
    ALL(MARK_ADDRESS, "Das Büro ist Am Mühlgraben 4 in Musterau", "Alter Markt 3",
        "Ich wohne am Anger 7.", "Zum Sportplatz 11, 02826 Musterau", "Hafenpromenade 12",
        "ul. Lipowa 12", "Náměstí Míru 5", "Postfach 1234", "3 Sample Close");
    NONE("Am Mühlgraben feiern wir", "Im Vorjahr 9.", "In der Klasse 4", "auf der A 4",
         "Am Freitag 3 Stunden", "Beim Stadtfest 5 Stände", "Wir treffen uns am Sonntag 15 Uhr",
         "80-100 Gäste", "Weihnachtsmarkt 3 Stunden", "Gleis 3");
}

static void several_marks_at_once(void **state) {
    (void)state;
    assert_int_equal(marks_find("Frau Muster, erika@example.org, 0351 1234567, "
                                "DE89 3704 0044 0532 0130 00, @erika, www.example.org"),
                     1u << MARK_PERSON | 1u << MARK_EMAIL | 1u << MARK_PHONE | 1u << MARK_IBAN |
                         1u << MARK_HANDLE | 1u << MARK_URL);
    assert_int_equal(marks_find(""), 0);
}

static void damaged_characters(void **state) {
    (void)state;
    assert_true(marks_damaged("fÃ¼r", "für"));
    assert_true(marks_damaged("f\uFFFDr", "für"));
    assert_false(marks_damaged("für uns", "für"));
    assert_false(marks_damaged("fÃ¼r uns", "fÃ¼r"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(email_addresses),
        cmocka_unit_test(phone_numbers),
        cmocka_unit_test(ibans_by_their_check_digits),
        cmocka_unit_test(web_addresses),
        cmocka_unit_test(handles),
        cmocka_unit_test(persons_by_title),
        cmocka_unit_test(postal_addresses),
        cmocka_unit_test(addresses_in_words),
        cmocka_unit_test(names_in_networks),
        cmocka_unit_test(plates_and_births),
        cmocka_unit_test(numbers_in_words),
        cmocka_unit_test(persons_without_title),
        cmocka_unit_test(addresses_without_street),
        cmocka_unit_test(several_marks_at_once),
        cmocka_unit_test(damaged_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
