//! More time, and time that is left out.

use super::{
    ABOVE, HANDLER, LEADER, OPERATOR, effects, fed_back, refused, registered, sample, take,
};
use crate::world::{World, samples};
use insurant::complaint::ComplaintEvent as E;
use insurant::complaint::details::{ExtensionApproved, ExtensionAsked};
use insurant::organisation::Role;

#[test]
fn more_time_is_granted_by_someone_else_at_a_level_that_suffices() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let approved = || ExtensionApproved {
        until: None,
        note: None,
    };
    assert_eq!(
        refused(&world, &complaint, LEADER, approved()),
        ["extension_asked"]
    );
    let asked = ExtensionAsked {
        reason: "appraisal".to_owned(),
        clock: None,
        until: None,
    };
    take(&world, &mut complaint, LEADER, asked.clone());
    assert_eq!(
        refused(&world, &complaint, LEADER, approved()),
        ["not_asker"]
    );
    assert_eq!(
        refused(&world, &complaint, HANDLER, asked),
        ["no_extension_asked"]
    );
    assert_eq!(
        refused(&world, &complaint, ("x", Role::Leader, "D"), approved()),
        ["grants_in_line"]
    );
    let step = take(&world, &mut complaint, ABOVE, approved());
    assert_eq!(effects(&step), ["due_moves", "notice_due"]);
    assert!(complaint.notices_due().contains("extension_approved"));
    let sent = insurant::complaint::details::NoticeSent {
        notice: "extension_approved".to_owned(),
        to: None,
        means: None,
    };
    take(&world, &mut complaint, OPERATOR, sent);
    assert!(complaint.notices_due().is_empty());
    assert_eq!(complaint.extension().unwrap().history().len(), 2);
}

#[test]
fn what_the_procedure_does_not_grant_does_not_exist() {
    let mut world = World::generous();
    let complaint = fed_back(&world);
    let working = registered(&world);
    world.terms = Default::default();
    let no = |complaint, who, kind| refused(&world, complaint, who, sample(kind));
    assert_eq!(
        no(&complaint, OPERATOR, E::RecheckRequested),
        ["recheck_granted"]
    );
    assert_eq!(no(&working, HANDLER, E::Paused), ["pause_granted"]);
    assert_eq!(
        no(&working, HANDLER, E::ExtensionAsked),
        ["extension_granted"]
    );
    assert_eq!(no(&working, LEADER, E::MergedInto), ["merge_granted"]);
    assert_eq!(no(&working, HANDLER, E::FormFiled), ["known_form"]);
}

#[test]
fn what_is_paused_is_resumed_before_it_is_decided() {
    let world = World::generous();
    let mut complaint = registered(&world);
    let holiday = samples(E::Paused).remove(1);
    assert_eq!(
        refused(&world, &complaint, HANDLER, holiday),
        ["pause_granted"]
    );
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Resumed)),
        ["is_paused"]
    );
    take(&world, &mut complaint, HANDLER, sample(E::Paused));
    assert_eq!(complaint.paused(), Some("external_appraisal"));
    assert_eq!(
        refused(&world, &complaint, HANDLER, sample(E::Handled)),
        ["not_paused"]
    );
    take(&world, &mut complaint, HANDLER, sample(E::Resumed));
    take(&world, &mut complaint, HANDLER, sample(E::Handled));
}

#[test]
fn a_pause_ends_with_whatever_leaves_nothing_to_resume() {
    for way_out in [E::Declined, E::MergedInto, E::Withdrawn, E::Referred] {
        let world = World::generous();
        let mut complaint = registered(&world);
        take(&world, &mut complaint, OPERATOR, sample(E::Classified));
        take(&world, &mut complaint, OPERATOR, sample(E::Paused));
        let step = take(&world, &mut complaint, LEADER, sample(way_out));
        assert!(effects(&step).contains(&"clocks_resume"), "{way_out}");
        assert_eq!(complaint.paused(), None, "{way_out}");
    }
    // What was not paused does not go on either.
    let world = World::generous();
    let mut complaint = registered(&world);
    let step = take(&world, &mut complaint, LEADER, sample(E::Withdrawn));
    assert!(!effects(&step).contains(&"clocks_resume"));
}
