"""A portfolio from pyarrow to pyarrow, beside the engine itself in the same run.

    cargo bench -p insurant-batch --bench portfolio -- --write "$PWD/target/portfolio"
    python bindings/python/tests/bench_arrow.py target/portfolio benches/portfolio/workload.toml

with the wheel and pyarrow installed; the engine is timed by `cargo bench` before and after. What is
answered is compared with what the engine answered before a time is shown.
"""

import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from insurant import DocumentText, Engine
from insurant.arrow import assess

ROUNDS = 9
MEASURES = [
    *(f"{what}({window})" for what in ("earned_premium", "incurred", "loss_ratio", "claim_count")
      for window in ("12m", "36m", "lifetime")),
    "claim_free_years",
    *(f"annual_premium(source: {source})" for source in ("direct", "intermediary", "tender")),
]  # fmt: skip
# Columns of the engine's answers under their names there.
SAME = {"earned_36m": "earned_premium(36m)", "free_years": "claim_free_years", "category": "category"}


def engine() -> None:
    """The engine's own times."""
    words = ["cargo", "bench", "-q", "-p", "insurant-batch", "--bench", "portfolio"]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    for line in told.splitlines():
        if "engine" in line or "customers" in line:
            print(line)


def main() -> None:
    folder, rulebook = Path(sys.argv[1]), Path(sys.argv[2])
    customers, policies, claims, answers = (
        pq.read_table(folder / f"{name}.parquet").combine_chunks()
        for name in ("customers", "policies", "claims", "answers")
    )
    text = DocumentText(name=rulebook.name, text=rulebook.read_text(encoding="utf-8"))
    rules = Engine().rules_of(text, date(2026, 7, 1), MEASURES)
    found = pa.table(assess(rules, customers, policies, claims, threads=2))
    for theirs, ours in SAME.items():
        expected = answers[theirs].cast(found.schema.field(ours).type)
        assert found[ours].to_pylist() == expected.to_pylist(), ours
    del found
    engine()
    print(f"{customers.num_rows} customers, pyarrow to pyarrow")
    for threads in (2, 1):
        taken = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            table = pa.table(assess(rules, customers, policies, claims, threads=threads))
            taken.append((time.perf_counter() - start) * 1000)
            del table
        print(f"  {threads} threads: {min(taken):.1f} ms best, {statistics.median(taken):.1f} ms median")
    engine()


if __name__ == "__main__":
    main()
