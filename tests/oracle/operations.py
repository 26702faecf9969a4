"""The operations that vectors are about: JSON in, JSON out."""
import activity
import agent
import appraisal
import assignment
import calendars
import certification
import clocks
import complaint_analysis
import complaint_status
import complaints
import concentration
import credit
import decide
import duties
import expressions
import parameters
import partner
import partner_score
import persistency
import timeline
from measures import View
from movement import movement
from reading import Problems, read


def measure(json):
    customer, d = read(json)
    problems = [
        {"code": "mixed_currency", "path": f"customer.policies[{i}].currency"}
        for i, p in enumerate(customer.policies)
        if p.currency not in (None, parameters.CURRENCY)
    ]
    if problems:
        raise Problems(problems)
    view = View(customer, d)
    return {"as_of": d.isoformat(), "values": [expressions.to_json(text, view) for text in json["expressions"]]}


def assess(json):
    customer, d = read(json)
    return decide.assess(customer, d)


OPERATIONS = {
    "measure": measure,
    "assess": assess,
    "complaint_deadlines": clocks.deadlines,
    "complaint_apply": complaints.apply,
    "complaint_allowed": complaints.allowed,
    "complaint_status": complaint_status.status,
    "complaint_timeline": timeline.timeline,
    "complaint_replay": complaints.replay,
    "complaint_merge": complaints.merge,
    "calendar_show": calendars.show,
    "complaint_analyse": complaint_analysis.analyse,
    "working_days": calendars.working_days,
    "certification_apply": certification.apply,
    "certification_replay": certification.replay,
    "certification_allowed": certification.allowed,
    "certification_status": certification.status,
    "grade_on": certification.grade_on,
    "manager_credit": credit.credit,
    "manager_duties": duties.manager_duties,
    "kpi_persistency": persistency.persistency,
    "kpi_activity": activity.activity,
    "kpi_concentration": concentration.concentration,
    "manager_appraise": appraisal.appraise,
    "agent_admit": agent.admit,
    "agent_grade": agent.grade,
    "agent_honours": agent.honours,
    "agent_training": agent.training,
    "agent_support": agent.support,
    "partner_admit": partner.admit,
    "partner_score": partner_score.score,
    "partner_track": partner.track,
    "assignment_check": assignment.check,
    "assignment_at": assignment.at,
    "assignment_solve": assignment.solve,
    "dispatch_solve": assignment.dispatch,
    "movement": lambda json: {"movement": movement(json["from"], json["to"])},
}


def run(operation, json):
    try:
        return OPERATIONS[operation](json)
    except Problems as error:
        return {"problems": error.problems}
