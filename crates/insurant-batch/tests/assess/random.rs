//! Small made-up portfolios, with everything that rows can have, and much that they should not.

/// A source of numbers, the same for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % bound.max(1)
    }

    /// Whether something happens that does once in so many times.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let count = u64::try_from(words.len()).unwrap();
        words[usize::try_from(self.below(count)).unwrap()]
    }

    pub(crate) fn day(&mut self) -> String {
        let special = [
            "2024-02-29",
            "2023-12-31",
            "2024-07-01",
            "2024-06-30",
            "2021-02-28",
        ];
        if self.once_in(4) {
            return self.of(&special).to_owned();
        }
        let (year, month, day) = (2019 + self.below(7), 1 + self.below(12), 1 + self.below(28));
        format!("{year}-{month:02}-{day:02}")
    }

    fn amount(&mut self, huge: bool) -> String {
        if huge && self.once_in(6) {
            return "92233720368547758.07".to_owned();
        }
        let most = [1_000, 100_000, 10_000_000][usize::try_from(self.below(3)).unwrap()];
        let minor = self.below(most);
        format!("{}.{:02}", minor / 100, minor % 100)
    }
}

/// A table: the names of its columns, and rows of cells.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// What a portfolio is made of.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Kind {
    /// Rows have faults.
    pub(crate) faults: bool,
    /// Amounts go up to what 64 bits hold.
    pub(crate) huge: bool,
    /// Rows are plain: no cancellation, endorsement, partner, register entry.
    pub(crate) plain: bool,
}

fn year(day: &str) -> u64 {
    day.split('-').next().unwrap().parse().unwrap()
}

