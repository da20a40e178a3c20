"""Recounts the totals of a package outside the program, with DuckDB alone, and compares them with its CSV.

    pip install duckdb
    python3 .ci/recount.py .build/debug/moat data 2025-06-30 2026-03-15 2026-11-29

It knows the rules of data/README.md and nothing of the program: money by layer, company, country, quarter, year
and instrument; accelerators by operator, country, vendor and status; the states with full authority. The query of
the README is asked of an export, and must come to the total of `moat capital`.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb


def load(folder):
    db = duckdb.connect()
    package = json.load(open(f"{folder}/datapackage.json"))
    for resource in package["resources"]:
        name = resource["name"].replace("-", "_")
        db.execute(
            f'create table "{name}" as select *, row_number() over () as n '
            f"from read_csv('{folder}/{resource['path']}', all_varchar=true, header=true, "
            f"delim=',', quote='\"', escape='\"', nullstr='')"
        )
    db.execute(f"create macro updated() as date '{package['updated']}'")
    db.execute(
        """
        create macro first_day(d) as case length(d) when 4 then (d || '-01-01')::date
          when 7 then (d || '-01')::date else d::date end;
        create macro last_day_of(d) as case length(d) when 4 then (d || '-12-31')::date
          when 7 then last_day((d || '-01')::date) else d::date end;
        """
    )
    return db


def known(db, table):
    """Adds the day from which each row of a table is known: a partial date counts from the earliest source
    within its span, else from its last day; never later than the package's own date."""
    db.execute(
        f"""
        create table "{table}_known" as
        with named as (select n, unnest(string_split(source, ';')) as id from "{table}"),
        seen as (
          select t.n, min(last_day_of(s.published)) as day
          from "{table}" t join named using (n) join sources s on s.id = named.id
          where length(t.date) < 10 and s.published is not null and length(s.published) > 4
            and last_day_of(s.published) between first_day(t.date) and last_day_of(t.date)
          group by t.n)
        select t.*, case when length(t.date) = 10 then t.date::date
          else least(coalesce(seen.day, last_day_of(t.date)), greatest(updated(), first_day(t.date))) end as known
        from "{table}" t left join seen using (n)
        """
    )


def latest(db, table, key, day):
    """The row of each key that stands on a day."""
    db.execute(
        f"""
        create or replace temp view "{table}_now" as
        select * exclude (place) from (
          select *, row_number() over (partition by {key}
            order by known desc, length(date) desc, n desc) as place
          from "{table}_known" where known <= date '{day}')
        where place = 1
        """
    )


DOLLARS = """
  case when amount_usd_m is not null then amount_usd_m::double
       when amount_m is null then null
       when currency = 'USD' then amount_m::double
       else round(amount_m::double / case currency when 'EUR' then 1 else (
         select case currency when 'GBP' then "GBP" when 'NOK' then "NOK" when 'SEK' then "SEK"
           when 'DKK' then "DKK" when 'CHF' then "CHF" when 'PLN' then "PLN" end::double
         from exchange_rates x where x.date::date <= least(last_day_of(r.date), updated())
         order by x.date desc limit 1) end * (
         select "USD"::double from exchange_rates x
         where x.date::date <= least(last_day_of(r.date), updated()) order by x.date desc limit 1), 4)
  end
"""


def money(db, day):
    latest(db, "rounds", "id", day)
    db.execute(
        f"""
        create or replace temp view counted as
        select r.*, o.layer, o.country as home, {DOLLARS} as usd from rounds_now r
        join organisations o on o.id = r.company
        where instrument in ('equity', 'debt', 'safe', 'grant', 'ipo', 'mixed') and status = 'closed'
          and (part_of is null or part_of not in (select id from rounds_now))
        """
    )
    groups = {
        "layer": "layer",
        "company": "company",
        "country": "coalesce(home, 'unknown')",
        "year": "left(date, 4)",
        "quarter": "case when length(date) = 4 then date else "
        "left(date, 4) || '-Q' || ((substr(date, 6, 2)::int + 2) // 3) end",
        "instrument": "instrument",
    }
    for name, key in groups.items():
        rows = db.execute(
            f"select {key}, count(*), count(*) - count(usd), round(coalesce(sum(usd), 0), 4) "
            "from counted group by 1"
        ).fetchall()
        yield "capital", name, {key: tuple(values) for key, *values in rows}


