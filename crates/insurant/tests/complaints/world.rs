//! Units, people, terms and sample events that the tests share.

use insurant::Instant;
use insurant::approval::Approver;
use insurant::complaint::details::{self, *};
use insurant::complaint::{
    Complaint, ComplaintEvent, ComplaintOutcome, Complexity, Context, Details, Event,
    ExtensionTerms, OutsideBody, RecheckOutcome, ReferralResult, Terms,
};
use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Roles, Unit};

/// Head office, a province, the city that owns most complaints here, and another city.
pub(crate) const UNITS: [&str; 4] = ["C", "D", "P", "HO"];

pub(crate) struct World {
    pub(crate) organisation: Organisation,
    pub(crate) terms: Terms,
}

impl World {
    /// Everything that a procedure can grant is granted.
    pub(crate) fn generous() -> Self {
        let leader = |least_level, above| Approver {
            roles: Roles::of(&[Role::Leader, Role::HeadOfficeSenior]),
            least_level,
            above,
        };
        let ask = Roles::of(&[Role::Handler, Role::Operator, Role::Leader]);
        Self {
            organisation: Organisation::new(vec![
                Unit::new("HO", "Head office", OrgLevel::HeadOffice),
                Unit::new("P", "Province", OrgLevel::Province).under("HO"),
                Unit::new("C", "City", OrgLevel::City).under("P"),
                Unit::new("D", "Another city", OrgLevel::City).under("P"),
            ])
            .unwrap(),
            terms: Terms {
                pauses: ["external_appraisal".to_owned()].into(),
                extension: Some(ExtensionTerms::new(
                    ask,
                    vec![leader(OrgLevel::City, false)],
                )),
                recheck: true,
                merge_within_days: Some(30),
                ..Terms::default()
            },
        }
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            terms: &self.terms,
            organisation: &self.organisation,
        }
    }
}

/// So many minutes after the start of a June day in Shanghai.
pub(crate) fn minute(minutes: i64) -> Instant {
    let start = Instant::parse("2025-06-02T09:00:00+08:00").unwrap();
    start.add_seconds(minutes * 60).unwrap()
}

pub(crate) fn actor(person: &str, role: Role, unit: &str) -> Actor {
    Actor::new(person, role, unit)
}

/// The receipt of a complaint about the person `bad`, at the city.
pub(crate) fn receipt() -> Event {
    let received = details::Received {
        complainant_id: Some("K-1".to_owned()),
        about: vec!["bad".to_owned()],
        ..Default::default()
    };
    Event::new(
        "e0",
        minute(0),
        actor("desk", Role::Collector, "C"),
        Box::new(received).into(),
    )
}

pub(crate) fn opened(world: &World) -> Complaint {
    Complaint::open("K", receipt(), world.context()).unwrap().0
}

/// The next event of a complaint, a minute after the last.
pub(crate) fn next(complaint: &Complaint, actor: Actor, details: impl Into<Details>) -> Event {
    let n = complaint.events().len();
    let last = complaint.events().last().unwrap().recorded_at;
    let at = last.add_seconds(60).unwrap();
    Event::new(format!("e{n}"), at, actor, details.into())
}