pub(crate) fn portfolio(dice: &mut Dice, kind: Kind) -> Vec<Table> {
    let customers = dice.below(7);
    let policies = customers * dice.below(5);
    let claims = policies * dice.below(3) / 2;
    let seldom = if kind.plain { 1 << 40 } else { 5 };
    let wrong = if kind.faults { 15 } else { 1 << 40 };
    let mut tables = Vec::new();
    let whole = dice.once_in(2);
    let id = |kind: &str, number: u64| {
        if whole {
            (1_000 + number).to_string()
        } else {
            format!("{kind}{number}")
        }
    };
    let maybe = |dice: &mut Dice, value: String, times: u64| {
        if dice.once_in(times) {
            value
        } else {
            String::new()
        }
    };
    let mut rows = Vec::new();
    for number in 0..customers {
        let own = if dice.once_in(wrong) {
            dice.below(customers)
        } else {
            number
        };
        let kinds = ["individual", "organisation", "partner"];
        let day = dice.day();
        rows.push(vec![
            if dice.once_in(wrong) {
                String::new()
            } else {
                id("C", own)
            },
            if dice.once_in(wrong) {
                "wizard".into()
            } else {
                dice.of(&kinds).into()
            },
            dice.of(&["good", "fair", "poor", "", "unknown"]).into(),
            dice.of(&["yes", "no", ""]).into(),
            maybe(dice, day.clone(), 6),
            maybe(dice, day, 6),
            dice.of(&["M1", "none", ""]).into(),
            dice.of(&["yes", "no", ""]).into(),
        ]);
    }
    tables.push(Table {
        name: "customers",
        columns: vec![
            "customer_id",
            "kind",
            "credit",
            "intends_to_insure",
            "history_from",
            "valued_on",
            "manager_id",
            "brand_notable",
        ],
        rows,
    });
    let mut rows = Vec::new();
    for number in 0..policies {
        let own = if dice.once_in(wrong) {
            dice.below(policies)
        } else {
            number
        };
        let (start, end) = (dice.day(), dice.day());
        let (start, end) = if start < end || dice.once_in(wrong) {
            (start, end)
        } else {
            (end, start)
        };
        // A day between, when the year has one.
        let middle = format!("{}-07-15", year(&start));
        let cancelled = dice.once_in(seldom);
        let end = if start == end {
            format!("{}-12-31", 1 + year(&start))
        } else {
            end
        };
        let holder = if dice.once_in(wrong) {
            customers + 5
        } else {
            dice.below(customers)
        };
        let partner = dice.below(customers + 2);
        let written = dice.amount(kind.huge);
        rows.push(vec![
            id("P", own),
            id("C", holder),
            dice.of(&["property", "motor", "liability"]).into(),
            dice.of(&["direct", "intermediary", "tender"]).into(),
            if dice.once_in(wrong) {
                "2023-02-30".into()
            } else {
                start
            },
            end,
            if dice.once_in(wrong) {
                "-1.00".into()
            } else {
                written
            },
            if cancelled {
                "0.01".into()
            } else {
                String::new()
            },
            if cancelled { middle } else { String::new() },
            {
                let day = dice.day();
                maybe(dice, day, seldom)
            },
            maybe(dice, id("C", partner), seldom),
            maybe(dice, "T1".into(), seldom),
            maybe(dice, "3".into(), seldom),
            if dice.once_in(wrong) {
                "EUR".into()
            } else {
                maybe(dice, "CNY".into(), 2)
            },
        ]);
    }
    tables.push(Table {
        name: "policies",
        columns: vec![
            "policy_id",
            "customer_id",
            "line",
            "business_source",
            "start",
            "end",
            "written_premium",
            "refunded",
            "cancelled_on",
            "issued_on",
            "partner_id",
            "tender_id",
            "insured_units",
            "currency",
        ],
        rows: rows.clone(),
    });
    let mut movements = Vec::new();
    for row in &rows {
        if dice.once_in(seldom) {
            let day = if dice.once_in(3) {
                dice.day()
            } else {
                row[4].clone()
            };
            let policy = if dice.once_in(wrong) {
                "lost".to_owned()
            } else {
                row[0].clone()
            };
            let amount = dice.of(&["10.00", "-0.01", "3.33"]).to_owned();
            movements.push(vec![policy, day, amount]);
        }
    }
    if !movements.is_empty() {
        tables.push(Table {
            name: "movements",
            columns: vec!["policy_id", "effective", "amount"],
            rows: movements,
        });
    }
    let mut rows = Vec::new();
    for number in 0..claims {
        let own = if dice.once_in(wrong) {
            dice.below(claims)
        } else {
            number
        };
        let policy = if dice.once_in(wrong) {
            policies + 3
        } else {
            dice.below(policies)
        };
        let stranger = dice.below(customers);
        let none = dice.once_in(if kind.plain { 1 << 40 } else { 12 });
        rows.push(vec![
            id("K", own),
            if none { String::new() } else { id("P", policy) },
            if none || dice.once_in(wrong) {
                id("C", stranger)
            } else {
                String::new()
            },
            dice.day(),
            {
                let day = dice.day();
                maybe(dice, day, 3)
            },
            dice.of(&["open", "settled", "declined", "withdrawn", "reopened"])
                .into(),
            dice.amount(kind.huge),
            if dice.once_in(wrong) {
                "12,5".into()
            } else {
                dice.amount(false)
            },
            maybe(dice, "1.00".into(), seldom),
            dice.of(&["yes", "no", "", ""]).into(),
            maybe(dice, "E1".into(), seldom),
        ]);
    }
    tables.push(Table {
        name: "claims",
        columns: vec![
            "claim_id",
            "policy_id",
            "customer_id",
            "loss_date",
            "reported_on",
            "status",
            "paid",
            "reserve",
            "recovered",
            "catastrophe",
            "event_id",
        ],
        rows,
    });
    let mut rows = Vec::new();
    for number in 0..customers {
        if dice.once_in(seldom * 2) {
            let day = dice.day();
            let states = [
                "proposed",
                "active",
                "under_appeal",
                "suspended",
                "expired",
                "removed",
            ];
            rows.push(vec![
                format!("E{number}"),
                id(
                    "C",
                    if dice.once_in(wrong) {
                        customers + 9
                    } else {
                        number
                    },
                ),
                dice.of(&states).into(),
                "fraud".into(),
                day,
            ]);
        }
    }
    if !rows.is_empty() {
        tables.push(Table {
            name: "entries",
            columns: vec!["entry_id", "customer_id", "state", "reason", "effective"],
            rows,
        });
    }
    tables
}
