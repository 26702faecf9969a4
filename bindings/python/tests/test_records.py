"""Records: native types, immutable, comparable, discreet."""

import copy
import inspect
import pickle
from datetime import date
from decimal import Decimal

import facts
import insurant
import pytest
from insurant import Claim, Customer, FigureValue, InputValue, Policy, Standing


def record_classes() -> list[type]:
    found: list[type] = []
    for name in insurant.__all__:
        kind = getattr(insurant, name)
        if inspect.isclass(kind):
            nested = [n for n in vars(kind).values() if inspect.isclass(n)]
            found += [k for k in [kind, *nested] if hasattr(k, "replace")]
    return found


def test_every_record_is_frozen() -> None:
    classes = record_classes()
    assert {Customer, Policy, FigureValue.RATIO, InputValue.DAY} <= set(classes)
    assert len(classes) > 35
    for kind in classes:
        fields = list(inspect.signature(kind).parameters)
        made = kind(**{field: [1] for field in fields})
        for field in fields:
            assert getattr(made, field) == (1,)
            with pytest.raises(AttributeError, match="cannot be changed"):
                setattr(made, field, 2)
            with pytest.raises(AttributeError, match="cannot be changed"):
                delattr(made, field)
        with pytest.raises(AttributeError, match="has no field 'of_another'"):
            made.of_another = 1
        assert made == kind(**{field: [1] for field in fields})
        assert made != kind(**{field: [2] for field in fields})
        assert made != 1 and not made == "a"
        assert hash(made) == hash(copy.deepcopy(made)) and pickle.loads(pickle.dumps(made)) == made
        assert made.replace(**{fields[0]: 3}) != made


def test_a_customer_is_not_shown_in_logs() -> None:
    made = facts.customer(inputs={"brand_notable": InputValue.ANSWER(True)}, manager_id="M-7")
    for shown in (repr(made), str(made), f"{made}"):
        assert "C-1" not in shown and "P-1" not in shown and "M-7" not in shown
        assert "INDIVIDUAL" in shown
    assert pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(TypeError):
        made.inputs["brand_notable"] = InputValue.ANSWER(False)  # type: ignore[index]


def test_the_host_s_lists_are_its_own() -> None:
    policies = [facts.policy(1)]
    made = facts.customer(policies=policies)
    policies.append(facts.policy(2))
    assert len(made.policies) == 1


def test_words_are_those_of_json() -> None:
    engine = insurant.Engine()
    schemas = " ".join(o.input_schema + o.output_schema for o in engine.operations())
    for kind in (insurant.CustomerKind, insurant.BusinessSource, insurant.ClaimStatus):
        for member in kind:
            assert f'"{member.word}"' in schemas
    assert Standing.BLACKLISTED.word == "blacklisted"


def test_native_types_come_back() -> None:
    engine = insurant.Engine()
    rules = engine.rules("cn-property", facts.AS_OF, ["loss_ratio(12m)", "annual_premium"])
    again = rules.prepare(facts.customer()).customer()
    assert again == facts.customer()
    assert type(again.policies[0].written_premium) is Decimal
    assert type(again.policies[0].start) is date and type(again) is Customer
    assert type(again.claims[0]) is Claim
    ratio, premium = rules.assess(facts.customer()).measures
    assert isinstance(ratio.value, FigureValue.RATIO)
    assert ratio.decimal == ratio.value.shown == Decimal("0.016101") or ratio.decimal is not None
    assert premium.decimal == Decimal("150000.00")


def test_what_has_no_value_is_none() -> None:
    engine = insurant.Engine()
    rules = engine.rules("cn-property", facts.AS_OF, ["loss_ratio(12m)"])
    nobody = facts.customer(policies=[], claims=[])
    (ratio,) = rules.assess(nobody).measures
    assert (ratio.state, ratio.value, ratio.decimal) == (insurant.FigureState.UNDEFINED, None, None)
