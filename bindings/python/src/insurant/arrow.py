"""Portfolios in columns: tables of any Arrow library in, a table of answers out, nothing copied on the way.

    answers = insurant.arrow.assess(rules, customers, policies, claims, threads=2)
    pyarrow.table(answers)

A table is whatever has `__arrow_c_stream__` or `__arrow_c_array__`: of pyarrow (`Table`, `RecordBatch`,
`RecordBatchReader`), Polars (`DataFrame`), DuckDB (a relation), pandas 2.2 or later (with pyarrow). Its
columns are those of the command (`insurant assess --help`), in any order; those whose names begin with `_`
are yours and are not looked at, such as the index of pandas.
"""

from __future__ import annotations

import ctypes
import datetime
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol, Union, final

from . import InsurantError, InternalError, Problem, Rules, _convert
from ._native import insurant as _native

if TYPE_CHECKING:
    from typing_extensions import TypeAlias

__all__ = ["Answers", "ArrayTable", "StreamTable", "Table", "assess"]


class StreamTable(Protocol):
    """A table as a stream of batches."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object:
        """A capsule of Arrow's name `arrow_array_stream`."""


class ArrayTable(Protocol):
    """A table as one batch."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[object, object]:
        """Capsules of Arrow's names `arrow_schema` and `arrow_array`."""


Table: TypeAlias = Union[StreamTable, ArrayTable]


class _Str(ctypes.Structure):
    _fields_ = [("ptr", ctypes.c_void_p), ("len", ctypes.c_size_t)]

    def text(self) -> str:
        return ctypes.string_at(self.ptr, self.len).decode() if self.len else ""


class _Options(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("threads", ctypes.c_size_t),
        ("whole_numbers", ctypes.c_int32),
        ("faulty_rows", ctypes.c_int32),
        ("valued_on", ctypes.c_int32),
    ]


class _Problem(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("code", _Str),
        ("message", _Str),
        ("path", _Str),
        ("source", _Str),
        ("line", ctypes.c_uint32),
        ("column", ctypes.c_uint32),
        ("found", _Str),
        ("expected", _Str),
        ("nearest", _Str),
        ("remedy", _Str),
    ]


# The library once more, so that nobody else's prototypes are touched. It is loaded by now.
_library = ctypes.CDLL(_native._UniffiLib._name)
_POINTER = ctypes.c_void_p


def _function(name: str, answer: Any, *arguments: Any) -> Any:
    function = getattr(_library, name)
    function.restype = answer
    function.argtypes = arguments
    return function


_assess = _function("insurant_rules_assess_arrow", ctypes.c_int32, *[_POINTER] * 10)
_stream_of = _function(
    "insurant_arrow_stream_new",
    ctypes.c_int32,
    _POINTER,
    _POINTER,
    ctypes.c_size_t,
    _POINTER,
    _POINTER,
)
_copy = _function("insurant_arrow_stream_copy", ctypes.c_int32, _POINTER, _POINTER, _POINTER)
_rules_free = _function("insurant_rules_free", ctypes.c_int32, _POINTER)
_text_get = _function("insurant_text_get", ctypes.c_int32, _POINTER, _POINTER)
_text_free = _function("insurant_text_free", ctypes.c_int32, _POINTER)
_error_count = _function("insurant_error_count", ctypes.c_int32, _POINTER, _POINTER)
_error_problem = _function(
    "insurant_error_problem", ctypes.c_int32, _POINTER, ctypes.c_size_t, _POINTER
)
_error_text = _function("insurant_error_text", ctypes.c_int32, _POINTER, _POINTER)
_error_free = _function("insurant_error_free", ctypes.c_int32, _POINTER)
_stream_new = _function("insurant_python_stream_new", _POINTER)
_stream_name = _function("insurant_python_stream_name", _POINTER)()

_capsule_new = ctypes.pythonapi.PyCapsule_New
_capsule_new.restype = ctypes.py_object
_capsule_new.argtypes = [_POINTER, _POINTER, _POINTER]
_capsule_pointer = ctypes.PYFUNCTYPE(_POINTER, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)
_capsule_free = ctypes.cast(_library.insurant_python_capsule_free, _POINTER)
_function("insurant_python_start", None, _POINTER)(
    ctypes.cast(ctypes.pythonapi.PyCapsule_GetPointer, _POINTER)
)

_NO_DAY = -(2**31)
_PANIC = 900
# By status; every other is about the arguments.
_FAMILIES = {201: "BadFacts", 302: "NotInForce", 301: "UnknownRulebook", 400: "Cancelled"}


