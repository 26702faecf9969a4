//! The sections of a rulebook, from a document.

use super::language::{RecordListSpec, RecordsSpec, RulesSpec, SectionSpec};
use super::model::{Body, LiteralAt, Origin, Part};
use super::parts::{
    Band, Case, Cell, Characteristic, Dimension, Floor, GradeBand, NamedScorecard, Row, Rule,
    Scale, Scorecard, Section, Table, Veto,
};
use super::read::{Reader, Unread};
use super::records::{Attributes, Record, RecordCondition, RecordField, RecordList, Records};
use crate::code;
use crate::document::{Field, Json, Node, Path, Shape, Value, list_words};
use crate::problem::{Problem, Problems, nearest};

impl Reader<'_> {
    pub(super) fn sections(&mut self, root: &Node, path: &Path<'_>) -> Vec<Section> {
        // In the order of the host's language, whatever that of the document.
        let specs = self.language.sections();
        let sections = specs.iter().filter_map(|spec| {
            let node = root.get(&spec.name)?;
            self.section(spec, node, &path.key(&spec.name))
        });
        sections.collect()
    }

    fn section(&mut self, spec: &SectionSpec, node: &Node, path: &Path<'_>) -> Option<Section> {
        let rules = spec.rules.as_ref().zip(node.get("rules"));
        let rules = rules.map(|(rules, list)| {
            self.parts(list, &path.key("rules"), |reader, node, path| {
                reader.rule(rules, node, path)
            })
        });
        let cards = spec.scorecards.iter().filter_map(|card| {
            Some(NamedScorecard {
                card: self.scorecard(node.get(&card.name)?, &path.key(&card.name)),
                name: card.name.to_string(),
            })
        });
        let scorecards: Vec<NamedScorecard> = cards.collect();
        let tables = spec.tables.as_ref().and(node.get("tables"));
        let tables = tables.map(|list| self.parts(list, &path.key("tables"), Self::table));
        let records = spec.records.as_ref();
        let records = records.map(|records| self.records(records, node, path));
        let doc = node.text_at("doc").map(str::to_owned);
        let holds = rules.is_some() || tables.is_some() || records.is_some();
        (holds || !scorecards.is_empty() || doc.is_some()).then(|| Section {
            name: spec.name.to_string(),
            doc,
            rules,
            scorecards,
            tables,
            records,
            origin: self.origin(node, path),
        })
    }

    /// The parts of a list, by their ids.
    fn parts<T>(
        &mut self,
        list: &Node,
        path: &Path<'_>,
        mut read: impl FnMut(&mut Self, &Node, &Path<'_>) -> Option<T>,
    ) -> Vec<Part<T>> {
        let mut parts = Vec::with_capacity(list.items().len());
        for (index, node) in list.items().iter().enumerate() {
            let path = path.index(index);
            let body = if node.get("remove").is_some() {
                self.removal(node, &path)
            } else {
                read(self, node, &path).map_or(Body::Refused, Body::Given)
            };
            let before = node.get("before").and_then(|before| {
                let path = path.key("before");
                self.overrides("before", before, &path);
                Some((before.text()?.to_owned(), self.origin(before, &path)))
            });
            let id = node.get("id");
            parts.push(Part {
                id: id.and_then(Node::text).unwrap_or_default().to_owned(),
                origin: match id {
                    Some(id) => self.origin(id, &path.key("id")),
                    None => self.origin(node, &path),
                },
                before,
                body,
            });
        }
        parts
    }

    fn records(&mut self, spec: &RecordsSpec, node: &Node, path: &Path<'_>) -> Records {
        let header = self.attributes(&spec.fields, node, path);
        let mut lists = Vec::new();
        for list in &spec.lists {
            let Some(node) = node.get(&list.name) else {
                continue;
            };
            let path = path.key(&list.name);
            lists.push(RecordList {
                name: list.name.to_string(),
                records: self.parts(node, &path, |reader, node, path| {
                    Some(reader.record(list, node, path))
                }),
            });
        }
        Records { header, lists }
    }

    fn record(&mut self, spec: &RecordListSpec, node: &Node, path: &Path<'_>) -> Record {
        let required = spec.fields.iter().filter(|field| field.required);
        let unstated = required.filter(|field| node.get(&field.name).is_none());
        let unstated =
            unstated.map(|field| (field.clone(), self.origin(node, &path.key(&field.name))));
        let record = Record {
            unstated: unstated.collect(),
            attributes: self.attributes(&spec.fields, node, path),
            about: Self::about(node),
            example: Self::example(node),
        };
        // One that may inherit them is looked at with what it extends.
        if !self.extends {
            record.whole(None, self.problems);
        }
        record
    }

    /// Fields of the host's: conditions are parsed, the others kept as they are.
    fn attributes(&mut self, fields: &[Field], node: &Node, path: &Path<'_>) -> Attributes {
        let mut attributes = Attributes::default();
        for field in fields {
            let Some(found) = node.get(&field.name) else {
                continue;
            };
            let name = field.name.to_string();
            if field.shape == Shape::Condition {
                let when = self.formula_at(node, &field.name, path);
                let condition = when.map(|when| RecordCondition { name, when });
                attributes.conditions.extend(condition);
            } else if let Some(value) = self.attribute(field, node, path) {
                let origin = self.origin(found, &path.key(&field.name));
                let field = RecordField {
                    name,
                    value,
                    origin,
                };
                attributes.fields.push(field);
            }
        }
        attributes
    }

    fn rule(&mut self, spec: &RulesSpec, node: &Node, path: &Path<'_>) -> Option<Rule> {
        let outcome = self.outcome(spec, node, path);
        let mut attributes = Vec::new();
        for field in &spec.attributes {
            let value = self.attribute(field, node, path);
            attributes.extend(value.map(|value| (field.name.to_string(), value)));
        }
        let when = self.formula_at(node, "when", path);
        let holds = self.formula_at(node, "holds", path);
        // What could not be read was reported. The rest is there, so that it is checked too.
        Some(Rule {
            outcome: outcome.unwrap_or_default(),
            when: when.unwrap_or_else(|| self.missing_formula(node, path)),
            holds,
            attributes,
            about: Self::about(node),
            example: Self::example(node),
        })
    }

    /// A field of the host's. It must have a canonical spelling, whatever its shape.
    fn attribute(&mut self, field: &Field, node: &Node, path: &Path<'_>) -> Option<Json> {
        let value = node.get(&field.name)?;
        let json = value.to_json();
        let path = path.key(&field.name);
        let mut told = Problems::new();
        field.shape.check(self.document, value, &path, &mut told);
        if json.is_none() && told.is_empty() {
            let problem = Problem::new(
                code::OUT_OF_RANGE,
                "a number here is larger or finer than every reader can hold",
            )
            .expected("whole numbers within 2^53")
            .remedy("write it as text");
            let origin = self.origin(value, &path);
            self.report(&origin, problem);
        }
        json
    }

    /// The outcome of a first-match rule: stated, or the id.
    fn outcome(
        &mut self,
        spec: &RulesSpec,
        node: &Node,
        path: &Path<'_>,
    ) -> Result<Option<String>, Unread> {
        if !spec.is_first_match() {
            return Ok(None);
        }
        let outcomes = spec.outcomes();
        let is_outcome = |word: &str| outcomes.iter().any(|outcome| outcome == word);
        if let Some(stated) = node.get("outcome") {
            let word = stated.text().filter(|word| is_outcome(word));
            return word.map(|word| Some(word.to_owned())).ok_or(Unread);
        }
        let id = node.text_at("id").ok_or(Unread)?;
        if is_outcome(id) {
            return Ok(Some(id.to_owned()));
        }
        let problem = Problem::new(code::MISSING_FIELD, "the field `outcome` is missing")
            .expected(list_words(outcomes))
            .nearest(nearest(id, outcomes.iter().map(AsRef::as_ref)))
            .remedy("state the outcome, or give the rule the id of one");
        let origin = self.origin(node, path);
        self.report(&origin, problem);
        Err(Unread)
    }

    fn scorecard(&mut self, node: &Node, path: &Path<'_>) -> Scorecard {
        let mut dimensions = Vec::new();
        if let Some(list) = node.get("dimensions") {
            dimensions = self.parts(list, &path.key("dimensions"), Self::dimension);
        }
        let mut characteristics = Vec::new();
        if let Some(list) = node.get("characteristics") {
            let path = path.key("characteristics");
            characteristics = self.parts(list, &path, Self::characteristic);
        }
        let mut vetoes = Vec::new();
        if let Some(list) = node.get("vetoes") {
            vetoes = self.parts(list, &path.key("vetoes"), |reader, node, path| {
                let when = reader.formula_at(node, "when", path);
                Some(Veto {
                    grade: node.text_at("grade").unwrap_or_default().to_owned(),
                    when: when?,
                    about: Self::about(node),
                    example: Self::example(node),
                })
            });
        }
        let grades = node.get("grades").map(|list| {
            let path = path.key("grades");
            let bands = list.items().iter().enumerate();
            let read = bands.filter_map(|(index, node)| self.grade(node, &path.index(index)));
            read.collect()
        });
        Scorecard {
            dimensions,
            characteristics,
            vetoes,
            grades,
            origin: self.origin(node, path),
        }
    }

    fn dimension(&mut self, node: &Node, path: &Path<'_>) -> Option<Dimension> {
        let path = path.key("floors");
        let floors = node.items_at("floors").iter().enumerate();
        let floors: Option<_> = floors
            .map(|(index, floor)| {
                Some(Floor {
                    least: floor.decimal_at("least")?,
                    best: floor.text_at("best")?.to_owned(),
                    origin: self.origin(floor, &path.index(index)),
                })
            })
            .collect();
        Some(Dimension {
            weight: node.get("weight")?.weight()?,
            floors: floors?,
            about: Self::about(node),
            example: Self::example(node),
        })
    }

    fn example(node: &Node) -> bool {
        node.boolean_at("example").unwrap_or(false)
    }

    fn grade(&mut self, node: &Node, path: &Path<'_>) -> Option<GradeBand> {
        Some(GradeBand {
            grade: node.text_at("grade")?.to_owned(),
            from: Self::decimal_at(node, "from").ok()?,
            below: Self::decimal_at(node, "below").ok()?,
            origin: self.origin(node, path),
        })
    }

    fn characteristic(&mut self, node: &Node, path: &Path<'_>) -> Option<Characteristic> {
        let value = self.formula_at(node, "value", path);
        let scale = if let Some(list) = node.get("bands") {
            let path = path.key("bands");
            let bands = list.items().iter().enumerate();
            let bands: Vec<_> = bands
                .map(|(index, node)| self.band(node, &path.index(index)))
                .collect();
            Scale::Bands(bands.into_iter().collect::<Option<_>>()?)
        } else {
            let path = path.key("cases");
            let cases = node.items_at("cases").iter().enumerate();
            let cases: Vec<_> = cases
                .map(|(index, node)| self.case(node, &path.index(index)))
                .collect();
            Scale::Cases(cases.into_iter().collect::<Option<_>>()?)
        };
        let missing = node.get("missing")?;
        Some(Characteristic {
            value: value?,
            dimension: node.get("dimension").and_then(|dimension| {
                let origin = self.origin(dimension, &path.key("dimension"));
                Some((dimension.text()?.to_owned(), origin))
            }),
            weight: node.get("weight")?.weight()?,
            missing: match &missing.value {
                Value::Map(_) => Some(missing.decimal_at("points")?),
                _ => None,
            },
            scale,
            otherwise: Self::decimal_at(node, "otherwise").ok()?,
            about: Self::about(node),
            example: Self::example(node),
        })
    }

    fn band(&mut self, node: &Node, path: &Path<'_>) -> Option<Band> {
        let (from, below) = self.bounds(node, path);
        Some(Band {
            from: from.ok()?,
            below: below.ok()?,
            points: node.decimal_at("points")?,
            origin: self.origin(node, path),
        })
    }

    /// `from` and `below`, both read before either is refused.
    fn bounds(
        &mut self,
        node: &Node,
        path: &Path<'_>,
    ) -> (
        Result<Option<LiteralAt>, Unread>,
        Result<Option<LiteralAt>, Unread>,
    ) {
        let from = self.literal_at(node, "from", path);
        let below = self.literal_at(node, "below", path);
        (from, below)
    }

    fn case(&mut self, node: &Node, path: &Path<'_>) -> Option<Case> {
        let path = path.key("is");
        let is: Vec<_> = node
            .items_at("is")
            .iter()
            .enumerate()
            .map(|(index, value)| self.literal(value, &path.index(index)))
            .collect();
        Some(Case {
            is: is.into_iter().collect::<Option<_>>()?,
            points: node.decimal_at("points")?,
        })
    }

    fn table(&mut self, node: &Node, path: &Path<'_>) -> Option<Table> {
        let ty = self.value_type(node, path);
        let on_path = path.key("on");
        let on = node.items_at("on").iter().enumerate();
        let on: Vec<_> = on
            .map(|(index, node)| self.formula(node, &on_path.index(index)))
            .collect();
        let rows_path = path.key("rows");
        let rows = node.items_at("rows").iter().enumerate();
        let rows: Vec<_> = rows
            .map(|(index, row)| self.row(row, on.len(), &rows_path.index(index)))
            .collect();
        let otherwise = self.literal_at(node, "otherwise", path);
        Some(Table {
            on: on.into_iter().collect::<Option<_>>()?,
            ty: ty?,
            rows: rows.into_iter().collect::<Option<_>>()?,
            otherwise: otherwise.ok()?,
            about: Self::about(node),
        })
    }

    fn row(&mut self, node: &Node, columns: usize, path: &Path<'_>) -> Option<Row> {
        let match_path = path.key("match");
        let list = node.get("match")?;
        let cells: Vec<_> = list
            .items()
            .iter()
            .enumerate()
            .map(|(index, cell)| self.cell(cell, &match_path.index(index)))
            .collect();
        let value = self.literal(node.get("value")?, &path.key("value"));
        if cells.len() != columns {
            let origin = self.origin(list, &match_path);
            let problem = Problem::new(code::OUT_OF_RANGE, "the row has the wrong number of cells")
                .found(cells.len().to_string())
                .expected(format!("{columns}, one for each value in `on`"));
            self.report(&origin, problem);
            return None;
        }
        Some(Row {
            cells: cells.into_iter().collect::<Option<_>>()?,
            value: value?,
            origin: self.origin(node, path),
        })
    }

    fn cell(&mut self, node: &Node, path: &Path<'_>) -> Option<Cell> {
        match &node.value {
            Value::Text(text) if text == "*" => Some(Cell::Any),
            Value::Map(_) => {
                let (from, below) = self.bounds(node, path);
                Some(Cell::Range {
                    from: from.ok()?,
                    below: below.ok()?,
                    origin: Origin::new(self.document, node.span, path),
                })
            }
            _ => self.literal(node, path).map(Cell::Is),
        }
    }
}
