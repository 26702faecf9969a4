//! Plans for people, and as CSV.

use super::findings;
use super::standing::some;
use crate::command::stop::Stop;
use crate::command::text::{Table, grouped};
use insurant::assignment::{Bar, Cause, Mode, Placement, Plan, Question, Unplaced, WhyNot};
use insurant_rules::Problem;

/// How many customers a table shows.
pub(super) const SHOWN: usize = 50;

/// The plan, with a reason in a line for each customer.
pub(super) fn table(plan: &Plan<'_>, question: &Question, rulebook: &str) -> String {
    let what = match &question.mode {
        Mode::Assign => "The unassigned".to_owned(),
        Mode::Leaver(id) => format!("The book of {id}"),
        Mode::Rebalance => "Everything".to_owned(),
    };
    let branch = question
        .unit
        .as_ref()
        .map_or(String::new(), |unit| format!(" in {unit}"));
    let mut page = format!("{what}{branch} from {}, by {rulebook}\n", question.on);
    let mut table = Table::new(&["customer", "from", "to", ">fit", "why", "next best"]);
    for placement in plan.placements.iter().take(SHOWN) {
        let kept = placement.from == Some(placement.manager_id);
        table.row([
            placement.id.to_owned(),
            placement.from.unwrap_or("-").to_owned(),
            if kept {
                "(kept)".to_owned()
            } else {
                placement.manager_id.to_owned()
            },
            placement.fit.total().to_string(),
            points(placement),
            next(placement),
        ]);
    }
    if !table.is_empty() {
        page.push_str(&format!("\n{table}"));
    }
    if let Some(more) = plan.placements.len().checked_sub(SHOWN + 1) {
        page.push_str(&format!(
            "  … and {} more; --format csv has all\n",
            more + 1
        ));
    }
    for unplaced in &plan.unplaced {
        page.push_str(&format!(
            "\nNobody for {}:\n{}",
            unplaced.id,
            nobody(unplaced)
        ));
    }
    page.push_str(&findings::table(
        &plan.findings,
        "Rules broken that this plan leaves",
    ));
    page.push_str(&format!("\n{}", quality(plan)));
    let mut loads = Table::new(&["manager", ">before", ">after", ">capacity", ">customers"]);
    for load in &plan.loads {
        loads.row([
            load.manager_id.to_owned(),
            grouped(load.before),
            grouped(load.after),
            load.capacity.map_or("-".to_owned(), grouped),
            grouped(i128::from(load.count)),
        ]);
    }
    page.push_str(&format!("\nEffort\n{loads}"));
    page
}

fn quality(plan: &Plan<'_>) -> String {
    let q = &plan.quality;
    let all = q.placed + plan.unplaced.len() as u64;
    let mut line = format!(
        "Placed {} of {} ({} at most); fit {} of at most {}",
        grouped(i128::from(q.placed)),
        grouped(i128::from(all)),
        grouped(i128::from(q.placed_bound)),
        grouped(q.fit),
        grouped(q.fit_bound),
    );
    if let Some(gap) = q.gap().filter(|_| q.fit != q.fit_bound) {
        line.push_str(&format!(" (gap {gap})"));
    }
    let moves = if q.moves == 1 { "move" } else { "moves" };
    line.push_str(&format!("; {} {moves}.", grouped(i128::from(q.moves))));
    line.push_str(if q.optimal {
        " No plan is better.\n"
    } else {
        " Efforts are unequal: no plan is proved to be best.\n"
    });
    line
}

/// `grade 20 + line 25`.
fn points(placement: &Placement<'_>) -> String {
    let scored = placement.fit.scored.iter();
    let parts: Vec<String> = scored
        .map(|s| format!("{} {}", s.component.as_str(), s.points))
        .collect();
    let mut why = if parts.is_empty() {
        "no points".to_owned()
    } else {
        parts.join(" + ")
    };
    if let Some(supervisor) = placement.fit.supervisor {
        why.push_str(&format!("; supervised by {supervisor}"));
    }
    if placement.fit.unknown_distance {
        why.push_str("; distance unknown");
    }
    why
}

fn next(placement: &Placement<'_>) -> String {
    match &placement.next {
        None => "nobody else may".to_owned(),
        Some(next) => format!(
            "{}, {}",
            next.manager_id,
            difference(next.difference, next.why_not)
        ),
    }
}

fn difference(difference: i64, why: WhyNot) -> String {
    match why {
        WhyNot::LowerFit => format!("{difference} less"),
        WhyNot::SameFit => "as good".to_owned(),
        WhyNot::Full if difference == 0 => "as good, but full".to_owned(),
        WhyNot::Full => format!("{} more, but full", difference.unsigned_abs()),
    }
}

fn nobody(unplaced: &Unplaced<'_>) -> String {
    let mut page = String::new();
    if unplaced.cause() == Cause::NoManagers {
        page.push_str("  there are no managers\n");
    }
    for (bar, managers) in &unplaced.barred {
        page.push_str(&format!("  {} forbids {}\n", bar.word(), some(managers)));
    }
    if !unplaced.full.is_empty() {
        page.push_str(&format!("  full: {}\n", some(&unplaced.full)));
    }
    page
}

