//! Ways through a certification, and the days at the edges.

use crate::world::{World, actor, date, manager, next, on_day, proposal, sample};
use insurant::manager::ManagerGrade::{self, Junior, Senior, Standard};
use insurant::manager::certification::details::{Approved, Proposed, TookEffect};
use insurant::manager::certification::{
    CertificationEvent as E, CertificationState as S, CertificationTerms, Context, Event,
    GradeState, ManagerFile, Next, StandingKind, by_unit,
};
use insurant::manager::{Post, Posts};
use insurant::organisation::{Actor, Role};

fn leader(person: &str, unit: &str) -> Actor {
    actor(person, Role::Leader, unit)
}

fn apply(file: &mut ManagerFile, world: &World, event: Event) -> Vec<String> {
    let step = file.apply(event, world.context()).unwrap();
    let effects = step.effects.iter().map(|effect| match &effect.subject {
        Some(subject) => format!("{} {subject}", effect.effect),
        None => effect.effect.to_string(),
    });
    effects.collect()
}

/// A grade in effect, approved at a level that suffices, each step a day after the last.
fn certify(file: &mut ManagerFile, world: &World, id: &str, grade: ManagerGrade, days: i64) {
    let steps = [
        (proposal(grade).into(), leader("l1", "F")),
        (sample(E::Recommended, grade), leader("l2", "C")),
        (sample(E::Approved, grade), leader("l3", "P")),
        (
            sample(E::TookEffect, grade),
            actor("night", Role::System, "C"),
        ),
    ];
    let mut wait = days;
    for (details, who) in steps {
        let event = next(file, id, wait, who, details);
        apply(file, world, event);
        wait = 1;
    }
}

fn codes(file: &ManagerFile, world: &World, event: &Event) -> Vec<&'static str> {
    let refusal = file.check(event, world.context()).unwrap_err();
    refusal.refusal.why.codes()
}

#[test]
fn the_plain_way_with_what_follows_from_each_step() {
    let world = World::example();
    let mut file = manager();
    let event = next(
        &file,
        "A",
        1,
        actor("m", Role::AccountManager, "F"),
        proposal(Standard),
    );
    assert_eq!(apply(&mut file, &world, event), ["recommendation_due"]);
    let event = next(
        &file,
        "A",
        1,
        leader("l2", "C"),
        sample(E::Recommended, Standard),
    );
    assert_eq!(apply(&mut file, &world, event), ["decision_due city"]);
    let event = next(
        &file,
        "A",
        1,
        leader("l3", "C"),
        sample(E::Approved, Standard),
    );
    assert_eq!(apply(&mut file, &world, event), ["effect_due"]);
    let system = actor("night", Role::System, "C");
    let event = next(&file, "A", 1, system, sample(E::TookEffect, Standard));
    assert_eq!(apply(&mut file, &world, event), ["grade_set standard"]);
    assert_eq!(file.last_grade(), Some(Standard));

    // A year later, one step up: the city does not suffice any more.
    let event = next(&file, "B", 330, leader("l1", "F"), proposal(Senior));
    apply(&mut file, &world, event);
    let event = next(
        &file,
        "B",
        1,
        leader("l2", "C"),
        sample(E::Recommended, Senior),
    );
    assert_eq!(apply(&mut file, &world, event), ["decision_due province"]);
    let city = next(
        &file,
        "B",
        1,
        leader("l3", "C"),
        sample(E::Approved, Senior),
    );
    assert_eq!(codes(&file, &world, &city), ["may_decide"]);
    let event = next(
        &file,
        "B",
        1,
        leader("l3", "P"),
        sample(E::Approved, Senior),
    );
    apply(&mut file, &world, event);
    let system = actor("night", Role::System, "C");
    let event = next(&file, "B", 1, system, sample(E::TookEffect, Senior));
    assert_eq!(
        apply(&mut file, &world, event),
        ["grade_set senior", "replaced A"]
    );
    assert_eq!(file.certification("A").unwrap().state(), S::Replaced);
}

