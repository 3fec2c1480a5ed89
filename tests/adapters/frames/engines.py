"""The same ledger rows as a table of each engine."""

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

_CONNECTION = duckdb.connect()
_SCHEMA = pa.schema(
    [
        ("kind", pa.string()),
        ("day", pa.date32()),
        ("amount_minor", pa.int64()),
        ("currency", pa.string()),
        ("party", pa.string()),
        ("item", pa.string()),
        ("receipt", pa.string()),
        ("due", pa.date32()),
    ]
)


def arrow(entries, **columns):
    """The rows as an Arrow table, with these columns more."""
    rows = [
        {
            "kind": row.kind.value,
            "day": row.day,
            "amount_minor": row.amount.minor,
            "currency": row.amount.currency,
            "party": row.party,
            "item": row.item,
            "receipt": row.receipt,
            "due": row.due,
        }
        for row in entries
    ]
    table = pa.Table.from_pylist(rows, schema=_SCHEMA)
    for name, values in columns.items():
        table = table.append_column(name, pa.array(values))
    return table


def on_pandas(table):
    """Days as most files are read: moments without a time."""
    frame = table.to_pandas()
    for name in {"day", "due"} & set(frame):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def on_polars(table):
    return pl.DataFrame(table)


def on_lazy_polars(table):
    return pl.DataFrame(table).lazy()


def on_duckdb(table):
    """Of one connection, for relations of two cannot be joined."""
    return _CONNECTION.from_arrow(table)


ENGINES = {"pandas": on_pandas, "polars": on_polars, "lazy polars": on_lazy_polars, "duckdb": on_duckdb}
