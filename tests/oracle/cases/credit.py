"""Results follow the days of assignment: edges of days and of the period, supervision, several, nobody."""
from vectors import case

YEAR = {"from": "2025-01-01", "to": "2026-01-01"}


def on(customer, manager, start, end=None, by=None, until=None, reason="the line is new to M-1"):
    row = {"customer_id": customer, "manager_id": manager, "from": start}
    exception = {"exception": {"reason": reason, "until": until}} if until else {}
    return {**row, **({"to": end} if end else {}), **({"supervised_by": by} if by else {}), **exception}


def amount(id, day, money="100.00", customer="C-1", kind="new_premium"):
    return {"amount_id": id, "customer_id": customer, "kind": kind, "effective": day, "amount": money}


def credit(name, assignments, amounts, why, period=YEAR, currency="CNY"):
    json = {"period": period, "currency": currency, "assignments": assignments, "amounts": amounts}
    case("credit", name, "manager_credit", json, why)


HANDOVER = [on("C-1", "M-1", "2024-05-01", "2025-07-01"), on("C-1", "M-2", "2025-07-01")]
credit("handed_over", HANDOVER, [amount("A-1", "2025-06-30"), amount("A-2", "2025-07-01", "25.50")], "The last day of the one, the first of the other.")
credit("edges_of_the_period", HANDOVER, [amount("A-1", "2024-12-31", "1.00"), amount("A-2", "2025-01-01", "2.00"), amount("A-3", "2025-12-31", "4.00"), amount("A-4", "2026-01-01", "8.00")], "The day before and the day after the year are outside; both its edges count.")
credit("nobody", [on("C-1", "M-1", "2025-03-01", "2025-04-01")], [amount("A-1", "2025-02-28"), amount("A-2", "2025-04-01"), amount("A-3", "2025-03-15", customer="C-9")], "The day before, the day after, and a customer whom nobody had.")
credit("several", [on("C-1", "M-2", "2025-01-01"), on("C-1", "M-1", "2025-06-01", "2025-07-01")], [amount("A-1", "2025-05-31"), amount("A-2", "2025-06-01"), amount("A-3", "2025-07-01")], "In June both have the customer: credited to neither, and both are named.")
credit("under_supervision", [on("C-1", "M-3", "2025-03-01", by="M-1"), on("C-2", "M-3", "2025-06-01")], [amount("A-1", "2025-03-01"), amount("A-2", "2025-06-01", "7.00", "C-2")], "What was done under supervision is never their own; from June on the days are their own as well.")
credit("two_supervisors", [on("C-1", "M-3", "2025-01-01", "2025-04-01", "M-1"), on("C-1", "M-3", "2025-04-01", "2025-06-01", "M-2"), on("C-2", "M-3", "2024-01-01", "2025-01-01", "M-9")], [amount("A-1", "2025-03-31"), amount("A-2", "2025-04-01", "-30.00")], "By supervisor; of one whose time was over before the year nothing is said.")
credit("supervised_beside_another", [on("C-1", "M-3", "2025-01-01", by="M-1"), on("C-1", "M-1", "2025-01-01")], [amount("A-1", "2025-02-01")], "The learner and the supervisor both hold the customer: several.")
credit("ranges_that_touch_are_one", [on("C-1", "M-1", "2025-01-01", "2025-02-01"), on("C-2", "M-1", "2025-02-01", "2025-03-01"), on("C-3", "M-1", "2025-05-01", "2025-05-11")], [], "January and February are one range of 59 days, and ten days in May another; without amounts there are no results.")
credit("given_back", [on("C-1", "M-1", "2025-01-01")], [amount("A-1", "2025-02-01", "100.00"), amount("A-2", "2025-03-01", "-250.25"), amount("A-3", "2025-03-02", "12.30", kind="incurred")], "Below zero in all; each kind by itself, and a kind that nobody gave is absent.")
credit("a_kind_outside_only", [on("C-1", "M-1", "2025-01-01")], [amount("A-1", "2024-02-01", kind="renewal_due")], "The kind occurs, although not in the year: a zero is said.")
credit("before_and_after", [on("C-1", "M-1", "2023-01-01", "2025-01-01"), on("C-2", "M-2", "2026-01-01")], [amount("A-1", "2025-02-01")], "Neither has a day in the year; both are named.")
credit("beyond_64_bits", [on("C-1", "M-1", "2025-01-01")], [amount("A-1", "2025-02-01", "92233720368547758.07"), amount("A-2", "2025-02-02", "92233720368547758.07")], "Two of the greatest amounts: the sum is printed whole.")
credit("no_decimals", HANDOVER, [amount("A-1", "2025-06-30", "100")], "Yen have no decimals.", currency="JPY")
credit("a_leap_february", [on("C-1", "M-1", "2024-01-01")], [amount("A-1", "2024-02-29")], "Twenty-nine days.", period={"from": "2024-02-01", "to": "2024-03-01"})
credit("all_that_is_wrong", [on("C-1", "M-1", "2025-01-01", by="M-1"), on("C-1", "M-1", "2025-03-01"), on("C-2", "M-1", "2025-03-01", "2025-03-01")], [amount("A-1", "2025-02-01", "1.005"), amount("A-1", "2025-02-01", "1.0001")], "Everything at once.", period={"from": "2025-01-01", "to": "2025-01-01"})
credit("no_such_currency", HANDOVER, [amount("A-1", "2025-02-01", "1.005")], "Without a currency no amount is judged.", currency="XXZ")
credit("second_under_an_exception", [on("C-1", "M-1", "2025-01-01"), on("C-1", "M-2", "2025-06-01", until="2025-07-01")], [amount("A-1", "2025-06-30"), amount("A-2", "2025-07-01")], "The exception allows the second manager, so nothing is found; the premium of June is nobody's own, and from July on the first is alone.")
credit("exception_ends_before_the_assignment", [on("C-1", "M-2", "2025-01-01", "2025-12-01", until="2025-02-01"), on("C-1", "M-1", "2025-02-01")], [amount("A-1", "2025-02-01")], "With the exception the assignment is over, whatever its own end: the day is the other's.")
credit("three_at_once", [on("C-1", "M-1", "2024-06-01"), on("C-1", "M-2", "2025-03-01", "2025-05-01"), on("C-1", "M-3", "2025-04-01"), on("C-2", "M-3", "2024-01-01", "2025-01-01"), on("C-2", "M-1", "2024-01-01", "2025-01-01")], [], "Each pair with the days of its own; the pair whose days were over before the year is not of the question.")
credit("exceptions_that_cannot_be", [on("C-1", "M-1", "2025-01-01", until="2025-01-01", reason=" "), on("C-2", "M-1", "2025-01-01", until="2025-03-01"), on("C-2", "M-1", "2025-02-01", until="2025-04-01")], [], "No day, no reason; and the same manager twice on one day is wrong under an exception as well.")
