//! The shape of a rulebook: its check and its JSON Schema come from here.

use super::language::{
    Language, RecordListSpec, RulesSpec, ScorecardSpec, SectionSpec, TablesSpec,
};
use crate::document::{Alternative, Field, Json, Shape, TextForm};
use std::borrow::Cow;

/// How many values a table may look up at once.
pub(super) const MAX_COLUMNS: usize = 16;

/// The most decimals of points, weights and grades.
pub(super) const MAX_DECIMALS: u32 = 6;

/// Tables and lists that no host limits.
const MANY: usize = 10_000;

/// The words for the types of inputs and of table values.
pub(super) const INPUT_TYPES: [&str; 10] = [
    "boolean",
    "count",
    "ratio",
    "money",
    "date",
    "text",
    "days",
    "months",
    "years",
    "enumeration",
];

/// The shape of a rulebook for a host's language.
#[must_use]
pub fn shape(language: &Language) -> Shape {
    let mut fields = vec![
        Field::required("id", slug(), "The id of the rulebook."),
        Field::required(
            "version",
            Shape::text(TextForm::Version, 64),
            "The version of the rulebook.",
        ),
        Field::optional("title", Shape::line(), "The title, for people."),
        Field::optional("doc", Shape::prose(), "What the rulebook is about."),
        Field::required(
            "language",
            Shape::integer(),
            "The version of the rule language the rulebook is written in.",
        ),
        Field::required("effective", effective(), "When the rulebook is in force."),
        Field::required(
            "currency",
            Shape::line(),
            "The currency of every amount, by its ISO 4217 code.",
        ),
        Field::optional(
            "extends",
            Shape::text(TextForm::Reference, 256),
            "The rulebook that this one extends and overrides by id.",
        ),
    ];
    if !language.conventions().is_empty() {
        fields.push(Field::optional(
            "conventions",
            conventions(language),
            "How questions of definition are settled.",
        ));
    }
    fields.extend([
        Field::optional(
            "parameters",
            Shape::map(TextForm::Name, or_removal(parameter())),
            "Values with a name, such as thresholds.",
        ),
        Field::optional(
            "inputs",
            Shape::map(TextForm::Name, or_removal(input(language))),
            "Facts that the insurer supplies beyond those of the host.",
        ),
        Field::optional(
            "conditions",
            Shape::map(TextForm::Name, condition(language)),
            "Conditions with a name.",
        ),
    ]);
    for spec in language.sections() {
        fields.push(Field::optional(
            spec.name.clone(),
            section(spec),
            spec.doc.clone(),
        ));
    }
    Shape::object("Rulebook", "A rulebook.", fields)
}

/// The JSON Schema of rulebooks for a host's language.
///
/// # Example
/// ```
/// use insurant_rules::rulebook::{Language, SectionSpec, schema};
/// let language = Language::new()
///     .with_section(SectionSpec::new("alerts", "customer", "Alerts.").collect_all([], 64));
/// assert!(schema(&language).to_canonical_string().contains("\"alerts\""));
/// ```
#[must_use]
pub fn schema(language: &Language) -> Json {
    match shape(language).schema() {
        Json::Object(schema) => schema.with("title", "Rulebook").into(),
        other => other,
    }
}

fn slug() -> Shape {
    Shape::text(TextForm::Slug, 128)
}

fn effective() -> Shape {
    Shape::object(
        "Effective",
        "When a rulebook is in force: from a day, up to but without another.",
        [
            Field::required("from", Shape::Date, "The first day."),
            Field::optional(
                "to",
                Shape::Date,
                "The first day after; absent when no end is known.",
            ),
        ],
    )
}

fn conventions(language: &Language) -> Shape {
    let fields = language.conventions().iter().map(|convention| {
        Field::optional(
            convention.name.clone(),
            Shape::one_of(convention.words.iter().cloned()),
            format!("{} Default: {}.", convention.doc, convention.default),
        )
    });
    Shape::object("Conventions", "Settled questions of definition.", fields)
}

/// What every part may say about itself.
fn about() -> [Field; 2] {
    [
        Field::optional("source", Shape::prose(), "Where it comes from."),
        Field::optional("doc", Shape::prose(), "What it is for."),
    ]
}

