/* What [privacy] says for the notice that people read before the first question, beside the
 * controller, the purpose and the days of deletion. One row each; the tool makes up none of it.
 * Nothing is allocated. */
#ifndef SURVEY_PRIVACY_TEXT_H
#define SURVEY_PRIVACY_TEXT_H

/* X(identifier, key of the questionnaire): what each means is in nachlese-questionnaire(5). */
#define PRIVACY_TEXT_LIST(X)                                                                   \
    X(DPO, "dpo")                                                                              \
    X(LEGAL_BASIS, "legal_basis")                                                              \
    X(RECIPIENTS, "recipients")                                                                \
    X(PROCESSOR, "processor")                                                                  \
    X(THIRD_COUNTRY, "third_country")                                                          \
    X(AUTHORITY, "authority")                                                                  \
    X(RIGHTS_CONTACT, "rights_contact")                                                        \
    X(READERS, "readers")

#define PRIVACY_TEXT_ENUM(identifier, key) PRIVACY_##identifier,
enum privacy_text { PRIVACY_TEXT_LIST(PRIVACY_TEXT_ENUM) PRIVACY_TEXTS };
#undef PRIVACY_TEXT_ENUM

/* "legal_basis" */
const char *privacy_text_key(enum privacy_text text);

#endif
