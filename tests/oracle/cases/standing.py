"""Section 6 and 7: register entries, standing, hindsight."""
from vectors import assess, claim, policy, told

P1 = policy("P1", "2024-01-01", "2025-01-01", "100.00")


def entry(state, effective="2024-01-01", **more):
    return {"entry_id": "E1", "state": state, "effective": effective, **more}


def standing(name, entries, why, claims=(), policies=(P1,), **more):
    assess("standing", name, told(policies, claims, entries=entries, **more), why)


standing("active", [entry("active", reason="fraud")], "An active entry: blacklisted; the category stands beside it.")
standing("under_appeal", [entry("under_appeal")], "An entry under appeal stays in effect.")
for state in ("proposed", "suspended", "expired", "removed"):
    standing(state, [entry(state)], f"An entry that is {state} is not in effect: clear.")
standing("effective_on_as_of", [entry("active", "2024-07-01")], "Effective on D.")
standing("effective_tomorrow", [entry("active", "2024-07-02")], "Not yet effective: clear.")
standing("expires_on_as_of", [entry("active", expiry="2024-07-01")], "[effective, expiry): expired on D, clear.")
standing("expires_tomorrow", [entry("active", expiry="2024-07-02", review="2024-06-01", lines=["property"])], "In effect until the day before its expiry; a review date ends nothing.")
standing("one_of_several", [entry("removed"), {**entry("active"), "entry_id": "E2"}], "One entry in effect is enough.")
standing("blacklisted_before_watch", [entry("active")], "Blacklisted goes before watch; the alert is there as well.", [claim("L1", "2024-02-01", "1.00"), claim("L2", "2024-03-01", "1.00")])
standing("watch", [entry("removed")], "multi_claim makes watch.", [claim("L1", "2024-02-01", "1.00"), claim("L2", "2024-03-01", "1.00")])
standing("watch_by_ratio_only", [], "high_loss_ratio makes watch too.", [claim("L1", "2024-02-01", "1001.00")], policies=[policy("P1", "2023-07-01", "2024-07-01", "1000.00")])
standing("valued_on_as_of", [], "Taken on D: neither hindsight nor projected.", valued_on="2024-07-01")
standing("hindsight", [], "D before the day the facts were taken: hindsight.", valued_on="2024-07-02")
standing("projected", [], "D after the day the facts were taken: projected.", valued_on="2024-06-30")