/// Details of a kind that have a chance to be accepted, one for each way that they can differ.
pub(crate) fn samples(kind: ComplaintEvent) -> Vec<Details> {
    use ComplaintEvent as E;
    let why = || "because".to_owned();
    match kind {
        E::Received => vec![Box::new(details::Received::default()).into()],
        E::Verified => vec![
            Verified {
                about: vec![],
                summary: None,
            }
            .into(),
        ],
        E::Registered => vec![
            Registered {
                register_id: None,
                cause: None,
            }
            .into(),
        ],
        E::Acknowledged => vec![Acknowledged { means: None }.into()],
        E::Classified => vec![
            Classified {
                complexity: Complexity::Simple,
                reason: None,
            }
            .into(),
            Classified {
                complexity: Complexity::Special,
                reason: None,
            }
            .into(),
        ],
        E::HandlerAssigned => vec![
            HandlerAssigned {
                handler_id: "hand".to_owned(),
            }
            .into(),
            HandlerAssigned {
                handler_id: "bad".to_owned(),
            }
            .into(),
        ],
        E::Recused => vec![
            Recused {
                person_id: "hand".to_owned(),
                reason: None,
            }
            .into(),
            Recused {
                person_id: "away".to_owned(),
                reason: None,
            }
            .into(),
        ],
        E::TransferOffered => vec![
            TransferOffered {
                to_unit: "D".to_owned(),
                reason: None,
            }
            .into(),
            TransferOffered {
                to_unit: "C".to_owned(),
                reason: None,
            }
            .into(),
        ],
        E::TransferAccepted => vec![TransferAccepted {}.into()],
        E::TransferReturned => vec![TransferReturned { reason: why() }.into()],
        E::CoordinationAsked => vec![
            CoordinationAsked {
                departments: vec!["claims".into(), "it".into()],
                question: None,
            }
            .into(),
            CoordinationAsked {
                departments: vec!["claims".into()],
                question: None,
            }
            .into(),
        ],
        E::CoordinationAnswered => vec![
            CoordinationAnswered {
                department: "claims".to_owned(),
                answer: None,
            }
            .into(),
            CoordinationAnswered {
                department: "it".to_owned(),
                answer: None,
            }
            .into(),
        ],
        E::InformationAsked => vec![
            InformationAsked {
                what: None,
                answer_by: None,
            }
            .into(),
        ],
        E::InformationReceived => vec![InformationReceived { what: None }.into()],
        E::Paused => vec![
            Paused {
                reason: "external_appraisal".to_owned(),
                note: None,
            }
            .into(),
            Paused {
                reason: "holiday".to_owned(),
                note: None,
            }
            .into(),
        ],
        E::Resumed => vec![Resumed {}.into()],
        E::NewFacts => vec![
            NewFacts {
                facts: why(),
                about: vec![],
            }
            .into(),
            NewFacts {
                facts: why(),
                about: vec!["hand".to_owned()],
            }
            .into(),
        ],
        E::Handled => ComplaintOutcome::ALL
            .iter()
            .map(|outcome| {
                Handled {
                    outcome: *outcome,
                    findings: None,
                    redress: None,
                }
                .into()
            })
            .collect(),
        E::FedBack => vec![FedBack { means: None }.into()],
        E::Accepted => vec![Accepted {}.into()],
        E::Closed => vec![Closed { note: None }.into()],
        E::Archived => vec![Archived { archive_id: None }.into()],
        E::Withdrawn => vec![Withdrawn { reason: None }.into()],
        E::Declined => vec![Declined { reason: why() }.into()],
        E::MergedInto => vec![
            MergedInto {
                survivor_id: "K-2".to_owned(),
            }
            .into(),
            MergedInto {
                survivor_id: "K".to_owned(),
            }
            .into(),
        ],
        E::Absorbed => vec![
            Absorbed {
                complaint_id: "K-2".to_owned(),
                received_at: minute(-60),
            }
            .into(),
            Absorbed {
                complaint_id: "K-3".to_owned(),
                received_at: minute(-60 * 24 * 40),
            }
            .into(),
        ],
        E::Reopened => vec![Reopened { facts: why() }.into()],
        E::RecheckRequested => {
            vec![
                RecheckRequested {
                    reason: None,
                    decision_received_on: None,
                }
                .into(),
            ]
        }
        E::RecheckDecided => [
            (RecheckOutcome::Confirmed, None),
            (RecheckOutcome::Changed, Some(ComplaintOutcome::Upheld)),
            (RecheckOutcome::Changed, None),
            (RecheckOutcome::SentBack, None),
        ]
        .into_iter()
        .map(|(result, outcome)| {
            RecheckDecided {
                result,
                outcome,
                findings: None,
            }
            .into()
        })
        .collect(),
        E::Referred => {
            vec![
                Referred {
                    body: OutsideBody::Ombudsman,
                    name: None,
                    reference: None,
                }
                .into(),
            ]
        }
        E::ReferralEnded => [
            (ReferralResult::Returned, None),
            (ReferralResult::Decided, Some(ComplaintOutcome::Upheld)),
            (ReferralResult::Settled, None),
        ]
        .into_iter()
        .map(|(result, outcome)| ReferralEnded { result, outcome }.into())
        .collect(),
        E::ExtensionAsked => {
            vec![
                ExtensionAsked {
                    reason: why(),
                    clock: None,
                    until: None,
                }
                .into(),
            ]
        }
        E::ExtensionApproved => vec![
            ExtensionApproved {
                until: None,
                note: None,
            }
            .into(),
        ],
        E::ExtensionRefused => vec![ExtensionRefused { reason: why() }.into()],
        E::NoticeSent => {
            vec![
                NoticeSent {
                    notice: "paused".to_owned(),
                    to: None,
                    means: None,
                }
                .into(),
            ]
        }
        E::FormFiled => vec![
            FormFiled {
                form: "handling".to_owned(),
                fields: Default::default(),
            }
            .into(),
        ],
        E::DueSet => vec![
            DueSet {
                due_at: minute(60 * 24 * 15),
                duty: None,
                by: None,
            }
            .into(),
        ],
    }
}

/// Who might act in a role: the assigned handler, and for the others two persons at each unit.
pub(crate) fn people(role: Role) -> Vec<Actor> {
    if role == Role::Handler {
        return vec![actor("hand", role, "C"), actor("hand", role, "D")];
    }
    let at_units = UNITS.iter().flat_map(|unit| {
        ["ann", "bob"].map(|person| actor(&format!("{person}-{role}"), role, unit))
    });
    at_units.chain([actor("away", role, "C")]).collect()
}
