#include "nachlese/withdraw.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/command.h"
#include "base/diag.h"
#include "base/exit_code.h"
#include "base/language.h"
#include "base/output.h"
#include "base/text.h"
#include "base/utf8.h"
#include "nachlese/folder.h"
#include "survey/csv_reader.h"
#include "survey/csv_writer.h"
#include "survey/withdrawals.h"

enum { KEY_EMAIL = 256, KEY_RECEIPT, KEY_CONTACT, KEY_QUOTES, KEY_ANSWERS };

static const struct command_option table[] = {
    {"email", KEY_EMAIL, "ADDRESS", "of the person whose address this is",
     "der Person mit dieser Adresse"},
    {"receipt", KEY_RECEIPT, "CODE", "of the record with this token or id",
     "des Datensatzes mit diesem Zugangsschlüssel oder dieser Nummer"},
    {"contact", KEY_CONTACT, NULL, "only the contact data", "nur die Kontaktdaten"},
    {"quotes", KEY_QUOTES, NULL, "only the quotations", "nur die Zitate"},
    {"answers", KEY_ANSWERS, NULL, "all: answers, quotations and contact data (the default)",
     "alles: Antworten, Zitate und Kontaktdaten (ohne Angabe)"},
};

static const struct command command = {
    .name = "nachlese withdraw",
    .operands = "[folder]",
    .english = "Takes contact data, quotations or answers of a person out of a run's folder.",
    .german = "Nimmt Kontaktdaten, Zitate oder Antworten einer Person aus dem Ordner eines "
              "Laufs.",
    .options = table,
    .option_count = sizeof table / sizeof table[0],
};

struct wish {
    const char *directory, *email, *receipt;
    unsigned scope;
};

static void check(const struct wish *wish, int folders) {
    if ((wish->email == NULL) == (wish->receipt == NULL))
        command_usage(&command, "who? name one of --email and --receipt",
                      "Wer? Bitte entweder --email oder --receipt nennen");
    const char *value = wish->email != NULL ? wish->email : wish->receipt;
    if (!utf8_valid(value, strlen(value)) || utf8_is_blank(value))
        command_usage(&command, "an empty or broken value is nobody's",
                      "ein leerer oder zerstörter Wert gehört niemandem");
    if (folders > 1)
        command_usage(&command, "one folder, not %d", "ein Ordner, nicht %d", folders);
}

static struct wish read_wish(int count, char **words) {
    struct wish wish = {.directory = "."};
    const char *value = NULL;
    int key, first = 0;
    while ((key = command_next(&command, count, words, &value, &first)) != COMMAND_END) {
        if (key == KEY_EMAIL)
            wish.email = value;
        else if (key == KEY_RECEIPT)
            wish.receipt = value;
        else
            wish.scope |= key == KEY_CONTACT  ? WITHDRAW_CONTACT
                          : key == KEY_QUOTES ? WITHDRAW_QUOTES
                                              : WITHDRAW_ALL;
    }
    check(&wish, count - first);
    if (wish.scope == 0)
        wish.scope = WITHDRAW_ALL;
    if (first < count)
        wish.directory = words[first];
    return wish;
}

/* --- contacts.csv --- */

struct contacts {
    struct text address; /* in the form in which it is compared */
    FILE *kept;          /* the rows of others; NULL: only counted */
    size_t found;
    bool header_seen;
};

static bool is_hers(const struct contacts *contacts, const struct csv_record *record) {
    bool hers = false;
    for (size_t i = 0; i < record->kept && !hers; i++) {
        struct text form = {0};
        csv_take_free_text(record->fields[i].bytes);
        utf8_comparison_form(&form, record->fields[i].bytes, strlen(record->fields[i].bytes),
                             true);
        hers = strcmp(text_string(&form), text_string(&contacts->address)) == 0;
        text_free(&form);
    }
    return hers;
}

static bool take_contact(void *context, const struct csv_record *record) {
    struct contacts *contacts = context;
    struct text row = {0};
    bool heading = !contacts->header_seen;
    contacts->header_seen = true;
    for (size_t i = 0; contacts->kept != NULL && i < record->kept; i++)
        text_add_bytes(&row, record->fields[i].bytes, strlen(record->fields[i].bytes) + 1);
    bool hers = !heading && is_hers(contacts, record);
    contacts->found += hers;
    const char *field = row.bytes;
    for (size_t i = 0; contacts->kept != NULL && !hers && i < record->kept; i++) {
        csv_write_field(contacts->kept, field, i == 0);
        field += strlen(field) + 1;
    }
    if (contacts->kept != NULL && !hers)
        csv_write_end(contacts->kept);
    text_free(&row);
    return true;
}

