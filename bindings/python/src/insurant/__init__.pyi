"""The customer side of an insurer: who is a good customer, who is a dangerous one, and why.

Amounts are decimal.Decimal in major units, days datetime.date; what has no value is None. Records
cannot be changed; `replace` makes another.
"""

# Written by tools/stubs.py from the library's own documentation: change that, and run
# `cargo xtask bindings`.

# Under other names, since records have fields called `date` and `decimal`.
import datetime as _datetime
import decimal as _decimal
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, final

from typing_extensions import Self, TypeAlias

__version__: str

__all__ = [
    "InternalError",
    "CustomerCategory",
    "Standing",
    "Cause",
    "FigureState",
    "FigureValue",
    "DayKind",
    "ClaimStatus",
    "ConditionAnswer",
    "CustomerKind",
    "Credit",
    "InputValue",
    "BusinessSource",
    "EntryState",
    "RuleSection",
    "InsurantError",
    "Movement",
    "AlertCount",
    "AssessedAs",
    "AssessmentFinding",
    "TierPart",
    "TierAnswer",
    "ScaleAnswer",
    "FigureFact",
    "Measure",
    "Problem",
    "Assessment",
    "CalendarDay",
    "CalendarInfo",
    "CategoryCount",
    "CauseCount",
    "Claim",
    "Term",
    "Comparison",
    "PremiumMovement",
    "Policy",
    "RegisterEntry",
    "Customer",
    "RuleTrace",
    "Decision",
    "DocumentText",
    "InputInfo",
    "OperationInfo",
    "StandingCount",
    "PortfolioSummary",
    "Rejected",
    "RulebookCheck",
    "RulebookInfo",
    "version",
    "Cancellation",
    "WorkCalendar",
    "ProgressListener",
    "Portfolio",
    "PreparedCustomer",
    "Rules",
    "Engine",
]

class InternalError(Exception):
    """The library failed inside; please report it. The host may go on."""

class CustomerCategory(enum.Enum):
    """Where a customer stands on the ladder, from the foot up; and the two answers beside it."""
    UNATTACHED = 0
    """Never insured with us (C-07)."""
    PROSPECT = 1
    """Means to insure, or was insured here and left (C-08)."""
    STANDARD = 2
    """Insured with us (C-09)."""
    PREFERRED = 3
    """A good customer (C-10)."""
    KEY = 4
    """An important customer or partner (C-11)."""
    NOT_APPLICABLE = 5
    """A partner that is not key: partners have no place on the ladder."""
    UNDECIDED = 6
    """The facts cannot be decided on; the cause is beside it."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `unattached`."""

class Standing(enum.Enum):
    """What the host shows first."""
    CLEAR = 0
    """Nothing against the customer."""
    WATCH = 1
    """A risk alert is open."""
    BLACKLISTED = 2
    """An entry of the register is in effect."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `clear`."""

class Cause(enum.Enum):
    """Why a customer could not be decided on (never a guess)."""
    OVERFLOW = 0
    """A sum does not fit 64 bits."""
    MIXED_CURRENCY = 1
    """A policy in another currency than the rulebook's."""
    REJECTED_ROW = 2
    """A row about the customer was rejected when the facts were read."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `overflow`."""

class FigureState(enum.Enum):
    """What is known of a value. The order is that of precedence: a value that is both is `Unknown`."""
    KNOWN = 0
    """It has a value."""
    UNDEFINED = 1
    """It has none by definition, such as a quotient with nothing below the line."""
    UNKNOWN = 2
    """Nobody supplied what it needs."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `known`."""

class FigureValue:
    """The value of a figure. Of a quotient both sides are exact, unreduced; what is shown of it has six
    places and is for reading only.
    """
    ANSWER: TypeAlias = _FigureValue_ANSWER
    COUNT: TypeAlias = _FigureValue_COUNT
    RATIO: TypeAlias = _FigureValue_RATIO
    AVERAGE_MONEY: TypeAlias = _FigureValue_AVERAGE_MONEY
    MONEY: TypeAlias = _FigureValue_MONEY
    DAY: TypeAlias = _FigureValue_DAY
    WORDS: TypeAlias = _FigureValue_WORDS
    MEMBER: TypeAlias = _FigureValue_MEMBER

