//! The rulebooks that come with the library.

/// The documents, by file name; later ones extend earlier ones.
pub const BUILTIN: &[(&str, &str)] = &[
    (
        "cn-property.toml",
        include_str!("../../rulebooks/cn-property.toml"),
    ),
    (
        "example-property-usd.toml",
        include_str!("../../rulebooks/example-property-usd.toml"),
    ),
    (
        "example-motor-eur.toml",
        include_str!("../../rulebooks/example-motor-eur.toml"),
    ),
    (
        "example-sales.toml",
        include_str!("../../rulebooks/example-sales.toml"),
    ),
    (
        "example-distribution.toml",
        include_str!("../../rulebooks/example-distribution.toml"),
    ),
    (
        "example-assignment.toml",
        include_str!("../../rulebooks/example-assignment.toml"),
    ),
];

/// The rulebook of a call that names none.
pub const DEFAULT: &str = "cn-property";
