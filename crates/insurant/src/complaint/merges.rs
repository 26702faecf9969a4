//! Merges seen over many complaints: those that go round in a ring, and those of which the two
//! sides do not go together.

use super::{Complaint, ComplaintEvent, Details, MergeFault, MergeFaultKind};
use insurant_rules::Instant;
use insurant_rules::order::InOrder;
use std::collections::{BTreeMap, BTreeSet};

/// Which complaint goes on as part of which, over many logs.
///
/// [`super::Merge`] keeps two complaints from being merged into each other when both are at hand.
/// Logs that were written elsewhere, each by itself in order, may say so all the same: only all of
/// them together show it.
///
/// # Example
/// ```
/// use insurant::complaint::Merges;
/// let mut merges = Merges::default();
/// merges.add("A", "B");
/// merges.add("B", "C");
/// merges.add("C", "A");
/// merges.add("D", "A");
/// assert_eq!(merges.rings(), [["A", "B", "C"]]);
/// assert_eq!(merges.iter().count(), 4);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merges {
    /// By the complaint that ends: those that it goes on in.
    into: BTreeMap<String, BTreeSet<String>>,
    /// What each log says.
    logs: BTreeMap<String, Log>,
    /// Complaints at hand without a log, such as records of a register.
    records: BTreeSet<String>,
}

/// What a log says of receipts and merges.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Log {
    /// Its own receipt.
    own: Instant,
    /// The earliest by what the log says, its own or that of one that it took up.
    earliest: Instant,
    /// What it goes on in, since when.
    merged: Option<(String, Instant)>,
    /// When it ended, if it is over.
    ended: Option<Instant>,
    /// What it took up, with the receipts that it names.
    absorbed: BTreeMap<String, Instant>,
}

impl Log {
    fn of(complaint: &Complaint) -> Option<Self> {
        let own = complaint.events().first()?.occurred_at;
        let (mut merged, mut ended, mut absorbed) = (None, None, BTreeMap::new());
        for event in complaint.events() {
            match &event.details {
                Details::MergedInto(merge) => {
                    merged = Some((merge.survivor_id.clone(), event.recorded_at));
                }
                Details::Absorbed(merge) => {
                    absorbed.insert(merge.complaint_id.clone(), merge.received_at);
                }
                _ => {}
            }
            if matches!(
                event.kind(),
                ComplaintEvent::Closed
                    | ComplaintEvent::Withdrawn
                    | ComplaintEvent::Declined
                    | ComplaintEvent::MergedInto
            ) {
                ended = Some(event.recorded_at);
            }
        }
        Some(Self {
            own,
            earliest: complaint.received_at(),
            merged,
            ended: ended.filter(|_| complaint.step().is_over()),
            absorbed,
        })
    }
}

impl Merges {
    /// A complaint that goes on as part of another.
    pub fn add(&mut self, ending: &str, survivor: &str) {
        let into = self.into.entry(ending.to_owned()).or_default();
        into.insert(survivor.to_owned());
    }

    /// A complaint that is at hand without its log: it is not absent, and nothing else can be said.
    pub fn add_record(&mut self, id: &str) {
        self.records.insert(id.to_owned());
    }

    /// What a log says of merges: that of its end, and those that it took up.
    pub fn add_log(&mut self, complaint: &Complaint) {
        if let Some(log) = Log::of(complaint) {
            self.logs.insert(complaint.id().to_owned(), log);
        }
        if let Some(survivor) = complaint.merged_into() {
            self.add(complaint.id(), survivor);
        }
        for ending in complaint.absorbed() {
            self.add(ending, complaint.id());
        }
    }

