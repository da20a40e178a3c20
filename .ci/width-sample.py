#!/usr/bin/env python3
"""Writes Tests/CanvasTests/WidthSample.swift: texts and their widths by another library's tables.

    width-sample.py UCD_FOLDER > Tests/CanvasTests/WidthSample.swift

UCD_FOLDER holds UnicodeData.txt of the version Canvas has (see width-table.py). Needs wcwidth.
"""
import random
import sys

import wcwidth

random.seed(20)
category = {}
first = None
for line in open(f"{sys.argv[1]}/UnicodeData.txt", encoding="utf-8"):
    code, name, kind = line.split(";")[:3]
    code = int(code, 16)
    if name.endswith("First>"):
        first = code
    elif name.endswith("Last>"):
        category.update({c: kind for c in range(first, code + 1)})
    else:
        category[code] = kind

# Canvas decides these otherwise on purpose, or Unicode has changed its mind since.
excluded = [
    range(0x1100, 0x1200), range(0xD7B0, 0xD800),  # conjoining letters without their partners
    range(0x1F1E6, 0x1F200), range(0x1F3FB, 0x1F400),  # regional indicators and skin tones alone
    range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00), range(0x1D300, 0x1D380),
    (0x3164, 0xFFA0),
]


def is_usable(code):
    return category.get(code, "C")[0] in "LNPS" and not any(code in part for part in excluded)


usable = [code for code in category if is_usable(code)]
marks = [
    code for code, kind in category.items()
    if kind in ("Mn", "Me") and wcwidth.wcswidth("a" + chr(code)) == 1
    and not 0xFE00 <= code < 0xFE10 and not 0xE0100 <= code < 0xE01F0 and code != 0x20E3
]
scripts = [
    range(0x20, 0x7F), range(0xA1, 0x250), range(0x370, 0x530), range(0x5D0, 0x5EB),
    range(0x620, 0x64B), range(0x904, 0x93A), range(0xE01, 0xE31), range(0x2010, 0x2028),
    range(0x2030, 0x2052), range(0x2190, 0x2600), range(0x3041, 0x3097), range(0x30A1, 0x30FB),
    range(0x4E00, 0x9FA0), range(0xAC00, 0xD7A4), range(0xFF01, 0xFF5F), range(0x1F600, 0x1F650),
]


def word():
    text = ""
    for _ in range(random.randint(1, 9)):
        code = random.choice(random.choice(scripts) if random.random() < 0.6 else usable)
        if code == 0x20 or is_usable(code):
            text += chr(code)
            if random.random() < 0.2:
                text += chr(random.choice(marks))
    return text


def escaped(text):
    return "".join(f"\\u{{{ord(c):X}}}" for c in text)


lines = []
while len(lines) < 150:
    text = word()
    if text and len(escaped(text)) <= 84 and wcwidth.wcswidth(text) >= 0:
        lines.append(f'    ("{escaped(text)}", {wcwidth.wcswidth(text)}),')
for text in ["👍🏽", "❤️", "🇩🇪", "🇪🇺🇳🇱", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "☺", "☺️", "👩‍💻 ok", "🏳️‍🌈", "⌚",
             "é", "Ω̈", "ﾊﾟ", "각", "日本語 GmbH"]:
    lines.append(f'    ("{text}", {wcwidth.wcswidth(text)}),')

newest = wcwidth.list_versions()[-1]
print(f"""// Made by .ci/width-sample.py; do not edit.

/// Texts and the cells they take as the Python library wcwidth {wcwidth.__version__} counts them by its own tables
/// (Unicode {newest}): words of random characters that Unicode 15.0 knows, and emoji sequences.
///
/// Left out is what Canvas decides otherwise on purpose: controls and format characters, which it
/// makes visible, spacing marks (category Mc), which terminals give a cell, marks without a letter.
enum WidthSample {{
  static let texts: [(String, Int)] = [""")
print("\n".join(lines))
print("  ]\n}")