fn removal_fields(with_id: bool) -> Vec<Field> {
    let mut fields = Vec::new();
    if with_id {
        fields.push(Field::required("id", slug(), "The id of what is removed."));
    }
    fields.push(Field::required(
        "remove",
        Shape::Boolean,
        "`true`: the rulebook that is extended has it, this one does not.",
    ));
    fields
}

fn or_removal(shape: Shape) -> Shape {
    let removal = Shape::object(
        "Removal",
        "Drops a named part of the rulebook that is extended.",
        removal_fields(false),
    );
    Shape::choice([
        Alternative::with("remove", removal),
        Alternative::plain(shape),
    ])
}

/// A list of parts with ids; a rulebook that extends another may remove some.
fn parts(shape: Shape, max: usize) -> Shape {
    let removal = Shape::object(
        "PartRemoval",
        "Drops a part of the rulebook that is extended.",
        removal_fields(true),
    );
    let item = Shape::choice([
        Alternative::with("remove", removal),
        Alternative::plain(shape),
    ]);
    Shape::list_by("id", item, 0, max)
}

fn before() -> Field {
    Field::optional(
        "before",
        slug(),
        "In a rulebook that extends another: the part in front of which this one stands.",
    )
}

fn parameter() -> Shape {
    let mut fields = vec![
        Field::required(
            "value",
            Shape::Literal,
            "The value, as the rule language writes it.",
        ),
        example(),
        Field::optional(
            "status",
            Shape::one_of(["verified", "unverified"]),
            "Whether the value was checked against its source.",
        ),
    ];
    fields.extend(about());
    Shape::object("Parameter", "A value with a name.", fields)
}

fn example() -> Field {
    Field::optional(
        "example",
        Shape::Boolean,
        "Whether it is an example, to be replaced by the insurer's own.",
    )
}

fn subject(language: &Language) -> Option<Field> {
    let names: Vec<String> = language
        .subjects()
        .iter()
        .map(|vocabulary| vocabulary.subject().to_owned())
        .collect();
    let doc = format!("Whom it is about. Default: {}.", language.first_subject());
    (names.len() > 1).then(|| Field::optional("subject", Shape::one_of(names), doc))
}

fn input(language: &Language) -> Shape {
    let mut fields = vec![
        Field::required("type", Shape::one_of(INPUT_TYPES), "Its type."),
        Field::optional(
            "members",
            Shape::list_within(Shape::name(), 1, MANY),
            "The members, when the type is an enumeration.",
        ),
    ];
    fields.extend(subject(language));
    fields.extend(about());
    Shape::object("Input", "A fact that the insurer supplies.", fields)
}

fn condition(language: &Language) -> Shape {
    let mut fields = vec![Field::required("when", Shape::Condition, "The condition.")];
    fields.extend(subject(language));
    fields.extend(about());
    let removal = Shape::object(
        "Removal",
        "Drops a named part of the rulebook that is extended.",
        removal_fields(false),
    );
    Shape::choice([
        Alternative::plain(Shape::Condition),
        Alternative::with("remove", removal),
        Alternative::plain(Shape::object(
            "NamedCondition",
            "A condition with a name.",
            fields,
        )),
    ])
}

fn section(spec: &SectionSpec) -> Shape {
    let mut fields = vec![Field::optional(
        "doc",
        Shape::prose(),
        "What the section is for.",
    )];
    let mut shapes: Vec<Cow<'static, str>> = Vec::new();
    if let Some(rules) = &spec.rules {
        fields.push(Field::optional(
            "rules",
            parts(rule(&spec.name, rules), rules.max),
            if rules.is_first_match() {
                "Rules in order: the first that is true decides, the last is unconditional."
            } else {
                "Rules: all that are true count."
            },
        ));
        shapes.push("rules".into());
    }
    for scorecard in &spec.scorecards {
        let shape = scorecard_shape(&spec.name, scorecard);
        let name = scorecard.name.clone();
        fields.push(Field::optional(name.clone(), shape, "A scorecard."));
        shapes.push(name);
    }
    if let Some(tables) = &spec.tables {
        let shape = parts(table(tables), tables.max);
        fields.push(Field::optional("tables", shape, "Lookup tables."));
        shapes.push("tables".into());
    }
    let name = format!("{}Section", camel(&spec.name));
    if let Some(records) = &spec.records {
        fields.extend(records.fields.iter().cloned());
        for list in &records.lists {
            let shape = parts(record(&spec.name, list), list.max);
            fields.push(Field::optional(list.name.clone(), shape, list.doc.clone()));
        }
        return Shape::object(name, spec.doc.clone(), fields);
    }
    let section = Shape::object(name, spec.doc.clone(), fields);
    // What may hold one thing alone and does not hold it says nothing.
    match shapes.as_slice() {
        [_] => section.exactly_one(shapes),
        _ => section,
    }
}

