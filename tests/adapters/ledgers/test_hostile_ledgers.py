"""Whatever a file holds, it is read, or refused with its faults; nothing else comes out of the reader."""

import gzip
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.ledgers import Days, Layout, Numbers, Shape, Signs, read_ledger
from otcore.values.faults import Invalid

said = st.sampled_from(
    [
        "EUR",
        "120.00",
        "-1,5",
        "2026-03-02",
        "1/2/26",
        "=1+1",
        "1e999999",
        "C1",
        "381",
        "payment",
        "-0",
        "9" * 40,
        "٣",
        "",
    ]
)
layouts = st.builds(
    Layout,
    currency=st.sampled_from(["", "EUR", "JPY"]),
    days=st.none() | st.sampled_from(Days),
    numbers=st.none() | st.sampled_from(Numbers),
    signs=st.none() | st.sampled_from(Signs),
    shape=st.none() | st.sampled_from(Shape),
)
heads = st.sampled_from(
    [
        "invoice,customer,date,due,amount,open,paid on,currency",
        "number,customer,date,kind,amount,reference,due",
        "date;kind;number;customer;debit;credit",
    ]
)


def told(data: bytes, layout: Layout) -> None:
    with suppress(Invalid):
        read_ledger(data, layout)


@given(
    head=heads, cells=st.lists(st.lists(said | st.text(max_size=9), min_size=5, max_size=8), max_size=4), layout=layouts
)
def test_rows_of_any_kind_are_read_or_refused(head: str, cells: list[list[str]], layout: Layout):
    separator = ";" if ";" in head else ","
    text = "\n".join([head, *(separator.join(row) for row in cells)])
    told(text.encode("utf-8", "surrogatepass"), layout)


@given(data=st.binary(max_size=60), cut=st.integers(0, 40), encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, cut: int, encoding: str):
    told(data, Layout(encoding=encoding))
    told(gzip.compress(data, mtime=0)[:cut], Layout())
