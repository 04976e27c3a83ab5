#include "ingest/apart.h"

#include <stdlib.h>

#include "base/memory.h"
#include "ingest/contacts.h"
#include "ingest/quotes.h"

struct apart {
    FILE *contacts_stream, *quotes_stream;
    const struct question *contacting, *quoting; /* NULL: not asked, or not wanted */
    struct contacts *contacts;
    struct quotes *quotes;
};

struct apart *apart_new(const struct questionnaire *questionnaire, FILE *contacts, FILE *quotes,
                        struct diag *diag) {
    struct apart *apart = memory_allocate(1, sizeof *apart);
    const struct diag_place place = {questionnaire->file, 0, 0, NULL};
    apart->contacts_stream = contacts;
    apart->quotes_stream = quotes;
    apart->contacts = contacts_new(questionnaire);
    apart->quotes = quotes_new();
    if (contacts != NULL)
        apart->contacting = questionnaire_role(questionnaire, ROLE_CONSENT_CONTACT);
    if (quotes != NULL)
        apart->quoting = questionnaire_role(questionnaire, ROLE_CONSENT_QUOTES);
    if (quotes != NULL && apart->quoting == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "no question has the role consent_quotes: no open text is kept",
                 "keine Frage hat die Rolle consent_quotes: offene Texte entfallen");
    if (contacts != NULL && apart->contacting == NULL)
        diag_add(diag, DIAG_WARNING, &place,
                 "no question has the role consent_contact: no contact data are kept",
                 "keine Frage hat die Rolle consent_contact: Kontaktdaten entfallen");
    return apart;
}

void apart_free(struct apart *apart) {
    if (apart == NULL)
        return;
    contacts_free(apart->contacts);
    quotes_free(apart->quotes);
    free(apart);
}

bool apart_keeps_contacts(const struct apart *apart) {
    return apart->contacting != NULL;
}

bool apart_keeps_quotes(const struct apart *apart) {
    return apart->quoting != NULL;
}

void apart_add(struct apart *apart, const struct decoder *decoder, uint64_t respondent) {
    if (apart->contacting != NULL && decoder_consents(decoder, apart->contacting))
        contacts_add(apart->contacts, decoder, respondent);
    if (apart->quoting != NULL && decoder_consents(decoder, apart->quoting))
        for (size_t i = 0; i < decoder->text_count; i++)
            quotes_add(apart->quotes, &decoder->texts[i], respondent);
}

bool apart_withdraw(struct apart *apart, const struct decoder *decoder, uint64_t respondent,
                    bool everything) {
    bool contacts = apart->contacting != NULL &&
                    (everything || decoder_declines(decoder, apart->contacting));
    bool quotes =
        apart->quoting != NULL && (everything || decoder_declines(decoder, apart->quoting));
    if (contacts)
        contacts_withdraw(apart->contacts, respondent);
    if (quotes)
        quotes_withdraw(apart->quotes, respondent);
    return contacts || quotes;
}

void apart_write(struct apart *apart) {
    if (apart->contacts_stream != NULL)
        contacts_write(apart->contacts, apart->contacts_stream);
    if (apart->quotes_stream != NULL)
        quotes_write(apart->quotes, apart->quotes_stream);
}