class _Stream:
    """A place for a stream, released with this unless somebody took it."""

    def __init__(self) -> None:
        self.place: int = _stream_new()
        self.capsule: object = _capsule_new(self.place, _stream_name, _capsule_free)


@final
class Answers:
    """One row a customer, in the order of the customers: a table for whatever reads Arrow, as often as
    wanted and from any thread.

    `customer_id` as given; `category`, `standing` and `status` (`decided`, `overflow`,
    `mixed_currency`, `rejected_row`) as words; `alerts` and `proposals` as bits, the first rule by id being
    bit 0; `findings` as bits (1 claims not known on the day, 2 without a policy, 4 on a void one, 8 outside
    cover); then each measure with its `_state` beside it, quotients as `_num` and `_den`. The metadata of
    the schema names the rulebook (`insurant.rulebook`, `insurant.fingerprint`), the day and the rules of the
    bits.
    """

    __slots__ = ("_report", "_stream")

    def __init__(self) -> None:
        raise TypeError("insurant.arrow.assess makes answers")

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A capsule of Arrow's; a schema that is requested is not looked at."""
        again = _Stream()
        _call(_copy, self._stream.place, again.place)
        return again.capsule

    @property
    def report(self) -> Mapping[str, Any]:
        """What was read and what was left out: the rows of each table, how many were `rejected` and how
        many of those are `unattributed` to a customer, the first hundred of their `problems`, `warnings`.
        """
        report: Mapping[str, Any] = json.loads(self._report)
        return report

    def __repr__(self) -> str:
        return f"<insurant.arrow.Answers on {self.report['customers']} customers>"

    _report: str
    _stream: _Stream


def assess(
    rules: Rules,
    customers: Table,
    policies: Table,
    claims: Table,
    *,
    movements: Table | None = None,
    entries: Table | None = None,
    as_of: datetime.date | None = None,
    measures: Sequence[str] | None = None,
    threads: int = 1,
    whole_numbers: Literal["minor", "major"] = "minor",
    faulty_rows: Literal["fail", "reject"] = "fail",
    valued_on: datetime.date | None = None,
) -> Answers:
    """Assesses every customer of a portfolio, on up to so many threads (1 to 1,024), which change no
    answer.

    `policies` and `claims` are needed, be they without a row: that nobody had a claim is for you to say.
    `movements` and `entries` may be left out. The day and the expressions are those of `rules`, unless
    `as_of` or `measures` say others; each of the measures becomes a column.

    Amounts are decimals, or whole numbers: of minor units (`1250` is 12.50), unless `whole_numbers` is
    `"major"`; a float is refused, for it is not exact. Days are dates, or timestamps at midnight without a
    zone, which are taken as days. A row with a fault raises InsurantError.BadFacts with the first hundred,
    unless `faulty_rows` is `"reject"`: then it is left out, its customer is undecided, and the report tells.
    `valued_on` is when the facts were taken, for customers whose row does not say.

    Nothing is copied on the way in. Other threads of Python run meanwhile; the call tells no progress
    and cannot be stopped.
    """
    if not isinstance(rules, Rules):
        _refuse("rules", rules, "insurant.Rules", 'make them with Engine().rules("cn-property", day)')
    options = _Options(
        size=ctypes.sizeof(_Options),
        threads=_threads(threads),
        whole_numbers=_word("whole_numbers", whole_numbers, ("minor", "major")),
        faulty_rows=_word("faulty_rows", faulty_rows, ("fail", "reject")),
        valued_on=_NO_DAY if valued_on is None else _day("valued_on", valued_on),
    )
    if as_of is not None:
        _day("as_of", as_of)
    expressions = _expressions(measures)
    # Each is held until the call is over, and releases what the call did not take.
    held: list[object] = []
    streams = [
        None if table is None and optional else _taken(name, table, held)
        for name, table, optional in [
            ("customers", customers, False),
            ("policies", policies, False),
            ("movements", movements, True),
            ("claims", claims, False),
            ("entries", entries, True),
        ]
    ]
    answer, report = _Stream(), ctypes.c_void_p()
    address = _native_address(rules, as_of, expressions)
    try:
        _call(_assess, address, ctypes.byref(options), *streams, answer.place, ctypes.byref(report))
    finally:
        _rules_free(address)
    try:
        told = _Str()
        _text_get(report, ctypes.byref(told))
        text = told.text()
    finally:
        _text_free(report)
    answers: Answers = object.__new__(Answers)
    answers._stream, answers._report = answer, text
    return answers


def _native_address(
    rules: Any, as_of: datetime.date | None, expressions: list[str] | None
) -> int:
    address: int = rules._address(as_of, expressions)
    return address


