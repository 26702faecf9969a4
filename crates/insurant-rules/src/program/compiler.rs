//! From checked conditions to a program.

use super::plan::{Library, plan};
use super::wire::{Wiring, position};
use super::{Comparison, ConditionId, Program, Question, Source, Term, Value, ValueId};
use crate::check::{self, Condition, Constant, Leaf, Operand, Test};
use crate::code;
use crate::problem::{Problem, Problems};
use crate::value::Slot;
use crate::vocabulary::Request;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How deep conditions may nest when named ones are put in the place of their names.
const MAX_DEPTH: usize = 256;

/// Gathers the conditions of one subject and compiles them together.
#[derive(Debug, Clone, Default)]
pub struct Compiler {
    named: BTreeMap<String, Condition>,
    conditions: Vec<Condition>,
    values: Vec<check::Value>,
    texts: Vec<String>,
}

impl Compiler {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what a named condition is. Those that nothing refers to leave no trace in the program.
    pub fn define(&mut self, name: impl Into<String>, condition: Condition) {
        self.named.insert(name.into(), condition);
    }

    /// Adds a condition.
    pub fn condition(&mut self, condition: Condition) -> ConditionId {
        self.conditions.push(condition);
        ConditionId(position(self.conditions.len() - 1))
    }

    /// Adds a value, or a condition whose truth is wanted as a value.
    pub fn value(&mut self, value: check::Value) -> ValueId {
        self.values.push(value);
        ValueId(position(self.values.len() - 1))
    }

    /// A constant as slots hold it. A text takes a place in [`Program::texts`].
    pub fn constant(&mut self, constant: &Constant) -> Slot {
        intern(&mut self.texts, constant)
    }

    /// Compiles everything.
    ///
    /// # Errors
    /// `condition_cycle` for named conditions that refer to themselves, `unknown_name` for ones
    /// that nobody defined, `nesting_too_deep` for ones nested too far.
    pub fn finish(mut self) -> Result<Program, Problems> {
        // Values that are conditions come behind the conditions.
        let mut value_conditions = Vec::new();
        for value in &self.values {
            if let check::Value::Condition(condition) = value {
                let id = ConditionId(position(self.conditions.len()));
                self.conditions.push(condition.clone());
                value_conditions.push(id);
            }
        }
        let order = order(&self.named, &self.conditions)?;
        let mut builder = Builder {
            program: Program::default(),
            requests: HashMap::new(),
            texts: self.texts,
        };
        let named = order
            .iter()
            .filter_map(|name| self.named.get_key_value(name));
        let all: Vec<(Option<&String>, &Condition)> = self
            .conditions
            .iter()
            .map(|condition| (None, condition))
            .chain(named.map(|(name, condition)| (Some(name), condition)))
            .collect();
        let mut firsts = Vec::with_capacity(all.len());
        for (name, condition) in &all {
            firsts.push(builder.program.comparisons.len());
            builder.comparisons(condition, *name);
        }
        let mut value_conditions = value_conditions.into_iter();
        for value in &self.values {
            let value = match value {
                check::Value::Operand(operand) => {
                    let term = builder.term(operand);
                    Some(Value::Term(term.source, term.ty))
                }
                check::Value::Condition(_) => value_conditions.next().map(Value::Condition),
            };
            builder.program.values.extend(value);
        }
        let Builder {
            mut program, texts, ..
        } = builder;
        program.texts = texts;

        let mut library = Library::new();
        for ((name, condition), first) in all.iter().zip(&firsts) {
            if let Some(name) = name {
                library.insert(name, (condition, position(*first)));
            }
        }
        for ((_, condition), first) in all.iter().zip(&firsts) {
            program
                .plans
                .push(plan(condition, position(*first), &library));
        }
        let mut wiring = Wiring::new(&program.comparisons);
        let mut wires = Vec::with_capacity(all.len());
        // Names come first, in their order: what is wired refers to what was.
        let (rules, names) = all.split_at(self.conditions.len());
        let (first_rules, first_names) = firsts.split_at(self.conditions.len());
        for ((name, condition), first) in names.iter().zip(first_names) {
            let wire = wiring.condition(condition, *first);
            if let Some(name) = name {
                wiring.name(name, wire);
            }
        }
        for ((_, condition), first) in rules.iter().zip(first_rules) {
            wires.push(wiring.condition(condition, *first));
        }
        let layout = wiring.finish();
        program.truths = wires.iter().map(|wire| layout.literal(*wire)).collect();
        program.circuit = layout.circuit;
        Ok(program)
    }
}

