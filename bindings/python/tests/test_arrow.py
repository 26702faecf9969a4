"""Portfolios in columns: of every library that has them, with the answers of the records."""

import gc
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any

import columns
import duckdb
import insurant
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from columns import AS_OF, MEASURES, Portfolio
from insurant import Engine, FigureValue, InsurantError, Rules
from insurant.arrow import assess


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Engine().rules("cn-property", AS_OF, MEASURES)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return columns.portfolio()


def of_duckdb(table: pa.Table) -> Any:
    connection = duckdb.connect()
    connection.register("rows", table)
    connection.execute("create table kept as from rows")
    return connection.sql("from kept")


class OneArray:
    """A table that is one batch, and nothing else."""

    def __init__(self, table: pa.Table) -> None:
        self.batch = table.combine_chunks().to_batches()[0]

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self.batch.__arrow_c_array__(requested_schema)


LIBRARIES: dict[str, Any] = {
    "pyarrow.Table": lambda table: table,
    "pyarrow.RecordBatch": lambda table: table.combine_chunks().to_batches()[0],
    "pyarrow.RecordBatchReader": lambda table: table.to_reader(max_chunksize=37),
    "slices": lambda table: pa.concat_tables([table.slice(0, 11), table.slice(11)]),
    "polars": pl.from_arrow,
    "duckdb": of_duckdb,
    "pandas": lambda table: table.to_pandas(),
    "an array": OneArray,
}


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_gets_the_answers_of_the_records(
    rules: Rules, portfolio: Portfolio, library: str
) -> None:
    of = LIBRARIES[library]
    tables = (of(portfolio.customers), of(portfolio.policies), of(portfolio.claims))
    answers = assess(rules, *tables, threads=2)
    rows = pa.table(answers).to_pylist()
    assert len(rows) == len(portfolio.records)
    for row, expected in zip(rows, rules.assess_all(portfolio.records)):
        assert row["customer_id"] == expected.customer_id and row["status"] == "decided"
        assert expected.category and row["category"] == expected.category.word
        assert expected.standing and row["standing"] == expected.standing.word
        for measure in expected.measures:
            name = measure.text
            value: Any = measure.value
            assert row[f"{name}_state"] == measure.state.word
            if isinstance(value, FigureValue.RATIO):
                assert row[f"{name}_num"] * int(value.denominator) == (
                    row[f"{name}_den"] * int(value.numerator)
                )
            elif isinstance(value, FigureValue.MONEY):
                assert row[name] == int(value.amount * 100)
            elif value is not None:
                assert row[name] == value.value, name
            else:
                assert row.get(name, row.get(f"{name}_num")) is None


def test_the_answers_are_a_table_for_everybody(rules: Rules, portfolio: Portfolio) -> None:
    answers = assess(rules, portfolio.customers, portfolio.policies, portfolio.claims)
    table = pa.table(answers)
    assert pa.table(answers).equals(table)
    metadata = table.schema.metadata
    assert metadata[b"insurant.fingerprint"].decode() == rules.fingerprint()
    assert metadata[b"insurant.as_of"] == b"2024-07-01"
    frame = pl.DataFrame(answers)
    assert frame["customer_id"].to_list() == table["customer_id"].to_pylist()
    counted = duckdb.sql("select count(*), count(category) from answers")
    assert counted and counted.fetchall() == [(300, 300)]
    # Its stubs do not know it yet.
    from_arrow: Any = getattr(pd.DataFrame, "from_arrow")  # noqa: B009
    assert len(from_arrow(answers)) == 300
    assert answers.report["customers"] == 300 and answers.report["rejected"] == 0
    assert repr(answers) == "<insurant.arrow.Answers on 300 customers>"


def test_another_day_and_other_measures(rules: Rules, portfolio: Portfolio) -> None:
    tables = (portfolio.customers, portfolio.policies, portfolio.claims)
    other = Engine().rules("cn-property", date(2022, 1, 1), ["annual_premium"])
    expected = pa.table(assess(other, *tables))
    asked = assess(rules, *tables, as_of=date(2022, 1, 1), measures=["annual_premium"])
    assert pa.table(asked).equals(expected, check_metadata=True)
    assert pa.table(assess(rules, *tables, measures=())).num_columns == 7


def test_threads_change_no_answer(rules: Rules, portfolio: Portfolio) -> None:
    tables = (portfolio.customers, portfolio.policies, portfolio.claims)
    expected = pa.table(assess(rules, *tables))

    def ask(threads: int) -> bool:
        return bool(pa.table(assess(rules, *tables, threads=threads)).equals(expected))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, [1, 2, 3, 8] * 8))