@final
class _FigureValue_ANSWER(FigureValue):
    """Yes or no."""
    def __init__(
        self,
        value: bool,
    ) -> None: ...
    @property
    def value(self) -> bool:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_COUNT(FigureValue):
    """A count, or a duration in its unit."""
    def __init__(
        self,
        value: int,
    ) -> None: ...
    @property
    def value(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_RATIO(FigureValue):
    """A quotient without a unit."""
    def __init__(
        self,
        shown: _decimal.Decimal,
        numerator: int,
        denominator: int,
    ) -> None: ...
    @property
    def shown(self) -> _decimal.Decimal:
        """To six places, for reading."""
    @property
    def numerator(self) -> int:
        """Above the line."""
    @property
    def denominator(self) -> int:
        """Below the line; positive."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_AVERAGE_MONEY(FigureValue):
    """An amount for each of something, such as a mean claim."""
    def __init__(
        self,
        shown: _decimal.Decimal,
        numerator: int,
        denominator: int,
        currency: str,
    ) -> None: ...
    @property
    def shown(self) -> _decimal.Decimal:
        """Major units to six places, for reading."""
    @property
    def numerator(self) -> int:
        """Minor units above the line."""
    @property
    def denominator(self) -> int:
        """How many below the line; positive."""
    @property
    def currency(self) -> str:
        """ISO 4217."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_MONEY(FigureValue):
    """An amount in major units."""
    def __init__(
        self,
        amount: _decimal.Decimal,
        currency: str,
    ) -> None: ...
    @property
    def amount(self) -> _decimal.Decimal:
        """How much."""
    @property
    def currency(self) -> str:
        """ISO 4217."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_DAY(FigureValue):
    """A day."""
    def __init__(
        self,
        value: _datetime.date,
    ) -> None: ...
    @property
    def value(self) -> _datetime.date:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_WORDS(FigureValue):
    """A text; `other` for any that no rule names."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _FigureValue_MEMBER(FigureValue):
    """The word of an enumeration's member."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class DayKind(enum.Enum):
    """What kind of day it is."""
    WORKING = 0
    """An ordinary working day."""
    WORKING_WEEKEND = 1
    """A day of the weekend on which people work (调休)."""
    WEEKEND = 2
    """An ordinary day of the weekend."""
    HOLIDAY = 3
    """A named day off, on the weekend or not."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `working`."""

class ClaimStatus(enum.Enum):
    """Where a claim stands."""
    OPEN = 0
    """Being handled."""
    SETTLED = 1
    """Closed with or without a payment."""
    DECLINED = 2
    """Refused."""
    WITHDRAWN = 3
    """Taken back by the customer: counts nowhere, but for its reserve."""
    REOPENED = 4
    """Being handled again."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `open`."""

class ConditionAnswer(enum.Enum):
    """What a condition answers."""
    FALSE = 0
    """No."""
    UNKNOWN = 1
    """Something that decides it is missing."""
    TRUE = 2
    """Yes."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `false`."""

class CustomerKind(enum.Enum):
    """The kind of a customer."""
    INDIVIDUAL = 0
    """A person."""
    ORGANISATION = 1
    """A firm or public body."""
    PARTNER = 2
    """An agency, broker or tender unit that brings business (C-11)."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `individual`."""

class Credit(enum.Enum):
    """Credit standing, as the host judges it."""
    GOOD = 0
    """Pays and keeps terms."""
    FAIR = 1
    """Neither."""
    POOR = 2
    """Does not."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `good`."""

class InputValue:
    """The value of an input that a rulebook declares."""
    ANSWER: TypeAlias = _InputValue_ANSWER
    COUNT: TypeAlias = _InputValue_COUNT
    NUMBER: TypeAlias = _InputValue_NUMBER
    DAY: TypeAlias = _InputValue_DAY
    WORDS: TypeAlias = _InputValue_WORDS

@final
class _InputValue_ANSWER(InputValue):
    """Yes or no."""
    def __init__(
        self,
        value: bool,
    ) -> None: ...
    @property
    def value(self) -> bool:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_COUNT(InputValue):
    """A count."""
    def __init__(
        self,
        value: int,
    ) -> None: ...
    @property
    def value(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_NUMBER(InputValue):
    """A decimal: an amount in major units, or a ratio."""
    def __init__(
        self,
        value: _decimal.Decimal,
    ) -> None: ...
    @property
    def value(self) -> _decimal.Decimal:
        """How much."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_DAY(InputValue):
    """A day."""
    def __init__(
        self,
        value: _datetime.date,
    ) -> None: ...
    @property
    def value(self) -> _datetime.date:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class _InputValue_WORDS(InputValue):
    """Words, or the word of an enumeration."""
    def __init__(
        self,
        value: str,
    ) -> None: ...
    @property
    def value(self) -> str:
        """Which."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

class BusinessSource(enum.Enum):
    """How the business came (C-11)."""
    DIRECT = 0
    """From the customer."""
    INTERMEDIARY = 1
    """Through a partner."""
    TENDER = 2
    """By tender."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `direct`."""

class EntryState(enum.Enum):
    """Where an entry stands."""
    PROPOSED = 0
    """Proposed by the claims department; not decided."""
    ACTIVE = 1
    """In effect."""
    UNDER_APPEAL = 2
    """In effect, and the customer objects."""
    SUSPENDED = 3
    """Set aside for the time being."""
    EXPIRED = 4
    """Past its expiry."""
    REMOVED = 5
    """Taken off."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `proposed`."""

class RuleSection(enum.Enum):
    """The section of the rulebook that a rule belongs to."""
    ALERTS = 0
    """Alerts."""
    BLACKLIST = 1
    """Criteria of the blacklist."""
    CATEGORIES = 2
    """Categories."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `alerts`."""

class InsurantError(Exception):
    """Why a call did not do what it was asked for. Every problem is told at once, each with its code,
    where it is, what was found, what was expected and what to do.
    """
    problems: tuple[Problem, ...]

    def __init__(self, problems: Sequence[Problem]) -> None: ...
    @property
    def first(self) -> Problem:
        """The first problem."""
    BadInput: TypeAlias = _InsurantError_BadInput
    BadFacts: TypeAlias = _InsurantError_BadFacts
    UnknownOperation: TypeAlias = _InsurantError_UnknownOperation
    UnknownRulebook: TypeAlias = _InsurantError_UnknownRulebook
    NotInForce: TypeAlias = _InsurantError_NotInForce
    Cancelled: TypeAlias = _InsurantError_Cancelled
    Callback: TypeAlias = _InsurantError_Callback

@final
class _InsurantError_BadInput(InsurantError):
    """Something is wrong with a document, a JSON input or an argument."""

@final
class _InsurantError_BadFacts(InsurantError):
    """Something is wrong with the facts of a customer."""

@final
class _InsurantError_UnknownOperation(InsurantError):
    """No operation of this name."""

@final
class _InsurantError_UnknownRulebook(InsurantError):
    """No rulebook of this name."""

@final
class _InsurantError_NotInForce(InsurantError):
    """The rulebook is not in force on that day."""

@final
class _InsurantError_Cancelled(InsurantError):
    """The caller asked to stop."""

@final
class _InsurantError_Callback(InsurantError):
    """The host's own listener failed."""

class Movement(enum.Enum):
    """A step on the transition chart, or none."""
    GROWTH = 0
    """An unattached customer or prospect insures with us."""
    UPGRADE = 1
    """Up the ladder among the insured."""
    MINING = 2
    """An unattached customer becomes a prospect."""
    STRIP = 3
    """Stripped off: onto the blacklist."""
    DOWNGRADE = 4
    """Down the ladder without leaving, or a prospect that cools."""
    ATTRITION = 5
    """An insured customer leaves."""
    UNCHANGED = 6
    """The same category."""
    UNDETERMINED = 7
    """One side is undecided, or no step of the ladder."""
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `growth`."""

@final
class AlertCount:
    """How many customers raise an alert."""
    def __init__(
        self,
        *,
        alert: str,
        count: int,
    ) -> None: ...
    @property
    def alert(self) -> str:
        """The alert."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssessedAs:
    """What an assessment found, as far as it matters for a movement."""
    def __init__(
        self,
        *,
        category: CustomerCategory,
        standing: Standing | None = ...,
    ) -> None: ...
    @property
    def category(self) -> CustomerCategory:
        """The category."""
    @property
    def standing(self) -> Standing | None:
        """The standing."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class AssessmentFinding:
    """A blacklist criterion that proposes, or a claim that counts nowhere."""
    def __init__(
        self,
        *,
        id: str,
        claim_id: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The criterion; of a claim `no_policy`, `void_policy`, `outside_cover` or `not_known`."""
    @property
    def claim_id(self) -> str | None:
        """The claim."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TierPart:
    """What one characteristic gave to a tier."""
    def __init__(
        self,
        *,
        id: str,
        scored: str,
        points: _decimal.Decimal | None,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The characteristic."""
    @property
    def scored(self) -> str:
        """What it scores, in the rule language."""
    @property
    def points(self) -> _decimal.Decimal | None:
        """Its points to six places, for reading."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class TierAnswer:
    """The value tier."""
    def __init__(
        self,
        *,
        tier: str,
        veto: str | None,
        missing: str | None,
        points: _decimal.Decimal | None,
        characteristics: Sequence[TierPart],
    ) -> None: ...
    @property
    def tier(self) -> str:
        """The tier, or why there is none."""
    @property
    def veto(self) -> str | None:
        """The veto that decided it."""
    @property
    def missing(self) -> str | None:
        """When it is undecided, the first characteristic that could not be scored."""
    @property
    def points(self) -> _decimal.Decimal | None:
        """The points to six places, for reading."""
    @property
    def characteristics(self) -> tuple[TierPart, ...]:
        """What each characteristic gave."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class ScaleAnswer:
    """The answer of a scale of discounts and surcharges."""
    def __init__(
        self,
        *,
        id: str,
        state: FigureState,
        value: str | None,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The scale."""
    @property
    def state(self) -> FigureState:
        """Whether it answers, and if not, why."""
    @property
    def value(self) -> str | None:
        """Its answer."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class FigureFact:
    """One row's part in a figure."""
    def __init__(
        self,
        *,
        what: str,
        policy_id: str | None = ...,
        claim_id: str | None = ...,
        loss_date: _datetime.date | None = ...,
        amount: _decimal.Decimal | None = ...,
        why: str | None = ...,
    ) -> None: ...
    @property
    def what(self) -> str:
        """What it gave, in words, such as `counted`."""
    @property
    def policy_id(self) -> str | None:
        """The policy, when it is one."""
    @property
    def claim_id(self) -> str | None:
        """The claim, when it is one."""
    @property
    def loss_date(self) -> _datetime.date | None:
        """The day of the claim's loss."""
    @property
    def amount(self) -> _decimal.Decimal | None:
        """How much: major units of the rulebook's currency, or a number of days or units."""
    @property
    def why(self) -> str | None:
        """Why it did not count."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Measure:
    """A figure: whether there is a value, the value, and the facts behind it."""
    def __init__(
        self,
        *,
        text: str,
        state: FigureState,
        value: FigureValue | None = ...,
        reason: str | None = ...,
        facts: Sequence[FigureFact] = ...,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As rules write it, such as `loss_ratio(12m)`."""
    @property
    def state(self) -> FigureState:
        """Whether it has a value, and if not, why."""
    @property
    def value(self) -> FigureValue | None:
        """The value; absent exactly when it is undefined or unknown."""
    @property
    def reason(self) -> str | None:
        """Why it has none, where that can be told."""
    @property
    def facts(self) -> tuple[FigureFact, ...]:
        """The facts behind it: claims, then policies, each in order of id."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...
    @property
    def decimal(self) -> _decimal.Decimal | None:
        """The value as a number, when it is known and is one; of a quotient the six places shown."""

@final
class Problem:
    """One thing that is wrong."""
    def __init__(
        self,
        *,
        code: str,
        message: str,
        path: str,
        text: str,
        source: str | None = ...,
        line: int | None = ...,
        column: int | None = ...,
        found: str | None = ...,
        expected: str | None = ...,
        nearest: str | None = ...,
        remedy: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """The stable code, such as `bad_decimal`: never renamed, never reused."""
    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
    @property
    def path(self) -> str:
        """Where in what was handed over, such as `policies[0].end`; empty for the whole."""
    @property
    def text(self) -> str:
        """The whole problem in one line, for people."""
    @property
    def source(self) -> str | None:
        """The document, by the name that it was given."""
    @property
    def line(self) -> int | None:
        """The line in that document, from 1."""
    @property
    def column(self) -> int | None:
        """The column in that line, from 1."""
    @property
    def found(self) -> str | None:
        """What was found."""
    @property
    def expected(self) -> str | None:
        """What was expected."""
    @property
    def nearest(self) -> str | None:
        """What may have been meant."""
    @property
    def remedy(self) -> str | None:
        """What to do."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Assessment:
    """What was decided on a customer."""
    def __init__(
        self,
        *,
        customer_id: str,
        as_of: _datetime.date,
        decided: bool,
        category: CustomerCategory | None,
        standing: Standing | None,
        cause: Cause | None,
        holds: Sequence[CustomerCategory],
        unknown: Sequence[str],
        alerts: Sequence[str],
        alerts_unknown: Sequence[str],
        findings: Sequence[AssessmentFinding],
        findings_unknown: Sequence[str],
        hindsight: bool,
        projected: bool,
        tier: TierAnswer | None,
        bonus_malus: Sequence[ScaleAnswer],
        measures: Sequence[Measure],
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The customer."""
    @property
    def as_of(self) -> _datetime.date:
        """The day."""
    @property
    def decided(self) -> bool:
        """Whether the customer could be decided on."""
    @property
    def category(self) -> CustomerCategory | None:
        """The category; `undecided` with a cause; absent in a rulebook without categories."""
    @property
    def standing(self) -> Standing | None:
        """What to show first; absent when undecided and not blacklisted."""
    @property
    def cause(self) -> Cause | None:
        """Why it is undecided; absent when it is decided."""
    @property
    def holds(self) -> tuple[CustomerCategory, ...]:
        """Every category that holds, from the head of the ladder down."""
    @property
    def unknown(self) -> tuple[str, ...]:
        """Category rules that could not be answered."""
    @property
    def alerts(self) -> tuple[str, ...]:
        """The alerts raised, in order of id."""
    @property
    def alerts_unknown(self) -> tuple[str, ...]:
        """Alerts that could not be answered."""
    @property
    def findings(self) -> tuple[AssessmentFinding, ...]:
        """Blacklist criteria that propose an entry, then claims that count nowhere."""
    @property
    def findings_unknown(self) -> tuple[str, ...]:
        """Blacklist criteria that could not be answered."""
    @property
    def hindsight(self) -> bool:
        """The facts are younger than the day: paid, reserve and status are those of a later day."""
    @property
    def projected(self) -> bool:
        """The facts are older than the day."""
    @property
    def tier(self) -> TierAnswer | None:
        """The value tier, in a rulebook that has tiers."""
    @property
    def bonus_malus(self) -> tuple[ScaleAnswer, ...]:
        """The answer of each scale of discounts and surcharges, in a rulebook that has them."""
    @property
    def measures(self) -> tuple[Measure, ...]:
        """The expressions that the rules were asked to measure, in that order; empty when undecided."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the facts, in a portfolio, where the cause is `rejected_row`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CalendarDay:
    """A day of a calendar."""
    def __init__(
        self,
        *,
        date: _datetime.date,
        kind: DayKind,
        name: str | None,
    ) -> None: ...
    @property
    def date(self) -> _datetime.date:
        """The day."""
    @property
    def kind(self) -> DayKind:
        """What kind of day it is."""
    @property
    def name(self) -> str | None:
        """The holiday, or the reason for which people work on a weekend."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CalendarInfo:
    """A calendar of an engine."""
    def __init__(
        self,
        *,
        id: str,
        title: str | None,
        version: str,
        source: str,
        first: _datetime.date,
        last: _datetime.date,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def title(self) -> str | None:
        """Its title."""
    @property
    def version(self) -> str:
        """The version of its data."""
    @property
    def source(self) -> str:
        """Where its data come from."""
    @property
    def first(self) -> _datetime.date:
        """The first day that it covers."""
    @property
    def last(self) -> _datetime.date:
        """The last day that it covers."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CategoryCount:
    """How many customers have a category."""
    def __init__(
        self,
        *,
        category: CustomerCategory | None,
        count: int,
    ) -> None: ...
    @property
    def category(self) -> CustomerCategory | None:
        """The category; absent in a rulebook without categories."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class CauseCount:
    """How many customers could not be decided on for one reason."""
    def __init__(
        self,
        *,
        cause: Cause,
        count: int,
    ) -> None: ...
    @property
    def cause(self) -> Cause:
        """The reason."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Claim:
    """A claim; one record is one claim. Amounts are decimals in major units."""
    def __init__(
        self,
        *,
        claim_id: str,
        loss_date: _datetime.date,
        status: ClaimStatus,
        policy_id: str | None = ...,
        claimant_id: str | None = ...,
        reported_on: _datetime.date | None = ...,
        paid: _decimal.Decimal | None = ...,
        reserve: _decimal.Decimal | None = ...,
        recovered: _decimal.Decimal | None = ...,
        catastrophe: bool = ...,
        event_id: str | None = ...,
    ) -> None: ...
    @property
    def claim_id(self) -> str:
        """The host's id."""
    @property
    def loss_date(self) -> _datetime.date:
        """The day of the loss."""
    @property
    def status(self) -> ClaimStatus:
        """Where it stands."""
    @property
    def policy_id(self) -> str | None:
        """Its policy; absent, the claim is a finding."""
    @property
    def claimant_id(self) -> str | None:
        """Who claims, if not the policyholder."""
    @property
    def reported_on(self) -> _datetime.date | None:
        """The day it was reported."""
    @property
    def paid(self) -> _decimal.Decimal | None:
        """Total paid; nothing when absent."""
    @property
    def reserve(self) -> _decimal.Decimal | None:
        """Case reserve; nothing when absent."""
    @property
    def recovered(self) -> _decimal.Decimal | None:
        """Recovered from others; nothing when absent."""
    @property
    def catastrophe(self) -> bool:
        """Coded as a catastrophe loss."""
    @property
    def event_id(self) -> str | None:
        """Claims of one event are one claim."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Term:
    """A side of a comparison."""
    def __init__(
        self,
        *,
        text: str,
        parameter: str | None,
        state: FigureState,
        value: FigureValue | None,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As written."""
    @property
    def parameter(self) -> str | None:
        """The parameter of the rulebook that it is."""
    @property
    def state(self) -> FigureState:
        """Whether it has a value, and if not, why."""
    @property
    def value(self) -> FigureValue | None:
        """The value; absent exactly when it is undefined or unknown."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Comparison:
    """A comparison with its actual values."""
    def __init__(
        self,
        *,
        text: str,
        result: ConditionAnswer,
        decisive: bool,
        within: str | None,
        left: Term,
        right: Term | None,
    ) -> None: ...
    @property
    def text(self) -> str:
        """As written."""
    @property
    def result(self) -> ConditionAnswer:
        """What it answered."""
    @property
    def decisive(self) -> bool:
        """Whether the rule's answer hangs on it."""
    @property
    def within(self) -> str | None:
        """The named condition in which it stands."""
    @property
    def left(self) -> Term:
        """The left side."""
    @property
    def right(self) -> Term | None:
        """The right side; a bare condition has none."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PremiumMovement:
    """An endorsement: premium that changes from a date on."""
    def __init__(
        self,
        *,
        effective: _datetime.date,
        amount: _decimal.Decimal,
    ) -> None: ...
    @property
    def effective(self) -> _datetime.date:
        """The day from which it is earned."""
    @property
    def amount(self) -> _decimal.Decimal:
        """Major units; may be negative."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Policy:
    """A policy. Amounts are decimals in major units."""
    def __init__(
        self,
        *,
        policy_id: str,
        line: str,
        business_source: BusinessSource,
        start: _datetime.date,
        end: _datetime.date,
        written_premium: _decimal.Decimal,
        refunded: _decimal.Decimal | None = ...,
        cancelled_on: _datetime.date | None = ...,
        issued_on: _datetime.date | None = ...,
        partner_id: str | None = ...,
        tender_id: str | None = ...,
        insured_units: int = ...,
        currency: str | None = ...,
        movements: Sequence[PremiumMovement] = ...,
    ) -> None: ...
    @property
    def policy_id(self) -> str:
        """The host's id."""
    @property
    def line(self) -> str:
        """Line of business."""
    @property
    def business_source(self) -> BusinessSource:
        """How the business came."""
    @property
    def start(self) -> _datetime.date:
        """First day of cover."""
    @property
    def end(self) -> _datetime.date:
        """First day after the term."""
    @property
    def written_premium(self) -> _decimal.Decimal:
        """Premium at the start, before tax and commission."""
    @property
    def refunded(self) -> _decimal.Decimal | None:
        """What a cancellation gave back; nothing when absent."""
    @property
    def cancelled_on(self) -> _datetime.date | None:
        """First day without cover, when cancelled."""
    @property
    def issued_on(self) -> _datetime.date | None:
        """When it was issued; tells whether it is bound."""
    @property
    def partner_id(self) -> str | None:
        """The partner through whom it was written."""
    @property
    def tender_id(self) -> str | None:
        """The tender that it belongs to."""
    @property
    def insured_units(self) -> int:
        """Vehicles, persons or sites covered; at least 1."""
    @property
    def currency(self) -> str | None:
        """ISO 4217; the rulebook's when absent."""
    @property
    def movements(self) -> tuple[PremiumMovement, ...]:
        """Endorsements."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RegisterEntry:
    """An entry of the blacklist register."""
    def __init__(
        self,
        *,
        entry_id: str,
        state: EntryState,
        effective: _datetime.date,
        reason: str | None = ...,
        expiry: _datetime.date | None = ...,
        review: _datetime.date | None = ...,
        lines: Sequence[str] = ...,
    ) -> None: ...
    @property
    def entry_id(self) -> str:
        """The host's id."""
    @property
    def state(self) -> EntryState:
        """Where it stands."""
    @property
    def effective(self) -> _datetime.date:
        """First day of effect."""
    @property
    def reason(self) -> str | None:
        """Why it was made."""
    @property
    def expiry(self) -> _datetime.date | None:
        """First day without effect."""
    @property
    def review(self) -> _datetime.date | None:
        """The day of its review."""
    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that it concerns; all when empty."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Customer:
    """A customer with everything that is known. What is absent is unknown, never "no"."""
    def __init__(
        self,
        *,
        customer_id: str,
        kind: CustomerKind,
        credit: Credit | None = ...,
        intends_to_insure: bool | None = ...,
        fraud_signs: bool | None = ...,
        hard_to_settle: bool | None = ...,
        history_from: _datetime.date | None = ...,
        valued_on: _datetime.date | None = ...,
        manager_id: str | None = ...,
        next_review: _datetime.date | None = ...,
        inputs: Mapping[str, InputValue] = ...,
        policies: Sequence[Policy] = ...,
        claims: Sequence[Claim] = ...,
        placed: Sequence[Policy] = ...,
        entries: Sequence[RegisterEntry] = ...,
    ) -> None: ...
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def kind(self) -> CustomerKind:
        """The kind."""
    @property
    def credit(self) -> Credit | None:
        """Credit standing."""
    @property
    def intends_to_insure(self) -> bool | None:
        """Means to insure with us."""
    @property
    def fraud_signs(self) -> bool | None:
        """Signs of malicious fraud."""
    @property
    def hard_to_settle(self) -> bool | None:
        """Hard to settle with after a loss."""
    @property
    def history_from(self) -> _datetime.date | None:
        """The day from which the records are whole."""
    @property
    def valued_on(self) -> _datetime.date | None:
        """The day on which the facts were taken from the core system."""
    @property
    def manager_id(self) -> str | None:
        """The account manager: empty when there is none, absent when nobody told."""
    @property
    def next_review(self) -> _datetime.date | None:
        """The day of the next review."""
    @property
    def inputs(self) -> Mapping[str, InputValue]:
        """The inputs that the rulebook declares, by name."""
    @property
    def policies(self) -> tuple[Policy, ...]:
        """The customer's policies."""
    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims on them."""
    @property
    def placed(self) -> tuple[Policy, ...]:
        """Policies of other customers that carry this partner's id."""
    @property
    def entries(self) -> tuple[RegisterEntry, ...]:
        """Entries of the blacklist register."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RuleTrace:
    """A rule and what it asked."""
    def __init__(
        self,
        *,
        section: RuleSection,
        id: str,
        outcome: CustomerCategory | None,
        result: ConditionAnswer,
        condition: str,
        source: str | None,
        example: bool,
        came_close: bool,
        comparisons: Sequence[Comparison],
    ) -> None: ...
    @property
    def section(self) -> RuleSection:
        """Where it stands."""
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def outcome(self) -> CustomerCategory | None:
        """The category that it gives."""
    @property
    def result(self) -> ConditionAnswer:
        """What it answered."""
    @property
    def condition(self) -> str:
        """Its condition, as rules write it; `when` in JSON."""
    @property
    def source(self) -> str | None:
        """The requirement or law that it is made from."""
    @property
    def example(self) -> bool:
        """Whether its thresholds are an example, not a requirement."""
    @property
    def came_close(self) -> bool:
        """Whether it is false by exactly one comparison."""
    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What it asked, in the order in which it was asked."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Decision:
    """A decision with its reasons. Same facts, same rulebook, same day: the same bytes."""
    def __init__(
        self,
        *,
        assessment: Assessment,
        rules: Sequence[RuleTrace],
        figures: Sequence[Measure],
        overflow: str | None,
        rulebook: str,
        rulebook_fingerprint: str,
        facts_fingerprint: str,
        language: int,
        fingerprint: str,
        json: str,
    ) -> None: ...
    @property
    def assessment(self) -> Assessment:
        """What was decided."""
    @property
    def rules(self) -> tuple[RuleTrace, ...]:
        """Every rule with its comparisons: categories, alerts, then the blacklist's criteria."""
    @property
    def figures(self) -> tuple[Measure, ...]:
        """Every figure with the facts behind it."""
    @property
    def overflow(self) -> str | None:
        """The figure that does not fit 64 bits, when that is why nothing was decided."""
    @property
    def rulebook(self) -> str:
        """The rulebook, as `id@version`."""
    @property
    def rulebook_fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    @property
    def facts_fingerprint(self) -> str:
        """The digest of the facts in canonical form."""
    @property
    def language(self) -> int:
        """The version of the rule language."""
    @property
    def fingerprint(self) -> str:
        """The digest of all that: whoever holds facts and rulebook can decide again and compare."""
    @property
    def json(self) -> str:
        """The whole decision as canonical JSON, the same bytes in every language."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class DocumentText:
    """A rulebook or a calendar as text, JSON or TOML."""
    def __init__(
        self,
        *,
        name: str,
        text: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its file name, for the messages; its ending tells JSON from TOML."""
    @property
    def text(self) -> str:
        """The whole text."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class InputInfo:
    """An input that a rulebook declares."""
    def __init__(
        self,
        *,
        name: str,
        takes: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def takes(self) -> str:
        """Its type, in the rule language."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class OperationInfo:
    """An operation of the one table that every language shares."""
    def __init__(
        self,
        *,
        name: str,
        doc: str,
        input_schema: str,
        output_schema: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def doc(self) -> str:
        """One sentence about it."""
    @property
    def input_schema(self) -> str:
        """The JSON Schema of what it takes."""
    @property
    def output_schema(self) -> str:
        """The JSON Schema of what it answers."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class StandingCount:
    """How many customers have a standing."""
    def __init__(
        self,
        *,
        standing: Standing,
        count: int,
    ) -> None: ...
    @property
    def standing(self) -> Standing:
        """The standing."""
    @property
    def count(self) -> int:
        """How many."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class PortfolioSummary:
    """How many customers of a portfolio are what."""
    def __init__(
        self,
        *,
        customers: int,
        decided: int,
        categories: Sequence[CategoryCount],
        standings: Sequence[StandingCount],
        causes: Sequence[CauseCount],
        alerts: Sequence[AlertCount],
    ) -> None: ...
    @property
    def customers(self) -> int:
        """How many there are."""
    @property
    def decided(self) -> int:
        """How many of them could be decided on."""
    @property
    def categories(self) -> tuple[CategoryCount, ...]:
        """By category, in the order of the ladder; `undecided` last. Nobody is left out."""
    @property
    def standings(self) -> tuple[StandingCount, ...]:
        """By standing. Who is undecided and not blacklisted has none."""
    @property
    def causes(self) -> tuple[CauseCount, ...]:
        """By why they could not be decided on."""
    @property
    def alerts(self) -> tuple[AlertCount, ...]:
        """By alert raised, in order of id; a customer may raise several."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class Rejected:
    """A customer whose facts cannot be used."""
    def __init__(
        self,
        *,
        position: int,
        customer_id: str,
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def position(self) -> int:
        """Its position among those handed over, from 0."""
    @property
    def customer_id(self) -> str:
        """The host's id."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with its facts."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RulebookCheck:
    """What is wrong with a rulebook."""
    def __init__(
        self,
        *,
        rulebook: str | None,
        fingerprint: str | None,
        problems: Sequence[Problem],
    ) -> None: ...
    @property
    def rulebook(self) -> str | None:
        """The rulebook as `id@version`, when nothing is wrong with it."""
    @property
    def fingerprint(self) -> str | None:
        """The digest of the resolved rulebook, when nothing is wrong with it."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, each with line and column."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

@final
class RulebookInfo:
    """A rulebook of an engine."""
    def __init__(
        self,
        *,
        id: str,
        version: str,
        title: str | None,
        effective_from: _datetime.date,
        effective_to: _datetime.date | None,
        currency: str,
        fingerprint: str,
        sections: Sequence[str],
    ) -> None: ...
    @property
    def id(self) -> str:
        """Its id."""
    @property
    def version(self) -> str:
        """Its version."""
    @property
    def title(self) -> str | None:
        """Its title."""
    @property
    def effective_from(self) -> _datetime.date:
        """The first day on which it is in force."""
    @property
    def effective_to(self) -> _datetime.date | None:
        """The first day on which it no longer is."""
    @property
    def currency(self) -> str:
        """The currency of its amounts, ISO 4217."""
    @property
    def fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that it has, such as `categories`."""
    def __hash__(self) -> int: ...
    def replace(self, **changes: Any) -> Self:
        """Another record, with some fields changed."""
    def __replace__(self, **changes: Any) -> Self: ...

def version() -> str:
    """The version of the library, such as `0.1.0`."""

@final
class Cancellation:
    """Ends a long call from any thread. Once cancelled it stays so: take a new one for each call."""
    def __init__(self) -> None:
        """One that has not been cancelled."""
    def cancel(self) -> None:
        """Ends the calls that were given this, soon."""
    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""

@final
class WorkCalendar:
    """Which days people work on. Asked about a day that it does not cover it says so: holidays are set
    by governments, often late, and nobody can compute them ahead.
    """
    def add(self, _from: _datetime.date, days: int) -> _datetime.date:
        """The day so many working days after another, which does not count itself."""
    def between(self, _from: _datetime.date, to: _datetime.date) -> int:
        """How many working days lie after the first day, up to and with the second; negative when the
        second is the earlier one.
        """
    def day(self, date: _datetime.date) -> CalendarDay:
        """A day: what kind it is, and its name."""
    def info(self) -> CalendarInfo:
        """What it is, and which days it covers."""
    def is_working(self, date: _datetime.date) -> bool:
        """Whether people work on a day."""
    def next(self, date: _datetime.date) -> _datetime.date:
        """The day itself if people work on it, else the next on which they do."""
    def previous(self, date: _datetime.date) -> _datetime.date:
        """The day itself if people work on it, else the last before it on which they did."""
    def subtract(self, _from: _datetime.date, days: int) -> _datetime.date:
        """The day so many working days before another, which does not count itself."""

class ProgressListener:
    """A host that wants to know how far a long call is."""
    def at(self, what: str, done: int, total: int) -> bool:
        """So much is done of so much. It answers whether to go on; `false` ends the call, which is then
        cancelled. It is called on the thread that made the call, at most some twenty times a second.
        """

@final
class Portfolio:
    """Customers whose facts were checked against rules: assessed as often as wanted, on as many threads,
    without crossing again. One whose facts cannot be used stops nobody else.
    """
    def assess_all(self, threads: int = ..., listener: ProgressListener | None = ..., cancellation: Cancellation | None = ...) -> list[Assessment]:
        """Decides on every customer, in the order in which they were handed over, on up to so many
        threads (1 to 1,024). The answers are the same for any number. A rejected customer is undecided
        with the cause `rejected_row` and its problems.
        """
    def rejected(self) -> list[Rejected]:
        """The customers whose facts cannot be used."""
    def size(self) -> int:
        """How many customers there are, rejected ones included."""
    def summarise(self, threads: int = ..., listener: ProgressListener | None = ..., cancellation: Cancellation | None = ...) -> PortfolioSummary:
        """Counts the customers by what was decided on them: what a screen shows of a portfolio."""

@final
class PreparedCustomer:
    """A customer whose facts were checked against rules."""
    def assess(self) -> Assessment:
        """Decides on the customer."""
    def customer(self) -> Customer:
        """The facts."""
    def explain(self) -> Decision:
        """Decides on the customer and says why."""

@final
class Rules:
    """A rulebook compiled for a day. What it decides never changes, and any number of threads may use
    it at once.
    """
    def as_of(self) -> _datetime.date:
        """The day."""
    def assess(self, customer: Customer) -> Assessment:
        """Decides on a customer."""
    def currency(self) -> str:
        """The currency of every amount, ISO 4217."""
    def customer_from_json(self, json: str) -> Customer:
        """A customer as the operations take one in JSON. What is wrong with what it says is told when it
        is assessed.
        """
    def explain(self, customer: Customer) -> Decision:
        """Decides on a customer and says why."""
    def fingerprint(self) -> str:
        """The digest of the resolved rulebook."""
    def inputs(self) -> list[InputInfo]:
        """The inputs that the rulebook declares."""
    def portfolio(self, customers: Sequence[Customer]) -> Portfolio:
        """Many customers, checked once. One whose facts cannot be used stops nobody else."""
    def prepare(self, customer: Customer) -> PreparedCustomer:
        """A customer checked once, to be assessed often without crossing again."""
    def reference(self) -> str:
        """The rulebook, as `id@version`."""
    def verify(self, customer: Customer, fingerprint: str) -> bool:
        """Decides on a customer again and says whether it is the decision of an earlier fingerprint."""
    def assess_all(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
        cancellation: Cancellation | None = None,
    ) -> list[Assessment]:
        """Decides on customers, in their order, on up to so many threads (1 to 1,024).

        A customer whose facts cannot be used stops nobody else: it is undecided with the cause
        REJECTED_ROW, and `problems` says why. `progress(what, done, total)` is called some twenty
        times a second on this thread; when it returns False the call ends with
        InsurantError.Cancelled, and what it raises is raised here. `cancellation` ends the call from
        any other thread.
        """

    async def assess_all_async(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> list[Assessment]:
        """As assess_all, on a thread of its own; cancelling the task ends the work."""

@final
class Engine:
    """Rulebooks, procedures and calendars, ready to use. It never changes, and any number of threads may
    use it at once. Making one costs milliseconds: make one and share it.
    """
    def __init__(self) -> None:
        """An engine with what is built in."""
    @classmethod
    def with_documents(cls, rulebooks: Sequence[DocumentText] = ..., calendars: Sequence[DocumentText] = ...) -> Engine:
        """An engine with what is built in, and rulebooks and calendars of the insurer's own, which may
        extend the built-in ones and each other. Everything that is wrong with any of them is told at
        once.
        """
    def calendar(self, ids: Sequence[str]) -> WorkCalendar:
        """A calendar by its id; several are open only when all of them are."""
    def calendars(self) -> list[CalendarInfo]:
        """The calendars, in order of id."""
    def call(self, operation: str, input: str) -> str:
        """Calls an operation of the one table that every language shares: JSON in, canonical JSON out,
        the same bytes everywhere. `operations` lists them.
        """
    def check(self, document: DocumentText) -> RulebookCheck:
        """Everything that is wrong with a rulebook, which may extend those of the engine. A bad rulebook
        is an answer, not an error.
        """
    def movement(self, was: AssessedAs, now: AssessedAs) -> Movement:
        """What became of a customer between two assessments."""
    def operations(self) -> list[OperationInfo]:
        """Every operation with its schemas, in order of name."""
    def rulebooks(self) -> list[RulebookInfo]:
        """The rulebooks, in order of id and version."""
    def rules(self, rulebook: str, as_of: _datetime.date, expressions: Sequence[str] = ...) -> Rules:
        """The rules of a rulebook on a day: by its id the version in force, or by `id@version`. The
        expressions, such as `loss_ratio(12m)`, are measured by every assessment.
        """
    def rules_of(self, document: DocumentText, as_of: _datetime.date, expressions: Sequence[str] = ...) -> Rules:
        """The rules of a document, which may extend a rulebook of the engine, on a day. Everything that
        is wrong with it is told at once, with line and column.
        """
