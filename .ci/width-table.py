#!/usr/bin/env python3
"""Writes Sources/Canvas/WidthTable.swift from the Unicode Character Database.

    width-table.py UCD_FOLDER > Sources/Canvas/WidthTable.swift

UCD_FOLDER holds UnicodeData.txt, EastAsianWidth.txt, PropList.txt, DerivedCoreProperties.txt and
emoji/emoji-variation-sequences.txt, as Debian's package unicode-data installs them.
"""
import re, sys

NARROW, ZERO, WIDE, HIDDEN = range(4)
folder = sys.argv[1]


def ranges(name):
    for line in open(f"{folder}/{name}", encoding="utf-8"):
        body = line.split("#")[0].strip()
        if not body:
            continue
        fields = [field.strip() for field in body.split(";")]
        low, _, high = fields[0].partition("..")
        yield int(low, 16), int(high or low, 16), fields[1]


version = re.search(r"-([0-9.]+)\.txt", open(f"{folder}/EastAsianWidth.txt").readline()).group(1)
kind = [NARROW] * 0x110000
for low, high, value in ranges("EastAsianWidth.txt"):
    if value in "WF":
        kind[low:high + 1] = [WIDE] * (high + 1 - low)

start = None
for line in open(f"{folder}/UnicodeData.txt", encoding="utf-8"):
    fields = line.split(";")
    code, name, category = int(fields[0], 16), fields[1], fields[2]
    first = code
    if name.endswith("First>"):
        start = code
        continue
    if name.endswith("Last>"):
        first = start
    for c in range(first, code + 1):
        if category in ("Mn", "Me"):
            kind[c] = ZERO
        elif category in ("Cf", "Cc", "Zl", "Zp", "Cs"):
            kind[c] = HIDDEN
# Conjoining vowels and finals are drawn inside the cell of the leading consonant.
for low, high in ((0x1160, 0x11FF), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB)):
    kind[low:high + 1] = [ZERO] * (high + 1 - low)
# Format characters that have a glyph of their own.
for low, high, value in ranges("PropList.txt"):
    if value == "Prepended_Concatenation_Mark":
        kind[low:high + 1] = [NARROW] * (high + 1 - low)
# Fillers and other letters that draw nothing would hide what is there.
for low, high, value in ranges("DerivedCoreProperties.txt"):
    if value == "Default_Ignorable_Code_Point":
        for c in range(low, high + 1):
            if kind[c] in (NARROW, WIDE):
                kind[c] = HIDDEN
for low, high, value in ranges("PropList.txt"):
    if value == "Noncharacter_Code_Point":
        kind[low:high + 1] = [HIDDEN] * (high + 1 - low)

changes = [(0, kind[0])]
for c in range(1, 0x110000):
    if kind[c] != kind[c - 1]:
        changes.append((c, kind[c]))

emoji = sorted({int(line.split()[0], 16) for line in open(f"{folder}/emoji/emoji-variation-sequences.txt")
                if "FE0F" in line.split(";")[0].split()})
narrow_emoji = [c for c in emoji if kind[c] == NARROW]
runs = []
for c in narrow_emoji:
    if runs and runs[-1][1] == c - 1:
        runs[-1][1] = c
    else:
        runs.append([c, c])


def rows(values, per_line):
    return "\n".join("    " + ", ".join(values[i:i + per_line]) + ","
                     for i in range(0, len(values), per_line))


print(f"""// Made by .ci/width-table.py from the Unicode Character Database {version}; do not edit.

/// How many cells a scalar takes, as data.
enum WidthTable {{
  /// The version of the Unicode Character Database this was made from.
  static let unicodeVersion = "{version}"

  /// Where the class changes: `scalar << 2 | class`, ascending. A scalar has the class of the last
  /// entry that is not above it. Classes: 0 one cell, 1 none (combining), 2 two cells, 3 not to be
  /// sent to a terminal (controls, format characters, fillers, noncharacters).
  static let changes: [UInt32] = [
{rows([f"0x{c << 2 | k:06X}" for c, k in changes], 9)}
  ]

  /// Narrow scalars that become a two-cell emoji before U+FE0F: first and last of each run.
  static let narrowEmoji: [UInt32] = [
{rows([f"0x{c:05X}" for run in runs for c in run], 10)}
  ]
}}""")
