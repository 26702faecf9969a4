//! Whose case it is, and who must not decide it.

use super::{
    ABOVE, HANDLER, LEADER, OPERATOR, effects, fed_back, refused, registered, sample, take,
};
use crate::world::{World, samples};
use insurant::complaint::details::{Handled, HandlerAssigned, NewFacts, Recused, TransferOffered};
use insurant::complaint::{
    ComplaintEffect, ComplaintEvent as E, ComplaintOutcome, ComplaintStep as S, Complexity,
};
use insurant::organisation::{OrgLevel, Role};

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