def test_midnights_are_days_and_other_moments_are_none(rules: Rules, portfolio: Portfolio) -> None:
    expected = pa.table(assess(rules, portfolio.customers, portfolio.policies, portfolio.claims))
    for unit in ("s", "ms", "us", "ns"):
        start = portfolio.policies["start"].cast(pa.timestamp(unit))
        policies = portfolio.policies.set_column(4, "start", start)
        found = pa.table(assess(rules, portfolio.customers, policies, portfolio.claims))
        assert found.equals(expected)
    late = pa.array([datetime(2024, 1, 1, 12)] * portfolio.policies.num_rows, pa.timestamp("us"))
    policies = portfolio.policies.set_column(4, "start", late)
    with pytest.raises(InsurantError.BadFacts) as caught:
        assess(rules, portfolio.customers, policies, portfolio.claims)
    assert caught.value.first.path == "policies[0].start"


def test_whole_numbers_count_what_one_says(rules: Rules, portfolio: Portfolio) -> None:
    whole = pa.array([100] * portfolio.policies.num_rows, pa.int64())
    policies = portfolio.policies.set_column(6, "written_premium", whole)
    few = portfolio.claims.slice(0, 0)
    minor = pa.table(assess(rules, portfolio.customers, policies, few))
    major = pa.table(assess(rules, portfolio.customers, policies, few, whole_numbers="major"))
    assert minor.schema.field("annual_premium").type == pa.int64()
    assert major.schema.field("annual_premium").type == pa.decimal128(19, 2)
    amounts = [int(amount * 100) for amount in major["annual_premium"].to_pylist()]
    assert amounts == [100 * amount for amount in minor["annual_premium"].to_pylist()]


def test_a_rejected_row_is_reported(rules: Rules, portfolio: Portfolio) -> None:
    policies = pa.concat_tables([portfolio.policies, portfolio.policies.slice(0, 1)])
    tables = (portfolio.customers, policies, portfolio.claims)
    with pytest.raises(InsurantError.BadFacts) as caught:
        assess(rules, *tables)
    assert caught.value.first.path.startswith("policies[")
    answers = assess(rules, *tables, faulty_rows="reject")
    report = answers.report
    assert report["rejected"] > 0 and report["problems"][0]["code"]
    statuses = pa.table(answers)["status"].to_pylist()
    assert len(statuses) == 300 and "rejected_row" in statuses


class Odd:
    """What is no table in one of many ways."""

    def __init__(self, stream: object = None, array: object = None) -> None:
        if stream is not None:
            self.__arrow_c_stream__ = lambda: stream
        if array is not None:
            self.__arrow_c_array__ = lambda: array


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (None, "one without rows says that there are none"),
        ([{"customer_id": 1}], "pass a pyarrow.Table, a polars.DataFrame"),
        ("customers.parquet", "not str"),
        (pa.Table, "pass a pyarrow.Table"),
        (pl.LazyFrame({"claim_id": [1]}), "call its collect() first"),
        (Odd(stream=7), "arrow_array_stream"),
        (Odd(stream=pa.schema({}).__arrow_c_schema__()), "arrow_array_stream"),
        (Odd(array=7), "a pair of capsules"),
        (Odd(array=(7, 8)), "arrow_schema"),
    ],
)
def test_what_is_no_table_is_named(
    rules: Rules, portfolio: Portfolio, table: Any, told: str
) -> None:
    with pytest.raises(TypeError) as caught:
        assess(rules, portfolio.customers, portfolio.policies, table)
    assert str(caught.value).startswith("claims is ") and told in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"measures": "loss_ratio(12m)"}, "measures is a list of expressions, not str; write"),
        ({"measures": b"annual_premium"}, "not bytes"),
        ({"measures": {"annual_premium"}}, "not set"),
        ({"measures": ["annual_premium", 7]}, "measures[1] is an expression, not int"),
        ({"threads": 2.0}, "threads is an int, not float"),
        ({"threads": True}, "threads is an int, not bool"),
        ({"as_of": "2024-07-01"}, "as_of: a day is a datetime.date, not str"),
        ({"as_of": datetime(2024, 7, 1)}, "as_of: a day is a datetime.date, not datetime"),
        ({"valued_on": 19905}, "valued_on: a day is a datetime.date, not int"),
        ({"whole_numbers": 2}, "whole_numbers is a word, not int; write whole_numbers='minor'"),
        ({"faulty_rows": None}, "faulty_rows is a word, not NoneType"),
        ({"rules": "cn-property"}, "rules is insurant.Rules, not str"),
    ],
)
def test_a_wrong_type_is_named(
    rules: Rules, portfolio: Portfolio, arguments: dict[str, Any], told: str
) -> None:
    tables = (portfolio.customers, portfolio.policies, portfolio.claims)
    with pytest.raises(TypeError) as caught:
        assess(arguments.pop("rules", rules), *tables, **arguments)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "code", "path"),
    [
        ({"threads": 0}, "out_of_range", "threads"),
        ({"threads": -(10**30)}, "out_of_range", "threads"),
        ({"threads": 10**30}, "out_of_range", "threads"),
        ({"measures": ["los_ratio(12m)"]}, "unknown_name", ""),
        ({"measures": ["annual_premium"] * 2}, "duplicate_column", ""),
        ({"valued_on": date(9999, 1, 1)}, "out_of_range", "valued_on"),
        ({"as_of": date(1, 1, 1)}, "year_out_of_range", "as_of"),
    ],
)
def test_a_wrong_value_is_placed(
    rules: Rules, portfolio: Portfolio, arguments: dict[str, Any], code: str, path: str
) -> None:
    tables = (portfolio.customers, portfolio.policies, portfolio.claims)
    with pytest.raises(InsurantError.BadInput) as caught:
        assess(rules, *tables, **arguments)
    problem = caught.value.first
    assert (problem.code, problem.path) == (code, path)
    assert problem.text in str(caught.value)


