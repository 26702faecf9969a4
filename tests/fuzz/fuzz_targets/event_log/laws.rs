//! What holds of every complaint that is accepted.

use insurant::Engine;
use insurant::complaint::Complaint;
use insurant::complaint::clock::{Deadline, DeadlineState as State};
use insurant::complaint::procedure::Applied;
use insurant::operation::operations;
use insurant_rules::document::{Document, Json, Path};
use insurant_rules::{Instant, Problems};

/// The log that a complaint writes is read as the same complaint, and every log that is cut off
/// is one as well.
pub(super) fn written_as_read(complaint: &Complaint) {
    let written = super::log(complaint).to_canonical_string();
    let document = Document::parse_json("again", &written).expect("it is JSON");
    let again = Complaint::read(&document).expect("what was accepted is accepted again");
    assert_eq!(super::log(&again).to_canonical_string(), written);
    assert_eq!(again.to_json(), complaint.to_json());
    for count in 1..complaint.events().len() {
        let events = complaint.events().iter().take(count).cloned();
        let part = Complaint::replay(complaint.id(), events);
        assert!(part.is_ok(), "refused without what came later: {part:?}");
    }
}

pub(super) fn told(deadlines: &[Deadline<'_>]) -> Vec<String> {
    let told = deadlines.iter().map(Deadline::to_json);
    told.map(|json| json.to_canonical_string()).collect()
}

/// A state, and the figures beside it, belong together.
pub(super) fn deadlines(deadlines: &[Deadline<'_>], as_of: Instant) {
    let as_of = as_of.seconds();
    for deadline in deadlines {
        let (due, ended) = (deadline.due, deadline.ended);
        let told = || deadline.to_json().pretty();
        match deadline.state {
            State::Running | State::Paused => {
                assert!(ended.is_none(), "{}", told());
                assert!(due.is_none_or(|due| as_of < due), "{}", told());
            }
            State::Met => {
                let ended = ended.expect("met at some time");
                assert!(due.is_none_or(|due| ended < due), "{}", told());
            }
            State::Missed | State::Lapsed => {
                assert!(due.expect("missed what was due") <= as_of, "{}", told())
            }
            State::Moot => {}
            State::Undetermined => assert!(deadline.problem.is_some(), "{}", told()),
        }
        assert!(ended.is_none_or(|ended| ended <= as_of), "{}", told());
        assert!(deadline.started <= as_of, "{}", told());
        let governs = |other: &Deadline<'_>| other.governing && other.duty() == deadline.duty();
        let counts = due.is_some() && deadline.state != State::Moot;
        assert!(!counts || deadlines.iter().any(governs), "{}", told());
        assert!(
            !deadline.governing || deadline.state != State::Moot,
            "{}",
            told()
        );
        assert!(!deadline.warning || deadline.is_open(), "{}", told());
    }
}

/// The operations answer what they publish, always the same.
pub(super) fn answers(engine: &Engine, complaint: &Complaint, applied: &Applied<'_>, units: &str) {
    let last = complaint.events().last().expect("a receipt at least");
    let names = applied.procedures().map(|procedure| procedure.id());
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    let units = Document::parse_json("units", units).expect("it is JSON");
    let units = units.root().get("units").and_then(|units| units.to_json());
    let input = Json::object([
        ("complaint", super::log(complaint)),
        ("procedures", Json::list(names)),
        ("as_of", last.recorded_at.to_string().into()),
        ("actor", last.actor.to_json()),
        ("units", units.expect("there are units")),
    ]);
    let answer = call(engine, "complaint_status", &input).expect("a log that was accepted");
    let again = call(engine, "complaint_status", &input).expect("a log that was accepted");
    assert_eq!(answer, again);
}

/// What an operation answers, which is of the shape that it publishes.
fn call(engine: &Engine, name: &str, input: &Json) -> Result<String, Problems> {
    let answer = engine.call(name, &input.to_canonical_string())?;
    let mut all = operations().into_iter();
    let operation = all.find(|operation| operation.name == name);
    let shape = (operation.expect("an operation").output)();
    let document = Document::parse_json("answer", &answer).expect("it is JSON");
    let mut problems = Problems::new();
    shape.check(&document, document.root(), &Path::ROOT, &mut problems);
    assert!(problems.is_empty(), "{problems}\n{answer}");
    Ok(answer)
}
