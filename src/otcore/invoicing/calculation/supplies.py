"""What tax is due on: every line, and every allowance and charge of the document, with its taxes."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.calculation.billed import BilledLine, Settled
from otcore.invoicing.calculation.figures import Exact
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.tax import TaxCategory

_NONE = Decimal(0)


@frozen
class Supply:
    """A signed amount, `quantity` units of something, and the taxes it bears. `charge`: not an allowance."""

    category: TaxCategory
    taxes: tuple[OtherTax, ...]
    amount: Exact
    quantity: Decimal
    decimals: int
    charge: bool = True


def supplies_of(lines: Iterable[BilledLine], settled: Iterable[Settled]) -> tuple[Supply, ...]:
    """The lines, then the document's allowances (negative) and charges."""
    return (*_of_lines(lines), *_of_document(settled))


def is_included(tax: OtherTax) -> bool:
    """Whether a price that includes tax includes this one."""
    return tax.kind is TaxKind.ADDED and not tax.on_top


def taxed_alike_together(members: Sequence[int], supplies: Sequence[Supply]) -> list[int]:
    """The supplies at these places, so ordered that a tie in sharing falls to the same tax in any order of lines."""
    if len({_borne(supplies[at]) for at in members}) == 1:
        return list(members)
    return sorted(members, key=lambda at: repr(_borne(supplies[at])))


def _borne(supply: Supply) -> tuple[str, Decimal, tuple[OtherTax, ...]]:
    return supply.category.code, supply.category.rate, supply.taxes


def _of_lines(lines: Iterable[BilledLine]) -> Iterator[Supply]:
    for billed in lines:
        line = billed.line
        yield Supply(line.tax, line.taxes, billed.amount, line.quantity.value, billed.decimals)


def _of_document(settled: Iterable[Settled]) -> Iterator[Supply]:
    for each in settled:
        assert each.asked.tax is not None  # an `InvoiceInput` is checked when made
        yield Supply(each.asked.tax, each.asked.taxes, each.signed, _NONE, each.decimals, each.asked.charge)
