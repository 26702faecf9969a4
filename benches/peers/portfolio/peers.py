"""The workload of benches/portfolio by DuckDB and by Polars: in memory, from Parquet, from CSV.

    cargo bench -p insurant-batch --bench portfolio -- --write target/portfolio
    python3 benches/peers/portfolio/peers.py target/portfolio [THREADS] [ROUNDS] [WHO] [FROM]

WHO is duckdb or polars, FROM is memory, parquet or csv; without them all. With both, the peak of memory
told is that one's alone. What they answer is compared with what the engine answered, column by column,
before a time is shown. `cargo xtask bench-peers --only portfolio` runs all of it beside the engine.
"""

import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

FOLDER = Path(sys.argv[1])
THREADS = int(sys.argv[2]) if len(sys.argv) > 2 else 2
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 5
WHO = sys.argv[4:5] or ["duckdb", "polars"]
FROM = sys.argv[5:6] or ["memory", "parquet", "csv"]
TABLES = ["customers", "policies", "claims"]
os.environ["POLARS_MAX_THREADS"] = str(THREADS)

import duckdb  # noqa: E402
import polars as pl  # noqa: E402

DAY, YEAR, THREE = date(2026, 7, 1), date(2025, 7, 1), date(2023, 7, 1)
SQL = Path(__file__).with_name("duckdb.sql").read_text()


WORDS = {
    "customers": "",
    "policies": " REPLACE (business_source::source AS business_source)",
    "claims": " REPLACE (status::status AS status)",
}


def by_duckdb(source):
    """A statement over native tables; over files of Parquet where they lie; over tables read from CSV
    at every run, since the statement looks at policies three times."""
    connection = duckdb.connect(config={"threads": THREADS})
    connection.execute("CREATE TYPE source AS ENUM ('direct', 'intermediary', 'tender')")
    connection.execute("CREATE TYPE status AS ENUM ('open', 'settled')")

    def load():
        for table in TABLES:
            kind, file = ("VIEW", source) if source == "parquet" else ("TABLE", "csv" if source == "csv" else "parquet")
            words = "" if source == "parquet" else WORDS[table]
            connection.execute(f"CREATE OR REPLACE {kind} {table} AS SELECT *{words} FROM '{FOLDER}/{table}.{file}'")

    def work():
        if source == "csv":
            load()
        connection.execute(SQL)

    load()
    return connection, work


def frames(source):
    """Lazy frames over tables in memory, or over files read at every run."""
    if source == "csv":
        return [pl.scan_csv(FOLDER / f"{table}.csv", try_parse_dates=True) for table in TABLES]
    scans = [pl.scan_parquet(FOLDER / f"{table}.parquet") for table in TABLES]
    return [scan.collect().lazy() for scan in scans] if source == "memory" else scans


def write_csv():
    if not (FOLDER / "claims.csv").exists():
        for table in TABLES:
            duckdb.sql(f"COPY (SELECT * FROM '{FOLDER}/{table}.parquet') TO '{FOLDER}/{table}.csv'")


def days(a, b):
    return (a - b).dt.total_days()


