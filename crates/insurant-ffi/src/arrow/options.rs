//! How a portfolio is to be assessed.

use super::abi::ArrowArray;
use crate::convert::day;
use crate::fault::Fault;
use crate::pointer::check_size;
use crate::row::INSURANT_NO_DAY;
use crate::status::InsurantStatus;
use insurant::many::MOST_THREADS;
use insurant_batch::assess::{Integers, Options};
use insurant_batch::portfolio::OnError;

/// What whole numbers in columns of money count. Decimals say for themselves.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantWholeNumbers {
    /// Minor units: 1250 is 12.50 in a currency of two decimals. Measures of money come out so, too.
    Minor = 1,
    /// Major units: 1250 is 1250.00. Measures of money come out as decimals.
    Major = 2,
}

/// What becomes of a row with a fault.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantFaultyRows {
    /// The call fails with INSURANT_STATUS_BAD_FACTS, and the error lists the first hundred.
    Fail = 1,
    /// The row is left out and its customer is undecided; the report lists the first hundred.
    Reject = 2,
}

/// How a portfolio is assessed. Start from INSURANT_ARROW_OPTIONS_INIT.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantArrowOptions {
    /// sizeof(InsurantArrowOptions), set by the caller.
    pub size: usize,
    /// How many threads work, the caller's among them: 1 to 1024. The answers are the same.
    pub threads: usize,
    /// An InsurantWholeNumbers.
    pub whole_numbers: i32,
    /// An InsurantFaultyRows.
    pub faulty_rows: i32,
    /// When the facts were taken, for customers whose row does not say; or INSURANT_NO_DAY.
    pub valued_on: i32,
}

impl InsurantArrowOptions {
    pub(super) fn read(&self) -> Result<Options, Fault> {
        check_size::<Self>(self.size, "options")?;
        if !(1..=MOST_THREADS).contains(&self.threads) {
            return Err(Fault::of_call(
                InsurantStatus::OutOfRange,
                "options.threads",
                format!(
                    "`threads` is {}; expected 1 to {MOST_THREADS}",
                    self.threads
                ),
            ));
        }
        let integers = match self.whole_numbers {
            n if n == InsurantWholeNumbers::Minor as i32 => Integers::Minor,
            n if n == InsurantWholeNumbers::Major as i32 => Integers::Major,
            n => {
                let (at, members) = ("options.whole_numbers", "1 minor, 2 major");
                return Err(Fault::bad_enum(at, n, "InsurantWholeNumbers", members));
            }
        };
        let on_error = match self.faulty_rows {
            n if n == InsurantFaultyRows::Fail as i32 => OnError::Fail,
            n if n == InsurantFaultyRows::Reject as i32 => OnError::Reject,
            n => {
                let (at, members) = ("options.faulty_rows", "1 fail, 2 reject");
                return Err(Fault::bad_enum(at, n, "InsurantFaultyRows", members));
            }
        };
        let valued_on = match self.valued_on {
            INSURANT_NO_DAY => None,
            days => Some(day("valued_on", days).map_err(|fault| fault.under("options"))?),
        };
        Ok(Options {
            threads: self.threads,
            integers,
            on_error,
            valued_on,
        })
    }
}

const _: () = assert!(size_of::<ArrowArray>() == 80, "as Arrow has it on 64 bits");
