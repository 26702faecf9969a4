//! The ways through the machine, one by one.

use crate::world::{World, actor, minute, next, opened, receipt, samples};
use insurant::complaint::details::{
    ExtensionApproved, ExtensionAsked, FormFiled, Handled, HandlerAssigned, NewFacts, Received,
    Recused, ReferralEnded, Referred, TransferOffered,
};
use insurant::complaint::{
    Complaint, ComplaintEffect, ComplaintEvent as E, ComplaintOutcome, ComplaintStep as S,
    Complexity, Details, Event, Form, Merge, OutsideBody, ReferralResult, Step,
};
use insurant::organisation::{OrgLevel, Role};
use std::collections::BTreeMap;

/// Takes the next event, which must be accepted.
fn take(
    world: &World,
    complaint: &mut Complaint,
    (person, role, unit): (&str, Role, &str),
    details: impl Into<Details>,
) -> Step {
    let event = next(complaint, actor(person, role, unit), details);
    let taken = complaint.apply(event, world.context());
    taken.unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The codes with which the next event is refused.
fn refused(
    world: &World,
    complaint: &Complaint,
    (person, role, unit): (&str, Role, &str),
    details: impl Into<Details>,
) -> Vec<&'static str> {
    let event = next(complaint, actor(person, role, unit), details);
    match complaint.check(&event, world.context()) {
        Ok(()) => Vec::new(),
        Err(refusal) => refusal.refusal.why.codes(),
    }
}

fn sample(kind: E) -> Details {
    samples(kind).remove(0)
}

const OPERATOR: (&str, Role, &str) = ("op", Role::Operator, "C");
const LEADER: (&str, Role, &str) = ("boss", Role::Leader, "C");
const HANDLER: (&str, Role, &str) = ("hand", Role::Handler, "C");
const ABOVE: (&str, Role, &str) = ("prov", Role::Leader, "P");

/// A complaint that is registered, with a handler.
fn registered(world: &World) -> Complaint {
    let mut complaint = opened(world);
    take(world, &mut complaint, OPERATOR, sample(E::Registered));
    take(world, &mut complaint, LEADER, sample(E::HandlerAssigned));
    complaint
}

fn fed_back(world: &World) -> Complaint {
    let mut complaint = registered(world);
    take(world, &mut complaint, HANDLER, sample(E::Handled));
    take(world, &mut complaint, HANDLER, sample(E::FedBack));
    complaint
}

fn effects(step: &Step) -> Vec<&'static str> {
    step.effects
        .iter()
        .map(|effect| effect.effect.as_str())
        .collect()
}

#[test]
fn receipt_to_archive() {
    let world = World::generous();
    let (mut complaint, step) = Complaint::open("K", receipt(), world.context()).unwrap();
    assert_eq!(effects(&step), ["clocks_start", "registration_due"]);
    let c = &mut complaint;
    for (who, kind, to) in [
        (OPERATOR, E::Verified, S::Verified),
        (OPERATOR, E::Registered, S::Registered),
        (OPERATOR, E::TransferOffered, S::TransferOffered),
        (
            ("op2", Role::Operator, "D"),
            E::TransferAccepted,
            S::Transferred,
        ),
        (
            ("boss2", Role::Leader, "D"),
            E::HandlerAssigned,
            S::Transferred,
        ),
        (
            ("hand", Role::Handler, "D"),
            E::CoordinationAsked,
            S::Coordinating,
        ),
        (
            ("cl", Role::Claims, "D"),
            E::CoordinationAnswered,
            S::Coordinating,
        ),
    ] {
        assert_eq!(take(&world, c, who, sample(kind)).to, to);
    }
    let last = samples(E::CoordinationAnswered).remove(1);
    assert_eq!(
        take(&world, c, ("cl", Role::Claims, "D"), last).to,
        S::Coordinated
    );
    let hand = ("hand", Role::Handler, "D");
    let step = take(&world, c, hand, sample(E::Handled));
    assert_eq!(effects(&step), ["feedback_due"]);
    take(&world, c, hand, sample(E::FedBack));
    let step = take(&world, c, hand, sample(E::Closed));
    assert_eq!(effects(&step), ["archive_due"]);
    assert_eq!(complaint.owner(), "D");
    let archivist = ("arch", Role::Archivist, "D");
    take(&world, &mut complaint, archivist, sample(E::Archived));
    assert_eq!(complaint.step(), S::Archived);
    assert_eq!(complaint.outcome(), Some(ComplaintOutcome::Upheld));
}