def _refuse(name: str, found: object, expected: str, remedy: str) -> NoReturn:
    raise TypeError(f"{name} is {expected}, not {type(found).__name__}; {remedy}")


def _threads(threads: int) -> int:
    if not isinstance(threads, int) or isinstance(threads, bool):
        _refuse("threads", threads, "an int", "write threads=2")
    # What is no number of threads at all is refused as none, or as too many.
    return min(max(threads, 0), 2**31)


def _word(name: str, word: str, known: tuple[str, ...]) -> int:
    """The number of a word, from 1."""
    if not isinstance(word, str):
        _refuse(name, word, "a word", f"write {name}={known[0]!r}")
    if word not in known:
        raise ValueError(f"{name} is {' or '.join(map(repr, known))}, not {word!r}")
    return known.index(word) + 1


def _day(name: str, day: datetime.date) -> int:
    try:
        return _convert.days(day)
    except TypeError as error:
        raise TypeError(f"{name}: {error}") from None


def _expressions(measures: Sequence[str] | None) -> list[str] | None:
    if measures is None:
        return None
    remedy = "write measures=['loss_ratio(12m)']"
    if isinstance(measures, (str, bytes)) or not isinstance(measures, Sequence):
        _refuse("measures", measures, "a list of expressions", remedy)
    for i, measure in enumerate(measures):
        if not isinstance(measure, str):
            _refuse(f"measures[{i}]", measure, "an expression", remedy)
    return list(measures)


def _taken(name: str, table: Any, held: list[object]) -> int:
    """Where the stream of a table is."""
    # A class has the methods of its tables, and is none.
    known = not isinstance(table, type)
    if known and hasattr(table, "__arrow_c_stream__"):
        stream = table.__arrow_c_stream__()
        held.append(stream)
        return _pointer(name, stream, b"arrow_array_stream")
    if known and hasattr(table, "__arrow_c_array__"):
        capsules = table.__arrow_c_array__()
        if not isinstance(capsules, tuple) or len(capsules) != 2:
            _refuse(name, capsules, "a pair of capsules", "ask its library for __arrow_c_array__")
        schema, array = capsules
        one = _Stream()
        held += [schema, array, one]
        pointers = _pointer(name, schema, b"arrow_schema"), _pointer(name, array, b"arrow_array")
        _call(_stream_of, *pointers, 1, one.place, under=name)
        return one.place
    if hasattr(table, "collect") and not isinstance(table, type):
        _refuse(name, table, "a table of Arrow", "call its collect() first")
    remedy = (
        "pass a pyarrow.Table, a polars.DataFrame, a relation of DuckDB or a pandas.DataFrame "
        "(2.2 or later, with pyarrow)"
    )
    if table is None:
        remedy += "; one without rows says that there are none"
    _refuse(name, table, "a table of Arrow (with __arrow_c_stream__)", remedy)


def _pointer(name: str, capsule: object, kind: bytes) -> int:
    try:
        pointer: int = _capsule_pointer(capsule, kind)
    except (TypeError, ValueError):
        expected = f"a table whose capsule holds Arrow's {kind.decode()}"
        _refuse(name, capsule, expected, "ask the library that made it")
    return pointer


def _call(function: Any, *arguments: Any, under: str = "") -> None:
    """Calls, and raises what comes of it."""
    error = ctypes.c_void_p()
    status = function(*arguments, ctypes.byref(error))
    if status == 0:
        return
    try:
        problems = _problems(error, under)
    finally:
        _error_free(error)
    if status == _PANIC:
        raise InternalError("\n".join(problem.text for problem in problems))
    family = getattr(InsurantError, _FAMILIES.get(status, "BadInput"))
    raise family(problems)


def _problems(error: ctypes.c_void_p, under: str) -> list[Problem]:
    count, text = ctypes.c_size_t(), _Str()
    _error_count(error, ctypes.byref(count))
    _error_text(error, ctypes.byref(text))
    lines = text.text().split("\n")
    problems = []
    for i in range(count.value):
        found = _Problem(size=ctypes.sizeof(_Problem))
        _error_problem(error, i, ctypes.byref(found))
        # Options are arguments here, and a table is one.
        path = found.path.text().removeprefix("options.")
        message = found.message.text()
        problems.append(
            Problem(
                code=found.code.text(),
                message=message,
                path=f"{under}.{path}" if under else path,
                text=lines[i] if len(lines) == count.value else message,
                source=found.source.text() or None,
                line=found.line or None,
                column=found.column or None,
                found=found.found.text() or None,
                expected=found.expected.text() or None,
                nearest=found.nearest.text() or None,
                remedy=found.remedy.text() or None,
            )
        )
    return problems
