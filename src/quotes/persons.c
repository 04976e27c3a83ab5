#include "quotes/persons.h"

#include <string.h>

#include "quotes/first_names.h"

/* --- titles --- */

/* Titles in full, and those that need their full stop because the letters alone mean something
 * else ("FR", "HR"). */
static const char TITLES[] = " frau herr herrn mr mrs ms miss mister madame monsieur mme pani "
                             "paní pan dr prof professor professorin doktor ";
static const char DOTTED[] = " fr hr ";
static const char ABBREVIATED[] = " fr hr mr mrs ms dr prof ";
/* Nobody uses these but before a name, so the name may be in lower case too. */
static const char NEVER_A_NOUN[] = " herr herrn mr mrs dr prof ";
/* Who writes "frau" writes names so, too; but not each word behind it is one. */
static const char NOUN_IN_CAPITALS[] = " frau ";
static const char NO_NAMES[] =
    " und oder der die das ein eine in im am an auf aus bei mit von vom zu zum zur für wie als "
    "auch nur noch nicht ist war hat kann will wird soll darf muss sein hatte wurde aber ";

/* Nobody is meant. */
static const char NOBODY[] = " jedermann holle ";

static bool has_upper(const struct scan *scan) {
    for (size_t place = 0; place < scan->length; place++)
        if (scan_upper(scan, place))
            return true;
    return false;
}

/* "MS" is a ship or a company, "Ms" a woman. */
static bool is_capitals(const struct scan *scan, size_t from, size_t end) {
    return scan_word_in(scan, from, end, " ms pan ") && scan_upper(scan, end - 1);
}

/* "Frau (Petra) Müller", "Frau: Müller", "Frau-Müller": over blanks, and one sign at most. */
static size_t skip_to_name(const struct scan *scan, size_t place) {
    size_t next = scan_skip_blanks(scan, place);
    bool joined = next == place && scan_at(scan, place) == '-';
    uint32_t sign = scan_at(scan, next);
    bool opens = sign == '(' || sign == '"' || sign == ':' || sign == '\'' || sign == 0x201E ||
                 sign == 0x201C || sign == 0xBB;
    return joined || opens ? scan_skip_blanks(scan, next + 1) : next;
}

/* True where a name in lower case may be behind the title at from..end. */
static bool may_be_lower(const struct scan *scan, size_t from, size_t end, size_t name) {
    return scan_word_in(scan, from, end, NEVER_A_NOUN) ||
           (scan_word_in(scan, from, end, NOUN_IN_CAPITALS) &&
            !scan_word_in(scan, name, scan_word_end(scan, name), NO_NAMES));
}

/* "Pfarrerin i. R. X", "Dr. med. X": over what stands behind an office or a title. */
static size_t skip_degrees(const struct scan *scan, size_t place) {
    static const char degrees[] =
        " i r a d med phil rer nat jur h c ing dent vet theol habil em ";
    size_t next = scan_skip_blanks(scan, place), end = scan_word_end(scan, next);
    while (scan_word_in(scan, next, end, degrees) && scan_at(scan, end) == '.') {
        next = scan_skip_blanks(scan, end + 1);
        end = scan_word_end(scan, next);
    }
    return scan_upper(scan, next) && end > next + 1 ? next : place;
}

/* "Frau von der Heide": over the particles of a name. "Frau von Welt" is none. */
static size_t skip_particles(const struct scan *scan, size_t place) {
    static const char particles[] = " von van de del della di da du ten ter ";
    size_t end = scan_word_end(scan, place);
    if (!scan_word_in(scan, place, end, particles))
        return place;
    size_t next = scan_skip_blanks(scan, end), next_end = scan_word_end(scan, next);
    if (scan_word_in(scan, next, next_end, " der den dem la le los "))
        next = scan_skip_blanks(scan, next_end), next_end = scan_word_end(scan, next);
    bool idiom = scan_word_in(scan, next, next_end, " welt format rang stand adel ehre ");
    return scan_upper(scan, next) && !idiom ? next : place;
}

