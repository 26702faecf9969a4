//! The arguments of a name.

use super::Checker;
use crate::code;
use crate::problem::{Problem, nearest};
use crate::syntax::{Call, CallArgument, Literal};
use crate::types::{Duration, DurationUnit};
use crate::vocabulary::{
    Argument, ArgumentKind, ArgumentSpec, ArgumentValue, Request, Signature, Window,
};

/// Windows reach no further back than dates do.
const MAX_MONTHS: u32 = 300 * 12;

impl Checker<'_, '_> {
    /// The request that a call makes; reports every argument that is wrong.
    pub(super) fn request(&mut self, call: &Call, signature: &Signature) -> Option<Request> {
        let specs = &signature.arguments;
        let mut values: Vec<Option<ArgumentValue>> = vec![None; specs.len()];
        let mut given = vec![false; specs.len()];
        let mut right = true;
        for (position, argument) in call.arguments.iter().enumerate() {
            let Some(index) = self.spec_of(call, signature, position, argument) else {
                right = false;
                continue;
            };
            let (Some(spec), Some(given), Some(value)) = (
                specs.get(index),
                given.get_mut(index),
                values.get_mut(index),
            ) else {
                continue;
            };
            if std::mem::replace(given, true) {
                self.repeated(spec, argument);
                right = false;
                continue;
            }
            match argument_value(&spec.kind, &argument.value.literal) {
                Some(found) => *value = Some(found),
                None => {
                    self.bad_value(spec, argument);
                    right = false;
                }
            }
        }
        for (spec, given) in specs.iter().zip(&given) {
            if spec.required && !given {
                self.missing(call, spec);
                right = false;
            }
        }
        let arguments = specs.iter().zip(values).filter_map(|(spec, value)| {
            value.map(|value| Argument {
                key: spec.key.to_owned(),
                value,
            })
        });
        let request = Request {
            name: call.name.clone(),
            arguments: arguments.collect(),
        };
        if !right {
            return None;
        }
        if let Some(problem) = self.scope.vocabulary().refuses(&request) {
            self.faults.push(call.span, problem);
            return None;
        }
        Some(request)
    }

    /// Which argument of the signature this is.
    fn spec_of(
        &mut self,
        call: &Call,
        signature: &Signature,
        position: usize,
        argument: &CallArgument,
    ) -> Option<usize> {
        let specs = &signature.arguments;
        let name = &call.name;
        let keys = || specs.iter().map(|s| s.key).filter(|key| !key.is_empty());
        let key = argument.key.as_ref().map_or("", |(key, _)| key.as_str());
        let index = specs.iter().position(|spec| spec.key == key);
        if key.is_empty() && position > 0 && index.is_some() {
            let literal = &argument.value.literal;
            if matches!(call.arguments.first(), Some(first) if first.key.is_none()) {
                let problem = Problem::new(
                    code::REPEATED_ARGUMENT,
                    format!("`{literal}` has no key, and the window of `{name}` is given already"),
                )
                .expected(keyed(keys()));
                self.faults.push(argument.span(), problem);
                return None;
            }
            let problem = Problem::new(code::MISPLACED_WINDOW, "the window stands first")
                .remedy(format!("write `{name}({literal}, ...)`"));
            self.faults.push(argument.span(), problem);
        }
        if index.is_some() {
            return index;
        }
        let problem = if key.is_empty() {
            Problem::new(
                code::UNKNOWN_ARGUMENT,
                format!("`{name}` takes no window, and other arguments need a key"),
            )
        } else {
            Problem::new(
                code::UNKNOWN_ARGUMENT,
                format!("`{name}` has no argument `{key}`"),
            )
            .nearest(nearest(key, keys()))
        };
        let problem = if specs.is_empty() {
            problem.remedy(format!("write `{name}` alone"))
        } else {
            problem.expected(keyed(keys()))
        };
        self.faults.push(argument.span(), problem);
        None
    }

    fn repeated(&mut self, spec: &ArgumentSpec, argument: &CallArgument) {
        let problem = Problem::new(
            code::REPEATED_ARGUMENT,
            format!("`{}` is given twice", spec.key),
        )
        .remedy("leave one out");
        self.faults.push(argument.span(), problem);
    }

