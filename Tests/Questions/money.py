"""Rounds and valuations: the questions of money."""

from ledger import decimals, dollars, first_day, grouped, last_day

RAISED = {"equity", "debt", "safe", "grant", "ipo", "mixed"}
SHARES = {"equity", "safe", "ipo", "mixed"}


class Money:
    def __init__(self, ledger):
        self.ledger = ledger
        self.rounds = ledger.latest("rounds")
        self.rates = sorted(ledger.table("exchange-rates"), key=lambda row: row["date"])
        self.investors = {}
        for row in ledger.table("investments"):
            self.investors.setdefault(row["round"], []).append(row)

    def rate(self, currency, date):
        """Units of a currency for a euro on the last trading day up to a date."""
        until = min(last_day(date), self.ledger.updated).isoformat()
        row = [row for row in self.rates if row["date"] <= until][-1]
        return 1.0 if currency == "EUR" else float(row[currency])

    def converted(self, amount, currency, date):
        if currency == "USD":
            return float(amount)
        return float(amount) / self.rate(currency, date) * self.rate("USD", date)

    def usd(self, row):
        """The dollars of a round, nothing where no amount is known."""
        if row["amount_usd_m"]:
            return float(row["amount_usd_m"])
        if not row["amount_m"]:
            return None
        return self.converted(row["amount_m"], row["currency"], row["date"])

    def cell(self, row):
        """The dollars of a round as a list shows them."""
        own = row["amount_usd_m"] or row["currency"] == "USD"
        return ("" if own else "~") + grouped(self.usd(row))

    def layer(self, row):
        return self.ledger.organisations[row["company"]]["layer"]

    def counted(self, keep=lambda row: True):
        """The closed rounds of money raised that no other known round contains."""
        return [
            row
            for row in self.rounds.values()
            if row["instrument"] in RAISED
            and row["status"] == "closed"
            and row["part_of"] not in self.rounds
            and keep(row)
        ]

    def total(self, rows):
        return sum(self.usd(row) or 0 for row in rows)

    def unknown(self, rows):
        return sum(1 for row in rows if self.usd(row) is None)

    def roles(self, row, *roles):
        return {it["investor"] for it in self.investors.get(row["id"], []) if it["role"] in roles}


def year_before(value):
    """The day after the same day a year before."""
    return value.replace(year=value.year - 1).toordinal() + 1


def largest(money):
    """1: the ten largest rounds of the year up to the day that the rounds reach to; ties stay."""
    reach = money.ledger.reach["rounds"]
    since = year_before(reach)
    rows = money.counted(
        lambda row: first_day(row["date"]).toordinal() >= since
        and last_day(row["date"]) <= reach
        and money.usd(row) is not None
    )
    rows.sort(key=lambda row: -money.usd(row))
    least = money.usd(rows[9])
    name = lambda row: money.ledger.name(row["company"])
    rows = [row for row in rows if money.usd(row) >= least]
    return [[[name(row), row["date"], money.cell(row), money.layer(row)] for row in rows]]


def raised(money, company, said, then):
    """2: what a company raised, equity and debt apart, and how that agrees with a figure told of it."""
    rows = money.counted(lambda row: row["company"] == company)
    part = lambda *kinds: money.total([row for row in rows if row["instrument"] in kinds])
    before = Money(money.ledger.on(then))
    told = before.total(before.counted(lambda row: row["company"] == company))
    sums = [
        [f"raised {dollars(money.total(rows))} in {len(rows)} rounds"],
        [f"equity {dollars(part('equity', 'safe'))}"],
        [f"debt {dollars(part('debt'))}"],
    ]
    return [sums, [[dollars(said), dollars(told), dollars(money.total(rows))]]]


