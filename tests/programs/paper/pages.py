"""Which questions of a paper form are parted by the end of a page.

pages.py mark PAGE.html     prints the page with a mark at the beginning and the end of each question, and at each heading in
                            front of one, too small to move anything
pages.py parted TEXT        reads what pdftotext made of it, and prints each question that ends on another page than it begins
                            on, and each heading that no question follows on its page; at last how many there are
"""
import re
import sys

TINY = '<span style="font-size:1pt;line-height:0;color:#fff">%s</span>'


def mark(page):
    count = 0

    def section(match):
        nonlocal count
        count += 1
        text = match.group(0)
        text = re.sub(r"(<h3[^>]*>)", lambda m: m.group(1) + TINY % f"Q{count}A ", text, count=1)
        end = max(text.rfind(tag) for tag in ("</span></li>", "</p>", "</td>", "</th>", "</h3>"))
        return text[:end] + TINY % f" Q{count}Z" + text[end:]

    page = re.sub(r'<section class="keep[^"]*">.*?</section>', section, page, flags=re.S)
    return re.sub(r"(<h2[^>]*>)(?=[^<]*</h2>\s*<section)", lambda m: m.group(1) + TINY % "H0A ", page)


def parted(text):
    begun, ended, headings, pages = {}, {}, [], text.split("\f")
    for number, page in enumerate(pages, 1):
        last = None
        for kind, question, end in re.findall(r"\b([QH])(\d+)([AZ])\b", page):
            last = kind
            if kind == "Q":
                (begun if end == "A" else ended)[int(question)] = number
        if last == "H":
            headings.append(number)
    for question in sorted(begun):
        if begun[question] != ended.get(question):
            print(f"question {question} begins on page {begun[question]} and ends on page {ended.get(question)}")
    for number in headings:
        print(f"page {number} ends with a heading")
    print(f"{len(begun)} questions on {sum(bool(page.strip()) for page in pages)} pages")


if sys.argv[1] == "mark":
    print(mark(open(sys.argv[2], encoding="utf-8").read()))
else:
    parted(open(sys.argv[2], encoding="utf-8").read())
