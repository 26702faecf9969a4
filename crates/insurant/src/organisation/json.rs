//! Units and actors in JSON.

use super::{Actor, OrgLevel, Organisation, Reporting, Reports, Role, Roles, Unit};
use insurant_rules::Problems;
use insurant_rules::document::{Document, Field, Json, Node, Path, Shape};
use std::sync::LazyLock;

/// A unit.
pub(crate) static UNIT: LazyLock<Shape> = LazyLock::new(|| {
    let levels = Shape::one_of(OrgLevel::WORDS.iter().copied());
    Shape::object(
        "Unit",
        "A unit of the organisation.",
        [
            Field::required("id", Shape::id(), "The host's id."),
            Field::required("name", Shape::line(), "Its name."),
            Field::required("level", levels, "Its level."),
            Field::optional(
                "parent",
                Shape::id(),
                "The unit it belongs to; the topmost has none.",
            ),
            Field::optional(
                "complaint_phone",
                Shape::line(),
                "The complaint telephone that it shows (A-58).",
            ),
        ],
    )
});

/// A person in a role at a unit.
pub(crate) static ACTOR: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "Actor",
        "A person acting in a role at a unit.",
        [
            Field::required("person_id", Shape::id(), "The host's id of the person."),
            Field::required("role", role(), "What they act as."),
            Field::required(
                "unit_id",
                Shape::id(),
                "The unit where they have that role.",
            ),
        ],
    )
});

/// One of the roles.
pub(crate) fn role() -> Shape {
    Shape::one_of(Role::WORDS.iter().copied())
}

/// The field `organisation`: a list of units.
pub(crate) fn units_field() -> Field {
    Field::required(
        "units",
        Shape::list(UNIT.clone()),
        "The units of the organisation, in any order.",
    )
}

/// The same for an operation that can do without.
pub(crate) fn optional_units_field() -> Field {
    Field {
        required: false,
        ..units_field()
    }
}

/// The field `reporting`: who reports to whom.
pub(crate) fn reporting_field() -> Field {
    let line = Shape::object(
        "Reports",
        "A person, and the one to whom they report.",
        [
            Field::required("person_id", Shape::id(), "The host's id of the person."),
            Field::required("reports_to", Shape::id(), "The id of the person above."),
        ],
    );
    Field::optional(
        "reporting",
        Shape::list(line),
        "Who reports to whom, where units and roles do not say it.",
    )
}

/// The lines in the field `reporting` of a node that has passed its shape.
fn reporting(node: &Node) -> Result<Reporting, Problems> {
    let text = |node: &Node, key| node.text_at(key).unwrap_or_default().to_owned();
    let lines = node.items_at("reporting").iter().map(|line| Reports {
        person_id: text(line, "person_id"),
        reports_to: text(line, "reports_to"),
    });
    Reporting::new(lines.collect())
}

/// The tree in the field `units`, with the lines in `reporting`, of a node that has passed its
/// shape; problems say where in it.
pub(crate) fn read(node: &Node) -> Result<Organisation, Problems> {
    let units = Organisation::new(node.items_at("units").iter().map(unit).collect());
    match (units, reporting(node)) {
        (Ok(units), Ok(reporting)) => Ok(units.with_reporting(reporting)),
        (units, reporting) => {
            let mut problems = Problems::new();
            problems.extend(units.err().unwrap_or_default());
            problems.extend(reporting.err().unwrap_or_default());
            Err(problems)
        }
    }
}

impl Organisation {
    /// The units of a document: `{"units": [...]}`, and who reports to whom where `reporting` says
    /// it: `[{"person_id": "ann", "reports_to": "bob"}]`.
    ///
    /// # Errors
    /// Everything that is wrong with the units, each with its place.
    ///
    /// # Example
    /// ```
    /// use insurant::organisation::Organisation;
    /// use insurant_rules::document::Document;
    /// let units = r#"{"units": [{"id": "HO", "name": "Head office", "level": "head_office"}]}"#;
    /// let organisation = Organisation::read(&Document::parse_json("units.json", units)?)?;
    /// assert_eq!(organisation.root().map(|unit| unit.id.as_str()), Some("HO"));
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    pub fn read(document: &Document) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let fields = [units_field(), reporting_field()];
        let shape = Shape::object("Units", "An organisation.", fields);
        shape.check(document, document.root(), &Path::ROOT, &mut problems);
        problems.or(())?;
        read(document.root()).map_err(|found| {
            let mut problems = Problems::new();
            for problem in found {
                let place = document.place_at(&problem.place().path);
                problems.push(problem.at(place));
            }
            problems
        })
    }
}

fn unit(node: &Node) -> Unit {
    let text = |key| node.text_at(key).map(str::to_owned);
    let level = node.text_at("level").and_then(OrgLevel::parse);
    Unit {
        id: text("id").unwrap_or_default(),
        name: text("name").unwrap_or_default(),
        level: level.unwrap_or(OrgLevel::FrontLine),
        parent: text("parent"),
        complaint_phone: text("complaint_phone"),
    }
}

/// An actor of a node that has passed its shape.
pub(crate) fn actor(node: &Node) -> Option<Actor> {
    Some(Actor::new(
        node.text_at("person_id")?,
        node.text_at("role").and_then(Role::parse)?,
        node.text_at("unit_id")?,
    ))
}

/// Roles of a list of words.
pub(crate) fn roles(nodes: &[Node]) -> Roles {
    let words = nodes.iter().filter_map(Node::text);
    words.filter_map(Role::parse).collect()
}

impl Actor {
    /// The actor in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::object([
            ("person_id", self.person_id.as_str().into()),
            ("role", self.role.as_str().into()),
            ("unit_id", self.unit_id.as_str().into()),
        ])
    }
}

impl Roles {
    /// The words of the roles.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::list(self.iter().map(Role::as_str))
    }
}
