#include "ingest/form_system.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* What a column of a system says of the file. */
enum {
    OWN = 0,       /* occurs in no other file */
    COMMON = 1,    /* may occur in any file, and weighs half */
    UNWEIGHED = 2, /* weighs nothing: the date of completion is itself the mark */
    ALONE = 4,     /* shows the system without any weighing */
    CAPITALS = 8   /* likewise, in capitals only */
};

struct own_column {
    const char *heading; /* folded */
    unsigned says;
};

static const struct own_column qualtrics_codes[] = {
    {"startdate", OWN},           {"enddate", OWN},          {"status", COMMON},
    {"ipaddress", OWN},           {"progress", COMMON},      {"duration (in seconds)", OWN},
    {"duration", COMMON},         {"finished", COMMON},      {"recordeddate", OWN},
    {"responseid", OWN},          {"responseset", OWN},      {"recipientlastname", OWN},
    {"recipientfirstname", OWN},  {"recipientemail", OWN},   {"externaldatareference", OWN},
    {"externalreference", OWN},   {"locationlatitude", OWN}, {"locationlongitude", OWN},
    {"distributionchannel", OWN}, {"userlanguage", OWN},
};
static const struct own_column qualtrics_texts[] = {
    {"start date", COMMON},
    {"end date", COMMON},
    {"response type", OWN},
    {"ip address", COMMON},
    {"progress", COMMON},
    {"duration (in seconds)", OWN},
    {"finished", COMMON},
    {"recorded date", OWN},
    {"response id", OWN},
    {"recipient last name", OWN},
    {"recipient first name", OWN},
    {"recipient email", OWN},
    {"external data reference", OWN},
    {"location latitude", OWN},
    {"location longitude", OWN},
    {"distribution channel", OWN},
    {"user language", OWN},
    {"startdatum", COMMON},
    {"anfangsdatum", OWN},
    {"enddatum", COMMON},
    {"antworttyp", OWN},
    {"ip-adresse", COMMON},
    {"fortschritt", COMMON},
    {"dauer (in sekunden)", OWN},
    {"beendet", COMMON},
    {"aufgezeichnetes datum", OWN},
    {"antwort-id", OWN},
    {"antwort id", OWN},
};
static const struct own_column sosci[] = {
    {"case", COMMON | CAPITALS},
    {"serial", CAPITALS},
    {"ref", COMMON | CAPITALS},
    {"questnnr", CAPITALS},
    {"mode", COMMON | CAPITALS},
    {"language", COMMON},
    {"started", COMMON | CAPITALS},
    {"finished", COMMON | CAPITALS},
    {"q_viewer", CAPITALS},
    {"lastpage", CAPITALS},
    {"maxpage", CAPITALS},
    {"missing", COMMON | CAPITALS},
    {"missrel", CAPITALS},
    {"lastdata", CAPITALS},
    {"mailsent", CAPITALS},
    {"time_sum", CAPITALS},
    {"time_rsi", CAPITALS},
    {"deg_time", CAPITALS},
    {"time001", OWN},
};
static const struct own_column surveymonkey[] = {
    {"respondentid", OWN},    {"respondent id", OWN},    {"collectorid", OWN},
    {"collector id", OWN},    {"start date", COMMON},    {"end date", COMMON},
    {"date created", COMMON}, {"date modified", COMMON}, {"ip address", COMMON},
};
static const struct own_column typeform[] = {
    {"#", COMMON},
    {"start date (utc)", OWN},
    {"stage date (utc)", OWN},
    {"submit date (utc)", OWN},
    {"network id", OWN},
    {"tags", COMMON},
    {"response type", COMMON},
};
static const struct own_column redcap[] = {
    {"record_id", OWN},
    {"record id", OWN},
    {"redcap_event_name", OWN},
    {"redcap_survey_identifier", OWN},
    {"event name", COMMON},
    {"survey identifier", OWN},
    {"redcap_repeat_instance", OWN},
    {"redcap_data_access_group", OWN},
};
static const struct own_column unipark[] = {
    {"lfdn", OWN},
    {"external_lfdn", OWN},
    {"tester", COMMON},
    {"dispcode", OWN},
    {"lastpage", COMMON},
    {"quality", COMMON},
    {"duration", COMMON},
    {"c_0001", OWN},
    {"c_0002", OWN},
    {"browser", COMMON},
    {"page_history", OWN},
    {"hflip", OWN},
    {"output_mode", OWN},
    {"javascript", COMMON},
    {"flash", COMMON},
    {"referer", COMMON},
    {"date_of_last_access", OWN},
    {"date_of_first_mail", OWN},
    {"datetime", COMMON},
    {"rts", OWN},
    {"participant_browser", OWN},
};
static const struct own_column limesurvey[] = {
    {"lastpage", ALONE},
    {"last page", ALONE},
    {"letzte seite", ALONE},
    {"startlanguage", ALONE},
    {"start language", ALONE},
    {"start-sprache", ALONE},
    {"datestamp", OWN},
    {"seed", COMMON},
    {"submitdate", ALONE | UNWEIGHED},
    {"date submitted", ALONE | UNWEIGHED},
    {"datum abgeschickt", ALONE | UNWEIGHED},
};
static const struct own_column kobo[] = {
    {"_id", COMMON},        {"_uuid", OWN},     {"_submission_time", OWN},
    {"_submitted_by", OWN}, {"_index", COMMON}, {"_status", COMMON},
    {"__version__", OWN},   {"_notes", COMMON}, {"_tags", COMMON},
};