def compute(db, day):
    latest(db, "compute", "id", day)
    groups = {
        "operator": "coalesce(operator, 'unknown')",
        "country": "country",
        "vendor": "coalesce(chip_vendor, 'unknown')",
        "status": "status",
    }
    for name, key in groups.items():
        rows = db.execute(
            f"""select {key}, coalesce(sum(accelerators::bigint), 0) from compute_now
            where scope = 'site' and status in ('contracted', 'building', 'operational') group by 1"""
        ).fetchall()
        yield "compute", name, {key: (total,) for key, total in rows}


def states(db, day):
    latest(db, "enforcement", "(country, step)", day)
    rows = db.execute(
        """
        select country from enforcement_now join countries on code = country where bloc = 'EU' and (
          step in ('market-surveillance', 'notifying', 'single-point-of-contact')
            and status in ('in-force', 'designated', 'operational')
          or step = 'penalties' and status in ('in-force', 'operational'))
        group by country having count(distinct step) = 4 order by 1
        """
    ).fetchall()
    return [code for (code,) in rows]


def asked(moat, folder, day, *words):
    command = [moat, *words, "--data", folder, "--as-of", day]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def shown(moat, folder, day, view, grouping):
    text = asked(moat, folder, day, view, "--by", grouping, "--format", "csv", "--table", "groups")
    rows = {}
    for row in csv.DictReader(io.StringIO(text)):
        if view == "capital":
            values = (int(row["rounds"]), int(row["undisclosed"]), float(row["usd_m"] or 0))
            if values[0]:
                rows[row["key"]] = values
        elif int(row["commitments"]):
            rows[row["key"]] = (int(row["accelerators"] or 0),)
    return rows


def readme_total(moat, folder):
    """The total of the query in the README, asked of what `moat export` writes: rounds and millions of dollars."""
    readme = pathlib.Path(__file__).parent.parent / "README.md"
    query = re.search(r'duckdb facts\.duckdb "(SELECT count.*)"', readme.read_text()).group(1)
    with tempfile.TemporaryDirectory() as scratch:
        path = f"{scratch}/facts.sql"
        subprocess.run([moat, "export", path, "--format", "duckdb-sql", "--data", folder], check=True)
        db = duckdb.connect()
        db.execute(pathlib.Path(path).read_text())
        return db.execute(query).fetchone()


def agree(one, other):
    return one is not None and other is not None and all(
        abs(left - right) < 0.001 for left, right in zip(one, other)
    )


def main(moat, folder, *days):
    db = load(folder)
    for table in ("rounds", "compute", "enforcement"):
        known(db, table)
    compared = differ = 0
    for day in days:
        for view, grouping, counted in [*money(db, day), *compute(db, day)]:
            told = shown(moat, folder, day, view, grouping)
            for key in sorted(set(counted) | set(told)):
                compared += 1
                if not agree(counted.get(key), told.get(key)):
                    differ += 1
                    print(f"{day} {view} by {grouping}: {key}: recounted {counted.get(key)}, told {told.get(key)}")
        full = json.loads(asked(moat, folder, day, "enforcement", "--format", "json"))["full"]
        compared += 1
        if states(db, day) != sorted(full):
            differ += 1
            print(f"{day} full authority: recounted {states(db, day)}, told {sorted(full)}")
    command = [moat, "capital", "--data", folder, "--format", "json"]
    total = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["total"]
    compared += 1
    if not agree(readme_total(moat, folder), (total["rounds"], total["usd_m"])):
        differ += 1
        print(f"query of the README: {readme_total(moat, folder)}, told {total['rounds']}, {total['usd_m']}")
    print(f"{compared} figures compared on {len(days)} days, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