/* The place of the name behind the title at from..end; 0 if absent. */
static size_t name_behind(const struct scan *scan, size_t from, size_t end, bool cased) {
    bool dot = scan_at(scan, end) == '.';
    bool title =
        scan_word_in(scan, from, end, TITLES) || (dot && scan_word_in(scan, from, end, DOTTED));
    if (!title || is_capitals(scan, from, end))
        return 0;
    if (dot && !scan_word_in(scan, from, end, ABBREVIATED))
        return 0;
    size_t name =
        skip_particles(scan, skip_degrees(scan, skip_to_name(scan, dot ? end + 1 : end)));
    if (name == end || !scan_letter(scan, name) ||
        scan_word_in(scan, name, scan_word_end(scan, name), NOBODY))
        return 0;
    bool lower = !scan_upper(scan, from) && may_be_lower(scan, from, end, name);
    return scan_upper(scan, name) || lower || !cased ? name : 0;
}

/* --- which word with a capital may be a name --- */

/* Words that begin a sentence, and nouns that stand beside offices and greetings. Weekdays and
 * months are no names here. */
static const char NO_NAME[] =
    " der die das den dem des ein eine einen einem einer kein keine wir ich er sie es ihr ihre "
    "ihnen uns unser unsere unserer mein meine dein euer eure man wer was wo wie wann warum "
    "und "
    "oder aber auch nur noch nicht nichts mehr viel viele vielen weniger alle alles allen "
    "jeder "
    "jede jedes dann danach dort hier heute gestern morgen immer nie oft seit ab bis bei mit "
    "ohne "
    "von vom zu zum zur für gegen durch um nach vor im in am an auf aus über unter zwischen "
    "wenn "
    "weil dass ob als so sehr gut gute guter bitte danke dank ja nein doch schon leider jetzt "
    "endlich herr herrn frau dr prof lieber liebe hallo gruß grüße deutsch polnisch "
    "tschechisch "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai "
    "juni juli august september oktober november dezember ostern weihnachten pfingsten advent "
    "kinder kind eltern jugend jugendliche senioren freunde freundinnen nachbarn gäste gast "
    "leute "
    "menschen bürger bürgerinnen einwohner mitglied mitglieder team vorstand verein vereine "
    "chor "
    "kirche schule schulen schüler schülerinnen lehrer lehrerinnen beruf freizeit arbeit sport "
    "kultur musik geld zeit stadt dorf ort gemeinde kommune land kreis region rathaus amt "
    "verwaltung politik presse feuerwehr polizei europa deutschland polen tschechien sachsen "
    "bayern brandenburg thüringen hessen österreich frankreich ehrenamt verantwortung liste "
    "trainer trainerin trainerinnen betreuer betreuerinnen vorsitzende bürgermeister pfarrer "
    "kollegen "
    "sachsens brandenburgs deutschlands polens tschechiens bayerns europas handwerker musiker "
    "corona covid rentner rentnerin zusammen ideen idee projekt projekte helfer helferinnen "
    "lizenz "
    "the a an and or but of in on at to for from with by we you he she they it our my your his "
    "her their this that these those is are was were has have had will would can should not no "
    "all both who what when where why how more most many some please thanks thank dear best "
    "kind "
    "general council town city meeting members everyone somebody nobody monday tuesday "
    "wednesday "
    "thursday friday saturday sunday january february march may june july october december "
    "christmas easter english german polish czech ";

/* Ends of nouns that no surname has. */
static const char NOUN_ENDS[] =
    " ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten verein vereine "
    "vereins gruppe gruppen schule schulen chor chöre treffen fest feste projekt projekte "
    "arbeit kurs kurse fahrt fahrten reise reisen stelle stellen platz haus häuser stadt "
    "städte "
    "innen rat räte amt ämter team netzwerk programm lizenz ort orte ";

/* What stands behind these words is an idiom. */
static const char IDIOMS[] = " erde natur staat rhein christmas nature earth zufall computer "
                             "fußball leichtfuß unser gottes teresa theresa russland time "
                             "jedermann holle hase normalverbraucher superior ";

/* What is known by these names is a church, a school, a piece of music. */
static const char FAMOUS[] =
    " bach mozart beethoven goethe schiller luther planck marx engels dvořák dvorak smetana "
    "chopin brecht lessing heine humboldt einstein kafka havel händel schumann brahms "
    "mendelssohn liszt schubert haydn verdi vivaldi shakespeare kästner curie kopernikus "
    "kant hegel nietzsche bonhoeffer scholl thälmann liebknecht luxemburg moritz gretel ";

