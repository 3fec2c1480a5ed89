"""Faults of the taxes beside VAT."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError

from otcore.invoicing.contradictions.amounts import Stating
from otcore.invoicing.tax_order import levied_in_order
from otcore.values.faults import Fault
from otcore.values.other_tax import VAT, OtherTax, TaxKind


def taxes_faults(taxes: tuple[OtherTax, ...], stating: Stating, path: str, *, units: bool) -> Iterator[Fault]:
    """Those of the taxes on one line; `units`: there is a quantity to take so much for each unit of."""
    before = {VAT}
    for index, tax in enumerate(taxes):
        place = f"{path}/{index}"
        if tax.scheme in before:
            message = f"{tax.scheme!a} is the tax category itself, or listed before"
            yield Fault("TAX_DUPLICATE", message, f"{place}/scheme")
        yield from _on_faults(tax, before, f"{place}/on")
        yield from _kind_faults(tax, stating, place, units)
        before.add(tax.scheme)


def tax_order_faults(borne: Iterable[tuple[OtherTax, ...]]) -> Iterator[Fault]:
    """A fault when taxes of the whole invoice are due on each other in a circle."""
    try:
        levied_in_order(borne)
    except CycleError:
        yield Fault("TAX_ORDER", "taxes are due on each other in a circle", "/lines")


def _on_faults(tax: OtherTax, before: set[str], path: str) -> Iterator[Fault]:
    for index, scheme in enumerate(tax.on):
        if scheme not in before:
            message = f"{scheme!a} is neither {VAT} nor a tax that is listed before"
            yield Fault("TAX_UNKNOWN", message, f"{path}/{index}")


def _kind_faults(tax: OtherTax, stating: Stating, path: str, units: bool) -> Iterator[Fault]:
    if tax.taxed and tax.kind is not TaxKind.ADDED:
        yield Fault("TAX_NOT_ADDED", "VAT is due on a tax only that is added", f"{path}/taxed")
    if tax.per_unit is not None and not units:
        yield Fault("TAX_UNITS", "a document has no quantity to take a tax by the unit of", f"{path}/per_unit")
    yield from stating.price(tax.per_unit, f"{path}/per_unit")
