# pyright: strict, reportUnnecessaryTypeIgnoreComment=true, reportUnusedExpression=false
"""What type checkers must accept, and, on lines that say so, must refuse.

It is also run, up to what it refuses.
"""

from datetime import date, datetime
from decimal import Decimal

import duckdb
import insurant
import pandas as pd
import polars as pl
from insurant import (
    Assessment,
    BusinessSource,
    Cancellation,
    Customer,
    CustomerCategory,
    CustomerKind,
    Decision,
    DocumentText,
    Engine,
    FigureValue,
    InputValue,
    InsurantError,
    Measure,
    Policy,
    PortfolioSummary,
    Problem,
    ProgressListener,
    Rules,
    Standing,
)
from insurant.arrow import Answers, Table, assess


class Listener(ProgressListener):
    def at(self, what: str, done: int, total: int) -> bool:
        return done <= total and bool(what)


def shown(measure: Measure) -> str:
    value: FigureValue | None = measure.value
    number: Decimal | None = measure.decimal
    if isinstance(value, FigureValue.RATIO):
        return f"{value.numerator}/{value.denominator} = {number}"
    if isinstance(value, FigureValue.DAY):
        day: date = value.value
        return day.isoformat()
    return measure.state.word


def run() -> list[str]:
    engine = Engine()
    rules: Rules = engine.rules("cn-property", date(2024, 7, 1), ["loss_ratio(12m)"])
    policy = Policy(
        policy_id="P-1",
        line="property",
        business_source=BusinessSource.DIRECT,
        start=date(2024, 1, 1),
        end=date(2025, 1, 1),
        written_premium=Decimal("100.00"),
    )
    customer = Customer(
        customer_id="C-1",
        kind=CustomerKind.INDIVIDUAL,
        policies=(policy,),
        inputs={"brand_notable": InputValue.ANSWER(True)},
    )
    assessment: Assessment = rules.assess(customer)
    category: CustomerCategory | None = assessment.category
    standing: Standing | None = assessment.standing
    decision: Decision = rules.explain(customer)
    lines: list[str] = [rule.condition for rule in decision.rules]
    lines += [shown(measure) for measure in assessment.measures]
    lines += [category.word if category else "", standing.word if standing else ""]
    policies: tuple[Policy, ...] = customer.policies
    lines += [policy.policy_id for policy in policies]
    cancellation = Cancellation()
    answers: list[Assessment] = rules.assess_all(
        [customer], threads=2, progress=lambda what, done, total: None, cancellation=cancellation
    )
    portfolio = rules.portfolio([customer])
    summary: PortfolioSummary = portfolio.summarise(1, Listener(), cancellation)
    lines.append(f"{len(answers)} {summary.customers}")
    try:
        engine.rules_of(DocumentText(name="a.toml", text=""), date(2024, 7, 1))
    except InsurantError.BadInput as error:
        problem: Problem = error.first
        line: int | None = problem.line
        lines.append(f"{line}: {problem.message}")
    except InsurantError as error:
        lines += [problem.text for problem in error.problems]
    return lines


def columns(rules: Rules) -> Answers:
    customers = pl.DataFrame({"customer_id": [1], "kind": ["individual"]})
    days = [date(2024, 1, 1)]
    policies: Table = pd.DataFrame(
        {
            "policy_id": [1],
            "customer_id": [1],
            "line": ["motor"],
            "business_source": ["direct"],
            "start": days,
            "end": [date(2025, 1, 1)],
            "written_premium": [100],
        }
    )
    claims = duckdb.sql(
        "select 1 as claim_id, 1 as policy_id, date '2024-02-01' as loss_date, 'open' as status, "
        "0 as paid, 0 as reserve"
    )
    assert claims is not None
    answers: Answers = assess(
        rules, customers, policies, claims, measures=["annual_premium"], faulty_rows="reject"
    )
    again: Table = answers
    assert pl.DataFrame(answers).height == 1 and repr(again)
    return answers


def refused(rules: Rules, customer: Customer, assessment: Assessment) -> None:
    """Never run: each of these lines is a mistake that a type checker tells."""
    customer.customer_id = "C-2"  # type: ignore
    customer.policies.append(customer.policies[0])  # type: ignore
    assessment.categori  # type: ignore
    rules.assess("C-1")  # type: ignore
    Customer("C-1", CustomerKind.INDIVIDUAL)  # type: ignore
    Customer(customer_id="C-1")  # type: ignore
    Customer(customer_id="C-1", kind="individual")  # type: ignore
    Engine().rules("cn-property", "2024-07-01")  # type: ignore
    rules.assess_all(customer)  # type: ignore
    len(assessment.category)  # type: ignore
    InputValue.DAY("2024-07-01")  # type: ignore
    Standing.BLACKLISTD  # type: ignore
    assess(rules, customer, customer, customer)  # type: ignore
    assess(rules, pl.DataFrame(), pl.DataFrame(), pl.DataFrame(), faulty_rows="drop")  # type: ignore
    assess(rules, pl.DataFrame(), pl.DataFrame(), None)  # type: ignore
    assess("cn-property", pl.DataFrame(), pl.DataFrame(), pl.DataFrame())  # type: ignore
    price: float = FigureValue.MONEY(Decimal("1"), "CNY").amount  # type: ignore
    print(price, insurant.Policys)  # type: ignore


def test_what_is_accepted_runs() -> None:
    assert len(run()) > 5
    rules = Engine().rules("cn-property", date(2024, 7, 1))
    assert columns(rules).report["claims"] == 1


# A datetime is a date to type checkers; the library refuses it where it runs.
WRONG_BUT_ACCEPTED: date = datetime(2024, 7, 1)
