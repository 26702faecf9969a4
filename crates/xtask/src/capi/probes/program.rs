//! The C program that probes: for each parameter of each export, one call for each way in which
//! just that parameter can be wrong.

use crate::capi::prototype::{Declared, Function, Struct};
use crate::run::Outcome;
use std::fmt::Write as _;

/// What stands around the probes: valid arguments, and what must hold after a call.
const FRAME: &str = include_str!("frame.c");

/// The place of the probes in it.
const HERE: &str = "/* PROBES */";

/// Texts that are none.
const BAD_TEXTS: &[&str] = &[
    "text(NULL, 5)",
    "text(\"\\xff\\xfe\", 2)",
    "text(\"a\\0b\", 3)",
    "text(\"x\", SIZE_MAX)",
    "text(NULL, SIZE_MAX)",
    "text(NULL, 0)",
];

const BAD_NUMBERS: &[&str] = &["0", "-1", "7", "INT32_MAX", "INT32_MIN"];
const BAD_SIZES: &[&str] = &["0", "1", "SIZE_MAX", "SIZE_MAX / 2"];

/// Structs that C fills in: each of their fields is probed.
pub(super) const ROWS: &[&str] = &[
    "InsurantClaim",
    "InsurantCustomer",
    "InsurantDocument",
    "InsurantEntry",
    "InsurantPolicy",
    "InsurantProblem",
    "InsurantResult",
];

/// The same, of Arrow's header.
pub(super) const ARROW_ROWS: &[&str] = &["InsurantArrowOptions"];

pub(super) fn write(functions: &[Function], structs: &[Struct], rows: &[&str]) -> Outcome<String> {
    let known = |name: &str| structs.iter().any(|row| row.name == name);
    if functions.is_empty() || !rows.iter().all(|row| known(row)) {
        return Err("the header is not read as it is written: no functions, or no rows".into());
    }
    let mut probes = String::new();
    for function in functions {
        for (values, what) in variations(function) {
            call(&mut probes, function, &values, &what)?;
        }
        for parameter in &function.parameters {
            fields(&mut probes, function, parameter, structs)?;
        }
    }
    let (before, after) = FRAME
        .split_once(HERE)
        .ok_or("the frame has no place for probes")?;
    Ok(format!("{before}{probes}{after}"))
}

/// The arguments of each call of a function: all valid, then each parameter wrong by itself.
fn variations(function: &Function) -> Vec<(Vec<String>, String)> {
    let valid = arguments(function);
    let mut all = vec![(valid.clone(), "valid".to_owned())];
    for (position, parameter) in function.parameters.iter().enumerate() {
        for value in wrong(parameter) {
            let mut values = valid.clone();
            if let Some(place) = values.get_mut(position) {
                *place = value.clone();
            }
            all.push((values, format!("{} = {value}", parameter.name)));
        }
    }
    all
}

/// A call, and what must hold after it.
fn call(probes: &mut String, function: &Function, values: &[String], what: &str) -> Outcome {
    let frees = function.name.ends_with("_free");
    if frees && what == "valid" {
        // What is freed is tried when everything is put away, each once.
        return Ok(());
    }
    writeln!(probes, "    begin(f);")?;
    end(probes, function, values, what)
}

/// One call for each field of a struct parameter, wrong by itself.
fn fields(
    probes: &mut String,
    function: &Function,
    parameter: &Declared,
    structs: &[Struct],
) -> Outcome {
    let pointed = parameter
        .ty
        .trim_start_matches("const ")
        .trim_end_matches('*');
    let Some(row) = structs.iter().find(|row| row.name == pointed) else {
        return Ok(());
    };
    if !parameter.ty.ends_with('*') || row.name == "InsurantStr" || row.name == "InsurantValue" {
        return Ok(());
    }
    let Some(place) = place(&parameter.ty) else {
        return Ok(());
    };
    let valid = arguments(function);
    for field in &row.fields {
        let nested = structs
            .iter()
            .find(|row| field.ty == format!("const {}*", row.name));
        for value in wrong_field(field) {
            let set = format!("{place}.{} = {value}", field.name);
            begin_with(probes, &set)?;
            end(probes, function, &valid, &set)?;
        }
        for inner in nested.map_or(&[][..], |row| &row.fields) {
            for value in wrong_field(inner) {
                let Some(row) = nested.and_then(|row| inner_place(&row.name)) else {
                    continue;
                };
                let set = format!("{row}.{} = {value}", inner.name);
                begin_with(probes, &set)?;
                end(probes, function, &valid, &set)?;
            }
        }
    }
    Ok(())
}

fn begin_with(probes: &mut String, set: &str) -> Outcome {
    Ok(writeln!(probes, "    begin(f);\n    {set};")?)
}

fn end(probes: &mut String, function: &Function, values: &[String], what: &str) -> Outcome {
    Ok(writeln!(
        probes,
        "    keep(f);\n    end(f, {}({}), {:?});",
        function.name,
        values.join(", "),
        format!("{}: {what}", function.name),
    )?)
}

/// The object of the frame that a struct parameter points to.
fn place(ty: &str) -> Option<&'static str> {
    Some(match ty {
        "const InsurantCustomer*" => "f->customer",
        "const InsurantDocument*" => "f->document",
        "InsurantResult*" => "f->result",
        "InsurantProblem*" => "f->problem",
        "const InsurantArrowOptions*" => "f->options",
        _ => return None,
    })
}

