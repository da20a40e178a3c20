"""The answers to forty questions of an analyst, worked out from the CSV files of a package alone.

    python3 Tests/Questions/answers.py Tests/Fixtures/ledger-2026-11 2026-11-22

It knows the rules of data/README.md and nothing of the program, and needs Python's own library only. Written is
JSON: for each question the looks that it takes, for each look the lines that have to be seen, for each line the
words that stand on it. `QuestionTests` types the keys and looks for them.
"""

import json
import sys

from compute import (
    Compute,
    circles,
    dependence,
    dependents,
    elsewhere,
    late,
    origins,
    others,
    running,
    tenants,
    undelivered,
)
from further import further
from law import (
    Law,
    authority,
    became_known,
    binding,
    days_late,
    gained,
    in_force,
    missing,
    moved,
    named,
    without_penalties,
)
from ledger import Ledger, day, dollars, grouped, last_day, short_day
from money import (
    Money,
    above,
    borrowed,
    largest,
    leads,
    most_valued,
    quarter,
    raised,
    shared,
    valuations,
    worth,
)

# Companies of the chip layer that are worth more than any of the field and are not of it.
NOT_OF_THE_FIELD = {"asml", "arm"}
STEPS = {
    "market-surveillance": "market surveillance",
    "single-point-of-contact": "single point of contact",
    "fundamental-rights": "fundamental rights",
}
STATUSES = {"in-force": "in force"}


def short(name, width=17):
    """As much of a name as a narrow column shows."""
    return name[:width].rstrip()


def of_money(ledger, money):
    valued = most_valued(money, NOT_OF_THE_FIELD)
    kept = above(money, "DE", "infrastructure", 100)
    first, last = day("2026-01-01"), day("2026-03-31")
    most, leaders = leads(money, "infrastructure")
    return {
        1: [[[short(line[0], 20), *line[1:]] for line in look] for look in largest(money)],
        2: raised(money, "nscale", 4680, "2026-03-21"),
        4: worth(money, "mistral-ai"),
        7: [[[short(name), f" {most} "] for name in leaders]],
        9: quarter(money, first, last, ["infrastructure", "research"]),
        21: [[list(valued)]],
        22: borrowed(money, "mistral-ai"),
        23: [[[short(line[0], 20), *line[1:]] for line in look] for look in shared(money, "research", "nvidia")],
        28: [kept, [["german-infra", "country:DE", "layer:infrastructure", "amount>100"]]],
    }


def of_compute(ledger, money, compute):
    european = lambda it: ledger.bloc(ledger.organisations[it]["country"]) in ("EU", "EEA", "CH", "UK")
    both = circles(compute, money, "nvidia")
    through, single = dependents(compute, "nvidia")
    sized = {it for it in through if compute.total(compute.sites(lambda row: row["customer"] == it))}
    alone = lambda it: ["only " + short(ledger.name(through[it][0]), 8)] if it in single else []
    unsized = sorted(set(through) - sized, key=ledger.name)
    due, accelerators, megawatts = undelivered(compute, "nvidia", ledger.day.isoformat()[:4])
    called_off, took, homes = tenants(compute, "stargate-norway")
    history, sources = origins(compute, "stargate-norway")
    home = ledger.countries[ledger.organisations[called_off["customer"]]["country"]]["name"]
    parties = [homes[called_off["operator"]], ledger.bloc(called_off["country"]), homes[took[0]["customer"]]]
    operator, capacity, rented, share = dependence(compute, "microsoft")
    exposed = {}
    for row in compute.sites(lambda row: row["chip_vendor"] == "nvidia" and row["accelerators"]):
        exposed[row["operator"]] = exposed.get(row["operator"], 0) + int(row["accelerators"])
    largest_three = sorted(exposed.items(), key=lambda it: -it[1])[:3]
    return {
        3: [
            [[ledger.name(it), *both[it]] for it in sorted(both) if european(it)]
            + [["NVIDIA funds Nscale", both["nscale"][0]], ["Nscale buys", "from NVIDIA", both["nscale"][1]]]
        ],
        5: [
            [[short(ledger.name(it)), *alone(it)] for it in [*sized, *unsized[:4]]],
            [[short(ledger.name(it)), *alone(it)] for it in unsized[4:]],
        ],
        6: [
            [[short(row["name"]), compute.size(row), row["status"]] for row in due]
            + [[f"{grouped(accelerators)} accelerators"], [f"{megawatts:.0f} MW"]]
        ],
        16: [[[short(line[0]), *line[1:]] for line in running(compute, "nvidia", "EU")[0]]],
        17: [[[short(line[0]), *line[1:]] for line in others(compute, "nvidia")[0]]],
        18: [
            [["customer", f"{ledger.name(called_off['customer'])}, {home}"], ["status", called_off["status"]]],
            [[short(row["name"]), ledger.name(row["customer"])] for row in took],
            [[*parties, grouped(compute.total(took))]],
        ],
        20: [history, sources],
        25: elsewhere(compute, "nvidia", "EU", 1000),
        26: [[[operator, capacity], ["Microsoft", rented, share]]],
        27: [[[short(row["name"]), grouped(days)] for days, row in late(compute)]],
        29: [
            [[ledger.name(it)] for it, _ in largest_three] + [["NVIDIA"]],
            [[it, str(size)] for it, size in largest_three],
        ],
    }


