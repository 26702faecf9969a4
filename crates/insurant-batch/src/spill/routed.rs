//! All tables on their way from the host's streams to the parts.

use super::feed::{Feed, Feeds};
use super::file::{Spilled, Writer};
use super::ids::IdsReader;
use super::join::{Claims, Doubted, Meeting, Movements, Sides};
use super::key::nobodys;
use super::link::Links;
use super::part::{Files, Set};
use super::route::{self, Ghosts, Home, Run, Tuples};
use crate::portfolio::{Counts, Failure, Which};
use std::sync::Arc;

/// The files of the tables by customer, and what is asked of the customers' stream later.
pub(super) struct Routed {
    pub(super) set: Set,
    pub(super) ids: IdsReader,
    pub(super) counts: Counts,
}

impl Routed {
    /// Reads all tables, and sends their rows to where they belong.
    pub(super) fn new(run: &Run<'_>, feeds: &mut Feeds) -> Result<Self, Failure> {
        let (customers, ids) = route::customers(run, &mut feeds.customers)?;
        let mut customer_ghosts = Ghosts::new("more-customers", &feeds.customers.plain);
        let policies = route::policies(run, &mut feeds.policies)?;
        let mut policy_ghosts = Ghosts::new("more-policies", &feeds.policies.plain);

        let mut claims = Home::new(run, "claims", &feeds.claims.plain)?;
        let mut claim_ids = Tuples::new(run, "claim-ids", &feeds.claims.plain, "claim_id")?;
        let mut claim_ghosts = Ghosts::new("more-claims", &feeds.claims.plain);
        let by_policy = route::by_policy(
            run,
            &mut feeds.claims,
            "claims-by-policy",
            |rows, lost, at| {
                let keys = route::keys_by(rows, "customer_id", at);
                let keys: Vec<Option<u64>> = keys
                    .iter()
                    .zip(lost)
                    .map(|(k, l)| k.filter(|_| *l))
                    .collect();
                claims.add(rows, &keys, at)?;
                claim_ids.add(rows, "claim_id", &keys, at, &[])
            },
        )?;
        let mut moved = match &mut feeds.movements {
            Some(feed) => Some(Moved::read(run, feed)?),
            None => None,
        };
        let mut doubted = Doubted {
            plain: Arc::clone(&feeds.claims.plain),
            writer: None,
        };
        let movements_by_policy = moved.as_mut().and_then(|moved| moved.by_policy.take());
        let mut meeting = Meeting {
            run,
            ghosts: &mut policy_ghosts,
            column: "policy_id",
            movements: moved.as_mut().map(|moved| Movements {
                home: &mut moved.home,
                ghosts: &mut moved.ghosts,
            }),
            claims: Some(Claims {
                home: &mut claims,
                ids: &mut claim_ids,
                doubted: &mut doubted,
            }),
        };
        let sides = Sides {
            tuples: &policies.ids,
            movements: movements_by_policy.as_ref(),
            claims: Some(&by_policy),
        };
        meeting.hold(sides, 0)?;
        policies.ids.remove()?;
        by_policy.remove()?;
        movements_by_policy.map_or(Ok(()), Spilled::remove)?;

        let doubted = doubted.writer.map(Writer::finish).transpose()?;
        Links {
            run,
            customers: &customers,
            policies: &policies.home,
            partners: policies.partners,
            doubted: doubted.as_ref(),
            claims: &mut claims,
            claim_ids: &mut claim_ids,
            customer_ghosts: &mut customer_ghosts,
            policy_ghosts: &mut policy_ghosts,
            claim_ghosts: &mut claim_ghosts,
            policy_schema: Arc::clone(&feeds.policies.plain),
        }
        .follow()?;
        doubted.map_or(Ok(()), Spilled::remove)?;
        twice(run, &mut claim_ghosts, "claim_id", claim_ids.finish()?)?;

        let mut tables = vec![
            files(
                Which::Customers,
                &feeds.customers,
                customers,
                customer_ghosts,
            )?,
            files(
                Which::Policies,
                &feeds.policies,
                policies.home,
                policy_ghosts,
            )?,
            files(Which::Claims, &feeds.claims, claims.finish()?, claim_ghosts)?,
        ];
        if let (Some(moved), Some(feed)) = (moved, &feeds.movements) {
            tables.push(files(
                Which::Movements,
                feed,
                moved.home.finish()?,
                moved.ghosts,
            )?);
        }
        if let Some(feed) = &mut feeds.entries {
            let (home, ids) = route::entries(run, feed)?;
            let mut ghosts = Ghosts::new("more-entries", &feed.plain);
            twice(run, &mut ghosts, "entry_id", ids)?;
            tables.push(files(Which::Entries, feed, home, ghosts)?);
        }
        let rows = |feed: &Option<Feed>| feed.as_ref().map_or(0, |feed| feed.rows);
        let counts = Counts {
            customers: feeds.customers.rows,
            policies: feeds.policies.rows,
            movements: rows(&feeds.movements),
            claims: feeds.claims.rows,
            entries: rows(&feeds.entries),
            claims_set_aside: 0,
        };
        let set = Set {
            tables,
            cuts: run.limits.cuts,
        };
        Ok(Self { set, ids, counts })
    }
}

/// Endorsements on their way.
struct Moved {
    home: Home,
    ghosts: Ghosts,
    by_policy: Option<Spilled>,
}

impl Moved {
    fn read(run: &Run<'_>, feed: &mut Feed) -> Result<Self, Failure> {
        let mut home = Home::new(run, "movements", &feed.plain)?;
        let ghosts = Ghosts::new("more-movements", &feed.plain);
        let by_policy = route::by_policy(run, feed, "movements-by-policy", |rows, lost, at| {
            let nobody = |(order, lost): (&u64, &bool)| lost.then(|| nobodys(*order));
            let keys: Vec<Option<u64>> = at.iter().zip(lost).map(nobody).collect();
            home.add(rows, &keys, at)
        })?;
        Ok(Self {
            home,
            ghosts,
            by_policy: Some(by_policy),
        })
    }
}

/// Lets rows of a table that have one identifier find each other.
fn twice(
    run: &Run<'_>,
    ghosts: &mut Ghosts,
    column: &'static str,
    tuples: Spilled,
) -> Result<(), Failure> {
    let mut meeting = Meeting {
        run,
        ghosts,
        column,
        movements: None,
        claims: None,
    };
    let sides = Sides {
        tuples: &tuples,
        movements: None,
        claims: None,
    };
    meeting.hold(sides, 0)?;
    tuples.remove()
}

fn files(which: Which, feed: &Feed, home: Spilled, ghosts: Ghosts) -> Result<Files, Failure> {
    Ok(Files {
        which,
        plain: Arc::clone(&feed.plain),
        home,
        ghosts: ghosts.finish()?,
    })
}
