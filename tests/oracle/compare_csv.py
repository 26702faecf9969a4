#!/usr/bin/env python3
"""Compares two tables of decisions by customer_id: compare_csv.py EXPECTED ACTUAL"""
import csv
import sys


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["customer_id"]: row for row in csv.DictReader(file)}


def main(expected, actual, limit=40):
    expected, actual = table(expected), table(actual)
    wrong = []
    for customer in sorted(expected.keys() | actual.keys()):
        if customer not in actual or customer not in expected:
            wrong.append((customer, "row", str(customer in expected), str(customer in actual)))
            continue
        a, b = expected[customer], actual[customer]
        wrong += [(customer, c, a.get(c), b.get(c)) for c in [*a, *(c for c in b if c not in a)] if a.get(c) != b.get(c)]
    for customer, column, a, b in wrong[:limit]:
        print(f"{customer}: {column}: expected {a!r}, found {b!r}")
    print(f"{len(expected)} customers, {len(wrong)} cells differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: compare_csv.py EXPECTED ACTUAL")
    sys.exit(main(*sys.argv[1:]))
