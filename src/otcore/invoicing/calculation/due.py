"""The taxes that are due: VAT by category and rate, and every other tax, each once on the sum of what it is due on."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.calculation.figures import Exact, Figures, hundredth
from otcore.invoicing.calculation.sharing import shared
from otcore.invoicing.calculation.supplies import Supply, taxed_alike_together
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
    borne = {supply.taxes for supply in supplies if supply.taxes}
    levy = _Levy(supplies, nets, per_line, figures, frozenset(_bases(borne)), [{} for _ in supplies])
    vat: tuple[DueVat, ...] = ()
    others: list[DueOther] = []
    for tax in levied_in_order(borne):
        if tax is None:
            vat = tuple(levy.vat())
        else:
            others.append(levy.other(tax))
    return Due(vat, tuple(sorted(others, key=_rank)), tuple(levy.shares))


def _bases(borne: Iterable[tuple[OtherTax, ...]]) -> Iterator[str]:
    """The schemes that another tax is due on."""
    for taxes in borne:
        for tax in taxes:
            yield from tax.on
            if tax.taxed:
                yield tax.scheme


@frozen
class _Levy:
    """Takes taxes one after the other; `wanted` are those of which each supply gets its share."""

    supplies: Sequence[Supply]
    nets: Sequence[Exact]
    per_line: bool
    figures: Figures
    wanted: frozenset[str]
    shares: list[dict[str, Exact]]

    def vat(self) -> Iterator[DueVat]:
        """One for each category code and rate, in that order (BR-S-08 and its like, BR-CO-17)."""
        groups: dict[tuple[str, Decimal], list[int]] = {}
        for at, supply in enumerate(self.supplies):
            groups.setdefault((supply.category.code, supply.category.rate), []).append(at)
        for key in sorted(groups):
            members = groups[key]
            category = merged([self.supplies[at].category for at in members])
            bases = [self._base(at, [tax.scheme for tax in self.supplies[at].taxes if tax.taxed]) for at in members]
            yield DueVat(category, sum(bases), self._rated(VAT, members, bases, hundredth(category.rate)))

    def other(self, tax: OtherTax) -> DueOther:
        """A tax beside VAT, on all that bear it."""
        members = [at for at, supply in enumerate(self.supplies) if tax in supply.taxes]
        bases = [self._base(at, tax.on) for at in members]
        if tax.per_unit is not None:
            by_unit = [self.figures.extended(tax.per_unit, self.supplies[at].quantity) for at in members]
            return DueOther(tax, sum(bases), self._shared(tax.scheme, members, by_unit))
        assert tax.rate is not None  # an `OtherTax` has either
        return DueOther(tax, sum(bases), self._rated(tax.scheme, members, bases, hundredth(tax.rate)))

    def _base(self, at: int, schemes: Sequence[str]) -> Exact:
        if not schemes:
            return self.nets[at]
        shares = self.shares[at]
        return self.nets[at] + sum([shares[scheme] for scheme in schemes])

    def _rated(self, scheme: str, members: list[int], bases: Sequence[Exact], rate: Fraction) -> Exact:
        """The tax at a rate, once on the sum; by supply where that is asked for."""
        if self.per_line or scheme in self.wanted:
            return self._shared(scheme, members, [base * rate for base in bases])
        return self._once(members, sum(bases) * rate)

    def _shared(self, scheme: str, members: list[int], ideals: Sequence[Exact]) -> Exact:
        """The tax of all members; each gets its part of it."""
        ideal_of = dict(zip(members, ideals, strict=True))
        members = taxed_alike_together(members, self.supplies)
        ideals = [ideal_of[at] for at in members]
        if self.per_line or self.figures.level is Level.DOCUMENT:
            parts = [self._once([at], ideal) for at, ideal in zip(members, ideals, strict=True)]
            amount = sum(parts) if self.per_line else self._once(members, sum(ideals))
        else:
            amount = whole = self.figures.whole(sum(ideals))
            parts = list(shared(whole, ideals))
        for at, part in zip(members, parts, strict=True):
            self.shares[at][scheme] = part
        return amount

    def _once(self, members: list[int], ideal: Exact) -> Exact:
        return self.figures.of_document(ideal, max([self.supplies[at].decimals for at in members]))


def _rank(due: DueOther) -> tuple[str, Decimal, str]:
    return due.tax.scheme, due.tax.rate or Decimal(0), repr(due.tax)
