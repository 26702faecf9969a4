//! What operations on the insurer's indicators take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// The groups of one name, in order; rows that do not say come last.
    answered ActivityBy {
        /// What they are told apart by.
        name "name": String,
        /// The groups.
        groups "groups": Vec<ActivityGroup>,
    }
}

record! {
    /// One group.
    answered ActivityGroup {
        /// What they have in common; absent for rows that do not say.
        #[uniffi(default = None)]
        key "key": Option<String>,
        /// Heads.
        heads "heads": ActivityHeads,
        /// What was sold.
        sales "sales": ActivitySales,
        /// The figures; those of premium only in a currency.
        kpis "kpis": Vec<ActivityKpi>,
    }
}

record! {
    /// Heads.
    answered ActivityHeads {
        /// In service on the first day.
        begin "begin": i64,
        /// In service on the first day after the period.
        end "end": i64,
        /// Who sold enough.
        active "active": i64,
    }
}

record! {
    /// A question, who was in service, and what was sold.
    asked ActivityInput {
        /// The question.
        spec "spec": ActivitySpec,
        /// Services of agents, in any order.
        agents "agents": Vec<AgentService>,
        /// Policies sold, in any order.
        sales "sales": Vec<AgentSale>,
    }
}

record! {
    /// One figure with both its sides.
    answered ActivityKpi {
        /// Which.
        id "id": String,
        /// What it is divided by.
        basis "basis": HeadBasis,
        /// What the numerator is in.
        unit "unit": String,
        /// The numerator.
        numerator "numerator": Amount,
        /// The denominator, perhaps with a half.
        denominator "denominator": String,
        /// The figure.
        value "value": KpiValue,
    }
}

record! {
    /// Left out for one reason.
    answered ActivityLeftOut {
        /// Why.
        reason "reason": ActivityLeftOutReason,
        /// How many.
        policies "policies": i64,
        /// Their amount.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
    }
}

words! {
    /// Why a sale does not count.
    answered ActivityLeftOutReason {
        /// It was not issued in the period.
        OutsidePeriod = "outside_period",
        /// Nobody knows the agent.
        UnknownAgent = "unknown_agent",
        /// The agent was not in service on that day.
        OutsideService = "outside_service",
        /// Its premium is not given; it counts as a policy all the same.
        PremiumMissing = "premium_missing",
    }
}

record! {
    /// Who sold, and how much.
    answered ActivityReport {
        /// The first day after the period.
        as_of "as_of": CivilDate,
        /// The time.
        period "period": KpiPeriod,
        /// With so many policies an agent is active.
        least_policies "least_policies": i64,
        /// The sales that do not count, by reason.
        left_out "left_out": Vec<ActivityLeftOut>,
        /// Heads.
        heads "heads": ActivityHeads,
        /// What was sold.
        sales "sales": ActivitySales,
        /// The figures; those of premium only in a currency.
        kpis "kpis": Vec<ActivityKpi>,
        /// The same by group, when asked for.
        #[uniffi(default = None)]
        by "by": Option<Vec<ActivityBy>>,
    }
}

record! {
    /// What was sold.
    answered ActivitySales {
        /// Policies.
        policies "policies": i64,
        /// Their premium.
        #[uniffi(default = None)]
        premium "premium": Option<String>,
        /// Policies of which the premium is not given.
        #[uniffi(default = None)]
        without_premium "without_premium": Option<i64>,
    }
}

record! {
    /// Which time, and how to count.
    asked ActivitySpec {
        /// The time: `2024-05`, `2024-Q2`, `2024`, or first day and first day after it.
        period "period": KpiPeriodChoice,
        /// With so many policies an agent is active; 1 when left out.
        #[uniffi(default = None)]
        least_policies "least_policies": Option<i64>,
        /// The currency of all amounts, by ISO 4217.
        #[uniffi(default = None)]
        currency "currency": Option<String>,
        /// Names of groups to tell apart as well, such as `channel`.
        #[uniffi(default = None)]
        by "by": Option<Vec<String>>,
    }
}

record! {
    /// A policy that was sold.
    asked AgentSale {
        /// The host's id, unique in the question.
        policy_id "policy_id": String,
        /// Who sold it.
        agent_id "agent_id": String,
        /// When it was issued.
        issued_on "issued_on": CivilDate,
        /// Standard or first-year premium, as the insurer counts it; a reversal is negative.
        #[uniffi(default = None)]
        premium "premium": Option<Amount>,
    }
}

record! {
    /// A time in which an agent sold for the insurer.
    asked AgentService {
        /// The host's id; one agent may have several services.
        agent_id "agent_id": String,
        /// The first day.
        from "from": CivilDate,
        /// The first day after it; left out while it lasts.
        #[uniffi(default = None)]
        to "to": Option<CivilDate>,
        /// Groups that it belongs to, by name: `{"channel": "agents"}`.
        #[uniffi(default = None)]
        groups "groups": Option<HashMap<String, String>>,
    }
}