#[test]
fn who_decides_is_judged_by_the_higher_of_old_and_new() {
    let world = World::generous();
    let mut file = manager();
    certify(&mut file, &world, "A", Senior, 0);
    // One down: the new grade alone would be the city's.
    let event = next(&file, "B", 300, leader("l1", "F"), proposal(Standard));
    apply(&mut file, &world, event);
    let event = next(
        &file,
        "B",
        1,
        leader("l2", "C"),
        sample(E::Recommended, Standard),
    );
    assert_eq!(apply(&mut file, &world, event), ["decision_due province"]);
    let city = next(
        &file,
        "B",
        1,
        leader("l3", "C"),
        sample(E::Approved, Standard),
    );
    assert_eq!(codes(&file, &world, &city), ["may_decide"]);
}

#[test]
fn returned_mended_and_proposed_again() {
    let world = World::example();
    let mut file = manager();
    let event = next(&file, "A", 1, leader("l1", "F"), proposal(Standard));
    apply(&mut file, &world, event);
    let event = next(
        &file,
        "A",
        1,
        leader("l2", "C"),
        sample(E::Returned, Standard),
    );
    assert_eq!(apply(&mut file, &world, event), ["correction_due"]);
    let other = next(&file, "A", 1, leader("l9", "F"), proposal(Junior));
    assert_eq!(codes(&file, &world, &other), ["own_proposal"]);
    let event = next(&file, "A", 1, leader("l1", "F"), proposal(Junior));
    apply(&mut file, &world, event);
    let certification = file.certification("A").unwrap();
    assert_eq!(certification.grade(), Junior);
    assert_eq!(certification.state(), S::Proposed);
}

#[test]
fn steps_are_counted_from_the_last_grade_even_when_it_lapsed() {
    let world = World::example();
    let mut file = manager();
    let first = next(&file, "A", 1, leader("l1", "F"), proposal(Senior));
    assert_eq!(codes(&file, &world, &first), ["within_steps"]);
    certify(&mut file, &world, "A", Junior, 0);
    let two_up = next(&file, "B", 2_000, leader("l1", "F"), proposal(Senior));
    assert_eq!(codes(&file, &world, &two_up), ["within_steps"]);
    let one_up = next(&file, "B", 2_000, leader("l1", "F"), proposal(Standard));
    assert!(file.check(&one_up, world.context()).is_ok());
}

#[test]
fn a_grade_counts_from_the_day_it_takes_effect_and_not_before_the_day_planned() {
    let world = World::example();
    let mut file = manager();
    let planned = Proposed {
        planned_from: Some(date("2025-02-01")),
        ..proposal(Standard)
    };
    let event = next(&file, "A", 0, leader("l1", "F"), planned);
    apply(&mut file, &world, event);
    let event = next(
        &file,
        "A",
        1,
        leader("l2", "C"),
        sample(E::Recommended, Standard),
    );
    apply(&mut file, &world, event);
    let approved = Approved {
        planned_from: None,
        note: None,
    };
    let event = next(&file, "A", 1, leader("l3", "C"), approved);
    apply(&mut file, &world, event);
    let system = || actor("night", Role::System, "C");
    let effect = |valid_to| TookEffect { valid_to };
    let early = next(&file, "A", 28, system(), effect(None));
    assert_eq!(early.day(), date("2025-01-31"));
    assert_eq!(codes(&file, &world, &early), ["after_approval"]);
    let long = next(&file, "A", 29, system(), effect(Some(date("2026-02-02"))));
    assert_eq!(codes(&file, &world, &long), ["valid_within"]);
    let short = next(&file, "A", 29, system(), effect(Some(date("2025-02-01"))));
    assert_eq!(codes(&file, &world, &short), ["valid_within"]);
    let event = next(&file, "A", 29, system(), effect(Some(date("2025-08-01"))));
    apply(&mut file, &world, event);
    let history = file.history(&world.terms);
    let days: Vec<String> = history
        .iter()
        .map(|s| format!("{} {}", s.from, s.state))
        .collect();
    assert_eq!(
        days,
        [
            "2024-01-01 unrated",
            "2025-02-01 rated",
            "2025-08-01 in_grace",
            "2025-09-30 lapsed"
        ]
    );
}

