"""In what order taxes are taken, when some are due on others."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

from otcore.values.other_tax import VAT, OtherTax


def levied_in_order(borne: Iterable[tuple[OtherTax, ...]]) -> list[OtherTax | None]:
    """Every tax once, after those that it is due on; None stands for VAT. `borne` are the taxes of each line.

    Raises `graphlib.CycleError` when taxes are due on each other in a circle.
    """
    kinds = {taxes for taxes in borne if taxes}
    if not kinds:
        return [None]
    before: TopologicalSorter[OtherTax | None] = TopologicalSorter()
    before.add(None)
    for taxes in kinds:
        for tax in taxes:
            before.add(tax, *_before(tax, taxes))
            if tax.taxed:
                before.add(None, tax)
    return list(before.static_order())


def _before(tax: OtherTax, taxes: tuple[OtherTax, ...]) -> list[OtherTax | None]:
    first: list[OtherTax | None] = [other for other in taxes if other.scheme in tax.on]
    return [*first, None] if VAT in tax.on else first