#[test]
fn nothing_is_closed_decided_or_archived_unregistered() {
    let world = World::generous();
    let mut complaint = opened(&world);
    assert_eq!(
        refused(&world, &complaint, LEADER, sample(E::Handled)),
        ["not_in_state"]
    );
    assert_eq!(
        refused(&world, &complaint, LEADER, sample(E::Closed)),
        ["not_in_state"]
    );
    let step = take(&world, &mut complaint, OPERATOR, sample(E::Withdrawn));
    assert_eq!(
        effects(&step),
        ["clocks_stop", "archive_due", "registration_due"]
    );
    let archived = sample(E::Archived);
    assert_eq!(
        refused(&world, &complaint, OPERATOR, archived.clone()),
        ["is_registered"]
    );
    take(&world, &mut complaint, OPERATOR, sample(E::Registered));
    take(&world, &mut complaint, OPERATOR, archived);
}

#[test]
fn the_receipt_counts_however_late_it_is_registered() {
    let world = World::generous();
    let received = Box::new(Received::default());
    let desk = actor("desk", Role::Collector, "C");
    let late = Event::new("e0", minute(0), desk, received.into()).recorded(minute(5000));
    let (mut complaint, _) = Complaint::open("K", late, world.context()).unwrap();
    let early = Event::new(
        "e1",
        minute(10),
        actor("op", Role::Operator, "C"),
        sample(E::Verified),
    );
    complaint
        .apply(early.recorded(minute(5001)), world.context())
        .unwrap();
    assert_eq!(complaint.received_at(), minute(0));
}

#[test]
fn verified_first_where_the_procedure_says_so() {
    let mut world = World::generous();
    world.terms.verify_first = true;
    let mut complaint = opened(&world);
    assert_eq!(
        refused(&world, &complaint, OPERATOR, sample(E::Registered)),
        ["verified_first"]
    );
    take(&world, &mut complaint, OPERATOR, sample(E::Verified));
    take(&world, &mut complaint, OPERATOR, sample(E::Registered));
    assert_eq!(
        refused(&world, &complaint, OPERATOR, sample(E::Verified)),
        ["not_verified"]
    );
}

#[test]
fn a_transfer_that_is_returned_comes_back_to_where_it_was() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let to = |unit: &str| TransferOffered {
        to_unit: unit.to_owned(),
        reason: None,
    };
    assert_eq!(
        refused(&world, &complaint, HANDLER, to("C")),
        ["other_unit"]
    );
    assert_eq!(
        refused(&world, &complaint, HANDLER, to("?")),
        ["other_unit"]
    );
    take(&world, &mut complaint, HANDLER, to("D"));
    assert_eq!(
        refused(&world, &complaint, LEADER, sample(E::TransferAccepted)),
        ["at_offered_unit"]
    );
    let step = take(
        &world,
        &mut complaint,
        ("op2", Role::Operator, "D"),
        sample(E::TransferReturned),
    );
    assert_eq!(step.to, S::Registered);
    assert_eq!(step.effects[0].effect, ComplaintEffect::Escalated);
    assert_eq!(step.effects[0].subject.as_deref(), Some("P"));
    assert_eq!(
        (complaint.owner(), complaint.handler()),
        ("C", Some("hand"))
    );
}

#[test]
fn nobody_handles_a_complaint_about_themself() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let bad = HandlerAssigned {
        handler_id: "bad".to_owned(),
    };
    assert_eq!(
        refused(&world, &complaint, LEADER, bad),
        ["impartial_handler"]
    );
    for kind in [E::Handled, E::Declined, E::MergedInto] {
        let codes = refused(&world, &complaint, ("bad", Role::Leader, "C"), sample(kind));
        assert_eq!(codes, ["impartial"], "{kind}");
    }
    // New facts concern the handler, who loses the case.
    let facts = NewFacts {
        facts: "it was hand".to_owned(),
        about: vec!["hand".to_owned()],
    };
    let step = take(&world, &mut complaint, OPERATOR, facts);
    assert_eq!(effects(&step), ["clocks_restart", "handler_needed"]);
    assert_eq!(complaint.handler(), None);
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Handled)),
        ["assigned_handler", "impartial"]
    );
    // Stepping back is one's own affair, or the leader's.
    let away = || Recused {
        person_id: "ann".to_owned(),
        reason: None,
    };
    assert_eq!(
        refused(&world, &complaint, OPERATOR, away()),
        ["oneself_or_led"]
    );
    take(&world, &mut complaint, LEADER, away());
    let ann = HandlerAssigned {
        handler_id: "ann".to_owned(),
    };
    assert_eq!(
        refused(&world, &complaint, LEADER, ann),
        ["impartial_handler"]
    );
}

