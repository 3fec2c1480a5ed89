"""The sums of a document before anything is paid, and the difference that is left of tax-included prices."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve, frozen

from otcore.invoicing.calculation.due import Due, DueOther, DueVat
from otcore.invoicing.calculation.figures import Exact, Figures
from otcore.invoicing.calculation.supplies import Supply, is_included
from otcore.invoicing.profile import Posting
from otcore.values.other_tax import TaxKind


@frozen
class Sums:
    """The document's sums. `rest` is what a gross is more than net and tax, where it is stated nowhere yet."""

    line_net: Exact
    allowances: Exact
    charges: Exact
    vat: tuple[DueVat, ...]
    others: tuple[DueOther, ...]
    rest: Exact = 0

    @property
    def exclusive(self) -> Exact:
        """BT-109 = BT-106 - BT-107 + BT-108 (BR-CO-13)."""
        return self.line_net - self.allowances + self.charges

    @property
    def tax(self) -> Exact:
        """BT-110 = the sum of BT-117 (BR-CO-14)."""
        return sum([each.amount for each in self.vat])

    def of_kind(self, kind: TaxKind) -> Exact | None:
        """The sum of the other taxes of a kind; None: there are none."""
        amounts = [each.amount for each in self.others if each.tax.kind is kind]
        return sum(amounts) if amounts else None

    @property
    def inclusive(self) -> Exact:
        """BT-112 = BT-109 + BT-110 (BR-CO-15), and the other taxes that are added."""
        return self.exclusive + self.tax + (self.of_kind(TaxKind.ADDED) or 0)

    @property
    def withheld(self) -> Exact:
        """What the buyer keeps back."""
        return self.of_kind(TaxKind.WITHHELD) or 0

    @property
    def included(self) -> Exact:
        """The taxes that a price with tax includes."""
        others = [each.amount for each in self.others if is_included(each.tax)]
        return self.tax + sum(others)

    def with_tax_changed(self, by: Exact) -> "Sums | None":
        """The largest tax subtotal changed by a difference; None: no tax is due that could be."""
        vat = list(self.vat)
        taxed = [at for at, each in enumerate(vat) if each.category.rate]
        if not taxed:
            return None
        at = max(taxed, key=lambda at: abs(Fraction(vat[at].amount)))
        vat[at] = evolve(vat[at], amount=vat[at].amount + by)
        return evolve(self, vat=tuple(vat))


def summed(supplies: Sequence[Supply], nets: Sequence[Exact], lines: int, due: Due) -> Sums:
    """The sums of net amounts, of which the first `lines` are the lines'."""
    document = list(zip(supplies[lines:], nets[lines:], strict=True))
    return Sums(
        sum(nets[:lines]),
        -sum([net for supply, net in document if not supply.charge]),
        sum([net for supply, net in document if supply.charge]),
        due.vat,
        due.others,
    )


def with_gross(
    sums: Sums, supplies: Sequence[Supply], nets: Sequence[Exact], posting: Posting, figures: Figures
) -> Sums:
    """The sums of tax-included prices with their gross kept: the difference is posted, or is the `rest`."""
    gross = figures.of_total(sum([supply.amount for supply in supplies]))
    if posting is Posting.TAX:
        sums = evolve(sums, vat=tuple([_with_gross(each, supplies, nets, figures) for each in sums.vat]))
    rest = gross - sums.exclusive - sums.included
    if not rest:
        return sums
    if posting is Posting.NET:
        return evolve(sums, line_net=sums.line_net + rest)
    changed = sums.with_tax_changed(rest) if posting is Posting.TAX else None
    return changed or evolve(sums, rest=rest)


def _with_gross(due: DueVat, supplies: Sequence[Supply], nets: Sequence[Exact], figures: Figures) -> DueVat:
    """The tax that is left of the gross, where its supplies bear no other tax and some is due."""
    key = (due.category.code, due.category.rate)
    members = [at for at, supply in enumerate(supplies) if (supply.category.code, supply.category.rate) == key]
    if not due.category.rate or any(supplies[at].taxes for at in members):
        return due
    gross = figures.of_total(sum([supplies[at].amount for at in members]))
    return evolve(due, amount=gross - sum([nets[at] for at in members]))
