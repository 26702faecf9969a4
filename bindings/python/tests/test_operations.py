"""The operations as methods with records."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from insurant import (
    Actor,
    AppraisalPeriod,
    ClockChange,
    ComplaintAcknowledged,
    ComplaintEvent,
    ComplaintEventKind,
    ComplaintOpening,
    ComplaintReceived,
    ComplaintSoFar,
    ComplaintStepName,
    DeadlineState,
    Engine,
    GradeOnInput,
    InsurantError,
    ManagerFile,
    ManagerPost,
    OpenComplaint,
    OrganisationInput,
    OrganisationUnit,
    OrgLevel,
    Role,
    RulebookChoice,
)

CHINA = timezone(timedelta(hours=8))
COLLECTOR = Actor(person_id="E-1", role=Role.COLLECTOR, unit_id="JX")
UNITS = [OrganisationUnit(id="JX", name="Jiangxi", level=OrgLevel.HEAD_OFFICE)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def at(hour: int, day: int = 2) -> datetime:
    return datetime(2025, 6, day, hour, tzinfo=CHINA)


def received(when: datetime | None = None) -> ComplaintReceived:
    when = when or at(10)
    return ComplaintReceived(
        id="1",
        trigger="complaint",
        occurred_at=when,
        recorded_at=when,
        firm_kind="insurer",
        complainant_kind="individual",
        channel="phone",
        actor=COLLECTOR,
    )


def opening(event: ComplaintReceived) -> ComplaintOpening:
    return ComplaintOpening(
        complaint=ComplaintSoFar(complaint_id="K-1"),
        event=ComplaintEvent.RECEIVED(event),
        procedures=["cn-2020-3"],
        units=UNITS,
    )


@pytest.fixture
def complaint(engine: Engine) -> OpenComplaint:
    return engine.open_complaint(opening(received()))


def test_a_complaint_is_opened_and_kept_open(engine: Engine, complaint: OpenComplaint) -> None:
    assert complaint.complaint().step is ComplaintStepName.RECEIVED
    clocks = complaint.deadlines(at(9, 10)).deadlines
    assert clocks and all(clock.state is DeadlineState.RUNNING for clock in clocks)
    assert all(clock.started_at.utcoffset() == timedelta(hours=8) for clock in clocks)
    allowed = complaint.allowed(COLLECTOR).allowed
    assert ComplaintEventKind.ACKNOWLEDGED in {event.event for event in allowed}

    early = ComplaintAcknowledged(id="2", occurred_at=at(9), recorded_at=at(9), actor=COLLECTOR)
    answer = complaint.apply(ComplaintEvent.ACKNOWLEDGED(early))
    assert not answer.taken and answer.answer.refusal and answer.answer.refusal.codes
    assert complaint.complaint().events == 1

    late = early.replace(occurred_at=at(11), recorded_at=at(11))
    answer = complaint.apply(ComplaintEvent.ACKNOWLEDGED(late))
    assert answer.taken and answer.answer.step and complaint.complaint().events == 2

    entries = complaint.timeline(at(9, 10)).timeline
    assert [e.step for e in entries if e.event] == [ComplaintStepName.RECEIVED] * 2
    assert {e.did for e in entries if e.clock} == {ClockChange.BEGINS}

    again = engine.complaint_log_from_json(complaint.log_json())
    assert again == complaint.log() and again.events[0] == ComplaintEvent.RECEIVED(received())
    assert pickle.loads(pickle.dumps(again)) == again and copy.deepcopy(again) == again


def test_an_opening_event_that_is_refused_says_why(engine: Engine) -> None:
    soon = ComplaintAcknowledged(id="1", occurred_at=at(9), recorded_at=at(9), actor=COLLECTOR)
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.open_complaint(
            ComplaintOpening(
                complaint=ComplaintSoFar(complaint_id="K-1"), event=ComplaintEvent.ACKNOWLEDGED(soon), units=UNITS
            )
        )
    assert caught.value.first.code == "event_refused"
    assert caught.value.first.remedy


def test_what_is_wrong_is_told_by_its_field(engine: Engine, complaint: OpenComplaint) -> None:
    half = received(datetime(2025, 6, 2, 10, 0, 0, 500_000, tzinfo=CHINA))
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.open_complaint(opening(half))
    assert {p.path for p in caught.value.problems} == {"event.occurred_at", "event.recorded_at"}
    assert all(p.line is None and "whole seconds" in p.text for p in caught.value.problems)

    units = [*UNITS, OrganisationUnit(id="JX", name="Twice", level=OrgLevel.CITY, parent="ZZ")]
    with pytest.raises(InsurantError) as refused:
        engine.organisation_check(OrganisationInput(units=units))
    assert refused.value.first.path.startswith("units[1]")

    manager = ManagerFile(manager_id="M", posts=[ManagerPost(unit_id="JX", from_=date(9999, 1, 1))])
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.grade_on(GradeOnInput(manager=manager, on=date(2025, 1, 1)))
    told = [(p.code, p.path) for p in caught.value.problems]
    assert told == [("year_out_of_range", "manager.posts[0].from")]


def test_instants_need_an_offset(complaint: OpenComplaint) -> None:
    with pytest.raises(TypeError, match="offset"):
        complaint.deadlines(datetime(2025, 6, 10, 9))
    with pytest.raises(TypeError, match="datetime"):
        complaint.deadlines(date(2025, 6, 10))  # type: ignore[arg-type]
    utc = complaint.deadlines(datetime(2025, 6, 10, 1, tzinfo=timezone.utc))
    assert [c.state for c in utc.deadlines] == [c.state for c in complaint.deadlines(at(9, 10)).deadlines]


def test_fields_that_are_words_of_the_language() -> None:
    post = ManagerPost(unit_id="JX", from_=date(2024, 1, 1))
    assert post.from_ == date(2024, 1, 1) and "from_=" in repr(post)
    assert post == post.replace(to=None) != post.replace(from_=date(2024, 1, 2))
    with pytest.raises(TypeError, match="from_"):
        AppraisalPeriod(to=date(2024, 1, 1))  # type: ignore[call-arg]


def test_a_rulebook_that_is_no_json_is_told_where_it_stands(engine: Engine) -> None:
    broken = RulebookChoice.INLINE('{"id": ')
    manager = ManagerFile(manager_id="M", posts=[])
    with pytest.raises(InsurantError.BadInput) as caught:
        engine.grade_on(GradeOnInput(manager=manager, rulebook=broken, on=date(2025, 1, 1)))
    assert caught.value.first.path == "rulebook"


def typed(work: Callable[[], object]) -> str:
    with pytest.raises(TypeError) as caught:
        work()
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    return str(caught.value)


def test_wrong_types_are_told_by_their_field(engine: Engine, complaint: OpenComplaint) -> None:
    any_: Any = engine
    assert typed(lambda: any_.organisation_check({"units": []})) == (
        "an OrganisationInput is expected, not dict; make one with OrganisationInput(...)"
    )
    assert typed(lambda: any_.organisation_check(None)).startswith("an OrganisationInput is expected")
    cast: Any = "head_office"
    unit = OrganisationUnit(id="JX", name="Jiangxi", level=cast)
    assert typed(lambda: engine.organisation_check(OrganisationInput(units=[*UNITS, unit]))) == (
        "units[1].level: an OrgLevel is expected, not str; write OrgLevel.HEAD_OFFICE"
    )
    number: Any = 7
    unit = UNITS[0].replace(name=number)
    said = typed(lambda: engine.organisation_check(OrganisationInput(units=[unit])))
    assert said.startswith("units[0].name: ") and "str" in said
    bare: Any = ComplaintAcknowledged(id="2", occurred_at=at(11), recorded_at=at(11), actor=COLLECTOR)
    said = typed(lambda: complaint.apply(bare))
    assert said.startswith("a ComplaintEvent is expected, not ComplaintAcknowledged; write ComplaintEvent.RECEIVED(")
    wrong: Any = at(11).date()
    said = typed(lambda: complaint.apply(ComplaintEvent.ACKNOWLEDGED(bare.replace(occurred_at=wrong))))
    assert "occurred_at: an instant is a datetime.datetime with its offset, not date" in said
    line: Any = "loss_ratio(12m)"
    said = typed(lambda: engine.rules("cn-property", date(2024, 7, 1), line))
    assert said.startswith("a list is expected, not str")
    one: Any = UNITS[0]
    assert typed(lambda: engine.organisation_check(OrganisationInput(units=one))).startswith("units: a list is")
