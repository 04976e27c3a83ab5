"""Reads an OpenDocument text as another program would and prints what is wrong with it.

    odt.py FILE TEXT    TEXT is the report as plain text, whose figures the file must hold
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
DRAW = '{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}'
SVG = '{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}'
XLINK = '{http://www.w3.org/1999/xlink}'
MANIFEST = '{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}'
STYLE = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'


def faults(archive):
    """Of the file itself: its parts, its styles, its pictures, its tables, its links."""
    entries = archive.infolist()
    first = entries[0]
    if first.filename != 'mimetype' or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield 'the first entry is no stored mimetype'
    if archive.read('mimetype') != b'application/vnd.oasis.opendocument.text':
        yield 'another mimetype'
    if any(entry.date_time != (1980, 1, 1, 0, 0, 0) for entry in entries):
        yield 'an entry carries a time'
    manifest = tree.fromstring(archive.read('META-INF/manifest.xml'))
    named = {entry.get(MANIFEST + 'full-path') for entry in manifest} - {'/'}
    held = {entry.filename for entry in entries} - {'mimetype', 'META-INF/manifest.xml'}
    for name in sorted(named ^ held):
        yield f'in the manifest or in the file alone: {name}'
    content = tree.fromstring(archive.read('content.xml'))
    styles = tree.fromstring(archive.read('styles.xml'))
    known = {style.get(STYLE + 'name') for part in (content, styles) for style in part.iter() if style.get(STYLE + 'name')}
    for element in content.iter():
        for key, value in element.attrib.items():
            if key.endswith('}style-name') and value not in known:
                yield f'unknown style: {value}'
    for frame in content.iter(DRAW + 'frame'):
        if not frame.findtext(SVG + 'title') or not frame.findtext(SVG + 'desc'):
            yield f'a picture without title or description: {frame.get(DRAW + "name")}'
        for image in frame.iter(DRAW + 'image'):
            if image.get(XLINK + 'href') not in held:
                yield f'no picture {image.get(XLINK + "href")}'
    for table in content.iter(TABLE + 'table'):
        if table.find(TABLE + 'table-header-rows') is None:
            yield f'a table without heads: {table.get(TABLE + "name")}'
        columns = sum(int(column.get(TABLE + 'number-columns-repeated', '1')) for column in table.iter(TABLE + 'table-column'))
        for row in table.iter(TABLE + 'table-row'):
            if len(row) != columns:
                yield f'{len(row)} cells in a row of {columns}: {table.get(TABLE + "name")}'
    marks = [mark.get(TEXT + 'name') for mark in content.iter(TEXT + 'bookmark')]
    for mark in {mark for mark in marks if marks.count(mark) > 1}:
        yield f'a bookmark stands twice: {mark}'
    for link in content.iter(TEXT + 'a'):
        if link.get(XLINK + 'href', '').lstrip('#') not in marks:
            yield f'a link leads nowhere: {link.get(XLINK + "href")}'
    if not any(True for _ in content.iter(TEXT + 'h')):
        yield 'no heading'


def pairs(string):
    """All "24 of 26", each once."""
    return set(re.findall(r'\d+ (?:of|von) \d+', re.sub(r'\s+', ' ', string)))


def main():
    path, text = sys.argv[1:]
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            print('a part is damaged')
        for fault in faults(archive):
            print(fault)
        content = tree.fromstring(archive.read('content.xml'))
    found = pairs(' '.join(content.itertext()))
    with open(text, encoding='utf-8') as file:
        wanted = pairs(file.read())
    for pair in sorted(wanted ^ found):
        print(f'in one of the two alone: {pair}')


main()
