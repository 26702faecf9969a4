"""The decision of `cn-property`: category, standing, alerts, findings."""
import claims
import parameters as p
import values
from measures import Filters, View
from money import Overflow
from values import both, compare, count, either, negate, truth_of
from windows import Window

YEAR = Window(months=12)
LIFETIME = Window(named="lifetime")
ALL = Filters()
NO_CATASTROPHE = Filters(catastrophe=False)
LADDER = ("key", "not_applicable", "preferred", "standard", "prospect", "unattached")


def at_least(value, limit):
    return compare(value, ">=", values.Value(value.kind, values.KNOWN, limit))


def above(value, limit):
    return compare(value, ">", values.ratio(*limit))


def flag(view, name):
    return truth_of(view.fact(name))


def known_and_true(view, name):
    return flag(view, name) is True


def category_rules(view):
    """Truth of each rule of the ladder."""
    partner = view.customer.kind == "partner"
    insured = truth_of(view.insured())
    if partner:
        key = at_least(view.placed_premium(YEAR, ALL), p.PARTNER_VOLUME)
    else:
        notable = all(
            known_and_true(view, n) for n in ("position_notable", "brand_notable", "contribution_notable")
        )
        key = both(
            insured,
            either(
                at_least(view.annual_premium(), p.KEY_ANNUAL),
                at_least(view.tender_premium(), p.KEY_TENDER),
                notable,
            ),
        )
    preferred = both(
        not partner,
        insured,
        compare(view.fact("credit"), "=", values.optional("enumeration", "good")),
        either(
            at_least(view.claim_free_years(), p.PREFERRED_YEARS),
            both(
                compare(view.loss_ratio(LIFETIME, ALL), "<=", values.ratio(*p.PREFERRED_RATIO)),
                at_least(view.covered_years(), p.PREFERRED_INSURED_YEARS),
            ),
        ),
    )
    prospect = both(negate(insured), either(flag(view, "intends_to_insure"), truth_of(view.ever_insured())))
    return {
        "key": key,
        "not_applicable": partner,
        "preferred": preferred,
        "standard": insured,
        "prospect": prospect,
        "unattached": True,
    }


def category(view):
    """(outcome, those that hold, those that are unknown)"""
    rules = category_rules(view)
    outcome = next(name for name in LADDER if rules[name] is True)
    if view.customer.kind == "partner":
        # Only `key` and `not_applicable` are about partners.
        return outcome, [outcome], ["key"] if rules["key"] is None else []
    holds = [name for name in LADDER if rules[name] is True]
    if rules["standard"]:
        holds.remove("unattached")
    return outcome, holds, [name for name in LADDER if rules[name] is None]


def alert_rules(view):
    thin = truth_of(view.thin_exposure(YEAR, ALL))
    renewal, since_end = view.days_to_renewal(), view.days_since_end()
    next_review = view.fact("next_review")
    return {
        "multi_claim": compare(view.claims_per_unit(YEAR, ALL, paid=True), ">=", count(p.MULTI_CLAIM)),
        "high_loss_ratio": both(above(view.loss_ratio(YEAR, ALL, "paid/earned"), p.HIGH_RATIO), negate(thin)),
        # Without a cover that ends, or that ended, there is nothing to renew or to lose.
        "renewal_due": renewal.known and renewal.value <= p.RENEWAL_DAYS,
        "lapse": since_end.known and 1 <= since_end.value <= p.LAPSE_DAYS,
        "manager_missing": negate(flag(view, "manager_assigned")),
        "review_due": compare(next_review, "<=", view.fact("as_of")),
    }


def criteria(view):
    a = both(
        compare(view.claims_per_unit(YEAR, NO_CATASTROPHE, paid=True), ">=", count(p.BLACKLIST_CLAIMS)),
        above(view.loss_ratio(YEAR, NO_CATASTROPHE, "paid/earned"), p.BLACKLIST_RATIO),
        negate(truth_of(view.thin_exposure(YEAR, ALL))),
    )
    return {
        "criterion_a": a,
        "criterion_b": flag(view, "fraud_signs"),
        "criterion_c": flag(view, "hard_to_settle"),
        "criterion_d": flag(view, "pre_catastrophe_purchase"),
    }


def blacklisted(customer, d):
    return any(
        e.state in ("active", "under_appeal") and e.effective <= d and (e.expiry is None or d < e.expiry)
        for e in customer.entries
    )


def ids(rules, truth):
    return sorted(name for name, t in rules.items() if t is truth)


def undecided(customer, d, cause):
    out = head(customer, d)
    out.update(category="undecided", status="undecided", cause=cause)
    if blacklisted(customer, d):
        out["standing"] = "blacklisted"
    for name in ("holds", "unknown", "alerts", "alerts_unknown", "findings", "findings_unknown"):
        out[name] = []
    return out


def head(customer, d):
    out = {"as_of": d.isoformat(), "customer_id": customer.customer_id}
    if customer.valued_on is not None and d < customer.valued_on:
        out["hindsight"] = True
    if customer.valued_on is not None and d > customer.valued_on:
        out["projected"] = True
    return out


def assess(customer, d):
    foreign = [x for x in customer.policies + customer.placed if x.currency not in (None, p.CURRENCY)]
    if foreign:
        return undecided(customer, d, "mixed_currency")
    try:
        return decided(customer, d)
    except Overflow:
        return undecided(customer, d, "overflow")


def decided(customer, d):
    view = View(customer, d)
    outcome, holds, unknown = category(view)
    alerts, proposals = alert_rules(view), criteria(view)
    if blacklisted(customer, d):
        standing = "blacklisted"
    elif alerts["multi_claim"] is True or alerts["high_loss_ratio"] is True:
        standing = "watch"
    else:
        standing = "clear"
    findings = [{"id": name} for name in ids(proposals, True)]
    for claim in customer.claims:
        why = claims.finding(customer, claim, d)
        if why is not None:
            findings.append({"id": why, "claim_id": claim.claim_id})
    out = head(customer, d)
    out.update(
        category=outcome,
        standing=standing,
        status="decided",
        holds=holds,
        unknown=unknown,
        alerts=ids(alerts, True),
        alerts_unknown=ids(alerts, None),
        findings=sorted(findings, key=lambda f: (f["id"], f.get("claim_id", ""))),
        findings_unknown=ids(proposals, None),
    )
    return out
