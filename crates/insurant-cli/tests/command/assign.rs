//! `insurant assign`.

use crate::run::{Dir, insurant};
