#!/usr/bin/env python3
"""A valid but nasty portfolio in files, and what the oracle says of it.

    random_portfolio.py --seed N --customers M --out DIR [--as-of DATE]

writes customers.csv, policies.csv, claims.csv, movements.csv and entries.csv; measures.txt (one expression a line);
and expected.csv, the output of `insurant assess DIR --as-of DATE --format csv` with one --measure for each of them.
"""
import argparse
import csv
import random
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import dates
import decide
import expressions
import money
import parameters
import values
from measures import View
from reading import read

MEASURES = """
earned_premium(12m)
earned_premium(12m, back: 12m)
earned_premium(7m, back: 5m)
earned_premium(lifetime)
earned_premium(policy_year)
earned_premium(36m, line: motor)
earned_premium(12m, source: tender)
written_premium(12m)
written_premium(3y)
written_premium(policy_year)
annual_premium
annual_premium(source: intermediary)
annual_premium(line: motor)
placed_premium(12m)
tender_premium
incurred(12m)
incurred(12m, catastrophe: no)
incurred(policy_year)
paid(36m)
paid(1m)
reserve(lifetime)
recovered(12m)
loss_ratio(12m)
loss_ratio(lifetime)
loss_ratio(12m, basis: paid/earned)
loss_ratio(12m, basis: incurred/written)
loss_ratio(36m, basis: paid/written)
loss_ratio(24m, basis: matured)
loss_ratio(12m, basis: accident_year)
loss_ratio(12m, basis: calendar_year)
loss_ratio(12m, basis: paid/earned, catastrophe: no)
loss_ratio(36m, line: property)
claim_count(12m)
claim_count(12m, paid: yes)
claim_count(12m, back: 1m)
claim_count(lifetime, line: motor)
claim_count(policy_year)
claims_per_unit(12m)
claims_per_unit(12m, paid: yes, catastrophe: no)
claim_frequency(36m)
claim_severity(36m)
credibility(36m, full: 1082)
credibility(lifetime, full: 3)
claim_free_years
claim_free_years(line: motor)
covered_years
tenure_years
covered_days(12m)
covered_days(lifetime)
covered_days(12m, line: property)
thin_exposure(12m)
policies_in_force
lines_in_force
in_force
bound
insured
ever_insured
days_to_renewal
days_since_end
kind
credit
loss_ratio(12m, basis: paid/earned) > 150%
claim_free_years >= 3 and credit = good
""".split("\n")[1:-1]

LINES = ("property", "motor", "cargo", "liability")
SOURCES = ("direct", "intermediary", "tender")


def cents(amount):
    return money.print_money(amount, parameters.CURRENCY)


