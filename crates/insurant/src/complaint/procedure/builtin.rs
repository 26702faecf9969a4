//! The procedures that come with the library.

macro_rules! procedures {
    ($($name:literal,)*) => {
        /// The documents, by file name; later ones extend earlier ones.
        pub(crate) const PROCEDURES: &[(&str, &str)] = &[$((
            concat!($name, ".toml"),
            include_str!(concat!("../../../procedures/", $name, ".toml")),
        ),)*];
    };
}

procedures! {
    "cn-2020-3",
    "cn-2013-8",
    "uk-disp",
    "uk-disp-2026",
    "fr-acpr",
    "ie-cpc-2025",
    "de-bafin",
    "sg-fachr",
    "in-2024",
    "au-rg271",
    "kr-practice",
    "jp-adr",
    "us-ca",
    "us-tx",
    "house-complaints",
}
