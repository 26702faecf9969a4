//! What `insurant.arrow` of the Python wheel needs of these objects: UniFFI passes no pointers, so
//! portfolios in columns go through the exports of the C library, which the wheel has in the same file.

use crate::engine::day;
use crate::error::InsurantError;
use crate::native::CivilDate;
use crate::rules::Rules;
use insurant::CustomerRules;
use insurant_c::InsurantRules;

#[uniffi::export]
impl Rules {
    /// These rules for the exports of the C library, on another day or with other expressions if that is
    /// asked for: their address, which `insurant_rules_free` takes back.
    pub fn address(
        &self,
        as_of: Option<CivilDate>,
        expressions: Option<Vec<String>>,
    ) -> Result<u64, InsurantError> {
        let as_of = match as_of {
            Some(as_of) => day("as_of", as_of)?,
            None => self.dated().as_of(),
        };
        let rules = match expressions {
            Some(expressions) => {
                let language = insurant::rulebook::language();
                let expressions: Vec<&str> = expressions.iter().map(String::as_str).collect();
                CustomerRules::compile(self.rules().rulebook(), &language, &expressions)?
            }
            None => self.rules().clone(),
        };
        let address = InsurantRules::handed_over(rules, as_of).expose_provenance();
        Ok(u64::try_from(address).unwrap_or_default())
    }
}