record! {
    /// How much do the largest bring, and how many bring most?
    asked ConcentrationInput {
        /// The day that the amounts are of, for the answer.
        #[uniffi(default = None)]
        as_of "as_of": Option<CivilDate>,
        /// The currency of the amounts, by ISO 4217; without one they are whole numbers.
        #[uniffi(default = None)]
        currency "currency": Option<String>,
        /// How much do the first so many bring?
        #[uniffi(default = None)]
        top "top": Option<Vec<i64>>,
        /// How many bring such a share, `80%`?
        #[uniffi(default = None)]
        shares "shares": Option<Vec<String>>,
        /// The rows, in any order.
        rows "rows": Vec<ConcentrationRow>,
    }
}

record! {
    /// Left out for one reason.
    answered ConcentrationLeftOut {
        /// Why.
        reason "reason": String,
        /// How many.
        rows "rows": i64,
        /// Their amount.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
    }
}

record! {
    /// How much the largest bring, and how many bring most.
    answered ConcentrationReport {
        /// The figure.
        id "id": String,
        /// The day that the amounts are of.
        #[uniffi(default = None)]
        as_of "as_of": Option<CivilDate>,
        /// Rows of one amount stay together.
        basis "basis": String,
        /// A currency, or `units`.
        unit "unit": String,
        /// The whole.
        total "total": String,
        /// The rows that it is made of.
        rows "rows": i64,
        /// The rows that are no part of it.
        left_out "left_out": Vec<ConcentrationLeftOut>,
        /// By number, ascending.
        top "top": Vec<ConcentrationTop>,
        /// By share, ascending.
        shares "shares": Vec<ConcentrationShare>,
    }
}

record! {
    /// One of those who bring it.
    asked ConcentrationRow {
        /// The host's id, unique in the question.
        id "id": String,
        /// What it brings; below zero it is no part of the whole.
        amount "amount": Amount,
    }
}

record! {
    /// The fewest rows that bring a share.
    answered ConcentrationShare {
        /// The share, as written.
        share "share": String,
        /// Whether there is anything to share.
        state "state": KpiState,
        /// So many they are with those that equal the last.
        #[uniffi(default = None)]
        rows "rows": Option<i64>,
        /// So few suffice.
        #[uniffi(default = None)]
        without_ties "without_ties": Option<i64>,
        /// What they bring.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
        /// Of the whole.
        #[uniffi(default = None)]
        reached "reached": Option<KpiValue>,
        /// How many they are, of all rows.
        #[uniffi(default = None)]
        share_of_rows "share_of_rows": Option<KpiValue>,
    }
}

record! {
    /// What the largest rows bring.
    answered ConcentrationTop {
        /// So many were asked for.
        n "n": i64,
        /// So many they are with those that equal the last.
        rows "rows": i64,
        /// What they bring.
        amount "amount": String,
        /// Of the whole.
        share "share": KpiValue,
        /// How many they are, of all rows.
        share_of_rows "share_of_rows": KpiValue,
    }
}

words! {
    /// What a figure is divided by.
    answered HeadBasis {
        /// Half of the heads at the beginning and at the end.
        AverageHeads = "average_heads",
        /// Those who sold.
        ActiveHeads = "active_heads",
    }
}

record! {
    /// Days from one up to another.
    both KpiPeriod {
        /// The first day.
        from "from": CivilDate,
        /// The first day after it.
        to "to": CivilDate,
    }
}

choice! {
    /// A word, or exactly: KpiPeriod.
    asked KpiPeriodChoice: KpiPeriod
}

words! {
    /// Why a figure does not exist.
    answered KpiReason {
        /// No policy can be measured, or those that can be have no premium.
        NothingMeasurable = "nothing_measurable",
        /// Nobody was in service at the beginning or at the end.
        NoHeads = "no_heads",
        /// Nobody sold enough to be active.
        NobodyActive = "nobody_active",
        /// There is no amount to have a share of.
        NothingToShare = "nothing_to_share",
        /// The exact figure has more digits than can be held.
        TooLarge = "too_large",
    }
}

record! {
    /// An exact quotient, or why there is none.
    answered KpiValue {
        /// Whether it exists.
        state "state": KpiState,
        /// The numerator, amounts in minor units.
        #[uniffi(default = None)]
        num "num": Option<String>,
        /// The denominator, amounts in minor units.
        #[uniffi(default = None)]
        den "den": Option<String>,
        /// Of an amount per head.
        #[uniffi(default = None)]
        currency "currency": Option<String>,
        /// To six places, half to even, amounts in major units; for reading only.
        #[uniffi(default = None)]
        shown "shown": Option<String>,
        /// Why there is none.
        #[uniffi(default = None)]
        reason "reason": Option<KpiReason>,
    }
}

