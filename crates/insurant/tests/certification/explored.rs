//! The whole machine: every state x event x role, and no dead end.

use crate::world::{World, manager, next, people, sample};
use insurant::manager::ManagerGrade;
use insurant::manager::certification::{
    CERTIFICATION, CertificationEvent, CertificationState, ManagerFile,
};
use insurant::organisation::Role;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::OnceLock;

/// What tells files apart for what may happen next: where each certification stands, and who
/// proposed it.
type Key = Vec<(CertificationState, Option<Role>)>;

const IDS: [&str; 2] = ["A", "B"];

fn key(file: &ManagerFile) -> Key {
    let all = file.certifications().iter();
    all.map(|certification| {
        let state = certification.state();
        let proposer = certification.approval().proposer();
        let proposer = proposer.filter(|_| state.is_open());
        (state, proposer.map(|actor| actor.role))
    })
    .collect()
}

/// Every kind of file of up to two certifications that can be reached, and where each can go.
struct Explored {
    reached: BTreeMap<Key, ManagerFile>,
    arrows: BTreeSet<(Key, Key)>,
    accepted: BTreeSet<(Option<CertificationState>, CertificationEvent, Role)>,
}

fn explored() -> &'static Explored {
    static EXPLORED: OnceLock<Explored> = OnceLock::new();
    EXPLORED.get_or_init(|| {
        let mut explored = explore(&World::generous());
        // What is approved at once is what nobody needs to recommend.
        explored.accepted.extend(explore(&World::direct()).accepted);
        explored
    })
}

fn explore(world: &World) -> Explored {
    let first = manager();
    let mut open = VecDeque::from([first.clone()]);
    let mut explored = Explored {
        reached: BTreeMap::from([(key(&first), first)]),
        arrows: BTreeSet::new(),
        accepted: BTreeSet::new(),
    };
    while let Some(file) = open.pop_front() {
        let from = key(&file);
        for id in IDS {
            let state = file.certification(id).map(|known| known.state());
            for kind in CertificationEvent::ALL {
                // A day later, and long after every certificate has run out.
                for days in [1, 1_000] {
                    for role in Role::ALL {
                        let events = people(*role).into_iter().map(|who| {
                            let details = sample(*kind, ManagerGrade::Standard);
                            next(&file, id, days, who, details)
                        });
                        let mut events = events;
                        let accepted = events.find(|e| file.check(e, world.context()).is_ok());
                        let Some(event) = accepted else {
                            continue;
                        };
                        explored.accepted.insert((state, *kind, *role));
                        let mut after = file.clone();
                        after.apply(event, world.context()).unwrap();
                        let to = key(&after);
                        explored.arrows.insert((from.clone(), to.clone()));
                        if let Entry::Vacant(free) = explored.reached.entry(to) {
                            free.insert(after.clone());
                            open.push_back(after);
                        }
                    }
                }
            }
        }
    }
    explored
}

#[test]
fn the_table_has_no_faults() {
    assert_eq!(CERTIFICATION.faults(), []);
}

#[test]
fn every_row_of_the_table_is_alive_and_nothing_else_happens() {
    let explored = explored();
    let states: BTreeSet<_> = explored.reached.keys().flatten().map(|(s, _)| *s).collect();
    assert_eq!(states.len(), CertificationState::ALL.len(), "{states:?}");
    for state in CertificationState::ALL {
        for event in CertificationEvent::ALL {
            for role in Role::ALL {
                let mut allowed = CERTIFICATION.allowed_to(*state, *role);
                let listed = allowed.any(|e| e == *event);
                let happened = explored.accepted.contains(&(Some(*state), *event, *role));
                // That one replaces another follows, and is nobody's to record.
                let expected = listed && *event != CertificationEvent::Replaced;
                assert_eq!(happened, expected, "{state} {event} {role}");
            }
        }
    }
    for event in CertificationEvent::ALL {
        for role in Role::ALL {
            let happened = explored.accepted.contains(&(None, *event, *role));
            let proposes = matches!(
                role,
                Role::Operator
                    | Role::AccountManager
                    | Role::Department
                    | Role::Compliance
                    | Role::Leader
                    | Role::HeadOfficeSenior
            );
            let expected = *event == CertificationEvent::Proposed && proposes;
            assert_eq!(happened, expected, "opening by {event} {role}");
        }
    }
}

