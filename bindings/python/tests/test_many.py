"""Many customers, many threads, an end half way."""

import asyncio
import os
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

import facts
import insurant
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from insurant import Cancellation, Cause, Engine, InsurantError, Rules


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.fixture(scope="module")
def rules(engine: Engine) -> Rules:
    return engine.rules("cn-property", facts.AS_OF)


def test_the_same_by_record_by_json_and_by_portfolio(engine: Engine, rules: Rules) -> None:
    customer = facts.customer()
    called = engine.call("explain", facts.as_json(customer))
    decision = rules.explain(customer)
    assert decision.json == called
    assert rules.verify(customer, decision.fingerprint)
    assert not rules.verify(customer, "sha256:0")
    assert rules.assess(customer) == decision.assessment
    assert rules.assess_all([customer]) == [decision.assessment]
    assert rules.assess_all([]) == []


def test_a_rejected_customer_stops_nobody(rules: Rules) -> None:
    bad = facts.customer(2, policies=[facts.policy(1, written_premium=Decimal("0.001"))])
    customers = [facts.customer(1), bad, facts.customer(3)]
    one, two, three = rules.assess_all(customers)
    assert one.decided and three.decided and not two.decided
    assert two.cause is Cause.REJECTED_ROW and two.problems[0].code == "too_many_decimals"
    summary = rules.portfolio(customers).summarise()
    assert (summary.customers, summary.decided) == (3, 2)
    (rejected,) = rules.portfolio(customers).rejected()
    assert rejected.position == 1


def test_chunks_and_threads_change_no_answer(rules: Rules) -> None:
    customers = [facts.customer(i) for i in range(5000)]
    told: list[tuple[int, int]] = []

    def progress(what: str, done: int, total: int) -> None:
        assert what == "Assessing"
        told.append((done, total))

    alone = [rules.assess(customer) for customer in customers[:10]]
    answers = rules.assess_all(customers, threads=4, progress=progress)
    assert answers[:10] == alone and [a.customer_id for a in answers] == [
        c.customer_id for c in customers
    ]
    assert told and told == sorted(told) and all(total == 5000 for _, total in told)
    with pytest.raises(InsurantError.BadInput) as caught:
        rules.assess_all([], threads=0)
    assert caught.value.first.code == "bad_threads"


def test_a_listener_can_stop_and_can_raise(rules: Rules) -> None:
    customers = [facts.customer(i) for i in range(3000)]
    with pytest.raises(InsurantError.Cancelled):
        rules.assess_all(customers, progress=lambda what, done, total: False)

    class Own(BaseException):
        pass

    def raises(what: str, done: int, total: int) -> None:
        raise Own

    with pytest.raises(Own):
        rules.assess_all(customers, progress=raises)

    def again(what: str, done: int, total: int) -> None:
        assert rules.assess(facts.customer()).decided

    assert len(rules.assess_all(customers, progress=again)) == 3000

    class Throws(insurant.ProgressListener):
        def at(self, what: str, done: int, total: int) -> bool:
            raise ValueError("of the host's own")

    with pytest.raises(InsurantError.Callback) as caught:
        rules.portfolio(customers).assess_all(1, Throws())
    assert "of the host's own" in str(caught.value)


def test_a_cancellation_ends_the_call(rules: Rules) -> None:
    portfolio = rules.portfolio([facts.customer(i) for i in range(3000)])
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(InsurantError.Cancelled):
        portfolio.assess_all(2, None, cancellation)
    assert cancellation.is_cancelled()
    assert len(portfolio.assess_all()) == 3000


def test_a_cancelled_task_ends_soon(rules: Rules) -> None:
    customers = [facts.customer(i) for i in range(4096)] * 50

    async def run() -> float:
        told = threading.Event()
        task = asyncio.create_task(
            rules.assess_all_async(customers, progress=lambda *_: told.set())
        )
        while not told.is_set():
            await asyncio.sleep(0.01)
        start = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic() - start

    assert asyncio.run(run()) < 10
    assert len(asyncio.run(rules.assess_all_async(customers[:10], threads=2))) == 10


def test_a_thousand_calls_at_once(engine: Engine, rules: Rules) -> None:
    def ask(i: int) -> object:
        customer = facts.customer(i % 7)
        match i % 4:
            case 0:
                return rules.assess(customer)
            case 1:
                return rules.explain(customer).fingerprint
            case 2:
                return engine.call("explain", facts.as_json(customer))
            case _:
                return engine.calendar(["cn"]).add(date(2024, 5, 1), i % 20)

    alone = [ask(i) for i in range(1000)]
    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(ask, range(1000), timeout=60)) == alone


def test_a_child_process_uses_the_parent_s_engine(rules: Rules) -> None:
    expected = rules.assess(facts.customer())
    child = os.fork()
    if child == 0:
        os._exit(0 if rules.assess(facts.customer()) == expected else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_memory_stays_flat(rules: Rules, engine: Engine) -> None:
    def resident() -> int:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1])

    def work(count: int) -> None:
        for i in range(count):
            rules.assess(facts.customer(i))
            if i % 10 == 0:
                with pytest.raises(InsurantError):
                    rules.assess(facts.customer(i, customer_id=""))
            if i % 500 == 0:
                engine.rules("cn-property", facts.AS_OF).portfolio([facts.customer()]).assess_all(
                    1, None, Cancellation()
                )

    rounds = int(os.environ.get("INSURANT_MEMORY_ROUNDS", "5000"))
    work(rounds // 5)
    before = resident()
    work(rounds)
    after = resident()
    print(f"{rounds} assessments: {before} KiB before, {after} KiB after")
    assert after < before * 1.05 + 8 * 1024


@settings(max_examples=100, deadline=None)
@given(
    premium=st.decimals(0, 10**12, places=2),
    start=st.dates(date(1900, 1, 1), date(2190, 1, 1)),
    length=st.integers(1, 3000),
)
def test_what_goes_in_comes_out(rules: Rules, premium: Decimal, start: date, length: int) -> None:
    policy = facts.policy(written_premium=premium, start=start, end=start + timedelta(length))
    given_ = facts.customer(policies=[policy], claims=[])
    again = rules.prepare(given_).customer()
    assert again == given_
    assert str(again.policies[0].written_premium) == f"{premium:.2f}"


def test_the_order_of_facts_never_matters(rules: Rules) -> None:
    policies = [facts.policy(i) for i in range(1, 9)]
    expected = rules.explain(facts.customer(policies=policies)).fingerprint
    random.Random(7).shuffle(policies)
    assert rules.explain(facts.customer(policies=policies)).fingerprint == expected
