-- The workload of benches/portfolio in the words of DuckDB. Amounts are minor units; every division
-- of premium rounds down, policy by policy and day by day.
CREATE OR REPLACE TABLE result AS
WITH by_day AS (
    SELECT
        customer_id, business_source, start, "end", written_premium AS w,
        CASE WHEN DATE '2026-07-01' >= "end" THEN w ELSE w * (DATE '2026-07-01' - start) // ("end" - start) END AS now,
        CASE WHEN DATE '2025-07-01' <= start THEN 0 WHEN DATE '2025-07-01' >= "end" THEN w ELSE w * (DATE '2025-07-01' - start) // ("end" - start) END AS e12,
        CASE WHEN DATE '2023-07-01' <= start THEN 0 WHEN DATE '2023-07-01' >= "end" THEN w ELSE w * (DATE '2023-07-01' - start) // ("end" - start) END AS e36
    FROM policies WHERE start <= DATE '2026-07-01'
), premium AS (
    SELECT
        customer_id,
        sum(now - e12)::BIGINT AS earned_12m, sum(now - e36)::BIGINT AS earned_36m, sum(now)::BIGINT AS earned_all,
        coalesce(sum(w) FILTER (WHERE "end" > DATE '2026-07-01' AND business_source = 'direct'), 0)::BIGINT AS annual_direct,
        coalesce(sum(w) FILTER (WHERE "end" > DATE '2026-07-01' AND business_source = 'intermediary'), 0)::BIGINT AS annual_intermediary,
        coalesce(sum(w) FILTER (WHERE "end" > DATE '2026-07-01' AND business_source = 'tender'), 0)::BIGINT AS annual_tender,
        max("end") AS last_end
    FROM by_day GROUP BY customer_id
), gaps AS (
    SELECT customer_id, start, "end",
        CASE WHEN start - max("end") OVER earlier <= 30 THEN 0 ELSE 1 END AS opens
    FROM policies WHERE start <= DATE '2026-07-01'
    WINDOW earlier AS (PARTITION BY customer_id ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), unbroken AS (
    -- The last opening of cover, if that cover reaches the day.
    SELECT customer_id, max(start) FILTER (WHERE opens = 1) AS since
    FROM gaps GROUP BY customer_id
    HAVING DATE '2026-07-01' - max("end") <= 30
), losses AS (
    SELECT
        p.customer_id,
        coalesce(sum(paid + reserve) FILTER (WHERE loss_date >= DATE '2025-07-01'), 0)::BIGINT AS incurred_12m,
        coalesce(sum(paid + reserve) FILTER (WHERE loss_date >= DATE '2023-07-01'), 0)::BIGINT AS incurred_36m,
        sum(paid + reserve)::BIGINT AS incurred_all,
        count(*) FILTER (WHERE loss_date >= DATE '2025-07-01') AS claims_12m,
        count(*) FILTER (WHERE loss_date >= DATE '2023-07-01') AS claims_36m,
        count(*) AS claims_all,
        max(loss_date) FILTER (WHERE paid > 0) AS broken,
        max(loss_date) FILTER (WHERE paid = 0 AND status = 'open') AS pending
    FROM claims c JOIN policies p USING (policy_id)
    WHERE loss_date < DATE '2026-07-01' AND loss_date >= p.start AND loss_date < p."end" AND p.start <= DATE '2026-07-01'
    GROUP BY p.customer_id
), joined AS (
    SELECT
        customer_id,
        coalesce(earned_12m, 0) AS earned_12m, coalesce(earned_36m, 0) AS earned_36m, coalesce(earned_all, 0) AS earned_all,
        coalesce(incurred_12m, 0) AS incurred_12m, coalesce(incurred_36m, 0) AS incurred_36m, coalesce(incurred_all, 0) AS incurred_all,
        coalesce(claims_12m, 0) AS claims_12m, coalesce(claims_36m, 0) AS claims_36m, coalesce(claims_all, 0) AS claims_all,
        coalesce(annual_direct, 0) AS annual_direct, coalesce(annual_intermediary, 0) AS annual_intermediary, coalesce(annual_tender, 0) AS annual_tender,
        last_end, since, greatest(since, broken) AS clean, pending
    FROM customers LEFT JOIN premium USING (customer_id) LEFT JOIN unbroken USING (customer_id) LEFT JOIN losses USING (customer_id)
), years AS (
    SELECT *,
        CASE WHEN since IS NULL THEN 0 ELSE 2026 - year(clean) - (month(clean) * 100 + day(clean) > 701)::INT END AS free,
        CASE WHEN pending > clean THEN 2026 - year(pending) - (month(pending) * 100 + day(pending) > 701)::INT END AS if_paid
    FROM joined
), judged AS (
    SELECT *,
        CASE WHEN since IS NOT NULL AND if_paid <> free THEN NULL ELSE free END::BIGINT AS free_years,
        coalesce(DATE '2026-07-01' - last_end <= 30, false) AS insured,
        earned_12m > 0 AND incurred_12m::HUGEINT > earned_12m AS high,
        earned_12m > 0 AND incurred_12m::HUGEINT * 100 > earned_12m::HUGEINT * 150 AS heavy,
        earned_36m > 0 AND incurred_36m::HUGEINT * 100 <= earned_36m::HUGEINT * 30 AS low
    FROM years
)
SELECT
    customer_id,
    CASE WHEN insured AND annual_direct + annual_intermediary + annual_tender >= 500000 THEN 'key'
         WHEN insured AND coalesce(free_years >= 3, false) AND low THEN 'preferred'
         WHEN insured THEN 'standard' WHEN last_end IS NOT NULL THEN 'prospect' ELSE 'unattached' END AS category,
    high::INT + (claims_36m >= 3)::INT * 2 AS alerts,
    (claims_12m >= 3 AND heavy)::INT AS proposals,
    earned_12m, earned_36m, earned_all, incurred_12m, incurred_36m, incurred_all,
    claims_12m, claims_36m, claims_all, free_years, annual_direct, annual_intermediary, annual_tender
FROM judged;