    fn missing(&mut self, call: &Call, spec: &ArgumentSpec) {
        let what = if spec.key.is_empty() {
            "a window".to_owned()
        } else {
            format!("`{}:`", spec.key)
        };
        let problem = Problem::new(
            code::MISSING_ARGUMENT,
            format!("`{}` needs {what}", call.name),
        )
        .expected(expected(&spec.kind));
        self.faults.push(call.span, problem);
    }

    fn bad_value(&mut self, spec: &ArgumentSpec, argument: &CallArgument) {
        let literal = &argument.value.literal;
        let message = if spec.key.is_empty() {
            format!("`{literal}` is not a window")
        } else {
            format!("`{literal}` is not a value of `{}`", spec.key)
        };
        let problem = Problem::new(code::BAD_ARGUMENT_VALUE, message)
            .found(format!("`{literal}`"))
            .expected(expected(&spec.kind));
        let problem = match (&spec.kind, literal) {
            // `paid: no`, of an argument that only narrows what is counted.
            (ArgumentKind::OneOf(["yes"]), _) => problem.remedy(format!(
                "leave `{}:` out to count all, whether or not",
                spec.key
            )),
            (ArgumentKind::OneOf(words) | ArgumentKind::Window(words), Literal::Word(word)) => {
                problem.nearest(nearest(word, words.iter().copied()))
            }
            _ => problem,
        };
        self.faults.push(argument.value.span, problem);
    }
}

fn keyed<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let keys: Vec<_> = keys.map(|key| format!("`{key}:`")).collect();
    if keys.is_empty() {
        "a window alone".to_owned()
    } else {
        keys.join(", ")
    }
}

fn expected(kind: &ArgumentKind) -> String {
    match kind {
        ArgumentKind::Window(names) => {
            let names = names.iter().map(|name| format!(", `{name}`"));
            format!(
                "months or years up to 300 years, such as `12m` or `3y`{}",
                names.collect::<String>()
            )
        }
        ArgumentKind::Months => "months or years up to 300 years, such as `12m` or `3y`".to_owned(),
        ArgumentKind::Boolean => "`yes` or `no`".to_owned(),
        ArgumentKind::Count => "a whole number of at least 1".to_owned(),
        ArgumentKind::OneOf([only]) => format!("`{only}`"),
        ArgumentKind::OneOf(words) => format!("one of {}", words.join(", ")),
        ArgumentKind::Word => "a word or a quoted text".to_owned(),
    }
}

fn argument_value(kind: &ArgumentKind, literal: &Literal) -> Option<ArgumentValue> {
    match (kind, literal) {
        (ArgumentKind::Window(names), Literal::Word(word)) => names
            .contains(&word.as_str())
            .then(|| ArgumentValue::Window(Window::Named(word.clone()))),
        (ArgumentKind::Window(_), Literal::Duration(duration)) => {
            months(*duration).map(|months| ArgumentValue::Window(Window::Trailing(months)))
        }
        (ArgumentKind::Months, Literal::Duration(duration)) => {
            months(*duration).map(ArgumentValue::Months)
        }
        (ArgumentKind::Boolean, Literal::Boolean(value)) => Some(ArgumentValue::Boolean(*value)),
        (ArgumentKind::Count, Literal::Integer(count)) if *count >= 1 => {
            Some(ArgumentValue::Count(*count))
        }
        (ArgumentKind::OneOf(words), Literal::Word(word) | Literal::Text(word)) => words
            .contains(&word.as_str())
            .then(|| ArgumentValue::Word(word.clone())),
        // `paid: yes`, where `no` would say nothing.
        (ArgumentKind::OneOf(words), Literal::Boolean(value)) => {
            let word = if *value { "yes" } else { "no" };
            words
                .contains(&word)
                .then(|| ArgumentValue::Word(word.to_owned()))
        }
        (ArgumentKind::Word, Literal::Word(word) | Literal::Text(word)) => {
            Some(ArgumentValue::Word(word.clone()))
        }
        _ => None,
    }
}

/// `1y` and `12m` are one window and share a slot: requests hold months.
fn months(duration: Duration) -> Option<Duration> {
    let count = duration.months()?;
    (1..=MAX_MONTHS).contains(&count).then_some(Duration {
        count,
        unit: DurationUnit::Months,
    })
}
