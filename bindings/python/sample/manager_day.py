"""An account manager's day: customers with category and reasons, duties, and the clocks of complaints.

    python manager_day.py portfolio.json
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from insurant import (
    ComplaintOpening,
    ComplaintSoFar,
    ConditionAnswer,
    ContactDuty,
    ContactKind,
    DutyAssignment,
    DutyContact,
    DutyCustomer,
    DutyLogEntry,
    DutyManager,
    DutyRule,
    DutyState,
    DutyUnit,
    Engine,
    ManagerDutiesInput,
    ManagerPost,
    OrgLevel,
    OrganisationUnit,
)

engine = Engine()
day: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
as_of, manager = date.fromisoformat(day["as_of"]), day["manager_id"]
units = [
    OrganisationUnit(id=u["id"], name=u["name"], level=OrgLevel[u["level"].upper()], parent=u.get("parent"))
    for u in day["units"]
]

print(f"{manager}, {as_of}")
print("customers")
rules = engine.rules(day["rulebook"], as_of)
for facts in day["customers"]:
    decision = rules.explain(rules.customer_from_json(json.dumps(facts)))
    found = decision.assessment
    category = found.category.word if found.category else "no category"
    standing = found.standing.word if found.standing else "no standing"
    print(f"  {found.customer_id}: {category}, {standing}")
    because = next((r for r in decision.rules if r.id == category and r.result is ConditionAnswer.TRUE), None)
    if because:
        print(f"    because {because.condition}")
    for alert in found.alerts:
        print(f"    alert: {alert}")
    for finding in found.findings:
        print(f"    finding: {finding.id}")

print("duties")
duties = engine.manager_duties(
    ManagerDutiesInput(
        units=units,
        rules=[
            DutyRule.CONTACT(
                ContactDuty(id="visit", contacts=[ContactKind.VISIT], count=1, unit=DutyUnit.MONTH)
            )
        ],
        managers=[
            DutyManager(
                manager_id=manager,
                posts=[ManagerPost(unit_id=p["unit_id"], from_=date.fromisoformat(p["from"])) for p in day["posts"]],
            )
        ],
        customers=[
            DutyCustomer(
                customer_id=customer,
                assignments=[DutyAssignment(manager_id=manager, from_=date.fromisoformat(since))],
            )
            for customer, since in day["assigned_since"].items()
        ],
        log=[
            DutyLogEntry.CONTACT(
                DutyContact(
                    id=v["id"],
                    manager_id=manager,
                    customer_id=v["customer_id"],
                    contact=ContactKind.VISIT,
                    done_on=date.fromisoformat(v["done_on"]),
                )
            )
            for v in day["visits"]
        ],
        as_of=as_of,
    )
)
for item in duties.items:
    if item.state not in (DutyState.DONE, DutyState.DONE_LATE):
        print(f"  {item.customer_id}: {item.duty}, {item.state.word}, by {item.due_on}")

print("complaints")
asked_at = datetime.fromisoformat(day["asked_at"])
for text in day["complaints"]:
    log = engine.complaint_log_from_json(json.dumps(text))
    complaint = engine.open_complaint(
        ComplaintOpening(
            complaint=ComplaintSoFar(complaint_id=log.complaint_id, events=log.events),
            units=units,
            procedures=day["procedures"],
        )
    )
    print(f"  {log.complaint_id}: {complaint.complaint().step.word}")
    for clock in complaint.deadlines(asked_at).deadlines:
        due = f", due before {clock.due_before.isoformat()}" if clock.due_before else ""
        print(f"    {clock.clock}: {clock.state.word}{due}")
