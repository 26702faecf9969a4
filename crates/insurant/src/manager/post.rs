//! Where an account manager serves, and when.

use crate::code;
use crate::date::Date;
use crate::organisation::Organisation;
use insurant_rules::document::{Document, Field, Json, Node, Object, Shape};
use insurant_rules::order::InOrder;
use insurant_rules::{Place, Problem, Problems};
use std::sync::LazyLock;

/// A post at a unit on the days `[from, to)`; open-ended without `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The unit.
    pub unit_id: String,
    /// The first day.
    pub from: Date,
    /// The first day that is not served any more.
    pub to: Option<Date>,
}

impl Post {
    /// Whether a day is one of them.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

/// The posts of one manager, in order of time; none overlaps another.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::manager::{Post, Posts};
/// let day = |text| Date::parse(text);
/// let post = |unit: &str, from, to| Post { unit_id: unit.into(), from, to };
/// let posts = Posts::new(vec![
///     post("JX2", day("2025-01-01")?, None),
///     post("JX1", day("2023-01-01")?, Some(day("2024-07-01")?)),
/// ])?;
/// assert_eq!(posts.unit_on(day("2024-06-30")?), Some("JX1"));
/// assert_eq!(posts.unit_on(day("2024-07-01")?), None);
///
/// let twice = Posts::new(vec![
///     post("JX1", day("2023-01-01")?, None),
///     post("JX2", day("2025-01-01")?, None),
/// ]);
/// assert!(twice.is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Posts(Vec<Post>);

impl Posts {
    /// Checks the posts, which may come in any order.
    ///
    /// # Errors
    /// Every post that ends before it begins or overlaps another, at `posts[n].field`.
    pub fn new(posts: Vec<Post>) -> Result<Self, Problems> {
        let ranges: Vec<_> = posts.iter().map(|post| (post.from, post.to)).collect();
        let problems = range_faults(&ranges, "posts", "a post");
        let mut posts = posts;
        posts.order_by_key(|post| post.from);
        problems.or(Self(posts))
    }

    /// The posts, in order of time.
    #[must_use]
    pub fn all(&self) -> &[Post] {
        &self.0
    }

    /// The post on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Post> {
        self.0.iter().find(|post| post.covers(day))
    }

    /// The unit of the post on a day.
    #[must_use]
    pub fn unit_on(&self, day: Date) -> Option<&str> {
        self.on(day).map(|post| post.unit_id.as_str())
    }

    /// The days of service `[from, to)`: posts that touch are one range.
    #[must_use]
    pub fn service(&self) -> Vec<(Date, Option<Date>)> {
        let mut service: Vec<(Date, Option<Date>)> = Vec::new();
        for post in &self.0 {
            match service.last_mut() {
                Some((_, to)) if *to == Some(post.from) => *to = post.to,
                _ => service.push((post.from, post.to)),
            }
        }
        service
    }
}

/// What is wrong with ranges of days of which none may overlap another, at `list[n].from` and
/// `list[n].to`.
pub(crate) fn range_faults(ranges: &[(Date, Option<Date>)], list: &str, what: &str) -> Problems {
    let mut problems = Problems::new();
    let at = |index: usize, field: &str, problem: Problem| {
        problem.at(Place {
            path: format!("{list}[{index}].{field}"),
            ..Place::default()
        })
    };
    let mut whole = Vec::new();
    for (index, (from, to)) in ranges.iter().enumerate() {
        if let Some(to) = to.filter(|to| to <= from) {
            let problem = Problem::new(
                code::END_BEFORE_START,
                format!("{what} ends before it begins"),
            )
            .found(format!("from {from} to {to}"))
            .expected("`to`, the first day that is not part of it, after `from`")
            .remedy("leave `to` out while it lasts");
            problems.push(at(index, "to", problem));
        } else {
            whole.push((*from, *to, index));
        }
    }
    whole.order_by_key(|(from, _, index)| (*from, *index));
    let mut latest: Option<Option<Date>> = None;
    for (from, to, index) in whole {
        if let Some(end) = latest
            && end.is_none_or(|end| from < end)
        {
            let until = end.map_or_else(|| "open-ended".to_owned(), |end| format!("to {end}"));
            let problem = Problem::new(
                code::OVERLAPPING_RANGES,
                format!("{what} begins before the one before it is over"),
            )
            .found(format!("from {from}; the one before is {until}"))
            .expected("ranges `[from, to)` of which none overlaps another")
            .remedy(format!("end the one before on {from} at the latest"));
            problems.push(at(index, "from", problem));
        }
        let later = match latest {
            Some(None) => false,
            Some(Some(end)) => to.is_none_or(|to| to > end),
            None => true,
        };
        if later {
            latest = Some(to);
        }
    }
    problems
}

/// A post in JSON.
pub(crate) static POST: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ManagerPost",
        "Where an account manager serves.",
        [
            Field::required("unit_id", Shape::id(), "The unit."),
            Field::required("from", Shape::Date, "The first day."),
            Field::optional(
                "to",
                Shape::Date,
                "The first day that is not served any more.",
            ),
        ],
    )
});

/// The posts in the field `posts` of a node that has passed its shape.
pub(crate) fn read_posts(node: &Node) -> Result<Posts, Problems> {
    let post = |node: &Node| {
        Some(Post {
            unit_id: node.text_at("unit_id")?.to_owned(),
            from: node.date_at("from")?,
            to: node.date_at("to"),
        })
    };
    Posts::new(node.items_at("posts").iter().filter_map(post).collect())
}

/// Posts of a node at units that do not exist.
pub(crate) fn unknown_units(
    document: &Document,
    node: &Node,
    organisation: &Organisation,
    path: &str,
    problems: &mut Problems,
) {
    for (index, post) in node.items_at("posts").iter().enumerate() {
        let unit = post.text_at("unit_id").unwrap_or_default();
        if organisation.unit(unit).is_none() {
            let place = document.place_at(&format!("{path}.posts[{index}].unit_id"));
            problems.push(organisation.unknown_unit(unit).at(place));
        }
    }
}

impl Post {
    /// The post in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("unit_id", self.unit_id.as_str())
                .with("from", self.from.to_string())
                .with_some("to", self.to.map(|to| to.to_string())),
        )
    }
}
