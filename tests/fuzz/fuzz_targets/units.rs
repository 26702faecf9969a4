//! Arbitrary bytes as the units of an organisation. Nothing panics, and what is accepted is a
//! tree: one topmost unit, and every way upwards ends there.
#![no_main]

use insurant::organisation::{Organisation, Unit};
use insurant_rules::document::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::from_bytes("units", bytes) else {
        return;
    };
    let organisation = match Organisation::read(&document) {
        Ok(organisation) => organisation,
        Err(problems) => {
            assert!(!problems.is_empty());
            return;
        }
    };
    let root = organisation.root().expect("a tree has a topmost unit");
    let units: Vec<&Unit> = organisation.units().take(64).collect();
    assert_eq!(
        organisation.units().count(),
        document.root().items_at("units").len()
    );
    for unit in &units {
        let chain: Vec<&Unit> = organisation.chain(&unit.id).collect();
        assert!(chain.last().is_none_or(|last| last.id == root.id));
        for (lower, upper) in chain.iter().zip(chain.iter().skip(1)) {
            assert!(lies_above(upper, lower));
            assert_eq!(organisation.superior(&lower.id), Some(*upper));
        }
        for other in &units {
            let above = organisation.is_above(&other.id, &unit.id);
            assert!(!(above && organisation.is_above(&unit.id, &other.id)));
            assert!(!above || lies_above(other, unit));
            let same = other.id == unit.id;
            assert_eq!(organisation.is_or_above(&other.id, &unit.id), above || same);
        }
        let top = unit.id == root.id;
        assert_eq!(unit.parent.is_none(), top);
        assert!(top || organisation.is_above(&root.id, &unit.id));
    }
});

fn lies_above(upper: &Unit, lower: &Unit) -> bool {
    upper.level != lower.level && upper.level.at_least(lower.level)
}