static bool is_name_like(const struct scan *scan, size_t from, size_t end) {
    enum { LEAST = 3 };
    if (end < from + LEAST || !scan_upper(scan, from) ||
        scan_word_in(scan, from, end, NO_NAME) || scan_word_in(scan, from, end, IDIOMS) ||
        scan_word_in(scan, from, end, FAMOUS))
        return false;
    return !scan_word_ends_in(scan, from, end, NOUN_ENDS);
}

/* --- offices, professions and kinship before a name --- */

static const char OFFICES[] =
    " familie familien fam eheleute ehepaar witwe witwer geschwister gebrüder geborene "
    "geborener "
    "namens herren kollege kollegin kollegen kolleginnen freund freundin freunden kamerad "
    "kameradin genosse genossin nachbar nachbarin nachbarn nachbarinnen opa oma mutter vater "
    "tante onkel bruder schwester schwager schwägerin vetter cousin cousine neffe nichte sohn "
    "tochter enkel enkelin großvater großmutter schwiegermutter schwiegervater schwiegersohn "
    "schwiegertochter pate patin mama papa bürgermeister pfarrer pfarrerin pfarrers pastor "
    "pastorin priester kaplan dekan dekanin bischof bischöfin superintendent superintendentin "
    "diakon diakonin kantor kantorin küster küsterin rabbi rabbiner imam pater abt äbtissin "
    "landrat landrätin stadtrat stadträtin gemeinderat gemeinderätin kreisrat kreisrätin "
    "bürgerrat ratsherr ratsfrau senator senatorin minister ministerin präsident präsidentin "
    "kanzler kanzlerin vorsitzende vorsitzender vorsitzenden obmann obfrau vorstand vorständin "
    "schatzmeister schatzmeisterin schriftführer schriftführerin kassierer kassiererin "
    "beisitzer beisitzerin trainer trainerin übungsleiter coach lehrer lehrerin rektor "
    "rektorin "
    "konrektor direktor direktorin leiter leiterin chef chefin dirigent dirigentin regisseur "
    "regisseurin doktor professor professorin arzt ärztin hausarzt tierarzt apotheker "
    "apothekerin schwester pfleger hebamme anwalt anwältin notar notarin richter richterin "
    "polizist polizistin wachtmeister kommissar kommissarin hauptmann oberst general leutnant "
    "feldwebel wirt wirtin gastwirt gastwirtin bäcker bäckerin fleischer metzger friseur "
    "friseurin förster försterin bauer bäuerin landwirt landwirtin ingenieur ingenieurin "
    "architekt architektin künstler künstlerin maler malerin dichter dichterin schriftsteller "
    "schriftstellerin musiker musikerin sänger sängerin pianist pianistin organist organistin "
    "autor autorin historiker historikerin heimatforscher journalist journalistin reporter "
    "reporterin redakteur redakteurin fotograf fotografin dolmetscher dolmetscherin übersetzer "
    "übersetzerin referent referentin sekretär sekretärin sachbearbeiter sachbearbeiterin "
    "mitarbeiter mitarbeiterin praktikant praktikantin koordinator koordinatorin abgeordnete "
    "abgeordneter abgeordneten stellvertreter stellvertreterin nachfolger nachfolgerin "
    "vorgänger vorgängerin gründer gründerin sponsor sponsorin mäzen graf gräfin fürst fürstin "
    "baron baronin freiherr könig königin prinz prinzessin schäfer imker imkerin busfahrer "
    "fahrer fahrerin zivi azubi bufdi kapitän mister miss sir lady lord dame mayor councillor "
    "köchin koch pädagoge pädagogin ärztin alderman reverend rev vicar curate rector bishop "
    "father sister brother aunt auntie uncle "
    "grandma grandpa granny mother nephew niece cousin colleague friend neighbour neighbor "
    "teacher headteacher headmaster headmistress principal chairman chairwoman chairperson "
    "president treasurer secretary director manager captain major colonel sergeant constable "
    "inspector doctor nurse farmer baker senator congressman minister ";

