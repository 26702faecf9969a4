"""The life of a complaint: a second writing of its table."""

STEPS = """received verified registered transfer_offered transferred coordinating coordinated handled fed_back closed
archived withdrawn declined merged reopened rechecking rechecked referred""".split()
EVENTS = """received verified registered acknowledged classified handler_assigned recused transfer_offered
transfer_accepted transfer_returned coordination_asked coordination_answered information_asked information_received
paused resumed new_facts handled fed_back accepted closed archived withdrawn declined merged_into absorbed reopened
recheck_requested recheck_decided referred referral_ended extension_asked extension_approved extension_refused
notice_sent form_filed due_set""".split()
ROLES = """complainant collector operator handler account_manager department claims compliance archivist administrator
auditor leader head_office_senior system""".split()
LEVELS = "front_line county city province head_office".split()
OVER = "closed archived withdrawn declined merged".split()
BEGIN = "received verified".split()
WORKING = "registered transferred coordinated reopened".split()
PENDING = WORKING + "transfer_offered coordinating rechecking".split()
UNDECIDED = BEGIN + PENDING
LIVE = UNDECIDED + "handled fed_back rechecked referred".split()
DESK = "collector operator handler account_manager leader".split()
BOTH = DESK + ["complainant"]
OFFICE = "operator handler leader".split()
DISPATCH = "operator leader".split()
SENIORS = "leader head_office_senior".split()
OUTSIDE = "operator leader compliance system".split()
RECORD = DESK + "department compliance archivist system".split()
# Where, what, by whom, on which conditions, whereto (None: it stays; "back": where it was before), with which effects.
TABLE = [
    (["received"], "verified", DESK, "impartial", "verified", ""),
    (PENDING, "verified", DESK, "not_verified impartial", None, ""),
    (BEGIN, "registered", DESK + ["system"], "verified_first impartial", "registered", "handler_needed"),
    (["withdrawn"], "registered", DESK + ["system"], "not_registered impartial", None, ""),
    (LIVE, "acknowledged", DESK + ["system"], "", None, ""),
    (UNDECIDED, "classified", OFFICE, "impartial", None, "due_moves"),
    (PENDING, "handler_assigned", DISPATCH, "impartial impartial_handler own_unit", None, ""),
    (LIVE, "recused", OFFICE + "collector department compliance head_office_senior".split(), "oneself_or_led", None, ""),
    (WORKING, "transfer_offered", OFFICE, "impartial own_unit other_unit", "transfer_offered", ""),
    (["transfer_offered"], "transfer_accepted", DISPATCH, "impartial at_offered_unit", "transferred", "handler_needed"),
    (["transfer_offered"], "transfer_returned", DISPATCH, "at_offered_unit", "back", "escalated"),
    (WORKING + ["coordinating"], "coordination_asked", OFFICE, "impartial own_unit", "coordinating", ""),
    (["coordinating"], "coordination_answered", "department claims compliance account_manager leader".split(), "department_asked impartial", "coordinated", ""),
    (UNDECIDED, "information_asked", DESK, "impartial", None, ""),
    (UNDECIDED, "information_received", BOTH + ["system"], "", None, ""),
    (PENDING, "paused", OFFICE, "impartial not_paused pause_granted", None, "clocks_pause notice_due"),
    (PENDING, "resumed", OFFICE + ["system"], "is_paused", None, "clocks_resume"),
    ([s for s in STEPS if s != "merged"], "new_facts", BOTH + ["system"], "", None, "clocks_restart"),
    (PENDING, "extension_asked", OFFICE, "impartial extension_granted no_extension_asked may_ask", None, "escalated"),
    (PENDING, "extension_approved", SENIORS, "impartial extension_asked not_asker may_grant grants_in_line grants_from_above", None, "due_moves notice_due"),
    (PENDING, "extension_refused", SENIORS, "impartial extension_asked not_asker may_grant grants_in_line grants_from_above", None, ""),
    (WORKING, "handled", "handler leader head_office_senior".split(), "impartial own_unit not_paused is_classified level_suffices", "handled", "feedback_due"),
    (["handled", "rechecked"], "fed_back", DESK, "impartial", "fed_back", "clocks_stop"),
    (["fed_back", "closed"], "accepted", BOTH, "", None, ""),
    (["fed_back"], "closed", OFFICE, "impartial own_unit", "closed", "archive_due"),
    ("closed withdrawn declined merged".split(), "archived", "archivist operator system".split(), "is_registered forms_filed", "archived", ""),
    (LIVE, "withdrawn", BOTH, "", "withdrawn", "clocks_stop archive_due"),
    (WORKING, "declined", SENIORS, "impartial own_unit is_classified level_suffices", "declined", "clocks_stop notice_due archive_due"),
    (WORKING, "merged_into", DISPATCH, "impartial own_unit another_complaint not_absorbed merge_granted", "merged", "clocks_stop notice_due archive_due"),
    (PENDING, "absorbed", DISPATCH, "impartial another_complaint not_absorbed merge_granted", None, "due_moves"),
    ("fed_back closed archived withdrawn declined".split(), "reopened", DISPATCH, "is_registered impartial own_unit", "reopened", "clocks_restart handler_needed"),
    ("fed_back closed archived".split(), "recheck_requested", BOTH + ["system"], "recheck_granted first_recheck has_superior", "rechecking", "escalated clocks_start"),
    (["rechecking"], "recheck_decided", SENIORS, "impartial above_decider not_decider outcome_given", "rechecked", "feedback_due"),
    ([s for s in STEPS if s not in (*BEGIN, "withdrawn", "merged", "referred")], "referred", OUTSIDE, "", "referred", ""),
    (["referred"], "referral_ended", OUTSIDE, "", "back", ""),
    (STEPS, "notice_sent", RECORD, "", None, ""),
    (STEPS, "form_filed", RECORD, "known_form form_complete", None, ""),
    (LIVE, "due_set", OUTSIDE, "", None, "due_moves"),
]
ALWAYS = "new_id in_order not_foretold after_receipt known_unit assigned_handler role_granted level_granted".split()
# What the conditions say, as far as cases meet them.
SAYS = {
    "receipt_first": "a complaint begins with its receipt, and has one",
    "new_id": "the event is not in the log already",
    "in_order": "it is not written down before what came before it",
    "not_foretold": "it is not written down before it happens",
    "after_receipt": "it does not happen before the complaint was received",
    "known_unit": "the unit of whoever acts is listed among the organisation's `units`",
    "assigned_handler": "a handler is the one who was made responsible",
    "role_granted": "the procedure gives this to the role",
    "level_granted": "the procedure gives this to units of the level",
    "impartial": "nobody works on a complaint about themself, or after stepping back",
    "impartial_handler": "the handler is not complained about, and has not stepped back",
    "own_unit": "the unit owns the complaint, or lies above the one that does",
    "not_paused": "it is not paused",
    "is_paused": "it is paused",
    "is_classified": "it was classified, because authority depends on it",
    "level_suffices": "the level of the unit may decide such a complaint",
    "is_registered": "it is in the register",
    "forms_filed": "every form that is due was filed",
    "form_complete": "the form has all required fields",
    "known_form": "the procedure has such a form",
    "pause_granted": "the procedure grants a pause for this reason",
    "another_complaint": "it is another complaint than this one",
    "not_absorbed": "that complaint does not go on as part of this one already",
    "merge_granted": "the procedure lets complaints be merged, this far apart",
    "recheck_granted": "there is a decision, and the procedure has a recheck of it",
    "has_superior": "the unit that decided has a superior unit",
    "extension_granted": "the procedure grants more time",
    "no_extension_asked": "no other request for more time is open",
    "extension_asked": "more time was asked for",
    "department_asked": "the department was asked and has not answered",
}