/// The row of the frame that a field of a customer points to.
fn inner_place(row: &str) -> Option<&'static str> {
    Some(match row {
        "InsurantPolicy" => "f->policy",
        "InsurantClaim" => "f->claim",
        "InsurantEntry" => "f->entry",
        "InsurantValue" => "f->value",
        _ => return None,
    })
}

/// Valid arguments.
fn arguments(function: &Function) -> Vec<String> {
    let opens = function.name == "insurant_complaint_open";
    let argument = |parameter: &Declared| match parameter.name.as_str() {
        "json" if opens => "word(OPENING)".to_owned(),
        _ => valid(parameter),
    };
    function.parameters.iter().map(argument).collect()
}

/// A valid argument.
fn valid(parameter: &Declared) -> String {
    let name = parameter.name.as_str();
    let value = match parameter.ty.as_str() {
        "const InsurantEngine*" => "f->engine",
        "const InsurantRules*" => "f->rules",
        "const InsurantText*" => "f->made",
        "const InsurantError*" => "f->error",
        "InsurantScratch*" => "f->scratch",
        "InsurantComplaint*" | "const InsurantComplaint*" => "f->complaint",
        "InsurantComplaint**" => "&f->complaint_out",
        "const InsurantCustomer*" => "&f->customer",
        "const InsurantDocument*" => "&f->document",
        "InsurantResult*" => "&f->result",
        "InsurantProblem*" => "&f->problem",
        "InsurantError**" => "&f->err",
        "InsurantEngine**" => "&f->engine_out",
        "InsurantRules**" => "&f->rules_out",
        "InsurantText**" => "&f->text_out",
        "InsurantScratch**" => "&f->scratch_out",
        "InsurantStr*" => "&f->str_out",
        "InsurantValue*" => "&f->value_out",
        "InsurantStatus*" => "&f->status_out",
        "size_t*" => "&f->size_out",
        "uint32_t*" => "&f->number_out",
        "const InsurantStr*" => match name {
            "operation" => "&f->operation",
            "json" => "&f->json",
            _ => "&f->measure",
        },
        "InsurantStr" => match name {
            "operation" => "word(\"describe\")",
            "json" => "word(\"{}\")",
            "rulebook" => "word(\"cn-property\")",
            "name" => "word(\"position_notable\")",
            "written" => "word(\"yes\")",
            "event" => "word(REGISTERED)",
            "actor" => {
                r#"word("{\"person_id\":\"E1\",\"role\":\"collector\",\"unit_id\":\"JX\"}")"#
            }
            "instant" => "word(\"2025-06-10T09:00:00+08:00\")",
            _ => "word(\"motor\")",
        },
        "int32_t" if name == "as_of" => "19905",
        "int32_t" => "100",
        "size_t" => match name {
            "customer_stride" => "sizeof(InsurantCustomer)",
            "result_stride" => "sizeof(InsurantResult)",
            "document_stride" => "sizeof(InsurantDocument)",
            _ if name.ends_with("count") => "1",
            "threads" => "2",
            _ => "0",
        },
        "InsurantProgress" => "NULL",
        "void*" => "NULL",
        "const InsurantArrowOptions*" => "&f->options",
        "ArrowSchema*" => "f->schema",
        "ArrowArray*" => "f->array",
        "const ArrowArrayStream*" => "&f->answer",
        "ArrowArrayStream*" => match name {
            "out" => "&f->stream_out",
            "customers" => "&f->streams[0]",
            "policies" => "&f->streams[1]",
            "claims" => "&f->streams[2]",
            _ => "NULL",
        },
        // A type that the frame does not know stops the compiler, and so the author of an export.
        _ => "probes_do_not_know_this_type",
    };
    value.to_owned()
}

/// Everything that is wrong for a parameter.
fn wrong(parameter: &Declared) -> Vec<String> {
    let owned = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    match parameter.ty.as_str() {
        "InsurantStr" => owned(BAD_TEXTS),
        "int32_t" => owned(BAD_NUMBERS),
        "size_t" if parameter.name.ends_with("count") => owned(&["0", "SIZE_MAX", "SIZE_MAX / 2"]),
        "size_t" => owned(BAD_SIZES),
        "InsurantProgress" => owned(&["stop", "go_on"]),
        ty if ty.ends_with('*') => owned(&["NULL"]),
        _ => Vec::new(),
    }
}

/// Everything that is wrong for a field.
fn wrong_field(field: &Declared) -> Vec<String> {
    let owned = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    match field.ty.as_str() {
        "InsurantStr" => owned(BAD_TEXTS),
        "int32_t" => owned(BAD_NUMBERS),
        "uint32_t" => owned(&["0", "2", "UINT32_MAX"]),
        "int64_t" => owned(&["-1", "INT64_MAX", "INT64_MIN"]),
        // Counts that are true of no array cannot be told from true ones, unless no array can be
        // so long.
        "size_t" if field.name.ends_with("count") => owned(&["0", "SIZE_MAX"]),
        "size_t" if field.name.ends_with("capacity") => owned(&["0"]),
        "size_t" => owned(&["0", "1", "SIZE_MAX"]),
        ty if ty.ends_with('*') => owned(&["NULL"]),
        _ => Vec::new(),
    }
}
