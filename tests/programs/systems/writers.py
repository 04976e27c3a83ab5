"""The survey as each form system writes it: one function a system. It returns (bytes of the file, its name, the questionnaire).

The forms are those of the exporters' sources and of real files; what a system has no word for is left empty, as it does.
"""
import csv
import io
import json
import re

from survey import QUESTIONS, questionnaire


def table(rows, delimiter=",", quoting=csv.QUOTE_ALL, end="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return out.getvalue()


def clock(person, form="%d-%02d-%02d %02d:%02d:00"):
    return form % (2021, 3, 1 + person["number"] // 4, 10, person["number"])


def comma(number):
    return number.replace(".", ",")


def ordered(question, answer):
    """The ticks of a multi in the order of the form."""
    return [code for code, _ in question.answers() if code in answer]


def tell(question, answer, text):
    """What a system that knows only texts writes for the answer to a single or a row: other is its text."""
    if not answer:
        return ""
    return text if answer == "other" and text else question.label(answer)


def told_ticks(question, answer, text):
    return [tell(question, code, text) for code in ordered(question, answer or "")]


# LimeSurvey ------------------------------------------------------------------------------------------------------------------

LIME = {question.name: "G%02dQ%02d" % (1 + i // 8, i + 1) for i, question in enumerate(QUESTIONS)}


def lime_code(question, code):
    """LimeSurvey's own codes: AO01 for an answer, SQ001 for a subquestion or a row."""
    if code == "other":
        return "other" if question.kind == "multi" else "-oth-"
    if question.yes_no:
        return {"yes": "Y", "no": "N"}[code]
    if code in dict(question.rows):
        return "SQ%03d" % (1 + [row for row, _ in question.rows].index(code))
    place = 1 + [answer for answer, _ in question.answers()].index(code)
    return "SQ%03d" % place if question.kind == "multi" else "AO%02d" % place


def lime_aliases():
    aliases = dict(LIME)
    for question in QUESTIONS:
        for code, _ in question.answers() + question.rows:
            if code != "other":
                aliases["%s.%s" % (question.name, code)] = lime_code(question, code)
    return aliases


NULL = object()


def lime_columns(question, seven):
    """(subquestion's code, its text) of each column of a question; (None, None) is the question itself."""
    if question.kind == "single":
        return [(None, None)] + ([("other", question.other)] if question.other else [])
    if question.kind == "multi":
        return [(lime_code(question, code), label) for code, label in question.answers()]
    if question.kind in ("matrix", "contact"):
        return [(lime_code(question, code), label) for code, label in question.rows]
    if question.kind == "ranking" and not seven:
        return [(str(rank + 1), "Rank %d" % (rank + 1)) for rank in range(len(question.options))]
    return [(None, None)]


def lime_cells(question, answer, text, full, seven):
    """The cells below lime_columns; full: answers in words. NULL: nothing stands in the data base."""
    def say(code):
        return question.label(code) if full else lime_code(question, code)

    width = len(lime_columns(question, seven))
    if question.kind == "contact":
        return [answer.get(row, NULL) for row, _ in question.rows] if answer else [NULL] * width
    if answer is None:
        if full and question.kind == "multi":
            return ["N/A"] * len(question.answers()[:-1] if question.other else question.answers()) + (
                [NULL] if question.other else [])
        if full and question.kind == "matrix":
            return [""] * width
        return ["N/A" if full and question.yes_no else NULL] * width
    if question.kind == "multi":
        yes, no = ("Ja", "Nein") if full else ("Y", "")
        boxes = [yes if code in answer else no for code, _ in question.answers() if code != "other"]
        return boxes + ([text or ""] if question.other else [])
    if question.kind == "matrix":
        return ["" if not answer or not answer[row] else say(answer[row]) for row, _ in question.rows]
    if question.kind == "ranking":
        if seven:
            return [json.dumps([lime_code(question, code) for code in answer]) if answer else ""]
        return [say(code) for code in answer] + [""] * (width - len(answer))
    if question.kind == "single":
        first = say(answer) if answer else "N/A" if full and question.yes_no else ""
        return [first] + ([text or ""] if question.other else [])
    return [NULL if question.kind == "number" and not answer else answer]


def lime_rows(people, headings, full, seven=False):
    """headings: code, text or both. The first record holds the headings."""
    meta = {"code": ["id", "submitdate", "lastpage", "startlanguage", "seed"],
            "text": ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"]}
    rows = [list(meta["text" if headings == "text" else "code"])]
    if headings == "both":
        rows = [["%s. %s" % pair for pair in zip(meta["code"], meta["text"])]]
    for question in QUESTIONS:
        for code, label in lime_columns(question, seven):
            as_code = LIME[question.name] + ("[%s]" % code if code else "")
            as_text = question.text + (" [%s]" % label if label else "")
            rows[0].append({"code": as_code, "text": as_text, "both": as_code + ". " + as_text}[headings])
    for person in people:
        row = [str(person["number"]), clock(person), "6", "de", str(1000 + person["number"])]
        for question in QUESTIONS:
            row += lime_cells(question, person["answers"][question.name], person["texts"].get(question.name), full, seven)
        rows.append(row)
    return rows


def lime_file(rows):
    """Every cell in quotes but for NULL, of which nothing is to be seen."""
    lines = [",".join("" if cell is NULL else '"%s"' % cell.replace('"', '""') for cell in row) for row in rows]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def limesurvey_codes(people):
    return lime_file(lime_rows(people, "code", False)), "results-survey418273.csv", questionnaire(lime_aliases())


def limesurvey_full(people):
    return lime_file(lime_rows(people, "text", True)), "results-survey418273.csv", questionnaire()


def limesurvey_both(people):
    return lime_file(lime_rows(people, "both", True)), "results-survey418273.csv", questionnaire(lime_aliases())


def limesurvey_7(people):
    return lime_file(lime_rows(people, "code", False, True)), "results-survey418273.csv", questionnaire(lime_aliases())


def limesurvey_7_full(people):
    """Codes stand in the list of a ranking also where all other answers are texts."""
    aliases = {name: alias for name, alias in lime_aliases().items() if name.startswith("first.")}
    return lime_file(lime_rows(people, "text", True, True)), "results-survey418273.csv", questionnaire(aliases)


def limesurvey_vv(people):
    """Tabs, the texts in a first line and the codes in a second one, words for NULL, braces and line breaks."""
    rows = lime_rows(people, "code", False)
    words = str.maketrans({"{": "{lbrace}", "\r": "{cr}", "\n": "{newline}", "\t": "{tab}"})
    texts = lime_rows(people, "text", False)[0]
    codes = [re.sub(r"\[(.*)\]", r"_\1", heading) for heading in rows[0]]
    cells = [["{question_not_shown}" if cell is NULL else cell.strip().translate(words) for cell in row] for row in rows[1:]]
    return table([texts, codes] + cells, "\t", csv.QUOTE_MINIMAL, "\n").encode(), "vvexport_418273.csv", questionnaire(
        lime_aliases())


# Saved once more by another program ------------------------------------------------------------------------------------------

def plain(rows):
    """What is left of a LimeSurvey file where NULL and the empty string are one."""
    return [["" if cell is NULL else cell for cell in row] for row in rows]


def is_number(column):
    return any(column) and all(re.fullmatch(r"-?\d+(\.\d+)?", cell) for cell in column if cell)


def number_columns(rows):
    return {i for i in range(len(rows[0])) if is_number([row[i] for row in rows[1:]])}


def saved_by_r(people):
    """read.csv() and write.csv(): names by make.names(), NA for the empty cells of numbers, row names in front."""
    rows = plain(lime_rows(people, "code", False))
    numbers = number_columns(rows)
    numbers |= {i for i in range(len(rows[0])) if not any(row[i] for row in rows[1:])}

    def write(cell, i):
        if i in numbers:
            return re.sub(r"\.0$", "", cell) or "NA"
        return '"%s"' % cell.replace('"', '""')

    names = [re.sub(r"[^A-Za-z0-9._]", ".", name) for name in rows[0]]
    lines = [",".join('"%s"' % name for name in [""] + names)]
    lines += [",".join(['"%d"' % number] + [write(cell, i) for i, cell in enumerate(row)]) for number, row in enumerate(rows[1:], 1)]
    return ("\n".join(lines) + "\n").encode(), "daten.csv", questionnaire(lime_aliases())


def saved_by_r_full(people):
    """The same of full texts: make.names() leaves letters, digits, points and underscores of a heading."""
    rows = plain(lime_rows(people, "text", True))
    # Of an option of signs nothing is left: somebody has given that column its heading again.
    names = [name if "?!" in name else re.sub(r"[^\w.]", ".", name) for name in rows[0]]
    quoted = [",".join('"%s"' % cell.replace('"', '""') for cell in row) for row in [names] + rows[1:]]
    return ("\n".join(quoted) + "\n").encode(), "daten.csv", questionnaire()


def saved_by_pandas(people):
    """read_csv() and to_csv(), twice: row numbers and Unnamed: 0 in front, 12.0 where a column of numbers has gaps."""
    rows = plain(lime_rows(people, "code", False))
    floats = {i for i in number_columns(rows) if any(not row[i] for row in rows[1:]) or any("." in row[i] for row in rows[1:])}
    rows[1:] = [[repr(float(cell)) if cell and i in floats else cell for i, cell in enumerate(row)] for row in rows[1:]]
    rows = [["", "Unnamed: 0"] + rows[0]] + [[str(i), str(i)] + row for i, row in enumerate(rows[1:])]
    return table(rows, quoting=csv.QUOTE_MINIMAL, end="\n").encode(), "daten.csv", questionnaire(lime_aliases())


def excel(rows):
    """A German Excel: semicolons, Windows-1252, decimal commas, quotes only where there must be, days as it shows them."""
    numbers = number_columns(rows)

    def show(cell, i):
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d):\d\d", cell)
        return "%s.%s.%s %s" % day.group(3, 2, 1, 4) if day else comma(cell) if i in numbers else cell

    rows = [rows[0]] + [[show(cell, i) for i, cell in enumerate(row)] for row in rows[1:]]
    return table(rows, ";", csv.QUOTE_MINIMAL).encode("cp1252")


def saved_by_excel_codes(people):
    return excel(plain(lime_rows(people, "code", False))), "umfrage.csv", questionnaire(lime_aliases())


def saved_by_excel_full(people):
    return excel(plain(lime_rows(people, "text", True))), "umfrage.csv", questionnaire()


# Systems that head their columns by the texts --------------------------------------------------------------------------------

def texts_table(people, meta, first, row_heading, join, rank_cell, number=comma, contact_heading=None, ranking_by_option=True):
    """One column a question, a row or an option of a ranking; ticks joined in one cell."""
    rows = [list(meta)]
    for question in QUESTIONS:
        if question.kind == "matrix" or question.kind == "ranking" and ranking_by_option:
            rows[0] += [row_heading % (question.text, label) for _, label in question.rows or question.options]
        elif question.kind == "contact":
            rows[0] += [label for _, label in question.rows]
        else:
            rows[0].append(question.text)
    for person in people:
        row = first(person)
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name)
            if question.kind == "matrix":
                row += [tell(question, (answer or {}).get(code), None) for code, _ in question.rows]
            elif question.kind == "contact":
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            elif question.kind == "multi":
                row.append(join(told_ticks(question, answer, text)))
            elif question.kind == "ranking" and ranking_by_option:
                row += [rank_cell(answer.index(code) + 1) if answer else "" for code, _ in question.options]
            elif question.kind == "ranking":
                row.append(join([question.label(code) for code in answer or ""]))
            elif question.kind == "single":
                row.append(tell(question, answer, text))
            else:
                row.append(number(answer or "") if question.kind == "number" else answer or "")
        rows.append(row)
    return rows


def google_rows(people, form, joined):
    return texts_table(people, ["Zeitstempel"], lambda person: [form(person)], "%s [%s]", joined.join, "{}. Wahl".format)


def google_direct(people):
    rows = google_rows(people, lambda person: clock(person, "%d/%02d/%02d %d:%02d:00 AM OEZ"), ";")
    return table(rows, end="\n").rstrip("\n").encode(), "Ein Treffen.csv", questionnaire()


def google_sheets(people):
    rows = google_rows(people, lambda person: "%02d.03.2021 10:%02d:00" % (1 + person["number"] // 4, person["number"]), ", ")
    return (table(rows, quoting=csv.QUOTE_MINIMAL).rstrip("\r\n").encode(), "Ein Treffen (Antworten) - Formularantworten 1.csv",
            questionnaire(separator=","))


def forms_rows(people):
    def first(person):
        return [str(person["number"]), "%d.3.21 10:00:00" % (1 + person["number"] // 4), "%d.3.21 10:09:00" % (
            1 + person["number"] // 4), "anonymous", ""]

    return texts_table(people, ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"], first, "%s.%s",
                       lambda parts: "".join(part + ";" for part in parts), None, ranking_by_option=False)


def forms_csv(people):
    return table(forms_rows(people), ";", csv.QUOTE_MINIMAL).encode("cp1252"), "Ein Treffen.csv", questionnaire()


def forms_xlsx(people):
    """The sheets for tests/data/workbooks/make; what was typed into a number is one there."""
    rows = forms_rows(people)
    for person, row in zip(people, rows[1:]):
        row[0] = person["number"]
        row[1] = row[2] = {"datetime": 44256 + person["number"] // 4 + 0.4}
        for i, cell in enumerate(row):
            if rows[0][i] in [question.text for question in QUESTIONS if question.kind == "number"] and cell:
                row[i] = float(cell.replace(",", ".")) if "," in cell else int(cell)
            row[i] = row[i] if row[i] != "" else None
    return json.dumps([["Sheet1", rows]]).encode(), "Ein Treffen(1-40).xlsx", questionnaire()


def nextcloud(people):
    """Every cell in quotes; an apostrophe before what a spreadsheet would take for a formula; an unanswered grid or ranking has
    one cell, and what follows slips to the left: such records are left to a test of their own."""
    def escape(cell):
        return "'" + cell if cell[:1] in tuple("=+-@\t\r") else cell

    rows = texts_table(people, ["Benutzer-ID", "Anzeigename des Nutzers", "Zeitstempel"],
                       lambda person: ["", "Anonymer Benutzer", clock(person, "%d-%02d-%02dT%02d:%02d:00+01:00")],
                       "%s (%s)", "; ".join, str, number=str)
    rows[1:] = [[escape(cell) for cell in row] for row in rows[1:]]
    return ("\ufeff" + table(rows, end="\n")).encode(), "Ein Treffen (Antworten).csv", questionnaire()


def surveymonkey_rows(people, expanded):
    """Two rows of headings: the questions, and below them the options; a column for every option of a multi, and where it is
    expanded of a single choice, too."""
    top = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", "Last Name",
           "Custom Data 1"]
    below = [""] * len(top)

    def head(question, labels):
        top.extend([question.text] + [""] * (len(labels) - 1))
        below.extend(labels)

    for question in QUESTIONS:
        if question.kind == "single" and not expanded:
            head(question, ["Response"] + (["Other (please specify)"] if question.other else []))
        elif question.kind in ("single", "multi"):
            head(question, [label if code != "other" else "Other (please specify)" for code, label in question.answers()])
        elif question.kind in ("matrix", "contact", "ranking"):
            head(question, [label for _, label in question.rows or question.options])
        else:
            head(question, ["Open-Ended Response"])
    rows = [top, below]
    for person in people:
        row = [str(118000 + person["number"]), "7", "03/%02d/2021 10:00:00 AM" % (1 + person["number"] // 4),
               "03/%02d/2021 10:09:00 AM" % (1 + person["number"] // 4), "", "", "", "", ""]
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name) or ""
            if question.kind == "single" and not expanded:
                row += [question.label(answer) if answer else ""]
                row += [text] if question.other else []
            elif question.kind in ("single", "multi"):
                ticks = answer or "" if question.kind == "multi" else [answer]
                row += [(text if code == "other" else label) if code in ticks else "" for code, label in question.answers()]
            elif question.kind == "matrix":
                row += [tell(question, (answer or {}).get(code), None) for code, _ in question.rows]
            elif question.kind == "contact":
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            elif question.kind == "ranking":
                row += [str(answer.index(code) + 1) if answer else "" for code, _ in question.options]
            else:
                row.append(comma(answer or "") if question.kind == "number" else answer or "")
        rows.append(row)
    return rows


def surveymonkey_file(rows):
    return table(rows, quoting=csv.QUOTE_MINIMAL, end="\n").encode(), "Ein Treffen.csv", questionnaire()


def surveymonkey(people):
    return surveymonkey_file(surveymonkey_rows(people, False))


def surveymonkey_expanded(people):
    return surveymonkey_file(surveymonkey_rows(people, True))


def surveymonkey_by_pandas(people):
    """Unnamed: 12 over the columns without a question, the second row of headings as the first of the answers, row numbers."""
    rows = surveymonkey_rows(people, False)
    rows[0] = [title or "Unnamed: %d" % i for i, title in enumerate(rows[0])]
    return surveymonkey_file([[""] + rows[0]] + [[str(i)] + row for i, row in enumerate(rows[1:])])


# Systems that have names of their own ----------------------------------------------------------------------------------------

def kobo(people):
    """Names below their group, values as codes; of a multi all ticks joined by blanks and a column for each."""
    group = {question.name: ["about", "needs", "visit", "closing"][i * 4 // len(QUESTIONS)] for i, question in enumerate(QUESTIONS)}
    rows = [["start", "end"]]
    for question in QUESTIONS:
        path = group[question.name] + "/" + question.name
        if question.kind == "multi":
            rows[0] += [path] + [path + "/" + code for code, _ in question.answers()]
            rows[0] += [path + "_other"] if question.other else []
        elif question.kind in ("matrix", "contact"):
            rows[0] += [path + "/" + code for code, _ in question.rows]
        elif question.kind == "ranking":
            rows[0] += ["%s/%s" % (path, place) for place in ("_1st_choice", "_2nd_choice", "_3rd_choice", "_4th_choice")]
        else:
            rows[0] += [path] + ([path + "_other"] if question.other else [])
    rows[0] += ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
                "_tags", "_index"]
    for person in people:
        row = [clock(person, "%d-%02d-%02dT%02d:%02d:00.000+01:00")] * 2
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name) or ""
            if question.kind == "multi":
                row.append(" ".join(ordered(question, answer or "")))
                row += ["%d" % (code in answer) if answer else "" for code, _ in question.answers()]
                row += [text] if question.other else []
            elif question.kind in ("matrix", "contact"):
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            elif question.kind == "ranking":
                row += list(answer or [""] * len(question.options))
            else:
                row += [answer or ""] + ([text] if question.other else [])
        rows.append(row + [str(9000 + person["number"]), "u-%d" % person["number"], clock(person, "%d-%02d-%02dT%02d:%02d:00"), "",
                           "", "submitted_via_web", "", "v1", "", str(person["number"])])
    return table(rows, ";").encode(), "Ein Treffen.csv", questionnaire()


def numbered(question, code):
    """The number of an answer, as systems count them from 1; don't know is -1 in SoSci, 99 elsewhere."""
    return str(1 + [answer for answer, _ in question.answers()].index(code))


def number_aliases(names, row_form, dk=None, box_form=None):
    """names: what each question is called. Options are called by their numbers, in columns of their own by box_form."""
    aliases = dict(names)
    for question in QUESTIONS:
        for i, (code, _) in enumerate(question.rows, 1):
            aliases["%s.%s" % (question.name, code)] = row_form % i
        for code, _ in question.answers():
            number = dk if code == "dk" and dk and question.kind != "multi" else numbered(question, code)
            form = box_form if question.kind == "multi" and box_form else "%d"
            aliases["%s.%s" % (question.name, code)] = form % int(number)
        if question.kind == "ranking":
            # A bare number would be a rank: the option is called by the whole heading of its column.
            for i, (code, _) in enumerate(question.options, 1):
                aliases["%s.%s" % (question.name, code)] = "%s_%s" % (names[question.name], (box_form or "%d") % i)
    return aliases


def qualtrics(people, numeric, split=False):
    """Three rows of headings: names, texts, ImportId. Choices as texts or numbers, all ticks in one cell or in columns."""
    split = split or numeric
    names = {question.name: "Q%d" % (i + 1) for i, question in enumerate(QUESTIONS)}
    meta = ["StartDate", "EndDate", "Status", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId",
            "DistributionChannel", "UserLanguage"]
    rows = [list(meta), list(meta)]

    def head(name, text):
        rows[0].append(name)
        rows[1].append(text)

    for question in QUESTIONS:
        name = names[question.name]
        parts = question.rows or (question.answers() if question.kind == "ranking" or split and question.kind == "multi" else [])
        for i, (code, label) in enumerate(parts, 1):
            head("%s_%d" % (name, i), "%s - %s" % (question.text, label))
        if not parts:
            head(name, question.text)
        if question.other:
            head("%s_%s_TEXT" % (name, numbered(question, "other")), "%s - %s - Text" % (question.text, question.other))
    rows.append([json.dumps({"ImportId": "QID%d" % i}) for i in range(len(rows[0]))])
    for person in people:
        row = [clock(person)] * 2 + (["0", "100", "540", "1"] if numeric else ["IP Address", "100", "540", "True"])
        row += [clock(person), "R_%d" % person["number"], "anonymous", "DE"]
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name) or ""
            say = (lambda code: numbered(question, code)) if numeric else question.label
            if question.kind == "multi" and split:
                row += [("1" if numeric else question.label(code)) if code in (answer or "") else "" for code, _ in question.answers()]
            elif question.kind == "multi":
                row.append(",".join(say(code) for code in ordered(question, answer or "")))
            elif question.kind == "matrix":
                row += [say(answer[code]) if answer and answer[code] else "" for code, _ in question.rows]
            elif question.kind == "contact":
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            elif question.kind == "ranking":
                row += [str(answer.index(code) + 1) if answer else "" for code, _ in question.options]
            elif question.kind == "single":
                row.append(say(answer) if answer else "")
            else:
                row.append(answer or "")
            row += [text] if question.other else []
        rows.append(row)
    return table(rows, quoting=csv.QUOTE_MINIMAL, end="\n").encode(), names


def qualtrics_texts(people):
    content, names = qualtrics(people, False)
    return content, "Ein Treffen.csv", questionnaire(qualtrics_aliases(names), separator=",")


def qualtrics_split(people):
    content, names = qualtrics(people, False, True)
    return content, "Ein Treffen.csv", questionnaire(qualtrics_aliases(names))


def qualtrics_numbers(people):
    content, names = qualtrics(people, True)
    return content, "Ein Treffen.csv", questionnaire(qualtrics_aliases(names))


def qualtrics_aliases(names):
    aliases = number_aliases(names, "%d")
    for question in QUESTIONS:
        if question.other:
            aliases[question.name + ".other"] += " %s_TEXT" % numbered(question, "other")
    return aliases


SOSCI = {question.name: "%s%02d" % (question.name[:2].upper(), i + 1) for i, question in enumerate(QUESTIONS)}


def sosci(people):
    """Numbers for all: 2 is ticked and 1 is not, -9 was left empty, -1 is don't know; nothing where it was not shown."""
    rows = [["CASE", "SERIAL", "REF", "QUESTNNR", "MODE", "STARTED"]]
    for question in QUESTIONS:
        name = SOSCI[question.name]
        if question.kind == "single":
            rows[0] += [name] + (["%s_%02da" % (name, int(numbered(question, "other")))] if question.other else [])
        elif question.kind == "multi":
            rows[0] += [name] + ["%s_%02d" % (name, i) for i in range(1, len(question.answers()) + 1)]
            rows[0] += ["%s_%02da" % (name, int(numbered(question, "other")))] if question.other else []
        elif question.kind == "number" or question.kind == "text":
            rows[0].append(name + "_01")
        else:
            rows[0] += ["%s_%02d" % (name, i) for i in range(1, len(question.rows or question.options) + 1)]
    rows[0] += ["TIME_SUM", "LASTDATA", "FINISHED", "Q_VIEWER", "LASTPAGE", "MAXPAGE"]
    for person in people:
        row = [str(person["number"]), "", "", "base", "interview", clock(person)]
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name) or ""
            missing = "" if answer is None else "-9"

            def say(code):
                return "-1" if code == "dk" else numbered(question, code) if code else "-9"

            if question.kind == "single":
                row += [say(answer) if answer else missing] + ([text] if question.other else [])
            elif question.kind == "multi":
                # The question itself: how many are ticked.
                row.append(missing if answer is None else str(len(answer)))
                row += [missing if answer is None else "2" if code in answer else "1" for code, _ in question.answers()]
                row += [text] if question.other else []
            elif question.kind == "matrix":
                row += [say(answer[code]) if answer else missing for code, _ in question.rows]
            elif question.kind == "ranking":
                row += [str(answer.index(code) + 1) if answer else missing for code, _ in question.options]
            elif question.kind == "contact":
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            else:
                row.append(answer or "")
        rows.append(row + ["540", clock(person), "1", "0", "6", "6"])
    aliases = number_aliases(SOSCI, "%02d", "-1", "%02d")
    for question in QUESTIONS:
        if question.kind in ("number", "text"):
            aliases[question.name] += "_01"
        if question.other:
            aliases[question.name + ".other"] += " %02da" % int(numbered(question, "other"))
    return table(rows, "\t", csv.QUOTE_ALL).encode("utf-16"), "rdata.csv", questionnaire(aliases, ingest=["missing = -9"])


def redcap(people, labels, texts=False):
    """q___code for a box: Checked and Unchecked with labels, else 1 and 0. texts: headings are the texts, (choice=...) a box's."""
    rows = [["record_id", "redcap_survey_identifier", "ein_treffen_timestamp"]]
    for question in QUESTIONS:
        if texts:
            rows[0] += redcap_texts(question)
            continue
        if question.kind == "multi":
            rows[0] += ["%s___%s" % (question.name, code) for code, _ in question.answers()]
        elif question.kind in ("matrix", "contact"):
            rows[0] += ["%s_%s" % (question.name, code) for code, _ in question.rows]
        elif question.kind == "ranking":
            rows[0] += ["%s_%s" % (question.name, code) for code, _ in question.options]
        else:
            rows[0].append(question.name)
        rows[0] += [question.name + "_text"] if question.other else []
    rows[0] += ["ein_treffen_complete"]
    for person in people:
        row = [str(person["number"]), "", clock(person)]
        for question in QUESTIONS:
            answer, text = person["answers"][question.name], person["texts"].get(question.name) or ""
            say = question.label if labels else (lambda code: code)
            yes, no = ("Checked", "Unchecked") if labels else ("1", "0")
            if question.kind == "multi":
                row += [yes if code in (answer or "") else no for code, _ in question.answers()]
            elif question.kind == "matrix":
                row += [say(answer[code]) if answer and answer[code] else "" for code, _ in question.rows]
            elif question.kind == "contact":
                row += [(answer or {}).get(code, "") for code, _ in question.rows]
            elif question.kind == "ranking":
                row += [str(answer.index(code) + 1) if answer else "" for code, _ in question.options]
            elif question.kind == "single":
                row.append(say(answer) if answer else "")
            else:
                row.append(answer or "")
            row += [text] if question.other else []
        rows.append(row + ["Complete" if labels else "2"])
    return (table(rows, quoting=csv.QUOTE_MINIMAL, end="\n").encode(), "EinTreffen_DATA.csv",
            questionnaire({"kind.other": "text", "channels.other": "text"}))


def redcap_texts(question):
    """A field has a text of its own: that of a row, that of an option of a ranking, and one for what is written beside other."""
    if question.kind == "multi":
        headings = ["%s (choice=%s)" % (question.text, label) for _, label in question.answers()]
    elif question.kind in ("matrix", "contact", "ranking"):
        headings = [label for _, label in question.rows or question.options]
    else:
        headings = [question.text]
    return headings + (["%s - Text" % question.text] if question.other else [])


def redcap_headings(people):
    content, name, _ = redcap(people, True, True)
    return content, name, questionnaire({"kind.other": "Text", "channels.other": "Text"})


def redcap_labels(people):
    return redcap(people, True)


def redcap_codes(people):
    return redcap(people, False)


SYSTEMS = [limesurvey_codes, limesurvey_full, limesurvey_both, limesurvey_7, limesurvey_7_full, limesurvey_vv, saved_by_r, saved_by_r_full, saved_by_pandas,
           saved_by_excel_codes, saved_by_excel_full, google_direct, google_sheets, forms_csv, forms_xlsx, nextcloud, surveymonkey,
           surveymonkey_expanded, surveymonkey_by_pandas, kobo, qualtrics_texts, qualtrics_split, qualtrics_numbers, sosci, redcap_labels,
           redcap_headings, redcap_codes]


def told_texts(name):
    """What the system of this name makes of an open text."""
    return (lambda text: text.replace("\n", "{newline}")) if name == "limesurvey_vv" else (lambda text: text)
