#![allow(
    dead_code,
    unreachable_pub,
    reason = "the enumerations of a test are as complete and as public as any"
)]

use super::*;
use crate::closed::closed;

closed! {
    /// A door.
    Door { Open = "open", Shut = "shut", Jammed = "jammed", Gone = "gone", }
}

closed! {
    /// What happens to it.
    Turn { Made = "made", Push = "push", Pull = "pull", Jam = "jam", Free = "free", Remove = "remove", }
}

closed! {
    /// What must hold.
    Needs { Key = "key", Oil = "oil", }
}

impl Guard for Needs {
    fn requires(self) -> &'static str {
        match self {
            Self::Key => "the key is there",
            Self::Oil => "there is oil",
        }
    }
}

const ANYONE: Roles = Roles::of(&[Role::Operator, Role::Leader]);
const BOSS: Roles = Roles::of(&[Role::Leader]);

type DoorRow = Row<Door, Turn, Needs, Needs, ()>;

const fn row(from: &'static [Door], on: Turn, by: Roles, to: To<Door>) -> DoorRow {
    Row {
        from,
        on,
        by,
        case: None,
        guards: &[],
        to,
        effects: &[],
    }
}

const ROWS: &[DoorRow] = &[
    row(&[Door::Open], Turn::Push, ANYONE, To::State(Door::Shut)),
    DoorRow {
        guards: &[Needs::Key, Needs::Oil],
        ..row(&[Door::Shut], Turn::Pull, ANYONE, To::State(Door::Open))
    },
    row(
        &[Door::Open, Door::Shut],
        Turn::Jam,
        BOSS,
        To::Aside(Door::Jammed),
    ),
    row(&[Door::Jammed], Turn::Free, ANYONE, To::Back),
    row(&[Door::Jammed], Turn::Push, ANYONE, To::Stay),
    DoorRow {
        case: Some(Needs::Key),
        ..row(&[Door::Shut], Turn::Remove, BOSS, To::State(Door::Gone))
    },
];

const DOOR: Machine<Door, Turn, Needs, Needs, ()> = Machine {
    name: "door",
    start: (Turn::Made, Door::Open),
    always: &[],
    ends: &[Door::Gone],
    rows: ROWS,
};

fn step(state: Door, event: Turn, role: Role, with: &[Needs]) -> Result<To<Door>, String> {
    let has = |needs| with.contains(&needs);
    DOOR.step(state, event, role, has, has)
        .map(|row| row.to)
        .map_err(|refusal| refusal.to_string())
}

#[test]
fn a_refusal_says_why_and_what_is_allowed() {
    let both = [Needs::Key, Needs::Oil];
    assert_eq!(
        step(Door::Shut, Turn::Pull, Role::Operator, &both),
        Ok(To::State(Door::Open))
    );
    assert_eq!(
        step(Door::Shut, Turn::Pull, Role::Operator, &[]),
        Err("`pull` requires that the key is there; and that there is oil".to_owned())
    );
    assert_eq!(
        step(Door::Open, Turn::Jam, Role::Operator, &both),
        Err("`jam` is not for the role `operator`, but for leader".to_owned())
    );
    assert_eq!(
        step(Door::Open, Turn::Pull, Role::Operator, &both),
        Err("`pull` has no place in the state `open`".to_owned())
    );
    assert_eq!(
        step(Door::Shut, Turn::Remove, Role::Leader, &[]),
        Err("`remove` is not for the role `leader` in this case".to_owned())
    );
    let no = |_| false;
    let refusal = DOOR
        .step(Door::Shut, Turn::Push, Role::Operator, no, no)
        .unwrap_err();
    assert_eq!(
        refusal.to_json().to_canonical_string(),
        concat!(
            r#"{"allowed":[{"event":"pull","roles":["operator","leader"]},"#,
            r#"{"event":"jam","roles":["leader"]},{"event":"remove","roles":["leader"]}],"#,
            r#""codes":["not_in_state"],"event":"push","role":"operator","state":"shut","#,
            r#""why":"`push` has no place in the state `shut`"}"#
        )
    );
    assert_eq!(
        DOOR.instead(&refusal),
        "what `shut` allows: pull by operator, leader; jam, remove by leader"
    );
    let may: Vec<Turn> = DOOR.allowed_to(Door::Shut, Role::Operator).collect();
    assert_eq!(may, [Turn::Pull]);
}

#[test]
fn pictures_are_drawn_from_the_rows() {
    assert_eq!(
        DOOR.mermaid(),
        "stateDiagram-v2
    [*] --> open: made
    open --> shut: push
    open --> jammed: jam
    shut --> open: pull
    shut --> jammed: jam
    shut --> gone: remove
    jammed --> open: free
    jammed --> shut: free
    gone --> [*]
    note right of jammed
        push
    end note
"
    );
    let dot = DOOR.dot();
    assert!(dot.contains("jammed [label=\"jammed\\npush\"];"), "{dot}");
    assert!(dot.contains("gone [peripheries=2];"));
    assert!(dot.contains("start -> open [label=\"made\"];"));
    assert_eq!(dot.matches(" -> ").count(), 8);
}

#[test]
fn a_table_without_faults_has_none() {
    assert_eq!(DOOR.faults(), []);
}

#[test]
fn faults_of_a_table_are_found() {
    const BAD: Machine<Door, Turn, Needs, Needs, ()> = Machine {
        name: "bad",
        start: (Turn::Made, Door::Open),
        always: &[],
        ends: &[Door::Gone],
        rows: &[
            row(&[Door::Open], Turn::Push, ANYONE, To::State(Door::Shut)),
            row(&[Door::Open], Turn::Push, BOSS, To::State(Door::Gone)),
            row(&[Door::Open], Turn::Free, BOSS, To::Back),
            row(&[], Turn::Jam, BOSS, To::Stay),
            row(&[Door::Open], Turn::Remove, BOSS, To::State(Door::Gone)),
        ],
    };
    assert_eq!(
        BAD.faults(),
        [
            Fault::DeadEnd(Door::Shut),
            Fault::Unreachable(Door::Jammed),
            Fault::Hidden(Door::Open, Turn::Push, Role::Leader),
            Fault::NoWayBack(Door::Open, Turn::Free),
            Fault::Idle(Turn::Jam),
        ]
    );
}