#[test]
fn facts_about_whoever_decided_go_to_a_higher_unit() {
    let world = World::generous();
    let mut complaint = fed_back(&world);
    let facts = NewFacts {
        facts: "it was hand".to_owned(),
        about: vec!["hand".to_owned()],
    };
    let step = take(&world, &mut complaint, OPERATOR, facts);
    assert_eq!(
        effects(&step),
        ["clocks_restart", "handler_needed", "escalated"]
    );
}

#[test]
fn more_time_is_granted_by_someone_else_at_a_level_that_suffices() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let approved = || ExtensionApproved {
        until: None,
        note: None,
    };
    assert_eq!(
        refused(&world, &complaint, LEADER, approved()),
        ["extension_asked"]
    );
    let asked = ExtensionAsked {
        reason: "appraisal".to_owned(),
        clock: None,
        until: None,
    };
    take(&world, &mut complaint, LEADER, asked.clone());
    assert_eq!(
        refused(&world, &complaint, LEADER, approved()),
        ["not_asker"]
    );
    assert_eq!(
        refused(&world, &complaint, HANDLER, asked),
        ["no_extension_asked"]
    );
    assert_eq!(
        refused(&world, &complaint, ("x", Role::Leader, "D"), approved()),
        ["grants_in_line"]
    );
    let step = take(&world, &mut complaint, ABOVE, approved());
    assert_eq!(effects(&step), ["due_moves", "notice_due"]);
    assert!(complaint.notices_due().contains("extension_approved"));
    let sent = insurant::complaint::details::NoticeSent {
        notice: "extension_approved".to_owned(),
        to: None,
        means: None,
    };
    take(&world, &mut complaint, OPERATOR, sent);
    assert!(complaint.notices_due().is_empty());
    assert_eq!(complaint.extension().unwrap().history().len(), 2);
}

#[test]
fn what_the_procedure_does_not_grant_does_not_exist() {
    let mut world = World::generous();
    let complaint = fed_back(&world);
    let working = registered(&world);
    world.terms = Default::default();
    let no = |complaint, who, kind| refused(&world, complaint, who, sample(kind));
    assert_eq!(
        no(&complaint, OPERATOR, E::RecheckRequested),
        ["recheck_granted"]
    );
    assert_eq!(no(&working, HANDLER, E::Paused), ["pause_granted"]);
    assert_eq!(
        no(&working, HANDLER, E::ExtensionAsked),
        ["extension_granted"]
    );
    assert_eq!(no(&working, LEADER, E::MergedInto), ["merge_granted"]);
    assert_eq!(no(&working, HANDLER, E::FormFiled), ["known_form"]);
}

#[test]
fn a_recheck_is_made_above_and_once() {
    let world = World::generous();
    let mut complaint = fed_back(&world);
    take(
        &world,
        &mut complaint,
        OPERATOR,
        sample(E::RecheckRequested),
    );
    let decided = || sample(E::RecheckDecided);
    assert_eq!(
        refused(&world, &complaint, LEADER, decided()),
        ["above_decider"]
    );
    let unsaid = samples(E::RecheckDecided).remove(2);
    assert_eq!(
        refused(&world, &complaint, ABOVE, unsaid),
        ["outcome_given"]
    );
    assert_eq!(
        take(&world, &mut complaint, ABOVE, decided()).to,
        S::Rechecked
    );
    assert!(!complaint.is_told());
    take(&world, &mut complaint, OPERATOR, sample(E::FedBack));
    assert_eq!(
        refused(&world, &complaint, OPERATOR, sample(E::RecheckRequested)),
        ["first_recheck"]
    );
    take(&world, &mut complaint, LEADER, sample(E::Closed));
}