/// One customer, with every point and every rule.
///
/// # Errors
/// A customer that the plan does not speak of.
pub(super) fn explained(plan: &Plan<'_>, id: &str) -> Result<String, Stop> {
    if let Some(unplaced) = plan.unplaced.iter().find(|u| u.id == id) {
        return Ok(format!(
            "Nobody for {id} (effort {}):\n{}",
            unplaced.effort,
            nobody(unplaced)
        ));
    }
    let Some(p) = plan.placements.iter().find(|p| p.id == id) else {
        let ids = plan.placements.iter().map(|p| p.id);
        return Err(Problem::new(
            insurant::code::UNKNOWN_CUSTOMER,
            format!("the plan says nothing of `{id}`"),
        )
        .nearest(insurant_rules::problem::nearest(id, ids))
        .remedy("only customers that may be moved are in a plan; --format csv lists them")
        .into());
    };
    let from = p
        .from
        .map_or(String::new(), |from| format!(", from {from}"));
    let mut page = format!(
        "{id} goes to {} ({}{from}), effort {}\n",
        p.manager_id,
        p.change.as_str(),
        p.effort
    );
    let allowed = p
        .fit
        .allowed_by
        .map_or("no rule asks for a grade".to_owned(), |rule| {
            format!("allowed by least_grade:{rule}")
        });
    let under = p
        .fit
        .supervisor
        .map_or(String::new(), |who| format!(", supervised by {who}"));
    page.push_str(&format!("  {allowed}{under}\n"));
    for scored in &p.fit.scored {
        page.push_str(&format!(
            "  {:>6}  {}:{}\n",
            scored.points,
            scored.component.as_str(),
            scored.rule
        ));
    }
    page.push_str(&format!("  {:>6}  in all\n", p.fit.total()));
    if p.fit.unknown_distance {
        page.push_str("  the distance is unknown, which the rules allow\n");
    }
    if let Some(next) = &p.next {
        page.push_str(&format!(
            "  next best: {} with {}: {}\n",
            next.manager_id,
            next.fit,
            match next.why_not {
                WhyNot::LowerFit => "fits less",
                WhyNot::SameFit => "fits as well; this way fewer move, or the loads are more even, or the id is smaller",
                WhyNot::Full => "is full of such as would lose more elsewhere",
            }
        ));
    }
    if let Some(other) = &p.forbidden {
        let rules: Vec<String> = other.bars.iter().map(Bar::word).collect();
        page.push_str(&format!(
            "  {} would have {}, and may not: {}\n",
            other.manager_id,
            other.fit,
            rules.join(", ")
        ));
    }
    Ok(page)
}

/// One row a customer.
pub(super) fn csv(plan: &Plan<'_>) -> String {
    let mut rows = vec![
        [
            "customer_id",
            "from",
            "manager_id",
            "change",
            "effort",
            "fit",
            "points",
            "allowed_by",
            "supervised_by",
            "next_best",
            "next_fit",
            "why_not",
            "better_forbidden",
            "forbidden_by",
        ]
        .map(str::to_owned),
    ];
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    rows.extend(plan.placements.iter().map(|p| {
        let scored = p.fit.scored.iter();
        let points: Vec<String> = scored
            .map(|s| format!("{}:{}={}", s.component.as_str(), s.rule, s.points))
            .collect();
        let (next, other) = (p.next.as_ref(), p.forbidden.as_ref());
        let bars = other.map(|o| o.bars.iter().map(Bar::word).collect::<Vec<_>>().join(";"));
        [
            p.id.to_owned(),
            own(p.from),
            p.manager_id.to_owned(),
            p.change.as_str().to_owned(),
            p.effort.to_string(),
            p.fit.total().to_string(),
            points.join(";"),
            own(p.fit.allowed_by),
            own(p.fit.supervisor),
            own(next.map(|n| n.manager_id)),
            next.map_or(String::new(), |n| n.fit.to_string()),
            own(next.map(|n| n.why_not.as_str())),
            own(other.map(|o| o.manager_id)),
            bars.unwrap_or_default(),
        ]
    }));
    rows.extend(plan.unplaced.iter().map(|u| {
        let bars: Vec<String> = u.barred.iter().map(|(bar, _)| bar.word()).collect();
        let mut row = [const { String::new() }; 14];
        let cells = [
            (0, u.id.to_owned()),
            (1, own(u.from)),
            (3, "unplaced".to_owned()),
            (4, u.effort.to_string()),
            (13, bars.join(";")),
        ];
        for (at, text) in cells {
            if let Some(cell) = row.get_mut(at) {
                *cell = text;
            }
        }
        row
    }));
    csv_text(rows)
}

/// Rows as CSV.
pub(super) fn csv_text<const N: usize>(rows: Vec<[String; N]>) -> String {
    let mut text = String::new();
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}
