//! Changes to logs that leave them JSON: what libFuzzer would find only by luck.

use insurant::complaint::ComplaintEvent;
use insurant::organisation::Role;
use insurant_rules::Instant;
use insurant_rules::document::{Document, Json, Object};

/// Numbers that look arbitrary and follow from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below a number, which is not 0.
    fn below(&mut self, number: usize) -> usize {
        usize::try_from(self.roll() % number as u64).expect("below a usize")
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// How far times are moved, in seconds: around the limits of clocks in days, weeks and months.
const SHIFTS: &[i64] = &[
    1,
    59,
    3_600,
    43_200,
    86_399,
    86_400,
    172_800,
    604_800,
    1_296_000,
    2_592_000,
    5_184_000,
    31_536_000,
    2_000_000_000,
];

/// Words that procedures and operations of logs know, for whichever detail has room for them.
const WORDS: &[&str] = &[
    "simple",
    "complex",
    "special",
    "upheld",
    "partly_upheld",
    "not_upheld",
    "sent_back",
    "confirmed",
    "external_appraisal",
    "court",
    "ombudsman",
    "decide",
    "registration",
    "verification",
    "handling",
    "feedback",
    "extension",
    "E0",
    "E1",
    "E2",
    "E9",
    "C",
    "D",
    "P",
    "HO",
    "2025-06-02",
    "2024-02-29",
];

/// The log in the first line with one to three things in it changed; `None` where there is no log,
/// and now and then, so that libFuzzer has its turn.
pub(super) fn changed(bytes: &[u8], seed: u32) -> Option<String> {
    let mut dice = Dice(u64::from(seed));
    if dice.below(4) == 0 {
        return None;
    }
    let line = std::str::from_utf8(bytes).ok()?.lines().next()?;
    let log = Document::parse_json("", line).ok()?.root().to_json()?;
    let mut events = log.get("events")?.items().to_vec();
    if events.is_empty() {
        return None;
    }
    for _ in 0..=dice.below(3) {
        change(&mut events, &mut dice);
    }
    let id = log.get("complaint_id").cloned().unwrap_or("C".into());
    let log = Json::object([("complaint_id", id), ("events", Json::List(events))]);
    Some(log.to_canonical_string())
}

fn change(events: &mut Vec<Json>, dice: &mut Dice) {
    let at = dice.below(events.len());
    match dice.below(8) {
        0 if events.len() > 1 => {
            events.remove(at);
        }
        1 => {
            // The same once more, later, under an id of its own.
            let Json::Object(event) = &events[at] else {
                return;
            };
            let event = event.clone().with("id", format!("x{}", dice.below(1_000)));
            let last = events
                .last()
                .and_then(|last| last.get("recorded_at"))
                .cloned();
            let event = event
                .with_some("recorded_at", last.clone())
                .with_some("occurred_at", last);
            events.push(event.into());
        }
        2 => {
            let other = dice.below(events.len());
            events.swap(at, other);
        }
        _ => {
            if let Json::Object(event) = &events[at] {
                events[at] = another(event, dice).into();
            }
        }
    }
}

/// An event with another kind, time, actor or detail.
fn another(event: &Object, dice: &mut Dice) -> Object {
    let event = event.clone();
    match dice.below(5) {
        0 => event.with("kind", dice.one(ComplaintEvent::WORDS).to_owned()),
        1 => {
            let key = *dice.one(&["occurred_at", "recorded_at"]);
            let moved = moved(event.get(key), dice);
            event.with_some(key, moved)
        }
        2 => {
            let both = moved(event.get("recorded_at"), dice);
            event
                .with_some("occurred_at", both.clone())
                .with_some("recorded_at", both)
        }
        3 => {
            let unit = *dice.one(&["HO", "P", "C", "D", "elsewhere"]);
            let actor = Json::object([
                (
                    "person_id",
                    (*dice.one(&["E0", "E1", "E2", "E9", "K"])).into(),
                ),
                ("role", (*dice.one(Role::WORDS)).into()),
                ("unit_id", unit.into()),
            ]);
            event.with("actor", actor)
        }
        _ => {
            let details: Vec<String> = event.iter().map(|(key, _)| key.to_owned()).collect();
            if details.is_empty() {
                return event;
            }
            let key = dice.one(&details).clone();
            match event.get(&key) {
                Some(Json::Text(_)) if key != "kind" && !key.ends_with("_at") => {
                    event.with(key, *dice.one(WORDS))
                }
                Some(Json::List(_)) => event.with(key, Json::list([*dice.one(WORDS)])),
                _ => event,
            }
        }
    }
}

/// A time earlier or later, perhaps with another offset.
fn moved(time: Option<&Json>, dice: &mut Dice) -> Option<Json> {
    let time = Instant::parse(time?.text()?).ok()?;
    let shift = *dice.one(SHIFTS);
    let seconds = time.seconds() + if dice.below(2) == 0 { shift } else { -shift };
    let offset = *dice.one(&[480, 480, 480, 0, 60, -480, 840, -720]);
    let moved = Instant::from_seconds(seconds, offset).ok()?;
    Some(moved.to_string().into())
}
