#include "ingest/revocation.h"

#include "base/text.h"
#include "survey/cell.h"
#include "survey/metadata.h"
#include "survey/quotation.h"

static unsigned find_receipt(struct withdrawals *withdrawals, const struct decoder *decoder) {
    static const enum metadata columns[] = {METADATA_TOKEN, METADATA_ID};
    unsigned scope = 0;
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        const struct cell cell = decoder_cell(decoder, decoder->binding->metadata[columns[i]]);
        if (cell.length > 0)
            scope |= withdrawals_find(withdrawals, WITHDRAWAL_RECEIPT, cell.bytes, cell.length);
    }
    return scope;
}

/* Any contact field, whatever it is called: no other kind of value looks like an address. */
static unsigned find_email(struct withdrawals *withdrawals, const struct decoder *decoder) {
    struct field_walk field = {0};
    unsigned scope = 0;
    while (decoder_next_field(decoder, &field))
        if (field.cell.length > 0)
            scope |= withdrawals_find(withdrawals, WITHDRAWAL_EMAIL, field.cell.bytes,
                                      field.cell.length);
    return scope;
}

unsigned revocation_find(struct withdrawals *withdrawals, const struct decoder *decoder) {
    if (withdrawals->count == 0)
        return 0;
    return find_receipt(withdrawals, decoder) | find_email(withdrawals, decoder);
}

void revocation_write_texts(FILE *stream, const struct decoder *decoder) {
    for (size_t i = 0; i < decoder->text_count; i++) {
        const struct open_text *open = &decoder->texts[i];
        char number[QUOTATION_KEY_SIZE];
        struct text tidy = {0};
        quotation_tidy(&tidy, open->bytes, open->length);
        quotation_key(number, open->question->id, text_string(&tidy));
        fprintf(stream, "%s\n", number);
        text_free(&tidy);
    }
}

void revocation_report(const struct withdrawals *withdrawals, struct diag *diag) {
    const struct diag_place place = {0};
    size_t obeyed = 0;
    for (size_t i = 0; i < withdrawals->count; i++) {
        const struct withdrawal *row = &withdrawals->rows[i];
        obeyed += row->found > 0;
        if (row->found == 0)
            diag_add(
                diag, DIAG_WARNING, &place,
                "a withdrawal of %s fits no record of these exports; if it is a new one, "
                "tell the person that their answers cannot be found",
                "ein Widerruf vom %s passt zu keinem Datensatz dieser Exporte; ist er neu, "
                "antworten Sie bitte: „Wir können Ihre Antworten nicht zuordnen.“",
                row->day);
        else if (row->found > 1)
            diag_add(diag, DIAG_WARNING, &place,
                     "a withdrawal of %s fits %zu records: it holds for all of them",
                     "ein Widerruf vom %s passt zu %zu Datensätzen: Er gilt für alle", row->day,
                     row->found);
    }
    if (obeyed > 0)
        diag_add(diag, DIAG_NOTE, &place, "withdrawals that were obeyed: %zu",
                 "befolgte Widerrufe: %zu", obeyed);
}
