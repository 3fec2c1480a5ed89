"""Whatever a file holds, it is read, or refused with a place; nothing else comes out of the readers."""

import gzip
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.cash_files import Layout, payers_of_items, read_open_items, read_payers, read_payments
from otcore.adapters.cash_files.columns import ITEMS, PAYERS, PAYMENTS
from otcore.values.faults import Invalid

READERS: tuple[Callable[..., Any], ...] = (read_open_items, read_payments, read_payers, payers_of_items)
FACTS = sorted({*ITEMS, *PAYMENTS, *PAYERS})
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
said = st.sampled_from(["EUR", "120.00", "2026-03-02", "=1+1", "1e999999", "C1", "381", "-0", "١٢", "1_000", "9" * 40])
values = scalars | said | st.lists(scalars, max_size=3) | st.dictionaries(st.text(max_size=5), scalars, max_size=3)
records = st.dictionaries(st.sampled_from(FACTS), values, max_size=len(FACTS))
layouts = st.builds(
    Layout, currency=st.sampled_from(["", "EUR", "JPY"]), minor_units=st.booleans(), decimal_comma=st.booleans()
)
every_reader = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)


def told(read: Callable[..., Any], data: bytes, layout: Layout) -> None:
    """Read it, or refuse it as what it is: invalid."""
    with suppress(Invalid):
        read(data, layout)


@every_reader
@given(rows=st.lists(records, max_size=3), layout=layouts)
def test_json_of_any_kind_is_read_or_refused(read: Callable[..., Any], rows: list[dict[str, Any]], layout: Layout):
    told(read, "\n".join(map(json.dumps, rows)).encode(), layout)
    told(read, json.dumps(rows).encode(), layout)


@every_reader
@given(cells=st.lists(st.lists(said | st.text(max_size=9), min_size=1, max_size=6), max_size=3), layout=layouts)
def test_csv_of_any_kind_is_read_or_refused(read: Callable[..., Any], cells: list[list[str]], layout: Layout):
    header = "number,customer,open,currency,issued,due,amount,day,name,terms,discount_percent,type"
    text = "\n".join([header, *(",".join(row) for row in cells)])
    told(read, text.encode("utf-8", "surrogatepass"), layout)


@every_reader
@given(data=st.binary(max_size=60), cut=st.integers(0, 40))
def test_bytes_of_any_kind_are_read_or_refused(read: Callable[..., Any], data: bytes, cut: int):
    told(read, data, Layout())
    told(read, gzip.compress(data, mtime=0)[:cut], Layout())


def test_a_bomb_is_not_unpacked_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("otcore.adapters.cash_files.rows.MAX_BYTES", 2**20)
    with pytest.raises(Invalid, match="DOCUMENT_TOO_LARGE"):
        read_payments(gzip.compress(b"0" * 2**24))
