"""What of an invoice is taxed alike: an amount of the invoice is that much of each of these."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.calculation import Totals
from otcore.invoicing.credited import Credited
from otcore.invoicing.crediting.charged import charged_by
from otcore.invoicing.crediting.standing import standing_of
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.parts.fitting import amount_of, charged
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory

Taxed = tuple[TaxCategory, tuple[OtherTax, ...]]
Key = tuple[str, Decimal, tuple[OtherTax, ...]]


@fast_init
@frozen
class Group:
    """All that is taxed by one category and rate, and by the same taxes beside: its amount before tax, in minor units
    (with the tax, where prices include it).
    """

    tax: TaxCategory
    taxes: tuple[OtherTax, ...]
    amount: int

    @property
    def key(self) -> Key:
        """What tells groups apart."""
        return self.tax.code, self.tax.rate, self.taxes


@frozen
class BilledAmount:
    """An invoice of an amount: its number and day, what was billed by tax, and what it came to; less what was credited
    of it.
    """

    number: str
    issued: date
    groups: tuple[Group, ...]
    total: Money


def billed_amount(document: InvoiceDocument, credited: Credited | None = None) -> BilledAmount:
    """What an issued invoice of an amount billed, less what its credit notes credited."""
    of = charged_by(document)
    stands = standing_of(of, credited or Credited())
    pairs = zip(of.lines, stands.lines, strict=True)
    amounts = [((each.line.tax, each.line.taxes), each.amount - was.amount) for each, was in pairs]
    for (item, amount), gone in zip(of.adjustments, stands.adjustments, strict=True):
        amounts.append((_taxed(item), _signed(item, amount - gone)))
    total = Money.from_minor(of.total - stands.payable, document.currency)
    return BilledAmount(document.number, document.issued, grouped(amounts), total)


def groups_of(whole: InvoiceInput, totals: Totals) -> tuple[Group, ...]:
    """The groups of a calculated invoice. Raises `Invalid` TAX_BY_UNIT: an amount has no units to be taxed by."""
    amounts = [((line.tax, line.taxes), amount_of(of)) for line, of in zip(whole.lines, totals.lines, strict=True)]
    for item, of in zip(whole.adjustments, totals.adjustments, strict=True):
        amounts.append((_taxed(item), _signed(item, charged(of))))
    groups = grouped(amounts)
    by_unit = [tax.scheme for group in groups for tax in group.taxes if tax.per_unit is not None]
    if by_unit:
        message = f"{by_unit[0]} is due on units, and an amount of an order has none"
        raise Invalid.one("TAX_BY_UNIT", message, scheme=by_unit[0])
    return groups


def grouped(amounts: Iterable[tuple[Taxed, int]]) -> tuple[Group, ...]:
    """Amounts put together by how they are taxed, in the order in which they come first."""
    sums: dict[Key, Group] = {}
    for (tax, taxes), amount in amounts:
        group = Group(tax, taxes, amount)
        known = sums.get(group.key)
        sums[group.key] = group if known is None else Group(known.tax, taxes, known.amount + amount)
    return tuple(sums.values())


def by_key(groups: Iterable[Group]) -> Mapping[Key, Group]:
    """Groups by what tells them apart."""
    return {group.key: group for group in groups}


def _taxed(item: Adjustment) -> Taxed:
    assert item.tax is not None  # an `InvoiceInput` is checked when made
    return item.tax, item.taxes


def _signed(item: Adjustment, amount: int) -> int:
    return amount if item.charge else -amount
