//! How the life of a complaint is written down: sets of steps, and rows of a line each.

use super::ComplaintStep as At;

/// Steps, one bit each.
#[derive(Clone, Copy)]
pub(super) struct Steps(u32);

impl Steps {
    /// These steps.
    pub(super) const fn of(steps: &[At]) -> Self {
        let (mut set, mut rest) = (0, steps);
        while let [step, more @ ..] = rest {
            set |= 1 << *step as u8;
            rest = more;
        }
        Self(set)
    }

    /// The steps of both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without those of another.
    pub(super) const fn but(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many they are.
    pub(super) const fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The first `N` of them, in the order in which steps are declared.
    pub(super) const fn list<const N: usize>(self) -> [At; N] {
        let mut list = [At::Received; N];
        let mut places: &mut [At] = &mut list;
        let mut rest = At::ALL;
        while let [step, more @ ..] = rest {
            rest = more;
            if self.0 & 1 << *step as u8 != 0 {
                let Some((place, others)) = places.split_first_mut() else {
                    break;
                };
                *place = *step;
                places = others;
            }
        }
        list
    }
}

/// A set of steps: its name, or its steps.
macro_rules! steps {
    ([$($step:ident),+]) => {
        $crate::complaint::rows::Steps::of(&[$($crate::complaint::ComplaintStep::$step),+])
    };
    ($name:ident) => { $name };
}

/// What must hold: its name, or its guards.
macro_rules! guards {
    () => { &[] };
    ([$($guard:ident),+]) => { &[$($crate::complaint::ComplaintGuard::$guard),+] };
    ($name:ident) => { $name };
}

/// Where a row leads: `stay`, `back`, a step, or `aside` to a step, from which there is a way back.
macro_rules! to {
    (stay) => {
        $crate::machine::To::Stay
    };
    (back) => {
        $crate::machine::To::Back
    };
    (aside $step:ident) => {
        $crate::machine::To::Aside($crate::complaint::ComplaintStep::$step)
    };
    ($step:ident) => {
        $crate::machine::To::State($crate::complaint::ComplaintStep::$step)
    };
}

/// The case that a row is meant for.
macro_rules! case {
    () => {
        None
    };
    ($case:ident) => {
        Some($crate::complaint::ComplaintCase::$case)
    };
}

/// The rows: `STEPS Event by ROLES in Case if GUARDS => to, then [Effects];`. Steps and guards are a
/// name or a list in brackets; what does not apply is left out.
macro_rules! rows {
    ($(
        $from:tt $on:ident by $by:ident $(in $case:ident)? $(if $guards:tt)?
            => $($to:ident)+ $(, then [$($effect:ident),+])?;
    )+) => {
        &[$($crate::machine::Row {
            from: {
                const FROM: $crate::complaint::rows::Steps = steps!($from);
                const LIST: [$crate::complaint::ComplaintStep; FROM.count()] = FROM.list();
                &LIST
            },
            on: $crate::complaint::ComplaintEvent::$on,
            by: $by,
            case: case!($($case)?),
            guards: guards!($($guards)?),
            to: to!($($to)+),
            effects: &[$($($crate::complaint::ComplaintEffect::$effect),+)?],
        }),+]
    };
}

pub(super) use {case, guards, rows, steps, to};
