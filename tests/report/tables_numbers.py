"""Prints every number of a workbook with its sheet and cell.

usage: tables_numbers.py tables.xlsx
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

with zipfile.ZipFile(sys.argv[1]) as archive:
    sheets = [name for name in archive.namelist() if re.match("xl/worksheets/sheet", name)]
    for name in sorted(sheets, key=lambda name: int(re.search("[0-9]+", name).group())):
        for cell in ElementTree.fromstring(archive.read(name)).iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if value is not None and cell.get("t") is None:
                print(name, cell.get("r"), value.text)
