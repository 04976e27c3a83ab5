#!/usr/bin/env python3
"""Counts tables of answers by groups from real surveys: survey_tables.py FOLDER >survey_tables.tsv

FOLDER holds star-wars-survey/StarWars.csv (github.com/fivethirtyeight/data, SurveyMonkey Audience, CC BY 4.0),
20200326-longterm-other_questions-no-open.csv (github.com/carpentries/assessment, CC BY 4.0) and analysis/2016/uk/data/public_data.csv
(github.com/softwaresaved/international-survey, CC BY 2.5), or the same files in folders of other names. Only counts leave this script.
"""
import csv
import pathlib
import sys

LIKERT = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
AGREE = ["Strongly disagree", "Disagree", "Neither agree or disagree", "Agree", "Strongly Agree"]
OFTEN = ["Never", "Sometimes", "Often", "Very Often", "Always"]
FAVOUR = ["Very unfavorably", "Somewhat unfavorably", "Neither favorably nor unfavorably (neutral)", "Somewhat favorably", "Very favorably"]
AGES = ["18-29", "30-44", "45-60", "> 60"]
FIRMS = ["18 to 24 years", "25 to 34 years", "35 to 44 years", "45 to 54 years", "55 to 64 years"]

# file, encoding, header lines, survey, (answers: column, kind, codes or None = those that occur), (groups: column, codes or None), first respondents or 0
WANTED = [
    ("StarWars.csv", "latin-1", 2, "starwars", [(15, "o", FAVOUR), (19, "o", FAVOUR), (26, "o", FAVOUR), (29, "n", None), (32, "n", None), (36, "n", None)],
     [(33, ["Female", "Male"]), (34, AGES)], (0, 30, 120)),
    ("20200326-longterm-other_questions-no-open.csv", "utf-8", 1, "carpentries",
     [(12, "o", LIKERT), (15, "o", LIKERT), (9, "n", None), (11, "n", None)], [(1, ["1", "2", "3+"]), (3, ["Software Carpentry", "Data Carpentry", "Library Carpentry"])], (0, 40)),
    ("public_data.csv", "utf-8", 1, "rse2016", [(37, "o", AGREE), (47, "o", AGREE), (51, "o", AGREE), (27, "o", OFTEN), (66, "n", None), (11, "n", None)],
     [(63, ["Female", "Male"]), (64, FIRMS)], (0, 35)),
]


def main():
    folder = pathlib.Path(sys.argv[1])
    for name, encoding, header, survey, answers, groups, sizes in WANTED:
        with open(next(folder.rglob(name)), encoding=encoding, newline="") as file:
            records = [[cell.strip() for cell in row] for row in csv.reader(file)][header:]
        for answer, kind, codes in answers:
            for group, levels in groups:
                for size in sizes:
                    pairs = [(r[group], r[answer]) for r in records if r[group] in levels and (r[answer] in codes if codes else r[answer] not in ("", "NA"))]
                    pairs = pairs[:size] if size else pairs
                    offered = codes or sorted({a for _, a in pairs})
                    counts = [str(pairs.count((g, a))) for g in levels for a in offered]
                    print(f"{survey}_{answer}_by_{group}_{size or 'all'}", kind, len(levels), len(offered), " ".join(counts), sep="\t")


main()
