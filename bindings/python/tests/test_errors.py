"""Whatever is wrong is told with its code, its place and what to do, and the host lives on."""

import datetime
import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import facts
import insurant
import pytest
from insurant import DocumentText, Engine, InputValue, InsurantError, PremiumMovement


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.fixture(scope="module")
def rules(engine: Engine) -> insurant.Rules:
    return engine.rules("cn-property", facts.AS_OF)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("written_premium", Decimal("NaN"), "bad_decimal"),
        ("written_premium", Decimal("-Infinity"), "bad_decimal"),
        ("written_premium", Decimal("1E+999999999"), "bad_decimal"),
        ("written_premium", Decimal("1E-999999"), "bad_decimal"),
        ("written_premium", Decimal("1E+30"), "number_too_large"),
        pytest.param("written_premium", 10**5000, "bad_decimal", id="huge"),
        ("written_premium", Decimal("0.001"), "too_many_decimals"),
        ("written_premium", Decimal("-1"), "negative_amount"),
        ("end", date(9999, 12, 31), "year_out_of_range"),
        ("end", date(1, 1, 1), "year_out_of_range"),
        ("end", date(2024, 1, 1), "zero_length_term"),
        ("policy_id", "P\0", "bad_text"),
        ("policy_id", "P" * 129, "out_of_range"),
        ("policy_id", "", "bad_text"),
        ("insured_units", 0, "bad_units"),
        ("insured_units", -(2**63), "bad_units"),
        ("insured_units", 2**40, "bad_units"),
    ],
)
def test_a_bad_field_is_named(rules: insurant.Rules, field: str, value: Any, code: str) -> None:
    policies = [facts.policy(1), facts.policy(2, **{field: value})]
    with pytest.raises(InsurantError.BadFacts) as caught:
        rules.assess(facts.customer(policies=policies, claims=[]))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (code, f"policies[1].{field}")
    assert problem.text in str(caught.value) and problem.code in str(caught.value)
    assert problem.expected or problem.remedy


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("written_premium", 12.5, "Decimal"),
        ("written_premium", "12.5", "Decimal"),
        ("written_premium", True, "Decimal"),
        ("written_premium", None, "Decimal"),
        ("start", "2024-01-01", "datetime.date"),
        ("start", datetime.datetime(2024, 1, 1), r"\.date\(\)"),
        ("start", datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), r"\.date\(\)"),
        ("policy_id", 7, "str"),
        ("policy_id", b"P-1", "str"),
        ("insured_units", "1", "int"),
        ("insured_units", 1.5, "int"),
    ],
)
def test_a_wrong_type_is_a_type_error(
    rules: insurant.Rules, field: str, value: Any, told: str
) -> None:
    with pytest.raises(TypeError, match=told):
        rules.assess(facts.customer(policies=[facts.policy(1, **{field: value})]))


def test_everything_is_told_at_once(rules: insurant.Rules) -> None:
    bad = facts.policy(1, end=date(2023, 1, 1), written_premium=Decimal("0.001"))
    late = PremiumMovement(effective=date(9999, 12, 31), amount=Decimal("1"))
    wrong = facts.customer(
        policies=[bad, facts.policy(2, movements=[late]), facts.policy(2)],
        inputs={"brand_notabel": InputValue.ANSWER(True)},
    )
    with pytest.raises(InsurantError.BadFacts) as caught:
        rules.explain(wrong)
    error = caught.value
    assert {problem.path for problem in error.problems} >= {
        "inputs.brand_notabel",
        "policies[0].written_premium",
        "policies[1].movements[0].effective",
        "policies[2].policy_id",
    }
    assert error.first == error.problems[0]
    (input_,) = [p for p in error.problems if p.path == "inputs.brand_notabel"]
    assert input_.nearest == "brand_notable"
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and again.problems == error.problems


def test_names_that_are_not_there(engine: Engine) -> None:
    with pytest.raises(InsurantError.UnknownRulebook) as caught:
        engine.rules("cn-propertie", facts.AS_OF)
    assert caught.value.first.nearest == "cn-property"
    with pytest.raises(InsurantError.UnknownOperation) as unknown:
        engine.call("asess", "{}")
    assert unknown.value.first.nearest == "assess"
    late = DocumentText(
        name="late.toml",
        text='id = "late"\nversion = "1"\nlanguage = 1\ncurrency = "CNY"\n'
        'extends = "cn-property"\neffective = { from = "2030-01-01" }\n',
    )
    with pytest.raises(InsurantError.NotInForce):
        Engine.with_documents([late]).rules("late", facts.AS_OF)
    with pytest.raises(InsurantError.BadInput) as day:
        engine.rules("cn-property", date(1, 1, 1))
    assert (day.value.first.code, day.value.first.path) == ("year_out_of_range", "as_of")


def test_a_bad_rulebook_is_told_line_by_line(engine: Engine) -> None:
    lines = ['id = "mine"', 'version = "1"', "language = 1", 'extends = "cn-property"']
    lines += ['currency = "CNY"', 'effective = { from = "2020-01-01" }']
    for i in range(50):
        lines += [f"[parameters.p{i}]", 'value = "12 XYZ"']
    document = DocumentText(name="mine.toml", text="\n".join(lines))
    checked = engine.check(document)
    assert checked.fingerprint is None and len(checked.problems) >= 50
    assert {p.line for p in checked.problems} >= set(range(8, 108, 2))
    assert all(p.column and p.source == "mine.toml" for p in checked.problems)
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.rules_of(document, facts.AS_OF)
    assert caught.value.problems == checked.problems
    with pytest.raises(InsurantError.BadInput):
        Engine.with_documents(rulebooks=[document])
    good = DocumentText(name="m.toml", text="\n".join(lines[:6]))
    assert engine.check(good).rulebook == "mine@1"


def test_inputs_of_every_size(engine: Engine, rules: insurant.Rules) -> None:
    for text in ("", "{", "[" * 200, "\0", "{" * 100_000):
        with pytest.raises(InsurantError.BadInput):
            engine.call("assess", text)
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.call("assess", " " * ((64 << 20) + 1))
    assert caught.value.first.code == "number_too_large"
    with pytest.raises(UnicodeEncodeError):
        engine.call("assess", '"\ud800"')
    with pytest.raises(UnicodeEncodeError):
        rules.assess(facts.customer(customer_id="\ud800"))
    # The engine is none the worse.
    assert rules.assess(facts.customer()).decided


def test_what_is_no_object_of_ours(engine: Engine, rules: insurant.Rules) -> None:
    nothing_of_ours: list[Any] = [None, 1, {}, facts.policy()]
    for wrong in nothing_of_ours:
        with pytest.raises((TypeError, AttributeError)):
            rules.assess(wrong)
    with pytest.raises(TypeError):
        engine.call(1, "{}")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        insurant.Policy("P-1")  # type: ignore[call-arg]
