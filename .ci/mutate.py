"""Breaks Insight on purpose, one place at a time, and counts how many of the breaks its tests notice.

    python3 .ci/mutate.py [--sample 200] [--seed 1] [--scratch FOLDER] [--only NUMBER,NUMBER]

A seed draws the places from the whole module: comparisons (moved by one or turned round), signs, bounds of ranges,
`first` and `last`, `min` and `max`, `&&` and `||`, numbers (one more), `true` and `false`. All of them are planted
in one copy of the tree, each behind a switch of its own, so that one build serves every run: the operator at a
place becomes an operator of its own, which does as before or as mutated. A place that does not compile that way
gives way to the next one drawn. Each mutant then runs the suites that reach it, the quickest first, until one
fails, crashes or hangs. A mutant that no suite reaches survives.

Benchmarks/MUTANTS.md lists survivors that no test can tell from the original, with the reason; both figures are
told, with them and without. The exit code is 1 where fewer than 95 of 100 others are killed.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = "Sources/Insight"
LISTED = ROOT / "Benchmarks" / "MUTANTS.md"

# The rest of the program is not built.
TESTS = "InsightTests"

SUPPORT = r"""import Glibc

/// The number of the mutant that is switched on, and the places that a run has reached.
nonisolated(unsafe) private let reached: UnsafeMutablePointer<Bool> = {
  let places = UnsafeMutablePointer<Bool>.allocate(capacity: 65536)
  places.initialize(repeating: false, count: 65536)
  return places
}()

private let mutant: Int = {
  if getenv("MOAT_REACHED") != nil {
    atexit {
      guard let path = getenv("MOAT_REACHED"), let file = fopen(path, "a") else { return }
      for number in 0..<65536 where reached[number] { fputs("\(number)\n", file) }
      fclose(file)
    }
  }
  guard let text = getenv("MOAT_MUTANT") else { return 0 }
  return Int(atoi(text))
}()

public func isMutated(_ number: Int) -> Bool {
  let on = number == mutant
  reached[number] = true
  return on
}

public func mutated<T: Numeric>(_ number: Int, _ value: T) -> T {
  isMutated(number) ? value + 1 : value
}

public func mutated(_ number: Int, _ value: Bool) -> Bool { isMutated(number) != value }

public func minimum<T: Comparable>(_ number: Int, _ a: T, _ b: T, _ rest: T...) -> T {
  let all = [a, b] + rest
  return (isMutated(number) ? all.max() : all.min())!
}

public func maximum<T: Comparable>(_ number: Int, _ a: T, _ b: T, _ rest: T...) -> T {
  let all = [a, b] + rest
  return (isMutated(number) ? all.min() : all.max())!
}

extension Sequence {
  public func minimum(_ number: Int, by less: (Element, Element) throws -> Bool) rethrows -> Element? {
    try isMutated(number) ? self.max(by: less) : self.min(by: less)
  }
  public func maximum(_ number: Int, by less: (Element, Element) throws -> Bool) rethrows -> Element? {
    try isMutated(number) ? self.min(by: less) : self.max(by: less)
  }
}

extension Sequence where Element: Comparable {
  public func minimum(_ number: Int) -> Element? { isMutated(number) ? self.max() : self.min() }
  public func maximum(_ number: Int) -> Element? { isMutated(number) ? self.min() : self.max() }
}

extension BidirectionalCollection {
  public func mutatedFirst(_ number: Int) -> Element? { isMutated(number) ? self.last : self.first }
  public func mutatedLast(_ number: Int) -> Element? { isMutated(number) ? self.first : self.last }
  public func mutatedFirst(_ number: Int, where fits: (Element) throws -> Bool) rethrows -> Element? {
    try isMutated(number) ? self.last(where: fits) : self.first(where: fits)
  }
  public func mutatedLast(_ number: Int, where fits: (Element) throws -> Bool) rethrows -> Element? {
    try isMutated(number) ? self.first(where: fits) : self.last(where: fits)
  }
  public func mutatedFirstIndex(_ number: Int, where fits: (Element) throws -> Bool) rethrows -> Index? {
    try isMutated(number) ? self.lastIndex(where: fits) : self.firstIndex(where: fits)
  }
  public func mutatedLastIndex(_ number: Int, where fits: (Element) throws -> Bool) rethrows -> Index? {
    try isMutated(number) ? self.firstIndex(where: fits) : self.lastIndex(where: fits)
  }
}