words! {
    /// What is counted.
    both PersistencyBasis {
        /// Premium received over original premium.
        Premium = "premium",
        /// Policies, each once however many riders it has.
        Count = "count",
    }
}

record! {
    /// The groups of one name, in order; rows that do not say come last.
    answered PersistencyBy {
        /// What they are told apart by.
        name "name": String,
        /// The groups.
        groups "groups": Vec<PersistencyGroup>,
    }
}

record! {
    /// One group.
    answered PersistencyGroup {
        /// What they have in common; absent for rows that do not say.
        #[uniffi(default = None)]
        key "key": Option<String>,
        /// What persists: premium, or policies.
        numerator "numerator": Amount,
        /// What it is a share of.
        denominator "denominator": Amount,
        /// The persistency; it may exceed 1.
        value "value": KpiValue,
        /// The same, at most 1; there when it is above 1.
        #[uniffi(default = None)]
        capped "capped": Option<KpiValue>,
        /// The policies measured.
        policies "policies": i64,
        /// The policies on neither side, by reason, with their original premium.
        left_out "left_out": Vec<PersistencyLeftOut>,
        /// The part of the numerator that riders brought.
        #[uniffi(default = None)]
        riders "riders": Option<PersistencyRiders>,
        /// Premium of the month that came after the days of grace and does not count.
        late "late": PersistencyLate,
    }
}

record! {
    /// A question, and the policies to answer it from.
    asked PersistencyInput {
        /// The question.
        spec "spec": PersistencySpec,
        /// The policies, in any order.
        policies "policies": Vec<PersistencyPolicy>,
    }
}

record! {
    /// Premium that came after the days of grace.
    answered PersistencyLate {
        /// How many.
        receipts "receipts": i64,
        /// How much.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
    }
}

record! {
    /// Left out for one reason.
    answered PersistencyLeftOut {
        /// Why.
        reason "reason": PersistencyLeftOutReason,
        /// How many.
        policies "policies": i64,
        /// Their amount.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
    }
}

words! {
    /// Why a policy is on neither side.
    answered PersistencyLeftOutReason {
        /// It is a group's.
        NotIndividual = "not_individual",
        /// It is short-term.
        NotLongTerm = "not_long_term",
        /// It was paid for at once.
        SinglePremium = "single_premium",
        /// The days of grace are not over, or not known to be.
        Immature = "immature",
        /// The customer took it back while it was free to.
        CoolingOff = "cooling_off",
        /// A claim ended it.
        Claim = "claim",
        /// Premium is waived.
        Waiver = "waiver",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// It was moved away.
        TransferredOut = "transferred_out",
        /// It lapsed because it was suspended.
        Suspended = "suspended",
        /// It lapsed because it was converted.
        Converted = "converted",
        /// What was received is not known.
        NotKnown = "not_known",
    }
}

record! {
    /// A policy with what was received for it.
    asked PersistencyPolicy {
        /// The host's id, unique in the question.
        policy_id "policy_id": String,
        /// The first day of cover.
        effective "effective": CivilDate,
        /// The original premium of one instalment, riders of the first day included; needed where
        /// premium is counted.
        #[uniffi(default = None)]
        premium "premium": Option<Amount>,
        /// Whether it is paid for at once; false when left out.
        #[uniffi(default = None)]
        single "single": Option<bool>,
        /// Whether it is one person's; true when left out.
        #[uniffi(default = None)]
        individual "individual": Option<bool>,
        /// Whether it is long-term; true when left out.
        #[uniffi(default = None)]
        long_term "long_term": Option<bool>,
        /// The premium received for it; left out: not known.
        #[uniffi(default = None)]
        received "received": Option<Vec<PremiumReceipt>>,
        /// Riders added after the first day.
        #[uniffi(default = None)]
        riders "riders": Option<Vec<PersistencyRider>>,
        /// What ended the payment of premium.
        #[uniffi(default = None)]
        ceased "ceased": Option<PremiumCeased>,
        /// Nothing is known of this day and later ones.
        #[uniffi(default = None)]
        known_until "known_until": Option<CivilDate>,
        /// Groups that it belongs to, by name: `{"channel": "agents"}`.
        #[uniffi(default = None)]
        groups "groups": Option<HashMap<String, String>>,
    }
}