#[test]
fn the_days_at_which_a_certificate_is_due_overdue_and_lapsed() {
    let world = World::example();
    let mut file = manager();
    certify(&mut file, &world, "A", Standard, 0);
    // In effect from 4 January 2025: valid to 4 January 2026, kept to 5 March.
    let kind = |day: &str| file.standing(date(day), world.context()).kind;
    assert_eq!(kind("2025-01-03"), StandingKind::Unrated);
    assert_eq!(kind("2025-01-04"), StandingKind::Certified);
    assert_eq!(kind("2025-11-04"), StandingKind::Certified);
    assert_eq!(kind("2025-11-05"), StandingKind::Due);
    assert_eq!(kind("2026-01-03"), StandingKind::Due);
    assert_eq!(kind("2026-01-04"), StandingKind::Overdue);
    assert_eq!(kind("2026-03-04"), StandingKind::Overdue);
    assert_eq!(kind("2026-03-05"), StandingKind::Lapsed);
    assert_eq!(kind("2023-12-31"), StandingKind::NotInService);
    let grade = |day: &str| file.grade_on(date(day), &world.terms).unwrap();
    assert_eq!(grade("2026-03-04").grade, Some(Standard));
    assert_eq!(grade("2026-03-04").state, GradeState::InGrace);
    assert_eq!(grade("2026-03-05").grade, None);
    assert_eq!(grade("2026-03-05").last_grade, Some(Standard));

    let system = || actor("night", Role::System, "C");
    let lapse = |day: i64| Event::new("x", "A", on_day(day), system(), sample(E::Lapsed, Standard));
    // The 428th day after New Year of 2025 is 5 March 2026.
    assert_eq!(lapse(428).day(), date("2026-03-05"));
    assert_eq!(codes(&file, &world, &lapse(427)), ["grace_over"]);
    assert!(file.check(&lapse(428), world.context()).is_ok());
}

#[test]
fn what_may_happen_next_and_by_whom() {
    let world = World::example();
    let mut file = manager();
    let shown = |file: &ManagerFile, day: &str| -> Vec<String> {
        let standing = file.standing(date(day), world.context());
        let line = |next: &Next| {
            let id = next.certification_id.as_deref().unwrap_or("-");
            let unit = next.unit_id.as_deref().unwrap_or("-");
            format!("{id} {} by {} at {unit}", next.event, next.roles)
        };
        standing.next.iter().map(line).collect()
    };
    assert_eq!(
        shown(&file, "2025-01-01"),
        ["- proposed by account_manager, leader at -"]
    );
    let event = next(&file, "A", 0, leader("l1", "F"), proposal(Standard));
    apply(&mut file, &world, event);
    assert_eq!(
        shown(&file, "2025-01-01"),
        [
            "A recommended by department, leader at -",
            "A returned by department, leader, head_office_senior at -",
            "A refused by leader, head_office_senior at C",
            "A withdrawn by account_manager, leader at -",
        ]
    );
    // On the day before, nobody had proposed anything.
    assert_eq!(shown(&file, "2024-12-31").len(), 1);
    let mut file = manager();
    certify(&mut file, &world, "A", Standard, 0);
    assert_eq!(
        shown(&file, "2025-06-01"),
        [
            "A revoked by leader, head_office_senior at C",
            "- proposed by account_manager, leader at -",
        ]
    );
    assert_eq!(shown(&file, "2026-06-01").len(), 3);
}