#[test]
fn a_decision_of_head_office_has_nobody_above_it() {
    let world = World::generous();
    let mut complaint = registered(&world);
    take(
        &world,
        &mut complaint,
        ("ceo", Role::HeadOfficeSenior, "HO"),
        sample(E::Handled),
    );
    take(&world, &mut complaint, OPERATOR, sample(E::FedBack));
    assert_eq!(
        refused(&world, &complaint, OPERATOR, sample(E::RecheckRequested)),
        ["has_superior"]
    );
}

#[test]
fn outside_and_back() {
    let world = World::generous();
    let outside = Referred {
        body: OutsideBody::Ombudsman,
        name: None,
        reference: None,
    };
    let compliance = ("comp", Role::Compliance, "HO");
    let ended = |result, outcome| ReferralEnded { result, outcome };

    // From a transfer that is still open, back to it, and back from it.
    let mut complaint = registered(&world);
    take(&world, &mut complaint, HANDLER, sample(E::TransferOffered));
    take(&world, &mut complaint, compliance, outside.clone());
    let back = ended(ReferralResult::Returned, None);
    assert_eq!(
        take(&world, &mut complaint, compliance, back).to,
        S::TransferOffered
    );
    let returned = sample(E::TransferReturned);
    let step = take(
        &world,
        &mut complaint,
        ("op2", Role::Operator, "D"),
        returned,
    );
    assert_eq!(step.to, S::Registered);

    // Given back after a decision, the decision stands.
    let mut complaint = fed_back(&world);
    take(&world, &mut complaint, compliance, outside.clone());
    let back = ended(ReferralResult::Dropped, None);
    assert_eq!(
        take(&world, &mut complaint, compliance, back).to,
        S::FedBack
    );
    assert_eq!(complaint.outcome(), Some(ComplaintOutcome::Upheld));

    // Decided there, it is told and closed anew.
    take(&world, &mut complaint, compliance, outside);
    let unsaid = ended(ReferralResult::Decided, None);
    assert_eq!(
        refused(&world, &complaint, compliance, unsaid),
        ["outcome_given"]
    );
    let decided = ended(ReferralResult::Decided, Some(ComplaintOutcome::NotUpheld));
    assert_eq!(
        take(&world, &mut complaint, compliance, decided).to,
        S::Handled
    );
    assert_eq!(complaint.outcome(), Some(ComplaintOutcome::NotUpheld));
    assert!(!complaint.is_told());
}

#[test]
fn reopened_on_new_facts_it_is_decided_anew() {
    let world = World::generous();
    let mut complaint = fed_back(&world);
    take(&world, &mut complaint, LEADER, sample(E::Closed));
    let step = take(&world, &mut complaint, LEADER, sample(E::Reopened));
    // The handler is still there.
    assert_eq!(effects(&step), ["clocks_restart"]);
    assert_eq!((complaint.outcome(), complaint.is_told()), (None, false));
    assert_eq!(
        refused(&world, &complaint, LEADER, sample(E::Closed)),
        ["not_in_state"]
    );
}

#[test]
fn the_survivor_takes_the_earliest_receipt_and_none_is_merged_into_each_other() {
    let world = World::generous();
    let mut one = registered(&world);
    let at = |m: i64| {
        Event::new("r0", minute(m), actor("desk", Role::Collector, "C"), {
            Box::new(Received::default()).into()
        })
    };
    let (mut two, _) = Complaint::open("K-2", at(600), world.context()).unwrap();
    let in_register = Event::new(
        "r1",
        minute(601),
        actor("op", Role::Operator, "C"),
        sample(E::Registered),
    );
    two.apply(in_register, world.context()).unwrap();
    let merge = |id: &str, m: i64| Merge {
        merged_id: format!("m{id}"),
        absorbed_id: format!("a{id}"),
        occurred_at: minute(m),
        recorded_at: minute(m),
        actor: actor("op", Role::Operator, "C"),
    };
    let (ended, went_on) = merge("1", 700)
        .apply(&mut one, &mut two, world.context())
        .unwrap();
    assert_eq!((ended.to, went_on.to), (S::Merged, S::Registered));
    assert_eq!(two.received_at(), minute(0));
    // The survivor cannot become part of what became part of it.
    let before = two.to_json();
    let refusal = merge("2", 701)
        .apply(&mut two, &mut one, world.context())
        .unwrap_err();
    assert_eq!(refusal.refusal.why.codes(), ["not_absorbed"]);
    assert_eq!(two.to_json(), before);
    // Nor can a third become part of the one that ended.
    let (mut three, _) = Complaint::open("K-3", at(600), world.context()).unwrap();
    let in_register = Event::new(
        "r1",
        minute(601),
        actor("op", Role::Operator, "C"),
        sample(E::Registered),
    );
    three.apply(in_register, world.context()).unwrap();
    let refusal = merge("3", 702)
        .apply(&mut three, &mut one, world.context())
        .unwrap_err();
    assert_eq!(refusal.refusal.why.codes(), ["not_in_state"]);
    assert_eq!(three.step(), S::Registered);
    // Too far apart for this procedure.
    let mut world = World::generous();
    world.terms.merge_within_days = Some(0);
    let refusal = merge("4", 702)
        .apply(&mut three, &mut two, world.context())
        .unwrap_err();
    assert_eq!(refusal.refusal.why.codes(), ["merge_granted"]);
    assert_eq!(three.step(), S::Registered);
}

