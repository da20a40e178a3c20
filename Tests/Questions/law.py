"""Authorities, obligations and what became known: the questions of law."""

from ledger import day, last_day

HOLDS = {"in-force", "designated", "operational"}
AUTHORITIES = ("market-surveillance", "notifying", "single-point-of-contact")
ALL_FOUR = AUTHORITIES + ("penalties",)
# Article 113: the day by which Article 70 wanted its authorities.
DUE = day("2025-08-02")


class Law:
    def __init__(self, ledger):
        self.ledger = ledger
        key = lambda row: (row["country"], row["step"])
        self.steps = ledger.history("enforcement", key)
        self.members = [
            code for code, row in ledger.countries.items() if row["bloc"] == "EU" and code != "EU"
        ]
        self.milestones = ledger.history("milestones", lambda row: row["id"])

    def on(self, other):
        return Law(self.ledger.on(other))

    def holds(self, state, step):
        rows = self.steps.get((state, step))
        status = rows[-1]["status"] if rows else "none"
        return status in HOLDS and (step != "penalties" or status != "designated")

    def having(self, *steps):
        return [state for state in self.members if all(self.holds(state, step) for step in steps)]

    def since(self, state, step):
        """The first day of the spell in which a step holds."""
        spell = None
        for row in self.steps[state, step]:
            holds = row["status"] in HOLDS
            spell = (spell or row) if holds else None
        return spell

    def name(self, state):
        return self.ledger.countries[state]["name"]


def named(law):
    """10: the states that have named all authorities of Article 70, and how many do that may fine, too."""
    states = law.having(*AUTHORITIES)
    full = law.having(*ALL_FOUR)
    head = [[f"{len(full)} of {len(law.members)}"], [f"{len(states)} member"]]
    return head + [[law.name(state)] for state in states]


def missing(law):
    """10: the states that lack an authority of Article 70."""
    states = set(law.members) - set(law.having(*AUTHORITIES))
    return sorted(law.name(state) for state in states)


def gained(law, since):
    """11, 24: the states full on the day that were not on an earlier one, with the step that came last."""
    before = law.on(since)
    found = []
    for state in law.having(*ALL_FOUR):
        if state not in before.having(*ALL_FOUR):
            dates = {step: law.since(state, step)["date"] for step in ALL_FOUR}
            last = max(dates.values(), key=last_day)
            steps = [step for step in ALL_FOUR if dates[step] == last]
            found.append((law.name(state), last, steps))
    return len(before.having(*ALL_FOUR)), found


def days_late(law):
    """14: the days that the slowest state is late with its authorities, and which have none in full."""
    return (law.ledger.day - DUE).days


def without_penalties(law):
    """15: the states with all authorities and without penalties in law."""
    states = [it for it in law.having(*AUTHORITIES) if not law.holds(it, "penalties")]
    status = lambda it: law.steps[it, "penalties"][-1]["status"] if (it, "penalties") in law.steps else ""
    return [(law.name(it), status(it)) for it in states]


def authority(law, state):
    """12: who a state's market surveillance authority is, since when, by what act, and how far it has come."""
    rows = [
        row
        for row in law.ledger.table("authorities")
        if row["country"] == state and row["role"] == "market-surveillance"
    ]
    status = law.steps[state, "market-surveillance"][-1]
    return rows, status


def moved(law):
    """13: the dates of the AI Act that bound and were moved: title, from, to, months, act."""
    found = []
    for rows in law.milestones.values():
        bound = [row for row in rows if row["status"] in ("scheduled", "in-force", "postponed")]
        exact = [row for row in bound if len(row["scheduled"]) == 10]
        if len(exact) > 1 and rows[-1]["id"].startswith("ai-act") and exact[-1]["status"] == "postponed":
            first, last = day(exact[0]["scheduled"]), day(exact[-1]["scheduled"])
            months = (last.year - first.year) * 12 + last.month - first.month
            if months > 0:
                found.append((exact[-1]["title"], first, last, months, exact[-1]["instrument"]))
    return found


def in_force(law, act):
    """13: the milestone by which an act came into force."""
    rows = [rows[-1] for rows in law.milestones.values() if rows[-1]["instrument"] == act]
    return [row for row in rows if row["status"] == "in-force" and row["title"].endswith("in force")]


def binding(law, milestone):
    """19: the day that binds today, and the day that did at first."""
    rows = law.milestones[milestone]
    bound = [row for row in rows if row["status"] in ("scheduled", "in-force", "postponed")]
    return bound[-1], day(bound[0]["scheduled"])


def became_known(law, month):
    """30: what a month's pages told first: steps, dates, rounds, valuations and sites known from a day in it."""
    inside = lambda row: law.ledger.known(row).isoformat()[:7] == month
    return {
        name: [row for row in law.ledger.rows(name) if inside(row)]
        for name in ("rounds", "valuations", "compute", "relations", "enforcement", "milestones")
    }
