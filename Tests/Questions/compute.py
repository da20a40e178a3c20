"""Accelerators and who depends on whom: the questions of compute."""

from ledger import grouped, last_day

FIRM = {"contracted", "building", "operational"}


class Compute:
    def __init__(self, ledger):
        self.ledger = ledger
        self.history = ledger.history("compute", lambda row: row["id"])
        self.latest = {key: rows[-1] for key, rows in self.history.items()}
        relation = lambda row: (row["from"], row["to"], row["kind"], row["note"])
        relations = ledger.latest("relations", relation).values()
        self.relations = [row for row in relations if row["status"] == "active"]

    def sites(self, keep=lambda row: True, statuses=FIRM):
        """The latest rows of sites with some statuses, the largest first."""
        rows = [
            row
            for row in self.latest.values()
            if row["scope"] == "site" and row["status"] in statuses and keep(row)
        ]
        return sorted(rows, key=lambda row: -int(row["accelerators"] or -1))

    def total(self, rows):
        return sum(int(row["accelerators"] or 0) for row in rows)

    def power(self, rows):
        return sum(float(row["mw"] or 0) for row in rows)

    def bloc(self, row):
        """Country `EU` means several countries, not all of them need to be in the Union."""
        return "" if row["country"] == "EU" else self.ledger.bloc(row["country"])

    def size(self, row):
        return grouped(int(row["accelerators"])) if row["accelerators"] else "·"


def circles(compute, money, maker):
    """3: whom a maker funds and sells chips to, with the first days of the money and of the chips."""
    group = compute.ledger.group(maker)
    funded, bought = {}, {}
    for row in money.rounds.values():
        if row["status"] == "closed" and row["instrument"] not in ("plan", "fund", "acquisition"):
            if group & money.roles(row, "lead", "participant", "strategic"):
                funded.setdefault(row["company"], []).append(row["date"])
    for row in compute.relations:
        if row["from"] in group and row["kind"] == "invests-in":
            funded.setdefault(row["to"], []).append(row["date"])
        if row["from"] in group and row["kind"] == "supplies":
            bought.setdefault(row["to"], []).append(row["date"])
    for rows in compute.history.values():
        firm = [row for row in rows if row["status"] in FIRM and row["chip_vendor"] == maker]
        if firm and rows[-1]["scope"] == "site" and rows[-1]["status"] in FIRM:
            bought.setdefault(rows[-1]["operator"], []).append(firm[0]["date"])
    first = lambda dates: min(dates, key=last_day)
    return {it: (first(funded[it]), first(bought[it])) for it in funded if it in bought}


def dependents(compute, maker):
    """5: who reaches a maker through somebody else only, and through whom; who of them has no other way."""
    direct, renting, edges = set(), set(), {}
    add = lambda whose, on: edges.setdefault(whose, set()).add(on)
    for row in compute.sites():
        if row["chip_vendor"] == maker:
            direct.add(row["operator"])
        if row["customer"] and row["customer"] != row["operator"]:
            renting.add(row["customer"])
            add(row["customer"], row["operator"])
    for row in compute.relations:
        if row["kind"] == "supplies" and row["from"] == maker and row["to"] not in renting:
            direct.add(row["to"])
        elif row["kind"] == "hosts":
            add(row["to"], row["from"])
        elif row["kind"] == "customer-of":
            add(row["from"], row["to"])
    direct |= {whose for whose, on in edges.items() if maker in on}
    reach = set(direct)
    while True:
        more = {whose for whose, on in edges.items() if on & reach} - reach - {maker}
        if not more:
            break
        reach |= more
    through = {whose: sorted(edges[whose] & reach) for whose in reach - direct}
    single = {it for it in through if len(edges[it]) == 1 and it not in renting}
    return through, single


def undelivered(compute, maker, year):
    """6: the firm sites of a maker's chips that are to run in a year and do not run yet."""
    open_ = lambda row: row["status"] != "operational" and row["target"][:4] == year
    rows = compute.sites(lambda row: row["chip_vendor"] == maker and open_(row))
    return rows, compute.total(rows), compute.power(rows)


