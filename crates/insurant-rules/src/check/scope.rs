//! The names that a rulebook adds to those of its subject.

use crate::code;
use crate::currency::Currency;
use crate::problem::{Problem, nearest};
use crate::syntax::{Literal, is_name};
use crate::types::{Enumeration, Type};
use crate::vocabulary::{Signature, Vocabulary};
use std::collections::BTreeMap;

/// What a name of the rulebook is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declared {
    /// A value that stands wherever its literal could stand.
    Parameter(Literal),
    /// A fact that the insurer supplies.
    Input(Type),
    /// A condition with a name.
    Condition,
    /// Something whose declaration was wrong. It is known, so that its uses are not reported too.
    Refused,
}

/// Everything that names in a condition may mean: the vocabulary of the subject, and the
/// parameters, inputs and named conditions of the rulebook.
///
/// # Example
/// ```
/// use insurant_rules::{Scope, Signature, Vocabulary, check, syntax::parse_literal};
/// struct Nothing;
/// impl Vocabulary for Nothing {
///     fn subject(&self) -> &str { "nothing" }
///     fn signatures(&self) -> &[Signature] { &[] }
/// }
/// let mut scope = Scope::new(&Nothing);
/// scope.parameter("least", parse_literal("3").unwrap()).unwrap();
/// scope.input("stars", insurant_rules::Type::Count(None)).unwrap();
/// assert!(check::condition("stars >= least", &scope).is_ok());
/// let faults = check::condition("star >= least", &scope).unwrap_err().in_text("star >= least");
/// assert_eq!(faults.to_string(), "1:1: unknown name `star` [unknown_name]; did you mean `stars`?");
/// ```
pub struct Scope<'v> {
    vocabulary: &'v dyn Vocabulary,
    currency: Option<Currency>,
    names: BTreeMap<String, Declared>,
    open: bool,
}

impl<'v> Scope<'v> {
    /// The names of the vocabulary alone.
    #[must_use]
    pub fn new(vocabulary: &'v dyn Vocabulary) -> Self {
        Self {
            vocabulary,
            currency: None,
            names: BTreeMap::new(),
            open: false,
        }
    }

    /// Says which currency every amount must have. Call it before [`Self::parameter`].
    #[must_use]
    pub fn with_currency(mut self, currency: Currency) -> Self {
        self.currency = Some(currency);
        self
    }

    /// Says that there are more names than are known here, as in a rulebook whose base is not
    /// there: an unknown name is then passed over in silence, with all that hangs on it.
    pub(crate) fn open(mut self) -> Self {
        self.open = true;
        self
    }

    pub(crate) const fn is_open(&self) -> bool {
        self.open
    }

    /// Whether a word that is no member of an enumeration may be a name that is not known here.
    /// One that is near a member is more likely a slip.
    pub(crate) fn may_name(&self, word: &str, enumeration: &Enumeration) -> bool {
        let members = || enumeration.members.iter().map(String::as_str);
        self.open && self.declared(word).is_none() && nearest(word, members()).is_none()
    }

    /// Adds a parameter.
    ///
    /// # Errors
    /// `bad_name`, `duplicate_id`, or `wrong_currency`.
    pub fn parameter(&mut self, name: &str, value: Literal) -> Result<(), Problem> {
        if let Literal::Money { currency, .. } = value
            && let Some(problem) = self.foreign(currency, &value)
        {
            self.refuse(name);
            return Err(problem);
        }
        self.declare(name, Declared::Parameter(value))
    }

    /// Adds an input.
    ///
    /// # Errors
    /// `bad_name` or `duplicate_id`.
    pub fn input(&mut self, name: &str, ty: Type) -> Result<(), Problem> {
        self.declare(name, Declared::Input(ty))
    }

    /// Adds the name of a condition. Its text is checked like any other, once all names are known.
    ///
    /// # Errors
    /// `bad_name` or `duplicate_id`.
    pub fn condition(&mut self, name: &str) -> Result<(), Problem> {
        self.declare(name, Declared::Condition)
    }

    /// Adds a name whose declaration was wrong, so that its uses are not reported as well.
    pub fn refuse(&mut self, name: &str) {
        self.names
            .entry(name.to_owned())
            .or_insert(Declared::Refused);
    }

    fn declare(&mut self, name: &str, declared: Declared) -> Result<(), Problem> {
        if !is_name(name) {
            return Err(Problem::new(
                code::BAD_NAME,
                format!("`{name}` cannot be a name in rules"),
            )
            .found(format!("`{name}`"))
            .expected("letters, digits and `_`, no digit first, no word of the language"));
        }
        let taken = if self.vocabulary.signature(name).is_some() {
            Some(format!("a name of every {}", self.vocabulary.subject()))
        } else {
            self.names.get(name).map(|other| match other {
                Declared::Parameter(_) => "a parameter".to_owned(),
                Declared::Input(_) => "an input".to_owned(),
                Declared::Condition => "a condition".to_owned(),
                Declared::Refused => "something else".to_owned(),
            })
        };
        if let Some(taken) = taken {
            return Err(
                Problem::new(code::DUPLICATE_ID, format!("`{name}` is already {taken}"))
                    .found(format!("`{name}`"))
                    .expected("a name that is not yet taken"),
            );
        }
        self.names.insert(name.to_owned(), declared);
        Ok(())
    }

    /// The vocabulary.
    #[must_use]
    pub fn vocabulary(&self) -> &'v dyn Vocabulary {
        self.vocabulary
    }

    /// The currency that every amount must have, if any.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// What the rulebook declares under a name.
    #[must_use]
    pub fn declared(&self, name: &str) -> Option<&Declared> {
        self.names.get(name)
    }

    pub(super) fn signature(&self, name: &str) -> Option<&'v Signature> {
        self.vocabulary.signature(name)
    }

    pub(super) fn is_condition(&self, name: &str) -> bool {
        self.names.get(name) == Some(&Declared::Condition)
    }

    /// Every name there is.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.names.keys().map(String::as_str);
        let given = self.vocabulary.signatures().iter();
        own.chain(given.map(|signature| signature.name.as_str()))
    }

    /// The problem with an amount in another currency than the rulebook's.
    pub(super) fn foreign(&self, currency: Currency, literal: &Literal) -> Option<Problem> {
        let own = self.currency.filter(|own| *own != currency)?;
        Some(wrong_currency(literal, own))
    }
}

pub(super) fn wrong_currency(literal: &Literal, own: Currency) -> Problem {
    Problem::new(code::WRONG_CURRENCY, format!("`{literal}` is not in {own}"))
        .found(format!("`{literal}`"))
        .expected(format!("an amount in {own}"))
        .remedy("amounts are not converted: write the amount in the currency of the rulebook")
}
