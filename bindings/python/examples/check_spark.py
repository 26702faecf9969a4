"""The example of Spark on a cluster of two workers answers what one machine does.

    python check_spark.py FOLDER

Run by `cargo xtask test spark`, apart from the other tests: it needs pyspark and Java.
"""

import importlib
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from insurant import Engine
from insurant.arrow import assess
from pyspark.sql import SparkSession

HERE = Path(__file__).parent
# The portfolio of the other tests; the example under the name that it has on the workers.
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE)]
columns, example = importlib.import_module("columns"), importlib.import_module("spark")

PARTITIONS = 6


def main() -> None:
    folder = Path(sys.argv[1])
    portfolio = columns.portfolio(2000)
    tables = {name: getattr(portfolio, name) for name in example.TABLES}
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .getOrCreate()
    )
    # Workers have the wheel, and get the example with the job.
    spark.sparkContext.addPyFile(str(HERE / "spark.py"))
    read = {name: spark.read.parquet(str(folder / f"{name}.parquet")) for name in tables}
    found = example.assess_all(read, "cn-property", columns.AS_OF, columns.MEASURES, PARTITIONS)
    found.write.mode("overwrite").parquet(str(folder / "answers"))
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    spark.stop()
    answered = pq.read_table(folder / "answers").sort_by("customer_id")
    whole = example.answers(
        list(tables.values()), "cn-property", columns.AS_OF, columns.MEASURES
    ).sort_by("customer_id")
    assert executors == 2, executors
    assert answered.num_rows == 2000
    assert answered.cast(whole.schema).equals(whole), "other answers than on one machine"
    rules = Engine().rules("cn-property", columns.AS_OF, columns.MEASURES)
    direct = pa.table(assess(rules, *tables.values())).sort_by("customer_id")
    assert direct["category"].to_pylist() == answered["category"].to_pylist()
    assert set(answered["fingerprint"].to_pylist()) == {rules.fingerprint()}
    print(f"{answered.num_rows} customers by {executors} workers, as on one machine")


if __name__ == "__main__":
    main()
