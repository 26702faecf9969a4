//! The others, each as its documentation tells to use it for many evaluations: compiled once, input in
//! its own form, whatever it lets one keep is kept.

use crate::contest::{Contestant, Outcome};
use crate::customer::{HEAVY, HIGH, MANY, Measures, by_hand};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use zen_engine::Decision;
use zen_engine::model::GraphContent;
use zen_expression::Variable;

pub(crate) struct Hand(pub(crate) Vec<Measures>);

impl Contestant for Hand {
    fn name(&self) -> String {
        "a function written by hand".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for (found, of) in found.iter_mut().zip(&self.0) {
            *found = by_hand(of);
        }
        Ok(())
    }
}

/// Drives a future that waits for nothing: no runtime, which would only cost its peer time.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> Outcome<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(ready) => Ok(ready),
        Poll::Pending => Err("a decision without calls waits for something".into()),
    }
}

pub(crate) struct ZenEngine {
    decision: Decision,
    inputs: Vec<Variable>,
}

impl ZenEngine {
    pub(crate) fn new(customers: &[Measures]) -> Outcome<Self> {
        let content: GraphContent = serde_json::from_str(include_str!("../rules/table.zen.json"))?;
        let mut decision = Decision::from(content);
        decision.compile();
        decision.validate().map_err(|error| error.to_string())?;
        let inputs = customers.iter().map(|of| of.json().into()).collect();
        Ok(Self { decision, inputs })
    }
}

impl Contestant for ZenEngine {
    fn name(&self) -> String {
        "zen-engine, decision table".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for (found, input) in found.iter_mut().zip(&self.inputs) {
            let told = now(self.decision.evaluate(input.clone()))?
                .map_err(|error| error.to_string())?
                .result;
            let bit = |name: &str, bit: u32| match told.dot(name) {
                Some(Variable::Bool(true)) => bit,
                _ => 0,
            };
            let category = number(told.dot("category"))?;
            *found = category
                | bit("high_loss_ratio", HIGH)
                | bit("many_claims", MANY)
                | bit("heavy", HEAVY);
        }
        Ok(())
    }
}

pub(crate) fn number(told: Option<Variable>) -> Outcome<u32> {
    let number = told
        .as_ref()
        .and_then(Variable::as_number)
        .ok_or("no number")?;
    Ok(u32::try_from(number)?)
}

pub(crate) struct ZenExpression {
    expression: zen_expression::Expression<zen_expression::expression::Standard>,
    vm: zen_expression::vm::VM,
    scopes: Vec<zen_expression::Scope>,
}

impl ZenExpression {
    pub(crate) fn new(customers: &[Measures]) -> Outcome<Self> {
        let expression = zen_expression::compile_expression(include_str!("../rules/rules.zen"))?;
        let scope = |of: &Measures| zen_expression::Scope::new(of.json().into());
        Ok(Self {
            expression,
            vm: zen_expression::vm::VM::new(),
            scopes: customers.iter().map(scope).collect(),
        })
    }
}

impl Contestant for ZenExpression {
    fn name(&self) -> String {
        "zen-expression".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for (found, scope) in found.iter_mut().zip(&self.scopes) {
            *found = number(Some(
                self.expression.evaluate_with_scope(scope, &mut self.vm)?,
            ))?;
        }
        Ok(())
    }
}

pub(crate) struct DataLogic {
    engine: datalogic_rs::Engine,
    logic: datalogic_rs::Logic,
    inputs: Vec<datalogic_rs::ParsedData>,
}

impl DataLogic {
    pub(crate) fn new(customers: &[Measures]) -> Outcome<Self> {
        let engine = datalogic_rs::Engine::new();
        let logic = engine.compile(include_str!("../rules/rules.jsonlogic.json"))?;
        let parse =
            |of: &Measures| Ok(datalogic_rs::ParsedData::from_json(&of.json().to_string())?);
        let inputs = customers.iter().map(parse).collect::<Outcome<_>>()?;
        Ok(Self {
            engine,
            logic,
            inputs,
        })
    }
}

