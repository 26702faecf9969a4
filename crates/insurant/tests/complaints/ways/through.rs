//! From receipt to archive, and what stands in the way.

use super::{HANDLER, LEADER, OPERATOR, effects, refused, sample, take};
use crate::world::{World, actor, minute, next, opened, receipt, samples};
use insurant::complaint::details::{FormFiled, Received};
use insurant::complaint::{
    Complaint, ComplaintEffect, ComplaintEvent as E, ComplaintOutcome, ComplaintStep as S, Event,
    Form,
};
use insurant::organisation::Role;
use std::collections::BTreeMap;

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