record! {
    /// Persistency, with everything that it is made of.
    answered PersistencyReport {
        /// `persistency_13`.
        id "id": String,
        /// The day of the question.
        as_of "as_of": CivilDate,
        /// What is counted.
        basis "basis": PersistencyBasis,
        /// Which exclusions hold.
        variant "variant": PersistencyVariant,
        /// What both sides are in: a currency, or `policies`.
        unit "unit": String,
        /// The policy month.
        month "month": i64,
        /// The days of grace.
        grace_days "grace_days": i64,
        /// Riders added within so many months count.
        rider_months "rider_months": i64,
        /// The first days of the policies.
        cohort "cohort": KpiPeriod,
        /// What persists: premium, or policies.
        numerator "numerator": Amount,
        /// What it is a share of.
        denominator "denominator": Amount,
        /// The persistency; it may exceed 1.
        value "value": KpiValue,
        /// The same, at most 1; there when it is above 1.
        #[uniffi(default = None)]
        capped "capped": Option<KpiValue>,
        /// The policies measured.
        policies "policies": i64,
        /// The policies on neither side, by reason, with their original premium.
        left_out "left_out": Vec<PersistencyLeftOut>,
        /// The part of the numerator that riders brought.
        #[uniffi(default = None)]
        riders "riders": Option<PersistencyRiders>,
        /// Premium of the month that came after the days of grace and does not count.
        late "late": PersistencyLate,
        /// The same by group, when asked for.
        #[uniffi(default = None)]
        by "by": Option<Vec<PersistencyBy>>,
    }
}

record! {
    /// Cover added to a policy after its first day.
    asked PersistencyRider {
        /// The host's id, unique in the policy.
        rider_id "rider_id": String,
        /// The day on which it was added.
        added_on "added_on": CivilDate,
        /// The premium received for it.
        #[uniffi(default = None)]
        received "received": Option<Vec<PremiumReceipt>>,
    }
}

record! {
    /// The part of riders.
    answered PersistencyRiders {
        /// How many.
        policies "policies": i64,
        /// How much.
        #[uniffi(default = None)]
        amount "amount": Option<String>,
    }
}

record! {
    /// Which policies, which month, and how to count.
    asked PersistencySpec {
        /// The day of the question.
        as_of "as_of": CivilDate,
        /// The evaluation period, in which the policies reach the month: `2024`, `2024-Q2`,
        /// `2024-05`, or first day and first day after it.
        #[uniffi(default = None)]
        period "period": Option<KpiPeriodChoice>,
        /// The policies instead, by their first day.
        #[uniffi(default = None)]
        cohort "cohort": Option<KpiPeriod>,
        /// The policy month whose premium is asked for; 13 when left out.
        #[uniffi(default = None)]
        month "month": Option<i64>,
        /// Days after the first of the month on which its premium counts; 60 when left out.
        #[uniffi(default = None)]
        grace_days "grace_days": Option<i64>,
        /// Riders added within so many months count; as many as `month` when left out.
        #[uniffi(default = None)]
        rider_months "rider_months": Option<i64>,
        /// Which exclusions hold; `regulatory` when left out.
        #[uniffi(default = None)]
        variant "variant": Option<PersistencyVariant>,
        /// What is counted; `premium` when left out.
        #[uniffi(default = None)]
        basis "basis": Option<PersistencyBasis>,
        /// The currency of all amounts, by ISO 4217.
        #[uniffi(default = None)]
        currency "currency": Option<String>,
        /// Names of groups to tell apart as well, such as `channel`.
        #[uniffi(default = None)]
        by "by": Option<Vec<String>>,
    }
}

words! {
    /// Which exclusions hold.
    both PersistencyVariant {
        /// Those of the regulator: also policies that lapsed by suspension or conversion.
        Regulatory = "regulatory",
        /// The same, but lapses by suspension or conversion stay in.
        Management = "management",
    }
}

record! {
    /// What ended the payment of premium.
    asked PremiumCeased {
        /// What.
        by "by": PremiumCeasing,
        /// From which day.
        on "on": CivilDate,
    }
}

words! {
    /// What ended the payment of premium.
    asked PremiumCeasing {
        /// The customer took it back while it was free to.
        CoolingOff = "cooling_off",
        /// A claim ended the policy.
        Claim = "claim",
        /// Premium is waived.
        Waiver = "waiver",
        /// The contract was cancelled.
        Cancelled = "cancelled",
        /// It was moved to another insurer or branch.
        TransferredOut = "transferred_out",
        /// It lapsed because it was suspended.
        Suspended = "suspended",
        /// It lapsed because it was converted.
        Converted = "converted",
        /// The customer surrendered it.
        Surrendered = "surrendered",
        /// Premium was not paid.
        Lapsed = "lapsed",
        /// It came to its end.
        Matured = "matured",
    }
}

record! {
    /// Premium received.
    asked PremiumReceipt {
        /// The policy month that it pays for, from 1.
        month "month": i64,
        /// The day on which it came.
        on "on": CivilDate,
        /// How much; a refund is negative.
        amount "amount": Amount,
    }
}
