//! A rulebook on a day, compiled: what assesses.

use crate::assessment::Assessment;
use crate::decision::Decision;
use crate::document::bounded;
use crate::error::InsurantError;
use crate::facts::{Customer, facts};
use crate::figure::Measure;
use crate::native::CivilDate;
use crate::portfolio::Portfolio;
use insurant::facts::{CheckedCustomer, CustomerFacts, told_together};
use insurant::{Currency, CustomerRules, Date, DatedRules, Problems, Scratch};
use insurant_rules::document::Document;
use self_cell::self_cell;
use std::sync::{Arc, Mutex, PoisonError};

self_cell!(
    struct Compiled {
        owner: CustomerRules,
        #[covariant]
        dependent: DatedRules,
    }
);

/// A rulebook compiled for a day. What it decides never changes, and any number of threads may use
/// it at once.
#[derive(uniffi::Object)]
pub struct Rules {
    compiled: Compiled,
    /// Room to work in, for whoever comes next. It is taken out while it is used.
    room: Mutex<Vec<Scratch>>,
}

/// As much room as is kept.
const MOST_ROOM: usize = 64;

/// An input that a rulebook declares.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct InputInfo {
    /// Its name.
    pub name: String,
    /// Its type, in the rule language.
    pub takes: String,
}

impl Rules {
    pub(crate) fn of(rules: CustomerRules, as_of: Date) -> Arc<Self> {
        Arc::new(Self {
            compiled: Compiled::new(rules, |rules| rules.on(as_of)),
            room: Mutex::default(),
        })
    }

    pub(crate) fn dated(&self) -> &DatedRules<'_> {
        self.compiled.borrow_dependent()
    }

    pub(crate) fn rules(&self) -> &CustomerRules {
        self.compiled.borrow_owner()
    }

    fn currency_of(&self) -> Currency {
        self.rules().currency()
    }

    fn with_room<T>(&self, work: impl FnOnce(&mut Scratch) -> T) -> T {
        // Room holds nothing that a thread which died could have left half-done.
        let room = || self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = room().pop();
        let mut scratch = taken.unwrap_or_default();
        let found = work(&mut scratch);
        let mut room = room();
        if room.len() < MOST_ROOM {
            room.push(scratch);
        }
        found
    }

    /// Facts that hold together. Problems of form and of substance are told together.
    pub(crate) fn checked(&self, customer: Customer) -> Result<CheckedCustomer, Problems> {
        let (facts, form) = facts(customer, self.currency_of());
        match self.rules().check(facts) {
            Ok(checked) => form.or(checked),
            Err(substance) => Err(told_together(form, substance)),
        }
    }

    pub(crate) fn assessed(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Assessment {
        let dated = self.dated();
        let outcome = dated.decided(customer, scratch);
        let mut assessment = Assessment::from(&outcome);
        if outcome.is_decided() {
            let expressions = self.rules().expressions().iter().enumerate();
            let measures = expressions.map(|(i, expression)| {
                let slot = dated.expression(i, scratch);
                Measure::of(&expression.text, &dated.reading(slot, &expression.ty))
            });
            assessment.measures = measures.collect();
        }
        assessment
    }
}

#[uniffi::export]
impl Rules {
    /// The rulebook, as `id@version`.
    pub fn reference(&self) -> Result<String, InsurantError> {
        Ok(self.rules().rulebook().reference())
    }

    /// The digest of the resolved rulebook.
    pub fn fingerprint(&self) -> Result<String, InsurantError> {
        Ok(self.rules().fingerprint().to_owned())
    }

    /// The currency of every amount, ISO 4217.
    pub fn currency(&self) -> Result<String, InsurantError> {
        Ok(self.currency_of().code().to_owned())
    }

    /// The day.
    pub fn as_of(&self) -> Result<CivilDate, InsurantError> {
        Ok(self.dated().as_of().into())
    }

    /// The inputs that the rulebook declares.
    pub fn inputs(&self) -> Result<Vec<InputInfo>, InsurantError> {
        let inputs = self.rules().inputs().iter();
        let inputs = inputs.map(|(name, ty)| InputInfo {
            name: name.clone(),
            takes: ty.to_string(),
        });
        Ok(inputs.collect())
    }

    /// Decides on a customer.
    pub fn assess(&self, customer: Customer) -> Result<Assessment, InsurantError> {
        let customer = self.checked(customer).map_err(InsurantError::facts)?;
        Ok(self.with_room(|scratch| self.assessed(&customer, scratch)))
    }

    /// Decides on a customer and says why.
    pub fn explain(&self, customer: Customer) -> Result<Decision, InsurantError> {
        let customer = self.checked(customer).map_err(InsurantError::facts)?;
        Ok(self.explained(&customer))
    }

    /// Decides on a customer again and says whether it is the decision of an earlier fingerprint.
    pub fn verify(&self, customer: Customer, fingerprint: String) -> Result<bool, InsurantError> {
        let customer = self.checked(customer).map_err(InsurantError::facts)?;
        let dated = self.dated();
        let decision = self.with_room(|scratch| dated.explain(&customer, scratch));
        Ok(decision.fingerprint() == fingerprint)
    }

    /// A customer checked once, to be assessed often without crossing again.
    pub fn prepare(
        self: Arc<Self>,
        customer: Customer,
    ) -> Result<Arc<PreparedCustomer>, InsurantError> {
        let customer = self.checked(customer).map_err(InsurantError::facts)?;
        let rules = self;
        Ok(Arc::new(PreparedCustomer { rules, customer }))
    }

    /// Many customers, checked once. One whose facts cannot be used stops nobody else.
    pub fn portfolio(
        self: Arc<Self>,
        customers: Vec<Customer>,
    ) -> Result<Arc<Portfolio>, InsurantError> {
        Ok(Portfolio::of(self, customers))
    }

    /// A customer as the operations take one in JSON. What is wrong with what it says is told when it
    /// is assessed.
    pub fn customer_from_json(&self, json: String) -> Result<Customer, InsurantError> {
        bounded("", &json)?;
        let document = Document::parse_json("", &json)?;
        let facts = CustomerFacts::read(&document, self.currency_of());
        let facts = facts.map_err(InsurantError::facts)?;
        Ok(Customer::of(&facts, self.currency_of()))
    }
}

impl Rules {
    fn explained(&self, customer: &CheckedCustomer) -> Decision {
        let decision = self.with_room(|scratch| self.dated().explain(customer, scratch));
        Decision::of(&decision, self.rules())
    }
}

/// A customer whose facts were checked against rules.
#[derive(uniffi::Object)]
pub struct PreparedCustomer {
    rules: Arc<Rules>,
    customer: CheckedCustomer,
}

#[uniffi::export]
impl PreparedCustomer {
    /// Decides on the customer.
    pub fn assess(&self) -> Result<Assessment, InsurantError> {
        let rules = &self.rules;
        Ok(rules.with_room(|scratch| rules.assessed(&self.customer, scratch)))
    }

    /// Decides on the customer and says why.
    pub fn explain(&self) -> Result<Decision, InsurantError> {
        Ok(self.rules.explained(&self.customer))
    }

    /// The facts.
    pub fn customer(&self) -> Result<Customer, InsurantError> {
        let currency = self.rules.currency_of();
        Ok(Customer::of(self.customer.facts(), currency))
    }
}