def of_law(ledger, law):
    slow = f"+{days_late(law)} d"
    then, moved_since = gained(law, "2025-08-02")
    four, lately = gained(law, "2026-03-21")
    seven = len(law.having("market-surveillance", "notifying", "single-point-of-contact", "penalties"))
    bodies, status = authority(law, "PL")
    acts = sorted({line[4] for line in moved(law)})
    binds, first = binding(law, "ai-act-high-risk-annex-iii")
    by = day(binds["scheduled"])
    known = became_known(law, "2026-09")
    fresh = [[f"{law.name(row['country'])}: {STEPS.get(row['step'], row['step'])}"] for row in known["enforcement"]]
    return {
        10: [named(law), [[f"{len(missing(law))} members"], *[[state, slow] for state in missing(law)]]],
        11: [named(law.on("2025-08-02")), [[f"{then} → {seven} of {len(law.members)}"], ["gained"]]
             + [[name] for name, _, _ in moved_since]],
        12: [
            [["Surveillance", status["status"], status["date"]]]
            + [[row["authority"][:6], row["date"]] for row in bodies],
            [[row["legal_basis"]] for row in bodies] + [[row["note"][:20]] for row in bodies],
        ],
        13: [
            [[line[0][:30], line[1].isoformat(), line[2].isoformat(), f"+{line[3]} mo"] for line in moved(law)],
            [[act] for act in acts] + [["status", "postponed"]],
            [[row[it]] for act in acts for row in in_force(law, act) for it in ("title", "status", "date")],
        ],
        14: [[[state, slow] for state in missing(law)]],
        15: [[list(line) for line in without_penalties(law)]],
        19: [
            [
                ["Complies by", short_day(by), binds["article"], f"{(by - law.ledger.day).days} days"],
                ["+16 mo", short_day(first)],
                ["Start by", short_day(by.replace(month=by.month - 6)), short_day(by.replace(year=by.year - 1))],
            ]
        ],
        24: [[[f"{four} → {seven} of {len(law.members)}"]] + [[name, "full", last] for name, last, _ in lately]],
        30: [fresh + [[row["title"][:40]] for row in known["milestones"]]],
    }


def changed(ledger, since):
    """8: what is new and what has moved on since a day, by table, and who gained full authority.

    A row that is known with the package alone, as its month or year is not over, counts apart: it may be older.
    """
    before = ledger.on(since)

    def certain(row):
        return ledger.known(row) != ledger.updated or last_day(row["date"]) <= ledger.updated

    def count(name, key=lambda row: row["id"]):
        now, then = ledger.latest(name, key), before.latest(name, key)
        new = [it for it in now if it not in then and certain(now[it])]
        return len(new), sum(now[it]["n"] != then[it]["n"] and certain(now[it]) for it in then)

    def kinds(place, **of):
        """The kinds that have some, as they are counted in words: `2 rounds`, `1 round`."""
        some = [(kind, counts[place]) for kind, counts in of.items() if counts[place]]
        return [f"{grouped(number)} {kind}{'s' if number != 1 else ''}" for kind, number in some]

    figure = lambda row: (row["company"], row["date"], row["value_m"], row["basis"])
    rounds, values, sites = count("rounds"), count("valuations", figure), count("compute")
    then, gainers = gained(Law(ledger), since)
    law = Law(ledger)
    counts = {"round": rounds, "valuation": values, "site": sites}
    return [
        [
            ["new", *kinds(0, **counts)],
            ["changed", *kinds(1, **counts)],
            ["Capital", f"{rounds[0] + values[0]} new, {rounds[1] + values[1]} changed"],
            [f"{then} → {then + len(gainers)} of {len(law.members)}"],
            ["gained it", *[name for name, _, _ in gainers]],
        ]
    ]


def answers(folder, on):
    ledger = Ledger(folder, on)
    money, compute, law = Money(ledger), Compute(ledger), Law(ledger)
    found = {**of_money(ledger, money), **of_compute(ledger, money, compute), **of_law(ledger, law)}
    found[8] = changed(ledger, "2026-01-01")
    found |= further(ledger, money, compute, law)
    return {str(number): found[number] for number in sorted(found)}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    json.dump(answers(*sys.argv[1:]), sys.stdout, ensure_ascii=False, indent=1)
    print()