static const char OFFICE_ENDS[] =
    " leiter leiterin leiters meister meisterin meisters rat rätin wart wartin lehrer lehrerin "
    "vorsitzende vorsitzender vorsitzenden führer führerin präsident präsidentin direktor "
    "direktorin minister ministerin pfarrer pfarrerin trainer trainerin abgeordnete "
    "abgeordneter "
    "abgeordneten sprecher sprecherin vorsteher vorsteherin beauftragte beauftragter "
    "beauftragten referent referentin sekretär sekretärin verwalter verwalterin betreuer "
    "betreuerin arbeiter arbeiterin pfleger pflegerin händler händlerin mutter vater tante "
    "onkel "
    "schwester bruder chef chefin kollege kollegin partner partnerin freund freundin nachbar "
    "nachbarin besitzer besitzerin inhaber inhaberin hüter hüterin dezernent dezernentin "
    "pfleger "
    "forscher forscherin rektor rektorin kantor kantorin dirigent dirigentin person wirt "
    "wirtin "
    "mann frau dolmetscher dolmetscherin pädagoge pädagogin erin ogin "
    "istin "
    "entin antin orin ärin eurin ";

/* "Unser Trainer sucht": a verb; "Lehrer, Trainer": a comma: nothing but blanks, quotes and a
 * bracket may stand between. */
static size_t skip_to_capital(const struct scan *scan, size_t place) {
    size_t next = scan_skip_blanks(scan, skip_degrees(scan, place));
    uint32_t sign = scan_at(scan, next);
    bool opens = sign == '(' || sign == '"' || sign == ':' || sign == '\'' || sign == 0x201E ||
                 sign == 0x201C || sign == 0xBB || sign == 0x201A;
    next = opens ? scan_skip_blanks(scan, next + 1) : next;
    return next > place ? skip_particles(scan, next) : place;
}

static bool is_office(const struct scan *scan, size_t from, size_t end) {
    return scan_word_in(scan, from, end, OFFICES) ||
           (scan_word_ends_in(scan, from, end, OFFICE_ENDS) &&
            !scan_word_in(scan, from, end, " schwerin "));
}

static bool has_office(const struct scan *scan, size_t from, size_t end) {
    if (!is_office(scan, from, end))
        return false;
    bool abbreviated = scan_at(scan, end) == '.' && scan_word_in(scan, from, end, " fam rev ");
    size_t name = skip_to_capital(scan, abbreviated ? end + 1 : end);
    size_t last = scan_word_end(scan, name);
    /* "Familie Bauer", but "meine Oma Bäuerin" */
    bool feminine = last > name + 2 && scan_at(scan, last - 2) == 'i' &&
                    scan_at(scan, last - 1) == 'n' && is_office(scan, name, last);
    return is_name_like(scan, name, last) && !feminine;
}

/* "the Sampleton family" */
static bool has_family(const struct scan *scan, size_t from, size_t end) {
    static const char others[] = " royal european holy german polish czech british english "
                                 "twinning extended whole ";
    size_t behind, last, start = scan_word_start(scan, from > 0 ? from - 1 : 0);
    return from > 0 && is_name_like(scan, from, end) &&
           scan_word_in(scan, start, from - 1, " the ") &&
           !scan_word_in(scan, from, end, others) &&
           scan_word_behind(scan, end, " ", &behind, &last) &&
           scan_word_in(scan, behind, last, " family families ");
}

/* --- "ich heiße", greetings --- */

/* The word before from, over blanks; *start is where it begins. */
static bool word_ahead(const struct scan *scan, size_t from, size_t *start, size_t *end) {
    while (from > 0 && scan_at(scan, from - 1) == ' ')
        from--;
    *end = from;
    *start = scan_word_start(scan, from);
    return *start < from;
}

static bool word_ahead_in(const struct scan *scan, size_t from, const char *list) {
    size_t start, end;
    return word_ahead(scan, from, &start, &end) && scan_word_in(scan, start, end, list);
}

/* "Ich heiße Gäste willkommen" tells no name. */
static bool welcomes(const struct scan *scan, size_t place) {
    for (; place < scan->length; place++)
        if (scan_letter(scan, place) && !scan_letter(scan, place - 1) &&
            scan_word_in(scan, place, scan_word_end(scan, place), " willkommen gut "))
            return true;
    return false;
}

/* "ich heiße X", "heiße ich X", "mein Name ist X", "my name's X", "nazywam się X". The name is
 * at from..end. */