#[test]
fn forms_fall_due_and_name_all_that_they_lack() {
    let mut world = World::generous();
    let required = ["name", "contact", "request"];
    world.terms.forms = vec![Form::new("registration", E::Registered, required)];
    let mut complaint = opened(&world);
    let step = take(&world, &mut complaint, OPERATOR, sample(E::Registered));
    let form_due = step
        .effects
        .iter()
        .find(|e| e.effect == ComplaintEffect::FormDue);
    assert_eq!(form_due.unwrap().subject.as_deref(), Some("registration"));
    let filed = |fields: &[&str]| FormFiled {
        form: "registration".to_owned(),
        fields: fields
            .iter()
            .map(|f| ((*f).to_owned(), "x".to_owned()))
            .collect::<BTreeMap<_, _>>(),
    };
    let event = next(
        &complaint,
        actor("op", Role::Operator, "C"),
        filed(&["name"]),
    );
    let refusal = complaint.check(&event, world.context()).unwrap_err();
    assert_eq!(refusal.refusal.why.codes(), ["form_complete"]);
    assert_eq!(refusal.missing, ["contact", "request"]);
    let open = &complaint.forms(&world.terms)[0];
    assert_eq!(
        (open.due, open.filed, open.due_since),
        (1, 0, Some(minute(1)))
    );
    take(&world, &mut complaint, LEADER, sample(E::HandlerAssigned));
    take(&world, &mut complaint, HANDLER, sample(E::Handled));
    take(&world, &mut complaint, HANDLER, sample(E::FedBack));
    take(&world, &mut complaint, HANDLER, sample(E::Closed));
    assert_eq!(
        refused(&world, &complaint, OPERATOR, sample(E::Archived)),
        ["forms_filed"]
    );
    take(
        &world,
        &mut complaint,
        OPERATOR,
        filed(&["name", "contact", "request"]),
    );
    assert_eq!(complaint.forms(&world.terms)[0].due_since, None);
    take(&world, &mut complaint, OPERATOR, sample(E::Archived));
}

#[test]
fn authority_follows_the_class() {
    let mut world = World::generous();
    world
        .terms
        .decides
        .insert(Complexity::Special, OrgLevel::Province);
    let mut complaint = registered(&world);
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Handled)),
        ["is_classified"]
    );
    let special = samples(E::Classified).remove(1);
    take(&world, &mut complaint, OPERATOR, special);
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Handled)),
        ["level_suffices"]
    );
    assert_eq!(
        refused(
            &world,
            &complaint,
            ("x", Role::Leader, "D"),
            sample(E::Handled)
        ),
        ["own_unit", "level_suffices"]
    );
    let outcome = ComplaintOutcome::Settled;
    take(
        &world,
        &mut complaint,
        ABOVE,
        Handled {
            outcome,
            findings: None,
            redress: None,
        },
    );
}

#[test]
fn what_is_paused_is_resumed_before_it_is_decided() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let holiday = samples(E::Paused).remove(1);
    assert_eq!(
        refused(&world, &complaint, HANDLER, holiday),
        ["pause_granted"]
    );
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Resumed)),
        ["is_paused"]
    );
    take(&world, &mut complaint, HANDLER, sample(E::Paused));
    assert_eq!(complaint.paused(), Some("external_appraisal"));
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Handled)),
        ["not_paused"]
    );
    take(&world, &mut complaint, HANDLER, sample(E::Resumed));
    take(&world, &mut complaint, HANDLER, sample(E::Handled));
}
