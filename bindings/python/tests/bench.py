"""What crossing costs: medians of processor time, in microseconds. Run with the wheel installed."""

import statistics
import time
from collections.abc import Callable

import facts
from insurant import Engine


def median(work: Callable[[], object], each: int, rounds: int = 30) -> float:
    """Nanoseconds for one of `each`."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.process_time_ns()
        work()
        taken.append((time.process_time_ns() - start) / each)
    return statistics.median(taken)


def main() -> None:
    engine = Engine()
    rules = engine.rules("cn-property", facts.AS_OF)
    customer = facts.customer()
    text = facts.as_json(customer)
    prepared = rules.prepare(customer)
    portfolio = rules.portfolio([facts.customer(i) for i in range(10_000)])
    for what, work, each in [
        ("one record, `rules.assess`", lambda: [rules.assess(customer) for _ in range(200)], 200),
        ("one record, `rules.explain`", lambda: [rules.explain(customer) for _ in range(50)], 50),
        ("one JSON text, `engine.call`", lambda: [engine.call("assess", text) for _ in range(200)], 200),
        ("prepared, `prepared.assess`", lambda: [prepared.assess() for _ in range(200)], 200),
        ("portfolio, `assess_all`, each", lambda: portfolio.assess_all(), 10_000),
        ("portfolio, `summarise`, each", lambda: portfolio.summarise(), 10_000),
    ]:
        rounds = 5 if each == 10_000 else 30
        print(f"| {what} | {median(work, each, rounds) / 1000:,.2f} |")


if __name__ == "__main__":
    main()
