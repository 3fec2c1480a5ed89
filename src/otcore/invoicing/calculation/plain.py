"""The plain way: lines, allowances and charges by the default profile, in whole minor units.

It is quick, and written to be: one pass over the lines, operators in the exact context, objects filled while open.
"""

from decimal import Decimal, getcontext, setcontext
from typing import Any

from otcore.invoicing.adjustments import AllowanceCharge, settle
from otcore.invoicing.amounts import LIMIT, money
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal, adjusted_line
from otcore.invoicing.profile import EN_16931
from otcore.invoicing.tax import Taxable, tax_subtotals
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.fast_init import opened
from otcore.values.money import Money
from otcore.values.price import ONE

_HALF = Decimal("0.5")
_SCALES = tuple([Decimal(10**places) for places in range(5)])
_from_minor = Money.from_minor
_new: Any = object.__new__
_OpenedLine, _OpenedMoney = opened(LineTotal), opened(Money)


def is_plain(invoice: InvoiceInput) -> bool:
    """Whether the invoice has nothing that takes the full way."""
    profile = invoice.profile
    if invoice.tax_included or invoice.advances or invoice.third_party or invoice.tax_rate is not None:
        return False
    if profile is not EN_16931 and profile != EN_16931:
        return False
    for line in invoice.lines:
        if line.taxes or line.parts or (line.adjustments and not _all_plain(line.adjustments)):
            return False
    return _all_plain(invoice.adjustments)


def plain_totals(invoice: InvoiceInput) -> Totals:
    """The totals of a plain invoice."""
    saved = getcontext()
    setcontext(EXACT)
    try:
        return _totals(invoice, invoice.currency, ({}, []))
    finally:
        setcontext(saved)


def _totals(invoice: InvoiceInput, currency: str, taxable: Taxable) -> Totals:
    lines, net = _lines(invoice.lines, currency, taxable)
    line_net, zero = money(net, currency), _from_minor(0, currency)
    adjustments: tuple[AllowanceCharge, ...] = ()
    allowances = charges = 0
    if invoice.adjustments:
        adjustments = tuple([settle(item, line_net) for item in invoice.adjustments])
        allowances, charges = _on_document(adjustments, taxable)
    exclusive = net - allowances + charges
    subtotals, tax = tax_subtotals(taxable, currency)
    inclusive = exclusive + tax
    prepaid, rounding = invoice.prepaid or zero, invoice.rounding or zero
    payable = inclusive - prepaid.minor + rounding.minor
    if not (-LIMIT < exclusive < LIMIT and -LIMIT < tax < LIMIT and -LIMIT < inclusive < LIMIT):
        money(LIMIT, currency)  # refuses it
    return Totals(
        lines,
        line_net,
        money(allowances, currency) if allowances else zero,
        money(charges, currency) if charges else zero,
        _from_minor(exclusive, currency),
        subtotals,
        _from_minor(tax, currency),
        _from_minor(inclusive, currency),
        prepaid,
        rounding,
        money(payable, currency),
        adjustments,
    )


def _lines(lines: tuple[LineInput, ...], currency: str, taxable: Taxable) -> tuple[tuple[LineTotal, ...], int]:
    """The lines and their sum (BT-106). All in one loop: a call for each line would cost a third more."""
    by_id, categories = taxable
    scale, half, limit, totals, net = _SCALES[digits(currency)], _HALF, LIMIT, [], 0
    for line in lines:
        price = line.price
        exact = price.amount * line.quantity.value
        if price.per is not ONE and price.per != ONE:
            exact /= price.per
        minor = (exact * scale + half).__trunc__()  # half up, for what is not negative
        if minor < 1 and exact < 0:
            minor = (exact * scale - half).__trunc__()
        if not -limit < minor < limit:
            money(minor, currency)  # refuses it
        gross = _new(_OpenedMoney)
        gross.minor = minor
        gross.currency = currency
        gross.__class__ = Money
        total = _new(_OpenedLine)
        total.id = line.id
        total.gross = total.net = gross
        total.tax = total.with_tax = None
        total.adjustments = total.parts = ()
        total.__class__ = LineTotal
        if line.adjustments:
            total = adjusted_line(line, gross)
            minor = total.net.minor
        totals.append(total)
        net += minor
        category = id(line.tax)
        if category in by_id:
            by_id[category] += minor
        else:
            by_id[category] = minor
            categories.append(line.tax)
    return tuple(totals), net


def _on_document(adjustments: tuple[AllowanceCharge, ...], taxable: Taxable) -> tuple[int, int]:
    """The sums of allowances and charges (BT-107, BT-108)."""
    by_id, categories = taxable
    allowances = charges = 0
    for item in adjustments:
        minor, category = item.amount.minor, item.tax
        assert category is not None  # an `InvoiceInput` is checked when made
        if item.charge:
            charges += minor
        else:
            allowances += minor
            minor = -minor
        try:
            by_id[id(category)] += minor
        except KeyError:
            by_id[id(category)] = minor
            categories.append(category)
    return allowances, charges


def _all_plain(adjustments: tuple[Adjustment, ...]) -> bool:
    for item in adjustments:  # noqa: SIM110  # a generator costs more than one allowance or two
        if item.per_unit is not None or item.running or item.taxes:
            return False
    return True
