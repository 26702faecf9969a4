//! The ways through the machine, one by one.

mod again;
mod hands;
mod through;
mod time;

use crate::world::{World, actor, next, opened, samples};
use insurant::complaint::{Complaint, ComplaintEvent as E, Details, Step};
use insurant::organisation::Role;

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
