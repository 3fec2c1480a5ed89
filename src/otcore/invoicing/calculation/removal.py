"""Taking the tax out of prices that include it, and bringing amounts without tax to printed figures.

Every tax of a supply is linear in its net amount: tax = a x net + f, where f comes from taxes by the unit. So
gross = net x (1 + the sum of all a) + the sum of all f, over the taxes that the price includes.
"""

from collections.abc import Hashable, Sequence
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.calculation.figures import Exact, Figures, hundredth
from otcore.invoicing.calculation.sharing import shared
from otcore.invoicing.calculation.supplies import Supply, is_included, taxed_alike_together
from otcore.invoicing.profile import Level, Profile
from otcore.values.other_tax import VAT, OtherTax


@frozen
class Linear:
    """a x net + f."""

    a: Exact = 0
    f: Exact = 0

    def plus(self, other: "Linear") -> "Linear":
        """The sum."""
        return Linear(self.a + other.a, self.f + other.f)

    def times(self, rate: Exact) -> "Linear":
        """The product with a number."""
        return Linear(self.a * rate, self.f * rate)


_NET = Linear(1)


def gross_of(supply: Supply, figures: Figures) -> Linear:
    """What the price of a supply comes to with the taxes that it includes."""
    if not supply.taxes:
        return Linear(1 + hundredth(supply.category.rate))
    whole = _NET.plus(_tax(supply, VAT, figures))
    for tax in supply.taxes:
        if is_included(tax):
            whole = whole.plus(_tax(supply, tax.scheme, figures))
    return whole


def without_tax(supplies: Sequence[Supply], included: bool, profile: Profile, figures: Figures) -> list[Exact]:
    """The net amount of each supply: whole where the profile rounds lines or tax groups.

    Where prices include tax, the printed net of supplies that are taxed alike is the one that gives their gross back,
    if there is one, and the nearest otherwise; it is shared out to them by the largest remainder.
    """
    if not included and figures.level is not Level.TAX_GROUP:
        return [supply.amount for supply in supplies]
    ideals = [_net(supply, figures) if included else supply.amount for supply in supplies]
    if included and (profile.removal is Level.LINE or profile.tax_per_line):
        return [_alone(each, supply, figures) for each, supply in zip(ideals, supplies, strict=True)]
    if figures.level is Level.DOCUMENT:
        return [figures.kept(each, supply.decimals) for each, supply in zip(ideals, supplies, strict=True)]
    return _by_group(supplies, ideals, included, figures)


def _net(supply: Supply, figures: Figures) -> Exact:
    gross = gross_of(supply, figures)
    return Fraction(supply.amount - gross.f) / gross.a


def _alone(ideal: Exact, supply: Supply, figures: Figures) -> Exact:
    return figures.of_document(figures.kept(ideal, max(supply.decimals, figures.guard or 0)), supply.decimals)


def _by_group(supplies: Sequence[Supply], ideals: Sequence[Exact], included: bool, figures: Figures) -> list[Exact]:
    groups: dict[Hashable, list[int]] = {}
    for at, supply in enumerate(supplies):
        key = (supply.category.code, supply.category.rate, supply.taxes if included else ())
        groups.setdefault(key, []).append(at)
    nets: list[Exact] = [0] * len(supplies)
    for places in groups.values():
        members = taxed_alike_together(places, supplies)
        ideal = [ideals[at] for at in members]
        total = figures.whole(sum(ideal))
        if included:
            gross = figures.whole(sum([supplies[at].amount for at in members]))
            total = _reaching(gross, total, supplies[members[0]], figures)
        for at, net in zip(members, shared(total, ideal), strict=True):
            nets[at] = net
    return nets


def _reaching(gross: int, nearest: int, supply: Supply, figures: Figures) -> int:
    """The net amount whose printed tax gives the gross, where VAT alone is included; else the nearest."""
    if any(is_included(tax) or tax.taxed for tax in supply.taxes):
        return nearest
    rate = hundredth(supply.category.rate)
    for net in (nearest, nearest - 1, nearest + 1):
        if net + figures.whole(net * rate) == gross:
            return net
    return nearest


def _tax(supply: Supply, scheme: str, figures: Figures) -> Linear:
    """The tax of a scheme on the supply, and through it the taxes that it is due on."""
    if scheme == VAT:
        on = [tax.scheme for tax in supply.taxes if tax.taxed]
        return _on(supply, on, figures).times(hundredth(supply.category.rate))
    tax = _named(supply, scheme)
    if tax.per_unit is not None:
        return Linear(0, figures.extended(tax.per_unit, supply.quantity))
    assert tax.rate is not None  # an `OtherTax` has either
    return _on(supply, tax.on, figures).times(hundredth(tax.rate))


def _on(supply: Supply, schemes: Sequence[str], figures: Figures) -> Linear:
    base = _NET
    for scheme in schemes:
        base = base.plus(_tax(supply, scheme, figures))
    return base


def _named(supply: Supply, scheme: str) -> OtherTax:
    return next(tax for tax in supply.taxes if tax.scheme == scheme)
