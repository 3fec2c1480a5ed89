"""The invoice arithmetic beside a bare Decimal loop: ten lines, two rates, a document discount."""

from decimal import ROUND_HALF_UP, Decimal
from time import perf_counter

import otcore as ot
from benchmarks.figures import Figure
from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.values.adjustment import Adjustment

CENT = Decimal("0.01")
RATES = (Decimal(7), Decimal(19))
LINES = [(Decimal(line + 1), Decimal("12.34"), RATES[line % 2]) for line in range(10)]
DISCOUNT = Decimal("5.00")
TIMES = 2_000
ROUNDS = 7


def invoice() -> InvoiceInput:
    """The invoice to calculate."""
    taxes = {rate: ot.TaxCategory("S", rate) for rate in RATES}
    lines = tuple(
        LineInput(str(at), ot.Quantity(quantity, "C62"), ot.UnitPrice(price, "EUR"), taxes[rate])
        for at, (quantity, price, rate) in enumerate(LINES)
    )
    discount = Adjustment(charge=False, amount=ot.Money(DISCOUNT, "EUR"), tax=taxes[RATES[1]], reason="Discount")
    return InvoiceInput("EUR", lines, (discount,))


def plain() -> Decimal:
    """The same payable amount, by hand."""
    net = dict.fromkeys(RATES, Decimal(0))
    for quantity, price, rate in LINES:
        net[rate] += (quantity * price).quantize(CENT, ROUND_HALF_UP)
    net[RATES[1]] -= DISCOUNT
    return sum((part + (part * rate / 100).quantize(CENT, ROUND_HALF_UP) for rate, part in net.items()), Decimal(0))


def measure() -> list[Figure]:
    """Microseconds an invoice, the best of several rounds taken in turn with the baseline."""
    asked = invoice()
    assert calculate(asked).payable.amount == plain()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: calculate(asked)))
        theirs.append(_seconds(plain))
    return [Figure("invoice of ten lines", min(ours) / TIMES * 1e6, "µs", min(theirs) / TIMES * 1e6)]


def _seconds(act: "object") -> float:
    assert callable(act)
    start = perf_counter()
    for _ in range(TIMES):
        act()
    return perf_counter() - start
