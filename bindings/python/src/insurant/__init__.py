"""The customer side of an insurer: who is a good customer, who is a dangerous one, and why.

    engine = insurant.Engine()
    rules = engine.rules("cn-property", date(2024, 7, 1))
    decision = rules.explain(customer)

Amounts are decimal.Decimal in major units, days datetime.date; what has no value is None.
"""

from __future__ import annotations

import decimal as _decimal
import enum as _enum
import inspect as _inspect
from typing import Any as _Any

from . import _buffer, _explain, _freeze, _many
from ._native import insurant as _native

__all__ = [name for name in _native.__all__ if not name.endswith(("Protocol", "Impl"))]
__version__: str = _native.version()

# Fields that name a person, which no log shall show.
_HIDDEN = {
    "Customer": ("customer_id", "manager_id", "inputs", "policies", "claims", "placed", "entries"),
    "Assessment": ("customer_id",),
    "Decision": ("json",),
    "Rejected": ("customer_id",),
}


def _word(self: _Any) -> str:
    return str(self.name).lower()


def _completed(kind: type, name: str) -> type:
    """A generated class, or another in its place, with what Python's readers expect of it."""
    kind.__module__ = __name__
    nested = {key: member for key, member in vars(kind).items() if _inspect.isclass(member)}
    if issubclass(kind, _enum.Enum):
        # The word of JSON, rulebooks and tables.
        kind.word = property(_word)  # type: ignore[attr-defined]
    elif issubclass(kind, Exception):
        for variant, member in nested.items():
            member.__module__ = __name__
            member.__qualname__ = f"{name}.{variant}"
    elif nested:
        for variant, member in nested.items():
            setattr(kind, variant, _freeze.frozen(member, f"{name}.{variant}", kind))
    elif not hasattr(kind, "_uniffi_make_instance") and kind is not _native.ProgressListener:
        return _freeze.frozen(kind, name, hidden=_HIDDEN.get(name, ()))
    return kind


for _name in __all__:
    _kind = getattr(_native, _name)
    if _inspect.isclass(_kind):
        _made = _completed(_kind, _name)
        globals()[_name] = _made
        setattr(_native, _name, _made if _made is _kind else _freeze.maker(_kind, _made))
    else:
        globals()[_name] = _kind


def _decimal_of(self: _Any) -> _decimal.Decimal | None:
    """The value as a number, when it is known and is one; of a quotient what is shown of it."""
    value = self.value
    if isinstance(value, _native.FigureValue.COUNT):
        return _decimal.Decimal(value.value)
    if isinstance(value, _native.FigureValue.MONEY):
        amount: _decimal.Decimal = value.amount
        return amount
    shown: _decimal.Decimal | None = getattr(value, "shown", None)
    return shown


def _told(self: _Any) -> str:
    return "\n".join(problem.text for problem in self.problems)


def _keep(self: _Any, name: str, value: _Any) -> None:
    Exception.__setattr__(self, name, tuple(value) if name == "problems" else value)


def _first(self: _Any) -> _Any:
    """The first problem."""
    return self.problems[0]


def _remade(self: _Any) -> _Any:
    return type(self), (self.problems,)


_explain.explain(_native, {name: kind for name, kind in globals().items() if _inspect.isclass(kind)})
_native._UniffiRustBufferBuilder = _buffer.builder(_native)
_native._UniffiRustBufferStream = _buffer.stream(_native)
_native.Measure.decimal = property(_decimal_of)
_native.InsurantError.__str__ = _told
_native.InsurantError.__setattr__ = _keep
_native.InsurantError.__reduce__ = _remade
_native.InsurantError.first = property(_first)
# What `insurant.arrow` alone calls: an address is for nobody else.
_native.Rules._address = _native.Rules.address
del _native.Rules.address, _native.RulesProtocol.address
_native.Rules.assess_all = _many.assess_all
_native.Rules.assess_all_async = _many.assess_all_async