impl Contestant for DataLogic {
    fn name(&self) -> String {
        "datalogic-rs".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        let mut session = self.engine.session();
        for (found, input) in found.iter_mut().zip(&self.inputs) {
            let told = session
                .eval_borrowed(&self.logic, input)?
                .as_i64()
                .ok_or("no whole number")?;
            *found = u32::try_from(told)?;
            session.reset();
        }
        Ok(())
    }
}

pub(crate) struct Cel {
    program: cel::Program,
    contexts: Vec<cel::Context<'static, 'static>>,
}

impl Cel {
    pub(crate) fn new(customers: &[Measures]) -> Outcome<Self> {
        let env = Arc::new(cel::Env::stdlib());
        let program = env.compile(include_str!("../rules/rules.cel"))?;
        let context = |of: &Measures| {
            let mut context = cel::Context::with_env(Arc::clone(&env));
            context.add_variable_from_value("insured", of.insured);
            context.add_variable_from_value("ever_insured", of.ever_insured);
            context.add_variable_from_value("annual_premium", of.annual_premium);
            context.add_variable_from_value("claim_free_years", of.claim_free_years);
            context.add_variable_from_value("loss_ratio_12m", of.loss_ratio(0));
            context.add_variable_from_value("loss_ratio_36m", of.loss_ratio(1));
            context.add_variable_from_value("claim_count_12m", of.claims[0]);
            context.add_variable_from_value("claim_count_36m", of.claims[1]);
            context
        };
        Ok(Self {
            program,
            contexts: customers.iter().map(context).collect(),
        })
    }
}

impl Contestant for Cel {
    fn name(&self) -> String {
        "cel".into()
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        for (found, context) in found.iter_mut().zip(&self.contexts) {
            let cel::Value::Int(told) = self.program.execute(context)? else {
                return Err("no whole number".into());
            };
            *found = u32::try_from(told)?;
        }
        Ok(())
    }
}

fn scope(of: &Measures) -> rhai::Scope<'static> {
    let mut scope = rhai::Scope::new();
    scope
        .push("insured", of.insured)
        .push("ever_insured", of.ever_insured)
        .push("annual_premium", of.annual_premium)
        .push("claim_free_years", of.claim_free_years)
        .push("loss_ratio_12m", of.loss_ratio(0))
        .push("loss_ratio_36m", of.loss_ratio(1))
        .push("claim_count_12m", of.claims[0])
        .push("claim_count_36m", of.claims[1]);
    scope
}

/// rhai walks its syntax tree, or runs the bytecode of its feature `grain`.
pub(crate) struct Rhai {
    engine: rhai::Engine,
    ast: rhai::AST,
    program: Option<rhai::grain::Program<'static>>,
    scopes: Vec<rhai::Scope<'static>>,
}

impl Rhai {
    pub(crate) fn new(customers: &[Measures], bytecode: bool) -> Outcome<Self> {
        let mut engine = rhai::Engine::new();
        engine.set_optimization_level(rhai::OptimizationLevel::Full);
        let ast = engine.compile(include_str!("../rules/rules.rhai"))?;
        let program = bytecode.then(|| rhai::grain::Compiler::new().compile(&ast));
        if program
            .as_ref()
            .is_some_and(|program| program.residual_count() > 0)
        {
            return Err("some of the rules are not bytecode".into());
        }
        Ok(Self {
            engine,
            ast,
            program,
            scopes: customers.iter().map(scope).collect(),
        })
    }
}

impl Contestant for Rhai {
    fn name(&self) -> String {
        if self.program.is_some() {
            "rhai, bytecode".into()
        } else {
            "rhai".into()
        }
    }
    fn run(&mut self, found: &mut [u32]) -> Outcome {
        if let Some(program) = &self.program {
            let mut vm = rhai::grain::Vm::new(&self.engine);
            for (found, scope) in found.iter_mut().zip(&mut self.scopes) {
                let told = vm
                    .eval_with_scope(scope, program)
                    .map_err(|error| error.to_string())?;
                *found = u32::try_from(told.as_int()?)?;
            }
        } else {
            for (found, scope) in found.iter_mut().zip(&mut self.scopes) {
                let told = self.engine.eval_ast_with_scope::<i64>(scope, &self.ast);
                *found = u32::try_from(told.map_err(|error| error.to_string())?)?;
            }
        }
        Ok(())
    }
}
