#!/usr/bin/env python3
"""One branch, rebalanced by `insurant assign` and by OR-tools' minimum-cost flow, in one run.

    cargo build --release -p insurant-cli
    python3 benches/peers/assignment.py [--managers 200] [--customers 20000] [--seed 1]

The instance is written as CSV. `insurant` is timed as people run it: reading, solving, and a reason for
every customer. Of the peer only the solving is timed; its points come from the oracle's own reading of the
rules (tests/oracle/assignment.py), and its costs are packed into one number (points, then moves), which
leaves balance out. Placed customers, points and moves must be equal, or the script fails.

OR-tools is installed once, into target/peers/venv.
"""
import argparse
import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / "target/peers/venv"


def environment():
    try:
        import ortools  # noqa: F401
    except ImportError:
        python = VENV / "bin/python"
        if Path(sys.executable) == python:
            raise
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        packages = ["-r", ROOT / "benches/peers/requirements.txt"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
        os.execv(python, [python, *sys.argv])


def made(managers, customers, seed):
    """A branch with a few percent more room than there are customers."""
    rng = random.Random(seed)
    grades = ["principal", "senior", "standard", "junior", "trainee"]
    places = [f"p{i}" for i in range(30)]
    units = [{"id": "HO", "name": "x", "level": "head_office"}, {"id": "JX", "name": "x", "level": "city", "parent": "HO"}, {"id": "JX-1", "name": "x", "level": "front_line", "parent": "JX"}]
    words = lambda letter, n: [f"{letter}{i}" for i in range(n)]
    staff = [{"manager_id": f"M-{i:05}", "grade": grades[i % 5], "unit_id": "JX-1", "lines": rng.sample(words("l", 8), 2), "languages": [rng.choice(words("g", 3))], "place": rng.choice(places), "capacity": customers * 104 // 100 // managers} for i in range(managers)]
    people = [{"customer_id": f"C-{i:07}", "category": rng.choices(["key", "preferred", "standard", "prospect"], [1, 2, 4, 2])[0], "tier": rng.choice(["key_development", "normal", "renewal_assurance", "shelved"]), "line": rng.choice(words("l", 8)), "language": rng.choice(words("g", 3)), "place": rng.choice(places), "effort": 1} for i in range(customers)]
    held = [{"customer_id": c["customer_id"], "manager_id": staff[rng.randrange(managers)]["manager_id"], "from": "2025-01-01"} for c in people if rng.random() < 0.75]
    km = [{"from": a, "to": b, "km": rng.randrange(1, 120)} for i, a in enumerate(places) for b in places[i + 1:]]
    return {"units": units, "managers": staff, "customers": people, "assignments": held, "distances": km}


def write(world, folder):
    for table, rows in world.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        with open(folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(names)
            out.writerows([";".join(v) if isinstance(v, list) else v for v in (row.get(n, "") for n in names)] for row in rows)


def ours(folder):
    command = [ROOT / "target/release/insurant", "assign", folder, "--as-of", "2026-07-01", "--solve", "rebalance", "--format", "json"]
    begin = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    quality = json.loads(done.stdout)["quality"]
    assert quality["optimal"]
    return seconds, peak, (quality["placed"], quality["fit"], quality["moves"])


def points(json_world):
    """Points of every pair, and whether it is allowed, part by part of the rules."""
    import numpy as np

    sys.path.insert(0, str(ROOT / "tests/oracle"))
    import assignment as oracle

    world = oracle.World(json_world)
    day = oracle.day("2026-07-01")
    parts = (("category", "tier", "line"), ("line",), ("language",), ("unit_id",), ("place",))
    components = ({"grade"}, {"line"}, {"language"}, set(), {"distance"})
    staff = sorted(world.managers.values(), key=lambda m: m["manager_id"])
    known = {}

    def answer(part, customer):
        key = (part, *(customer.get(name) for name in parts[part]))
        if key not in known:
            some = {name: customer[name] for name in parts[part] if name in customer}
            judged = [oracle.judge(world, day, None, lambda unit: True, some, m) for m in staff]
            sums = [sum(r["points"] for c, r in j[1] if c in components[part]) for j in judged]
            known[key] = np.array(sums), np.array([not j[0] for j in judged])
        return known[key]

    people = sorted(world.customers.values(), key=lambda c: c["customer_id"])
    total = np.empty((len(people), len(staff)), dtype=np.int64)
    allowed = np.empty(total.shape, dtype=bool)
    for i, customer in enumerate(people):
        answers = [answer(part, customer) for part in range(5)]
        total[i] = sum(a[0] for a in answers)
        allowed[i] = np.logical_and.reduce([a[1] for a in answers])
    return people, staff, total, allowed


def theirs(world):
    import numpy as np
    from ortools.graph.python import min_cost_flow

    people, staff, total, allowed = points(world)
    n, m = total.shape
    number = {s["manager_id"]: j for j, s in enumerate(staff)}
    present = np.full(n, -1)
    where = {a["customer_id"]: number[a["manager_id"]] for a in world["assignments"]}
    for i, c in enumerate(people):
        present[i] = where.get(c["customer_id"], -1)
    moved = (present[:, None] >= 0) & (present[:, None] != np.arange(m)[None, :])
    most = int(total.max())
    cost = (most - total) * (n + 1) + moved
    left_out = (most - int(total.min()) + 1) * (n + 1) * 2 * m
    i, j = np.nonzero(allowed)
    begin = time.perf_counter()
    flow = min_cost_flow.SimpleMinCostFlow()
    sink, nobody = n + m, n + m + 1
    arcs = flow.add_arcs_with_capacity_and_unit_cost(i, n + j, np.ones(len(i), dtype=np.int64), cost[i, j])
    out = flow.add_arcs_with_capacity_and_unit_cost(np.arange(n), np.full(n, nobody), np.ones(n, dtype=np.int64), np.where(present >= 0, left_out + 1, left_out))
    flow.add_arcs_with_capacity_and_unit_cost(n + np.arange(m), np.full(m, sink), np.array([s["capacity"] for s in staff]), np.zeros(m, dtype=np.int64))
    flow.add_arcs_with_capacity_and_unit_cost(np.array([nobody]), np.array([sink]), np.array([n]), np.array([0]))
    flow.set_nodes_supplies(np.append(np.arange(n), sink), np.append(np.ones(n, dtype=np.int64), -n))
    status = flow.solve()
    seconds = time.perf_counter() - begin
    assert status == flow.OPTIMAL, status
    used = flow.flows(arcs) > 0
    i, j = i[used], j[used]
    moves = int(moved[i, j].sum()) + int((present[flow.flows(out) > 0] >= 0).sum())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, peak, (len(i), int(total[i, j].sum()), moves)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--managers", type=int, default=200)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    environment()
    world = made(args.managers, args.customers, args.seed)
    with tempfile.TemporaryDirectory() as folder:
        write(world, Path(folder))
        seconds, peak, reached = ours(folder)
    print(f"insurant: {seconds:.2f} s from files to reasons, {peak:.0f} MB; placed, fit, moves: {reached}")
    other, other_peak, other_reached = theirs(world)
    print(f"OR-tools: {other:.2f} s to solve, {other_peak:.0f} MB; placed, fit, moves: {other_reached}")
    print(f"time {seconds / other:.2f}, memory {peak / other_peak:.2f}, fit {reached[1] / other_reached[1]:.6f} of the peer's")
    if reached != other_reached:
        sys.exit("the two differ")


if __name__ == "__main__":
    main()
