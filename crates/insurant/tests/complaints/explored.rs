//! The whole machine: every step x event x role, and no dead end.

use crate::world::{World, next, opened, people, samples};
use insurant::complaint::{COMPLAINT, Complaint, ComplaintEvent, ComplaintStep};
use insurant::organisation::Role;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::OnceLock;

/// What tells complaints apart for what may happen next.
type Key = (ComplaintStep, [bool; 6], usize, Vec<ComplaintStep>);

fn key(complaint: &Complaint) -> Key {
    let asks = complaint
        .extension()
        .is_some_and(|e| e.state().as_str() == "proposed");
    let flags = [
        complaint.is_registered(),
        complaint.handler().is_some(),
        complaint.paused().is_some(),
        asks,
        complaint.count(ComplaintEvent::RecheckDecided) > 0,
        complaint.outcome().is_some(),
    ];
    let json = complaint.to_json();
    let aside = json.get("aside").map_or(&[][..], |aside| aside.items());
    let aside = aside
        .iter()
        .filter_map(|step| ComplaintStep::parse(step.text()?));
    let awaited = json
        .get("awaited")
        .map_or(0, |awaited| awaited.items().len());
    (complaint.step(), flags, awaited, aside.collect())
}

/// Every kind of complaint that can be reached, and where each can go.
struct Explored {
    reached: BTreeMap<Key, Complaint>,
    arrows: BTreeSet<(Key, Key)>,
    /// The events that led from step to step.
    taken: BTreeSet<(ComplaintStep, ComplaintEvent, ComplaintStep)>,
    accepted: BTreeSet<(ComplaintStep, ComplaintEvent, Role)>,
}

/// Explored once for all tests, the nearest first, so that logs stay short.
fn explored() -> &'static Explored {
    static EXPLORED: OnceLock<Explored> = OnceLock::new();
    EXPLORED.get_or_init(|| explore(&World::generous()))
}

fn explore(world: &World) -> Explored {
    let first = opened(world);
    let mut open = VecDeque::from([first.clone()]);
    let mut explored = Explored {
        reached: BTreeMap::from([(key(&first), first)]),
        arrows: BTreeSet::new(),
        taken: BTreeSet::new(),
        accepted: BTreeSet::new(),
    };
    while let Some(complaint) = open.pop_front() {
        let from = key(&complaint);
        let here = COMPLAINT
            .rows
            .iter()
            .filter(|row| row.from.contains(&complaint.step()));
        for row in here {
            for details in samples(row.on) {
                let mut led_to = None;
                for role in row.by.iter() {
                    let done = (complaint.step(), row.on, role);
                    if led_to.is_some() && explored.accepted.contains(&done) {
                        continue;
                    }
                    let events = people(role).into_iter();
                    let mut events = events.map(|who| next(&complaint, who, details.clone()));
                    let accepted = events.find(|e| complaint.check(e, world.context()).is_ok());
                    if let Some(event) = accepted {
                        explored.accepted.insert(done);
                        led_to = Some(event);
                    }
                }
                let Some(event) = led_to else {
                    continue;
                };
                let mut after = complaint.clone();
                after.apply(event, world.context()).unwrap();
                let taken = (complaint.step(), row.on, after.step());
                explored.taken.insert(taken);
                let to = key(&after);
                explored.arrows.insert((from.clone(), to.clone()));
                if let Entry::Vacant(free) = explored.reached.entry(to) {
                    free.insert(after.clone());
                    open.push_back(after);
                }
            }
        }
    }
    explored
}

/// Rows that are there to give the reason why not.
fn never(step: ComplaintStep, event: ComplaintEvent, role: Role) -> bool {
    use ComplaintEvent as E;
    use ComplaintStep as S;
    // Nobody is made responsible before it is registered.
    if matches!(step, S::Received | S::Verified) && role == Role::Handler {
        return true;
    }
    match (step, event) {
        // The handler who would register a withdrawn complaint was never made responsible.
        (S::Withdrawn, E::Registered) => role == Role::Handler,
        // The procedure of this test has no forms.
        (_, event) => event == E::FormFiled,
    }
}

#[test]
fn every_row_of_the_table_is_alive_and_nothing_else_happens() {
    let explored = explored();
    let steps: BTreeSet<_> = explored.reached.keys().map(|(step, ..)| *step).collect();
    assert_eq!(steps.len(), ComplaintStep::ALL.len(), "{steps:?}");
    for step in ComplaintStep::ALL {
        for event in ComplaintEvent::ALL {
            for role in Role::ALL {
                let listed = COMPLAINT.allowed_to(*step, *role).any(|e| e == *event);
                let happened = explored.accepted.contains(&(*step, *event, *role));
                assert_eq!(
                    happened,
                    listed && !never(*step, *event, *role),
                    "{step} {event} {role}"
                );
            }
        }
    }
}

