"""Three-valued logic and exact comparison, on the figures of one customer."""
from vectors import bare, claim, measure, policy

P1 = policy("P1", "2023-07-01", "2024-07-01", "1000.00")
CLAIMS = [claim(f"L{i}", "2024-01-01", "500.00") for i in range(3)]

measure("logic", "operators_at_the_limit", bare([P1], CLAIMS), [
    "claim_count(12m, paid: yes) >= 3", "claim_count(12m, paid: yes) > 3", "claim_count(12m, paid: yes) <= 3", "claim_count(12m, paid: yes) < 3", "claim_count(12m, paid: yes) = 3",
    "claim_count(12m, paid: yes) != 3", "loss_ratio(12m) >= 150%", "loss_ratio(12m) > 150%", "loss_ratio(12m) <= 1.5", "loss_ratio(12m) < 150.01%", "loss_ratio(12m) > 149.99%",
    "earned_premium(12m) >= 1000 CNY", "earned_premium(12m) > 999.99 CNY", "earned_premium(12m) < 1000.00 CNY"],
    "Three claims, exactly 150%, exactly 1,000: each operator at its limit.")
measure("logic", "ratio_without_dividing", bare([policy("P1", "2023-07-01", "2024-07-01", "300.00")], [claim("L1", "2024-01-01", "100.00")]),
        ["loss_ratio(12m)", "loss_ratio(12m) > 33.3333%", "loss_ratio(12m) < 33.3334%", "loss_ratio(12m) = 0.333333"], "One third is no decimal: compared exactly, not as shown.")
measure("logic", "unknown", bare(), [
    "credit = good", "not credit = good", "credit != good", "credit in (good, fair)", "is_known(credit)", "not is_known(credit)", "fraud_signs", "credit = good and fraud_signs", "credit = good and in_force",
    "credit = good or not in_force", "credit = good or in_force", "not fraud_signs or insured", "is_known(loss_ratio(12m))", "loss_ratio(12m) <= 30%", "is_known(claim_count(12m))"],
    "Kleene: not unknown is unknown; unknown and false is false; unknown or true is true; is_known is never unknown.")
measure("logic", "precedence", bare([P1], CLAIMS), [
    "in_force or insured and ever_insured", "in_force and insured or ever_insured", "in_force and (insured or ever_insured)", "not in_force and not bound", "not (in_force or insured)"],
    "and binds tighter than or, not tighter than and. Ended on D: insured, not in force.")
measure("logic", "facts", bare([P1], CLAIMS, credit="good", intends_to_insure=False, fraud_signs=True, manager_id="", next_review="2024-08-01", inputs={"brand_notable": True}), [
    "kind", "credit", "intends_to_insure", "fraud_signs", "hard_to_settle", "manager_assigned", "next_review", "as_of", "brand_notable", "position_notable", "kind in (individual, organisation)",
    "kind not in (partner, organisation)", "next_review <= as_of", "next_review > 2024-07-31"],
    "Facts and inputs by their names; those not told are unknown.")
