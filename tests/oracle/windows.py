"""Windows: trailing months, lifetime, policy_year, one calendar year."""
from dataclasses import dataclass
from datetime import date

import dates
import policies


@dataclass(frozen=True)
class Window:
    months: int = 0  # of a trailing window
    named: str = ""  # `lifetime`, `policy_year` or `accident_year` instead
    back: int = 0  # months

    def span(self, d, policy=None):
        """[a, b) for this policy; None when the policy takes no part in the window."""
        if self.named == "policy_year":
            if policy is None or not policies.in_force(policy, d):
                return None
            return dates.latest_anniversary(policy.start, d), d
        if self.named == "accident_year":
            return date(d.year - 1, 1, 1), date(d.year, 1, 1)
        close = dates.plus_months(d, -self.back)
        if self.named == "lifetime":
            return dates.MINUS_INFINITY, close
        # Each bound from D, never chained.
        return dates.plus_months(d, -self.months - self.back), close

    def opens_before_history(self, d, history_from, some_policies):
        """Section 5: what a migration lost must not look like good behaviour."""
        if history_from is None:
            return False
        if self.named == "policy_year":
            spans = [self.span(d, p) for p in some_policies]
            return any(s is not None and s[0] < history_from for s in spans)
        return self.span(d)[0] < history_from