static bool is_introduced(const struct scan *scan, size_t from, size_t end) {
    size_t verb, last, noun, noun_end;
    if (!is_name_like(scan, from, end) || !word_ahead(scan, from, &verb, &last))
        return false;
    if (scan_word_in(scan, verb, last, " heiße heisse "))
        return word_ahead_in(scan, verb, " ich ") && !welcomes(scan, end);
    if (scan_word_in(scan, verb, last, " ich "))
        return word_ahead_in(scan, verb, " heiße heisse ") && !welcomes(scan, end);
    if (scan_word_in(scan, verb, last, " się se "))
        return word_ahead_in(scan, verb, " nazywam jmenuji jmenuju ");
    if (scan_word_in(scan, verb, last, " imię called ") &&
        word_ahead_in(scan, verb, " na am i'm "))
        return true;
    return scan_word_in(scan, verb, last, " ist lautet is s war ") &&
           scan_at(scan, verb - 1) != '-' &&
           word_ahead(scan, scan_at(scan, verb - 1) == '\'' ? verb - 1 : verb, &noun,
                      &noun_end) &&
           scan_word_in(scan, noun, noun_end, " name nachname vorname ") &&
           word_ahead_in(scan, noun, " mein my unser sein ihr his her ");
}

static const char GREETINGS[] =
    " grüße grüsse gruesse grüßen grüssen gruß gruss lg vg mfg herzlichst hochachtungsvoll "
    "euer "
    "eure gez gezeichnet signed regards cheers sincerely yours faithfully pozdrawiam "
    "pozdrawiamy pozdrav ";

/* "Gruß, Ihr Musterhof": a name at the end of the text, or of its line, behind a greeting. */
static bool signs_off(const struct scan *scan, size_t end) {
    static const char between[] = " ihr ihre ihrer euer eure eurer dein deine deiner von from "
                                  "der die und and ";
    static const char signs[] = " ,.-!";
    size_t from, last = end, rest;
    while (scan_word_behind(scan, last, signs, &from, &last) &&
           scan_word_in(scan, from, last, between))
        continue;
    if (!is_name_like(scan, from, last))
        return false;
    /* A name is all that is left, with a second one at most. */
    if (scan_word_behind(scan, last, " ", &from, &rest))
        return is_name_like(scan, from, rest) &&
               !scan_word_behind(scan, rest, " ", &from, &last);
    return true;
}

/* --- initials --- */

/* "K. Musterhof", "J.-P. Musterhof", "M.Musterhof"; not "z. B. Musik", "Gruppe A. Danach". */
static bool is_initial(const struct scan *scan, size_t place) {
    static const char lettered[] = " gruppe klasse plan teil stufe typ variante option punkt "
                                   "vitamin haus block halle saal "
                                   "kategorie team liga lizenz level absatz buchstabe raum "
                                   "wagen zone group class part type "
                                   "section level room block hall ";
    uint32_t before = scan_at(scan, place - 1);
    if (!scan_upper(scan, place) || scan_alnum(scan, place + 1) ||
        scan_at(scan, place + 1) != '.' || scan_alnum(scan, place - 1) || before == '.' ||
        before == '-')
        return false;
    size_t start, end;
    bool word = word_ahead(scan, place, &start, &end);
    if (word && scan_word_in(scan, start, end, lettered))
        return false;
    if (place > 1 && before == ' ' && scan_at(scan, place - 2) == '.' &&
        scan_letter(scan, place - 3) && !scan_letter(scan, place - 4) &&
        !scan_upper(scan, place - 3))
        return false;
    size_t name = place + 2;
    while (scan_at(scan, name) == ' ' || scan_at(scan, name) == '-' ||
           (scan_upper(scan, name) && scan_at(scan, name + 1) == '.'))
        name += scan_upper(scan, name) ? 2 : 1;
    size_t last = scan_word_end(scan, name);
    return is_name_like(scan, name, last) && !scan_upper(scan, name + 1);
}

/* --- first names and surnames --- */

/* "St. Peter", "Sankt Martin", "St. Peter und Paul" are churches and feasts. */
static bool is_saint(const struct scan *scan, size_t from) {
    static const char saints[] = " sankt st saint san santa svatý svatá święty święta heiliger "
                                 "heilige heiligen hl kirche parish ave ";
    size_t start, end, place = from;
    while (place > 0 && (scan_at(scan, place - 1) == ' ' || scan_at(scan, place - 1) == '.' ||
                         scan_at(scan, place - 1) == '-'))
        place--;
    end = place;
    start = scan_word_start(scan, end);
    if (scan_word_in(scan, start, end, saints))
        return true;
    return scan_word_in(scan, start, end, " und and i a ") &&
           word_ahead(scan, start, &start, &end) && scan_upper(scan, start) &&
           is_saint(scan, start);
}

