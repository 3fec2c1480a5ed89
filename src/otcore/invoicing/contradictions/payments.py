"""Faults of what was paid before, is collected for others, and of the currency that tax is accounted in."""

from collections.abc import Iterator

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.contradictions.adjustments import percent_faults
from otcore.invoicing.contradictions.amounts import Stating
from otcore.values.faults import Fault
from otcore.values.rates import Rate


def advances_faults(advances: tuple[Advance, ...], stating: Stating, path: str) -> Iterator[Fault]:
    """Those of each advance."""
    for index, each in enumerate(advances):
        place = f"{path}/{index}"
        if (each.amount is None) == (each.percent is None):
            yield Fault("ADVANCE_AMOUNT", "give either an amount or a percentage", place)
        yield from percent_faults(each.percent, f"{place}/percent")
        yield from stating.money(each.amount, f"{place}/amount")


def third_party_faults(payments: tuple[ThirdPartyPayment, ...], stating: Stating, path: str) -> Iterator[Fault]:
    """Those of each amount that is collected for others."""
    for index, each in enumerate(payments):
        yield from stating.money(each.amount, f"{path}/{index}/amount")


def rate_faults(rate: Rate | None, stating: Stating, path: str) -> Iterator[Fault]:
    """The rate takes tax out of the currency of the invoice."""
    if rate is not None and rate.source != stating.currency:
        yield stating.mismatch(rate.source, f"{path}/source")
