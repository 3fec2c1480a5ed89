"""Faults of allowances and charges."""

from collections.abc import Iterator
from decimal import Decimal

from otcore.invoicing.contradictions.amounts import Stating
from otcore.invoicing.contradictions.taxes import taxes_faults
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import decimal_of
from otcore.values.faults import Fault, Invalid
from otcore.values.percentage import Percentage


def line_adjustment_faults(items: tuple[Adjustment, ...], stating: Stating, path: str) -> Iterator[Fault]:
    """Those of a line's, which are taxed as the line is."""
    for index, item in enumerate(items):
        place = f"{path}/{index}"
        yield from _faults(item, stating, place)
        if item.tax is not None:
            yield Fault("ADJUSTMENT_TAX_ON_LINE", "an adjustment of a line is taxed as the line", f"{place}/tax")
        if item.taxes:
            yield Fault("ADJUSTMENT_TAX_ON_LINE", "an adjustment of a line is taxed as the line", f"{place}/taxes")


def document_adjustment_faults(items: tuple[Adjustment, ...], stating: Stating, path: str) -> Iterator[Fault]:
    """Those of the document's, which have taxes of their own and no quantity."""
    for index, item in enumerate(items):
        place = f"{path}/{index}"
        yield from _faults(item, stating, place)
        if item.tax is None:
            message = "an adjustment of the document has its own tax category"
            yield Fault("ADJUSTMENT_TAX_MISSING", message, f"{place}/tax")
        if item.per_unit is not None and item.units is None:
            yield Fault("ADJUSTMENT_UNITS", "a document has no quantity: say of how many units", f"{place}/units")
        yield from taxes_faults(item.taxes, stating, f"{place}/taxes", units=False)


def percent_faults(percent: Decimal | None, path: str) -> Iterator[Fault]:
    """The faults of a percentage that may be absent."""
    if percent is None:
        return
    try:
        Percentage(percent)
    except Invalid as refused:
        yield from refused.at(path).faults


def _faults(item: Adjustment, stating: Stating, path: str) -> Iterator[Fault]:
    """What keeps an adjustment from being settled."""
    if item.amount is not None and _is_amount_alone(item):  # as most are
        yield from stating.money(item.amount, f"{path}/amount")
        return
    if sum([given is not None for given in (item.amount, item.percent, item.per_unit)]) != 1:
        message = "give either an amount, or a percentage, or so much for each unit"
        yield Fault("ADJUSTMENT_AMOUNT", message, path)
    if item.base is not None and item.percent is None:
        yield Fault("ADJUSTMENT_BASE", "a base needs a percentage", f"{path}/base")
    if item.running and (item.percent is None or item.base is not None):
        message = "what the ones before leave is the base of a percentage that names none"
        yield Fault("ADJUSTMENT_RUNNING", message, f"{path}/running")
    yield from percent_faults(item.percent, f"{path}/percent")
    yield from stating.money(item.amount, f"{path}/amount")
    yield from stating.money(item.base, f"{path}/base")
    yield from stating.price(item.per_unit, f"{path}/per_unit")
    yield from _units_faults(item, f"{path}/units")


def _is_amount_alone(item: Adjustment) -> bool:
    calculated = item.percent is not None or item.per_unit is not None or item.running
    return not (calculated or item.base is not None or item.units is not None)


def _units_faults(item: Adjustment, path: str) -> Iterator[Fault]:
    if item.units is None:
        return
    if item.per_unit is None:
        yield Fault("ADJUSTMENT_UNITS", "units need so much for each", path)
    try:
        decimal_of(item.units, what="units")
    except Invalid as refused:
        yield from refused.at(path).faults
