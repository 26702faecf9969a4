//! Figures of the whole, and of the groups that the host asks for.

use hashbrown::HashMap;
use insurant_rules::document::{Json, Object};
use insurant_rules::order::InOrder;
use std::hash::RandomState;

/// What a row says of the groups that it belongs to: names and values.
pub type GroupsOf<'a> = [(&'a str, &'a str)];

/// Figures by the values of one group name.
#[derive(Debug, Clone)]
struct By<T> {
    name: String,
    stated: HashMap<String, T, RandomState>,
    unstated: Option<T>,
}

/// The value that a row has of a name.
pub(super) fn value_of<'a>(groups: &GroupsOf<'a>, name: &str) -> Option<&'a str> {
    let mut named = groups.iter().filter(|(known, _)| *known == name);
    named.next().map(|(_, value)| *value)
}

impl<T: Default> By<T> {
    /// The figures of a group, new when there are none yet.
    fn of(&mut self, value: Option<&str>) -> &mut T {
        match value {
            None => self.unstated.get_or_insert_with(T::default),
            // Looked up first, so that a value is copied once and not for every row.
            Some(value) => self.stated.entry_ref(value).or_default(),
        }
    }
}

/// Figures of the whole, and by group.
#[derive(Debug, Clone)]
pub(super) struct Grouped<T> {
    pub(super) all: T,
    by: Vec<By<T>>,
}

/// The groups of one name, in order of their values; rows that do not say come last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups<T> {
    /// What they are told apart by.
    pub name: String,
    /// The value, none for the rows that do not say, and the figures.
    pub groups: Vec<(Option<String>, T)>,
}

impl<T: Default> Grouped<T> {
    pub(super) fn new(names: &[String]) -> Self {
        let by = names.iter().map(|name| By {
            name: name.clone(),
            stated: HashMap::default(),
            unstated: None,
        });
        Self {
            all: T::default(),
            by: by.collect(),
        }
    }

    /// Changes the figures of the whole and of each group of a row.
    pub(super) fn each(&mut self, groups: &GroupsOf<'_>, change: impl Fn(&mut T)) {
        change(&mut self.all);
        self.each_group(groups, change);
    }

    /// Changes the figures of each group of a row.
    pub(super) fn each_group(&mut self, groups: &GroupsOf<'_>, change: impl Fn(&mut T)) {
        for by in &mut self.by {
            change(by.of(value_of(groups, &by.name)));
        }
    }

    /// The names asked for.
    pub(super) fn names(&self) -> Vec<String> {
        self.by.iter().map(|by| by.name.clone()).collect()
    }

    /// Changes the figures of one group of a name; `None` are the rows that do not say.
    pub(super) fn group(&mut self, name: &str, value: Option<&str>, change: impl Fn(&mut T)) {
        if let Some(by) = self.by.iter_mut().find(|by| by.name == name) {
            change(by.of(value));
        }
    }

    pub(super) fn finish(self) -> (T, Vec<Groups<T>>) {
        let groups = self.by.into_iter().map(|by| {
            let mut stated: Vec<(Option<String>, T)> = by
                .stated
                .into_iter()
                .map(|(value, figures)| (Some(value), figures))
                .collect();
            stated.order_by(|(a, _), (b, _)| a.cmp(b));
            stated.extend(by.unstated.map(|figures| (None, figures)));
            Groups {
                name: by.name,
                groups: stated,
            }
        });
        (self.all, groups.collect())
    }
}

/// The groups in canonical form; none when none were asked for.
pub(super) fn list<T>(by: &[Groups<T>], write: impl Fn(Object, &T) -> Object) -> Option<Json> {
    let one = |by: &Groups<T>| {
        let groups = by.groups.iter().map(|(value, figures)| {
            write(Object::new().with_some("key", value.as_deref()), figures)
        });
        Object::new()
            .with("name", by.name.as_str())
            .with("groups", Json::list(groups))
    };
    (!by.is_empty()).then(|| Json::list(by.iter().map(one)))
}
