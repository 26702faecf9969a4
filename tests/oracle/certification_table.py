"""The yearly certification of account managers: its table and what its conditions say."""
GRADES = "principal senior standard junior trainee".split()
LEVELS = "front_line county city province head_office".split()
EVENTS = "proposed recommended returned approved refused withdrawn took_effect lapsed revoked replaced".split()
OPEN = "proposed recommended returned approved".split()

BASE = "operator department compliance leader head_office_senior".split()
PROPOSERS = "operator account_manager department compliance leader head_office_senior".split()
SENIORS = "leader head_office_senior".split()
SECOND = "in_line not_oneself not_subordinate concerned_in_line not_concerned not_under_concerned"
# Where, what, whereto, by whom, on which conditions.
TABLE = [
    (["returned"], "proposed", "proposed", PROPOSERS, "in_service within_steps may_propose own_or_led own_proposal reason evidence"),
    (["proposed"], "recommended", "recommended", BASE, f"may_recommend {SECOND}"),
    (["proposed", "recommended"], "returned", "returned", BASE, f"reason {SECOND}"),
    (["proposed", "recommended"], "approved", "approved", SENIORS, f"may_decide recommended in_service within_steps {SECOND}"),
    (["proposed", "recommended"], "refused", "refused", SENIORS, f"may_decide reason {SECOND}"),
    (["proposed", "recommended", "returned"], "withdrawn", "withdrawn", PROPOSERS, "own_proposal"),
    (["approved"], "took_effect", "effective", ["operator", *SENIORS, "system"], "after_approval later_than_last in_service valid_within"),
    (["effective"], "lapsed", "lapsed", ["operator", "leader", "system"], "grace_over"),
    (["approved", "effective"], "revoked", "revoked", SENIORS, "may_decide in_line concerned_in_line not_concerned not_under_concerned reason"),
    (["effective", "lapsed"], "replaced", "replaced", ["system"], "by_successor"),
]
OPENING = "no_other_open in_service within_steps may_propose own_or_led reason evidence"
ALWAYS = "new_id in_order not_foretold in_sequence known_unit"
SAYS = {
    "proposal_first": "a certification begins with its proposal",
    "new_id": "the event is not in the log already",
    "in_order": "it is not written down before what came before it",
    "not_foretold": "it is not written down before it happens",
    "in_sequence": "it does not happen before what it follows",
    "known_unit": "the unit of whoever acts is listed among the organisation's `units`",
    "no_other_open": "no other certification of the manager is open",
    "in_service": "the manager holds a post on that day, at a unit of the organisation",
    "within_steps": "the grade is not further from the last one than the terms allow, and the first one not too high",
    "may_propose": "the terms let this role propose",
    "own_or_led": "an account manager proposes only themself, anyone else only managers of their unit or below",
    "own_proposal": "it is the proposer who does this",
    "reason": "a reason is given",
    "evidence": "evidence is given",
    "may_recommend": "the terms let this role recommend",
    "may_decide": "role and level suffice to decide on the higher of the old and the new grade",
    "recommended": "it was recommended first",
    "in_line": "the unit is the proposer's or lies above it",
    "not_oneself": "nobody decides what they proposed or recommended themself",
    "not_subordinate": "nobody decides what someone above them proposed",
    "concerned_in_line": "the unit is that of the manager concerned, or lies above it",
    "not_concerned": "nobody recommends or decides their own grade",
    "not_under_concerned": "nobody recommends or decides the grade of someone above them",
    "after_approval": "the grade takes effect on the day of the approval or later, and not before the day planned",
    "later_than_last": "it takes effect after every grade before it",
    "valid_within": "the certificate ends after the grade takes effect, and not later than the terms allow",
    "grace_over": "validity and grace are over",
    "by_successor": "the next certification of the manager takes effect; this is not recorded by itself",
}
# What is asked of an event alone, and not of whoever wants to know what is allowed.
OF_THE_EVENT = "new_id in_order not_foretold in_sequence reason evidence valid_within".split()
# What is no longer asked of a log that was accepted once.
ON_APPLY = set(
    "known_unit in_service within_steps may_propose own_or_led evidence may_recommend in_line not_subordinate concerned_in_line"
    " not_under_concerned may_decide recommended grace_over".split()
)
EXAMPLE_TERMS = {
    "validity_months": 12,
    "grace_days": 60,
    "due_days": 60,
    "steps_up": 1,
    "steps_down": 1,
    "first_grade_at_best": "standard",
    "propose": ["account_manager", "leader"],
    "recommend": ["leader", "department"],
    "evidence": False,
    "approvers": [
        {"grade": grade, "roles": SENIORS, "least_level": "province" if grade in ("principal", "senior") else "city"}
        for grade in GRADES
    ],
}