/// Nothing is drawn that cannot happen, and nothing that happens is left out.
#[test]
fn the_picture_is_what_happens() {
    let picture = COMPLAINT.mermaid();
    let drawn: BTreeSet<(&str, &str, &str)> = picture
        .lines()
        .filter_map(|line| {
            let (from, rest) = line.trim().split_once(" --> ")?;
            let (to, event) = rest.split_once(": ")?;
            (from != "[*]").then_some((from, event, to))
        })
        .collect();
    let taken = explored().taken.iter();
    let taken = taken.map(|(from, event, to)| (from.as_str(), event.as_str(), to.as_str()));
    let taken: BTreeSet<(&str, &str, &str)> = taken.collect();
    let missing: Vec<_> = drawn.difference(&taken).collect();
    assert!(missing.is_empty(), "drawn, but never taken: {missing:?}");
    let left_out = taken.difference(&drawn).filter(|(from, _, to)| from != to);
    let left_out: Vec<_> = left_out.collect();
    assert!(left_out.is_empty(), "taken, but not drawn: {left_out:?}");
    assert!(drawn.len() > 60, "{}", drawn.len());
}

#[test]
fn from_everywhere_the_archive_can_be_reached() {
    let explored = explored();
    let mut ends: BTreeSet<&Key> = explored
        .reached
        .keys()
        .filter(|(step, ..)| *step == ComplaintStep::Archived)
        .collect();
    loop {
        let more: Vec<&Key> = explored
            .arrows
            .iter()
            .filter(|(from, to)| ends.contains(to) && !ends.contains(from))
            .map(|(from, _)| from)
            .collect();
        if more.is_empty() {
            break;
        }
        ends.extend(more);
    }
    let stuck: Vec<_> = explored
        .reached
        .keys()
        .filter(|key| !ends.contains(key))
        .collect();
    assert!(stuck.is_empty(), "{stuck:?}");
    println!(
        "{} kinds of complaints, {} ways between them",
        explored.reached.len(),
        explored.arrows.len()
    );
}

#[test]
fn every_step_event_and_role_is_accepted_or_refused_with_a_reason() {
    let world = World::generous();
    let explored = explored();
    let mut asked = 0_u32;
    let mut seen = BTreeSet::new();
    for ((step, ..), complaint) in &explored.reached {
        // One of each step; what differs among them differs in guards, which the walks cover.
        if !seen.insert(*step) {
            continue;
        }
        let before = complaint.to_json();
        for event in ComplaintEvent::ALL {
            for role in Role::ALL {
                for details in samples(*event) {
                    for actor in people(*role) {
                        let event = next(complaint, actor, details.clone());
                        asked += 1;
                        let Err(refusal) = complaint.check(&event, world.context()) else {
                            continue;
                        };
                        assert!(!refusal.refusal.why.codes().is_empty());
                        assert!(!refusal.to_string().is_empty());
                        assert_eq!(refusal.refusal.allowed, COMPLAINT.allowed(*step));
                        assert!(!refusal.refusal.allowed.is_empty());
                    }
                }
            }
        }
        assert_eq!(complaint.to_json(), before);
    }
    assert!(asked > 10_000, "{asked}");
}

#[test]
fn what_is_allowed_is_what_is_accepted() {
    let world = World::generous();
    let explored = explored();
    let mut seen = BTreeSet::new();
    for ((step, ..), complaint) in &explored.reached {
        if !seen.insert(*step) {
            continue;
        }
        for role in Role::ALL {
            for actor in people(*role) {
                let free: BTreeSet<ComplaintEvent> = complaint
                    .allowed(&actor, world.context())
                    .into_iter()
                    .filter(|permitted| permitted.lacking.is_empty())
                    .map(|permitted| permitted.event)
                    .collect();
                for event in ComplaintEvent::ALL {
                    let accepted = samples(*event).into_iter().any(|details| {
                        let event = next(complaint, actor.clone(), details);
                        complaint.check(&event, world.context()).is_ok()
                    });
                    // The details alone may still be refused, never the other way round.
                    assert!(!accepted || free.contains(event), "{event} by {actor:?}");
                }
            }
        }
    }
}

#[test]
fn the_picture_is_the_table() {
    let mermaid = COMPLAINT.mermaid();
    let dot = COMPLAINT.dot();
    for step in ComplaintStep::ALL {
        assert!(
            mermaid.contains(step.as_str()) && dot.contains(step.as_str()),
            "{step}"
        );
    }
    for event in ComplaintEvent::ALL {
        assert!(
            mermaid.contains(event.as_str()) && dot.contains(event.as_str()),
            "{event}"
        );
    }
    assert!(mermaid.contains("transfer_offered --> registered: transfer_returned"));
    assert!(mermaid.contains("referred --> closed: referral_ended"));
}