/// The named conditions in use, each behind those that it refers to.
fn order(
    named: &BTreeMap<String, Condition>,
    roots: &[Condition],
) -> Result<Vec<String>, Problems> {
    let mut problems = Problems::new();
    let mut waiting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut reached: Vec<&str> = Vec::new();
    for root in roots {
        names(root, &mut |name| reached.push(name));
    }
    while let Some(name) = reached.pop() {
        if waiting.contains_key(name) {
            continue;
        }
        let mut needs = BTreeSet::new();
        match named.get(name) {
            Some(condition) => names(condition, &mut |name| {
                needs.insert(name);
            }),
            None => problems.push(Problem::new(
                code::UNKNOWN_NAME,
                format!("the condition `{name}` is not defined"),
            )),
        }
        reached.extend(&needs);
        waiting.insert(name, needs);
    }
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sorted = Vec::with_capacity(waiting.len());
    loop {
        let ready: Vec<&str> = waiting
            .iter()
            .filter(|(_, needs)| needs.iter().all(|need| depths.contains_key(need)))
            .map(|(name, _)| *name)
            .collect();
        if ready.is_empty() {
            break;
        }
        for name in ready {
            waiting.remove(name);
            depths.insert(name, named.get(name).map_or(0, |c| depth(c, &depths)));
            sorted.push(name.to_owned());
        }
    }
    // What only refers to a circle waits as well; what nobody waits for is not part of one.
    loop {
        let needed: BTreeSet<&str> = waiting.values().flatten().copied().collect();
        let before = waiting.len();
        waiting.retain(|name, _| needed.contains(name));
        if waiting.len() == before {
            break;
        }
    }
    if !waiting.is_empty() {
        let names: Vec<_> = waiting.keys().map(|name| format!("`{name}`")).collect();
        problems.push(
            Problem::new(
                code::CONDITION_CYCLE,
                format!(
                    "conditions refer to themselves in a circle: {}",
                    names.join(", ")
                ),
            )
            .remedy("let one of them say what it means without the others"),
        );
    }
    let deepest = roots.iter().map(|root| depth(root, &depths)).max();
    if deepest.is_some_and(|deepest| deepest > MAX_DEPTH) {
        problems.push(
            Problem::new(
                code::NESTING_TOO_DEEP,
                "named conditions are nested too deeply in each other",
            )
            .expected(format!(
                "at most {MAX_DEPTH} levels of `and`, `or`, `not` and names"
            )),
        );
    }
    problems.or(sorted)
}

fn names<'c>(condition: &'c Condition, found: &mut impl FnMut(&'c str)) {
    match condition {
        Condition::Always | Condition::Leaf(_) => {}
        Condition::And(items) | Condition::Or(items) => {
            for item in items {
                names(item, found);
            }
        }
        Condition::Not(inner) => names(inner, found),
        Condition::Named(name) => found(name),
    }
}

fn depth(condition: &Condition, named: &BTreeMap<&str, usize>) -> usize {
    1 + match condition {
        Condition::Always | Condition::Leaf(_) => 0,
        Condition::And(items) | Condition::Or(items) => {
            let depths = items.iter().map(|item| depth(item, named));
            depths.max().unwrap_or(0)
        }
        Condition::Not(inner) => depth(inner, named),
        Condition::Named(name) => named.get(name.as_str()).copied().unwrap_or(0),
    }
}

fn intern(texts: &mut Vec<String>, constant: &Constant) -> Slot {
    match constant {
        Constant::Number { num, den } => Slot::ratio(*num, *den),
        Constant::Text(text) => {
            let position = texts.iter().position(|t| t == text).unwrap_or_else(|| {
                texts.push(text.clone());
                texts.len() - 1
            });
            Slot::whole(i64::try_from(position).unwrap_or(i64::MAX))
        }
    }
}

/// Fills the tables of a program.
struct Builder {
    program: Program,
    requests: HashMap<Request, usize>,
    texts: Vec<String>,
}

impl Builder {
    /// Adds the comparisons of a condition, in the order of its text.
    fn comparisons(&mut self, condition: &Condition, within: Option<&String>) {
        match condition {
            Condition::Always | Condition::Named(_) => {}
            Condition::And(items) | Condition::Or(items) => {
                for item in items {
                    self.comparisons(item, within);
                }
            }
            Condition::Not(inner) => self.comparisons(inner, within),
            Condition::Leaf(leaf) => {
                let comparison = self.comparison(leaf, within);
                self.program.comparisons.push(comparison);
            }
        }
    }

    fn comparison(&mut self, leaf: &Leaf, within: Option<&String>) -> Comparison {
        let (question, left, right) = match &leaf.test {
            Test::Holds(operand) => (Question::Holds, operand, None),
            Test::Known(operand) => (Question::Known, operand, None),
            Test::Compare {
                left,
                operator,
                right,
            } => (Question::Compare(*operator), left, Some(right)),
            Test::Among {
                left,
                negated,
                members,
            } => {
                let members = members.iter().map(|m| intern(&mut self.texts, m));
                let question = Question::Among {
                    negated: *negated,
                    members: members.collect(),
                };
                (question, left, None)
            }
        };
        Comparison {
            text: leaf.text.clone(),
            within: within.cloned(),
            span: leaf.span,
            question,
            left: self.term(left),
            right: right.map(|right| self.term(right)),
        }
    }

    fn term(&mut self, operand: &Operand) -> Term {
        let source = match &operand.source {
            check::Source::Request(request) => Source::Slot(self.request(request, operand)),
            check::Source::Constant(constant) => {
                Source::Constant(intern(&mut self.texts, constant))
            }
        };
        Term {
            text: operand.text.clone(),
            parameter: operand.parameter.clone(),
            ty: operand.ty.clone(),
            source,
        }
    }

    fn request(&mut self, request: &Request, operand: &Operand) -> usize {
        if let Some(slot) = self.requests.get(request) {
            return *slot;
        }
        let slot = self.program.requests.len();
        self.program.requests.push(request.clone());
        self.program.types.push(operand.ty.clone());
        self.requests.insert(request.clone(), slot);
        slot
    }
}
