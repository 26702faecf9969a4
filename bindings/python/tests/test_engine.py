"""Rulebooks, calendars, movements, every operation."""

import importlib
import json
from datetime import date
from typing import Any

import facts
import insurant
import pytest
from insurant import (
    AssessedAs,
    ConditionAnswer,
    CustomerCategory,
    DayKind,
    Engine,
    InsurantError,
    Movement,
    RuleSection,
    Standing,
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def test_rulebooks_are_listed(engine: Engine) -> None:
    books = {book.id: book for book in engine.rulebooks()}
    assert books["cn-property"].currency == "CNY"
    assert "categories" in books["cn-property"].sections
    assert books["cn-property"].effective_to is None
    rules = engine.rules("cn-property", facts.AS_OF)
    assert rules.fingerprint() == books["cn-property"].fingerprint
    assert rules.reference() == "cn-property@" + books["cn-property"].version
    assert (rules.currency(), rules.as_of()) == ("CNY", facts.AS_OF)
    assert "brand_notable" in [i.name for i in rules.inputs()]


def test_a_decision_is_told_rule_by_rule(engine: Engine) -> None:
    rules = engine.rules("cn-property", facts.AS_OF)
    decision = rules.explain(facts.customer())
    document = json.loads(decision.json)
    assert decision.fingerprint == document["fingerprint"]
    assert decision.rulebook_fingerprint == document["rulebook"]
    assert decision.facts_fingerprint == document["facts"]
    for section in RuleSection:
        told = [r for r in decision.rules if r.section is section]
        written = document["trace"][section.word]
        assert [r.id for r in told] == [r["id"] for r in written]
        assert [r.result.word for r in told] == [r["result"] for r in written]
        assert [r.condition for r in told] == [r["when"] for r in written]
        assert [[c.text for c in r.comparisons] for r in told] == [
            [c["text"] for c in r["comparisons"]] for r in written
        ]
    assert [f.text for f in decision.figures] == [f["text"] for f in document["figures"]]
    assert [len(f.facts) for f in decision.figures] == [
        len(f.get("facts", [])) for f in document["figures"]
    ]
    assert any(r.result is ConditionAnswer.TRUE for r in decision.rules)
    assert decision.assessment.category is CustomerCategory.KEY
    assert decision.assessment.standing is Standing.CLEAR


def test_movements(engine: Engine) -> None:
    was = AssessedAs(category=CustomerCategory.PROSPECT)
    now = AssessedAs(category=CustomerCategory.STANDARD, standing=Standing.CLEAR)
    assert engine.movement(was, now) is Movement.GROWTH


def test_calendars(engine: Engine) -> None:
    china = engine.calendar(["cn"])
    assert china.info() in engine.calendars()
    assert china.add(date(2025, 1, 27), 10) == date(2025, 2, 17)
    assert china.subtract(date(2025, 2, 17), 10) == china.previous(date(2025, 1, 27))
    assert china.between(date(2025, 1, 27), date(2025, 2, 17)) == 10
    assert not china.is_working(date(2025, 1, 29))
    spring = china.day(date(2025, 1, 29))
    assert spring.kind is DayKind.HOLIDAY and spring.name
    assert china.next(date(2025, 1, 29)) > date(2025, 1, 29)
    assert not engine.calendar(["cn", "gb-eng"]).is_working(date(2025, 4, 18))
    with pytest.raises(InsurantError) as caught:
        china.is_working(date(2199, 1, 1))
    assert caught.value.first.expected or caught.value.first.remedy
    with pytest.raises(InsurantError) as days:
        china.add(date(2025, 1, 1), -1)
    assert days.value.first.path == "days"


def test_every_operation_is_reached(engine: Engine) -> None:
    described = json.loads(engine.call("describe", "{}"))["operations"]
    told = engine.operations()
    assert [o.name for o in told] == [o["name"] for o in described]
    for operation, expected in zip(told, described, strict=True):
        assert json.loads(operation.input_schema) == expected["input"]
        assert json.loads(operation.output_schema) == expected["output"]
    assert engine.call("calendar_list", "{}") and insurant.version() == insurant.__version__


def test_the_quick_buffers_stand_in_for_the_generated_ones() -> None:
    native: Any = importlib.import_module("insurant._native.insurant")
    for kind in (native._UniffiRustBufferBuilder, native._UniffiRustBufferStream):
        assert kind.__module__ == "insurant._buffer"
    cut = native._UniffiRustBufferStream(b"\0\0\0")
    for read in (cut.read_i32, lambda: cut.read(4)):
        with pytest.raises(insurant.InternalError):
            read()