#[test]
fn what_is_open_can_always_take_effect_or_end() {
    // From every file, one can be reached in which nothing is open and a grade counts, as long as
    // a certification is left to propose.
    let explored = explored();
    let good = |key: &Key| {
        let open = key.iter().any(|(state, _)| state.is_open());
        !open
            && (key.len() == IDS.len()
                || key.iter().any(|(s, _)| *s == CertificationState::Effective))
    };
    let mut ends: BTreeSet<&Key> = explored.reached.keys().filter(|key| good(key)).collect();
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
        .filter(|k| !ends.contains(k))
        .collect();
    assert!(stuck.is_empty(), "{stuck:?}");
    assert!(explored.reached.len() > 100, "{}", explored.reached.len());
}

#[test]
fn every_state_event_and_role_is_accepted_or_refused_with_a_reason() {
    let world = World::generous();
    let mut asked = 0_u32;
    let mut seen = BTreeSet::new();
    for file in explored().reached.values() {
        let state = file.certification("A").map(|known| known.state());
        if !seen.insert(state) {
            continue;
        }
        let before = file.to_json(&world.terms);
        for event in CertificationEvent::ALL {
            for role in Role::ALL {
                for who in people(*role) {
                    let details = sample(*event, ManagerGrade::Senior);
                    let event = next(file, "A", 1, who, details);
                    asked += 1;
                    let Err(refusal) = file.check(&event, world.context()) else {
                        continue;
                    };
                    assert!(!refusal.refusal.why.codes().is_empty());
                    assert!(!refusal.to_string().is_empty());
                    match state {
                        Some(state) => {
                            assert!(!refusal.unknown);
                            assert_eq!(refusal.refusal.allowed, CERTIFICATION.allowed(state));
                        }
                        None => {
                            let allowed = &refusal.refusal.allowed;
                            assert!(refusal.unknown && allowed.len() == 1);
                        }
                    }
                }
            }
        }
        assert_eq!(file.to_json(&world.terms), before);
    }
    // Every state, and the file without a certification.
    assert_eq!(seen.len(), CertificationState::ALL.len() + 1);
    assert!(asked > 10_000, "{asked}");
}

#[test]
fn what_is_allowed_is_what_is_accepted() {
    let world = World::generous();
    let mut seen = BTreeSet::new();
    for (key, file) in &explored().reached {
        // One of each pair of states; who proposed differs in guards, which the walks cover.
        let states: Vec<CertificationState> = key.iter().map(|(state, _)| *state).collect();
        if !seen.insert(states) {
            continue;
        }
        for role in Role::ALL {
            for who in people(*role) {
                let probe = next(
                    file,
                    "A",
                    1,
                    who.clone(),
                    sample(CertificationEvent::Lapsed, ManagerGrade::Junior),
                );
                let allowed = file.allowed(&who, probe.day(), world.context());
                let free: BTreeSet<_> = allowed
                    .into_iter()
                    .filter(|permitted| permitted.lacking.is_empty())
                    .map(|permitted| (permitted.certification_id, permitted.event))
                    .collect();
                for id in ["A", "B", "new"] {
                    for kind in CertificationEvent::ALL {
                        let details = sample(*kind, ManagerGrade::Standard);
                        let event = next(file, id, 1, who.clone(), details);
                        let accepted = file.check(&event, world.context()).is_ok();
                        let known = file.certification(id).map(|known| known.id().to_owned());
                        // These samples can be refused for nothing that `allowed` cannot see.
                        let offered = free.contains(&(known.clone(), *kind));
                        let fresh = known.is_some() || *kind == CertificationEvent::Proposed;
                        assert_eq!(accepted, offered && fresh, "{id} {kind} by {who:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_picture_is_the_table() {
    let mermaid = CERTIFICATION.mermaid();
    let dot = CERTIFICATION.dot();
    for state in CertificationState::ALL {
        let word = state.as_str();
        assert!(mermaid.contains(word) && dot.contains(word), "{word}");
    }
    for event in CertificationEvent::ALL {
        let word = event.as_str();
        assert!(mermaid.contains(word) && dot.contains(word), "{word}");
    }
    assert!(mermaid.contains("[*] --> proposed: proposed"));
    assert!(mermaid.contains("returned --> proposed: proposed"));
    assert!(mermaid.contains("effective --> replaced: replaced"));
    assert!(!mermaid.contains("refused --> p"));
}
