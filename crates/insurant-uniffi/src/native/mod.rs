//! Values for which every language has a type of its own. They cross as plain text or numbers and
//! are checked where it is known what they are: in the field that holds them.

mod amount;
mod civil_date;
mod json_text;
mod moment;

pub use amount::Amount;
pub use civil_date::CivilDate;
pub use json_text::JsonText;
pub use moment::Moment;