def running(compute, maker, bloc):
    """16: the sites of a bloc that run a maker's accelerators."""
    keep = lambda row: row["chip_vendor"] == maker and compute.bloc(row) == bloc
    rows = compute.sites(keep, {"operational"})
    lines = [[row["name"], compute.size(row)] for row in rows]
    return [lines + [[grouped(compute.total(rows)) + " accelerators"]]]


def others(compute, maker):
    """17: the European sites with accelerators of another known maker, with size and state."""
    europe = ("EU", "EEA", "CH", "UK")
    keep = lambda row: row["chip_vendor"] not in ("", maker) and compute.bloc(row) in europe
    rows = compute.sites(keep, FIRM | {"announced"})
    return [[[row["name"], compute.size(row), row["status"]] for row in rows]]


def tenants(compute, site):
    """18: who rents a site that was called off, who took the place, and where those are at home."""
    rows = compute.history[site]
    last = rows[-1]
    took = compute.sites(lambda row: row["city"] == last["city"] and row["customer"])
    home = lambda it: compute.ledger.law(compute.ledger.organisations[it]["country"])
    parties = {last["operator"], last["customer"]} | {row["customer"] for row in took}
    return last, took, {it: home(it) for it in parties}


def origins(compute, site):
    """20: every figure that was given of a site, and the first source of each row that gave it."""
    rows = compute.history[site]
    figures = {}
    for row in rows:
        if row["accelerators"]:
            figures.setdefault(compute.size(row), []).append(row)
    lines = [["accelerators", size] for size in figures]
    told = [compute.ledger.titles(row)[0][:24] for told in figures.values() for row in told]
    return lines, [[title] for title in dict.fromkeys(told)]


def elsewhere(compute, maker, bloc, least):
    """25: sites of a bloc that run more than so many accelerators of another maker."""
    keep = (
        lambda row: row["chip_vendor"] != maker
        and compute.bloc(row) == bloc
        and int(row["accelerators"] or 0) > least
    )
    rows = compute.sites(keep, {"operational"})
    name = lambda row: compute.ledger.name(row["operator"])[:3]
    return [[[row["name"], compute.size(row), name(row)] for row in rows]]


def dependence(compute, tenant):
    """26: the operator that would lose the largest share to a tenant's leaving, and how much."""
    shares = []
    for operator in {row["operator"] for row in compute.sites()}:
        rows = compute.sites(lambda row: row["operator"] == operator)
        rented = compute.total([row for row in rows if row["customer"] == tenant])
        if rented:
            shares.append((rented / compute.total(rows), rented, operator))
    share, rented, operator = max(shares)
    whole = compute.total(compute.sites(lambda row: row["operator"] == operator))
    return compute.ledger.name(operator), grouped(whole), grouped(rented), f"{share * 100:.0f} %"


def late(compute):
    """27: the sites that do not run after the last target told of them, with the days since."""
    found = []
    for row in compute.sites(statuses=(FIRM | {"announced"}) - {"operational"}):
        targets = [it["target"] for it in compute.history[row["id"]] if it["target"]]
        # A later row without a target withdraws none that is over; it does one that is still to come.
        if targets and (row["target"] or last_day(targets[-1]) < compute.ledger.day):
            days = (compute.ledger.day - last_day(targets[-1])).days
            if days > 0:
                found.append((days, row))
    return sorted(found, key=lambda it: -it[0])


def moved(compute):
    """27: the sites whose target was moved to a later day, with the months between."""
    found = []
    for rows in compute.history.values():
        targets = [row["target"] for row in rows if row["target"]]
        if rows[-1]["scope"] == "site" and rows[-1]["status"] in FIRM | {"announced"} and targets:
            if last_day(targets[-1]) > last_day(targets[0]):
                found.append((targets[0], targets[-1], rows[-1]))
    return found