def valuations(money, company=None):
    """Every figure of a company's worth: date, dollars, basis, confidence, row."""
    found = []
    for row in money.ledger.rows("valuations"):
        value = money.converted(row["value_m"], row["currency"], row["date"])
        basis = row["basis"].replace("-", " ")
        found.append((row["date"], value, basis, row["confidence"], row["currency"], row))
    for row in money.rounds.values():
        if row["post_money_m"] and row["status"] in ("closed", "announced"):
            currency = row["post_money_currency"]
            value = money.converted(row["post_money_m"], currency, row["date"])
            found.append((row["date"], value, "post money", row["confidence"], currency, row))
    return [it for it in found if company in (None, it[5]["company"])]


def worth(money, company):
    """4: the worth of a company over time, each figure with basis, confidence and publisher; the latest one's source."""
    found = sorted(valuations(money, company), key=lambda it: last_day(it[0]))
    publisher = lambda it: money.ledger.publishers(it[5])[0][:7]
    lines = [[it[0], grouped(it[1]), it[2], it[3], publisher(it)] for it in found]
    return [lines, [[title[:24]] for title in money.ledger.titles(found[-1][5])]]


def leads(money, layer):
    """7: the investors that led most of a layer's closed rounds, and how many."""
    led = {}
    for row in money.counted(lambda row: money.layer(row) == layer):
        for investor in money.roles(row, "lead"):
            led[investor] = led.get(investor, 0) + 1
    most = max(led.values())
    return most, sorted(money.ledger.name(it) for it, count in led.items() if count == most)


def quarter(money, first, last, layers):
    """9: what a quarter's rounds brought by layer, and how many of them have no amount."""
    rows = money.counted(
        lambda row: first <= first_day(row["date"]) and last_day(row["date"]) <= last
    )
    lines = []
    for layer in layers:
        own = [row for row in rows if money.layer(row) == layer]
        words = [layer, decimals(money.total(own) / 1000, 2)]
        lines.append(words + [f"{len(own)} round" + ("s" if len(own) > 1 else "")])
    return [lines + [[f"{len(rows)} rounds, {money.unknown(rows)} undisclosed"]]]


def most_valued(money, aside):
    """21: the European company of the field with the highest last valuation that is no talk, and its confidence."""
    last = {}
    for it in sorted(valuations(money), key=lambda it: last_day(it[0])):
        home = money.ledger.organisations[it[5]["company"]]
        european = money.ledger.bloc(home["country"]) in ("EU", "EEA", "CH", "UK")
        if european and it[2] != "talks" and it[5]["company"] not in aside:
            last[it[5]["company"]] = it
    best = max(last.values(), key=lambda it: it[1])
    name = money.ledger.name(best[5]["company"])
    return name, best[0], grouped(best[1]), best[2].replace("-", " "), best[3]


def borrowed(money, company):
    """22: a company's loans: how much, from whom, and for which site."""
    loans = money.counted(lambda row: row["company"] == company and row["instrument"] == "debt")
    lines = []
    for row in loans:
        lines += [[row["date"]], [f"{grouped(float(row['amount_m']))} m {row['currency']}"]]
        lines += [[money.ledger.name(it["investor"])] for it in money.investors[row["id"]]]
        lines += [[row["note"].split(" at ")[-1]]]
    return [lines]


def shared(money, layer, investor):
    """23: a layer's money, and the part of it from rounds in which an investor's group took part."""
    group = money.ledger.group(investor)
    rows = money.counted(lambda row: money.layer(row) == layer)
    own = [row for row in rows if group & money.roles(row, "lead", "participant", "strategic")]
    name = lambda row: money.ledger.name(row["company"])
    whole = [[f"{dollars(money.total(rows))} in {len(rows)} rounds"]]
    part = [[f"{dollars(money.total(own))} in {len(own)} rounds"]]
    return [whole, part + [[name(row), money.cell(row)] for row in own]]


def above(money, country, layer, least):
    """28: the counted rounds above an amount of a country's companies in a layer."""
    home = lambda row: money.ledger.organisations[row["company"]]["country"]
    rows = money.counted(
        lambda row: home(row) == country
        and money.layer(row) == layer
        and (money.usd(row) or 0) > least
    )
    name = lambda row: money.ledger.name(row["company"])
    return [[name(row), row["date"], money.cell(row)] for row in rows]