#[test]
fn a_revoked_grade_ends_and_the_one_before_does_not_come_back() {
    let world = World::generous();
    let mut file = manager();
    certify(&mut file, &world, "A", Standard, 0);
    certify(&mut file, &world, "B", Senior, 300);
    let revoke = next(
        &file,
        "B",
        30,
        leader("l3", "C"),
        sample(E::Revoked, Senior),
    );
    assert_eq!(codes(&file, &world, &revoke), ["may_decide"]);
    let revoke = next(
        &file,
        "B",
        30,
        leader("l3", "P"),
        sample(E::Revoked, Senior),
    );
    let day = revoke.day();
    apply(&mut file, &world, revoke);
    let grade = |day| file.grade_on(day, &world.terms).unwrap();
    assert_eq!(grade(day.add_days(-1)).grade, Some(Senior));
    let after = grade(day);
    assert_eq!(
        (after.state, after.grade, after.reason()),
        (GradeState::Unrated, None, Some("revoked"))
    );
    assert_eq!(after.last_grade, Some(Senior));
}

#[test]
fn the_history_follows_the_posts_and_their_order_does_not_matter() {
    let world = World::generous();
    let post = |unit: &str, from: &str, to: Option<&str>| Post {
        unit_id: unit.to_owned(),
        from: date(from),
        to: to.map(date),
    };
    let mut posts = vec![
        post("F", "2024-01-01", Some("2025-06-01")),
        post("G", "2025-06-01", Some("2025-09-01")),
        post("G", "2025-10-01", None),
    ];
    let mut file = ManagerFile::new("m", Posts::new(posts.clone()).unwrap());
    certify(&mut file, &world, "A", Standard, 0);
    let days: Vec<String> = file
        .history(&world.terms)
        .iter()
        .map(|s| format!("{} {}", s.from, s.state))
        .collect();
    assert_eq!(
        days,
        [
            "2024-01-01 unrated",
            "2025-01-04 rated",
            "2025-10-01 rated",
            "2026-01-04 in_grace",
            "2026-03-05 lapsed"
        ]
    );
    posts.reverse();
    let turned = Posts::new(posts).unwrap();
    let turned = ManagerFile::replay("m", turned, file.events().to_vec()).unwrap();
    assert_eq!(turned.to_json(&world.terms), file.to_json(&world.terms));
}

#[test]
fn managers_by_unit_add_up() {
    let world = World::example();
    let mut file = manager();
    certify(&mut file, &world, "A", Standard, 0);
    let at = |person: &str, unit: &str| {
        let post = Post {
            unit_id: unit.to_owned(),
            from: date("2024-01-01"),
            to: None,
        };
        ManagerFile::new(person, Posts::new(vec![post]).unwrap())
    };
    let files = [file, at("n", "G"), at("o", "D")];
    let day = date("2025-06-01");
    let standings: Vec<_> = files
        .iter()
        .map(|f| f.standing(day, world.context()))
        .collect();
    let units = by_unit(&standings, &world.organisation);
    let shown: Vec<String> = units
        .iter()
        .map(|unit| {
            let of = |kind| unit.count(kind);
            let (rated, unrated) = (of(StandingKind::Certified), of(StandingKind::Unrated));
            format!("{} {} {rated} {unrated}", unit.unit_id, unit.managers())
        })
        .collect();
    assert_eq!(
        shown,
        [
            "C 2 1 1", "D 1 0 1", "F 1 1 0", "G 1 0 1", "HO 3 1 2", "P 3 1 2"
        ]
    );
}

#[test]
fn without_a_recommendation_in_between() {
    let terms = CertificationTerms {
        recommend: insurant::organisation::Roles::NONE,
        ..CertificationTerms::example()
    };
    let world = World::example();
    let context = Context {
        terms: &terms,
        organisation: &world.organisation,
    };
    let mut file = manager();
    let event = next(&file, "A", 0, leader("l1", "F"), proposal(Standard));
    let step = file.apply(event, context).unwrap();
    assert_eq!(step.effects[0].effect.as_str(), "decision_due");
    let event = next(
        &file,
        "A",
        1,
        leader("l2", "C"),
        sample(E::Approved, Standard),
    );
    assert_eq!(file.apply(event, context).unwrap().to, S::Approved);
}