#define SYSTEM(columns)                                                                        \
    { columns, sizeof(columns) / sizeof(columns)[0] }

static const struct {
    const struct own_column *columns;
    size_t count;
} systems[SYSTEMS] = {
    [SYSTEM_QUALTRICS] = SYSTEM(qualtrics_codes),
    [SYSTEM_QUALTRICS_TEXTS] = SYSTEM(qualtrics_texts),
    [SYSTEM_SOSCI] = SYSTEM(sosci),
    [SYSTEM_SURVEYMONKEY] = SYSTEM(surveymonkey),
    [SYSTEM_TYPEFORM] = SYSTEM(typeform),
    [SYSTEM_REDCAP] = SYSTEM(redcap),
    [SYSTEM_UNIPARK] = SYSTEM(unipark),
    [SYSTEM_LIMESURVEY] = SYSTEM(limesurvey),
    [SYSTEM_KOBO] = SYSTEM(kobo),
};

size_t form_system_weight(enum form_system system, const char *form) {
    for (size_t i = 0; i < systems[system].count; i++) {
        const struct own_column *own = &systems[system].columns[i];
        if (strcmp(own->heading, form) == 0)
            return (own->says & UNWEIGHED) != 0 ? 0 : (own->says & COMMON) != 0 ? 1 : 2;
    }
    return 0;
}

/* True where the bytes are the heading in capitals. */
static bool is_capitals(const char *heading, const char *bytes, size_t length) {
    size_t same = 0;
    while (same < length && heading[same] != '\0' &&
           toupper((unsigned char)heading[same]) == (unsigned char)bytes[same])
        same++;
    return same == length && heading[same] == '\0';
}

/* True where the column is one of those that show the system without any weighing. */
static bool is_decisive(enum form_system system, const struct column *column,
                        const char *form) {
    for (size_t i = 0; i < systems[system].count; i++) {
        const struct own_column *own = &systems[system].columns[i];
        if (((own->says & ALONE) != 0 && strcmp(own->heading, form) == 0) ||
            ((own->says & CAPITALS) != 0 &&
             is_capitals(own->heading, column->title, column->title_length)))
            return true;
    }
    return false;
}

/* SoSci Survey writes its own in capitals, and nobody else does. A single one may be a column
 * of somebody's own; LimeSurvey's "lastpage" is in both, but for the capitals. */
enum form_system form_system_find(const struct binding *binding) {
    enum { FEWEST_SOSCI = 2 };
    size_t of_sosci = 0, of_limesurvey = 0;
    for (size_t i = 0; i < binding->count; i++) {
        const struct column *column = &binding->columns[i];
        struct text form = {0};
        if (column->heading.question != NULL)
            continue;
        utf8_comparison_form(&form, column->title, column->title_length, true);
        if (is_decisive(SYSTEM_SOSCI, column, text_string(&form)))
            of_sosci++;
        else if (is_decisive(SYSTEM_LIMESURVEY, column, text_string(&form)))
            of_limesurvey++;
        text_free(&form);
    }
    if (of_sosci >= FEWEST_SOSCI && of_limesurvey == 0)
        return SYSTEM_SOSCI;
    return of_sosci == 0 && of_limesurvey > 0 ? SYSTEM_LIMESURVEY : SYSTEM_UNKNOWN;
}