def test_a_word_that_is_none(rules: Rules, portfolio: Portfolio) -> None:
    tables = (portfolio.customers, portfolio.policies, portfolio.claims)
    with pytest.raises(ValueError, match="faulty_rows is 'fail' or 'reject', not 'drop'"):
        assess(rules, *tables, faulty_rows="drop")  # type: ignore[arg-type]


def test_columns_that_cannot_be_read_are_all_told(rules: Rules, portfolio: Portfolio) -> None:
    floats = portfolio.policies["written_premium"].cast(pa.float64())
    policies = portfolio.policies.set_column(6, "written_premium", floats)
    customers = portfolio.customers.rename_columns(["customer_id", "knid"])
    with pytest.raises(InsurantError.BadInput) as caught:
        assess(rules, customers, policies, portfolio.claims)
    told = {(problem.code, problem.path) for problem in caught.value.problems}
    assert ("bad_column_type", "policies.written_premium") in told
    assert ("unknown_column", "customers") in told and ("missing_column", "customers") in told
    assert "a float is not exact" in str(caught.value)


def test_what_is_no_arrow_is_placed(rules: Rules, portfolio: Portfolio) -> None:
    bad = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.py_buffer(b"\0\0\0\0\5\0\0\0\3\0\0\0"), pa.py_buffer(b"abc")]
    )
    customers = pa.table({"customer_id": bad, "kind": ["individual"] * 2})
    with pytest.raises(InsurantError.BadInput) as caught:
        assess(rules, customers, portfolio.policies, portfolio.claims)
    problem = caught.value.first
    assert (problem.code, problem.path) == ("bad_arrow", "customers.arrays[0].children[0]")
    column = portfolio.customers["kind"]
    with pytest.raises(InsurantError.BadInput) as caught:
        assess(rules, column, portfolio.policies, portfolio.claims)
    assert caught.value.first.path == "customers.schema.dictionary" or (
        caught.value.first.path == "customers.schema.format"
    )


def test_a_stream_that_breaks_off_is_told_in_its_words(
    rules: Rules, portfolio: Portfolio
) -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield portfolio.claims.to_batches()[0]
        raise OSError("the disk is on fire")

    claims = pa.RecordBatchReader.from_batches(portfolio.claims.schema, batches())
    with pytest.raises(InsurantError.BadInput) as caught:
        assess(rules, portfolio.customers, portfolio.policies, claims)
    problem = caught.value.first
    assert (problem.code, problem.path) == ("arrow_stream", "claims.get_next")
    assert "the disk is on fire" in (problem.found or "")


def test_everything_is_released(rules: Rules, portfolio: Portfolio) -> None:
    def used() -> int:
        gc.collect()
        return int(pa.total_allocated_bytes())

    before = used()

    def tables() -> list[pa.Table]:
        # Copies, whose memory goes when the last who reads it lets go.
        kept = (portfolio.customers, portfolio.policies, portfolio.claims)
        return [pa.concat_tables([table] * 1).take(list(range(table.num_rows))) for table in kept]

    answers = assess(rules, *tables())
    # The customers' identifiers are those of the table.
    assert used() > before
    del answers
    assert used() == before
    with pytest.raises(TypeError):
        assess(rules, *tables()[:2], claims=7)  # type: ignore[misc, arg-type]
    assert used() == before
    customers, policies, claims = tables()
    with pytest.raises(InsurantError):
        assess(rules, customers, claims, policies)
    del customers, policies, claims
    assert used() == before
    # A capsule that nobody took, in the midst of an exception.
    with pytest.raises(ZeroDivisionError):
        (assess(rules, *tables()).__arrow_c_stream__(), 1 // 0)
    assert used() == before


def test_memory_stays_flat(rules: Rules, portfolio: Portfolio) -> None:
    def resident() -> int:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1])

    tables = (portfolio.customers, portfolio.policies, portfolio.claims)

    def work(rounds: int) -> None:
        for _ in range(rounds):
            pa.table(assess(rules, *tables, measures=["annual_premium"]))
            with pytest.raises(InsurantError):
                assess(rules, *tables, threads=0)

    rounds = int(os.environ.get("INSURANT_MEMORY_ROUNDS", "5000")) // 20
    work(rounds)
    before = resident()
    work(rounds)
    assert resident() < before * 1.05 + 8 * 1024


def test_answers_are_made_by_assess_alone() -> None:
    with pytest.raises(TypeError, match=r"insurant\.arrow\.assess"):
        insurant.arrow.Answers()
    assert not hasattr(Rules, "address")
