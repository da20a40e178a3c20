"""The tables of a package as they stood on a day, read by the rules of data/README.md and nothing else."""

import csv
import datetime
import json
import os
from decimal import ROUND_HALF_UP, Decimal


def day(text):
    return datetime.date.fromisoformat(text)


def first_day(date):
    """The first day of `2026`, `2026-03` or `2026-03-09`."""
    return day((date + "-01-01")[:10]) if len(date) == 4 else day((date + "-01")[:10])


def last_day(date):
    """The last day of `2026`, `2026-03` or `2026-03-09`."""
    if len(date) == 10:
        return day(date)
    year, month = (int(date), 12) if len(date) == 4 else map(int, date.split("-"))
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


class Ledger:
    def __init__(self, folder, on):
        self.folder = folder
        self.day = on if isinstance(on, datetime.date) else day(on)
        package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
        self.updated = day(package["updated"])
        self.reach = {it["name"]: day(it["reach"]) for it in package["resources"] if it.get("reach")}
        self.tables = {}
        self.published = {row["id"]: row["published"] for row in self.table("sources")}
        self.source = {row["id"]: row for row in self.table("sources")}
        self.organisations = {row["id"]: row for row in self.table("organisations")}
        self.countries = {row["code"]: row for row in self.table("countries")}

    def on(self, other):
        """The same package on another day."""
        return Ledger(self.folder, other)

    def table(self, name):
        if name not in self.tables:
            path = os.path.join(self.folder, name + ".csv")
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            for place, row in enumerate(rows):
                row["n"] = place
            self.tables[name] = rows
        return self.tables[name]

    def known(self, row):
        """The day from which a row is known: a partial date counts from its earliest source in the span."""
        date = row["date"]
        if len(date) == 10:
            return day(date)
        first, last = first_day(date), last_day(date)
        told = [self.published[it] for it in row["source"].split(";")]
        seen = [last_day(it) for it in told if len(it) > 4 and first <= last_day(it) <= last]
        return min(min(seen, default=last), max(self.updated, first))

    def rows(self, name):
        """The rows of a dated table that are known on the day."""
        return [row for row in self.table(name) if self.known(row) <= self.day]

    def history(self, name, key):
        """The known rows of each key, the one that stands last."""
        found = {}
        order = lambda row: (self.known(row), len(row["date"]), row["n"])
        for row in sorted(self.rows(name), key=order):
            found.setdefault(key(row), []).append(row)
        return found

    def latest(self, name, key=lambda row: row["id"]):
        return {key: rows[-1] for key, rows in self.history(name, key).items()}

    def name(self, organisation):
        return self.organisations[organisation]["name"]

    def bloc(self, country):
        return self.countries[country]["bloc"] if country in self.countries else ""

    def law(self, country):
        """The bloc whose law a country is under; one outside them stands for itself."""
        bloc = self.bloc(country)
        return country if bloc == "other" else bloc

    def group(self, organisation):
        """An organisation and those whose parent it is."""
        children = {it for it, row in self.organisations.items() if row["parent"] == organisation}
        return {organisation} | children

    def titles(self, row):
        return [self.source[it]["title"] for it in row["source"].split(";")]

    def publishers(self, row):
        return [self.source[it]["publisher"] for it in row["source"].split(";")]


def grouped(number):
    """12345.6 as a table writes it: 12,346."""
    return f"{int(number + 0.5):,}"


def decimals(value, places):
    """A number with so many places, a half rounded away from zero."""
    step = Decimal(1).scaleb(-places)
    return str(Decimal(repr(round(value, 6))).quantize(step, rounding=ROUND_HALF_UP))


def dollars(millions):
    """Millions as a title writes them, with three figures: $34.6 bn, $830 m."""
    unit, value = (" bn", millions / 1000) if millions >= 1000 else (" m", millions)
    text = decimals(value, 2 if value < 10 else 1 if value < 100 else 0)
    return "$" + (text.rstrip("0").rstrip(".") if "." in text else text) + unit


def short_day(value):
    """A day as a title writes it: 2 Dec 2027."""
    return f"{value.day} {value.strftime('%b %Y')}"