fn record(section: &str, spec: &RecordListSpec) -> Shape {
    let mut fields = vec![Field::required("id", slug(), "Its id.")];
    fields.extend(spec.fields.iter().map(inheritable));
    fields.extend(about());
    fields.push(example());
    fields.push(before());
    let name = format!("{}{}", camel(section), spec.item);
    Shape::object(name, spec.doc.clone(), fields)
}

/// A field of a record, which one that overrides another by id need not state. Whether a required
/// one is there is looked at when the rulebook is read with the one that it extends.
fn inheritable(field: &Field) -> Field {
    match field.required {
        true => Field::optional(
            field.name.clone(),
            field.shape.clone(),
            format!(
                "{} Required, unless the record overrides one that has it.",
                field.doc
            ),
        ),
        false => field.clone(),
    }
}

fn rule(section: &str, spec: &RulesSpec) -> Shape {
    let mut fields = vec![Field::required("id", slug(), "Its id.")];
    if spec.is_first_match() {
        fields.push(Field::optional(
            "outcome",
            Shape::one_of(spec.outcomes().iter().cloned()),
            "The outcome. Default: the id, if it is one.",
        ));
    }
    fields.push(Field::required("when", Shape::Condition, "The condition."));
    if spec.is_first_match() {
        fields.push(Field::optional(
            "holds",
            Shape::Condition,
            "A further condition for being listed among the outcomes that hold.",
        ));
    }
    fields.extend(spec.attributes.iter().cloned());
    fields.extend(about());
    fields.push(example());
    fields.push(before());
    Shape::object(format!("{}Rule", camel(section)), "A rule.", fields)
}

fn points() -> Shape {
    Shape::Decimal {
        max_decimals: MAX_DECIMALS,
    }
}

fn scorecard_shape(section: &str, spec: &ScorecardSpec) -> Shape {
    let grade = || Shape::one_of(spec.grades.iter().cloned());
    let mut veto = vec![
        Field::required("id", slug(), "Its id."),
        Field::required("when", Shape::Condition, "The condition."),
        Field::required("grade", grade(), "The grade, whatever the score."),
    ];
    veto.extend(about());
    veto.push(example());
    veto.push(before());
    // The one that is called `scorecard` has the name of its section.
    let section = if spec.name == "scorecard" {
        camel(section)
    } else {
        format!("{}{}", camel(section), camel(&spec.name))
    };
    let dimension = dimension(&section, &grade());
    let band = Shape::object(
        format!("{section}Grade"),
        "The grade of scores from one bound up to, but without, the other.",
        [
            Field::required("grade", grade(), "The grade."),
            Field::optional("from", points(), "The lowest score; absent: no bound."),
            Field::optional("below", points(), "The score above; absent: no bound."),
        ],
    );
    Shape::object(
        format!("{section}Scorecard"),
        "Points for characteristics, weighted, summed, and graded.",
        [
            Field::optional(
                "dimensions",
                parts(dimension, spec.max),
                "What the characteristics are grouped by. Those of one dimension weigh 100% together, and so do the dimensions.",
            ),
            Field::optional(
                "characteristics",
                parts(characteristic(), spec.max),
                "What earns points.",
            ),
            Field::optional(
                "vetoes",
                parts(
                    Shape::object(format!("{section}Veto"), "A veto.", veto),
                    spec.max,
                ),
                "What no score outweighs. A veto that is unknown sends the result to review.",
            ),
            Field::optional(
                "grades",
                Shape::list_within(band, 1, MANY),
                "The grades by score; together they cover every score.",
            ),
        ],
    )
}

fn weight() -> Shape {
    Shape::Weight {
        max_decimals: MAX_DECIMALS,
    }
}

