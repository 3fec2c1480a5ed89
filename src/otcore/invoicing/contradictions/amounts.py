"""Faults of stated amounts: money of another currency, or finer than what the document prints."""

from collections.abc import Iterator

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.faults import Fault
from otcore.values.money import Money
from otcore.values.price import UnitPrice


@fast_init
@frozen
class Stating:
    """What stated amounts have to be: of the invoice's currency, in steps of so many minor units."""

    currency: str
    step: int = 1

    def money(self, money: Money | None, path: str) -> Iterator[Fault]:
        """The faults of an amount that may be absent."""
        if money is None:
            return
        if money.currency != self.currency:
            yield self.mismatch(money.currency, path)
        elif money.minor % self.step:
            yield Fault("AMOUNT_TOO_PRECISE", f"{money} has more decimals than the document prints", path)

    def price(self, price: UnitPrice | None, path: str) -> Iterator[Fault]:
        """The faults of so much for a unit; it may be as fine as it likes."""
        if price is not None and price.currency != self.currency:
            yield self.mismatch(price.currency, path)

    def mismatch(self, other: str, path: str) -> Fault:
        """The fault for a figure in another currency than the invoice."""
        facts = {"invoice": self.currency, "currency": other}
        return Fault("CURRENCY_MISMATCH", f"the invoice is in {self.currency}, this is in {other}", path, facts)