def by_polars(customers, policies, claims):
    term = days(pl.col("end"), pl.col("start"))
    written = pl.col("written_premium")

    def earned(day):
        share = written * days(pl.lit(day), pl.col("start")) // term
        return pl.when(pl.col("start") >= day).then(0).when(pl.col("end") <= day).then(written).otherwise(share)

    known = policies.filter(pl.col("start") <= DAY)

    def annual(source):
        return written.filter((pl.col("end") > DAY) & (pl.col("business_source") == source)).sum()

    premium = (
        known.with_columns(now=earned(DAY), e12=earned(YEAR), e36=earned(THREE))
        .group_by("customer_id")
        .agg(
            earned_12m=(pl.col("now") - pl.col("e12")).sum(),
            earned_36m=(pl.col("now") - pl.col("e36")).sum(),
            earned_all=pl.col("now").sum(),
            annual_direct=annual("direct"),
            annual_intermediary=annual("intermediary"),
            annual_tender=annual("tender"),
            last_end=pl.col("end").max(),
        )
    )
    earlier = pl.col("end").cum_max().shift(1).over("customer_id", order_by="start")
    unbroken = (
        known.select("customer_id", "start", "end", opens=(days(pl.col("start"), earlier) > 30).fill_null(True))
        .group_by("customer_id")
        .agg(since=pl.col("start").filter(pl.col("opens")).max(), until=pl.col("end").max())
        .filter(days(pl.lit(DAY), pl.col("until")) <= 30)
        .select("customer_id", "since")
    )
    incurred, loss = pl.col("paid") + pl.col("reserve"), pl.col("loss_date")
    losses = (
        claims.join(policies.select("policy_id", "customer_id", "start", "end"), on="policy_id")
        .filter((loss < DAY) & (loss >= pl.col("start")) & (loss < pl.col("end")) & (pl.col("start") <= DAY))
        .group_by("customer_id")
        .agg(
            incurred_12m=incurred.filter(loss >= YEAR).sum(),
            incurred_36m=incurred.filter(loss >= THREE).sum(),
            incurred_all=incurred.sum(),
            claims_12m=(loss >= YEAR).sum().cast(pl.Int64),
            claims_36m=(loss >= THREE).sum().cast(pl.Int64),
            claims_all=pl.len().cast(pl.Int64),
            broken=loss.filter(pl.col("paid") > 0).max(),
            pending=loss.filter((pl.col("paid") == 0) & (pl.col("status") == "open")).max(),
        )
    )

    def years(column):
        late = (column.dt.month().cast(pl.Int64) * 100 + column.dt.day()) > 701
        return 2026 - column.dt.year().cast(pl.Int64) - late.cast(pl.Int64)

    numbers = [
        "earned_12m", "earned_36m", "earned_all", "incurred_12m", "incurred_36m", "incurred_all",
        "claims_12m", "claims_36m", "claims_all", "annual_direct", "annual_intermediary", "annual_tender",
    ]
    since, clean, pending = pl.col("since"), pl.col("clean"), pl.col("pending")
    free = pl.when(since.is_null()).then(0).otherwise(years(clean))
    open_ = since.is_not_null() & (pending > clean) & (years(pending) != years(clean))
    ratio = lambda num, den: (pl.col("incurred_" + num) * 100, pl.col("earned_" + den))  # noqa: E731
    over12, under12 = ratio("12m", "12m")
    over36, under36 = ratio("36m", "36m")
    insured = (days(pl.lit(DAY), pl.col("last_end")) <= 30).fill_null(False)
    total = pl.col("annual_direct") + pl.col("annual_intermediary") + pl.col("annual_tender")
    return (
        customers.join(premium, on="customer_id", how="left")
        .join(unbroken, on="customer_id", how="left")
        .join(losses, on="customer_id", how="left")
        .with_columns([pl.col(name).fill_null(0) for name in numbers])
        .with_columns(clean=pl.max_horizontal("since", "broken"))
        .with_columns(free_years=pl.when(open_.fill_null(False)).then(None).otherwise(free))
        .with_columns(high=(under12 > 0) & (over12 > under12 * 100))
        .select(
            "customer_id",
            category=pl.when(insured & (total >= 500_000)).then(pl.lit("key"))
            .when(insured & (pl.col("free_years") >= 3).fill_null(False) & (under36 > 0) & (over36 <= under36 * 30)).then(pl.lit("preferred"))
            .when(insured).then(pl.lit("standard"))
            .when(pl.col("last_end").is_not_null()).then(pl.lit("prospect")).otherwise(pl.lit("unattached")),
            alerts=pl.col("high").cast(pl.Int64) + (pl.col("claims_36m") >= 3).cast(pl.Int64) * 2,
            proposals=((pl.col("claims_12m") >= 3) & (under12 > 0) & (over12 > under12 * 150)).cast(pl.Int64),
            **{name: pl.col(name) for name in numbers[:9]},
            free_years="free_years",
            **{name: pl.col(name) for name in numbers[9:]},
        )
        .collect()
    )


def same(name, found, wanted):
    found = found.sort("customer_id")
    for column in wanted.columns:
        theirs, ours = found[column], wanted[column]
        if column == "category":
            theirs, ours = theirs.cast(pl.String), ours.cast(pl.String)
        else:
            theirs, ours = theirs.cast(pl.Int64), ours.cast(pl.Int64)
        unlike = theirs.ne_missing(ours).sum()
        if unlike:
            sys.exit(f"{name}: {unlike} rows of {column} differ from the engine's")


def time_of(work):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)


def main():
    wanted = pl.read_parquet(FOLDER / "answers.parquet").sort("customer_id")
    if "csv" in FROM:
        write_csv()
    for who in WHO:
        for source in FROM:
            if who == "duckdb":
                name = f"DuckDB {duckdb.__version__}"
                connection, work = by_duckdb(source)
                work()
                found = pl.from_arrow(connection.sql("SELECT * FROM result").to_arrow_table())
            else:
                name, tables = f"Polars {pl.__version__}", frames(source)
                work = lambda: by_polars(*tables)  # noqa: B023, E731
                found = work()
            same(name, found, wanted)
            del found
            times = [1000 * seconds for seconds in time_of(work)]
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            shown = f"{times[0]:.1f} ms best, {times[len(times) // 2]:.1f} ms median; peak {peak} MB"
            print(f"  {name}, {source}, {THREADS} threads: {shown}")


main()