extension BidirectionalCollection where Element: Equatable {
  public func mutatedFirstIndex(_ number: Int, of element: Element) -> Index? {
    isMutated(number) ? self.lastIndex(of: element) : self.firstIndex(of: element)
  }
  public func mutatedLastIndex(_ number: Int, of element: Element) -> Index? {
    isMutated(number) ? self.firstIndex(of: element) : self.lastIndex(of: element)
  }
}

"""

COMPARISONS = {
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
}  # fmt: skip
SIGNS = {"+": "-", "-": "+", "*": "/", "/": "*"}
ASSIGNED = {"+=": "-=", "-=": "+=", "*=": "/=", "/=": "*="}
LOGIC = {"&&": "||", "||": "&&"}
RANGES = {"..<": "...", "...": "..<"}
NAMES = {"min": "max", "max": "min", "first": "last", "last": "first", "firstIndex": "lastIndex"}
NAMES["lastIndex"] = "firstIndex"
PLANTED = {"min": "minimum", "max": "maximum", "first": "mutatedFirst", "last": "mutatedLast"}
PLANTED |= {"firstIndex": "mutatedFirstIndex", "lastIndex": "mutatedLastIndex"}

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>\#*"{3}|\#*")
    | (?P<directive>^[ ]*\#(?:if|elseif|else|endif|warning|error)\b[^\n]*)
    | (?P<attribute>@\w+(?:\([^()\n]*\))?)
    | (?P<argument>\$\d+)
    | (?P<name>`?[A-Za-z_]\w*`?)
    | (?P<number>0[xb][0-9A-Fa-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d+)?)
    | (?P<operator>[-+*/<>=!&|^~?.%]+)
    | (?P<other>[(){}\[\],;:\\\#])
    | (?P<space>\s+)
    | (?P<rest>.)""",
    re.X | re.S | re.M,
)


class Point:
    """A place, and its text before and after the mutation."""

    def __init__(self, file, text, start, end, kind, original, mutation):
        self.file, self.start, self.end, self.kind = file, start, end, kind
        self.original, self.mutation = original, mutation
        self.line = text.count("\n", 0, start) + 1
        opening = text.rfind("\n", 0, start) + 1
        closing = text.find("\n", end)
        self.code = text[opening:closing].strip()
        self.becomes = (text[opening:start] + mutation + text[end:closing]).strip()
        self.number = 0
        self.text = text

    @property
    def is_operator(self):
        return self.kind not in ("constant", "function", "member")

    @property
    def name(self):
        before = self.text.count(self.code, 0, self.start)
        return f"{self.file} {before} {self.code} => {self.becomes}"

    @property
    def key(self):
        return (self.file.removeprefix(SOURCES + "/"), self.code, self.becomes)


def tokens(text, start, closing):
    """The tokens of code from an offset up to the parenthesis that closes it, as (kind, start, end)."""
    depth = 0
    position = start
    while position < len(text):
        match = TOKEN.match(text, position)
        kind = match.lastgroup
        if kind == "string":
            inner, position = string(text, match)
            yield from inner
            yield ("string", match.start(), position)
            continue
        if closing and kind == "other":
            depth += {"(": 1, ")": -1}.get(match.group(), 0)
            if depth < 0:
                return
        yield (kind, match.start(), match.end())
        position = match.end()