/* The end of "Anne-Frank-Schule" whose first part is at from..end; end where no hyphen is. */
static size_t hyphenated_end(const struct scan *scan, size_t end) {
    while (scan_at(scan, end) == '-' && scan_letter(scan, end + 1))
        end = scan_word_end(scan, end + 1);
    return end;
}

/* "Karl-Heinz" is a person; "Karl-Marx-Platz", "Otto-Katalog" are not. */
static bool is_compound(const struct scan *scan, size_t from, size_t end) {
    size_t last = hyphenated_end(scan, end);
    if (scan_at(scan, from - 1) == '-')
        return true;
    return last != end && !first_names_has(scan, scan_word_start(scan, last), last);
}

/* "Johann Sebastian Bach", "Max und Moritz", "Hans im Glück". */
static bool is_famous(const struct scan *scan, size_t end) {
    size_t from, last = end;
    for (int words = 0; words < 3 && scan_word_behind(scan, last, " ", &from, &last); words++) {
        if (scan_word_in(scan, from, last, FAMOUS) ||
            scan_word_in(scan, from, last, " glück himmelfahrt magdalena normalverbraucher "))
            return true;
        if (!scan_upper(scan, from) && !scan_word_in(scan, from, last, " und im van von "))
            return false;
    }
    return false;
}

/* A first name that is nothing else may stand alone; one that is a word as well stands before a
 * name. */
static bool is_first_name(const struct scan *scan, size_t from, size_t end) {
    bool second = scan_word_in(scan, from, end, FAMOUS) && word_ahead_in(scan, from, " und ");
    if (!scan_upper(scan, from) || second)
        return false;
    bool known = first_names_has(scan, from, end);
    bool also_word = !known && first_names_has_ambiguous(scan, from, end);
    if ((!known && !also_word) || is_saint(scan, from) || is_compound(scan, from, end) ||
        is_famous(scan, end))
        return false;
    if (known)
        return true;
    size_t name, last;
    return scan_word_behind(scan, end, " ", &name, &last) && is_name_like(scan, name, last);
}

/* Surnames that are no other word, and ends that only Slavic surnames have. */
static bool is_surname(const struct scan *scan, size_t from, size_t end) {
    static const char surnames[] =
        " schmidt schmitt schmitz schulz schulze scholz meyer meier maier mayer hoffmann "
        "hofmann "
        "krause lehmann hartmann krüger köhler lorenz nowak novák svoboda novotný dvořáková "
        "kowalski wiśniewski wójcik kowalczyk kamiński lewandowski zieliński szymański woźniak "
        "smith johnson williams jones taylor davies thompson robinson walker "
        "herrmann neumann zimmermann böhm "
        "schuster hübner müller ";
    static const char ends[] = " owicz ewicz owski ewski iński yński ański ski cki ovová ová "
                               "enko czyk czak escu opoulos dóttir ";
    static const char ends_behind[] = " ska cka ský cký ic vić ová ";
    size_t start, last;
    if (!scan_upper(scan, from) || is_compound(scan, from, end) || is_famous(scan, end) ||
        is_saint(scan, from))
        return false;
    if (scan_word_in(scan, from, end, surnames) ||
        (end - from > 5 && scan_word_ends_in(scan, from, end, ends)))
        return true;
    return end - from > 5 && scan_word_ends_in(scan, from, end, ends_behind) &&
           word_ahead(scan, from, &start, &last) && scan_upper(scan, start) &&
           last == from - 1 && !scan_word_in(scan, start, last, NO_NAME);
}

/* --- all --- */

static bool is_person(const struct scan *scan, size_t place, bool cased) {
    size_t end = scan_word_end(scan, place);
    if (name_behind(scan, place, end, cased) > 0 || is_initial(scan, place))
        return true;
    if (!cased)
        return false;
    return has_office(scan, place, end) || has_family(scan, place, end) ||
           is_introduced(scan, place, end) ||
           (scan_word_in(scan, place, end, GREETINGS) && signs_off(scan, end)) ||
           is_first_name(scan, place, end) || is_surname(scan, place, end);
}

bool persons_found(const struct scan *scan) {
    bool cased = has_upper(scan);
    for (size_t place = 0; place < scan->length; place++)
        if (scan_letter(scan, place) && !scan_letter(scan, place - 1) &&
            is_person(scan, place, cased))
            return true;
    return false;
}
