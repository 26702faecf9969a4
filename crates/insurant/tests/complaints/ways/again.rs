//! Looked at again: above, outside, on new facts, as part of another.

use super::{
    ABOVE, HANDLER, LEADER, OPERATOR, effects, fed_back, refused, registered, sample, take,
};
use crate::world::{World, actor, minute, samples};
use insurant::complaint::details::{Received, ReferralEnded, Referred};
use insurant::complaint::{
    Complaint, ComplaintEvent as E, ComplaintOutcome, ComplaintStep as S, Event, Merge,
    OutsideBody, ReferralResult,
};
use insurant::organisation::Role;

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