def string(text, match):
    """The tokens of the interpolations of a string literal, and its end."""
    quote = match.group()
    hashes = quote.count("#")
    end = quote.lstrip("#") + "#" * hashes
    escape = "\\" + "#" * hashes
    inner = []
    position = match.end()
    while not text.startswith(end, position):
        if text.startswith(escape, position):
            position += len(escape)
            if text[position] == "(":
                found = list(tokens(text, position + 1, closing=True))
                inner += found
                position = found[-1][2] if found else position + 1
        position += 1
    return inner, position + len(end)


def points(file, text, draw):
    """The places of a file that can be mutated."""
    found = [t for t in tokens(text, 0, closing=False) if t[0] not in ("space", "comment")]
    for index, (kind, start, end) in enumerate(found):
        word = text[start:end]
        before = text[found[index - 1][1] : found[index - 1][2]] if index else ""
        after = text[found[index + 1][1] : found[index + 1][2]] if index + 1 < len(found) else ""
        spaces = (text[start - 1].isspace(), text[end].isspace())
        make = lambda kind, mutation, end=end: Point(file, text, start, end, kind, word, mutation)
        if before in ("func", "operator"):
            continue
        if kind == "operator":
            binary = spaces == (True, True)
            passed = (before in ("(", ",", ":")) and after in (")", ",")
            if word in COMPARISONS and (binary or passed):
                turned = COMPARISONS[word][-1]
                moved = turned if told_apart(text, start, end) else COMPARISONS[word][0]
                yield make("comparison", draw.choice((moved, turned)))
            elif word == "+" and '"' in (before + after):
                continue  # Texts are joined, not added.
            elif word in SIGNS and (binary or passed):
                yield make("sign", SIGNS[word])
            elif word == "-" and spaces[1] is False and (spaces[0] or before in ("(", "[")):
                yield make("negation", "+")
            elif word in ASSIGNED and binary:
                yield make("assigned", ASSIGNED[word])
            elif word in LOGIC and (binary or passed):
                yield make("logic", LOGIC[word])
            elif word in RANGES and spaces == (False, False) and before not in "([" and after not in ")],":
                yield make("range", RANGES[word])
        elif kind == "number" and not before.endswith("."):
            yield make("constant", one_more(word))
        elif kind == "name" and word in ("true", "false"):
            yield make("constant", "false" if word == "true" else "true")
        elif kind == "name" and word in NAMES and text[end] != ":":
            if word in ("min", "max") and before != "." and text[end] == "(":
                yield make("function", NAMES[word])
            elif before in (".", "?.") and text[found[index - 1][1] - 1] not in "\\ (":
                yield make("member", NAMES[word])


def told_apart(text, start, end):
    """True if the code before has told the operands of a comparison apart, so that moving it by one says the same:
    `if a != b { return a > b }`."""
    left = re.search(r"[\w.()\[\]$?]+ $", text[max(0, start - 80) : start])
    right = re.match(r" [\w.()\[\]$?]+", text[end : end + 80])
    if not left or not right:
        return False
    near = "\n".join(text[:end].split("\n")[-3:])
    return any(left.group() + sign + right.group().rstrip(")") in near for sign in ("==", "!="))


def one_more(word):
    """A literal of the number that follows."""
    digits = word.replace("_", "")
    if digits.startswith("0x"):
        return f"0x{int(digits, 16) + 1:X}"
    return str(int(digits, 0) + 1) if re.fullmatch(r"\d+|0b[01]+", digits) else str(float(digits) + 1)


