"""What a line costs in invoices of ten to ten thousand lines: much the same, whatever is done with them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import otcore as ot
from benchmarks.figures import Figure
from benchmarks.timing import best
from otcore.adapters.ubl.invoice import write_invoice
from otcore.adapters.ubl.invoice_reading.document import read_invoice
from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.schemas.calculation import calculated_json
from tests.invoicing import documents as examples
from tests.schemas.calculation.requests import request_of

C = TypeVar("C")

SIZES = (10, 100, 1_000, 10_000)
LINEAR = 2.0
"""How many times a line of ten thousand may cost what one of a thousand does: memory is further off, and is cleaned
up. What grew with the square of the lines would come to ten.
"""
_ROUNDS = 3
_document: Any = examples.invoice  # tests have no types
_TAXES = (ot.TaxCategory("S", 7), ot.TaxCategory("S", 19))


def measure() -> Iterator[Figure]:
    """Microseconds a line, by the number of lines."""
    plain = {size: InvoiceInput("EUR", _lines(size)) for size in SIZES}
    full = {size: InvoiceInput("EUR", _lines(size), tax_included=True) for size in SIZES}
    requests = {size: request_of(each) for size, each in plain.items()}
    documents = {size: _document(*_lines(size)) for size in SIZES}
    written = {size: write_invoice(each) for size, each in documents.items()}
    yield from _by_size("calculated", plain, calculate)
    yield from _by_size("tax included", full, calculate)
    yield from _by_size("JSON in, JSON out", requests, calculated_json)
    yield from _by_size("written as UBL", documents, write_invoice)
    yield from _by_size("read from UBL", written, read_invoice)


def _by_size(name: str, cases: dict[int, C], act: Callable[[C], object]) -> Iterator[Figure]:
    """One figure for each size; that of ten thousand beside that of a thousand."""
    costs: dict[int, float] = {}
    for size, case in cases.items():
        costs[size] = best({name: partial(act, case)}, SIZES[-1] // size, _ROUNDS)[name] / size
        base = costs[SIZES[-2]] if size == SIZES[-1] else None
        yield Figure(f"{name}, {size:,} lines", costs[size], "µs a line", base, LINEAR if base else None)


def _lines(size: int) -> tuple[LineInput, ...]:
    price = ot.UnitPrice("12.34", "EUR")
    return tuple([LineInput(str(at), ot.Quantity(at % 97 + 1, "C62"), price, _TAXES[at % 2]) for at in range(size)])