class Maker:
    def __init__(self, seed, as_of):
        self.r = random.Random(seed)
        self.d = as_of
        self.next_policy = self.next_claim = self.next_entry = 0
        months = (0, -1, -6, -11, -12, -13, -24, -36, -48, -60)
        turns = [dates.plus_months(as_of, m) for m in months]
        turns += [dates.plus_days(as_of, n) for n in (-179, -180, -30, -31, -90, -91, 60, 61, 15)]
        turns += [date(as_of.year, 1, 1), date(as_of.year - 1, 1, 1), date(2020, 2, 29), date(2024, 2, 29), date(2022, 2, 28)]
        self.turns = turns

    def chance(self, percent):
        return self.r.randrange(100) < percent

    def maybe(self, percent, value):
        return value if self.chance(percent) else None

    def day(self):
        """A day close to one where something turns, or any day of nine years."""
        if self.chance(60):
            return dates.plus_days(self.r.choice(self.turns), self.r.choice((-1, 0, 0, 1)))
        return dates.plus_days(self.d, self.r.randint(-365 * 8, 365))

    def within(self, a, b):
        """A day of [a, b), sometimes its first or last, or one where something turns."""
        near = [t for t in self.turns if a <= t < b]
        if near and self.chance(40):
            return self.r.choice(near)
        return self.r.choice((a, dates.plus_days(b, -1), dates.plus_days(a, self.r.randrange(dates.days(a, b)))))

    def premium(self):
        small = (0, 1, 5, 10_001, 49_999, 50_000, 33_333, 36_500, 36_600, 73_000)
        large = (49_999_99, 50_000_00, 50_000_01, 25_000_00, 250_000_00, 150_000_00, 100_000_00)
        if self.chance(25):
            return self.r.choice(small)
        if self.chance(12):
            return self.r.choice(large)
        return self.r.randint(100, 500_000)

    # --- policies -------------------------------------------------------

    def end_of(self, start):
        how = self.r.randrange(10)
        if how < 5:
            return dates.plus_months(start, 12)
        if how < 7:
            return dates.plus_months(start, self.r.choice((24, 36, 48)))
        if how == 7:
            return dates.plus_months(start, self.r.choice((1, 6, 10, 11, 13, 18)))
        if how == 8:
            return dates.plus_days(dates.plus_months(start, 12), self.r.choice((-1, 1)))
        return dates.plus_days(start, self.r.randint(1, 900))

    def policy(self, start, end, partners, tenders):
        self.next_policy += 1
        source = self.r.choice(SOURCES)
        written = self.premium()
        p = {
            "policy_id": f"P{self.next_policy:07}",
            "line": self.r.choice(LINES[:2] * 3 + LINES),
            "business_source": source,
            "start": start,
            "end": end,
            "written_premium": written,
        }
        if self.chance(18):
            last = dates.plus_days(end, -1)
            p["cancelled_on"] = min(
                last, self.r.choice((start, dates.plus_days(start, -20), self.within(start, end), self.within(start, end), last))
            )
        stop = min(end, p.get("cancelled_on", end))
        movements, net = [], written
        while start < stop and self.chance(25) and len(movements) < 4:
            amount = self.r.choice((-net, -net // 3, self.r.randint(1, 90_000), 1, -min(net, 1)))
            day = self.within(start, stop)
            movements.append({"effective": day, "amount": amount})
            if self.chance(25):
                movements.append({"effective": day, "amount": 7})
            net = written + sum(m["amount"] for m in movements)
        # In order of date no endorsement may take the premium below nothing.
        movements.sort(key=lambda m: m["effective"])
        running = written
        for m in movements:
            m["amount"] = max(m["amount"], -running)
            running += m["amount"]
        if movements:
            self.r.shuffle(movements)
            p["movements"] = movements
        if "cancelled_on" in p and self.chance(80):
            p["refunded"] = self.r.choice((running, running // 2, running // 3, 0))
        if start > self.d or self.chance(30):
            p["issued_on"] = self.r.choice(
                (dates.plus_days(self.d, -1), self.d, dates.plus_days(self.d, -20), dates.plus_days(start, -10), start)
            )
        if partners and self.chance(40):
            p["partner_id"] = self.r.choice(partners)
            if self.chance(15) and "movements" not in p and "refunded" not in p:  # volume for the partner
                p["written_premium"] = self.r.choice((250_000_00, 249_999_99, 125_000_00))
        if tenders and (source == "tender" or self.chance(5)) and self.chance(80):
            p["tender_id"] = self.r.choice(tenders)
        if self.chance(15):
            p["insured_units"] = self.r.choice((1, 2, 3, 10, 50))
        if self.chance(10):
            p["currency"] = parameters.CURRENCY
        return p

    def policies(self, partners):
        tenders = [f"T{self.r.randrange(10_000)}" for _ in range(2)]
        out = []
        for _ in range(self.r.choice((0, 1, 1, 1, 2, 3))):  # runs of renewals
            start = self.day()
            end = self.end_of(start)
            if self.chance(30):  # rather end where something turns
                shift = dates.days(end, self.day())
                start, end = dates.plus_days(start, shift), dates.plus_days(end, shift)
            for _ in range(self.r.choice((1, 1, 2, 4))):
                out.append(self.policy(start, end, partners, tenders))
                start = dates.plus_days(end, self.r.choice((0, 0, 0, 0, 1, 29, 30, 31, 32, 200, -40)))
                end = self.end_of(start)
                if end.year > self.d.year + 6:
                    break
        return out

    # --- claims ---------------------------------------------------------

    def claim(self, policy, loss_date, paid, **more):
        self.next_claim += 1
        c = {"claim_id": f"L{self.next_claim:07}", "loss_date": loss_date, "status": "settled", "paid": paid, "reserve": 0}
        if policy is not None:
            c["policy_id"] = policy["policy_id"]
        return {**c, **more}

    def claims(self, policies):
        out = []
        if not policies:
            if self.chance(5):
                out.append(self.claim(None, self.day(), self.r.randint(0, 10_000)))
            return out
        events = [f"E{self.r.randrange(300)}" for _ in range(2)]
        for _ in range(self.r.choice((0, 0, 1, 1, 2, 3, 5, 8))):
            policy = self.r.choice(policies)
            loss = self.within(policy["start"], policy["end"]) if self.chance(85) else self.day()
            begun = max(policy["start"], dates.plus_months(self.d, -13)) < min(policy["end"], self.d)
            if begun and self.chance(60):  # rather in the last thirteen months
                loss = self.within(max(policy["start"], dates.plus_months(self.d, -13)), min(policy["end"], self.d))
            if self.chance(4):
                loss = self.r.choice((dates.plus_days(policy["start"], -1), policy["end"]))
            c = self.claim(None if self.chance(4) else policy, loss, self.r.choice((0, 1, 500, self.r.randint(0, 300_000))))
            c["status"] = self.r.choice(("open", "settled", "settled", "settled", "declined", "withdrawn", "reopened"))
            if c["status"] in ("open", "declined") and self.chance(70):
                c["paid"] = 0
            if self.chance(40):
                c["reserve"] = self.r.randint(0, 90_000)
            if self.chance(25):
                c["recovered"] = self.r.choice((0, c["paid"], c["paid"] + 1, c["paid"] // 2))
            if self.chance(30):
                c["reported_on"] = dates.plus_days(loss, self.r.choice((-1, 0, 1, 40)))
            if self.chance(10):
                c["reported_on"] = self.r.choice((self.d, dates.plus_days(self.d, -1)))
            if self.chance(35):
                c["catastrophe"] = self.chance(40)
            if self.chance(25):
                c["event_id"] = self.r.choice(events)
            if self.chance(8):
                c["claimant_id"] = f"X{self.r.randrange(1000)}"
            out.append(c)
        return out

    # --- customers at the limits ----------------------------------------

    def year(self, written, **more):
        """A policy that fills the twelve months before D."""
        self.next_policy += 1
        p = {"policy_id": f"P{self.next_policy:07}", "line": "property", "business_source": "direct"}
        p.update(start=dates.plus_months(self.d, -12), end=self.d, written_premium=written)
        return {**p, **more}

    def at_a_limit(self):
        """Policies and claims where a figure is at its limit, or a cent or a day beside it."""
        off = self.r.choice((-1, 0, 1))
        which = self.r.randrange(5)
        if which == 0:  # 150% or 100% of what was earned, three claims
            p = self.year(self.r.choice((50_000, 49_999, 100_000)), insured_units=self.r.choice((1, 1, 2)))
            part = p["written_premium"] * self.r.choice((3, 2)) // 2 // 3
            total = p["written_premium"] * 3 // 2 + off
            return [p], [self.claim(p, self.within(p["start"], p["end"]), a) for a in (part, part, total - 2 * part)]
        if which == 1:  # 30% over three years, and claim-free years
            first = dates.plus_days(dates.plus_months(self.d, -36), self.r.choice((-1, 0, 1)))
            p = self.year(100_000, start=first)
            return [p], [self.claim(p, self.within(first, self.d), 30_000 + off)]
        if which == 2:  # an annual premium of 50,000.00
            k = self.r.choice((1, 2, 3))
            start = dates.plus_months(self.d, -6)
            return [self.year(50_000_00 * k + off, start=start, end=dates.plus_months(start, 12 * k))], []
        if which == 3:  # a tender of 50,000.00
            start = dates.plus_days(self.d, -10)
            more = dict(start=start, end=dates.plus_months(start, 36), tender_id="T-limit", business_source="tender")
            return [self.year(30_000_00, **more), self.year(20_000_00 + off, **more)], []
        start = dates.plus_days(self.d, -180 + off)  # 180 days
        p = self.year(400_000, start=start, end=dates.plus_months(start, 12))
        return [p], [self.claim(p, self.within(start, self.d), 200_000) for _ in range(3)]

    def entries(self):
        out = []
        while self.chance(10):
            self.next_entry += 1
            e = {"entry_id": f"R{self.next_entry:06}", "effective": self.r.choice((self.d, dates.plus_days(self.d, 1), self.day()))}
            e["state"] = self.r.choice(("proposed", "active", "active", "under_appeal", "suspended", "expired", "removed"))
            e["reason"] = self.r.choice(("fraud", "claims, many", "勘查 \"A\""))
            if self.chance(60):
                e["expiry"] = max(
                    dates.plus_days(e["effective"], 1), self.r.choice((self.d, dates.plus_days(self.d, 1), dates.plus_months(self.d, 18)))
                )
            if self.chance(40):
                e["review"] = dates.plus_months(e["effective"], 12)
            if self.chance(30):
                e["lines"] = [self.r.choice(LINES)]
            out.append(e)
        return out

    def flag(self):
        return self.r.choice((True, False, False, None))

    def customer(self, customer_id, kind, partners):
        c = {"customer_id": customer_id, "kind": kind}
        c["credit"] = self.r.choice(("good", "good", "good", "fair", "poor", None))
        c["intends_to_insure"] = self.flag()
        c["fraud_signs"] = self.maybe(80, self.chance(10))
        c["hard_to_settle"] = self.maybe(80, self.chance(10))
        if self.chance(12):
            c["history_from"] = self.r.choice((self.day(), dates.plus_months(self.d, -12), dates.plus_months(self.d, -36)))
        if self.chance(20):
            c["valued_on"] = self.r.choice((self.d, dates.plus_days(self.d, 1), dates.plus_days(self.d, -1)))
        c["manager_id"] = self.maybe(70, f"M{self.r.randrange(20)}")
        if self.chance(50):
            c["next_review"] = self.r.choice((self.d, dates.plus_days(self.d, 1), dates.plus_days(self.d, -1), self.day()))
        notable = 80 if self.chance(10) else 20
        c["inputs"] = {name: self.maybe(60, self.chance(notable)) for name in parameters.INPUTS[:3]}
        c["inputs"][parameters.INPUTS[3]] = self.maybe(60, self.chance(8))
        if kind != "partner" and self.chance(25):
            c["policies"], c["claims"] = self.at_a_limit()
        else:
            c["policies"] = self.policies(partners)
            c["claims"] = self.claims(c["policies"])
        c["entries"] = self.entries()
        return c

    def portfolio(self, how_many):
        ids = []
        for i in range(how_many):
            spelling = self.r.choice(("C{:06}",) * 12 + ("客户{:06}", "C,{:06}", 'C"{:06}"', "c {:06}"))
            ids.append(spelling.format(i))
        kinds = [self.r.choice(("individual",) * 10 + ("organisation",) * 8 + ("partner",)) for _ in ids]
        partners = [i for i, kind in zip(ids, kinds) if kind == "partner"][:8]
        return [self.customer(i, kind, partners) for i, kind in zip(ids, kinds)]


# --- what is judged, and what is written --------------------------------


def told(value):
    """Python values as the JSON of the operations; None is taken out."""
    if isinstance(value, dict):
        return {k: told(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [told(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def as_json(customer, placed):
    """Amounts are minor units until here."""

    def priced(thing, *names):
        return {k: cents(v) if k in names else v for k, v in thing.items()}

    def policy(p):
        out = priced(p, "written_premium", "refunded")
        if "movements" in p:
            out["movements"] = [priced(m, "amount") for m in p["movements"]]
        return out

    out = dict(customer)
    out["policies"] = [policy(p) for p in customer["policies"]]
    out["claims"] = [priced(c, "paid", "reserve", "recovered") for c in customer["claims"]]
    out["placed"] = [policy(p) for p in placed]
    return told(out)


def expected_row(json, as_of):
    customer, d = read({"as_of": as_of.isoformat(), "customer": json})
    decision = decide.assess(customer, d)
    view = View(customer, d)
    cells = []
    for text in MEASURES:
        value = expressions.evaluate(text, view)
        if value.kind == "condition":
            cells.append({True: "true", False: "false", None: "unknown"}[value.value])
        else:
            cells.append(values.to_cell(value))
    findings = sorted({f["id"] for f in decision["findings"]})
    return [
        decision["customer_id"], decision["category"], decision.get("standing", ""), ";".join(decision["alerts"]),
        ";".join(findings), decision["status"], *cells,
    ]


class Writer:
    def __init__(self, directory, r):
        self.directory, self.r = directory, r

    def cell(self, name, value):
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.r.choice(("true", "yes") if value else ("false", "no"))
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, list):
            return ";".join(value)
        if name in ("written_premium", "refunded", "amount", "paid", "reserve", "recovered"):
            text = cents(value)
            if self.r.randrange(4) == 0:  # fewer decimals are allowed
                text = text.rstrip("0").rstrip(".")
            return text
        return str(value)

    def table(self, name, columns, rows):
        rows = list(rows)
        self.r.shuffle(rows)  # the order of facts never matters
        with open(self.directory / name, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(columns)
            for row in rows:
                out.writerow([self.cell(c, row.get(c)) for c in columns])


def write(directory, customers, as_of, seed):
    r = random.Random(seed + 1)
    out = Writer(directory, r)
    plain = "customer_id kind credit intends_to_insure fraud_signs hard_to_settle history_from valued_on manager_id next_review".split()
    out.table("customers.csv", plain + list(parameters.INPUTS), [{**c, **c["inputs"]} for c in customers])
    out.table(
        "policies.csv",
        "policy_id customer_id line business_source start end written_premium refunded cancelled_on issued_on partner_id "
        "tender_id insured_units currency".split(),
        [{**p, "customer_id": c["customer_id"]} for c in customers for p in c["policies"]],
    )
    out.table(
        "movements.csv",
        "policy_id effective amount".split(),
        [{**m, "policy_id": p["policy_id"]} for c in customers for p in c["policies"] for m in p.get("movements", [])],
    )
    claims = []
    for c in customers:
        for claim in c["claims"]:
            named = "policy_id" not in claim or r.randrange(2) == 0
            claims.append({**claim, "customer_id": c["customer_id"] if named else None})
    out.table(
        "claims.csv",
        "claim_id policy_id customer_id claimant_id loss_date reported_on status paid reserve recovered catastrophe event_id".split(),
        claims,
    )
    out.table(
        "entries.csv",
        "entry_id customer_id state reason effective expiry review lines".split(),
        [{**e, "customer_id": c["customer_id"]} for c in customers for e in c["entries"]],
    )
    (directory / "measures.txt").write_text("\n".join(MEASURES) + "\n", encoding="utf-8")
    placed = {}
    for c in customers:
        for p in c["policies"]:
            if p.get("partner_id") not in (None, c["customer_id"]):
                placed.setdefault(p["partner_id"], []).append(p)
    rows = [expected_row(as_json(c, placed.get(c["customer_id"], [])), as_of) for c in customers]
    rows.sort(key=lambda row: row[0].encode())
    with open(directory / "expected.csv", "w", encoding="utf-8", newline="") as file:
        expected = csv.writer(file, lineterminator="\n")
        expected.writerow("customer_id category standing alerts findings status".split() + MEASURES)
        expected.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--customers", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2024, 7, 1))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    customers = Maker(arguments.seed, arguments.as_of).portfolio(arguments.customers)
    write(arguments.out, customers, arguments.as_of, arguments.seed)


if __name__ == "__main__":
    main()
