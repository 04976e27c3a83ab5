"""Who of a list of contacts is which row of answers.csv? Takes every internal file of an ingest for granted and looks only for what is
certain: a contact is joined where only one row can be hers, also after all other contacts have found a row of their own.

Nothing here is taken from nachlese; what the columns mean is known from the man pages and the questionnaire."""
import csv
import io

OUTSIDE = {"", "dk", "-", "!"}


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


class Files:
    """The files of an ingest, as lists of dicts; consent is (column, code), where the questionnaire asks for it."""

    def __init__(self, texts, consent, groupings):
        self.answers, self.contacts = table(texts["answers.csv"]), table(texts["contacts.csv"])
        self.rejects, self.quotes = table(texts.get("rejects.csv", "")), table(texts.get("quotes.csv", ""))
        self.exchange, self.results = table(texts.get("exchange.csv", "")), table(texts.get("results.csv", ""))
        self.consent, self.groupings = consent, groupings
        self.accepted = [row for row in self.answers if row["status"] == "accepted"]


def shared(one, other):
    """The columns that both have, but for what is of the files and not of the people."""
    if not one or not other:
        return []
    return [column for column in one[0] if column in other[0] and column not in ("respondent", "status", "origin", "file", "line")]


def agree(one, other, columns):
    return all(one[column] == other[column] for column in columns)


def line_of(files, row):
    """A record's line in an export without line breaks in its cells: one more than its number, for the header."""
    return str(int(row["respondent"]) + 1)


def by_columns(files, contact, rows):
    columns = shared(files.contacts, files.answers)
    return [row for row in rows if agree(contact, row, columns)]


def by_consent(files, rows):
    column, code = files.consent
    return [row for row in rows if column not in row or row[column] == code]


def by_rejects(files, contact, rows):
    """rejects.csv names lines: of a record that is accepted it has the answers, or a column in which a contact has no answer."""
    columns = shared(files.contacts, files.rejects)
    lines = {}
    for reject in files.rejects:
        if reject["line"] and reject["reason"] in ("invalid_value", "text_dropped", "text_among_options"):
            lines.setdefault(reject["line"], []).append(reject)
    known = {column for column in contact if contact[column] == "!"}
    kept = []
    for row in rows:
        told = lines.get(line_of(files, row), [])
        fits = all(agree(contact, reject, columns) for reject in told)
        spoilt = {reject["explanation"].split(":")[0] for reject in told if reject["reason"] == "invalid_value"}
        here = {column for column in contact if column in spoilt or column.split("__")[0] in spoilt}
        kept += [row] if fits and all(column in known for column in here) else []
    # Where lines are told of every such fault, a contact with one must be on one of these lines.
    lines_with = {column: [line for line, told in lines.items() if any(
        reject["explanation"].split(":")[0] in (column, column.split("__")[0]) for reject in told)] for column in known}
    for column in known:
        if lines_with[column]:
            kept = [row for row in kept if line_of(files, row) in lines_with[column]]
    return kept


def by_results(files, contact, rows):
    """results.csv by group: who gave an answer that only some groups have is in one of these."""
    for grouping in files.groupings:
        counts = {}
        for result in files.results:
            if result["by"] == grouping and result["statistic"] == "count" and result["level"] and result["value"]:
                column = result["question"] + ("__" + result["item"] if result["item"] else "")
                counts.setdefault((column, result["category"]), {})[result["level"]] = float(result["value"])
        for (column, category), levels in counts.items():
            value = contact.get(column, "")
            gave = value == category if category else value == "1"
            if gave and value not in OUTSIDE:
                rows = [row for row in rows if row[grouping] in OUTSIDE or levels.get(row[grouping], 1) > 0]
    return rows


def by_order(files, contact, rows):
    """exchange.csv in the order of the records: the n-th of its rows would be of the n-th accepted record. Taken for true only where
    the file has columns by which that shows: where it has one of answers.csv as well, and both agree all the way down."""
    columns = shared(files.exchange, files.answers)
    if not columns or any(not agree(row, other, columns) for row, other in zip(files.exchange, files.accepted)):
        return rows
    wanted = shared(files.contacts, files.exchange)
    places = {id(row): place for place, row in enumerate(files.accepted)}
    return [row for row in rows if agree(contact, files.exchange[places[id(row)]], wanted)]


def candidates(files, contact):
    rows = by_consent(files, files.accepted)
    rows = by_columns(files, contact, rows)
    rows = by_rejects(files, contact, rows)
    rows = by_results(files, contact, rows)
    return by_order(files, contact, rows)


def augment(contact, possible, taken, seen):
    for row in possible[contact]:
        if row in seen:
            continue
        seen.add(row)
        if row not in taken or augment(taken[row], possible, taken, seen):
            taken[row] = contact
            return True
    return False


def can_all_be_placed(possible):
    taken = {}
    return all(augment(contact, possible, taken, set()) for contact in range(len(possible)))


def joined(files):
    """[(contact, row)] of what is certain. A single accepted record is no finding: it is the only one there is."""
    if len(files.accepted) < 2 or not files.contacts:
        return []
    numbers = {id(row): number for number, row in enumerate(files.accepted)}
    possible = [[numbers[id(row)] for row in candidates(files, contact)] for contact in files.contacts]
    if not can_all_be_placed(possible):  # two contacts of one person, or a file that contradicts: nothing is certain
        return [(files.contacts[i], files.accepted[rows[0]]) for i, rows in enumerate(possible) if len(rows) == 1]
    found = []
    for i, rows in enumerate(possible):
        if len(possible) == len(files.accepted) == 1 or not rows:
            continue
        left = [row for row in rows if len(rows) == 1 or can_all_be_placed(possible[:i] + [[row]] + possible[i + 1:])]
        if len(left) == 1:
            found.append((files.contacts[i], files.accepted[left[0]]))
    return found


def quoted_contacts(files):
    """Quotations about a question whose answers are in the list of contacts: they tell which contact agreed to be quoted."""
    listed = {column.split("__")[0] for contact in files.contacts[:1] for column in contact}
    return [quote for quote in files.quotes if quote["question"] in listed]