    /// Where the sides of merges do not go together, by the complaint that ends. Those of a ring
    /// are left to [`Merges::rings`]; two complaints of which neither has a log say nothing.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{Complaint, Event, MergeFaultKind, Merges, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::Instant;
    ///
    /// let event = |id: &str, day: u32, details| -> Result<Event, Box<dyn std::error::Error>> {
    ///     let at = Instant::parse(&format!("2025-06-{day:02}T10:00:00+08:00"))?;
    ///     Ok(Event::new(id, at, Actor::new("E9", Role::Leader, "JX"), details))
    /// };
    /// let receipt = || Box::new(details::Received::default()).into();
    /// let registered = details::Registered { register_id: None, cause: None };
    /// let merged = details::MergedInto { survivor_id: "B".into() };
    /// let a = [
    ///     event("1", 3, receipt())?,
    ///     event("2", 3, registered.into())?,
    ///     event("3", 5, merged.into())?,
    /// ];
    /// let mut merges = Merges::default();
    /// merges.add_log(&Complaint::replay("A", a)?);
    /// merges.add_log(&Complaint::replay("B", [event("1", 4, receipt())?])?);
    /// // B knows nothing of A, so that its clocks would run from the 4th.
    /// let kinds: Vec<_> = merges.faults().into_iter().map(|fault| fault.kind).collect();
    /// assert_eq!(kinds, [MergeFaultKind::NotAbsorbed]);
    /// assert_eq!(merges.earliest("B"), Some(Instant::parse("2025-06-03T10:00:00+08:00")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn faults(&self) -> Vec<MergeFault> {
        let mut ring_of: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, ring) in self.rings().into_iter().enumerate() {
            ring_of.extend(ring.into_iter().map(|id| (id, at)));
        }
        let mut faults = Vec::new();
        for (ending, into) in &self.into {
            let takes = |survivor: &&String| {
                let log = self.logs.get(*survivor);
                log.is_some_and(|log| log.absorbed.contains_key(ending))
            };
            let takers: Vec<String> = into.iter().filter(takes).cloned().collect();
            let twice = takers.len() > 1;
            let fault = |survivors: Vec<String>, kind| MergeFault {
                ending: ending.clone(),
                survivors,
                kind,
                receipts: None,
            };
            if twice {
                faults.push(fault(takers, MergeFaultKind::AbsorbedTwice));
            }
            for survivor in into {
                let ring = ring_of.get(ending.as_str());
                if ring.is_some() && ring == ring_of.get(survivor.as_str()) {
                    continue;
                }
                let (kind, receipts) = self.sides(ending, survivor);
                let told = |kind: &MergeFaultKind| !(twice && *kind == MergeFaultKind::NotMerged);
                faults.extend(kind.filter(told).map(|kind| MergeFault {
                    receipts,
                    ..fault(vec![survivor.clone()], kind)
                }));
            }
        }
        faults.order_by(|a, b| {
            let key =
                |fault: &MergeFault| (fault.ending.clone(), fault.kind, fault.survivors.clone());
            key(a).cmp(&key(b))
        });
        faults
    }

    /// How the two sides of one merge do not go together, and the receipts that differ.
    fn sides(
        &self,
        ending: &str,
        survivor: &str,
    ) -> (Option<MergeFaultKind>, Option<[Instant; 2]>) {
        let is_at_hand = |id: &str| self.logs.contains_key(id) || self.records.contains(id);
        let (ended, went_on) = (self.logs.get(ending), self.logs.get(survivor));
        let merged = ended.and_then(|log| log.merged.as_ref());
        let merged = merged.filter(|(into, _)| into == survivor);
        let claim = went_on.and_then(|log| log.absorbed.get(ending));
        let kind = match (merged, claim) {
            _ if !is_at_hand(survivor) => MergeFaultKind::AbsentSurvivor,
            _ if !is_at_hand(ending) => MergeFaultKind::AbsentAbsorbed,
            (Some((_, since)), None) => {
                let Some(log) = went_on else {
                    return (None, None);
                };
                match log.ended.filter(|end| end.seconds() <= since.seconds()) {
                    Some(_) => MergeFaultKind::SurvivorEnded,
                    None => MergeFaultKind::NotAbsorbed,
                }
            }
            (None, Some(_)) if ended.is_some() => MergeFaultKind::NotMerged,
            (_, Some(claim)) => {
                let own = ended.map(|log| log.earliest);
                let other = own.filter(|own| own.seconds() != claim.seconds());
                let receipts = other.map(|own| [*claim, own]);
                return (receipts.map(|_| MergeFaultKind::OtherReceipt), receipts);
            }
            (None, None) => return (None, None),
        };
        (Some(kind), None)
    }

    /// The earliest receipt of a complaint and of all that goes on in it, each from its own log
    /// where it is at hand, whatever the others say of it; `None` without a log of the complaint.
    #[must_use]
    pub fn earliest(&self, id: &str) -> Option<Instant> {
        let mut earliest = self.logs.get(id)?.own;
        let mut from: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (ending, survivor) in self.iter() {
            from.entry(survivor).or_default().push(ending);
        }
        let (mut seen, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(at) = open.pop() {
            if !seen.insert(at) {
                continue;
            }
            let log = self.logs.get(at);
            for ending in from.get(at).into_iter().flatten().copied() {
                let other = self.logs.get(ending);
                let own = other.map(|log| log.own);
                let claimed = log.and_then(|log| log.absorbed.get(ending)).copied();
                if let Some(other) = own.or(claimed)
                    && other.seconds() < earliest.seconds()
                {
                    earliest = other;
                }
                open.push(ending);
            }
        }
        Some(earliest)
    }

    /// Each complaint that goes on elsewhere, with the one that it goes on in.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.into.iter().flat_map(|(ending, into)| {
            into.iter()
                .map(move |survivor| (ending.as_str(), survivor.as_str()))
        })
    }

    /// The complaints that are merged into each other, ring by ring: each goes on in the next, and
    /// the last in the first. A ring begins with its least id, and rings stand in that order.
    #[must_use]
    pub fn rings(&self) -> Vec<Vec<&str>> {
        let mut from: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (ending, survivor) in self.iter() {
            from.entry(survivor).or_default().insert(ending);
        }
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        let mut rings: Vec<Vec<&str>> = Vec::new();
        // Whoever leads back to a complaint, of those that come after it, is of its ring.
        for start in self.in_order_of_leaving().into_iter().rev() {
            let mut ring: BTreeSet<&str> = BTreeSet::new();
            let mut open = vec![start];
            while let Some(id) = open.pop() {
                if taken.insert(id) {
                    ring.insert(id);
                    open.extend(from.get(id).into_iter().flatten());
                }
            }
            let itself = |id: &str| self.into.get(id).is_some_and(|into| into.contains(id));
            if ring.len() > 1 || ring.iter().any(|id| itself(id)) {
                rings.extend(ring.first().copied().map(|least| self.in_turn(least, ring)));
            }
        }
        rings.order();
        rings
    }

    /// All complaints, each after everything that it goes on in, as far as that does not lead back.
    fn in_order_of_leaving(&self) -> Vec<&str> {
        let next = |id: &str| self.into.get(id).into_iter().flatten().map(String::as_str);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut left = Vec::new();
        for start in self.into.keys().map(String::as_str) {
            if !seen.insert(start) {
                continue;
            }
            let mut path = vec![(start, next(start))];
            while let Some((id, rest)) = path.last_mut() {
                match rest.find(|id| seen.insert(id)) {
                    Some(further) => path.push((further, next(further))),
                    None => {
                        left.push(*id);
                        path.pop();
                    }
                }
            }
        }
        left
    }

    /// The members of a ring, each before one that it goes on in, as far as it goes.
    fn in_turn<'a>(&'a self, start: &'a str, mut ring: BTreeSet<&'a str>) -> Vec<&'a str> {
        let mut turn = Vec::with_capacity(ring.len());
        let mut at = Some(start);
        while let Some(id) = at {
            ring.remove(id);
            turn.push(id);
            let into = self.into.get(id).into_iter().flatten();
            at = into.map(String::as_str).find(|next| ring.contains(next));
        }
        turn.extend(ring);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merges(pairs: &[(&str, &str)]) -> Merges {
        let mut merges = Merges::default();
        for (ending, survivor) in pairs {
            merges.add(ending, survivor);
        }
        merges
    }

    #[test]
    fn a_ring_names_every_member_once_and_nobody_else() {
        assert!(merges(&[("A", "B"), ("B", "C")]).rings().is_empty());
        assert_eq!(merges(&[("B", "A"), ("A", "B")]).rings(), [["A", "B"]]);
        assert_eq!(merges(&[("A", "A")]).rings(), [["A"]]);
        let two = merges(&[("Z", "Y"), ("Y", "Z"), ("A", "C"), ("C", "A"), ("T", "A")]);
        assert_eq!(two.rings(), [["A", "C"], ["Y", "Z"]]);
        // A leads into a ring of which it is no part.
        assert_eq!(
            merges(&[("A", "B"), ("B", "C"), ("C", "B")]).rings(),
            [["B", "C"]]
        );
        // Two rings with a member in common are one.
        let eight = merges(&[("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")]);
        assert_eq!(eight.rings(), [["A", "B", "C"]]);
    }

    /// A log of events of days of June, with more of their fields.
    fn log(id: &str, events: &[(&str, u32, &str)]) -> Complaint {
        let events: Vec<String> = (1..)
            .zip(events)
            .map(|(number, (kind, day, more))| {
                let at = format!("2025-06-{day:02}T10:00:00+08:00");
                format!(
                    r#"{{"kind": "{kind}", "id": "{number}", "occurred_at": "{at}", "recorded_at": "{at}",
                    "actor": {{"person_id": "L", "role": "leader", "unit_id": "JX"}}{more}}}"#
                )
            })
            .collect();
        let text = format!(
            r#"{{"complaint_id": "{id}", "events": [{}]}}"#,
            events.join(",")
        );
        Complaint::read(&insurant_rules::document::Document::parse_json("", &text).unwrap())
            .unwrap()
    }

    fn ended(id: &str, into: &str) -> Complaint {
        let into = format!(r#", "survivor_id": "{into}""#);
        log(
            id,
            &[
                ("received", 3, ""),
                ("registered", 3, ""),
                ("merged_into", 6, &into),
            ],
        )
    }

    fn went_on(id: &str, with: &[(&str, u32)]) -> Complaint {
        let with: Vec<String> = with
            .iter()
            .map(|(other, day)| {
                format!(r#", "complaint_id": "{other}", "received_at": "2025-06-{day:02}T10:00:00+08:00""#)
            })
            .collect();
        let absorbed = with.iter().map(|more| ("absorbed", 6, more.as_str()));
        let events = [("received", 4, ""), ("registered", 4, "")].into_iter();
        log(id, &events.chain(absorbed).collect::<Vec<_>>())
    }

    fn faults(logs: &[Complaint]) -> Vec<(MergeFaultKind, String)> {
        let told = |logs: &mut dyn Iterator<Item = &Complaint>| -> Vec<(MergeFaultKind, String)> {
            let mut merges = Merges::default();
            logs.for_each(|log| merges.add_log(log));
            let named = |fault: MergeFault| {
                let said = format!("{} into {}", fault.ending, fault.survivors.join(", "));
                (fault.kind, said)
            };
            merges.faults().into_iter().map(named).collect()
        };
        let forward = told(&mut logs.iter());
        assert_eq!(forward, told(&mut logs.iter().rev()));
        forward
    }

    #[test]
    fn both_sides_of_a_merge_say_the_same_or_the_fault_is_named() {
        use MergeFaultKind as Kind;
        let said = |kind, text: &str| vec![(kind, text.to_owned())];
        let both = [ended("A", "B"), went_on("B", &[("A", 3)])];
        assert_eq!(faults(&both), []);
        let one = [ended("A", "B"), went_on("B", &[])];
        assert_eq!(faults(&one), said(Kind::NotAbsorbed, "A into B"));
        let wrong = [ended("A", "B"), went_on("B", &[("A", 4)])];
        assert_eq!(faults(&wrong), said(Kind::OtherReceipt, "A into B"));
        let never = [went_on("A", &[]), went_on("B", &[("A", 4)])];
        assert_eq!(faults(&never), said(Kind::NotMerged, "A into B"));
        let twice = [
            ended("A", "B"),
            went_on("B", &[("A", 3)]),
            went_on("C", &[("A", 3)]),
        ];
        assert_eq!(faults(&twice), said(Kind::AbsorbedTwice, "A into B, C"));
        let gone = log(
            "B",
            &[
                ("received", 4, ""),
                ("registered", 4, ""),
                ("withdrawn", 5, ""),
            ],
        );
        let late = [ended("A", "B"), gone];
        assert_eq!(faults(&late), said(Kind::SurvivorEnded, "A into B"));
        let absent = [ended("A", "B")];
        assert_eq!(faults(&absent), said(Kind::AbsentSurvivor, "A into B"));
        let absent = [went_on("B", &[("A", 3)])];
        assert_eq!(faults(&absent), said(Kind::AbsentAbsorbed, "A into B"));
        // A ring is told as such, and each of its merges not once more.
        assert_eq!(faults(&[ended("A", "B"), ended("B", "A")]), []);
    }

    #[test]
    fn the_earliest_receipt_is_that_of_the_logs_own() {
        let day = |day: u32| Instant::parse(&format!("2025-06-{day:02}T10:00:00+08:00")).ok();
        let mut merges = Merges::default();
        merges.add_log(&went_on("B", &[("A", 4), ("Z", 2)]));
        // What is not at hand is taken as it is named.
        assert_eq!(merges.earliest("B"), day(2));
        merges.add_log(&went_on("Z", &[]));
        merges.add_log(&ended("A", "B"));
        assert_eq!(merges.earliest("B"), day(3));
        assert_eq!(merges.earliest("A"), day(3));
        assert_eq!(merges.earliest("X"), None);
    }

    #[test]
    fn a_long_chain_is_no_ring_and_takes_no_time() {
        let id = |n: u32| format!("C-{n:06}");
        let mut merges = Merges::default();
        for n in 0..100_000 {
            merges.add(&id(n), &id(n + 1));
        }
        assert!(merges.rings().is_empty());
        merges.add(&id(100_000), &id(0));
        assert_eq!(merges.rings().first().map(Vec::len), Some(100_001));
    }
}
