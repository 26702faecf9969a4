"""Every customer of a portfolio on a Spark cluster: Parquet in, Parquet out, the answers those of one machine.

    spark-submit spark.py PORTFOLIO ANSWERS --as-of 2024-07-01 --measure "loss_ratio(36m)"

PORTFOLIO is a folder with the tables `customers`, `policies` and `claims` as Parquet. Rows go to the
partition of their customer, claims to that of the holder of their policy, and there `insurant.arrow.assess`
answers for all customers of a partition at once. The wheel must be on the workers; a partition must fit the
memory of one.

A partner's placed policies are not brought to the partner: where the rulebook asks for `placed_premium`, assess
the partners' partition apart, with all that they placed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date

import pyarrow as pa
from insurant import Engine
from insurant.arrow import assess
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

TABLES = ("customers", "policies", "claims")


def answers(tables: list[pa.Table], rulebook: str, as_of: date, measures: list[str]) -> pa.Table:
    """The answers on some customers, in types that Spark has: words as texts, bits as signed numbers."""
    # Workers share nothing, so each partition makes an engine: some milliseconds.
    rules = Engine().rules(rulebook, as_of, measures)
    found = pa.table(assess(rules, *tables))
    kinds = {pa.uint64(): pa.int64(), pa.uint8(): pa.int16()}
    fields = []
    for field in found.schema:
        coded = pa.types.is_dictionary(field.type)
        kind = field.type.value_type if coded else kinds.get(field.type, field.type)
        fields.append(pa.field(field.name, kind, field.nullable))
    # Of 64 bits the highest makes a number negative, and nothing is lost.
    columns = [
        found[i].cast(field.type, safe=found[i].type != pa.uint64()) for i, field in enumerate(fields)
    ]
    fingerprint = [rules.fingerprint()] * found.num_rows
    fields.append(pa.field("fingerprint", pa.string(), False))
    return pa.table([*columns, pa.array(fingerprint, pa.string())], schema=pa.schema(fields))


def together(tables: dict[str, DataFrame]) -> DataFrame:
    """All rows in one table, each with its customer: a struct a table, of which one is not null."""
    claims, policies = tables["claims"], tables["policies"]
    holders = policies.select(F.col("policy_id"), F.col("customer_id").alias("_holder"))
    # A claim on no known policy stays, and is told as a fault.
    held = {
        "customers": tables["customers"].withColumn("_holder", F.col("customer_id")),
        "policies": policies.withColumn("_holder", F.col("customer_id")),
        "claims": claims.join(holders, "policy_id", "left"),
    }

    def row(table: str, name: str) -> Column:
        if table == name:
            return F.struct(*tables[name].columns).alias(name)
        return F.lit(None).cast(tables[name].schema).alias(name)

    parts = [
        rows.select("_holder", *(row(table, name) for name in TABLES))
        for table, rows in held.items()
    ]
    return parts[0].unionByName(parts[1]).unionByName(parts[2])


def assess_all(
    tables: dict[str, DataFrame], rulebook: str, as_of: date, measures: list[str], partitions: int
) -> DataFrame:
    """One row a customer, in no order."""
    empty = [tables[name].limit(0).toArrow() for name in TABLES]
    schema = from_arrow_schema(answers(empty, rulebook, as_of, measures).schema)
    kinds = [table.schema for table in empty]

    def partition(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        got = list(batches)
        if not got:
            return
        rows = pa.Table.from_batches(got)
        split = []
        for name, kind in zip(TABLES, kinds):
            column = rows[name].combine_chunks()
            column = column.filter(column.is_valid())
            split.append(pa.Table.from_arrays(column.flatten(), schema=kind))
        yield from answers(split, rulebook, as_of, measures).to_batches()

    grouped = together(tables).repartition(partitions, "_holder")
    return grouped.mapInArrow(partition, schema)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("portfolio")
    parser.add_argument("answers")
    parser.add_argument("--rulebook", default="cn-property")
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--measure", action="append", default=[])
    parser.add_argument("--partitions", type=int, default=200)
    given = parser.parse_args()
    spark = SparkSession.builder.appName("insurant").getOrCreate()
    tables = {name: spark.read.parquet(f"{given.portfolio}/{name}.parquet") for name in TABLES}
    found = assess_all(tables, given.rulebook, given.as_of, given.measure, given.partitions)
    found.write.mode("overwrite").parquet(given.answers)
    spark.stop()


if __name__ == "__main__":
    main()
