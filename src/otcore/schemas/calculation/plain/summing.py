"""The arithmetic of plain requests: that of plain invoices, in minor units from text to text, without the objects."""

from collections.abc import Iterable
from decimal import Decimal, getcontext, setcontext

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge, sums
from otcore.invoicing.amounts import LIMIT, money
from otcore.invoicing.tax import Taxable, TaxSubtotal, tax_subtotals
from otcore.schemas.calculation.plain.asked import Asked
from otcore.schemas.calculation.plain.settling import category, minor_units, settled
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.fast_init import fast_init

_HALF = Decimal("0.5")
_SCALES = tuple([Decimal(10**places) for places in range(5)])
_NONE: tuple[AllowanceCharge, ...] = ()

PlainLine = tuple[str, int, tuple[AllowanceCharge, ...], int]
"""A line's id, gross, allowances and charges, net."""


@fast_init
@frozen(kw_only=True)
class PlainSums:
    """What a plain request comes to, the names as in `Totals`, in minor units of the currency."""

    currency: str
    lines: list[PlainLine]
    line_net: int
    adjustments: tuple[AllowanceCharge, ...]
    allowances: int
    charges: int
    tax_exclusive: int
    subtotals: tuple[TaxSubtotal, ...]
    tax: int
    tax_inclusive: int
    prepaid: int
    rounding: int
    payable: int


def plain_sums(request: Asked) -> PlainSums:
    """The sums. Raises `Invalid` for a currency or category that there is not, and for what grows too large."""
    saved = getcontext()
    setcontext(EXACT)
    try:
        return _sums(request, request["currency"], ({}, []))
    finally:
        setcontext(saved)


def _sums(request: Asked, currency: str, taxable: Taxable) -> PlainSums:
    lines, net = _lines(request["lines"], currency, taxable)
    adjustments = settled(request["adjustments"], money(net, currency)) if "adjustments" in request else _NONE
    allowances, charges = _on_document(adjustments, taxable) if adjustments else (0, 0)
    subtotals, tax = tax_subtotals(taxable, currency)
    exclusive = net - allowances + charges
    prepaid, rounding = minor_units(request, "prepaid", currency), minor_units(request, "rounding", currency)
    found = PlainSums(
        currency=currency,
        lines=lines,
        line_net=net,
        adjustments=adjustments,
        allowances=allowances,
        charges=charges,
        tax_exclusive=exclusive,
        subtotals=subtotals,
        tax=tax,
        tax_inclusive=exclusive + tax,
        prepaid=prepaid,
        rounding=rounding,
        payable=exclusive + tax - prepaid + rounding,
    )
    _bounded((net, allowances, charges, exclusive, tax, exclusive + tax, found.payable), currency)
    return found


def _lines(asked: Iterable[Asked], currency: str, taxable: Taxable) -> tuple[list[PlainLine], int]:
    """The lines and their sum. All in one loop: a call for each line would cost a third more."""
    by_id, categories = taxable
    number, scale, half, lines, line_net = Decimal, _SCALES[digits(currency)], _HALF, [], 0
    for each in asked:
        exact = number(each["price"]) * number(each["quantity"])
        if "per" in each:
            exact /= number(each["per"])
        gross = (exact * scale + half).__trunc__()  # half up, for what is not negative
        if gross < 1 and exact < 0:
            gross = (exact * scale - half).__trunc__()
        if not -LIMIT < gross < LIMIT:
            money(gross, currency)  # refuses it
        adjusted, net = _NONE, gross
        if "adjustments" in each:
            adjusted = settled(each["adjustments"], money(gross, currency))
            allowances, charges = sums(adjusted)
            net = money(gross - allowances + charges, currency).minor
        lines.append((each["id"], gross, adjusted, net))
        line_net += net
        of = category(each["tax"])
        try:
            by_id[id(of)] += net
        except KeyError:
            by_id[id(of)] = net
            categories.append(of)
    return lines, line_net


def _on_document(adjustments: tuple[AllowanceCharge, ...], taxable: Taxable) -> tuple[int, int]:
    by_id, categories = taxable
    for item in adjustments:
        of = item.tax
        assert of is not None  # the reader asks for it
        if id(of) not in by_id:
            by_id[id(of)] = 0
            categories.append(of)
        by_id[id(of)] += item.amount.minor if item.charge else -item.amount.minor
    return sums(adjustments)


def _bounded(figures: Iterable[int], currency: str) -> None:
    for figure in figures:
        if not -LIMIT < figure < LIMIT:
            money(figure, currency)  # refuses it
