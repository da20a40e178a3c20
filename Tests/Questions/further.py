"""Ten questions more, thought of after the thirty: answers as in answers.py."""

from compute import FIRM
from ledger import day, decimals, grouped, last_day


def short(name, width=17):
    return name[:width].rstrip()


def building(compute, country):
    """31: the sites of a country that are contracted or being built, with state and target, and their power."""
    rows = compute.sites(lambda row: row["country"] == country, FIRM - {"operational"})
    lines = [[short(row["name"]), row["status"], row["target"]] for row in rows]
    return [lines + [[f"{compute.power(rows):.0f} MW"]]]


def lenders(money, layer, year, count):
    """32: who took part in a year's loans to a layer, those of the largest loans first."""
    sums = {}
    for row in money.counted(
        lambda row: row["instrument"] == "debt"
        and row["date"][:4] == year
        and money.layer(row) == layer
    ):
        for investor in money.roles(row, "lead", "participant", "strategic"):
            sums[investor] = sums.get(investor, 0) + (money.usd(row) or 0)
    largest = sorted(sums.items(), key=lambda it: -it[1])
    least = largest[count - 1][1]
    lines = [(it, value) for it, value in largest if value >= least]
    return [[[money.ledger.name(it), decimals(value / 1000, 2)] for it, value in lines]]


def trained_elsewhere(ledger, maker):
    """33: the models of European developers that were trained on chips of another maker."""
    europe = ("EU", "EEA", "CH", "UK", "union")
    home = lambda row: ledger.bloc(ledger.organisations[row["developer"]]["country"])
    rows = [
        row
        for row in ledger.rows("models")
        if row["trained_on"] not in ("", maker) and home(row) in europe
    ]
    return [[[short(row["name"]), short(ledger.name(row["trained_on"]))] for row in rows]]


def signatures(ledger, code):
    """34: who would not sign a code, or not in full, and how many did."""
    rows = [row for row in ledger.rows("signatories") if row["instrument"] == code]
    latest = {}
    for row in sorted(rows, key=lambda row: last_day(row["date"])):
        latest[row["organisation"]] = row
    others = [row for row in latest.values() if row["status"] != "signed"]
    lines = [[row["status"], ledger.name(row["organisation"]), row["date"]] for row in others]
    return [lines + [[f"{len(latest) - len(others)} signed in full"]]]


def by_country(money, count):
    """35: the countries whose companies raised most."""
    homes = {}
    for row in money.counted():
        home = money.ledger.organisations[row["company"]]["country"]
        homes.setdefault(home, []).append(row)
    largest = sorted(homes.items(), key=lambda it: -money.total(it[1]))[:count]
    name = lambda code: money.ledger.countries[code]["name"]
    sums = lambda rows: decimals(money.total(rows) / 1000, 2)
    return [[[name(home), sums(rows), f"{len(rows)} rounds"] for home, rows in largest]]


def due(law, days):
    """36: the dates that bind and come within so many days."""
    lines = []
    for rows in law.milestones.values():
        bound = [row for row in rows if row["status"] in ("scheduled", "in-force", "postponed")]
        if bound and len(bound[-1]["scheduled"]) == 10 and bound[-1]["status"] != "in-force":
            left = (day(bound[-1]["scheduled"]) - law.ledger.day).days
            if 0 <= left <= days:
                lines.append([bound[-1]["title"][:30], bound[-1]["scheduled"], f"in {left} d"])
    return [lines]


def without_home(compute, country):
    """37: what keeps running if whoever is at home in a country stops: operators and makers."""
    home = lambda it: compute.ledger.organisations[it]["country"] if it else ""
    rows = compute.sites()
    kept = [
        row
        for row in rows
        if country not in (home(row["operator"]), home(row["chip_vendor"]))
    ]
    surely = [row for row in kept if row["chip_vendor"]]
    left = f"{grouped(compute.total(rows))} → {grouped(compute.total(kept))}"
    return [[["accelerators", left, f"possibly {grouped(compute.total(surely))}"]]]


def told_of(compute, site):
    """38: what was told of a site, row by row, where a figure or a target changed."""
    rows = compute.history[site]
    lines, sizes = [], set()
    for row in rows:
        size = compute.size(row)
        if row["accelerators"] and size not in sizes:
            sizes.add(size)
            lines.append([size])
    return [lines + [[row["date"]] for row in rows] + [["target", rows[-1]["target"]]]]


def in_part(law):
    """39: the states whose penalties in force cover a part of the Act, and the first thing that they cover."""
    found = []
    for state in law.members:
        rows = law.steps.get((state, "penalties"), [])
        if rows and law.holds(state, "penalties") and "not covered" in rows[-1]["detail"]:
            covered = rows[-1]["detail"].split(";")[0].split(" for ", 1)[1].split(",")[0]
            found.append([law.name(state), f"{covered} only"])
    return found


def disputed(money):
    """40: the counted rounds whose figures sources dispute, marked."""
    rows = money.counted(lambda row: row["confidence"] == "disputed")
    line = lambda row: [short(money.ledger.name(row["company"]), 20), row["date"], money.cell(row) + "?"]
    return [[line(row) for row in rows]]


def further(ledger, money, compute, law):
    return {
        31: building(compute, "DE"),
        32: lenders(money, "infrastructure", "2026", 3),
        33: trained_elsewhere(ledger, "nvidia"),
        34: signatures(ledger, "gpai-code-of-practice"),
        35: by_country(money, 4),
        36: due(law, 260),
        37: without_home(compute, "US"),
        38: told_of(compute, "nscale-loughton"),
        39: [[[name, "some"] for name, _ in in_part(law)], [[only] for _, only in in_part(law)]],
        40: disputed(money),
    }