def operator(number):
    """An operator of its own for each number: digits are no operator characters, mathematical ones are."""
    return chr(0x2200 + number // 256) + chr(0x2200 + number % 256)


def planted(point):
    """The text that stands at a place, and the end of what it replaces."""
    number, text, word = point.number, point.text, point.original
    if point.kind == "constant":
        return f"mutated({number}, {word})", point.end
    if point.kind == "function":
        return f"{PLANTED[word]}({number}, ", point.end + 1
    if point.kind == "member":
        name = PLANTED[word]
        if text.startswith("()", point.end):
            return f"{name}({number})", point.end + 2
        if text[point.end] == "(":
            return f"{name}({number}, ", point.end + 1
        return f"{name}({number})", point.end
    return operator(number), point.end


def declaration(point):
    """The operator of a place: what it did, and what it does when its number is switched on."""
    name, was, now, number = operator(point.number), point.original, point.mutation, point.number
    on = f"isMutated({number})"
    if point.kind == "negation":
        return (
            f"prefix operator {name}\n"
            f"public prefix func {name} <T: SignedNumeric>(a: T) -> T {{ {on} ? a : -a }}\n"
        )
    precedence = {
        "comparison": "ComparisonPrecedence",
        "range": "RangeFormationPrecedence",
        "assigned": "AssignmentPrecedence",
        "logic": "LogicalConjunctionPrecedence" if was == "&&" else "LogicalDisjunctionPrecedence",
        "sign": "AdditionPrecedence" if was in "+-" else "MultiplicationPrecedence",
    }[point.kind]
    lines = [f"infix operator {name}: {precedence}"]
    if point.kind == "comparison":
        bound = "Equatable" if was in ("==", "!=") else "Comparable"
        lines.append(f"public func {name} <T: {bound}>(a: T, b: T) -> Bool {{ {on} ? a {now} b : a {was} b }}")
        for count in (2, 3, 4):
            names = ", ".join(f"T{i}" for i in range(count))
            bounds = ", ".join(f"T{i}: {bound}" for i in range(count))
            lines.append(
                f"public func {name} <{bounds}>(a: ({names}), b: ({names})) -> Bool {{ {on} ? a {now} b : a {was} b }}"
            )
        if bound == "Equatable":
            lines.append(
                f"@_disfavoredOverload public func {name} <T>(a: T?, b: _OptionalNilComparisonType) -> Bool "
                f"{{ {on} ? a {now} nil : a {was} nil }}"
            )
            lines.append(
                f"public func {name} (a: Any.Type, b: Any.Type) -> Bool {{ {on} ? a {now} b : a {was} b }}"
            )
    elif point.kind == "logic":
        lines.append(
            f"public func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool "
            f"{{ try {on} ? a {now} b() : a {was} b() }}"
        )
    elif point.kind == "range":
        # Both come as a half-open range, so that the mutant has the type of the original.
        wide, narrow = "a..<b.advanced(by: 1)", "a..<b"
        first, second = (wide, narrow) if was == "..<" else (narrow, wide)
        lines.append(
            f"public func {name} <T: Strideable>(a: T, b: T) -> Range<T> where T.Stride: SignedInteger "
            f"{{ {on} ? {first} : {second} }}"
        )
    else:
        inout = "inout " if point.kind == "assigned" else ""
        result = "" if point.kind == "assigned" else " -> T"
        sign = was[0]
        for bound in ["AdditiveArithmetic"] if sign in "+-" else ["BinaryInteger", "FloatingPoint"]:
            done = f"if {on} {{ a {now} b }} else {{ a {was} b }}" if inout else f"{on} ? a {now} b : a {was} b"
            lines.append(f"public func {name} <T: {bound}>(a: {inout}T, b: T){result} {{ {done} }}")
    return "\n".join(lines) + "\n"


def plant(scratch, texts, chosen):
    """Writes the sources with the chosen places switched, and leaves files alone that stay the same."""
    by_file = collections.defaultdict(list)
    for point in chosen:
        by_file[point.file].append(point)
    for file, text in texts.items():
        for point in sorted(by_file[file], key=lambda p: -p.start):
            new, end = planted(point)
            text = text[: point.start] + new + text[end:]
        write(scratch / file, text)
    write(scratch / SOURCES / "Mutants.swift", SUPPORT + "\n".join(declaration(point) for point in chosen if point.is_operator))


def write(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def build(scratch, *arguments):
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    command = ["nice", "swift", "build", "--package-path", str(scratch), *arguments]
    return subprocess.run(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def refused(scratch, output, chosen):
    """The places that the compiler's errors are about: those of the line, or else the nearest of the file."""
    bad = set()
    for path, line in set(re.findall(r"^(/\S+\.swift):(\d+):\d+: error:", output, re.M)):
        file = str(pathlib.Path(path).resolve().relative_to(scratch))
        if file.endswith("/Mutants.swift"):
            continue
        inside = [point for point in chosen if point.file == file]
        least = min((abs(point.line - int(line)) for point in inside), default=None)
        bad |= {point for point in inside if abs(point.line - int(line)) == least}
    return bad


def compiled(scratch, texts, drawn, count):
    """Plants places until as many as asked for compile."""
    for number, point in enumerate(drawn, 1):
        point.number = number
    # What an earlier run in the same folder learned need not be learned again.
    known = scratch / "refused"
    bad = set(known.read_text().splitlines()) if known.exists() else set()
    while True:
        chosen = [point for point in drawn if point.name not in bad][:count]
        plant(scratch, texts, chosen)
        result = build(scratch, "--target", "Insight")
        if result.returncode == 0:
            return chosen
        found = refused(scratch, result.stdout, chosen)
        if not found:
            sys.exit(result.stdout[-8000:])
        for point in sorted(found, key=lambda p: p.number):
            print(f"  does not compile: {point.file}:{point.line} {point.original} in {point.code}", flush=True)
        bad |= {point.name for point in found}
        known.write_text("\n".join(sorted(bad)))


def run(bundle, suite, seconds, **variables):
    """Runs one suite on one thread; the answer is passed, failed, crashed or hung."""
    command = ["nice", str(bundle), "--testing-library", "swift-testing", "--no-parallel", "--filter", suite]
    environment = os.environ | {"SWIFT_BACKTRACE": "enable=no"} | variables
    try:
        code = subprocess.run(
            command, env=environment, timeout=seconds, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ).returncode
    except subprocess.TimeoutExpired:
        return "hung"
    return "passed" if code == 0 else "failed" if code > 0 else "crashed"


def suites(bundle):
    command = [str(bundle), "--testing-library", "swift-testing", "--list-tests"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return sorted({line.split("/")[0] for line in listed.split() if "/" in line})


def measured(bundle, scratch):
    """Each suite with its time and the places it reaches; one that fails as it is counts for nothing."""
    table = []
    for suite in suites(bundle):
        pattern = "^" + re.escape(suite) + "/"
        trace = scratch / "reached"
        trace.unlink(missing_ok=True)
        started = time.monotonic()
        answer = run(bundle, pattern, 600, MOAT_REACHED=str(trace), MOAT_MUTANT="0")
        seconds = time.monotonic() - started
        if answer != "passed":
            print(f"  {suite} {answer} without any mutant, and is left out", flush=True)
            continue
        places = set(map(int, trace.read_text().split())) if trace.exists() else set()
        table.append((seconds, suite, pattern, places))
    return sorted(table)


def listed():
    """The survivors of the list, each as file, code and code mutated."""
    if not LISTED.exists():
        return set()
    rows = re.findall(r"^\| (\S+) \| `` (.*?) `` \| `` (.*?) `` \|", LISTED.read_text(), re.M)
    return {tuple(cell.replace("\\|", "|") for cell in row) for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", type=pathlib.Path, help="a folder to build in, kept for the next run")
    parser.add_argument("--only", help="numbers of mutants to run, as an earlier run with this seed printed them")
    options = parser.parse_args()
    scratch = (options.scratch or pathlib.Path(tempfile.mkdtemp(prefix="moat-mutants-"))).resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    if ROOT == scratch or ROOT in scratch.parents:
        sys.exit("The scratch folder must lie outside the tree.")
    targets = needed()
    for folder in [folder_of(target) for target in targets] + ["Tests/Fixtures", "data"]:
        copy(ROOT / folder, scratch / folder)
    write(scratch / "Package.swift", manifest(targets))

    draw = random.Random(options.seed)
    texts = {
        str(path.relative_to(ROOT)): path.read_text() for path in sorted((ROOT / SOURCES).rglob("*.swift"))
    }
    every = [point for file, text in texts.items() for point in points(file, text, draw)]
    draw.shuffle(every)
    print(f"{len(every)} places, {options.sample} drawn with seed {options.seed}", flush=True)
    chosen = compiled(scratch, texts, every, options.sample)
    result = build(scratch, "--build-tests")
    if result.returncode != 0:
        sys.exit(result.stdout[-8000:])
    bundle = scratch / ".build/debug/moatPackageTests.xctest"
    table = measured(bundle, scratch)
    print(f"{len(table)} suites pass in {sum(row[0] for row in table):.0f} s", flush=True)

    if options.only:
        numbers = set(map(int, options.only.split(",")))
        chosen = [point for point in chosen if point.number in numbers]
    alike = listed()
    killed = unlisted = 0
    kills = collections.Counter()
    for point in sorted(chosen, key=lambda p: (p.file, p.start)):
        end = "survived"
        tried = [row for row in table if point.number in row[3]]
        # The quickest first, and those that noticed much so far.
        tried.sort(key=lambda row: row[0] / (1 + kills[row[1]]))
        for seconds, suite, pattern, _ in tried:
            answer = run(bundle, pattern, 10 + 5 * seconds, MOAT_MUTANT=str(point.number))
            if answer != "passed":
                end = f"{answer}: {suite}"
                kills[suite] += 1
                break
        if end == "survived":
            end += " (listed)" if point.key in alike else ""
            unlisted += point.key not in alike
            end += "" if tried else ", reached by no suite"
        else:
            killed += 1
        print(f"{point.number}\t{point.file}:{point.line}\t{point.code}\t{point.becomes}\t{end}", flush=True)
    alive = len(chosen) - killed
    share = 100 * killed / (killed + unlisted) if killed + unlisted else 100
    print(
        f"{killed} of {len(chosen)} killed; of the {alive} survivors {alive - unlisted} are listed as the same, "
        f"{unlisted} are not: {share:.1f} % of those that can be told were killed"
    )
    return 1 if share < 95 else 0


def needed():
    """The targets that the tests of Insight are built from, those others need first, as the manifest has them."""
    command = ["swift", "package", "--package-path", str(ROOT), "dump-package"]
    package = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    targets = {target["name"]: target for target in package["targets"]}
    order = []

    def add(name):
        for dependency in needs(targets[name]):
            add(dependency)
        if targets[name] not in order:
            order.append(targets[name])

    add(TESTS)
    return order


def needs(target):
    return [dependency["byName"][0] for dependency in target["dependencies"]]


def folder_of(target):
    return target.get("path") or ("Tests/" if target["type"] == "test" else "Sources/") + target["name"]


def manifest(targets):
    """A manifest of these targets alone."""
    lines = "".join(
        f"    .{'testTarget' if target['type'] == 'test' else 'target'}(\n"
        f"      name: {json.dumps(target['name'])}, dependencies: {json.dumps(needs(target))},\n"
        f"      path: {json.dumps(folder_of(target))}, exclude: {json.dumps(target['exclude'])}),\n"
        for target in targets
    )
    return (
        "// swift-tools-version: 6.2\nimport PackageDescription\n\n"
        f'let package = Package(\n  name: "moat",\n  targets: [\n{lines}  ],\n  swiftLanguageModes: [.v6]\n)\n'
    )


def copy(source, target):
    """Makes a folder the same as another, and leaves files alone that are the same already."""
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.relative_to(target) not in wanted and path.name != "Mutants.swift":
            path.unlink()
    for path in wanted:
        destination = target / path
        destination.parent.mkdir(parents=True, exist_ok=True)
        if source.name == "Insight" and destination.exists():
            continue  # The planted text is compared when it is written.
        if not destination.exists() or destination.read_bytes() != (source / path).read_bytes():
            shutil.copyfile(source / path, destination)


if __name__ == "__main__":
    sys.exit(main())
