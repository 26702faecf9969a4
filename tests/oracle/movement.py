"""What happened to a customer between two assessments."""

INSURED = ("standard", "preferred", "key")  # upwards
UNINSURED = ("prospect", "unattached")
OUTSIDE = ("undecided", "not_applicable")


def movement(before, after):
    if after.get("standing") == "blacklisted" and before.get("standing") != "blacklisted":
        return "strip"
    a, b = before["category"], after["category"]
    if a == b:
        return "unchanged"
    if a in OUTSIDE or b in OUTSIDE:
        return "undetermined"
    if a in UNINSURED and b in INSURED:
        return "growth"
    if a in INSURED and b in UNINSURED:
        return "attrition"
    if a in INSURED:
        return "upgrade" if INSURED.index(b) > INSURED.index(a) else "downgrade"
    return "mining" if b == "prospect" else "downgrade"
