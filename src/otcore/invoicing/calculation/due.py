"""The taxes that are due: VAT by category and rate, and every other tax, each once on the sum of what it is due on."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from otcore.invoicing.calculation.figures import Exact, Figures
from otcore.invoicing.calculation.sharing import shared
from otcore.invoicing.calculation.supplies import Supply
from otcore.invoicing.profile import Level
from otcore.invoicing.tax import merged
from otcore.invoicing.tax_order import levied_in_order
from otcore.values.other_tax import VAT, OtherTax
from otcore.values.tax import TaxCategory


@frozen
class DueVat:
    """A VAT category and rate, what it is due on and how much it is."""

    category: TaxCategory
    taxable: Exact
    amount: Exact


@frozen
class DueOther:
    """A tax beside VAT, what it is due on and how much it is."""

    tax: OtherTax
    taxable: Exact
    amount: Exact


@frozen
class Due:
    """All taxes of an invoice; `on_supplies` is each supply's part of every tax by its scheme."""

    vat: tuple[DueVat, ...]
    others: tuple[DueOther, ...]
    on_supplies: tuple[dict[str, Exact], ...]


def taxes_due(supplies: Sequence[Supply], nets: Sequence[Exact], per_line: bool, figures: Figures) -> Due:
    """The taxes on supplies of these net amounts."""
    levy = _Levy(supplies, nets, per_line, figures)
    vat: tuple[DueVat, ...] = ()
    others: list[DueOther] = []
    for tax in levied_in_order(supply.taxes for supply in supplies):
        if tax is None:
            vat = tuple(levy.vat())
        else:
            others.append(levy.other(tax))
    return Due(vat, tuple(sorted(others, key=_rank)), tuple(levy.shares))


@frozen
class _Levy:
    supplies: Sequence[Supply]
    nets: Sequence[Exact]
    per_line: bool
    figures: Figures
    shares: list[dict[str, Exact]] = field(init=False)

    @shares.default
    def _no_shares(self) -> list[dict[str, Exact]]:
        return [{} for _ in self.supplies]

    def vat(self) -> Iterator[DueVat]:
        """One for each category code and rate, in that order (BR-S-08 and its like, BR-CO-17)."""
        groups: dict[tuple[str, Decimal], list[int]] = {}
        for at, supply in enumerate(self.supplies):
            groups.setdefault((supply.category.code, supply.category.rate), []).append(at)
        for key in sorted(groups):
            members = groups[key]
            category = merged([self.supplies[at].category for at in members])
            bases = [self._base(at, [tax.scheme for tax in self.supplies[at].taxes if tax.taxed]) for at in members]
            ideals = [base * Fraction(category.rate) / 100 for base in bases]
            yield DueVat(category, sum(bases), self._amount(VAT, members, ideals))

    def other(self, tax: OtherTax) -> DueOther:
        """A tax beside VAT, on all that bear it."""
        members = [at for at, supply in enumerate(self.supplies) if tax in supply.taxes]
        bases = [self._base(at, tax.on) for at in members]
        if tax.per_unit is not None:
            ideals = [self.figures.extended(tax.per_unit, self.supplies[at].quantity) for at in members]
        else:
            assert tax.rate is not None  # an `OtherTax` has either
            ideals = [base * Fraction(tax.rate) / 100 for base in bases]
        return DueOther(tax, sum(bases), self._amount(tax.scheme, members, ideals))

    def _base(self, at: int, schemes: Iterable[str]) -> Exact:
        shares = self.shares[at]
        return self.nets[at] + sum([shares[scheme] for scheme in schemes])

    def _amount(self, scheme: str, members: list[int], ideals: Sequence[Exact]) -> Exact:
        """The tax of all members; each gets its part of it."""
        decimals = [self.supplies[at].decimals for at in members]
        rounded = self.figures.of_document
        if self.per_line or self.figures.level is Level.DOCUMENT:
            parts = [rounded(ideal, each) for ideal, each in zip(ideals, decimals, strict=True)]
            amount = sum(parts) if self.per_line else rounded(sum(ideals), max(decimals))
        else:
            amount = self.figures.whole(sum(ideals))
            parts = list(shared(amount, ideals))
        for at, part in zip(members, parts, strict=True):
            self.shares[at][scheme] = part
        return amount


def _rank(due: DueOther) -> tuple[str, Decimal, str]:
    return due.tax.scheme, due.tax.rate or Decimal(0), repr(due.tax)