/* How many rows of contacts.csv have the address; where they are to go, they do. False after
 * reporting that the file cannot be read. */
static bool take_contacts(const char *path, const char *email, bool remove, size_t *found,
                          struct diag *diag) {
    struct contacts contacts = {0};
    struct output *output = remove ? output_open(path, true) : NULL;
    contacts.kept = output != NULL ? output_stream(output) : NULL;
    utf8_comparison_form(&contacts.address, email, strlen(email), true);
    bool fine = csv_read_file(path, path, diag, take_contact, &contacts);
    if (output != NULL && fine)
        output_close(output);
    else
        output_discard(output);
    text_free(&contacts.address);
    *found = contacts.found;
    return fine;
}

/* --- the withdrawal --- */

static void say_unknown(void) {
    fputs(language_pick("Nobody with this address is in contacts.csv: nothing was changed. "
                        "Please answer: We cannot tell which answers are yours.\n",
                        "Niemand mit dieser Adresse steht in contacts.csv: nichts geändert. "
                        "Bitte antworten Sie: Wir können Ihre Antworten nicht zuordnen.\n"),
          stderr);
}

static void say_done(const struct wish *wish, size_t contacts) {
    if (contacts > 0)
        printf(language_pick("Removed from contacts.csv: %zu.\n",
                             "Aus contacts.csv entfernt: %zu.\n"),
               contacts);
    fputs(language_pick("Noted. Now run again with the same exports: what was taken back then "
                        "leaves all files of internal/, and quotations the reports. ",
                        "Vermerkt. Bitte jetzt mit denselben Exporten noch einmal laufen "
                        "lassen: Was zurückgenommen wurde, verlässt dann alle Dateien in "
                        "internal/, Zitate auch die Berichte. "),
          stdout);
    if (wish->receipt != NULL)
        fputs(language_pick("The run says whether the code fits a record; if not, please "
                            "answer: We cannot tell which answers are yours. ",
                            "Der Lauf sagt, ob der Code zu einem Datensatz passt; wenn nicht, "
                            "antworten Sie bitte: Wir können Ihre Antworten nicht zuordnen. "),
              stdout);
    fputs(language_pick("A report that was sent stays as it is.\n",
                        "Ein Bericht, der weitergegeben wurde, bleibt, wie er ist.\n"),
          stdout);
}

/* Who asks by an address must be known by it: in contacts.csv, or by a withdrawal before. */
static bool find_person(const struct wish *wish, struct withdrawals *withdrawals,
                        const char *contacts, struct diag *diag) {
    size_t found = 0;
    if (wish->receipt != NULL ||
        withdrawals_find(withdrawals, WITHDRAWAL_EMAIL, wish->email, strlen(wish->email)) != 0)
        return true;
    if (access(contacts, F_OK) == 0 &&
        !take_contacts(contacts, wish->email, false, &found, diag))
        return false;
    if (found == 0)
        say_unknown();
    return found > 0;
}

/* The note comes first: who is cut off behind it has only to run again. */
static int withdraw(const struct wish *wish, const char *path, const char *contacts,
                    struct diag *diag) {
    struct withdrawals *withdrawals = withdrawals_read(path, diag);
    size_t removed = 0;
    bool fine = withdrawals != NULL && find_person(wish, withdrawals, contacts, diag);
    if (fine) {
        withdrawals_add(withdrawals,
                        wish->email != NULL ? WITHDRAWAL_EMAIL : WITHDRAWAL_RECEIPT,
                        wish->email != NULL ? wish->email : wish->receipt, wish->scope);
        withdrawals_write(withdrawals, path);
        if (wish->email != NULL && (wish->scope & WITHDRAW_CONTACT) != 0 &&
            access(contacts, F_OK) == 0)
            fine = take_contacts(contacts, wish->email, true, &removed, diag);
    }
    if (fine)
        say_done(wish, removed);
    withdrawals_free(withdrawals);
    return fine ? EXIT_FINE : EXIT_DATA;
}

int withdraw_main(int count, char **words) {
    struct wish wish = read_wish(count, words);
    struct run_folder *folder = run_folder_enter(wish.directory);
    struct diag *diag = diag_new(stderr);
    struct text path = {0}, contacts = {0};
    text_add_format(&path, "%s/internal/withdrawals.csv", wish.directory);
    text_add_format(&contacts, "%s/internal/contacts.csv", wish.directory);
    int code = withdraw(&wish, text_string(&path), text_string(&contacts), diag);
    text_free(&path);
    text_free(&contacts);
    diag_free(diag);
    run_folder_close(folder);
    return code;
}