fn dimension(prefix: &str, grade: &Shape) -> Shape {
    let floor = Shape::object(
        format!("{prefix}Floor"),
        "What too few points in a dimension do to the grade.",
        [
            Field::required(
                "least",
                points(),
                "The points from which on it does not bind.",
            ),
            Field::required(
                "best",
                grade.clone(),
                "The best grade with fewer points, whatever the score.",
            ),
        ],
    );
    let mut fields = vec![
        Field::required("id", slug(), "Its id."),
        Field::required("weight", weight(), "Its share in the score."),
        Field::optional(
            "floors",
            Shape::list_within(floor, 0, MANY),
            "What too few points in it do to the grade.",
        ),
    ];
    fields.extend(about());
    fields.push(example());
    fields.push(before());
    Shape::object(
        format!("{prefix}Dimension"),
        "A group of characteristics with a weight of its own.",
        fields,
    )
}

fn characteristic() -> Shape {
    let band = Shape::object(
        "Band",
        "The points of values from one bound up to, but without, the other.",
        [
            Field::optional(
                "from",
                Shape::Literal,
                "The lowest value; absent: no bound.",
            ),
            Field::optional(
                "below",
                Shape::Literal,
                "The value above; absent: no bound.",
            ),
            Field::required("points", points(), "The points."),
        ],
    );
    let case = Shape::object(
        "Case",
        "The points of some values.",
        [
            Field::required(
                "is",
                Shape::list_within(Shape::Literal, 1, MANY),
                "The values.",
            ),
            Field::required("points", points(), "The points."),
        ],
    );
    let missing_points = Shape::object(
        "MissingPoints",
        "The points of a value that is missing.",
        [Field::required("points", points(), "The points.")],
    );
    let mut fields = vec![
        Field::required("id", slug(), "Its id."),
        Field::required("value", Shape::Operand, "What is looked at."),
        Field::optional(
            "dimension",
            slug(),
            "The dimension that it belongs to, in a scorecard that has dimensions.",
        ),
        Field::required("weight", weight(), "By what its points are multiplied."),
        Field::required(
            "missing",
            Shape::any_of([Shape::one_of(["undecided"]), missing_points]),
            "What a value that is missing means: no decision, or points.",
        ),
        Field::optional(
            "bands",
            Shape::list_within(band, 1, MANY),
            "Points by ranges that cover every value.",
        ),
        Field::optional(
            "cases",
            Shape::list_within(case, 1, MANY),
            "Points by values that have no order.",
        ),
        Field::optional("otherwise", points(), "The points of every other value."),
    ];
    fields.extend(about());
    fields.push(example());
    fields.push(before());
    Shape::object("Characteristic", "What earns points.", fields).exactly_one(["bands", "cases"])
}

fn table(spec: &TablesSpec) -> Shape {
    let range = Shape::object(
        "Range",
        "Values from one bound up to, but without, the other.",
        [
            Field::optional("from", Shape::Literal, "The lowest; absent: no bound."),
            Field::optional("below", Shape::Literal, "The one above; absent: no bound."),
        ],
    );
    let row = Shape::object(
        "Row",
        "A row of a table.",
        [
            Field::required(
                "match",
                Shape::list_within(Shape::any_of([Shape::Literal, range]), 1, MAX_COLUMNS),
                "One cell for each value: `*` for any, a literal, or a range.",
            ),
            Field::required("value", Shape::Literal, "What the table answers."),
        ],
    );
    let mut fields = vec![
        Field::required("id", slug(), "Its id."),
        Field::required(
            "on",
            Shape::list_within(Shape::Operand, 1, MAX_COLUMNS),
            "The values that are looked up.",
        ),
        Field::required(
            "type",
            Shape::one_of(INPUT_TYPES),
            "The type of its answers.",
        ),
        Field::optional(
            "members",
            Shape::list_within(Shape::name(), 1, MANY),
            "The members, when the type is an enumeration.",
        ),
        Field::required(
            "rows",
            Shape::list_within(row, 1, spec.max_rows),
            "The rows, of which no two match the same values.",
        ),
        Field::optional(
            "otherwise",
            Shape::Literal,
            "The answer when no row matches.",
        ),
    ];
    fields.extend(about());
    fields.push(before());
    Shape::object("Table", "A lookup table.", fields)
}

/// `watch_list` as `WatchList`, for names in the schema.
fn camel(name: &str) -> String {
    name.split(['_', '-'])
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}
